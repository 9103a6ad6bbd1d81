import { expect } from 'chai';
import type { TimeBounds } from '../../../src/core/dataset/time-index.js';
import { hitTest, type Hit } from '../../../src/core/scene/hit-test.js';
import { hitsNear, leastTarget } from '../../../src/core/scene/hits-near.js';
import { pageBox } from '../../../src/core/scene/scene-builder.js';
import type { Box, Scene } from '../../../src/core/scene/scene.js';
import { day, type Domain } from '../../../src/core/viewport/domain.js';
import { denseChart } from '../support/dense.js';
import { fc } from '../support/fast-check.js';
import { randomDataset, randomDomain } from '../support/random-report.js';
import { bundled } from '../support/report.js';
import { timeline } from '../support/timeline.js';

const ways = {
  'left to right': {},
  mirrored: { mirrored: true, dir: 'rtl', locale: 'ar-SY' },
  'at medium width': { width: 560 },
} as const;

const pointsOf = (scene: Scene): (readonly [number, number])[] =>
  Array.from({ length: 60 }, (_, i) => [(scene.width / 61) * (i + 1), (scene.height * ((i * 7) % 60)) / 60] as const);

const contains = ({ x, y, width, height }: Box, px: number, py: number, reach: number): boolean =>
  px > x - reach && px < x + width + reach && py > y - reach && py < y + height + reach;

const named = (hit: Hit): string =>
  hit.kind === 'event'
    ? `event ${hit.event}`
    : hit.kind === 'edge'
      ? `edge ${hit.tag.event}`
      : `bin ${new Date(hit.column.start).toISOString().slice(0, 10)}`;

/** Days of May 2016 in one lane of counts. */
const may = Date.UTC(2016, 4);
function counted(days: readonly number[], domain: Domain, more = {}) {
  const bounds: TimeBounds = {
    earliest: Float64Array.from(days, (n) => may + n * day),
    latest: Float64Array.from(days, (n) => may + (n + 1) * day),
  };
  const scene = denseChart(bounds, [{ events: days.map((_, i) => i) }]).dense({ domain, width: 900, ...more });
  const [density] = scene.densities;
  return { scene, density: density!, lane: scene.lanes[density!.laneIndex]! };
}

