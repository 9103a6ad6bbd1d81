import type { LocalizedText } from '../../i18n/localized-text.js';
import { dayMs } from '../../temporal/calendar.js';
import { formatPlainDate, parsePlainDate, plainForm, type PlainDate } from '../../temporal/plain-date.js';
import { memoizeKeys } from '../../util/memoize.js';
import { wordsOf } from '../../util/words-of.js';
import { DatasetBuilder } from '../dataset-builder.js';
import type { Claim, Count, DateBasis } from '../event.js';
import type { IssueLog } from '../issue-log.js';
import { countColumns, createCodedCells } from './shared/coded-cells.js';
import {
  addNote,
  countOf,
  createPlaces,
  createCodedReader,
  listOf,
  mostRemembered,
  setTitle,
  setWhen,
  yearOf,
  type Rest,
} from './shared/coded-table.js';
import type { RecordFormat, RecordReader, RecordReaderOptions } from './record-reader.js';

/**
 * Events of the UCDP Georeferenced Event Dataset: yearly and candidate releases, with and without their header, and
 * those of HDX.
 *
 * | of the file                                | of the event                                                        |
 * |--------------------------------------------|---------------------------------------------------------------------|
 * | `date_start`, `date_end`, `date_prec`, `event_clarity` | see `whenOf`                                            |
 * | `type_of_violence`                         | type; 3: `side_a` acts upon `side_b`, else they fight each other     |
 * | `low`, `best`, `high`                      | killed; also where they are out of order, with an issue             |
 * | `deaths_a`, `deaths_b`, `deaths_civilians`, `deaths_unknown` | counts of these names; of type 3 no `deaths_b` of 0 |
 * | `source_original`                          | a claim each                                                        |
 * | `source_office`, `source_date`, `source_headline`, else `source_article` | a claim each, with the headline as quote; one with `source_original` where both are the same |
 * | `where_coordinates`, `where_prec`          | place                                                               |
 * | `dyad_name`                                | title, with the place                                               |
 * | `conflict_name`, `where_description`, administrative units, `country` | summary                                   |
 * | `code_status`                              | note, unless it is "Clear"                                          |
 */
export const ucdpGedFormat: RecordFormat = {
  name: 'ucdp-ged',
  matches: (_, first) => countColumns(first, ['date_start']) === 1 && countColumns(first, typical) > 2,
  headerOf: (row) => (isNamelessRow(row) ? columns24 : null),
  createReader: createUcdpGedReader,
};

const typical = wordsOf(
  'type_of_violence conflict_name dyad_name side_a where_prec event_clarity date_prec deaths_a priogrid_gid',
);

/** The columns of version 24, which some candidate releases do not name. */
const columns24 = [
  ...wordsOf('id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name'),
  ...wordsOf('dyad_dset_id dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id'),
  ...wordsOf('side_b number_of_sources source_article source_office source_date source_headline source_original'),
  ...wordsOf('where_prec where_coordinates where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid'),
  ...wordsOf('country country_id region event_clarity date_prec date_start date_end deaths_a deaths_b'),
  ...wordsOf('deaths_civilians deaths_unknown best high low gwnoa gwnob'),
];

/** Whether a row is an event of these columns and no names. */
function isNamelessRow(row: readonly string[]): boolean {
  const cell = (name: (typeof columns24)[number]): string => row[columns24.indexOf(name)]!.trim();
  const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d/.test(text);
  return (
    row.length === columns24.length &&
    /^\d+$/.test(cell('id')) &&
    yearOf(cell('year')) !== null &&
    /^[123]$/.test(cell('type_of_violence')) &&
    isDay(cell('date_start')) &&
    isDay(cell('date_end'))
  );
}

/** Of the first versions. */
const aliases = new Map([
  ['best_est', 'best'],
  ['high_est', 'high'],
  ['low_est', 'low'],
] as const);

const groupNames = ['deaths_a', 'deaths_b', 'deaths_civilians', 'deaths_unknown'] as const;

