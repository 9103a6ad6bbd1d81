import type { Dataset } from '../core/dataset/dataset.js';
import { directionOf, isLocale, languageOf, spokenLanguages } from '../core/i18n/locale.js';
import type { Language } from '../core/scene/language.js';
import { nearestAttribute } from './controllers/surroundings-controller.js';

/**
 * The language to speak: the reader's choice, else the nearest `lang`, else the first of the browser's languages that
 * the data have, else that of the data, else English.
 */
export function resolveLocale(host: Element, chosen: string | null, dataset: Dataset | null): string {
  if (chosen !== null) return chosen;
  const near = nearestAttribute(host, 'lang', isLocale);
  if (near !== null) return near;
  const inData = (tag: string): boolean =>
    dataset?.languages.some((lang) => languageOf(lang) === languageOf(tag)) ?? false;
  return navigator.languages.find(inData) ?? dataset?.language ?? 'en';
}

/** The direction of the layout: that of the reader's chosen language, else the nearest `dir`, else the language's. */
export function resolveDirection(host: Element, chosen: string | null, locale: string): 'ltr' | 'rtl' {
  const near = chosen === null ? nearestAttribute(host, 'dir', (value) => /^(ltr|rtl)$/i.test(value)) : null;
  return near === null ? directionOf(locale) : near.toLowerCase() === 'rtl' ? 'rtl' : 'ltr';
}

const names = { ar: { lang: 'ar-SY', name: 'العربية' }, en: { lang: 'en', name: 'English' } } as const;

/** The other language that both the widget and the data speak; null when there is none. */
export function otherLanguage(
  { lang }: Language,
  dataset: Dataset | null,
): { readonly lang: string; readonly name: string } | null {
  const other = spokenLanguages.find((spoken) => spoken !== lang)!;
  return dataset?.languages.some((tag) => languageOf(tag) === other) ? names[other] : null;
}
