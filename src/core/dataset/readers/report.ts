import type { LocalizedText } from '../../i18n/localized-text.js';
import { parseTemporal } from '../../temporal/parse-temporal.js';
import { isObject, type JsonObject } from '../../util/json.js';
import { safeUrl } from '../../util/safe-url.js';
import { buildDataset } from '../build-dataset.js';
import type { Dataset, Publication } from '../dataset.js';
import type {
  Actor,
  Certainty,
  Claim,
  Count,
  DateBasis,
  Party,
  Place,
  Relation,
  RelationType,
  Source,
  TimelineEvent,
} from '../event.js';
import type { IssueLog } from '../issue-log.js';
import { createFields, type Fields } from './fields.js';

const newestVersion = 1;
const certainties: readonly Certainty[] = ['reported', 'alleged', 'presupposed', 'disputed', 'retracted'];
const relationTypes: readonly RelationType[] = ['before', 'after', 'during', 'same-as'];

/** The actor that stands for "nobody says who"; events whose actor is missing go there. */
export const notStatedActor: Actor = {
  id: 'not-stated',
  name: { en: 'Actor not stated', ar: 'الفاعل غير مذكور' },
  unknown: true,
};

/** Reads the report format, version 1 (`data/report-timeline.schema.json`). */
export function readReport(value: unknown, log: IssueLog): Dataset | null {
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

function readActor(entry: JsonObject, path: string, fields: Fields): Actor | null {
  const id = fields.string(entry, 'id', path);
  if (!id) return null;
  const note = fields.text(entry, 'note', path);
  const unknown = entry['unknown'] === true;
  return { id, name: fields.text(entry, 'name', path) ?? id, ...(note && { note }), ...(unknown && { unknown }) };
}

function readSource(entry: JsonObject, path: string, fields: Fields): Source | null {
  const id = fields.string(entry, 'id', path);
  if (!id) return null;
  return compact<Source>({
    id,
    title: fields.text(entry, 'title', path) ?? id,
    publisher: fields.text(entry, 'publisher', path),
    author: fields.text(entry, 'author', path),
    url: readLink(entry, path, fields),
    date: fields.string(entry, 'date', path),
    licence: fields.string(entry, 'licence', path),
    note: fields.text(entry, 'note', path),
  });
}

function readPlace(entry: JsonObject, path: string, fields: Fields): Place | null {
  const id = fields.string(entry, 'id', path);
  const name = fields.text(entry, 'name', path) ?? id;
  if (!name) return null;
  return compact<Place>({
    id,
    name,
    lat: fields.number(entry, 'lat', path),
    lon: fields.number(entry, 'lon', path),
    precision: fields.string(entry, 'precision', path),
  });
}

function readLink(entry: JsonObject, path: string, fields: Fields): string | null {
  const url = fields.string(entry, 'url', path);
  if (url === null) return null;
  const safe = safeUrl(url);
  if (!safe)
    fields.log.add('unsafe-link', `${path}.url`, 'Only http, https and mailto links are kept; this one is left out.');
  return safe;
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

interface EventContext {
  readonly fields: Fields;
  readonly path: string;
  readonly actorById: Map<string, Actor>;
  readonly placeById: ReadonlyMap<string | undefined, Place>;
  readonly sourceById: ReadonlyMap<string, Source>;
  readonly log: IssueLog;
}

function readId(entry: JsonObject, index: number, path: string, taken: Set<string>, log: IssueLog): string {
  const given = entry['id'];
  let id = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : '';
  if (id === '') {
    id = `event-${index + 1}`;
    log.add('missing-id', `${path}.id`, `The event has no id; it is called "${id}" here.`);
  }
  if (taken.has(id)) {
    const first = id;
    for (let copy = 2; taken.has(id); copy++) id = `${first}-${copy}`;
    log.add('duplicate-id', `${path}.id`, `Another event has the id "${first}"; this one is called "${id}" here.`);
  }
  taken.add(id);
  return id;
}

function readEvent(entry: JsonObject, id: string, context: EventContext): TimelineEvent {
  const { fields, path, log } = context;
  const title = fields.text(entry, 'title', path);
  if (title === null)
    log.add('missing-title', `${path}.title`, 'The event has no title; its id is shown instead.', [id]);
  return compact<TimelineEvent>({
    id,
    when: readWhen(entry, id, context),
    likely: readLikely(entry, id, context),
    basis: readBasis(entry['basis'], `${path}.basis`, fields),
    title: title ?? id,
    summary: fields.text(entry, 'summary', path),
    type: fields.text(entry, 'type', path),
    means: fields.texts(entry, 'means', path),
    actors: readActors(entry, id, context),
    actorName: fields.text(entry, 'actorName', path),
    targets: readTargets(entry, context),
    symmetric: entry['symmetric'] === true,
    places: readPlaces(entry, id, context),
    killed: readCount(entry['killed'], `${path}.killed`, fields),
    injured: readCount(entry['injured'], `${path}.injured`, fields),
    counts: readCounts(entry['counts'], `${path}.counts`, fields),
    certainty: fields.oneOf(entry, 'certainty', path, certainties) ?? 'reported',
    claims: readClaims(entry['claims'], `${path}.claims`, context),
    relations: readRelations(entry['relations'], `${path}.relations`, fields),
    note: fields.text(entry, 'note', path),
  });
}

function readWhen(entry: JsonObject, id: string, { fields, path, log }: EventContext): string | null {
  if (entry['when'] === null) return null;
  const when = fields.string(entry, 'when', path);
  if (when === null) {
    log.add('missing-date', `${path}.when`, 'The event has no date; it stands among those whose date is not stated.', [
      id,
    ]);
    return null;
  }
  const parsed = parseTemporal(when);
  if (parsed.ok) return when;
  log.add(parsed.code, `${path}.when`, `${parsed.message} The event stands among those whose date is not stated.`, [
    id,
  ]);
  return null;
}

function readLikely(entry: JsonObject, id: string, { fields, path, log }: EventContext): string | null {
  const likely = fields.string(entry, 'likely', path);
  if (likely === null) return null;
  const parsed = parseTemporal(likely);
  if (parsed.ok) return likely;
  log.add(parsed.code, `${path}.likely`, `${parsed.message} The likelier date is left out.`, [id]);
  return null;
}

function readActors(entry: JsonObject, id: string, { fields, path, actorById, log }: EventContext): string[] {
  const actors = [...new Set(fields.strings(entry, 'actors', path))];
  if (actors.length === 0) {
    log.add('missing-actor', `${path}.actors`, 'The event names no actor; it stands under "actor not stated".', [id]);
    actors.push(notStatedActor.id);
    if (!actorById.has(notStatedActor.id)) actorById.set(notStatedActor.id, notStatedActor);
  }
  for (const actor of actors) {
    if (actorById.has(actor)) continue;
    log.add(
      'unknown-actor',
      `${path}.actors`,
      `No actor has the id "${actor.slice(0, 80)}"; it gets a lane of its own.`,
      [id],
    );
    actorById.set(actor, { id: actor, name: actor });
  }
  return actors;
}

function readTargets(entry: JsonObject, { fields, path, actorById }: EventContext): Party[] {
  return fields.list(entry, 'targets', path).flatMap((target, index): Party[] => {
    if (typeof target === 'string') return [{ id: target, name: actorById.get(target)?.name ?? target }];
    if (!isObject(target)) return [];
    const at = `${path}.targets[${index}]`;
    const id = fields.string(target, 'id', at);
    const name = fields.text(target, 'name', at) ?? (id === null ? null : (actorById.get(id)?.name ?? id));
    return name === null ? [] : [compact<Party>({ id, name })];
  });
}

function readPlaces(entry: JsonObject, eventId: string, { fields, path, placeById, log }: EventContext): Place[] {
  return fields.list(entry, 'places', path).flatMap((place, index): Place[] => {
    const at = `${path}.places[${index}]`;
    if (isObject(place)) return [readPlace(place, at, fields)].filter((read) => read !== null);
    if (typeof place !== 'string') return [];
    const known = placeById.get(place);
    if (!known)
      log.add('unknown-place', at, `No place has the id "${place.slice(0, 80)}"; the id is shown as its name.`, [
        eventId,
      ]);
    return [known ?? { id: place, name: place }];
  });
}

function readCount(value: unknown, path: string, fields: Fields): Count | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return readCount({ low: value, best: value, high: value }, path, fields);
  if (!isObject(value)) {
    fields.log.add(
      'invalid-count',
      path,
      'A count must be a number or an object with low, best and high; it is left out.',
    );
    return null;
  }
  const part = (key: 'low' | 'best' | 'high'): number | null => {
    const number = value[key];
    if (number === null || number === undefined) return null;
    if (typeof number === 'number' && Number.isInteger(number) && number >= 0) return number;
    fields.log.add(
      'invalid-count',
      `${path}.${key}`,
      'A count must be a whole number from 0; it is taken as not stated.',
    );
    return null;
  };
  const count = { low: part('low'), best: part('best'), high: part('high') };
  const names = fields.texts(value, 'names', path);
  const words = fields.text(value, 'words', path);
  const who = fields.text(value, 'who', path);
  return compact<Count>({ ...count, words, who, names: names.length ? names : null }, ['low', 'best', 'high']);
}

function readCounts(value: unknown, path: string, fields: Fields): Record<string, Count> {
  if (!isObject(value)) return {};
  const counts = Object.entries(value).flatMap(([name, given]) => {
    const count = readCount(given, `${path}.${name}`, fields);
    return count ? [[name, count] as const] : [];
  });
  return Object.fromEntries(counts);
}

function readBasis(value: unknown, path: string, fields: Fields): DateBasis | null {
  if (!isObject(value)) return null;
  const states = ['sourced', 'inferred'] as const;
  return compact<DateBasis>({
    text: fields.text(value, 'text', path) ?? '',
    start: fields.oneOf(value, 'start', path, states),
    end: fields.oneOf(value, 'end', path, states),
    sources: fields.strings(value, 'sources', path),
  });
}

function readClaims(value: unknown, path: string, { fields, sourceById, log }: EventContext): Claim[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown, index): Claim[] => {
    if (!isObject(entry)) return [];
    const at = `${path}[${index}]`;
    const source = fields.string(entry, 'source', at);
    if (source !== null && !sourceById.has(source)) {
      log.add('unknown-source', `${at}.source`, `No source has the id "${source.slice(0, 80)}".`);
    }
    const known = source === null ? undefined : sourceById.get(source);
    const by: LocalizedText = fields.text(entry, 'by', at) ?? known?.publisher ?? known?.title ?? '';
    return [
      compact<Claim>({
        by,
        source,
        quote: fields.text(entry, 'quote', at),
        translation: fields.text(entry, 'translation', at),
        url: readLink(entry, at, fields),
        date: fields.string(entry, 'date', at),
      }),
    ];
  });
}

function readRelations(value: unknown, path: string, fields: Fields): Relation[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((entry: unknown, index): Relation[] => {
    if (!isObject(entry)) return [];
    const at = `${path}[${index}]`;
    const type = fields.oneOf(entry, 'type', at, relationTypes);
    const id = fields.string(entry, 'id', at);
    return type === null || id === null ? [] : [{ type, id, possible: entry['possible'] === true }];
  });
}

/** Leaves out what is null, so that "not stated" is an absent field; `kept` fields say it by null. */
function compact<T>(given: { readonly [K in keyof T]: T[K] | null }, kept: readonly string[] = ['when']): T {
  return Object.fromEntries(Object.entries(given).filter(([key, value]) => value !== null || kept.includes(key))) as T;
}
