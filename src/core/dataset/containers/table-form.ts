import type { IssueCode } from '../issue.js';
import type { IssueLog } from '../issue-log.js';
import type { RecordForm } from './record-source.js';
import type { Cells } from './row-cutter.js';

/** How rows of cells become records: objects of texts by the names of their columns. */
export interface TableForm extends RecordForm {
  /** Tells the first row below the names, which may be one of tags. */
  begin(first: Cells): void;
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
  // Own properties, and all of them in every record: a column may be called `__proto__`.
  const template = Object.fromEntries(names.filter(Boolean).map((name) => [name, '']));
  const unnamed = new Set(names.flatMap((name, column) => (name === '' ? [column] : [])));
  let tags: Cells | null = null;

  const say = (code: IssueCode, message: string, value: string, row = log.row!): void =>
    log.add(code, log.pathOf(row), message, undefined, value);
  // One row before the first.
  if (mended.has(header)) say('broken-quotes', brokenQuotes, mended.get(header)!, -1);

  return {
    begin(first) {
      if (isTags(first)) tags = first;
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
      if (broken !== undefined) {
        say('broken-quotes', brokenQuotes, broken);
      }
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
