import type { TimeBounds, TimeIndex } from '../dataset/time-index.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import { domainLength, type Domain } from '../viewport/domain.js';
import { sizes } from './sizes.js';

/**
 * When a lane is drawn as rows of marks with names, and when as counts: what is asked before anything is packed.
 *
 * A view is seen as a few tiles of time, as long as half of the longest view of the zoom step. All decisions are made for
 * whole tiles, so that they hold while the hand moves within one.
 */

/** A lane that would need more rows is drawn as counts. */
export const mostRows = 24;
/**
 * So few events are always drawn one by one, also where they need more rows: a reader of a report wants their names, and
 * they make a page at most.
 */
export const fewEvents = 60;
/** More lanes than that are all drawn as counts, of one height: nobody can look at the rows of a thousand lanes. */
export const mostLanesInRows = 100;
const pixelsPerEvent: CssPixels = 3;
/** All lanes together are packed from so many events, each from its share; of what is near the view from twice as many. */
const mostPacked = 2000;
/** A stretch of a larger lane has no more, lest a busy place that is far away makes the lane high. */
const fewInStretch = 2 * mostRows;
/** At so many times it is asked how much goes on at once. */
const soundings = 8;

/** The zoom step of a scale: rows are packed for it and stay while panning and zooming within it. */
export const zoomStep = (pixelsPerMs: number): number => 2 ** Math.floor(Math.log2(pixelsPerMs));

/** A stretch of time whose events are arranged; infinite where that is the whole lane. */
export interface TimeWindow {
  readonly from: EpochMs;
  readonly to: EpochMs;
}

/** What of a view decides how lanes are arranged: the same numbers give the same arrangement. */
export interface TiledView {
  /** Pixels per millisecond at the zoom step, a power of two; the real scale is up to twice this. */
  readonly step: number;
  /** Length of a tile; a view is as long as one to two. */
  readonly tile: EpochMs;
  /** Of the tiles that the view touches, counted from 1970, the first and the last. */
  readonly first: number;
  readonly last: number;
}

/** The stretch that is the whole lane. */
export const everything: Stretch = { from: -Infinity, to: Infinity, withoutThrough: false };

export function tiledView(domain: Domain | null, width: CssPixels): TiledView {
  if (!domain) return { step: 1, tile: Infinity, first: 0, last: 0 };
  const step = zoomStep(width / domainLength(domain));
  const tile = width / step / 2;
  return { step, tile, first: Math.floor(domain[0] / tile), last: Math.floor(domain[1] / tile) };
}

/** The tiles of a view and one more on each side, from which names reach in. */
const windowOf = ({ tile, first, last }: TiledView): TimeWindow => ({
  from: (first - 1) * tile,
  to: (last + 2) * tile,
});

/** The same view in tiles of twice the length. */
const coarser = ({ step, tile, first, last }: TiledView): TiledView => ({
  step,
  tile: 2 * tile,
  first: Math.floor(first / 2),
  last: Math.floor(last / 2),
});

/** Events that begin, or end, in a stretch of time, as ranges of the two orders of an index. */
interface Edges {
  /** Begin in it: from the first to, not including, the second place in `byEarliest`. */
  readonly begin: readonly [number, number];
  /** End in it, by their place in `byLatest`. */
  readonly end: readonly [number, number];
}

const beginBefore = (index: TimeIndex, time: EpochMs): number => index.countTouching(-Infinity, time);
const endBy = (index: TimeIndex, time: EpochMs): number => index.size - index.countTouching(time, Infinity);

const edgesIn = (index: TimeIndex, { from, to }: TimeWindow): Edges => ({
  begin: [beginBefore(index, from), beginBefore(index, to)],
  end: [endBy(index, from), endBy(index, to)],
});

/** How many begin or end in a stretch; all that touch it but those that reach across it. */
function countEdges(index: TimeIndex, window: TimeWindow, most: number): number {
  const { begin, end } = edgesIn(index, window);
  const [begins, ends] = [begin[1] - begin[0], end[1] - end[0]];
  // What lies inside begins and ends there, and is found by looking at all that begin: only where they are few.
  return begins > most || ends > most ? most + 1 : begins + ends - index.countInside(window.from, window.to);
}

/**
 * True when there is more than one event per three pixels somewhere near the view; those that reach across all that is
 * visible do not count: they say nothing of any place in it.
 */
export function isCrowded(index: TimeIndex, { step, tile, first, last }: TiledView): boolean {
  const most = (2 * tile * step) / pixelsPerEvent;
  if (index.size <= most) return false;
  for (let i = first - 1; i <= last; i++) {
    if (countEdges(index, { from: i * tile, to: (i + 2) * tile }, most) > most) return true;
  }
  return false;
}

