import { keysAt } from './code-column.js';
import type { Dataset } from './dataset.js';

/** Which events say the words of a query: 1 where an event matches. Yields every few milliseconds of work. */
export function* searchText(dataset: Dataset, query: string): Generator<void, Uint8Array> {
  const matches = new Uint8Array(dataset.count);
  const wanted = query.trim().toLowerCase();
  for (let index = 0; index < dataset.count; index++) {
    if (index % 2048 === 2047) yield;
    const { title, summary } = dataset.event(index);
    const places = keysAt(dataset.groups.place, index);
    matches[index] = Number(JSON.stringify([title, summary, places]).toLowerCase().includes(wanted));
  }
  return matches;
}
