import { hasMarks, type WordPattern } from './spelling.js';

/** From the first letter up to, not including, the second: indices into a text. */
export type Stretch = readonly [start: number, end: number];

/** What is written over, under and after a letter, and parted from it would stand alone. */
const trailing = /[\p{M}\u0640\u200c\u200d]*/uy;

/**
 * Where a text says any of the words, in whatever spelling; in its order, and apart from each other. Vowel signs and
 * accents go with their letter.
 */
export function findWords(text: string, patterns: readonly WordPattern[]): readonly Stretch[] {
  const found: Stretch[] = [];
  for (const { marked, unmarked } of patterns) {
    for (const match of text.matchAll(hasMarks(text) ? marked : unmarked)) {
      trailing.lastIndex = match.index + match[0].length;
      trailing.test(text);
      found.push([match.index, trailing.lastIndex]);
    }
  }
  return merged(found);
}

/** Stretches in order; those that touch as one. */
export function merged(stretches: readonly Stretch[]): readonly Stretch[] {
  const result: [number, number][] = [];
  for (const [start, end] of [...stretches].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/** The text in parts: what is found at the odd places, what stands between at the even ones, as `split` gives it. */
export function markedParts(text: string, patterns: readonly WordPattern[]): readonly string[] {
  let done = 0;
  const parts = findWords(text, patterns).flatMap(([start, end]) => {
    const before = text.slice(done, start);
    done = end;
    return [before, text.slice(start, end)];
  });
  return [...parts, text.slice(done)];
}
