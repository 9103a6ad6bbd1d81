import type { RelationType } from '../dataset/event.js';

/** How a noun for a date joins a sentence: `on 18 May`, `in May`. */
export type DatePreposition = 'on' | 'in';

/** The words of one language for dates. Dates come in as nouns: `18 May 2016`, `spring 2016`. */
export interface DateWords {
  /** `on 18 May 2016`, `in May 2016` */
  readonly at: (date: string, preposition: DatePreposition) => string;
  /** `around May 2016`, from the noun */
  readonly around: (date: string) => string;
  /** `possibly on 18 May`, from a phrase */
  readonly possibly: (phrase: string) => string;
  /** `about 14`, inside a longer phrase */
  readonly about: (date: string) => string;
  /** `14 May (possibly)`, inside a longer phrase */
  readonly doubtful: (date: string) => string;
  readonly between: (a: string, b: string) => string;
  /** The same as a noun, inside a longer phrase: `a time between 2 January and 2 December 1919`. */
  readonly timeBetween: (a: string, b: string) => string;
  readonly fromTo: (a: string, b: string) => string;
  readonly onOrBefore: (date: string, preposition: DatePreposition) => string;
  readonly onOrAfter: (date: string, preposition: DatePreposition) => string;
  /** Went on from here and had not ended. */
  readonly since: (date: string) => string;
  readonly endUnknown: (date: string) => string;
  /** Ended here and had been going on without a known bound. */
  readonly until: (date: string) => string;
  readonly startUnknown: (date: string) => string;
  /** One item of a set that is a range. */
  readonly range: (a: string, b: string) => string;
  readonly orEarlier: (date: string) => string;
  readonly orLater: (date: string) => string;
  readonly oneOf: (items: readonly string[]) => string;
  readonly eachOf: (items: readonly string[]) => string;
  readonly undated: string;
  readonly ongoing: string;
  /** Follows the sentence: `, likely on 14 May`. */
  readonly likely: (phrase: string) => string;
  readonly perhaps: (phrase: string) => string;
  readonly relation: (type: RelationType, title: string, possible: boolean) => string;
  /** Joins relations, which may have commas of their own. */
  readonly join: (phrases: readonly string[]) => string;
  /** `not after 18 May, because it was before {title}` */
  readonly notAfter: (date: string, type: RelationType, title: string) => string;
  readonly notBefore: (date: string, type: RelationType, title: string) => string;
  /** A year as a noun in a sentence: `2016`, `عام ٢٠١٦`. */
  readonly year: (year: string) => string;
  /** `the 1960s`; null where the language would rather name the first and the last year. */
  readonly decade: (firstYear: number, year: string) => string | null;
  readonly years: (first: string, last: string) => string;
  /** EDTF's codes 21–41: `spring 2016`, `the second quarter of 2016`. */
  readonly season: (code: number, year: string) => string;
  /** `18 May 2016, 10:20 UTC`; without a zone where none was written, without a date where it was just said. */
  readonly time: (date: string | null, time: string, utc: boolean) => string;
}
