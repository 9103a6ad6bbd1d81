import { expect } from 'chai';
import { tieElbows, type EventRow } from '../../../src/core/scene/build-links.js';

describe('ties between the two sides of a clash', () => {
  const sides = (count: number): ReadonlyMap<number, readonly EventRow[]> =>
    new Map(
      Array.from({ length: count }, (_, event): [number, EventRow[]] => [
        event,
        [
          { x0: 100, y: 10 * event },
          { x0: 100, y: 500 + 10 * event },
        ],
      ]),
    );
  const heights = (count: number, ...lookedAt: (number | null)[]): number[] =>
    tieElbows(sides(count), lookedAt).map(({ points }) => points[1]!);

  it('are all drawn where there are few', () => {
    expect(heights(6, null, null)).to.deep.equal([0, 10, 20, 30, 40, 50]);
  });

  it('are drawn for what the reader looks at where there are many', () => {
    expect(heights(7, null, null)).to.deep.equal([]);
    expect(heights(7, 3, 5)).to.deep.equal([30, 50]);
  });

  it('lead from row to row', () => {
    const [tie] = tieElbows(sides(1), []);
    expect(tie).to.deep.include({ points: [95, 0, 6, 0, 6, 500, 95, 500], thin: true, arrow: null });
  });
});
