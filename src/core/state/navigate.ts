import type { Dataset } from '../dataset/dataset.js';
import { knownBound } from '../dataset/known-bound.js';
import type { TimeIndex } from '../dataset/time-index.js';
import type { LaneArrangement } from '../layout/arrange-lanes.js';
import { isPoint } from '../temporal/date-kind.js';
import type { EpochMs } from '../util/units.js';
import { floorTo, stepAfter, type CalendarStep } from '../viewport/calendar-steps.js';
import type { Domain } from '../viewport/domain.js';
import type { LaneOrder } from './lane-order.js';

/** An event in a lane; an event with two sides stands in both. */
export interface EventPosition {
  readonly laneIndex: number;
  readonly event: number;
  readonly bin?: undefined;
}

/** A column of a lane of counts, by the time at which it begins. */
export interface BinPosition {
  readonly laneIndex: number;
  readonly bin: EpochMs;
  readonly event?: undefined;
}

/** Where the keyboard's focus is. */
export type GridPosition = EventPosition | BinPosition;

export type GridMove = 'previous' | 'next' | 'up' | 'down' | 'first' | 'last' | 'first-of-all' | 'last-of-all';

/** What keys walk over. */
export interface Grid {
  readonly dataset: Dataset;
  readonly lanes: readonly (Pick<LaneArrangement, 'lane' | 'form'> & Partial<Pick<LaneArrangement, 'unlisted'>>)[];
  /** The events of a lane, in the order in which keys walk through those that are drawn one by one. */
  readonly orderOf: (laneIndex: number) => LaneOrder;
  /** The columns of lanes of counts. */
  readonly step: CalendarStep;
  /** From the first bound to the last: no column lies outside. Null where nothing is dated. */
  readonly extent: Domain | null;
}

/** The place that a key leads to; the same place where there is nothing further on. Lanes without events are passed over. */
export function moveInGrid(grid: Grid, from: GridPosition, move: GridMove): GridPosition {
  const { lanes } = grid;
  const own = from.laneIndex;
  const find = (start: number, by: 1 | -1, place: (laneIndex: number) => GridPosition | null): GridPosition => {
    for (let i = start; i >= 0 && i < lanes.length; i += by) {
      const found = place(i);
      if (found) return found;
    }
    return from;
  };
  switch (move) {
    case 'previous':
    case 'next':
      return neighbour(grid, from, move === 'next' ? 1 : -1) ?? from;
    case 'first':
    case 'last':
      return endOf(grid, own, move) ?? from;
    case 'first-of-all':
      return find(0, 1, (i) => endOf(grid, i, 'first'));
    case 'last-of-all':
      return find(lanes.length - 1, -1, (i) => endOf(grid, i, 'last'));
    default: {
      const by = move === 'up' ? -1 : 1;
      return find(own + by, by, (i) => nearestIn(grid, i, timeOf(grid, from)));
    }
  }
}

/**
 * The same place in the lane as it is drawn now: an event whose lane has turned to counts is in a column, a column
 * whose lane has turned to marks is the nearest event. Null where the lane is gone or empty.
 */
export function placeInGrid(grid: Grid, position: GridPosition): GridPosition | null {
  const { laneIndex, event } = position;
  const lane = grid.lanes[laneIndex];
  if (!lane) return null;
  const isEvent = event !== undefined;
  if (lane.form === 'rows' && isEvent && grid.orderOf(laneIndex).placeOf(event) !== -1) return position;
  return nearestIn(grid, laneIndex, timeOf(grid, position));
}

/** The time that a place stands for in another lane. */
const timeOf = ({ dataset }: Grid, { event, bin }: GridPosition): EpochMs =>
  event === undefined ? bin : knownBound(dataset, event);

const isCounted = ({ lanes }: Grid, laneIndex: number): boolean => lanes[laneIndex]?.form === 'density';

const eventAt = (laneIndex: number, event: number | undefined): GridPosition | null =>
  event === undefined ? null : { laneIndex, event };

const binAt = (laneIndex: number, bin: EpochMs | null): GridPosition | null =>
  bin === null ? null : { laneIndex, bin };

function neighbour(grid: Grid, from: GridPosition, by: 1 | -1): GridPosition | null {
  const { laneIndex } = from;
  if (!grid.lanes[laneIndex]) return null;
  if (isCounted(grid, laneIndex)) {
    const time = timeOf(grid, from);
    if (!Number.isFinite(time)) return nearestIn(grid, laneIndex, time);
    const columns = columnsOf(grid, laneIndex);
    const column = floorTo(grid.step, time);
    return binAt(laneIndex, by === 1 ? columns.from(stepAfter(grid.step, column)) : columns.before(column));
  }
  if (from.event === undefined) return nearestIn(grid, laneIndex, from.bin);
  const order = grid.orderOf(laneIndex);
  const place = order.placeOf(from.event) + by;
  return place < drawnIn(grid, laneIndex) ? eventAt(laneIndex, order.at(place)) : null;
}

/** How many events of a lane of marks can be walked to: those without a date stand at its end, and may only be counted. */
const drawnIn = ({ lanes, orderOf }: Grid, laneIndex: number): number =>
  orderOf(laneIndex).length - (lanes[laneIndex]!.unlisted ?? 0);

