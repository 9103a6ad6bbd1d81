/** Every kind of problem that reading or resolving data can report. */
export type IssueCode =
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
  | 'too-many-issues';

/** One problem in the data. Data never throws: the rest is still shown, and this says what was wrong and where. */
export interface Issue {
  readonly code: IssueCode;
  /** Where: a path into the data such as `events[3].when`, an attribute's name, or a URL. */
  readonly path: string;
  /** A plain English sentence for the person who mends the data. */
  readonly message: string;
  /** How many problems it stands for; one where it does not say. */
  readonly count?: number;
  /** The ids of the events that it is about. */
  readonly events?: readonly string[];
}

/** Why the rest of a file is not shown. */
export const endings: ReadonlySet<IssueCode> = new Set(['stopped', 'too-many-events', 'out-of-memory', 'not-json']);

/** How many problems there are, listed one by one or not. */
export const countIssues = (issues: readonly Issue[]): number => issues.reduce((sum, { count = 1 }) => sum + count, 0);
