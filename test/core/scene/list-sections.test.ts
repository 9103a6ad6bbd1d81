import { expect } from 'chai';
import { buildSections, cutSections, sectionsOf, type Section } from '../../../src/core/scene/list-sections.js';
import { fc } from '../support/fast-check.js';
import { randomDataset } from '../support/random-report.js';
import { bundled, datasetOf, fileOf } from '../support/report.js';

const listed = (sections: readonly Section[]): string[] =>
  sections.map(({ kind, events }) => `${kind}: ${events.join(' ')}`);
const flat = (sections: readonly Section[]): number[] => sections.flatMap(({ events }) => events);

describe('sectionsOf', () => {
  it('gives neighbours with the same date one heading, and keeps the order that it is given', () => {
    const dataset = datasetOf(
      fileOf({ when: '2016-05-18' }, { when: '2016-05-18' }, { when: '2016-05-18?' }, { when: '2016-05-18' }, {}, {}),
    );
    expect(listed(sectionsOf(dataset, [0, 1, 2, 3, 4, 5]))).to.deep.equal([
      'exact: 0 1',
      'uncertain: 2',
      'exact: 3',
      'undated: 4 5',
    ]);
    expect(listed(sectionsOf(dataset, [3, 1, 0, 2]))).to.deep.equal(['exact: 3 1 0', 'uncertain: 2']);
    expect(sectionsOf(dataset, [])).to.deep.equal([]);
  });

  it('loses no event of any page, in any order', () => {
    fc.assert(
      fc.property(randomDataset(), fc.nat(), (dataset, start) => {
        const page = [...dataset.byEarliest].slice(start % 30);
        const sections = sectionsOf(dataset, page);
        expect(flat(sections)).to.deep.equal(page);
        for (const { kind, events } of sections)
          expect(events.every((event) => dataset.kindOf(event) === kind)).to.equal(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('cutSections', () => {
  it('gives the same events as a cut through the list of all', () => {
    const sections = buildSections(
      bundled,
      bundled.events.map((_, i) => i),
    );
    const all = flat(sections);
    for (let start = 0; start <= 34; start++) {
      for (const length of [0, 1, 5, 60]) {
        const page = cutSections(sections, start, length);
        expect(flat(page)).to.deep.equal(all.slice(start, start + length));
        expect(page.every(({ events }) => events.length > 0)).to.equal(true);
      }
    }
  });
});
