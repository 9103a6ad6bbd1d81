import { parseDate, type ParsedDate } from './parse-date.js';
import { explainRefusal, Refusal, type RefusalCode } from './refusal.js';
import { isSeasonOfEitherHemisphere } from './season.js';
import type { Bound, DateSpan, Precision, SetMember, Temporal } from './temporal.js';

/** The value, or a code and a plain English sentence for the person who mends the data. */
export type ParseResult =
  | { readonly ok: true; readonly value: Temporal }
  | { readonly ok: false; readonly code: RefusalCode; readonly message: string };

const maxLength = 200;

/**
 * Parses EDTF (ISO 8601-2:2019, levels 0 to 2; Library of Congress specification of 4 February 2019). Never throws.
 *
 * - A time without a zone is read as UTC. Times stand alone or in sets; an interval has dates only.
 * - A year with `Y` stands alone, and has at most 15 digits.
 * - An end may not begin before its start: `2004-06-11/2004-06` is refused, `2004-06-11/2004-06-XX` is not.
 * - At most 200 characters.
 * - See `Season` for the months behind 21–41.
 */
export function parseTemporal(text: string): ParseResult {
  let result = parsed.get(text);
  if (!result) {
    result = parseAnew(text);
    if (parsed.size >= mostParsed) parsed.clear();
    parsed.set(text, result);
  }
  return result;
}

/** Data say the same dates again and again, and a value never changes. */
const parsed = new Map<string, ParseResult>();
const mostParsed = 4096;

function parseAnew(text: string): ParseResult {
  try {
    if (text.length > maxLength) throw new Refusal(`The date is longer than ${maxLength} characters.`);
    return { ok: true, value: parse(text) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, message: error.message };
    return { ok: false, code: 'invalid-date', message: 'The date is not a text.' };
  }
}

function parse(text: string): Temporal {
  const set = /^(?:\[(.+)\]|\{(.+)\})$/.exec(text);
  if (set) return parseSet(text, set[1] ? 'one-of' : 'all-of', set[1] ?? set[2] ?? '');
  if (text.includes('/')) return parseInterval(text);
  const { span } = parseDate(text);
  const { earliest, latest, uncertain, approximate, precision } = span;
  const bound = known(span);
  return {
    source: text,
    type: 'date',
    earliest,
    latest,
    start: bound,
    end: bound,
    members: [],
    uncertain,
    approximate,
    precision,
  };
}

function parseInterval(text: string): Temporal {
  const [startText = '', endText = '', more] = text.split('/');
  if (more !== undefined || text === '/') throw explainRefusal(text);
  const start = /^(\.\.)?$/.test(startText) ? null : parsePart(startText);
  const end = /^(\.\.)?$/.test(endText) ? null : parsePart(endText);
  if (start?.span.precision === 'second' || end?.span.precision === 'second') {
    throw new Refusal('An interval has dates, not times.');
  }
  checkOrder(start, end);
  return build(text, 'interval', boundOf(start?.span, startText), boundOf(end?.span, endText), []);
}

function parseSet(text: string, type: 'one-of' | 'all-of', list: string): Temporal {
  const items = list.split(',');
  const members = items.map((item, index): SetMember => {
    const [startText = '', endText, more] = item.split('..');
    const misplaced = (!startText && index > 0) || (endText === '' && index < items.length - 1);
    if (more !== undefined || misplaced || (!startText && !endText)) throw explainRefusal(text);

    const start = startText ? parsePart(startText) : null;
    if (endText === undefined) return { start: start && start.span, end: start && start.span };
    const end = endText ? parsePart(endText) : null;
    checkOrder(start, end);
    return { start: start && start.span, end: end && end.span };
  });
  members.sort((a, b) => earliestOf(a) - earliestOf(b) || latestOf(a) - latestOf(b));
  const last = members.reduce((a, b) => (latestOf(b) > latestOf(a) ? b : a));
  return build(text, type, boundOf(members[0]?.start, '..'), boundOf(last.end, '..'), members);
}

// Large instead of infinite, because the difference of two infinities is not a number.
const earliestOf = (member: SetMember): number => member.start?.earliest ?? -Number.MAX_VALUE;
const latestOf = (member: SetMember): number => member.end?.latest ?? Number.MAX_VALUE;

function parsePart(text: string): ParsedDate {
  if (text.startsWith('Y')) throw new Refusal('A year with Y stands alone, not in an interval or a set.');
  return parseDate(text);
}

function checkOrder(start: ParsedDate | null, end: ParsedDate | null): void {
  if (!start || !end) return;
  // Spring comes before autumn or after it, depending on the hemisphere; within one year the codes' order decides.
  const seasonsReversed =
    isSeasonOfEitherHemisphere(start.season) &&
    isSeasonOfEitherHemisphere(end.season) &&
    start.year === end.year &&
    start.season > end.season;
  if (start.span.earliest > end.lastStart || seasonsReversed) {
    throw new Refusal(`The end ${end.span.source} begins before the start ${start.span.source}.`, 'end-before-start');
  }
}

function build(
  source: string,
  type: Temporal['type'],
  start: Bound,
  end: Bound,
  members: readonly SetMember[],
): Temporal {
  const first = start.state === 'known' ? start.span : null;
  const last = end.state === 'known' ? end.span : null;
  const spans = [first, last];
  for (const member of members) spans.push(member.start, member.end);
  return {
    source,
    type,
    earliest: first && first.earliest,
    latest: last && last.latest,
    start,
    end,
    members,
    uncertain: spans.some((span) => span?.uncertain),
    approximate: spans.some((span) => span?.approximate),
    precision: coarser(first ?? last, last ?? first),
  };
}

const finestFirst: readonly Precision[] = [
  'second',
  'day',
  'month',
  'season',
  'year',
  'decade',
  'century',
  'millennium',
];

function coarser(a: DateSpan | null, b: DateSpan | null): Precision {
  if (!a || !b) return 'day';
  return finestFirst.indexOf(a.precision) > finestFirst.indexOf(b.precision) ? a.precision : b.precision;
}

function known(span: DateSpan): Bound {
  return { state: 'known', span };
}

function boundOf(span: DateSpan | null | undefined, text: string): Bound {
  return span ? known(span) : { state: text ? 'open' : 'unknown' };
}
