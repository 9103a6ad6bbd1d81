import type { Dataset } from '../dataset/dataset.js';
import type { Messages } from '../i18n/messages.js';
import { dateKinds } from '../temporal/temporal.js';
import { laneCodes, type LaneCodeColumn } from './lane-codes.js';
import { lanesNamedLike, type Lane } from './lanes.js';

/** What events are filtered by, in the order in which a reader asks: who, what, where, by what, how sure, how dated. */
export const facetNames = ['actor', 'type', 'place', 'means', 'target', 'source', 'certainty', 'date'] as const;
export type FacetName = (typeof facetNames)[number];

/**
 * The values of each facet of which an event must have one; a facet that is not there lets every event pass. Keys are
 * those of the lanes (`LaneKey.key`) and kinds of dates: they are the same in every language.
 */
export type Filters = Readonly<Partial<Record<FacetName, ReadonlySet<string>>>>;

export const noFilters: Filters = Object.freeze({});

/** The filters with one value of a facet switched; a facet without values is not kept, the others keep their order. */
export function toggledFilter(filters: Filters, facet: FacetName, key: string): Filters {
  const keys = new Set(filters[facet]);
  if (!keys.delete(key)) keys.add(key);
  return withFilter(filters, facet, keys);
}

export function withFilter(filters: Filters, facet: FacetName, keys: ReadonlySet<string>): Filters {
  const { [facet]: _, ...others } = filters;
  return keys.size > 0 ? { ...filters, [facet]: keys } : others;
}

/** The codes of a facet, with the names of its values. */
export function facetCodes(dataset: Dataset, facet: FacetName, messages: Messages): LaneCodeColumn {
  if (facet !== 'date') return laneCodes(dataset, facet, messages);
  const { filters, legend } = messages;
  const keys = dateKinds.map((key) => ({ key, name: filters.kinds[key] ?? legend.keys[key] }));
  return { keys, codes: dataset.kinds, offsets: null };
}

/** What a value of a facet is called; one that the data do not know is called by its key. */
export const facetValueName = (dataset: Dataset, facet: FacetName, key: string, messages: Messages): Lane['name'] =>
  facetCodes(dataset, facet, messages).keys.find((value) => value.key === key)?.name ?? key;

/** The facets by which these data can be told apart: those of which two events have different values. */
export const facetsOf = (dataset: Dataset, messages: Messages): readonly FacetName[] =>
  facetNames.filter((facet) => {
    const { keys, codes } = facetCodes(dataset, facet, messages);
    return keys.length > 1 && codes.some((code) => code !== codes[0]);
  });

const bitOf = (facet: FacetName): number => 1 << facetNames.indexOf(facet);
/** Not in the way of any facet: the search does not find the event, or its lanes are off. */
const elsewhere = 1 << facetNames.length;

/** By event, the facets that do not let it pass: bit `f` for entry `f` of `facetNames`. Null where nothing is filtered. */
export function failingFacets(dataset: Dataset, filters: Filters, messages: Messages): Uint8Array | null {
  const active = facetNames.filter((facet) => filters[facet]);
  if (active.length === 0) return null;
  const failing = new Uint8Array(dataset.count);
  for (const facet of active) {
    const { keys, codes, offsets } = facetCodes(dataset, facet, messages);
    const bit = bitOf(facet);
    const isWanted = Uint8Array.from(keys, ({ key }) => Number(filters[facet]!.has(key)));
    for (let event = 0; event < failing.length; event++) {
      const end = offsets ? offsets[event + 1]! : event + 1;
      let i = offsets ? offsets[event]! : event;
      while (i < end && isWanted[codes[i]!] === 0) i++;
      if (i === end) failing[event]! |= bit;
    }
  }
  return failing;
}

/** The events that match a search and pass all filters; null where every event does. */
export function passingEvents(matches: Uint8Array | null, failing: Uint8Array | null): Uint8Array | null {
  if (!failing) return matches;
  const passing = new Uint8Array(failing.length);
  for (let event = 0; event < passing.length; event++) {
    if (failing[event] === 0 && (!matches || matches[event] === 1)) passing[event] = 1;
  }
  return passing;
}

/**
 * By event, all that hides it: the facets, as bits, and one bit for the rest. Null where nothing is hidden.
 *
 * @param inLanes 1 for each event that stands in a lane that is on; null where all are
 */
export function hidingOf(
  matches: Uint8Array | null,
  failing: Uint8Array | null,
  inLanes: Uint8Array | null,
): Uint16Array | null {
  const any = matches ?? failing ?? inLanes;
  if (!any) return null;
  const hiding = new Uint16Array(any.length);
  for (let event = 0; event < hiding.length; event++) {
    const isElsewhere = (matches && matches[event] === 0) || (inLanes && inLanes[event] === 0);
    hiding[event] = (failing ? failing[event]! : 0) | (isElsewhere ? elsewhere : 0);
  }
  return hiding;
}

