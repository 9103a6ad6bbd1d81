import type { IssueLog } from '../issue-log.js';

/** Watches a text for what is no letter: what a wrong encoding, or a file that is no text, leaves in it. */
export interface Unreadable {
  /** Characters so far. */
  readonly length: number;
  /** There is so much of it that nothing can be made of the rest. */
  readonly isAll: boolean;
  look(text: string): void;
  say(log: IssueLog): void;
}

export function createUnreadable(): Unreadable {
  let length = 0;
  let replaced = 0;
  let zeros = 0;
  return {
    get length() {
      return length;
    },
    get isAll() {
      // Numbers and names in English are worth showing; the halves of UTF-16, or a picture, are not.
      return (replaced + zeros) * (zeros > 0 ? 10 : 2) > length;
    },
    look(text) {
      length += text.length;
      replaced += occurrences(text, '\ufffd');
      zeros += occurrences(text, '\0');
    },
    say(log) {
      const n = zeros || replaced;
      if (n === 0) return;
      const letters = n === 1 ? 'one letter' : `${n.toLocaleString('en')} letters`;
      const what =
        zeros > 0
          ? `The file looks like UTF-16 without a byte order mark, or is not a text: ${letters} of it ${n === 1 ? 'is' : 'are'} NUL.`
          : `The file is not UTF-8: ${letters} could not be read, shown as \ufffd.`;
      log.add('wrong-encoding', '', `${what} Save it as UTF-8 and open it again.`);
    },
  };
}

function occurrences(text: string, letter: string): number {
  let n = 0;
  for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) n++;
  return n;
}
