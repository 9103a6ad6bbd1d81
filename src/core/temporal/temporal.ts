import type { EpochMs } from '../util/units.js';

/** How fine a date was written. `season` covers EDTF's seasons, quarters, quadrimesters and semesters (21–41). */
export type Precision = 'second' | 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'millennium';

/**
 * One date as written (not an interval, not a set) and the span of time it may stand for.
 *
 *     source     "1850~"
 *                   earliest                    latest
 *     time   ────────├───────────────────────────┤────────►
 *                 1850-01-01                  1851-01-01
 *
 * `latest` is exclusive. Qualifiers never widen the span; drawing and words decide how to show doubt, so that sorting
 * and filtering stay exact.
 */
export interface DateSpan {
  readonly source: string;
  readonly earliest: EpochMs;
  readonly latest: EpochMs;
  /** How fine it was written: `2016-05-XX` is a month, `201X` a decade, `1950S2` a century. */
  readonly precision: Precision;
  /** Any part carries `?` or `%`. */
  readonly uncertain: boolean;
  /** Any part carries `~` or `%`. */
  readonly approximate: boolean;
  /** Any digit is `X`. */
  readonly unspecified: boolean;
}

/** One end of a temporal: a date, `..` (open: goes on without a bound) or nothing (there is a bound, nobody knows it). */
export type Bound = { readonly state: 'known'; readonly span: DateSpan } | { readonly state: 'open' | 'unknown' };

/**
 * A parsed EDTF value (ISO 8601-2:2019, levels 0 to 2).
 *
 * | type     | written              | means                                                   |
 * |----------|----------------------|---------------------------------------------------------|
 * | date     | `2016-05-18~`        | one date; start and end are the same span               |
 * | interval | `a/b` `a/..` `a/`    | lasted from a to b                                      |
 * | one-of   | `[a..b]` `[a,b]`     | happened once, on one of these; nobody knows which      |
 * | all-of   | `{a,b}` `{a..b}`     | happened on each of these                               |
 */
export interface Temporal {
  /** The text as written. */
  readonly source: string;
  readonly type: 'date' | 'interval' | 'one-of' | 'all-of';
  /** Nothing of it lies before; null where the start is open or unknown. */
  readonly earliest: EpochMs | null;
  /** Nothing of it lies at or after; null where the end is open or unknown. */
  readonly latest: EpochMs | null;
  /** Of a set: its earliest and its latest date, or open where it begins or ends with `..`; never unknown. */
  readonly start: Bound;
  readonly end: Bound;
  /** The members of a set in the order of time, ranges `a..b` as two-sided members; empty for dates and intervals. */
  readonly members: readonly SetMember[];
  /** True when the date, any end or any member of a set carries the qualifier. */
  readonly uncertain: boolean;
  readonly approximate: boolean;
  /** The coarser of the two ends' precisions; that of the known end; `day` where neither is known. */
  readonly precision: Precision;
}

/** One member of a set: a single date (start and end are one), or a range whose open side is null. */
export interface SetMember {
  readonly start: DateSpan | null;
  readonly end: DateSpan | null;
}

/**
 * What a date's mark and words are made from. One kind, one mark, one sentence.
 *
 * Points (`exact` … `uncertain-approximate`) are dates of day precision or finer; coarser dates are `within` their span.
 */
export const dateKinds = [
  'exact',
  'uncertain',
  'approximate',
  'uncertain-approximate',
  'within',
  'repeated',
  'lasted',
  'lasted-fuzzy',
  'open-end',
  'open-start',
  'end-unknown',
  'start-unknown',
  'on-or-before',
  'on-or-after',
  'order-only',
  'ongoing',
  'undated',
] as const;
export type DateKind = (typeof dateKinds)[number];
