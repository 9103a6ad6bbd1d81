import type { LocalizedText } from '../../i18n/localized-text.js';
import { parseTemporal } from '../../temporal/parse-temporal.js';
import { isMissing, isObject, parseJson, type JsonObject } from '../../util/json.js';
import { setFields } from '../add-event.js';
import { buildingDataset } from '../build-dataset.js';
import { keyOfText } from '../code-column.js';
import { DatasetBuilder } from '../dataset-builder.js';
import type { CodeName } from '../dataset.js';
import { certainties, type Actor } from '../event.js';
import type { IssueLog } from '../issue-log.js';
import { beginningOf } from './shared/beginning-of.js';
import { createFields, isPlain } from './shared/fields.js';
import { createNaming, type Naming } from './field-names.js';
import { createFlatCells } from './flat-cells.js';
import { createFlatDates } from './flat-dates.js';
import { readEventWithMore } from './flat-more.js';
import type { RecordFormat, RecordReader, RecordReaderOptions } from './record-reader.js';
import { notStatedActor } from './report-event.js';
import { readFrame } from './report-frame.js';
import { readPlace } from './report-parts.js';
import { readUrl } from './shared/markup.js';
import { isUnstated } from './shared/unstated.js';

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
  if (naming.unknown.length > 0) noteUnknown(naming.unknown, log);
  const isOwnTable = isTable && naming.has('edtf') && naming.has('more');
  const builder = new DatasetBuilder(held);
  const { titles, summaries, urls, groups } = builder;
  const fields = createFields(namedLog(log, naming));
  const cells = createFlatCells(fields, isTable);
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
    if (isPlain(value) && !cells.isList(column, value)) {
      if (!isUnstated(value)) groups[column].add(builder.count, value);
    } else if (!isMissing(value)) {
      for (const text of cells.list(column, record, key, log.pathOf(row))) groups[column].add(builder.count, text);
    }
  }

  function readWhere(record: JsonObject, row: number): void {
    const key = isMissing(record['place']) ? 'location' : 'place';
    const value = record[key];
    const path = log.pathOf(row);
    const place = isObject(value) ? readPlace(value, `${path}.${key}`, fields) : null;
    const lat = place?.lat ?? cells.number(record, 'lat', path);
    const lon = place?.lon ?? cells.number(record, 'lon', path);
    if (place) groups.place.add(builder.count, keyOfText(place.name), place.name);
    else if (!isObject(value)) readKeys('place', value, record, key, row);
    if (lat === lat && lon === lon) {
      // Coordinates belong to a place.
      if (!groups.place.has(builder.count)) groups.place.add(builder.count, `${lat}, ${lon}`);
      builder.setCoordinates(lat, lon);
    }
  }

  function readLinks(record: JsonObject, row: number): void {
    const path = log.pathOf(row);
    const claims = cells.linkedClaims(record, path);
    if (claims) return builder.setRest({ claims });
    const link = readUrl(record, 'url', path, fields);
    if (link !== null) urls.set(builder.count, link);
  }

  /** What few files have. */
  function readOthers(record: JsonObject, id: string, row: number): void {
    const path = log.pathOf(row);
    const killed = cells.count(record, 'killed', id, path);
    const injured = cells.count(record, 'injured', id, path);
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

  /** An event of our own table; false where the column `more` is something else. */
  function readWithMore(record: JsonObject, given: string, row: number): boolean {
    const more = parseJson(String(record['more']));
    if (!isObject(more)) return false;
    const id = typeof more['id'] === 'string' && more['id'] !== '' ? more['id'] : given;
    const event = readEventWithMore(record, more, id, log.pathOf(row), cells, fields);
    dates.read(record, id, row);
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
      if (!isMissing(url)) readLinks(record, row);
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

function noteUnknown(names: readonly string[], log: IssueLog): void {
  const message =
    'No column has a name that is known. Known are date, start, end, title, description, actor, target, place, type, ' +
    'source, url, killed, injured and others, in English or Arabic; the README lists them.';
  log.add('unknown-columns', '', message, undefined, names.slice(0, mostNamed).join(', '));
}

const mostNamed = 8;

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
