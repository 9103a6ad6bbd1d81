import type { DatasetParts } from './dataset.js';
import { blockAt } from './text-column.js';

/** Characters joined between two yields: about a millisecond. */
const slice = 1 << 19;

/** Whether reading left texts apart. */
export const hasTextsApart = ({ ids, titles, summaries }: DatasetParts): boolean =>
  [ids, titles, summaries].some(({ blocks }) => blocks.some((block) => typeof block !== 'string'));

/**
 * Joins the texts that reading left apart, so that they no longer stand in memory one by one. Yields every few
 * milliseconds of work; may be given up at any time.
 */
export function* joiningTexts({ ids, titles, summaries }: DatasetParts): Generator<void, void> {
  let joined = 0;
  for (const column of [ids, titles, summaries]) {
    for (let i = 0; i < column.blocks.length; i++) {
      if (typeof column.blocks[i] === 'string') continue;
      joined += blockAt(column, i).length;
      if (joined < slice) continue;
      joined = 0;
      yield;
    }
  }
}
