import type { EpochMs } from '../util/units.js';
import type { Bound, Temporal } from './temporal.js';

/**
 * Where an event may start and where it may end; infinite where nothing is known.
 *
 *     "2016-05/2016-06"     startMin      startMax = endMin      endMax
 *     time                  ├─── starts ────────┼──── ends ────────┤────►
 *
 * Mins are inclusive, maxes exclusive, as everywhere.
 *
 * An event that happened once, on a day or at some time in a window, may start and end anywhere in it: forty air
 * strikes "between 14 and 19 May" took longer than an instant, and a strike among them on 18 May must not put all of
 * them on 18 May.
 */
export interface StartEndSpan {
  readonly startMin: EpochMs;
  readonly startMax: EpochMs;
  readonly endMin: EpochMs;
  readonly endMax: EpochMs;
  /**
   * The date carries a qualifier. It says itself that it may lie beside its bounds, so that they are no reason to
   * narrow others, nor are others to narrow or contradict it. The order it stands in is still passed on.
   */
  readonly doubtful: boolean;
}

const unknown: StartEndSpan = {
  startMin: -Infinity,
  startMax: Infinity,
  endMin: -Infinity,
  endMax: Infinity,
  doubtful: false,
};

/** What a date says of an event's start and end, for `narrowBounds`. */
export function startEndSpanOf(temporal: Temporal | null): StartEndSpan {
  if (!temporal) return unknown;
  const { type, start, end, earliest, latest, uncertain, approximate } = temporal;
  if (uncertain || approximate) return { ...unknown, doubtful: true };
  const startMin = earliest ?? -Infinity;
  const endMax = latest ?? Infinity;
  if (type === 'date' || type === 'one-of') {
    return { startMin, startMax: endMax, endMin: startMin, endMax, doubtful: false };
  }
  return {
    startMin,
    startMax: Math.min(latestOf(start), endMax),
    endMin: Math.max(earliestOf(end), startMin),
    endMax,
    doubtful: false,
  };
}

function earliestOf(bound: Bound): EpochMs {
  return bound.state === 'known' ? bound.span.earliest : -Infinity;
}

function latestOf(bound: Bound): EpochMs {
  return bound.state === 'known' ? bound.span.latest : Infinity;
}
