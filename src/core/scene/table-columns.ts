import { knownBound } from '../dataset/known-bound.js';
import { keysAt } from '../dataset/code-column.js';
import type { CodeName, Dataset } from '../dataset/dataset.js';
import { certainties, type Claim, type Count, type Party, type Place } from '../dataset/event.js';
import { writtenAt } from '../dataset/neutral-event.js';
import { textAt } from '../dataset/text-column.js';
import { languageOf } from '../i18n/locale.js';
import type { LocalizedText } from '../i18n/localized-text.js';
import { pickText, type ShownText } from '../i18n/text.js';
import { namesActors } from '../layout/lanes.js';
import { capitalise, describeTemporal } from '../temporal/describe-temporal.js';
import { parseTemporal } from '../temporal/parse-temporal.js';
import { claimantOf } from './accounts.js';
import { addressOf, passageOf, quotationOf } from './quotations.js';
import { describeDate, describeNarrowings, describeNumber, describeOtherCounts } from './describe-event.js';
import type { Language } from './language.js';

/** Every field of an event has its place in one of these: what a reader asks first, what is written for machines last. */
export const columnNames = [
  'title',
  'date',
  'actors',
  'targets',
  'places',
  'killed',
  'injured',
  'counts',
  'certainty',
  'type',
  'means',
  'actorName',
  'associated',
  'claims',
  'quote',
  'translation',
  'basis',
  'summary',
  'note',
  'related',
  'links',
  'coordinates',
  'edtf',
  'likely',
  'id',
] as const;
export type ColumnName = (typeof columnNames)[number];

/** A piece of a cell in one language. */
export interface CellPart extends ShownText {
  /** Where it leads; only what a reader may safely follow. */
  readonly url?: string;
  /** Words of ours, which nobody searches for. */
  readonly isOurs?: true;
}

export interface TableColumn {
  readonly name: ColumnName;
  readonly label: string;
  /** Numbers, codes and single words; sentences need more room. */
  readonly size: 'first' | 'short' | 'middle' | 'code' | 'long';
  /** Codes and figures as they are written, which are read from left to right in every language. */
  readonly isCode: boolean;
  /** What an event's cell says; empty where the data say nothing. */
  readonly cell: (event: number) => readonly CellPart[];
  /**
   * What is sorted by, the first before the others: `NaN` in the first is unknown. Without it cells are sorted by what
   * they say.
   */
  readonly ranks: readonly ((event: number) => number)[] | null;
}

/** What the text says, as one line. */
export const cellText = (cell: readonly CellPart[]): string => cell.map(({ text }) => text).join('');

/** Names of fields that the columns of a data set do not hold, between two yields. */
const slice = 2000;

/**
 * Which columns say anything of any event. Only what the columns of the data set do not hold is looked at event by event.
 * Yields every few milliseconds, with what was found so far.
 *
 * @returns in the order of `columnNames`
 */
export function* findColumns(dataset: Dataset): Generator<readonly ColumnName[], readonly ColumnName[]> {
  const { groups, rest, summaries, urls, coordinates, relations, narrowings } = dataset;
  const found = new Set<ColumnName>(['title', 'date', 'id']);
  const list = (): readonly ColumnName[] => columnNames.filter((name) => found.has(name));
  const note = (isThere: boolean, ...names: readonly ColumnName[]): void =>
    names.forEach((name) => isThere && found.add(name));
  const isStated = (name: CodeName): boolean => groups[name].keys.some(({ key }) => key !== '');
  note(dataset.byEarliest.length > 0 || dataset.whens.ends.length > 0, 'edtf');
  note(namesActors(dataset), 'actors');
  note(isStated('target'), 'targets');
  note(isStated('type'), 'type');
  note(isStated('means'), 'means');
  note(isStated('place'), 'places');
  note(isStated('source'), 'claims');
  note(summaries.ends.length > 0, 'summary');
  note(urls.ends.length > 0, 'links', 'claims');
  note(coordinates !== null, 'coordinates');
  const isDoubted = dataset.certainties.some((code) => code !== 0);
  note(isDoubted, 'certainty');
  note(relations.size > 0, 'related');
  note(narrowings.size > 0, 'basis');
  let looked = 0;
  for (const event of rest.values()) {
    for (const field in event) note(Object.hasOwn(simple, field), simple[field]!);
    const { claims = [], places = [], targets = [], means = [], counts = {} } = event;
    note(means.length > 0, 'means');
    note(targets.length > 0, 'targets');
    note(places.length > 0, 'places');
    note(claims.length > 0, 'claims');
    note(Object.keys(counts).length > 0, 'counts');
    for (const { lat, lon } of places) note((lat ?? lon) !== undefined, 'coordinates');
    for (const claim of claims) {
      note(claim.quote !== undefined, 'quote');
      note(claim.translation !== undefined, 'translation');
      note(addressOf(claim, dataset) !== null, 'links');
    }
    if (++looked % slice === 0) yield list();
  }
  return list();
}

