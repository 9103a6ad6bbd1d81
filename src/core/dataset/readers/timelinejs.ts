import { isMissing, isObject, listIn, type JsonObject } from '../../util/json.js';
import { memoizeKeys } from '../../util/memoize.js';
import type { Claim, TimelineEvent } from '../event.js';
import type { IssueLog } from '../issue-log.js';
import type { Written } from '../written-date.js';
import { beginningOf } from './shared/beginning-of.js';
import { createEventReader, idOf, nameOf, noteMissingDate, nothingStated } from './shared/event-reader.js';
import { compact, type Fields } from './shared/fields.js';
import { fromTo } from './shared/from-to.js';
import { hostOf, objectAt, readMarkup, readUrl } from './shared/markup.js';
import type { DateOrder, RecordFormat, RecordReader, RecordReaderOptions } from './record-reader.js';
import { readPlace } from './report-parts.js';
import { edtfOfParts } from './timelinejs-date.js';
import { edtfOfValue } from './shared/written-value.js';

/**
 * Slides of TimelineJS 3, from its JSON or from its spreadsheet:
 *
 *     scale · title · eras [slide] · events [slide]
 *     slide { unique_id · start_date · end_date · display_date · text { headline, text } · media · group · location }
 *
 *     Year · Month · Day · Time · End Year · End Month · End Day · End Time · Display Date · Headline · Text · Media
 *     Media Credit · Media Caption · Alt Text · Type (title, era) · Group or Tag; at first Start Date · End Date
 *
 * A group is the event's type. The title slide is the title of the data set; an era is an event that lasted, of a type
 * of its own. The media are a claim, made by whom they are credited to; what is written below them is a note. The date
 * stays as exact as its parts, and the words that are displayed for it are its basis. Backgrounds and thumbnails are not
 * read. A date in one text, as in the first sheets, is American unless `dateOrder` says otherwise.
 */
export const timelineJsFormat: RecordFormat = {
  name: 'timelinejs',
  matches: ({ title, eras }, records) =>
    Array.isArray(eras) || (isObject(title) && isObject(title['text'])) || records.some(isSlide),
  createReader: createTimelineJsReader,
};

const isSlide = (record: unknown): boolean => {
  if (!isObject(record)) return false;
  if (isObject(record['start_date']) || 'headline' in objectAt(record, 'text')) return true;
  const cells = cellsOf(record);
  return cells.has('headline') && (cells.has('year') || cells.has('startdate'));
};

const eraType = { en: 'Era', ar: 'حقبة' };

/** A slide in the form of the JSON, and where its dates stand. */
interface Slide {
  readonly slide: JsonObject;
  readonly path: string;
  /** Where its words are. */
  readonly textPath: string;
  /** The path of a part of `start_date` or `end_date`. */
  readonly pathOf: (date: DateName, part: string) => string;
}
type DateName = 'start_date' | 'end_date';

function createTimelineJsReader(log: IssueLog, options: RecordReaderOptions): RecordReader {
  return createEventReader(log, options, (fields) => {
    /** What the first title slide says. */
    let title: JsonObject | null = null;

    const readEvent = (slide: Slide, id: string, isEra: boolean): TimelineEvent =>
      readSlide(slide, id, isEra, options.dateOrder, fields);

    function readTitle({ slide, textPath }: Slide): JsonObject {
      const text = objectAt(slide, 'text');
      return {
        title: readMarkup(text, 'headline', textPath, fields),
        summary: readMarkup(text, 'text', textPath, fields),
      };
    }

    return {
      read(record, path, row) {
        const isSheet = !isObject(record['text']) && !isObject(record['start_date']) && !isObject(record['media']);
        const slide = isSheet ? slideOfRow(record, path) : slideOfJson(record, path);
        const type = slide.slide['type'];
        if (isSheet && isEmpty(slide.slide)) {
          log.add('no-event', path, 'The row says nothing of an event; it is left out.');
          return null;
        }
        if (type === 'title' && !title) {
          title = readTitle(slide);
          log.add('no-event', path, 'The slide is the title of the timeline; it is shown above the events.');
          return null;
        }
        return readEvent(slide, idOf(idIn(record), row), type === 'era');
      },

      end(file, add) {
        const { eras } = file;
        for (const [i, era] of listIn(eras).entries()) {
          const path = `eras[${i}]`;
          if (isObject(era)) add(readEvent(slideOfJson(era, path), idIn(era) || `era-${i + 1}`, true));
          else log.add('wrong-type', path, 'An era must be an object; this entry is left out.');
        }
        const given = file['title'];
        return { ...(isObject(given) ? readTitle(slideOfJson(given, 'title')) : (title ?? { title: given })) };
      },
    };
  });
}

const idIn = ({ unique_id: id, uniqueid: former }: JsonObject): string =>
  [id, former].find((each): each is string => typeof each === 'string' && each.trim() !== '')?.trim() ?? '';

