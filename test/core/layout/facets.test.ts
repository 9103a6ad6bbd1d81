import { expect } from 'chai';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { messagesAr } from '../../../src/core/i18n/messages-ar.js';
import { messagesEn } from '../../../src/core/i18n/messages-en.js';
import { pickText } from '../../../src/core/i18n/text.js';
import {
  facetNames,
  facetsOf,
  facetValueName,
  noFilters,
  toggledFilter,
  withFilter,
  type Facet,
  type FacetName,
  type Filters,
} from '../../../src/core/layout/facets.js';
import { fc } from '../support/fast-check.js';
import { randomWhen } from '../support/random-report.js';
import { bundled, datasetOf, fileOf, idsOf } from '../support/report.js';
import { timeline, type Timeline } from '../support/timeline.js';

const nameOf = (name: Facet['values'][number]['name']): string => pickText(name, 'en', 'en').text;
/** `name count`, as a reader sees it. */
const counted = (facet: Facet): string[] => facet.values.map(({ name, count }) => `${nameOf(name)} ${count}`);
/** By key, those that are not zero. */
const counts = (facet: Facet): Record<string, number> =>
  Object.fromEntries(facet.values.filter(({ count }) => count > 0).map(({ key, count }) => [key, count]));

const filtered = (filters: Filters, start: Timeline = timeline(bundled)): Timeline =>
  start.dispatch({ type: 'filter', filters });
const facetOf = ({ ask, state }: Timeline, name: FacetName): Facet => ask.facet(state, name);
const set = (...keys: string[]): ReadonlySet<string> => new Set(keys);

describe('the facets of the bundled report', () => {
  it('have each value with how many events have it, the fullest first and what is not stated last', () => {
    const all = timeline(bundled);
    expect(counted(facetOf(all, 'actor'))).to.deep.equal([
      'Syrian government 18',
      'ISIS 11',
      'Russian air force 1',
      'US-led coalition 1',
      'Actor not stated 3',
    ]);
    expect(counted(facetOf(all, 'type')).slice(0, 5)).to.deep.equal([
      'air strikes 7',
      'shelling 4',
      'attack 3',
      'practice 2',
      'seizure 1',
    ]);
    expect(counted(facetOf(all, 'place')).slice(0, 3)).to.deep.equal([
      'Deir ez-Zor city 10',
      'Panorama 5',
      'Southern entrance 3',
    ]);
    expect(counted(facetOf(all, 'place')).at(-1)).to.equal('Place not stated 2');
    expect(counted(facetOf(all, 'source'))).to.deep.equal(['Akhbar Al Aan 33']);
  });

  it('keep certainties and kinds of dates in their own order', () => {
    const all = timeline(bundled);
    expect(counted(facetOf(all, 'certainty'))).to.deep.equal(['reported 27', 'alleged 1', 'implied 5']);
    expect(facetOf(all, 'date').values.map(({ key, count }) => `${key} ${count}`)).to.deep.equal([
      'exact 4',
      'uncertain 1',
      'within 12',
      'lasted-fuzzy 3',
      'end-unknown 1',
      'on-or-before 10',
      'ongoing 2',
    ]);
  });

  it('count under the other filters, not under their own', () => {
    const air = filtered({ type: set('air strikes') });
    expect(idsOf(bundled, air.ask.shownEvents(air.state))).to.equal('e07 e08 e09 e13 e21 e22 e25');
    expect(counts(facetOf(air, 'date'))).to.deep.equal({
      uncertain: 1,
      within: 4,
      'lasted-fuzzy': 1,
      'on-or-before': 1,
    });
    expect(counts(facetOf(air, 'certainty'))).to.deep.equal({ reported: 7 });
    expect(counts(facetOf(air, 'type'))['shelling'], 'what one would get by asking for it too').to.equal(4);

    const both = filtered({ type: set('air strikes'), date: set('within') });
    expect(idsOf(bundled, both.ask.shownEvents(both.state))).to.equal('e07 e09 e21 e25');
    expect(counts(facetOf(both, 'date'))).to.deep.equal(counts(facetOf(air, 'date')));
    expect(counts(facetOf(both, 'type'))).to.deep.equal({
      'air strikes': 4,
      attack: 1,
      bombing: 1,
      capture: 1,
      deployment: 1,
      photography: 1,
      publication: 1,
      release: 1,
      shelling: 1,
    });
    // Two of the four are in several places.
    expect(counts(facetOf(both, 'place'))).to.deep.equal({
      'dez-city': 1,
      sinaa: 1,
      hawiqa: 1,
      'hawijat-sakr': 1,
      husayniyah: 1,
      junaynah: 1,
      panorama: 2,
      'southern-entrance': 1,
    });
  });

  it('take several values of one facet as one or the other', () => {
    const two = filtered({ certainty: set('alleged', 'presupposed') });
    expect(idsOf(bundled, two.ask.shownEvents(two.state))).to.equal('e04 e18 e19 e20 e30 e33');
  });

  it('count without the lanes that are off; the clash is still there while one of its sides is', () => {
    const off = timeline(bundled).dispatch({ type: 'toggle-lane', key: 'regime' });
    expect(counts(facetOf(off, 'date'))).to.deep.equal({ exact: 1, within: 4, 'lasted-fuzzy': 1, 'on-or-before': 10 });
    expect(counts(facetOf(off, 'type'))['air strikes']).to.equal(2);
    expect(counts(facetOf(off, 'type'))['clashes']).to.equal(1);
    const isis = off.dispatch({ type: 'toggle-lane', key: 'isis' });
    expect(counts(facetOf(isis, 'type'))['clashes']).to.equal(undefined);
  });

  it('count what a search finds', () => {
    const matches = new Uint8Array(33);
    for (const id of ['e01', 'e02', 'e24']) matches[bundled.indexOf(id)!] = 1;
    const found = timeline(bundled).dispatch({ type: 'search', query: 'x', matches });
    expect(counts(facetOf(found, 'type'))).to.deep.equal({ attack: 2, seizure: 1 });
    expect(counts(facetOf(filtered({ date: set('exact') }, found), 'type'))).to.deep.equal({ attack: 1, seizure: 1 });
  });

  it('count among the lanes that the page asks for', () => {
    const isis = timeline(bundled, { wantedLanes: ['isis'] });
    expect(isis.ask.total(isis.state)).to.equal(11);
    expect(counts(facetOf(isis, 'certainty'))).to.deep.equal({ reported: 8, presupposed: 3 });
    expect(timeline(bundled).ask.total(timeline(bundled).state)).to.equal(33);
  });

  it('do not change their order with what is filtered, and keep values of which nothing is left', () => {
    const keys = (of: Timeline) => facetOf(of, 'type').values.map(({ key }) => key);
    expect(keys(filtered({ date: set('exact') }))).to.deep.equal(keys(timeline(bundled)));
  });

  it('offer what tells events apart; what lanes are only where it filters already', () => {
    const all = timeline(bundled);
    expect(all.ask.facetNames(all.state)).to.deep.equal(['type', 'place', 'means', 'target', 'certainty', 'date']);
    const byPlace = timeline(bundled, { groupBy: 'place' });
    expect(byPlace.ask.facetNames(byPlace.state)).to.deep.equal([
      'actor',
      'type',
      'means',
      'target',
      'certainty',
      'date',
    ]);
    const isis = filtered({ actor: set('isis') });
    expect(isis.ask.facetNames(isis.state)).to.deep.equal([
      'actor',
      'type',
      'place',
      'means',
      'target',
      'certainty',
      'date',
    ]);
    expect(facetsOf(datasetOf(fileOf({}, {})), messagesEn)).to.deep.equal([]);
  });

  it('are called the same by key in every language', () => {
    const name = (facet: FacetName, key: string, messages = messagesEn) =>
      facetValueName(bundled, facet, key, messages);
    expect(name('place', 'panorama')).to.deep.equal({ en: 'Panorama', ar: 'البانوراما' });
    expect(name('place', '')).to.equal('Place not stated');
    expect(name('place', '', messagesAr)).to.equal('المكان غير مذكور');
    expect(name('date', 'within')).to.equal('sometime within bounds');
    expect(name('date', 'within', messagesAr)).to.equal('في وقت ما بين حدّين');
    expect(name('certainty', 'reported')).to.equal('reported');
    expect(name('type', 'unheard of'), 'of an older link').to.equal('unheard of');
  });
});

