import type { EpochMs } from '../util/units.js';

/** A visible or bounded stretch of time, half-open: `[start, end)`, start before end. */
export type Domain = readonly [start: EpochMs, end: EpochMs];

export const minute: EpochMs = 60_000;
export const day: EpochMs = 86_400_000;

/** Nobody needs to see less than a minute, or more than ten times what there is to see. */
const shortestDomain = minute;
const longestInExtents = 10;

/** How far beyond the data a reader may pan, as a share of what is visible. */
const panMargin = 0.5;

export const domainLength = (domain: Domain): EpochMs => domain[1] - domain[0];

/** Stretches or shrinks `domain` by `factor` (< 1 zooms in) and keeps the time at `anchor` at its place. */
export function zoomAbout(domain: Domain, factor: number, anchor: EpochMs): Domain {
  return [anchor + (domain[0] - anchor) * factor, anchor + (domain[1] - anchor) * factor];
}

/** Moves `domain` by a share of its own length; positive shows later times. */
export function panByShare(domain: Domain, share: number): Domain {
  const shift = domainLength(domain) * share;
  return [domain[0] + shift, domain[1] + shift];
}

/**
 * The nearest domain that a reader may look at: no shorter than a minute, no longer than ten times the extent, and
 * never so far out that less than half of the view could hold data. Zooming past a limit keeps the middle where it is.
 */
export function clampDomain(domain: Domain, extent: Domain): Domain {
  const longest = Math.max(domainLength(extent) * longestInExtents, shortestDomain);
  const length = Math.min(Math.max(domainLength(domain), shortestDomain), longest);
  const middle = (domain[0] + domain[1]) / 2;
  const earliestStart = Math.min(extent[0] - length * panMargin, extent[1] - length * (1 - panMargin));
  const latestStart = Math.max(extent[1] - length * (1 - panMargin), extent[0] - length * panMargin);
  const unlimited = length === domainLength(domain) ? domain[0] : middle - length / 2;
  const start = Math.min(Math.max(unlimited, earliestStart), latestStart);
  return start === domain[0] && length === domainLength(domain) ? domain : [start, start + length];
}

/** Zooms as far as the limits allow, with the anchor still at its place: clamping alone would move it. */
export function zoomWithin(domain: Domain, factor: number, anchor: EpochMs, extent: Domain): Domain {
  const reached = clampDomain(zoomAbout(domain, factor, anchor), extent);
  return clampDomain(zoomAbout(domain, domainLength(reached) / domainLength(domain), anchor), extent);
}

/** A domain on the way from one to another, `share` from 0 to 1; lengths go by ratio so that zooming feels even. */
export function betweenDomains(from: Domain, to: Domain, share: number): Domain {
  const fromLength = domainLength(from);
  const toLength = domainLength(to);
  const length = fromLength * (toLength / fromLength) ** share;
  // The middle moves with the length, so that a zoom about a point keeps that point still on the whole way.
  const progress = Math.abs(toLength - fromLength) < 1 ? share : (length - fromLength) / (toLength - fromLength);
  const start = from[0] + (to[0] - from[0]) * progress;
  return [start, start + length];
}
