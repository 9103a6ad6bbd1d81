import type { LocalizedText } from '../../i18n/localized-text.js';
import { isMissing, isObject, listIn, type JsonObject } from '../../util/json.js';
import { safeUrl } from '../../util/safe-url.js';
import { parseTemporal } from '../../temporal/parse-temporal.js';
import type { Claim, Place, Source, TimelineEvent } from '../event.js';
import type { IssueLog } from '../issue-log.js';
import { beginningOf } from './shared/beginning-of.js';
import { createEventReader, idOf, nameOf, noteMissingDate, nothingStated } from './shared/event-reader.js';
import { compact, idText, type Fields } from './shared/fields.js';
import { edtfOfFreeDate } from './shared/free-date.js';
import { hostOf, readMarkup, readUrl } from './shared/markup.js';
import { readDate } from './shared/read-date.js';
import type { DateOrder, RecordFormat, RecordReader, RecordReaderOptions } from './record-reader.js';
import { readSource } from './report-parts.js';

/**
 * Events of TimeMap, as Forensic Architecture's schema has them and as Bellingcat exports them:
 *
 *     events [{ id · description · date · time · time_precision · time_display · latitude · longitude · location
 *               category · type · associations [id] · sources [id] · comments }]
 *     associations [{ id · title · mode · filter_paths }] · sources [{ id · title · url · paths · author · date }]
 *
 *     [{ id · date · latitude · longitude · location · description · sources [{ id · path · description }]
 *        filters [{ key · value }] }]
 *
 * All values are texts. The description is the summary, its first sentence the title. Dates are American unless
 * `dateOrder` says otherwise. An event's type is its association of the mode CATEGORY; in a file without any, the value of
 * the filter that most events have, the first of several; without filters, its category. Whatever else it is filed
 * under stands in its note.
 */
export const timeMapFormat: RecordFormat = {
  name: 'timemap',
  matches: ({ associations }, records) => Array.isArray(associations) || records.some(isTimeMap),
  createReader: createTimeMapReader,
};

const isTimeMap = (record: unknown): boolean =>
  isObject(record) &&
  'description' in record &&
  (Array.isArray(record['associations']) ||
    Array.isArray(record['filters']) ||
    'time_display' in record ||
    ('latitude' in record && ('time_precision' in record || Array.isArray(record['sources']))));

/** What an event is filed under. */
interface Tag {
  readonly key: string;
  readonly value: string;
}

/** The mode of associations that TimeMap itself makes lanes of. */
const category = 'CATEGORY';

