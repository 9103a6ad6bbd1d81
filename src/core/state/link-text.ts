import { facetNames, type FacetName, type Filters } from '../layout/facets.js';
import { dayMs, maxIntlTime } from '../temporal/calendar.js';
import { parseTemporal } from '../temporal/parse-temporal.js';
import type { EpochMs } from '../util/units.js';
import type { Domain } from '../viewport/domain.js';

/** What of a view stands in an address. What is not there is as the page has it; keys are the same in every language. */
export interface LinkedView {
  /** Id of the selected event; null where the page selects one, and the reader none. */
  readonly event?: string | null;
  readonly view?: string;
  /** Order of the story. */
  readonly order?: string;
  /** The visible range, half-open. */
  readonly from?: EpochMs;
  readonly to?: EpochMs;
  /** Keys of the lanes that are off. */
  readonly off?: readonly string[];
  /** Keys of the lanes that are on, where that is shorter to say. */
  readonly on?: readonly string[];
  readonly filters?: Filters;
  readonly query?: string;
}

/**
 * A view as text for an address: `event:e24;view:list;from:2016-05-14;to:2016-05-19;off:isis`. Empty for a view as the
 * page has it. ASCII, without what ends or divides a fragment.
 */
export function toLinkText({ event, view, order, from, to, off, on, filters = {}, query }: LinkedView): string {
  const part = (name: string, value: string | undefined): string[] => (value ? [`${name}:${encode(value)}`] : []);
  const list = (name: string, keys: Iterable<string> = []): string => `${name}:${[...keys].map(encode).join()}`;
  // No lane at all is not one lane whose key is empty.
  const lanes = (name: string, keys: readonly string[] | undefined): string[] =>
    keys ? [keys.length > 0 ? list(name, keys) : name] : [];
  return [
    ...(event === null ? ['event:'] : part('event', event)),
    ...part('view', view),
    ...part('order', order),
    ...(from === undefined ? [] : [`from:${timeText(from, false)}`]),
    ...(to === undefined ? [] : [`to:${timeText(to, true)}`]),
    ...lanes('off', off),
    ...lanes('on', on),
    ...facetNames.flatMap((name) => (filters[name]?.size ? [list(name, filters[name])] : [])),
    ...part('q', query),
  ].join(';');
}

/** Reads such a text. What is damaged or unknown is left out; of parts that are said twice the first one holds. */
export function fromLinkText(text: string): LinkedView {
  // Some programs that pass addresses on escape what need not be.
  const given = text.includes(':') || !/%3a/i.test(text) ? text : decode(text);
  const parts = new Map<string, string | null>();
  for (const part of given.split(';')) {
    const colon = part.indexOf(':');
    const name = colon < 0 ? part : part.slice(0, colon);
    if (!parts.has(name)) parts.set(name, colon < 0 ? null : part.slice(colon + 1));
  }
  const word = (name: string): string | undefined => decode(parts.get(name) ?? '') || undefined;
  const time = (name: string): EpochMs | undefined => timeOf(word(name) ?? '', name === 'to');
  const list = (name: string): readonly string[] | undefined => {
    const value = parts.get(name);
    return value === undefined ? undefined : value === null ? [] : value.split(',').map(decode);
  };
  const filters: Partial<Record<FacetName, ReadonlySet<string>>> = {};
  for (const name of facetNames) {
    const keys = list(name);
    if (keys && keys.length > 0) filters[name] = new Set(keys);
  }
  const read = {
    event: parts.get('event') === '' ? null : word('event'),
    view: word('view'),
    order: word('order'),
    from: time('from'),
    to: time('to'),
    off: list('off'),
    on: list('on'),
    filters: Object.keys(filters).length > 0 ? filters : undefined,
    query: word('q'),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** The text under a key of a fragment, among others that stand between `&`; null where there is none. */
export function linkTextIn(hash: string, key: string): string | null {
  const start = `${encode(key)}=`;
  return (
    partsOf(hash)
      .find((part) => part.startsWith(start))
      ?.slice(start.length) ?? null
  );
}

/** The fragment with another text under the key, or without it where that is empty; all else stays as it is. */
export function withLinkText(hash: string, key: string, text: string): string {
  const start = `${encode(key)}=`;
  const parts = partsOf(hash);
  const at = parts.findIndex((part) => part.startsWith(start));
  const own = text === '' ? [] : [start + text];
  const all = at < 0 ? [...parts, ...own] : [...parts.slice(0, at), ...own, ...parts.slice(at + 1)];
  return all.length > 0 ? `#${all.join('&')}` : '';
}

const partsOf = (hash: string): string[] => (/^#?$/.test(hash) ? [] : hash.replace(/^#/, '').split('&'));

/** So many steps across a view are finer than any screen. */
const steps = 4000;
const units: readonly EpochMs[] = [dayMs, 3_600_000, 60_000, 1000, 1];

/** A range as exact as can be seen, so that it is said in whole days or minutes. */
export function roundedRange([from, to]: Domain): Domain {
  const unit = units.find((one) => to - from >= steps * one) ?? 1;
  return [Math.round(from / unit) * unit, Math.round(to / unit) * unit];
}

/** `2016-05-14`, `2016-05-14T12:30Z`, `-012000-01-01`. The end of a range on a whole day is named by its last day. */
function timeText(time: EpochMs, isEnd: boolean): string {
  if (Math.abs(time) > maxIntlTime || !Number.isInteger(time)) return `${time}ms`;
  const isWholeDay = time % dayMs === 0 && !(isEnd && time === -maxIntlTime);
  if (isWholeDay) return new Date(isEnd ? time - dayMs : time).toISOString().slice(0, -14);
  return new Date(time).toISOString().replace(/(:00)?\.000Z$/, 'Z');
}

function timeOf(text: string, isEnd: boolean): EpochMs | undefined {
  const [, ms] = /^(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)ms$/.exec(text) ?? [];
  let time = NaN;
  if (ms !== undefined) time = Number(ms);
  else if (/^([+-]\d{6}|\d{4})-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{3})?)?Z)?$/.test(text)) {
    time = Date.parse(text) + (isEnd && !text.includes('T') ? dayMs : 0);
  } else {
    // As somebody may write it by hand: 2016-05.
    const parsed = parseTemporal(text);
    if (parsed.ok) time = (isEnd ? parsed.value.latest : parsed.value.earliest) ?? NaN;
  }
  return Number.isFinite(time) ? time : undefined;
}

/** Percent-encoding for what a fragment or a program that finds addresses in texts would cut; keeps `:`, `/` and `@`. */
function encode(text: string): string {
  return (
    text
      // Not \p{Surrogate}: WebKit passes over one that stands before some Arabic letters.
      .split(/([\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])/)
      .map((part, i) =>
        // Half a character has no bytes in UTF-8.
        i % 2
          ? `%u${part.charCodeAt(0).toString(16)}`
          : encodeURIComponent(part)
              .replace(/%(?:3A|2F|40)/g, decodeURIComponent)
              .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
      )
      .join('')
  );
}

function decode(text: string): string {
  return text.replace(/%u([\da-f]{4})|(?:%[\da-f]{2})+/gi, (escaped, unit?: string) => {
    if (unit) return String.fromCharCode(parseInt(unit, 16));
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}
