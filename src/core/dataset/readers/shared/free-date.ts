import { plainSpelling } from '../../../i18n/spelling.js';
import { daysInMonth, secondMs, utcDate } from '../../../temporal/calendar.js';
import { formatPlainDate, plainForm } from '../../../temporal/plain-date.js';
import type { DateOrder } from '../record-reader.js';

/**
 * A date as people write it in English or Arabic, as EDTF: `18/5/2016`, `May 18th, 2016`, `05/2016`,
 * `الأربعاء ١٨ أيار/مايو ٢٠١٦`. A day may have a time; one with a zone is told in UTC. Years have four digits.
 *
 * @param order which of the first two numbers of `5/6/2016` is the day, where they do not tell by themselves
 * @returns EDTF; `ambiguous` where nothing tells; null for what is no date, such as 31 April
 */
export function edtfOfFreeDate(text: string, order: DateOrder | null): string | null {
  const parts = partsOf(text);
  if (!parts) return null;
  const { year, one, other, clock } = parts;
  let { month, day } = parts;
  if (one !== undefined && other !== undefined) {
    if (one === 0 || other === 0) return null;
    const known = one === other ? 'dmy' : (orderOfNumbers(one, other) ?? order);
    if (known !== 'dmy' && known !== 'mdy') return 'ambiguous';
    [day, month] = known === 'dmy' ? [one, other] : [other, one];
  }
  if (month !== undefined && !(month >= 1 && month <= 12)) return null;
  if (day !== undefined && !(day >= 1 && day <= daysInMonth(year, month!))) return null;
  const start = utcDate(year, month, day);
  if (clock) return day === undefined ? null : timeOfDay(start, clock);
  return formatPlainDate(start, day ? plainForm.day : month ? plainForm.month : plainForm.year);
}

/** What of a date that has the form of one is not there, such as the day of 31 April; null where the form is none. */
export function missingOf(text: string): 'day' | 'month' | 'day or time' | null {
  const parts = partsOf(text);
  return parts && (parts.clock ? 'day or time' : (parts.day ?? parts.one) === undefined ? 'month' : 'day');
}

/** The order of day and month that a date shows, because one of its numbers can be no month; null where none does. */
export function orderShownBy(text: string): 'dmy' | 'mdy' | null {
  const { one, other } = partsOf(text) ?? {};
  return one && other ? orderOfNumbers(one, other) : null;
}

const orderOfNumbers = (one: number, other: number): 'dmy' | 'mdy' | null =>
  one > 12 ? 'dmy' : other > 12 ? 'mdy' : null;

/** What a text says; `one` and `other` where the day and the month are numbers in front of the year. */
interface DateParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly one?: number;
  readonly other?: number;
  readonly clock: RegExpExecArray | null;
}

const longestDate = 80;

/** A time of day at the end: minutes, or at least morning or afternoon. */
const clockPattern =
  /[ t](?:- |at |الساعه )?(\d\d?)(?::(\d\d)(?::(\d\d)(?:\.\d+)?)?)?(?: ?(?:([ap])\.?m\.?|(ص|صباحا)|(م|مساء)))? ?(z|utc|gmt|[+-]\d\d(?::?\d\d)?)?$/;

/** After words were replaced by months such as `m5`. */
const forms = [
  /^(?<year>\d{4})$/,
  /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/,
  /^(?<year>\d{4})([./-])(?<month>\d\d?)\2(?<day>\d\d?)$/,
  /^(?<year>\d{4})[/-](?<month>\d\d?)$/,
  /^(?<month>\d\d?)[./-](?<year>\d{4})$/,
  /^(?<one>\d\d?)([ ./-])(?<other>\d\d?)\2(?<year>\d{4})$/,
  /^(?:(?<day>\d\d?) )?m(?<month>\d+) (?<year>\d{4})$/,
  /^m(?<month>\d+) (?<day>\d\d?) (?<year>\d{4})$/,
  /^(?<year>\d{4}) m(?<month>\d+)(?: (?<day>\d\d?))?$/,
];

