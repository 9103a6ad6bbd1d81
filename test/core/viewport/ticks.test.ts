import { expect } from 'chai';
import { day, minute, type Domain } from '../../../src/core/viewport/domain.js';
import { axisTicks, type Tick } from '../../../src/core/viewport/ticks.js';
import { createTimeScale } from '../../../src/core/viewport/time-scale.js';
import { between, fc } from '../support/fast-check.js';
import { at, iso } from '../support/timeline.js';

const width = 900;
const ticksOf = (start: number, length: number) => axisTicks(createTimeScale([start, start + length], width));
const year = 365.2425 * day;
const hour = 60 * minute;

describe('axisTicks', () => {
  // What is visible, then the two levels: `minor format, every n | major format`.
  const table: readonly [string, number, string][] = [
    ['ten minutes', 10 * minute, 'time PT1M | full-day'],
    ['an hour', hour, 'time PT5M | full-day'],
    ['three hours', 3 * hour, 'time PT15M | full-day'],
    ['twelve hours', 12 * hour, 'time PT60M | full-day'],
    ['two days', 2 * day, 'time PT180M | full-day'],
    ['four days', 4 * day - 1, 'time PT360M | full-day'],
    ['a week', 7 * day, 'weekday-day P1D | month-year'],
    ['two weeks', 15 * day, 'weekday-day P1D | month-year'],
    ['a month', 31 * day, 'day P1D | month-year'],
    ['three months', 92 * day, 'day P7D | month-year'],
    ['a year', year, 'month P31D | year'],
    ['three years', 3 * year, 'month P91D | year'],
    ['ten years', 10 * year, 'year P366D | null'],
    ['sixty years', 60 * year, 'year P1826D | null'],
    ['a century', 100 * year, 'year P3652D | null'],
    ['a thousand years', 1000 * year, 'year P36525D | null'],
  ];
  for (const [name, length, expected] of table) {
    it(`shows ${name} as ${expected}`, () => {
      const { minor, minorFormat, majorFormat } = ticksOf(at('2016-01-01'), length);
      const step = minor[0]!.end - minor[0]!.time;
      const every = step < day ? `PT${step / minute}M` : `P${Math.round(step / day)}D`;
      expect(`${minorFormat} ${every} | ${majorFormat}`).to.equal(expected);
    });
  }

  it('centres the names of days and months, and puts times at their tick', () => {
    expect(ticksOf(at('2016-05-14'), 7 * day).centred).to.equal(true);
    expect(ticksOf(at('2016-05-14'), year).centred).to.equal(true);
    expect(ticksOf(at('2016-05-14'), hour).centred).to.equal(false);
  });

  it('begins days, months and years in UTC, whatever the zone of the reader', () => {
    const { minor, major } = ticksOf(at('2016-05-28') + hour, 6 * day);
    expect(minor.map(({ time }) => iso(time)).slice(0, 5)).to.deep.equal([
      '2016-05-28',
      '2016-05-29',
      '2016-05-30',
      '2016-05-31',
      '2016-06-01',
    ]);
    expect(major.map(({ time }) => iso(time))).to.deep.equal(['2016-05-01', '2016-06-01']);
  });

  it('lets weeks start anew with each month: 1, 8, 15, 22', () => {
    const { minor } = ticksOf(at('2016-02-01'), 80 * day);
    expect(minor.map(({ time }) => iso(time).slice(5)).slice(0, 6)).to.deep.equal([
      '02-01',
      '02-08',
      '02-15',
      '02-22',
      '03-01',
      '03-08',
    ]);
  });

  const anyTime = fc.integer({ min: -62_200_000_000_000, max: 4_000_000_000_000 });
  const anyLength = between(Math.log(minute), Math.log(3000 * year)).map((log) => Math.exp(log));

  it('covers the view without a gap, at any place and zoom, with room for each label', () => {
    fc.assert(
      fc.property(anyTime, anyLength, (start, length) => {
        const domain: Domain = [start, start + length];
        const { minor, major } = axisTicks(createTimeScale(domain, width));
        for (const ticks of [minor, ...(major.length > 0 ? [major] : [])]) {
          expect(ticks[0]!.time).to.be.at.most(domain[0]);
          expect(ticks.at(-1)!.end).to.be.at.least(domain[1]);
          ticks.slice(1).forEach((tick, i) => expect(tick.time).to.equal(ticks[i]!.end));
        }
        expect(minor.length).to.be.at.most(width / 20);
      }),
      { numRuns: 300 },
    );
  });

  it('shades the same columns while panning, and every second one', () => {
    const key = ({ time, end }: Tick): string => `${time} ${end}`;
    fc.assert(
      fc.property(anyTime, anyLength, between(-0.9, 0.9), (start, length, share) => {
        const here = ticksOf(start, length).shaded;
        const domain: Domain = [start + length * share, start + length * share + length];
        const there = new Set(axisTicks(createTimeScale(domain, width)).shaded.map(key));
        for (const tick of here) {
          if (tick.end > domain[0] && tick.time < domain[1]) expect(there.has(key(tick)), key(tick)).to.equal(true);
        }
        here.slice(1).forEach((tick, i) => {
          // One column lies between two shaded ones; months and years differ a little in length.
          const before = here[i]!;
          expect((tick.time - before.end) / (before.end - before.time)).to.be.within(0.85, 1.2);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('knows the years 0 to 99 and those before them', () => {
    const yearAt = (n: number): number => new Date(0).setUTCFullYear(n, 0, 1);
    const years = (from: number, to: number): number[] =>
      axisTicks(createTimeScale([yearAt(from), yearAt(to)], width)).minor.map(({ time }) =>
        new Date(time).getUTCFullYear(),
      );
    expect(years(40, 52)).to.deep.equal([40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51]);
    expect(years(-3, 4)).to.deep.equal([-3, -2, -1, 0, 1, 2, 3]);
    expect(years(-500, 500).slice(0, 3)).to.deep.equal([-500, -400, -300]);
    const { minor, majorFormat } = ticksOf(yearAt(50), 31 * day);
    expect(minor[0]!.time).to.equal(yearAt(50));
    expect(minor).to.have.length(31);
    expect(majorFormat).to.equal('month-year');
  });

  it('counts in years where days and months have no names, as far as years are written', () => {
    const far = axisTicks(createTimeScale([1e16, 1e16 + day], width));
    expect([far.minorFormat, far.minor.length, far.major.length]).to.deep.equal(['year', 1, 0]);
    const { minor, minorFormat } = axisTicks(createTimeScale([-3e25, 3e25], width));
    expect(minorFormat).to.equal('year');
    expect(minor.length).to.be.within(5, 15);
    expect([minor[0]!.time <= -3e25, minor.at(-1)!.end >= 3e25]).to.deep.equal([true, true]);
  });

  it('ends, and fills no memory, where the domain or the width makes no sense', () => {
    for (const [domain, wide] of [
      [[0, 8.64e15], 900],
      [[-8.64e15, 8.64e15], 900],
      [[0, 1e18], 900],
      [[NaN, NaN], 900],
      [[0, 0], 900],
      [[0, day], 1e9],
      [[0, day], 0],
    ] as const) {
      const { minor, shaded } = axisTicks(createTimeScale(domain, wide));
      expect(minor.length + shaded.length).to.be.at.most(1000);
    }
  });
});
