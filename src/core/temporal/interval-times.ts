import { parseTemporal } from './parse-temporal.js';
import type { Bound, Temporal } from './temporal.js';

/**
 * An interval with times of day, which EDTF has not: the days as written, and the instants on the first and the last of
 * them at which it began and ended. A time that is not on its day changes nothing.
 */
export function withTimes(days: Temporal, start: string | undefined, end: string | undefined): Temporal {
  const from = timeOn(days, 'start', start);
  const to = timeOn(days, 'end', end);
  const timed: Temporal = { ...days, start: from ?? days.start, end: to ?? days.end };
  const [earliest, latest] = [from?.span.earliest ?? days.earliest, to?.span.latest ?? days.latest];
  if ((!from && !to) || (earliest !== null && latest !== null && earliest >= latest)) return days;
  const [first = '', last = ''] = days.source.split('/');
  const isTimed = [timed.start, timed.end].every(
    (bound) => bound.state !== 'known' || bound.span.precision === 'second',
  );
  const source = `${from?.span.source ?? first}/${to?.span.source ?? last}`;
  return { ...timed, source, earliest, latest, precision: isTimed ? 'second' : days.precision };
}

/** The instant, if it lies on the day that is written at that side of an interval; else null. */
export function timeOn(
  days: Temporal,
  side: 'start' | 'end',
  text: string | undefined,
): (Bound & { readonly state: 'known' }) | null {
  const bound = days[side];
  if (text === undefined || days.type !== 'interval' || bound.state !== 'known') return null;
  if (bound.span.precision !== 'day' || bound.span.unspecified) return null;
  const parsed = parseTemporal(text);
  const time = parsed.ok && parsed.value.type === 'date' ? parsed.value.start : null;
  if (time?.state !== 'known' || time.span.precision !== 'second') return null;
  const { earliest, latest } = time.span;
  return earliest >= bound.span.earliest && latest <= bound.span.latest ? time : null;
}
