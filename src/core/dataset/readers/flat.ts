import type { LocalizedText } from '../../i18n/localized-text.js';
import { isMissing, isObject, type JsonObject } from '../../util/json.js';
import { buildingDataset } from '../build-dataset.js';
import { keyOfText } from '../code-column.js';
import { DatasetBuilder } from '../dataset-builder.js';
import type { CodeName } from '../dataset.js';
import type { Actor } from '../event.js';
import type { IssueLog } from '../issue-log.js';
import { beginningOf } from './beginning-of.js';
import { createFields, longestText } from './fields.js';
import { createFlatDates } from './flat-dates.js';
import type { RecordFormat, RecordReader, RecordReaderOptions } from './record-reader.js';
import { notStatedActor } from './report-event.js';
import { readFrame } from './report-frame.js';
import { readLink, readPlace } from './report-parts.js';

/**
 * Records as programs and tables give them: an object an event, its values plain texts and numbers, all of them
 * optional.
 *
 *     id · start (or date) · end · edtf (or when) · actor · title · description (or summary) · type · target
 *     place (or location) · lat · lon · source · url
 *
 * An actor, a target, a type, a place or a source may be a list. The order of the actors is nobody's choice.
 */
export const flatFormat: RecordFormat = { name: 'csv', matches: () => true, createReader: createFlatReader };

/** Nothing is made on the way for values that can be taken as they are, as nearly all can. */
function createFlatReader(log: IssueLog, { held }: RecordReaderOptions): RecordReader {
  const builder = new DatasetBuilder(held);
  const { titles, summaries, urls, groups } = builder;
  const fields = createFields(log);
  const readDate = createFlatDates(builder, fields);

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
    log.add('missing-title', `${log.pathOf(row)}.title`, 'The event has no title; its id is shown instead.', [id]);
  }

  /** Fills a column of codes; a field under its second name only where the first is missing. */
  function readKeys(column: CodeName, value: unknown, record: JsonObject, key: string, row: number): void {
    if (isPlain(value)) groups[column].add(builder.count, value);
    else if (!isMissing(value)) {
      for (const text of fields.strings(record, key, log.pathOf(row))) groups[column].add(builder.count, text);
    }
  }

  function readWhere(record: JsonObject, row: number): void {
    const key = isMissing(record['place']) ? 'location' : 'place';
    const value = record[key];
    const path = log.pathOf(row);
    const place = isObject(value) ? readPlace(value, `${path}.${key}`, fields) : null;
    const lat = place?.lat ?? fields.number(record, 'lat', path) ?? NaN;
    const lon = place?.lon ?? fields.number(record, 'lon', path) ?? NaN;
    if (place) groups.place.add(builder.count, keyOfText(place.name), place.name);
    else if (!isObject(value)) readKeys('place', value, record, key, row);
    if (lat === lat && lon === lon) {
      // Coordinates belong to a place.
      if (!place && isMissing(value)) groups.place.add(builder.count, `${lat}, ${lon}`);
      builder.setCoordinates(lat, lon);
    }
  }

  function readUrl(record: JsonObject, row: number): void {
    const url = readLink(record, log.pathOf(row), fields);
    if (url !== null) urls.set(builder.count, url);
  }

  return {
    keepsRecords: false,
    get count() {
      return builder.count;
    },
    get characters() {
      return builder.characters;
    },

    add(record, row) {
      if (!isObject(record)) {
        log.add('wrong-type', log.pathOf(row), 'An event must be an object; this entry is left out.');
        builder.skipped.push(row);
        return;
      }
      const { count } = builder;
      const given = record['id'];
      const id = isPlain(given) ? given : fields.string(record, 'id', log.pathOf(row)) || `event-${row + 1}`;
      builder.setId(id);
      readDate(record, id, row);

      const title = record['title'];
      const description = record['description'] ?? record['summary'];
      let summary: LocalizedText | null = null;
      if (isPlain(description)) summaries.set(count, (summary = description));
      else if (!isMissing(description)) {
        summary = readText(record, isMissing(record['description']) ? 'summary' : 'description', 'summary', row);
      }
      if (isPlain(title)) titles.set(count, title);
      else readTitle(record, summary, id, row);

      const { actor, target, type, source, url, lat } = record;
      const place = record['place'] ?? record['location'];
      readKeys('actor', actor, record, 'actor', row);
      readKeys('target', target, record, 'target', row);
      readKeys('type', type, record, 'type', row);
      readKeys('source', source, record, 'source', row);
      if (isPlain(place) && isMissing(lat)) groups.place.add(count, place);
      else if (!isMissing(place) || !isMissing(lat)) readWhere(record, row);
      if (!isMissing(url)) readUrl(record, row);
      if (!groups.actor.has(count)) groups.actor.add(count, notStatedActor.id, notStatedActor.name);
      builder.next();
    },

    *finish(file) {
      const { frame, actors: listed } = readFrame(file, fields);
      const known = new Map(listed.map((actor) => [actor.id, actor]));
      const actors = groups.actor.keys.map(({ key, name }): Actor => {
        if (key === notStatedActor.id) return notStatedActor;
        return known.get(key) ?? { id: key, name };
      });
      return yield* buildingDataset(builder, { ...frame, actors, ordersActors: false }, log);
    },
  };
}

/** A text that can be taken as it is: not empty, not too long, no blank at its ends. */
const isPlain = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= longestText &&
  value.charCodeAt(0) > space &&
  value.charCodeAt(value.length - 1) > space;

const space = 32;
