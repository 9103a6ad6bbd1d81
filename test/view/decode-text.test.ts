import { expect } from 'chai';
import { createDecoder } from '../../src/view/decode-text.js';

const text = 'دير الزور – “Deir” 🕊';

/** All bytes, in pieces of `size`. */
function decode(bytes: Uint8Array, size: number): string {
  const decoder = createDecoder();
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
      for (const size of [2, 3, 5, 7, 1000]) expect(decode(bytes, size), `pieces of ${size}`).to.equal(text);
    });
  }

  it('puts a sign in the place of what is no text, and goes on', () => {
    expect(decode(Uint8Array.of(0x61, 0xff, 0x62), 10)).to.equal('a\ufffdb');
    expect(decode(Uint8Array.of(0x61, 0xd8), 10), 'cut off in a character').to.equal('a\ufffd');
  });

  it('reads nothing as nothing', () => {
    expect(createDecoder()()).to.equal('');
  });
});
