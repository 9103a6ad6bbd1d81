import type { EpochMs } from '../util/units.js';

export const secondMs = 1000;
export const dayMs = 86_400_000;
/** `Date` and `Intl` end here and at its negative, some 275,000 years from now. */
export const maxIntlTime = 8.64e15;

/** A day of the proleptic Gregorian calendar in UTC. Years are astronomical: 0 is 1 BC, −43 is 44 BC. */
export interface CalendarDay {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/**
 * The first instant of a day, in UTC and the proleptic Gregorian calendar.
 *
 * Unlike `Date.UTC`, years 0–99 are themselves, and years beyond ±271,821 give a number instead of `NaN`. Months and
 * days may overflow: month 13 is January of the next year. Exact to the millisecond up to ±285,000 years; beyond that
 * to what a double can hold.
 */
export function utcDate(year: number, month = 1, day = 1): EpochMs {
  // Counting from March puts the leap day last, so that month lengths follow one formula.
  const carry = Math.floor((month - 3) / 12);
  const y = year + carry;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  const dayOfYear = Math.floor((153 * (month - 3 - 12 * carry) + 2) / 5) + day;
  return (365 * y + leapDays + dayOfYear - 719_469) * dayMs;
}

/** The day in which an instant lies: the inverse of `utcDate`, for every finite instant. */
export function calendarDay(time: EpochMs): CalendarDay {
  let year = Math.floor(time / dayMs / 365.2425) + 1970;
  // At most one year off; a loop would never end where a double no longer counts single years.
  if (utcDate(year) > time) year--;
  else if (utcDate(year + 1) <= time) year++;
  let month = 1;
  while (month < 12 && utcDate(year, month + 1) <= time) month++;
  return { year, month, day: Math.floor((time - utcDate(year, month)) / dayMs) + 1 };
}

/** 28 to 31; months are 1–12. */
export function daysInMonth(year: number, month: number): number {
  return (utcDate(year, month + 1) - utcDate(year, month)) / dayMs;
}
