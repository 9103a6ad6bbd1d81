import { expect } from 'chai';
import { createSelectors, wideFrom, type Selectors } from '../../../src/core/state/selectors.js';
import { initialState, type Action } from '../../../src/core/state/timeline-state.js';
import { foldKey } from '../../../src/core/layout/fold-lanes.js';
import { sizes } from '../../../src/core/layout/sizes.js';
import { day } from '../../../src/core/viewport/domain.js';
import { measure } from '../support/measure.js';
import { boundsOf, plainDataset } from '../support/plain-dataset.js';
import { dice } from '../support/random-bounds.js';
import { bundled, datasetOf, fileOf, idsOf } from '../support/report.js';
import { at, iso, timeline, type Timeline } from '../support/timeline.js';

type Configure = Extract<Action, { type: 'configure' }>['options'];

const keysOf = ({ ask, state }: Timeline, which: 'lanes' | 'shownLanes' = 'shownLanes'): string =>
  ask[which](state)
    .map(({ key }) => key)
    .join(' ');
const domainOf = ({ ask, state }: Timeline): string[] | null => ask.domain(state)?.map(iso) ?? null;

describe('every selector', () => {
  // The others are asked for more than a state.
  const names = Object.keys(createSelectors(measure)).filter(
    (
      name,
    ): name is Exclude<keyof Selectors, 'page' | 'placeInLane' | 'facet' | 'story' | 'placeInStory' | 'gapInStory'> =>
      !['page', 'placeInLane', 'facet', 'story', 'placeInStory', 'gapInStory'].includes(name),
  );
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

describe('many lanes', () => {
  const counts = Array.from({ length: 20 }, (_, i) => 20 - i);
  const actors = counts.flatMap((count, i) => new Array<string>(count).fill(`a${i}`));
  const dataset = plainDataset(
    {
      earliest: Float64Array.from(actors, (_, i) => i * day),
      latest: Float64Array.from(actors, (_, i) => (i + 1) * day),
    },
    { actorsOf: (event) => [actors[event]!] },
  );
  const start = timeline(dataset);
  const eight = 'a0 a1 a2 a3 a4 a5 a6 a7';
  const rest = 'a8 a9 a10 a11 a12 a13 a14 a15 a16 a17 a18 a19';
  const folded = ({ ask, state }: Timeline): string =>
    ask
      .foldedLanes(state)
      .map(({ key }) => key)
      .join(' ');
  const foldOf = ({ ask, state }: Timeline) => ask.shownLanes(state).at(-1)!;

  it('are folded into one behind eight, which says how many they are and holds their events', () => {
    expect(keysOf(start)).to.equal(`${eight} ${foldKey}`);
    expect(keysOf(start, 'lanes')).to.equal(`${eight} ${rest}`);
    expect(folded(start)).to.equal(rest);
    expect(foldOf(start)).to.deep.include({ name: { en: '12 more actors' }, count: 78 });
    const arabic = timeline(dataset, { locale: 'ar', groupBy: 'actor' });
    expect(foldOf(arabic).name).to.deep.equal({ ar: '12 فاعلًا آخر' });
  });

  it('add up to all events, folded or not', () => {
    const all = (view: Timeline): number[] => [...view.ask.shown(view.state).time.byEarliest];
    const open = start.dispatch({ type: 'toggle-fold' });
    expect(keysOf(open)).to.equal(`${eight} ${rest}`);
    expect(folded(open)).to.equal(rest);
    expect(all(open)).to.deep.equal(all(start));
    expect(start.ask.shown(start.state).count).to.equal(210);
    expect(keysOf(open.dispatch({ type: 'toggle-fold' }))).to.equal(keysOf(start));
  });

  it('are not folded when the page names them', () => {
    const wanted = actors.filter((actor, i) => actors.indexOf(actor) === i);
    expect(keysOf(timeline(dataset, { wantedLanes: wanted }))).to.equal(wanted.join(' '));
    expect(keysOf(timeline(dataset, { wantedLanes: ['nobody'] }))).to.equal(keysOf(start));
  });

  it('come out of the fold when looked for', () => {
    const found = start.dispatch({ type: 'toggle-lane', key: 'a15' }).dispatch({ type: 'find-lane', key: 'a15' });
    expect(keysOf(found)).to.equal(`${eight} a15 ${foldKey}`);
    expect(foldOf(found).count).to.equal(73);
  });

  it('that are off leave room for others, and the fold where few are left', () => {
    expect(keysOf(start.dispatch({ type: 'toggle-lane', key: 'a2' }))).to.equal(`a0 a1 a3 a4 a5 a6 a7 a8 ${foldKey}`);
    const few = start.dispatch({ type: 'hide-lanes', keys: rest.split(' ') });
    expect(keysOf(few)).to.equal(eight);
    expect(folded(few)).to.equal('');
  });

  it('keep their places in a search, with the events that match; chips know both numbers', () => {
    const matches = Uint8Array.from(actors, (actor) => Number(actor === 'a0' || actor === 'a19'));
    const { ask, state } = start.dispatch({ type: 'search', query: 'x', matches });
    const shown = ask.shownLanes(state);
    expect(shown.map(({ count, total }) => `${count} of ${total}`).join(', ')).to.equal(
      '20 of 20, 0 of 19, 0 of 18, 0 of 17, 0 of 16, 0 of 15, 0 of 14, 0 of 13, 1 of 78',
    );
    expect(ask.lanes(state)).to.equal(ask.lanes(start.state));
    expect(ask.matchedLanes(state).map(({ count }) => count)).to.deep.equal([20, ...new Array<number>(18).fill(0), 1]);
    expect(ask.matchedLanes(start.state)).to.equal(ask.lanes(start.state));
    expect(ask.shown(state).count).to.equal(21);
    expect(ask.shownEvents(state)).to.deep.equal([...Array.from({ length: 20 }, (_, i) => i), 209]);
    expect([...ask.order(state)].sort((a, b) => a - b)).to.deep.equal(ask.shownEvents(state));
  });

  it('may be low', () => {
    const low = start.dispatch({ type: 'toggle-collapse', key: 'a1' }).scene.lanes;
    expect(low.map(({ isCollapsed }) => isCollapsed).indexOf(true)).to.equal(1);
    expect(low[1]).to.include({ form: 'density', height: sizes.collapsed });
    expect(low[2]!.top).to.equal(low[1]!.top + sizes.collapsed);
  });
});

describe('very many events', () => {
  const random = dice(11);
  const bounds = boundsOf(
    ...Array.from({ length: 6000 }, (): [number, number] => {
      const start = at('2010-01-01') + Math.floor(random() * 4000) * day;
      return random() < 0.1 ? [-Infinity, Infinity] : [start, start + day];
    }),
  );
  const view = timeline(plainDataset(bounds, { actorsOf: (event) => [`a${event % 3}`] }));
  const { ask, state } = view;

  it('are shown whole at first', () => {
    expect(ask.domain(state)).to.deep.equal(ask.whole(state));
  });

  it('are read by time, then those without a date; no section is made of all of them', () => {
    const order = [...ask.order(state)];
    const known = (event: number): number => (bounds.earliest[event]! > -Infinity ? bounds.earliest[event]! : Infinity);
    const sorted = Array.from({ length: 6000 }, (_, i) => i).sort((a, b) =>
      known(a) === known(b) ? a - b : known(a) - known(b),
    );
    expect(order).to.deep.equal(sorted);
    expect(ask.sections(state)).to.deep.equal([]);
  });

  it('come in pages that follow the order', () => {
    const order = ask.order(state);
    const page = ask.page(state, 60, 60);
    expect(page.flatMap(({ events }) => events)).to.deep.equal([...order.slice(60, 120)]);
    expect(ask.page(state, 60, 60)).to.equal(page);
    expect(page.length).to.be.above(10);
    for (const { events } of page) expect(new Set(events.map((event) => bounds.earliest[event])).size).to.equal(1);
    expect(ask.page(state, 5990, 60)).to.have.length(1);
    expect(ask.page(state, 5990, 60)[0]).to.include({ kind: 'undated', floor: null });
  });

  it('have a place in their lane, by time', () => {
    const lane = ask.shownLanes(state)[1]!;
    const own = [...ask.order(state)].filter((event) => event % 3 === 1);
    expect(lane.key).to.equal('a1');
    for (const event of [own[0]!, own[700]!, own.at(-1)!])
      expect(ask.placeInLane(state, 1, event)).to.deep.equal({ n: own.indexOf(event) + 1, of: own.length });
    expect(ask.placeInLane(state, 1, 0).n).to.equal(0);
  });

  it('are asked for nothing by a move within a tile: the same lanes, and not an event is looked at', () => {
    const before = view.scene;
    const [start, end] = ask.domain(state)!;
    expect(view.show([start + 1, end + 1]).scene.lanes).to.equal(before.lanes);
  });
});

describe('a page of a short list', () => {
  const { ask, state } = timeline(bundled);

  it('is cut from all sections', () => {
    const order = ask.order(state);
    for (const start of [0, 3, 5, 30]) {
      const page = ask.page(state, start, 7);
      expect(page.flatMap(({ events }) => events)).to.deep.equal([...order.slice(start, start + 7)]);
    }
    expect(ask.page(state, 0, 60).map(({ floor }) => floor)).to.deep.equal(
      ask.sections(state).map(({ floor }) => floor),
    );
  });

  it('has events whose places in their lanes are those of the list', () => {
    const own = [...ask.order(state)].filter((event) => ask.shownLanes(state)[1]!.events.includes(event));
    own.forEach((event, i) => expect(ask.placeInLane(state, 1, event)).to.deep.equal({ n: i + 1, of: own.length }));
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
