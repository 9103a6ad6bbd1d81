import { expect } from 'chai';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { followEvent } from '../../../src/core/state/follow-event.js';
import { day, domainLength, type Domain } from '../../../src/core/viewport/domain.js';
import { boundsOf, plainDataset } from '../support/plain-dataset.js';
import { dice } from '../support/random-bounds.js';
import { bundled, indexOf } from '../support/report.js';
import { at, timeline, type Timeline } from '../support/timeline.js';

const first = at('2012-01-01');

/** So many days of eight years, by chance. */
function crowd(count: number): Dataset {
  const roll = dice(11);
  return plainDataset(
    boundsOf(
      ...Array.from({ length: count }, () => {
        const start = first + Math.floor(roll() * 2922) * day;
        return [start, start + day] as const;
      }),
    ),
  );
}

const follow = ({ state, ask }: Timeline, event: number): Domain => followEvent(state, ask, event)!;
const isNamed = ({ scene }: Timeline, event: number): boolean => scene.names.some((name) => name.event === event);

describe('what follows an event', () => {
  it('stays where the event is in view', () => {
    const view = timeline(bundled);
    const domain = view.ask.domain(view.state);
    for (const id of ['e01', 'e24', 'e26']) expect(follow(view, indexOf(bundled, id)), id).to.equal(domain);
    expect(follow(view, indexOf(bundled, 'e15')), 'without a date').to.equal(domain);
  });

  it('moves where it is not, and is as long as before', () => {
    const view = timeline(bundled).show([at('2016-03-10'), at('2016-03-13')]);
    const followed = follow(view, indexOf(bundled, 'e01'));
    expect(domainLength(followed)).to.equal(3 * day);
    expect(followed[0]).to.be.at.most(at('2016-05-18'));
    expect(followed[1]).to.be.at.least(at('2016-05-19'));
  });

  it('has no answer where nothing has a date', () => {
    const view = timeline(plainDataset(boundsOf([-Infinity, Infinity])));
    expect(followEvent(view.state, view.ask, 0)).to.equal(null);
  });

  it('zooms in until an event of a lane of counts has its mark and its name, and no further', () => {
    const view = timeline(crowd(20_000));
    expect(view.scene.densities).to.have.length(1);
    for (const event of [0, 7, 19_999]) {
      const followed = follow(view, event);
      expect(isNamed(view.show(followed), event), String(event)).to.equal(true);
      const wider: Domain = [followed[0] - 1.5 * domainLength(followed), followed[1] + 1.5 * domainLength(followed)];
      expect(isNamed(view.show(wider), event), `${event} in four times as much`).to.equal(false);
    }
  });

  it('then goes on at that length', () => {
    const view = timeline(crowd(20_000));
    const near = view.show(follow(view, 0));
    const later = [...near.ask.order(near.state)];
    const next = later[later.indexOf(0) + 1]!;
    expect(domainLength(follow(near, next))).to.equal(domainLength(near.ask.domain(near.state)!));
  });

  it('stays where zooming would not help: too many on one day, or a lane that is low', () => {
    const view = timeline(plainDataset(boundsOf(...Array.from({ length: 3000 }, () => [first, first + day] as const))));
    expect(view.scene.densities).to.have.length(1);
    expect(follow(view, 5)).to.equal(view.ask.domain(view.state));
    expect(view.dispatch({ type: 'select', id: 'e5' }).scene.densities[0]!.selected, 'is marked').not.to.equal(null);
    const low = timeline(crowd(20_000)).dispatch({ type: 'toggle-collapse', key: 'a' });
    expect(follow(low, 5)).to.equal(low.ask.domain(low.state));
  });
});
