import { expect } from 'chai';
import { hasMarks, plainSpelling, wordPattern } from '../../../src/core/i18n/spelling.js';
import { fc } from '../support/fast-check.js';

const finds = (word: string, text: string): boolean => {
  const { marked, unmarked } = wordPattern(word)!;
  const found = new RegExp(marked, '').test(text);
  if (!hasMarks(text)) expect(new RegExp(unmarked, '').test(text), `${word} in ${text}`).to.equal(found);
  return found;
};

describe('wordPattern', () => {
  const alike: readonly (readonly string[])[] = [
    ['Zürich', 'zurich', 'ZURICH', 'Zu\u0308rich', 'zürıch'],
    ['Đặng', 'dang', 'Da\u0323\u0306ng'],
    ['Łódź', 'lodz'],
    ['Ёлка', 'елка', 'ЕЛКА'],
    ['Ὀδυσσεύς', 'οδυσσευσ'],
    ['الأسد', 'الاسد', 'الإسد', 'ٱلٱسد', 'الأَسَد', 'الأســـد'],
    ['مدينة', 'مدينه', 'مَدِينَةٌ'],
    ['على', 'علي', 'علی'],
    ['مسؤول', 'مسوول', 'مسو\u0654ول'],
    ['2016', '٢٠١٦', '۲۰۱۶'],
    ["don't", 'don’t'],
    ['al-Zour', 'al–zour', 'AL‑ZOUR'],
    ['a\u200db', 'ab'],
    ['서울'],
    ['😀x', '😀X'],
  ];
  for (const row of alike) {
    it(`takes ${row.join(', ')} for the same`, () => {
      for (const word of row)
        for (const text of row) expect(finds(word, `… ${text} …`), `${word} in ${text}`).to.equal(true);
    });
  }

  it('tells apart what is different', () => {
    for (const [word, text] of [
      ['a.c', 'abc'],
      ['[a]', 'a'],
      ['서', '사'],
      ['ab', 'a b'],
      ['(', ')'],
      ['^', ''],
      ['\\d', '5'],
      ['-', 'a'],
    ]) {
      expect(finds(word!, text!), `${word} in ${text}`).to.equal(false);
    }
  });

  it('is nothing for a word of marks alone, or none', () => {
    for (const word of ['', '\u0301', 'ـ', '\u064e\u064b']) expect(wordPattern(word)).to.equal(null);
  });

  it('finds any word in itself, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.string(), (word, other) => {
        if (wordPattern(word)) expect(finds(word, `${other}${word}${other}`)).to.equal(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('plainSpelling', () => {
  it('is the same for all variants of a word', () => {
    const words = { 'Zürich 3': 'zurich 3', أيّار: 'ايار', إلى: 'الي', مدينةٌ: 'مدينه', '١٨–۱۸': '18-18', 서울: '서울' };
    for (const [word, plain] of Object.entries(words)) expect(plainSpelling(word)).to.equal(plain);
  });
});
