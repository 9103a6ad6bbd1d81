import type { Certainty } from '../dataset/event.js';
import type { EventLink } from '../dataset/dataset.js';
import type { DateKind } from '../temporal/temporal.js';
import type { PluralForms } from './numbers.js';

/** How a legend entry is called; the kinds of dates, and what may be added to one. */
export type LegendKey = DateKind | 'likely' | 'symmetric' | 'walls' | 'fuzzy-approximate';

/**
 * Every word that the widget says in its own voice. Counted nouns are forms for the plural rules of the language;
 * `{name}` is a place for a value.
 */
export interface Messages {
  readonly view: { readonly label: string; readonly chart: string; readonly list: string };
  readonly zoom: {
    readonly label: string;
    readonly in: string;
    readonly out: string;
    readonly fit: string;
  };
  readonly actors: { readonly label: string; readonly off: string; readonly showAll: string };
  readonly counts: {
    readonly events: PluralForms;
    /** "{n} of {all} events in view" */
    readonly inView: string;
    readonly startBefore: PluralForms;
    readonly endAfter: PluralForms;
    readonly outside: PluralForms;
    readonly hiddenByFilter: PluralForms;
    readonly named: string;
  };
  readonly summary: {
    readonly total: PluralForms;
    readonly exact: PluralForms;
    readonly noneExact: string;
    readonly allExact: string;
    readonly rest: string;
  };
  readonly axis: {
    readonly time: string;
    readonly undated: string;
    readonly published: string;
    readonly today: string;
    readonly allDates: string;
    readonly fromDate: string;
    readonly noDates: string;
  };
  readonly legend: {
    readonly heading: string;
    readonly note: string;
    readonly keys: Readonly<Record<LegendKey, string>>;
  };
  readonly list: {
    readonly order: string;
    /** "61 to 120 of 2,000 events" */
    readonly page: string;
    readonly earlier: string;
    readonly later: string;
    readonly kinds: Readonly<Record<DateKind, string>>;
  };
  readonly certainty: Readonly<Record<Certainty, string>>;
  /** The lane of what is simply reported, when lanes are certainties. */
  readonly reportedLane: string;
  /** The question mark of the language, for "same event?". */
  readonly questionMark: string;
  readonly relation: Readonly<Record<EventLink['type'], string>>;
  readonly relationPossible: Readonly<Record<EventLink['type'], string>>;
  /** The same, as a short tag in the other event's label. */
  readonly relationTag: Readonly<Record<EventLink['type'], string>>;
  readonly details: {
    readonly position: string;
    readonly previous: string;
    readonly next: string;
    readonly close: string;
    readonly when: string;
    readonly why: string;
    readonly where: string;
    readonly means: string;
    readonly casualties: string;
    readonly quote: string;
    readonly translation: string;
    readonly who: string;
    readonly read: string;
    readonly related: string;
    readonly note: string;
    readonly sources: string;
    readonly certainty: string;
    readonly noCasualties: string;
    readonly about: string;
    readonly choose: string;
    readonly against: string;
  };
  readonly certaintySentence: Readonly<Record<Certainty, string>>;
  readonly casualties: {
    readonly killed: CountWords;
    readonly injured: CountWords;
    /** For a count whose name is in the data, such as "arrested": "{name}: {n}". */
    readonly other: OtherCountWords;
    readonly names: Readonly<Record<string, string>>;
    readonly saysWords: string;
  };
  readonly status: {
    readonly loading: string;
    readonly failed: string;
    readonly failedHttp: string;
    readonly failedNetwork: string;
    readonly failedFormat: string;
    readonly retry: string;
    readonly openFile: string;
    readonly empty: string;
    readonly emptyNote: string;
    readonly untitled: string;
    readonly issues: PluralForms;
    readonly showIssues: string;
    readonly hideIssues: string;
    readonly noActors: string;
    readonly noActorsNote: string;
  };
  readonly wheelHint: string;
  readonly wheelHintMac: string;
  readonly source: string;
  readonly groups: Readonly<Record<'target' | 'place' | 'type' | 'means' | 'source', string>>;
  readonly chartLabel: string;
  /** "3 of 12 in ISIS" */
  readonly positionInLane: string;
  readonly accordingTo: string;
}

/** Sentences for a number of people, as a range with doubt. */
export interface CountWords {
  readonly exact: PluralForms;
  readonly atLeast: PluralForms;
  readonly range: string;
  readonly atMost: PluralForms;
  readonly notStated: string;
  readonly none: string;
}

export interface OtherCountWords {
  readonly exact: string;
  readonly atLeast: string;
  readonly range: string;
  readonly atMost: string;
  readonly notStated: string;
}
