import { expect } from 'chai';
import { day, domainLength } from '../../../src/core/viewport/domain.js';
import { denseExtent, extentOf, padDomain } from '../../../src/core/viewport/first-view.js';
import { createTimeScale } from '../../../src/core/viewport/time-scale.js';
import { bundled } from '../support/report.js';
import { at, iso } from '../support/timeline.js';

/** Bounds from "14..19" in days; a missing side is not bounded. */
function bounds(...spans: readonly string[]) {
  const ends = spans.map((span) => span.split('..').map((text) => (text === '' ? null : Number(text) * day)));
  return { earliest: ends.map(([from]) => from ?? -Infinity), latest: ends.map(([, to]) => to ?? Infinity) };
}

const inDays = (domain: readonly number[] | null): string | null =>
  domain && domain.map((time) => time / day).join('..');

describe('denseExtent', () => {
  const table: readonly [string, readonly string[], string | null][] = [
    ['nothing', [], null],
    ['nothing bounded', ['..', '..'], null],
    ['one day', ['5..6'], '5..6'],
    ['days, however far apart', ['5..6', '100..101'], '5..101'],
    ['single known bounds as days', ['5..6', '20..', '..30'], '5..30'],
    ['one known bound alone', ['20..'], `20..${20 + 1 / day}`],
    ['windows that do not double the whole', ['0..1', '9..10', '0..19'], '0..19'],
    ['no window that does, once half is inside', ['0..1', '9..10', '0..21'], '0..10'],
    ['one that does, as long as half is not inside', ['0..1', '0..10', '0..30', '0..100'], '0..10'],
    ['windows from narrow to wide, whatever the order of the file', ['0..100', '0..6', '0..5', '0..4'], '0..6'],
    ['no wider one behind the first that doubles', ['0..1', '9..10', '0..21', '0..22'], '0..10'],
    ['windows only', ['0..5', '3..9'], '0..9'],
    ['one window only', ['0..50'], '0..50'],
  ];
  for (const [name, spans, expected] of table) {
    it(`holds ${name}`, () => expect(inDays(denseExtent(bounds(...spans)))).to.equal(expected));
  }

  it('of the bundled report is 14 to 19 May, out of which the car bomb runs alone', () => {
    const dense = denseExtent(bundled)!;
    expect(dense.map(iso)).to.deep.equal(['2016-05-14', '2016-05-20']);
    const startsBefore = bundled.events.filter(
      (_, i) => Number.isFinite(bundled.earliest[i]) && bundled.earliest[i]! < dense[0],
    );
    expect(startsBefore.map(({ id }) => id)).to.deep.equal(['e26']);
  });
});

describe('extentOf', () => {
  it('runs from the first known bound to the last', () => {
    expect(inDays(extentOf(bounds('5..6', '..30', '2..', '..')))).to.equal('2..30');
    expect(extentOf(bundled)!.map(iso)).to.deep.equal(['2016-03-03', '2016-05-20']);
  });

  it('is never empty, and null where nothing is bounded', () => {
    expect(extentOf(bounds('..', '..'))).to.equal(null);
    expect(extentOf(bounds('7..'))).to.deep.equal([7 * day, 7 * day + 1]);
  });
});

describe('padDomain', () => {
  it('adds a tenth on each side', () => {
    const padded = padDomain([0, 10 * day], 1200);
    expect(padded.map((time) => time / day)).to.deep.equal([-1, 11]);
  });

  it('leaves at least 40 px on each side', () => {
    for (const width of [200, 320, 600, 1000, 3000]) {
      const scale = createTimeScale(padDomain([0, 10 * day], width), width);
      expect(scale(0), String(width)).to.be.at.least(40 - 1e-6);
      expect(width - scale(10 * day), String(width)).to.be.at.least(40 - 1e-6);
    }
  });

  it('lets a lonely day look like a day', () => {
    expect(domainLength(padDomain([0, day], 1200))).to.be.closeTo(3.6 * day, 1);
  });

  it('shows the bundled report with room beside 14 and 19 May', () => {
    const [start, end] = padDomain(denseExtent(bundled)!, 720);
    expect(start).to.be.within(at('2016-05-13'), at('2016-05-14'));
    expect(end).to.be.within(at('2016-05-20'), at('2016-05-21'));
  });
});
