import type { Certainty } from '../dataset/event.js';
import type { EventLink } from '../dataset/dataset.js';
import type { IssueCode } from '../dataset/issue.js';
import type { FacetName } from '../layout/facets.js';
import type { DateKind } from '../temporal/temporal.js';
import type { ColumnName } from '../scene/table-columns.js';
import type { PluralForms } from './numbers.js';

/** How a legend entry is called; the kinds of dates, and what may be added to one. */
export type LegendKey = DateKind | 'likely' | 'symmetric' | 'sides' | 'walls' | 'fuzzy-approximate';

/**
 * Every word that the widget says in its own voice. Counted nouns are forms for the plural rules of the language;
 * `{name}` is a place for a value.
 */
export interface Messages {
  readonly view: Readonly<Record<'label' | 'chart' | 'list' | 'table', string>>;
  /** Of a print, and of a page without a script. */
  readonly paper: Readonly<Record<'numbers' | 'cut' | 'counted', string>>;
  readonly link: Readonly<Record<'copy' | 'title' | 'copied' | 'address', string>>;
  /** What can be saved and copied; `save` is "Save PNG". */
  readonly exports: Readonly<
    Record<
      | ('open' | 'picture' | 'view' | 'whole' | 'width' | 'now' | 'scale' | 'save' | 'pixels' | 'acled')
      | ('citation' | 'text' | 'copy' | 'copied' | 'byHand')
      | ('saving' | 'sent' | 'unsure' | 'refused' | 'tooLarge' | 'failed'),
      string
    >
  >;
  /** In a citation, after the address. */
  readonly citation: { readonly accessed: string };
  readonly zoom: {
    readonly label: string;
    readonly in: string;
    readonly out: string;
    readonly fit: string;
  };
  readonly actors: {
    readonly label: string;
    readonly off: string;
    readonly showAll: string;
    readonly hideAll: string;
  };
  readonly lanes: {
    /** What the lanes are called where they are actors, and where they are anything else. */
    readonly actor: LaneWords;
    readonly other: LaneWords;
    /** The one lane of data that name nothing to make lanes of. */
    readonly everything: string;
    /** "All 22 actors" */
    readonly all: string;
    readonly show: string;
    /** "54 more: type to find" */
    readonly cut: string;
    readonly notFound: string;
    readonly fewer: string;
    readonly collapse: string;
    readonly open: string;
  };
  readonly scale: { readonly label: string; readonly own: string; readonly one: string };
  readonly search: {
    readonly label: string;
    readonly clear: string;
    /** "12 of 33 events match the search" */
    readonly matches: PluralForms;
    readonly none: string;
    readonly noneAmong: string;
    /** Beside the field; of one that is chosen, "3 of 12". */
    readonly results: PluralForms;
    readonly previous: string;
    readonly next: string;
    readonly note: string;
    readonly noteOff: string;
  };
  readonly filters: {
    /** The button that opens the panel, and the panel. */
    readonly open: string;
    readonly label: string;
    /** "2 filters are on" */
    readonly active: PluralForms;
    readonly facets: Readonly<Record<FacetName, string>>;
    /** What kinds of dates are called where no mark stands beside the words; the others as in the legend. */
    readonly kinds: Readonly<Partial<Record<DateKind, string>>>;
    /** "18 more" */
    readonly more: PluralForms;
    readonly find: string;
    /** The line of what is filtered. */
    readonly line: string;
    /** "Place: Deir ez-Zor", "Place: 5 choices", "Hidden: ISIS", "Search: water"; and before them, what a press does. */
    readonly value: string;
    readonly values: PluralForms;
    readonly off: string;
    readonly search: string;
    readonly remove: string;
    readonly show: string;
    readonly clear: string;
    /** "5 of 33 lie outside this range.": of list and table. */
    readonly outside: PluralForms;
    readonly allDates: string;
    readonly noneInRange: string;
    readonly none: string;
    readonly noneSearched: string;
    readonly noneNote: string;
  };
  readonly counts: {
    readonly events: PluralForms;
    /** "{n} of {all} events in view" */
    readonly inView: string;
    readonly startBefore: PluralForms;
    readonly endAfter: PluralForms;
    readonly outside: PluralForms;
    readonly hiddenByFilter: PluralForms;
    readonly named: string;
    /** "4 with an exact day" */
    readonly exact: PluralForms;
  };
  readonly summary: {
    readonly total: PluralForms;
    readonly exact: PluralForms;
    /** By how many there are in all. */
    readonly noneExact: PluralForms;
    readonly allExact: PluralForms;
    /** By how many the others are. */
    readonly rest: PluralForms;
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
  /** Where events are too many to be drawn one by one, and are counted by columns of the calendar. */
  readonly density: {
    /** "1,883 to 2,142 events"; the noun goes with the higher number. */
    readonly range: PluralForms;
    readonly atMost: PluralForms;
    readonly none: string;
    /** Hours of one day: "18 May 2016, 14:00 to 15:00" */
    readonly hours: string;
    /** "1,883 to 2,142 of 100,000 events" */
    readonly inView: string;
    /** Follows the counts: "counted by month; zoom in for each" */
    readonly counted: string;
    readonly by: {
      readonly minute: PluralForms;
      readonly hour: PluralForms;
      readonly day: string;
      readonly week: string;
      readonly month: string;
      readonly quarter: string;
      readonly year: PluralForms;
    };
    /** A column for those who hear it: "April 2016: 828 to 965 events, ISIS. Enter zooms in." */
    readonly column: string;
    /** Beside the baseline of a lane in which every event is drawn by itself. */
    readonly each: string;
    readonly undated: PluralForms;
    /** Of a lane of which only the others are drawn one by one. */
    readonly through: PluralForms;
  };
  readonly legend: {
    readonly heading: string;
    readonly note: string;
    /** What the colour says, which depends on what lanes are. */
    readonly colour: Readonly<Record<'actor' | 'other', string>>;
    readonly keys: Readonly<Record<LegendKey, string>>;
    /** For lanes that are drawn as columns of counts. */
    readonly counts: Readonly<Record<'heading' | 'least' | 'most' | 'singles' | 'ownScale' | 'oneScale', string>>;
  };
  readonly list: {
    readonly order: string;
    /** "61 to 120 of 2,000 events" */
    readonly page: string;
    readonly first: string;
    readonly earlier: string;
    readonly later: string;
    readonly last: string;
    readonly kinds: Readonly<Record<DateKind, string>>;
  };
  readonly table: {
    /** The region that scrolls, for those who hear the page. */
    readonly label: string;
    readonly columns: Readonly<Record<ColumnName, string>>;
    /** "33 events, in the order of time" */
    readonly inOrder: string;
    readonly sorted: Readonly<Record<'ascending' | 'descending', string>>;
    readonly sorting: string;
    readonly empty: string;
    readonly copy: string;
    readonly copying: string;
    readonly copied: PluralForms;
    /** Of more rows than can be copied. */
    readonly copiedOf: PluralForms;
    readonly copyByHand: string;
    /** Where the bounds of a date come from. */
    readonly bounds: Readonly<Record<'start' | 'end', Readonly<Record<'sourced' | 'inferred', string>>>>;
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
    readonly chooseAny: string;
    readonly kind: string;
    readonly together: string;
    readonly against: string;
    /** The same of data that do not say who fought whom. */
    readonly sides: string;
  };
  /** Going from one event to the next. */
  readonly story: {
    readonly label: string;
    readonly previous: string;
    readonly next: string;
    /** "In order of: time, the report" */
    readonly order: string;
    readonly time: string;
    readonly report: string;
    /** The same of data that are no report. */
    readonly file: string;
  };
  /** What several say of one event, side by side. */
  readonly accounts: {
    /** Of two, in words; of more, counted. Where somebody says that they may be of one event: "possibly". */
    readonly pair: string;
    readonly heading: PluralForms;
    readonly possiblePair: string;
    readonly possibleHeading: PluralForms;
    /** Over what is said of the event that is read, beside another that may be the same. */
    readonly own: string;
    readonly killed: string;
    readonly injured: string;
    readonly counts: string;
    readonly notStated: string;
  };
  /** How many events an event is related to, for those who hear it. */
  readonly links: PluralForms;
  readonly certaintySentence: Readonly<Record<Certainty, string>>;
  readonly casualties: {
    readonly killed: CountWords;
    readonly injured: CountWords;
    /** For a count whose name is in the data, such as "arrested": "{name}: {n}". */
    readonly other: OtherCountWords;
    /** Where they name a side: the actor, or the words for it where the two are not both named. */
    readonly names: Readonly<Record<string, string>>;
    readonly sides: readonly [string, string];
    readonly saysWords: string;
    /** Under the name of what is counted, which says it already: "2", "at least 5". */
    readonly bare: OtherCountWords;
    readonly bareWords: string;
    /** Once for both, where it is short. */
    readonly noneStated: string;
  };
  readonly status: {
    readonly loading: string;
    /** Said when it is done. */
    readonly loaded: PluralForms;
    /** "61,204 rows read" */
    readonly rowsRead: PluralForms;
    /** Bytes of a whole that is not known. */
    readonly megabytes: string;
    readonly megabytesOf: string;
    readonly percent: string;
    readonly stop: string;
    readonly failed: string;
    readonly failedHttp: string;
    readonly failedNetwork: string;
    /** A file of the reader's own. */
    readonly failedFile: string;
    readonly failedFormat: string;
    readonly failedEnded: string;
    readonly retry: string;
    readonly openFile: string;
    readonly empty: string;
    readonly emptyNote: string;
    /** For those who hear the page: the heading where nobody gave a title. */
    readonly untitled: string;
    readonly issues: PluralForms;
    /** The file goes on beyond what is shown. */
    readonly unfinished: PluralForms;
    readonly showIssues: string;
    readonly hideIssues: string;
    readonly noActors: string;
    readonly noActorsNote: string;
  };
  /** How the reading of a file went. */
  readonly account: {
    readonly label: string;
    /** "3,210 rows read as UCDP GED" */
    readonly read: PluralForms;
    /** The form of the file; most have a name that no language translates. */
    readonly as: Readonly<Record<'csv' | 'report' | 'other', string>>;
    readonly allShown: string;
    readonly shown: PluralForms;
    readonly leftOut: PluralForms;
    readonly changed: PluralForms;
    readonly noted: PluralForms;
    /** What the records of a table are listed by. */
    readonly row: string;
    readonly field: string;
    readonly value: string;
    readonly problem: string;
    readonly more: PluralForms;
    /** Which of two figures is the day. */
    readonly order: Readonly<Record<'ask' | 'dayFirst' | 'monthFirst' | 'readDayFirst' | 'readMonthFirst', string>> & {
      readonly askOf: PluralForms;
    };
    /** What is wrong, as a heading over the places where it is. */
    readonly kinds: Readonly<Record<IssueCode, string>>;
    /** What becomes of it, and what can be done. */
    readonly steps: Readonly<Partial<Record<IssueCode, string>>>;
  };
  /** Where a press may mean more than one thing. */
  readonly chooser: {
    readonly label: string;
    /** A tag at the chart's edge: "Go to 3 March 2016" */
    readonly goTo: string;
  };
  readonly wheelHint: string;
  readonly wheelHintMac: string;
  readonly source: string;
  readonly licence: string;
  /** How exact a place is, by the words that readers have for it. */
  readonly precisions: Readonly<Record<string, string>>;
  readonly groups: Readonly<Record<'target' | 'place' | 'type' | 'means' | 'source', string>>;
  readonly chartLabel: string;
  readonly help: HelpWords;
  /** "3 of 12 in ISIS" */
  readonly positionInLane: string;
  readonly accordingTo: string;
}

/** How the timeline is used: by which keys, and with which hands. */
export interface HelpWords {
  /** The button, and the dialog that it opens. */
  readonly open: string;
  readonly title: string;
  readonly close: string;
  /** What the grid says of itself, without a list of keys and with one. */
  readonly hint: string;
  readonly hintKeys: string;
  readonly space: string;
  readonly groups: Readonly<Record<'chart' | 'list' | 'other' | 'tools' | 'mouse' | 'touch', string>>;
  readonly keys: Readonly<Record<KeyHelp, string>>;
  /** What the controls are for; those that have a name are called by it. */
  readonly tools: Readonly<Record<'filter' | 'table' | 'order', string>>;
  readonly chips: readonly [string, string];
  /** What is done, and what comes of it; `{ctrl}` is the key that zooms on the reader's system. */
  readonly mouse: Readonly<Record<MouseHelp, readonly [string, string]>>;
  readonly touch: Readonly<Record<'tap' | 'swipe' | 'pinch' | 'double', readonly [string, string]>>;
}

type KeyHelp =
  | 'enter'
  | 'items'
  | 'along'
  | 'across'
  | 'ends'
  | 'allEnds'
  | 'pan'
  | 'zoom'
  | 'fit'
  | 'story'
  | 'act'
  | 'away'
  | 'results'
  | 'clear'
  | 'press'
  | 'help';

type MouseHelp = 'drag' | 'wheel' | 'sideways' | 'double' | 'click' | 'hover' | 'brush';

export interface LaneWords {
  readonly count: PluralForms;
  /** "14 more actors" */
  readonly more: PluralForms;
  readonly find: string;
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
