import { isObject, type JsonObject } from '../../util/json.js';
import { addEvent } from '../add-event.js';
import { buildingDataset } from '../build-dataset.js';
import { DatasetBuilder } from '../dataset-builder.js';
import type { DatasetParts } from '../dataset.js';
import type { IssueLog } from '../issue-log.js';
import { createFields } from './shared/fields.js';
import type { RecordFormat } from './record-reader.js';
import { readEvent, readId, type EventContext } from './report-event.js';
import { readFrame } from './report-frame.js';

/** The report format, version 1 (`data/report-timeline.schema.json`). */
export const reportFormat: RecordFormat = {
  name: 'report',
  matches: ({ format, version, actors, sources }, records) =>
    format === 'report-timeline' ||
    ((version ?? actors ?? sources) !== undefined && !records.some(isFlat)) ||
    records.some(
      (record) => isObject(record) && ('when' in record || 'actors' in record) && !isFlat(record) && !isRow(record),
    ),

  createReader(log) {
    const records: JsonObject[] = [];
    const rows: number[] = [];
    return {
      keepsRecords: true,
      characters: 0,
      get count() {
        return records.length;
      },
      add(record, row) {
        records.push(record);
        rows.push(row);
      },
      finish: (frame) => readingReport(frame, records, rows, log),
    };
  },
};

const isFlat = (record: unknown): boolean =>
  isObject(record) && ('actor' in record || 'start' in record || 'date' in record || 'edtf' in record);

/** A row of a table has texts only, and one for each of its columns. */
const isRow = (record: JsonObject): boolean => Object.values(record).every((value) => typeof value === 'string');

/** Events read between two yields. */
const slice = 200;

function* readingReport(
  file: JsonObject,
  records: readonly JsonObject[],
  rows: readonly number[],
  log: IssueLog,
): Generator<undefined, DatasetParts> {
  const fields = createFields(log);
  const { frame, actors, places } = readFrame(file, fields);
  const placeById = new Map(places.map((place) => [place.id, place]));
  const actorById = new Map(actors.map((actor) => [actor.id, actor]));
  const sourceById = frame.sources;

  const builder = new DatasetBuilder();
  const named = { actors: actorById, sources: sourceById };
  // The codes are in the order of the file's list.
  for (const { id, name } of actors) builder.groups.actor.code(id, name);
  const taken = new Map<string, number>();
  for (const [index, record] of records.entries()) {
    if (index % slice === slice - 1) yield;
    const row = (log.row = rows[index]!);
    const path = log.pathOf(row);
    const id = readId(record, row, path, taken, log);
    const context: EventContext = { fields, path, actorById, placeById, sourceById, log };
    addEvent(builder, readEvent(record, id, context), named);
  }
  log.row = null;
  const all = { ...frame, actors: [...actorById.values()], ordersActors: actors.length > 0 };
  return yield* buildingDataset(builder, all, log);
}
