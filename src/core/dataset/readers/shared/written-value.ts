import { parseTemporal } from '../../../temporal/parse-temporal.js';
import { formatPlainDate, parsePlainDate, type PlainDate } from '../../../temporal/plain-date.js';
import { isObject } from '../../../util/json.js';
import { edtfOfFreeDate } from './free-date.js';
import { readMs, readNumberOfMs } from './number-date.js';
import type { DateOrder } from '../record-reader.js';

/**
 * A date as programs hand it on, as EDTF: a text, milliseconds since 1970, a `Date` or what has its value like one,
 * `/Date(…)/`. A date without a time is a whole day, and a time is its second.
 *
 * A number is milliseconds also near 1970, where examples count from 0. Only years, days of eight digits (`20160518`),
 * and what is seconds rather than milliseconds (1e8 to 1e11, which would be before March 1973) are not.
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
  if (typeof value === 'number')
    return readNumberOfMs(value, plain) ? formatPlainDate(plain.earliest, plain.form) : null;
  return isObject(value) ? edtfOfTime(numberOf(value)) : null;
}

const plain: PlainDate = { earliest: 0, latest: 0, form: 0 };

const edtfOfTime = (time: number): string | null =>
  readMs(time, plain) ? formatPlainDate(plain.earliest, plain.form) : null;

/** The object comes from a page; what its methods do is not known. */
function numberOf(value: object): number {
  try {
    return Number(value);
  } catch {
    return NaN;
  }
}
