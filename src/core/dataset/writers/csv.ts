import { pickText } from '../../i18n/text.js';
import type { LocalizedText } from '../../i18n/localized-text.js';
import { betweenLinks, defused, listSeparator } from '../cell-text.js';
import type { Dataset } from '../dataset.js';
import type { Claim, Count, Place, TimelineEvent } from '../event.js';
import { fits } from '../readers/shared/fields.js';
import { notStatedActor } from '../readers/report-event.js';
import { isUnstated } from '../readers/shared/unstated.js';
import { isTimed } from '../written-date.js';

/** A column's name, and how an event fills it. */
type Column = readonly [string, (event: TimelineEvent, text: (value: LocalizedText) => string) => CellValue];
type CellValue = string | number | null | undefined;

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

/** Only where a place has coordinates, and an event has one place. */
const placeColumns: readonly Column[] = [
  ['lat', ({ places }) => onlyOf(places)?.lat],
  ['lon', ({ places }) => onlyOf(places)?.lon],
];

/** Only where an event has a link and nothing more to it. */
const linkColumns: readonly Column[] = [['url', ({ claims }) => claims[0]?.url]];

/** Only where an interval has times of day. */
const timeColumns: readonly Column[] = [
  ['start', ({ start }) => start],
  ['end', ({ end }) => end],
];

function countColumns(name: string, countOf: (event: TimelineEvent) => Count | undefined): Column[] {
  return (['low', 'best', 'high'] as const).map((side) => [`${name}_${side}`, (event) => countOf(event)?.[side]]);
}

const onlyOf = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined);

/** So many rows are put together at once. */
const rowsPerPiece = 1000;

/**
 * The shown events as a table (RFC 4180, with a byte order mark so that spreadsheets read Arabic), texts in one language.
 * Read again, it gives the same events: what the columns do not say stands as JSON in the last one.
 */
export function toCsv(dataset: Dataset, shown: ArrayLike<number>, locale: string): string {
  return [...csvPieces(dataset, shown, locale)].join('');
}

/** The same table in pieces, for a file that may be longer than a text can be. */
export function* csvPieces(dataset: Dataset, shown: ArrayLike<number>, locale: string): Generator<string, void> {
  const text = (value: LocalizedText): string => pickText(value, locale, dataset.language).text;
  const hasCoordinates = dataset.coordinates !== null;
  const hasLinks = dataset.urls.ends.length > 0;
  const more = (event: TimelineEvent): string | undefined => moreOf(event, hasCoordinates, hasLinks);
  const all: readonly Column[] = [
    ...columns,
    ...(hasCoordinates ? placeColumns : []),
    ...(hasLinks ? linkColumns : []),
    ...(hasTimes(dataset, shown) ? timeColumns : []),
    // Only where the others do not say all.
    ...(hasMore(dataset, shown, more) ? [['more', more] as const] : []),
  ];
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

function hasMore(
  dataset: Dataset,
  shown: ArrayLike<number>,
  more: (event: TimelineEvent) => string | undefined,
): boolean {
  const { rest } = dataset;
  // Those that the columns of the data set do not hold are not in ours either, nearly always: they are seen first.
  for (const isRich of rest.size > 0 ? [true, false] : [false]) {
    for (let i = 0; i < shown.length; i++) {
      const event = shown[i]!;
      if (rest.has(event) === isRich && more(dataset.event(event)) !== undefined) return true;
    }
  }
  return false;
}

/** The fields that the reader of tables would not have from the columns, as JSON. */
function moreOf(event: TimelineEvent, hasCoordinates: boolean, hasLinks: boolean): string | undefined {
  const { id, title, summary, type, means, actors, targets, places, killed, injured, basis, claims } = event;
  const { actorName, associated, symmetric, counts, relations, note } = event;
  const isKept: { readonly [K in keyof TimelineEvent]?: boolean } = {
    id: isCell(id),
    title: isCell(title),
    summary: summary === undefined || isCell(summary),
    type: type === undefined || isWord(type),
    means: isList(means),
    actors: isList(actors) || onlyOf(actors) === notStatedActor.id,
    actorName: actorName === undefined,
    targets: isList(targets.map(nameOf)),
    associated: associated === undefined,
    symmetric: !symmetric,
    places: isList(places.map(nameOf)) || (hasCoordinates && isLocated(onlyOf(places))),
    killed: isRange(killed),
    injured: isRange(injured),
    counts: Object.keys(counts).length === 0,
    basis:
      basis === undefined || (isCell(basis.text) && basis.sources.length === 0 && hasOnly(basis, 'text', 'sources')),
    claims:
      claims.every(hasLinks ? isPlainClaim : (claim) => hasOnly(claim, 'by')) &&
      (isList(claims.map(({ by }) => by)) || (onlyOf(claims)?.by === '' && claims[0]!.url !== undefined)),
    relations: relations.length === 0,
    note: note === undefined,
  };
  const others = Object.entries(event).filter(([field]) => isKept[field as keyof TimelineEvent] === false);
  return others.length === 0 ? undefined : JSON.stringify(Object.fromEntries(others));
}

/** Its name, where it has nothing else. */
const nameOf = (named: { readonly name: LocalizedText }): unknown => (hasOnly(named, 'name') ? named.name : null);

const isLocated = (place: Place | undefined): boolean =>
  place?.lat !== undefined && place.lon !== undefined && hasOnly(place, 'name', 'lat', 'lon') && isList([place.name]);

/** Nothing but who says it; of the first also where. */
const isPlainClaim = (claim: Claim, index: number): boolean =>
  hasOnly(claim, 'by') ||
  (index === 0 && hasOnly(claim, 'by', 'url') && isCell(claim.url) && !betweenLinks.test(claim.url));

/** In a cell as it is in the event: no blanks around it, not too long. */
const isCell = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && fits(value) && value === value.trim();

const isWord = (value: unknown): value is string => isCell(value) && !isUnstated(value);

const isList = (values: readonly unknown[]): boolean =>
  values.every((value) => isWord(value) && !listSeparator.test(value)) && new Set(values).size === values.length;

/** At least one number, and nothing else. */
const isRange = (count: Count | undefined): boolean => {
  if (count === undefined) return true;
  const { low, best, high } = count;
  const isNumber = (n: number | null): boolean => n === null || Number.isSafeInteger(n);
  return hasOnly(count, 'low', 'best', 'high') && (low ?? best ?? high) !== null && [low, best, high].every(isNumber);
};

const hasOnly = (object: object, ...keys: readonly string[]): boolean =>
  Object.keys(object).every((key) => keys.includes(key));

/** Quoted where it must be; a cell that a spreadsheet would take for a formula is defused by an apostrophe. */
function cell(value: CellValue): string {
  if (value === undefined || value === null) return '';
  const safe = defused(typeof value === 'string' ? value : String(value));
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
