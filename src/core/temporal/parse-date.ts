import type { EpochMs } from '../util/units.js';
import { dayMs, daysInMonth, secondMs, utcDate } from './calendar.js';
import { explainRefusal, Refusal } from './refusal.js';
import { seasonOf } from './season.js';
import type { DateSpan, Precision } from './temporal.js';

/** One date, and what is needed to compare it with another one in an interval. */
export interface ParsedDate {
  readonly span: DateSpan;
  /** Where the last date begins that the text may stand for: 1999-01-01 for `199X`, 2016-05-31 for `2016-05-XX`. */
  readonly lastStart: EpochMs;
  /** The year of a season, else 0. */
  readonly year: number;
  /** 21–41, else 0. */
  readonly season: number;
}

/** Parses one EDTF date: no interval, no set. Throws a `Refusal`, such as "June has no day 31.". */
export function parseDate(text: string): ParsedDate {
  const date = datePattern.exec(text);
  if (date) return parseCalendarDate(text, date);
  const time = timePattern.exec(text);
  if (time) return parseTime(text, time);
  const longYear = longYearPattern.exec(text);
  if (longYear) return parseLongYear(text, longYear);
  throw explainRefusal(text);
}

const datePattern =
  /^[?~%]?(-?)([\dX]{4})(?:S([1-9]\d?))?[?~%]?(?:-[?~%]?([\dX]{2})[?~%]?(?:-[?~%]?([\dX]{2})[?~%]?)?)?$/;
const timePattern = /^(-?\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:Z|([+-]\d\d)(?::(\d\d))?)?$/;
const longYearPattern = /^Y(-?\d+)(?:E(\d{1,3}))?(?:S([1-9]\d?))?[?~%]?$/;

function parseCalendarDate(text: string, match: RegExpExecArray): ParsedDate {
  const [, sign = '', digits = '', significant, monthDigits, dayDigits] = match;
  if (sign && digits === '0000') throw new Refusal('There is no year -0000; write 0000.');
  const [firstYear, lastYear] = yearsLike(sign, digits);
  if (significant) {
    if (monthDigits) throw explainRefusal(text);
    return significantYear(text, firstYear, +significant);
  }
  if (!monthDigits) {
    return parsed(text, utcDate(firstYear), utcDate(lastYear + 1), yearPrecision(digits), utcDate(lastYear));
  }

  const season = seasonOf(+monthDigits);
  if (season) {
    if (dayDigits) throw new Refusal('A season has no days.');
    const { firstMonth, months, lastFirstMonth } = season;
    const latest = utcDate(lastYear, firstMonth + months);
    const lastStart = utcDate(lastYear, lastFirstMonth);
    return parsed(text, utcDate(firstYear, firstMonth), latest, 'season', lastStart, firstYear, +monthDigits);
  }

  const months = numbersLike(monthDigits, 12);
  const [firstMonth] = months;
  const lastMonth = months.at(-1);
  if (!firstMonth || !lastMonth) throw new Refusal(`There is no month ${monthDigits}.`);
  const precision = monthDigits === 'XX' ? yearPrecision(digits) : 'month';
  if (!dayDigits) {
    const latest = utcDate(lastYear, lastMonth + 1);
    return parsed(text, utcDate(firstYear, firstMonth), latest, precision, utcDate(lastYear, lastMonth));
  }

  // Nearly every date of a large file comes this way.
  if (!text.includes('X') && +dayDigits > 0 && +dayDigits < 29) {
    const start = utcDate(firstYear, firstMonth, +dayDigits);
    return parsed(text, start, start + dayMs, 'day', start);
  }
  const days = numbersLike(dayDigits, 31);
  const likeYear = like(digits);
  const earliest = findDays(firstYear, lastYear, likeYear, months, days)[0];
  const lastDay = findDays(lastYear, firstYear, likeYear, months, days).at(-1);
  if (earliest === undefined || lastDay === undefined) throw noSuchDay(digits, months, dayDigits);
  return parsed(text, earliest, lastDay + dayMs, dayDigits === 'XX' ? precision : 'day', lastDay);
}

/** `1950S2`: a year of which the first two digits count, so 1900 to 1999. */
function significantYear(text: string, year: number, significant: number): ParsedDate {
  const size = Math.abs(year);
  const loose = Math.max(0, String(size).padStart(4, '0').length - significant);
  const unit = 10 ** loose;
  const low = size - (size % unit);
  const [first, last] = year < 0 ? [1 - low - unit, -low] : [low, low + unit - 1];
  return parsed(text, utcDate(first), utcDate(last + 1), precisionOf(loose), utcDate(last));
}

