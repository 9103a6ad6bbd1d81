import { capitalise } from '../temporal/describe-temporal.js';
import { calendarDay } from '../temporal/calendar.js';
import type { EpochMs } from '../util/units.js';
import { stepAfter, type CalendarStep } from '../viewport/calendar-steps.js';
import { fill, type Language } from './language.js';

/** A column of the calendar as the start of a sentence: "April 2016", "8 to 14 April 2016", "18 May 2016, 14:00 to 15:00". */
export const describeBin = (step: CalendarStep, start: EpochMs, language: Language): string =>
  capitalise(binName(step, start, language));

function binName(step: CalendarStep, start: EpochMs, { dates, dateWords, messages }: Language): string {
  const end = stepAfter(step, start);
  const date = dates.format(start, 'full');
  const { year, month } = calendarDay(start);
  const yearText = dates.format(start, 'year');
  switch (step.unit) {
    case 'minute':
    case 'hour':
      return fill(messages.density.hours, { date, from: dates.format(start, 'time'), to: dates.format(end, 'time') });
    case 'day':
      if (step.step === 1) return date;
      break;
    case 'month':
      // Months of the Gregorian calendar have no name in another one.
      if (!dates.gregorian) break;
      return step.step === 1 ? dates.format(start, 'month-year') : dateWords.season(33 + (month - 1) / 3, yearText);
    case 'year':
      if (!dates.gregorian) break;
      if (step.step === 1) return dateWords.year(yearText);
      return (
        (step.step === 10 ? dateWords.decade(year, yearText) : null) ??
        dateWords.years(yearText, dates.format(end - 1, 'year'))
      );
  }
  // By its first and last day; what a language writes last is said once.
  const first = step.unit !== 'day' || !dates.yearLast ? 'full' : dates.dayFirst ? 'day' : 'day-month';
  return dateWords.range(dates.format(start, first), dates.format(end - 1, 'full'));
}

/** "1,883 to 2,142 events", "5 events", "at most 3 events", "no events". */
export function describeBinCount(least: number, most: number, { messages, numbers }: Language): string {
  const { range, atMost, none } = messages.density;
  if (most === 0) return none;
  if (least === most) return numbers.count(most, messages.counts.events);
  return fill(numbers.count(most, least === 0 ? atMost : range), { low: numbers.format(least) });
}

/** The same where there is only room for numbers: "1,883–2,142". */
export const shortCount = (least: number, most: number, { numbers }: Language): string =>
  least === most ? numbers.format(most) : `${numbers.format(least)}–${numbers.format(most)}`;

/** A column for those who hear the chart: "April 2016: 828 to 965 events, ISIS. Enter zooms in." */
export const describeColumn = (
  { step }: { readonly step: CalendarStep },
  { start, least, most }: { readonly start: EpochMs; readonly least: number; readonly most: number },
  lane: string,
  language: Language,
): string =>
  fill(language.messages.density.column, {
    bin: describeBin(step, start, language),
    count: describeBinCount(least, most, language),
    lane,
  });

/** By what is counted: "by month", "in steps of 5 years". */
export function describeStep({ unit, step }: CalendarStep, { messages, numbers }: Language): string {
  const { by } = messages.density;
  if (unit === 'day') return step === 1 ? by.day : by.week;
  if (unit === 'month') return step === 1 ? by.month : by.quarter;
  return numbers.count(step, by[unit]);
}
