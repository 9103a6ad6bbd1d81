import { expect } from 'chai';
import { createSelectors, wideFrom, type Selectors } from '../../../src/core/state/selectors.js';
import { initialState, type Action } from '../../../src/core/state/timeline-state.js';
import { day } from '../../../src/core/viewport/domain.js';
import { measure } from '../support/measure.js';
import { bundled, datasetOf, fileOf, idsOf } from '../support/report.js';
import { at, iso, timeline, type Timeline } from '../support/timeline.js';

type Configure = Extract<Action, { type: 'configure' }>['options'];

const keysOf = ({ ask, state }: Timeline, which: 'lanes' | 'shownLanes' = 'shownLanes'): string =>
  ask[which](state)
    .map(({ key }) => key)
    .join(' ');
const domainOf = ({ ask, state }: Timeline): string[] | null => ask.domain(state)?.map(iso) ?? null;

describe('every selector', () => {
  const names = Object.keys(createSelectors(measure)) as (keyof Selectors)[];
  const states: Readonly<Record<string, Timeline>> = {
    'the first state': timeline(bundled),
    'a state in Arabic with a selection': timeline(bundled, { locale: 'ar-SY', dir: 'rtl', mirrored: true }).dispatch({
      type: 'select',
      id: 'e24',
    }),
    'a state that was moved': timeline(bundled, { width: 560, groupBy: 'place' }).show([
      at('2016-05-01'),
      at('2016-05-09'),
    ]),
    'a state with a lane off': timeline(bundled, { wantedLanes: ['isis', 'regime'] }).dispatch({
      type: 'toggle-lane',
      key: 'isis',
    }),
  };
  for (const [what, { ask, state }] of Object.entries(states)) {
    for (const name of names) {
      it(`gives the same object when asked twice: ${name} of ${what}`, () => {
        expect(ask[name](state)).to.equal(ask[name](state));
        expect(ask[name]({ ...state }), 'of an equal state').to.equal(ask[name](state));
      });
    }
  }

  it('has an answer before there is any data', () => {
    const ask = createSelectors(measure);
    for (const name of names) expect(() => ask[name](initialState), name).not.to.throw();
    expect(ask.scene(initialState)).to.equal(null);
    expect(ask.domain(initialState)).to.equal(null);
    expect(ask.lanes(initialState)).to.equal(ask.lanes(initialState));
  });

  it('keeps the lanes and their rows while only the view moves, and the scene changes', () => {
    const start = timeline(bundled);
    const domain = start.ask.domain(start.state)!;
    const before = start.scene;
    const moved = start.show([domain[0] + day, domain[1] + day]).scene;
    expect(moved).not.to.equal(before);
    expect(moved.lanes).to.equal(before.lanes);
  });

  it('keeps the arrangement while the pointer hovers and something is selected', () => {
    const start = timeline(bundled);
    const { lanes } = start.scene;
    expect(start.dispatch({ type: 'hover', event: 3 }).scene.lanes).to.equal(lanes);
    expect(start.dispatch({ type: 'select', id: 'e04' }).scene.lanes).to.equal(lanes);
  });
});

describe('lanes', () => {
  it('are those of the report, and those that the page names, in its order', () => {
    expect(keysOf(timeline(bundled))).to.equal('regime isis russian-air-force coalition not-stated');
    expect(keysOf(timeline(bundled, { wantedLanes: ['داعش', 'regime'] }))).to.equal('isis regime');
  });

  it('that are off are missing from what is shown and not from the chips; an event of two lanes stays', () => {
    const view = timeline(bundled).dispatch({ type: 'toggle-lane', key: 'regime' });
    expect(keysOf(view, 'lanes')).to.contain('regime');
    expect(keysOf(view)).to.equal('isis russian-air-force coalition not-stated');
    const shown = view.ask.shownEvents(view.state);
    expect(shown).to.have.length(33 - 17);
    expect(idsOf(bundled, shown)).to.contain('e12');
    expect(shown).to.deep.equal([...shown].sort((a, b) => a - b));
  });

  it('can all be off: then nothing is shown and nothing breaks', () => {
    const start = timeline(bundled);
    const none = start.ask
      .lanes(start.state)
      .reduce((view, { key }) => view.dispatch({ type: 'toggle-lane', key }), start);
    expect(keysOf(none)).to.equal('');
    expect(none.scene).to.include({ height: 0 });
    expect(none.ask.order(none.state)).to.deep.equal([]);
  });
});

