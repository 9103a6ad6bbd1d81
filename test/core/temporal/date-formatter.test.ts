import { expect } from 'chai';
import { utcDate } from '../../../src/core/temporal/calendar.js';
import { createDateFormatter, type DateShape } from '../../../src/core/temporal/date-formatter.js';

const time = utcDate(2016, 5, 18) + (10 * 60 + 20) * 60_000;
const shapes: readonly DateShape[] = ['full', 'day-month', 'day', 'month-year', 'month', 'year', 'short-full', 'time'];

function all(locale: string): string {
  const formatter = createDateFormatter(locale);
  return shapes.map((shape) => formatter.format(time, shape)).join(' | ');
}

describe('createDateFormatter(locale)', () => {
  it('writes each shape in UTC', () => {
    expect(all('en')).to.equal('18 May 2016 | 18 May | 18 | May 2016 | May | 2016 | 18 May 2016 | 10:20');
    expect(all('en-US')).to.equal('May 18, 2016 | May 18 | 18 | May 2016 | May | 2016 | May 18, 2016 | 10:20');
    expect(all('ar-SY')).to.equal('١٨ أيار ٢٠١٦ | ١٨ أيار | ١٨ | أيار ٢٠١٦ | أيار | ٢٠١٦ | ١٨ أيار ٢٠١٦ | ١٠:٢٠');
  });

  it('is the same object for the same locale', () => {
    expect(createDateFormatter('ar-SY')).to.equal(createDateFormatter('ar-SY'));
  });

  it('is Gregorian unless the locale asks for another calendar', () => {
    expect(createDateFormatter('ar-SA').format(time, 'full')).to.equal('١٨ مايو ٢٠١٦');
    expect(createDateFormatter('fa').gregorian).to.equal(true);
    expect(createDateFormatter('th').format(time, 'year')).to.equal('2016');
    expect(createDateFormatter('ar-SY-u-ca-islamic-umalqura').gregorian).to.equal(false);
  });

  it('knows where a locale allows words to be left out', () => {
    const order = (locale: string): readonly boolean[] => {
      const { dayFirst, yearLast } = createDateFormatter(locale);
      return [dayFirst, yearLast];
    };
    expect(order('en')).to.deep.equal([true, true]);
    expect(order('ar-SY')).to.deep.equal([true, true]);
    expect(order('en-US')).to.deep.equal([false, true]);
    expect(order('ja')).to.deep.equal([false, false]);
  });

  it('leaves no invisible marks of direction', () => {
    for (const locale of ['ar', 'ar-SY', 'ar-EG', 'ar-SY-u-ca-islamic-umalqura', 'he', 'fa']) {
      for (const year of [-1000, -43, 50, 2016, -170_000_000]) {
        expect(createDateFormatter(locale).format(utcDate(year), 'full')).not.to.match(/[\u200e\u200f\u061c]/);
      }
    }
  });

  it('throws for no year and no locale', () => {
    const formatter = createDateFormatter('en');
    expect(formatter.format(utcDate(170_000_002), 'year')).to.equal('170,000,002');
    expect(formatter.format(utcDate(-169_999_999), 'month-year')).to.equal('170,000,000 BC');
    expect(createDateFormatter('not a locale').format(time, 'full')).to.equal('18 May 2016');
    expect(createDateFormatter('').format(time, 'full')).to.equal('18 May 2016');
  });
});
