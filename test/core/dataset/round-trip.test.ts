import { expect } from 'chai';
import acled from '../../fixtures/acled-made-up.json';
import basic from '../../fixtures/basic.json';
import eras from '../../fixtures/eras.json';
import groups from '../../fixtures/groups_test_2.json';
import twain from '../../fixtures/marktwain.json';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { readDataset } from '../../../src/core/dataset/read-dataset.js';
import { toCsv } from '../../../src/core/dataset/writers/csv.js';
import { toReport } from '../../../src/core/dataset/writers/report-json.js';
import { contentOf } from '../support/content.js';
import { fc } from '../support/fast-check.js';
import { fixture } from '../support/fixture.js';
import { randomDataset, randomWhen } from '../support/random-report.js';
import { bundled, codes, datasetOf, fileOf } from '../support/report.js';

const allOf = ({ count }: Dataset): number[] => Array.from({ length: count }, (_, i) => i);
const csvOf = (dataset: Dataset, locale = 'en'): string => toCsv(dataset, allOf(dataset), locale);

/** What is wrong with the data is still wrong with them, and a report may say by null that there is no date; a file with NUL in it looks like another encoding. */
const expectedAgain: ReadonlySet<string> = new Set([
  ...['inconsistent-count', 'contradiction', 'unknown-relation', 'wrong-encoding', 'missing-date'],
]);

function expectSameFromCsv(dataset: Dataset, locale = 'en'): void {
  const csv = csvOf(dataset, locale);
  const again = readDataset(csv);
  expect(again.account?.format ?? 'csv').to.equal('csv');
  expect(again.dataset?.events ?? []).to.deep.equal(dataset.events);
  expect(codes({ issues: again.issues.filter(({ code }) => !expectedAgain.has(code)) })).to.deep.equal([]);
}

function expectSameFromJson(dataset: Dataset): void {
  const again = readDataset(JSON.stringify(toReport(dataset, allOf(dataset))));
  const { actors, ordersActors, ...content } = contentOf(dataset) as Content;
  const { actors: actorsAgain, ordersActors: isOrdered, ...contentAgain } = contentOf(again.dataset) as Content;
  expect(contentAgain).to.deep.equal(content);
  expect(actorsAgain).to.have.deep.members([...actors]);
  expect(isOrdered || !ordersActors).to.equal(true);
}
type Content = { actors: readonly object[]; ordersActors: boolean };

/** What is hard for tables: quotes, separators, formulas, directions, letters of two units, names that objects have. */
const letters = [
  ...['"', "'", ',', ';', '؛', '|', '\t', '\n', '\r', '\r\n', ' ', '\u00a0', '\ufeff', '\0', '\\', '{', '}', '[', ':'],
  ...['=', '+', '-', '@', '＝', '－', '#', '?', '<', '&', '0', '7', '.', 'a', 'Z', 'é', 'ع', 'ربيع', '٣', '😀', '👩‍👩‍👧'],
  ...['\u202e', '\u200f', '\u2028', '\ud83d', '…'],
];
const words = [
  ...['__proto__', 'constructor', 'toString', 'unknown', 'N/A', 'not-stated', '-', '?', 'null', 'true', '5', '2016'],
  ...['raid; shelling', "'=1+1", "''@x", "'quoted'", '=HYPERLINK("https://example.org";"x")', 'غير معروف', 'قصف جوي'],
];
const text = fc.oneof(
  fc.constantFrom(...words),
  fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 8 }).map((list) => list.join('')),
);
const local = fc.oneof(text, text, fc.dictionary(fc.constantFrom('en', 'ar', 'fr'), text, { minKeys: 1 }));
const number = fc.option(fc.oneof(fc.nat(30), fc.constantFrom(0, 1e15, 1e21)), { nil: null, freq: 4 });
const count = fc.oneof(
  fc.nat(9),
  fc.record(
    { low: number, best: number, high: number, words: local, who: local, names: fc.array(local, { maxLength: 2 }) },
    { requiredKeys: ['low', 'best', 'high'] },
  ),
  fc.record({ low: number, best: number, high: number }),
);
const url = fc.constantFrom(
  'https://example.org/a?b=c;d|e',
  'http://example.org/ b',
  'https://a.example/;https://b.example/',
);
const party = fc.oneof(
  fc.record({ name: local }),
  fc.record({ name: text }),
  fc.record({ id: fc.constantFrom('a', 'b', 'x'), name: local }),
);
const place = fc.oneof(
  fc.record({ name: text }),
  fc.record({ name: text, lat: fc.double({ min: -90, max: 90, noNaN: true }), lon: fc.constantFrom(-2, 0, -0, 39.01) }),
  fc.record({ id: text, name: local, lat: fc.constant(1), precision: text }, { requiredKeys: ['name'] }),
);
const claim = fc.oneof(
  fc.record({ by: text }),
  fc.record({ by: fc.oneof(text, fc.constant('')), url }),
  fc.record({
    by: local,
    source: fc.constantFrom('s', 't'),
    quote: local,
    translation: local,
    url,
    date: fc.constant('2016'),
  }),
);
const few = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 });
const timed = fc.constantFrom(
  { when: '2016-05-14/2016-05-18', start: '2016-05-14T10:20:00Z', end: '2016-05-18T00:00:00Z' },
  { when: '2016-05-14/2016-05-18', start: '2016-05-14T13:20:00+03:00' },
  { when: '2016-05-14/2016-05-14', start: '2016-05-14T10:20:00', end: '2016-05-14T10:20:00' },
  { when: '2016-05~/2016-05-18', end: '2016-05-18T07:00:00Z' },
);
const event = fc.record(
  {
    title: local,
    likely: fc.constantFrom('2016-05-14', '2016-05-14?'),
    basis: fc.record(
      {
        text: local,
        start: fc.constantFrom('sourced', 'inferred'),
        end: fc.constant('sourced'),
        sources: few(fc.constant('s')),
      },
      { requiredKeys: ['text'] },
    ),
    summary: local,
    type: local,
    means: few(local),
    actors: fc.uniqueArray(fc.oneof(fc.constantFrom('a', 'b', 'not-stated'), text), { minLength: 1, maxLength: 3 }),
    actorName: local,
    targets: few(party),
    associated: few(party),
    symmetric: fc.boolean(),
    places: few(place),
    killed: count,
    injured: count,
    counts: fc.dictionary(fc.constantFrom('arrested', '__proto__', 'constructor'), count),
    certainty: fc.constantFrom('reported', 'alleged', 'disputed'),
    claims: few(claim),
    relations: few(
      fc.record({
        type: fc.constantFrom('before', 'after', 'same-as'),
        id: fc.constantFrom('e1', 'e2'),
        possible: fc.boolean(),
      }),
    ),
    note: local,
  },
  { requiredKeys: ['title', 'actors'] },
);
const events = fc.array(
  fc
    .tuple(
      event,
      fc.oneof(
        randomWhen.map((when) => ({ when })),
        timed,
      ),
    )
    .map(([fields, date]) => ({ ...fields, ...date })),
  { minLength: 1, maxLength: 6 },
);
/** Told as it would be written in a file. */
const told = (dataset: Dataset): Dataset =>
  Object.defineProperty(dataset, fc.toStringMethod, { value: () => JSON.stringify(toReport(dataset, allOf(dataset))) });