function createUcdpGedReader(log: IssueLog, options: RecordReaderOptions): RecordReader {
  const builder = new DatasetBuilder(options.held);
  const { groups } = builder;
  const cells = createCodedCells(log, options, columns24, aliases);
  const placeOf = createPlaces(builder, cells, 'latitude', 'longitude', placePrecisions);
  const statusOf = memoizeKeys(mostRemembered, (status: string) => ({
    en: `UCDP has marked the record “${status}”.`,
    ar: `وضعت UCDP على السجل العلامة «${status}».`,
  }));
  const day: PlainDate = { earliest: 0, latest: 0, form: 0 };

  function setDate(rest: Rest): void {
    const clarity = cells.code('event_clarity', 2);
    addNote(rest, clarity === 2 && severalIncidents);
    const precision = cells.code('date_prec', 5);
    let start = cells.date('date_start');
    let end = cells.date('date_end');
    const isReversed = start !== null && end !== null && start > end;
    if (isReversed) {
      const message = 'The end is before the start; the event is shown between the two.';
      cells.wrong('end-before-start', 'date_end', message, `${start}/${end}`);
      [start, end] = [end, start];
    }
    const known = isReversed ? `[${start}..${end}]` : whenOf(start, end, precision, clarity, day);
    setWhen(builder, cells, known ?? yearOf(cells.text('year')), 'date_start', 'date_end');
    const basis = start !== null || end !== null ? basisOf(precision, start !== end) : undefined;
    if (basis) rest.basis = basis;
  }

  function setParties(rest: Rest, violence: number): void {
    const a = cells.text('side_a');
    const b = cells.text('side_b');
    if (a) groups.actor.add(builder.count, a);
    if (b) groups[violence === 3 ? 'target' : 'actor'].add(builder.count, b);
    if (a && b && violence !== 3) rest.symmetric = true;
  }

  function setNumbers(rest: Rest, violence: number): void {
    const low = cells.count('low');
    const best = cells.count('best');
    const high = cells.count('high');
    if (low !== null || best !== null || high !== null) {
      rest.killed = low === null && high === null ? countOf(best!) : { low, best, high };
      const inOrder = [low, best, high].filter((n) => n !== null);
      if (inOrder.some((n, i) => i > 0 && n < inOrder[i - 1]!)) {
        const message = 'The lowest, the best and the highest number of killed are not in this order; they are kept.';
        cells.wrong('inconsistent-count', 'best', message, `low ${low}, best ${best}, high ${high}`);
      }
    }
    const counts = groupNames.map((name) => cells.count(name));
    // Civilians are counted by a column of their own.
    if (violence === 3 && counts[1] === 0) counts[1] = null;
    if (counts.some((n) => n !== null)) rest.counts = countsOf(counts.join());
  }

  /** Articles, each a claim with its headline. */
  function articles(): Claim[] {
    const office = cells.text('source_office');
    const date = cells.text('source_date');
    const headline = cells.text('source_headline');
    const article = cells.text('source_article');
    if (!(office || headline)) return articlesIn(article);
    if (!(office + date + headline).includes(';')) return [claimOf(office, date, headline)];
    const [offices, dates, headlines] = [listOf(office), listOf(date), listOf(headline)];
    const isInStep = offices.length === headlines.length && [0, offices.length].includes(dates.length);
    // A headline may have a semicolon of its own.
    if (!isInStep) return article ? articlesIn(article) : [claimOf(office, date, headline)];
    return offices.map((by, i) => claimOf(by, dates[i] ?? '', headlines[i]!));
  }

  /** `"Agency,2016-05-01,Headline";"Paper,2016-05-02,Another"` */
  function articlesIn(text: string): Claim[] {
    const list = text.startsWith('"') ? text.replace(/^"|"$/g, '').split(/" *; *"/) : [text];
    return list.flatMap((part) => {
      const [, office = '', date = '', headline = ''] = /^([^]*?), *(\d{4}-\d\d-\d\d), *([^]*)$/.exec(part) ?? [];
      return office ? claimOf(office, date, headline) : part ? { by: part } : [];
    });
  }

  function claimOf(by: string, writtenDate: string, quote: string): Claim {
    // At the end of the file it is known how to read it.
    const date = cells.isAmbiguous(writtenDate) ? writtenDate : cells.dateOf(writtenDate, 'source_date');
    return { by, ...(quote && { quote }), ...(date !== null && { date }) };
  }

  /** True where a date of one is ambiguous. */
  function setClaims(rest: Rest): boolean {
    const originals = listOf(cells.text('source_original'));
    // Without the name of the paper, its headline is told by whom it relies on.
    const claims = articles().map((claim) => (claim.by ? claim : { ...claim, by: originals[0] ?? '' }));
    const others = originals.filter((by) => !claims.some((claim) => claim.by === by));
    const all = [...others.map((by): Claim => ({ by })), ...claims];
    for (const { by } of all) if (by) groups.source.add(builder.count, by as string);
    if (claims.length > 0) rest.claims = all;
    return claims.some(({ date }) => date !== undefined && cells.isAmbiguous(date));
  }

  function settleClaims(rest: Rest): void {
    if (!rest.claims) return;
    rest.claims = rest.claims.map(({ date: written, ...claim }) => {
      const date = written === undefined ? null : cells.dateOf(written, 'source_date');
      return { ...claim, ...(date !== null && { date }) };
    });
  }

  function readRow(rest: Rest): boolean {
    const { count } = builder;
    const violence = cells.code('type_of_violence', 3);
    setParties(rest, violence);
    const type = violenceTypes[violence];
    if (type) groups.type.add(count, type.en, type);

    const places = ['where_coordinates', 'where_description', 'adm_2', 'adm_1', 'country'] as const;
    const [where = '', ...around] = [...new Set(places.map((name) => cells.text(name)).filter(Boolean))];
    const conflict = cells.text('conflict_name');
    const dyad = cells.text('dyad_name') || conflict;
    setTitle(builder, cells, [dyad, where].filter(Boolean).join(', '), 'dyad_name');
    const summary = [conflict === dyad ? '' : conflict, around.join(', ')].filter(Boolean).join(' · ');
    if (summary) builder.summaries.set(count, summary);
    Object.assign(rest, placeOf(where, cells.code('where_prec', 7)));

    setNumbers(rest, violence);
    const waits = setClaims(rest);
    const status = cells.text('code_status');
    addNote(rest, status !== '' && status.toLowerCase() !== 'clear' && statusOf(status));
    return waits;
  }

  return createCodedReader(log, builder, cells, {
    idOf: (row) => cells.text('id') || cells.text('relid') || `event-${row + 1}`,
    dates: ['date_start', 'date_end'],
    others: ['year', 'date_prec', 'event_clarity'],
    readDates: setDate,
    readRow,
    settle: settleClaims,
    frame: () => ({ attribution, licence: 'CC BY 4.0' }),
  });
}

