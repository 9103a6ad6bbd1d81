import fc from 'fast-check';
import { createDateFormatter } from '../../../src/core/temporal/date-formatter.js';
import { arabicDateWords } from '../../../src/core/temporal/date-words-ar.js';
import { englishDateWords } from '../../../src/core/temporal/date-words-en.js';
import { describeTemporal, type DescribeExtras } from '../../../src/core/temporal/describe-temporal.js';
import { parseTemporal } from '../../../src/core/temporal/parse-temporal.js';
import type { Temporal } from '../../../src/core/temporal/temporal.js';
import loc from '../../fixtures/loc-examples.json';
import unt from '../../fixtures/unt-edtf-validate.json';

fc.configureGlobal({ seed: 20_160_518 });
export { fc };

export const validTexts: readonly string[] = [
  ...new Set([...loc.level0, ...loc.level1, ...loc.level2, ...unt.level0, ...unt.level1, ...unt.level2]),
];

/** The parsed value of a text that the test knows to be EDTF. */
export function temporal(text: string): Temporal {
  const result = parseTemporal(text);
  if (!result.ok) throw new Error(`${text}: ${result.message}`);
  return result.value;
}

/** Why a text is refused, or the empty string. */
export function refusal(text: string): string {
  const result = parseTemporal(text);
  return result.ok ? '' : result.message;
}

/** A day or an instant as ISO text; an open bound as `null`. */
export function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString().replace('T00:00:00.000Z', '').replace('.000Z', 'Z');
}

/** First and last day, inclusive, as `first – last`. */
export function days(text: string): string {
  const { earliest, latest } = temporal(text);
  return `${iso(earliest)} – ${iso(latest === null ? null : latest - 86_400_000)}`;
}

export function inEnglish(text: string | null, extras: DescribeExtras = {}, locale = 'en'): string {
  const value = text === null ? null : temporal(text);
  return describeTemporal(value, englishDateWords, createDateFormatter(locale), extras);
}

export function inArabic(text: string | null, extras: DescribeExtras = {}, locale = 'ar-SY'): string {
  const value = text === null ? null : temporal(text);
  return describeTemporal(value, arabicDateWords, createDateFormatter(locale), extras);
}
