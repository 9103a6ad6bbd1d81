import type { Dataset, ResolvedDate } from '../dataset/dataset.js';
import type { Bound, DateKind } from '../temporal/temporal.js';
import { isPoint } from '../temporal/date-kind.js';
import type { EpochMs } from '../util/units.js';

/** How sure one end of a date is: as written, approximate (`~`), or uncertain (`?`, and `%`, which is the stronger doubt). */
export type EndDoubt = 'none' | 'approximate' | 'uncertain';

/**
 * Events of a lane whose dates are the same: same kind, same bounds, same doubt. They share one mark and their names
 * stand on it together, because nothing says which came first. With one event a floor is a plain mark.
 *
 *     │ More than 40 air strikes            │
 *     │ Cluster bombs on three districts    │   names, in an order that claims nothing
 *     └/////////////////////////////////////┘   one floor from wall to wall
 */
export interface Floor {
  readonly kind: DateKind;
  /** −∞ where there is no earliest bound. */
  readonly earliest: EpochMs;
  /** Exclusive; +∞ where there is no latest bound. */
  readonly latest: EpochMs;
  readonly startBasis: 'sourced' | 'inferred';
  readonly endBasis: 'sourced' | 'inferred';
  readonly startDoubt: EndDoubt;
  readonly endDoubt: EndDoubt;
  /** Stretches of a set's members, `[start, end, start, end …]`; empty for everything else. */
  readonly parts: readonly EpochMs[];
  readonly events: readonly number[];
  /** It has two sides: the keys of the lanes that it stands in. */
  readonly sides: readonly string[];
}

/** Kinds that have no place on the axis and stand in the column beside it. */
export const isOffAxis = ({ earliest, latest }: Dataset, event: number): boolean =>
  earliest[event] === -Infinity && latest[event] === Infinity;

/** What keeps floors apart besides the date itself. */
export interface FloorOptions {
  /** An event with two sides has a floor of its own. */
  readonly sides: boolean;
  /** A bound that is inferred is another one than a bound that a source gives: their walls differ. */
  readonly basis: boolean;
}

/** Groups events into floors, in the order in which they go down the lane. */
export function buildFloors(
  dataset: Dataset,
  events: Iterable<number>,
  { sides: splitSides, basis }: FloorOptions,
): readonly Floor[] {
  const groups: Group[] = [];
  // By a number that differs where the bounds do, mostly: a text of each would take longer than all the rest.
  const byBounds = new Map<number, Group[]>();
  for (const index of events) {
    if (isOffAxis(dataset, index)) continue;
    const floor = floorOf(dataset, index, splitSides, basis);
    const key = floor.earliest + 3 * floor.latest;
    const similar = byBounds.get(key);
    const same = similar?.find((group) => isSameFloor(group.floor, floor));
    if (same) {
      same.events.push(index);
      continue;
    }
    const group = { floor, events: [index] };
    groups.push(group);
    if (similar) similar.push(group);
    else byBounds.set(key, [group]);
  }
  return groups
    .map(({ floor, events }): Floor => Object.assign(floor, { events: orderOnFloor(dataset, events) }))
    .sort(compareFloors);
}

type Bare = Omit<Floor, 'events'>;

interface Group {
  readonly floor: Bare;
  readonly events: number[];
}

const isSameFloor = (a: Bare, b: Bare): boolean =>
  a.kind === b.kind &&
  a.earliest === b.earliest &&
  a.latest === b.latest &&
  a.startBasis === b.startBasis &&
  a.endBasis === b.endBasis &&
  a.startDoubt === b.startDoubt &&
  a.endDoubt === b.endDoubt &&
  isSameList(a.parts, b.parts) &&
  isSameList(a.sides, b.sides);

const isSameList = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

const none: readonly never[] = [];

/** An event has two sides where its actors fight each other. */
function sidesOf(dataset: Dataset, index: number): readonly string[] {
  const actors = dataset.rest.get(index)?.symmetric ? dataset.event(index).actors : none;
  return actors.length > 1 ? actors : none;
}

/** What a floor says of an event. A plain date, as nearly all of a large file are, need not be parsed for it. */
function floorOf(dataset: Dataset, index: number, withSides: boolean, withBasis: boolean): Bare {
  const earliest = dataset.earliest[index]!;
  const latest = dataset.latest[index]!;
  const kind = dataset.kindOf(index);
  const sides = withSides ? sidesOf(dataset, index) : none;
  const isPlain = dataset.writings[index] !== 0 && !dataset.rest.has(index) && !dataset.narrowings.has(index);
  if (isPlain) {
    const startBasis = withBasis ? 'sourced' : 'inferred';
    return {
      kind,
      earliest,
      latest,
      startBasis,
      endBasis: startBasis,
      startDoubt: 'none',
      endDoubt: 'none',
      parts: none,
      sides,
    };
  }
  const date = dataset.date(index);
  return {
    kind,
    earliest,
    latest,
    startBasis: withBasis && !date.startNarrowing ? date.startBasis : 'inferred',
    endBasis: withBasis && !date.endNarrowing ? date.endBasis : 'inferred',
    startDoubt: doubtOf(date.temporal?.start),
    endDoubt: doubtOf(date.temporal?.end),
    parts: partsOf(date),
    sides,
  };
}

/**
 * Down a lane: by the known bound (the start, else the end), then the other bound, then days before windows, then as in
 * the file. Sorting by the start alone would put everything that only has an end on top, and break the staircase.
 */
function compareFloors(a: Floor, b: Floor): number {
  const known = (floor: Floor): number => (Number.isFinite(floor.earliest) ? floor.earliest : floor.latest);
  const point = (floor: Floor): number => (isPoint(floor.kind) ? 0 : 1);
  return (
    compare(known(a), known(b)) ||
    compare(a.latest, b.latest) ||
    compare(point(a), point(b)) ||
    compare(a.events[0]!, b.events[0]!)
  );
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

/** What relations say is earlier, or holds the other, comes first; else the order of the file. */
function orderOnFloor(dataset: Dataset, events: readonly number[]): readonly number[] {
  if (events.length < 2) return events;
  const here = new Set(events);
  const placed = new Set<number>();
  const ordered: number[] = [];
  const done = new Set<number>();
  const earlier = (index: number): number[] =>
    dataset
      .links(index)
      .flatMap(({ type, to, possible }) =>
        !possible && here.has(to) && !placed.has(to) && (type === 'before' || type === 'contains') ? [to] : [],
      );
  // A stack and no recursion: a chain of relations may be longer than a call stack is deep.
  for (const event of events) {
    const stack = placed.has(event) ? [] : [event];
    while (stack.length > 0) {
      const index = stack[stack.length - 1]!;
      placed.add(index);
      const waiting = earlier(index);
      if (waiting.length > 0) stack.push(...waiting.reverse());
      else {
        stack.pop();
        if (!done.has(index)) ordered.push(index);
        done.add(index);
      }
    }
  }
  return ordered;
}

/** How sure one end of a date is. */
export function doubtOf(bound: Bound | undefined): EndDoubt {
  if (bound?.state !== 'known') return 'none';
  return bound.span.uncertain ? 'uncertain' : bound.span.approximate ? 'approximate' : 'none';
}

/** Stretches of a set's members, where it has more than one. */
export function partsOf({ temporal }: ResolvedDate): readonly EpochMs[] {
  const members = temporal?.members ?? [];
  // A single range `[a..b]` is a plain window: its parts say nothing that its bounds do not.
  if (members.length < 2) return [];
  return members.flatMap(({ start, end }) => [start?.earliest ?? -Infinity, end?.latest ?? Infinity]);
}
