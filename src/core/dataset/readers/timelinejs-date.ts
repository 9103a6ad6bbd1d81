import { daysInMonth } from '../../temporal/calendar.js';
import { plainSpelling } from '../../i18n/spelling.js';
import { isMissing, type JsonObject } from '../../util/json.js';

/** Told what of a date is wrong: the part, the sentence, and what stands there. */
type Refuse = (part: string, message: string, value: unknown) => void;

/**
 * A date of TimelineJS, a number or a text for each of its parts, as EDTF of those that there are; with an hour, as an
 * instant in a zone that nobody names. A part that is wrong is left out, and with it those that are finer.
 *
 * TimelineJS writes "500 BCE" for the year −500, which EDTF, with its year 0, calls −0499.
 */
export function edtfOfParts(parts: JsonObject, refuse: Refuse): string | null {
  /** A part that is a whole number in its bounds; null where it is not stated, or wrong. */
  const part = (name: string, least: number, most: number): number | null => {
    const value = parts[name];
    const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : null;
    if (isMissing(value) || text?.trim() === '') return null;
    // Large years have commas.
    const digits = plainSpelling(text ?? '')
      .replace(/[\s,،]+/g, '')
      .replace(/^\u2212/, '-');
    const number = /^[-+]?\d{1,14}$/.test(digits) ? Number(digits) : NaN;
    if (number >= least && number <= most) return number;
    refuse(name, `A whole number from ${least} to ${most} was expected here; it is left out.`, value);
    return null;
  };

  const written = part('year', -largestYear, largestYear);
  const month = part('month', 1, 12);
  const time = readTime(parts, refuse) ?? timeOf(part('hour', 0, 23), part('minute', 0, 59), part('second', 0, 59));
  const year = written === null || written >= 0 ? written : written + 1;
  const day = part('day', 1, year === null || month === null ? 31 : daysInMonth(year, month));
  if (year === null) {
    if (isMissing(parts['year']) && (month ?? day ?? time) !== null)
      refuse('year', 'Without a year this is no date.', statedIn(parts));
    return null;
  }
  const isLarge = Math.abs(year) > 9999;
  const date = isLarge ? `Y${year}` : `${year < 0 ? '-' : ''}${twoDigits(Math.abs(year), 4)}`;
  if (isLarge ? month !== null : day !== null && month === null) {
    const why = isLarge ? 'A year of more than four digits' : 'A year without a month';
    refuse(
      isLarge ? 'month' : 'day',
      `${why} stands alone; what is finer is left out.`,
      parts[isLarge ? 'month' : 'day'],
    );
  } else if (time !== null && day === null) {
    refuse('time', 'A time of day needs a day; it is left out.', time);
  }
  if (isLarge || month === null) return date;
  if (day === null) return `${date}-${twoDigits(month)}`;
  return `${date}-${twoDigits(month)}-${twoDigits(day)}${time === null ? '' : `T${time}`}`;
}

/** What there is of a date, as it is written. */
const statedIn = (parts: JsonObject): JsonObject =>
  Object.fromEntries(
    finerParts.flatMap((name) => (isMissing(parts[name]) || parts[name] === '' ? [] : [[name, parts[name]]])),
  );

const finerParts = ['month', 'day', 'time', 'hour', 'minute', 'second'];

/** TimelineJS draws what cosmology knows; more than that is a slip. */
const largestYear = 99_999_999_999_999;

const twoDigits = (n: number, length = 2): string => String(n).padStart(length, '0');

const timeOf = (hour: number | null, minute: number | null, second: number | null): string | null =>
  hour === null ? null : [hour, minute ?? 0, second ?? 0].map((n) => twoDigits(n)).join(':');

/** `14:30`, `2:30:15 PM`, `1430` in the column of a sheet. */
function readTime(parts: JsonObject, refuse: Refuse): string | null {
  const value = parts['time'];
  if (typeof value !== 'string' || value.trim() === '') return null;
  const found = /^(\d\d?)(?:[:.]?(\d\d))?(?:[:.](\d\d)(?:[:.]\d+)?)?(?: ?([ap])\.?m\.?)?$/.exec(
    plainSpelling(value.trim()),
  );
  const [, hours = '', minutes = '0', seconds = '0', half] = found ?? [];
  const isRead = half ? +hours >= 1 && +hours <= 12 : +hours <= 23;
  if (found && isRead && +minutes <= 59 && +seconds <= 59) {
    return timeOf(half ? (+hours % 12) + (half === 'p' ? 12 : 0) : +hours, +minutes, +seconds);
  }
  refuse('time', 'This is not a time of day such as 14:30; it is left out.', value);
  return null;
}
