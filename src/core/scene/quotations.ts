import type { Dataset } from '../dataset/dataset.js';
import type { Claim } from '../dataset/event.js';
import { directionOf, languageOf } from '../i18n/locale.js';
import { pickText, type ShownText } from '../i18n/text.js';
import { safeUrl, textFragmentUrl } from '../util/safe-url.js';
import type { Language } from './language.js';

/** The words of a claim as they stand in the source, with the quotation marks of their language. */
export interface Quotation extends ShownText {
  readonly marks: readonly [open: string, close: string];
}

/** What is quoted: in several languages, the first that the data give. Null where nothing is. */
export function quotationOf({ quote }: Claim, dataset: Dataset): Quotation | null {
  const [lang, text] = typeof quote === 'string' ? [dataset.language, quote] : (Object.entries(quote ?? {})[0] ?? []);
  if (!lang || !text) return null;
  const dir = directionOf(lang);
  return { text, lang, dir, marks: dir === 'rtl' ? ['«', '»'] : ['“', '”'] };
}

/** Our translation of what is quoted; null where there is none, or where the reader reads the quotation itself. */
export function translationOf({ translation }: Claim, { lang }: Quotation, language: Language): ShownText | null {
  if (translation === undefined || languageOf(lang) === language.lang) return null;
  return pickText(translation, language.locale, 'en');
}

/** Where a claim can be read: its own address, else that of its source; null where neither is safe to follow. */
export const addressOf = ({ url, source }: Claim, { sources }: Dataset): string | null =>
  safeUrl(url ?? (source === undefined ? undefined : sources.get(source)?.url));

/** The same, landing on the words that are quoted. */
export function passageOf(claim: Claim, dataset: Dataset): string | null {
  const address = addressOf(claim, dataset);
  const quotation = quotationOf(claim, dataset);
  return address && quotation ? textFragmentUrl(address, quotation.text) : address;
}
