import { pickText } from '../../i18n/text.js';
import type { LocalizedText } from '../../i18n/localized-text.js';
import type { Dataset } from '../dataset.js';
import type { Count, TimelineEvent } from '../event.js';
import { isTimed } from '../written-date.js';

/** A column's name, and how an event fills it. */
type Column = readonly [string, (event: TimelineEvent, text: (value: LocalizedText) => string) => unknown];

const columns: readonly Column[] = [
  ['id', ({ id }) => id],
  ['edtf', ({ when }) => when],
  ['likely', ({ likely }) => likely],
  ['title', ({ title }, text) => text(title)],
  ['actors', ({ actors }) => actors.join('; ')],
  ['targets', ({ targets }, text) => targets.map(({ name }) => text(name)).join('; ')],
  ['places', ({ places }, text) => places.map(({ name }) => text(name)).join('; ')],
  ['type', ({ type }, text) => type && text(type)],
  ['means', ({ means }, text) => means.map(text).join('; ')],
  ...countColumns('killed', ({ killed }) => killed),
  ...countColumns('injured', ({ injured }) => injured),
  ['certainty', ({ certainty }) => certainty],
  ['according_to', ({ claims }, text) => [...new Set(claims.map(({ by }) => text(by)))].join('; ')],
  ['quote', ({ claims }, text) => claims.flatMap(({ quote }) => (quote ? [text(quote)] : [])).join(' […] ')],
  ['basis', ({ basis }, text) => basis && text(basis.text)],
  ['summary', ({ summary }, text) => summary && text(summary)],
];

/** Only where an interval has times of day. */
const timeColumns: readonly Column[] = [
  ['start', ({ start }) => start],
  ['end', ({ end }) => end],
];

function countColumns(name: string, countOf: (event: TimelineEvent) => Count | undefined): Column[] {
  return (['low', 'best', 'high'] as const).map((side) => [`${name}_${side}`, (event) => countOf(event)?.[side]]);
}

/** So many rows are put together at once. */
const rowsPerPiece = 1000;

/** The shown events as a table (RFC 4180, with a byte order mark so that spreadsheets read Arabic), texts in one language. */
export function toCsv(dataset: Dataset, shown: ArrayLike<number>, locale: string): string {
  return [...csvPieces(dataset, shown, locale)].join('');
}

/** The same table in pieces, for a file that may be longer than a text can be. */
export function* csvPieces(dataset: Dataset, shown: ArrayLike<number>, locale: string): Generator<string, void> {
  const text = (value: LocalizedText): string => pickText(value, locale, dataset.language).text;
  const all = hasTimes(dataset, shown) ? [...columns, ...timeColumns] : columns;
  yield `\ufeff${all.map(([name]) => name).join(',')}\r\n`;
  for (let from = 0; from < shown.length; from += rowsPerPiece) {
    let piece = '';
    for (let i = from; i < Math.min(from + rowsPerPiece, shown.length); i++) {
      const event = dataset.event(shown[i]!);
      piece += `${all.map(([, value]) => cell(value(event, text))).join(',')}\r\n`;
    }
    yield piece;
  }
}

function hasTimes({ writings, rest }: Dataset, shown: ArrayLike<number>): boolean {
  for (let i = 0; i < shown.length; i++) {
    if (isTimed(writings[shown[i]!]!)) return true;
  }
  for (let i = 0; rest.size > 0 && i < shown.length; i++) {
    const { start, end } = rest.get(shown[i]!) ?? {};
    if (start !== undefined || end !== undefined) return true;
  }
  return false;
}

/** Quoted where it must be; a cell that a spreadsheet would take for a formula is defused by an apostrophe. */
function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
