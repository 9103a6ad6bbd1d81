import type { IssueCode } from '../issue.js';
import type { IssueLog } from '../issue-log.js';
import type { RecordForm } from './record-source.js';
import type { Cells } from './row-cutter.js';

/** How rows of cells become records: objects of texts by the names of their columns. */
export interface TableForm extends RecordForm {
  /** Tells the first row below the names, which may be one of tags. */
  begin(first: Cells): void;
  /** Tells the last row, where the text ends in it. */
  end(last: Cells): void;
}

/**
 * @param header the cells of the first row; the names are trimmed, the second of two equal ones gets a number
 * @param mended cells of rows whose quotation marks are broken
 */
export function createTableForm(
  log: IssueLog,
  header: Cells,
  mended: ReadonlyMap<Cells, string> = new Map(),
): TableForm {
  const names = namesOf(header);
  let last: Cells | null = null;
  /** Of the rows so far. */
  let widest = 0;
  // Own properties, and all of them in every record: a column may be called `__proto__`.
  const template = Object.fromEntries(names.filter(Boolean).map((name) => [name, '']));
  const unnamed = new Set(names.flatMap((name, column) => (name === '' ? [column] : [])));
  let tags: Cells | null = null;

  const say = (code: IssueCode, message: string, value: string, row = log.row!): void =>
    log.add(code, log.pathOf(row), message, undefined, value);
  // One row before the first.
  if (mended.has(header)) say('broken-quotes', brokenQuotes, mended.get(header)!, -1);

  names.forEach((name, column) => {
    const given = header[column]!.trim();
    if (name === given) return;
    const message = `Column ${count(column + 1)} has the name of one before it, “${given}”; it is read as “${name}”.`;
    say('extra-cells', message, given, -1);
  });

  const isUnclosed = (cells: Cells): boolean =>
    mended.get(cells) === cells.at(-1) && cells.at(-1)!.lastIndexOf('"') === 0;

  /** Nothing else shows that a table ends too early. */
  function checkEnd(cells: Cells, isWithinQuotes: boolean): void {
    if (isWithinQuotes) {
      say('broken-quotes', `${cutOff} its last cell begins with a quotation mark that is not closed.`, cells.at(-1)!);
    } else if (cells.length < Math.min(widest, names.length)) {
      const message = `${cutOff} its last row has ${count(cells.length)} of ${count(names.length)} cells and no line end.`;
      say('extra-cells', message, cells.at(-1)!);
    }
  }

  return {
    begin(first) {
      if (isTags(first)) tags = first;
    },
    end(row) {
      last = row;
    },
    read(entry) {
      const cells = entry as Cells;
      if (cells === tags || isBlank(cells)) return undefined;
      const record: Record<string, string> = { ...template };
      const width = Math.min(cells.length, names.length);
      for (let i = 0; i < width; i++) if (names[i] !== '') record[names[i]!] = cells[i]!;
      return record;
    },
    check(entry, record) {
      const cells = entry as Cells;
      if (cells === tags) {
        say('no-event', 'The row holds tags (HXL) for the columns; it is no event.', cells.join(' '));
        return true;
      }
      if (record === undefined) return false;
      const broken = mended.get(cells);
      const isCutOff = cells === last && isUnclosed(cells);
      if (broken !== undefined && !isCutOff) say('broken-quotes', brokenQuotes, broken);
      if (cells === last) checkEnd(cells, isCutOff);
      widest = Math.max(widest, cells.length);
      if (cells.length > names.length) {
        const extra = cells.slice(names.length).filter((cell) => cell.trim() !== '');
        if (extra.length > 0) {
          const message = `The row has ${count(cells.length)} cells for ${count(names.length)} columns; the others are left out.`;
          say('extra-cells', message, extra.join(' '));
        }
      }
      for (const column of unnamed) {
        const cell = cells[column];
        if (cell === undefined || cell.trim() === '') continue;
        unnamed.delete(column);
        const message = `Column ${count(column + 1)} has no name; its cells are left out, in this row and in those after it.`;
        say('extra-cells', message, cell);
      }
      return true;
    },
  };
}

const cutOff = 'The file may be cut off here:';
const brokenQuotes = 'A quotation mark in this row is not closed, or not doubled; the cell is shown as it is written.';

const count = (n: number): string => n.toLocaleString('en');

/** A row of empty cells, as spreadsheets write them below what is used. */
export const isBlank = (cells: Cells): boolean => cells.every((cell) => cell.trim() === '');

/** HXL: a row of hashtags below the names. https://hxlstandard.org/standard/1-1final/ */
const isTags = (cells: Cells): boolean => !isBlank(cells) && cells.every((cell) => /^\s*(#|$)/.test(cell));

function namesOf(header: Cells): readonly string[] {
  const taken = new Set(header.map((name) => name.trim()));
  const given = new Set<string>();
  return header.map((cell) => {
    const name = cell.trim();
    let own = name;
    for (let n = 2; name !== '' && given.has(own); n++) {
      own = `${name} (${n})`;
      if (taken.has(own)) own = name;
    }
    given.add(own);
    return own;
  });
}
