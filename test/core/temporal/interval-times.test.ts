import { expect } from 'chai';
import { createDateFormatter } from '../../../src/core/temporal/date-formatter.js';
import { dateKindOf } from '../../../src/core/temporal/date-kind.js';
import { arabicDateWords } from '../../../src/core/temporal/date-words-ar.js';
import { englishDateWords } from '../../../src/core/temporal/date-words-en.js';
import { describeTemporal } from '../../../src/core/temporal/describe-temporal.js';
import { withTimes } from '../../../src/core/temporal/interval-times.js';
import { iso, temporal } from './support.js';

const timed = (days: string, start?: string, end?: string) => withTimes(temporal(days), start, end);

describe('withTimes', () => {
  it('bounds an interval by the times of its first and its last day, the last second with it', () => {
    const both = timed('2015-03-04/2015-03-05', '2015-03-04T10:20:30Z', '2015-03-05T12:00:00Z');
    expect([iso(both.earliest), iso(both.latest)]).to.deep.equal(['2015-03-04T10:20:30Z', '2015-03-05T12:00:01Z']);
    expect([both.precision, dateKindOf(both)]).to.deep.equal(['second', 'lasted']);
    expect(both.source).to.equal('2015-03-04T10:20:30Z/2015-03-05T12:00:00Z');
    const start = timed('2015-03-04/2015-03-05', '2015-03-04T10:20:30Z');
    expect([iso(start.earliest), iso(start.latest), start.precision]).to.deep.equal([
      '2015-03-04T10:20:30Z',
      '2015-03-06',
      'day',
    ]);
  });

  it('keeps an open or unknown end', () => {
    const open = timed('2015-03-04/..', '2015-03-04T10:20:30Z');
    expect([iso(open.earliest), open.latest, open.precision, dateKindOf(open)]).to.deep.equal([
      '2015-03-04T10:20:30Z',
      null,
      'second',
      'open-end',
    ]);
    expect(dateKindOf(timed('/2015-03-04', undefined, '2015-03-04T10:20:30Z'))).to.equal('start-unknown');
  });

  it('changes nothing where a time is not on its day, is none, or comes after the end', () => {
    const days = temporal('2015-03-04/2015-03-05');
    const wrong: readonly [start?: string | undefined, end?: string][] = [
      [],
      ['2015-03-05T10:20:30Z'],
      [undefined, '2015-03-04T10:20:30Z'],
      ['2015-03-04'],
      ['10:20'],
      ['2015-03-04T10:20:30Z/..'],
      // In UTC it is the day before.
      ['2015-03-04T00:20:30+02:00'],
    ];
    for (const [start, end] of wrong) expect(withTimes(days, start, end)).to.equal(days);
    const day = temporal('2015-03-04/2015-03-04');
    expect(withTimes(day, '2015-03-04T10:20:30Z', '2015-03-04T10:20:29Z')).to.equal(day);
    for (const text of ['2015-03-04', '[2015-03-04..2015-03-05]', '2015-03/2015-04', '2015-03-0X/..']) {
      const date = temporal(text);
      expect(withTimes(date, '2015-03-04T10:20:30Z', undefined), text).to.equal(date);
    }
  });
});

describe('describeTemporal of an interval with times', () => {
  const table: readonly [days: string, start: string | undefined, end: string | undefined, en: string, ar: string][] = [
    [
      '2015-03-04/2015-03-05',
      '2015-03-04T10:20:00Z',
      '2015-03-05T12:00:30Z',
      'from 4 March 2015, 10:20 to 5 March 2015, 12:00:30 UTC',
      'من ٤ آذار ٢٠١٥، الساعة ١٠:٢٠ إلى ٥ آذار ٢٠١٥، الساعة ١٢:٠٠:٣٠ بتوقيت غرينتش',
    ],
    [
      '2015-03-04/2015-03-04',
      '2015-03-04T10:20:00',
      '2015-03-04T12:00:00',
      'from 4 March 2015, 10:20 to 12:00',
      'من ٤ آذار ٢٠١٥، الساعة ١٠:٢٠ إلى الساعة ١٢:٠٠',
    ],
    [
      '2015-03-04/2015-03-04',
      '2015-03-04T10:20:00',
      '2015-03-04T12:00:00Z',
      'from 4 March 2015, 10:20 to 4 March 2015, 12:00 UTC',
      'من ٤ آذار ٢٠١٥، الساعة ١٠:٢٠ إلى ٤ آذار ٢٠١٥، الساعة ١٢:٠٠ بتوقيت غرينتش',
    ],
    [
      '2015-03-04/2015-03-07',
      '2015-03-04T10:20:00Z',
      undefined,
      'from 4 March 2015, 10:20 UTC to 7 March 2015',
      'من ٤ آذار ٢٠١٥، الساعة ١٠:٢٠ بتوقيت غرينتش إلى ٧ آذار ٢٠١٥',
    ],
  ];
  for (const [days, start, end, en, ar] of table) {
    it(`says "${en}"`, () => {
      const value = timed(days, start, end);
      expect(describeTemporal(value, englishDateWords, createDateFormatter('en'))).to.equal(en);
      expect(describeTemporal(value, arabicDateWords, createDateFormatter('ar-SY'))).to.equal(ar);
    });
  }
});