describe('what is visible', () => {
  const first = (options: Configure): string[] | null => domainOf(timeline(bundled, options));

  it('at first is 14 to 19 May with room at the edges', () => {
    const { ask, state } = timeline(bundled);
    const [start, end] = ask.domain(state)!;
    expect(start).to.be.within(at('2016-05-13'), at('2016-05-14') - 1);
    expect(end).to.be.within(at('2016-05-20') + 1, at('2016-05-21'));
  });

  it('is what the page asks for by from and to', () => {
    expect(first({ from: at('2016-05-01'), to: at('2016-06-01') })).to.deep.equal(['2016-05-01', '2016-06-01']);
  });

  it('begins or ends with the dense part where the page asks for one side only', () => {
    expect(first({ from: at('2016-05-01') })).to.deep.equal(['2016-05-01', '2016-05-20']);
    expect(first({ to: at('2016-06-01') })).to.deep.equal(['2016-05-14', '2016-06-01']);
  });

  it('is a week where the one side lies beyond all data, and what is known where both make no sense', () => {
    expect(first({ from: at('2017-01-01') })).to.deep.equal(['2017-01-01', '2017-01-08']);
    expect(first({ to: at('2015-01-08') })).to.deep.equal(['2015-01-01', '2015-01-08']);
    expect(first({ from: at('2016-06-01'), to: at('2016-05-01') })).to.deep.equal(['2016-06-01', '2016-06-08']);
  });

  it('is where the reader moved to, before all', () => {
    const view = timeline(bundled, { from: at('2016-05-01'), to: at('2016-06-01') }).show([
      at('2016-05-10'),
      at('2016-05-11'),
    ]);
    expect(domainOf(view)).to.deep.equal(['2016-05-10', '2016-05-11']);
  });

  it('as a whole holds every bound', () => {
    const { ask, state } = timeline(bundled);
    const [start, end] = ask.whole(state)!;
    for (const bound of [...bundled.earliest, ...bundled.latest].filter(Number.isFinite))
      expect(bound).to.be.within(start, end);
  });

  it('is nothing where nothing is dated', () => {
    const { ask, state } = timeline(datasetOf(fileOf({ when: null })));
    expect([ask.domain(state), ask.whole(state), ask.extent(state)]).to.deep.equal([null, null, null]);
  });
});

describe('the shape', () => {
  it('is wide from a width on, and medium below', () => {
    const shape = (width: number) => {
      const { ask, state } = timeline(bundled, { width });
      return ask.shape(state);
    };
    expect([wideFrom, wideFrom - 1].map(shape)).to.deep.equal(['wide', 'medium']);
  });

  it('puts the columns at the start side of the page, and leaves some plot however narrow it is', () => {
    const plot = (options: Configure) => {
      const { ask, state } = timeline(bundled, options);
      return ask.plot(state);
    };
    expect(plot({}).left + plot({}).width).to.equal(1000);
    expect(plot({ dir: 'rtl' }).left).to.equal(0);
    expect(plot({ width: 10 }).width).to.be.at.least(40);
  });
});

describe('the order of reading', () => {
  it('goes through the sections and holds each shown event once', () => {
    const { ask, state } = timeline(bundled);
    const order = ask.order(state);
    expect(order).to.deep.equal(ask.sections(state).flatMap(({ events }) => events));
    expect([...order].sort((a, b) => a - b)).to.deep.equal(bundled.events.map((_, i) => i));
  });

  it('has a section for each date statement, by known bound, and what has no date at the end', () => {
    const { ask, state } = timeline(bundled);
    const listed = ask.sections(state).map(({ kind, events }) => `${kind}: ${idsOf(bundled, events)}`);
    expect(listed).to.deep.equal([
      'within: e26',
      'exact: e20',
      'within: e04 e24 e25',
      'within: e07 e09 e10 e11 e18 e17 e21',
      'lasted-fuzzy: e12 e13 e14',
      'exact: e01 e02 e03',
      'uncertain: e08',
      'within: e05',
      'end-unknown: e06',
      'on-or-before: e19 e22 e30 e27 e28 e29 e31 e32 e33 e34',
      'ongoing: e15 e16',
    ]);
  });

  it('knows the selected event by its index, and nothing of one that the data do not have', () => {
    const select = (id: string | null) => {
      const { ask, state } = timeline(bundled).dispatch({ type: 'select', id });
      return ask.selected(state);
    };
    expect([select('e01'), select('e99'), select(null), select('constructor')]).to.deep.equal([0, null, null, null]);
  });
});
