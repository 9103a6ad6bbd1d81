import type { RelationType } from '../dataset/event.js';
import type { EpochMs } from '../util/units.js';
import type { DateFormatter } from './date-formatter.js';
import type { DateWords } from './date-words.js';
import { edgeOf, hasZone, nameSpan, prepositionFor, type DateLanguage, type SpanNameOptions } from './span-name.js';
import type { Bound, DateSpan, Precision, SetMember, Temporal } from './temporal.js';

export interface DescribedRelation {
  readonly type: RelationType;
  readonly title: string;
  readonly possible: boolean;
}

export interface DescribeExtras {
  /** A likelier date inside the date; uncertain makes it "perhaps". */
  readonly likely?: Temporal | null;
  /** Said where the date is null: all that is known then is the order. */
  readonly relations?: readonly DescribedRelation[];
}

/**
 * A date in words, as part of a sentence that starts in lower case: `sometime between 14 and 18 May 2016, likely on
 * 14 May`. What two dates share is said once.
 */
export function describeTemporal(
  temporal: Temporal | null,
  words: DateWords,
  formatter: DateFormatter,
  { likely, relations = [] }: DescribeExtras = {},
): string {
  const language: DateLanguage = { words, formatter };
  const order = relations.map(({ type, title, possible }) => words.relation(type, title, possible));
  const undated = order.length > 0 ? words.join(order) : words.undated;
  const date = temporal ? describeDate(temporal, language, false) : undated;
  return likely ? date + describeLikely(likely, temporal, language) : date;
}

/** Starts a sentence with a capital letter, in scripts that have them. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** For a heading or the tag at an edge: `3 Mar`, with the year `3 Mar 2016`; `Mar 2016` for a month, `2016` for a year. */
export function shortDate(time: EpochMs, precision: Precision, formatter: DateFormatter, withYear = false): string {
  const asDay = !formatter.gregorian || precision === 'second' || precision === 'day' || precision === 'season';
  if (asDay) return formatter.format(time, withYear ? 'short-full' : 'short-day-month');
  return formatter.format(time, precision === 'month' ? 'short-month-year' : 'year');
}

/** A bound that another event's date narrowed, as `narrowBounds` gives it. */
export interface DescribedNarrowing {
  readonly side: 'earliest' | 'latest';
  /** The bound; exclusive for `latest`, as everywhere. */
  readonly time: EpochMs;
  /** This event's relation to the other one. */
  readonly type: RelationType;
  /** The other event's title. */
  readonly title: string;
}

/** `not after 18 May, because it was before {title}`; without the year where `beside` says it already. */
export function describeNarrowing(
  { side, time, type, title }: DescribedNarrowing,
  words: DateWords,
  formatter: DateFormatter,
  beside: Temporal | null = null,
): string {
  const instant = side === 'latest' ? time - 1 : time;
  const date = formatter.format(instant, canOmitYear(instant, beside, formatter) ? 'day-month' : 'full');
  return side === 'latest' ? words.notAfter(date, type, title) : words.notBefore(date, type, title);
}

function describeDate(temporal: Temporal, language: DateLanguage, omitYear: boolean): string {
  const { type, members } = temporal;
  if (type === 'interval') return describeInterval(temporal, language);
  const [only, another] = members;
  const isList = another !== undefined || (type === 'all-of' && only?.start !== only?.end);
  if (isList) {
    const items = members.map((member) => describeMember(member, language));
    return type === 'one-of' ? language.words.oneOf(items) : language.words.eachOf(items);
  }
  return describeOnce(temporal, language, omitYear);
}

function describeInterval({ start, end }: Temporal, language: DateLanguage): string {
  const { words } = language;
  const from = spanOf(start);
  const to = spanOf(end);
  if (from && to) return words.fromTo(...nameEnds(from, to, language));
  if (from) return (end.state === 'open' ? words.since : words.endUnknown)(nameEnd(from, language));
  if (to) return (start.state === 'open' ? words.until : words.startUnknown)(nameEnd(to, language));
  return words.ongoing;
}

