import { expect } from 'chai';
import { zoomStep } from '../../../src/core/layout/lane-form.js';
import type { Scene } from '../../../src/core/scene/scene.js';
import { domainLength, panByShare, zoomAbout } from '../../../src/core/viewport/domain.js';
import { between, fc } from '../support/fast-check.js';
import { randomDataset, randomDomain } from '../support/random-report.js';
import { bundled } from '../support/report.js';
import { timeline, type Timeline } from '../support/timeline.js';

/** Where each name of a scene stands down the page; an event with two sides stands twice. */
const rowsOf = ({ names }: Scene): Map<string, number> =>
  new Map(names.map(({ event, laneIndex, row }) => [`${laneIndex} ${event}`, row.y + row.height / 2]));

function expectSameRows(before: Scene, after: Scene, what: string): void {
  const rows = rowsOf(before);
  for (const [name, y] of rowsOf(after)) {
    if (rows.has(name)) expect(y, `${what}: ${name}`).to.be.closeTo(rows.get(name)!, 0.01);
  }
  expect(after.height, what).to.equal(before.height);
  expect(after.lanes.map(({ top }) => top)).to.deep.equal(before.lanes.map(({ top }) => top));
}

const stepOf = ({ ask, state }: Timeline): number => zoomStep(ask.plot(state).width / domainLength(ask.domain(state)!));

describe('rows', () => {
  it('do not change while panning', () => {
    fc.assert(
      fc.property(randomDataset(), randomDomain, between(-0.9, 0.9), (dataset, domain, share) => {
        const start = timeline(dataset).show(domain);
        // A sum of floating numbers may land on the other side of a step; nothing was zoomed then either.
        const moved = start.show(panByShare(domain, share));
        if (stepOf(moved) === stepOf(start)) expectSameRows(start.scene, moved.scene, `panned by ${share}`);
      }),
      { numRuns: 150 },
    );
  });

  it('do not change while zooming within a power of two', () => {
    let zoomed = 0;
    fc.assert(
      fc.property(randomDataset(), randomDomain, between(0.5, 2), (dataset, domain, by) => {
        const start = timeline(dataset).show(domain);
        const closer = start.show(zoomAbout(domain, by, (domain[0] + domain[1]) / 2));
        if (stepOf(closer) !== stepOf(start)) return;
        zoomed++;
        expectSameRows(start.scene, closer.scene, `zoomed by ${by}`);
      }),
      { numRuns: 200 },
    );
    expect(zoomed).to.be.above(60);
  });

  it('of the bundled report stay where they are in forty small steps of the hand', () => {
    let view = timeline(bundled).show(timeline(bundled).ask.domain(timeline(bundled).state)!);
    let steps = 0;
    for (let i = 0; i < 40; i++) {
      const domain = view.ask.domain(view.state)!;
      const next = view.show(i % 2 === 0 ? panByShare(domain, 0.02) : zoomAbout(domain, 0.97, domain[0]));
      if (stepOf(next) === stepOf(view)) {
        expectSameRows(view.scene, next.scene, `step ${i}`);
        steps++;
      }
      view = next;
    }
    expect(steps).to.be.above(35);
  });

  it('change only at powers of two of the zoom: in a row of ever closer views there are few arrangements', () => {
    const start = timeline(bundled);
    const domain = start.ask.domain(start.state)!;
    const lanes = new Set<unknown>();
    const steps = new Set<number>();
    for (let i = 0; i <= 60; i++) {
      const view = start.show(zoomAbout(domain, 2 ** (-i / 20), domain[0]));
      lanes.add(view.scene.lanes);
      steps.add(stepOf(view));
    }
    expect(steps.size).to.be.within(3, 4);
    expect(lanes.size).to.equal(steps.size);
  });
});

describe('zoomStep', () => {
  it('is the power of two at or below the scale', () => {
    expect([1, 1.9, 2, 3.99, 0.5, 0.3, 2 ** -30].map(zoomStep)).to.deep.equal([1, 1, 2, 2, 0.5, 0.25, 2 ** -30]);
  });
});
