import { parsePlainDate, type PlainDate } from '../../../temporal/plain-date.js';
import { isMissing, isObject, type JsonObject } from '../../../util/json.js';
import type { IssueCode } from '../../issue.js';
import type { IssueLog } from '../../issue-log.js';
import { createFields, isPlain } from './fields.js';
import { edtfOfFreeDate, orderShownBy } from './free-date.js';
import type { RecordReaderOptions } from '../record-reader.js';
import { ambiguousDate, mixedDate, wrongDate } from './sentences.js';

/**
 * The cells of one record after the other, in tables whose columns have known names, in letters of either case. The
 * records of a CSV file have texts, those of an API numbers too. Nothing, an empty text and `NA` all say "not stated".
 */
export interface CodedCells<Name extends string> {
  /** Of the event that is read, for the issues about it. */
  id: string;
  /** Goes on to a record. */
  at(record: JsonObject, row: number): void;
  /** Empty where nothing is stated. */
  text(name: Name): string;
  /** A whole number from 0; null where none is stated. */
  count(name: Name): number | null;
  /** A number from 1 to `most`; 0 where none is stated. */
  code(name: Name, most: number): number;
  /** Latitude and longitude; null where they are not both stated. */
  coordinates(lat: Name, lon: Name): readonly [lat: number, lon: number] | null;
  /** EDTF of a day, or of a month or a year; null where none is stated. Times of day are left out. */
  date(name: Name): string | null;
  /** The same of a part of a cell. */
  dateOf(text: string, name: Name): string | null;
  /** Day and month cannot be told apart, as far as is known by now. */
  isAmbiguous(text: string): boolean;
  /** The whole file has been seen, and tells which way its dates are written. */
  readonly isLate: boolean;
  settle(): void;
  /** How the file calls a column. */
  nameOf(name: Name): string;
  wrong(code: IssueCode, name: Name, message: string, value?: string): null;
}

/** @param aliases other names of columns, in small letters */
export function createCodedCells<Name extends string>(
  log: IssueLog,
  { first, dateOrder }: Pick<RecordReaderOptions, 'first' | 'dateOrder'>,
  names: readonly Name[],
  aliases: ReadonlyMap<string, Name>,
): CodedCells<Name> {
  const fields = createFields(log);
  const columns = columnsOf(first, names, aliases);
  /** Dates repeat in a file. */
  const freeDates = new Map<string, string | null>();
  const shown = new Set<'dmy' | 'mdy'>();
  const day: PlainDate = { earliest: 0, latest: 0, form: 0 };
  /** Cells of the record that cannot be taken as they are, so that what is wrong with one is said once. */
  const others = new Map<string, string>();
  let record: JsonObject = {};
  let row = 0;
  // Of a date with the year at its end, `ymd` says nothing.
  let order = dateOrder === 'ymd' ? null : dateOrder;
  let isLate = false;

  const cells: CodedCells<Name> = {
    id: '',
    at(next, nextRow) {
      record = next;
      row = nextRow;
      if (others.size > 0) others.clear();
    },
    text(name) {
      const key = columns[name];
      const value = record[key];
      if (isMissing(value) || value === 'NA') return '';
      if (isPlain(value)) return value;
      if (typeof value === 'number') return String(value);
      let text = others.get(key);
      if (text === undefined) {
        const given = fields.string(record, key, log.pathOf(row));
        others.set(key, (text = given === null || given === 'NA' ? '' : given));
      }
      return text;
    },
    count(name) {
      const text = cells.text(name);
      if (text === '') return null;
      // Some programs write 3.0.
      if (/^\d{1,15}(\.0*)?$/.test(text)) return Number(text);
      return cells.wrong('invalid-count', name, 'A whole number from 0 was expected here; it is taken as not stated.');
    },
    code(name, most) {
      const text = cells.text(name);
      if (text === '') return 0;
      const code = Number(text);
      if (Number.isInteger(code) && code >= 1 && code <= most) return code;
      cells.wrong('wrong-type', name, `A number from 1 to ${most} was expected here; the value is left out.`);
      return 0;
    },
    coordinates(lat, lon) {
      const [y, x] = [degrees(lat, 90), degrees(lon, 180)];
      return y === null || x === null ? null : [y, x];
    },
    date: (name) => cells.dateOf(cells.text(name), name),
    dateOf(text, name) {
      const date = text === '' ? null : dateIn(text);
      if (date === 'ambiguous')
        return cells.wrong('ambiguous-date', name, shown.size > 1 ? mixedDate : ambiguousDate, text);
      if (date === null && text !== '') return cells.wrong('invalid-date', name, wrongDate, text);
      return date;
    },
    isAmbiguous: (text) => text !== '' && dateIn(text) === 'ambiguous',
    get isLate() {
      return isLate;
    },
    nameOf: (name) => columns[name],
    settle() {
      if (order === null && shown.size === 1) [order = null] = shown;
      isLate = true;
      freeDates.clear();
    },
    wrong(code, name, message, value = cells.text(name)) {
      log.add(code, `${log.pathOf(row)}.${columns[name]}`, message, [cells.id], value);
      return null;
    },
  };

  function degrees(name: Name, most: number): number | null {
    const text = cells.text(name);
    const value = text === '' ? NaN : Number(text);
    if (Math.abs(value) <= most) return value;
    if (text !== '') cells.wrong('wrong-type', name, 'Degrees were expected here; the place has no coordinates.');
    return null;
  }

  function dateIn(text: string): string | null {
    if (parsePlainDate(text, 0, 'YYYY-MM-DD'.length, day)) {
      if (text.length === 10) return text;
      if (midnight.test(text)) return text.slice(0, 10);
    }
    let date = freeDates.get(text);
    if (date !== undefined) return date;
    const edtf = edtfOfFreeDate(text, order);
    date = edtf === 'ambiguous' ? edtf : (edtf?.slice(0, 'YYYY-MM-DD'.length) ?? null);
    if (date === null) return null;
    const own = orderShownBy(text);
    if (own !== null) shown.add(own);
    if (freeDates.size >= mostFreeDates) freeDates.clear();
    freeDates.set(text, date);
    return date;
  }

  return cells;
}

const mostFreeDates = 20_000;

const midnight = /^.{10}[ T]00:00(:00(\.0+)?)?Z?$/i;

/** How the file writes the names of its columns; those that it does not have keep the name they are known by. */
function columnsOf<Name extends string>(
  first: readonly unknown[],
  names: readonly Name[],
  aliases: ReadonlyMap<string, Name>,
): Readonly<Record<Name, string>> {
  const written = headerOf(first);
  const others = new Map(Array.from(aliases, ([alias, name]) => [name, alias]));
  const find = (name: Name): string => written.get(name) ?? written.get(others.get(name) ?? '') ?? name;
  return Object.fromEntries(names.map((name) => [name, find(name)])) as Record<Name, string>;
}

/** The columns that the first records have, by their names in small letters. */
function headerOf(first: readonly unknown[]): ReadonlyMap<string, string> {
  const written = new Map<string, string>();
  for (const record of first) {
    for (const key of isObject(record) ? Object.keys(record) : []) {
      const name = key.trim().toLowerCase();
      if (!written.has(name)) written.set(name, key);
    }
  }
  return written;
}

/** How many of the names are columns of the file. */
export function countColumns(first: readonly unknown[], names: readonly string[]): number {
  const written = headerOf(first.slice(0, 10));
  return names.filter((name) => written.has(name)).length;
}
