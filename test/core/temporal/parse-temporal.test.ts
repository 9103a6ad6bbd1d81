import { expect } from 'chai';
import { parseTemporal } from '../../../src/core/temporal/parse-temporal.js';
import loc from '../../fixtures/loc-examples.json';
import unt from '../../fixtures/unt-edtf-validate.json';
import { fc, days, iso, refusal, temporal, validTexts } from './support.js';

const locExamples = [...loc.level0, ...loc.level1, ...loc.level2];
const untValid = [...unt.level0, ...unt.level1, ...unt.level2];

describe('parseTemporal(text)', () => {
  it('reads all 64 examples of the Library of Congress', () => {
    expect(locExamples).to.have.length(64);
    expect(locExamples.filter((text) => refusal(text))).to.deep.equal([]);
  });

  it('reads all 205 valid texts of edtf-validate', () => {
    expect(untValid).to.have.length(205);
    expect(untValid.filter((text) => refusal(text))).to.deep.equal([]);
  });

  it('refuses all 54 invalid texts of edtf-validate', () => {
    expect(unt.invalid).to.have.length(54);
    expect(unt.invalid.filter((text) => !refusal(text))).to.deep.equal([]);
  });

  for (const [text, bounds] of Object.entries(loc.bounds)) {
    if (!bounds) continue;
    it(`bounds ${text} as the specification means it`, () => {
      expect(days(text)).to.equal(`${bounds[0]} – ${bounds[1]}`);
    });
  }

  it('gives every date a start before its end, and never NaN', () => {
    for (const text of validTexts) {
      const { earliest, latest } = temporal(text);
      if (earliest !== null) expect(earliest, text).to.be.finite;
      if (latest !== null) expect(latest, text).to.be.finite;
      if (earliest !== null && latest !== null) expect(latest, text).to.be.greaterThan(earliest);
    }
  });

  const bounds: readonly (readonly [string, string])[] = [
    ['1X32-X1-X2', '1032-01-02 – 1932-11-22'],
    ['-1X32-X1-X2', '-001932-01-02 – -001032-11-22'],
    ['XXXX-02-29', '0000-02-29 – 9996-02-29'],
    ['19XX-02-29', '1904-02-29 – 1996-02-29'],
    ['2015-02-XX', '2015-02-01 – 2015-02-28'],
    ['2016-XX-3X', '2016-01-30 – 2016-12-31'],
    ['2015-XX-31', '2015-01-31 – 2015-12-31'],
    ['2016-X2-3X', '2016-12-30 – 2016-12-31'],
    ['1560-XX-25', '1560-01-25 – 1560-12-25'],
    ['20X0', '2000-01-01 – 2090-12-31'],
    ['-20XX', '-002099-01-01 – -002000-12-31'],
    ['-000X', '-000009-01-01 – -000001-12-31'],
    ['-1859S5', '-001859-01-01 – -001859-12-31'],
    ['-1859S2', '-001899-01-01 – -001800-12-31'],
    ['0195S2', '0100-01-01 – 0199-12-31'],
    ['1919-XX-02/1919-XX-01', '1919-01-02 – 1919-12-01'],
    ['[1667,1668,1670..1672]', '1667-01-01 – 1672-12-31'],
    ['{1961-12,1960}', '1960-01-01 – 1961-12-31'],
    ['[-1667,1668]', '-001667-01-01 – 1668-12-31'],
  ];
  for (const [text, expected] of bounds) {
    it(`bounds ${text}: ${expected}`, () => {
      expect(days(text)).to.equal(expected);
    });
  }

  const seasons: readonly (readonly [string, string])[] = [
    ['2016-21', '2016-03-01 – 2016-11-30'],
    ['2016-22', '2016-06-01 – 2017-02-28'],
    ['2015-22', '2015-06-01 – 2016-02-29'],
    ['2016-23', '2016-03-01 – 2016-11-30'],
    ['2016-24', '2016-06-01 – 2017-02-28'],
    ['2016-25', '2016-03-01 – 2016-05-31'],
    ['2016-26', '2016-06-01 – 2016-08-31'],
    ['2016-27', '2016-09-01 – 2016-11-30'],
    ['2016-28', '2016-12-01 – 2017-02-28'],
    ['2016-29', '2016-09-01 – 2016-11-30'],
    ['2016-30', '2016-12-01 – 2017-02-28'],
    ['2016-31', '2016-03-01 – 2016-05-31'],
    ['2016-32', '2016-06-01 – 2016-08-31'],
    ['2016-33', '2016-01-01 – 2016-03-31'],
    ['2016-34', '2016-04-01 – 2016-06-30'],
    ['2016-35', '2016-07-01 – 2016-09-30'],
    ['2016-36', '2016-10-01 – 2016-12-31'],
    ['2016-37', '2016-01-01 – 2016-04-30'],
    ['2016-38', '2016-05-01 – 2016-08-31'],
    ['2016-39', '2016-09-01 – 2016-12-31'],
    ['2016-40', '2016-01-01 – 2016-06-30'],
    ['2016-41', '2016-07-01 – 2016-12-31'],
    ['201X-34', '2010-04-01 – 2019-06-30'],
  ];
  for (const [text, expected] of seasons) {
    it(`bounds the season ${text}: ${expected}`, () => {
      expect(days(text)).to.equal(expected);
      expect(temporal(text).precision).to.equal('season');
    });
  }

  it('reads a time to its second, in its zone, and as UTC without one', () => {
    const times = ['', 'Z', '-04', '+04:30', '-00:30'].map((zone) => {
      const { earliest, latest, precision } = temporal(`1985-04-12T23:20:30${zone}`);
      expect(precision).to.equal('second');
      expect((latest ?? 0) - (earliest ?? 0)).to.equal(1000);
      return iso(earliest);
    });
    expect(times).to.deep.equal([
      '1985-04-12T23:20:30Z',
      '1985-04-12T23:20:30Z',
      '1985-04-13T03:20:30Z',
      '1985-04-12T18:50:30Z',
      '1985-04-12T23:50:30Z',
    ]);
  });

  it('keeps years that Date can not hold', () => {
    const { earliest, latest, precision } = temporal('Y170000002');
    expect(precision).to.equal('year');
    expect((latest ?? 0) - (earliest ?? 0)).to.be.closeTo(365 * 86_400_000, 86_400_000);
    expect(temporal('Y-17E7').earliest).to.be.lessThan(-5e18);
    expect(refusal('Y9E99')).to.equal('A year has at most 15 digits.');
    expect(refusal(`Y1${'0'.repeat(190)}`)).to.equal('A year has at most 15 digits.');
    expect(refusal('Y1E999')).to.equal('A year has at most 15 digits.');
  });

  it('takes the precision from the finest part that has a digit', () => {
    const precisions = Object.fromEntries(
      ['1985-04-12', '2016-05-1X', '2016-05-XX', '2016-05', '2016-XX', '2016', '201X', '20XX', '2XXX', 'XXXX'].map(
        (text) => [text, temporal(text).precision],
      ),
    );
    expect(precisions).to.deep.equal({
      '1985-04-12': 'day',
      '2016-05-1X': 'day',
      '2016-05-XX': 'month',
      '2016-05': 'month',
      '2016-XX': 'year',
      '2016': 'year',
      '201X': 'decade',
      '20XX': 'century',
      '2XXX': 'millennium',
      XXXX: 'millennium',
    });
    expect(temporal('2004-02-01/2005').precision).to.equal('year');
    expect(temporal('1950S2').precision).to.equal('century');
    expect(temporal('Y171010000S3').precision).to.equal('millennium');
  });

  it('reads qualifiers on either side of every part', () => {
    const flags = (text: string): string => {
      const { uncertain, approximate } = temporal(text);
      return `${uncertain ? '?' : ''}${approximate ? '~' : ''}`;
    };
    expect(['2016-05-18', '1984?', '2004-06~', '2004-06-11%', '2004-06~-11', '2004?-06-11'].map(flags)).to.deep.equal([
      '',
      '?',
      '~',
      '?~',
      '~',
      '?',
    ]);
    expect(['?2004-06-~11', '2004-%06-11', '1984?/2004~', '[1667?,1668]', '/1985~'].map(flags)).to.deep.equal([
      '?~',
      '?~',
      '?~',
      '?',
      '~',
    ]);
  });

  it('tells an open end from an unknown one', () => {
    const states = (text: string): string => {
      const { start, end } = temporal(text);
      return `${start.state} ${end.state}`;
    };
    expect(states('1985/..')).to.equal('known open');
    expect(states('1985/')).to.equal('known unknown');
    expect(states('../1985')).to.equal('open known');
    expect(states('/1985')).to.equal('unknown known');
    expect(states('/..')).to.equal('unknown open');
    expect(states('[..1985]')).to.equal('open known');
  });

  it('sorts the members of a set by time and keeps ranges', () => {
    const { members, start, end } = temporal('{..1667-05,1970..1972,1668}');
    const text = members.map((member) => [member.start?.source, member.end?.source]);
    expect(text).to.deep.equal([
      [undefined, '1667-05'],
      ['1668', '1668'],
      ['1970', '1972'],
    ]);
    expect(start.state).to.equal('open');
    expect(end.state === 'known' && end.span.source).to.equal('1972');
    expect(temporal('[1667..1800,1670]').latest).to.equal(temporal('1800').latest);
  });
});

