import type { Dataset } from '../dataset/dataset.js';
import type { LaneEvents } from './lanes.js';

const counted = new WeakMap<LaneEvents, number>();
/** Of more events than these nobody hears how many. */
const mostLookedAt = 5000;

/** How many events of a lane have an exact day; null where there are too many to look at. */
export function countExact(dataset: Dataset, lane: LaneEvents): number | null {
  if (lane.count > mostLookedAt) return null;
  let count = counted.get(lane);
  if (count === undefined) {
    count = lane.time.byEarliest.reduce((sum, event) => sum + Number(dataset.kindOf(event) === 'exact'), 0);
    counted.set(lane, count);
  }
  return count;
}
