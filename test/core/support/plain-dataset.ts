import { createDataset, codeNames, type Dataset, type DatasetParts } from '../../../src/core/dataset/dataset.js';
import { CodeColumnBuilder } from '../../../src/core/dataset/code-column.js';
import { sortByTime } from '../../../src/core/dataset/sort-by-time.js';
import { TextColumnBuilder } from '../../../src/core/dataset/text-column.js';
import { boundedEvents, type TimeBounds } from '../../../src/core/dataset/time-index.js';
import { dateKinds } from '../../../src/core/temporal/temporal.js';
import { plainForm } from '../../../src/core/temporal/plain-date.js';
import { day } from '../../../src/core/viewport/domain.js';

export interface PlainOptions {
  /** Whose each event is; one actor of all where it is not given. */
  readonly actorsOf?: (event: number) => readonly string[];
  readonly titleOf?: (event: number) => string;
  readonly ordersActors?: boolean;
}

/**
 * A data set of any size that is there at once: bounds, actors, titles, and nothing else. What lasts no longer than a day
 * is a point, the rest are bars.
 */
export function plainDataset(bounds: TimeBounds, options: PlainOptions = {}): Dataset {
  const { actorsOf = () => ['a'], titleOf = (event) => `Event ${event}`, ordersActors = false } = options;
  const { earliest, latest } = bounds;
  const count = earliest.length;
  const actor = new CodeColumnBuilder();
  const ids = new TextColumnBuilder();
  const titles = new TextColumnBuilder();
  const known = new Set<string>();
  const kinds = new Uint8Array(count);
  const writings = new Uint8Array(count);
  for (let event = 0; event < count; event++) {
    ids.set(event, `e${event}`);
    titles.set(event, titleOf(event));
    for (const key of actorsOf(event)) {
      known.add(key);
      actor.add(event, key, key);
    }
    const length = latest[event]! - earliest[event]!;
    const isDated = length < Infinity || earliest[event]! > -Infinity || latest[event]! < Infinity;
    kinds[event] = dateKinds.indexOf(
      !isDated
        ? 'undated'
        : length <= day
          ? 'exact'
          : length < Infinity
            ? 'lasted'
            : latest[event] === Infinity
              ? 'open-end'
              : 'open-start',
    );
    writings[event] = isDated ? plainForm.utcTime : plainForm.none;
  }
  const bounded = boundedEvents(bounds);
  const none = { blocks: [], ends: new Uint32Array() };
  const parts: DatasetParts = {
    title: null,
    summary: null,
    note: null,
    attribution: null,
    licence: null,
    language: 'en',
    languages: [],
    publication: null,
    primarySource: null,
    sources: new Map(),
    actors: [...known].map((id) => ({ id, name: id })),
    ordersActors,
    count,
    earliest,
    latest,
    byEarliest: sortByTime(earliest, bounded),
    byLatest: sortByTime(latest, bounded),
    kinds,
    certainties: new Uint8Array(count),
    writings,
    ids: ids.finish(count),
    idTable: null,
    titles: titles.finish(count),
    summaries: none,
    whens: none,
    urls: none,
    coordinates: null,
    groups: Object.fromEntries(
      codeNames.map((name) => [name, (name === 'actor' ? actor : new CodeColumnBuilder()).finish(count)]),
    ) as unknown as DatasetParts['groups'],
    rest: new Map(),
    relations: new Map(),
    narrowings: new Map(),
  };
  return createDataset(parts);
}

/** Bounds of `[earliest, latest]` pairs. */
export const boundsOf = (...list: readonly (readonly [number, number])[]): TimeBounds => ({
  earliest: Float64Array.from(list, ([earliest]) => earliest),
  latest: Float64Array.from(list, ([, latest]) => latest),
});
