import { capitalise, describeTemporal } from '../temporal/describe-temporal.js';
import { parseTemporal } from '../temporal/parse-temporal.js';
import { day, domainLength, type Domain } from '../viewport/domain.js';
import { describeStep } from './describe-bin.js';
import { fill, type Language } from './language.js';
import type { SceneTally } from './scene.js';

/** The visible range in words: the whole days in it, or the times where less than two days are visible. */
export function describeRange(domain: Domain, { dateWords, dates }: Language): string {
  if (domainLength(domain) < 2 * day) {
    const [from, to] = domain.map((time) => [dates.format(time, 'day-month'), dates.format(time, 'time')] as const);
    return capitalise(dateWords.fromTo(dateWords.time(...from!, false), dateWords.time(...to!, true)));
  }
  const first = Math.ceil(domain[0] / day) * day;
  const last = Math.floor(domain[1] / day) * day - day;
  const parsed = parseTemporal(`${isoDay(first)}/${isoDay(Math.max(first, last))}`);
  // EDTF has no days in years of five digits.
  if (!parsed.ok) return capitalise(dateWords.fromTo(dates.format(first, 'full'), dates.format(last, 'full')));
  return capitalise(describeTemporal(parsed.value, dateWords, dates));
}

/**
 * What is in view and what is not: "From 14 to 19 May 2016. 33 of 33 events; 1 starts before this view." Of events that are
 * counted: "1,883 to 2,142 of 100,000 events, counted by month; zoom in for each."
 */
export function describeView(
  domain: Domain | null,
  tally: SceneTally,
  all: number,
  language: Language,
): { readonly range: string; readonly counts: string } {
  const { messages, numbers } = language;
  const { counts, density } = messages;
  const { least, most } = tally.inView;
  const n = numbers.format(most);
  const { comma, semicolon } = language;
  const events = { low: numbers.format(least), n, all: numbers.count(all, counts.events) };
  const { counted } = tally;
  const hidden = tally.shown < all ? [numbers.count(all - tally.shown, counts.hiddenByFilter)] : [];
  // Where events are counted, the range says how many reach beyond the view.
  const parts = counted
    ? [
        fill(least < most ? density.inView : counts.inView, events) +
          comma +
          fill(density.counted, { by: describeStep(counted, language) }),
        ...hidden,
      ]
    : [
        fill(counts.inView, events),
        ...(tally.startBefore > 0 ? [numbers.count(tally.startBefore, counts.startBefore)] : []),
        ...(tally.endAfter > 0 ? [numbers.count(tally.endAfter, counts.endAfter)] : []),
        ...(tally.outside > 0 ? [numbers.count(tally.outside, counts.outside)] : []),
        ...hidden,
        ...(tally.unnamed > 0 ? [fill(counts.named, { n: numbers.format(most - tally.unnamed), all: n })] : []),
      ];
  return {
    range: domain ? `${describeRange(domain, language)}.` : '',
    counts: `${parts.join(semicolon)}.`,
  };
}

/** EDTF of a day, also of years before 1 and after 9999. */
function isoDay(time: number): string {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  if (Number.isNaN(year)) return '';
  if (year > 9999 || year < -9999) return `Y${year}`;
  return `${year < 0 ? '-' : ''}${pad(Math.abs(year), 4)}-${pad(date.getUTCMonth() + 1, 2)}-${pad(date.getUTCDate(), 2)}`;
}
