export type RefusalCode = 'invalid-date' | 'end-before-start';

/** Thrown inside the parser only: `parseTemporal` returns it as a value. The message is a plain English sentence. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly code: RefusalCode = 'invalid-date',
  ) {
    super(message);
  }
}

const draft = 'This is the draft of 2012; today’s EDTF has ';

/** What people write instead of EDTF, most specific first, and what they should write. */
const hints: readonly (readonly [RegExp, string])[] = [
  [/^\s*$/, 'The date is empty.'],
  [/unknown/i, `${draft}nothing for an end that nobody knows, as in 2016-05-18/.`],
  [/open/i, `${draft}two dots for an open end, as in 2016-05-18/..`],
  [/\?~|~\?/, `${draft}% for uncertain and approximate.`],
  [/[()]/, `${draft}? ~ or % to the right of a group, as in 2016-05~-18.`],
  [/^y-?\d/, `${draft}a capital Y, as in Y-17E7.`],
  [/^[-\du?~]*u/, `${draft}X for a digit that nobody knows, as in 201X.`],
  [/\dx/, 'Write a capital X for a digit that nobody knows, as in 201X.'],
  [/^\d\d?[/.-]\d\d?[/.-]\d{4}$/, 'Write the year first, as in 2016-05-18.'],
  [/^\d{8}$|[\u2010-\u2015\u2212]/, 'Write plain hyphens, as in 2016-05-18.'],
  [/[\u0660-\u0669\u06f0-\u06f9]/, 'Write the digits as 0 to 9.'],
  [/\^/, 'Write 25 to 28 for northern and 29 to 32 for southern seasons, as in 2001-29.'],
  [/\s/, 'A date has no spaces in it.'],
];

/** Why a text is not EDTF, and what to write instead where that can be guessed. */
export function explainRefusal(text: string): Refusal {
  const hint = hints.find(([pattern]) => pattern.test(text));
  return new Refusal(hint?.[1] ?? `“${text}” is not an EDTF date. Write it like 2016-05-18, 2016-05 or 2016.`);
}
