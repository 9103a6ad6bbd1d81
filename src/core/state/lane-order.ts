import type { Dataset } from '../dataset/dataset.js';
import { knownBound } from '../dataset/known-bound.js';
import { undatedPlace, type LaneEvents } from '../layout/lanes.js';
import type { EpochMs } from '../util/units.js';

/** The events of one lane in reading order: how keys walk through them, and what a cell says of its place. */
export interface LaneOrder {
  readonly length: number;
  at(place: number): number | undefined;
  /** From 0; −1 for an event that is not in the lane. */
  placeOf(event: number): number;
  /** The event whose known bound is nearest to a time; the first in the order of several. */
  nearest(time: EpochMs): number | undefined;
}

/** Of a list that is short enough to look through. */
export function listOrder(dataset: Dataset, events: readonly number[]): LaneOrder {
  const places = new Map(events.map((event, place) => [event, place]));
  return {
    length: events.length,
    at: (place) => events[place],
    placeOf: (event) => places.get(event) ?? -1,
    nearest(time) {
      const distance = (event: number): number => {
        const known = knownBound(dataset, event);
        return known === time ? 0 : Math.abs(known - time);
      };
      return events.reduce<number | undefined>(
        (best, event) => (best === undefined || distance(event) < distance(best) ? event : best),
        undefined,
      );
    },
  };
}

/** Of a lane of any size: by earliest bound, then those without a date; by bisection. */
export function timeOrder(dataset: Dataset, lane: LaneEvents): LaneOrder {
  const { time: index, undated, count } = lane;
  const at = (place: number): number | undefined =>
    place < index.size ? index.byEarliest[place] : undated[place - index.size];
  return {
    length: count,
    at,
    placeOf(event) {
      const place = index.position(event);
      if (place !== -1) return place;
      const undatedAt = undatedPlace(lane, event);
      return undatedAt === -1 ? -1 : index.size + undatedAt;
    },
    nearest(time) {
      const after = Math.min(index.countTouching(-Infinity, time), count - 1);
      const [before, next] = [at(after - 1), at(after)];
      if (before === undefined || next === undefined) return next;
      const distance = (event: number): number => Math.abs(knownBound(dataset, event) - time);
      return distance(before) <= distance(next) ? before : next;
    },
  };
}
