import type { LocalizedText } from '../../i18n/localized-text.js';
import { plainSpelling } from '../../i18n/spelling.js';
import { parseTemporal } from '../../temporal/parse-temporal.js';
import { isMissing, isObject, type JsonObject } from '../../util/json.js';
import { setFields } from '../add-event.js';
import { buildingDataset } from '../build-dataset.js';
import { betweenLinks, listSeparator } from '../cell-text.js';
import { keyOfText } from '../code-column.js';
import { DatasetBuilder } from '../dataset-builder.js';
import type { CodeName } from '../dataset.js';
import { certainties, type Actor, type Claim, type Count, type Source } from '../event.js';
import type { IssueLog } from '../issue-log.js';
import { beginningOf } from './beginning-of.js';
import { countOfText } from './count-text.js';
import { createFields, longestText } from './fields.js';
import { createNaming, type Naming } from './field-names.js';
import { createFlatDates } from './flat-dates.js';
import { parseJson } from './json-list.js';
import type { RecordFormat, RecordReader, RecordReaderOptions } from './record-reader.js';
import { notStatedActor, readEvent } from './report-event.js';
import { readFrame } from './report-frame.js';
import { readCount, readLink, readPlace } from './report-parts.js';
import { isUnstated } from './unstated.js';

/**
 * Records as programs and tables give them: an object an event, its values plain texts and numbers, all of them
 * optional. `field-names.ts` has the other names under which they are found.
 *
 *     id · start (or date, with time) · end · edtf (or when) · likely · title · description (or summary) · type
 *     actor · target · place (or location) · lat · lon · means · source · url · certainty · basis
 *     killed · injured, or killed_low · killed_best · killed_high …
 *
 * An actor, a target, a place, a means or a source may be a list; in a cell of a table, parts with `;` or `|` between
 * them. The order of the actors is nobody's choice.
 *
 * A table that this program wrote has a column `more`, with what the others do not say of an event.
 */
export const flatFormat: RecordFormat = { name: 'csv', matches: () => true, createReader: createFlatReader };

