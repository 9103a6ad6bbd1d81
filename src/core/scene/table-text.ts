import { defused } from '../dataset/cell-text.js';
import { escapeMarkup } from '../util/escape-markup.js';
import type { ReadingOrder } from '../state/reading-order.js';
import { cellText, isOwn, type CellPart, type TableColumn } from './table-columns.js';
import type { Language } from './language.js';

/** A table to be pasted: into a text, and into whatever knows of tables. */
export interface TableText {
  /** Tab-separated values. */
  readonly plain: string;
  readonly html: string;
}

/** Rows between two yields. */
const slice = 64;

/**
 * The rows as a table of their own, with a head. Spreadsheets run what they are given, so every cell is defused; links
 * are given as addresses.
 */
export function* tableText(
  columns: readonly TableColumn[],
  order: ReadingOrder,
  most: number,
  language: Language,
): Generator<void, TableText> {
  const lines = [columns.map(({ label }) => label).join('\t')];
  const rows = [`<tr>${columns.map(({ label }) => `<th>${escapeMarkup(label)}</th>`).join('')}</tr>`];
  for (let i = 0; i < Math.min(most, order.length); i++) {
    const cells = columns.map(({ cell }) => cell(order[i]!));
    const texts = cells.map((cell) => defused(copied(cell)));
    lines.push(texts.join('\t'));
    rows.push(`<tr>${cells.map((cell, column) => cellHtml(cell, texts[column]!, language)).join('')}</tr>`);
    if (i % slice === slice - 1) yield;
  }
  const frame = `<table lang="${escapeMarkup(language.locale)}" dir="${language.dir}">`;
  return { plain: lines.join('\n'), html: `${frame}${rows.join('')}</table>` };
}

const copied = (cell: readonly CellPart[]): string =>
  (cell.some(({ url }) => url) ? cell.flatMap(({ url }) => url ?? []).join(' ') : cellText(cell))
    .replace(/[\t\r\n\u2028\u2029]+/g, ' ')
    .trim();

function cellHtml(cell: readonly CellPart[], text: string, language: Language): string {
  const [only] = cell.length === 1 ? cell : [];
  const marks = only && !isOwn(only, language) ? ` lang="${escapeMarkup(only.lang)}" dir="${only.dir}"` : '';
  return `<td${marks}>${escapeMarkup(text)}</td>`;
}
