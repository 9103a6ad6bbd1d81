import { isMissing, isObject, type JsonObject } from '../../util/json.js';
import type { CodeName } from '../dataset.js';
import type { Actor, Source, TimelineEvent } from '../event.js';
import type { Fields } from './shared/fields.js';
import type { FlatCells } from './flat-cells.js';
import { notStatedActor, readEvent } from './report-event.js';

/**
 * An event of a table that this program wrote: what its column `more` holds, in the words of the report format, and for
 * all else the other columns. The date is not in it: it is always in columns of its own, where it may have been changed.
 */
export function readEventWithMore(
  record: JsonObject,
  more: JsonObject,
  id: string,
  path: string,
  cells: FlatCells,
  fields: Fields,
): TimelineEvent {
  const list = (key: CodeName): readonly string[] => cells.list(key, record, key, path);
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
      const [lat, lon] = [cells.number(record, 'lat', path), cells.number(record, 'lon', path)];
      return list('place').map((name) => ({ name, ...(lat === lat && lon === lon && { lat, lon }) }));
    },
    killed: () => cells.count(record, 'killed', id, path),
    injured: () => cells.count(record, 'injured', id, path),
    certainty: () => stated('certainty'),
    claims() {
      const [url, by] = [stated('url'), list('source')];
      return (by.length > 0 || url === null ? by : ['']).map((name, i) => ({ by: name, url: i === 0 ? url : null }));
    },
    likely: () => stated('likely'),
    basis: () => !isMissing(record['basis']) && { text: record['basis'] },
  };
  const others = Object.entries(columns).flatMap(([field, read]) => (field in more ? [] : [[field, read()] as const]));
  const whole: JsonObject = { ...more, ...Object.fromEntries(others), when: null, start: null, end: null };
  const known = { placeById: new Map(), actorById: actorsIn(whole), sourceById: sourcesIn(whole) };
  return readEvent(whole, id, { fields, path, log: fields.log, ...known });
}

/** Those that the event names: a table has no list of them. */
const actorsIn = ({ actors }: JsonObject): Map<string, Actor> =>
  new Map(textsIn(actors).map((id) => [id, { id, name: id }]));

const sourcesIn = ({ claims }: JsonObject): Map<string, Source> =>
  new Map(
    textsIn(
      Array.isArray(claims) ? claims.map((claim: unknown) => (isObject(claim) ? claim['source'] : null)) : [],
    ).map((id) => [id, { id, title: id }]),
  );

const textsIn = (list: unknown): string[] =>
  Array.isArray(list) ? list.flatMap((value: unknown) => (typeof value === 'string' ? [value] : [])) : [];
