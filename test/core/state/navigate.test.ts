import { expect } from 'chai';
import { moveInGrid, revealEvent, type GridMove } from '../../../src/core/state/navigate.js';
import { day, domainLength, type Domain } from '../../../src/core/viewport/domain.js';
import { bundled, datasetOf, fileOf, indexOf } from '../support/report.js';
import { at, timeline } from '../support/timeline.js';

const view = timeline(bundled);
const lanes = view.ask.shownLanes(view.state);
const order = view.ask.order(view.state);

/** Follows keys from an event of a lane: `0 e20` and `down` give `1 …`. */
function follow(from: string, ...moves: readonly GridMove[]): string {
  const [lane = '', id = ''] = from.split(' ');
  const start = { laneIndex: Number(lane), event: indexOf(bundled, id) };
  const end = moves.reduce((position, move) => moveInGrid(bundled, lanes, order, position, move), start);
  return `${end.laneIndex} ${bundled.events[end.event]!.id}`;
}

describe('moveInGrid', () => {
  it('goes through a lane in the order of reading, and stays at its ends', () => {
    expect(follow('1 e26', 'next')).to.equal('1 e20');
    expect(follow('1 e26', 'next', 'next', 'next', 'next')).to.equal('1 e12');
    expect(follow('1 e20', 'previous')).to.equal('1 e26');
    expect(follow('1 e26', 'previous')).to.equal('1 e26');
    expect(follow('1 e32', 'next')).to.equal('1 e32');
  });

  it('goes to the first and the last of the lane, and of all', () => {
    expect(follow('1 e20', 'first')).to.equal('1 e26');
    expect(follow('1 e20', 'last')).to.equal('1 e32');
    expect(follow('1 e20', 'first-of-all')).to.equal('0 e25');
    expect(follow('1 e20', 'last-of-all')).to.equal('4 e34');
  });

  it('goes to the nearest of the next lane by known bounds, and stays above the first and below the last', () => {
    expect(follow('0 e01', 'up')).to.equal('0 e01');
    expect(follow('4 e34', 'down')).to.equal('4 e34');
    expect(follow('0 e25', 'down')).to.equal('1 e20');
    expect(follow('1 e26', 'down')).to.equal('2 e21');
    expect(follow('3 e22', 'down')).to.equal('4 e19');
    expect(follow('2 e21', 'up')).to.equal('1 e20');
  });

  it('finds an event in the neighbour lane also from one without a date', () => {
    expect(follow('0 e15', 'down')).to.match(/^1 e\d\d$/);
    expect(follow('0 e15', 'previous')).to.equal('0 e06');
  });

  it('reaches every event of every lane with the arrow keys alone', () => {
    lanes.forEach((lane, laneIndex) => {
      let at = moveInGrid(bundled, lanes, order, { laneIndex, event: lane.events[0]! }, 'first');
      const reached = [at.event];
      for (let i = 1; i < lane.events.length; i++) {
        at = moveInGrid(bundled, lanes, order, at, 'next');
        reached.push(at.event);
      }
      expect(reached).to.have.members([...lane.events]);
    });
  });

  it('stays where it is in a chart without lanes', () => {
    const from = { laneIndex: 0, event: 0 };
    for (const move of ['next', 'down', 'first', 'last-of-all'] as const)
      expect(moveInGrid(bundled, [], [], from, move)).to.equal(from);
  });
});

describe('revealEvent', () => {
  const domain: Domain = [at('2016-05-14'), at('2016-05-19')];
  const dataset = datasetOf(
    fileOf(
      { when: '2016-05-16' },
      { when: '2016-04-01' },
      { when: '2016-07-01' },
      { when: '[2016-01-01..2016-12-31]' },
      { when: null },
      { when: '[..2016-05-01]' },
    ),
  );

  it('gives the very domain back where the event is visible, or has no place to go to', () => {
    for (const event of [0, 3, 4]) expect(revealEvent(dataset, event, domain)).to.equal(domain);
  });

  it('moves without zooming until a known bound is inside, a tenth from the edge', () => {
    for (const event of [1, 2, 5]) {
      const moved = revealEvent(dataset, event, domain);
      expect(domainLength(moved)).to.equal(domainLength(domain));
      const bounds = [dataset.earliest[event]!, dataset.latest[event]!].filter(Number.isFinite);
      expect(
        bounds.some((bound) => bound >= moved[0] && bound <= moved[1]),
        String(event),
      ).to.equal(true);
    }
    expect(revealEvent(dataset, 1, domain)[0]).to.equal(at('2016-04-01') - 0.5 * day);
    expect(revealEvent(dataset, 2, domain)[1]).to.equal(at('2016-07-02') + 0.5 * day);
  });
});
