import { directionOf, isLocale, languageOf, spokenLanguage, type SpokenLanguage } from '../i18n/locale.js';
import type { Messages } from '../i18n/messages.js';
import { messagesAr } from '../i18n/messages-ar.js';
import { messagesEn } from '../i18n/messages-en.js';
import { createNumbers, type Numbers } from '../i18n/numbers.js';
import type { WordPattern } from '../i18n/spelling.js';
import { createDateFormatter, type DateFormatter } from '../temporal/date-formatter.js';
import type { DateWords } from '../temporal/date-words.js';
import { arabicDateWords } from '../temporal/date-words-ar.js';
import { englishDateWords } from '../temporal/date-words-en.js';

/** Everything that is said in one locale: words, dates, numbers. */
export interface Language {
  readonly locale: string;
  /** The language of our own words: the locale's if we speak it, else English. */
  readonly lang: SpokenLanguage;
  /** The direction that our own words are written in. */
  readonly dir: 'ltr' | 'rtl';
  readonly messages: Messages;
  readonly dateWords: DateWords;
  readonly dates: DateFormatter;
  readonly numbers: Numbers;
  /** With the blank behind it, as all the list signs of ours. */
  readonly comma: string;
  readonly semicolon: string;
  /** What is searched for: marked in the texts of the data. Absent where nothing is. */
  readonly sought?: readonly WordPattern[];
}

const messagesOf: Readonly<Record<SpokenLanguage, Messages>> = { en: messagesEn, ar: messagesAr };
const dateWordsOf: Readonly<Record<SpokenLanguage, DateWords>> = { en: englishDateWords, ar: arabicDateWords };
const languages = new Map<string, Language>();

/** The language of a locale; the same object for the same locale, because `Intl` formatters are slow to make. */
export function createLanguage(locale: string): Language {
  const known = languages.get(locale);
  if (known) return known;
  const lang = spokenLanguage(locale);
  // Dates and digits follow our words: a German page gets English words with English dates, not a mixture.
  const own = isLocale(locale) && languageOf(locale) === lang ? locale : lang;
  const language: Language = {
    locale: own,
    lang,
    dir: directionOf(lang),
    messages: messagesOf[lang],
    dateWords: dateWordsOf[lang],
    dates: createDateFormatter(own),
    numbers: createNumbers(own),
    comma: lang === 'ar' ? '، ' : ', ',
    semicolon: lang === 'ar' ? '؛ ' : '; ',
  };
  languages.set(locale, language);
  return language;
}

/** Puts values into the places of a message: `fill('{n} of {all}', {n: '3', all: '33'})`. */
export const fill = (message: string, values: Readonly<Record<string, string>>): string =>
  message.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