function partsOf(text: string): DateParts | null {
  if (text.length > longestDate) return null;
  const plain = plainSpelling(text).replace(/[\s,،]+/g, ' ');
  const time = clockPattern.exec(plain.trim());
  const clock = time && (time[2] ?? time[4] ?? time[5] ?? time[6]) !== undefined ? time : null;
  const date = (clock ? plain.trim().slice(0, clock.index) : plain)
    // Months of two words.
    .replace(/(كانون|تشرين) (?=ال|اول|ثاني)/g, '$1')
    .replace(/[^\d ./()-]+/g, (word) => (words ??= createWords()).get(word.replace(/^ال/, '')) ?? '?')
    .replace(/[ ./()-]*(m\d+)[ ./()-]*/g, ' $1 ')
    // A month by both its names.
    .replace(/(m\d+) +\1 /, '$1 ')
    .replace(/ *([ ./-]) */g, '$1')
    .replace(/^[ .]+|[ .]+$/g, '');
  for (const form of forms) {
    const found = form.exec(date)?.groups;
    if (!found) continue;
    const numbers = Object.entries(found).flatMap(([name, digits]) => (digits === undefined ? [] : [[name, +digits]]));
    return { ...(Object.fromEntries(numbers) as { year: number }), clock };
  }
  return null;
}

function timeOfDay(
  day: number,
  [, hours = '', minutes = '0', seconds, half, am, pm, zone]: RegExpExecArray,
): string | null {
  // `14:30-15:45` is a time and another one.
  if (zone !== undefined && /^-(?!\d{4})/.test(zone) && seconds === undefined) return null;
  const isHalf = half !== undefined || am !== undefined || pm !== undefined;
  if (+minutes > 59 || +(seconds ?? 0) > 59 || (isHalf ? !(+hours >= 1 && +hours <= 12) : +hours > 23)) return null;
  const hour = isHalf ? (+hours % 12) + (half === 'p' || pm !== undefined ? 12 : 0) : +hours;
  const [, sign = '', zoneHours = '0', zoneMinutes = '0'] = /^([+-])(\d\d):?(\d\d)?/.exec(zone ?? '') ?? [];
  if (+zoneHours > 23 || +zoneMinutes > 59) return null;
  const offset = +`${sign}${+zoneHours * 60 + +zoneMinutes}`;
  const time = day + (hour * 60 + +minutes - offset) * 60_000 + +(seconds ?? 0) * secondMs;
  return formatPlainDate(time, zone === undefined ? plainForm.time : plainForm.utcTime);
}

/** Words of dates in plain spelling, those of Arabic without their article: months as `m1` to `m12`, others as nothing. */
let words: Map<string, string> | undefined;

/** The names of each month: English, of the Levant and Iraq, of Egypt and the Gulf, of the Maghreb. */
const months = [
  'january jan كانونالثاني كانونثاني يناير جانفي',
  'february feb شباط فبراير فيفري',
  'march mar اذار مارس',
  'april apr نيسان ابريل افريل',
  'may ايار مايو ماي',
  'june jun حزيران يونيو يونيه جوان',
  'july jul تموز يوليو يوليه جويليه',
  'august aug اب اغسطس اوت غشت',
  'september sep sept ايلول سبتمبر شتنبر',
  'october oct تشرينالاول تشريناول اكتوبر',
  'november nov تشرينالثاني تشرينثاني نوفمبر نونبر',
  'december dec كانونالاول كانوناول ديسمبر دجنبر',
];

const otherWords =
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun ' +
  'اثنين ثلاثاء اربعاء خميس جمعه سبت احد يوم شهر سنه عام من في م the of on in day st nd rd th';

const createWords = (): Map<string, string> =>
  new Map([
    ...months.flatMap((names, i) => names.split(' ').map((name) => [name, `m${i + 1}`] as const)),
    ...otherWords.split(' ').map((word) => [word, ''] as const),
  ]);
