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
  const numberFormat = new Intl.NumberFormat(locale);
  let pluralRules: Intl.PluralRules | undefined;
  let listFormat: Intl.ListFormat | undefined;
  return {
    format: (value) => numberFormat.format(value),
    count(value, forms) {
      pluralRules ??= new Intl.PluralRules(locale);
      const form = forms[pluralRules.select(value)] ?? forms.other;
      return form.replace('{n}', numberFormat.format(value));
    },
    list(items) {
      listFormat ??= new Intl.ListFormat(locale, { type: 'conjunction' });
      return listFormat.format(items);
    },
  };
}
