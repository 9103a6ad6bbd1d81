import { knownBound } from '../dataset/known-bound.js';
import type { LaneArrangement } from '../layout/arrange-lanes.js';
import { mostLanesInRows, mostRows } from '../layout/lane-form.js';
import { holds } from '../layout/lanes.js';
import type { EpochMs } from '../util/units.js';
import { domainLength, minute, zoomAbout, type Domain } from '../viewport/domain.js';
import { revealEvent } from './navigate.js';
import type { Selectors } from './selectors.js';
import type { TimelineState } from './timeline-state.js';

/** Zooming to an event goes on by so much until its lane is drawn as rows. */
const zoomShare = 0.25;

/**
 * The domain that shows an event to a reader who goes from one to the next; the same one where it is in view. It is moved
 * until a known bound is there, and made shorter, as little as needed, where its lane has so many events that it was only
 * counted. Where too many begin in the same minute, and in lanes that are low, it stays counted: its place below the
 * columns is marked. Null while nothing is dated.
 */
export function followEvent(state: TimelineState, selectors: Selectors, event: number): Domain | null {
  const { dataset } = state;
  const domain = selectors.domain(state);
  if (!dataset || !domain) return domain;
  const isInView = dataset.earliest[event]! >= domain[0] && dataset.latest[event]! <= domain[1];
  const panned = isInView ? domain : revealEvent(dataset, event, domain);
  const lanes = (shown: Domain): readonly LaneArrangement[] =>
    (selectors.scene({ ...state, domain: shown })?.lanes ?? []).filter(({ lane }) => holds(lane, event));
  const anchor = knownBound(dataset, event);
  const own = lanes(panned);
  const isOneOfMany = selectors.shownLanes(state).length > mostLanesInRows;
  if (anchor === -Infinity || isOneOfMany || own.some((lane) => isDrawn(lane, event))) return panned;
  if (!own.some((lane) => mayBeDrawn(lane, anchor))) return panned;
  for (let factor = zoomShare; domainLength(panned) * factor >= minute; factor *= zoomShare) {
    const zoomed = (by: number): Domain => revealEvent(dataset, event, zoomAbout(panned, by, anchor));
    const isSeen = (by: number): boolean => lanes(zoomed(by)).some((lane) => isDrawn(lane, event));
    // The step in between is all that is needed, if that will do.
    if (isSeen(factor)) return zoomed(isSeen(2 * factor) ? 2 * factor : factor);
  }
  return panned;
}

const isDrawn = ({ form, blocks }: LaneArrangement, event: number): boolean =>
  form === 'rows' && blocks.some(({ floor }) => floor.events.includes(event));

/** False where zooming in will not help: the lane is low, or too many events begin or end where this one does. */
function mayBeDrawn({ lane, isCollapsed }: LaneArrangement, anchor: EpochMs): boolean {
  const { time, folded } = lane;
  if (isCollapsed || folded !== null) return false;
  const begunBefore = (instant: EpochMs): number => time.countTouching(-Infinity, instant);
  const goingOnAt = (instant: EpochMs): number => time.countTouching(instant, Infinity);
  const begin = begunBefore(anchor + minute) - begunBefore(anchor);
  const end = goingOnAt(anchor - minute) - goingOnAt(anchor);
  return Math.max(begin, end) <= mostRows;
}
