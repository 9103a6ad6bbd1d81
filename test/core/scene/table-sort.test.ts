import { expect } from 'chai';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { createLanguage } from '../../../src/core/scene/language.js';
import { columnNames, createColumns, type ColumnName } from '../../../src/core/scene/table-columns.js';
import { rankColumn, sortByRanks } from '../../../src/core/scene/table-sort.js';
import { fc } from '../support/fast-check.js';
import { bundled, datasetOf, fileOf, idsOf } from '../support/report.js';

function finish<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

function sorted(dataset: Dataset, name: ColumnName, isDescending = false, locale = 'en'): string {
  const order = Array.from({ length: dataset.count }, (_, i) => i);
  const [column] = createColumns(dataset, [name], createLanguage(locale), true);
  const ranks = finish(rankColumn(column!, order, locale));
  return idsOf(dataset, [...finish(sortByRanks(order, ranks, isDescending))]);
}

describe('sorting a table', () => {
  it('sorts dates by the bound that is known, the start before the end, then by the latest; unknown ones come last both ways', () => {
    const dataset = datasetOf(
      fileOf(
        { when: null },
        { when: '2016-05-18' },
        { when: '[2016-05-14..2016-05-20]' },
        { when: '[..2016-05-19]' },
        { when: '[2016-05-14..2016-05-18]' },
        { when: null },
        { when: '2016-05-18' },
      ),
    );
    expect(sorted(dataset, 'date')).to.equal('e5 e3 e2 e7 e4 e1 e6');
    expect(sorted(dataset, 'date', true)).to.equal('e4 e2 e7 e3 e5 e1 e6');
  });

  it('sorts counts by what is least known of them; not stated is no number', () => {
    const count = (low: number | null, best: number | null = null, words?: string) => ({
      killed: { low, best, high: null, ...(words && { words }) },
    });
    const dataset = datasetOf(fileOf(count(null, null, 'many'), count(12), count(0), {}, count(null, 5), count(100)));
    expect(sorted(dataset, 'killed')).to.equal('e3 e5 e2 e6 e1 e4');
    expect(sorted(dataset, 'killed', true)).to.equal('e6 e2 e5 e3 e1 e4');
  });

  it('sorts texts as people do, and numbers in them as numbers; empty ones come last both ways', () => {
    const titles = ['Éclair', 'zebra', 'Apple 10', 'apple 9', 'echo'];
    const dataset = datasetOf(fileOf(...titles.map((title) => ({ title }))));
    expect(sorted(dataset, 'title')).to.equal('e4 e3 e5 e1 e2');
    expect(sorted(dataset, 'title', true)).to.equal('e2 e1 e5 e3 e4');
    const noted = datasetOf(fileOf({}, { note: 'b' }, { note: 'a' }, {}));
    expect(sorted(noted, 'note')).to.equal('e3 e2 e1 e4');
    expect(sorted(noted, 'note', true)).to.equal('e2 e3 e1 e4');
  });

  it('sorts places on the earth by latitude, then by longitude; not stated comes last both ways', () => {
    const at = (lat?: number, lon?: number) => ({ places: [{ name: 'Here', lat, lon }] });
    const dataset = datasetOf(fileOf(at(35.3, 40.1), at(-9, 1), at(-10, 1), at(), at(35.3, 9.5), at(4, -2), {}));
    expect(sorted(dataset, 'coordinates')).to.equal('e3 e2 e6 e5 e1 e4 e7');
    expect(sorted(dataset, 'coordinates', true)).to.equal('e1 e5 e6 e2 e3 e4 e7');
  });

  it('sorts Arabic as Arabic', () => {
    const titles = ['باب', 'ياسمين', 'أرض', 'تل'];
    const dataset = datasetOf({ ...fileOf(...titles.map((title) => ({ title }))), language: 'ar' });
    expect(sorted(dataset, 'title', false, 'ar-SY')).to.equal('e3 e1 e4 e2');
  });

  it('keeps the order of what is the same, in every column and both ways', () => {
    for (const name of columnNames) {
      const [column] = createColumns(bundled, [name], createLanguage('en'), true);
      const order = bundled.events.map((_, i) => (i * 7) % 33);
      const ranks = finish(rankColumn(column!, order, 'en'));
      for (const isDescending of [false, true]) {
        const places = [...finish(sortByRanks(order, ranks, isDescending))].map((event) => order.indexOf(event));
        expect(
          [...places].sort((a, b) => a - b),
          name,
        ).to.deep.equal(order.map((_, i) => i));
        for (let i = 1; i < places.length; i++) {
          const [a, b] = [places[i - 1]!, places[i]!];
          const isSame = ranks.every((rank) => Object.is(rank[a], rank[b]));
          if (isSame) expect(a, name).to.be.below(b);
        }
      }
    }
  });

  it('sorts any number of rows as the language itself does', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: -5, max: 5 }), { nil: NaN }), { maxLength: 9000 }), (values) => {
        const rank = Float64Array.from(values);
        const order = values.map((_, i) => i);
        const expected = [...order].sort(
          (a, b) => Number(isNaN(rank[a]!)) - Number(isNaN(rank[b]!)) || rank[b]! - rank[a]! || a - b,
        );
        expect([...finish(sortByRanks(order, [rank], true))]).to.deep.equal(expected);
      }),
      { numRuns: 25 },
    );
  });

  it('rests every few rows', () => {
    const rank = Float64Array.from({ length: 50_000 }, (_, i) => (i * 7919) % 50_000);
    const order = Array.from(rank, (_, i) => i);
    const steps = [...sortByRanks(order, [rank], false)].length;
    expect(steps).to.be.above(50);
  });
});
