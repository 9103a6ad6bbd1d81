import { expect } from 'chai';
import { toLinkText, type LinkedView } from '../../../src/core/state/link-text.js';
import { linkedViewOf, withLinkedView } from '../../../src/core/state/link-view.js';
import type { Action, TimelineState } from '../../../src/core/state/timeline-state.js';
import { bundled } from '../support/report.js';
import { at, timeline, type Timeline } from '../support/timeline.js';

const view = timeline(bundled);
const after = (...actions: readonly Action[]) =>
  actions.reduce<Timeline>((next, action) => next.dispatch(action), view).state;
const textOf = (state: TimelineState, pageEvent: string | null = null) =>
  toLinkText(linkedViewOf(state, view.ask, pageEvent));
const stateOf = (linked: LinkedView, pageEvent: string | null = null) =>
  withLinkedView(view.state, view.ask, linked, null, pageEvent);

const showing = (from: string, to: string): Action => ({ type: 'show', domain: [at(from), at(to)], extent: null });
const off = (...keys: readonly string[]): Action => ({ type: 'hide-lanes', keys });
const everything = after(
  showing('2016-05-14', '2016-05-18'),
  off('isis', 'coalition'),
  { type: 'filter', filters: { certainty: new Set(['reported', 'alleged']), date: new Set(['within']) } },
  { type: 'select', id: 'e21' },
);

describe('linkedViewOf', () => {
  it('says nothing of the view that the page gives', () => {
    expect(textOf(view.state)).to.equal('');
    expect(textOf(after({ type: 'select', id: 'e24' }), 'e24')).to.equal('');
  });

  it('says what is other', () => {
    expect(textOf(everything)).to.equal(
      'event:e21;from:2016-05-14;to:2016-05-17;off:isis,coalition;certainty:reported,alleged;date:within',
    );
    expect(textOf(view.state, 'e24')).to.equal('event:');
    expect(textOf(after({ type: 'select', id: 'nobody' }), 'nobody either')).to.equal('');
  });

  it('says which lanes are on where those are fewer, or none', () => {
    const lanes = view.ask.lanes(view.state).map(({ key }) => key);
    expect(textOf(after(off(...lanes.slice(1))))).to.equal(`on:${lanes[0]!}`);
    expect(textOf(after(off(...lanes)))).to.equal('on');
  });
});

describe('withLinkedView', () => {
  it('gives the state back of which a link was made', () => {
    const back = stateOf(linkedViewOf(everything, view.ask, null));
    for (const part of ['domain', 'offLanes', 'filters', 'selected', 'query'] as const) {
      expect(back[part], part).to.deep.equal(everything[part]);
    }
    expect(view.ask.listedOrder(back)).to.deep.equal(view.ask.listedOrder(everything));
  });

  it('takes back what the link does not say', () => {
    const back = withLinkedView(everything, view.ask, {}, null, 'e24');
    expect(textOf(back, 'e24')).to.equal('');
    expect(back.selected).to.equal('e24');
  });

  it('leaves out what the data do not know', () => {
    const filters = { place: new Set(['atlantis']), certainty: new Set(['alleged', 'sworn']) };
    const back = stateOf({ event: 'e99', off: ['nobody', 'isis'], filters }, 'e24');
    expect(textOf(back, 'e24')).to.equal('off:isis;certainty:alleged');
    expect(back.selected).to.equal('e24');
  });

  it('takes one side of a range alone, and none that ends before it begins', () => {
    const [, end] = view.ask.domain(view.state)!;
    expect(stateOf({ from: at('2016-05-15') }).domain).to.deep.equal([at('2016-05-15'), end]);
    expect(stateOf({ from: at('2016-05-15'), to: at('2016-05-14') }).domain).to.equal(null);
  });

  it('keeps a range near the data', () => {
    const { domain } = stateOf({ from: at('1816-01-01'), to: at('1816-02-01') });
    expect(domain![0]).to.be.above(at('2016-02-01'));
  });
});
