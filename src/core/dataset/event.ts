import type { LocalizedText } from '../i18n/localized-text.js';

/**
 * The neutral event: what every reader makes of its file, and what a page gets from `element.events`.
 *
 * Unknown is never zero: a count that nobody states is null, and a field that nobody states is absent.
 */
export interface TimelineEvent {
  readonly id: string;
  /** EDTF as written; null when the date is not stated. */
  readonly when: string | null;
  /** The instant (ISO 8601) on its first day at which it began, where `when` is an interval: EDTF has whole days there. */
  readonly start?: string;
  /** The last second of an interval. */
  readonly end?: string;
  /** A likelier date inside `when`, as EDTF; a trailing `?` makes it "perhaps". */
  readonly likely?: string;
  /** Why the event is dated as it is. */
  readonly basis?: DateBasis;
  readonly title: LocalizedText;
  readonly summary?: LocalizedText;
  /** One word of the data's own vocabulary, such as `air strike`. */
  readonly type?: LocalizedText;
  readonly means: readonly LocalizedText[];
  /** Ids of `Dataset.actors`, at least one. */
  readonly actors: readonly string[];
  /** The part of the actor that acted, where it is narrower than the lane: "Syrian government air force". */
  readonly actorName?: LocalizedText;
  readonly targets: readonly Party[];
  /** Who was with the actors, where a source lists that apart from them. */
  readonly associated?: readonly Party[];
  /** The actors fight each other; nobody is the attacker. The event stands in the lane of each. */
  readonly symmetric: boolean;
  readonly places: readonly Place[];
  readonly killed?: Count;
  readonly injured?: Count;
  /** Other counts by name, such as `arrested`. */
  readonly counts: Readonly<Record<string, Count>>;
  readonly certainty: Certainty;
  readonly claims: readonly Claim[];
  readonly relations: readonly Relation[];
  /** What a reader should know about how the source was read. */
  readonly note?: LocalizedText;
}

export const certainties = ['reported', 'alleged', 'presupposed', 'disputed', 'retracted'] as const;
/** How sure the source is that it happened at all; doubt about the date lives in the date. */
export type Certainty = (typeof certainties)[number];

/** Who was acted upon; `id` where it is one of the data set's actors. */
export interface Party {
  readonly id?: string;
  readonly name: LocalizedText;
}

export interface Place {
  readonly id?: string;
  readonly name: LocalizedText;
  readonly lat?: number;
  readonly lon?: number;
  /** How exact the coordinates are: `site`, `village`, `near`, `city`. */
  readonly precision?: string;
}

/** A number of people as a range with words; null is "not stated", never zero. */
export interface Count {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** The source's own words for the number, such as "many". */
  readonly words?: LocalizedText;
  /** Who they were. */
  readonly who?: LocalizedText;
  /** Their names, as far as the source gives them. */
  readonly names?: readonly LocalizedText[];
}

/** Where a date comes from. A bound is `sourced` when a source states it, `inferred` when we concluded it. */
export interface DateBasis {
  readonly text: LocalizedText;
  readonly start?: 'sourced' | 'inferred';
  readonly end?: 'sourced' | 'inferred';
  /** Ids of `Dataset.sources`. */
  readonly sources: readonly string[];
}

/** One account of the event: who says it, in which words, where. */
export interface Claim {
  readonly by: LocalizedText;
  /** Id of `Dataset.sources`. */
  readonly source?: string;
  /** Verbatim, keyed by its language. */
  readonly quote?: LocalizedText;
  readonly translation?: LocalizedText;
  readonly url?: string;
  /** EDTF. */
  readonly date?: string;
}

export type RelationType = 'before' | 'after' | 'during' | 'same-as';

/** Order between two events: this one is before, after, during or the same as that one. */
export interface Relation {
  readonly type: RelationType;
  readonly id: string;
  /** Only perhaps so: shown, but it narrows no date. */
  readonly possible: boolean;
}

export interface Actor {
  readonly id: string;
  readonly name: LocalizedText;
  /** One line under the lane's name: who is counted here. */
  readonly note?: LocalizedText;
  /** "Actor not stated": drawn hollow, always last unless the author orders otherwise. */
  readonly unknown?: boolean;
}

export interface Source {
  readonly id: string;
  readonly title: LocalizedText;
  readonly publisher?: LocalizedText;
  readonly author?: LocalizedText;
  readonly url?: string;
  /** EDTF. */
  readonly date?: string;
  readonly licence?: string;
  readonly note?: LocalizedText;
}
