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
  form?: (text: string) => unknown,
): TemplateResult | typeof nothing {
  if (text === null || text === undefined) return nothing;
  return marked(pickText(text, language.locale, dataLanguage), language, form);
}

/**
 * A text that is already chosen, marked where its language is not the reader's.
 *
 * @param form what is made of the words, such as links of the addresses in them
 */
export function marked(
  { text, lang, dir }: ShownText,
  language: Language,
  form: (text: string) => unknown = String,
): TemplateResult {
  const isOwn = languageOf(lang) === language.lang;
  return isOwn ? html`${form(text)}` : html`<bdi lang=${lang} dir=${dir}>${form(text)}</bdi>`;
}

/** A message with marked texts in its places: `placed('read as {name}', { name: html`<bdi>…</bdi>` })`. */
export const placed = (message: string, values: Readonly<Record<string, unknown>>): readonly unknown[] =>
  message.split(/(\{\w+\})/).map((part) => (/^\{\w+\}$/.test(part) ? (values[part.slice(1, -1)] ?? part) : part));
