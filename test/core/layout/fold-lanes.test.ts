import { expect } from 'chai';
import { foldKey, foldLanes, createFoldLane, keptLanes, mostUnfolded } from '../../../src/core/layout/fold-lanes.js';
import { groupEvents, type Lane } from '../../../src/core/layout/lanes.js';
import { messagesEn } from '../../../src/core/i18n/messages-en.js';
import { fc } from '../support/fast-check.js';
import { plainDataset } from '../support/plain-dataset.js';
import { randomBounds } from '../support/random-bounds.js';
import { datasetOf, fileOf } from '../support/report.js';

/** A lane for each number, of so many events; `a0` comes first in the file. */
function lanesOf(
  counts: readonly number[],
  ordersActors = true,
): { lanes: readonly Lane[]; dataset: ReturnType<typeof plainDataset> } {
  const actors = counts.flatMap((count, i) => new Array<string>(count).fill(`a${i}`));
  const bounds = {
    earliest: Float64Array.from(actors, (_, i) => i),
    latest: Float64Array.from(actors, (_, i) => i + 1),
  };
  const dataset = plainDataset(bounds, { actorsOf: (event) => [actors[event]!], ordersActors });
  return { dataset, lanes: groupEvents(dataset, 'actor', messagesEn) };
}
const keys = (lanes: readonly Lane[]): string => lanes.map(({ key }) => key).join(' ');

describe('foldLanes', () => {
  it('leaves a list of twelve as it is, the very same', () => {
    const { lanes } = lanesOf(new Array<number>(mostUnfolded).fill(1));
    expect(foldLanes(lanes, null)).to.deep.equal({ kept: lanes, folded: [] });
    expect(foldLanes(lanes, null).kept).to.equal(lanes);
  });

  it('keeps the eight with most events, in the author’s order, and folds the others in theirs', () => {
    const { lanes } = lanesOf([1, 9, 2, 8, 3, 7, 4, 6, 5, 15, 14, 13, 12]);
    const { kept, folded } = foldLanes(lanes, null);
    expect(keys(kept)).to.equal('a1 a3 a5 a7 a9 a10 a11 a12');
    expect(keys(folded)).to.equal('a0 a2 a4 a6 a8');
  });

  it('keeps the first of those with as many', () => {
    const { lanes } = lanesOf(new Array<number>(13).fill(2));
    expect(keys(foldLanes(lanes, null).kept)).to.equal('a0 a1 a2 a3 a4 a5 a6 a7');
  });

  it('puts one that was looked for behind those that stay; one that stays anyway moves nowhere', () => {
    const { lanes } = lanesOf([9, 9, 9, 9, 9, 9, 9, 9, 4, 3, 2, 1, 1]);
    expect(keys(foldLanes(lanes, 'a11').kept)).to.equal('a0 a1 a2 a3 a4 a5 a6 a7 a11');
    expect(keys(foldLanes(lanes, 'a11').folded)).to.equal('a8 a9 a10 a12');
    expect(keys(foldLanes(lanes, 'a3').kept)).to.equal('a0 a1 a2 a3 a4 a5 a6 a7');
    expect(keys(foldLanes(lanes, 'nobody').kept)).to.equal('a0 a1 a2 a3 a4 a5 a6 a7');
  });

  it('never folds "not stated", however few they are', () => {
    const events = Array.from({ length: 40 }, (_, i) => (i < 39 ? { type: `t${i % 14}` } : {}));
    const lanes = groupEvents(datasetOf(fileOf(...events)), 'type', messagesEn);
    const { kept, folded } = foldLanes(lanes, null);
    expect(kept).to.have.length(keptLanes);
    expect(kept.at(-1)!.unknown).to.equal(true);
    expect(folded.some(({ unknown }) => unknown)).to.equal(false);
  });
});

describe('the lane of what is folded', () => {
  it('has each event of the folded lanes once, and nothing else', () => {
    fc.assert(
      fc.property(randomBounds(200), fc.array(fc.array(fc.nat(20), { minLength: 1, maxLength: 3 })), (bounds, of) => {
        const actorsOf = (event: number): string[] =>
          (of[event % (of.length || 1)] ?? [event % 20]).map((i) => `a${i}`);
        const dataset = plainDataset(bounds, { actorsOf });
        const { folded } = foldLanes(groupEvents(dataset, 'actor', messagesEn), null);
        const lane = createFoldLane(dataset, folded, 'more');
        const own = new Set(folded.flatMap(({ events }) => events));
        expect(lane.events).to.deep.equal([...own].sort((a, b) => a - b));
        expect(lane.count).to.equal(own.size);
        expect(lane.time.size + lane.undated.length).to.equal(own.size);
        expect([...lane.time.byEarliest]).to.deep.equal([...dataset.byEarliest].filter((event) => own.has(event)));
        expect([...lane.time.byLatest]).to.deep.equal([...dataset.byLatest].filter((event) => own.has(event)));
      }),
      { numRuns: 60 },
    );
  });

  it('is called as nobody is, and knows whom it stands for', () => {
    const { lanes, dataset } = lanesOf(new Array<number>(14).fill(1));
    const { folded } = foldLanes(lanes, null);
    const lane = createFoldLane(dataset, folded, '6 more actors');
    expect(lane).to.include({ key: foldKey, name: '6 more actors', count: 6, total: 6, folded });
    expect(lanes.some(({ key }) => key === foldKey)).to.equal(false);
  });
});