/**
 * EDTF of an event that UCDP dates from `start` to `end`.
 *
 * | precision           | one event (clarity 1, or not stated) | several summed up (clarity 2) | start = end         |
 * |---------------------|--------------------------------------|-------------------------------|---------------------|
 * | 1, exact            | `a/b`                                | `a/b`                         | the day             |
 * | none stated         | `[a..b]`                             | `a/b`                         | the day             |
 * | 2, two to six days  | `[a..b]`                             | `a/b`                         | five days around it |
 * | 3, a week           | `[a..b]`                             | `a/b`                         | six days around it  |
 * | 4, a month          | `[a..b]`                             | `a/b`                         | its month           |
 * | 5, up to a year     | `[a..b]`                             | `a/b`                         | its year            |
 */
function whenOf(
  start: string | null,
  end: string | null,
  precision: number,
  clarity: number,
  day: PlainDate,
): string | null {
  const date = start ?? end;
  if (date === null) return null;
  if (start === end || (precision === 1 && (start === null || end === null))) {
    if (!parsePlainDate(date, 0, date.length, day) || day.form !== plainForm.day || precision < 2) return date;
    if (precision === 4) return `${date.slice(0, 'YYYY-MM'.length)}-XX`;
    if (precision === 5) return `${date.slice(0, 'YYYY'.length)}-XX-XX`;
    const around = (precision === 2 ? 5 : 6) * dayMs;
    const [from, to] = [day.earliest - around, day.earliest + around].map((time) =>
      formatPlainDate(time, plainForm.day),
    );
    return `[${from}~..${to}~]`;
  }
  if (start === null || end === null) return `[${start ?? ''}..${end ?? ''}]`;
  return precision === 1 || clarity === 2 ? `${start}/${end}` : `[${start}..${end}]`;
}

