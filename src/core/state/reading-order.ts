import type { Dataset } from '../dataset/dataset.js';
import { holds, maskOf, type Lane, type LaneEvents } from '../layout/lanes.js';
import type { Scene } from '../scene/scene.js';
import { listOrder, timeOrder, type LaneOrder } from './lane-order.js';

/** Above so many shown events the reading order is that of time, and a list is made page by page. */
export const mostSorted = 5000;

/** Event indices in the order in which they are read: a list, or the like of one where there are very many. */
export type ReadingOrder = readonly number[] | Uint32Array;

/** By earliest bound, then those without a date. */
export function orderByTime({ time, undated }: LaneEvents): Uint32Array {
  const order = new Uint32Array(time.size + undated.length);
  order.set(time.byEarliest);
  order.set(undated, time.size);
  return order;
}

/** The part of an order that is in a range. */
export function partOf(dataset: Dataset, order: ReadingOrder, listed: LaneEvents): ReadingOrder {
  const isListed = maskOf(dataset, [listed]);
  const isIn = (event: number): boolean => isListed[event] === 1;
  return order instanceof Uint32Array ? order.filter(isIn) : order.filter(isIn);
}

/** The order of each lane, made when somebody looks at the lane. */
export function makeLaneOrders(
  dataset: Dataset,
  lanes: readonly Lane[],
  order: readonly number[] | null,
): (laneIndex: number) => LaneOrder {
  const made: LaneOrder[] = [];
  return (laneIndex) => {
    const lane = lanes[laneIndex];
    if (!lane) return noOrder;
    return (made[laneIndex] ??= order
      ? listOrder(
          dataset,
          order.filter((event) => holds(lane, event)),
        )
      : timeOrder(dataset, lane));
  };
}

/** Who goes through the names one after the other, by ear or in a file, meets them in the order of the list. */
export function inReadingOrder(scene: Scene, orderOf: (laneIndex: number) => LaneOrder): Scene {
  const places = new Map(scene.names.map((name) => [name, orderOf(name.laneIndex).placeOf(name.event)]));
  const names = [...scene.names].sort((a, b) => a.laneIndex - b.laneIndex || places.get(a)! - places.get(b)!);
  return { ...scene, names };
}

const noOrder: LaneOrder = { length: 0, at: () => undefined, placeOf: () => -1, nearest: () => undefined };
