import { expect } from 'chai';
import { initialState, reduce, type Action, type TimelineState } from '../../../src/core/state/timeline-state.js';
import { day, domainLength, minute } from '../../../src/core/viewport/domain.js';
import { bundled, datasetOf, fileOf } from '../support/report.js';
import { at } from '../support/timeline.js';

const after = (...actions: readonly Action[]): TimelineState => actions.reduce(reduce, initialState);
const loaded = after({ type: 'load', dataset: bundled });

describe('reduce', () => {
  it('gives the same state back where nothing changes', () => {
    const state = reduce(loaded, { type: 'select', id: 'e01' });
    const nothing: readonly Action[] = [
      { type: 'select', id: 'e01' },
      { type: 'hover', event: null },
      { type: 'show-all-lanes' },
      { type: 'show', domain: null, extent: null },
      { type: 'configure', options: {} },
      { type: 'hover-bin', bin: null },
      { type: 'one-scale', on: false },
      { type: 'search', query: '', matches: null },
      { type: 'band', band: null },
      { type: 'configure', options: { locale: 'en', width: 0, from: null } },
    ];
    for (const action of nothing) expect(reduce(state, action), action.type).to.equal(state);
  });

  it('never changes the state that it is given', () => {
    const frozen = Object.freeze({ ...loaded, offLanes: Object.freeze(new Set(['isis'])) });
    const next = reduce(frozen, { type: 'toggle-lane', key: 'regime' });
    expect([...frozen.offLanes]).to.deep.equal(['isis']);
    expect([...next.offLanes]).to.deep.equal(['isis', 'regime']);
  });

  it('shows what a reader may look at: not less than a minute, not more than ten times the extent', () => {
    const extent = [at('2016-05-14'), at('2016-05-19')] as const;
    const shown = (start: number, end: number) =>
      domainLength(reduce(loaded, { type: 'show', domain: [start, end], extent }).domain!);
    expect(shown(extent[0], extent[0] + 5)).to.equal(minute);
    expect(shown(extent[0] - 9000 * day, extent[0] + 9000 * day)).to.equal(50 * day);
    expect(shown(extent[0], extent[0] + day)).to.equal(day);
  });

  it('forgets where the reader was when other data come, and goes back to what is shown first', () => {
    const moved = reduce(loaded, { type: 'show', domain: [0, day], extent: null });
    const hidden = reduce(reduce(moved, { type: 'toggle-lane', key: 'isis' }), { type: 'hover', event: 3 });
    const next = reduce(hidden, { type: 'load', dataset: datasetOf(fileOf({})) });
    expect([next.domain, next.offLanes.size, next.hovered]).to.deep.equal([null, 0, null]);
  });

  it('keeps a selection that the new data have, and drops one that they do not', () => {
    const selected = reduce(initialState, { type: 'select', id: 'e24' });
    expect(selected.selected).to.equal('e24');
    expect(reduce(selected, { type: 'load', dataset: bundled }).selected).to.equal('e24');
    expect(reduce(selected, { type: 'load', dataset: datasetOf(fileOf({})) }).selected).to.equal(null);
    expect(reduce(selected, { type: 'load', dataset: null }).selected).to.equal('e24');
  });

  it('switches a lane off and on again', () => {
    const off = reduce(loaded, { type: 'toggle-lane', key: 'isis' });
    expect([...off.offLanes]).to.deep.equal(['isis']);
    expect(reduce(off, { type: 'toggle-lane', key: 'isis' }).offLanes.size).to.equal(0);
    expect(reduce(off, { type: 'show-all-lanes' }).offLanes.size).to.equal(0);
  });

  it('forgets the lanes that are off when lanes become something else', () => {
    const off = reduce(loaded, { type: 'toggle-lane', key: 'isis' });
    expect(reduce(off, { type: 'configure', options: { groupBy: 'place' } }).offLanes.size).to.equal(0);
    expect(reduce(off, { type: 'configure', options: { locale: 'ar' } }).offLanes.size).to.equal(1);
  });

  it('goes to a new range that the page asks for, and stays where it is when anything else changes', () => {
    const moved = reduce(loaded, { type: 'show', domain: [0, day], extent: null });
    expect(reduce(moved, { type: 'configure', options: { from: 5 } }).domain).to.equal(null);
    expect(reduce(moved, { type: 'configure', options: { to: 5 } }).domain).to.equal(null);
    expect(
      reduce(moved, { type: 'configure', options: { width: 500, locale: 'ar', from: null } }).domain,
    ).to.deep.equal([0, day]);
  });

  it('opens the fold and closes it, and makes lanes low and high again', () => {
    const open = reduce(loaded, { type: 'toggle-fold' });
    expect(open.foldOpen).to.equal(true);
    expect(reduce(open, { type: 'toggle-fold' }).foldOpen).to.equal(false);
    const low = reduce(loaded, { type: 'toggle-collapse', key: 'isis' });
    expect([...low.collapsed]).to.deep.equal(['isis']);
    expect(reduce(low, { type: 'toggle-collapse', key: 'isis' }).collapsed.size).to.equal(0);
  });

  it('brings the lane that is looked for out of the fold, on and in full height; once', () => {
    const hidden = [
      { type: 'toggle-lane', key: 'isis' },
      { type: 'toggle-lane', key: 'regime' },
      { type: 'toggle-collapse', key: 'isis' },
    ] as const;
    const found = reduce(hidden.reduce<TimelineState>(reduce, loaded), { type: 'find-lane', key: 'isis' });
    expect(found.foundLane).to.equal('isis');
    expect([...found.offLanes, ...found.collapsed]).to.deep.equal(['regime']);
    expect(reduce(found, { type: 'find-lane', key: 'isis' })).to.equal(found);
  });

  it('switches off the lanes that it is told, and no others', () => {
    const off = reduce(loaded, { type: 'toggle-lane', key: 'coalition' });
    expect([...reduce(off, { type: 'hide-lanes', keys: ['isis', 'regime'] }).offLanes]).to.deep.equal([
      'isis',
      'regime',
    ]);
  });

  it('hovers an event or a column and never both', () => {
    const bin = { start: 0, end: day, laneIndex: 1 };
    const over = reduce(loaded, { type: 'hover-bin', bin });
    expect([over.hovered, over.hoveredBin]).to.deep.equal([null, bin]);
    expect(reduce(over, { type: 'hover-bin', bin: { ...bin } }), 'an equal column').to.equal(over);
    const event = reduce(over, { type: 'hover', event: 3 });
    expect([event.hovered, event.hoveredBin]).to.deep.equal([3, null]);
    expect(reduce(event, { type: 'hover-bin', bin })).to.include({ hovered: null, hoveredBin: bin });
    expect(reduce(over, { type: 'hover', event: null }).hoveredBin, 'nothing at all').to.equal(null);
  });

  it('knows which event has the focus, until there are other data', () => {
    const focused = reduce(loaded, { type: 'focus', event: 3 });
    expect(focused.focused).to.equal(3);
    expect(reduce(focused, { type: 'focus', event: 3 })).to.equal(focused);
    expect(reduce(focused, { type: 'hover', event: null }).focused, 'the pointer does not matter').to.equal(3);
    expect(reduce(focused, { type: 'focus', event: null }).focused).to.equal(null);
    expect(reduce(focused, { type: 'load', dataset: null }).focused).to.equal(null);
  });

  it('keeps the band while it says the same', () => {
    const state = reduce(loaded, { type: 'band', band: { top: 100, height: 500 } });
    expect(reduce(state, { type: 'band', band: { top: 100, height: 500 } })).to.equal(state);
    expect(reduce(state, { type: 'band', band: null }).band).to.equal(null);
  });

  it('forgets a search, what is folded and what is low when other data come', () => {
    const actions: readonly Action[] = [
      { type: 'search', query: 'bridge', matches: new Uint8Array(33) },
      { type: 'toggle-fold' },
      { type: 'toggle-collapse', key: 'isis' },
      { type: 'find-lane', key: 'isis' },
      { type: 'hover-bin', bin: { start: 0, end: 1, laneIndex: 0 } },
      { type: 'one-scale', on: true },
    ];
    const next = reduce(actions.reduce(reduce, loaded), { type: 'load', dataset: datasetOf(fileOf({})) });
    expect(next).to.include({ query: '', matches: null, foldOpen: false, foundLane: null, hoveredBin: null });
    expect(next.collapsed.size).to.equal(0);
    expect(next.oneScale, 'a way of looking stays').to.equal(true);
  });
});
