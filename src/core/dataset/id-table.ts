import { bisect } from '../util/bisect.js';

/**
 * Event indices, plus one, hashed by id (open addressing); 0 is a free place. A data set whose ids ascend in the file
 * needs none: bisection finds them.
 */
export type IdTable = Int32Array;

/** Ids in an order that takes `e9` before `e10` and 999 before 1000, as files are numbered: the shorter first. */
export const isIdBefore = (a: string, b: string): boolean => (a.length === b.length ? a < b : a.length < b.length);

/** The index of the event with that id, or −1. */
export function findId(id: string, count: number, table: IdTable | null, idOf: (index: number) => string): number {
  if (table) return table[placeOf(id, table, idOf)]! - 1;
  const place = bisect(count, (index) => isIdBefore(idOf(index), id));
  return place < count && idOf(place) === id ? place : -1;
}

/** Events looked at between two yields. */
const slice = 8192;

/**
 * The table of all ids. An id that an earlier event has is made another one, with the next free number at its end.
 *
 * @param rename told of each event that gets another id; `idOf` gives that one from then on.
 */
export function* buildingIdTable(
  count: number,
  idOf: (index: number) => string,
  rename: (index: number, id: string, first: string) => void,
): Generator<undefined, IdTable> {
  const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 2)));
  const copies = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    if (index % slice === slice - 1) yield;
    const id = idOf(index);
    let place = placeOf(id, table, idOf);
    if (table[place]) {
      let copy = copies.get(id) ?? 1;
      let other: string;
      do {
        other = `${id}-${++copy}`;
        place = placeOf(other, table, idOf);
      } while (table[place]);
      copies.set(id, copy);
      rename(index, other, id);
    }
    table[place] = index + 1;
  }
  return table;
}

/** Where the id stands, or the free place where it would. */
function placeOf(id: string, table: IdTable, idOf: (index: number) => string): number {
  const mask = table.length - 1;
  let place = hash(id) & mask;
  for (let entry; (entry = table[place]!) && idOf(entry - 1) !== id;) place = (place + 1) & mask;
  return place;
}

/** FNV-1a over the character codes, with its high bits mixed into the low ones that are used. */
function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193);
  return mixed ^ (mixed >>> 15);
}
