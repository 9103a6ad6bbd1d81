import { expect } from 'chai';
import type { TimeBounds, TimeIndex } from '../../../src/core/dataset/time-index.js';
import {
  eventsIn,
  everything,
  isCrowded,
  isTooWide,
  mostRows,
  stretchesOf,
  tiledView,
} from '../../../src/core/layout/lane-form.js';
import { allEvents } from '../../../src/core/layout/lanes.js';
import { day, type Domain } from '../../../src/core/viewport/domain.js';
import { between, fc } from '../support/fast-check.js';
import { boundsOf, plainDataset } from '../support/plain-dataset.js';
import { dice, randomBounds } from '../support/random-bounds.js';
import { at } from '../support/timeline.js';

const indexOf = (bounds: TimeBounds): TimeIndex => allEvents(plainDataset(bounds)).time;

/** Somewhere within eleven years; from hours to years. */
const randomView = fc
  .tuple(between(0, 4000), between(-1, 11))
  .map(([from, log]): Domain => [at('2011-01-01') + from * day, at('2011-01-01') + (from + 2 ** log) * day]);

describe('tiledView', () => {
  it('has tiles of which a view is one to two long, wherever it is', () => {
    fc.assert(
      fc.property(randomView, between(200, 2000), (domain, width) => {
        const { step, tile, first, last } = tiledView(domain, width);
        const length = domain[1] - domain[0];
        expect(Math.log2(step)).to.equal(Math.round(Math.log2(step)));
        expect(length / tile).to.be.within(1, 2.000001);
        expect(first * tile).to.be.at.most(domain[0]);
        expect((last + 1) * tile).to.be.at.least(domain[1]);
      }),
    );
  });

  it('stays the same while a view moves within its tiles', () => {
    const domain: Domain = [at('2016-05-01'), at('2016-05-20')];
    expect(tiledView([domain[0] + day / 24, domain[1] + day / 24], 900)).to.deep.equal(tiledView(domain, 900));
  });
});

describe('isCrowded', () => {
  const view = tiledView([0, 100 * day], 600);
  const most = (2 * view.tile * view.step) / 3;
  const points = (count: number): TimeIndex =>
    indexOf(
      boundsOf(
        ...Array.from({ length: count }, (_, i): [number, number] => [
          (i / count) * 90 * day,
          (i / count) * 90 * day + 1000,
        ]),
      ),
    );

  it('is more than one event per three pixels', () => {
    expect(most).to.equal(200);
    expect(isCrowded(points(200), view)).to.equal(false);
    expect(isCrowded(points(300), view)).to.equal(true);
  });

  it('does not count what only reaches across', () => {
    const across = Array.from({ length: 5000 }, (_, i): [number, number] => [-1000 * day - i, 1000 * day + i]);
    expect(isCrowded(indexOf(boundsOf(...across, [day, 2 * day])), view)).to.equal(false);
  });

  it('is no matter of what is far away', () => {
    const far = Array.from({ length: 5000 }, (_, i): [number, number] => [9000 * day + i, 9000 * day + i + 1]);
    expect(isCrowded(indexOf(boundsOf(...far, [day, 2 * day])), view)).to.equal(false);
  });
});

describe('stretchesOf', () => {
  it('gives events that are just those that a search finds, by earliest bound, and always holds the view', () => {
    fc.assert(
      fc.property(randomBounds(600), randomView, fc.integer({ min: 1, max: 60 }), (bounds, domain, lanes) => {
        const index = indexOf(bounds);
        const view = tiledView(domain, 800);
        for (const stretch of stretchesOf(index, view, lanes)) {
          const { from, to, withoutThrough } = stretch;
          expect(from).to.be.at.most(domain[0]);
          expect(to).to.be.at.least(domain[1]);
          const expected = [...index.byEarliest].filter((i) => {
            const [earliest, latest] = [bounds.earliest[i]!, bounds.latest[i]!];
            const isAcross = earliest < from && latest > to;
            return earliest < to && latest > from && !(withoutThrough && isAcross);
          });
          expect([...eventsIn(index, stretch)]).to.deep.equal(expected);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is the whole of a lane with few events, and less of one with many', () => {
    const random = dice(5);
    const days = (count: number): TimeIndex =>
      indexOf(
        boundsOf(
          ...Array.from({ length: count }, (): [number, number] => {
            const start = at('2010-01-01') + Math.floor(random() * 4000) * day;
            return [start, start + day];
          }),
        ),
      );
    const view = tiledView([at('2016-05-01'), at('2016-05-03')], 800);
    expect(stretchesOf(days(2000), view, 1)[0]).to.equal(everything);
    expect(stretchesOf(days(250), view, 8)[0]).to.equal(everything);
    const [longest, near] = stretchesOf(days(2001), view, 1);
    expect(longest!.from).to.be.above(-Infinity);
    expect(longest!.from).to.be.at.most(near!.from);
    expect(longest!.to).to.be.at.least(near!.to);
  });

  it('leaves out what reaches across where that alone needs too many rows', () => {
    const across = Array.from({ length: mostRows + 1 }, (_, i): [number, number] => [-1000 * day - i, 1000 * day + i]);
    const index = indexOf(boundsOf(...across, [day, 2 * day], [-3000 * day, -2999 * day]));
    const stretches = stretchesOf(index, tiledView([0, 3 * day], 800), 1);
    expect(stretches.map(({ withoutThrough }) => withoutThrough)).to.deep.equal([true]);
    expect([...eventsIn(index, stretches[0]!)]).to.deep.equal([mostRows + 1]);
  });
});

describe('isTooWide', () => {
  const inDays = (count: number, each: number): TimeBounds =>
    boundsOf(...Array.from({ length: count }, (_, i): [number, number] => [i * each * day, i * each * day + 1]));
  const ask = (bounds: TimeBounds, width: number): boolean => {
    const { length } = bounds.earliest;
    const events = Uint32Array.from({ length }, (_, i) => i);
    return isTooWide(events, bounds, 0, bounds.latest[length - 1]!, 10 / day, () => width);
  };

  it('is false where names fit beside each other, and true where dozens would be above each other', () => {
    expect(ask(inDays(500, 30), 200)).to.equal(false);
    expect(ask(inDays(500, 1), 80)).to.equal(false);
    expect(ask(inDays(500, 1), 800)).to.equal(true);
  });

  it('sees one busy place among quiet ones', () => {
    const busy = boundsOf(
      ...Array.from({ length: 200 }, (_, i): [number, number] => {
        const start = (i < 100 ? i * 4 : 400 + i / 100) * day;
        return [start, start + 1];
      }),
      [900 * day, 900 * day + 1],
    );
    expect(ask(busy, 120)).to.equal(true);
  });

  it('never minds a few events', () => {
    expect(ask(inDays(24, 0), 10_000)).to.equal(false);
  });
});
