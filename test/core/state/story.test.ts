import { expect } from 'chai';
import { besideInStory, gapInStory, storyOrders } from '../../../src/core/state/story.js';
import { orderByTime } from '../../../src/core/state/reading-order.js';
import { allEvents } from '../../../src/core/layout/lanes.js';
import { bundled, idsOf, indexOf, report } from '../support/report.js';
import { at, timeline } from '../support/timeline.js';

describe('the event beside another in a story', () => {
  const order = [4, 0, 7];

  it('is the next one or the one before, and none at the ends', () => {
    expect([0, 1, 2].map((place) => besideInStory(order, place, 1))).to.deep.equal([0, 7, undefined]);
    expect([0, 1, 2].map((place) => besideInStory(order, place, -1))).to.deep.equal([undefined, 4, 0]);
  });

  it('of one that is hidden is what stands around its place, and none beyond the ends', () => {
    const around = (gap: number) => [besideInStory(order, -1, -1, gap), besideInStory(order, -1, 1, gap)];
    expect([0, 1, 3].map(around)).to.deep.equal([
      [undefined, 4],
      [4, 0],
      [7, undefined],
    ]);
  });

  it('is the first or the last where nothing is read yet', () => {
    expect([besideInStory(order, -1, 1), besideInStory(order, -1, -1)]).to.deep.equal([4, 7]);
    expect([besideInStory([], -1, 1), besideInStory([], -1, -1)]).to.deep.equal([undefined, undefined]);
  });
});

describe('the order of a story', () => {
  const view = timeline(bundled);

  it('is that of time, which is the list’s, or that of the file', () => {
    expect(view.ask.story(view.state, 'time', false)).to.equal(view.ask.order(view.state));
    const inFile = view.ask.story(view.state, 'report', false);
    expect(idsOf(bundled, [...inFile])).to.equal(report.events.map(({ id }) => id).join(' '));
    expect(view.ask.story({ ...view.state }, 'report', false), 'of an equal state').to.equal(inFile);
  });

  it('has what is shown, and in the list what is in the chosen range', () => {
    const isis = view.dispatch({
      type: 'hide-lanes',
      keys: ['regime', 'coalition', 'russian-air-force', 'not-stated'],
    });
    for (const by of storyOrders) {
      expect(isis.ask.story(isis.state, by, false), by).to.have.length(11);
      const march = isis.show([at('2016-03-01'), at('2016-04-01')]);
      expect(march.ask.story(march.state, by, false), `${by}, chart`).to.have.length(11);
      const listed = [...march.ask.story(march.state, by, true)];
      expect(listed, `${by}, list`).to.have.members([...march.ask.listed(march.state).events]);
      expect(listed.length).to.be.below(11);
    }
  });

  it('tells the place of the selected event, which is nowhere where it is hidden', () => {
    expect(view.ask.placeInStory(view.state, 'report', false)).to.equal(-1);
    const selected = view.dispatch({ type: 'select', id: 'e24' });
    expect(selected.ask.placeInStory(selected.state, 'report', false)).to.equal(indexOf(bundled, 'e24'));
    const order = [...selected.ask.order(selected.state)];
    expect(selected.ask.placeInStory(selected.state, 'time', false)).to.equal(order.indexOf(indexOf(bundled, 'e24')));
    const hidden = selected.dispatch({ type: 'toggle-lane', key: 'isis' });
    expect(hidden.ask.placeInStory(hidden.state, 'time', false)).to.equal(-1);
  });

  it('tells before which events the selected one would stand that is hidden, of any number of events', () => {
    for (const by of storyOrders) {
      const whole = [...view.ask.story(view.state, by, false)];
      for (const [place, event] of whole.entries()) {
        const without = whole.filter((other) => other !== event);
        expect(gapInStory(bundled, without, by, event), `${by} ${place}`).to.equal(place);
      }
      const hidden = view.dispatch({ type: 'select', id: 'e24' }).dispatch({ type: 'toggle-lane', key: 'isis' });
      const before = whole.slice(0, whole.indexOf(indexOf(bundled, 'e24')));
      const shown = new Set(hidden.ask.shownEvents(hidden.state));
      const gap = hidden.ask.gapInStory(hidden.state, by, false);
      expect(gap, by).to.equal(before.filter((event) => shown.has(event)).length);
      expect(view.ask.gapInStory(view.state, by, false), 'of none').to.equal(null);
    }
    const byTime = orderByTime(allEvents(bundled));
    for (const [place, event] of byTime.entries()) {
      const without = byTime.filter((other) => other !== event);
      expect(gapInStory(bundled, without, 'time', event), `of very many ${place}`).to.equal(place);
    }
  });
});
