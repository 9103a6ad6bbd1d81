import type { LocalizedText } from '../../i18n/localized-text.js';
import { dayMs, secondMs } from '../../temporal/calendar.js';
import { createDateFormatter } from '../../temporal/date-formatter.js';
import { formatPlainDate, parsePlainDate, plainForm, type PlainDate } from '../../temporal/plain-date.js';
import { memoizeKeys } from '../../util/memoize.js';
import { wordsOf } from '../../util/words-of.js';
import { DatasetBuilder } from '../dataset-builder.js';
import type { DateBasis, Party } from '../event.js';
import type { IssueLog } from '../issue-log.js';
import { countColumns, createCodedCells } from './shared/coded-cells.js';
import {
  addList,
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
 * Events of ACLED (Armed Conflict Location & Event Data): its CSV exports, those before March 2023 too, and the JSON of
 * its API.
 *
 * | of the file                          | of the event                                                              |
 * |--------------------------------------|---------------------------------------------------------------------------|
 * | `event_date`, `time_precision`       | 1: the day · 2: the seven days around it, about · 3: its month             |
 * | `actor1`, `actor2`                   | actors; both together symmetric: the codebook says that their order means nothing |
 * | `assoc_actor_1`, `assoc_actor_2`     | associated                                                                |
 * | `civilian_targeting`                 | the target "Civilians"                                                    |
 * | `event_type`                         | type: six lanes; the finer `sub_event_type` begins the title              |
 * | `location`, `geo_precision`          | place                                                                     |
 * | `fatalities`                         | killed, best; of 0 only a note, because it stands for "not known" as well |
 * | `notes`, `source`, `tags`            | summary; a claim each; note                                               |
 *
 * Not read: administrative units, codes and kinds of actors, populations.
 *
 * ACLED's terms ask for an attribution with the day on which the data were fetched. The file does not tell that day; the
 * attribution made here gives the day of its last change, and the page has to add the other.
 */
export const acledFormat: RecordFormat = {
  name: 'acled',
  matches: (_, first) => countColumns(first, ['event_date']) === 1 && countColumns(first, typical) > 1,
  createReader: createAcledReader,
};

const typical = wordsOf(
  'event_id_cnty event_id_no_cnty data_id time_precision geo_precision sub_event_type assoc_actor_1 inter1',
);

const names = [
  ...wordsOf('event_id_cnty data_id event_id_no_cnty event_date year time_precision event_type sub_event_type actor1'),
  ...wordsOf('assoc_actor_1 actor2 assoc_actor_2 civilian_targeting location latitude longitude geo_precision source'),
  ...wordsOf('notes fatalities tags timestamp'),
];

function createAcledReader(log: IssueLog, options: RecordReaderOptions): RecordReader {
  const builder = new DatasetBuilder(options.held);
  const { groups } = builder;
  const cells = createCodedCells(log, options, names, new Map());
  const placeOf = createPlaces(builder, cells, 'latitude', 'longitude', placePrecisions);
  const partiesOf = memoizeKeys(mostRemembered, (text: string): readonly Party[] =>
    listOf(text).map((name) => ({ name })),
  );
  const tagsOf = memoizeKeys(mostRemembered, (tags: string) => ({ en: `Tags: ${tags}.`, ar: `الوسوم: ${tags}.` }));
  const day: PlainDate = { earliest: 0, latest: 0, form: 0 };
  /** Seconds since 1970. */
  let lastChange = 0;

  function setDate(rest: Rest): void {
    const code = cells.code('time_precision', 3);
    const date = cells.date('event_date') ?? yearOf(cells.text('year'));
    const isDay = date !== null && parsePlainDate(date, 0, date.length, day) && day.form === plainForm.day;
    setWhen(builder, cells, isDay ? whenOf(date, day.earliest, code) : date, 'event_date');
    const basis = bases[code];
    if (isDay && basis) rest.basis = basis;
  }

  function setActors(rest: Rest): void {
    const { count } = builder;
    const one = cells.text('actor1');
    const other = cells.text('actor2');
    if (one) groups.actor.add(count, one);
    if (other) groups.actor.add(count, other);
    if (one && other) rest.symmetric = true;
    if (cells.text('civilian_targeting')) groups.target.add(count, 'Civilians', civilians);
    const associated = [cells.text('assoc_actor_1'), cells.text('assoc_actor_2')].filter(Boolean).map(partiesOf);
    if (associated.length > 0) rest.associated = associated[1] ? associated.flat() : associated[0]!;
  }

  function setNumbers(rest: Rest): void {
    const killed = cells.count('fatalities');
    const tags = cells.text('tags');
    if (killed) rest.killed = countOf(killed);
    addNote(rest, killed === 0 && zero);
    addNote(rest, tags !== '' && tagsOf(tags));
  }

  function readRow(rest: Rest): boolean {
    const { count } = builder;
    const type = cells.text('event_type');
    const location = cells.text('location');
    setTitle(builder, cells, [cells.text('sub_event_type') || type, location].filter(Boolean).join(', '), 'event_type');
    const notes = cells.text('notes');
    if (notes) builder.summaries.set(count, notes);
    if (type) groups.type.add(count, type);
    setActors(rest);
    Object.assign(rest, placeOf(location, cells.code('geo_precision', 3)));
    setNumbers(rest);
    addList(builder, 'source', cells.text('source'));
    const changed = Number(cells.text('timestamp'));
    if (changed > lastChange) lastChange = changed;
    return false;
  }

  return createCodedReader(log, builder, cells, {
    idOf: (row) =>
      cells.text('event_id_cnty') || cells.text('data_id') || cells.text('event_id_no_cnty') || `event-${row + 1}`,
    dates: ['event_date'],
    others: ['year', 'time_precision'],
    readDates: setDate,
    readRow,
    frame: () => ({ attribution: attributionOf(lastChange), licence: null }),
  });
}

function whenOf(date: string, start: number, precision: number): string {
  if (precision === 3) return `${date.slice(0, 'YYYY-MM'.length)}-XX`;
  if (precision !== 2) return date;
  const [from, to] = [start - 3 * dayMs, start + 3 * dayMs].map((time) => formatPlainDate(time, plainForm.day));
  return `[${from}~..${to}~]`;
}

const bases: readonly (DateBasis | undefined)[] = [
  undefined,
  undefined,
  {
    text: {
      en: 'ACLED time precision 2: the date is known to a week or a part of a month. What is shown is the day in the file and three days on either side of it.',
      ar: 'دقة التاريخ ٢ لدى ACLED: يُعرف التاريخ بالأسبوع أو بجزء من الشهر. المعروض هو اليوم الوارد في الملف وثلاثة أيام قبله وثلاثة بعده.',
    },
    start: 'inferred',
    end: 'inferred',
    sources: [],
  },
  {
    text: {
      en: 'ACLED time precision 3: only the month is known, and the day in the file stands for it.',
      ar: 'دقة التاريخ ٣ لدى ACLED: لا يُعرف إلا الشهر، واليوم الوارد في الملف يمثّله.',
    },
    start: 'sourced',
    end: 'sourced',
    sources: [],
  },
];

/** How much is known of the place. */
const placePrecisions = [undefined, 'site', 'near', 'region'];

const civilians: LocalizedText = { en: 'Civilians', ar: 'مدنيون' };

const zero = {
  en: 'The file gives 0 killed. ACLED writes that also where the number is not known.',
  ar: 'عدد القتلى في الملف ٠، وتكتب ACLED ذلك أيضًا حين لا يُعرف العدد.',
};

/** @param lastChange seconds since 1970; 0 where the file does not tell */
function attributionOf(lastChange: number): LocalizedText {
  const time = lastChange * secondMs;
  const dateIn = (locale: string): string => createDateFormatter(locale).format(time, 'full');
  const isKnown = time > 0 && time < latestChange;
  return {
    en: `Data: ACLED (Armed Conflict Location & Event Data), acleddata.com.${isKnown ? ` Last changed on ${dateIn('en')}.` : ''}`,
    ar: `البيانات: ACLED (Armed Conflict Location & Event Data)، acleddata.com.${isKnown ? ` آخر تعديل: ${dateIn('ar-SY')}.` : ''}`,
  };
}

/** The year 2100: what is later counts something else than seconds. */
const latestChange = 4_102_444_800_000;
