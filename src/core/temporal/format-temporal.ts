import type { Bound, DateSpan, SetMember, Temporal } from './temporal.js';

/**
 * Writes a date as canonical EDTF: each date as it was written, the members of a set in the order of time.
 *
 * Parsing the result gives the same value, but for `source` where a set had another order.
 */
export function formatTemporal(temporal: Temporal): string {
  const { type, start, end, members } = temporal;
  switch (type) {
    case 'date':
      return formatBound(start);
    case 'interval':
      return `${formatBound(start)}/${formatBound(end)}`;
    case 'one-of':
      return `[${members.map(formatMember).join(',')}]`;
    case 'all-of':
      return `{${members.map(formatMember).join(',')}}`;
  }
}

function formatBound(bound: Bound): string {
  if (bound.state === 'known') return bound.span.source;
  return bound.state === 'open' ? '..' : '';
}

function formatMember({ start, end }: SetMember): string {
  return start === end ? formatSpan(start) : `${formatSpan(start)}..${formatSpan(end)}`;
}

function formatSpan(span: DateSpan | null): string {
  return span ? span.source : '';
}