describe('a refusal of parseTemporal', () => {
  const messages: readonly (readonly [string, string])[] = [
    ['1960-06-31', 'June has no day 31.'],
    ['2015-02-29', 'February 2015 has no day 29.'],
    ['2016-02-30', 'February has no day 30.'],
    ['2016-05-00', 'May has no day 00.'],
    ['XXXX-02-30', 'February has no day 30.'],
    ['XXX1-02-29', 'February XXX1 has no day 29.'],
    ['2016-13', 'There is no month 13.'],
    ['2016-00-01', 'There is no month 00.'],
    ['2016-5X', 'There is no month 5X.'],
    ['2016-21-05', 'A season has no days.'],
    ['2016-05-18T25:00:00', 'There is no time 25:00:00.'],
    ['2016-05-18T10:61:00Z', 'There is no time 10:61:00.'],
    ['2016-02-30T10:00:00', 'February has no day 30.'],
    ['2016-21-05T10:00:00', 'A season has no days.'],
    ['2016-05-18T10:00:00+24', 'There is no time zone +24.'],
    ['2005-07-25T10:10:10Z/2006-01-01T10:10:10Z', 'An interval has dates, not times.'],
    ['-0000', 'There is no year -0000; write 0000.'],
    ['Y2006', 'A year with Y has more than four digits.'],
    ['Y-61000/-2000', 'A year with Y stands alone, not in an interval or a set.'],
    ['', 'The date is empty.'],
    [' ', 'The date is empty.'],
    ['1863-03-29 ', 'A date has no spaces in it.'],
    ['18/05/2016', 'Write the year first, as in 2016-05-18.'],
    ['20160518', 'Write plain hyphens, as in 2016-05-18.'],
    ['2016–05–18', 'Write plain hyphens, as in 2016-05-18.'],
    ['٢٠١٦-٠٥-١٨', 'Write the digits as 0 to 9.'],
    ['201x', 'Write a capital X for a digit that nobody knows, as in 201X.'],
    ['2001-21^southern', 'Write 25 to 28 for northern and 29 to 32 for southern seasons, as in 2001-29.'],
    ['hello', '“hello” is not an EDTF date. Write it like 2016-05-18, 2016-05 or 2016.'],
    ['/', '“/” is not an EDTF date. Write it like 2016-05-18, 2016-05 or 2016.'],
    ['[..]', '“[..]” is not an EDTF date. Write it like 2016-05-18, 2016-05 or 2016.'],
    ['[1984..,1990]', '“[1984..,1990]” is not an EDTF date. Write it like 2016-05-18, 2016-05 or 2016.'],
    ['2016/2015', 'The end 2015 begins before the start 2016.'],
    ['[2016..2015]', 'The end 2015 begins before the start 2016.'],
  ];
  for (const [text, message] of messages) {
    it(`of “${text}” says: ${message}`, () => {
      expect(refusal(text)).to.equal(message);
    });
  }

  const drafts: readonly (readonly [string, string])[] = [
    ['201u', 'X for a digit that nobody knows, as in 201X.'],
    ['1985-04-uu', 'X for a digit that nobody knows, as in 201X.'],
    ['unknown/2006', 'nothing for an end that nobody knows, as in 2016-05-18/.'],
    ['2004-01-01/open', 'two dots for an open end, as in 2016-05-18/..'],
    ['y170000002', 'a capital Y, as in Y-17E7.'],
    ['y-17e7', 'a capital Y, as in Y-17E7.'],
    ['1984?~', '% for uncertain and approximate.'],
    ['(2011)-06-04~', '? ~ or % to the right of a group, as in 2016-05~-18.'],
    ['2011-(06-04)~', '? ~ or % to the right of a group, as in 2016-05~-18.'],
  ];
  for (const [text, now] of drafts) {
    it(`recognises the draft of 2012 in ${text}`, () => {
      expect(refusal(text)).to.equal(`This is the draft of 2012; today’s EDTF has ${now}`);
    });
  }

  it('has the code end-before-start exactly where the order is wrong', () => {
    const code = (text: string): string => {
      const result = parseTemporal(text);
      return result.ok ? 'ok' : result.code;
    };
    const wrong = unt.invalid.filter((text) => code(text) === 'end-before-start');
    expect(wrong).to.deep.equal([
      '2012-24/2012-21',
      '2012-23/2012-22',
      '0800/-0999',
      '-1000/-2000',
      '1000/-2000',
      '0001/0000',
      '0000-01-03/0000-01',
      '0000/-0001',
      '0000-02/0000',
      '2004-06-11%/2004-%06',
      '2004-06-11%/2004-06~',
    ]);
    // Autumn may come first in the year, in the south.
    expect(code('2003-23/2003-04')).to.equal('ok');
    expect(code('2003-05/2003-23')).to.equal('ok');
    expect(code('2003-28/2003-11')).to.equal('end-before-start');
  });

  it('comes for anything too long, at once', () => {
    expect(refusal('2016-05-18'.repeat(100_000))).to.equal('The date is longer than 200 characters.');
    expect(refusal(`{${Array(60).fill('2016').join()}}`)).to.equal('The date is longer than 200 characters.');
  });

  it('comes for what is no text', () => {
    expect(parseTemporal(null as unknown as string).ok).to.equal(false);
    expect(parseTemporal(20160518 as unknown as string).ok).to.equal(false);
  });

  it('is never thrown', () => {
    const likeEdtf = fc.string({ unit: fc.constantFrom(...'0123456789X-?~%/.,[]{}YESTZ:+u()y ') });
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 250 }), likeEdtf), (text) => {
        const result = parseTemporal(text);
        return result.ok || result.message.endsWith('.');
      }),
      { numRuns: 2000 },
    );
  });
});
