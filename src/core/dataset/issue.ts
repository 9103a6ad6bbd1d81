/** Every kind of problem that reading or resolving data can report. */
export type IssueCode =
  | 'empty-file'
  | 'web-page'
  | 'not-json'
  | 'not-a-dataset'
  | 'unsupported-version'
  | 'load-failed'
  | 'wrong-type'
  | 'missing-id'
  | 'duplicate-id'
  | 'missing-date'
  | 'invalid-date'
  | 'end-before-start'
  | 'missing-title'
  | 'text-too-long'
  | 'unknown-actor'
  | 'missing-actor'
  | 'unknown-place'
  | 'unknown-source'
  | 'unknown-relation'
  | 'contradiction'
  | 'invalid-count'
  | 'unsafe-link'
  | 'invalid-attribute'
  | 'too-many-events'
  | 'out-of-memory'
  | 'stopped'
  | 'too-many-issues'
  // Of tables and of the forms of other programs.
  | 'ambiguous-date'
  | 'wrong-encoding'
  | 'broken-quotes'
  | 'extra-cells'
  | 'unknown-columns'
  | 'inconsistent-count'
  | 'no-event';

/** One problem in the data. Data never throws: the rest is still shown, and this says what was wrong and where. */
export interface Issue {
  readonly code: IssueCode;
  /** Where: a path into the data such as `events[3].when` or `row 5.date`, an attribute's name, or a URL. */
  readonly path: string;
  /** The record that it is about as its file counts: from 1, in a table with the row of the headings. */
  readonly row?: number;
  /** What stands there, as it is written; long values are cut. */
  readonly value?: string;
  /** A plain English sentence for the person who mends the data. */
  readonly message: string;
  /** How many problems it stands for; one where it does not say. */
  readonly count?: number;
  /** The ids of the events that it is about. */
  readonly events?: readonly string[];
}

/** Why the rest of a file is not shown. */
export const endings: ReadonlySet<IssueCode> = new Set(['stopped', 'too-many-events', 'out-of-memory', 'not-json']);

/** What is said of a record, and changes nothing of it: the record counts as read in full. */
export const remarks: ReadonlySet<IssueCode> = new Set([
  'missing-date',
  'missing-actor',
  'contradiction',
  'inconsistent-count',
  'no-event',
  'unknown-columns',
]);
