import { expect } from 'chai';
import { sortByTime, sortingByTime } from '../../../src/core/dataset/sort-by-time.js';
import { dice } from '../support/random-bounds.js';
import { between, fc } from '../support/fast-check.js';

const sorted = (times: Float64Array, indices: Iterable<number> = times.keys()): number[] =>
  [...indices].sort((a, b) => (times[a]! < times[b]! ? -1 : times[a]! > times[b]! ? 1 : 0));

describe('sortByTime', () => {
  it('sorts the events by their times, infinite ones too, and keeps equal ones in the order given', () => {
    const times = Float64Array.of(5, -0.5, Infinity, -Infinity, 0, 5, -0, -3e17, 3e17, -Infinity, 1e-300, -1e-300, 0.5);
    expect([...sortByTime(times)]).to.deep.equal([3, 9, 7, 1, 11, 4, 6, 10, 12, 0, 5, 8, 2]);
  });

  it('sorts some of the events only, and leaves their list as it was', () => {
    const indices = Uint32Array.of(4, 2, 0);
    expect([...sortByTime(Float64Array.of(3, 1, 2, 0, 3), indices)]).to.deep.equal([2, 4, 0]);
    expect([...indices]).to.deep.equal([4, 2, 0]);
  });

  it('gives a new list where nothing has to be moved, and for no events', () => {
    const indices = Uint32Array.of(0, 1);
    const result = sortByTime(Float64Array.of(1, 1), indices);
    expect([...result]).to.deep.equal([0, 1]);
    expect(result).not.to.equal(indices);
    expect(sortByTime(new Float64Array(0))).to.have.length(0);
  });

  it('puts what is no number last', () => {
    expect([...sortByTime(Float64Array.of(NaN, 1, Infinity, 0))]).to.deep.equal([3, 1, 2, 0]);
  });

  it('reads a column that is part of a larger one', () => {
    const all = Float64Array.of(9, 9, 9, 3, 2, 1);
    expect([...sortByTime(all.subarray(3))]).to.deep.equal([2, 1, 0]);
  });

  const time = fc.oneof(
    fc.constantFrom(-Infinity, Infinity, 0, -0, 8.64e15, -8.64e15),
    fc.integer({ min: -5, max: 5 }),
    fc.maxSafeInteger(),
    fc.double({ noNaN: true }),
    between(1.4e12, 1.5e12),
    fc.integer({ min: 10_000, max: 20_000 }).map((days) => days * 86_400_000),
  );

  it('is the stable sort by comparison, for any times and any order that they are given in', () => {
    fc.assert(
      fc.property(fc.array(time, { maxLength: 400 }), fc.boolean(), (list, backwards) => {
        const times = Float64Array.from(list);
        const indices = Uint32Array.from(times.keys());
        if (backwards) indices.reverse();
        expect([...sortByTime(times, indices)]).to.deep.equal(sorted(times, indices));
      }),
      { numRuns: 400 },
    );
  });

  it('is it for many events whose times share all of their digits but a few', () => {
    const random = dice(1);
    for (const [from, unit, range] of [
      [0, 1, 2],
      [1.4e12, 1, 1e4],
      [1.4e12, 1000, 3e8],
      [-62e12, 86_400_000, 1e6],
      [-1e20, 2 ** 20, 1e9],
    ] as const) {
      const times = Float64Array.from({ length: 20_000 }, () => from + Math.floor(random() * range) * unit);
      expect([...sortByTime(times)]).to.deep.equal(sorted(times));
    }
  });
});

describe('sortingByTime', () => {
  it('gives the hand back between passes, and the same order in the end', () => {
    const random = dice(2);
    const times = Float64Array.from({ length: 1000 }, () => random() * 1e15);
    const sorting = sortingByTime(times);
    let slices = 1;
    let slice = sorting.next();
    for (; !slice.done; slices++) slice = sorting.next();
    expect(slice.value).to.deep.equal(sortByTime(times));
    expect(slices).to.be.within(6, 10);
  });
});