function endOf(grid: Grid, laneIndex: number, end: 'first' | 'last'): GridPosition | null {
  if (!grid.lanes[laneIndex]) return null;
  if (isCounted(grid, laneIndex)) {
    const columns = columnsOf(grid, laneIndex);
    return binAt(laneIndex, end === 'first' ? columns.from(-Infinity) : columns.before(Infinity));
  }
  return eventAt(laneIndex, grid.orderOf(laneIndex).at(end === 'first' ? 0 : drawnIn(grid, laneIndex) - 1));
}

function nearestIn(grid: Grid, laneIndex: number, time: EpochMs): GridPosition | null {
  if (!grid.lanes[laneIndex]) return null;
  if (!isCounted(grid, laneIndex)) {
    const order = grid.orderOf(laneIndex);
    const found = order.nearest(time);
    const isDrawn = found !== undefined && order.placeOf(found) < drawnIn(grid, laneIndex);
    return isDrawn || found === undefined ? eventAt(laneIndex, found) : endOf(grid, laneIndex, 'first');
  }
  const columns = columnsOf(grid, laneIndex);
  const after = columns.from(time);
  if (after !== null && after <= time) return binAt(laneIndex, after);
  const before = columns.before(time);
  const isBefore = after === null || (before !== null && time - before < after - time);
  return binAt(laneIndex, isBefore ? before : after);
}

/** Columns that may hold an event, found without looking at the empty ones between them. */
interface Columns {
  /** The first, beginning with the one that holds the time. */
  from(time: EpochMs): EpochMs | null;
  /** The last before the one that holds the time. */
  before(time: EpochMs): EpochMs | null;
}

function columnsOf({ dataset, lanes, step, extent }: Grid, laneIndex: number): Columns {
  const index: TimeIndex = lanes[laneIndex]!.lane.time;
  if (!extent) return { from: () => null, before: () => null };
  // What begins with the last bound and has no end is in the column that holds it.
  const [first, last] = extent;
  const touches = (column: EpochMs): boolean => index.countTouching(column, stepAfter(step, column)) > 0;
  const touched = (time: EpochMs): EpochMs | null => {
    const column = floorTo(step, Math.min(Math.max(time, first), last));
    return touches(column) ? column : null;
  };
  return {
    from(time) {
      if (time > last) return null;
      const column = touched(time);
      if (column !== null) return column;
      // Nothing reaches into the column: the next one with anything is where the next event begins.
      const next = index.byEarliest[index.countTouching(-Infinity, Math.max(time, first))];
      return next === undefined ? null : touched(dataset.earliest[next]!);
    },
    before(time) {
      const end = time > last ? Infinity : time > first ? floorTo(step, time) : first;
      if (end <= first) return null;
      const column = touched(end - 1);
      if (column !== null) return column;
      const previous = index.byLatest[index.size - index.countTouching(Math.min(end, last), Infinity) - 1];
      return previous === undefined ? null : touched(dataset.latest[previous]! - 1);
    },
  };
}

/** As much of a mark as must be seen, as a share of the view, where there is more of it. */
const seenShare = 0.03;
/** What has to be brought into view stands this far from the edge, as a share of the view. */
const revealMargin = 0.1;

/**
 * The domain moved, not zoomed, so that an event's mark is visible with a known bound; the same one where it is already.
 * A day's disc stands in the middle of the day, which is all that counts where the day is longer than the view.
 */
export function revealEvent(dataset: Dataset, event: number, domain: Domain): Domain {
  const [earliest, latest] = [dataset.earliest[event]!, dataset.latest[event]!];
  if (!isPoint(dataset.kindOf(event))) return revealSpan(earliest, latest, domain);
  const middle = (earliest + latest) / 2;
  const margin = (domain[1] - domain[0]) * seenShare;
  if (middle >= domain[0] + margin && middle <= domain[1] - margin) return domain;
  const isLong = latest - earliest > domain[1] - domain[0];
  return isLong ? boundIn(middle, middle, domain) : boundIn(earliest, latest, domain);
}

/** The same for a stretch of time, such as a column; either end may be infinite. */
export function revealSpan(earliest: EpochMs, latest: EpochMs, domain: Domain): Domain {
  const isOut = (time: number): boolean => time < domain[0] || time > domain[1];
  const bounds = [earliest, latest].filter(Number.isFinite);
  const isThrough = earliest < domain[0] && latest > domain[1];
  const seen = Math.min(latest, domain[1]) - Math.max(earliest, domain[0]);
  const isSeen = seen >= Math.min(latest - earliest, (domain[1] - domain[0]) * seenShare);
  if (bounds.length === 0 || isThrough || (isSeen && !bounds.every(isOut))) return domain;
  return boundIn(earliest, latest, domain);
}

/**
 * Moved so that a known bound stands just inside: where a name hangs on its start, the start, if it comes from before the
 * view or is longer; else the end.
 */
export function boundIn(earliest: EpochMs, latest: EpochMs, domain: Domain): Domain {
  const length = domain[1] - domain[0];
  const margin = length * revealMargin;
  const isByStart = earliest < domain[0] + margin || latest - earliest > length - 2 * margin;
  const start = isByStart && Number.isFinite(earliest) ? earliest - margin : latest + margin - length;
  return Number.isFinite(start) ? [start, start + length] : domain;
}
