import { expect } from 'chai';
import { calendarDay, daysInMonth, utcDate } from '../../../src/core/temporal/calendar.js';
import { fc } from './support.js';

describe('utcDate(year, month, day)', () => {
  it('agrees with Date for every day that Date can hold', () => {
    fc.assert(
      fc.property(fc.integer({ min: -8_640_000, max: 8_640_000 }), (tenDays) => {
        const date = new Date(tenDays * 10 * 86_400_000);
        return utcDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()) === date.getTime();
      }),
    );
  });

  it('takes the years 0 to 99 as they are', () => {
    expect(new Date(utcDate(0)).toISOString()).to.equal('0000-01-01T00:00:00.000Z');
    expect(new Date(utcDate(99, 12, 31)).toISOString()).to.equal('0099-12-31T00:00:00.000Z');
    expect(new Date(utcDate(-1)).toISOString()).to.equal('-000001-01-01T00:00:00.000Z');
  });

  it('carries months and days over', () => {
    expect(utcDate(2016, 13)).to.equal(utcDate(2017));
    expect(utcDate(2016, 20)).to.equal(utcDate(2017, 8));
    expect(utcDate(2016, 2, 30)).to.equal(utcDate(2016, 3));
  });

  it('is finite and increasing far beyond Date', () => {
    for (const year of [-9e14, -17e7, -300_000, 300_000, 170_000_002, 9e14]) {
      expect(utcDate(year)).to.be.finite;
      expect(utcDate(year + 1)).to.be.greaterThan(utcDate(year));
    }
  });
});

describe('calendarDay(time)', () => {
  it('is the inverse of utcDate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -280_000, max: 280_000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
        (year, month, day) => {
          expect(calendarDay(utcDate(year, month, day))).to.deep.equal({ year, month, day });
          expect(calendarDay(utcDate(year, month, day) + 86_399_999)).to.deep.equal({ year, month, day });
        },
      ),
    );
  });

  it('finds years at the far end', () => {
    expect(calendarDay(utcDate(170_000_002)).year).to.equal(170_000_002);
    expect(calendarDay(utcDate(-9e14)).year).to.equal(-9e14);
  });

  it('ends, also where a double no longer counts years', () => {
    for (const time of [1e27, -1e300, Infinity, NaN]) expect(calendarDay(time).month).to.be.within(1, 12);
  });
});

describe('daysInMonth(year, month)', () => {
  it('knows leap years', () => {
    const februaries = [2015, 2016, 1900, 2000, 0, -4].map((year) => daysInMonth(year, 2));
    expect(februaries).to.deep.equal([28, 29, 28, 29, 29, 29]);
    expect([1, 4, 12].map((month) => daysInMonth(2016, month))).to.deep.equal([31, 30, 31]);
  });
});
