import type { IssueLog } from '../issue-log.js';
import { findDelimiter } from './delimiter.js';
import { longestEntry, usualBatch, type RecordForm, type RecordSource } from './record-source.js';
import { createRowCutter, type Cells, type RowCutter } from './row-cutter.js';
import { createTableForm, isBlank, type TableForm } from './table-form.js';

/**
 * CSV, TSV and their like. Rows are counted as a spreadsheet does: empty ones too, and one with a line end in a cell
 * once.
 *
 * @param headerOf the names of the columns, where the first row is not one of names
 * @param batch characters that are cut at once
 */
export function createTable(log: IssueLog, headerOf: (row: Cells) => Cells | null, batch = usualBatch): RecordSource {
  /** Before the delimiter is known. */
  let pending = '';
  let cutter: RowCutter | null = null;
  let form: TableForm | null = null;
  let columns = 0;
  let isBegun = false;
  let hasRows = false;
  /** Rows before the one with the names. */
  let before = 0;
  let wanted = batch;
  let isOver = false;
  log.places = { list: null, first: 1 };

  function cut(isEnd: boolean, isStopped = false): readonly Cells[] | null {
    if (!cutter) {
      const found = findDelimiter(pending, isEnd);
      if (!found) return null;
      cutter = createRowCutter(found.delimiter);
      cutter.push(pending.slice(found.start));
      pending = '';
    }
    const rows = belowHeader(cutter.cut(isEnd && !isStopped), cutter);
    if (!isBegun && rows.length > 0) {
      isBegun = true;
      form!.begin(rows[0]!);
    }
    const last = rows.at(-1);
    if (isEnd && !isStopped && last && cutter.isOpen) form!.end(last);
    hasRows ||= !rows.every(isBlank);
    return rows;
  }

  function belowHeader(rows: readonly Cells[], { mended }: RowCutter): readonly Cells[] {
    if (form) return rows;
    const index = rows.findIndex((row) => !isBlank(row));
    if (index < 0) {
      before += rows.length;
      return [];
    }
    const row = rows[index]!;
    const names = headerOf(row);
    const first = index + (names ? 0 : 1);
    columns = row.length;
    log.places = { list: null, first: before + first + 1 };
    form = createTableForm(log, names ?? row, mended);
    return rows.slice(first);
  }

  return {
    get form(): RecordForm {
      return form!;
    },
    get isOver() {
      return isOver;
    },
    push(text) {
      if (isOver) return;
      if (cutter) cutter.push(text);
      else pending += text;
    },
    next() {
      const size = cutter ? cutter.pending : pending.length;
      if (isOver || size < wanted) return null;
      const rows = cut(false);
      const left = cutter ? cutter.pending : pending.length;
      // What is left is one row: it is not looked at again before it is twice as long.
      wanted = Math.max(batch, Math.min(2 * left, longestEntry + 1));
      isOver = left > longestEntry;
      return rows?.length ? rows : null;
    },
    frame: () => ({}),
    end(isStopped) {
      const entries = isOver ? [] : (cut(true, isStopped) ?? []);
      const isNothing = !form || (columns === 1 && !hasRows);
      return { entries, frame: isNothing ? null : {}, fault: isOver ? 'broken' : null };
    },
  };
}
