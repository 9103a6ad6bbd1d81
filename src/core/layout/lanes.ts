import type { Dataset } from '../dataset/dataset.js';
import { createTimeIndex, filterOrder, splitByLane, type TimeBounds, type TimeIndex } from '../dataset/time-index.js';
import type { LocalizedText } from '../i18n/localized-text.js';
import { wordPattern } from '../i18n/spelling.js';
import type { Messages } from '../i18n/messages.js';
import { bisect } from '../util/bisect.js';
import type { EpochMs } from '../util/units.js';
import { laneCodes } from './lane-codes.js';

export const groupings = ['actor', 'target', 'place', 'type', 'means', 'source', 'certainty'] as const;
/** What a lane stands for; `none`: one lane has all events. */
export type GroupBy = (typeof groupings)[number] | 'none';

/** What people ask for first: who, which kind, to whom, where, who says so. */
const askedFirst = ['actor', 'type', 'target', 'place', 'source'] as const;

/** The lanes of data for which nobody asked for other ones: the first of these that any event states. */
export const defaultGrouping = (dataset: Dataset): GroupBy =>
  askedFirst.find((by) => dataset.groups[by].keys.some(({ key }) => isStated(dataset, by, key))) ?? 'none';

/** True when any event says who acted. */
export const namesActors = (dataset: Dataset): boolean =>
  dataset.groups.actor.keys.some(({ key }) => isStated(dataset, 'actor', key));

const isStated = ({ actors }: Dataset, by: GroupBy, key: string): boolean =>
  key !== '' && !(by === 'actor' && actors.find(({ id }) => id === key)?.unknown);

/** How many colours and key patterns there are; the last of each is for "not stated". */
export const slotCount = 7;
export const hollowSlot = slotCount;

/** A set of events: how many, when, and which. */
export interface LaneEvents {
  /** How many, dated or not. */
  readonly count: number;
  /** Those with at least one bound. */
  readonly time: TimeIndex;
  /** Those without any, which have no place on the axis; in the order of the file. */
  readonly undated: Uint32Array;
  /** All of them in the order of the file. Made when first asked for: for lists and exports, not for a frame. */
  readonly events: readonly number[];
}

/** One band of the chart: everything of one actor (or target, place …), as far as it matches a search. */
export interface Lane extends LaneEvents {
  readonly key: string;
  readonly name: LocalizedText;
  readonly note: LocalizedText | null;
  /** "Not stated": nobody says whose these events are. */
  readonly unknown: boolean;
  /** Colour, 0 to 6, or 7 for the hollow one. From the eighth lane on colours return, with another pattern. */
  readonly hue: number;
  /** Key pattern, 0 to 6, or 7 for the hollow one: tells lanes apart without colour. */
  readonly pattern: number;
  /** How many events it has whether or not they match the search; without a search the same as `count`. */
  readonly total: number;
  /** The lane "14 more actors": those that it stands for, drawn in grey and without a key. Null for every other lane. */
  readonly folded: readonly Lane[] | null;
}

/** What a lane is, apart from its events. */
type LaneLabel = Omit<Lane, keyof LaneEvents | 'total' | 'folded'>;

/**
 * All lanes of the data set: in the author's order for actors that the file lists, else the fullest first, and "not
 * stated" last.
 */
export function groupEvents(dataset: Dataset, groupBy: GroupBy, messages: Messages): readonly Lane[] {
  const column = laneCodes(dataset, groupBy, messages);
  const { keys } = column;
  const split = (order: Uint32Array): readonly Uint32Array[] => splitByLane(order, column, keys.length);
  const { byEarliest, byLatest } = dataset;
  const [starts, ends, undated] = [byEarliest, byLatest, undatedOf(dataset, byEarliest)].map(split) as [
    readonly Uint32Array[],
    readonly Uint32Array[],
    readonly Uint32Array[],
  ];
  const actors = new Map(groupBy === 'actor' ? dataset.actors.map((actor, rank) => [actor.id, { actor, rank }]) : []);
  const groups = keys
    .map(({ key, name }, code) => {
      const listed = actors.get(key);
      return {
        key,
        name: listed?.actor.name ?? name,
        note: listed?.actor.note ?? null,
        unknown: key === '' || listed?.actor.unknown === true,
        rank: listed?.rank ?? actors.size,
        code,
        count: starts[code]!.length + undated[code]!.length,
      };
    })
    .filter(({ count }) => count > 0);
  const isAuthors = groupBy === 'actor' && dataset.ordersActors;
  groups.sort((a, b) => (isAuthors ? a.rank - b.rank : Number(a.unknown) - Number(b.unknown) || b.count - a.count));

  let known = 0;
  return groups.map(({ key, name, note, unknown, code }): Lane => {
    const slot = unknown ? null : known++;
    const turn = slot === null ? 0 : Math.floor(slot / slotCount);
    const label: LaneLabel = {
      key,
      name,
      note,
      unknown,
      hue: slot === null ? hollowSlot : slot % slotCount,
      pattern: slot === null ? hollowSlot : (slot + turn) % slotCount,
    };
    return createLane(label, eventsOf(dataset, starts[code]!, ends[code]!, undated[code]!));
  });
}

/** A lane of its label and its events. Not by spreading, which would ask for the list of events that is made on demand. */
export const createLane = (
  { key, name, note, unknown, hue, pattern }: LaneLabel,
  events: LaneEvents,
  total: number = events.count,
  folded: readonly Lane[] | null = null,
): Lane => Object.assign(events, { key, name, note, unknown, hue, pattern, total, folded });

