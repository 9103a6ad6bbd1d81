import type { Dataset } from '../core/dataset/dataset.js';
import { pickText } from '../core/i18n/text.js';
import type { LocalizedText } from '../core/i18n/localized-text.js';
import type { MeasureText } from '../core/layout/type-scale.js';
import type { Language } from '../core/scene/language.js';
import type { Scene } from '../core/scene/scene.js';
import type { ExportInput } from '../view/export-picture.js';

/** What a picture of its own says around the chart: the heading, and below where it all comes from. */
export function exportInput(
  scene: Scene,
  dataset: Dataset,
  title: string,
  language: Language,
  measure: MeasureText,
): ExportInput {
  const shown = (text: LocalizedText): string => pickText(text, language.locale, dataset.language).text;
  const source = dataset.primarySource === null ? undefined : dataset.sources.get(dataset.primarySource);
  const names = source
    ? [source.publisher ?? source.title, source.author].flatMap((name) => (name ? [shown(name)] : []))
    : [];
  const { lang, dir, messages } = language;
  // Of data that somebody else has gathered, the words that their licence asks for go with every picture.
  const origin =
    names.length > 0
      ? { text: `${messages.source} ${names.join(lang === 'ar' ? '، ' : ', ')}`, lang, dir }
      : pickText(dataset.attribution ?? '', language.locale, dataset.language);
  return { scene, dataset, language, measure, title, origin };
}
