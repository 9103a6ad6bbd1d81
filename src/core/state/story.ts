import type { Dataset } from '../dataset/dataset.js';
import { buildSections } from '../scene/list-sections.js';
import { bisect } from '../util/bisect.js';
import type { ReadingOrder } from './reading-order.js';

/** In which order events are read one after the other: that of time, or that of the file. */
export const storyOrders = ['time', 'report'] as const;
export type StoryOrder = (typeof storyOrders)[number];

/**
 * The event before or after one; undefined at the ends, where a story ends. From none to the first and to the last.
 *
 * @param at place of the event in the order, −1 if it is not there
 * @param gap where it would stand if it were there: so many come before it; null for none
 */
export function besideInStory(
  order: ReadingOrder,
  at: number,
  by: 1 | -1,
  gap: number | null = null,
): number | undefined {
  if (at >= 0) return order[at + by];
  return order[by === 1 ? (gap ?? 0) : (gap ?? order.length) - 1];
}

/** How many events of an order come before one that is not in it, such as one that was filtered out. */
export function gapInStory(dataset: Dataset, order: ReadingOrder, by: StoryOrder, event: number): number {
  if (by === 'report') return bisect(order.length, (place) => order[place]! < event);
  if (!(order instanceof Uint32Array)) {
    const all = [...order, event].sort((a, b) => a - b);
    return buildSections(dataset, all)
      .flatMap(({ events }) => events)
      .indexOf(event);
  }
  const { earliest, latest } = dataset;
  const begin = (i: number): number => (earliest[i] === -Infinity && latest[i] === Infinity ? Infinity : earliest[i]!);
  const own = begin(event);
  return bisect(order.length, (place) => {
    const other = order[place]!;
    return begin(other) < own || (begin(other) === own && other < event);
  });
}
