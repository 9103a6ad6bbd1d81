import { memoizeKeys } from '../../../util/memoize.js';
import { buildingDataset } from '../../build-dataset.js';
import type { DatasetBuilder } from '../../dataset-builder.js';
import type { CodeName, DatasetFrame } from '../../dataset.js';
import type { Count, Place, TimelineEvent } from '../../event.js';
import type { IssueLog } from '../../issue-log.js';
import { temporalOf } from '../../neutral-event.js';
import { noDate, noTitle } from './sentences.js';
import type { CodedCells } from './coded-cells.js';
import { createFields } from './fields.js';
import { createKeptTexts } from './kept-texts.js';
import type { RecordReader } from '../record-reader.js';
import { notStatedActor } from '../report-event.js';
import { readFrame } from '../report-frame.js';

/** What a table has by its code book besides the columns; filled in for each event anew. */
export type Rest = { -readonly [K in keyof TimelineEvent]?: TimelineEvent[K] };

/** What a code book says of the records of its files, which the cells are at. */
export interface CodedTable<Name extends string> {
  idOf(row: number): string;
  /** The columns that tell when an event was, of which the first may be ambiguous. */
  readonly dates: readonly [Name, ...Name[]];
  readonly others: readonly Name[];
  /** Sets when the event was: as its record comes in, or at the end of the file. */
  readDates(rest: Rest): void;
  /**
   * Fills the builder, and adds to `rest` what no column holds.
   *
   * @returns whether there are other dates for `settle` to look at
   */
  readRow(rest: Rest): boolean;
  /** At the end of the file. */
  settle?(rest: Rest): void;
  /** What it says of every such file, where the file itself says nothing of it. */
  frame(): Pick<DatasetFrame, 'attribution' | 'licence'>;
}

/**
 * Reads the records of a table with a code book of its own, an event each. The actors are known by their names. Which
 * of two numbers in a date is the day, the whole file tells: until its end, such dates are kept as text.
 */
export function createCodedReader<Name extends string>(
  log: IssueLog,
  builder: DatasetBuilder,
  cells: CodedCells<Name>,
  table: CodedTable<Name>,
): RecordReader {
  const columns = [...table.dates, ...table.others];
  const { actor: actors } = builder.groups;
  const kept = createKeptTexts(builder, log);

  function readLate(text: string, row: number): void {
    const [id = '', ...texts] = text.split(separator);
    cells.at(Object.fromEntries(columns.map((name, i) => [cells.nameOf(name), texts[i]])), row);
    cells.id = id;
    const rest: Rest = { ...builder.rest.get(builder.count) };
    if (texts.length > 0) table.readDates(rest);
    table.settle?.(rest);
    builder.setRest(rest);
  }

  return {
    keepsRecords: false,
    get count() {
      return builder.count;
    },
    get characters() {
      return builder.characters + kept.characters;
    },
    add(record, row) {
      cells.at(record, row);
      cells.id = table.idOf(row);
      builder.setId(cells.id);
      const rest: Rest = {};
      const waits = table.dates.some((name) => cells.isAmbiguous(cells.text(name)));
      if (waits) builder.setUndated();
      else table.readDates(rest);
      if (table.readRow(rest) || waits) {
        kept.keep([cells.id, ...(waits ? columns.map((name) => cells.text(name)) : [])].join(separator));
      }
      if (!actors.has(builder.count)) actors.add(builder.count, notStatedActor.id, notStatedActor.name);
      if (Object.keys(rest).length > 0) builder.rest.set(builder.count, rest);
      builder.next();
    },
    *finish(file) {
      const { frame } = readFrame(file, createFields(log));
      cells.settle();
      yield* kept.again(readLate);
      const own = table.frame();
      return yield* buildingDataset(
        builder,
        {
          ...frame,
          attribution: frame.attribution ?? own.attribution,
          licence: frame.licence ?? own.licence,
          actors: actors.keys.map(({ key, name }) => (key === notStatedActor.id ? notStatedActor : { id: key, name })),
          ordersActors: false,
        },
        log,
      );
    },
  };
}

/** No cell of a date has it. */
const separator = '\u001f';

/**
 * Sets when the event was.
 *
 * @param when EDTF; null: not stated
 * @param names the columns of its date
 */
export function setWhen<Name extends string>(
  builder: DatasetBuilder,
  cells: CodedCells<Name>,
  when: string | null,
  ...names: readonly [Name, ...Name[]]
): void {
  if (when === null) {
    // Where it is ambiguous, that was said.
    if (!names.some((name) => cells.isAmbiguous(cells.text(name)))) cells.wrong('missing-date', names[0], noDate);
    builder.setUndated();
  } else if (!builder.setPlainWhen(when)) builder.setTemporal({ when }, temporalOf({ when }), cells.isLate);
}

/** Gives the event its title; its id where there is nothing to make one of. */
export function setTitle<Name extends string>(
  builder: DatasetBuilder,
  cells: CodedCells<Name>,
  title: string,
  from: Name,
): void {
  builder.titles.set(builder.count, title || cells.id);
  if (title === '') cells.wrong('missing-title', from, noTitle);
}

/** Of a date that is wrong, the year may still be known. */
export const yearOf = (text: string): string | null => (/^[12]\d{3}$/.test(text) ? text : null);

/** The parts of a cell that is a list. */
export const listOf = (text: string): string[] =>
  text === ''
    ? []
    : text
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '' && part !== 'NA');

/** Adds each part of a cell that is a list to a column of codes. */
export function addList(builder: DatasetBuilder, column: CodeName, text: string): void {
  for (const part of listOf(text)) builder.groups[column].add(builder.count, part);
}

/** Values that repeat in a file are made once; so many of them take a few megabytes. */
export const mostRemembered = 50_000;

/** A number that somebody gives, without a range. */
export const countOf = memoizeKeys(mostRemembered, (best: number): Count => ({ low: null, best, high: null }));

/** Sets where the event was, and how much is known of it, in one word. */
export function createPlaces<Name extends string>(
  builder: DatasetBuilder,
  cells: CodedCells<Name>,
  lat: Name,
  lon: Name,
  precisions: readonly (string | undefined)[],
): (name: string, precision: number) => Pick<Rest, 'places'> {
  const known = new Map<string, readonly [Place]>();
  const placesOf = (name: string, code: number): readonly [Place] | null => {
    const at = cells.coordinates(lat, lon);
    const precision = precisions[code];
    if (name === '' && !at) return null;
    return [{ name: name || at!.join(', '), ...(at && { lat: at[0], lon: at[1] }), ...(precision && { precision }) }];
  };
  return (name, code) => {
    const key = `${code},${cells.text(lat)},${cells.text(lon)},${name}`;
    let places = known.get(key) ?? null;
    if (!places) {
      places = placesOf(name, code);
      if (!places) return {};
      // Wrong coordinates are said of each event.
      if (places[0].lat !== undefined) {
        if (known.size >= mostRemembered) known.clear();
        known.set(key, places);
      }
    }
    const [place] = places;
    builder.groups.place.add(builder.count, place.name as string);
    if (place.lat !== undefined) builder.setCoordinates(place.lat, place.lon!);
    return place.precision === undefined ? {} : { places };
  };
}

/** Adds one sentence, in all languages, to what a reader should know. */
export function addNote(rest: Rest, text: Readonly<Record<'en' | 'ar', string>> | false): void {
  if (!text) return;
  const { note } = rest;
  rest.note = typeof note === 'object' ? { en: `${note['en']} ${text.en}`, ar: `${note['ar']} ${text.ar}` } : text;
}
