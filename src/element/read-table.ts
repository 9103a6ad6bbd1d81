import { TableRows } from '../core/dataset/containers/table-rows.js';

/** With more words than this beside its dates, a cell is a sentence that happens to have a date in it. */
const mostWordsAround = 3;

/** The names under which a table may have its links in a column of their own. */
const urlNames = /^(url|link|href|الرابط|رابط)$/i;

const realLink = 'a[href]:not([href^="#"])';

type Cell = HTMLTableCellElement;
/** By column; where a cell spans several columns it stands in the first. */
type GridRow = readonly (Cell | undefined)[];

/**
 * A table of the page as rows of texts. Its names are the first row of its head, else the first row of headings, else
 * the first row; its foot is no data. What is no record (a second row of the head, the head repeated, a heading across
 * the table) is a row without cells, so that rows are counted as they are on the page.
 *
 * A date that is marked up counts as the markup says, unless it stands in a sentence. The first link of a row is its
 * `url`, where the table has no such column.
 */
export function readTable(table: HTMLTableElement): TableRows {
  const rows = [...table.rows].filter(({ parentElement }) => parentElement!.localName !== 'tfoot');
  const first = table.tHead?.rows[0] ?? rows.find(isOfHeadings) ?? rows[0];
  const start = rows.indexOf(first!) + 1;
  const isHead = (row: HTMLTableRowElement): boolean => row === first || row.parentElement === table.tHead;
  const heads = [...gridOf(rows.filter(isHead))];
  // A name across several columns has a second row of names below it.
  const names = Array.from(heads[0] ?? [], (cell, column) => {
    const own = heads.map((head) => head[column]).find((name) => name?.colSpan === 1);
    return textOf(own ?? cell);
  });
  const hasLinks =
    !names.some((name) => urlNames.test(name)) && linkIn(table) !== null && rows.slice(start).some(linkIn);

  function* records(): Generator<readonly string[]> {
    let at = 0;
    for (const cells of gridOf(rows)) {
      const row = rows[at++]!;
      if (at <= start) continue;
      const texts = isHead(row) || isAcross(row) ? [] : Array.from(cells, cellText);
      // First, because a row may have more cells than there are names.
      if (texts.every((text, column) => text === names[column])) yield [];
      else yield hasLinks ? [linkOf(cells), ...texts] : texts;
    }
  }
  const all = { [Symbol.iterator]: records, length: rows.length - start };
  const title = table.caption ? textOf(table.caption) : '';
  return new TableRows(hasLinks ? ['url', ...names] : names, all, title || undefined);
}

/** A record may have one, and a corner may be none. */
const isOfHeadings = ({ cells }: HTMLTableRowElement): boolean =>
  [...cells].filter(({ localName }) => localName === 'th').length > cells.length / 2;

/** A heading for the rows below it, not a record. */
const isAcross = ({ cells }: HTMLTableRowElement): boolean => cells.length === 1 && cells[0]!.colSpan > 1;

/** The cells of each row by column. One that spans several rows of its group stands in each of them. */
function* gridOf(rows: readonly HTMLTableRowElement[]): Generator<GridRow> {
  let group: Element | null = null;
  /** What reaches down into a column, and how many rows more. */
  let above: ({ readonly cell: Cell | undefined; left: number } | undefined)[] = [];
  for (const row of rows) {
    if (row.parentElement !== group) above = [];
    group = row.parentElement;
    const cells: (Cell | undefined)[] = [];
    const takeAbove = (): void => {
      for (let span = above[cells.length]; span && span.left > 0; span = above[cells.length]) {
        span.left--;
        cells.push(span.cell);
      }
    };
    for (const cell of row.cells) {
      takeAbove();
      // 0 is to the end of the group.
      const left = cell.rowSpan === 0 ? Infinity : cell.rowSpan - 1;
      for (let i = 0; i < cell.colSpan; i++) {
        const shown = i === 0 ? cell : undefined;
        above[cells.length] = { cell: shown, left };
        cells.push(shown);
      }
    }
    takeAbove();
    yield cells;
  }
}

const linkIn = (element: Element | undefined): HTMLAnchorElement | null =>
  element?.querySelector<HTMLAnchorElement>(realLink) ?? null;

const linkOf = (cells: GridRow): string => String(cells.map(linkIn).find(Boolean)?.href ?? '');

function cellText(cell: Cell | undefined): string {
  if (!cell?.querySelector('time[datetime]')) return textOf(cell);
  const around = textOf(cell, () => ' ').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (around.length > mostWordsAround) return textOf(cell);
  return textOf(cell, (time) => time.getAttribute('datetime') || time.textContent);
}

const textOf = (node: Node | undefined, ofTime?: (time: Element) => string): string =>
  node ? words(node, ofTime).replace(/\s+/g, ' ').trim() : '';

const unread = /^(script|style|template)$/;
const block = /^(br|p|div|section|[uod]l|li|d[td]|h\d|blockquote|pre|table|t[rdh])$/;

/** As it is read: the end of a line and of a block part words too. */
function words(node: Node, ofTime?: (time: Element) => string): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (node.nodeType !== Node.ELEMENT_NODE) return '';
  const element = node as Element;
  const { localName } = element;
  if (unread.test(localName)) return '';
  if (ofTime && localName === 'time' && element.hasAttribute('datetime')) return ofTime(element);
  const text = Array.from(node.childNodes, (child) => words(child, ofTime)).join('');
  return block.test(localName) ? ` ${text} ` : text;
}
