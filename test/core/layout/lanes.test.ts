import { expect } from 'chai';
import {
  allEvents,
  chooseLanes,
  filterLane,
  defaultGrouping,
  groupEvents,
  groupings,
  holds,
  hollowSlot,
  isCalled,
  lanesNamedLike,
  unionOf,
  type GroupBy,
  type Lane,
} from '../../../src/core/layout/lanes.js';
import { messagesEn } from '../../../src/core/i18n/messages-en.js';
import { messagesAr } from '../../../src/core/i18n/messages-ar.js';
import { pickText } from '../../../src/core/i18n/text.js';
import { fc } from '../support/fast-check.js';
import { plainDataset } from '../support/plain-dataset.js';
import { dice, randomBounds } from '../support/random-bounds.js';
import { randomDataset } from '../support/random-report.js';
import { bundled, datasetOf, fileOf, idsOf } from '../support/report.js';

const nameOf = ({ name }: Lane): string => pickText(name, 'en', 'en').text;
const counted = (lanes: readonly Lane[]): string[] => lanes.map((lane) => `${nameOf(lane)} ${lane.events.length}`);
const grouped = (by: GroupBy): readonly Lane[] => groupEvents(bundled, by, messagesEn);

describe('groupEvents', () => {
  it('gives the bundled report five lanes, in the order of its actors', () => {
    expect(counted(grouped('actor'))).to.deep.equal([
      'Syrian government 18',
      'ISIS 11',
      'Russian air force 1',
      'US-led coalition 1',
      'Actor not stated 3',
    ]);
  });

  it('puts the clash into the lane of each side, and every other event into one', () => {
    const lanes = grouped('actor');
    const twice = bundled.events.flatMap(({ id }, i) =>
      lanes.filter(({ events }) => events.includes(i)).length > 1 ? [id] : [],
    );
    expect(twice).to.deep.equal(['e12']);
    expect(new Set(lanes.flatMap(({ events }) => events)).size).to.equal(33);
  });

  it('groups by each of seven fields, the fullest first and "not stated" last, without losing an event', () => {
    for (const by of groupings) {
      const lanes = grouped(by);
      expect(new Set(lanes.flatMap(({ events }) => events)).size, by).to.equal(33);
      expect(
        lanes.every(({ events }) => events.length > 0),
        by,
      ).to.equal(true);
      if (by === 'actor') continue;
      const sizes = lanes.filter(({ unknown }) => !unknown).map(({ events }) => events.length);
      expect(sizes, by).to.deep.equal([...sizes].sort((a, b) => b - a));
      const unknown = lanes.filter((lane) => lane.unknown);
      expect(unknown.length, by).to.be.at.most(1);
      if (unknown.length > 0) expect(lanes.at(-1), by).to.equal(unknown[0]);
    }
  });

  it('makes one lane of all events where there is nothing to make lanes of', () => {
    expect(counted(grouped('none'))).to.deep.equal(['All events 33']);
    expect(grouped('none')[0]!.unknown).to.equal(false);
    expect(groupEvents(bundled, 'none', messagesAr)[0]!.name).to.equal('كل الأحداث');
  });

  it('suggests actors where any event names one, and else what the events state first', () => {
    expect(defaultGrouping(bundled)).to.equal('actor');
    const suggested = (entry: object): string =>
      defaultGrouping(datasetOf({ events: [{ id: 'x', date: '2016-05-14', title: 'T', ...entry }] }));
    expect(suggested({ actor: 'A', type: 'B' })).to.equal('actor');
    expect(suggested({ place: 'D', type: 'B' })).to.equal('type');
    expect(suggested({ place: 'D', target: 'C' })).to.equal('target');
    expect(suggested({ place: 'D', source: 'E' })).to.equal('place');
    expect(suggested({ source: 'E' })).to.equal('source');
    expect(suggested({})).to.equal('none');
  });

  it('counts what the report says: most places are in the city, six kinds of target are not stated', () => {
    const firstAndLast = (by: GroupBy): string[] => [counted(grouped(by))[0]!, counted(grouped(by)).at(-1)!];
    expect(firstAndLast('target')).to.deep.equal(['Syrian government 3', 'Target not stated 6']);
    expect(firstAndLast('place')).to.deep.equal(['Deir ez-Zor city 10', 'Place not stated 2']);
    expect(firstAndLast('type')).to.deep.equal(['air strikes 7', 'prices 1']);
    expect(firstAndLast('means')).to.deep.equal(['air strikes 5', 'Means not stated 11']);
    expect(counted(grouped('source'))).to.deep.equal(['Akhbar Al Aan 33']);
  });

  it('names lanes of certainty in words, also what is simply reported', () => {
    expect(counted(grouped('certainty'))).to.deep.equal(['reported 27', 'implied 5', 'alleged 1']);
  });

  it('says "not stated" in the reader’s language', () => {
    const name = groupEvents(bundled, 'target', messagesAr).at(-1)!.name;
    expect(name).to.equal('الهدف غير مذكور');
  });

  it('names a target that is an actor as its lane is named', () => {
    expect(grouped('target').map(nameOf)).to.include.members(['Syrian government', 'ISIS']);
  });

  it('counts an event once in a lane that it names twice', () => {
    const dataset = datasetOf(fileOf({ means: ['rocket', 'rocket'] }));
    expect(counted(groupEvents(dataset, 'means', messagesEn))).to.deep.equal(['rocket 1']);
  });

  it('gives each lane a colour and a pattern, "not stated" the hollow ones, and repeats no pair', () => {
    expect(grouped('actor').map(({ hue, pattern }) => `${hue} ${pattern}`)).to.deep.equal([
      '0 0',
      '1 1',
      '2 2',
      '3 3',
      '7 7',
    ]);
    const many = datasetOf(fileOf(...Array.from({ length: 40 }, (_, i) => ({ actors: [`actor ${i}`] }))));
    const lanes = groupEvents(many, 'actor', messagesEn);
    expect(new Set(lanes.map(({ hue, pattern }) => `${hue} ${pattern}`)).size).to.equal(40);
    expect(lanes.every(({ hue, pattern }) => hue < hollowSlot && pattern < hollowSlot)).to.equal(true);
  });

  it('leaves out an actor without an event', () => {
    expect(counted(groupEvents(datasetOf(fileOf({ actors: ['b'] })), 'actor', messagesEn))).to.deep.equal(['Bob 1']);
  });
});

