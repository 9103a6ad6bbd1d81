import { expect } from 'chai';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import type { TimeBounds } from '../../../src/core/dataset/time-index.js';
import {
  createArranger,
  type ArrangeOptions,
  type Block,
  type LaneArrangement,
} from '../../../src/core/layout/arrange-lanes.js';
import { fewEvents, mostRows } from '../../../src/core/layout/lane-form.js';
import { groupEvents, type Lane } from '../../../src/core/layout/lanes.js';
import { createNames, type NameOf } from '../../../src/core/layout/name-info.js';
import { sizes } from '../../../src/core/layout/sizes.js';
import { messagesEn } from '../../../src/core/i18n/messages-en.js';
import { day, panByShare, type Domain } from '../../../src/core/viewport/domain.js';
import { between, fc } from '../support/fast-check.js';
import { measure } from '../support/measure.js';
import { boundsOf, plainDataset } from '../support/plain-dataset.js';
import { dice, randomBounds } from '../support/random-bounds.js';
import { bundled, datasetOf, fileOf } from '../support/report.js';
import { at } from '../support/timeline.js';

const width = 800;

/** What a chart would arrange, and which names it asked for. */
function arranging(dataset: Dataset, more: Partial<ArrangeOptions> = {}) {
  const names = createNames(dataset, 'en', messagesEn, measure);
  const asked = new Set<number>();
  const nameOf: NameOf = (event) => {
    asked.add(event);
    return names(event);
  };
  const options: Omit<ArrangeOptions, 'domain'> = {
    dataset,
    lanes: groupEvents(dataset, 'actor', messagesEn),
    byActor: true,
    nameOf,
    measure,
    shape: 'wide',
    line: null,
    width,
    labelHeight: (_, form) => (form === 'head' ? sizes.laneHead : form === 'low' ? 30 : 34),
    collapsed: new Set(),
    ...more,
  };
  const arrange = createArranger();
  return {
    asked,
    lanes: options.lanes,
    show: (domain: Domain | null, other: Partial<ArrangeOptions> = {}): readonly LaneArrangement[] =>
      arrange({ ...options, ...other, domain }),
  };
}

/** As many days as asked for, evenly spread by chance from 2010 on. */
function randomDays(count: number, days: number, seed = 1): TimeBounds {
  const random = dice(seed);
  return boundsOf(
    ...Array.from({ length: count }, (): [number, number] => {
      const start = at('2010-01-01') + Math.floor(random() * days) * day;
      return [start, start + day];
    }),
  );
}

const years = (from: number, to: number): Domain => [at(`${from}-01-01`), at(`${to}-01-01`)];
const forms = (lanes: readonly LaneArrangement[]): string => lanes.map(({ form }) => form).join(' ');
const eventsOf = ({ blocks }: LaneArrangement): number[] => blocks.flatMap(({ floor }) => floor.events);
const rowsOf = ({ blocks }: LaneArrangement): number => new Set(blocks.map(({ y }) => y)).size;

/** No two blocks of a row need the same place: each is as long as its mark and its name at the step's scales. */
function expectStacked({ blocks, top, height }: LaneArrangement): void {
  for (const { y, height: own } of blocks) {
    expect(y).to.be.at.least(top);
    expect(y + own).to.be.at.most(top + height);
  }
}