/** Fields that have a column of their own and are absent where nothing is stated. */
const simple: Readonly<Record<string, ColumnName>> = {
  when: 'edtf',
  likely: 'likely',
  actorName: 'actorName',
  associated: 'associated',
  type: 'type',
  killed: 'killed',
  injured: 'injured',
  summary: 'summary',
  basis: 'basis',
  note: 'note',
};

/**
 * The columns of a data set in a language.
 *
 * @param isReport the data are in the format of this element, in which what is symmetric is a fight
 */
export function createColumns(
  dataset: Dataset,
  names: readonly ColumnName[],
  language: Language,
  isReport: boolean,
): readonly TableColumn[] {
  const cells = createCells(dataset, language, isReport);
  const ranks = createRanks(dataset);
  return names.map((name) => ({
    name,
    label: language.messages.table.columns[name],
    size: sizeOf[name] ?? 'middle',
    isCode: codes.has(name),
    cell: cells[name],
    ranks: ranks[name] ?? null,
  }));
}

const codes: ReadonlySet<ColumnName> = new Set(['edtf', 'likely', 'coordinates', 'id']);

const sizeOf: Readonly<Partial<Record<ColumnName, TableColumn['size']>>> = {
  title: 'first',
  edtf: 'code',
  likely: 'short',
  type: 'short',
  certainty: 'short',
  id: 'short',
  coordinates: 'short',
  quote: 'long',
  translation: 'long',
  summary: 'long',
  basis: 'long',
  note: 'long',
  related: 'long',
};

/** Of a number of people the least that is stated, else the best, else the most. */
const least = (count: Count | undefined): number => count?.low ?? count?.best ?? count?.high ?? NaN;

function createRanks(dataset: Dataset): Readonly<Partial<Record<ColumnName, TableColumn['ranks']>>> {
  const { rest } = dataset;
  const firstPoint = (event: number): Place | undefined =>
    dataset.event(event).places.find(({ lat, lon }) => (lat ?? lon) !== undefined);
  return {
    // As in the list: what has only an end stands where that is; what has neither is unknown.
    date: [
      (event) => {
        const known = knownBound(dataset, event);
        return known === -Infinity ? NaN : known;
      },
      (event) => dataset.latest[event]!,
    ],
    killed: [(event) => least(rest.get(event)?.killed)],
    injured: [(event) => least(rest.get(event)?.injured)],
    certainty: [(event) => dataset.certainties[event]!],
    coordinates: [(event) => firstPoint(event)?.lat ?? NaN, (event) => firstPoint(event)?.lon ?? NaN],
  };
}

type Cells = Readonly<Record<ColumnName, TableColumn['cell']>>;

