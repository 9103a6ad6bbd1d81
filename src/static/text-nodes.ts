import { inScripts, pickText, type ShownText } from '../core/i18n/text.js';
import { languageOf } from '../core/i18n/locale.js';
import type { LocalizedText } from '../core/i18n/localized-text.js';
import type { Language } from '../core/scene/language.js';
import { safeUrl } from '../core/util/safe-url.js';
import { splitAddresses } from '../core/util/split-addresses.js';
import { element, type Content } from './html-tree.js';

/** The data's text in the language of the page, marked with its own language and direction where it is another. */
export const textOf = (
  text: LocalizedText | null | undefined,
  dataLanguage: string,
  language: Language,
  form?: (text: string) => Content,
): Content =>
  text === null || text === undefined ? null : marked(pickText(text, language.locale, dataLanguage), language, form);

/** A text that is already chosen, marked where its language is not that of the page. */
export const marked = (
  { text, lang, dir }: ShownText,
  language: Language,
  form: (text: string) => Content = String,
): Content => (languageOf(lang) === language.lang ? form(text) : element('bdi', { lang, dir }, form(text)));

/** A sentence of ours, with what of it is in another script marked, such as names that the data have. */
export const mixed = (sentence: string, language: Language): Content =>
  inScripts(sentence, language.lang).map((piece) => marked(piece, language));

/** A text in which the addresses of web pages are links. */
export const linked = (text: string): Content =>
  splitAddresses(text).map((part, i) => {
    const url = i % 2 ? safeUrl(part) : null;
    return url ? link(url, element('bdi', { dir: 'ltr' }, part)) : part;
  });

/** A link of the data, which has to be safe to follow (`safeUrl`). */
export const link = (href: string, ...content: readonly Content[]): Content =>
  element('a', { href, rel: 'noopener noreferrer' }, ...content);

/** Texts of the data as a list in words, each marked by itself. */
export function namesOf(
  texts: readonly LocalizedText[],
  dataLanguage: string,
  language: Language,
  list: (items: readonly string[]) => string = (items) => language.numbers.list(items),
): Content {
  const names = texts.map((text) => textOf(text, dataLanguage, language));
  return list(texts.map((_, i) => `{${i}}`))
    .split(/(\{\d+\})/)
    .map((part) => (/^\{\d+\}$/.test(part) ? names[Number(part.slice(1, -1))] : part));
}
