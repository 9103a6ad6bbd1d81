import type { CssPixels, EpochMs } from '../util/units.js';
import { day, minute, type Domain } from './domain.js';
import type { TimeScale } from './time-scale.js';

/** A unit of the calendar, in UTC. */
type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year';

/** How a tick is written: which parts of the date it shows. The words are made by the date formatter of the locale. */
export type TickFormat = 'time' | 'weekday-day' | 'day' | 'month' | 'year' | 'full-day' | 'month-year';

export interface Tick {
  readonly time: EpochMs;
  /** Where the next one begins; a centred label stands in the middle of the two. */
  readonly end: EpochMs;
}

/** Two levels of an axis: fine ticks below, the unit that holds them above, and the columns that are shaded in turn. */
export interface AxisTicks {
  readonly minor: readonly Tick[];
  readonly minorFormat: TickFormat;
  /** True when the label belongs to the whole column (a day), false when to the instant of the tick (an hour). */
  readonly centred: boolean;
  readonly major: readonly Tick[];
  readonly majorFormat: TickFormat | null;
  /** Every second column of these is shaded; which ones does not change while panning. */
  readonly shaded: readonly Tick[];
}

interface Level {
  readonly unit: Unit;
  readonly step: number;
  /** The narrowest column that still holds its label. */
  readonly narrowest: CssPixels;
  readonly format: TickFormat;
  readonly centred: boolean;
  readonly major: Unit | null;
  readonly majorFormat: TickFormat | null;
  readonly shade: { readonly unit: Unit; readonly step: number };
}

const level = (
  [unit, step]: [Unit, number],
  narrowest: CssPixels,
  format: TickFormat,
  centred: boolean,
  major: [Unit, TickFormat] | null,
  shade: [Unit, number],
): Level => ({
  unit,
  step,
  narrowest,
  format,
  centred,
  major: major?.[0] ?? null,
  majorFormat: major?.[1] ?? null,
  shade: { unit: shade[0], step: shade[1] },
});

const inDay: [Unit, TickFormat] = ['day', 'full-day'];
const inMonth: [Unit, TickFormat] = ['month', 'month-year'];
const inYear: [Unit, TickFormat] = ['year', 'year'];

/** From the finest to the coarsest; the first whose columns are wide enough is taken. */
const levels: readonly Level[] = [
  level(['minute', 1], 56, 'time', false, inDay, ['minute', 1]),
  level(['minute', 5], 56, 'time', false, inDay, ['minute', 5]),
  level(['minute', 15], 56, 'time', false, inDay, ['minute', 15]),
  level(['hour', 1], 56, 'time', false, inDay, ['hour', 1]),
  level(['hour', 3], 56, 'time', false, inDay, ['hour', 3]),
  level(['hour', 6], 56, 'time', false, inDay, ['day', 1]),
  level(['day', 1], 58, 'weekday-day', true, inMonth, ['day', 1]),
  level(['day', 1], 24, 'day', true, inMonth, ['day', 1]),
  level(['day', 7], 34, 'day', false, inMonth, ['month', 1]),
  level(['month', 1], 46, 'month', true, inYear, ['month', 1]),
  level(['month', 3], 54, 'month', false, inYear, ['year', 1]),
  ...[1, 2, 5].map((step) => level(['year', step], 52, 'year', step === 1, null, ['year', step])),
  ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((power) =>
    [1, 2, 5].map((n) => level(['year', n * 10 ** power], 64, 'year', false, null, ['year', n * 10 ** power])),
  ),
];

const lengthOf: Record<Unit, EpochMs> = {
  minute,
  hour: 60 * minute,
  day,
  month: 30.436875 * day,
  year: 365.2425 * day,
};

/** No frame needs more; keeps a wrong width or domain from filling the memory. */
const mostTicks = 500;

/** Chooses and places the ticks of the visible domain. */
export function axisTicks(scale: TimeScale): AxisTicks {
  const fits = ({ unit, step, narrowest }: Level): boolean => lengthOf[unit] * step * scale.pixelsPerMs >= narrowest;
  const chosen = levels.find(fits) ?? levels[levels.length - 1]!;
  return {
    minor: ticksOf(chosen.unit, chosen.step, scale.domain),
    minorFormat: chosen.format,
    centred: chosen.centred,
    major: chosen.major ? ticksOf(chosen.major, 1, scale.domain) : [],
    majorFormat: chosen.majorFormat,
    shaded: ticksOf(chosen.shade.unit, chosen.shade.step, scale.domain).filter((tick) =>
      isEven(tick.time, chosen.shade.unit, chosen.shade.step),
    ),
  };
}

/** All ticks whose column touches the domain, in order. */
function ticksOf(unit: Unit, step: number, domain: Domain): Tick[] {
  const ticks: Tick[] = [];
  let time = floorTo(unit, step, domain[0]);
  while (time < domain[1] && ticks.length < mostTicks) {
    const end = nextTick(unit, step, time);
    if (!(end > time)) break;
    ticks.push({ time, end });
    time = end;
  }
  return ticks;
}

function floorTo(unit: Unit, step: number, time: EpochMs): EpochMs {
  if (unit === 'minute' || unit === 'hour') {
    const size = lengthOf[unit] * step;
    return Math.floor(time / size) * size;
  }
  const date = new Date(time);
  const year = date.getUTCFullYear();
  if (unit === 'day') {
    // Weeks count from the first of each month (1, 8, 15, 22): they meet the month above, as weeks of the year do not.
    const first = step === 1 ? date.getUTCDate() : weekStart(date.getUTCDate(), step);
    return utc(year, date.getUTCMonth(), first);
  }
  if (unit === 'month') return utc(year, Math.floor(date.getUTCMonth() / step) * step, 1);
  return utc(Math.floor(year / step) * step, 0, 1);
}

function nextTick(unit: Unit, step: number, time: EpochMs): EpochMs {
  if (unit === 'minute' || unit === 'hour') return time + lengthOf[unit] * step;
  const date = new Date(time);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  if (unit === 'year') return utc(year + step, 0, 1);
  if (unit === 'month') return utc(year, month + step, 1);
  const next = date.getUTCDate() + step;
  return step > 1 && next > 28 ? utc(year, month + 1, 1) : utc(year, month, next);
}

const weekStart = (dayOfMonth: number, step: number): number =>
  Math.min(Math.floor((dayOfMonth - 1) / step), 3) * step + 1;

function isEven(time: EpochMs, unit: Unit, step: number): boolean {
  const date = new Date(time);
  const count =
    unit === 'year'
      ? date.getUTCFullYear()
      : unit === 'month'
        ? date.getUTCFullYear() * 12 + date.getUTCMonth()
        : Math.round(time / lengthOf[unit]);
  return Math.floor(count / step) % 2 === 0;
}

/** `Date.UTC` reads the years 0 to 99 as 1900 to 1999; this does not. */
function utc(year: number, month: number, dayOfMonth: number): EpochMs {
  return new Date(0).setUTCFullYear(year, month, dayOfMonth);
}
