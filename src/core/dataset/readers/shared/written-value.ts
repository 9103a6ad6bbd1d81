import { secondMs, utcDate } from '../../../temporal/calendar.js';
import { parseTemporal } from '../../../temporal/parse-temporal.js';
import { formatPlainDate, parsePlainDate, plainForm, type PlainDate } from '../../../temporal/plain-date.js';
import { isObject } from '../../../util/json.js';
import { edtfOfFreeDate } from './free-date.js';
import type { DateOrder } from '../record-reader.js';

/**
 * A date as programs hand it on, as EDTF: a text, milliseconds since 1970, a `Date` or what has its value like one,
 * `/Date(…)/`. A date without a time is a whole day, and a time is its second.
 *
 * @returns `ambiguous` where day and month cannot be told apart; null for what is no date
 */
export function edtfOfValue(value: unknown, order: DateOrder | null): string | null {
  if (typeof value === 'string') {
    const text = value.trim();
    if (parsePlainDate(text, 0, text.length, plain, true)) return formatPlainDate(plain.earliest, plain.form);
    const ticks = /^\/Date\((-?\d{1,16})(?:[+-]\d{4})?\)\/$/.exec(text);
    if (ticks) return edtfOfTime(Number(ticks[1]));
    const parsed = parseTemporal(text);
    return parsed.ok && parsed.value.type === 'date' ? text : edtfOfFreeDate(text, order);
  }
  if (typeof value === 'number') {
    // Nobody means a second of the year 1970 by it.
    return Number.isInteger(value) && value >= 1000 && value <= 9999 ? String(value) : edtfOfTime(value);
  }
  return isObject(value) ? edtfOfTime(numberOf(value)) : null;
}

const plain: PlainDate = { earliest: 0, latest: 0, form: 0 };

const edtfOfTime = (time: number): string | null =>
  time >= firstTime && time < lastTime
    ? formatPlainDate(Math.floor(time / secondMs) * secondMs, plainForm.utcTime)
    : null;

// Years of four digits.
const firstTime = utcDate(0);
const lastTime = utcDate(10_000);

/** The object comes from a page; what its methods do is not known. */
function numberOf(value: object): number {
  try {
    return Number(value);
  } catch {
    return NaN;
  }
}
