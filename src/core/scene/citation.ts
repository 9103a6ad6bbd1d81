import { pickText, type ShownText } from '../i18n/text.js';
import type { LocalizedText } from '../i18n/localized-text.js';
import type { Language } from './language.js';
import { calendarDay } from '../temporal/calendar.js';
import type { DateShape } from '../temporal/date-formatter.js';
import { capitalise, describeTemporal } from '../temporal/describe-temporal.js';
import { parseTemporal } from '../temporal/parse-temporal.js';
import type { Bound, Precision, Temporal } from '../temporal/temporal.js';
import { asciiName } from '../util/ascii-name.js';
import { safeUrl } from '../util/safe-url.js';
import type { EpochMs } from '../util/units.js';
import { primarySourceOf, type Dataset } from '../dataset/dataset.js';
import type { Source } from '../dataset/event.js';

/** How a citation may be written. */
export const citationStyles = ['text', 'bibtex', 'csl-json'] as const;
export type CitationStyle = (typeof citationStyles)[number];

export interface CitationInput {
  readonly dataset: Dataset;
  /** Of the timeline; null where nobody has named it. */
  readonly title: ShownText | null;
  readonly language: Language;
  /** Address of the page that shows it; null where it has none that leads there. */
  readonly url: string | null;
  /** The day on which it was looked at: its midnight, as if in UTC. */
  readonly accessed: EpochMs;
}

/** One thing that is cited: the timeline itself, or what it is taken from. What is not known is not there. */
interface Item {
  readonly key: string;
  readonly title?: string | undefined;
  readonly lang?: string | undefined;
  readonly author?: string | undefined;
  readonly publisher?: string | undefined;
  readonly genre?: string | undefined;
  readonly issued?: Temporal | undefined;
  readonly url?: string | undefined;
  readonly accessed?: EpochMs | undefined;
  readonly note?: string | undefined;
}

/** Without a primary source, so many of all are named. */
const mostSources = 20;

/**
 * How to cite a timeline: with its title, what it is taken from, the words that a licence asks for, the address and the
 * day of the visit. Author and date are those that the data give for a source; the timeline itself has none.
 */
export function cite(style: CitationStyle, input: CitationInput): string {
  const { dataset, title, language, url, accessed } = input;
  const { messages } = language;
  const text = (value: LocalizedText | null | undefined): string | undefined =>
    value ? flat(pickText(value, language.locale, dataset.language).text) || undefined : undefined;
  const key = asciiName(title?.text ?? '') || asciiName(keyTitle(dataset)) || 'timeline';
  const primary = primarySourceOf(dataset);
  const all = primary ? [primary] : [...dataset.sources.values()].slice(0, mostSources);
  const sources = all.map((source, i) => itemOf(source, `${key}-source${i > 0 ? i + 1 : ''}`));
  const lines = sources.map((source) => sourceText(source, language));
  const licence = dataset.licence && messages.licence.replace('{licence}', () => dataset.licence!);
  const attribution = text(dataset.attribution);
  const note = [
    ...(lines.length > 0
      ? [`${lines.length > 1 ? `${messages.details.sources}:` : messages.source} ${lines.join(language.semicolon)}`]
      : []),
    attribution,
    // Many attributions name the licence themselves.
    attribution?.includes(dataset.licence ?? '') ? null : licence,
  ]
    .flatMap((part) => (part ? [sentence(flat(part))] : []))
    .join(' ');
  const timeline: Item = {
    key,
    title: title ? flat(title.text) : undefined,
    lang: title?.lang,
    genre: messages.status.untitled,
    note: note || undefined,
    ...(url && { url, accessed }),
  };
  const items = [timeline, ...sources];
  if (style === 'bibtex') return items.map((item) => bibtex(item, language)).join('\n');
  if (style === 'csl-json')
    return JSON.stringify(
      items.map((item) => csl(item, language)),
      null,
      2,
    );
  const day = language.dates.format(accessed, 'full');
  const visit = `${url} (${messages.citation.accessed.replace('{date}', day)})`;
  return [timeline.title && `${quoted(timeline.title, language)}.`, `${timeline.genre}.`, note, url && sentence(visit)]
    .filter(Boolean)
    .join(' ');

  function itemOf(source: Source, key: string): Item {
    const parsed = source.date === undefined ? null : parseTemporal(source.date);
    return {
      key,
      title: text(source.title),
      lang: pickText(source.title, language.locale, dataset.language).lang,
      author: text(source.author),
      publisher: text(source.publisher),
      issued: parsed?.ok ? parsed.value : undefined,
      url: safeUrl(source.url) ?? undefined,
    };
  }
}

