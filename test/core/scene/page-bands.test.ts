import { expect } from 'chai';
import type { LaneArrangement } from '../../../src/core/layout/arrange-lanes.js';
import { pageBands } from '../../../src/core/scene/page-bands.js';
import { fc } from '../support/fast-check.js';

/** A lane with blocks at these places, from their tops and heights. */
const lane = (top: number, height: number, ...blocks: readonly (readonly [y: number, height: number])[]) =>
  ({
    top,
    height,
    blocks: blocks.map(([y, blockHeight]) => ({ y, height: blockHeight })),
    offAxis: [],
  }) as unknown as LaneArrangement;
const ends = (...lanes: readonly LaneArrangement[]) =>
  pageBands(lanes, 400).map(({ top, height }) => [top, top + height]);

describe('pageBands', () => {
  it('keeps a lane whole that is not too tall', () => {
    expect(ends(lane(0, 300), lane(300, 400), lane(700, 30))).to.deep.equal([
      [0, 300],
      [300, 700],
      [700, 730],
    ]);
  });

  it('cuts a tall lane between its blocks, as late as it can', () => {
    const tall = lane(100, 700, [110, 150], [270, 100], [380, 90], [480, 300]);
    expect(ends(tall)).to.deep.equal([
      [100, 470],
      [470, 800],
    ]);
  });

  it('cuts a block that is taller than a page between the rows of its names', () => {
    expect(ends(lane(0, 1000, [7, 960]))).to.deep.equal([
      [0, 7 + 16 * 24],
      [391, 7 + 32 * 24],
      [775, 1000],
    ]);
  });

  it('cuts anywhere where there is nothing to go by', () => {
    expect(ends(lane(0, 900))).to.deep.equal([
      [0, 400],
      [400, 800],
      [800, 900],
    ]);
  });

  it('leaves no gap and makes no piece that is too tall, whatever stands in a lane', () => {
    const blocks = fc.array(fc.tuple(fc.nat(3000), fc.integer({ min: 1, max: 2000 })), { maxLength: 12 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), blocks, (height, placed) => {
        const bands = pageBands([lane(50, height, ...placed)], 400);
        expect(bands[0]!.top).to.equal(50);
        bands.forEach((band, i) => {
          expect(band.height).to.be.above(0).and.at.most(400);
          expect(band.top + band.height).to.equal(bands[i + 1]?.top ?? 50 + height);
        });
      }),
    );
  });
});