describe('a facet', () => {
  const places = Array.from({ length: 300 }, (_, i) => ({ places: [{ name: `Place ${i}` }] }));
  const many = datasetOf(fileOf(...places, ...places.slice(290)));
  const of = (filters: Filters): Facet => facetOf(filtered(filters, timeline(many)), 'place');

  it('of many values gives the first, with those that are on, and finds the others by name', () => {
    const facet = of({ place: set('Place 200') });
    expect(facet.size).to.equal(300);
    expect(facet.first(3).map(({ key, count, isOn }) => [key, count, isOn])).to.deep.equal([
      ['Place 290', 2, false],
      ['Place 291', 2, false],
      ['Place 292', 2, false],
      ['Place 200', 1, true],
    ]);
    const { count, values } = facet.like('place 20', 4);
    expect(count, '20, 120, 220, and 200 to 209').to.equal(13);
    expect(values.map(({ key }) => key)).to.deep.equal(['Place 20', 'Place 120', 'Place 200', 'Place 201']);
    expect(facet.like('', 2)).to.deep.include({ count: 300 });
    expect(facet.like('nowhere', 2)).to.deep.equal({ count: 0, values: [] });
  });

  it('lists what is on though no event has it, so that it can be switched off', () => {
    const none = filtered({ date: set('approximate') });
    expect(none.ask.shown(none.state).count).to.equal(0);
    expect(facetOf(none, 'date').values.at(-1)).to.deep.include({ key: 'approximate', count: 0, isOn: true });
    expect(facetOf(none, 'date').values.find(({ key }) => key === 'exact')!.count, 'asked for as well').to.equal(4);
    expect(counts(facetOf(none, 'type'))).to.deep.equal({});
  });
});

