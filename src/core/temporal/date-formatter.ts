import type { EpochMs } from '../util/units.js';
import { calendarDay, maxIntlTime } from './calendar.js';

/** What of a date to write: `18 May 2016`, `18 May`, `18`, `May 2016`, `May`, `2016`, `3 Mar`, `10:20`. */
export type DateShape =
  | 'full'
  | 'day-month'
  | 'day'
  | 'month-year'
  | 'month'
  | 'year'
  | 'short-full'
  | 'short-day-month'
  | 'short-month-year'
  | 'weekday'
  | 'short-month'
  | 'time'
  | 'time-seconds';

/** Writes days, months and years of one locale, always in UTC. Never throws, however far away the year is. */
export interface DateFormatter {
  readonly locale: string;
  /** False where the locale asks for another calendar: months and years as written in EDTF then have no name. */
  readonly gregorian: boolean;
  /** `14 and 18 May` reads well. */
  readonly dayFirst: boolean;
  /** `3 March and 19 May 2016` reads well. */
  readonly yearLast: boolean;
  format(time: EpochMs, shape: DateShape): string;
}

const shapes: Readonly<Record<DateShape | 'whole', Intl.DateTimeFormatOptions>> = {
  whole: { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' },
  full: { day: 'numeric', month: 'long', year: 'numeric' },
  'day-month': { day: 'numeric', month: 'long' },
  day: { day: 'numeric' },
  'month-year': { month: 'long', year: 'numeric' },
  month: { month: 'long' },
  year: { year: 'numeric' },
  'short-full': { day: 'numeric', month: 'short', year: 'numeric' },
  'short-day-month': { day: 'numeric', month: 'short' },
  'short-month-year': { month: 'short', year: 'numeric' },
  weekday: { weekday: 'short' },
  'short-month': { month: 'short' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  'time-seconds': { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' },
};

/** What a shape is made of, where pieces may be joined by spaces. */
const piecesOf: Readonly<Partial<Record<DateShape, readonly ('weekday' | 'day' | 'month' | 'year')[]>>> = {
  full: ['day', 'month', 'year'],
  'day-month': ['day', 'month'],
  day: ['day'],
  'month-year': ['month', 'year'],
  month: ['month'],
  year: ['year'],
  'short-full': ['day', 'month', 'year'],
  'short-day-month': ['day', 'month'],
  'short-month-year': ['month', 'year'],
  'short-month': ['month'],
  weekday: ['weekday'],
};

const isSpaced = ({ type, value }: Intl.DateTimeFormatPart): boolean => type !== 'literal' || value === ' ';

const formatters = new Map<string, DateFormatter>();

/**
 * A formatter for a BCP 47 locale; the same object for the same locale.
 *
 * The calendar is Gregorian, whatever the region's habit, unless the locale asks for another with `-u-ca-`. Plain `en`
 * is day first as in `en-GB`; `en-US` has its own order. Years before 100 carry their era: `44 BC`, `99 AD`. A locale
 * that is not BCP 47 is read as `en`.
 */
export function createDateFormatter(locale: string): DateFormatter {
  const cached = formatters.get(locale);
  if (cached) return cached;
  const formatter = buildFormatter(resolveLocale(locale), locale);
  formatters.set(locale, formatter);
  return formatter;
}

function resolveLocale(locale: string): Intl.Locale {
  try {
    const resolved = new Intl.Locale(locale);
    if (resolved.language !== 'en' || resolved.region) return resolved;
    return new Intl.Locale(locale, { region: 'GB' });
  } catch {
    return new Intl.Locale('en-GB');
  }
}

function buildFormatter(resolved: Intl.Locale, locale: string): DateFormatter {
  const cache = new Map<string, Intl.DateTimeFormat>();
  const calendar = resolved.calendar ?? 'gregory';
  const intl = (shape: DateShape | 'whole', era: boolean): Intl.DateTimeFormat => {
    const key = shape + era;
    let format = cache.get(key);
    if (!format) {
      const options: Intl.DateTimeFormatOptions = { ...shapes[shape], calendar, timeZone: 'UTC' };
      if (era) options.era = 'short';
      cache.set(key, (format = new Intl.DateTimeFormat(resolved, options)));
    }
    return format;
  };
  const whole = intl('whole', false);
  const gregorian = ['gregory', 'iso8601'].includes(whole.resolvedOptions().calendar);
  const parts = whole.formatToParts(0);
  const order = parts.map((part) => part.type);
  const at = (type: 'day' | 'month' | 'year'): number => order.indexOf(type);
  // A formatter costs a millisecond or more to make. Where dates are day, month, year with spaces between, as in English
  // and Arabic, two of them give the pieces of every shape; else each shape has its own.
  const isPlain =
    gregorian &&
    order.slice(at('day')).join() === 'day,literal,month,literal,year' &&
    parts.slice(at('day')).every(isSpaced);
  const pieces = (time: EpochMs, shape: DateShape): string | null => {
    const names = isPlain ? piecesOf[shape] : undefined;
    if (!names) return null;
    const found = intl(shape.startsWith('short') ? 'short-full' : 'whole', false).formatToParts(time);
    return names.map((name) => found.find(({ type }) => type === name)!.value).join(' ');
  };

  return {
    locale,
    gregorian,
    dayFirst: at('day') < at('month'),
    yearLast: at('year') > Math.max(at('day'), at('month')),
    format(time, shape) {
      const { year } = calendarDay(time);
      if (!(Math.abs(time) <= maxIntlTime)) {
        const number = new Intl.NumberFormat(resolved).format(year > 0 ? year : 1 - year);
        if (year > 0) return number;
        const parts = intl('year', true).formatToParts(-maxIntlTime);
        return plain(parts.map((part) => (part.type === 'year' ? number : part.value)).join(''));
      }
      const era = gregorian && year < 100 && /full|year/.test(shape);
      return plain((era ? null : pieces(time, shape)) ?? intl(shape, era).format(time));
    },
  };
}

/** Some versions of ICU put marks of direction between Arabic numbers. */
function plain(text: string): string {
  return text.replace(/[\u200e\u200f\u061c]/g, '');
}
