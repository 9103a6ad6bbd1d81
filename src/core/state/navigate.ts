import type { Dataset } from '../dataset/dataset.js';
import type { Lane } from '../layout/lanes.js';
import type { Domain } from '../viewport/domain.js';

/** Where the keyboard's focus is: an event in a lane; an event with two sides stands in both. */
export interface GridPosition {
  readonly laneIndex: number;
  readonly event: number;
}

export type GridMove = 'previous' | 'next' | 'up' | 'down' | 'first' | 'last' | 'first-of-all' | 'last-of-all';

/**
 * The place that a key leads to; the same place where there is nothing further on.
 *
 * @param order all shown events in reading order, as `selectors.order` gives them
 */
export function moveInGrid(
  dataset: Dataset,
  lanes: readonly Lane[],
  order: readonly number[],
  from: GridPosition,
  move: GridMove,
): GridPosition {
  const inLane = (laneIndex: number): readonly number[] => {
    const events = new Set(lanes[laneIndex]?.events);
    return order.filter((event) => events.has(event));
  };
  const own = inLane(from.laneIndex);
  const at = (laneIndex: number, event: number | undefined): GridPosition =>
    event === undefined ? from : { laneIndex, event };
  const place = own.indexOf(from.event);
  switch (move) {
    case 'previous':
      return at(from.laneIndex, own[place - 1]);
    case 'next':
      return at(from.laneIndex, own[place + 1]);
    case 'first':
      return at(from.laneIndex, own[0]);
    case 'last':
      return at(from.laneIndex, own[own.length - 1]);
    case 'first-of-all':
      return at(0, inLane(0)[0]);
    case 'last-of-all':
      return at(lanes.length - 1, inLane(lanes.length - 1).at(-1));
    default: {
      const laneIndex = from.laneIndex + (move === 'up' ? -1 : 1);
      return at(laneIndex, nearest(dataset, inLane(laneIndex), from.event));
    }
  }
}

/** Compared by the bounds that are known: what has only an end is near by its end. */
function nearest(dataset: Dataset, events: readonly number[], to: number): number | undefined {
  const known = (event: number): number => {
    const [earliest, latest] = [dataset.earliest[event]!, dataset.latest[event]!];
    return Number.isFinite(earliest) ? earliest : Number.isFinite(latest) ? latest : -Infinity;
  };
  const time = known(to);
  const distance = (event: number): number => (time === known(event) ? 0 : Math.abs(known(event) - time));
  return events.reduce<number | undefined>(
    (best, event) => (best === undefined || distance(event) < distance(best) ? event : best),
    undefined,
  );
}

/** The domain moved, not zoomed, so that an event's known bounds are visible; the same one where they are already. */
export function revealEvent(dataset: Dataset, event: number, domain: Domain): Domain {
  const [earliest, latest] = [dataset.earliest[event]!, dataset.latest[event]!];
  const length = domain[1] - domain[0];
  const margin = length * 0.1;
  const isIn = (time: number): boolean => time >= domain[0] && time <= domain[1];
  const bounds = [earliest, latest].filter(Number.isFinite);
  if (bounds.length === 0 || bounds.some(isIn) || (earliest < domain[0] && latest > domain[1] && bounds.length === 2))
    return domain;
  const start = bounds[0]! < domain[0] ? bounds[0]! - margin : bounds[bounds.length - 1]! + margin - length;
  return [start, start + length];
}
