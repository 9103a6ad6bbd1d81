import { expect } from 'chai';
import { formatTemporal } from '../../../src/core/temporal/format-temporal.js';
import { parseTemporal } from '../../../src/core/temporal/parse-temporal.js';
import type { Temporal } from '../../../src/core/temporal/temporal.js';
import { fc, temporal, validTexts } from './support.js';

const ignoringSource = (value: Temporal): Temporal => ({ ...value, source: '' });

const year = fc.integer({ min: -9999, max: 9999 }).map((n) => {
  const digits = String(Math.abs(n)).padStart(4, '0');
  return n < 0 ? `-${digits}` : digits;
});
const twoDigits = (min: number, max: number) => fc.integer({ min, max }).map((n) => String(n).padStart(2, '0'));
const qualifier = fc.constantFrom('', '', '?', '~', '%');
const date = fc
  .tuple(year, qualifier, fc.option(twoDigits(1, 12)), qualifier, fc.option(twoDigits(1, 28)), qualifier)
  .map(([y, q1, m, q2, d, q3]) =>
    m === null ? y + q1 : d === null ? `${y}-${q1}${m}${q2}` : `${y}${q1}-${m}-${d}${q3}`,
  );
const range = fc.tuple(date, date).map(([a, b]) => `${a}..${b}`);
const item = fc.oneof(date, range);
const anyText = fc.oneof(
  date,
  fc
    .tuple(fc.oneof(date, fc.constantFrom('', '..')), fc.oneof(date, fc.constantFrom('', '..')))
    .map((ab) => ab.join('/')),
  fc.array(item, { minLength: 1, maxLength: 5 }).map((items) => `[${items.join()}]`),
  fc.array(item, { minLength: 1, maxLength: 5 }).map((items) => `{${items.join()}}`),
);

describe('formatTemporal(temporal)', () => {
  it('writes every valid text back, sets in the order of time', () => {
    const changed = validTexts.filter((text) => formatTemporal(temporal(text)) !== text);
    expect(changed).to.deep.equal(['[1760-01,-1760-02,1760-12..]', '{1960,-1961-12}']);
    expect(formatTemporal(temporal('{1960,-1961-12}'))).to.equal('{-1961-12,1960}');
  });

  it('parses back to the same value', () => {
    for (const text of validTexts) {
      const value = temporal(text);
      expect(ignoringSource(temporal(formatTemporal(value))), text).to.deep.equal(ignoringSource(value));
    }
  });

  it('parses back to the same value, whatever the text', () => {
    let parsed = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        const result = parseTemporal(text);
        if (!result.ok) return;
        parsed++;
        const formatted = formatTemporal(result.value);
        const again = temporal(formatted);
        expect(ignoringSource(again)).to.deep.equal(ignoringSource(result.value));
        expect(formatTemporal(again)).to.equal(formatted);
      }),
      { numRuns: 1000 },
    );
    expect(parsed).to.be.greaterThan(400);
  });
});
