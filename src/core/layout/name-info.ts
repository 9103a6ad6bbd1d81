import type { Dataset } from '../dataset/dataset.js';
import { certainties } from '../dataset/event.js';
import { pickText } from '../i18n/text.js';
import type { Messages } from '../i18n/messages.js';
import { isPoint } from '../temporal/date-kind.js';
import { memoizeKeys } from '../util/memoize.js';
import type { CssPixels } from '../util/units.js';
import { sizes } from './sizes.js';
import { isArabicText, type MeasureText, type TextRole } from './type-scale.js';

/** An event's name as it is written on the chart, and the room that it needs. */
export interface NameInfo {
  readonly text: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly role: TextRole;
  readonly textWidth: CssPixels;
  /** "alleged", "implied": certainty is a word in a box, never a shade of the mark. */
  readonly tag: string;
  readonly tagWidth: CssPixels;
  /** Text, gap and tag. */
  readonly width: CssPixels;
}

/** Names are measured when first asked for, and remembered. */
export type NameOf = (eventIndex: number) => NameInfo;

/** A reader who looks at everything does not fill the memory. */
const mostRemembered = 20_000;

/** @param before what stands before the words of a name, such as its number in a list */
export function createNames(
  dataset: Dataset,
  locale: string,
  messages: Messages,
  measure: MeasureText,
  before: (eventIndex: number) => string = () => '',
): NameOf {
  return memoizeKeys(mostRemembered, measureName);

  function measureName(index: number): NameInfo {
    const title = pickText(dataset.titleOf(index), locale, dataset.language);
    // The stronger weight says what the disc says: this day is known.
    const role: TextRole = isPoint(dataset.kindOf(index)) ? 'name-strong' : 'name';
    const text = before(index) + title.text.replace(/\s+/g, ' ').trim();
    const textWidth = text.length > 400 ? 4000 : measure(text, role, isArabicText(text));
    const tag = messages.certainty[certainties[dataset.certainties[index]!]!];
    const tagWidth = tagWidthOf(tag, measure);
    return { ...title, text, role, textWidth, tag, tagWidth, width: textWidth + (tag ? sizes.tagGap + tagWidth : 0) };
  }
}

/** The width of a word in a box. */
export const tagWidthOf = (tag: string, measure: MeasureText): CssPixels =>
  tag === '' ? 0 : measure(tag, 'tag', isArabicText(tag)) + 2 * sizes.tagPadding;