describe('what a press may mean', () => {
  for (const [way, options] of Object.entries(ways)) {
    it(`is what is hit, and for a mouse nothing else but what lies on the same pixels, ${way}`, () => {
      let hits = 0;
      fc.assert(
        fc.property(randomDataset(), randomDomain, (dataset, domain) => {
          const { scene } = timeline(dataset, options).show(domain);
          for (const [x, y] of pointsOf(scene)) {
            const exact = hitTest(scene, x, y);
            const near = hitsNear(scene, x, y, 0);
            expect(near[0] ?? null).to.deep.equal(exact);
            for (const hit of near.slice(1)) {
              if (hit.kind === 'bin') throw new Error('columns do not lie on each other');
              const boxes =
                hit.kind === 'edge'
                  ? [hit.tag.box]
                  : scene.names.filter(({ event }) => event === hit.event).map(({ row }) => row);
              expect(boxes.some((box) => contains(box, x, y, 0.001))).to.equal(true);
            }
            hits += near.length;
          }
        }),
        { numRuns: 60 },
      );
      expect(hits).to.be.above(400);
    });

    it(`is for a finger what is hit first, then what is smaller than a finger and under it, each once, ${way}`, () => {
      let several = 0;
      fc.assert(
        fc.property(randomDataset(), randomDomain, (dataset, domain) => {
          const { scene } = timeline(dataset, options).show(domain);
          for (const [x, y] of pointsOf(scene)) {
            const exact = hitTest(scene, x, y);
            const near = hitsNear(scene, x, y, leastTarget);
            if (exact) expect(near[0]).to.deep.equal(exact);
            expect(new Set(near.map(named)).size).to.equal(near.length);
            for (const { box } of scene.edgeTags) {
              if (contains(box, x, y, 11.9)) expect(near.some(({ kind }) => kind === 'edge')).to.equal(true);
            }
            if (near.length > 1) several++;
          }
        }),
        { numRuns: 60 },
      );
      expect(several).to.be.above(10);
    });
  }

  it('is one event in the middle of each row of the bundled report: rows are targets of 24 pixels', () => {
    const { scene } = timeline(bundled);
    for (const { row, event, text, box } of scene.names) {
      const [x, y] = text === '' ? [row.x + row.width / 2, row.y + 12] : [box.x + box.width / 2, row.y + 12];
      expect(hitsNear(scene, x, y, leastTarget), text).to.deep.equal([{ kind: 'event', event }]);
    }
  });

  it('is a tag at the edge or the name beside it, near where both end', () => {
    const { scene } = timeline(bundled).show([Date.UTC(2016, 4, 16), Date.UTC(2016, 4, 18)]);
    const tag = scene.edgeTags[0]!;
    const { x, y, width, height } = tag.box;
    expect(hitsNear(scene, x + width / 2, y + height / 2, leastTarget)[0]).to.deep.equal({ kind: 'edge', tag });
    const beside = hitsNear(scene, x + width + 6, y + 2, leastTarget).map(({ kind }) => kind);
    expect(beside).to.include.members(['event', 'edge']);
    // A mouse means what is under it.
    expect(hitsNear(scene, x + width + 6, y + 2, 0).map(({ kind }) => kind)).to.deep.equal(['event']);
  });

  it('is one of the columns that a finger covers, where they are narrower than it', () => {
    // Nine events a day, so that days are columns.
    const days = Array.from({ length: 60 * 9 }, (_, i) => Math.floor(i / 9));
    const { scene, density, lane } = counted(days, [may, may + 60 * day]);
    const column = density.columns[20]!;
    expect(column.x1 - column.x0).to.be.within(7, leastTarget - 1);
    const middle = pageBox(scene.plot, column.x0, column.x1, lane.top, lane.height);
    const [x, y] = [middle.x + middle.width / 2, lane.top + 30];
    expect(hitsNear(scene, x, y, 0).map(named)).to.deep.equal(['bin 2016-05-21']);
    const near = hitsNear(scene, x, y, leastTarget);
    expect(near[0]).to.deep.equal(hitTest(scene, x, y));
    expect(near.map(named)).to.include.members(['bin 2016-05-20', 'bin 2016-05-21', 'bin 2016-05-22']);
    for (const hit of near) {
      if (hit.kind !== 'bin') throw new Error('only columns are there');
      expect(hit.column.x1).to.be.above(column.x0 - 12);
      expect(hit.column.x0).to.be.below(column.x1 + 12);
    }
  });

  it('is the column alone where it is as wide as a finger', () => {
    const days = Array.from({ length: 10 * 9 }, (_, i) => Math.floor(i / 9));
    const { scene, density, lane } = counted(days, [may, may + 10 * day]);
    const column = density.columns[4]!;
    expect(column.x1 - column.x0).to.be.above(leastTarget);
    const { x } = pageBox(scene.plot, column.x0, column.x1, lane.top, lane.height);
    expect(hitsNear(scene, x + 2, lane.top + 30, leastTarget).map(named)).to.deep.equal(['bin 2016-05-05']);
  });

  for (const more of [{}, { mirrored: true, dir: 'rtl' }] as const) {
    it(`is one of the discs that a finger covers, and not their column, ${'dir' in more ? 'mirrored' : 'left to right'}`, () => {
      const { scene, density } = counted([5, 6, 6, 20], [may, may + 31 * day], more);
      const discs = density.columns.flatMap(({ singles }) => singles);
      const middle = discs.find(({ event }) => event === 1)!;
      const { x, y } = pageBox(scene.plot, middle.x, middle.x, middle.y, 0);
      expect(hitsNear(scene, x, y, 0).map(named)).to.deep.equal(['event 1']);
      const near = hitsNear(scene, x, y, leastTarget).map(named);
      expect(near[0]).to.equal('event 1');
      expect(near).to.include('event 2');
      expect(near.filter((name) => name.startsWith('bin'))).to.deep.equal([]);
      expect(near).not.to.include('event 3');
    });
  }

  it('is either of two events that lie on the same pixels, also for a mouse, unless a name is written there', () => {
    const { scene } = timeline(bundled);
    const [first, second] = scene.names as [(typeof scene.names)[0], (typeof scene.names)[0]];
    const row = { x: 300, y: 10, width: 200, height: 24 };
    const bare = { x: 300, y: 900, width: 0, height: 0 };
    const alone = { ...scene, edgeTags: [], densities: [] };
    const unwritten = { ...alone, names: [first, second].map((name) => ({ ...name, row, box: bare })) };
    const events = (hits: readonly Hit[]) => hits.map(named).sort();
    const both = [`event ${first.event}`, `event ${second.event}`].sort();
    expect(events(hitsNear(unwritten, 400, 20, 0))).to.deep.equal(both);
    expect(events(hitsNear(unwritten, 400, 20, leastTarget))).to.deep.equal(both);
    const written = {
      ...alone,
      names: [
        { ...first, row, box: { ...row, width: 150 } },
        { ...second, row, box: bare },
      ],
    };
    expect(events(hitsNear(written, 400, 20, 0))).to.deep.equal([`event ${first.event}`]);
    expect(events(hitsNear(written, 480, 20, 0))).to.deep.equal(both);
  });

  it('is nothing on bare ground', () => {
    const { scene } = counted([5], [may, may + 31 * day]);
    expect(hitsNear(scene, 2, scene.height + 40, leastTarget)).to.deep.equal([]);
  });

  it('is never more than can be looked through', () => {
    const { scene } = timeline(bundled, { width: 560 }).show([Date.UTC(1900, 0), Date.UTC(2100, 0)]);
    for (const [x, y] of pointsOf(scene)) expect(hitsNear(scene, x, y, 400).length).to.be.at.most(12);
  });
});
