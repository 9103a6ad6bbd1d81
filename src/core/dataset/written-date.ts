import { dayMs, secondMs } from '../temporal/calendar.js';
import { formatPlainDate, parsePlainDate, plainForm, type PlainDate } from '../temporal/plain-date.js';
import type { EpochMs } from '../util/units.js';
import type { TimelineEvent } from './event.js';

/**
 * How a date is written, as one byte: nearly all dates of a large file are plain, and their texts can be had from their
 * bounds.
 *
 *     bits 0–2   the form (`plainForm`) of the date, or of its first end
 *     bits 3–5   the form of its last end; 0: there is one date only
 *     bit 6      once between the two, `[a..b]`; else from one to the other, `a/b`
 *
 * 0: it is not plain, or there is none.
 */
export type Writing = number;

const onceBetween = 64;

/** What a date says of time: in the fields of EDTF, or with the instants that EDTF's intervals have no room for. */
export type Written = Pick<TimelineEvent, 'when' | 'start' | 'end'>;

/** Reads EDTF of the plain kinds `a`, `a/b` and `[a..b]`; 0 for all others, also for what is wrong. */
export function readPlainWhen(text: string, first: PlainDate, last: PlainDate): Writing {
  const { length } = text;
  const isSet = text.charCodeAt(0) === 0x5b;
  const middle = text.indexOf(isSet ? '..' : '/');
  if (middle < 0) {
    if (!parsePlainDate(text, 0, length, first)) return 0;
    last.latest = first.latest;
    return first.form;
  }
  const [from, to, gap] = isSet ? [1, length - 1, 2] : [0, length, 1];
  const isRead = parsePlainDate(text, from, middle, first) && parsePlainDate(text, middle + gap, to, last);
  if (!isRead || first.earliest > last.earliest) return 0;
  if (isSet) return text.charCodeAt(to) === 0x5d ? first.form | (last.form << 3) | onceBetween : 0;
  return Math.max(first.form, last.form) < plainForm.time ? first.form | (last.form << 3) : 0;
}

/** Whether something may have lasted from the one to the other: both count as a whole. */
export const isInOrder = (first: PlainDate, last: PlainDate): boolean =>
  last.earliest >= (last.form < plainForm.time ? Math.floor(first.earliest / dayMs) * dayMs : first.earliest);

/** From the one to the other; the same date twice is that date. */
export const writingOfInterval = (first: PlainDate, last: PlainDate): Writing =>
  first.form === last.form && first.earliest === last.earliest ? first.form : first.form | (last.form << 3);

export const isLasting = (writing: Writing): boolean => writing > 7 && writing < onceBetween;

/** An interval with a time of day at either end. */
export const isTimed = (writing: Writing): boolean =>
  isLasting(writing) && Math.max(writing & 7, writing >> 3) >= plainForm.time;

/** The text of a plain date. */
export function writtenDate(writing: Writing, earliest: EpochMs, latest: EpochMs): Written {
  const firstForm = writing & 7;
  const lastForm = (writing >> 3) & 7;
  const first = formatPlainDate(earliest, firstForm);
  if (lastForm === plainForm.none) return { when: first };
  const last = formatPlainDate(latest - secondMs, lastForm);
  if (writing >= onceBetween) return { when: `[${first}..${last}]` };
  // EDTF's intervals have no times.
  const day = 'YYYY-MM-DD'.length;
  return {
    when: `${first.slice(0, day)}/${last.slice(0, day)}`,
    ...(firstForm >= plainForm.time && { start: first }),
    ...(lastForm >= plainForm.time && { end: last }),
  };
}
