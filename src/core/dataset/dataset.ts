import type { LocalizedText } from '../i18n/localized-text.js';
import { dateKinds, type DateKind, type Temporal } from '../temporal/temporal.js';
import type { EpochMs } from '../util/units.js';
import { memoizeKeys, memoizeLast } from '../util/memoize.js';
import type { CodeColumn } from './code-column.js';
import type { Actor, DateBasis, Source, TimelineEvent } from './event.js';
import { findId, type IdTable } from './id-table.js';
import { listEvents } from './list-events.js';
import { neutralEvent, resolvedDate } from './neutral-event.js';
import { textAt, type TextColumn } from './text-column.js';

/** Why a bound is narrower than the date as written: it was before, after, during or the same as that other event. */
export interface Narrowing {
  readonly type: 'before' | 'after' | 'during' | 'same-as';
  /** Index of the event that the bound comes from. */
  readonly from: number;
}

/** An event's date, parsed, narrowed by its relations, ready to be drawn and said. */
export interface ResolvedDate {
  readonly kind: DateKind;
  /** As written; null when nothing is stated, or nothing that could be read. */
  readonly temporal: Temporal | null;
  readonly likely: Temporal | null;
  readonly startBasis: 'sourced' | 'inferred';
  readonly endBasis: 'sourced' | 'inferred';
  readonly startNarrowing: Narrowing | null;
  readonly endNarrowing: Narrowing | null;
}

/** When the source itself was published: the last day that it can speak of. */
export interface Publication {
  readonly temporal: Temporal;
  readonly label: LocalizedText | null;
  readonly basis: DateBasis | null;
}

/** What a data set says of itself, besides its events. */
export interface DatasetFrame {
  readonly title: LocalizedText | null;
  readonly summary: LocalizedText | null;
  readonly note: LocalizedText | null;
  readonly attribution: LocalizedText | null;
  readonly licence: string | null;
  /** The language of plain strings and of the sources. */
  readonly language: string;
  /** Every language that the titles are written in. */
  readonly languages: readonly string[];
  readonly publication: Publication | null;
  readonly primarySource: string | null;
  readonly sources: ReadonlyMap<string, Source>;
  /** In the order of the lanes where `ordersActors`, else in the order of their first event. */
  readonly actors: readonly Actor[];
  /** The file lists its actors, and their order is the author's; else the fullest lane comes first. */
  readonly ordersActors: boolean;
}

/** What events have in common, each in a column of codes: what lanes are made of. */
export const codeNames = ['actor', 'target', 'place', 'type', 'means', 'source'] as const;
export type CodeName = (typeof codeNames)[number];

/**
 * What a reader makes of a file, as plain data that can be sent from a worker: entry `i` of every column belongs to
 * event `i`, in the order of the file. Of a million events it takes less memory than their text.
 */
export interface DatasetParts extends DatasetFrame {
  readonly count: number;
  /** The narrowed bounds, half-open; −∞ and +∞ where nothing bounds an event. */
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  /** The events with at least one finite bound, by their earliest and by their latest; ties in the order of the file. */
  readonly byEarliest: Uint32Array;
  readonly byLatest: Uint32Array;
  /** Index into `dateKinds`. */
  readonly kinds: Uint8Array;
  /** Index into `certainties`. */
  readonly certainties: Uint8Array;
  /** How the date is written, where it is plain. */
  readonly writings: Uint8Array;
  /** Each event's id, unique. */
  readonly ids: TextColumn;
  /** Null where the ids ascend. */
  readonly idTable: IdTable | null;
  /** A title in several languages is in `rest`, and empty here; so is a summary. */
  readonly titles: TextColumn;
  readonly summaries: TextColumn;
  /** EDTF of dates that are not plain. */
  readonly whens: TextColumn;
  /** The link of an event that has one only. */
  readonly urls: TextColumn;
  /** Latitude and longitude of an event's place, one after the other, `NaN` where there are none; null: nowhere any. */
  readonly coordinates: Float64Array | null;
  /** Of actors the key is the id; every event has one. */
  readonly groups: Readonly<Record<CodeName, CodeColumn>>;
  /** What the columns do not hold: fields of the neutral event that take the place of theirs. */
  readonly rest: ReadonlyMap<number, Partial<TimelineEvent>>;
  /** Of the events that are related to others, in both directions. */
  readonly relations: ReadonlyMap<number, readonly EventLink[]>;
  /** Of the events that their relations narrowed. */
  readonly narrowings: ReadonlyMap<number, Pick<ResolvedDate, 'startNarrowing' | 'endNarrowing'>>;
}

