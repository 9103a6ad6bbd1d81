import { secondMs, utcDate } from '../../temporal/calendar.js';
import { parseTemporal } from '../../temporal/parse-temporal.js';
import { formatPlainDate, parsePlainDate, plainForm, type PlainDate } from '../../temporal/plain-date.js';
import { isMissing, type JsonObject } from '../../util/json.js';
import type { DatasetBuilder } from '../dataset-builder.js';
import { temporalOf } from '../neutral-event.js';
import { isInOrder, writingOfInterval, type Written } from '../written-date.js';
import type { Fields } from './fields.js';

/**
 * Reads when an event was: `edtf` (or `when`), else `start` (or `date`) and `end`, of which each counts as a whole, a
 * second as well as a year. Times are ISO 8601 or numbers; without a zone they are UTC.
 *
 * @returns a function that sets the date of the event that the builder is at
 */
export function createFlatDates(
  builder: DatasetBuilder,
  fields: Fields,
): (record: JsonObject, id: string, row: number) => void {
  const { log } = fields;
  const first: PlainDate = { earliest: 0, latest: 0, form: 0 };
  const last: PlainDate = { earliest: 0, latest: 0, form: 0 };

  return (record, id, row) => {
    if (!isMissing(record['edtf'] ?? record['when']) && readEdtf(record, id, row)) return;
    const start = record['start'] ?? record['date'];
    const end = record['end'];
    if (isMissing(end)) {
      if (isMissing(start)) builder.setUndated();
      else if (readPlain(start, first)) builder.setPlain(first.earliest, first.latest, first.form);
      else readOther(record, id, row);
    } else if (readPlain(start, first) && readPlain(end, last)) {
      if (isInOrder(first, last)) return builder.setPlain(first.earliest, last.latest, writingOfInterval(first, last));
      const message = 'The end is before the start; only the start is kept.';
      log.add('end-before-start', `${log.pathOf(row)}.end`, message, [id]);
      builder.setPlain(first.earliest, first.latest, first.form);
    } else readOther(record, id, row);
  };

  function readEdtf(record: JsonObject, id: string, row: number): boolean {
    const key = isMissing(record['edtf']) ? 'when' : 'edtf';
    const value = record[key];
    if (typeof value === 'string' && builder.setPlainWhen(value)) return true;
    const when = readText(record, key, id, row);
    if (when !== null) builder.setTemporal({ when }, temporalOf({ when }));
    return when !== null;
  }

  /** What is not plain, has an end only, or is wrong. */
  function readOther(record: JsonObject, id: string, row: number): void {
    const from = readEnd(record, isMissing(record['start']) ? 'date' : 'start', id, row);
    const to = readEnd(record, 'end', id, row);
    let written: Written = { when: from && (from.time ?? from.day) };
    if (to) {
      const when = `${from?.day ?? ''}/${to.day}`;
      const parsed = parseTemporal(when);
      if (parsed.ok) written = { when, ...(from?.time && { start: from.time }), ...(to.time && { end: to.time }) };
      else log.add(parsed.code, `${log.pathOf(row)}.end`, `${parsed.message} The end is left out.`, [id]);
    }
    builder.setTemporal(written, temporalOf(written));
  }

  /** A date as EDTF has it at an end of an interval, and the time of day. */
  function readEnd(record: JsonObject, key: string, id: string, row: number): { day: string; time?: string } | null {
    const value = record[key];
    if (isMissing(value)) return null;
    if (!readPlain(value, first)) {
      const day = readText(record, key, id, row);
      return day === null ? null : { day };
    }
    const text = formatPlainDate(first.earliest, first.form);
    return first.form < plainForm.time ? { day: text } : { day: text.slice(0, 'YYYY-MM-DD'.length), time: text };
  }

  /** EDTF, or null with an issue. */
  function readText(record: JsonObject, key: string, id: string, row: number): string | null {
    const text = fields.string(record, key, log.pathOf(row));
    if (text === null) return null;
    const parsed = parseTemporal(text);
    if (parsed.ok) return text;
    log.add(parsed.code, `${log.pathOf(row)}.${key}`, `${parsed.message} The value is left out.`, [id]);
    return null;
  }
}

/** Numbers are milliseconds since 1970, but for those that can only be meant for a year. */
function readPlain(value: unknown, into: PlainDate): boolean {
  if (typeof value === 'string') return parsePlainDate(value, 0, value.length, into, true);
  if (typeof value !== 'number' || !(value >= firstTime && value < lastTime)) return false;
  if (Number.isInteger(value) && value >= 1000 && value <= 9999) return parsePlainDate(String(value), 0, 4, into);
  into.earliest = Math.floor(value / secondMs) * secondMs;
  into.latest = into.earliest + secondMs;
  into.form = plainForm.utcTime;
  return true;
}

// Years of four digits.
const firstTime = utcDate(0);
const lastTime = utcDate(10_000);
