import { expect } from 'chai';
import { findWords, markedParts } from '../../../src/core/i18n/highlight.js';
import { plainSpelling, wordPatterns } from '../../../src/core/i18n/spelling.js';
import { fc } from '../support/fast-check.js';

/** The text with what is found between brackets. */
const shown = (text: string, query: string): string =>
  markedParts(text, wordPatterns(query))
    .map((part, i) => (i % 2 ? `[${part}]` : part))
    .join('');

describe('markedParts', () => {
  const table: readonly (readonly [why: string, query: string, text: string, expected: string])[] = [
    ['any case and accent', 'zurich', 'From Zürich to ZURICH', 'From [Zürich] to [ZURICH]'],
    ['parts of words', 'strike', 'Air strikes', 'Air [strike]s'],
    ['each word of the query', 'air clash', 'Air strikes, clashes', '[Air] strikes, [clash]es'],
    ['words that overlap as one', 'panor orama', 'Panorama', '[Panorama]'],
    ['words in each other as one', 'rama panorama', 'Panorama', '[Panorama]'],
    ['words that touch as one', 'air strikes', 'airstrikes', '[airstrikes]'],
    ['the whole text', 'all', 'all', '[all]'],
    ['both edges', 'a', 'a-b-a', '[a]-b-[a]'],
    ['letters that Arabic spelling mixes', 'الاسد', 'قوات الأسد، والاسد', 'قوات [الأسد]، و[الاسد]'],
    ['a last letter in another form', 'مدينه', 'في مدينة الميادين', 'في [مدينة] الميادين'],
    ['vowel signs inside a word', 'مدينة', 'مَدِينَةِ دير الزور', '[مَدِينَةِ] دير الزور'],
    ['vowel signs of the last letter with it', 'قتل', 'قُتِلَ خمسة', '[قُتِلَ] خمسة'],
    ['no sign of the letter before', 'تل', 'قُتِلَ', 'قُ[تِلَ]'],
    ['tatweel', 'داعش', 'داعـــش', '[داعـــش]'],
    ['accents that are signs of their own', 'zu', 'Zu\u0308rich', '[Zu\u0308]rich'],
    ['digits of any script', '2016', 'أيار ٢٠١٦', 'أيار [٢٠١٦]'],
    ['both languages at once', 'isis داعش', 'ISIS (داعش)', '[ISIS] ([داعش])'],
    ['what regular expressions mean as it stands', '.*', 'a.*b (c)', 'a[.*]b (c)'],
    ['brackets', '[(', 'x [( y', 'x [[(] y'],
    ['a backslash', '\\d', '\\d 5', '[\\d] 5'],
    ['signs and emoji', '😀', 'a😀b', 'a[😀]b'],
    ['nothing', 'xyz', 'Air strikes', 'Air strikes'],
    ['nothing of a query of signs alone', '\u064e', 'قُتِلَ', 'قُتِلَ'],
    ['nothing in no text', 'a', '', ''],
  ];
  for (const [why, query, text, expected] of table) {
    it(`finds ${why}: ${query}`, () => expect(shown(text, query)).to.equal(expected));
  }

  it('leaves the text as it is, and marks only what the query says', () => {
    const letters = fc.constantFrom(...'aAàbB 12٢قُتلةه.*[\\😀'.split(''), 'ـ', '\u0301');
    const texts = fc.array(letters, { maxLength: 20 }).map((list) => list.join(''));
    fc.assert(
      fc.property(texts, texts, (text, query) => {
        const patterns = wordPatterns(query);
        const parts = markedParts(text, patterns);
        expect(parts.join('')).to.equal(text);
        expect(parts.length % 2).to.equal(1);
        const letterOf = new Set(plainSpelling(query));
        parts.forEach((part, i) => {
          const foreign = [...plainSpelling(part)].filter((letter) => !letterOf.has(letter));
          if (i % 2) expect(foreign, `${part} of ${query}`).to.deep.equal([]);
          else expect(findWords(part, patterns), part).to.deep.equal([]);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('finds the same again: nothing is remembered from text to text', () => {
    const patterns = wordPatterns('air');
    for (let i = 0; i < 3; i++)
      expect(findWords('air air', patterns)).to.deep.equal([
        [0, 3],
        [4, 7],
      ]);
  });
});