/**
 * A data set in columns. Times, kinds and codes are there for every event; the neutral event itself, its date and its
 * texts are made when somebody asks for them.
 */
export interface Dataset extends DatasetParts {
  /**
   * All neutral events, in the order of the file, for the outside: each is made when it is looked at. Whoever needs one
   * field of every event asks the columns.
   */
  readonly events: readonly TimelineEvent[];
  /** The same object again where there are not many events. */
  event(index: number): TimelineEvent;
  idOf(index: number): string;
  titleOf(index: number): LocalizedText;
  kindOf(index: number): DateKind;
  date(index: number): ResolvedDate;
  /** Its relations in both directions: what it says, and what others say of it. */
  links(index: number): readonly EventLink[];
  /** Index of the event with that id; null when there is none. */
  indexOf(id: string): number | null;
}

/** How another event stands to this one, seen from this one: `type: 'after'` means the other comes after. */
export interface EventLink {
  readonly type: 'before' | 'after' | 'during' | 'contains' | 'same-as';
  readonly to: number;
  readonly possible: boolean;
}

/** The instant at which the source was published: the end of the last day that it may speak of. */
export const publicationTime = (dataset: Dataset): EpochMs | null => dataset.publication?.temporal.latest ?? null;

/** Where all of it is taken from, where the data say so. */
export const primarySourceOf = ({ primarySource, sources }: Dataset): Source | undefined =>
  primarySource === null ? undefined : sources.get(primarySource);

/** Who has written a source: its publisher, else its title, and its author. */
export const namesOfSource = ({ publisher, title, author }: Source): readonly LocalizedText[] => [
  publisher ?? title,
  ...(author === undefined ? [] : [author]),
];

/** How many events have a date of the kind. */
export function countKind({ kinds }: Dataset, kind: DateKind): number {
  const code = dateKinds.indexOf(kind);
  let count = 0;
  for (let i = 0; i < kinds.length; i++) if (kinds[i] === code) count++;
  return count;
}

/** So many events and dates that were asked for are kept. */
const mostKept = 10_000;

/** Gives the columns their methods. */
export function createDataset(parts: DatasetParts): Dataset {
  const { count, kinds, rest, relations } = parts;
  const idOf = (index: number): string => textAt(parts.ids, index);
  const event = memoizeKeys(mostKept, (index: number) => neutralEvent(parts, index));
  const events = memoizeLast(() => listEvents(count, event, mostKept));
  const methods: Methods = {
    get events() {
      return events();
    },
    event,
    idOf,
    titleOf: (index) => rest.get(index)?.title ?? textAt(parts.titles, index),
    kindOf: (index) => dateKinds[kinds[index]!]!,
    date: memoizeKeys(mostKept, (index: number) => resolvedDate(parts, index)),
    links: (index) => relations.get(index) ?? [],
    indexOf(id) {
      const index = findId(id, count, parts.idTable, idOf);
      return index < 0 ? null : index;
    },
  };
  return Object.assign(Object.create(methods) as Methods, parts);
}

type Methods = Pick<Dataset, 'events' | 'event' | 'idOf' | 'titleOf' | 'kindOf' | 'date' | 'links' | 'indexOf'>;
