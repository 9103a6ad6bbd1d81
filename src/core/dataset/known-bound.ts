import type { EpochMs } from '../util/units.js';
import type { TimeBounds } from './time-index.js';

/** By which an event is known: its start, or else its end. What has neither is before everything: −∞. */
export function knownBound({ earliest, latest }: TimeBounds, event: number): EpochMs {
  const [from, to] = [earliest[event]!, latest[event]!];
  return Number.isFinite(from) ? from : Number.isFinite(to) ? to : -Infinity;
}
