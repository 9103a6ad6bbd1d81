import { timeOn, withTimes } from '../../temporal/interval-times.js';
import { parseTemporal } from '../../temporal/parse-temporal.js';
import { formatPlainDate, parsePlainDate, type PlainDate } from '../../temporal/plain-date.js';
import { isMissing, type JsonObject } from '../../util/json.js';
import type { DatasetBuilder } from '../dataset-builder.js';
import type { DatasetParts } from '../dataset.js';
import type { IssueCode } from '../issue.js';
import { temporalOf } from '../neutral-event.js';
import { textAt } from '../text-column.js';
import { isInOrder, writingOfInterval, writtenDate, type Written } from '../written-date.js';
import { isGoingOn, ordersShownIn, whyNoDate, writtenOfText } from './shared/date-text.js';
import type { Fields } from './shared/fields.js';
import type { DateOrder } from './record-reader.js';
import { createKeptTexts } from './shared/kept-texts.js';
import { readNumber } from './shared/number-date.js';
import { noDate, wrongNumberDate } from './shared/sentences.js';
import { isUnstated } from './shared/unstated.js';

/** Reads when each event was. */
export interface FlatDates {
  /** Of texts that are kept. */
  readonly characters: number;
  /** Sets the date of the event that the builder is at. */
  read(record: JsonObject, id: string, row: number): void;
  /** Sets the dates that can be read two ways, now that the whole file has been seen. */
  settle(): Generator<undefined, void>;
  /** Says of which events it is not known how their dates are read. */
  noteUnsettled(parts: DatasetParts): Generator<undefined, void>;
}

/** The fields of a date, in the order in which they are kept. */
const dateFields = ['edtf', 'start', 'date', 'end', 'time'] as const;
/** Between them; no date has it. */
const separator = '\u001f';

/**
 * Reads when an event was: `edtf` (or `when`), else `start` (or `date`, with a `time` of day) and `end`, of which each
 * counts as a whole, a second as well as a year. They are EDTF, ISO 8601, numbers, or as people write them. Without a
 * zone times are UTC.
 *
 * Where the day and the month of a date cannot be told apart, the other dates of the file tell. Those dates are kept as
 * text until its end.
 *
 * @param dateOrder holds for dates in figures that end with the year and can be read two ways: `ymd` says nothing of
 *   them, and what can be read in one way only is read so, whatever the order
 */
