import { expect } from 'chai';
import { publicationTime } from '../../../src/core/dataset/dataset.js';
import { fc } from '../support/fast-check.js';
import { randomFile } from '../support/random-report.js';
import { bundled, datasetOf, fileOf, indexOf, readWith } from '../support/report.js';
import { at, iso } from '../support/timeline.js';

describe('buildDataset', () => {
  it('never widens a bound by a relation, and narrows some', () => {
    let narrowed = 0;
    fc.assert(
      fc.property(randomFile, (events) => {
        const related = datasetOf(fileOf(...events));
        const alone = datasetOf(fileOf(...events.map((event) => ({ ...event, relations: [] }))));
        alone.events.forEach((_, i) => {
          expect(related.earliest[i]).to.be.at.least(alone.earliest[i]!);
          expect(related.latest[i]).to.be.at.most(alone.latest[i]!);
          expect(related.latest[i]).to.be.above(related.earliest[i]!);
          if (related.earliest[i] !== alone.earliest[i] || related.latest[i] !== alone.latest[i]) narrowed++;
        });
      }),
      { numRuns: 200 },
    );
    expect(narrowed).to.be.above(30);
  });

  it('says by which event a bound became narrower', () => {
    const dataset = readWith(
      fileOf({ when: '[2016-05-10..2016-05-19]', relations: [{ type: 'before', id: 'e2' }] }, { when: '2016-05-14' }),
    );
    expect(iso(dataset.latest[0]!)).to.equal('2016-05-15');
    expect(dataset.date(0).endNarrowing).to.deep.equal({ type: 'before', from: 1 });
    expect(dataset.date(0).startNarrowing).to.equal(null);
  });

  it('makes a window of what has one bound by its date and the other by its relations', () => {
    const dataset = readWith(
      fileOf({ when: '[2016-05-10..]', relations: [{ type: 'before', id: 'e2' }] }, { when: '2016-05-14' }),
    );
    expect(dataset.date(0).kind).to.equal('within');
  });

  it('tells what has an order only from what has nothing', () => {
    const dataset = readWith(
      fileOf(
        { relations: [{ type: 'before', id: 'e2' }] },
        { when: '2016' },
        { relations: [{ type: 'after', id: 'e2', possible: true }] },
      ),
    );
    expect(dataset.events.map((_, i) => dataset.date(i)).map(({ kind }) => kind)).to.deep.equal([
      'order-only',
      'within',
      'undated',
    ]);
  });

  it('takes a bound for sourced where nothing explains it, and for inferred where an explanation does not say', () => {
    const bases = [undefined, { text: 'x' }, { text: 'x', start: 'sourced' }];
    const dataset = readWith(fileOf(...bases.map((basis) => ({ when: '2016', basis }))));
    expect(
      dataset.events.map((_, i) => dataset.date(i)).map(({ startBasis, endBasis }) => `${startBasis} ${endBasis}`),
    ).to.deep.equal(['sourced sourced', 'inferred inferred', 'sourced inferred']);
  });

  it('gives each of two related events its own end of the relation, and each once', () => {
    const dataset = readWith(
      fileOf(
        {
          when: '2016',
          relations: [
            { type: 'during', id: 'e2' },
            { type: 'after', id: 'e3', possible: true },
          ],
        },
        { when: '2016' },
        { when: '2016', relations: [{ type: 'before', id: 'e1' }] },
      ),
    );
    expect([0, 1, 2].map((i) => dataset.links(i))).to.deep.equal([
      [
        { type: 'contains', to: 1, possible: false },
        { type: 'before', to: 2, possible: false },
      ],
      [{ type: 'during', to: 0, possible: false }],
      [{ type: 'after', to: 0, possible: false }],
    ]);
  });

  it('knows when the bundled report was published, and in which languages its titles are', () => {
    expect(iso(publicationTime(bundled)!)).to.equal('2016-05-20');
    expect(bundled.languages).to.have.members(['en', 'ar']);
    expect(publicationTime(readWith(fileOf({})))).to.equal(null);
  });

  it('keeps the two weeks of the bundled report as they are written', () => {
    const bounds = (id: string) => {
      const i = indexOf(bundled, id);
      return [
        bundled.date(i).kind,
        ...[bundled.earliest[i]!, bundled.latest[i]!].map((t) => (Number.isFinite(t) ? iso(t) : '…')),
      ];
    };
    expect(bounds('e07')).to.deep.equal(['within', '2016-05-14', '2016-05-20']);
    expect(bounds('e26')).to.deep.equal(['within', '2016-03-03', '2016-05-20']);
    expect(bounds('e08')).to.deep.equal(['uncertain', '2016-05-18', '2016-05-19']);
    expect(bounds('e06')).to.deep.equal(['end-unknown', '2016-05-18', '…']);
    expect(bounds('e30')).to.deep.equal(['on-or-before', '…', '2016-05-20']);
    expect(bounds('e15')).to.deep.equal(['ongoing', '…', '…']);
    expect(at('2016-05-14')).to.equal(bundled.earliest[indexOf(bundled, 'e20')]);
  });
});