describe('the order of lanes', () => {
  const order = (actors: readonly string[], listed?: readonly string[]): string => {
    const file = {
      ...fileOf(...actors.map((actor) => ({ actors: [actor] }))),
      actors: listed?.map((id) => ({ id, name: id })),
    };
    return groupEvents(datasetOf(JSON.parse(JSON.stringify(file))), 'actor', messagesEn)
      .map(({ key }) => key)
      .join(' ');
  };

  it('is the author’s where the file lists its actors', () => {
    expect(order(['b', 'b', 'a'], ['a', 'b'])).to.equal('a b');
  });

  it('is by count else, and of those with as many by first appearance', () => {
    expect(order(['c', 'b', 'b', 'a', 'd', 'd'])).to.equal('b d c a');
  });
});

describe('the events of lanes', () => {
  it('are those that a search through all events finds, for any data and each grouping', () => {
    fc.assert(
      fc.property(randomDataset(), fc.constantFrom(...groupings), (dataset, by) => {
        const lanes = groupEvents(dataset, by, messagesEn);
        const found = new Set<number>();
        for (const lane of lanes) {
          expect(lane.events, lane.key).to.deep.equal([...new Set(lane.events)].sort((a, b) => a - b));
          expect(lane.count).to.equal(lane.events.length);
          expect(lane.total).to.equal(lane.count);
          expect([...lane.undated]).to.deep.equal(
            lane.events.filter((i) => dataset.earliest[i] === -Infinity && dataset.latest[i] === Infinity),
          );
          dataset.events.forEach((_, i) => expect(holds(lane, i)).to.equal(lane.events.includes(i)));
          lane.events.forEach((event) => found.add(event));
        }
        expect(found.size).to.equal(dataset.count);
        if (by === 'actor')
          dataset.events.forEach(({ actors }, i) =>
            expect(lanes.flatMap(({ key, events }) => (events.includes(i) ? [key] : []))).to.have.members([...actors]),
          );
      }),
      { numRuns: 60 },
    );
  });

  const random = dice(3);
  const filterOf = (count: number): Uint8Array => Uint8Array.from({ length: count }, () => Number(random() < 0.4));

  it('that match are what a filter leaves, in the same orders; name, colour and total stay', () => {
    fc.assert(
      fc.property(randomBounds(300), (bounds) => {
        const dataset = plainDataset(bounds, { actorsOf: (event) => ['a', 'b', 'c'].slice(event % 3) });
        const matches = filterOf(dataset.count);
        for (const lane of groupEvents(dataset, 'actor', messagesEn)) {
          const left = filterLane(dataset, lane, matches);
          const kept = (list: Iterable<number>): number[] => [...list].filter((event) => matches[event] === 1);
          expect(left.events).to.deep.equal(kept(lane.events));
          expect([...left.time.byEarliest]).to.deep.equal(kept(lane.time.byEarliest));
          expect([...left.time.byLatest]).to.deep.equal(kept(lane.time.byLatest));
          expect([...left.undated]).to.deep.equal(kept(lane.undated));
          expect(left).to.include({ key: lane.key, name: lane.name, hue: lane.hue, total: lane.count });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of all lanes together are all of the data', () => {
    const dataset = bundled;
    const union = unionOf(dataset, grouped('actor'));
    expect(union.events).to.deep.equal(allEvents(dataset).events);
    expect(union.count).to.equal(33);
    expect(union.time.byEarliest).to.deep.equal(dataset.byEarliest);
  });
});

describe('chooseLanes', () => {
  const lanes = grouped('actor');
  const chosen = (...wanted: readonly string[]): string =>
    chooseLanes(lanes, wanted)
      .map(({ key }) => key)
      .join(' ');

  it('names lanes by key, or by name in any language, in the order asked for, each once', () => {
    expect(chosen('isis', 'regime')).to.equal('isis regime');
    expect(chosen('داعش', ' SYRIAN government ')).to.equal('isis regime');
    expect(chosen('الحكومة السورية', 'regime', 'Syrian government')).to.equal('regime');
  });

  it('passes over a name that nobody has', () => {
    expect(chosen('nobody', 'isis')).to.equal('isis');
  });

  it('shows all lanes, the very same list, where nothing known is asked for', () => {
    expect(chooseLanes(lanes, [])).to.equal(lanes);
    expect(chooseLanes(lanes, ['nobody'])).to.equal(lanes);
  });

  it('gives lanes whose events are those of the report', () => {
    const [isis] = chooseLanes(lanes, ['ISIS']);
    expect(idsOf(bundled, isis!.events)).to.equal('e04 e12 e20 e24 e26 e27 e28 e29 e30 e31 e32');
  });
});

describe('isCalled', () => {
  const [regime] = grouped('actor');

  it('is true of the key and of the whole name in any language, and of no part of them', () => {
    const names = ['regime', 'REGIME ', 'syrian government', 'الحكومة السورية', 'Syrian', 'reg', ''];
    expect(names.map((name) => isCalled(regime!, name))).to.deep.equal([true, true, true, true, false, false, false]);
  });
});

describe('lanesNamedLike', () => {
  it('finds a part of the name in any language, without case, accents and Arabic vowel signs', () => {
    const lanes = [{ name: 'Other' }, { name: { en: 'Comité Émigré', ar: 'الحُكومة' } }, { name: 'Comité' }];
    const found = (text: string): number[] => lanesNamedLike(lanes, text).map((lane) => lanes.indexOf(lane));
    expect(['emi', 'COMITE', ' é', 'الحكومة', 'emig comite', 'xyz', ' '].map(found)).to.deep.equal([
      [1],
      [1, 2],
      [0, 1, 2],
      [1],
      [1],
      [],
      [0, 1, 2],
    ]);
  });
});
