import type { EpochMs } from '../util/units.js';
import { parseTemporal } from './parse-temporal.js';

/** EDTF, or an instant as ISO 8601 with milliseconds. The end of a range is the end of the day that names it. */
export function timeOf(value: string, isEnd: boolean): EpochMs | null {
  const parsed = parseTemporal(value);
  if (parsed.ok) return isEnd ? parsed.value.latest : parsed.value.earliest;
  const instant = /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(instant) ? null : instant;
}
