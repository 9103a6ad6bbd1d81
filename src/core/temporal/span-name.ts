import { calendarDay, dayMs, maxIntlTime, utcDate } from './calendar.js';
import type { DateFormatter } from './date-formatter.js';
import type { DatePreposition, DateWords } from './date-words.js';
import type { DateSpan, Precision } from './temporal.js';

/** The words and the numbers of one language. */
export interface DateLanguage {
  readonly words: DateWords;
  readonly formatter: DateFormatter;
}

/** What a caller wants left out because the words around it say it. */
export interface SpanNameOptions {
  readonly omitYear?: boolean;
  readonly omitMonth?: boolean;
  /** Of a time, its day or its zone. */
  readonly omitDay?: boolean;
  readonly omitZone?: boolean;
  /** Years as bare numbers, as in a list. */
  readonly bareYear?: boolean;
}

/**
 * The noun for a span: `18 May 2016`, `May 2016`, `spring 2016`, `2016`, `the 1960s`. Null where it has none, as
 * `2016-05-1X` or a month in another calendar: its first and last day (month, year) then say it.
 */
export function nameSpan(span: DateSpan, language: DateLanguage, options: SpanNameOptions = {}): string | null {
  const { words, formatter } = language;
  const { earliest, latest, source } = span;
  const { year, month } = calendarDay(earliest);
  const yearText = formatter.format(earliest, 'year');
  const dayText = formatter.format(earliest, options.omitMonth ? 'day' : options.omitYear ? 'day-month' : 'full');
  switch (writtenPrecision(span, formatter)) {
    case 'second': {
      const time = formatter.format(earliest, earliest % 60_000 ? 'time-seconds' : 'time');
      return words.time(options.omitDay ? null : dayText, time, !options.omitZone && hasZone(span));
    }
    case 'day':
      return latest - earliest > dayMs ? null : dayText;
    case 'month':
      if (utcDate(year, month + 1) !== latest) return null;
      return formatter.format(earliest, options.omitYear ? 'month' : 'month-year');
    case 'season': {
      const code = /^[?~%]?-?\d{4}[?~%]?-[?~%]?(\d\d)/.exec(source)?.[1];
      return code ? words.season(+code, yearText) : null;
    }
    case 'year':
      if (utcDate(year + 1) !== latest) return null;
      return options.bareYear ? yearText : words.year(yearText);
    case 'decade':
      return words.decade(year, yearText) ?? nameYears(span, language);
    default:
      return nameYears(span, language);
  }
}

/** A time whose zone is written; all are told in UTC. */
export function hasZone({ source }: DateSpan): boolean {
  return /Z|:\d\d[+-]/.test(source);
}

export function prepositionFor(span: DateSpan): DatePreposition {
  return span.precision === 'day' || span.precision === 'second' ? 'on' : 'in';
}

/** The first or the last day, month or year of a span, as a span that has a name. */
export function edgeOf(span: DateSpan, edge: 'first' | 'last', formatter: DateFormatter): DateSpan {
  const { year, month, day } = calendarDay(edge === 'first' ? span.earliest : span.latest - dayMs);
  switch (writtenPrecision(span, formatter)) {
    case 'second':
    case 'day':
      return { ...span, precision: 'day', earliest: utcDate(year, month, day), latest: utcDate(year, month, day + 1) };
    case 'month':
    case 'season':
      return { ...span, precision: 'month', earliest: utcDate(year, month), latest: utcDate(year, month + 1) };
    default: {
      // Far away, a day is less than what a double can hold; years are always whole.
      const wholeYear = edge === 'first' ? year : calendarDay(span.latest).year - 1;
      return { ...span, precision: 'year', earliest: utcDate(wholeYear), latest: utcDate(wholeYear + 1) };
    }
  }
}

/** EDTF's months and years are Gregorian; another calendar can only name their days. */
function writtenPrecision({ precision, latest }: DateSpan, { gregorian }: DateFormatter): Precision {
  return gregorian || precision === 'second' || Math.abs(latest) > maxIntlTime ? precision : 'day';
}

function nameYears(span: DateSpan, { words, formatter }: DateLanguage): string {
  const [first, last] = [edgeOf(span, 'first', formatter), edgeOf(span, 'last', formatter)];
  return words.years(formatter.format(first.earliest, 'year'), formatter.format(last.earliest, 'year'));
}
