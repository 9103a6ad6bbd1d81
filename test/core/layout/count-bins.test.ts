import { expect } from 'chai';
import { sortByTime } from '../../../src/core/dataset/sort-by-time.js';
import {
  boundedEvents,
  createTimeIndex,
  splitByLane,
  type TimeBounds,
  type TimeIndex,
} from '../../../src/core/dataset/time-index.js';
import { createBinCounter, sumBins, type BinCounts } from '../../../src/core/layout/count-bins.js';
import { calendarSteps, chooseStep, type CalendarStep } from '../../../src/core/viewport/calendar-steps.js';
import { day, type Domain } from '../../../src/core/viewport/domain.js';
import { between, fc } from '../support/fast-check.js';
import { randomBounds } from '../support/random-bounds.js';
import { at } from '../support/timeline.js';

const month = calendarSteps.find(({ unit }) => unit === 'month')!;
const year: Domain = [at('2016-01-01'), at('2017-01-01')];

function indexOf(bounds: TimeBounds): TimeIndex {
  const events = boundedEvents(bounds);
  return createTimeIndex(bounds, sortByTime(bounds.earliest, events), sortByTime(bounds.latest, events));
}

const boundsOf = (...list: readonly (readonly [number, number])[]): TimeBounds => ({
  earliest: Float64Array.from(list, ([earliest]) => earliest),
  latest: Float64Array.from(list, ([, latest]) => latest),
});

/** Both counts of each column, by looking at every event. */
function slowly({ earliest, latest }: TimeBounds, { bins }: BinCounts): readonly [least: number, most: number][] {
  const hasDate = (i: number): boolean => earliest[i] !== -Infinity || latest[i] !== Infinity;
  return bins.map(({ time, end }) => {
    let least = 0;
    let most = 0;
    for (let i = 0; i < earliest.length; i++) {
      if (!hasDate(i)) continue;
      if (time <= earliest[i]! && latest[i]! <= end) least++;
      if (Math.max(time, earliest[i]!) < Math.min(end, latest[i]!)) most++;
    }
    return [least, most];
  });
}

const pairs = ({ least, most }: BinCounts): [number, number][] => Array.from(least, (n, i) => [n, most[i]!]);

/** Counts how often the index is asked. */
function watched(index: TimeIndex): { index: TimeIndex; asked: () => number } {
  let asked = 0;
  const countInside = (from: number, to: number): number => {
    asked++;
    return index.countInside(from, to);
  };
  return { index: { ...index, countInside }, asked: () => asked };
}

