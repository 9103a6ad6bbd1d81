import { calendarDay, maxIntlTime } from '../temporal/calendar.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import {
  calendarSteps,
  lengthOf,
  stepsTouching,
  type CalendarStep,
  type CalendarUnit,
  type Tick,
} from './calendar-steps.js';
import type { TimeScale } from './time-scale.js';

export type { Tick };

/** How a tick is written: which parts of the date it shows. The words are made by the date formatter of the locale. */
export type TickFormat = 'time' | 'weekday-day' | 'day' | 'month' | 'year' | 'full-day' | 'month-year';

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

interface Level extends CalendarStep {
  /** The narrowest column that still holds its label. */
  readonly narrowest: CssPixels;
  readonly format: TickFormat;
  readonly centred: boolean;
  readonly major: CalendarUnit | null;
  readonly majorFormat: TickFormat | null;
  readonly shade: CalendarStep;
}

const level = (
  [unit, step]: [CalendarUnit, number],
  narrowest: CssPixels,
  format: TickFormat,
  centred: boolean,
  major: [CalendarUnit, TickFormat] | null,
  shade: [CalendarUnit, number],
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

const inDay: [CalendarUnit, TickFormat] = ['day', 'full-day'];
const inMonth: [CalendarUnit, TickFormat] = ['month', 'month-year'];
const inYear: [CalendarUnit, TickFormat] = ['year', 'year'];

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
  ...calendarSteps
    .filter(({ unit }) => unit === 'year')
    .map(({ step }) => level(['year', step], step < 10 ? 52 : 64, 'year', step === 1, null, ['year', step])),
];

/** Chooses and places the ticks of the visible domain. */
export function axisTicks({ domain, pixelsPerMs }: TimeScale): AxisTicks {
  // Days and months so far away have no names; years are numbers.
  const isNamed = Math.abs(domain[0]) <= maxIntlTime && Math.abs(domain[1]) <= maxIntlTime;
  const fits = ({ unit, step, narrowest }: Level): boolean =>
    lengthOf[unit] * step * pixelsPerMs >= narrowest && (isNamed || unit === 'year');
  const chosen = levels.find(fits) ?? levels.at(-1)!;
  return {
    minor: stepsTouching(chosen, domain),
    minorFormat: chosen.format,
    centred: chosen.centred,
    major: chosen.major ? stepsTouching({ unit: chosen.major, step: 1 }, domain) : [],
    majorFormat: chosen.majorFormat,
    shaded: stepsTouching(chosen.shade, domain).filter(({ time }) => isEven(time, chosen.shade)),
  };
}

function isEven(time: EpochMs, { unit, step }: CalendarStep): boolean {
  const { year, month } = calendarDay(time);
  const count = unit === 'year' ? year : unit === 'month' ? year * 12 + month - 1 : Math.round(time / lengthOf[unit]);
  return Math.floor(count / step) % 2 === 0;
}
