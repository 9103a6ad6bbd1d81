import { bisect } from '../util/bisect.js';
import { memoizeLast } from '../util/memoize.js';
import type { EpochMs } from '../util/units.js';

/** The columns of a data set that say when: half-open, earliest ≤ latest, −∞ and +∞ where nothing bounds an event. */
export interface TimeBounds {
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
}

/**
 * The events of one lane, or of all, in the order of their bounds: what can be asked of a stretch of time without
 * looking at every event.
 *
 * An event that touches a stretch may lie in it; one inside certainly does. Both may be asked of any stretch, also an
 * infinite one; `from` before `to`.
 */
export interface TimeIndex {
  /** How many events there are; those with at least one finite bound. */
  readonly size: number;
  /** Event indices by earliest bound, ties in file order. */
  readonly byEarliest: Uint32Array;
  /** Event indices by latest bound. */
  readonly byLatest: Uint32Array;
  /** How many may lie in `[from, to)`: those whose bounds touch it. By bisection. */
  countTouching(from: EpochMs, to: EpochMs): number;
  /** How many lie in `[from, to)` for certain: those whose bounds are inside. Reads the events that begin there. */
  countInside(from: EpochMs, to: EpochMs): number;
  /** The events whose bounds touch, in order of earliest; null when there are more than `most`. */
  touching(from: EpochMs, to: EpochMs, most: number): readonly number[] | null;
  /** Its place in `byEarliest`, −1 if it is not there. */
  position(event: number): number;
}

/** Latest bounds in order of earliest are looked through in blocks of so many, with the least and the greatest of each. */
const blockSize = 256;

interface LatestBlocks {
  readonly latest: Float64Array;
  readonly least: Float64Array;
  readonly greatest: Float64Array;
}

/**
 * The index over two orders of the same events.
 *
 * @param byEarliest stable: of two events with the same earliest bound, the one with the smaller index first.
 */
export function createTimeIndex(bounds: TimeBounds, byEarliest: Uint32Array, byLatest: Uint32Array): TimeIndex {
  const { earliest, latest } = bounds;
  const size = byEarliest.length;
  // An index of which nobody asks more than how many touch needs no copy.
  let made: LatestBlocks | undefined;
  const blocks = (): LatestBlocks => (made ??= latestBlocks(latest, byEarliest));

  /** How many begin before `time`; remembered, because what ends one column begins the next. */
  const beginBefore = memoizeLast((time: EpochMs) => bisect(size, (i) => earliest[byEarliest[i]!]! < time));

  const countTouching = (from: EpochMs, to: EpochMs): number =>
    beginBefore(to) - bisect(size, (i) => latest[byLatest[i]!]! <= from);

  return {
    size,
    byEarliest,
    byLatest,
    countTouching,
    countInside(from, to) {
      const { latest: ends, least, greatest } = blocks();
      let count = 0;
      let i = beginBefore(from);
      const end = beginBefore(to);
      while (i < end) {
        const block = Math.floor(i / blockSize);
        const next = Math.min((block + 1) * blockSize, end);
        if (greatest[block]! <= to && least[block]! > from) count += next - i;
        else if (least[block]! <= to) {
          // Without a branch, which would be guessed wrong half of the time. An empty span at `from` does not touch.
          for (let k = i; k < next; k++) count += Number(ends[k]! <= to) - Number(ends[k]! <= from);
        }
        i = next;
      }
      return count;
    },
    touching(from, to, most) {
      if (countTouching(from, to) > most) return null;
      const { latest: ends, greatest } = blocks();
      const end = beginBefore(to);
      const found: number[] = [];
      for (let block = 0; block * blockSize < end; block++) {
        // What began before the stretch and is not over in it is rare: whole blocks are passed over.
        if (!(greatest[block]! > from)) continue;
        const next = Math.min((block + 1) * blockSize, end);
        for (let i = block * blockSize; i < next; i++) {
          if (ends[i]! > from) found.push(byEarliest[i]!);
        }
      }
      return found;
    },
    position(event) {
      const time = earliest[event]!;
      const place = bisect(size, (i) => {
        const other = byEarliest[i]!;
        return earliest[other]! < time || (earliest[other]! === time && other < event);
      });
      return byEarliest[place] === event ? place : -1;
    },
  };
}

