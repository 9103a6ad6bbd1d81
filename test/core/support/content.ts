import type { Dataset } from '../../../src/core/dataset/dataset.js';

/** Everything that a data set says, as plain values that can be compared; not how it is held. */
export function contentOf(dataset: Dataset | null): object | null {
  if (!dataset) return null;
  const { title, summary, note, attribution, licence, language, languages, publication, primarySource } = dataset;
  const { count, sources, actors, ordersActors, earliest, latest, byEarliest, byLatest } = dataset;
  const each = <T>(of: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => of(index));
  return {
    ...{ title, summary, note, attribution, licence, language, languages, publication, primarySource },
    ...{ count, sources, actors, ordersActors, earliest, latest, byEarliest, byLatest },
    events: each((index) => dataset.event(index)),
    dates: each((index) => dataset.date(index)),
    links: each((index) => dataset.links(index)),
    kinds: each((index) => dataset.kindOf(index)),
    found: each((index) => dataset.indexOf(dataset.idOf(index))),
  };
}
