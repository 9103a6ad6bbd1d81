import type { LaneEvents } from '../layout/lanes.js';
import type { Domain } from '../viewport/domain.js';
import type { CalendarStep } from '../viewport/calendar-steps.js';
import type { SceneTally } from './scene.js';

/**
 * What is in view, counted without looking at every event. An event that begins before the view and ends after it counts
 * on both sides.
 *
 * @param domain null when no event has a place on the axis
 */
export function tallyOf(
  { time, undated }: Pick<LaneEvents, 'time' | 'undated'>,
  domain: Domain | null,
  unnamed: number,
  counted: CalendarStep | null,
): SceneTally {
  const [from, to] = domain ?? [-Infinity, Infinity];
  const touching = time.countTouching(from, to);
  return {
    shown: time.size + undated.length,
    inView: { least: time.countInside(from, to) + undated.length, most: touching + undated.length },
    // What touches an instant begins before it and goes on after it.
    startBefore: time.countTouching(from, from),
    endAfter: time.countTouching(to, to),
    outside: time.size - touching,
    unnamed,
    counted,
  };
}
