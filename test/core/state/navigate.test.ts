import { expect } from 'chai';
import {
  moveInGrid,
  placeInGrid,
  revealEvent,
  revealSpan,
  type Grid,
  type GridMove,
  type GridPosition,
} from '../../../src/core/state/navigate.js';
import { floorTo, stepAfter } from '../../../src/core/viewport/calendar-steps.js';
import { day, domainLength, type Domain } from '../../../src/core/viewport/domain.js';
import { fc } from '../support/fast-check.js';
import { boundsOf, plainDataset } from '../support/plain-dataset.js';
import { dice, randomBounds } from '../support/random-bounds.js';
import { bundled, datasetOf, fileOf, indexOf } from '../support/report.js';
import { at, timeline } from '../support/timeline.js';

const view = timeline(bundled);
const lanes = view.ask.shownLanes(view.state);
const grid = view.ask.grid(view.state)!;

/** Follows keys from an event of a lane: `0 e20` and `down` give `1 …`. */
function follow(from: string, ...moves: readonly GridMove[]): string {
  const [lane = '', id = ''] = from.split(' ');
  const start: GridPosition = { laneIndex: Number(lane), event: indexOf(bundled, id) };
  const end = moves.reduce<GridPosition>((position, move) => moveInGrid(grid, position, move), start);
  return `${end.laneIndex} ${bundled.events[end.event!]!.id}`;
}

describe('moveInGrid', () => {
  it('goes through a lane in the order of reading, and stays at its ends', () => {
    expect(follow('1 e26', 'next')).to.equal('1 e20');
    expect(follow('1 e26', 'next', 'next', 'next', 'next')).to.equal('1 e12');
    expect(follow('1 e20', 'previous')).to.equal('1 e26');
    expect(follow('1 e26', 'previous')).to.equal('1 e26');
    expect(follow('1 e32', 'next')).to.equal('1 e32');
  });

  it('goes to the first and the last of the lane, and of all', () => {
    expect(follow('1 e20', 'first')).to.equal('1 e26');
    expect(follow('1 e20', 'last')).to.equal('1 e32');
    expect(follow('1 e20', 'first-of-all')).to.equal('0 e25');
    expect(follow('1 e20', 'last-of-all')).to.equal('4 e34');
  });

  it('goes to the nearest of the next lane by known bounds, and stays above the first and below the last', () => {
    expect(follow('0 e01', 'up')).to.equal('0 e01');
    expect(follow('4 e34', 'down')).to.equal('4 e34');
    expect(follow('0 e25', 'down')).to.equal('1 e20');
    expect(follow('1 e26', 'down')).to.equal('2 e21');
    expect(follow('3 e22', 'down')).to.equal('4 e19');
    expect(follow('2 e21', 'up')).to.equal('1 e20');
  });

  it('finds an event in the neighbour lane also from one without a date', () => {
    expect(follow('0 e15', 'down')).to.match(/^1 e\d\d$/);
    expect(follow('0 e15', 'previous')).to.equal('0 e06');
  });

  it('reaches every event of every lane with the arrow keys alone', () => {
    lanes.forEach((lane, laneIndex) => {
      let at = moveInGrid(grid, { laneIndex, event: lane.events[0]! }, 'first');
      const reached = [at.event!];
      for (let i = 1; i < lane.events.length; i++) {
        at = moveInGrid(grid, at, 'next');
        reached.push(at.event!);
      }
      expect(reached).to.have.members([...lane.events]);
    });
  });

  it('stays where it is in a chart without lanes', () => {
    const from = { laneIndex: 0, event: 0 };
    for (const move of ['next', 'down', 'first', 'last-of-all'] as const)
      expect(moveInGrid({ ...grid, lanes: [] }, from, move)).to.equal(from);
  });
});