function parseLongYear(text: string, match: RegExpExecArray): ParsedDate {
  const [, digits = '', exponent = '0', significant = '99'] = match;
  const year = +digits * 10 ** +exponent;
  if (Math.abs(year) < 10_000) throw new Refusal('A year with Y has more than four digits.');
  // Beyond this a double can no longer tell the start of a year from its end.
  if (Math.abs(year) >= 1e15) throw new Refusal('A year has at most 15 digits.');
  return significantYear(text, year, +significant);
}

function parseTime(text: string, match: RegExpExecArray): ParsedDate {
  const [, date = '', hours = '', minutes = '', seconds = '', zoneHours = '+00', zoneMinutes = '0'] = match;
  if (+hours > 23 || +minutes > 59 || +seconds > 59)
    throw new Refusal(`There is no time ${hours}:${minutes}:${seconds}.`);
  if (Math.abs(+zoneHours) > 23 || +zoneMinutes > 59) throw new Refusal(`There is no time zone ${zoneHours}.`);
  const offset = +zoneHours * 60 + +`${zoneHours[0]}${zoneMinutes}`;
  const start = parseDate(date).span.earliest + ((+hours * 60 + +minutes - offset) * 60 + +seconds) * secondMs;
  return parsed(text, start, start + secondMs, 'second', start);
}

function parsed(
  source: string,
  earliest: EpochMs,
  latest: EpochMs,
  precision: Precision,
  lastStart: EpochMs,
  year = 0,
  season = 0,
): ParsedDate {
  const uncertain = /[?%]/.test(source);
  const approximate = /[~%]/.test(source);
  const unspecified = source.includes('X');
  return {
    span: { source, earliest, latest, precision, uncertain, approximate, unspecified },
    lastStart,
    year,
    season,
  };
}

/** The first and the last year that four digits or `X`s stand for. */
function yearsLike(sign: string, digits: string): [first: number, last: number] {
  const low = +digits.replaceAll('X', '0');
  const high = +digits.replaceAll('X', '9');
  // The year 0 has no sign: `-000X` ends in the year -1.
  return sign ? [-high, -(low || 1)] : [low, high];
}

/** Tells whether a number, padded with zeros, fits digits and `X`s. */
function like(pattern: string): (n: number) => boolean {
  if (!pattern.includes('X')) return (n) => Math.abs(n) === +pattern;
  const regExp = new RegExp(`^${pattern.replaceAll('X', '.')}$`);
  return (n) => regExp.test(String(Math.abs(n)).padStart(pattern.length, '0'));
}

/** The numbers from 1 to `max` that fit digits and `X`s, ascending. */
function numbersLike(pattern: string, max: number): number[] {
  const fits = like(pattern);
  const numbers: number[] = [];
  for (let n = 1; n <= max; n++) if (fits(n)) numbers.push(n);
  return numbers;
}

/** The days that exist in the first year, from one year towards another, that has any; empty where none has. */
function findDays(
  from: number,
  to: number,
  likeYear: (year: number) => boolean,
  months: readonly number[],
  days: readonly number[],
): EpochMs[] {
  const daysOf = (year: number): EpochMs[] =>
    months.flatMap((month) => {
      const length = daysInMonth(year, month);
      return days.filter((day) => day <= length).map((day) => utcDate(year, month, day));
    });
  // Asked of a leap year first, so that 30 February does not cost a walk through ten thousand years.
  if (from !== to && daysOf(2000).length === 0) return [];
  const step = from < to ? 1 : -1;
  for (let year = from; year !== to + step; year += step) {
    const found = likeYear(year) ? daysOf(year) : [];
    if (found.length > 0) return found;
  }
  return [];
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

function noSuchDay(year: string, [month = 1, another]: number[], day: string): Refusal {
  if (another) return new Refusal(`None of these months has a day ${day}.`);
  return new Refusal(`${monthNames[month - 1]}${day === '29' ? ` ${year}` : ''} has no day ${day}.`);
}

/** How fine a year is written, by the `X`s at its end. */
function yearPrecision(digits: string): Precision {
  return precisionOf(4 - digits.replace(/X+$/, '').length);
}

function precisionOf(unknownDigits: number): Precision {
  return (['year', 'decade', 'century'] as const)[unknownDigits] ?? 'millennium';
}
