import { expect } from 'chai';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { buildFloors, type Floor } from '../../../src/core/layout/floors.js';
import { bundled, datasetOf, fileOf, idsOf } from '../support/report.js';
import { iso } from '../support/timeline.js';

const laneOf = (actor: string): number[] =>
  bundled.events.flatMap(({ actors }, i) => (actors.includes(actor) ? [i] : []));
const all = (dataset: Dataset): number[] => dataset.events.map((_, i) => i);
const floorsOf = (dataset: Dataset, events = all(dataset)): readonly Floor[] =>
  buildFloors(dataset, events, { sides: true, basis: true });
const listed = (dataset: Dataset, floors: readonly Floor[]): string[] =>
  floors.map(({ events }) => idsOf(dataset, events));

describe('buildFloors', () => {
  it('lets the six undated events of the government from 14 to 19 May share one floor', () => {
    const six = floorsOf(bundled, laneOf('regime')).find(({ events }) => events.length === 6)!;
    expect(idsOf(bundled, six.events)).to.equal('e07 e09 e10 e11 e18 e17');
    expect([six.kind, iso(six.earliest), iso(six.latest)]).to.deep.equal(['within', '2016-05-14', '2016-05-20']);
  });

  it('orders a lane by the known bound, and leaves out what has none', () => {
    expect(listed(bundled, floorsOf(bundled, laneOf('regime')))).to.deep.equal([
      'e25',
      'e07 e09 e10 e11 e18 e17',
      'e12',
      'e13 e14',
      'e01 e02 e03',
      'e08',
      'e05',
      'e06',
    ]);
    expect(listed(bundled, floorsOf(bundled, laneOf('isis')))).to.deep.equal([
      'e26',
      'e20',
      'e04 e24',
      'e12',
      'e30 e27 e28 e29 e31 e32',
    ]);
  });

  it('orders one floor by what relations say is earlier or contains, else as in the file', () => {
    const when = '[2016-05-14..2016-05-19]';
    const dataset = datasetOf(
      fileOf(
        { when },
        { when, relations: [{ type: 'during', id: 'e4' }] },
        { when, relations: [{ type: 'after', id: 'e5' }] },
        { when },
        { when },
        { when, relations: [{ type: 'before', id: 'e1', possible: true }] },
      ),
    );
    expect(listed(dataset, floorsOf(dataset))).to.deep.equal(['e1 e4 e2 e5 e3 e6']);
  });

  it('ends even where relations go in a circle', () => {
    const when = '[2016-05-14..2016-05-19]';
    const dataset = datasetOf(
      fileOf({ when, relations: [{ type: 'before', id: 'e2' }] }, { when, relations: [{ type: 'before', id: 'e1' }] }),
    );
    expect(listed(dataset, floorsOf(dataset))).to.deep.equal(['e2 e1']);
  });

  const apart: readonly [string, object, object][] = [
    ['another start', { when: '[2016-05-14..2016-05-19]' }, { when: '[2016-05-15..2016-05-19]' }],
    ['another end', { when: '[2016-05-14..2016-05-19]' }, { when: '[2016-05-14..2016-05-20]' }],
    ['another kind', { when: '[2016-05-14..2016-05-19]' }, { when: '2016-05-14/2016-05-19' }],
    ['another doubt', { when: '2016-05-14?/2016-05-19' }, { when: '2016-05-14/2016-05-19?' }],
    ['other members', { when: '[2016-05-14,2016-05-19]' }, { when: '[2016-05-14,2016-05-16,2016-05-19]' }],
    ['an open side', { when: '[..2016-05-19]' }, { when: '[2016-05-19..]' }],
    [
      'another basis',
      { when: '2016', basis: { text: '', start: 'sourced' } },
      { when: '2016', basis: { text: '', end: 'sourced' } },
    ],
    ['two sides', { when: '2016', actors: ['a', 'b'], symmetric: true }, { when: '2016' }],
  ];
  for (const [name, one, other] of apart) {
    it(`keeps events apart by ${name}`, () => {
      const dataset = datasetOf(fileOf(one, other));
      expect(floorsOf(dataset)).to.have.length(2);
      const twice = datasetOf(fileOf(one, one));
      expect(floorsOf(twice), 'the same twice').to.have.length(1);
    });
  }

  it('takes a bound that came from another event for inferred', () => {
    const dataset = datasetOf(
      fileOf({ when: '[2016-05-10..2016-05-19]', relations: [{ type: 'before', id: 'e2' }] }, { when: '2016-05-14' }),
    );
    const [window] = floorsOf(dataset);
    expect([window!.startBasis, window!.endBasis]).to.deep.equal(['sourced', 'inferred']);
  });
});