function createTimeMapReader(log: IssueLog, options: RecordReaderOptions): RecordReader {
  return createEventReader(log, options, (fields) => {
    const order = options.dateOrder ?? 'mdy';
    const sources = new Map<string, Source>();
    const associations = new Map<string, Tag>();
    let laneKey: string | null = null;

    function tagsOf(record: JsonObject, path: string): Tag[] {
      const named = fields
        .strings({ associations: filled(record, 'associations') }, 'associations', path)
        .map((id) => associations.get(id) ?? { key: 'associations', value: id });
      const filters = filled(record, 'filters').flatMap((filter, i): Tag[] => {
        const at = `${path}.filters[${i}]`;
        const value = isObject(filter) ? fields.string(filter, 'value', at) : null;
        return isObject(filter) && value ? [{ key: fields.string(filter, 'key', at) || 'filters', value }] : [];
      });
      return [...named, ...filters];
    }

    return {
      sources,

      prepare(file, records) {
        for (const [id, source] of sourcesOf(file, order, fields)) sources.set(id, source);
        for (const [id, tag] of associationsOf(file, fields)) associations.set(id, tag);
        laneKey = commonKey(records);
      },

      read(record, path, row): TimelineEvent {
        const id = idOf(record['id'], row);
        const claims: Claim[] = [];
        const summary = readMarkup(record, 'description', path, fields, claims);
        const tags = tagsOf(record, path);
        const lane = tags.find(({ key }) => key === laneKey);
        const own = ['category', 'category_full', 'type'].flatMap((key): Tag[] => {
          const value = readMarkup(record, key, path, fields);
          return value === null ? [] : [{ key, value }];
        });
        const type = laneKey === null ? own[0] : lane;
        const others = [...tags, ...own].filter((tag) => tag !== type);
        const title = firstSentence(summary);
        return compact<TimelineEvent>({
          ...nothingStated,
          id,
          ...readWhen(record, id, path),
          title: nameOf(title, id, `${path}.description`, fields),
          summary: summary === title ? null : summary,
          type: type?.value ?? null,
          places: readWhere(record, id, path, fields),
          claims: [...readSources(record, id, path, sources, fields), ...claims],
          note: noteOf(readMarkup(record, 'comments', path, fields), others),
        });
      },

      end: (file) => file,
    };

    /** The most frequent key, of associations those that are lanes before all others. */
    function commonKey(records: readonly JsonObject[]): string | null {
      const counts = new Map<string, number>();
      for (const record of records) {
        const keys = [
          ...filled(record, 'associations').map((id) => associations.get(idText(id))?.key ?? 'associations'),
          ...filled(record, 'filters').map((filter) => (isObject(filter) ? idText(filter['key']) || 'filters' : '')),
        ];
        for (const key of new Set(keys)) if (key !== '') counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      counts.delete(narrative);
      if (counts.has(category)) return category;
      return [...counts].reduce<readonly [string | null, number]>((a, b) => (b[1] > a[1] ? b : a), [null, 0])[0];
    }

    /** When it was, no more exactly than `time_precision` says. */
    function readWhen(record: JsonObject, id: string, path: string): Pick<TimelineEvent, 'when' | 'basis'> {
      const date = fields.string(record, 'date', path);
      const time = fields.string(record, 'time', path);
      const words = [
        readMarkup(record, 'time_display', path, fields),
        readMarkup(record, 'time_precision', path, fields),
      ];
      const text = words.filter((word) => word !== null).join(' · ');
      const basis = text === '' ? {} : { basis: { text, start: 'sourced', end: 'sourced', sources: [] } as const };
      if (!date) {
        noteMissingDate(`${path}.date`, id, fields);
        return { when: null, ...basis };
      }
      const timed = time ? edtfOfFreeDate(`${date} ${time}`, order) : null;
      if (time && timed === null) {
        log.add('invalid-date', `${path}.time`, 'This is not a time of day such as 14:30; it is left out.', [id], time);
      }
      const isTimed = timed !== null && timed !== 'ambiguous';
      const isEdtf = isTimed || parseTemporal(date).ok;
      const when = isEdtf ? (isTimed ? timed : date) : readDate(date, `${path}.date`, order, log, [id]);
      return { when: when && noFiner(when, words[1] ?? ''), ...basis };
    }
  });
}

const narrative = 'NARRATIVE';

/** What a list holds; one value counts as a list of one. */
const filled = (of: JsonObject, key: string): readonly unknown[] => {
  const value = of[key];
  return (Array.isArray(value) ? listIn(value) : [value]).filter((entry) => !isMissing(entry));
};

/** As exact as the word says: a year, a month, a day; or only about then. */
function noFiner(date: string, precision: string): string {
  if (!/^\d{4}[\d:TZ-]*$/.test(date)) return date;
  const day = date.replace(/T.*/, '');
  if (/\byear/i.test(precision)) return date.slice(0, 'YYYY'.length);
  if (/\bmonth/i.test(precision)) return date.slice(0, 'YYYY-MM'.length);
  if (/approx|circa|estimat|about|around|^~/i.test(precision)) return `${day}~`;
  return /\b(day|date)\b/i.test(precision) ? day : date;
}

/** The beginning of a description, up to the end of its first sentence. */
function firstSentence(summary: string | null): string {
  const [line = ''] = (summary ?? '').split('\n', 1);
  // "Dr." is none.
  return beginningOf(/^.{20,}?[.!?؟](?=\s)/.exec(line)?.[0] ?? line);
}

/** A line for each key. */
function noteOf(comments: string | null, tags: readonly Tag[]): LocalizedText | null {
  const inWords = (word: string): string =>
    [comments, ...linesOf(tags.map((tag) => (tag.key === narrative ? { ...tag, key: word } : tag)))]
      .filter(Boolean)
      .join('\n');
  const en = inWords('Narrative');
  return tags.some(({ key }) => key === narrative) ? { en, ar: inWords('السرد') } : en || null;
}

function linesOf(tags: readonly Tag[]): string[] {
  const lines = new Map<string, string>();
  for (const { key, value } of tags) {
    const line = lines.get(key);
    lines.set(key, line === undefined ? `${key}: ${value}` : `${line}, ${value}`);
  }
  return [...lines.values()];
}

function readWhere(record: JsonObject, id: string, path: string, fields: Fields): Place[] {
  const location = readMarkup(record, 'location', path, fields);
  const [lat, lon] = (['latitude', 'longitude'] as const).map((key): number | null => {
    const value = record[key];
    if (isMissing(value)) return null;
    const number = typeof value === 'number' ? value : parseCoordinate(fields.string(record, key, path) ?? '');
    if (Math.abs(number) <= (key === 'latitude' ? 90 : 180)) return number;
    fields.log.add('wrong-type', `${path}.${key}`, 'This is not a coordinate in degrees; it is left out.', [id], value);
    return null;
  });
  if (lat === null || lon === null) {
    if (isMissing(record['latitude']) !== isMissing(record['longitude'])) {
      const message = 'Latitude and longitude belong together; the one alone is left out.';
      fields.log.add('wrong-type', `${path}.${lat === null ? 'latitude' : 'longitude'}`, message, [id]);
    }
    return location === null ? [] : [{ name: location }];
  }
  return [{ name: location ?? `${lat}, ${lon}`, lat: lat!, lon: lon! }];
}

const parseCoordinate = (text: string): number => (/^[-+]?\d{1,3}(\.\d*)?$/.test(text) ? Number(text) : NaN);

/** Sources by their ids in the file's list, as objects of their own, or as addresses. */
function readSources(
  record: JsonObject,
  id: string,
  path: string,
  sources: ReadonlyMap<string, Source>,
  fields: Fields,
): Claim[] {
  return filled(record, 'sources').flatMap((given, i): Claim[] => {
    const at = `${path}.sources[${i}]`;
    if (isObject(given)) {
      const links: Claim[] = [];
      const by = readMarkup(given, 'description', at, fields, links) ?? readMarkup(given, 'title', at, fields, links);
      const url = readUrl(given, isMissing(given['path']) ? 'url' : 'path', at, fields);
      const name = by ?? (url === null ? fields.string(given, 'id', at) : hostOf(url));
      return name ? [compact<Claim>({ by: name, url }), ...links] : links;
    }
    const [text] = fields.strings({ given }, 'given', at);
    if (text === undefined) return [];
    const known = sources.get(text);
    if (known) return [{ by: known.publisher ?? known.title, source: text }];
    const url = safeUrl(text);
    if (url !== null) return [{ by: hostOf(url), url }];
    fields.log.add('unknown-source', at, 'No source has this id; the id stands for its name.', [id], text);
    return [{ by: text }];
  });
}

function* entriesOf(
  file: JsonObject,
  list: 'associations' | 'sources',
  fields: Fields,
): Generator<[entry: JsonObject, id: string, path: string]> {
  for (const [i, entry] of listIn(file[list]).entries()) {
    const path = `${list}[${i}]`;
    const id = isObject(entry) ? fields.string(entry, 'id', path) || fields.string(entry, 'title', path) : null;
    if (isObject(entry) && id) yield [entry, id, path];
    else fields.log.add('wrong-type', path, 'This entry needs an id; it is left out.');
  }
}

function* associationsOf(file: JsonObject, fields: Fields): Generator<[id: string, tag: Tag]> {
  for (const [entry, id, path] of entriesOf(file, 'associations', fields)) {
    const title = readMarkup(entry, 'title', path, fields) ?? id;
    const mode = (fields.string(entry, 'mode', path) ?? '').toUpperCase();
    const [key, ...rest] = fields.strings(entry, 'filter_paths', path);
    const isLane = mode === category || mode === narrative;
    if (isLane || key === undefined) yield [id, { key: isLane ? mode : 'associations', value: title }];
    else yield [id, { key, value: rest.join(' / ') || title }];
  }
}

function* sourcesOf(file: JsonObject, order: DateOrder, fields: Fields): Generator<[id: string, source: Source]> {
  for (const [entry, id, path] of entriesOf(file, 'sources', fields)) {
    const written = fields.string(entry, 'date', path);
    const date = written ? readDate(written, `${path}.date`, order, fields.log) : null;
    const addresses = [entry['url'], ...listIn(entry['paths'])].filter((address) => idText(address) !== '');
    const [url, ...others] = addresses.map(idText);
    const note = [readMarkup(entry, 'description', path, fields), ...others].filter(Boolean).join('\n');
    const title = readMarkup(entry, 'title', path, fields) ?? id;
    const known = { id, title, author: entry['author'], url, date, note };
    const source = readSource(known, path, fields);
    if (source) yield [id, source];
  }
}
