import type { LocalizedText } from '../i18n/localized-text.js';
import type { DateKind, Temporal } from '../temporal/temporal.js';
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

/**
 * A data set in columns: entry `i` of every column belongs to event `i`, in the order of the file.
 *
 * `earliest` and `latest` are the narrowed bounds, half-open, −∞ and +∞ where nothing bounds them.
 */
export interface Dataset {
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
  /** In the order of the lanes. */
  readonly actors: readonly Actor[];
  readonly events: readonly TimelineEvent[];
  readonly dates: readonly ResolvedDate[];
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly indexById: ReadonlyMap<string, number>;
  /** Each event's relations in both directions, as indices: what it says, and what others say of it. */
  readonly links: readonly (readonly EventLink[])[];
}

/** How another event stands to this one, seen from this one: `type: 'after'` means the other comes after. */
export interface EventLink {
  readonly type: 'before' | 'after' | 'during' | 'contains' | 'same-as';
  readonly to: number;
  readonly possible: boolean;
}

/** The instant at which the source was published: the end of the last day that it may speak of. */
export const publicationTime = (dataset: Dataset): EpochMs | null => dataset.publication?.temporal.latest ?? null;