/** What of a lane is packed into rows. */
export interface Stretch extends TimeWindow {
  /** Only what begins or ends in it: what reaches across it is said as a number. */
  readonly withoutThrough: boolean;
}

/**
 * The stretches from which a lane may be packed, the best first. A lane of few events is packed as a whole; of a larger one
 * the longest stretch around the view that has few. Either keeps its rows while the view moves through it. Where that
 * needs too many rows, there is still what is near the view, with or without what reaches across all of it.
 */
export function stretchesOf(index: TimeIndex, view: TiledView, laneCount: number): readonly Stretch[] {
  if (view.tile === Infinity) return [everything];
  const near: Stretch = { ...windowOf(view), withoutThrough: false };
  const touching = index.countTouching(near.from, near.to);
  const edges = countEdges(index, near, touching);
  const share = mostPacked / laneCount;
  const isWhole = touching === index.size || index.size <= share;
  const best = isWhole ? everything : longestOf(index, view, Math.min(share, fewInStretch));
  const mostNear = Math.max(mostRows, 2 * share);
  return [
    best,
    ...(touching <= mostNear && !isSame(best, near) ? [near] : []),
    ...(touching > edges && edges <= mostNear ? [{ ...near, withoutThrough: true }] : []),
  ].filter((stretch) => stretch.withoutThrough || !isOverfull(index, stretch, near));
}

const isSame = (a: TimeWindow, b: TimeWindow): boolean => a.from === b.from && a.to === b.to;

/** The longest stretch around a view that has at most so many events; what is near the view, where already that has more. */
function longestOf(index: TimeIndex, view: TiledView, most: number): Stretch {
  let longest = windowOf(view);
  for (let next = coarser(view); ; next = coarser(next)) {
    const window = windowOf(next);
    const count = index.countTouching(window.from, window.to);
    if (count > most) break;
    longest = window;
  }
  return { ...longest, withoutThrough: false };
}

/** True when more events than there may be rows go on at the same time, at one of a few times. */
function isOverfull(index: TimeIndex, { from, to }: TimeWindow, near: TimeWindow): boolean {
  const window = from === -Infinity ? near : { from, to };
  for (let i = 0; i <= soundings; i++) {
    const time = window.from + ((window.to - window.from) * i) / soundings;
    if (index.countTouching(time, time) > mostRows) return true;
  }
  return false;
}

/** The events of a stretch by their earliest bound. */
export function eventsIn(
  index: TimeIndex,
  { from, to, withoutThrough }: Stretch,
): ArrayLike<number> & Iterable<number> {
  if (from === -Infinity) return index.byEarliest;
  if (!withoutThrough) return index.touching(from, to, Infinity)!;
  const { begin, end } = edgesIn(index, { from, to });
  const ending = index.byLatest.slice(...end).filter((event) => index.position(event) < begin[0]);
  // In the order of the file where the times are the same, as everything is.
  ending.sort((a, b) => index.position(a) - index.position(b));
  return [...ending, ...index.byEarliest.slice(...begin)];
}

/** So many of a lane's names are measured before all of them are. */
const sampleSize = 16;
/** A sample may be wrong by as much. */
const doubt = 1.1;
/** It is judged piece by piece: a stretch is cut into as many as are about so long, and … */
const piece: CssPixels = 200;
/** … no more. */
const mostPieces = 64;

/**
 * True when events need more rows than there may be somewhere, to judge by the length of their marks and the widths of
 * a few of their names.
 *
 * @param start and `end`: where they are packed, at `step` pixels per millisecond
 */
export function isTooWide(
  events: ArrayLike<number>,
  { earliest, latest }: TimeBounds,
  start: EpochMs,
  end: EpochMs,
  step: number,
  widthOf: (event: number) => CssPixels,
): boolean {
  const { length } = events;
  if (length <= fewEvents) return false;
  let names = 0;
  for (let i = 0; i < sampleSize; i++) names += widthOf(events[Math.floor((i * length) / sampleSize)]!);
  const name = (names / sampleSize + sizes.disc + sizes.nameGap) / step;
  const pieces = new Float64Array(Math.min(mostPieces, Math.ceil(((end - start) * step) / piece)) || 1);
  const share = (end - start) / pieces.length;
  for (let i = 0; i < length; i++) {
    // Of what has only an end the name stands before it.
    const to = Math.min(latest[events[i]!]!, end);
    const from = Math.max(earliest[events[i]!]!, start);
    const last = Math.min(Math.max(to, from + name), end);
    for (let k = Math.floor((from - start) / share); k < pieces.length && start + k * share < last; k++)
      pieces[k]! += Math.min(last, start + (k + 1) * share) - Math.max(from, start + k * share);
  }
  return pieces.some((taken) => taken > doubt * mostRows * share);
}
