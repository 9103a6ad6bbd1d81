import { expect } from 'chai';
import type { TimeBounds } from '../../../src/core/dataset/time-index.js';
import { sizes } from '../../../src/core/layout/sizes.js';
import { hitTest } from '../../../src/core/scene/hit-test.js';
import type { SceneColumn, SceneDensity } from '../../../src/core/scene/scene.js';
import { sceneBand } from '../../../src/core/scene/scene-band.js';
import { day, type Domain } from '../../../src/core/viewport/domain.js';
import { denseChart, denseYears, denseYearsChart } from '../support/dense.js';
import { between, fc } from '../support/fast-check.js';
import { dice, randomBounds } from '../support/random-bounds.js';

const may = Date.UTC(2016, 4);
const year: Domain = [Date.UTC(2016, 0), Date.UTC(2017, 0)];

const boundsOf = (...list: readonly (readonly [number, number])[]): TimeBounds => ({
  earliest: Float64Array.from(list, ([earliest]) => earliest),
  latest: Float64Array.from(list, ([, latest]) => latest),
});
const days = (...list: readonly number[]): (readonly [number, number])[] =>
  list.map((n) => [may + n * day, may + (n + 1) * day]);

const allOf = ({ earliest }: TimeBounds): number[] => Array.from(earliest, (_, i) => i);
const chartOf = (bounds: TimeBounds) => denseChart(bounds, [{ events: allOf(bounds) }]).dense;

/** Both counts of a stretch of time, by looking at every event. */
function slowly({ earliest, latest }: TimeBounds, events: readonly number[], start: number, end: number) {
  const dated = events.filter((i) => earliest[i]! > -Infinity || latest[i]! < Infinity);
  return {
    least: dated.filter((i) => earliest[i]! >= start && latest[i]! <= end).length,
    most: dated.filter((i) => earliest[i]! < end && latest[i]! > start).length,
  };
}

const countsOf = ({ least, most }: SceneColumn) => ({ least, most });

/** Anything from minutes to centuries, over or beside the events. */
const anyDomain = fc
  .tuple(between(Date.UTC(2011, 0), Date.UTC(2021, 0)), between(Math.log2(0.01), Math.log2(40_000)))
  .map(([middle, log]): Domain => [middle - (2 ** log / 2) * day, middle + (2 ** log / 2) * day]);

