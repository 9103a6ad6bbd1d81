import type { CssPixels } from '../util/units.js';
import { sizes } from './sizes.js';

/** Where names may stand: the view's edges, and the line of the report's own date, which no name crosses. */
export interface NameLimits {
  readonly left: CssPixels;
  readonly right: CssPixels;
  readonly line: CssPixels | null;
}

/** A mark's stretch along the axis; −∞ or +∞ where it runs out of every view. */
export interface MarkStretch {
  readonly x0: CssPixels;
  readonly x1: CssPixels;
  /** A likelier day inside it, which the name steps around. */
  readonly likely: { readonly x0: CssPixels; readonly x1: CssPixels } | null;
  /** Room for a tag such as "◂ 3 Mar" where the mark runs out of the view at its start. */
  readonly edgeTag: CssPixels;
}

/** A name's place: from `x` towards later (`start`) or towards earlier (`end`), with `room` pixels before it must be cut. */
export interface NamePlace {
  readonly x: CssPixels;
  readonly anchor: 'start' | 'end';
  readonly room: CssPixels;
  /** It stands on the mark, between its walls; else beside it. */
  readonly inside: boolean;
  /** It begins right after the ring of a likelier day and not after the day: the day's hairline makes room. */
  readonly tight?: boolean;
}

const place = (x: CssPixels, anchor: 'start' | 'end', room: CssPixels, inside: boolean): NamePlace => ({
  x,
  anchor,
  room: Math.max(0, room),
  inside,
});

/**
 * Where the name of a window or a lasting event stands: the first that fits of
 *
 * 1. inside, at the known start (or flush with the end, where only the end is known), around a likelier day;
 * 2. outside, on the start side; 3. outside, on the end side; 4. cut, wherever there is most room.
 *
 * @param beside only outside: name and mark share their row
 */
export function placeName(mark: MarkStretch, width: CssPixels, limits: NameLimits, beside = false): NamePlace {
  const outside = outsidePlaces(mark, limits);
  if (beside && outside.length === 0) return place(limits.left, 'start', 0, false);
  const candidates = beside ? outside : [...insidePlaces(mark, limits), ...outside];
  const fitting = candidates.find(({ room }) => room >= width);
  if (fitting) return fitting;
  return candidates.reduce((best, candidate) => (candidate.room > best.room ? candidate : best));
}

/** The most room that a name has between the walls of a mark. */
export const roomInside = (mark: MarkStretch, limits: NameLimits): CssPixels =>
  Math.max(...insidePlaces(mark, limits).map(({ room }) => room));

function insidePlaces({ x0, x1, likely, edgeTag }: MarkStretch, limits: NameLimits): NamePlace[] {
  const startInView = x0 >= limits.left;
  const left = startInView ? x0 + sizes.nameGap : limits.left + (edgeTag || sizes.nameGap);
  const right = Math.min(x1, limits.right) - sizes.nameGap;
  const stretches = splitAtLine(left, right, limits.line);
  if (x0 === -Infinity) return stretches.reverse().map(([from, to]) => place(to, 'end', to - from, true));
  return stretches.flatMap(([from, to]) => {
    if (!likely || likely.x1 <= from || likely.x0 >= to) return [place(from, 'start', to - from, true)];
    const before = place(from, 'start', likely.x0 - sizes.tagGap - from, true);
    const after = place(likely.x1 + sizes.tagGap, 'start', to - likely.x1 - sizes.tagGap, true);
    const ringEnd = Math.max(from, (likely.x0 + likely.x1) / 2 + sizes.disc / 2 + sizes.tagGap);
    return [before, after, { ...place(ringEnd, 'start', to - ringEnd, true), tight: true }];
  });
}

function outsidePlaces({ x0, x1 }: MarkStretch, limits: NameLimits): NamePlace[] {
  const places: NamePlace[] = [];
  if (x0 > limits.left) places.push(besideStart(x0 - sizes.nameGap, limits));
  if (x1 < limits.right) places.push(besideEnd(x1 + sizes.nameGap, limits));
  return places;
}

function besideStart(x: CssPixels, { left, line }: NameLimits): NamePlace {
  const from = line !== null && line < x ? Math.max(left, line + sizes.tagGap) : left;
  return place(x, 'end', x - from, false);
}

function besideEnd(x: CssPixels, { right, line }: NameLimits): NamePlace {
  const to = line !== null && line > x - sizes.nameGap ? Math.min(right, line - sizes.tagGap) : right;
  return place(x, 'start', to - x, false);
}

function splitAtLine(left: CssPixels, right: CssPixels, line: CssPixels | null): [CssPixels, CssPixels][] {
  if (line === null || line <= left || line >= right + sizes.nameGap) return [[left, right]];
  return [
    [left, Math.min(right, line - sizes.tagGap)],
    [line + sizes.tagGap, right],
  ];
}

/**
 * Where the names of days stand: all of one day on one side, so that they line up. On the end side if the longest fits
 * there, else on the start side, else where there is more room.
 *
 * @param reach how far the mark reaches to each side of its middle, in pixels
 */
export function placePointNames(
  middle: CssPixels,
  reach: CssPixels,
  longest: CssPixels,
  limits: NameLimits,
): NamePlace {
  const after = besideEnd(middle + reach + sizes.tagGap, limits);
  if (after.room >= longest) return after;
  const before = besideStart(middle - reach - sizes.tagGap, limits);
  return before.room >= longest || before.room > after.room ? before : after;
}

/** How far the mark of a day reaches from its middle: a hairline over the whole day, or the disc alone. */
export const pointReach = (dayWidth: CssPixels, hasWhiskers: boolean): CssPixels =>
  Math.max(dayWidth >= sizes.hairlineDay ? dayWidth / 2 : 0, sizes.disc / 2 + (hasWhiskers ? 12 : 0));
