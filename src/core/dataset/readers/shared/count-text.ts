import { plainSpelling } from '../../../i18n/spelling.js';
import type { Count } from '../../event.js';

const stated = (low: number | null, best: number | null, high: number | null): Count => ({ low, best, high });

/** How people write a number that they know, or do not quite know. */
const forms: readonly (readonly [RegExp, (n: number, other: number) => Count])[] = [
  [/^\+?(\d+)$/, (n) => stated(n, n, n)],
  [/^(?:between |بين |from |من )?(\d+) ?(?:-|\.\.|to|and|الي|و) ?(\d+)$/, (n, other) => stated(n, null, other)],
  [/^(\d+) ?(?:\+|or more|and more|علي الاقل|او اكثر)$/, (n) => stated(n, null, null)],
  [
    /^(?:>=|≥|at least|minimum|min\.?|no fewer than|no less than|علي الاقل|ما لا يقل عن|لا يقل عن) ?(\d+)$/,
    (n) => stated(n, null, null),
  ],
  [/^(?:>|more than|over|اكثر من) ?(\d+)$/, (n) => stated(n + 1, null, null)],
  [
    /^(?:<=|≤|at most|maximum|max\.?|up to|no more than|علي الاكثر|ما لا يزيد عن|لا يزيد عن|حتي) ?(\d+)$/,
    (n) => stated(null, null, n),
  ],
  [/^(?:<|less than|fewer than|under|اقل من) ?([1-9]\d*)$/, (n) => stated(null, null, n - 1)],
  [
    /^(?:~|≈|about|around|circa|ca?\.?|approx\.?|approximately|roughly|some|حوالي|نحو|قرابه|تقريبا) ?(\d+)$/,
    (n) => stated(null, n, null),
  ],
  [/^(\d+) ?(?:\?|approx\.?|approximately|تقريبا)$/, (n) => stated(null, n, null)],
];

/**
 * A number of people as it stands in a cell: `5`, `3–5`, `at least 3`, `about 5`, `٣`, in English and Arabic. What is no
 * number stays as words: "many"; so does "none", which is 0. Thousands may have commas or blanks between them (`1,234`,
 * `1 234`); what a point means differs from place to place.
 *
 * @param text not empty
 * @returns null where nothing is stated (`NA`, `nil`), `wrong` for figures that are no whole number
 */
export function countOfText(text: string): Count | 'wrong' | null {
  const plain = plainSpelling(text)
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<![\d.,٬])\d{1,3}([,٬ ])\d{3}(?:\1\d{3})*(?![\d.,٬])/g, (number) => number.replace(/\D/g, ''))
    // What programs make of whole numbers.
    .replace(/^(\d+)\.0+$/, '$1');
  for (const [form, make] of forms) {
    const found = form.exec(plain);
    const [n, other] = [Number(found?.[1]), Number(found?.[2] ?? 0)];
    if (found && Number.isSafeInteger(n) && Number.isSafeInteger(other)) return make(n, other);
  }
  if (/^(?:na|nan|nil|null)$/.test(plain)) return null;
  if (!/\p{L}/u.test(plain) || !Number.isNaN(Number(plain))) return 'wrong';
  const isNone = /^(?:none|nobody|no one|لا احد)$/.test(plain);
  return { ...(isNone ? stated(0, 0, 0) : stated(null, null, null)), words: text };
}