export function createFlatDates(builder: DatasetBuilder, fields: Fields, dateOrder: DateOrder | null): FlatDates {
  const { log } = fields;
  const first: PlainDate = { earliest: 0, latest: 0, form: 0 };
  const last: PlainDate = { earliest: 0, latest: 0, form: 0 };
  const unsettled = createKeptTexts(builder, log);
  const shown = new Set<'dmy' | 'mdy'>();
  let order = dateOrder === 'ymd' ? null : dateOrder;
  /** A part of the date that is read can be read two ways. */
  let isAmbiguous = false;
  /** Of the date that is read something was said, so that it is not missing. */
  let isWrong = false;
  /** What is wrong was said when it was read the first time. */
  let isSettling = false;
  /** Dates repeat in a file. */
  const known = new Map<string, Written | 'ambiguous' | null>();

  function read(record: JsonObject, id: string, row: number): void {
    isAmbiguous = isWrong = false;
    if (!isMissing(record['edtf'] ?? record['when']) && readEdtf(record, id, row)) return;
    const startKey = isMissing(record['start']) ? 'date' : 'start';
    const start = record[startKey];
    const end = record['end'];
    if (!isMissing(record['time']) && !isMissing(start)) readBounds(record, startKey, id, row);
    else if (isMissing(end)) {
      if (isMissing(start)) setMissing(id, row);
      else if (readPlain(start, first)) builder.setPlain(first.earliest, first.latest, first.form);
      else readBounds(record, startKey, id, row);
    } else if (readPlain(start, first) && readPlain(end, last)) {
      if (isInOrder(first, last)) return builder.setPlain(first.earliest, last.latest, writingOfInterval(first, last));
      const message = 'The end is before the start; only the start is kept.';
      log.add('end-before-start', `${log.pathOf(row)}.end`, message, [id], end);
      builder.setPlain(first.earliest, first.latest, first.form);
    } else readBounds(record, startKey, id, row);
  }

  function readEdtf(record: JsonObject, id: string, row: number): boolean {
    const key = isMissing(record['edtf']) ? 'when' : 'edtf';
    const value = record[key];
    const isTimed = isTime(record['start']) || isTime(record['end']);
    if (!isTimed && typeof value === 'string' && builder.setPlainWhen(value)) return true;
    const written = readText(record, key, id, row);
    if (isAmbiguous) keep(record, id);
    else if (written) set(isTimed ? timed(written, record) : written);
    return isAmbiguous || written !== null;
  }

  /** An interval of days, with the times on its first and its last day that the columns beside it give. */
  function timed(written: Written, record: JsonObject): Written {
    const { when } = written;
    const days = temporalOf(written);
    if (when === null || !days) return written;
    const timeAt = (side: 'start' | 'end'): string | undefined => {
      const value = record[side];
      return typeof value === 'string' && timeOn(days, side, value) ? value : undefined;
    };
    const [start, end] = [timeAt('start'), timeAt('end')];
    if (withTimes(days, start, end) === days) return written;
    return { when, ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
  }

  /** What is not plain, has an end only, or is wrong. */
  function readBounds(record: JsonObject, startKey: 'start' | 'date', id: string, row: number): void {
    const from = readStart(record, startKey, id, row);
    const to = readText(record, 'end', id, row);
    if (isAmbiguous) return keep(record, id);
    if (!from && (!to || to.when === '..')) return setMissing(id, row);
    if (!to) return set(from!);
    const start = from?.start ?? timeOf(from?.when);
    const end = to.end ?? timeOf(to.when);
    const when = `${dayOf(from?.when)}/${dayOf(to.when)}`;
    const parsed = parseTemporal(when);
    const isOrdered =
      parsed.ok && (start === undefined || end === undefined || withTimes(parsed.value, start, end) !== parsed.value);
    if (isOrdered) return set({ when, ...(start !== undefined && { start }), ...(end !== undefined && { end }) });
    const { code, message } = parsed.ok
      ? { code: 'end-before-start' as const, message: 'The end is before the start.' }
      : parsed;
    log.add(code, `${log.pathOf(row)}.end`, `${message} The end is left out.`, [id], record['end']);
    set(from ?? { when: null });
  }

  /** The start, with the time of day that stands beside it. */
  function readStart(record: JsonObject, key: 'start' | 'date', id: string, row: number): Written | null {
    const time = record['time'];
    const value = record[key];
    if (typeof time !== 'string' || time.trim() === '' || isUnstated(time)) return readText(record, key, id, row);
    const both = typeof value === 'string' ? writtenOf(`${value.trim()} ${time.trim()}`) : null;
    if (both === 'ambiguous') isAmbiguous = true;
    else if (both && isDate(both)) return both;
    const written = readText(record, key, id, row);
    if (written && timeOf(written.when) === undefined && !isSettling) {
      const message = 'This is no time of day that can be read here; it is left out.';
      log.add('invalid-date', `${log.pathOf(row)}.time`, message, [id], time);
    }
    return written;
  }

  function writtenOf(text: string): Written | 'ambiguous' | null {
    let written = known.get(text);
    if (written !== undefined) return written;
    written = writtenOfText(text, order);
    if (known.size >= mostKnown) known.clear();
    known.set(text, written);
    if (written !== null && order === null) for (const one of ordersShownIn(text)) shown.add(one);
    return written;
  }

  /** Null for nothing, for what may be two things, and with an issue for what is wrong. */
  function readText(record: JsonObject, key: string, id: string, row: number): Written | null {
    const value = record[key];
    const path = log.pathOf(row);
    if (typeof value === 'number') {
      if (readPlain(value, first)) return { when: formatPlainDate(first.earliest, first.form) };
      return refuse('invalid-date', `${path}.${key}`, wrongNumberDate, id, value);
    }
    const text = fields.string(record, key, path);
    if (text === null && !isMissing(value)) isWrong = true;
    if (text === null || text === '' || isUnstated(text)) return null;
    if (key === 'end' && isGoingOn(text)) return { when: '..' };
    const written = writtenOf(text);
    if (written === 'ambiguous') {
      isAmbiguous = true;
      return null;
    }
    const parsed = parseTemporal(written?.when ?? text);
    if (parsed.ok) return written;
    const message = written === null ? whyNoDate(text) : `${parsed.message} The value is left out.`;
    return refuse(parsed.code, `${path}.${key}`, message, id, text);
  }

  function refuse(code: IssueCode, path: string, message: string, id: string, value: unknown): null {
    isWrong = true;
    if (!isSettling) log.add(code, path, message, [id], value);
    return null;
  }

  /** No date, of which nothing else was said. */
  function setMissing(id: string, row: number): void {
    builder.setUndated();
    if (isWrong || isSettling || log.countUnlisted('missing-date')) return;
    log.add('missing-date', `${log.pathOf(row)}.date`, noDate, [id]);
  }

  function set(written: Written): void {
    const { when, start, end } = written;
    // Times that are plain need no text of their own.
    const [from = '', to] = when?.split('/') ?? [];
    if (
      to !== undefined &&
      (start ?? end) !== undefined &&
      isStrict(start ?? from, first) &&
      isStrict(end ?? to, last)
    ) {
      const writing = writingOfInterval(first, last);
      const again = writtenDate(writing, first.earliest, last.latest);
      if (again.when === when && again.start === start && again.end === end) {
        return builder.setPlain(first.earliest, last.latest, writing);
      }
    }
    builder.setTemporal(written, temporalOf(written), isSettling);
  }

  function keep(record: JsonObject, id: string): void {
    builder.setUndated();
    if (isSettling) return;
    const texts = dateFields.map((key) => {
      const value = key === 'edtf' && isMissing(record[key]) ? record['when'] : record[key];
      if (typeof value === 'number' && readPlain(value, first)) return formatPlainDate(first.earliest, first.form);
      return typeof value === 'string' ? value : '';
    });
    unsettled.keep([...texts, id].join(separator));
  }

  /** The dates that were kept, each at its event. */
  const again = (look: (record: JsonObject, id: string, row: number) => void): Generator<undefined, void> =>
    unsettled.again((text, row) => {
      const texts = text.split(separator);
      look(Object.fromEntries(dateFields.map((key, i) => [key, texts[i]])), texts[dateFields.length]!, row);
    });

  return {
    get characters() {
      return unsettled.characters;
    },
    read,
    *settle() {
      if (order === null && shown.size === 1) [order = null] = shown;
      known.clear();
      isSettling = true;
      if (order !== null) yield* again(read);
    },
    *noteUnsettled(parts) {
      if (order !== null) return;
      const others =
        shown.size > 0 ? 'and other dates of the file show both orders' : 'and no other date of the file tells which';
      const messages = new Map<string, string>();
      const messageOf = (text: string): string => {
        let message = messages.get(text);
        if (message === undefined) {
          message =
            `“${text}” is ${readingOf(text, 'dmy')} or ${readingOf(text, 'mdy')}, ${others}. The attribute date-order ` +
            '(dmy or mdy) tells; until then the event stands among those whose date is not stated.';
          if (messages.size < mostKnown) messages.set(text, message);
        }
        return message;
      };
      yield* again((record, _, row) => {
        const key = dateFields.find((field) => writtenOf(String(record[field])) === 'ambiguous') ?? 'date';
        const text = String(record[key]);
        log.add(
          'ambiguous-date',
          `${log.pathOf(row)}.${key}`,
          messageOf(text),
          [textAt(parts.ids, builder.count)],
          text,
        );
      });
    },
  };
}

const mostKnown = 4096;

const isTime = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);

/** EDTF's intervals have whole days. */
const dayOf = (when: string | null | undefined): string =>
  isTime(when) ? when!.slice(0, 'YYYY-MM-DD'.length) : (when ?? '');

const timeOf = (when: string | null | undefined): string | undefined => (isTime(when) ? when! : undefined);

const isDate = ({ when }: Written): boolean => when !== null && parseTemporal(when).ok;

const isStrict = (text: string, into: PlainDate): boolean => parsePlainDate(text, 0, text.length, into);

function readingOf(text: string, order: DateOrder): string {
  const written = writtenOfText(text, order);
  return (typeof written === 'object' && written?.when) || 'no date';
}

function readPlain(value: unknown, into: PlainDate): boolean {
  if (typeof value === 'string') return parsePlainDate(value, 0, value.length, into, true);
  return typeof value === 'number' && readNumber(value, into);
}
