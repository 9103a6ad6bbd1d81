import { memoizeKeys } from '../../../util/memoize.js';
import { buildingDataset } from '../../build-dataset.js';
import type { DatasetBuilder } from '../../dataset-builder.js';
import type { CodeName, DatasetFrame } from '../../dataset.js';
import type { Count, Place, TimelineEvent } from '../../event.js';
import type { IssueLog } from '../../issue-log.js';
import { noTitle } from './sentences.js';
import type { CodedCells } from './coded-cells.js';
import { createFields } from './fields.js';
import type { RecordReader } from '../record-reader.js';
import { notStatedActor } from '../report-event.js';
import { readFrame } from '../report-frame.js';

/** What a table has by its code book besides the columns; filled in for each event anew. */
export type Rest = { -readonly [K in keyof TimelineEvent]?: TimelineEvent[K] };

/**
 * Reads the records of a table with a code book of its own, an event each. The actors are known by their names.
 *
 * @param readRow fills the builder with the record that the cells are at, and returns what no column holds
 * @param frameOf what the code book says of every such file, where the file itself says nothing of it
 */
export function createCodedReader(
  log: IssueLog,
  builder: DatasetBuilder,
  cells: Pick<CodedCells<string>, 'at'>,
  readRow: (row: number) => Rest,
  frameOf: () => Pick<DatasetFrame, 'attribution' | 'licence'>,
): RecordReader {
  const { actor: actors } = builder.groups;
  return {
    keepsRecords: false,
    get count() {
      return builder.count;
    },
    get characters() {
      return builder.characters;
    },
    add(record, row) {
      cells.at(record, row);
      const rest = readRow(row);
      if (!actors.has(builder.count)) actors.add(builder.count, notStatedActor.id, notStatedActor.name);
      if (Object.keys(rest).length > 0) builder.rest.set(builder.count, rest);
      builder.next();
    },
    *finish(file) {
      const { frame } = readFrame(file, createFields(log));
      const own = frameOf();
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
