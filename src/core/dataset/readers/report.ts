import { parseTemporal } from '../../temporal/parse-temporal.js';
import { isObject, type JsonObject } from '../../util/json.js';
import { buildDataset } from '../build-dataset.js';
import type { DatasetParts, Publication } from '../dataset.js';
import type { TimelineEvent } from '../event.js';
import type { IssueLog } from '../issue-log.js';
import { createFields, type Fields } from './fields.js';
import { readEvent, readId, type EventContext } from './report-event.js';
import { readActor, readBasis, readPlace, readSource } from './report-parts.js';

const newestVersion = 1;

/** Reads the report format, version 1 (`data/report-timeline.schema.json`). */
export function readReport(value: unknown, log: IssueLog): DatasetParts | null {
  const file: unknown = Array.isArray(value) ? { events: value } : value;
  if (!isObject(file) || !Array.isArray(file['events'])) {
    log.add('not-a-dataset', '', 'The JSON holds no list of events: an object with "events" was expected.');
    return null;
  }
  if (typeof file['version'] === 'number' && file['version'] > newestVersion) {
    log.add(
      'unsupported-version',
      'version',
      `Version ${file['version']} is newer than this reader knows (${newestVersion}).`,
    );
  }

  const fields = createFields(log);
  const sources = readList(file['sources'], 'sources', fields, readSource);
  const actors = readList(file['actors'], 'actors', fields, readActor);
  const places = readList(file['places'], 'places', fields, readPlace);
  const placeById = new Map(places.map((place) => [place.id, place]));
  const actorById = new Map(actors.map((actor) => [actor.id, actor]));
  const sourceById = new Map(sources.map((source) => [source.id, source]));

  const events: TimelineEvent[] = [];
  const paths: string[] = [];
  const taken = new Set<string>();
  (file['events'] as readonly unknown[]).forEach((entry, index) => {
    const path = `events[${index}]`;
    if (!isObject(entry)) {
      log.add('wrong-type', path, 'An event must be an object; this entry is left out.');
      return;
    }
    const id = readId(entry, index, path, taken, log);
    const context: EventContext = { fields, path, actorById, placeById, sourceById, log };
    events.push(readEvent(entry, id, context));
    paths.push(path);
  });

  return buildDataset(
    {
      title: fields.text(file, 'title', ''),
      summary: fields.text(file, 'summary', ''),
      note: fields.text(file, 'note', ''),
      attribution: fields.text(file, 'attribution', ''),
      licence: fields.string(file, 'licence', ''),
      language: fields.string(file, 'language', '') ?? 'en',
      publication: readPublication(file['published'], fields, log),
      primarySource: fields.string(file, 'primarySource', ''),
      sources: sourceById,
      actors: [...actorById.values()],
      ordersActors: actors.length > 0,
    },
    events,
    paths,
    log,
  );
}

function readList<T>(
  list: unknown,
  path: string,
  fields: Fields,
  read: (entry: JsonObject, path: string, fields: Fields) => T | null,
): T[] {
  if (list === undefined) return [];
  if (!Array.isArray(list)) {
    fields.log.add('wrong-type', path, `"${path}" must be a list; it is left out.`);
    return [];
  }
  return list.flatMap((entry: unknown, index) => {
    const result = isObject(entry) ? read(entry, `${path}[${index}]`, fields) : null;
    if (result === null)
      fields.log.add('wrong-type', `${path}[${index}]`, 'This entry needs an id and a name; it is left out.');
    return result === null ? [] : [result];
  });
}

function readPublication(value: unknown, fields: Fields, log: IssueLog): Publication | null {
  if (!isObject(value)) return null;
  const when = fields.string(value, 'when', 'published');
  const parsed = when === null ? null : parseTemporal(when);
  if (!parsed?.ok) {
    log.add('invalid-date', 'published.when', parsed?.message ?? 'The date of publication is missing.');
    return null;
  }
  return {
    temporal: parsed.value,
    label: fields.text(value, 'label', 'published'),
    basis: readBasis(value['basis'], 'published.basis', fields),
  };
}
