import type { Dataset } from '../dataset/dataset.js';
import type { CssPixels } from '../util/units.js';
import { sizes } from '../layout/sizes.js';
import { isPoint } from '../temporal/date-kind.js';
import type { Rungs, SceneLink, SceneMark } from './scene.js';

/** Where an event's row begins along the axis, and its middle. */
export interface EventRow {
  readonly x0: CssPixels;
  readonly y: CssPixels;
}

const gutter: CssPixels = 14;
const gutterStep: CssPixels = 7;
const mostGutters = 4;

/** Elbows from an event to those that it is related to, each in a gutter of its own. */
export function linkElbows(
  dataset: Dataset,
  event: number | null,
  rows: ReadonlyMap<number, EventRow>,
  plotWidth: CssPixels,
): readonly SceneLink[] {
  const from = event === null ? undefined : rows.get(event);
  if (event === null || !from) return [];
  const links = dataset.links(event).filter(({ to }) => rows.has(to));
  return links.map(({ type, to, possible }, index): SceneLink => {
    const target = rows.get(to)!;
    // "The other is before this one": the arrow points at this one, the later.
    const arrow = type === 'before' ? 'from' : type === 'after' ? 'to' : null;
    const x = gutter + gutterStep * (index % mostGutters);
    return { points: elbow(from, target, x, plotWidth), possible, arrow, thin: false };
  });
}

/** More ties than these say nothing any more. */
const mostTies = 6;

/**
 * Thin ties between the bars of a clash that do not face each other. Of many clashes only those are tied that the reader
 * looks at.
 */
export function tieElbows(
  sides: ReadonlyMap<number, readonly EventRow[]>,
  lookedAt: readonly (number | null)[],
): readonly SceneLink[] {
  return [...sides].flatMap(([event, rows]) =>
    sides.size > mostTies && !lookedAt.includes(event)
      ? []
      : rows.slice(1).map((row, i): SceneLink => ({
          points: elbow(rows[i]!, row, 6, Infinity),
          possible: false,
          arrow: null,
          thin: true,
        })),
  );
}

function elbow(from: EventRow, to: EventRow, gutterX: CssPixels, plotWidth: CssPixels): readonly CssPixels[] {
  const end = ({ x0 }: EventRow): CssPixels => Math.min(Math.max(x0 - 5, gutterX), plotWidth - 8);
  return [end(from), from.y, gutterX, from.y, gutterX, to.y, end(to), to.y];
}

/** Rungs about every 90 px between the two bars, at least two, none in the uncertain ends; one between two days. */
export function rungsOf(facing: ReadonlyMap<number, readonly SceneMark[]>): Rungs[] {
  const rungs: Rungs[] = [];
  for (const [upper, lower] of facing.values()) {
    if (!upper || !lower) continue;
    if (isPoint(upper.kind)) {
      // Two discs: one rung from the one to the other.
      const radius = sizes.disc / 2;
      rungs.push({ xs: [(upper.x0 + upper.x1) / 2], y0: upper.rows.at(-1)! + radius, y1: lower.rows[0]! - radius });
      continue;
    }
    const inset = Math.min(sizes.fuzzyEnd, (upper.x1 - upper.x0) / 4);
    const from = Math.max(0, upper.x0) + inset;
    const to = Math.min(upper.viewEnd, upper.x1) - inset;
    const count = Math.max(2, Math.round((to - from) / 90) + 1);
    const xs = Array.from({ length: count }, (_, i) => from + ((to - from) * (i + 0.5)) / count);
    rungs.push({ xs, y0: upper.barY + sizes.floor, y1: lower.barY });
  }
  return rungs;
}
