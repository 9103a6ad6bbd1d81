import { dsvFormat } from 'd3';
import { longestEntry } from './record-source.js';

/** Rows of cells, as they stand in the file. */
export type Cells = readonly string[];

/** Cuts the text of a table into rows while it comes in. */
export interface RowCutter {
  /** Text that was given and not cut yet. */
  readonly pending: number;
  push(text: string): void;
  /** The rows that are whole by now; all that are left when there is no more text to come. */
  cut(isEnd: boolean): Cells[];
  /** What quotation marks did not end as they should: the cell as it was read, by its row. */
  readonly mended: ReadonlyMap<Cells, string>;
  /** The last row that was cut has no line end. */
  readonly isOpen: boolean;
}

const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;

/** A quotation mark whose partner is farther away has none. What is not whole must not become too long by that. */
const longestField = longestEntry - (1 << 20);

/** No reader keeps as much of a cell; taking apart what is longer would take too long. */
const longestCell = 1 << 18;

/** Where quotation marks stand close together, looking at each letter is faster than searching from one to the next. */
const near = 16;

const lineEnd = /[\r\n]/g;

/** A field that is read otherwise than it is written. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly value: string;
  readonly isBroken: boolean;
}

/**
 * d3-dsv splits rows into cells, as fast as anything does, in a kilobyte of D3, which is here anyway. It takes whole
 * texts only, so all that is done here is to find where a row ends: at a line end outside of quotation marks, of which
 * a field is either free or begins with one (RFC 4180). Where marks are broken, d3-dsv is given the field in good ones:
 *
 * - one that opens and is not closed is a character like others, and so are all in its field;
 * - one inside that is not doubled is taken for one that is, if another one in its line ends the field.
 *
 * Of d3-dsv, only `parseRows` may be used: `parse` makes code from text, which a strict content security policy forbids.
 *
 * @param delimiter one character: no letter, digit, quotation mark or line end
 */
