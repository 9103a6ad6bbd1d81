import type { Dataset } from '../dataset/dataset.js';
import type { LocalizedText } from '../i18n/localized-text.js';
import { pickText } from '../i18n/text.js';
import type { CssPixels } from '../util/units.js';
import type { Lane } from './lanes.js';
import { sizes } from './sizes.js';
import { isArabicText, type MeasureText, type TextRole } from './type-scale.js';

/**
 * How much larger than we set it the reader has text in HTML, as factors: the height of a line, and the width of letters.
 * Larger text and wider spacing come from the reader's own styles and settings (WCAG 2.2, 1.4.4 and 1.4.12).
 */
export interface Enlarged {
  readonly line: number;
  readonly letters: number;
}

export const notEnlarged: Enlarged = { line: 1, letters: 1 };

/** What stands in a lane's label: name and note; name and count; the name alone; the same in one line over the lane. */
export type LabelForm = 'rows' | 'counts' | 'low' | 'head';

/** The height that a lane's label needs. */
export type LabelHeight = (lane: Lane, form: LabelForm) => CssPixels;

/** Of a name longer than that the rest is cut off. */
const mostLines = 8;
const mostWords = 60;
const nameLine: CssPixels = 20;
const noteLine: CssPixels = 17;
/** Above and below, of a label and of one that has only one line. */
const padding: CssPixels = 14;
const lowPadding: CssPixels = 10;

/** Lines that a lane's own name and note need in their column; each lane is measured once. */
export function createLabelHeight(
  dataset: Dataset,
  _lanes: readonly Lane[],
  locale: string,
  { line, letters }: Enlarged,
  measure: MeasureText,
): LabelHeight {
  const room = (sizes.laneColumn - 46) / letters;
  const most = Math.ceil(mostLines * letters);
  const lines = (text: LocalizedText, role: 'lane' | 'note'): number =>
    Math.min(countLines(pickText(text, locale, dataset.language).text, role, room, measure), most);
  const known = new Map<string, readonly [name: CssPixels, note: CssPixels]>();
  return ({ key, name, note, folded }, form) => {
    if (form === 'head') return Math.round(sizes.laneHead * line);
    let heights = known.get(key);
    if (!heights) {
      heights = [lines(name, 'lane') * nameLine * line, note === null ? 0 : lines(note, 'note') * noteLine * line];
      known.set(key, heights);
    }
    const [ofName, ofNote] = heights;
    if (form === 'low') return Math.ceil(lowPadding + ofName + (folded ? noteLine * line - 1 : 0));
    return Math.ceil(
      padding + ofName + (form === 'counts' ? Math.max(ofNote, noteLine * line * (letters > 1 ? 2 : 1)) : ofNote),
    );
  };
}

/** Lines of a text that is broken at spaces, and a word within where it is longer than a line. */
function countLines(text: string, role: TextRole, room: CssPixels, measure: MeasureText): number {
  const arabic = isArabicText(text);
  const space = measure(' ', role, arabic);
  let lines = 1;
  let x: CssPixels = 0;
  for (const word of text.split(/\s+/, mostWords)) {
    const width = measure(word, role, arabic);
    if (x > 0 && x + width > room) {
      lines++;
      x = 0;
    }
    const own = Math.max(0, Math.ceil(width / room) - 1);
    lines += own;
    x += width - own * room + space;
  }
  return lines;
}
