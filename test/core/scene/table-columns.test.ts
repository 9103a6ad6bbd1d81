import { expect } from 'chai';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { certainties } from '../../../src/core/dataset/event.js';
import { createLanguage } from '../../../src/core/scene/language.js';
import {
  cellText,
  columnNames,
  createColumns,
  findColumns,
  type CellPart,
  type ColumnName,
} from '../../../src/core/scene/table-columns.js';
import { plainDataset, boundsOf } from '../support/plain-dataset.js';
import { bundled, datasetOf, fileOf, indexOf } from '../support/report.js';

const en = createLanguage('en');
const ar = createLanguage('ar-SY');

function finish<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
const found = (dataset: Dataset): readonly ColumnName[] => finish(findColumns(dataset));

const cellOf = (dataset: Dataset, name: ColumnName, event: number, language = en): readonly CellPart[] =>
  createColumns(dataset, [name], language, true)[0]!.cell(event);
const say = (dataset: Dataset, name: ColumnName, event: number, language = en): string =>
  cellText(cellOf(dataset, name, event, language));

describe('findColumns', () => {
  it('has those that any event fills, in one order', () => {
    expect(found(bundled)).to.deep.equal(columnNames.filter((name) => name !== 'associated'));
    const plain = plainDataset(boundsOf([0, 1], [-Infinity, Infinity]));
    expect(found(plain)).to.deep.equal(['title', 'date', 'actors', 'edtf', 'id']);
    const undated = datasetOf(fileOf({}, {}));
    expect(found(undated)).to.deep.equal(['title', 'date', 'actors', 'id']);
  });

  it('finds a field that one event of many has', () => {
    const full = {
      associated: [{ name: 'An ally' }],
      counts: { arrested: { low: 3 } },
      certainty: 'alleged',
      places: [{ name: 'A town', lat: 1, lon: 2 }],
      claims: [{ by: 'Somebody', url: 'https://example.org/', translation: 'words' }],
      note: 'A note',
    };
    const events = Array.from({ length: 5000 }, (_, i) => (i === 4321 ? full : {}));
    const dataset = datasetOf(fileOf(...events));
    for (const name of ['associated', 'counts', 'certainty', 'places', 'coordinates', 'claims', 'links'] as const)
      expect(found(dataset), name).to.include(name);
    expect(found(dataset)).to.include.members(['translation', 'note']).and.not.include('quote');
  });

  it('leaves out what only has links that nobody may follow', () => {
    const dataset = datasetOf(fileOf({ claims: [{ by: 'Somebody', url: 'javascript:alert(1)' }] }));
    expect(found(dataset)).not.to.include('links');
  });
});

