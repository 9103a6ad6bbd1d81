import { expect } from 'chai';
import { fitText, wrapText } from '../../../src/core/layout/fit-text.js';
import { between, fc } from '../support/fast-check.js';
import { graphemesOf, measure } from '../support/measure.js';

const fit = (text: string, letters: number): string => fitText(text, 'name', letters * 7, measure).text;

describe('fitText', () => {
  const table: readonly [string, number, string][] = [
    ['Car bomb', 8, 'Car bomb'],
    ['Car bomb', 7.9, 'Car bo…'],
    ['Car bomb in the desert', 12, 'Car bomb in…'],
    ['Car bomb in the desert', 9, 'Car bomb…'],
    ['Incomprehensible', 8, 'Incompr…'],
    ['A incomprehensible', 8, 'A incom…'],
    ['Car bomb', 4, 'Car…'],
    ['Car bomb', 3.9, ''],
    ['Car bomb', 0, ''],
    ['Car bomb', -20, ''],
    ['ab', 2, 'ab'],
    ['', 0, ''],
    ['قصف شارع الوادي', 10, 'قصف شارع…'],
    ['e\u0301te\u0301 e\u0301te\u0301', 5, 'e\u0301te\u0301…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 4, '👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦…'],
    ['🇸🇾🇱🇧🇮🇶🇯🇴🇹🇷', 4, '🇸🇾🇱🇧🇮🇶…'],
  ];
  for (const [text, letters, expected] of table) {
    it(`makes "${expected}" of "${text}" where ${letters} letters fit`, () =>
      expect(fit(text, letters)).to.equal(expected));
  }

  const text = fc
    .array(fc.constantFrom('a', 'b', ' ', 'e\u0301', '👩‍👩‍👧‍👦', '🇸🇾', 'ق', 'صَ'), { maxLength: 40 })
    .map((parts) => parts.join(''));
  const width = between(0, 300);

  it('fits, is a beginning in whole graphemes, and ends with … exactly where it is cut', () => {
    fc.assert(
      fc.property(text, width, (whole, available) => {
        const fitted = fitText(whole, 'name', available, measure);
        expect(fitted.width).to.be.at.most(available);
        expect(fitted.width).to.equal(fitted.text === '' ? 0 : measure(fitted.text, 'name', false));
        expect(fitted.cut).to.equal(fitted.text !== whole);
        if (!fitted.cut || fitted.text === '') return;
        expect(fitted.text.endsWith('…')).to.equal(true);
        const shown = graphemesOf(fitted.text.slice(0, -1));
        expect(shown).to.deep.equal(graphemesOf(whole).slice(0, shown.length));
      }),
      { numRuns: 500 },
    );
  });

  it('leaves out no more than it must, but for half a word', () => {
    fc.assert(
      fc.property(text, width, (whole, available) => {
        const fitted = fitText(whole, 'name', available, measure);
        if (!fitted.cut || fitted.text === '') return;
        const shown = graphemesOf(fitted.text.slice(0, -1)).length;
        const longer = graphemesOf(whole)
          .slice(0, shown + 1)
          .join('');
        const isWordEnd = graphemesOf(whole)[shown] === ' ';
        expect(isWordEnd || measure(`${longer.trimEnd()}…`, 'name', false) > available).to.equal(true);
      }),
    );
  });

  it('cuts a text of 100,000 letters without measuring all of it', () => {
    let measured = 0;
    const counting: typeof measure = (...args) => {
      measured += args[0].length;
      return measure(...args);
    };
    const { text: shown, cut } = fitText('x'.repeat(100_000), 'name', 200, counting);
    expect([shown.length, cut]).to.deep.equal([28, true]);
    expect(measured).to.be.below(5000);
  });

  it('does not say of a whole text that it is cut, however many code units its letters have', () => {
    const family = '👩‍👩‍👧‍👦'.repeat(30);
    expect(fitText(family, 'name', 1000, measure)).to.deep.equal({ text: family, width: 210, cut: false });
  });

  it('cuts a text of many code units between its letters as well', () => {
    const family = '👩‍👩‍👧‍👦'.repeat(200);
    const { text: shown } = fitText(family, 'name', 5000, measure);
    expect(graphemesOf(shown.slice(0, -1)).every((letter) => letter === '👩‍👩‍👧‍👦')).to.equal(true);
    expect(shown.endsWith('…')).to.equal(true);
  });
});

describe('wrapText', () => {
  const wrap = (text: string, letters: number, lines: number): readonly string[] =>
    wrapText(text, 'note', letters * 7, lines, measure);

  it('breaks at spaces', () => {
    expect(wrap('critically injured civilians', 10, 4)).to.deep.equal(['critically', 'injured', 'civilians']);
    expect(wrap('critically injured civilians', 18, 4)).to.deep.equal(['critically injured', 'civilians']);
  });

  it('cuts the last line where more is left', () => {
    expect(wrap('critically injured civilians barred from leaving', 18, 2)).to.deep.equal([
      'critically injured',
      'civilians barred…',
    ]);
  });

  it('cuts a word that is longer than a line', () => {
    expect(wrap('incomprehensible raid', 8, 2)).to.deep.equal(['incompr…', 'raid']);
  });

  it('makes no line of nothing', () => {
    expect(wrap('', 8, 2)).to.deep.equal([]);
    expect(wrap('   ', 8, 2)).to.deep.equal([]);
  });

  it('never makes a line that is too wide, nor one too many', () => {
    const text = fc.array(fc.constantFrom('a', 'bcd', 'قصف', 'incomprehensibilities', '👩‍👩‍👧‍👦'), { maxLength: 20 });
    fc.assert(
      fc.property(text, fc.integer({ min: 4, max: 30 }), fc.integer({ min: 1, max: 4 }), (words, letters, most) => {
        const lines = wrap(words.join(' '), letters, most);
        expect(lines.length).to.be.at.most(most);
        for (const line of lines) expect(graphemesOf(line).length).to.be.at.most(letters);
        if (!lines.some((line) => line.endsWith('…'))) expect(lines.join(' ')).to.equal(words.join(' '));
      }),
    );
  });
});
