import type { JsonObject } from '../../util/json.js';
import type { DatasetParts } from '../dataset.js';
import type { IssueLog } from '../issue-log.js';

/** The forms of files that are known, by the names that the attribute `format` has for them. */
export const formatNames = ['report', 'csv', 'acled', 'ucdp-ged', 'timemap', 'timelinejs', 'vis'] as const;
export type FormatName = (typeof formatNames)[number];

/** How the day, the month and the year of a date in figures follow each other. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** Takes the records of a file's list of events, one after the other. Holds on to none of them, unless it says so. */
export interface RecordReader {
  /** Events so far. */
  readonly count: number;
  /** Events that the end of the file adds, such as the eras of a timeline: entries beside its list. */
  readonly besides?: number;
  /** Characters of text that are kept. */
  readonly characters: number;
  /** Keeps the entries themselves until the end, which takes several times the memory of their text. */
  readonly keepsRecords: boolean;
  /**
   * @param record of a table, an object of texts by the names of its columns
   * @param row place in the list, for the issues; the log knows it already
   */
  add(record: JsonObject, row: number): void;
  /** Makes the data set; `frame` is what the file says besides its list. Yields every few milliseconds of work. */
  finish(frame: JsonObject): Generator<undefined, DatasetParts>;
}

/** What a reader is told at its beginning. */
export interface RecordReaderOptions {
  /** Null: the file's own dates have to tell. */
  readonly dateOrder: DateOrder | null;
  /** The first records of the file. */
  readonly first: readonly unknown[];
  /** So many records are in memory anyway, with their texts; 0: they come in bit by bit. */
  readonly held: number;
}

/** A form of files that are lists of records: in JSON, a line each, or as a table. */
export interface RecordFormat {
  readonly name: FormatName;
  /** Whether the file is one, as far as is seen at its beginning. */
  readonly matches: (frame: JsonObject, records: readonly unknown[]) => boolean;
  /** The names of the columns, where a table without a row of names is one; looked at with its first row. */
  readonly headerOf?: (row: readonly string[]) => readonly string[] | null;
  readonly createReader: (log: IssueLog, options: RecordReaderOptions) => RecordReader;
}
