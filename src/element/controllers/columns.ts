import type { LaneArrangement } from '../../core/layout/arrange-lanes.js';
import type { Lane } from '../../core/layout/lanes.js';
import type { SceneColumn } from '../../core/scene/scene.js';
import { calendarSteps, type CalendarStep } from '../../core/viewport/calendar-steps.js';
import { domainLength, type Domain } from '../../core/viewport/domain.js';

/** So few events get names when they have the view for themselves. */
const fewEvents = 24;
/** Room at both sides, as a share of the column. */
const margin = 0.02;

/**
 * True when a closer look at a column shows more: some of its events are dated more narrowly than it, or they are few
 * enough to be named.
 */
export function isWorthZooming(
  { bins }: LaneArrangement,
  { start, end, most }: SceneColumn,
  { unit, step }: CalendarStep,
  domain: Domain,
): boolean {
  if (most <= fewEvents && end - start < domainLength(domain) / 2) return true;
  const finer = calendarSteps[calendarSteps.findIndex((own) => own.unit === unit && own.step === step) - 1];
  return finer !== undefined && bins !== null && bins.count(finer, [start, end]).least.some((count) => count > 0);
}

/** The view that a column fills. */
export const columnDomain = ({ start, end }: SceneColumn): Domain => {
  const room = (end - start) * margin;
  return [start - room, end + room];
};

/** The first event of a lane that may lie in a column; one that begins there before one that only reaches into it. */
export function firstIn({ time }: Lane, { start, end }: SceneColumn, earliest: Float64Array): number | undefined {
  const next = time.byEarliest[time.countTouching(-Infinity, start)];
  if (next !== undefined && earliest[next]! < end) return next;
  return time.touching(start, end, Infinity)?.[0];
}
