import type { LocalizedText } from '../i18n/localized-text.js';
import { keyOfText, type CodeKey } from './code-column.js';
import type { DatasetBuilder } from './dataset-builder.js';
import type { CodeName } from './dataset.js';
import type { Actor, Claim, Place, Source, TimelineEvent } from './event.js';
import { temporalOf } from './neutral-event.js';

/** What events name by id. */
export interface Named {
  readonly actors: ReadonlyMap<string, Actor>;
  readonly sources: ReadonlyMap<string, Source>;
}

/** Takes a neutral event apart, as the next one of the data set; what the columns cannot give back is kept beside them. */
export function addEvent(builder: DatasetBuilder, event: TimelineEvent, named: Named): void {
  const { when, start, end } = event;
  const written = { when, ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
  builder.setTemporal(written, temporalOf(event));
  setFields(builder, event, named);
  builder.next();
}

/** Sets all of an event but its date. */
export function setFields(
  builder: DatasetBuilder,
  { id, when: _when, start: _start, end: _end, certainty, symmetric, counts, relations, ...fields }: TimelineEvent,
  named: Named,
): void {
  const { actors, title, summary, type, means, targets, places, claims, ...others } = fields;
  builder.setId(id);
  builder.setCertainty(certainty);
  if (typeof title === 'string') builder.titles.set(builder.count, title);
  if (typeof summary === 'string') builder.summaries.set(builder.count, summary);

  const nameOf = (actor: string, otherwise: LocalizedText): LocalizedText => named.actors.get(actor)?.name ?? otherwise;
  fill(builder, 'actor', actors, (actor) => ({ key: actor, name: nameOf(actor, actor) }));
  const holdsType = fill(builder, 'type', type === undefined ? [] : [type], textKey);
  const holdsMeans = fill(builder, 'means', means, textKey);
  const holdsTargets = fill(builder, 'target', targets, ({ id, name }) =>
    id === undefined ? textKey(name) : { key: id, name: nameOf(id, name) },
  );
  const holdsPlaces = fill(builder, 'place', places, ({ id, name }) =>
    id === undefined ? textKey(name) : { key: id, name },
  );
  const holdsClaims = fill(builder, 'source', claims, ({ source, by }) => {
    const known = source === undefined ? undefined : named.sources.get(source);
    return known ? { key: known.id, name: known.publisher ?? known.title } : textKey(by);
  });

  const isPlainPlace = holdsPlaces && setPlace(builder, places);
  const isPlainClaim = setClaims(builder, claims, holdsClaims);
  builder.setRest({
    ...others,
    ...(symmetric && { symmetric }),
    ...(Object.keys(counts).length > 0 && { counts }),
    ...(relations.length > 0 && { relations }),
    ...(typeof title === 'object' && { title }),
    ...(typeof summary === 'object' && { summary }),
    ...(type !== undefined && !holdsType && { type }),
    ...(!holdsMeans && { means }),
    ...(!(holdsTargets && targets.every((target) => hasOnly(target, 'name'))) && { targets }),
    ...(!isPlainPlace && { places }),
    ...(!isPlainClaim && { claims }),
  });
}

/** Fills a column of codes; false when it cannot give back what was filled in. */
function fill<T>(builder: DatasetBuilder, column: CodeName, list: readonly T[], keyOf: (entry: T) => CodeKey): boolean {
  let isHeld = true;
  for (const entry of list) {
    const { key, name } = keyOf(entry);
    if (!builder.groups[column].add(builder.count, key, name)) isHeld = false;
  }
  return isHeld;
}

/** Keeps where a place is, if there is one only; false when a place has more to it. */
function setPlace(builder: DatasetBuilder, places: readonly Place[]): boolean {
  const [place, another] = places;
  if (!place || another) return places.every((each) => hasOnly(each, 'name'));
  const { lat = NaN, lon = NaN } = place;
  if (lat === lat || lon === lon) builder.setCoordinates(lat, lon);
  return hasOnly(place, 'name', 'lat', 'lon');
}

/** Keeps the link of the first claim; false when there is more to one. */
function setClaims(builder: DatasetBuilder, [claim, ...others]: readonly Claim[], isHeld: boolean): boolean {
  if (!claim) return true;
  const isNameless = claim.by === '' && claim.url !== undefined && others.length === 0;
  if (!(isHeld || isNameless) || !hasOnly(claim, 'by', 'url')) return false;
  if (!others.every((other) => hasOnly(other, 'by'))) return false;
  if (claim.url) builder.urls.set(builder.count, claim.url);
  return true;
}

const hasOnly = (object: object, ...keys: readonly string[]): boolean =>
  Object.keys(object).every((key) => keys.includes(key));

const textKey = (name: LocalizedText): CodeKey => ({ key: keyOfText(name), name });
