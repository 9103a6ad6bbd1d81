import type { CssPixels, EpochMs } from '../util/units.js';
import { domainLength, type Domain } from './domain.js';

/** Time to pixels along the axis, from 0 at the domain's start to `width` at its end, whatever the writing direction. */
export interface TimeScale {
  (time: EpochMs): CssPixels;
  invert(x: CssPixels): EpochMs;
  readonly domain: Domain;
  readonly width: CssPixels;
  readonly pixelsPerMs: number;
}

export function createTimeScale(domain: Domain, width: CssPixels): TimeScale {
  const pixelsPerMs = width / domainLength(domain);
  const scale = (time: EpochMs): CssPixels => (time - domain[0]) * pixelsPerMs;
  const invert = (x: CssPixels): EpochMs => domain[0] + x / pixelsPerMs;
  return Object.assign(scale, { invert, domain, width, pixelsPerMs });
}
