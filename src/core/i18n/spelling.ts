/** Signs above, below and between letters, with which a word is the same word: accents, vowels, tatweel, joiners. */
const marks = '\\u0300-\\u036f\\u064b-\\u065f\\u0670\\u0640\\u200c-\\u200f';
const allMarks = new RegExp(`[${marks}]`, 'g');
const anyMark = new RegExp(`[${marks}]`);

/** What Unicode does not decompose: each row is one letter, and what else is written for it. */
const alike = "oø lł dđ hħ iı σς اٱ يىی كک هة -‐‑–— '’‘ʼ".split(' ');

/** Letters with variants: Latin, Greek, Cyrillic, Arabic, Vietnamese and other Latin. */
const alphabets = [
  [0x41, 0x24f],
  [0x370, 0x52f],
  [0x620, 0x6f9],
  [0x1e00, 0x1fff],
] as const;

/** The letter without its marks and its case; a digit of any script as 0 to 9. */
function plainLetter(letter: string): string {
  const digit = /[\u0660-\u0669\u06f0-\u06f9]/.test(letter) ? String(letter.charCodeAt(0) & 15) : letter;
  const plain = digit.toLowerCase().normalize('NFD').replace(allMarks, '');
  // Korean syllables come apart into letters that are no syllables; they are left whole.
  const single = plain.length === 1 ? plain : letter;
  return alike.find((row) => row.includes(single))?.charAt(0) ?? single;
}

/** A text in the spelling that all its variants share: no case, no accents or vowel signs, أ إ آ as ا, digits 0 to 9. */
export const plainSpelling = (text: string): string =>
  /^[ -~]*$/.test(text) ? text.toLowerCase() : Array.from(text.replace(allMarks, ''), plainLetter).join('');

/** All that is written for a plain letter. Made when first asked for, in a millisecond. */
let variants: Map<string, string> | undefined;

function variantsOf(plain: string): string {
  if (!variants) {
    variants = new Map();
    const add = (letter: string): void => {
      const own = plainLetter(letter);
      if (own !== letter && !anyMark.test(letter)) variants!.set(own, (variants!.get(own) ?? own) + letter);
    };
    for (const [first, last] of alphabets) {
      for (let code = first; code <= last; code++) add(String.fromCharCode(code));
    }
    for (const letter of alike.join('')) add(letter);
  }
  return variants.get(plain) ?? plain;
}

/** Finds a word however it is spelt. */
export interface WordPattern {
  /** For a text with marks between its letters, and for any other. */
  readonly marked: RegExp;
  /** For a text without; several times as fast. */
  readonly unmarked: RegExp;
}

/** Whether the text has marks of its own; known at once of a text that is all Latin-1, as engines hold it. */
export const hasMarks = (text: string): boolean => anyMark.test(text);

/**
 * A pattern (global) that finds a word in texts as they are written: in any case, with or without accents and vowel
 * signs, with any of the letters that Arabic spelling mixes (أ إ آ ا, ى ي, ة ه), with any digits. Null for a word of marks
 * alone.
 */
export function wordPattern(word: string): WordPattern | null {
  const letters = Array.from(word.replace(allMarks, ''), (letter) => {
    if (letter.length > 1) return letter;
    const others = [letter.toLowerCase(), letter.toUpperCase()].filter((other) => other.length === 1);
    const all = new Set([letter, ...others, ...variantsOf(plainLetter(letter))]);
    return `[${[...all].join('').replace(/[\]\\^-]/g, '\\$&')}]`;
  });
  if (letters.length === 0) return null;
  return { unmarked: new RegExp(letters.join(''), 'g'), marked: new RegExp(letters.join(`[${marks}]*`), 'g') };
}

/** The words of a query that have letters, each as a pattern; the longest first, which leaves the fewest texts. */
export const wordPatterns = (query: string): readonly WordPattern[] =>
  query
    .split(/[\s\0]+/)
    .sort((a, b) => b.length - a.length)
    .flatMap((word) => wordPattern(word) ?? []);