describe('createBinCounter', () => {
  const bounds = boundsOf(
    [at('2016-05-14'), at('2016-05-15')],
    [at('2016-05-31'), at('2016-06-01')],
    [at('2016-05-20'), at('2016-06-02')],
    [at('2016-06-01'), at('2016-07-01')],
    [at('2016-10-01'), Infinity],
    [-Infinity, at('2016-02-01')],
    [-Infinity, Infinity],
  );

  it('says how many events lie in a month at least, and at most', () => {
    const counts = createBinCounter(indexOf(bounds)).count(month, year);
    expect(counts.bins).to.have.length(12);
    expect(pairs(counts).map(([least, most]) => `${least}-${most}`)).to.deep.equal(
      '0-1 0-0 0-0 0-0 2-3 1-2 0-0 0-0 0-0 0-1 0-1 0-1'.split(' '),
    );
  });

  it('counts whole columns, also those that the view cuts', () => {
    const { bins, least } = createBinCounter(indexOf(bounds)).count(month, [at('2016-05-30'), at('2016-06-02')]);
    expect(bins.map(({ time }) => time)).to.deep.equal([at('2016-05-01'), at('2016-06-01')]);
    expect([...least]).to.deep.equal([2, 1]);
  });

  it('counts a column once, wherever the view goes, and gives the same object while the columns are the same', () => {
    const { index, asked } = watched(indexOf(bounds));
    const counter = createBinCounter(index);
    const first = counter.count(month, year);
    expect(asked()).to.equal(12);
    expect(counter.count(month, [year[0] + day, year[1] - day])).to.equal(first);
    expect(counter.count(month, [year[0] + 40 * day, year[1] + 40 * day]).bins).to.have.length(13);
    expect(asked()).to.equal(14);
    expect(counter.count(month, [year[0] + 40 * day, year[1]]).bins).to.have.length(11);
    counter.count(calendarSteps[0]!, [year[0], year[0] + 60_000]);
    expect(counter.count(month, year)).to.deep.equal(first);
    expect(asked()).to.equal(15);
  });

  it('forgets what is old rather than filling the memory', () => {
    const { index, asked } = watched(indexOf(bounds));
    const counter = createBinCounter(index);
    const hour = calendarSteps.find(({ unit }) => unit === 'hour')!;
    const first = counter.count(hour, [year[0], year[0] + 30 * day]);
    for (let i = 1; i < 10; i++) counter.count(hour, [year[0] + i * 30 * day, year[0] + (i + 1) * 30 * day]);
    expect(asked()).to.equal(7200);
    expect(counter.count(hour, [year[0], year[0] + 30 * day])).to.deep.equal(first);
    expect(asked()).to.equal(7920);
  });

  it('has no columns, and does not stop, where the domain makes no sense', () => {
    const counter = createBinCounter(indexOf(bounds));
    for (const domain of [
      [NaN, NaN],
      [0, 0],
      [-Infinity, Infinity],
      [1e26, 1e26 + 1],
    ] as const) {
      expect(counter.count(month, domain).bins.length).to.be.at.most(1);
    }
  });

  const view = fc
    .tuple(between(at('2011-01-01'), at('2021-01-01')), between(Math.log(60_000), Math.log(20 * 365 * day)))
    .map(([middle, log]): Domain => [middle - Math.exp(log) / 2, middle + Math.exp(log) / 2]);
  const longAgo: Domain = [-7e15, 5e15];

  it('counts what a look at every event counts, at any place and zoom', () => {
    fc.assert(
      fc.property(randomBounds(5000), fc.array(view, { minLength: 2, maxLength: 5 }), (any, views) => {
        const counter = createBinCounter(indexOf(any));
        for (const domain of [...views, longAgo]) {
          const counts = counter.count(chooseStep(800 / (domain[1] - domain[0])), domain);
          expect(pairs(counts)).to.deep.equal(slowly(any, counts));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts it at every step', () => {
    const steps = calendarSteps.filter(({ unit, step }) => unit !== 'year' || step <= 1e6);
    fc.assert(
      fc.property(randomBounds(1000), between(at('2012-01-01'), at('2020-01-01')), (any, middle) => {
        const counter = createBinCounter(indexOf(any));
        for (const step of steps) {
          const counts = counter.count(step, around(middle, step));
          expect(pairs(counts)).to.deep.equal(slowly(any, counts));
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('sumBins', () => {
  it('adds what lanes hold that share no events', () => {
    fc.assert(
      fc.property(randomBounds(500), (any) => {
        const { byEarliest, byLatest } = indexOf(any);
        const codes = { codes: Uint16Array.from(any.earliest, (_, i) => i % 3), offsets: null };
        const orders = [byEarliest, byLatest].map((order) => splitByLane(order, codes, 3));
        const lanes = [0, 1, 2].map((lane) => createTimeIndex(any, orders[0]![lane]!, orders[1]![lane]!));
        const sum = sumBins(lanes.map((lane) => createBinCounter(lane).count(month, year)));
        expect(pairs(sum)).to.deep.equal(pairs(createBinCounter(indexOf(any)).count(month, year)));
      }),
      { numRuns: 20 },
    );
  });

  it('has to be given something', () => expect(() => sumBins([])).to.throw('no counts'));
});

/** Some sixty columns. */
function around(middle: number, { unit, step }: CalendarStep): Domain {
  const length = { minute: 60_000, hour: 3_600_000, day, month: 30 * day, year: 365 * day }[unit] * step * 60;
  return [middle - length / 2, middle + length / 2];
}
