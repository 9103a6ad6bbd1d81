import { expect } from 'chai';
import { countKind } from '../../../src/core/dataset/dataset.js';
import { fc } from '../support/fast-check.js';
import { randomDataset } from '../support/random-report.js';
import { bundled, datasetOf, indexOf } from '../support/report.js';

const many = datasetOf(
  Array.from({ length: 12_000 }, (_, i) => ({ id: `e${i}`, title: `Title ${i}`, actor: 'A', start: 2_000 + (i % 20) })),
);

describe('a data set', () => {
  it('gives the same event and the same date again', () => {
    for (const index of [0, 32]) {
      expect(bundled.event(index)).to.equal(bundled.event(index));
      expect(bundled.date(index)).to.equal(bundled.date(index));
      expect(bundled.events[index]).to.equal(bundled.event(index));
    }
    expect(bundled.events).to.equal(bundled.events);
  });

  it('finds events by their ids', () => {
    for (const dataset of [bundled, many]) {
      for (const index of [0, 7, dataset.count - 1]) expect(dataset.indexOf(dataset.idOf(index))).to.equal(index);
      for (const other of ['', 'e', 'constructor', '__proto__']) expect(dataset.indexOf(other)).to.equal(null);
    }
    expect(bundled.titleOf(indexOf(bundled, 'e20'))).to.deep.equal(bundled.event(indexOf(bundled, 'e20')).title);
  });

  it('counts its kinds', () => {
    const kinds = bundled.events.map((_, index) => bundled.date(index).kind);
    for (const kind of ['within', 'exact', 'undated', 'repeated'] as const) {
      expect(countKind(bundled, kind)).to.equal(kinds.filter((each) => each === kind).length);
    }
  });

  it('holds in each column what the events say', () => {
    fc.assert(
      fc.property(randomDataset(), (dataset) => {
        dataset.events.forEach((event, index) => {
          const { temporal, kind, startNarrowing, endNarrowing } = dataset.date(index);
          expect([dataset.idOf(index), dataset.titleOf(index)]).to.deep.equal([event.id, event.title]);
          expect(dataset.kindOf(index)).to.equal(kind);
          if (!startNarrowing) expect(dataset.earliest[index]).to.equal(temporal?.earliest ?? -Infinity);
          if (!endNarrowing) expect(dataset.latest[index]).to.equal(temporal?.latest ?? Infinity);
        });
      }),
      { numRuns: 50 },
    );
  });

  it('has the orders of its bounded events', () => {
    fc.assert(
      fc.property(randomDataset(), ({ count, earliest, latest, byEarliest, byLatest }) => {
        const all = Array.from({ length: count }, (_, index) => index);
        const bounded = all.filter((index) => earliest[index]! > -Infinity || latest[index]! < Infinity);
        const sortedBy = (times: Float64Array) =>
          [...bounded].sort((a, b) => (times[a] === times[b] ? a - b : times[a]! < times[b]! ? -1 : 1));
        expect([...byEarliest]).to.deep.equal(sortedBy(earliest));
        expect([...byLatest]).to.deep.equal(sortedBy(latest));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the list of events', () => {
  it('cannot be changed', () => {
    for (const { events } of [bundled, many]) {
      const list = events as unknown as unknown[];
      expect(() => list.push(1)).to.throw(TypeError);
      expect(() => (list[0] = 1)).to.throw(TypeError);
      expect(() => (list.length = 0)).to.throw(TypeError);
      expect(() => list.sort()).to.throw(TypeError);
    }
    expect(many.events[0]!.id).to.equal('e0');
  });

  it('is like an array where there are too many to be kept', () => {
    const { events } = many;
    expect(Array.isArray(events)).to.equal(true);
    expect(events).to.have.length(12_000);
    expect(events[11_999]!.title).to.equal('Title 11999');
    expect([events[12_000], events[-1], events.at(-1)!.id, '5' in events, '12000' in events]).to.deep.equal([
      undefined,
      undefined,
      'e11999',
      true,
      false,
    ]);
    const ids = Array.from({ length: 12_000 }, (_, i) => `e${i}`);
    expect(events.map(({ id }) => id)).to.deep.equal(ids);
    expect(Array.from(events, ({ id }) => id)).to.deep.equal(ids);
    expect([...events].length).to.equal(12_000);
    expect(events.filter(({ when }) => when === '2019')).to.have.length(600);
    expect(events.find(({ id }) => id === 'e777')!.title).to.equal('Title 777');
    expect(events.findIndex(({ id }) => id === 'e777')).to.equal(777);
    expect(events.slice(3, 5).map(({ id }) => id)).to.deep.equal(['e3', 'e4']);
    expect(events.concat([]).length).to.equal(12_000);
    expect((JSON.parse(JSON.stringify(events)) as { id: string }[])[11_999]!.id).to.equal('e11999');
    let sum = 0;
    for (const { id } of events) sum += Number(id.slice(1));
    expect(sum).to.equal((12_000 * 11_999) / 2);
    expect(Object.keys(events.slice(0, 3))).to.deep.equal(['0', '1', '2']);
  });
});
