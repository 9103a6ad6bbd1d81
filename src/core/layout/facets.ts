import type { Dataset } from '../dataset/dataset.js';
import type { Messages } from '../i18n/messages.js';
import { dateKinds } from '../temporal/temporal.js';
import { laneCodes, type LaneCodeColumn } from './lane-codes.js';
import type { Lane } from './lanes.js';

/** What events are filtered by, in the order in which a reader asks: who, what, where, by what, how sure, how dated. */
export const facetNames = ['actor', 'type', 'place', 'means', 'target', 'source', 'certainty', 'date'] as const;
export type FacetName = (typeof facetNames)[number];

/**
 * The values of each facet of which an event must have one; a facet that is not there lets every event pass. Keys are
 * those of the lanes (`LaneKey.key`) and kinds of dates: they are the same in every language.
 */
export type Filters = Readonly<Partial<Record<FacetName, ReadonlySet<string>>>>;

export const noFilters: Filters = Object.freeze({});

/** The filters with one value of a facet switched; a facet without values is not kept. */
export function toggledFilter(filters: Filters, facet: FacetName, key: string): Filters {
  const keys = new Set(filters[facet]);
  if (!keys.delete(key)) keys.add(key);
  return withFilter(filters, facet, keys);
}

export function withFilter(filters: Filters, facet: FacetName, keys: ReadonlySet<string>): Filters {
  const { [facet]: _, ...others } = filters;
  return keys.size > 0 ? { ...others, [facet]: keys } : others;
}

/** The codes of a facet, with the names of its values. */
export function facetCodes(dataset: Dataset, facet: FacetName, messages: Messages): LaneCodeColumn {
  if (facet !== 'date') return laneCodes(dataset, facet, messages);
  const keys = dateKinds.map((key) => ({ key, name: messages.list.kinds[key] }));
  return { keys, codes: Uint16Array.from(dataset.kinds), offsets: null };
}

/** By event, the facets that do not let it pass: bit `f` for entry `f` of `facetNames`. Null where nothing is filtered. */
export function failingFacets(dataset: Dataset, filters: Filters, messages: Messages): Uint8Array | null {
  const active = facetNames.filter((facet) => filters[facet]);
  if (active.length === 0) return null;
  const failing = new Uint8Array(dataset.count);
  for (const facet of active) {
    const { keys, codes, offsets } = facetCodes(dataset, facet, messages);
    const bit = 1 << facetNames.indexOf(facet);
    const isWanted = keys.map(({ key }) => filters[facet]!.has(key));
    for (let event = 0; event < failing.length; event++) {
      const end = offsets ? offsets[event + 1]! : event + 1;
      let i = offsets ? offsets[event]! : event;
      while (i < end && !isWanted[codes[i]!]) i++;
      if (i === end) failing[event]! |= bit;
    }
  }
  return failing;
}

/** The events that match a search and pass all filters; null where every event does. */
export function passingEvents(matches: Uint8Array | null, failing: Uint8Array | null): Uint8Array | null {
  if (!failing) return matches;
  return failing.map((bits, event) => Number(bits === 0 && (!matches || matches[event] === 1)));
}

/** One value of a facet, and how many events have it. */
export interface FacetValue {
  readonly key: string;
  readonly name: Lane['name'];
  /** Of the events that pass everything else: the search, the other filters, the lanes. */
  readonly count: number;
  readonly isOn: boolean;
}

export interface Facet {
  readonly name: FacetName;
  /** The fullest first, "not stated" last; kinds of dates and degrees of certainty in their own order. */
  readonly values: readonly FacetValue[];
}

/** What is counted with. */
export interface FacetInput {
  readonly dataset: Dataset;
  readonly filters: Filters;
  readonly matches: Uint8Array | null;
  readonly failing: Uint8Array | null;
  /** 1 for each event that stands in a lane that is on; null where all are. */
  readonly inLanes: Uint8Array | null;
}

/** The values of a facet that any event has, each with a count that is true under everything else that is filtered. */
export function countFacet(name: FacetName, input: FacetInput, messages: Messages): Facet {
  const { dataset, filters, matches, failing, inLanes } = input;
  const { keys, codes, offsets } = facetCodes(dataset, name, messages);
  const others = ~(1 << facetNames.indexOf(name));
  const counts = new Uint32Array(keys.length);
  const totals = new Uint32Array(keys.length);
  for (let event = 0; event < dataset.count; event++) {
    const passes =
      (!matches || matches[event] === 1) &&
      (!inLanes || inLanes[event] === 1) &&
      (!failing || (failing[event]! & others) === 0);
    const end = offsets ? offsets[event + 1]! : event + 1;
    for (let i = offsets ? offsets[event]! : event; i < end; i++) {
      const code = codes[i]!;
      totals[code]!++;
      if (passes) counts[code]!++;
    }
  }
  const chosen = filters[name];
  const values = keys
    .map(({ key, name: words }, code) => ({
      key,
      name: words,
      count: counts[code]!,
      total: totals[code]!,
      isOn: chosen?.has(key) ?? false,
    }))
    .filter(({ total, isOn }) => total > 0 || isOn);
  // The order does not change with what is filtered: a list that jumps under the hand is misread.
  if (name !== 'date' && name !== 'certainty')
    values.sort((a, b) => Number(a.key === '') - Number(b.key === '') || b.total - a.total);
  return { name, values: values.map(({ key, name: words, count, isOn }) => ({ key, name: words, count, isOn })) };
}
