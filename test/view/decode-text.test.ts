import { expect } from 'chai';
import { charsetOf, createDecoder } from '../../src/view/decode-text.js';

const text = 'دير الزور – “Deir” 🕊';

/** All bytes, in pieces of `size`. */
function decode(bytes: Uint8Array, size: number, charset: string | null = null): string {
  const decoder = createDecoder(charset);
  let result = '';
  for (let at = 0; at < bytes.length; at += size) result += decoder(bytes.subarray(at, at + size));
  return result + decoder();
}

function utf16(littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  [0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))].forEach((unit, i) =>
    view.setUint16(2 * i, unit, littleEndian),
  );
  return new Uint8Array(view.buffer);
}

describe('createDecoder()', () => {
  const utf8 = new TextEncoder().encode(text);
  const cases = {
    'UTF-8': utf8,
    'UTF-8 with a byte order mark': Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8),
    'UTF-16, little end first': utf16(true),
    'UTF-16, big end first': utf16(false),
  };
  for (const [name, bytes] of Object.entries(cases)) {
    it(`reads ${name}, wherever it is cut`, () => {
      for (const size of [1, 2, 3, 5, 7, 1000]) expect(decode(bytes, size), `pieces of ${size}`).to.equal(text);
    });
  }

  it('puts a sign in the place of what is no text, and goes on', () => {
    expect(decode(Uint8Array.of(0x61, 0xff, 0x62), 10)).to.equal('a\ufffdb');
    expect(decode(Uint8Array.of(0x61, 0xd8), 10), 'cut off in a character').to.equal('a\ufffd');
  });

  it('reads nothing as nothing', () => {
    expect(createDecoder()()).to.equal('');
    expect(createDecoder('windows-1256')()).to.equal('');
  });

  it('reads what is shorter than a mark', () => {
    for (const short of ['a', 'ab', 'é']) {
      for (const size of [1, 2, 3]) expect(decode(new TextEncoder().encode(short), size)).to.equal(short);
    }
    expect(decode(Uint8Array.of(0xff, 0xfe), 1), 'a mark alone').to.equal('');
    expect(decode(Uint8Array.of(0xef, 0xbb), 1), 'part of a mark').to.equal('\ufffd');
  });

  // "دير" in windows-1256, and in UTF-8.
  const [arabic, mark] = [Uint8Array.of(0xcf, 0xed, 0xd1), [0xef, 0xbb, 0xbf]];

  it('takes the encoding that the server names, wherever it is cut', () => {
    for (const size of [1, 2, 3, 5]) {
      expect(decode(arabic, size, 'windows-1256')).to.equal('دير');
      expect(decode(arabic, size, 'Windows-1256')).to.equal('دير');
      expect(decode(utf16(true), size, 'windows-1256'), 'a mark is right').to.equal(text);
      expect(decode(Uint8Array.of(...mark, ...utf8), size, 'windows-1256')).to.equal(text);
    }
    expect(decode(arabic, 5), 'wrong bytes without it').to.equal('\ufffd\ufffd\ufffd');
  });

  it('takes UTF-8 where the name is of no encoding', () => {
    for (const name of ['cp-arabic', '', 'replacement']) expect(decode(utf8, 3, name)).to.equal(text);
  });
});

describe('charsetOf(type)', () => {
  it('finds the encoding in a content type', () => {
    expect(charsetOf('text/csv; charset=windows-1256')).to.equal('windows-1256');
    expect(charsetOf('text/csv;header=present; Charset="UTF-16"')).to.equal('UTF-16');
    for (const type of [null, '', 'text/csv', 'text/csv; charset=', 'text/csv; header=charset']) {
      expect(charsetOf(type), String(type)).to.equal(null);
    }
  });

  it('believes no server of JSON, which is UTF-8', () => {
    expect(charsetOf('application/json; charset=iso-8859-1')).to.equal(null);
    expect(charsetOf('application/x-ndjson;charset=iso-8859-1')).to.equal(null);
  });
});
