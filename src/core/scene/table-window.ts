import type { CssPixels } from '../util/units.js';

/** A table whose rows are all of one height, of which only those near the window exist. */
export interface TableRoom {
  readonly rows: number;
  readonly rowHeight: CssPixels;
  /** How much of the rows can be seen at a time. */
  readonly viewport: CssPixels;
  /** So many rows may exist, if it takes no more to fill the viewport. */
  readonly most: number;
}

/** How far a table is scrolled. */
export interface TablePlace {
  /** What the browser says. */
  readonly top: CssPixels;
  /** The row at the upper edge, with the part of it that is above the edge. */
  readonly row: number;
  /** The hand goes far: it drags the bar, or goes to an end. */
  readonly isFar: boolean;
}

/** Which rows exist, and the room that stands for the others. */
export interface TableWindow {
  readonly first: number;
  /** One after the last. */
  readonly end: number;
  readonly above: CssPixels;
  readonly below: CssPixels;
}

/** Browsers cannot make elements of any height: Firefox ends at 17.8 million pixels, others at 33.5. */
export const tallest: CssPixels = 8_000_000;

export const tableStart: TablePlace = { top: 0, row: 0, isFar: false };

const heightOf = ({ rows, rowHeight }: TableRoom): CssPixels => Math.min(tallest, rows * rowHeight);
const lastRow = ({ rows, rowHeight, viewport }: TableRoom): number => Math.max(0, rows - viewport / rowHeight);
const lastTop = (room: TableRoom): CssPixels => Math.max(0, heightOf(room) - room.viewport);
const isWhole = ({ rows, rowHeight }: TableRoom): boolean => rows * rowHeight <= tallest;
const within = (value: number, most: number): number => Math.min(Math.max(0, value), most);

/**
 * Follows the browser's scrolling. Where there are more rows than a browser has pixels for, short ways are those of the
 * rows themselves, so that a wheel passes over none; far ones are shares of the whole. Between the two the bar stands
 * where it should only once the hand rests (`settledPlace`).
 */
export function scrolledTo(old: TablePlace, top: CssPixels, room: TableRoom): TablePlace {
  if (isWhole(room)) return { top, row: within(top / room.rowHeight, lastRow(room)), isFar: false };
  const way = top - old.top;
  const isFar = old.isFar || Math.abs(way) > 2 * room.viewport;
  const row = within(isFar ? (top / lastTop(room)) * lastRow(room) : old.row + way / room.rowHeight, lastRow(room));
  // The last part of a row goes with the last pixel.
  if (top <= 0 && row < 1) return { top, row: 0, isFar };
  if (top >= lastTop(room) && row > lastRow(room) - 1) return { top, row: lastRow(room), isFar };
  return { top, row, isFar };
}

/** The hand rests, or has come to an end of the bar that is none of the rows: the bar where the rows are. */
export const settledPlace = ({ row }: TablePlace, room: TableRoom): TablePlace => placeOfRow(row, room);

/** Whether the bar is at an end from which the rows still go on. */
export const isStuck = ({ top, row, isFar }: TablePlace, room: TableRoom): boolean =>
  !isFar && ((top <= 0 && row > 0) || (top >= lastTop(room) && row < lastRow(room)));

/** That row at the upper edge. */
export function placeOfRow(row: number, room: TableRoom): TablePlace {
  const own = within(row, lastRow(room));
  const share = lastRow(room) === 0 ? 0 : own / lastRow(room);
  return { top: isWhole(room) ? own * room.rowHeight : share * lastTop(room), row: own, isFar: false };
}

/** The least way to where a row is whole in view, not under the head of the table; the same place where it is already. */
export function placeShowing(row: number, place: TablePlace, room: TableRoom): TablePlace {
  const fully = Math.max(1, room.viewport / room.rowHeight);
  if (row < place.row) return placeOfRow(row, room);
  if (row + 1 > place.row + fully) return placeOfRow(row + 1 - fully, room);
  return place;
}

/** The rows around the viewport, as many above as below, and the room above and below them. */
export function windowOf({ top, row }: TablePlace, room: TableRoom): TableWindow {
  const { rows, rowHeight, viewport } = room;
  const shown = Math.ceil(viewport / rowHeight) + 1;
  const spare = Math.max(1, Math.floor((room.most - shown) / 2));
  const count = Math.min(rows, shown + 2 * spare);
  const height = heightOf(room);
  // Above the first pixel and below the last there is no room for rows that nobody sees. What is seen is there, though it
  // may stand a part of a row lower than it should.
  const least = Math.min(Math.floor(row), Math.max(0, Math.ceil(row - top / rowHeight - 1e-6)));
  const first = Math.max(least, Math.min(Math.floor(row) - spare, rows - count));
  const above = Math.max(0, top - (row - first) * rowHeight);
  const seen = Math.ceil(row + viewport / rowHeight - 1e-6);
  const end = Math.min(rows, first + count, Math.max(seen, first + Math.floor((height - above) / rowHeight + 1e-6)));
  return { first, end, above, below: Math.max(0, height - above - (end - first) * rowHeight) };
}
