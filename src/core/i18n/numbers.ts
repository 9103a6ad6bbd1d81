import { languageOf } from './locale.js';

/** The words of one counted noun, by CLDR plural category; `{n}` stands for the number. */
export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }>;

/** Numbers and counted nouns of one locale. */
export interface Numbers {
  /** A number in the locale's digits, grouped. */
  format(value: number): string;
  /** A counted noun: the form for the number, with the number in it. */
  count(value: number, forms: PluralForms): string;
  /** Items as a list in words: "a, b and c". */
  list(items: readonly string[]): string;
}

/** Formatters are slow to make and quick to use: one set a locale, kept by the caller. */
export function createNumbers(locale: string): Numbers {
  const isArabic = languageOf(locale) === 'ar';
  // A first `Intl` object costs a millisecond or two: plain English does without for the numbers of a report.
  const isPlain = /^en(-[A-Z]{2})?$/i.test(locale);
  let numberFormat: Intl.NumberFormat | undefined;
  let pluralRules: Intl.PluralRules | undefined;
  const format = (value: number): string => {
    if (isPlain && Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
    return (numberFormat ??= new Intl.NumberFormat(locale)).format(value);
  };
  const category = (value: number): Intl.LDMLPluralRule => {
    if (isPlain) return value === 1 ? 'one' : 'other';
    return (pluralRules ??= new Intl.PluralRules(locale)).select(value);
  };
  return {
    format,
    count: (value, forms) => (forms[category(value)] ?? forms.other).replace('{n}', format(value)),
    list(items) {
      const last = items[items.length - 1] ?? '';
      const others = items.slice(0, -1);
      // Arabic says "and" before each; English before the last, without the American comma.
      const [between, and] = isArabic ? [' و', ' و'] : [', ', ' and '];
      return others.length > 0 ? `${others.join(between)}${and}${last}` : last;
    },
  };
}
