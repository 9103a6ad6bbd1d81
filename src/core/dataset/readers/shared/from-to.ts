import { withTimes } from '../../../temporal/interval-times.js';
import { parseTemporal } from '../../../temporal/parse-temporal.js';
import type { RefusalCode } from '../../../temporal/refusal.js';
import type { Written } from '../../written-date.js';

/**
 * What lasted from the one to the other, each of them EDTF or an instant; the same twice is that date. Where an end is
 * none, the start alone is kept.
 *
 * @param refuse told why there is no end
 */
export function fromTo(
  from: string | null,
  to: string | null,
  refuse: (code: RefusalCode, message: string) => void,
): Written {
  if (to === null || to === from) return { when: from };
  const when = `${dayOf(from ?? '')}/${dayOf(to)}`;
  const parsed = parseTemporal(when);
  const start = from?.includes('T') ? from : undefined;
  const end = to.includes('T') ? to : undefined;
  const isTimed = start !== undefined || end !== undefined;
  if (!parsed.ok) refuse(parsed.code, `${parsed.message} The end is left out.`);
  else if (isTimed && withTimes(parsed.value, start, end) === parsed.value) {
    refuse('end-before-start', 'The end is before the start; it is left out.');
  } else return { when, ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
  return { when: from };
}

/** EDTF's intervals have whole days. */
const dayOf = (date: string): string => date.replace(/T.*/, '');
