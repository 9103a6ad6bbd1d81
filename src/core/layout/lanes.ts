import { notStatedActor } from '../dataset/readers/report-event.js';
import type { Dataset } from '../dataset/dataset.js';
import type { Actor, TimelineEvent } from '../dataset/event.js';
import type { LocalizedText } from '../i18n/localized-text.js';
import type { Messages } from '../i18n/messages.js';

export const groupings = ['actor', 'target', 'place', 'type', 'means', 'source', 'certainty'] as const;
/** What a lane stands for. */
export type GroupBy = (typeof groupings)[number];

/** How many colours and key patterns there are; the last of each is for "not stated". */
export const slotCount = 7;
export const hollowSlot = slotCount;

/** One band of the chart: everything of one actor (or target, place …). */
export interface Lane {
  readonly key: string;
  readonly name: LocalizedText;
  readonly note: LocalizedText | null;
  /** "Not stated": nobody says whose these events are. */
  readonly unknown: boolean;
  /** Colour, 0 to 6, or 7 for the hollow one. From the eighth lane on colours return, with another pattern. */
  readonly hue: number;
  /** Key pattern, 0 to 6, or 7 for the hollow one: tells lanes apart without colour. */
  readonly pattern: number;
  /** Indices of its events, in the order of the file. */
  readonly events: readonly number[];
}

interface LaneKey {
  readonly key: string;
  readonly name: LocalizedText;
}

/** All lanes of the data set, in the author's order for actors, else the fullest first and "not stated" last. */
export function groupEvents(dataset: Dataset, groupBy: GroupBy, messages: Messages): readonly Lane[] {
  const byKey = new Map<
    string,
    { name: LocalizedText; note: LocalizedText | null; unknown: boolean; events: number[] }
  >();
  if (groupBy === 'actor') {
    for (const { id, name, note, unknown } of dataset.actors) {
      byKey.set(id, { name, note: note ?? null, unknown: unknown === true, events: [] });
    }
  }
  const keysOf = keyReaders[groupBy];
  const notStated = groupBy === 'actor' || groupBy === 'certainty' ? notStatedActor.name : messages.groups[groupBy];
  dataset.events.forEach((event, index) => {
    const found = keysOf(event, dataset, messages);
    const named = found.filter(({ key }) => key !== '');
    const keys = named.length > 0 ? named : [{ key: '', name: notStated }];
    for (const { key, name } of uniqueByKey(keys)) {
      let group = byKey.get(key);
      if (!group) byKey.set(key, (group = { name, note: null, unknown: key === '', events: [] }));
      group.events.push(index);
    }
  });
  const groups = [...byKey].filter(([, group]) => group.events.length > 0);
  if (groupBy !== 'actor') {
    groups.sort(([, a], [, b]) => Number(a.unknown) - Number(b.unknown) || b.events.length - a.events.length);
  }
  let known = 0;
  return groups.map(([key, group]) => {
    const slot = group.unknown ? null : known++;
    const turn = slot === null ? 0 : Math.floor(slot / slotCount);
    return {
      key,
      ...group,
      hue: slot === null ? hollowSlot : slot % slotCount,
      pattern: slot === null ? hollowSlot : (slot + turn) % slotCount,
    };
  });
}

/**
 * The lanes that are named, in the order of their names: by key or by name in any language, without regard to case.
 * When no name is given, or none is known, all lanes: an empty chart would say that nothing happened.
 */
export function chooseLanes(lanes: readonly Lane[], wanted: readonly string[]): readonly Lane[] {
  const chosen = new Set(wanted.flatMap((name) => lanes.filter((lane) => isCalled(lane, name))));
  return chosen.size > 0 ? [...chosen] : lanes;
}

/** True when a lane goes by the name. */
export function isCalled({ key, name }: Lane, wanted: string): boolean {
  const fold = (text: string): string => text.trim().toLocaleLowerCase('und');
  return [key, ...(typeof name === 'string' ? [name] : Object.values(name))].some((own) => fold(own) === fold(wanted));
}

type KeyReader = (event: TimelineEvent, dataset: Dataset, messages: Messages) => readonly LaneKey[];

const textKey = (text: LocalizedText): LaneKey => ({
  key: typeof text === 'string' ? text : (text['en'] ?? Object.values(text)[0] ?? ''),
  name: text,
});

const keyReaders: Readonly<Record<GroupBy, KeyReader>> = {
  actor: (event) => event.actors.map((key) => ({ key, name: key })),
  target: (event, { actors }) =>
    event.targets.map(({ id, name }) =>
      id === undefined ? textKey(name) : { key: id, name: actorName(actors, id) ?? name },
    ),
  place: (event) => event.places.map(({ id, name }) => (id === undefined ? textKey(name) : { key: id, name })),
  type: (event) => (event.type === undefined ? [] : [textKey(event.type)]),
  means: (event) => event.means.map(textKey),
  source: (event, { sources }) =>
    event.claims.map(({ source, by }) => {
      const known = source === undefined ? undefined : sources.get(source);
      return known ? { key: known.id, name: known.publisher ?? known.title } : textKey(by);
    }),
  certainty: (event, _, messages) => [
    { key: event.certainty, name: messages.certainty[event.certainty] || messages.reportedLane },
  ],
};

const actorName = (actors: readonly Actor[], id: string): LocalizedText | undefined =>
  actors.find((actor) => actor.id === id)?.name;

function uniqueByKey(keys: readonly LaneKey[]): readonly LaneKey[] {
  return keys.length < 2
    ? keys
    : keys.filter(({ key }, index) => keys.findIndex((other) => other.key === key) === index);
}
