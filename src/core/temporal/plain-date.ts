import type { EpochMs } from '../util/units.js';
import { calendarDay, dayMs, daysInMonth, secondMs, utcDate } from './calendar.js';

/** How a plain date is written; `none` for what is no plain date. The coarser, the smaller. */
export const plainForm = {
  none: 0,
  /** `2016` */
  year: 1,
  /** `2016-05` */
  month: 2,
  /** `2016-05-18` */
  day: 3,
  /** `2016-05-18T10:20:30`, of which nobody says in which zone; read as UTC. */
  time: 4,
  /** `2016-05-18T10:20:30Z` */
  utcTime: 5,
} as const;

/** A date in the form that most have: no qualifier, nothing unspecified, four digits for the year. */
export interface PlainDate {
  earliest: EpochMs;
  /** Exclusive. */
  latest: EpochMs;
  /** One of `plainForm`. */
  form: number;
}

/**
 * Reads the characters from `from` up to `to` as a plain date, into an object that is there already: nothing is made
 * on the way, so that a million dates cost a tenth of a second. The result is that of `parseTemporal`.
 *
 * @param lenient takes what ISO 8601 allows and EDTF does not, for formats that do not promise EDTF: a space instead of
 *   the T, no seconds, fractions of a second (dropped), an offset (told in UTC).
 * @returns false when it is something else, which may well be a date.
 */
export function parsePlainDate(text: string, from: number, to: number, into: PlainDate, lenient = false): boolean {
  const length = to - from;
  const year = digits(text, from) * 100 + digits(text, from + 2);
  if (!(year >= 0) || length < 4) return false;
  if (length === 4) return setSpan(into, plainForm.year, utcDate(year), utcDate(year + 1));

  const month = digits(text, from + 5);
  if (text.charCodeAt(from + 4) !== hyphen || !(month >= 1 && month <= 12) || length < 7) return false;
  if (length === 7) return setSpan(into, plainForm.month, utcDate(year, month), utcDate(year, month + 1));

  const day = digits(text, from + 8);
  if (text.charCodeAt(from + 7) !== hyphen || !(day >= 1) || length < 10) return false;
  if (day > 28 && day > daysInMonth(year, month)) return false;
  const midnight = utcDate(year, month, day);
  if (length === 10) return setSpan(into, plainForm.day, midnight, midnight + dayMs);
  return parseTime(text, from + 10, to, midnight, into, lenient);
}

const space = 32;
const plus = 43;
const hyphen = 45;
const point = 46;
const colon = 58;
const letterT = 84;
const letterZ = 90;
/** The bit by which small letters differ from large ones. */
const smallBit = 32;

function parseTime(
  text: string,
  from: number,
  to: number,
  midnight: EpochMs,
  into: PlainDate,
  lenient: boolean,
): boolean {
  const separator = text.charCodeAt(from);
  const isSeparated = separator === letterT || (lenient && (separator === space || separator === (letterT | smallBit)));
  const hours = digits(text, from + 1);
  const minutes = digits(text, from + 4);
  if (!isSeparated || !(hours <= 23 && minutes <= 59) || text.charCodeAt(from + 3) !== colon) return false;
  let seconds = 0;
  let at = from + 6;
  if (!lenient || text.charCodeAt(at) === colon) {
    seconds = digits(text, at + 1);
    if (!(seconds <= 59) || text.charCodeAt(at) !== colon) return false;
    at += 3;
    if (lenient && text.charCodeAt(at) === point) {
      do at++;
      while (isDigit(text.charCodeAt(at)));
    }
  }
  const time = midnight + (hours * 60 + minutes) * 60_000 + seconds * secondMs;
  if (at === to) return setSpan(into, plainForm.time, time, time + secondMs);
  const zone = text.charCodeAt(at);
  const isUtc = zone === letterZ || (lenient && zone === (letterZ | smallBit));
  const offset = isUtc && at + 1 === to ? 0 : lenient ? offsetAt(text, at, to) : NaN;
  return offset === offset && setSpan(into, plainForm.utcTime, time - offset, time - offset + secondMs);
}

/** `+03:00`, `+0300`, `+03`; `NaN` for anything else. */
function offsetAt(text: string, at: number, to: number): number {
  const sign = text.charCodeAt(at);
  const hasColon = text.charCodeAt(at + 3) === colon;
  const minutes = to === at + 3 ? 0 : digits(text, at + (hasColon ? 4 : 3));
  const isWhole = to === at + 3 || to === at + (hasColon ? 6 : 5);
  const hours = digits(text, at + 1);
  if ((sign !== plus && sign !== hyphen) || !isWhole || !(hours <= 23 && minutes <= 59)) return NaN;
  return (sign === plus ? 1 : -1) * (hours * 60 + minutes) * 60_000;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The number of two digits; `NaN` where there are none. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at);
  const ones = text.charCodeAt(at + 1);
  return isDigit(tens) && isDigit(ones) ? (tens - 48) * 10 + ones - 48 : NaN;
}

function setSpan(into: PlainDate, form: number, earliest: EpochMs, latest: EpochMs): true {
  into.earliest = earliest;
  into.latest = latest;
  into.form = form;
  return true;
}

/** Writes the date of that form in which the instant lies: the text that was read. */
export function formatPlainDate(time: EpochMs, form: number): string {
  const { year, month, day } = calendarDay(time);
  const date = [String(year).padStart(4, '0'), twoDigits(month), twoDigits(day)].slice(0, form).join('-');
  if (form < plainForm.time) return date;
  const seconds = Math.floor((time - utcDate(year, month, day)) / secondMs);
  const clock = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => twoDigits(Math.floor(part)));
  return `${date}T${clock.join(':')}${form === plainForm.utcTime ? 'Z' : ''}`;
}

const twoDigits = (n: number): string => String(n).padStart(2, '0');