const precisionWords: readonly ({ readonly en: string; readonly ar: string } | undefined)[] = [
  undefined,
  undefined,
  { en: 'two to six days', ar: 'يومين إلى ستة أيام' },
  { en: 'a week', ar: 'أسبوع' },
  { en: 'eight to thirty days, or a month', ar: 'ثمانية أيام إلى ثلاثين يومًا، أو شهر' },
  { en: 'more than a month, at most a year', ar: 'أكثر من شهر ولا يزيد على سنة' },
];

/** Up to a week, for a month, for a year. */
const oneDays = [
  { en: ' of it; the bounds are concluded from that.', ar: ' منه استُنتج منه الحدّان.' },
  { en: ', which stands for its month.', ar: ' يمثّل شهره.' },
  { en: ', which stands for its year.', ar: ' يمثّل سنته.' },
];

/** One object for all events that have the same to say. */
const bases = [true, false].map((isRange) =>
  precisionWords.map((words, precision): DateBasis | undefined => {
    if (!words) return undefined;
    const bound = isRange || precision > 3 ? 'sourced' : 'inferred';
    const en = `UCDP date precision ${precision}: the date is known to ${words.en}.`;
    const ar = `دقة التاريخ ${'٠١٢٣٤٥'[precision]} لدى UCDP: يُعرف التاريخ بمدى ${words.ar}.`;
    const oneDay = oneDays[Math.max(precision - 3, 0)]!;
    const text = isRange
      ? { en: `${en} The bounds are those of the file.`, ar: `${ar} والحدّان كما وردا في الملف.` }
      : {
          en: `${en} The file names one day${oneDay.en}`,
          ar: `${ar} ويذكر الملف يومًا واحدًا${oneDay.ar}`,
        };
    return { text, start: bound, end: bound, sources: [] };
  }),
);

const basisOf = (precision: number, isRange: boolean): DateBasis | undefined => bases[isRange ? 0 : 1]![precision];

const violenceTypes = [
  undefined,
  { en: 'state-based conflict', ar: 'نزاع تكون الدولة طرفًا فيه' },
  { en: 'non-state conflict', ar: 'نزاع بين أطراف غير حكومية' },
  { en: 'one-sided violence', ar: 'عنف من طرف واحد' },
];

/** How much is known of the place. */
const placePrecisions = [undefined, 'site', 'near', 'district', 'province', 'area', 'country', 'international'];

/** By what the four groups count, joined by commas. */
const countsOf = memoizeKeys(mostRemembered, (key: string): Readonly<Record<string, Count>> => {
  const numbers = key.split(',');
  return Object.fromEntries(
    groupNames.flatMap((name, i) => (numbers[i] === '' ? [] : [[name, countOf(Number(numbers[i]))]])),
  );
});

const severalIncidents = {
  en: 'The record sums up several incidents that the sources do not tell apart (UCDP event clarity 2).',
  ar: 'يجمع السجل عدة حوادث لا تفصل المصادر بينها (وضوح الحدث ٢ لدى UCDP).',
};

const attribution: LocalizedText = {
  en: 'Data: UCDP Georeferenced Event Dataset (GED), Uppsala Conflict Data Program, CC BY 4.0 (Sundberg and Melander 2013).',
  ar: 'البيانات: UCDP Georeferenced Event Dataset (GED)، برنامج أوبسالا لبيانات النزاعات، رخصة CC BY 4.0 (Sundberg and Melander 2013).',
};
