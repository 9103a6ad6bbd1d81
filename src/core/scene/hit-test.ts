import { sizes } from '../layout/sizes.js';
import { isPoint } from '../temporal/date-kind.js';
import type { CssPixels } from '../util/units.js';
import type { Box, EdgeTag, Scene, SceneColumn, SceneDensity, SceneMark, SceneName, SceneSingle } from './scene.js';
import { pageBox } from './scene-builder.js';

/** What lies under a point of the chart. */
export type Hit =
  | { readonly kind: 'event'; readonly event: number }
  | { readonly kind: 'edge'; readonly tag: EdgeTag }
  | { readonly kind: 'bin'; readonly laneIndex: number; readonly column: SceneColumn };

export const contains = ({ x, y, width, height }: Box, pointX: CssPixels, pointY: CssPixels): boolean =>
  pointX >= x && pointX < x + width && pointY >= y && pointY < y + height;

/** Marks thinner than a finger are hit this far around. */
const reach: CssPixels = 8;

/**
 * Finds what is drawn at a point, in page coordinates of the chart. Edge tags lie on top; then names and their rows;
 * then the floor below a row, which belongs to the nearest name on it. A column of counts is hit over the whole height of
 * its lane, except where one of its events stands by itself.
 */
export function hitTest(scene: Scene, x: CssPixels, y: CssPixels): Hit | null {
  const tag = scene.edgeTags.find(({ box }) => contains(box, x, y));
  if (tag) return { kind: 'edge', tag };
  const name = namesAt(scene, x, y).at(-1);
  if (name) return { kind: 'event', event: name.event };
  const { left, width, mirrored } = scene.plot;
  const along = mirrored ? left + width - x : x - left;
  const density = scene.densities.find(({ laneIndex }) => {
    const { top, height } = scene.lanes[laneIndex]!;
    return y >= top && y < top + height;
  });
  if (density) return hitDensity(density, along, y);
  // Days are hit by their rows; the bars of a clash stand close to each other, so that the nearer one counts.
  const distance = ({ barY }: SceneMark): CssPixels => Math.abs(barY + sizes.floor / 2 - y);
  const [mark] = scene.marks
    .filter(({ kind, x0, x1 }) => !isPoint(kind) && along >= x0 - reach && along <= x1 + reach)
    .filter((bar) => distance(bar) <= reach + sizes.floor / 2)
    .sort((a, b) => distance(a) - distance(b));
  if (!mark) return null;
  const nearest = mark.events.reduce((best, event, i) =>
    Math.abs(mark.rows[i]! - y) < Math.abs(mark.rows[mark.events.indexOf(best)]! - y) ? event : best,
  );
  return { kind: 'event', event: nearest };
}

/**
 * The names whose row is at a point. Rows of neighbours may share a stretch when the chart is narrow: a name that is
 * written there wins over the room around others.
 */
export function namesAt(scene: Scene, x: CssPixels, y: CssPixels): readonly SceneName[] {
  const rows = scene.names.filter(({ row }) => contains(row, x, y));
  const written = rows.filter(({ box }) => contains(box, x, y));
  return written.length > 0 ? written : rows;
}

function hitDensity({ laneIndex, columns }: SceneDensity, along: CssPixels, y: CssPixels): Hit | null {
  const column = columns.find(({ x0, x1 }) => along >= x0 && along < x1);
  if (!column) return null;
  const distance = (single: SceneSingle): number => Math.hypot(single.x - along, single.y - y);
  const [nearest] = [...column.singles].sort((a, b) => distance(a) - distance(b));
  if (nearest && distance(nearest) <= reach) return { kind: 'event', event: nearest.event };
  return { kind: 'bin', laneIndex, column };
}

/** Where an event stands by itself in a lane of counts, with room for a finger; null if it does not. */
export function boxOfSingle({ densities, plot }: Scene, event: number): Box | null {
  for (const { columns } of densities) {
    for (const { singles } of columns) {
      const single = singles.find((each) => each.event === event);
      if (single) return pageBox(plot, single.x - reach, single.x + reach, single.y - reach, 2 * reach);
    }
  }
  return null;
}
