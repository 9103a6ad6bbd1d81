import { expect } from 'chai';
import {
  placeName,
  placePointNames,
  pointReach,
  type MarkStretch,
  type NameLimits,
} from '../../../src/core/layout/place-name.js';
import { between, fc } from '../support/fast-check.js';

const limits: NameLimits = { left: 0, right: 1000, line: null };
const mark = (x0: number, x1: number, more: Partial<MarkStretch> = {}): MarkStretch => ({
  x0,
  x1,
  likely: null,
  edgeTag: 0,
  ...more,
});

/** "inside start 108": whether on the mark, which way it runs, from where. */
const said = ({ inside, anchor, x }: ReturnType<typeof placeName>): string =>
  `${inside ? 'inside' : 'beside'} ${anchor} ${x}`;

describe('placeName takes the first rule that fits', () => {
  const likely = { x0: 100, x1: 160 };
  const table: readonly [string, MarkStretch, number, Partial<NameLimits>, string][] = [
    ['inside, 8 px from the start wall', mark(100, 400), 200, {}, 'inside start 108'],
    ['inside after the day of a ring in the way', mark(100, 400, { likely }), 200, {}, 'inside start 166'],
    [
      'inside right after the ring where the rest of its day is needed',
      mark(100, 400, { likely }),
      240,
      {},
      'inside start 142',
    ],
    [
      'inside before a ring that stands later',
      mark(100, 600, { likely: { x0: 400, x1: 460 } }),
      200,
      {},
      'inside start 108',
    ],
    ['inside, flush with the end wall, where only the end is known', mark(-Infinity, 400), 200, {}, 'inside end 392'],
    ['inside, at the start wall, where only the start is known', mark(100, Infinity), 200, {}, 'inside start 108'],
    [
      'inside, after the tag, where the start is out of view',
      mark(-500, 400, { edgeTag: 60 }),
      200,
      {},
      'inside start 60',
    ],
    ['beside, on the start side, where it does not fit between the walls', mark(500, 600), 200, {}, 'beside end 492'],
    ['beside, on the end side, where there is no room on the start side', mark(100, 200), 200, {}, 'beside start 208'],
    ['where there is most room, cut, if it fits nowhere', mark(300, 600), 900, {}, 'beside start 608'],
    ['before the report’s line, not across it', mark(100, 900), 200, { line: 400 }, 'inside start 108'],
    ['after the report’s line, where it does not fit before', mark(100, 900), 320, { line: 400 }, 'inside start 406'],
    ['beside, on the side that the line leaves free', mark(500, 600), 200, { line: 450 }, 'beside start 608'],
  ];
  for (const [name, stretch, width, more, expected] of table) {
    it(name, () => expect(said(placeName(stretch, width, { ...limits, ...more }))).to.equal(expected));
  }

  it('so that it stays within the limits and does not cross the line, whatever the mark', () => {
    const x = between(-500, 1500);
    fc.assert(
      fc.property(x, between(14, 900), between(20, 600), fc.option(between(0, 1000)), (x0, length, width, line) => {
        if (x0 + length < 0 || x0 > 1000) return;
        const { x: from, anchor, room } = placeName(mark(x0, x0 + length), width, { ...limits, line });
        const shown = Math.min(width, room);
        const [start, end] = anchor === 'start' ? [from, from + shown] : [from - shown, from];
        if (shown === 0) return;
        expect(start).to.be.at.least(-0.001);
        expect(end).to.be.at.most(1000.001);
        if (line !== null) expect(start < line - 0.001 && end > line + 0.001).to.equal(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe('placePointNames', () => {
  const point = (middle: number, longest: number, more: Partial<NameLimits> = {}): string =>
    said(placePointNames(middle, 6, longest, { ...limits, ...more }));

  it('stands on the end side if the longest name of the day fits there, else on the start side', () => {
    expect(point(500, 200)).to.equal('beside start 512');
    expect(point(900, 200)).to.equal('beside end 888');
  });

  it('stands where there is more room if it fits on neither side', () => {
    expect(point(300, 900)).to.equal('beside start 312');
    expect(point(700, 900)).to.equal('beside end 688');
  });

  it('stays on its side of the report’s line', () => {
    expect(point(500, 200, { line: 600 })).to.equal('beside end 488');
  });
});

describe('pointReach', () => {
  it('is the whole day where the day is wide enough for its hairline, else the disc and its whiskers', () => {
    expect([pointReach(100, false), pointReach(39, false), pointReach(39, true), pointReach(10, false)]).to.deep.equal([
      50, 6, 18, 6,
    ]);
  });
});
