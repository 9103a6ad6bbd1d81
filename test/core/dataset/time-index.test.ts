import { expect } from 'chai';
import { sortByTime } from '../../../src/core/dataset/sort-by-time.js';
import {
  boundedEvents,
  createTimeIndex,
  filterOrder,
  splitByLane,
  type TimeBounds,
  type TimeIndex,
} from '../../../src/core/dataset/time-index.js';
import { day, type Domain } from '../../../src/core/viewport/domain.js';
import { between, fc } from '../support/fast-check.js';
import { dice, randomBounds } from '../support/random-bounds.js';
import { at } from '../support/timeline.js';

const indexOf = (bounds: TimeBounds, events = boundedEvents(bounds)): TimeIndex =>
  createTimeIndex(bounds, sortByTime(bounds.earliest, events), sortByTime(bounds.latest, events));

const boundsOf = (...list: readonly (readonly [number, number])[]): TimeBounds => ({
  earliest: Float64Array.from(list, ([earliest]) => earliest),
  latest: Float64Array.from(list, ([, latest]) => latest),
});

describe('createTimeIndex', () => {
  //  0 ├──┤        1     ├──┤     2 ├───────────┤   3 no end   4 no start   5 no date
  const bounds = boundsOf([10, 20], [20, 30], [5, 40], [25, Infinity], [-Infinity, 15], [-Infinity, Infinity]);
  const index = indexOf(bounds);

  it('holds the events that have a bound, by either', () => {
    expect(index.size).to.equal(5);
    expect([...index.byEarliest]).to.deep.equal([4, 2, 0, 1, 3]);
    expect([...index.byLatest]).to.deep.equal([4, 0, 1, 2, 3]);
  });

  it('counts what touches a stretch; what ends where it begins does not', () => {
    expect(index.countTouching(20, 25)).to.equal(2);
    expect(index.countTouching(19, 21)).to.equal(3);
    expect(index.countTouching(0, 5)).to.equal(1);
    expect(index.countTouching(40, 1e18)).to.equal(1);
    expect(index.countTouching(-Infinity, Infinity)).to.equal(5);
  });

  it('counts what is inside; half a bound is never inside', () => {
    expect(index.countInside(10, 20)).to.equal(1);
    expect(index.countInside(11, 20)).to.equal(0);
    expect(index.countInside(5, 40)).to.equal(3);
    expect(index.countInside(5, 39)).to.equal(2);
    expect(index.countInside(-1e300, 1e300)).to.equal(3);
  });

  it('gives the events that touch in the order of their starts, unless they are too many', () => {
    expect(index.touching(12, 22, 4)).to.deep.equal([4, 2, 0, 1]);
    expect(index.touching(12, 22, 3)).to.equal(null);
    expect(index.touching(-20, -10, 1)).to.deep.equal([4]);
  });

  it('knows the place of each event', () => {
    expect([0, 1, 2, 3, 4, 5].map((event) => index.position(event))).to.deep.equal([2, 3, 1, 4, 0, -1]);
    const some = indexOf(bounds, Uint32Array.of(0, 3));
    expect([0, 1, 2, 3, 4, 5].map((event) => some.position(event))).to.deep.equal([0, -1, -1, 1, -1, -1]);
  });

  it('never has more inside than touch, also where a span is empty', () => {
    const empty = indexOf(boundsOf([20, 20]));
    const counts = (from: number, to: number): number[] => [empty.countInside(from, to), empty.countTouching(from, to)];
    expect([counts(10, 30), counts(20, 30), counts(10, 20)]).to.deep.equal([
      [1, 1],
      [0, 0],
      [0, 0],
    ]);
    expect(empty.touching(20, 30, 5)).to.deep.equal([]);
  });

  it('holds no events as well', () => {
    const none = indexOf(boundsOf());
    expect([none.size, none.countTouching(0, 1), none.countInside(0, 1), none.position(0)]).to.deep.equal([
      0, 0, 0, -1,
    ]);
    expect(none.touching(0, 1, 0)).to.deep.equal([]);
  });

  const stretch = fc
    .tuple(between(at('2011-06-01'), at('2021-06-01')), between(0, 14))
    .map(([start, log]): Domain => [start, start + Math.ceil(Math.exp(log * 1.8))]);

  it('answers as if it looked at every event', () => {
    fc.assert(
      fc.property(randomBounds(5000), fc.array(stretch, { minLength: 3, maxLength: 12 }), (any, stretches) => {
        const all = indexOf(any);
        const bounded = [...any.earliest.keys()].filter((i) => isFinite(any.earliest[i]!) || isFinite(any.latest[i]!));
        // Bounds that events really have, too: that is where a < and a ≤ differ.
        const some = bounded.slice(0, 3).flatMap((i) => [any.earliest[i]!, any.latest[i]!]);
        const edges = some.filter(isFinite).sort((a, b) => a - b);
        const own = edges.slice(1).map((edge, i): Domain => [edges[i]!, edge]);
        for (const [from, to] of [...stretches, ...own.filter(([a, b]) => a < b)]) {
          const touching = bounded.filter((i) => any.earliest[i]! < to && any.latest[i]! > from);
          const inside = bounded.filter((i) => any.earliest[i]! >= from && any.latest[i]! <= to);
          expect(all.countTouching(from, to)).to.equal(touching.length);
          expect(all.countInside(from, to)).to.equal(inside.length);
          const inOrder = touching.sort((a, b) =>
            any.earliest[a] === any.earliest[b] ? a - b : any.earliest[a]! - any.earliest[b]!,
          );
          expect(all.touching(from, to, touching.length)).to.deep.equal(inOrder);
          if (touching.length > 0) expect(all.touching(from, to, touching.length - 1)).to.equal(null);
        }
        bounded.slice(0, 50).forEach((i) => expect(all.byEarliest[all.position(i)]).to.equal(i));
      }),
      { numRuns: 60 },
    );
  });

  it('finds the few that last, among many that do not', () => {
    const random = dice(3);
    const list = Array.from({ length: 5000 }, (_, i): [number, number] => {
      const start = at('2012-01-01') + Math.floor(random() * 3000) * day;
      return [start, i % 1000 === 0 ? Infinity : start + day];
    });
    const all = indexOf(boundsOf(...list));
    const found = all.touching(at('2030-01-01'), at('2030-01-02'), 5)!;
    expect([...found].sort((a, b) => a - b)).to.deep.equal([0, 1000, 2000, 3000, 4000]);
  });
});

