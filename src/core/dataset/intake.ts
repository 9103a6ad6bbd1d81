import { isObject, type JsonObject } from '../util/json.js';
import type { DatasetParts } from './dataset.js';
import type { IssueLog } from './issue-log.js';
import { acledFormat } from './readers/acled.js';
import { flatFormat } from './readers/flat.js';
import { valueForm } from './containers/json-list.js';
import type { RecordForm } from './containers/record-source.js';
import type { DateOrder, FormatName, RecordFormat, RecordReader } from './readers/record-reader.js';
import { reportFormat } from './readers/report.js';
import { timelineJsFormat } from './readers/timelinejs.js';
import { timeMapFormat } from './readers/timemap.js';
import { ucdpGedFormat } from './readers/ucdp-ged.js';
import { visFormat } from './readers/vis.js';

/** Of a larger file the first so many events are shown. */
export const mostEvents = 2_000_000;

/** The first that fits reads the file. */
const formats: readonly RecordFormat[] = [
  reportFormat,
  acledFormat,
  ucdpGedFormat,
  timelineJsFormat,
  visFormat,
  timeMapFormat,
  flatFormat,
];

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
  /** The place in the list of the entry that comes next. */
  readonly place: number;
  /** The form that the records have; null before the first. */
  readonly format: FormatName | null;
  /** No more records are taken. */
  readonly isFull: boolean;
  /** The records are kept as they are until the end. */
  readonly keepsRecords: boolean;
  /** Memory is at its end. */
  fill(): void;
  /** The names of the columns, where the first row of a table is not one of names. */
  readonly headerOf: (row: readonly string[]) => readonly string[] | null;
  /**
   * Takes the entries with these indices. `frame` is what is known by now of what stands beside the list.
   *
   * @param form how entries become records; default: they are records
   */
  take(entries: readonly unknown[], from: number, to: number, frame: () => JsonObject, form?: RecordForm): void;
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
  let place = 0;
  let rows = 0;
  let isFull = false;
  const possible = asked === null ? formats : formats.filter(({ name }) => name === asked);

  function begin(frame: JsonObject, first: readonly unknown[]): RecordReader {
    format = possible.find(({ matches }) => asked !== null || matches(frame, first))!;
    if (asked !== null && first.length > 0 && !format.matches(frame, first)) {
      const keys = Object.keys(first.find(isObject) ?? frame);
      const columns = `${keys.slice(0, mostNamed).join(', ')}${keys.length > mostNamed ? ' …' : ''}`;
      const message = `The file does not look like ${asked} (it has ${columns || 'nothing by a name'}); it was read as such because “format” says so.`;
      log.add('wrong-type', '', message, undefined, asked);
    }
    return format.createReader(log, { dateOrder, first, held });
  }

  function fill(): void {
    if (isFull) return;
    isFull = true;
    const n = reader?.count ?? 0;
    const message = `There is no memory for more events; ${n === 1 ? 'the first is' : `the first ${n.toLocaleString('en')} are`} shown.`;
    log.add('out-of-memory', log.pathOf(place), message);
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

  function takeOne(entry: unknown, form: RecordForm): void {
    const record = form.read(entry);
    const count = reader?.count ?? 0;
    if (record !== undefined && count >= most) {
      isFull = true;
      log.row = null;
      const n = most.toLocaleString('en');
      const [events, shown] = most === 1 ? ['event', 'the first is'] : ['events', `the first ${n} are`];
      const message = `The file has more than ${n} ${events}; ${shown} shown.`;
      return log.add('too-many-events', log.pathOf(place), message);
    }
    log.row = place;
    if (form.check(entry, record)) rows++;
    if (isObject(record)) reader!.add(record, place);
    else if (record !== undefined) log.add('wrong-type', log.pathOf(place), noObject);
    if ((reader?.count ?? 0) === count) log.skip();
    place++;
  }

  return {
    get count() {
      return reader?.count ?? 0;
    },
    get rows() {
      return rows + (reader?.besides ?? 0);
    },
    get place() {
      return place;
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
    headerOf: (row) => possible.map(({ headerOf }) => headerOf?.(row)).find(Boolean) ?? null,
    take(entries, from, to, frame, form = valueForm) {
      tryTo(() => {
        const first = reader ? [] : firstOf(entries, from, to, form);
        if (first.length > 0) reader = begin(frame(), first);
        for (let i = from; i < to && !isFull; i++) takeOne(entries[i], form);
      });
      log.row = null;
      if (reader && reader.characters > mostCharacters) fill();
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

/** Columns of a file that are named in a sentence. */
const mostNamed = 8;

const noObject = 'An event must be an object; this entry is left out.';

/** What is at the beginning of a list, as records. */
function firstOf(entries: readonly unknown[], from: number, to: number, form: RecordForm): readonly unknown[] {
  const first: unknown[] = [];
  for (let i = from; i < to && first.length < firstRecords; i++) {
    const record = form.read(entries[i]);
    if (record !== undefined) first.push(record);
  }
  return first;
}
