import type { LocalizedText } from '../../i18n/localized-text.js';
import { timeOn, withTimes } from '../../temporal/interval-times.js';
import { parseTemporal } from '../../temporal/parse-temporal.js';
import { isObject, type JsonObject } from '../../util/json.js';
import {
  certainties,
  type Actor,
  type Claim,
  type Party,
  type Place,
  type Relation,
  type RelationType,
  type Source,
  type TimelineEvent,
} from '../event.js';
import type { IssueLog } from '../issue-log.js';
import { temporalOf } from '../neutral-event.js';
import { compact, idText, type Fields } from './shared/fields.js';
import { readUrl } from './shared/markup.js';
import { noDate, noTitle } from './shared/sentences.js';
import { readBasis, readCount, readCounts, readPlace } from './report-parts.js';

const relationTypes: readonly RelationType[] = ['before', 'after', 'during', 'same-as'];

/** The actor that stands for "nobody says who"; events whose actor is missing go there. */
export const notStatedActor: Actor = {
  id: 'not-stated',
  name: { en: 'Actor not stated', ar: 'الفاعل غير مذكور' },
  unknown: true,
};

/** Where an event stands in the file, and what its ids may refer to. */
export interface EventContext {
  readonly fields: Fields;
  readonly path: string;
  readonly actorById: Map<string, Actor>;
  readonly placeById: ReadonlyMap<string | undefined, Place>;
  readonly sourceById: ReadonlyMap<string, Source>;
  readonly log: IssueLog;
}

/**
 * The event's id, or one made for it where it has none or another event has it.
 *
 * @param taken ids that are given, each with the number of the last copy that was made of it
 */
export function readId(
  entry: JsonObject,
  index: number,
  path: string,
  taken: Map<string, number>,
  log: IssueLog,
): string {
  let id = idText(entry['id']);
  if (id === '') {
    id = `event-${index + 1}`;
    log.add('missing-id', `${path}.id`, `The event has no id; it is called "${id}" here.`);
  }
  const last = taken.get(id);
  if (last !== undefined) {
    const first = id;
    let copy = last;
    do id = `${first}-${++copy}`;
    while (taken.has(id));
    taken.set(first, copy);
    log.add('duplicate-id', `${path}.id`, `Another event has the id "${first}"; this one is called "${id}" here.`);
  }
  taken.set(id, 1);
  return id;
}

/** Reads one event; every field that is wrong becomes an issue, and the rest is kept. */
export function readEvent(entry: JsonObject, id: string, context: EventContext): TimelineEvent {
  const { fields, path, log } = context;
  const title = fields.text(entry, 'title', path);
  if (title === null) log.add('missing-title', `${path}.title`, noTitle, [id]);
  const when = readWhen(entry, id, context);
  return compact<TimelineEvent>({
    id,
    when,
    ...readTimes(entry, when, id, context),
    likely: readLikely(entry, id, context),
    basis: readBasis(entry['basis'], `${path}.basis`, fields),
    title: title ?? id,
    summary: fields.text(entry, 'summary', path),
    type: fields.text(entry, 'type', path),
    means: fields.texts(entry, 'means', path),
    actors: readActors(entry, id, context),
    actorName: fields.text(entry, 'actorName', path),
    targets: readParties(entry, 'targets', context),
    associated: readAssociated(entry, context),
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
    log.add('missing-date', `${path}.when`, noDate, [id]);
    return null;
  }
  const parsed = parseTemporal(when);
  if (parsed.ok) return when;
  log.add(parsed.code, `${path}.when`, `${parsed.message} The event stands among those whose date is not stated.`, [
    id,
  ]);
  return null;
}

/** The times of day of an interval. */
function readTimes(
  entry: JsonObject,
  when: string | null,
  id: string,
  { fields, path, log }: EventContext,
): { readonly start: string | null; readonly end: string | null } {
  const days = temporalOf({ when });
  const timeAt = (side: 'start' | 'end', day: string): string | null => {
    const text = fields.string(entry, side, path);
    if (text === null || (days && timeOn(days, side, text))) return text;
    const message = `A time on the ${day} day of the interval “when” was expected here; the value is left out.`;
    log.add('invalid-date', `${path}.${side}`, message, [id]);
    return null;
  };
  const [start, end] = [timeAt('start', 'first'), timeAt('end', 'last')];
  if (start === null || end === null || (days && withTimes(days, start, end) !== days)) return { start, end };
  log.add('end-before-start', `${path}.end`, 'The end is before the start; both times are left out.', [id]);
  return { start: null, end: null };
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

function readParties(
  entry: JsonObject,
  key: 'targets' | 'associated',
  { fields, path, actorById }: EventContext,
): Party[] {
  return fields.list(entry, key, path).flatMap((party, index): Party[] => {
    if (typeof party === 'string') return [{ id: party, name: actorById.get(party)?.name ?? party }];
    if (!isObject(party)) return [];
    const at = `${path}.${key}[${index}]`;
    const id = fields.string(party, 'id', at);
    const name = fields.text(party, 'name', at) ?? (id === null ? null : (actorById.get(id)?.name ?? id));
    return name === null ? [] : [compact<Party>({ id, name })];
  });
}

function readAssociated(entry: JsonObject, context: EventContext): Party[] | null {
  const parties = readParties(entry, 'associated', context);
  return parties.length > 0 ? parties : null;
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
        url: readUrl(entry, 'url', at, fields),
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
