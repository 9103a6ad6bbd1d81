import type { CssPixels } from '../util/units.js';
import { day, domainLength, type Domain } from './domain.js';

/** What the first view asks of the dates: bounds as columns, −∞ and +∞ where there is none. */
export interface Bounds {
  readonly earliest: ArrayLike<number>;
  readonly latest: ArrayLike<number>;
}

const padShare = 0.1;
const padAtLeast: CssPixels = 40;
/** One lonely day should look like a day in a week, not fill the page. */
const shortestView = 3 * day;

/** From the first known bound to the last; null when nothing is bounded at all. */
export function extentOf({ earliest, latest }: Bounds): Domain | null {
  let start = Infinity;
  let end = -Infinity;
  for (let i = 0; i < earliest.length; i++) {
    const from = earliest[i]!;
    const to = latest[i]!;
    // What has no other bound is bounded on both sides by the one that it has; no array here, for a million events.
    const least = from > -Infinity ? from : to;
    const most = to < Infinity ? to : from;
    if (least < start) start = least;
    if (most > end) end = most;
  }
  if (start > end) return null;
  return start < end ? [start, end] : [start, start + 1];
}

/**
 * The part of the extent where the events are dense.
 *
 * Days and single known bounds are always inside. Windows are added from narrow to wide, up to the first that would
 * make the whole more than twice as long; but not before half of the bounded events are inside. What is left out runs
 * out of the view at its edge.
 */
export function denseExtent({ earliest, latest }: Bounds): Domain | null {
  const windows: Domain[] = [];
  let start = Infinity;
  let end = -Infinity;
  let inside = 0;
  let bounded = 0;
  for (let i = 0; i < earliest.length; i++) {
    const from = earliest[i]!;
    const to = latest[i]!;
    const hasFrom = Number.isFinite(from);
    const hasTo = Number.isFinite(to);
    if (!hasFrom && !hasTo) continue;
    bounded++;
    if (hasFrom && hasTo && to - from > day) {
      windows.push([from, to]);
      continue;
    }
    inside++;
    start = Math.min(start, hasFrom ? from : to);
    end = Math.max(end, hasTo ? to : from);
  }
  windows.sort((a, b) => domainLength(a) - domainLength(b));
  for (const [from, to] of windows) {
    const nextStart = Math.min(start, from);
    const nextEnd = Math.max(end, to);
    const doubles = end > start && nextEnd - nextStart > 2 * (end - start);
    if (doubles && inside * 2 >= bounded) break;
    start = nextStart;
    end = nextEnd;
    inside++;
  }
  return start > end ? null : [start, Math.max(end, start + 1)];
}

/** Between counts and the view's edges: nothing stands there that needs room, and a month more may get its own column. */
const padOfCounts: CssPixels = 8;

/**
 * Adds a tenth on each side, and never less than 40 px, so that tags and chevrons have room.
 *
 * @param isCounted so many events that they are drawn as counts: a margin is enough
 */
export function padDomain(extent: Domain, width: CssPixels, isCounted = false): Domain {
  const length = Math.max(domainLength(extent), shortestView);
  const middle = (extent[0] + extent[1]) / 2;
  const pixels = Math.max(width, 4 * padAtLeast);
  const padPixels = isCounted ? padOfCounts : Math.max((pixels * padShare) / (1 + 2 * padShare), padAtLeast);
  const pad = (length * padPixels) / (pixels - 2 * padPixels);
  return [middle - length / 2 - pad, middle + length / 2 + pad];
}