describe('moveInGrid over columns', () => {
  /** Many events on the first days of January and on one day of March; lane b has a few in February. */
  const bounds = boundsOf(
    ...Array.from({ length: 400 }, (_, i): [number, number] => {
      const start = i < 390 ? at('2016-01-01') + (i % 40) * 3_600_000 : at('2016-03-10');
      return [start, start + 1000];
    }),
    [at('2016-02-03'), at('2016-02-04')],
    [-Infinity, Infinity],
  );
  const dataset = plainDataset(bounds, { actorsOf: (event) => [event < 400 ? 'a' : 'b'] });
  const chart = timeline(dataset).show([at('2015-12-25'), at('2016-03-15')]);
  const dense = chart.ask.grid(chart.state)!;
  const column = (day: string): GridPosition => ({ laneIndex: 0, bin: floorTo(dense.step, at(day)) });

  it('goes from one column with events to the next, over all that are empty', () => {
    expect(dense.lanes.map(({ form }) => form)).to.deep.equal(['density', 'rows']);
    expect(dense.step).to.deep.equal({ unit: 'day', step: 1 });
    expect(moveInGrid(dense, column('2016-01-01'), 'next')).to.deep.equal(column('2016-01-02'));
    expect(moveInGrid(dense, column('2016-01-02'), 'next')).to.deep.equal(column('2016-03-10'));
    expect(moveInGrid(dense, column('2016-03-10'), 'previous')).to.deep.equal(column('2016-01-02'));
    const ends = [column('2016-01-01'), column('2016-03-10')] as const;
    expect(moveInGrid(dense, ends[0], 'previous')).to.equal(ends[0]);
    expect(moveInGrid(dense, ends[1], 'next')).to.equal(ends[1]);
    expect(moveInGrid(dense, ends[1], 'first')).to.deep.equal(ends[0]);
    expect(moveInGrid(dense, ends[0], 'last')).to.deep.equal(ends[1]);
  });

  it('goes to the nearest event of a lane of marks, and back to the column of its time, or the nearest', () => {
    expect(moveInGrid(dense, column('2016-01-02'), 'down')).to.deep.equal({ laneIndex: 1, event: 400 });
    expect(moveInGrid(dense, { laneIndex: 1, event: 400 }, 'up')).to.deep.equal(column('2016-01-02'));
    expect(moveInGrid(dense, { laneIndex: 1, event: 401 }, 'up')).to.deep.equal(column('2016-01-01'));
    expect(moveInGrid(dense, { laneIndex: 1, event: 400 }, 'first-of-all')).to.deep.equal(column('2016-01-01'));
    expect(moveInGrid(dense, column('2016-01-02'), 'last-of-all')).to.deep.equal({ laneIndex: 1, event: 401 });
  });

  it('passes over lanes in which nothing matches a search', () => {
    const matches = new Uint8Array(402).fill(1, 0, 400);
    const searched = chart.dispatch({ type: 'search', query: 'x', matches });
    const left = searched.ask.grid(searched.state)!;
    expect(left.lanes.map(({ lane }) => lane.count)).to.deep.equal([400, 0]);
    const from = column('2016-01-01');
    expect(moveInGrid(left, from, 'down')).to.equal(from);
    expect(moveInGrid(left, from, 'last-of-all')).to.deep.equal(column('2016-03-10'));
  });

  it('keeps the place where a lane turns from columns to marks or back', () => {
    const rows: Grid = { ...dense, lanes: dense.lanes.map((lane) => ({ ...lane, form: 'rows' })) };
    const event = { laneIndex: 0, event: 395 };
    expect(placeInGrid(rows, event)).to.equal(event);
    expect(placeInGrid(dense, event)).to.deep.equal(column('2016-03-10'));
    expect(placeInGrid(rows, column('2016-03-01'))).to.deep.equal({ laneIndex: 0, event: 390 });
    expect(placeInGrid(dense, { laneIndex: 7, event: 0 })).to.equal(null);
    expect(placeInGrid(rows, { laneIndex: 1, event: 3 })).to.deep.equal({ laneIndex: 1, event: 400 });
  });

  it('finds just the columns that a look at every event finds', () => {
    fc.assert(
      fc.property(randomBounds(60), fc.constantFrom('day', 'month', 'year'), (random, unit) => {
        const data = plainDataset(random);
        const { ask, state } = timeline(data);
        const extent = ask.extent(state);
        // Of an extent of ages there are too many columns to be looked at.
        if (!extent || extent[1] - extent[0] > 20_000 * day) return;
        const step = { unit, step: 1 } as const;
        const [lane] = ask.shownLanes(state);
        const searched: Grid = { ...ask.grid(state)!, step, extent, lanes: [{ lane: lane!, form: 'density' }] };
        const touched: number[] = [];
        for (let time = floorTo(step, extent[0]); time <= extent[1]; time = stepAfter(step, time)) {
          const isTouched = lane!.events.some(
            (i) =>
              data.earliest[i]! < stepAfter(step, time) &&
              data.latest[i]! > time &&
              (data.earliest[i]! > -Infinity || data.latest[i]! < Infinity),
          );
          if (isTouched) touched.push(time);
        }
        let here = moveInGrid(searched, { laneIndex: 0, bin: extent[1] }, 'first');
        const forth = [here.bin];
        for (let i = 1; i < touched.length; i++) forth.push((here = moveInGrid(searched, here, 'next')).bin);
        expect(forth).to.deep.equal(touched);
        expect(moveInGrid(searched, here, 'next')).to.equal(here);
        const back = [here.bin];
        for (let i = 1; i < touched.length; i++) back.push((here = moveInGrid(searched, here, 'previous')).bin);
        expect(back.reverse()).to.deep.equal(touched);
      }),
      { numRuns: 60 },
    );
  });
});