function createCells(dataset: Dataset, language: Language, isReport: boolean): Cells {
  const { rest, groups } = dataset;
  const { locale, lang, dir, messages, dates, dateWords } = language;
  const actors = new Map(dataset.actors.map((actor) => [actor.id, actor.name]));

  const own = (text: string): CellPart => ({ text, lang, dir, isOurs: true });
  const code = (text: string | undefined): CellPart[] => (text ? [{ text, lang: 'en', dir: 'ltr' }] : []);
  const shown = (text: LocalizedText): CellPart => pickText(text, locale, dataset.language);
  const maybe = (text: LocalizedText | undefined): CellPart[] => (text === undefined ? [] : [shown(text)]);
  const semicolon = own(language.semicolon);
  const dot = own(' · ');
  /** Things of which each may be in another language; none twice. */
  const listed = (items: readonly (readonly CellPart[])[], between = semicolon): CellPart[] =>
    items
      .filter((item, i) => item.length > 0 && items.findIndex((other) => cellText(other) === cellText(item)) === i)
      .flatMap((item, i) => (i === 0 ? item : [between, ...item]));
  const names = (list: readonly LocalizedText[]): CellPart[] => listed(list.map((name) => [shown(name)]));
  const coded = (name: CodeName, event: number): LocalizedText[] => keysAt(groups[name], event).map((key) => key.name);
  const count = (number: Count | undefined): CellPart[] =>
    number ? [own(describeNumber(number, dataset, language))] : [];

  /** A party that is also an actor, under another name, has both. */
  const party = ({ id, name }: Party): CellPart[] => {
    const actor = id === undefined ? undefined : actors.get(id);
    const [first, other] = [shown(name), actor === undefined ? null : shown(actor)];
    return !other || other.text === first.text ? [first] : [first, own(' ('), other, own(')')];
  };
  const actorNames = (event: number): CellPart[] => {
    const list = names(keysAt(groups.actor, event).map(({ key }) => actors.get(key) ?? key));
    const { against, sides } = messages.details;
    return rest.get(event)?.symmetric ? [...list, own(` (${isReport ? against : sides})`)] : list;
  };
  const place = ({ name, precision }: Place): CellPart[] => {
    if (precision === undefined) return [shown(name)];
    const { precisions } = messages;
    const words = Object.hasOwn(precisions, precision) ? own(precisions[precision]!) : shown(precision);
    return [shown(name), own(' ('), words, own(')')];
  };
  const claimant = (claim: Claim): CellPart[] => {
    const parsed = parseTemporal(claim.date ?? '');
    const said = parsed.ok ? describeTemporal(parsed.value, dateWords, dates) : claim.date;
    const by = shown(claimantOf(dataset, claim));
    return [...(by.text === '' ? [] : [by]), ...(said ? [own(`${language.comma}${said}`)] : [])];
  };
  const link = (claim: Claim): CellPart[] => {
    const url = passageOf(claim, dataset);
    if (url === null) return [];
    const { source } = claim;
    const title = source === undefined ? undefined : dataset.sources.get(source)?.title;
    const host = /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(url)?.[1] ?? url;
    const words: CellPart = title === undefined ? { text: host, lang: 'en', dir: 'ltr' } : shown(title);
    return [{ ...words, url }];
  };
  const basis = (event: number): CellPart[] => {
    const given = rest.get(event)?.basis;
    const bounds = (['start', 'end'] as const).flatMap((side) => {
      const from = given?.[side];
      return from ? [messages.table.bounds[side][from]] : [];
    });
    const narrowed = describeNarrowings(dataset, event, language);
    const sources = (given?.sources ?? []).flatMap((id) => dataset.sources.get(id) ?? []);
    const nameOf = names(sources.map(({ title, publisher }) => publisher ?? title));
    return [
      ...(given && given.text !== '' ? [shown(given.text), own(' ')] : []),
      ...(narrowed.length > 0 ? [own(narrowed.map((text) => `${text}. `).join(''))] : []),
      ...(bounds.length > 0 ? [own(`${bounds.join(' ')} `)] : []),
      ...nameOf,
    ];
  };

  return {
    title: (event) => [shown(dataset.titleOf(event))],
    date: (event) => [own(describeDate(dataset, event, language))],
    edtf: (event) => {
      const { when, start, end } = writtenAt(dataset, event);
      const times = (start ?? end) ? ` (${start ?? '..'}/${end ?? '..'})` : '';
      return when === null ? [] : code(when + times);
    },
    likely: (event) => code(rest.get(event)?.likely),
    actors: actorNames,
    actorName: (event) => maybe(rest.get(event)?.actorName),
    targets: (event) =>
      listed((rest.get(event)?.targets ?? coded('target', event).map((name) => ({ name }))).map(party)),
    associated: (event) => listed((rest.get(event)?.associated ?? []).map(party)),
    type: (event) => maybe(rest.get(event)?.type ?? coded('type', event)[0]),
    means: (event) => names(rest.get(event)?.means ?? coded('means', event)),
    places: (event) => listed((rest.get(event)?.places ?? coded('place', event).map((name) => ({ name }))).map(place)),
    killed: (event) => count(rest.get(event)?.killed),
    injured: (event) => count(rest.get(event)?.injured),
    counts(event) {
      if (!rest.get(event)?.counts) return [];
      const list = describeOtherCounts(dataset, dataset.event(event), language);
      return list.length > 0 ? [own(capitalise(list.join(language.semicolon)))] : [];
    },
    certainty(event) {
      const certainty = certainties[dataset.certainties[event]!]!;
      return [own(messages.certainty[certainty] || messages.reportedLane)];
    },
    claims: (event) => listed(dataset.event(event).claims.map(claimant)),
    quote: (event) =>
      listed(
        (rest.get(event)?.claims ?? []).map((claim) => quoteOf(claim, dataset)),
        dot,
      ),
    translation: (event) =>
      listed(
        (rest.get(event)?.claims ?? []).map(({ translation }) => maybe(translation)),
        dot,
      ),
    summary: (event) => maybe((rest.get(event)?.summary ?? textAt(dataset.summaries, event)) || undefined),
    basis,
    note: (event) => maybe(rest.get(event)?.note),
    related: (event) =>
      listed(
        dataset.links(event).map(({ type, to, possible }) => {
          const word = (possible ? messages.relationPossible : messages.relation)[type];
          return [own(`${word}: `), shown(dataset.titleOf(to))];
        }),
      ),
    links: (event) => listed(dataset.event(event).claims.map(link)),
    coordinates: (event) =>
      code(
        dataset
          .event(event)
          .places.flatMap(({ lat, lon }) => ((lat ?? lon) === undefined ? [] : [`${lat ?? ''}, ${lon ?? ''}`]))
          .join('; '),
      ),
    id: (event) => code(dataset.idOf(event)),
  };
}

/** The words as they stand in the source, between the quotation marks of their language. */
function quoteOf(claim: Claim, dataset: Dataset): CellPart[] {
  const quotation = quotationOf(claim, dataset);
  if (!quotation) return [];
  const { text, lang, dir, marks } = quotation;
  return [{ text: marks[0] + text + marks[1], lang, dir }];
}

/** Whether a piece is in the reader's language, so that nothing needs to be said of it. */
export const isOwn = ({ lang, url }: CellPart, language: Language): boolean =>
  url === undefined && languageOf(lang) === language.lang;