describe('the form of a lane', () => {
  it('is rows for a report, with every event in them', () => {
    const { show } = arranging(bundled);
    const lanes = show([at('2016-05-13'), at('2016-05-21')]);
    expect(forms(lanes)).to.equal('rows rows rows rows rows');
    for (const arrangement of lanes) {
      expect(arrangement).to.include({ bins: null, isWhole: true, unlisted: 0, through: 0, isCollapsed: false });
      const listed = [...eventsOf(arrangement), ...arrangement.offAxis.map(({ event }) => event)];
      expect(listed).to.have.members([...arrangement.lane.events]);
      expectStacked(arrangement);
    }
  });

  it('is always rows for two dozen events, even of one instant', () => {
    const { show } = arranging(plainDataset(boundsOf(...new Array<[number, number]>(fewEvents).fill([0, 1000]))));
    expect(forms(show([-day, day]))).to.equal('rows');
    expect(rowsOf(show([-day, day])[0]!)).to.equal(1);
  });

  it('is counts where more than two dozen rows would be needed, at one zoom and not at another', () => {
    const { show } = arranging(plainDataset(randomDays(200, 2000)));
    const [all] = show(years(2009, 2017));
    expect(all).to.include({ form: 'density', isWhole: false, height: sizes.densityLane });
    expect([all!.blocks, all!.offAxis]).to.deep.equal([[], []]);
    const [closer] = show([at('2012-01-01'), at('2012-03-01')]);
    expect(closer).to.include({ form: 'rows', isWhole: true });
    expect(rowsOf(closer!)).to.be.within(1, mostRows);
  });

  it('is counts at one event per three pixels, however short the names', () => {
    const crowded = plainDataset(
      boundsOf(...Array.from({ length: 1000 }, (_, i): [number, number] => [i * day, i * day + 1])),
      {
        titleOf: () => '·',
      },
    );
    const { show } = arranging(crowded);
    expect(forms(show([0, 1000 * day]))).to.equal('density');
    expect(forms(show([0, 100 * day]))).to.equal('rows');
  });

  it('never has more rows than two dozen, whatever the data and the view', () => {
    fc.assert(
      fc.property(randomBounds(400), between(0, 3000), between(0, 11), (bounds, from, log) => {
        const { show } = arranging(plainDataset(bounds));
        const start = at('2012-01-01') + from * day;
        for (const arrangement of show([start, start + 2 ** log * day])) {
          const { lane, form, blocks } = arrangement;
          const rows = new Map(blocks.map(({ y, height }) => [y, Math.floor(height / sizes.row)]));
          const sum = [...rows.values()].reduce((total, each) => total + each, 0);
          if (lane.count > fewEvents) expect(sum).to.be.at.most(mostRows);
          else expect(form).to.equal('rows');
          expectStacked(arrangement);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is counts, low, for a lane that is collapsed and for one that is folded', () => {
    const { show, lanes } = arranging(bundled);
    const domain: Domain = [at('2016-05-13'), at('2016-05-21')];
    const low = show(domain, { collapsed: new Set(['isis']) });
    expect(low[1]).to.include({ form: 'density', isCollapsed: true, height: sizes.collapsed });
    const folded: Lane = Object.assign(Object.create(lanes[0]!) as Lane, { folded: [] });
    expect(show(domain, { lanes: [folded] })[0]).to.include({ form: 'density', height: sizes.densityFold });
  });

  it('leaves room for the lane’s name and its number', () => {
    const { show } = arranging(plainDataset(randomDays(5000, 300)));
    expect(show(years(2010, 2011), { labelHeight: () => 111 })[0]!.height).to.equal(111);
    expect(show(years(2010, 2011), { shape: 'medium' })[0]!.height).to.equal(sizes.laneHead + sizes.densityLane);
  });
});

describe('events without a date', () => {
  const undated = (count: number, dated = 1) =>
    arranging(
      plainDataset(
        boundsOf(
          ...Array.from({ length: dated }, (_, i): [number, number] => [400 * i * day, (400 * i + 1) * day]),
          ...new Array<[number, number]>(count).fill([-Infinity, Infinity]),
        ),
      ),
    ).show([-day, 2 * day])[0]!;

  it('are listed in a lane of few events, and said as a number in one of many', () => {
    expect(undated(59).offAxis).to.have.length(59);
    expect(undated(59)).to.include({ unlisted: 0, isWhole: true });
    expect(undated(60).offAxis).to.have.length(0);
    expect(undated(60)).to.include({ form: 'rows', unlisted: 60, isWhole: false });
  });

  it('are listed in a lane of many events where they are very few', () => {
    expect(undated(4, 90)).to.include({ form: 'rows', unlisted: 0 });
    expect(undated(5, 90)).to.include({ form: 'rows', unlisted: 5 });
  });

  it('need no axis', () => {
    const [lane] = arranging(plainDataset(boundsOf([-Infinity, Infinity]))).show(null);
    expect(lane!.offAxis.map(({ event }) => event)).to.deep.equal([0]);
  });
});

describe('a clash of two lanes', () => {
  const clash = { when: '2016-05-18', actors: ['a', 'b'], symmetric: true };
  const facing = (lanes: readonly LaneArrangement[]): (readonly Block['facing'][])[] =>
    lanes.map(({ blocks }) => blocks.map((block) => block.facing).filter(Boolean));

  it('faces the other lane only where that is drawn as rows', () => {
    const many = Array.from({ length: 60 }, () => ({ when: '2016-05-18', actors: ['b'] }));
    const domain: Domain = [at('2016-05-10'), at('2016-05-25')];
    const few = arranging(datasetOf(fileOf(clash, { when: '2016-05-18' })));
    expect(facing(few.show(domain))).to.deep.equal([['below'], ['above']]);
    const half = arranging(datasetOf(fileOf(clash, { when: '2016-05-18' }, ...many))).show(domain);
    expect(forms(half)).to.equal('rows density');
    expect(facing(half)).to.deep.equal([[], []]);
    expect(eventsOf(half[0]!)).to.have.members([0, 1]);
    expect(facing(few.show(domain, { collapsed: new Set(['b']) }))).to.deep.equal([[], []]);
  });

  it('does so only while there are few: the lines between many would cross names', () => {
    const domain: Domain = [at('2016-05-01'), at('2016-05-25')];
    const clashes = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ ...clash, when: `2016-05-${String(10 + i)}` }));
    expect(facing(arranging(datasetOf(fileOf(...clashes(4)))).show(domain))).to.deep.equal([
      ['below', 'below', 'below', 'below'],
      ['above', 'above', 'above', 'above'],
    ]);
    const many = arranging(datasetOf(fileOf(...clashes(5)))).show(domain);
    expect(facing(many)).to.deep.equal([[], []]);
    for (const lane of many) expect(eventsOf(lane)).to.have.members([0, 1, 2, 3, 4]);
  });
});

describe('the arrangement of very many events', () => {
  const dataset = plainDataset(randomDays(100_000, 4000));

  it('asks for few names, at every zoom', () => {
    for (let length = 4000; length > 0.01; length /= 2) {
      const { show, asked } = arranging(dataset);
      const middle = at('2015-03-03') + day / 2;
      show([middle - (length / 2) * day, middle + (length / 2) * day]);
      expect(asked.size, `${length} days`).to.be.at.most(2000);
    }
  });

  it('is rows near the view as soon as they fit', () => {
    const hours = plainDataset(
      boundsOf(...Array.from({ length: 100_000 }, (_, i): [number, number] => [i * 3_600_000, i * 3_600_000 + 1000])),
    );
    const { show } = arranging(hours);
    expect(forms(show([0, 4000 * day]))).to.equal('density');
    const domain: Domain = [2000 * day, 2001.5 * day];
    const [lane] = show(domain);
    expect(lane).to.include({ form: 'rows', isWhole: false, through: 0 });
    const inView = Array.from({ length: 36 }, (_, i) => 2000 * 24 + i);
    expect(eventsOf(lane!)).to.include.members(inView);
  });

  it('says as a number what reaches across the view, and draws what begins or ends there', () => {
    const long = Array.from({ length: 500 }, (_, i): [number, number] => [-i * day, (3000 + i) * day]);
    const some: [number, number][] = [
      [500.2 * day, 500.3 * day],
      [-day, 500.6 * day],
      [500.5 * day, 2000 * day],
    ];
    const { show } = arranging(plainDataset(boundsOf(...long, ...some)));
    const [lane] = show([500 * day, 501 * day]);
    expect(lane).to.include({ form: 'rows', isWhole: false, through: 500 });
    expect(eventsOf(lane!)).to.have.members([500, 501, 502]);
    expect(lane!.blocks.every(({ y }) => y >= lane!.throughY + sizes.row)).to.equal(true);
  });

  it('of a stretch is that of the whole lane, where both can be had', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 30, max: 400 }), between(0, 2000), (seed, count, from) => {
        const bounds = randomDays(count, 2000, seed);
        const few = plainDataset(bounds);
        const domain: Domain = [at('2010-01-01') + from * day, at('2010-01-01') + (from + 20) * day];
        const [whole] = arranging(few).show(domain);
        // With other lanes beside it, each lane's share of what is packed is smaller.
        const { lanes } = arranging(few);
        const others = Array.from({ length: 60 }, (_, i): Lane =>
          Object.assign(Object.create(lanes[0]!) as Lane, { key: `${i}` }),
        );
        const [part] = arranging(few).show(domain, { lanes: [lanes[0]!, ...others] });
        if (whole!.form !== 'rows' || part!.form !== 'rows') return;
        const named = (arrangement: LaneArrangement) =>
          new Map(
            arrangement.blocks.map(({ floor, height, longestName, compact }) => [
              floor.events.join(),
              { height, longestName, compact },
            ]),
          );
        const all = named(whole!);
        for (const [events, block] of named(part!)) expect(block).to.deep.equal(all.get(events));
        const inView = few.byEarliest.filter((i) => few.earliest[i]! < domain[1] && few.latest[i]! > domain[0]);
        expect(eventsOf(part!)).to.include.members([...inView]);
        expect(rowsOf(part!)).to.be.at.most(rowsOf(whole!));
      }),
      { numRuns: 60 },
    );
  });
});