describe('splitByLane', () => {
  const order = Uint32Array.of(3, 0, 2, 1);
  const lists = (arrays: readonly Uint32Array[]): number[][] => arrays.map((array) => [...array]);

  it('gives each lane its events in the same order', () => {
    const lanes = splitByLane(order, { codes: Uint16Array.of(1, 0, 1, 0), offsets: null }, 3);
    expect(lists(lanes)).to.deep.equal([[3, 1], [0, 2], []]);
  });

  it('puts an event in several lanes, or in none', () => {
    const codes = { codes: Uint32Array.of(0, 1, 1, 0), offsets: Uint32Array.of(0, 2, 2, 3, 4) };
    expect(lists(splitByLane(order, codes, 2))).to.deep.equal([
      [3, 0],
      [0, 2],
    ]);
  });

  it('folds codes into one lane, where an event of two of them is once, and leaves out what is not wanted', () => {
    const codes = { codes: Uint32Array.of(0, 1, 1, 2, 2, 0), offsets: Uint32Array.of(0, 2, 3, 4, 6) };
    expect(lists(splitByLane(order, codes, 2, Int32Array.of(1, 1, -1)))).to.deep.equal([[], [3, 0, 1]]);
    expect(lists(splitByLane(order, codes, 2, Int32Array.of(0)))).to.deep.equal([[3, 0], []]);
  });

  it('has one buffer for all, and splits only what is in the order', () => {
    const lanes = splitByLane(Uint32Array.of(2, 0), { codes: Uint16Array.of(1, 0, 1, 0), offsets: null }, 2);
    expect(lists(lanes)).to.deep.equal([[], [2, 0]]);
    expect(lanes[0]!.buffer).to.equal(lanes[1]!.buffer);
  });

  it('is a filter of the order for each lane', () => {
    const events = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 4 }), { maxLength: 60 });
    const laneOf = fc.array(fc.integer({ min: -1, max: 3 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(events, laneOf, fc.integer(), (codesOf, lanes, seed) => {
        const random = dice(seed);
        const any = Uint32Array.from(codesOf.keys()).filter(() => random() < 0.8);
        any.reverse();
        const offsets = new Uint32Array(codesOf.length + 1);
        codesOf.forEach((codes, i) => (offsets[i + 1] = offsets[i]! + codes.length));
        const found = splitByLane(any, { codes: Uint16Array.from(codesOf.flat()), offsets }, 4, Int32Array.from(lanes));
        expect(lists(found)).to.deep.equal(
          [0, 1, 2, 3].map((lane) => [...any].filter((event) => codesOf[event]!.some((code) => lanes[code] === lane))),
        );
      }),
    );
  });
});

describe('filterOrder', () => {
  it('keeps what matches, in its order', () => {
    expect([...filterOrder(Uint32Array.of(3, 0, 2), Uint8Array.of(1, 1, 0, 1))]).to.deep.equal([3, 0]);
    expect([...filterOrder(Uint32Array.of(3, 0, 2), new Uint8Array(4))]).to.deep.equal([]);
  });

  it('gives the order itself where all match', () => {
    const order = Uint32Array.of(1, 0);
    expect(filterOrder(order, Uint8Array.of(1, 1))).to.equal(order);
  });
});