/** A set of events of the two orders of its dated ones and of those without a date. A new object each time. */
export function eventsOf(
  bounds: TimeBounds,
  byEarliest: Uint32Array,
  byLatest: Uint32Array,
  undated: Uint32Array,
): LaneEvents {
  let list: readonly number[] | undefined;
  return {
    count: byEarliest.length + undated.length,
    time: createTimeIndex(bounds, byEarliest, byLatest),
    undated,
    get events() {
      return (list ??= inFileOrder(byEarliest, undated));
    },
  };
}

function inFileOrder(dated: Uint32Array, undated: Uint32Array): readonly number[] {
  const all = new Uint32Array(dated.length + undated.length);
  all.set(dated);
  all.set(undated, dated.length);
  return [...all.sort()];
}

/** Events without any bound, in the order of the file. */
function undatedOf({ count, earliest, latest }: Dataset, dated: Uint32Array): Uint32Array {
  const undated = new Uint32Array(count - dated.length);
  let place = 0;
  for (let event = 0; place < undated.length; event++) {
    if (earliest[event] === -Infinity && latest[event] === Infinity) undated[place++] = event;
  }
  return undated;
}

/** The events of a data set. */
export const allEvents = (dataset: Dataset): LaneEvents =>
  eventsOf(dataset, dataset.byEarliest, dataset.byLatest, undatedOf(dataset, dataset.byEarliest));

/** 1 for each event of a data set that stands in one of the lanes. */
export function maskOf({ count }: Dataset, lanes: readonly LaneEvents[]): Uint8Array {
  const isIn = new Uint8Array(count);
  for (const { time, undated } of lanes) {
    for (const list of [time.byEarliest, undated]) {
      for (let i = 0; i < list.length; i++) isIn[list[i]!] = 1;
    }
  }
  return isIn;
}

/** The events of several lanes, each once. */
export function unionOf(dataset: Dataset, lanes: readonly LaneEvents[]): LaneEvents {
  const { byEarliest, byLatest } = dataset;
  return filtered(dataset, byEarliest, byLatest, undatedOf(dataset, byEarliest), maskOf(dataset, lanes));
}

/** Those that may lie in a stretch of time, and those without a date, which may lie anywhere; the same if that is all. */
export function eventsInRange(
  dataset: Dataset,
  events: LaneEvents,
  [from, to]: readonly [EpochMs, EpochMs],
): LaneEvents {
  const { time, undated } = events;
  if (time.countTouching(from, to) === time.size) return events;
  const { earliest, latest, count } = dataset;
  const isIn = new Uint8Array(count);
  for (const event of time.byEarliest) isIn[event] = Number(earliest[event]! < to && latest[event]! > from);
  return eventsOf(dataset, filterOrder(time.byEarliest, isIn), filterOrder(time.byLatest, isIn), undated);
}

/** The lane with only those of its events that match; it keeps its name, colour and total. */
export function filterLane(dataset: Dataset, lane: Lane, matches: Uint8Array): Lane {
  const { time, undated, total, folded } = lane;
  return createLane(lane, filtered(dataset, time.byEarliest, time.byLatest, undated, matches), total, folded);
}

const filtered = (
  dataset: Dataset,
  byEarliest: Uint32Array,
  byLatest: Uint32Array,
  undated: Uint32Array,
  matches: Uint8Array,
): LaneEvents =>
  eventsOf(dataset, filterOrder(byEarliest, matches), filterOrder(byLatest, matches), filterOrder(undated, matches));

/** The event's place among those without a date, −1 if it is not among them. */
export function undatedPlace({ undated }: LaneEvents, event: number): number {
  const place = bisect(undated.length, (i) => undated[i]! < event);
  return undated[place] === event ? place : -1;
}

/** True when the event is one of them; by bisection. */
export const holds = (lane: LaneEvents, event: number): boolean =>
  lane.time.position(event) !== -1 || undatedPlace(lane, event) !== -1;

/**
 * The lanes that are named, in the order of their names: by key or by name in any language, without regard to case.
 * When no name is given, or none is known, all lanes: an empty chart would say that nothing happened.
 */
export function chooseLanes(lanes: readonly Lane[], wanted: readonly string[]): readonly Lane[] {
  const chosen = new Set(wanted.flatMap((name) => lanes.filter((lane) => isCalled(lane, name))));
  return chosen.size > 0 ? [...chosen] : lanes;
}

/** True when a lane goes by the name. */
export function isCalled(lane: Pick<Lane, 'key' | 'name'>, wanted: string): boolean {
  const fold = (text: string): string => text.trim().toLocaleLowerCase('und');
  return [lane.key, ...namesOf(lane)].some((own) => fold(own) === fold(wanted));
}

/** The lanes whose name, in any language, has the words of the text in it, however they are spelt. */
export function lanesNamedLike<L extends Pick<Lane, 'name'>>(lanes: readonly L[], text: string): readonly L[] {
  const patterns = text.split(/\s+/).flatMap((word) => wordPattern(word)?.marked ?? []);
  return lanes.filter((lane) => patterns.every((pattern) => namesOf(lane).join('\n').search(pattern) >= 0));
}

const namesOf = ({ name }: Pick<Lane, 'name'>): readonly string[] =>
  typeof name === 'string' ? [name] : Object.values(name);