/** A key is in ASCII: the title in English, where there is one. */
const keyTitle = ({ title, language }: Dataset): string => (title ? pickText(title, 'en', language).text : '');

/** On one line, without what would turn the text behind it around (UAX 9, 2.1 to 2.5) or is no letter of any file. */
const flat = (text: string): string =>
  text
    .replace(/[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
const sentence = (text: string): string => (/[.!?؟…]$/.test(text) ? text : `${text}.`);
const quoted = (text: string, { messages }: Language): string =>
  messages.casualties.bareWords.replace('{words}', () => text);

const sourceText = ({ author, title, publisher, issued, url }: Item, language: Language): string =>
  [author, title && quoted(title, language), publisher, issued && dateText(issued, language), url]
    .filter(Boolean)
    .join(language.comma);

/** How dates of a precision are written, and how many of year, month and day they have. */
const forms: Partial<Record<Precision, readonly [DateShape, parts: number]>> = {
  year: ['year', 1],
  month: ['month-year', 2],
  day: ['full', 3],
  second: ['full', 3],
};

/** `19 May 2016`; what is less certain in words: `around 19 May 2016`. */
function dateText(date: Temporal, { dates, dateWords }: Language): string {
  const form = isPlain(date) ? forms[date.precision] : undefined;
  return form ? dates.format(date.earliest!, form[0]) : describeTemporal(date, dateWords, dates);
}

const isPlain = ({ type, uncertain, approximate }: Temporal): boolean => type === 'date' && !uncertain && !approximate;

/** Year, month and day, as far as they are written; null for what has none. */
function partsOf(bound: Bound): readonly number[] | null {
  if (bound.state !== 'known') return null;
  const form = forms[bound.span.precision];
  return form ? dayParts(bound.span.earliest).slice(0, form[1]) : null;
}

function dayParts(time: EpochMs): readonly number[] {
  const { year, month, day } = calendarDay(time);
  return [year, month, day];
}

/** The days of a date or an interval; null where calendar fields cannot say it. */
function datePartsOf({ type, start, end }: Temporal): readonly (readonly number[])[] | null {
  if (type !== 'date' && type !== 'interval') return null;
  const parts = (type === 'date' ? [start] : [start, end]).map(partsOf);
  return parts.every((part) => part !== null) ? parts : null;
}

/** CSL-JSON 1.0.2: a date that its fields cannot say stands there in words. */
function csl({ key, title, lang, author, publisher, genre, issued, url, accessed, note }: Item, language: Language) {
  const parts = issued && datePartsOf(issued);
  return {
    id: key,
    type: url ? 'webpage' : 'document',
    title,
    author: author && [{ literal: author }],
    publisher,
    genre,
    issued:
      issued &&
      (parts
        ? { 'date-parts': parts, ...((issued.uncertain || issued.approximate) && { circa: true }) }
        : { literal: dateText(issued, language) }),
    URL: url,
    accessed: accessed === undefined ? undefined : { 'date-parts': [dayParts(accessed)] },
    language: lang,
    note,
  };
}

/** `@misc`, which every BibTeX knows. `date` is biblatex's, which reads EDTF; `year` is there where it is certain. */
function bibtex({ key, title, lang, author, publisher, genre, issued, url, accessed, note }: Item, language: Language) {
  const isDate =
    issued && datePartsOf(issued) && /^\d{4}(-\d\d){0,2}[?~%]?(\/\d{4}(-\d\d){0,2}[?~%]?)?$/.test(issued.source);
  const said = issued && !(isDate && isPlain(issued)) ? sentence(capitalise(dateText(issued, language))) : undefined;
  const fields: Readonly<Record<string, string | null | undefined | false>> = {
    // In braces of its own: it is not taken apart into names, and keeps its capitals.
    author: author && `{${escaped(author)}}`,
    title: title && `{${escaped(title)}}`,
    howpublished: escaped(publisher ?? genre ?? ''),
    date: isDate && issued.source,
    year: isDate && isPlain(issued) && issued.source.slice(0, 4),
    url: url && inUrl(url),
    urldate: accessed !== undefined && new Date(accessed).toISOString().slice(0, 10),
    language: lang,
    note: escaped([said, note].filter(Boolean).join(' ')),
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@misc{${key},\n${lines.join(',\n')}\n}\n`;
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  // BibTeX counts braces, whatever stands before them.
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** What TeX would take for a command is a sign again; letters of all scripts stay as they are. */
const escaped = (text: string): string => text.replace(/[\\{}~^$&#%_]/g, (sign) => commands[sign] ?? `\\${sign}`);

/** An address is printed as it is; only braces would end the field. */
const inUrl = (url: string): string => url.replace(/[\\{}\s]/g, encodeURIComponent);
