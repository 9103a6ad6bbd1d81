import { expect } from 'chai';
import { hitTest } from '../../../src/core/scene/hit-test.js';
import type { Box, Scene } from '../../../src/core/scene/scene.js';
import { sizes } from '../../../src/core/layout/sizes.js';
import { isPoint } from '../../../src/core/temporal/date-kind.js';
import { fc } from '../support/fast-check.js';
import { randomDataset, randomDomain } from '../support/random-report.js';
import { bundled, indexOf } from '../support/report.js';
import { timeline } from '../support/timeline.js';

const ways = {
  'left to right': {},
  mirrored: { mirrored: true, dir: 'rtl', locale: 'ar-SY' },
  'at medium width': { width: 560 },
} as const;

const middleOf = ({ x, y, width, height }: Box): readonly [number, number] => [x + width / 2, y + height / 2];
const contains = ({ x, y, width, height }: Box, [px, py]: readonly [number, number]): boolean =>
  px >= x && px <= x + width && py >= y && py <= y + height;

/** The middle of what is visible of each mark, on the page. */
const marksOf = (scene: Scene) =>
  scene.marks.map((mark) => {
    const along = (Math.max(0, mark.x0) + Math.min(mark.viewEnd, mark.x1)) / 2;
    const { left, width, mirrored } = scene.plot;
    // A day is drawn in the row of its name, anything else on its floor.
    const y = isPoint(mark.kind) ? mark.rows[0]! : mark.barY + sizes.floor / 2;
    return { mark, point: [mirrored ? left + width - along : left + along, y] as const };
  });

describe('hitTest', () => {
  for (const [way, options] of Object.entries(ways)) {
    it(`in a name's box finds its event, ${way}`, () => {
      let hits = 0;
      fc.assert(
        fc.property(randomDataset(), randomDomain, (dataset, domain) => {
          const { scene } = timeline(dataset, options).show(domain);
          for (const name of scene.names) {
            if (name.text === '') continue;
            const point = middleOf(name.box);
            // A tag at the edge lies on top; it says the date of a mark that runs out of the view.
            if (scene.edgeTags.some(({ box }) => contains(box, point))) continue;
            expect(hitTest(scene, ...point)).to.deep.equal({ kind: 'event', event: name.event });
            hits++;
          }
        }),
        { numRuns: 60 },
      );
      expect(hits).to.be.above(200);
    });

    it(`in the middle of a mark finds one of its events, ${way}`, () => {
      let hits = 0;
      fc.assert(
        fc.property(randomDataset(), randomDomain, (dataset, domain) => {
          const { scene } = timeline(dataset, options).show(domain);
          for (const { mark, point } of marksOf(scene)) {
            const onTop = [
              ...scene.edgeTags.map(({ box }) => box),
              ...scene.names.flatMap(({ text, box, event }) =>
                text === '' || mark.events.includes(event) ? [] : [box],
              ),
            ];
            if (onTop.some((box) => contains(box, point))) continue;
            const hit = hitTest(scene, ...point);
            expect(
              hit?.kind === 'event' && mark.events.includes(hit.event),
              `${mark.kind} at ${point.join()}`,
            ).to.equal(true);
            hits++;
          }
        }),
        { numRuns: 60 },
      );
      expect(hits).to.be.above(200);
    });
  }

  it('finds each of six events on one floor by its own row, and the nearest on the floor itself', () => {
    const { scene } = timeline(bundled);
    const mark = scene.marks.find(({ events }) => events.length === 6 && events.includes(indexOf(bundled, 'e07')))!;
    const x = scene.plot.left + mark.x1 - 4;
    const found = mark.rows.map((y) => hitTest(scene, x, y));
    expect(found).to.deep.equal(mark.events.map((event) => ({ kind: 'event', event })));
    expect(hitTest(scene, x, mark.barY + 3)).to.deep.equal({ kind: 'event', event: mark.events.at(-1) });
  });

  it('finds both halves of a clash', () => {
    const { scene } = timeline(bundled);
    const halves = scene.names.filter(({ event }) => event === indexOf(bundled, 'e12'));
    expect(halves.map(({ box }) => hitTest(scene, ...middleOf(box)))).to.deep.equal(
      halves.map(({ event }) => ({ kind: 'event', event })),
    );
    expect(halves).to.have.length(2);
  });

  it('finds the way to what starts before the view', () => {
    const { scene } = timeline(bundled);
    const [tag] = scene.edgeTags;
    expect(hitTest(scene, ...middleOf(tag!.box))).to.deep.equal({ kind: 'edge', tag });
  });

  it('finds nothing where nothing is', () => {
    const { scene } = timeline(bundled);
    for (const [x, y] of [
      [-5, 50],
      [scene.width + 5, 50],
      [300, -20],
      [300, scene.height + 20],
      [5, 30],
      [NaN, NaN],
    ] as const) {
      expect(hitTest(scene, x, y)).to.equal(null);
    }
  });
});
