import type { JsonObject } from '../../util/json.js';
import type { DatasetParts } from '../dataset.js';
import type { IssueLog } from '../issue-log.js';

/** Takes the entries of a file's list of events, one after the other. Holds on to none of them, unless it says so. */
export interface RecordReader {
  /** Events so far. */
  readonly count: number;
  /** Characters of text that are kept. */
  readonly characters: number;
  /** Keeps the entries themselves until the end, which takes several times the memory of their text. */
  readonly keepsRecords: boolean;
  /** @param row place in the list, for the issues */
  add(record: unknown, row: number): void;
  /** Makes the data set; `frame` is what the file says besides its list. Yields every few milliseconds of work. */
  finish(frame: JsonObject): Generator<undefined, DatasetParts>;
}

/** A format whose files are lists of records in JSON. */
export interface RecordFormat {
  /** Whether the file is one, as far as is seen at its beginning. */
  readonly matches: (frame: JsonObject, records: readonly unknown[]) => boolean;
  readonly createReader: (log: IssueLog) => RecordReader;
}

/** Where a record stands, for the issues. */
export const pathOf = (row: number): string => `events[${row}]`;
