import { expect } from 'chai';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { readDataset, type Reading } from '../../../src/core/dataset/read-dataset.js';
import type { Issue } from '../../../src/core/dataset/issue.js';
import report from '../../../data/deir-ez-zor-2016-05.json';

export { report };

/** The data set that is known to be readable. */
export function datasetOf(value: unknown): Dataset {
  const { dataset } = readDataset(value);
  if (!dataset) throw new Error('the test data cannot be read');
  return dataset;
}

/** The bundled report: 33 events, of which the wording and the count are known. */
export const bundled: Dataset = datasetOf(report);

export const indexOf = (dataset: Dataset, id: string): number => {
  const index = dataset.indexOf(id);
  if (index === null) throw new Error(`no event is called ${id}`);
  return index;
};

export const eventOf = (dataset: Dataset, id: string) => dataset.events[indexOf(dataset, id)]!;

export const idsOf = (dataset: Dataset, events: readonly number[]): string =>
  events.map((event) => dataset.events[event]!.id).join(' ');

/** A file with only these events, each complete enough to be read without an issue. */
export const fileOf = (...events: readonly object[]): object => ({
  version: 1,
  actors: [
    { id: 'a', name: 'Ada' },
    { id: 'b', name: 'Bob' },
    { id: 'c', name: 'Cleo' },
  ],
  events: events.map((event, i) => ({ id: `e${i + 1}`, title: `Event ${i + 1}`, when: null, actors: ['a'], ...event })),
});

/** `code path` of each issue, which says what was wrong and where. */
export const codes = ({ issues }: Pick<Reading, 'issues'>): string[] =>
  issues.map(({ code, path }) => `${code} ${path}`);

/** Reads, and demands that exactly these issues are found. */
export function readWith(value: unknown, ...expected: readonly string[]): Dataset {
  const reading = readDataset(value);
  expect(codes(reading)).to.deep.equal(expected);
  return reading.dataset!;
}

export const messageOf = (issues: readonly Issue[], code: Issue['code']): string =>
  issues.find((issue) => issue.code === code)?.message ?? '';
