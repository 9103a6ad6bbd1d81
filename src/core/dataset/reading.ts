import { isObject, parseJson } from '../util/json.js';
import type { DatasetParts } from './dataset.js';
import { createIntake, mostEvents, type Intake, type IntakeOptions } from './intake.js';
import type { Issue, IssueCode } from './issue.js';
import { createIssueLog, type IssueLog } from './issue-log.js';
import { containerOf } from './containers/container.js';
import { createJsonLines } from './containers/json-lines.js';
import { createJsonList, listKeyOf, type JsonList } from './containers/json-list.js';
import type { FormatName } from './readers/record-reader.js';
import { longestEntry, usualBatch, type RecordSource, type SourceFault } from './containers/record-source.js';
import { createTable } from './containers/table.js';
import { createTableForm } from './containers/table-form.js';
import { TableRows } from './containers/table-rows.js';
import { createUnreadable } from './containers/unreadable.js';

export { mostEvents } from './intake.js';

/** How the reading of a file went, in numbers. */
export interface ReadingAccount {
  readonly format: FormatName;
  /** Records that were looked at. */
  readonly rows: number;
  /** Those that became events. */
  readonly shown: number;
  /** Of these, those of which something was left out or changed. */
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

const byteOrderMark = 0xfeff;

/** Characters of a file whose records are kept as they are until its end: as objects they take some five times that. */
const mostKeptCharacters = 250_000_000;

/**
 * Reads a file from its text, of which nothing is kept but what the events say. What the file is, its content tells:
 * JSON, NDJSON, or a table (CSV, TSV).
 */
export function createReader({ batch = usualBatch, ...options }: ReaderOptions = {}): DatasetReader {
  const log = createIssueLog();
  const intake = createIntake(log, options);
  const unreadable = createUnreadable();
  /** What came before it was seen what it is. */
  let held = '';
  let wanted = 1;
  let json: JsonList | null = null;
  let source: RecordSource | null = null;
  let isOver = false;

  function open(isEnd: boolean): void {
    if (source || isOver || held.length < wanted) return;
    wanted = 2 * held.length;
    const text = held.charCodeAt(0) === byteOrderMark ? held.slice(1) : held;
    const container = containerOf(text, isEnd, batch);
    if (container === null) return;
    held = '';
    if (container === 'json') source = json = createJsonList(log, batch);
    else if (container === 'lines') source = createJsonLines(log, batch);
    else if (container === 'table') source = createTable(log, intake.headerOf, batch);
    else {
      isOver = true;
      log.add('web-page', '', isMarkup(text));
    }
    source?.push(text);
  }

  function take(entries: readonly unknown[]): void {
    if (entries.length > 0) intake.take(entries, 0, entries.length, source!.frame, source!.form);
  }

  /** What is wrong at the end of the text. */
  function note(fault: SourceFault): void {
    const n = intake.count;
    if (fault === 'broken' && !json) return void log.add('text-too-long', log.pathOf(intake.place), isEndless);
    if (n === 0 && json) return void log.add('not-json', '', whyNoJson(fault, json.text()));
    const what = fault === 'cut-off' ? 'The file ends too early' : `The text is not valid JSON after event ${count(n)}`;
    const shown = n === 1 ? 'the one event before that is shown' : `the ${count(n)} events before that are shown`;
    log.add('not-json', log.pathOf(intake.place), `${what}; ${shown}.`);
  }

  const isFull = (): boolean =>
    intake.isFull || isOver || (source?.isOver ?? false) || (unreadable.isAll && unreadable.length > pieceLength);

  return {
    get eventCount() {
      return intake.count;
    },
    get isFull() {
      return isFull();
    },
    push(text) {
      for (let at = 0; at < text.length && !isFull(); at += pieceLength) {
        const piece = text.slice(at, at + pieceLength);
        unreadable.look(piece);
        if (source) source.push(piece);
        else {
          held += piece;
          open(false);
        }
        for (let entries = source?.next(); entries; entries = source?.next()) take(entries);
      }
      if (intake.keepsRecords && unreadable.length > mostKeptCharacters) intake.fill();
    },
    *finish(stopped = false) {
      unreadable.say(log);
      if (unreadable.isAll) {
        return { parts: null, issues: log.issues.filter(({ code }) => code === 'wrong-encoding'), account: null };
      }
      wanted = 0;
      open(true);
      // A short file is one value, and may be anything that can be read.
      const text = stopped ? null : json?.text();
      const value = text == null ? undefined : parseJson(text);
      if (value !== undefined) return readingOf(yield* telling(readObject(value, intake, log), () => {}), intake, log);

      const { entries, frame, fault } = source?.end(stopped) ?? { entries: [], frame: null, fault: null };
      take(entries);
      if (stopped) noteStop(intake, log);
      else if (fault && !intake.isFull) note(fault);
      else if (source && !frame) log.add('not-a-dataset', '', noTable);
      else if (!source && !isOver) log.add('empty-file', '', isEmpty);
      const isNothing = frame === null || (fault !== null && intake.count === 0 && !stopped);
      return readingOf(isNothing ? null : yield* telling(intake.finish(frame), () => {}), intake, log);
    },
  };
}

/**
 * Reads a value that `JSON.parse` may have made, a table of texts, or a text. Yields the number of events so far, every
 * few milliseconds of work. Nothing of the value is kept.
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
  const read = data instanceof TableRows ? readTable(data, intake, log, signal) : readObject(data, intake, log, signal);
  return readingOf(yield* read, intake, log);
}

/** How many records a value holds, as far as is seen at once. */
function heldBy(data: unknown): number {
  const list = data instanceof TableRows ? data.rows : isObject(data) ? data[listKeyOf(data) ?? ''] : data;
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
  const name = isObject(file) ? listKeyOf(file) : undefined;
  if (!isObject(file) || name === undefined) {
    const expected = 'a list, or an object with one as its "events", "items" or "data"';
    log.add('not-a-dataset', '', `The JSON holds no list of events: ${expected} was expected.`);
    return null;
  }
  log.places = { list: name, first: 1 };
  const records = file[name] as readonly unknown[];
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

function* readTable(
  { header, rows, title }: TableRows,
  intake: Intake,
  log: IssueLog,
  signal?: { readonly stopped: boolean },
): Generator<number, DatasetParts | null> {
  log.places = { list: null, first: 2 };
  const form = createTableForm(log, header);
  const frame = title === undefined ? {} : { title };
  let some: (readonly string[])[] = [];
  let isBegun = false;
  const take = (): void => {
    if (!isBegun && some.length > 0) form.begin(some[0]!);
    isBegun = true;
    intake.take(some, 0, some.length, () => frame, form);
    some = [];
  };
  for (const row of rows) {
    if (some.push(row) < slice) continue;
    take();
    yield intake.count;
    if (intake.isFull) break;
    if (signal?.stopped) {
      noteStop(intake, log);
      break;
    }
  }
  take();
  return yield* telling(intake.finish(frame), () => intake.count);
}

function noteStop(intake: Intake, log: IssueLog): void {
  const message = `Reading was stopped after ${events(intake.count)}; the rest of the file is not shown.`;
  log.add('stopped', log.pathOf(intake.place), message);
}

/** The same work, which tells something else of each of its steps. */
export function* telling<Step, Told, T>(work: Generator<Step, T>, tell: (step: Step) => Told): Generator<Told, T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    yield tell(step.value);
  }
}

const events = (n: number): string => `${count(n)} ${n === 1 ? 'event' : 'events'}`;

function count(n: number): string {
  return n.toLocaleString('en');
}

const isEmpty = 'The file is empty; JSON, NDJSON, CSV or TSV was expected.';
const isMarkup = (text: string): string =>
  `The answer is ${/^\s*<(!|html|head|body)/i.test(text) ? 'a web page (HTML)' : 'markup (HTML or XML)'}, not ` +
  'JSON, NDJSON, CSV or TSV. Check the address of the data.';
const isEndless = `It goes on for more than ${count(longestEntry)} characters; it and what follows are not read.`;
const noTable = 'The text holds no list of events: JSON, NDJSON, CSV or TSV was expected.';

function whyNoJson(fault: SourceFault, text: string | null): string {
  const isCutOff = text === null ? fault === 'cut-off' : !/[\]}]$/.test(text.trimEnd());
  return `The text is not valid JSON${isCutOff ? '; it ends too early, as if it were cut off' : ''}.`;
}