/** Nothing is made on the way for values that can be taken as they are, as nearly all can. */
function createFlatReader(log: IssueLog, { held, first, dateOrder }: RecordReaderOptions): RecordReader {
  const isTable = log.places.list === null && log.places.unit === undefined;
  const naming = createNaming(first, isTable);
  const isOwnTable = isTable && naming.has('edtf') && naming.has('more');
  const builder = new DatasetBuilder(held);
  const { titles, summaries, urls, groups } = builder;
  const fields = createFields(namedLog(log, naming));
  const dates = createFlatDates(builder, fields, dateOrder);

  /** A text that is not plain: in several languages, too long, or none. */
  function readText(record: JsonObject, key: string, as: 'title' | 'summary', row: number): LocalizedText | null {
    const text = fields.text(record, key, log.pathOf(row));
    if (typeof text === 'string') (as === 'title' ? titles : summaries).set(builder.count, text);
    else if (text) builder.setRest({ [as]: text });
    return text;
  }

  function readTitle(record: JsonObject, summary: LocalizedText | null, id: string, row: number): void {
    if (readText(record, 'title', 'title', row) !== null) return;
    const beginning = beginningOf(typeof summary === 'object' ? Object.values(summary ?? {})[0] : summary);
    titles.set(builder.count, beginning || id);
    if (beginning) return;
    const message = 'The event has no title; its id is shown instead.';
    fields.log.add('missing-title', `${log.pathOf(row)}.title`, message, [id]);
  }

  /** Fills a column of codes; a field under its second name only where the first is missing. */
  function readKeys(column: CodeName, value: unknown, record: JsonObject, key: string, row: number): void {
    if (isPlain(value) && !(isTable && hasParts(column, value))) {
      if (!isUnstated(value)) groups[column].add(builder.count, value);
    } else if (!isMissing(value)) {
      for (const text of listOf(column, value, record, key, row)) groups[column].add(builder.count, text);
    }
  }

  function listOf(column: CodeName, value: unknown, record: JsonObject, key: string, row: number): readonly string[] {
    const isList = isTable && typeof value === 'string' && hasParts(column, value);
    const given = isList ? partsOf(value) : fields.list(record, key, '').map(nameIn);
    return fields.strings({ [key]: given }, key, log.pathOf(row)).filter((text) => !isUnstated(text));
  }

  function readWhere(record: JsonObject, row: number): void {
    const key = isMissing(record['place']) ? 'location' : 'place';
    const value = record[key];
    const path = log.pathOf(row);
    const place = isObject(value) ? readPlace(value, `${path}.${key}`, fields) : null;
    const lat = place?.lat ?? readNumber(record, 'lat', path);
    const lon = place?.lon ?? readNumber(record, 'lon', path);
    if (place) groups.place.add(builder.count, keyOfText(place.name), place.name);
    else if (!isObject(value)) readKeys('place', value, record, key, row);
    if (lat === lat && lon === lon) {
      // Coordinates belong to a place.
      if (!groups.place.has(builder.count)) groups.place.add(builder.count, `${lat}, ${lon}`);
      builder.setCoordinates(lat, lon);
    }
  }

  /** A number, or a text that is one, with a point or a comma before its decimals; `NaN` where there is none. */
  function readNumber(record: JsonObject, key: string, path: string): number {
    const value = record[key];
    if (typeof value !== 'string') return fields.number(record, key, path) ?? NaN;
    const text = plainSpelling(value.trim()).replace(/^([^.,]*)[,٫](\d+)$/, '$1.$2');
    if (text === '' || isUnstated(text)) return NaN;
    const number = Number(text);
    if (Number.isFinite(number)) return number + 0;
    fields.log.add('wrong-type', `${path}.${key}`, 'A number was expected here; it is left out.', undefined, value);
    return NaN;
  }

  function readUrl(record: JsonObject, row: number): void {
    const path = log.pathOf(row);
    const { url, source } = record;
    const links = isTable ? String(url).split(betweenLinks) : [];
    if (links.length < 2) {
      const link = readLink(record, path, fields);
      if (link !== null) urls.set(builder.count, link);
      return;
    }
    const by = listOf('source', source, record, 'source', row);
    const claims = Array.from({ length: Math.max(links.length, by.length) }, (_, i): Claim => {
      const link = readLink({ url: links[i] }, path, fields);
      return { by: by[i] ?? '', ...(link !== null && { url: link }) };
    });
    builder.setRest({ claims });
  }

  /** A number of people: in one field, or its sides in fields of their own. */
  function readSides(record: JsonObject, whose: 'killed' | 'injured', id: string, row: number): Count | null {
    const path = log.pathOf(row);
    const whole = readWhole(record, whose, path);
    const [low, best, high] = (['low', 'best', 'high'] as const).map((side) =>
      readSide(record, `${whose}_${side}`, path),
    );
    const isWhole = (low ?? best ?? high) === null;
    const count = isWhole ? whole : { ...whole, low: low!, best: best ?? whole?.best ?? null, high: high! };
    if (!count) return null;
    const stated = [count.low, count.best, count.high].filter((n) => n !== null);
    if (stated.some((n, i) => n < stated[i - 1]!)) {
      const message = 'A lower number of this range is larger than a higher one; they are kept as they are.';
      fields.log.add('inconsistent-count', `${path}.${whose}`, message, [id], stated.join(' – '));
    }
    return count;
  }

  function readWhole(record: JsonObject, key: string, path: string): Count | null {
    const value = record[key];
    if (typeof value !== 'string') return readCount(value, `${path}.${key}`, fields);
    if (value === '' || isUnstated(value)) return null;
    const count = countOfText(value);
    return count.words !== undefined && !/\p{L}/u.test(value) ? wrongCount(key, value, path) : count;
  }

  function readSide(record: JsonObject, key: string, path: string): number | null {
    const count = readWhole(record, key, path);
    return count && (count.best ?? wrongCount(key, record[key], path));
  }

  function wrongCount(key: string, value: unknown, path: string): null {
    const message = 'A whole number from 0 was expected here; it is taken as not stated.';
    fields.log.add('invalid-count', `${path}.${key}`, message, undefined, value);
    return null;
  }

  /** What few files have. */
  function readOthers(record: JsonObject, id: string, row: number): void {
    const path = log.pathOf(row);
    const [killed, injured] = [readSides(record, 'killed', id, row), readSides(record, 'injured', id, row)];
    if (killed) builder.setRest({ killed });
    if (injured) builder.setRest({ injured });
    const { certainty, basis, likely } = record;
    if (!isMissing(certainty)) {
      const given = typeof certainty === 'string' ? certainty.toLowerCase() : certainty;
      builder.setCertainty(fields.oneOf({ certainty: given }, 'certainty', path, certainties) ?? 'reported');
    }
    if (!isMissing(basis)) {
      const text = fields.text(record, 'basis', path);
      if (text) builder.setRest({ basis: { text, sources: [] } });
    }
    if (!isMissing(likely)) {
      const date = fields.string(record, 'likely', path) ?? '';
      const parsed = parseTemporal(date);
      if (parsed.ok) builder.setRest({ likely: date });
      else fields.log.add(parsed.code, `${path}.likely`, `${parsed.message} The value is left out.`, [id], date);
    }
  }

  /** An event of our own table, with what only the column `more` says of it; false where that is something else. */
  function readWithMore(record: JsonObject, given: string, row: number): boolean {
    const more = parseJson(String(record['more']));
    if (!isObject(more)) return false;
    const path = log.pathOf(row);
    const id = typeof more['id'] === 'string' && more['id'] !== '' ? more['id'] : given;
    const list = (key: CodeName): readonly string[] =>
      isMissing(record[key]) ? [] : listOf(key, record[key], record, key, row);
    const stated = (key: string): unknown => record[key] || null;
    const columns: Readonly<Record<string, () => unknown>> = {
      title: () => stated('title') ?? id,
      summary: () => stated('description'),
      type: () => stated('type'),
      means: () => list('means'),
      actors() {
        const actors = list('actor');
        return actors.length > 0 ? actors : [notStatedActor.id];
      },
      targets: () => list('target').map((name) => ({ name })),
      places() {
        const [lat, lon] = [readNumber(record, 'lat', path), readNumber(record, 'lon', path)];
        return list('place').map((name) => ({ name, ...(lat === lat && lon === lon && { lat, lon }) }));
      },
      killed: () => readSides(record, 'killed', id, row),
      injured: () => readSides(record, 'injured', id, row),
      certainty: () => stated('certainty'),
      claims() {
        const [url, by] = [stated('url'), list('source')];
        return (by.length > 0 || url === null ? by : ['']).map((name, i) => ({ by: name, url: i === 0 ? url : null }));
      },
      likely: () => stated('likely'),
      basis: () => !isMissing(record['basis']) && { text: record['basis'] },
    };
    const others = Object.entries(columns).flatMap(([field, read]) => (field in more ? [] : [[field, read()]]));
    // The date is in the columns, where it may have been changed.
    const whole: JsonObject = { ...more, ...Object.fromEntries(others), when: null, start: null, end: null };
    dates.read(record, id, row);
    const known = { placeById: new Map(), actorById: actorsIn(whole), sourceById: sourcesIn(whole) };
    const event = readEvent(whole, id, { fields, path, log: fields.log, ...known });
    setFields(builder, event, { actors: new Map([[notStatedActor.id, notStatedActor]]), sources: new Map() });
    builder.next();
    return true;
  }

  return {
    keepsRecords: false,
    get count() {
      return builder.count;
    },
    get characters() {
      return builder.characters + dates.characters;
    },

    add(entry, row) {
      if (!isObject(entry)) {
        log.add('wrong-type', log.pathOf(row), 'An event must be an object; this entry is left out.');
        return;
      }
      const record = naming.read(entry);
      const { count } = builder;
      const given = record['id'];
      const id = isPlain(given) ? given : fields.string(record, 'id', log.pathOf(row)) || `event-${row + 1}`;
      if (isOwnTable && record['more'] !== '' && readWithMore(record, id, row)) return;
      builder.setId(id);
      dates.read(record, id, row);

      const title = record['title'];
      const description = record['description'] ?? record['summary'];
      let summary: LocalizedText | null = null;
      if (isPlain(description)) summaries.set(count, (summary = description));
      else if (!isMissing(description)) {
        summary = readText(record, isMissing(record['description']) ? 'summary' : 'description', 'summary', row);
      }
      if (isPlain(title)) titles.set(count, title);
      else readTitle(record, summary, id, row);

      const { actor, target, type, means, source, url, lat } = record;
      const place = record['place'] ?? record['location'];
      readKeys('actor', actor, record, 'actor', row);
      readKeys('target', target, record, 'target', row);
      readKeys('type', type, record, 'type', row);
      readKeys('means', means, record, 'means', row);
      readKeys('source', source, record, 'source', row);
      if (!isMissing(lat) || isObject(place)) readWhere(record, row);
      else readKeys('place', place, record, isMissing(record['place']) ? 'location' : 'place', row);
      if (!isMissing(url)) readUrl(record, row);
      const { killed, killed_low, killed_best, killed_high, injured, injured_low, injured_best, injured_high } = record;
      const { certainty, basis, likely } = record;
      const aCount = killed ?? killed_low ?? killed_best ?? killed_high ?? injured ?? injured_low ?? injured_best;
      if ((aCount ?? injured_high ?? certainty ?? basis ?? likely ?? null) !== null) readOthers(record, id, row);
      if (!groups.actor.has(count)) groups.actor.add(count, notStatedActor.id, notStatedActor.name);
      builder.next();
    },

    *finish(file) {
      const { frame, actors: listed } = readFrame(file, createFields(log));
      yield* dates.settle();
      const known = new Map(listed.map((actor) => [actor.id, actor]));
      const actors = groups.actor.keys.map(({ key, name }): Actor => {
        if (key === notStatedActor.id) return notStatedActor;
        return known.get(key) ?? { id: key, name };
      });
      const parts = yield* buildingDataset(builder, { ...frame, actors, ordersActors: false }, log);
      yield* dates.noteUnsettled(parts);
      return parts;
    },
  };
}

