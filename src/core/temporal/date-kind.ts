import { dayMs } from './calendar.js';
import type { DateKind, Temporal } from './temporal.js';

/**
 * The one kind that decides a date's mark and words.
 *
 * | written                                        | kind                                             |
 * |------------------------------------------------|--------------------------------------------------|
 * | `2016-05-18` `…?` `…~` `…%`                    | exact, uncertain, approximate, uncertain-approximate |
 * | `2016-05` `201X` `2016-05-1X` `[a..b]` `[a,b]` | within                                           |
 * | `[..b]` `[a..]`                                | on-or-before, on-or-after                        |
 * | `{a,b}` `{a..b}` `{..b}`                       | repeated                                         |
 * | `a/b`, with a qualifier on either end          | lasted, lasted-fuzzy                             |
 * | `a/..` `a/` `../b` `/b`                        | open-end, end-unknown, open-start, start-unknown |
 * | `/..` `../..` `../`                            | ongoing                                          |
 * | null, with an order relation                   | undated, order-only                              |
 *
 * A set of one day is that day.
 */
export function dateKindOf(temporal: Temporal | null, hasOrder = false): DateKind {
  if (!temporal) return hasOrder ? 'order-only' : 'undated';
  const { type, start, end, earliest, latest, uncertain, approximate } = temporal;
  if (type === 'interval') {
    if (earliest === null && latest === null) return 'ongoing';
    if (earliest === null) return start.state === 'open' ? 'open-start' : 'start-unknown';
    if (latest === null) return end.state === 'open' ? 'open-end' : 'end-unknown';
    return uncertain || approximate ? 'lasted-fuzzy' : 'lasted';
  }
  if (type === 'all-of' && !isOneDate(temporal)) return 'repeated';
  if (earliest === null) return 'on-or-before';
  if (latest === null) return 'on-or-after';
  if (latest - earliest > dayMs || (temporal.precision !== 'day' && temporal.precision !== 'second')) return 'within';
  if (uncertain) return approximate ? 'uncertain-approximate' : 'uncertain';
  return approximate ? 'approximate' : 'exact';
}

function isOneDate({ members: [only, another] }: Temporal): boolean {
  return !another && only !== undefined && only.start === only.end;
}

/** The kinds of a day or a shorter time. */
export type PointKind = 'exact' | 'uncertain' | 'approximate' | 'uncertain-approximate';

/** A day or a shorter time, however doubtful: drawn as a disc. */
export function isPoint(kind: DateKind): kind is PointKind {
  return kind === 'exact' || kind === 'uncertain' || kind === 'approximate' || kind === 'uncertain-approximate';
}

/** Happened once, at a time of which only one or two bounds are known. */
export function isWindow(kind: DateKind): boolean {
  return kind === 'within' || kind === 'on-or-before' || kind === 'on-or-after';
}

/** Went on for a time, of which at least one end has a date. */
export function isLasting(kind: DateKind): boolean {
  return kind.startsWith('lasted') || kind.startsWith('open-') || kind.endsWith('-unknown');
}