/** One value of a facet, and how many events have it. */
export interface FacetValue {
  readonly key: string;
  readonly name: Lane['name'];
  /** Of the events that pass everything else: the search, the other filters, the lanes. */
  readonly count: number;
  readonly isOn: boolean;
}

/**
 * The values of a facet: the fullest first, "not stated" last; kinds of dates and degrees of certainty in their own order.
 * There may be hundreds of thousands, so each is made when it is asked for.
 */
export interface Facet {
  readonly name: FacetName;
  /** How many values there are. */
  readonly size: number;
  /** All of them. */
  readonly values: readonly FacetValue[];
  /** The first ones, and after them the others that are switched on. */
  first(most: number): readonly FacetValue[];
  /** Those whose name, in any language, has the words of the text in it; all for an empty text. At most so many are made. */
  like(text: string, most: number): { readonly count: number; readonly values: readonly FacetValue[] };
}

/** What does not change with what is filtered: a list that jumps under the hand is misread. */
export interface FacetOrder {
  /** By code, how many events have it. */
  readonly totals: Uint32Array;
  /** The codes that any event has, in the order in which they are listed. */
  readonly codes: Uint32Array;
}

export function orderFacet(dataset: Dataset, name: FacetName, messages: Messages): FacetOrder {
  const column = facetCodes(dataset, name, messages);
  const { keys } = column;
  const totals = countCodes(column, null, 0);
  const isOwnOrder = name === 'date' || name === 'certainty';
  const notStated = new Set([
    '',
    ...(name === 'actor' ? dataset.actors : []).flatMap((a) => (a.unknown ? [a.id] : [])),
  ]);
  // One number for each, total before code, sorts without a call for every pair.
  const ranks = new Float64Array(keys.length);
  let size = 0;
  for (let code = 0; code < keys.length; code++) {
    const total = totals[code]!;
    if (total === 0) continue;
    const before = isOwnOrder
      ? 0
      : notStated.has(keys[code]!.key)
        ? column.codes.length + 1
        : column.codes.length - total;
    ranks[size++] = before * keys.length + code;
  }
  const sorted = ranks.subarray(0, size).sort();
  return { totals, codes: Uint32Array.from(sorted, (rank) => rank % keys.length) };
}

/** How many events have each code, of those that none of the bits hides. */
function countCodes(column: LaneCodeColumn, hiding: Uint16Array | null, bits: number): Uint32Array {
  const { keys, codes, offsets } = column;
  const counts = new Uint32Array(keys.length);
  const events = offsets ? offsets.length - 1 : codes.length;
  for (let event = 0; event < events; event++) {
    if (hiding && (hiding[event]! & bits) !== 0) continue;
    const end = offsets ? offsets[event + 1]! : event + 1;
    for (let i = offsets ? offsets[event]! : event; i < end; i++) counts[codes[i]!]!++;
  }
  return counts;
}

/**
 * The values of a facet that any event has, or that are switched on, each with a count that is true under everything else
 * that is filtered.
 */
export function countFacet(
  dataset: Dataset,
  name: FacetName,
  { totals, codes }: FacetOrder,
  filters: Filters,
  hiding: Uint16Array | null,
  messages: Messages,
): Facet {
  const column = facetCodes(dataset, name, messages);
  const { keys } = column;
  const counts = hiding ? countCodes(column, hiding, ~bitOf(name)) : totals;
  const chosen = filters[name];
  const isOn = (code: number): boolean => chosen?.has(keys[code]!.key) ?? false;
  const valueOf = (code: number): FacetValue => ({ ...keys[code]!, count: counts[code]!, isOn: isOn(code) });
  const on: number[] = [];
  if (chosen) keys.forEach(({ key }, code) => chosen.has(key) && on.push(code));
  // What no event has is listed nevertheless where it is switched on, so that it can be switched off.
  const absent = on.filter((code) => totals[code] === 0);
  const listed = absent.length > 0 ? Uint32Array.from([...codes, ...absent]) : codes;
  let values: readonly FacetValue[] | undefined;
  return {
    name,
    size: listed.length,
    get values() {
      return (values ??= Array.from(listed, valueOf));
    },
    first(most) {
      const others = on.length > 0 ? listed.subarray(most).filter(isOn) : [];
      return [...listed.subarray(0, most), ...others].map(valueOf);
    },
    like(text, most) {
      const names = text.trim() === '' ? null : Array.from(listed, (code) => ({ ...keys[code]!, code }));
      const found = names ? Uint32Array.from(lanesNamedLike(names, text), ({ code }) => code) : listed;
      return { count: found.length, values: Array.from(found.subarray(0, most), valueOf) };
    },
  };
}
