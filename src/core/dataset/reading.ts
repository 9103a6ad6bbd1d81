import { isObject } from '../util/json.js';
import type { DatasetParts } from './dataset.js';
import { createIntake, mostEvents, type Intake, type IntakeOptions } from './intake.js';
import type { Issue, IssueCode } from './issue.js';
import { createIssueLog, type IssueLog } from './issue-log.js';
import { createJsonList, parseJson, type JsonFault } from './readers/json-list.js';
import type { FormatName } from './readers/record-reader.js';

export { mostEvents } from './intake.js';

/** How the reading of a file went, in numbers. */
export interface ReadingAccount {
  readonly format: FormatName;
  /** Records that were looked at. */
  readonly rows: number;
  /** Those that became events. */
  readonly shown: number;
  /** Those of which something was left out or changed. */
  readonly repaired: number;
  /** Problems by their kind, whether listed among the issues or not. */
  readonly kinds: readonly { readonly code: IssueCode; readonly count: number }[];
}

/** What reading gives: always issues, and a data set unless nothing at all could be read. Plain data, for a worker to send. */
export interface RawReading {
  readonly parts: DatasetParts | null;
  readonly issues: readonly Issue[];
  /** Null where there was nothing to read. */
  readonly account: ReadingAccount | null;
}

/** One file being read, piece by piece. */
export interface DatasetReader {
  /** Text in the order of the file, in pieces of any size. */
  push(text: string): void;
  /** Events read so far. */
  readonly eventCount: number;
  /** A limit is reached (events, memory), or nothing that follows can be read; the rest need not be fetched. */
  readonly isFull: boolean;
  /** No more text will come. `stopped`: on request, so that the end of the file was never seen. */
  finish(stopped?: boolean): Generator<void, RawReading>;
}

export interface ReaderOptions extends IntakeOptions {
  /** Characters that are parsed at once; default some hundred records. */
  readonly batch?: number;
}

/** Records between two yields: about a millisecond of work. */
const slice = 2000;

/** Characters between two yields. */
const pieceLength = 1 << 17;

/** Characters of a file whose records are kept as they are until its end: as objects they take some five times that. */
const mostKeptCharacters = 250_000_000;

/** Reads a file from its text, of which nothing is kept but what the events say. */
export function createReader({ batch, ...options }: ReaderOptions = {}): DatasetReader {
  const log = createIssueLog();
  const list = createJsonList(batch);
  const intake = createIntake(log, options);
  let length = 0;
  const take = (records: readonly unknown[]): void => intake.take(records, 0, records.length, list.frame);

  /** What is wrong at the end of the text. */
  function note(fault: JsonFault, text: string | null): void {
    const n = intake.count;
    if (n === 0) return void log.add('not-json', '', whyNoJson(fault, text));
    const what = fault === 'cut-off' ? 'The file ends too early' : `The text is not valid JSON after event ${n}`;
    log.add('not-json', log.pathOf(n), `${what}; the ${n} events before that are shown.`);
  }

  return {
    get eventCount() {
      return intake.count;
    },
    get isFull() {
      return intake.isFull || list.isOver;
    },
    push(text) {
      for (let at = 0; at < text.length && !intake.isFull; at += pieceLength) {
        list.push(text.slice(at, at + pieceLength));
        for (let records = list.next(); records; records = list.next()) take(records);
      }
      length += text.length;
      if (intake.keepsRecords && length > mostKeptCharacters) intake.fill();
    },
    *finish(stopped = false) {
      const text = list.text();
      // A short file is one value, and may be anything that can be read.
      const value = text === null || stopped ? undefined : parseJson(text);
      if (value !== undefined) return readingOf(yield* telling(readObject(value, intake, log), () => {}), intake, log);

      const { records, frame, fault } = list.end();
      if (records.length > 0) take(records);
      if (stopped) noteStop(intake, log);
      else if (fault && !intake.isFull) note(fault, text);
      const isNothing = frame === null || (fault !== null && intake.count === 0 && !stopped);
      return readingOf(isNothing ? null : yield* telling(intake.finish(frame), () => {}), intake, log);
    },
  };
}

/**
 * Reads a value that `JSON.parse` may have made, or a text. Yields the number of events so far, every few milliseconds
 * of work. Nothing of the value is kept.
 *
 * @param signal looked at between the slices; what was read until it says stop is the result
 */
export function* readValue(
  data: unknown,
  signal?: { readonly stopped: boolean },
  options?: IntakeOptions,
): Generator<number, RawReading> {
  yield 0;
  if (typeof data === 'string') return yield* readText(data, signal, options);
  const log = createIssueLog();
  const intake = createIntake(log, { ...options, held: heldBy(data) });
  return readingOf(yield* readObject(data, intake, log, signal), intake, log);
}

/** How many records a value holds, as far as is seen at once. */
function heldBy(data: unknown): number {
  const list = isObject(data) ? data['events'] : data;
  return Array.isArray(list) ? Math.min(list.length, mostEvents) : 0;
}

function readingOf(parts: DatasetParts | null, { format, rows }: Intake, log: IssueLog): RawReading {
  const { issues, repaired } = log;
  const kinds = Array.from(log.counts, ([code, count]) => ({ code, count }));
  return { parts, issues, account: parts && format && { format, rows, shown: parts.count, repaired, kinds } };
}

function* readText(
  text: string,
  signal?: { readonly stopped: boolean },
  options?: IntakeOptions,
): Generator<number, RawReading> {
  const reader = createReader(options);
  let at = 0;
  for (; at < text.length && !reader.isFull && !signal?.stopped; at += pieceLength) {
    reader.push(text.slice(at, at + pieceLength));
    yield reader.eventCount;
  }
  return yield* telling(reader.finish(at < text.length && signal?.stopped), () => reader.eventCount);
}

function* readObject(
  data: unknown,
  intake: Intake,
  log: IssueLog,
  signal?: { readonly stopped: boolean },
): Generator<number, DatasetParts | null> {
  const file = Array.isArray(data) ? { events: data as readonly unknown[] } : data;
  const records = isObject(file) ? file['events'] : null;
  if (!isObject(file) || !Array.isArray(records)) {
    log.add('not-a-dataset', '', 'The JSON holds no list of events: an object with "events" was expected.');
    return null;
  }
  for (let from = 0; from < records.length && !intake.isFull; from += slice) {
    if (signal?.stopped) {
      noteStop(intake, log);
      break;
    }
    intake.take(records, from, Math.min(from + slice, records.length), () => file);
    yield intake.count;
  }
  return yield* telling(intake.finish(file), () => intake.count);
}

function noteStop({ count }: Intake, log: IssueLog): void {
  log.add(
    'stopped',
    log.pathOf(count),
    `Reading was stopped after ${count} events; the rest of the file is not shown.`,
  );
}

/** The same work, which tells something else of each of its steps. */
export function* telling<Step, Told, T>(work: Generator<Step, T>, tell: (step: Step) => Told): Generator<Told, T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield tell(step.value);
  }
}

function whyNoJson(fault: JsonFault, text: string | null): string {
  const beginning = text?.trimStart().slice(0, 15).toLowerCase();
  if (beginning === '') return 'The file is empty; JSON was expected.';
  if (/^<(!doctype|html)/.test(beginning ?? '')) {
    return 'The answer is a web page (HTML), not JSON. Check the address of the data.';
  }
  const isCutOff = text === null ? fault === 'cut-off' : /^[[{]/.test(beginning!) && !/[\]}]$/.test(text.trimEnd());
  return `The text is not valid JSON${isCutOff ? '; it ends too early, as if it were cut off' : ''}.`;
}