/** Events with at least one finite bound, in file order: what has a place in an index. */
export function boundedEvents({ earliest, latest }: TimeBounds): Uint32Array {
  const events = new Uint32Array(earliest.length);
  let count = 0;
  for (let event = 0; event < events.length; event++) {
    if (earliest[event]! > -Infinity || latest[event]! < Infinity) events[count++] = event;
  }
  return count === events.length ? events : events.slice(0, count);
}

/** Whose an event is, by number: the one code of each event, or, with `offsets`, several or none. */
export interface LaneCodes {
  readonly codes: Uint32Array | Uint16Array | Uint8Array;
  /** The codes of event `i` are those from `offsets[i]` up to, not including, `offsets[i + 1]`. Null: `codes[i]`. */
  readonly offsets: Uint32Array | null;
}

/**
 * Splits an order by lane and keeps it in each: one array a lane, all of one buffer.
 *
 * @param laneOf the lane of each code, −1 for those that are not wanted; default the code itself. Several codes may have
 *   one lane; an event that stands in it twice is there once, so that what is folded adds up.
 */
export function splitByLane(
  order: Uint32Array,
  lanesOf: LaneCodes,
  laneCount: number,
  laneOf?: Int32Array,
): readonly Uint32Array[] {
  const { codes, offsets } = lanesOf;
  const firstOf = (event: number): number => (offsets ? offsets[event]! : event);
  const laneAt = (k: number): number => (laneOf ? laneOf[codes[k]!]! : codes[k]!);
  // Room for each lane, also for what comes twice and will be there once.
  const starts = new Uint32Array(laneCount + 1);
  for (let i = 0; i < order.length; i++) {
    const end = firstOf(order[i]! + 1);
    for (let k = firstOf(order[i]!); k < end; k++) {
      const lane = laneAt(k);
      if (lane >= 0 && lane < laneCount) starts[lane + 1]!++;
    }
  }
  for (let lane = 0; lane < laneCount; lane++) starts[lane + 1]! += starts[lane]!;
  const ends = starts.slice(0, laneCount);
  const events = new Uint32Array(starts[laneCount]!);
  for (let i = 0; i < order.length; i++) {
    const event = order[i]!;
    const end = firstOf(event + 1);
    for (let k = firstOf(event); k < end; k++) {
      const lane = laneAt(k);
      if (!(lane >= 0 && lane < laneCount)) continue;
      const place = ends[lane]!;
      if (place > starts[lane]! && events[place - 1] === event) continue;
      events[place] = event;
      ends[lane] = place + 1;
    }
  }
  return Array.from(ends, (end, lane) => events.subarray(starts[lane], end));
}

/** The events that match, in the same order; the same array when all do. */
export function filterOrder(order: Uint32Array, matches: Uint8Array): Uint32Array {
  const found = new Uint32Array(order.length);
  let count = 0;
  for (let i = 0; i < order.length; i++) {
    const event = order[i]!;
    if (matches[event]) found[count++] = event;
  }
  return count === order.length ? order : found.slice(0, count);
}

function latestBlocks(latest: Float64Array, byEarliest: Uint32Array): LatestBlocks {
  const size = byEarliest.length;
  const blocks: LatestBlocks = {
    latest: new Float64Array(size),
    least: new Float64Array(Math.ceil(size / blockSize)).fill(Infinity),
    greatest: new Float64Array(Math.ceil(size / blockSize)).fill(-Infinity),
  };
  for (let i = 0; i < size; i++) {
    const time = latest[byEarliest[i]!]!;
    const block = Math.floor(i / blockSize);
    blocks.latest[i] = time;
    if (time < blocks.least[block]!) blocks.least[block] = time;
    if (time > blocks.greatest[block]!) blocks.greatest[block] = time;
  }
  return blocks;
}
