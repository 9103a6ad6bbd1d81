import { expect } from 'chai';
import { escapeMarkup } from '../../../src/core/util/escape-markup.js';
import { isMissing, isObject } from '../../../src/core/util/json.js';
import { memoizeKeys, memoizeLast, memoizeValues } from '../../../src/core/util/memoize.js';
import { safeUrl, textFragmentUrl } from '../../../src/core/util/safe-url.js';
import { splitAddresses } from '../../../src/core/util/split-addresses.js';
import { grown } from '../../../src/core/util/typed-arrays.js';

describe('memoizeKeys', () => {
  it('computes once, and anew after it had to forget', () => {
    const calls: number[] = [];
    const double = memoizeKeys(2, (index: number) => {
      calls.push(index);
      return { value: 2 * index };
    });
    expect(double(1)).to.equal(double(1));
    expect([double(2).value, double(3).value, double(1).value]).to.deep.equal([4, 6, 2]);
    expect(calls).to.deep.equal([1, 2, 3, 1]);
  });
});

describe('grown', () => {
  it('has the same beginning, twice the room, and zeros in it', () => {
    expect(grown(new Uint8Array(0))).to.have.length(1024);
    const larger = grown(Float64Array.from({ length: 1500 }, (_, i) => i));
    expect([larger.length, larger[1499], larger[1500]]).to.deep.equal([3000, 1499, 0]);
  });
});

describe('isMissing', () => {
  it('is what files write for what they do not know', () => {
    expect([undefined, null, ''].every(isMissing)).to.equal(true);
    expect([0, false, ' ', [], {}, NaN].some(isMissing)).to.equal(false);
  });
});

describe('memoizeLast', () => {
  const counted = () => {
    let calls = 0;
    const add = memoizeLast((a: unknown, b: unknown) => {
      calls++;
      return { a, b };
    });
    return { add, calls: () => calls };
  };

  it('gives the same object for the same arguments, and computes it once', () => {
    const { add, calls } = counted();
    const list = [1];
    expect(add(list, 2)).to.equal(add(list, 2));
    expect(calls()).to.equal(1);
  });

  it('computes anew when any argument is another one, by identity and not by content', () => {
    const { add, calls } = counted();
    const results = [add([1], 2), add([1], 2), add([1], 3)];
    expect(new Set(results).size).to.equal(3);
    expect(calls()).to.equal(3);
  });

  it('takes NaN for the same argument as NaN', () => {
    const { add } = counted();
    expect(add(NaN, 0)).to.equal(add(NaN, 0));
    expect(add(0, 0)).not.to.equal(add(-0, 0));
  });

  it('remembers the last call only', () => {
    const { add, calls } = counted();
    [1, 2, 1].forEach((n) => add(n, 0));
    expect(calls()).to.equal(3);
  });

  it('remembers undefined as well', () => {
    let calls = 0;
    const nothing = memoizeLast((_: number) => void calls++);
    nothing(1);
    nothing(1);
    expect(calls).to.equal(1);
  });
});

describe('memoizeValues', () => {
  it('gives the same result as long as the values of the fields are the same', () => {
    let calls = 0;
    const sum = memoizeValues(({ a, b }: { a: number; b: readonly number[] }) => {
      calls++;
      return [a, ...b];
    });
    const b = [1];
    const first = sum({ a: 1, b });
    expect(sum({ a: 1, b })).to.equal(first);
    expect(sum({ a: 2, b })).to.deep.equal([2, 1]);
    expect(sum({ a: 1, b: [1] })).not.to.equal(first);
    expect(calls).to.equal(3);
  });
});

describe('isObject', () => {
  it('is true for what JSON writes in braces, and for nothing else', () => {
    const values = [{}, [], null, undefined, 'text', 1, true, JSON.parse('{"__proto__": 1}')];
    expect(values.map(isObject)).to.deep.equal([true, false, false, false, false, false, false, true]);
  });
});

describe('safeUrl', () => {
  const table: readonly [string | undefined, string | null][] = [
    ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
    ['HTTP://example.org', 'HTTP://example.org'],
    ['  https://example.org ', 'https://example.org'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['javascript:alert(1)', null],
    ['JaVaScRiPt:alert(1)', null],
    [' javascript:alert(1)', null],
    ['java\nscript:alert(1)', null],
    ['\u0001javascript:alert(1)', null],
    ['javascript:https://example.org', null],
    ['data:text/html,<script>', null],
    ['vbscript:x', null],
    ['blob:https://example.org/1', null],
    ['file:///etc/passwd', null],
    ['//example.org', null],
    ['/relative', null],
    ['httpsx://example.org', null],
    ['', null],
    [undefined, null],
  ];
  for (const [given, expected] of table) {
    it(`makes ${JSON.stringify(expected)} of ${JSON.stringify(given)}`, () =>
      expect(safeUrl(given)).to.equal(expected));
  }
});

describe('textFragmentUrl', () => {
  it('names a short passage in full', () => {
    expect(textFragmentUrl('https://example.org/a', ' two  words ')).to.equal(
      'https://example.org/a#:~:text=two%20words',
    );
  });

  it('names a long passage by its first and its last five words', () => {
    const passage = Array.from({ length: 13 }, (_, i) => `w${i}`).join(' ');
    expect(textFragmentUrl('https://example.org/', passage)).to.equal(
      'https://example.org/#:~:text=w0%20w1%20w2%20w3%20w4,w8%20w9%20w10%20w11%20w12',
    );
  });

  it('escapes what the directive reads as its own syntax: comma, hyphen, ampersand', () => {
    expect(textFragmentUrl('https://example.org/', 'a-b, c&d')).to.equal(
      'https://example.org/#:~:text=a%2Db%2C%20c%26d',
    );
  });

  it('keeps a fragment that the link has: it may be what names the page', () => {
    expect(textFragmentUrl('https://example.org/#/article/5', 'x')).to.equal(
      'https://example.org/#/article/5:~:text=x',
    );
  });

  it('has a form for half a character, and leaves an address that is no page alone', () => {
    expect(textFragmentUrl('https://example.org/', 'a\ud83d')).to.equal('https://example.org/#:~:text=a%EF%BF%BD');
    expect(textFragmentUrl('mailto:a@example.org', 'x')).to.equal('mailto:a@example.org');
  });

  it('keeps Arabic whole: it decodes to the passage', () => {
    const url = textFragmentUrl('https://example.org/', 'شنت قوات نظام الاسد');
    expect(decodeURIComponent(url.split('text=')[1]!)).to.equal('شنت قوات نظام الاسد');
  });
});

describe('escapeMarkup', () => {
  it('leaves no sign that begins or ends markup, or a value in double quotation marks', () => {
    expect(escapeMarkup('<b title="a">&amp;</b> it’s')).to.equal(
      '&lt;b title=&quot;a&quot;&gt;&amp;amp;&lt;/b&gt; it’s',
    );
  });
});

describe('splitAddresses', () => {
  it('puts addresses at the odd places, without the signs of the sentence around them', () => {
    expect(splitAddresses('From ACLED (https://acleddata.com/a?b=1), see http://example.org/x.')).to.deep.equal([
      'From ACLED (',
      'https://acleddata.com/a?b=1',
      '), see ',
      'http://example.org/x',
      '.',
    ]);
    expect(splitAddresses('المصدر: https://example.org/أ؛ javascript:alert(1)')).to.deep.equal([
      'المصدر: ',
      'https://example.org/أ',
      '؛ javascript:alert(1)',
    ]);
    expect(splitAddresses('no address')).to.deep.equal(['no address']);
  });
});
