import type { JsonObject } from '../util/json.js';
import type { DatasetParts } from './dataset.js';
import type { IssueLog } from './issue-log.js';
import { flatFormat } from './readers/flat.js';
import type { DateOrder, FormatName, RecordFormat, RecordReader } from './readers/record-reader.js';
import { reportFormat } from './readers/report.js';

/** Of a larger file the first so many events are shown. */
export const mostEvents = 2_000_000;

/** The first that fits reads the file. */
const formats: readonly RecordFormat[] = [reportFormat, flatFormat];

/** So many records at the beginning of a list show what format they have. */
const firstRecords = 100;

/** Characters of text that a page has room for, at two bytes each in the worst case. */
const mostCharacters = 1_000_000_000;

/** Takes the records of one file, in whichever format they are, until a limit is reached. */
export interface Intake {
  /** Events so far. */
  readonly count: number;
  /** Records so far, whether they are events or not. */
  readonly rows: number;
  /** The form that the records have; null before the first. */
  readonly format: FormatName | null;
  /** No more records are taken. */
  readonly isFull: boolean;
  /** The records are kept as they are until the end. */
  readonly keepsRecords: boolean;
  /** Memory is at its end. */
  fill(): void;
  /** Takes the records with these indices. `frame` is what is known by now of what stands beside the list. */
  take(records: readonly unknown[], from: number, to: number, frame: () => JsonObject): void;
  /** Makes the data set; null when there is no memory for it. */
  finish(frame: JsonObject): Generator<undefined, DatasetParts | null>;
}

/** What a page says of its file. */
export interface IntakeOptions {
  /** Null: as its content tells. */
  readonly format?: FormatName | null;
  /** Null: as its dates tell. */
  readonly dateOrder?: DateOrder | null;
  /** Events that are taken; default `mostEvents`. */
  readonly most?: number | undefined;
  /** See `RecordReaderOptions`; default 0. */
  readonly held?: number;
}

export function createIntake(log: IssueLog, options: IntakeOptions = {}): Intake {
  const { format: asked = null, dateOrder = null, most = mostEvents, held = 0 } = options;
  let format: RecordFormat | null = null;
  let reader: RecordReader | null = null;
  let row = 0;
  let isFull = false;

  function begin(frame: JsonObject, first: readonly unknown[]): RecordReader {
    format = formats.find(({ name, matches }) => (asked === null ? matches(frame, first) : name === asked))!;
    return format.createReader(log, { dateOrder, first, held });
  }

  function fill(): void {
    if (isFull) return;
    isFull = true;
    const n = reader?.count ?? 0;
    log.add('out-of-memory', log.pathOf(row), `There is no memory for more events; the first ${n} are shown.`);
  }

  /** Runs what may need more memory than there is. */
  function tryTo(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      fill();
    }
  }

  return {
    get count() {
      return reader?.count ?? 0;
    },
    get rows() {
      return row;
    },
    get format() {
      return format?.name ?? null;
    },
    get isFull() {
      return isFull;
    },
    get keepsRecords() {
      return reader?.keepsRecords ?? false;
    },
    fill,
    take(records, from, to, frame) {
      const taker = (reader ??= begin(frame(), records.slice(0, firstRecords)));
      tryTo(() => {
        for (let i = from; i < to && !isFull; i++) {
          if (taker.count < most) {
            log.row = row;
            taker.add(records[i], row);
            row++;
          } else {
            isFull = true;
            const n = most.toLocaleString('en');
            const message = `The file has more than ${n} events; the first ${n} are shown.`;
            log.add('too-many-events', log.pathOf(row), message);
          }
        }
      });
      log.row = null;
      if (taker.characters > mostCharacters) fill();
    },
    *finish(frame) {
      try {
        return yield* (reader ??= begin(frame, [])).finish(frame);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        fill();
        return null;
      }
    },
  };
}