/** A log that calls fields as the file calls them. */
function namedLog(log: IssueLog, naming: Naming): IssueLog {
  const named: PropertyDescriptorMap & ThisType<IssueLog> = {
    row: { get: () => log.row, set: (row: number | null) => (log.row = row) },
    add: {
      value: ((code, path, ...others) => {
        log.add(
          code,
          path.replace(/\.(\w+)/, (_, field: string) => `.${naming.nameOf(field)}`),
          ...others,
        );
      }) satisfies IssueLog['add'],
    },
  };
  return Object.create(log, named) as IssueLog;
}

/** What programs hand on as an object has a name. */
const nameIn = (value: unknown): unknown =>
  isObject(value) ? (value['name'] ?? value['title'] ?? value['id'] ?? value) : value;

/** A type is one word of the data's own. */
const hasParts = (column: CodeName, value: string): boolean => column !== 'type' && listSeparator.test(value);

const partsOf = (value: string): string[] =>
  value.split(listSeparator).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));

/** Those that an event names, whether the file lists them or not. */
const actorsIn = ({ actors }: JsonObject): Map<string, Actor> =>
  new Map((Array.isArray(actors) ? actors : []).map((id: string) => [id, { id, name: id }]));

const sourcesIn = ({ claims }: JsonObject): Map<string, Source> =>
  new Map(
    (Array.isArray(claims) ? claims : []).flatMap((claim) => {
      const id: unknown = isObject(claim) ? claim['source'] : null;
      return typeof id === 'string' ? [[id, { id, title: id }]] : [];
    }),
  );

/** A text that can be taken as it is: not empty, not too long, no blank at its ends. */
const isPlain = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= longestText &&
  isInk(value.charCodeAt(0)) &&
  isInk(value.charCodeAt(value.length - 1));

const isInk = (code: number): boolean => code > space && (code < noBreakSpace || !blanks.includes(code));
const space = 32;
const noBreakSpace = 160;
/** What `trim` takes away besides. */
const blanks = Array.from(
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff',
  (blank) => blank.charCodeAt(0),
);
