import { html, nothing, type TemplateResult } from 'lit';
import { pickText, type ShownText } from '../../core/i18n/text.js';
import type { LocalizedText } from '../../core/i18n/localized-text.js';
import { languageOf } from '../../core/i18n/locale.js';
import type { Language } from '../../core/scene/language.js';

/** The data's text in the reader's language, marked with its own language and direction where it is another. */
export function textOf(
  text: LocalizedText | null | undefined,
  dataLanguage: string,
  language: Language,
): TemplateResult | typeof nothing {
  if (text === null || text === undefined) return nothing;
  return marked(pickText(text, language.locale, dataLanguage), language);
}

/** A text that is already chosen, marked where its language is not the reader's. */
export function marked({ text, lang, dir }: ShownText, language: Language): TemplateResult {
  const isOwn = languageOf(lang) === language.lang;
  return isOwn ? html`${text}` : html`<bdi lang=${lang} dir=${dir}>${text}</bdi>`;
}
