import { calendarDay, utcDate } from '../temporal/calendar.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import { day, minute, type Domain } from './domain.js';

/** A unit of the calendar, in UTC. */
export type CalendarUnit = 'minute' | 'hour' | 'day' | 'month' | 'year';

/**
 * So many units at a time, counted from where the next larger unit begins. Seven days are the weeks of a month (from
 * the 1st, 8th, 15th and 22nd): they meet the month above, as weeks of the year do not.
 */
export interface CalendarStep {
  readonly unit: CalendarUnit;
  readonly step: number;
}

/** One column of the calendar, half-open. */
export interface Tick {
  readonly time: EpochMs;
  /** Where the next one begins; a centred label stands in the middle of the two. */
  readonly end: EpochMs;
}

/** How long a unit is; months and years on average. */
export const lengthOf: Readonly<Record<CalendarUnit, EpochMs>> = {
  minute,
  hour: 60 * minute,
  day,
  month: 30.436875 * day,
  year: 365.2425 * day,
};

/** As far as years can be written, and further than a reader may zoom out from them. */
const powers = Array.from({ length: 17 }, (_, power) => 10 ** power);

/** From the finest to the coarsest. */
export const calendarSteps: readonly CalendarStep[] = (
  [
    ['minute', [1, 5, 15]],
    ['hour', [1, 3, 6]],
    ['day', [1, 7]],
    ['month', [1, 3]],
    ['year', powers.flatMap((power) => [power, 2 * power, 5 * power])],
  ] as const
).flatMap(([unit, steps]) => steps.map((step) => ({ unit, step })));

/** The finest step of which no column is narrower than `narrowest`, not even a February; else the coarsest. */
export function chooseStep(pixelsPerMs: number, narrowest: CssPixels = 8): CalendarStep {
  return calendarSteps.find((step) => shortest(step) * pixelsPerMs >= narrowest) ?? calendarSteps.at(-1)!;
}

function shortest({ unit, step }: CalendarStep): EpochMs {
  if (unit === 'month') return (step === 1 ? 28 : 30 * step) * day;
  return step * (unit === 'year' ? 365 * day : lengthOf[unit]);
}

/** No axis needs more; keeps a wrong width or domain from filling the memory. */
const mostTicks = 500;

/** All columns that touch the domain, in order and without a gap; the first `most` if there are more. */
export function stepsTouching(step: CalendarStep, domain: Domain, most = mostTicks): readonly Tick[] {
  const ticks: Tick[] = [];
  let time = floorTo(step, domain[0]);
  while (time < domain[1] && ticks.length < most) {
    const end = stepAfter(step, time);
    // So far away that a double no longer tells them apart.
    if (!(end > time)) break;
    ticks.push({ time, end });
    time = end;
  }
  return ticks;
}

/** Where the column begins in which an instant lies. */
export function floorTo({ unit, step }: CalendarStep, time: EpochMs): EpochMs {
  if (unit === 'minute' || unit === 'hour') {
    const size = lengthOf[unit] * step;
    return Math.floor(time / size) * size;
  }
  const { year, month, day: date } = calendarDay(time);
  if (unit === 'year') return utcDate(Math.floor(year / step) * step);
  if (unit === 'month') return utcDate(year, month - ((month - 1) % step));
  return utcDate(year, month, step === 1 ? date : Math.min(Math.floor((date - 1) / step), 3) * step + 1);
}

/** How many columns lie between the one that holds `from` and the one that holds `to`. */
export function stepsBetween(step: CalendarStep, from: EpochMs, to: EpochMs): number {
  return placeOf(step, to) - placeOf(step, from);
}

/** Which column of the calendar an instant lies in, counted from anywhere. */
function placeOf({ unit, step }: CalendarStep, time: EpochMs): number {
  if (unit === 'minute' || unit === 'hour' || (unit === 'day' && step === 1))
    return Math.floor(time / (lengthOf[unit] * step));
  const { year, month, day: date } = calendarDay(time);
  if (unit === 'year') return Math.floor(year / step);
  const months = year * 12 + month - 1;
  return unit === 'month' ? Math.floor(months / step) : months * 4 + Math.min(Math.floor((date - 1) / step), 3);
}

/** Where the column ends, and the next one begins, that begins at `time`. */
export function stepAfter({ unit, step }: CalendarStep, time: EpochMs): EpochMs {
  if (unit === 'minute' || unit === 'hour') return time + lengthOf[unit] * step;
  const { year, month, day: date } = calendarDay(time);
  if (unit === 'year') return utcDate(year + step);
  if (unit === 'month') return utcDate(year, month + step);
  return step > 1 && date + step > 28 ? utcDate(year, month + 1) : utcDate(year, month, date + step);
}
