import { directionOf, languageOf } from './locale.js';
import type { LocalizedText } from './localized-text.js';

/** A text as it will be shown, with the language it is in, so that it can be marked where it is not the reader's. */
export interface ShownText {
  readonly text: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/**
 * The text in the reader's language, else in the language of the data, else in English, else in whichever there is.
 *
 * @param dataLanguage the language that a plain string is written in
 */
export function pickText(text: LocalizedText, locale: string, dataLanguage: string): ShownText {
  if (typeof text === 'string') return shown(text, dataLanguage);
  const wanted = [locale, languageOf(locale), dataLanguage, 'en'];
  const languages = Object.keys(text);
  for (const lang of wanted) {
    const found =
      languages.find((own) => own === lang) ?? languages.find((own) => languageOf(own) === languageOf(lang));
    if (found !== undefined) return shown(text[found]!, found);
  }
  const first = languages[0];
  return first === undefined ? shown('', locale) : shown(text[first]!, first);
}

/**
 * A plain string may be in another script than its file says (Arabic names in an English table): then its letters
 * decide, because wrong direction makes a text unreadable and wrong language does not.
 */
function shown(text: string, lang: string): ShownText {
  const rtlLetters = /[\u0590-\u08ff\ufb1d-\ufefc]/.test(text);
  const ltrLetters = /[A-Za-z\u00c0-\u024f]/.test(text);
  if (rtlLetters && !ltrLetters && directionOf(lang) === 'ltr') return { text, lang: 'ar', dir: 'rtl' };
  if (ltrLetters && !rtlLetters && directionOf(lang) === 'rtl') return { text, lang: 'en', dir: 'ltr' };
  return { text, lang, dir: directionOf(lang) };
}

/** From the first to the last letter of another script; commas and brackets are the sentence's own again. */
const otherScript = {
  en: /(\p{Script=Arabic}(?:[^\p{Script=Latin},;()“”\n]*\p{Script=Arabic})?)/u,
  ar: /(\p{Script=Latin}(?:[^\p{Script=Arabic}،؛()«»“”\n]*\p{Script=Latin})?)/u,
} as const;

/**
 * A sentence of ours that texts of the data stand in, in pieces: words in the letters of another script have the
 * language and direction that those mostly have.
 */
export function inScripts(sentence: string, lang: 'en' | 'ar'): readonly ShownText[] {
  const own = { lang, dir: directionOf(lang) };
  const other = lang === 'ar' ? ({ lang: 'en', dir: 'ltr' } as const) : ({ lang: 'ar', dir: 'rtl' } as const);
  return sentence
    .split(otherScript[lang])
    .map((text, i) => ({ text, ...(i % 2 ? other : own) }))
    .filter(({ text }) => text !== '');
}
