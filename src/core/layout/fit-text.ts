import { isArabicText, type MeasureText, type TextRole } from './type-scale.js';
import type { CssPixels } from '../util/units.js';

/** No line of a chart shows more; measuring a text of a megabyte would stop the page. */
const mostGraphemes = 300;
const mostCodeUnits = 4 * mostGraphemes;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export interface FittedText {
  readonly text: string;
  readonly width: CssPixels;
  /** True when letters are left out, and `…` stands for them. */
  readonly cut: boolean;
}

/**
 * The longest beginning of a text that fits, cut between graphemes and preferably between words, with `…`. The result
 * is empty when not even three graphemes fit: a lone letter tells nothing.
 */
export function fitText(text: string, role: TextRole, available: CssPixels, measure: MeasureText): FittedText {
  const arabic = isArabicText(text);
  const isLong = text.length > mostCodeUnits;
  if (!isLong) {
    const whole = measure(text, role, arabic);
    if (whole <= available) return { text, width: whole, cut: false };
  }
  const graphemes = [...segmenter.segment(text.slice(0, mostCodeUnits))].map(({ segment }) => segment);
  // The last one of a long text may be a part of its grapheme only.
  graphemes.length = Math.min(graphemes.length - Number(isLong), mostGraphemes);
  const beginning = (length: number): string => `${graphemes.slice(0, length).join('').trimEnd()}…`;
  let fits = 0;
  let tooLong = graphemes.length + 1;
  while (tooLong - fits > 1) {
    const middle = (fits + tooLong) >> 1;
    if (measure(beginning(middle), role, arabic) <= available) fits = middle;
    else tooLong = middle;
  }
  if (fits < 3) return { text: '', width: 0, cut: true };
  const lastSpace = graphemes.slice(0, fits + 1).lastIndexOf(' ');
  const length = lastSpace > fits * 0.6 ? lastSpace : fits;
  const shown = beginning(length);
  return { text: shown, width: measure(shown, role, arabic), cut: true };
}

/** Breaks a text into lines of at most `width`, at spaces; the last of `mostLines` is cut with `…` when more is left. */
export function wrapText(
  text: string,
  role: TextRole,
  width: CssPixels,
  mostLines: number,
  measure: MeasureText,
): readonly string[] {
  const arabic = isArabicText(text);
  const words = text.slice(0, mostCodeUnits).split(/\s+/).filter(Boolean);
  const lines: string[] = [];
  let line = '';
  for (let i = 0; i < words.length; i++) {
    const longer = line === '' ? words[i]! : `${line} ${words[i]}`;
    if (line === '' || measure(longer, role, arabic) <= width) {
      line = longer;
      continue;
    }
    if (lines.length === mostLines - 1) {
      line = words.slice(i).reduce((rest, word) => `${rest} ${word}`, line);
      break;
    }
    lines.push(line);
    line = words[i]!;
  }
  if (line !== '') lines.push(line);
  return lines.map((each) => fitText(each, role, width, measure).text);
}
