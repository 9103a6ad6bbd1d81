import type { ReadingOrder } from '../state/reading-order.js';
import { cellText, type TableColumn } from './table-columns.js';

/** What is sorted by, by the place of an event in the order that is sorted: `NaN` in the first is unknown. */
export type Ranks = readonly Float64Array[];

/** Cells to be looked at, or comparisons to be made, between two yields: about a millisecond each. */
const readSlice = 256;
const mergeSlice = 4096;
/** So many are sorted at once. */
const run = 1024;

/**
 * The ranks of a column. Of texts each that occurs is compared once, however many events have it, as people sort in that
 * language, with the numbers in them as numbers. Yields every few milliseconds.
 */
export function* rankColumn({ cell, ranks }: TableColumn, order: ReadingOrder, locale: string): Generator<void, Ranks> {
  const { length } = order;
  const columns = (ranks ?? [null]).map(() => new Float64Array(length));
  if (ranks) {
    for (let i = 0; i < length; i++) {
      ranks.forEach((rank, column) => (columns[column]![i] = rank(order[i]!)));
      if (i % mergeSlice === 0) yield;
    }
    return columns;
  }
  const codes = new Map<string, number>();
  const [own] = columns as [Float64Array];
  for (let i = 0; i < length; i++) {
    const text = cellText(cell(order[i]!));
    let code = codes.get(text);
    if (code === undefined) codes.set(text, (code = codes.size));
    own[i] = code;
    if (i % readSlice === 0) yield;
  }
  const texts = [...codes.keys()];
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const sorted = yield* sorting(texts.length, (a, b) => compare(texts[a]!, texts[b]!));
  const rankOf = new Float64Array(texts.length);
  sorted.forEach((code, rank) => (rankOf[code] = texts[code] === '' ? NaN : rank));
  for (let i = 0; i < length; i++) own[i] = rankOf[own[i]!]!;
  return columns;
}

/**
 * The events in the order of their ranks. What is unknown comes last whether it is ascending or not, and what has the
 * same rank keeps the order that it had. Yields every few milliseconds.
 */
export function* sortByRanks(order: ReadingOrder, ranks: Ranks, isDescending: boolean): Generator<void, Uint32Array> {
  const sign = isDescending ? -1 : 1;
  const [first] = ranks as [Float64Array];
  const places = yield* sorting(order.length, (a, b) => {
    const unknown = Number(Number.isNaN(first[a])) - Number(Number.isNaN(first[b]));
    if (unknown !== 0) return unknown;
    for (const rank of ranks) {
      const [one, other] = [rank[a]!, rank[b]!];
      if (one !== other && one === one) return one < other ? -sign : sign;
    }
    return 0;
  });
  return places.map((place) => order[place]!);
}

/** The numbers from 0 on, sorted by merging: what is equal keeps its order, and it can be interrupted anywhere. */
function* sorting(count: number, compare: (a: number, b: number) => number): Generator<void, Uint32Array> {
  let from = new Uint32Array(count);
  for (let i = 0; i < count; i++) from[i] = i;
  for (let start = 0; start < count; start += run) {
    from.subarray(start, start + run).sort(compare);
    yield;
  }
  let to = new Uint32Array(count);
  for (let width = run; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const [middle, end] = [Math.min(start + width, count), Math.min(start + 2 * width, count)];
      for (let i = start, a = start, b = middle; i < end; i++) {
        const isFirst = b >= end || (a < middle && compare(from[a]!, from[b]!) <= 0);
        to[i] = from[isFirst ? a++ : b++]!;
        if (i % mergeSlice === 0) yield;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
