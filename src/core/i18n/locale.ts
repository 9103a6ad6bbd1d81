/** The languages that the widget itself speaks. */
export const spokenLanguages = ['en', 'ar'] as const;
export type SpokenLanguage = (typeof spokenLanguages)[number];

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'ckb', 'sd', 'ug', 'yi', 'dv']);

/** The language part of a BCP 47 tag, in lower case. */
export const languageOf = (locale: string): string => locale.split(/[-_]/, 1)[0]!.toLowerCase();

/** The direction that a language is written in. */
export const directionOf = (locale: string): 'ltr' | 'rtl' => (rightToLeft.has(languageOf(locale)) ? 'rtl' : 'ltr');

/** True when `Intl` accepts the tag. */
export function isLocale(tag: string): boolean {
  try {
    return tag !== '' && Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}

/** The language of the widget's own words for a locale: its own if we speak it, else English. */
export function spokenLanguage(locale: string): SpokenLanguage {
  const language = languageOf(locale);
  return spokenLanguages.find((spoken) => spoken === language) ?? 'en';
}