/** A date, or a set that is one range. */
function describeOnce({ start, end }: Temporal, language: DateLanguage, omitYear: boolean): string {
  const { words, formatter } = language;
  const from = spanOf(start);
  const to = spanOf(end);
  if (from && to) {
    const name = from.source === to.source ? nameSpan(from, language, { omitYear }) : null;
    if (name === null)
      return words.between(...nameEnds(named(from, 'first', language), named(to, 'last', language), language));
    const phrase = from.approximate ? words.around(name) : words.at(name, prepositionFor(from));
    return from.uncertain ? words.possibly(phrase) : phrase;
  }
  const only = to ? named(to, 'last', language) : from && named(from, 'first', language);
  if (!only) return words.undated;
  const preposition = formatter.gregorian ? prepositionFor(only) : 'on';
  return (to ? words.onOrBefore : words.onOrAfter)(nameEnd(only, language), preposition);
}

function describeMember({ start, end }: SetMember, language: DateLanguage): string {
  const options: SpanNameOptions = { bareYear: true };
  if (start && start === end) return nameEnd(start, language, options);
  if (start && end) return language.words.range(...nameEnds(start, end, language, options));
  if (end) return language.words.orEarlier(nameEnd(end, language, options));
  return start ? language.words.orLater(nameEnd(start, language, options)) : '';
}

/** The span itself where it has a name, else its edge. */
function named(span: DateSpan, edge: 'first' | 'last', language: DateLanguage): DateSpan {
  return nameSpan(span, language) === null ? edgeOf(span, edge, language.formatter) : span;
}

/** Two nouns for two ends, the first without what the second says as well. */
function nameEnds(a: DateSpan, b: DateSpan, language: DateLanguage, options: SpanNameOptions = {}): [string, string] {
  const { formatter } = language;
  const share = (shape: 'full' | 'year' | 'month'): boolean =>
    formatter.format(a.earliest, shape) === formatter.format(b.earliest, shape);
  const omitYear = formatter.yearLast && a.precision === b.precision && a.precision !== 'second' && share('year');
  // "14 (possibly)" would leave the reader with a lone number.
  const omitMonth = omitYear && formatter.dayFirst && a.precision === 'day' && !a.uncertain && share('month');
  const likeTimes = a.precision === 'second' && b.precision === 'second' && hasZone(a) === hasZone(b);
  const omitZone = likeTimes && hasZone(a);
  const omitDay = likeTimes && share('full');
  return [
    nameEnd(a, language, { ...options, omitYear, omitMonth, omitZone }),
    nameEnd(b, language, { ...options, omitDay }),
  ];
}

function nameEnd(span: DateSpan, language: DateLanguage, options: SpanNameOptions = {}): string {
  const { words, formatter } = language;
  const name = nameSpan(span, language, options);
  if (name === null) {
    return words.timeBetween(...nameEnds(edgeOf(span, 'first', formatter), edgeOf(span, 'last', formatter), language));
  }
  const about = span.approximate ? words.about(name) : name;
  return span.uncertain ? words.doubtful(about) : about;
}

/** The doubt of a likely date is in its lead, "likely" or "perhaps", and is not said twice. */
function describeLikely(likely: Temporal, beside: Temporal | null, language: DateLanguage): string {
  const sure = (bound: Bound): Bound =>
    bound.state === 'known' ? { state: 'known', span: { ...bound.span, uncertain: false } } : bound;
  const omitYear = likely.earliest !== null && canOmitYear(likely.earliest, beside, language.formatter);
  const phrase = describeDate({ ...likely, start: sure(likely.start), end: sure(likely.end) }, language, omitYear);
  return likely.uncertain ? language.words.perhaps(phrase) : language.words.likely(phrase);
}

/** True where all that is said beside lies in the same year. */
function canOmitYear(time: EpochMs, beside: Temporal | null, formatter: DateFormatter): boolean {
  const year = formatter.format(time, 'year');
  const edges = [beside?.earliest, beside?.latest && beside.latest - 1].filter((edge) => typeof edge === 'number');
  return edges.length > 0 && edges.every((edge) => formatter.format(edge, 'year') === year);
}

function spanOf(bound: Bound): DateSpan | null {
  return bound.state === 'known' ? bound.span : null;
}
