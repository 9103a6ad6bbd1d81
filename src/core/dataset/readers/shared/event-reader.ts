import type { JsonObject } from '../../../util/json.js';
import { addEvent } from '../../add-event.js';
import { buildingDataset } from '../../build-dataset.js';
import { DatasetBuilder } from '../../dataset-builder.js';
import type { Source, TimelineEvent } from '../../event.js';
import { createFields, idText, type Fields } from './fields.js';
import { noDate, noTitle } from './sentences.js';
import type { IssueLog } from '../../issue-log.js';
import type { RecordReader, RecordReaderOptions } from '../record-reader.js';
import { notStatedActor } from '../report-event.js';
import { readFrame } from '../report-frame.js';

/** How the records of another program become events. */
export interface EventForm {
  /** What events name by id, looked up before the first of them: the records are kept until the end of the file. */
  readonly prepare?: (file: JsonObject, records: readonly JsonObject[]) => void;
  /** Those that claims name by id. */
  readonly sources?: ReadonlyMap<string, Source>;
  /** Null for what is no event, of which the form has told the log. */
  readonly read: (record: JsonObject, path: string, row: number) => TimelineEvent | null;
  /** What the file says of itself in the report format's words; `add` takes events that stand beside the list. */
  readonly end: (file: JsonObject, add: (event: TimelineEvent) => void, builder: DatasetBuilder) => JsonObject;
}

/** Events read between two yields. */
const slice = 200;

/** Reads files of small and middle size, in which nobody is named as actor. */
export function createEventReader(
  log: IssueLog,
  { held }: RecordReaderOptions,
  formOf: (fields: Fields) => EventForm,
): RecordReader {
  const builder = new DatasetBuilder(held);
  const fields = createFields(log);
  const { prepare, sources = new Map<string, Source>(), read, end } = formOf(fields);
  const actors = [notStatedActor];
  const named = { actors: new Map(actors.map((actor) => [actor.id, actor])), sources };
  const kept: { readonly record: JsonObject; readonly row: number }[] = [];
  let besides = 0;

  function add(event: TimelineEvent | null): void {
    if (event) addEvent(builder, event, named);
  }

  return {
    keepsRecords: prepare !== undefined,
    get count() {
      return Math.max(builder.count, kept.length);
    },
    get besides() {
      return besides;
    },
    get characters() {
      return builder.characters;
    },
    add(record, row) {
      if (prepare) kept.push({ record, row });
      else add(read(record, log.pathOf(row), row));
    },
    *finish(file) {
      prepare?.(
        file,
        kept.map(({ record }) => record),
      );
      for (const [i, { record, row }] of kept.entries()) {
        if (i % slice === slice - 1) yield;
        log.row = row;
        add(read(record, log.pathOf(row), row));
      }
      kept.length = 0;
      log.row = null;
      const { count } = builder;
      const { title, summary, note, attribution, licence, language } = end(file, add, builder);
      besides = builder.count - count;
      const { frame } = readFrame({ title, summary, note, attribution, licence, language }, fields);
      return yield* buildingDataset(builder, { ...frame, sources, actors, ordersActors: false }, log);
    },
  };
}

/** The fields that every event has, as where nothing is stated. */
export const nothingStated = {
  means: [],
  actors: [notStatedActor.id],
  targets: [],
  symmetric: false,
  places: [],
  counts: {},
  certainty: 'reported',
  claims: [],
  relations: [],
} satisfies Partial<TimelineEvent>;

/** The record's own id, or its place in the file. */
export const idOf = (given: unknown, row: number): string => idText(given) || `event-${row + 1}`;

/** A name for an event: one line, or its id with an issue. */
export function nameOf(title: string | null | undefined, id: string, path: string, { log }: Fields): string {
  if (title) return title.replace(/\n/g, ' ');
  log.add('missing-title', path, noTitle, [id]);
  return id;
}

/** A date that is missing is only remarked upon. */
export function noteMissingDate(path: string, id: string, { log }: Fields): void {
  log.add('missing-date', path, noDate, [id]);
}