export function createRowCutter(delimiter: string): RowCutter {
  const format = dsvFormat(delimiter);
  const separator = delimiter.charCodeAt(0);
  const fieldEnd = new RegExp(`[\\${delimiter}\r\n]`, 'g');
  /** Begins with a row. */
  let text = '';
  /** Up to here it is known what is quoted. */
  let at = 0;
  /** Where a quoted field begins that has not ended; −1: none. */
  let open = -1;
  /** Up to here it has not ended. */
  let seen = 0;
  /** Behind the last line end. */
  let whole = 0;
  let edits: Edit[] = [];
  /** The line end that was found last. */
  let lineEndAt = -1;
  let isOpen = false;
  const mended = new Map<Cells, string>();

  /** At the end of the text there is no character, and no boundary that is known. */
  const isBoundary = (code: number): boolean => code === separator || code === newline || code === carriageReturn;

  function scan(isEnd: boolean): void {
    for (;;) {
      if (open < 0) {
        const found = text.indexOf('"', at);
        const end = found < 0 ? text.length : found;
        findLineEnd(end, isEnd);
        at = end;
        if (found < 0) {
          // A line feed may follow.
          if (at > 0 && text.charCodeAt(at - 1) === carriageReturn) at--;
          return;
        }
        if (found > 0 && !isBoundary(text.charCodeAt(found - 1))) {
          at++;
          continue;
        }
        open = found;
        seen = found + 1;
      }
      const end = endOfField(isEnd);
      if (end < 0) return;
      at = end;
      open = -1;
    }
  }

  /** The last line end between what is known and here, where nothing is quoted. */
  function findLineEnd(end: number, isEnd: boolean): void {
    for (let i = end - 1; i >= at; i--) {
      const code = text.charCodeAt(i);
      if (code !== newline && code !== carriageReturn) continue;
      if (code === carriageReturn && i + 1 === text.length && !isEnd) continue;
      whole = i + 1;
      return;
    }
  }

  /** Behind the quoted field; −1 while that is not seen. */
  function endOfField(isEnd: boolean): number {
    for (;;) {
      const close = nextQuote(seen);
      if (close < 0 ? isEnd || text.length - open > longestField : close - open > longestField) {
        return asWritten(open + 1, isEnd);
      }
      seen = close < 0 ? text.length : close;
      if (close < 0 || (close + 1 === text.length && !isEnd)) return -1;
      const next = text.charCodeAt(close + 1);
      if (next === quote) seen = close + 2;
      else if (close + 1 === text.length || isBoundary(next)) {
        return close - open > longestCell ? mend(close + 1, unquoted(close), false) : close + 1;
      }
      // Where another field begins: the one before has no end.
      else if (isBoundary(text.charCodeAt(close - 1))) return asWritten(open + 1, isEnd);
      else return behindInnerQuote(close, isEnd);
    }
  }

  function behindInnerQuote(inner: number, isEnd: boolean): number {
    if (lineEndAt < inner) lineEndAt = find(lineEnd, inner, isEnd);
    const end = lineEndAt;
    if (end < 0) return -1;
    for (let i = text.indexOf('"', inner + 1); i >= 0 && i < end; i = text.indexOf('"', i + 1)) {
      // Here another field begins.
      if (isBoundary(text.charCodeAt(i - 1))) break;
      if (text.charCodeAt(i + 1) === quote) i++;
      else if (i + 1 === end || isBoundary(text.charCodeAt(i + 1))) {
        return mend(i + 1, unquoted(i));
      }
    }
    return asWritten(inner, isEnd);
  }

  /** The field goes on to the next delimiter or line end, whatever quotation marks it has. */
  function asWritten(from: number, isEnd: boolean): number {
    const end = find(fieldEnd, from, isEnd);
    return end < 0 ? -1 : mend(end, text.slice(open, Math.min(end, open + longestCell)));
  }

  /** The beginning of the field that is open, up to the mark that ends it. */
  function unquoted(close: number): string {
    return text.slice(open + 1, Math.min(close, open + longestCell)).replace(/""/g, '"');
  }

  function mend(to: number, value: string, isBroken = true): number {
    edits.push({ from: open, to, value, isBroken });
    return to;
  }

  function nextQuote(from: number): number {
    const end = Math.min(from + near, text.length);
    for (let i = from; i < end; i++) if (text.charCodeAt(i) === quote) return i;
    return text.indexOf('"', end);
  }

  function find(pattern: RegExp, from: number, isEnd: boolean): number {
    pattern.lastIndex = from;
    return pattern.exec(text)?.index ?? (isEnd ? text.length : -1);
  }

  /** The rows up to here; the cells of those that were mended are noted. */
  function split(end: number): Cells[] {
    const done = edits.filter(({ to }) => to <= end);
    edits = edits.slice(done.length);
    let wellFormed = '';
    let from = 0;
    let row = 0;
    const values = new Map<number, string>();
    for (const edit of done) {
      const before = text.slice(from, edit.from);
      // Ends within a row, which is the last one.
      row += format.parseRows(`${before}x`).length - 1;
      if (edit.isBroken && !values.has(row)) values.set(row, edit.value);
      wellFormed += `${before}"${edit.value.replace(/"/g, '""')}"`;
      from = edit.to;
    }
    const rows = format.parseRows(wellFormed + text.slice(from, end));
    for (const [index, value] of values) mended.set(rows[index]!, value);
    return rows;
  }

  return {
    mended,
    get isOpen() {
      return isOpen;
    },
    get pending() {
      return text.length;
    },
    push(more) {
      text += more;
    },
    cut(isEnd) {
      mended.clear();
      scan(isEnd);
      const end = isEnd ? text.length : whole;
      const rows = split(end);
      if (end > 0) isOpen = ![newline, carriageReturn].includes(text.charCodeAt(end - 1));
      text = text.slice(end);
      lineEndAt -= end;
      at -= end;
      open = open < 0 ? open : open - end;
      seen -= end;
      whole = 0;
      edits = edits.map(({ from, to, ...edit }) => ({ ...edit, from: from - end, to: to - end }));
      return rows;
    },
  };
}