const reports = events.map((list) => told(datasetOf(fileOf(...list))));

const value = fc.oneof(text, text, fc.array(text, { maxLength: 3 }), fc.constantFrom(null, '', 7));
const flatTime = fc.oneof(
  fc.integer({ min: 0, max: 4e12 }).map((n) => new Date(n).toISOString()),
  fc.integer({ min: 0, max: 4e12 }).map((n) => new Date(n).toISOString().slice(0, 10)),
  fc.constantFrom('2015', '2015-03', '2015~', '201X', '18 May 2016', '5/6/2016', 'never', '', null),
);
const flats = fc
  .array(
    fc.record(
      {
        ...{ id: fc.oneof(text, fc.nat(5)), start: flatTime, end: flatTime, actor: value, target: value, type: value },
        ...{ place: value, means: value, source: value, title: local, description: local },
        ...{ lat: fc.double({ min: -90, max: 90, noNaN: true }), lon: fc.double({ min: -180, max: 180, noNaN: true }) },
        ...{
          url,
          killed: fc.oneof(fc.nat(9), fc.constantFrom('3-5', 'many', '٣', '-')),
          certainty: fc.constant('alleged'),
        },
      },
      { requiredKeys: ['start'] },
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((list) => told(datasetOf(list)));

/** Files of other forms; those of JSON are modules. */
const others: readonly (readonly [name: string, value: unknown])[] = [
  ['acled-made-up.csv', null],
  ['ucdp-ged-deir-ez-zor-2016-05.csv', null],
  ['women_in_computing.csv', null],
  ['acled-made-up.json', acled],
  ['basic.json', basic],
  ['eras.json', eras],
  ['groups_test_2.json', groups],
  ['marktwain.json', twain],
];

describe('a table written by toCSV', () => {
  it('has nothing of what a page adds to all objects', () => {
    const before = JSON.stringify(toReport(bundled, allOf(bundled)));
    let after: string;
    Object.defineProperty(Object.prototype, 'added', { value: 'by a page', enumerable: true, configurable: true });
    try {
      const again = readDataset(JSON.parse(before)).dataset!;
      after = JSON.stringify(toReport(again, allOf(again)));
    } finally {
      delete (Object.prototype as { added?: string }).added;
    }
    expect(after).to.equal(before);
  });

  it('gives the bundled report again, in either language', () => {
    for (const locale of ['en', 'ar']) expectSameFromCsv(bundled, locale);
  });

  for (const [name, value] of others) {
    it(`gives the events of ${name} again`, async () => expectSameFromCsv(datasetOf(value ?? (await fixture(name)))));
  }

  it('gives a text again that was cut, as toJSON does', () => {
    const long = 'x'.repeat(30_000);
    const dataset = datasetOf(fileOf({ title: long, summary: { en: long }, means: [`${long}; y`] }));
    expectSameFromCsv(dataset);
    expectSameFromJson(dataset);
  });

  it('gives any events again', () => {
    fc.assert(fc.property(reports, fc.constantFrom('en', 'ar'), expectSameFromCsv), { numRuns: 200 });
  });

  it('gives dates and relations of any kind again', () => {
    fc.assert(
      fc.property(randomDataset(), (dataset) => expectSameFromCsv(dataset)),
      { numRuns: 30 },
    );
  });

  it('gives the events of any flat file again', () => {
    fc.assert(
      fc.property(flats, (dataset) => expectSameFromCsv(dataset)),
      { numRuns: 200 },
    );
  });
});

describe('what toJSON gives', () => {
  for (const [name, value] of others) {
    it(`gives events and frame of ${name} again`, async () =>
      expectSameFromJson(datasetOf(value ?? (await fixture(name)))));
  }

  it('gives events and frame again, of any report', () => {
    fc.assert(fc.property(reports, expectSameFromJson), { numRuns: 200 });
  });

  it('gives them again, of any flat file', () => {
    fc.assert(fc.property(flats, expectSameFromJson), { numRuns: 200 });
  });
});
