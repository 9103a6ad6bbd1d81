import type { JsonObject } from '../../util/json.js';

/** Why a text is not read to its end: it ends before it is whole, or something in it is wrong. */
export type SourceFault = 'cut-off' | 'broken';

/** What is known of a text at its end. */
export interface SourceEnd {
  /** The entries that had not been handed out. */
  readonly entries: readonly unknown[];
  /** What the file says besides its list, or as much of it as can be read; null when no list was found. */
  readonly frame: JsonObject | null;
  readonly fault: SourceFault | null;
}

/** How the entries of a list become records. */
export interface RecordForm {
  /** Undefined where an entry is no record. Of the first ones it is asked twice. */
  read(entry: unknown): unknown;
  /**
   * Says what is wrong with an entry itself, whatever it is about. The log knows which one it is.
   *
   * @returns false where nothing stands, such as in an empty line
   */
  check(entry: unknown, record: unknown): boolean;
}

/** Text that comes in pieces of any size, cut into entries as it comes: values of a JSON list, lines, rows of cells. */
export interface RecordSource {
  readonly form: RecordForm;
  push(text: string): void;
  /** Entries that are whole by now; null when there is too little text for it to be worth while. */
  next(): readonly unknown[] | null;
  /** What the file says before its list. */
  readonly frame: () => JsonObject;
  /** Nothing that comes can be read any more. */
  readonly isOver: boolean;
  /** @param isStopped the end of the file was not seen: what may not be whole is left out */
  end(isStopped: boolean): SourceEnd;
}

/** Characters that are cut at once: parsers are fastest with some hundred records, and take about a millisecond. */
export const usualBatch = 100_000;

/** A line or a row that is longer is none; what is not whole is kept in memory. */
export const longestEntry = 1 << 24;
