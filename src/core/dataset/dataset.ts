import type { LocalizedText } from '../i18n/localized-text.js';
import { dateKinds, type DateKind, type Temporal } from '../temporal/temporal.js';
import type { EpochMs } from '../util/units.js';
import type { Actor, DateBasis, Source, TimelineEvent } from './event.js';

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

/**
 * What a reader makes of a file, as plain data that can be sent from a worker: entry `i` of every column belongs to
 * event `i`, in the order of the file.
 */
export interface DatasetParts extends DatasetFrame {
  readonly events: readonly TimelineEvent[];
  readonly dates: readonly ResolvedDate[];
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly kinds: Uint8Array;
  readonly links: readonly (readonly EventLink[])[];
}

/**
 * A data set in columns. Times, kinds and codes are there for every event; the neutral event itself is made when
 * somebody asks for it.
 *
 * `earliest` and `latest` are the narrowed bounds, half-open, −∞ and +∞ where nothing bounds them.
 */
export interface Dataset extends DatasetFrame {
  readonly count: number;
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  /** Index into `dateKinds`. */
  readonly kinds: Uint8Array;
  /** All neutral events, in the order of the file; each is made when it is looked at. */
  readonly events: readonly TimelineEvent[];
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

/** How many events have a date of the kind. */
export function countKind({ kinds }: Dataset, kind: DateKind): number {
  const code = dateKinds.indexOf(kind);
  return kinds.reduce((count, each) => count + Number(each === code), 0);
}

/** Gives the columns their methods. They are not the object's own, so that two data sets are equal when their columns are. */
export function createDataset(parts: DatasetParts): Dataset {
  const indexById = new Map(parts.events.map(({ id }, index) => [id, index]));
  const methods: Methods = {
    event: (index) => parts.events[index]!,
    idOf: (index) => parts.events[index]!.id,
    titleOf: (index) => parts.events[index]!.title,
    kindOf: (index) => dateKinds[parts.kinds[index]!]!,
    date: (index) => parts.dates[index]!,
    links: (index) => parts.links[index] ?? [],
    indexOf: (id) => indexById.get(id) ?? null,
  };
  return Object.assign(Object.create(methods) as Methods, { ...parts, count: parts.events.length });
}

type Methods = Pick<Dataset, 'event' | 'idOf' | 'titleOf' | 'kindOf' | 'date' | 'links' | 'indexOf'>;