describe('moveInGrid over very many events', () => {
  const random = dice(7);
  const starts = Array.from({ length: 6000 }, () => at('2010-01-01') + Math.floor(random() * 4000) * day);
  const dataset = plainDataset(
    boundsOf(...starts.map((start): [number, number] => [start, start + day]), [-Infinity, Infinity]),
    {
      actorsOf: (event) => [event % 3 === 0 ? 'a' : 'b'],
    },
  );
  const { ask, state } = timeline(dataset);
  const rows = ask.grid(state)!;
  const large: Grid = { ...rows, lanes: rows.lanes.map((lane) => ({ ...lane, form: 'rows', unlisted: 0 })) };

  it('goes through a lane by time, and to what has no date at the end', () => {
    const lane = ask.shownLanes(state).findIndex(({ key }) => key === 'a');
    let here = moveInGrid(large, { laneIndex: lane, event: 3 }, 'first');
    const reached = [here.event!];
    for (let i = 1; i < 2001; i++) reached.push((here = moveInGrid(large, here, 'next')).event!);
    expect(here.event).to.equal(6000);
    const byTime = Array.from({ length: 2000 }, (_, i) => 3 * i).sort((a, b) => starts[a]! - starts[b]! || a - b);
    expect(reached.slice(0, -1)).to.deep.equal(byTime);
    expect(moveInGrid(large, here, 'next')).to.equal(here);
    expect(moveInGrid(large, here, 'previous').event).to.equal(byTime.at(-1));
  });

  it('ends before what has no date where that is only counted', () => {
    const counted: Grid = { ...large, lanes: large.lanes.map((lane) => ({ ...lane, unlisted: 1 })) };
    for (const laneIndex of [0, 1]) {
      const undated = ask.shownLanes(state)[laneIndex]!.key === 'a';
      if (!undated) continue;
      const last = moveInGrid(counted, { laneIndex, event: 3 }, 'last');
      expect(last.event).not.to.equal(6000);
      expect(moveInGrid(counted, last, 'next')).to.equal(last);
    }
    expect(moveInGrid(counted, { laneIndex: 0, event: 6000 }, 'down').event).not.to.equal(6000);
  });

  it('goes to an event of the next lane that is as near as any', () => {
    const from = ask.shownLanes(state)[0]!;
    for (const event of from.events.slice(0, 200)) {
      if (event === 6000) continue;
      const { event: found } = moveInGrid(large, { laneIndex: 0, event }, 'down');
      const distance = (other: number): number => Math.abs(starts[other]! - starts[event]!);
      const least = ask
        .shownLanes(state)[1]!
        .events.reduce((best, other) => Math.min(best, other === 6000 ? best : distance(other)), Infinity);
      expect(distance(found!)).to.equal(least);
    }
  });
});

