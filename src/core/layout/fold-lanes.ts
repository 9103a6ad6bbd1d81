import type { Dataset } from '../dataset/dataset.js';
import type { LocalizedText } from '../i18n/localized-text.js';
import { createLane, hollowSlot, unionOf, type Lane } from './lanes.js';

/** So many lanes stand in full; of more than that … */
export const mostUnfolded = 12;
/** … so many stay, and the others are folded into one. */
export const keptLanes = 8;

/** A name that no file gives: ids and names of files have no such character before them. */
export const foldKey = '\u0000more';

/** Which lanes stay, and which are folded; together they are all. */
export interface Folding {
  /** Those that stay, and behind them the one that was looked for. */
  readonly kept: readonly Lane[];
  /** The others in their order; empty where nothing is folded. */
  readonly folded: readonly Lane[];
}

/**
 * Folds the small lanes of a long list: those with most events stay, in the order that the lanes have. "Not stated" is
 * always one of them, because it is no actor among others.
 *
 * @param found key of a lane that somebody looked for: it stays too, behind the others
 */
export function foldLanes(lanes: readonly Lane[], found: string | null): Folding {
  if (lanes.length <= mostUnfolded) return { kept: lanes, folded: [] };
  const rank = (lane: Lane): number => (lane.unknown ? Infinity : lane.total);
  const largest = new Set(
    [...lanes].sort((a, b) => (rank(a) < rank(b) ? 1 : rank(a) > rank(b) ? -1 : 0)).slice(0, keptLanes),
  );
  const others = lanes.filter((lane) => !largest.has(lane));
  const isFound = ({ key }: Lane): boolean => key === found;
  return {
    kept: [...lanes.filter((lane) => largest.has(lane)), ...others.filter(isFound)],
    folded: others.filter((lane) => !isFound(lane)),
  };
}

/** The lane that stands for others: their events, each once. */
export const createFoldLane = (dataset: Dataset, folded: readonly Lane[], name: LocalizedText): Lane =>
  createLane(
    { key: foldKey, name, note: null, unknown: false, hue: hollowSlot, pattern: hollowSlot },
    unionOf(dataset, folded),
    undefined,
    folded,
  );
