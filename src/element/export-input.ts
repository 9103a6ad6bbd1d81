import { namesOfSource, primarySourceOf } from '../core/dataset/dataset.js';
import { pickText } from '../core/i18n/text.js';
import type { LocalizedText } from '../core/i18n/localized-text.js';
import type { MeasureText } from '../core/layout/type-scale.js';
import type { Selectors } from '../core/state/selectors.js';
import type { TimelineState } from '../core/state/timeline-state.js';
import type { ExportInput } from '../view/export-picture.js';

/** A picture of its own, with what it says around the chart: the heading, and below where it all comes from. Null without a chart. */
export function exportInput(
  state: TimelineState,
  selectors: Selectors,
  title: string,
  measure: MeasureText,
): ExportInput | null {
  const { dataset } = state;
  const language = selectors.language(state);
  // A file has all of a tall chart, no pointer over it and no focus in it.
  const scene = selectors.scene({ ...state, band: null, hovered: null, hoveredBin: null, focused: null });
  if (!dataset || !scene) return null;
  const shown = (text: LocalizedText): string => pickText(text, language.locale, dataset.language).text;
  const source = primarySourceOf(dataset);
  const names = source ? namesOfSource(source).map(shown).filter(Boolean) : [];
  const { comma, lang, dir, messages } = language;
  // Of data that somebody else has gathered, the words that their licence asks for go with every picture.
  const origin =
    names.length > 0
      ? { text: `${messages.source} ${names.join(comma)}`, lang, dir }
      : pickText(dataset.attribution ?? '', language.locale, dataset.language);
  return { scene, dataset, language, measure, title, origin };
}