describe('revealEvent', () => {
  const domain: Domain = [at('2016-05-14'), at('2016-05-19')];
  const dataset = datasetOf(
    fileOf(
      { when: '2016-05-16' },
      { when: '2016-04-01' },
      { when: '2016-07-01' },
      { when: '[2016-01-01..2016-12-31]' },
      { when: null },
      { when: '[..2016-05-01]' },
    ),
  );

  it('gives the very domain back where the event is visible, or has no place to go to', () => {
    for (const event of [0, 3, 4]) expect(revealEvent(dataset, event, domain)).to.equal(domain);
  });

  it('moves without zooming until a known bound is inside, a tenth from the edge', () => {
    for (const event of [1, 2, 5]) {
      const moved = revealEvent(dataset, event, domain);
      expect(domainLength(moved)).to.equal(domainLength(domain));
      const bounds = [dataset.earliest[event]!, dataset.latest[event]!].filter(Number.isFinite);
      expect(
        bounds.some((bound) => bound >= moved[0] && bound <= moved[1]),
        String(event),
      ).to.equal(true);
    }
    expect(revealEvent(dataset, 1, domain)[0]).to.equal(at('2016-04-01') - 0.5 * day);
    expect(revealEvent(dataset, 2, domain)[1]).to.equal(at('2016-07-02') + 0.5 * day);
  });

  it('moves where only a sliver of it is in view, or a day’s disc is not', () => {
    const sliver: Domain = [at('2016-05-14'), at('2016-05-16') + 0.01 * day];
    expect(revealEvent(dataset, 0, sliver)).not.to.equal(sliver);
    const morning: Domain = [at('2016-05-16'), at('2016-05-16') + 0.1 * day];
    const [from, to] = revealEvent(dataset, 0, morning);
    const noon = at('2016-05-16') + 0.5 * day;
    expect(noon > from && noon < to).to.equal(true);
    const end: Domain = [at('2016-04-01'), at('2016-05-01')];
    expect(revealSpan(at('2016-04-30') + 0.9 * day, at('2016-05-20'), end)).not.to.equal(end);
    expect(revealSpan(at('2016-04-20'), at('2016-05-20'), end), 'with its start in view').to.equal(end);
  });

  it('shows the start of what is longer than the view, and the end of what has no start', () => {
    const day1: Domain = [at('2016-01-01'), at('2016-01-02')];
    const [long] = revealSpan(at('2016-02-01'), at('2016-03-01'), day1);
    expect(long).to.equal(at('2016-02-01') - 0.1 * day);
    const [open] = revealSpan(at('2016-02-01'), Infinity, day1);
    expect(open).to.equal(at('2016-02-01') - 0.1 * day);
    const [, before] = revealSpan(-Infinity, at('2015-02-01'), day1);
    expect(before).to.equal(at('2015-02-01') + 0.1 * day);
    expect(revealSpan(-Infinity, Infinity, day1)).to.equal(day1);
  });

  it('brings a column into view in the same way', () => {
    expect(revealSpan(at('2016-05-15'), at('2016-05-16'), domain)).to.equal(domain);
    expect(revealSpan(at('2016-04-01'), at('2016-04-02'), domain)[0]).to.equal(at('2016-04-01') - 0.5 * day);
  });
});