describe('toggledFilter', () => {
  it('adds a value, takes it away, and forgets a facet without any', () => {
    const one = toggledFilter(noFilters, 'place', 'x');
    const two = toggledFilter(one, 'place', 'y');
    expect(two).to.deep.equal({ place: set('x', 'y') });
    expect(one, 'not changed').to.deep.equal({ place: set('x') });
    expect(toggledFilter(toggledFilter(two, 'place', 'x'), 'place', 'y')).to.deep.equal({});
    const more = { ...two, type: set('t') };
    expect(withFilter(more, 'place', set())).to.deep.equal({ type: set('t') });
    expect(Object.keys(toggledFilter(more, 'place', 'x'))).to.deep.equal(['place', 'type']);
  });
});

describe('any filters', () => {
  const several = (of: string, most: number) =>
    fc.uniqueArray(fc.constantFrom(...['1', '2', '3', '4'].map((n) => of + n)), { maxLength: most });
  const randomEvent = fc.record({
    when: randomWhen,
    actors: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }),
    types: several('t', 1),
    places: several('p', 3),
    means: several('m', 2),
    targets: several('g', 2),
    by: several('s', 2),
    certainty: fc.constantFrom('reported', 'reported', 'alleged', 'presupposed'),
  });
  const randomEvents = fc.array(randomEvent, { minLength: 1, maxLength: 30 }).map((list) =>
    datasetOf(
      fileOf(
        ...list.map(({ types, places, targets, by, ...event }) => ({
          ...event,
          ...(types.length > 0 && { type: types[0] }),
          places: places.map((name) => ({ name })),
          targets: targets.map((name) => ({ name })),
          claims: by.map((name) => ({ by: name })),
        })),
      ),
    ),
  );
  const keysOf = (of: string): string[] => ['', ...['1', '2', '3', '4'].map((n) => of + n)];
  const choice = (...keys: string[]) => fc.option(fc.subarray(keys, { minLength: 1 }), { nil: undefined, freq: 2 });
  const randomFilters = fc
    .record({
      actor: choice('a', 'b', 'c'),
      type: choice(...keysOf('t')),
      place: choice(...keysOf('p')),
      means: choice(...keysOf('m')),
      target: choice(...keysOf('g')),
      source: choice(...keysOf('s')),
      certainty: choice('reported', 'alleged', 'presupposed', 'disputed'),
      date: choice('exact', 'within', 'lasted', 'on-or-before', 'undated', 'ongoing'),
    })
    .map((chosen): Filters =>
      Object.fromEntries(Object.entries(chosen).flatMap(([name, keys]) => (keys ? [[name, new Set(keys)]] : []))),
    );

  /** What an event says, one by one, from the neutral event alone. */
  function valuesOf(dataset: Dataset, index: number, facet: FacetName): readonly string[] {
    const event = dataset.event(index);
    const text = (list: readonly unknown[]): string[] => (list.length > 0 ? [...new Set(list as string[])] : ['']);
    switch (facet) {
      case 'actor':
        return event.actors;
      case 'type':
        return text(event.type === undefined ? [] : [event.type]);
      case 'place':
        return text(event.places.map(({ name }) => name));
      case 'means':
        return text(event.means);
      case 'target':
        return text(event.targets.map(({ name }) => name));
      case 'source':
        return text(event.claims.map(({ by }) => by));
      case 'certainty':
        return [event.certainty];
      case 'date':
        return [dataset.kindOf(index)];
    }
  }

  it('show and count what looking at each event does', () => {
    fc.assert(
      fc.property(
        randomEvents,
        randomFilters,
        fc.subarray(['a', 'b', 'c']),
        fc.option(fc.array(fc.boolean(), { minLength: 30, maxLength: 30 })),
        (dataset, filters, off, found) => {
          const matches = found && Uint8Array.from(found.slice(0, dataset.count), Number);
          let line = timeline(dataset, { groupBy: 'actor' }).dispatch({ type: 'filter', filters });
          if (off.length > 0) line = line.dispatch({ type: 'hide-lanes', keys: off });
          if (matches) line = line.dispatch({ type: 'search', query: 'x', matches });

          const events = Array.from({ length: dataset.count }, (_, i) => i);
          const passes = (event: number, without?: FacetName): boolean =>
            (!matches || matches[event] === 1) &&
            valuesOf(dataset, event, 'actor').some((actor) => !off.includes(actor)) &&
            facetNames.every(
              (facet) =>
                facet === without ||
                !filters[facet] ||
                valuesOf(dataset, event, facet).some((key) => filters[facet]!.has(key)),
            );
          expect(line.ask.shownEvents(line.state)).to.deep.equal(events.filter((event) => passes(event)));
          for (const facet of facetNames) {
            const expected: Record<string, number> = {};
            for (const event of events) {
              if (!passes(event, facet)) continue;
              for (const key of valuesOf(dataset, event, facet)) expected[key] = (expected[key] ?? 0) + 1;
            }
            expect(counts(facetOf(line, facet)), facet).to.deep.equal(expected);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
