import { pickText } from '../../i18n/text.js';
import type { LocalizedText } from '../../i18n/localized-text.js';
import type { Dataset } from '../dataset.js';
import type { Count, TimelineEvent } from '../event.js';

/** The columns, each with how an event fills it. */
const columns: readonly (readonly [
  string,
  (event: TimelineEvent, text: (value: LocalizedText) => string) => unknown,
])[] = [
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

function countColumns(name: string, countOf: (event: TimelineEvent) => Count | undefined): (typeof columns)[number][] {
  return (['low', 'best', 'high'] as const).map((side) => [`${name}_${side}`, (event) => countOf(event)?.[side]]);
}

/** The shown events as a table (RFC 4180, with a byte order mark so that spreadsheets read Arabic), texts in one language. */
export function toCsv(dataset: Dataset, shown: readonly number[], locale: string): string {
  const text = (value: LocalizedText): string => pickText(value, locale, dataset.language).text;
  const rows = shown.map((index) => columns.map(([, value]) => cell(value(dataset.event(index), text))).join(','));
  return `\ufeff${[columns.map(([name]) => name).join(','), ...rows].join('\r\n')}\r\n`;
}

/** Quoted where it must be; a cell that a spreadsheet would take for a formula is defused by an apostrophe. */
function cell(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
