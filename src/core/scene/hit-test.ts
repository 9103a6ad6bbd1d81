import { sizes } from '../layout/sizes.js';
import { isPoint } from '../temporal/date-kind.js';
import type { CssPixels } from '../util/units.js';
import type { Box, EdgeTag, Scene, SceneMark } from './scene.js';

/** What lies under a point of the chart. */
export type Hit = { readonly kind: 'event'; readonly event: number } | { readonly kind: 'edge'; readonly tag: EdgeTag };

const contains = ({ x, y, width, height }: Box, pointX: CssPixels, pointY: CssPixels): boolean =>
  pointX >= x && pointX < x + width && pointY >= y && pointY < y + height;

/** Marks thinner than a finger are hit this far around. */
const reach: CssPixels = 8;

/**
 * Finds what is drawn at a point, in page coordinates of the chart. Edge tags lie on top; then names and their rows;
 * then the floor below a row, which belongs to the nearest name on it.
 */
export function hitTest(scene: Scene, x: CssPixels, y: CssPixels): Hit | null {
  const tag = scene.edgeTags.find(({ box }) => contains(box, x, y));
  if (tag) return { kind: 'edge', tag };
  const rows = scene.names.filter(({ row }) => contains(row, x, y));
  if (rows.length > 0) {
    // Rows of neighbours may share a stretch when the chart is narrow: the written name wins over the room around it.
    const named = rows.find(({ box }) => contains(box, x, y)) ?? rows[rows.length - 1]!;
    return { kind: 'event', event: named.event };
  }
  const { left, width, mirrored } = scene.plot;
  const along = mirrored ? left + width - x : x - left;
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