describe('what is remembered', () => {
  const dataset = plainDataset(randomDays(3000, 3000), { actorsOf: (event) => [`a${event % 3}`] });

  it('is everything, while nothing but the place within a tile changes', () => {
    const { show, asked } = arranging(dataset);
    const domain: Domain = [at('2014-01-01'), at('2014-01-20')];
    const before = show(domain);
    const { size } = asked;
    expect(show([domain[0] + 1, domain[1] + 1])).to.equal(before);
    expect(show([domain[0], domain[1] - day / 10])).to.equal(before);
    expect(asked.size).to.equal(size);
  });

  it('is each lane that another one’s change does not move', () => {
    const { show } = arranging(dataset);
    const domain: Domain = [at('2014-01-01'), at('2014-01-20')];
    const before = show(domain);
    const after = show(domain, { collapsed: new Set(['a1']) });
    expect(after[0]).to.equal(before[0]);
    expect(after[1]).not.to.equal(before[1]);
    expect(after[2]!.lane).to.equal(before[2]!.lane);
    expect(show(domain)).not.to.equal(after);
  });

  it('are the counts of a lane, as long as its events are the same', () => {
    const { show } = arranging(dataset);
    const [before] = show(years(2010, 2018));
    expect(before!.form).to.equal('density');
    expect(show(years(2011, 2014))[0]!.bins).to.equal(before!.bins);
    expect(show(years(2010, 2018), { collapsed: new Set(['a0']) })[0]!.bins).to.equal(before!.bins);
  });

  it('are rows while the view moves over a lane of few events', () => {
    const { show } = arranging(plainDataset(randomDays(150, 3000)));
    let domain: Domain = [at('2014-01-01'), at('2014-03-01')];
    const before = show(domain);
    expect(before[0]).to.include({ form: 'rows', isWhole: true });
    for (let i = 0; i < 40; i++) {
      domain = panByShare(domain, 0.3);
      expect(show(domain)).to.equal(before);
    }
  });
});

describe('two thousand lanes', () => {
  it('are all counts, of one height, and not a name is looked at', () => {
    const dataset = plainDataset(randomDays(20_000, 3000), { actorsOf: (event) => [`a${event % 2000}`] });
    let labels = 0;
    const { show, asked } = arranging(dataset, {
      labelHeight: () => {
        labels++;
        return 34;
      },
    });
    for (const domain of [years(2010, 2018), years(2012, 2013), [at('2012-01-01'), at('2012-01-03')] as const]) {
      const lanes = show(domain);
      expect(lanes).to.have.length(2000);
      expect(lanes.every(({ form, height }) => form === 'density' && height === sizes.densityFold)).to.equal(true);
      expect(lanes[1999]!.top).to.equal(1999 * sizes.densityFold);
    }
    expect(asked.size).to.equal(0);
    expect(labels).to.equal(0);
  });
});
