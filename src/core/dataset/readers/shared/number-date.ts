import { daysInMonth, secondMs, utcDate } from '../../../temporal/calendar.js';
import { parsePlainDate, plainForm, type PlainDate } from '../../../temporal/plain-date.js';

/** The least that is milliseconds since 1970 wherever it stands: in March 1973, or in October 1966. */
const leastMs = 1e11;

// Years of four digits.
const firstTime = utcDate(0);
const lastTime = utcDate(10_000);

/**
 * A number as a date, where it can be only one thing: 1000 to 9999 are years, eight digits that are a day of the
 * calendar are that day (`20160518`), numbers far from 0 are milliseconds since 1970. All others may be seconds, a
 * spreadsheet's count of days, or a slip, and are no date.
 */
export function readNumber(value: number, into: PlainDate): boolean {
  return Math.abs(value) >= leastMs ? readMs(value, into) : readDigits(value, into);
}

/** A number as those write it who promise milliseconds; seconds since 1970 are not taken for them. */
export function readNumberOfMs(value: number, into: PlainDate): boolean {
  if (readDigits(value, into)) return true;
  // As seconds these numbers are days since March 1973, as milliseconds the three years before it.
  return !(value >= leastSeconds && value < leastMs) && readMs(value, into);
}

const leastSeconds = 1e8;

/** Milliseconds since 1970, as the second in which they lie. */
export function readMs(value: number, into: PlainDate): boolean {
  if (!(value >= firstTime && value < lastTime)) return false;
  into.earliest = Math.floor(value / secondMs) * secondMs;
  into.latest = into.earliest + secondMs;
  into.form = plainForm.utcTime;
  return true;
}

/** A year of four digits, or a day of eight. */
function readDigits(value: number, into: PlainDate): boolean {
  if (!Number.isInteger(value)) return false;
  if (value >= 1000 && value <= 9999) return parsePlainDate(String(value), 0, 4, into);
  const [year, month, day] = [Math.floor(value / 10_000), Math.floor(value / 100) % 100, value % 100];
  const isDay =
    year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return isDay && parsePlainDate(String(value).replace(/(..)(..)$/, '-$1-$2'), 0, 10, into);
}