describe('a column', () => {
  it('has the two counts that looking at every event gives, at any zoom', () => {
    let columns = 0;
    fc.assert(
      fc.property(randomBounds(5000), anyDomain, fc.integer(), (bounds, domain, seed) => {
        const random = dice(seed);
        const lanes = [0, 1, 2].map(() => ({ events: allOf(bounds).filter(() => random() < 0.4) }));
        const { densities, tally } = denseChart(bounds, lanes).dense({ domain, width: 600 });
        const shown = [...new Set(lanes.flatMap(({ events }) => events))];
        const undated = shown.length - slowly(bounds, shown, -Infinity, Infinity).most;
        const { least, most } = slowly(bounds, shown, ...domain);
        expect(tally.inView).to.deep.equal({ least: least + undated, most: most + undated });
        for (const density of densities) {
          for (const column of density.columns) {
            const { events } = lanes[density.laneIndex]!;
            expect(countsOf(column)).to.deep.equal(slowly(bounds, events, column.start, column.end));
            columns++;
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(columns).to.be.above(2000);
  }).timeout(60_000);

  it('has each of three or fewer events by itself, in the column, apart from each other, hollow if it may lie elsewhere', () => {
    let singles = 0;
    fc.assert(
      fc.property(randomBounds(40), anyDomain, (bounds, domain) => {
        const [density] = chartOf(bounds)({ domain, width: 600 }).densities;
        const pixels = 320 / (domain[1] - domain[0]);
        for (const { start, end, least, most, singles: list } of density!.columns) {
          if (most > 3) expect(list).to.deep.equal([]);
          expect(list.length).to.be.at.most(most);
          expect(list.filter(({ isCertain }) => isCertain).length).to.be.at.most(least);
          const [x0, x1] = [(start - domain[0]) * pixels, (end - domain[0]) * pixels];
          const isWhole = x0 >= 0 && x1 <= 320;
          if (isWhole && most <= 3) expect(list.length).to.equal(most);
          list.forEach(({ event, x, y, radius, isCertain }, i) => {
            expect(x - radius).to.be.at.least(x0 - 0.01);
            expect(x + radius).to.be.at.most(x1 + 0.01);
            expect(isCertain).to.equal(bounds.earliest[event]! >= start && bounds.latest[event]! <= end);
            for (const other of list.slice(i + 1))
              expect(Math.hypot(x - other.x, y - other.y)).to.be.at.least(radius + other.radius);
            singles++;
          });
        }
      }),
      { numRuns: 200 },
    );
    expect(singles).to.be.above(500);
  });

  it('puts a day into its own middle', () => {
    const scene = chartOf(boundsOf(...days(9)))({ domain: [may, may + 31 * day], width: 280 + 310 });
    const single = scene.densities[0]!.columns.flatMap(({ singles }) => singles)[0]!;
    expect(single.x).to.be.closeTo(95, 1e-6);
    expect(single.isCertain).to.equal(true);
  });

  it('asks for the events of a column once, however long the view is panned', () => {
    const bounds = boundsOf(...days(1, 5, 9, 12));
    let asked = 0;
    const chart = denseChart(bounds, [{ events: allOf(bounds) }]);
    const { time } = chart.lanes[0]!;
    const touching = time.touching.bind(time);
    time.touching = (from, to, most) => {
      asked++;
      return touching(from, to, most);
    };
    for (let i = 0; i < 50; i++) chart.dense({ domain: [may + i * 3_600_000, may + 20 * day + i * 3_600_000] });
    expect(asked).to.equal(4);
  });

  it('is cut at the edges of the view and nowhere else', () => {
    const { dense } = denseYearsChart();
    const [density] = dense({ domain: [year[0] + 10 * day, year[1] - 5 * day] }).densities;
    const { columns } = density!;
    expect([columns[0]!.x0, columns.at(-1)!.x1]).to.deep.equal([0, 720]);
    columns.slice(1).forEach(({ x0, start }, i) => {
      expect(x0).to.equal(columns[i]!.x1);
      expect(start).to.equal(columns[i]!.end);
    });
    expect(columns.every(({ x0, x1 }) => x1 > x0)).to.equal(true);
  });
});

describe('the step of the columns', () => {
  const stepOf = (bounds: TimeBounds, length: number): string => {
    const { unit, step } = chartOf(bounds)({ domain: [may, may + length], width: 280 + 800 }).densities[0]!.step;
    return `${step} ${unit}`;
  };
  const hour = day / 24;

  it('is the finest that is wide enough, but no part of a day where the dates are days', () => {
    const ofDays = boundsOf(...days(0, 1, 1, 2), [may, may + 5 * day]);
    const ofTimes = boundsOf([may, may + 1000], [may + hour, may + hour + 1000], ...days(1));
    for (const [length, forDays, forTimes] of [
      [3000 * day, '3 month', '3 month'],
      [365 * day, '7 day', '7 day'],
      [30 * day, '1 day', '1 day'],
      [10 * day, '1 day', '3 hour'],
      [day, '1 day', '15 minute'],
    ] as const) {
      expect([stepOf(ofDays, length), stepOf(ofTimes, length)]).to.deep.equal([forDays, forTimes]);
    }
  });
});

describe('the scale of a lane', () => {
  const { dense } = denseYearsChart();
  const greatest = ({ columns }: SceneDensity): number => Math.max(...columns.map(({ most }) => most));

  it('is its own: a line at 1, 2 or 5 with zeros below its greatest count, and the count itself above its column', () => {
    for (const density of dense({ domain: denseYears }).densities) {
      const most = greatest(density);
      expect(density.top).to.be.within(most, Math.max(4, most * 1.34));
      if (!density.labelled) continue;
      expect(String(density.labelled.value)).to.match(/^[125]0*$/);
      expect(density.labelled.value).to.be.within(most / 5, most);
      const highest = density.columns.find((column) => column.most === most)!;
      const range = `${highest.least.toLocaleString('en')}–${highest.most.toLocaleString('en')}`;
      expect(density.peak!.text).to.equal(highest.least === highest.most ? most.toLocaleString('en') : range);
    }
  });

  it('keeps while panning by a little', () => {
    const tops = (shift: number): number[] =>
      dense({ domain: [year[0] + shift * day, year[1] + shift * day] }).densities.map(({ top }) => top);
    const distinct = new Set(Array.from({ length: 30 }, (_, i) => tops(i)[0]));
    expect(distinct.size).to.be.at.most(2);
  });

  it('is one for all where that is wished: the same number of pixels an event', () => {
    const scene = dense({ domain: denseYears, more: { oneScale: true } });
    const pixels = new Set(scene.densities.map(({ top, tallest }) => tallest / top));
    expect(pixels.size).to.equal(1);
    expect(scene.densities[0]!.top).to.be.at.least(Math.max(...scene.densities.map(greatest)));
  });

  it('stays the same when lanes scroll out of the band', () => {
    const band = { top: 5 * sizes.densityLane, height: 100 };
    const own = dense({ domain: denseYears, more: { band } });
    expect(own.densities.map(({ laneIndex }) => laneIndex)).to.deep.equal([4, 5, 6]);
    const one = dense({ domain: denseYears, more: { band, oneScale: true } });
    const whole = dense({ domain: denseYears, more: { oneScale: true } });
    expect(one.densities).to.deep.equal(whole.densities.slice(4, 7));
    expect(sceneBand(whole, band).densities).to.deep.equal(one.densities);
  });

  it('says "each" where every event stands by itself, and nothing in a low lane', () => {
    const { densities } = dense({ domain: denseYears });
    expect(densities.at(-2)).to.deep.include({ labelled: null, peak: null, baseText: 'each' });
    expect(densities.at(-1)).to.deep.include({ labelled: null, peak: null, baseText: '', ink: 'edge' });
    expect(densities[0]!.baseText).to.equal('0');
  });
});

describe('the column under the pointer', () => {
  const { dense } = denseYearsChart();
  const hoveredBin = { start: Date.UTC(2016, 3), end: Date.UTC(2016, 4), laneIndex: 0 };

  it('says what all lanes hold, each event once, and what each lane holds', () => {
    const { hoveredBin: hovered, densities } = dense({ domain: denseYears, width: 1184, more: { hoveredBin } });
    const own = densities.map(({ columns }) => columns.find(({ start }) => start === hoveredBin.start)!);
    const sum = (pick: (column: SceneColumn) => number): string =>
      own.reduce((total, column) => total + pick(column), 0).toLocaleString('en');
    expect(hovered!.text).to.equal(`April 2016: ${sum(({ least }) => least)} to ${sum(({ most }) => most)} events`);
    expect(hovered!.tags).to.have.length(densities.length);
    expect(hovered!.tags[0]!.text).to.equal(`${own[0]!.least}–${own[0]!.most}`);
  });

  it('counts an event of two lanes once', () => {
    const bounds = boundsOf(...days(1, 2, 3, 4, 5));
    const { dense: two } = denseChart(bounds, [{ events: [0, 1, 2, 3] }, { events: [1, 2, 3, 4] }]);
    const scene = two({
      domain: denseYears,
      width: 1184,
      more: { hoveredBin: { ...hoveredBin, start: may, end: may + 31 * day } },
    });
    expect(scene.hoveredBin!.text).to.equal('May 2016: 5 events');
    expect(scene.tally.inView).to.deep.equal({ least: 5, most: 5 });
  });

  it('keeps the lanes’ numbers in view', () => {
    for (const start of [Date.UTC(2012, 0), Date.UTC(2019, 11)]) {
      const end = new Date(start).setUTCMonth(new Date(start).getUTCMonth() + 1);
      const scene = dense({ domain: denseYears, width: 1184, more: { hoveredBin: { start, end, laneIndex: 1 } } });
      for (const { x0, width } of scene.hoveredBin!.tags) {
        expect(x0).to.be.at.least(0);
        expect(x0 + width).to.be.at.most(scene.plot.width);
      }
    }
  });

  it('is none when the columns have become others', () => {
    expect(dense({ domain: year, more: { hoveredBin } }).hoveredBin).to.equal(null);
  });
});

describe('hitTest in a lane of counts', () => {
  const { dense } = denseYearsChart();

  for (const [way, options] of Object.entries({
    'left to right': {},
    mirrored: { mirrored: true, dir: 'rtl' },
  } as const)) {
    it(`finds each column over the whole height of its lane, and each single event, ${way}`, () => {
      const scene = dense({ domain: denseYears, width: 1184, ...options });
      const { left, width, mirrored } = scene.plot;
      const pageX = (x: number): number => (mirrored ? left + width - x : left + x);
      let singles = 0;
      for (const { laneIndex, columns } of scene.densities) {
        const { top, height } = scene.lanes[laneIndex]!;
        for (const column of columns) {
          const x = pageX((column.x0 + column.x1) / 2);
          expect(hitTest(scene, x, top + 1)).to.deep.equal({ kind: 'bin', laneIndex, column });
          if (column.singles.length === 0)
            expect(hitTest(scene, x, top + height - 1)).to.deep.equal({ kind: 'bin', laneIndex, column });
          for (const single of column.singles) {
            expect(hitTest(scene, pageX(single.x), single.y)).to.deep.equal({ kind: 'event', event: single.event });
            singles++;
          }
        }
      }
      expect(singles).to.be.above(20);
      expect(hitTest(scene, pageX(-5), 10)).to.equal(null);
      expect(hitTest(scene, pageX(10), -5)).to.equal(null);
    });
  }
});

describe('the tally of lanes of counts', () => {
  it('adds up to all that is shown, those without a date included', () => {
    fc.assert(
      fc.property(randomBounds(500), anyDomain, (bounds, domain) => {
        const { tally, laneNotes } = chartOf(bounds)({ domain });
        expect(tally.shown).to.equal(bounds.earliest.length);
        expect(tally.inView.most + tally.outside).to.equal(tally.shown);
        expect(tally.inView.least).to.be.at.most(tally.inView.most);
        const undated = allOf(bounds).filter((i) => bounds.earliest[i] === -Infinity && bounds.latest[i] === Infinity);
        expect(laneNotes.reduce((sum, { count }) => sum + count, 0)).to.equal(undated.length);
        expect(tally.counted).to.not.equal(null);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the selected event', () => {
  it('is marked where it may lie, in its own lanes only, and not when it is out of view', () => {
    const bounds = boundsOf([may, may + 10 * day], ...days(3, 4, 5, 6));
    const { dense } = denseChart(bounds, [{ events: [0, 1, 2] }, { events: [3, 4] }]);
    const selectedIn = (domain: Domain) =>
      dense({ domain, width: 280 + 310, more: { selected: 0 } }).densities.map(({ selected }) => selected);
    expect(selectedIn([may, may + 31 * day])).to.deep.equal([[0, 100], null]);
    expect(selectedIn([may + 5 * day, may + 36 * day])).to.deep.equal([[0, 50], null]);
    expect(selectedIn([may + 40 * day, may + 71 * day])).to.deep.equal([null, null]);
  });
});
