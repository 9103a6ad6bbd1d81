import { html, nothing, type TemplateResult } from 'lit';
import { markedParts } from '../../core/i18n/highlight.js';
import { inScripts, pickText, type ShownText } from '../../core/i18n/text.js';
import type { LocalizedText } from '../../core/i18n/localized-text.js';
import { languageOf } from '../../core/i18n/locale.js';
import type { Language } from '../../core/scene/language.js';

/** The data's text in the reader's language, marked with its own language and direction where it is another. */
export function textOf(
  text: LocalizedText | null | undefined,
  dataLanguage: string,
  language: Language,
  form?: Form,
): TemplateResult | typeof nothing {
  if (text === null || text === undefined) return nothing;
  return marked(pickText(text, language.locale, dataLanguage), language, form);
}

/** What is made of words, such as links of the addresses in them; `show` marks in them what is searched for. */
export type Form = (text: string, show: (text: string) => unknown) => unknown;

/**
 * A text that is already chosen, marked where its language is not the reader's.
 *
 * @param form by default what is searched for is marked; `String` leaves the text as it is
 */
export function marked(
  { text, lang, dir }: ShownText,
  language: Language,
  form: Form = (words, show) => show(words),
): TemplateResult {
  const isOwn = languageOf(lang) === language.lang;
  const formed = form(text, (words) => highlighted(words, language));
  return isOwn ? html`${formed}` : html`<bdi lang=${lang} dir=${dir}>${formed}</bdi>`;
}

/** A text of the data with what is searched for marked in it, in whatever spelling. */
export function highlighted(text: string, { sought }: Language): unknown {
  if (!sought) return text;
  const parts = markedParts(text, sought);
  return parts.length > 1 ? parts.map((part, i) => (i % 2 ? html`<mark>${part}</mark>` : part)) : text;
}

/** A sentence of ours, with what of it is in another script marked, such as names that the data have. */
export const mixed = (sentence: string, language: Language): unknown =>
  inScripts(sentence, language.lang).map((piece) => marked(piece, language, String));

/** Texts of the data as a list in words, or between signs, each marked by itself. */
export function namesOf(
  texts: readonly LocalizedText[],
  dataLanguage: string,
  language: Language,
  list: (items: readonly string[]) => string = (items) => language.numbers.list(items),
): readonly unknown[] {
  const names = texts.map((text) => textOf(text, dataLanguage, language));
  return placed(list(texts.map((_, i) => `{${i}}`)), { ...names });
}

/** A message with marked texts in its places: `placed('read as {name}', { name: html`<bdi>…</bdi>` })`. */
export const placed = (message: string, values: Readonly<Record<string, unknown>>): readonly unknown[] =>
  message.split(/(\{\w+\})/).map((part) => (/^\{\w+\}$/.test(part) ? (values[part.slice(1, -1)] ?? part) : part));
