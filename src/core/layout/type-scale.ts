import type { CssPixels } from '../util/units.js';

/** What a text is for; size and weight follow. */
export type TextRole =
  'name' | 'name-strong' | 'name-selected' | 'tag' | 'note' | 'axis' | 'axis-strong' | 'lane' | 'heading' | 'sign';

interface TypeStep {
  readonly latin: CssPixels;
  /** Arabic letters look smaller at the same size, so they are set 7 to 12 % larger. */
  readonly arabic: CssPixels;
  readonly weight: 400 | 600 | 700;
  readonly family: 'sans' | 'serif';
}

const step = (
  latin: CssPixels,
  arabic: CssPixels,
  weight: 400 | 600 | 700,
  family: 'sans' | 'serif' = 'sans',
): TypeStep => ({
  latin,
  arabic,
  weight,
  family,
});

export const typeScale: Readonly<Record<TextRole, TypeStep>> = {
  name: step(13.5, 14.5, 400),
  'name-strong': step(13.5, 14.5, 600),
  'name-selected': step(13.5, 14.5, 700),
  tag: step(11.5, 12.5, 400),
  note: step(11.5, 12.5, 400),
  // The axis takes the sizes of notes and names: each font that a page has not used before costs a millisecond.
  axis: step(11.5, 12.5, 400),
  'axis-strong': step(13.5, 14.5, 700),
  lane: step(13.5, 14.5, 700),
  heading: step(24, 27, 700, 'serif'),
  // The question mark inside a ring: drawn with the mark, not read as text.
  sign: step(9.5, 9.5, 700),
};

/** The width of a whole text in CSS pixels. Never measured by letter: Arabic letters join. */
export type MeasureText = (text: string, role: TextRole, arabic: boolean) => CssPixels;

/** True when a text should be set in the Arabic sizes. */
export const isArabicText = (text: string): boolean => /[\u0600-\u06ff\ufb50-\ufefc]/.test(text);
