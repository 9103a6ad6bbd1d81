import { expect } from 'chai';
import {
  calendarSteps,
  chooseStep,
  floorTo,
  stepAfter,
  stepsBetween,
  stepsTouching,
  type CalendarStep,
} from '../../../src/core/viewport/calendar-steps.js';
import { day, minute } from '../../../src/core/viewport/domain.js';
import { between, fc } from '../support/fast-check.js';
import { at, iso } from '../support/timeline.js';

const hour = 60 * minute;
const nameOf = ({ unit, step }: CalendarStep): string => `${step} ${unit}`;
const stepOf = (name: string): CalendarStep => calendarSteps.find((step) => nameOf(step) === name)!;

describe('calendarSteps', () => {
  it('go from minutes to years, each coarser than the one before', () => {
    expect(calendarSteps.map(nameOf).slice(0, 14)).to.deep.equal([
      ...['1 minute', '5 minute', '15 minute', '1 hour', '3 hour', '6 hour', '1 day', '7 day', '1 month', '3 month'],
      ...['1 year', '2 year', '5 year', '10 year'],
    ]);
  });
});

describe('floorTo and stepAfter', () => {
  for (const [name, time, start, end] of [
    ['15 minute', at('2016-05-14') + 20 * minute, '2016-05-14T00:15Z', '2016-05-14T00:30Z'],
    ['6 hour', at('2016-05-14') + 23 * hour, '2016-05-14T18:00Z', '2016-05-15'],
    ['1 day', at('2016-05-14') + 23 * hour, '2016-05-14', '2016-05-15'],
    ['7 day', at('2016-02-21'), '2016-02-15', '2016-02-22'],
    ['7 day', at('2016-02-29'), '2016-02-22', '2016-03-01'],
    ['1 month', at('2016-12-31'), '2016-12-01', '2017-01-01'],
    ['3 month', at('2016-12-31'), '2016-10-01', '2017-01-01'],
    ['3 month', at('2016-03-31'), '2016-01-01', '2016-04-01'],
    ['5 year', at('2016-05-14'), '2015-01-01', '2020-01-01'],
  ] as const) {
    it(`${iso(time)} lies in the ${name} from ${start} to ${end}`, () => {
      const step = stepOf(name);
      expect(iso(floorTo(step, time))).to.equal(start);
      expect(iso(stepAfter(step, floorTo(step, time)))).to.equal(end);
    });
  }

  it('know years that Date does not', () => {
    const first = floorTo(stepOf('100000 year'), -6e15 - 3e15);
    expect(first).to.be.at.most(-9e15);
    expect(stepAfter(stepOf('100000 year'), first)).to.be.above(-9e15);
  });

  const time = fc.oneof(between(-62e12, 4e12), between(-8e15, 8e15));
  // The millisecond before a coarser one ends has no number of its own.
  const steps = calendarSteps.filter(({ step }) => step <= 1e4);

  it('put every instant into one column, which begins at itself', () => {
    fc.assert(
      fc.property(fc.constantFrom(...steps), time.map(Math.floor), (step, instant) => {
        const start = floorTo(step, instant);
        const end = stepAfter(step, start);
        expect(start).to.be.at.most(instant);
        expect(end).to.be.above(instant);
        expect(floorTo(step, start)).to.equal(start);
        expect(floorTo(step, end - 1)).to.equal(start);
        expect(floorTo(step, end)).to.equal(end);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('chooseStep', () => {
  it('takes the finest step whose columns are wide enough', () => {
    const over = (length: number): string => nameOf(chooseStep(960 / (length - 1)));
    expect(over(2 * hour)).to.equal('1 minute');
    expect(over(120 * hour)).to.equal('1 hour');
    expect(over(120 * day)).to.equal('1 day');
    expect(over(120 * day + minute)).to.equal('7 day');
    // A February of 28 days has to be as wide.
    expect(over(120 * 28 * day)).to.equal('1 month');
    expect(over(120 * 28 * day + minute)).to.equal('3 month');
    expect(over(120 * 365 * day)).to.equal('1 year');
    expect(over(2000 * 365 * day)).to.equal('20 year');
    expect(nameOf(chooseStep(1 / day, 24))).to.equal('1 month');
  });

  it('never takes one of which a column is narrower', () => {
    fc.assert(
      fc.property(between(-6e13, 4e12), between(Math.log(minute), Math.log(1e13)), (start, log) => {
        const length = Math.exp(log);
        const pixelsPerMs = 900 / length;
        const ticks = stepsTouching(chooseStep(pixelsPerMs), [start, start + length]);
        for (const { time, end } of ticks) expect((end - time) * pixelsPerMs).to.be.at.least(8);
        expect(ticks[0]!.time).to.be.at.most(start);
        expect(ticks.at(-1)!.end).to.be.at.least(start + length);
      }),
      { numRuns: 500 },
    );
  });

  it('takes the coarsest where none is wide enough', () => {
    expect(chooseStep(0)).to.equal(calendarSteps.at(-1));
    expect(chooseStep(NaN)).to.equal(calendarSteps.at(-1));
  });
});

describe('stepsTouching', () => {
  it('gives the columns that touch, without a gap, and no more than asked for', () => {
    const months = stepsTouching(stepOf('1 month'), [at('2016-05-31'), at('2016-08-01')]);
    expect(months.map(({ time }) => iso(time))).to.deep.equal(['2016-05-01', '2016-06-01', '2016-07-01']);
    expect(stepsTouching(stepOf('1 minute'), [0, day])).to.have.length(500);
    expect(stepsTouching(stepOf('1 minute'), [0, day], 2000)).to.have.length(1440);
  });

  it('covers any view of all that years can say', () => {
    for (const far of [1e17, 1e20, 1e23, 3e26]) {
      const ticks = stepsTouching(chooseStep(900 / (2 * far)), [-far, far]);
      expect(ticks[0]!.time).to.be.at.most(-far);
      expect(ticks.at(-1)!.end).to.be.at.least(far);
      expect(ticks.length).to.be.within(20, 120);
    }
  });
});

describe('stepsBetween', () => {
  it('counts the columns from one to another, as walking from each to the next does', () => {
    for (const step of calendarSteps.slice(0, 14)) {
      let time = floorTo(step, at('2015-11-20'));
      const first = time;
      for (let count = 0; count < 120; count++) {
        const inside = time + (stepAfter(step, time) - time) * 0.7;
        expect(stepsBetween(step, first, inside), `${nameOf(step)} ${iso(time)}`).to.equal(count);
        expect(stepsBetween(step, inside, first) + count).to.equal(0);
        time = stepAfter(step, time);
      }
    }
  });
});
