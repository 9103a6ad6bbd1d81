import { expect } from 'chai';
import { formatPlainDate, parsePlainDate, plainForm } from '../../../src/core/temporal/plain-date.js';
import { parseTemporal } from '../../../src/core/temporal/parse-temporal.js';
import { fc, validTexts } from './support.js';

const read = (text: string, lenient = false) => {
  const into = { earliest: NaN, latest: NaN, form: 0 };
  return parsePlainDate(text, 0, text.length, into, lenient) ? into : null;
};

const two = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
const year = fc.integer({ min: 0, max: 9999 }).map((n) => String(n).padStart(4, '0'));
const date = fc.tuple(year, two(13), two(32));
const clock = fc.tuple(two(25), two(61), two(61)).map((parts) => parts.join(':'));
/** Texts of the plain forms; some name a day or a time that there is not. */
const plainText = fc.oneof(
  year,
  date.map(([y, m]) => `${y}-${m}`),
  date.map((parts) => parts.join('-')),
  fc.tuple(date, clock, fc.constantFrom('', 'Z')).map(([parts, time, zone]) => `${parts.join('-')}T${time}${zone}`),
);

describe('parsePlainDate', () => {
  it('gives the bounds that parseTemporal gives, and refuses what it refuses', () => {
    let count = 0;
    fc.assert(
      fc.property(plainText, (text) => {
        const plain = read(text);
        const parsed = parseTemporal(text);
        if (!plain) {
          // The codes of seasons are no months.
          if (parsed.ok) expect(parsed.value.precision, text).to.equal('season');
          return;
        }
        count++;
        if (!parsed.ok) return expect.fail(`${text}: ${parsed.message}`);
        expect([plain.earliest, plain.latest], text).to.deep.equal([parsed.value.earliest, parsed.value.latest]);
        expect(formatPlainDate(plain.earliest, plain.form)).to.equal(text);
        expect(formatPlainDate(plain.latest - 1000, plain.form)).to.equal(text);
      }),
      { numRuns: 2000 },
    );
    expect(count).to.be.above(1000);
  });

  it('reads nothing that parseTemporal would read in another way, whatever is wrong with the text', () => {
    const wrong = fc
      .tuple(plainText, fc.nat(25), fc.constantFrom('', '0', '9', 'X', '-', '?', 'T', ':', 'Z', ' ', '.', '+'))
      .map(([text, at, letter]) => text.slice(0, at) + letter + text.slice(at + 1));
    fc.assert(
      fc.property(fc.oneof(wrong, fc.constantFrom(...validTexts)), (text) => {
        const plain = read(text);
        if (!plain) return;
        const parsed = parseTemporal(text);
        expect(parsed.ok && [parsed.value.earliest, parsed.value.latest, parsed.value.type], text).to.deep.equal([
          plain.earliest,
          plain.latest,
          'date',
        ]);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads a part of a longer text, and nothing beyond it', () => {
    const into = { earliest: 0, latest: 0, form: 0 };
    expect(parsePlainDate('[2016-05-18..2016-06]', 1, 11, into)).to.equal(true);
    expect([into.earliest, into.form]).to.deep.equal([Date.UTC(2016, 4, 18), plainForm.day]);
    for (const to of [2, 3, 5, 6, 8, 9, 11, 12, 15, 18]) {
      expect(parsePlainDate('2016-05-18T10:20:30Z', 0, to, into, true), String(to)).to.equal(false);
    }
  });

  it('is lenient where it is asked to be', () => {
    const at = (text: string) => read(text, true) && new Date(read(text, true)!.earliest).toISOString();
    const table: readonly [string, string | null][] = [
      ['2015-03-04T10:20:30Z', '2015-03-04T10:20:30.000Z'],
      ['2015-03-04T10:20:30.999Z', '2015-03-04T10:20:30.000Z'],
      ['2015-03-04T10:20:30.5', '2015-03-04T10:20:30.000Z'],
      ['2015-03-04 10:20:30', '2015-03-04T10:20:30.000Z'],
      ['2015-03-04t10:20:30z', '2015-03-04T10:20:30.000Z'],
      ['2015-03-04T10:20', '2015-03-04T10:20:00.000Z'],
      ['2015-03-04T10:20Z', '2015-03-04T10:20:00.000Z'],
      ['2015-03-04T00:20:30+02:00', '2015-03-03T22:20:30.000Z'],
      ['2015-03-04T10:20:30-0330', '2015-03-04T13:50:30.000Z'],
      ['2015-03-04T10:20:30.123+02', '2015-03-04T08:20:30.000Z'],
      ['2015-03-04T10:20:30+2', null],
      ['2015-03-04T10:20:30+24:00', null],
      ['2015-03-04T10:20:30+02:60', null],
      ['2015-03-04T10:20:30 Z', null],
      ['2015-03-04T10:20:3', null],
      ['2015-03-04T24:00:00', null],
      ['2015-03-04T10', null],
      ['2015-03-04T', null],
      ['2015-3-4', null],
      ['20150304', null],
    ];
    for (const [text, expected] of table) expect(at(text), text).to.equal(expected);
    for (const [text] of table.slice(1)) expect(read(text), text).to.equal(null);
  });
});