describe('a row', () => {
  const row = (id: string, language = en): Record<string, string> =>
    Object.fromEntries(columnNames.map((name) => [name, say(bundled, name, indexOf(bundled, id), language)]));

  it('says everything that is known of an event', () => {
    expect(row('e26')).to.deep.equal({
      title: 'Car bomb in the al-Tanf desert: at least 10 killed',
      date: 'Sometime between 3 March and 19 May 2016, likely around May',
      edtf: '[2016-03-03..2016-05-19]',
      likely: '2016-05~',
      actors: 'ISIS',
      actorName: '',
      targets: 'New Syrian Army',
      associated: '',
      type: 'bombing',
      means: 'car bomb',
      places: 'al-Tanf desert (near that place)',
      killed: 'at least 10 (New Syrian Army members)',
      injured: 'number not stated (New Syrian Army members; “others”)',
      counts: '',
      certainty: 'reported',
      claims: 'Akhbar Al Aan, in its own voice',
      quote:
        '«كما قام باستهداف ما يعرف بـ "جيش سوريا الجديد" في بادية "التنف" بسيارة مفخخة ما أدى لمقتل ما لا يقل عن عشرة عناصر وجرح آخرين»',
      translation:
        'it also targeted what is known as the “New Syrian Army” in the “al-Tanf” desert with a car bomb, killing no fewer than ten members and wounding others',
      summary: 'It was aimed at the New Syrian Army; others were wounded.',
      basis:
        'The report gives no date. The New Syrian Army took al-Tanf between 3 and 5 March 2016, so not before; the report appeared about 19 May. It is told as recent news, hence about May. We found no other source. The start is inferred. The end is inferred. Wikipedia; microsyria',
      note: row('e26')['note']!,
      related: '',
      links: row('e26')['links']!,
      coordinates: row('e26')['coordinates']!,
      id: 'e26',
    });
    expect(row('e26')['coordinates']).to.match(/^\d+\.\d+, \d+\.\d+$/);
  });

  it('says it in the language of the reader, as far as there are words in it', () => {
    const words = row('e08', ar);
    expect(words['title']).to.equal('غارات على شارع التكايا: خمسة قتلى على الأقل');
    expect(words['date']).to.equal('ربما في ١٨ أيار ٢٠١٦');
    expect(words['edtf']).to.equal('2016-05-18?');
    expect(words['killed']).to.match(/^٥ على الأقل \(/);
    expect(words['injured']).to.match(/^العدد غير مذكور \(.*«.+»\)$/);
    expect(words['translation']).to.match(/^the bombardment/);
  });

  it('says whose words are whose', () => {
    const [quote] = cellOf(bundled, 'quote', indexOf(bundled, 'e26'));
    expect(quote).to.include({ lang: 'ar', dir: 'rtl' });
    expect(cellOf(bundled, 'title', 0, ar)[0]).to.include({ lang: 'ar', dir: 'rtl' });
    expect(cellOf(bundled, 'edtf', indexOf(bundled, 'e26'), ar)[0]).to.include({ dir: 'ltr' });
    expect(cellOf(bundled, 'translation', indexOf(bundled, 'e26'), ar)[0]).to.include({ lang: 'en', dir: 'ltr' });
  });

  it('is empty where nothing is stated, and 0 where nobody was killed', () => {
    const killed = [
      { low: 0, high: 0 },
      { low: null, best: null, high: null, words: 'many' },
      { low: 0 },
      { best: 2 },
      { low: 2, high: 4 },
      { low: 5 },
      { high: 1000 },
    ];
    const dataset = datasetOf(fileOf({}, ...killed.map((count) => ({ killed: count }))));
    const column = (language = en) => [0, ...killed].map((_, event) => say(dataset, 'killed', event, language));
    expect(column()).to.deep.equal([
      '',
      '0',
      'number not stated (“many”)',
      'number not stated',
      '2',
      '2 to 4',
      'at least 5',
      'at most 1,000',
    ]);
    expect(column(ar)).to.deep.equal([
      '',
      '٠',
      'العدد غير مذكور («many»)',
      'العدد غير مذكور',
      '٢',
      'بين ٢ و٤',
      '٥ على الأقل',
      '١٬٠٠٠ على الأكثر',
    ]);
    expect(say(dataset, 'edtf', 0)).to.equal('');
    expect(say(dataset, 'date', 0)).to.equal('Date not stated');
  });

  it('drops no field of an event', () => {
    const dataset = datasetOf({
      ...fileOf(
        {
          when: '2016-05-14/2016-05-18',
          start: '2016-05-14T10:00:00Z',
          end: '2016-05-18T11:00:00Z',
          likely: '2016-05-15?',
          basis: { text: 'Because', start: 'sourced', end: 'inferred', sources: ['s'] },
          title: 'A title',
          summary: 'A summary',
          type: 'a type',
          means: ['one means', 'another'],
          actors: ['a', 'b'],
          targets: [{ id: 'c', name: 'Friends of Cleo' }],
          associated: [{ name: 'An ally' }],
          symmetric: true,
          places: [{ name: 'A town', lat: 1.5, lon: -2.5, precision: 'village' }, { name: 'Elsewhere' }],
          killed: { low: 1, best: 2, high: 3, who: 'sailors', names: ['A name'] },
          injured: { best: 4 },
          counts: { arrested: { low: 5 }, boats: { low: 6, high: 6 } },
          certainty: 'disputed',
          claims: [
            { by: 'First', source: 's', quote: { fr: 'mots' }, translation: { en: 'words' }, date: '2016-05-19' },
            { by: 'Second', url: 'https://example.org/page' },
          ],
          relations: [{ type: 'before', id: 'e2', possible: true }],
          note: 'A note',
        },
        { title: 'The other', when: '2016-06' },
      ),
      sources: [{ id: 's', title: 'A source', url: 'https://example.com/source' }],
    });
    const words = Object.fromEntries(columnNames.map((name) => [name, say(dataset, name, 0)]));
    expect(words).to.include({
      edtf: '2016-05-14/2016-05-18 (2016-05-14T10:00:00Z/2016-05-18T11:00:00Z)',
      likely: '2016-05-15?',
      actors: 'Ada; Bob (against each other)',
      targets: 'Friends of Cleo (Cleo)',
      associated: 'An ally',
      type: 'a type',
      means: 'one means; another',
      places: 'A town (the village); Elsewhere',
      injured: '4',
      certainty: 'disputed',
      claims: 'First, on 19 May 2016; Second',
      quote: '“mots”',
      translation: 'words',
      summary: 'A summary',
      basis: 'Because A source gives the start. The end is inferred. A source',
      note: 'A note',
      related: 'Possibly after it: The other',
      links: 'A source; example.org',
      coordinates: '1.5, -2.5',
      id: 'e1',
    });
    expect(words['killed']).to.contain('1 to 3').and.contain('sailors');
    expect(words['counts']).to.equal('Arrested: at least 5; boats: 6');
    expect(cellOf(dataset, 'links', 0).flatMap(({ url }) => url ?? [])).to.deep.equal([
      'https://example.com/source#:~:text=mots',
      'https://example.org/page',
    ]);
  });

  it('names degrees of certainty in their order, what is simply reported too', () => {
    const dataset = datasetOf(fileOf(...certainties.map((certainty) => ({ certainty }))));
    expect(certainties.map((_, event) => say(dataset, 'certainty', event))).to.deep.equal([
      'reported',
      'alleged',
      'implied',
      'disputed',
      'retracted',
    ]);
  });
});
