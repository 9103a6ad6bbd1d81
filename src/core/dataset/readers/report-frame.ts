import { parseTemporal } from '../../temporal/parse-temporal.js';
import { isObject, type JsonObject } from '../../util/json.js';
import type { DatasetFrame, Publication } from '../dataset.js';
import type { Actor, Place, Source } from '../event.js';
import type { Fields } from './shared/fields.js';
import { readActor, readBasis, readPlace, readSource } from './report-parts.js';

const newestVersion = 1;

/** What a file says of itself, and what its events refer to by id. */
export interface ReportFrame {
  readonly frame: Omit<DatasetFrame, 'languages' | 'actors' | 'ordersActors'>;
  readonly actors: readonly Actor[];
  readonly places: readonly Place[];
}

/** Reads everything of a file but its events. */
export function readFrame(file: JsonObject, fields: Fields): ReportFrame {
  const { log } = fields;
  const version = file['version'];
  if (typeof version === 'number' && version > newestVersion) {
    const message = `Version ${version} is newer than this reader knows (${newestVersion}).`;
    log.add('unsupported-version', 'version', message);
  }
  const sources = readList(file['sources'], 'sources', fields, readSource);
  const actors = readList(file['actors'], 'actors', fields, readActor);
  const places = readList(file['places'], 'places', fields, readPlace);
  return {
    frame: {
      title: fields.text(file, 'title', ''),
      summary: fields.text(file, 'summary', ''),
      note: fields.text(file, 'note', ''),
      attribution: fields.text(file, 'attribution', ''),
      licence: fields.string(file, 'licence', ''),
      language: fields.string(file, 'language', '') ?? 'en',
      publication: readPublication(file['published'], fields),
      primarySource: fields.string(file, 'primarySource', ''),
      sources: new Map<string, Source>(sources.map((source) => [source.id, source])),
    },
    actors,
    places,
  };
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

function readPublication(value: unknown, fields: Fields): Publication | null {
  if (!isObject(value)) return null;
  const when = fields.string(value, 'when', 'published');
  const parsed = when === null ? null : parseTemporal(when);
  if (!parsed?.ok) {
    fields.log.add('invalid-date', 'published.when', parsed?.message ?? 'The date of publication is missing.');
    return null;
  }
  return {
    temporal: parsed.value,
    label: fields.text(value, 'label', 'published'),
    basis: readBasis(value['basis'], 'published.basis', fields),
  };
}