function readSlide(
  { slide, path, textPath, pathOf }: Slide,
  id: string,
  isEra: boolean,
  order: DateOrder | null,
  fields: Fields,
): TimelineEvent {
  const { log } = fields;
  const claims: Claim[] = [];
  const text = objectAt(slide, 'text');
  const headline = readMarkup(text, 'headline', textPath, fields, claims);
  const summary = readMarkup(text, 'text', textPath, fields, claims);
  const note = readMedia(slide['media'], `${path}.media`, claims, fields);
  const displayed = readDisplayed(slide, path, fields);
  const [start, end] = (['start_date', 'end_date'] as const).map((date) => {
    const value = slide[date];
    const parts = isObject(value) ? value : { year: value };
    const whole =
      typeof value === 'string' && !/^\s*[-+]?\d+\s*$/.test(value) ? edtfOfValue(value, order ?? 'mdy') : null;
    if (whole !== null && whole !== 'ambiguous') return whole;
    return edtfOfParts(parts, (part, message, wrong) =>
      log.add('invalid-date', pathOf(date, part), message, [id], wrong),
    );
  });
  const given = slide['start_date'];
  if (start === null && isMissing(isObject(given) ? given['year'] : given))
    noteMissingDate(pathOf('start_date', 'year'), id, fields);
  const written = fromTo(start!, end!, (code, message) =>
    log.add(code, pathOf('end_date', 'year'), message, [id], `${start ?? ''}/${end}`),
  );
  const place = isObject(slide['location']) ? readPlace(slide['location'], `${path}.location`, fields) : null;
  return compact<TimelineEvent>({
    ...nothingStated,
    id,
    ...approximated(written, displayed),
    ...(displayed !== null && { basis: { text: displayed, start: 'sourced', end: 'sourced', sources: [] } }),
    title: nameOf(headline ?? (beginningOf(summary ?? note) || displayed), id, `${textPath}.headline`, fields),
    summary,
    type: isEra ? eraType : readMarkup(slide, 'group', path, fields, claims),
    places: place ? [place] : [],
    claims,
    note,
  });
}

/** The words that are displayed may say that the date is not so exact as its parts. */
const approximated = (written: Written, displayed: string | null): Written =>
  displayed && /^[\d-]+$/.test(written.when ?? '') && approximately.test(displayed)
    ? { when: `${written.when}~` }
    : written;

const approximately = /^(?:ca?|circa|about|around|approx|approximately|نحو|حوالي|قرابة)(?!\p{L})/iu;

/** Adds who is credited and where it is to the claims; gives back what is written below the picture. */
function readMedia(value: unknown, path: string, claims: Claim[], fields: Fields): string | null {
  const media = isObject(value) ? value : { url: value };
  const isMarkup = typeof media['url'] === 'string' && media['url'].includes('<');
  const linked: Claim[] = [];
  // A quotation, or a frame with a film in it.
  const quote = isMarkup ? readMarkup(media, 'url', path, fields, linked) : null;
  const url = isMarkup ? (linked.shift()?.url ?? null) : readUrl(media, 'url', path, fields);
  const by = readMarkup(media, 'credit', path, fields, linked) ?? (url === null ? null : hostOf(url));
  if (by !== null) claims.push(compact<Claim>({ by, quote, url }));
  const link = readUrl(media, 'link', path, fields);
  if (link !== null) claims.push({ by: hostOf(link), url: link });
  const lines = ['caption', 'alt'].map((key) => readMarkup(media, key, path, fields, linked));
  if (by === null) lines.unshift(quote);
  claims.push(...linked);
  return lines.filter((line) => line !== null).join('\n') || null;
}

function readDisplayed(slide: JsonObject, path: string, fields: Fields): string | null {
  const whole = readMarkup(slide, 'display_date', path, fields);
  if (whole !== null) return whole;
  const ends = ['start_date', 'end_date'].map((date) =>
    readMarkup(objectAt(slide, date), 'display_date', path, fields),
  );
  return ends.filter((end) => end !== null).join(' – ') || null;
}

const slideOfJson = (slide: JsonObject, path: string): Slide => ({
  slide,
  path,
  textPath: `${path}.text`,
  pathOf: (date, part) => `${path}.${date}.${part}`,
});

/** What a row says, by the names of its columns in small letters without blanks. */
const cellsOf = (row: JsonObject): Map<string, unknown> =>
  new Map(Object.keys(row).map((name) => [columnOf(name), row[name]]));

/** Each row has the same names. */
const columnOf = memoizeKeys(1000, (name: string) => name.toLowerCase().replace(/[\s_-]+/g, ''));

const isEmpty = ({ text, start_date, media, group, type }: JsonObject): boolean =>
  [text, start_date, media, group, type].every((part) =>
    isObject(part) ? Object.values(part).every(isMissing) : isMissing(part),
  );

function slideOfRow(row: JsonObject, path: string): Slide {
  const cells = cellsOf(row);
  const cell = (...names: readonly string[]): unknown =>
    names.map((name) => cells.get(name)).find((value) => !isMissing(value));
  const dateOf = (prefix: string, whole: string): unknown => {
    const value = cell(whole);
    if (value !== undefined) return value;
    const [year, month, day, time] = ['year', 'month', 'day', 'time'].map((part) => cell(prefix + part));
    return { year, month, day, time };
  };
  const type = cell('type');
  return {
    slide: {
      start_date: dateOf('', 'startdate'),
      end_date: dateOf('end', 'enddate'),
      display_date: cell('displaydate'),
      text: { headline: cell('headline'), text: cell('text') },
      media: { url: cell('media'), credit: cell('mediacredit'), caption: cell('mediacaption'), alt: cell('alttext') },
      group: cell('group', 'tag'),
      type: typeof type === 'string' ? type.trim().toLowerCase() : null,
    },
    path,
    textPath: path,
    pathOf(date, part) {
      const name = `${date === 'end_date' ? 'End ' : ''}${part.charAt(0).toUpperCase()}${part.slice(1)}`;
      return `${path}.${name}`;
    },
  };
}
