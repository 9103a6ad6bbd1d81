import { typeScale, type MeasureText, type TextRole } from '../core/layout/type-scale.js';

/**
 * Widths of texts where there is no browser to ask. Of Latin letters the advance widths of Noto Sans Regular, of Arabic
 * ones those of Noto Sans Arabic Regular (both under the SIL Open Font License), measured in a browser in hundredths of a
 * font size: a little wider than Segoe UI, Roboto or Helvetica, whose metrics are close to each other. What is drawn in a
 * reader's own font stands where this table says, so widths are generous rather than exact: a name that ends early is a
 * gap, one that ends late runs into the next.
 */
export const measureText: MeasureText = (text, role, arabic) => {
  const { latin, arabic: arabicSize, weight } = typeScale[role];
  let hundredths = 0;
  const letters = [...text];
  letters.forEach((letter, i) => {
    const own = arabicWidth(letter, letters[i + 1]);
    hundredths += own === undefined ? widthOf(letter) * latinWeights[weight] : own * arabicWeights[weight];
  });
  return (hundredths / 100) * (arabic ? arabicSize : latin) * serifs(role);
};

/** How much wider letters are in these weights, taken together, and 4 to 5 in a hundred to be generous. */
const latinWeights: Readonly<Record<400 | 600 | 700, number>> = { 400: 1.04, 600: 1.09, 700: 1.12 };
/** Most Arabic faces have no weight between the regular and the bold one. */
const arabicWeights: Readonly<Record<400 | 600 | 700, number>> = { 400: 1, 600: 1.09, 700: 1.09 };
/** Charter and Georgia in bold. */
const serifs = (role: TextRole): number => (typeScale[role].family === 'serif' ? 1.04 : 1);

/** From the blank to the tilde. */
const ascii = (
  '26 27 41 65 57 83 73 22 30 30 55 57 27 32 27 37 57 57 57 57 57 57 57 57 57 57 27 27 57 57 57 43 90 64 65 63 73 56 52 73 74 ' +
  '34 27 62 52 91 76 78 60 78 62 55 56 73 60 93 59 57 57 33 37 33 57 44 28 56 61 48 61 56 34 61 62 26 26 53 26 93 62 60 61 61 ' +
  '41 48 36 62 51 79 53 51 47 38 55 38 57'
)
  .split(' ')
  .map(Number);

const signs: Readonly<Record<string, number>> = { '“': 36, '”': 36, '‘': 17, '’': 17, '–': 50, '·': 27, '…': 79 };

/** Marks over letters, joiners, signs of direction. */
const withoutWidth = /[\p{Mn}\p{Me}\p{Cf}]/u;
/** A whole font size each: Chinese, Japanese, Korean, and most pictures. */
const fullWidth =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}\uff01-\uff60]/u;

function widthOf(letter: string): number {
  const code = letter.codePointAt(0)!;
  if (code < 0x20) return 0;
  const known = ascii[code - 0x20] ?? signs[letter];
  if (known !== undefined) return known;
  if (withoutWidth.test(letter)) return 0;
  if (fullWidth.test(letter)) return 100;
  // An accent leaves a letter as wide as it is.
  const base = letter.normalize('NFD')[0]!;
  if (base !== letter) return widthOf(base);
  return /\p{Lu}/u.test(letter) ? 72 : 62;
}

/** Letters of one shape: as wide alone or at the end of a word, and joined to a letter that follows. */
const arabicShapes: readonly (readonly [letters: string, last: number, joined: number])[] = [
  ['آأإاٱ', 29, 29],
  ['ءة', 49, 49],
  ['ؤو', 47, 47],
  ['دذ', 53, 53],
  ['رزژ', 40, 40],
  ['بتثپٹ', 109, 37],
  ['فڤ', 110, 49],
  ['ئىيی', 76, 37],
  ['جحخچ', 72, 64],
  ['سش', 127, 85],
  ['صض', 135, 95],
  ['طظ', 83, 71],
  ['عغ', 53, 52],
  ['ق', 81, 49],
  ['كکگ', 97, 51],
  ['ل', 73, 30],
  ['م', 56, 58],
  ['ن', 73, 34],
  ['ه', 67, 57],
  ['ـ', 47, 47],
  ['،؛', 34, 34],
  ['؟', 43, 43],
  ['«»', 51, 51],
];

const arabicWidths = new Map(arabicShapes.flatMap(([letters, ...widths]) => [...letters].map((one) => [one, widths])));

const isArabicLetter = (letter: string): boolean => /\p{Script=Arabic}|ـ/u.test(letter) && /\p{L}/u.test(letter);

/** Undefined for what is no Arabic letter; one that nobody measured is as wide as most are at the end. */
function arabicWidth(letter: string, next: string | undefined): number | undefined {
  const widths = arabicWidths.get(letter);
  if (widths) return next !== undefined && isArabicLetter(next) ? widths[1] : widths[0];
  return isArabicLetter(letter) ? 75 : undefined;
}
