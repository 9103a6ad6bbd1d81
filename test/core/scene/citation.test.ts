import { expect } from 'chai';
import { cite, type CitationInput, type CitationStyle } from '../../../src/core/scene/citation.js';
import { createLanguage } from '../../../src/core/scene/language.js';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { pickText } from '../../../src/core/i18n/text.js';
import { bundled, datasetOf, fileOf } from '../support/report.js';

const url = 'https://news.example/a_b?x=1&y=%D8%A7#part';
const accessed = Date.UTC(2026, 2, 3);

const written = (style: CitationStyle, dataset: Dataset, locale = 'en', other: Partial<CitationInput> = {}): string => {
  const title = dataset.title ? pickText(dataset.title, locale, dataset.language) : null;
  return cite(style, { dataset, title, language: createLanguage(locale), url, accessed, ...other });
};
const csl = (dataset: Dataset, locale = 'en'): Record<string, unknown>[] =>
  JSON.parse(written('csl-json', dataset, locale)) as Record<string, unknown>[];

const sourced = (source: object, more: object = {}): Dataset =>
  datasetOf({
    ...fileOf({ when: '2016' }),
    title: 'T',
    primarySource: 's',
    sources: [{ id: 's', title: 'Source', ...source }],
    ...more,
  });
const fieldsOf = (bibtex: string): Record<string, string> =>
  Object.fromEntries([...bibtex.matchAll(/^ {2}(\w+) = \{(.*)\},?$/gm)].map(([, name, value]) => [name!, value!]));

describe('a citation', () => {
  it('as text reads like a line under a newspaper’s graphic', () => {
    expect(written('text', bundled)).to.equal(
      '“Deir ez-Zor, May 2016: who did what, and when”. Timeline. Source: Mahmoud al-Saleh, ' +
        '“Deir ez-Zor: raid on the ambulance centre, air strikes and clashes”, Akhbar Al Aan, around 19 May 2016, ' +
        'https://www.alaan.tv/news/world-news/154647/regim-red-crescent-daash-deir-al-zour. ' +
        'Quotations: Akhbar Al Aan. Event data and coordinates: UCDP GED, CC BY 4.0 (Sundberg and Melander 2013). ' +
        `Coordinates of al-Tanf: Wikipedia. ${url} (accessed 3 March 2026).`,
    );
    expect(written('text', bundled, 'ar-SY')).to.match(
      /^«دير الزور، أيار ٢٠١٦: من فعل ماذا، ومتى»\. خط زمني\. المصدر: محمود الصالح، «دير الزور: .*»، أخبار الآن، نحو ١٩ أيار ٢٠١٦، https:.* \(اطُّلع عليه في ٣ آذار ٢٠٢٦\)\.$/u,
    );
  });

  it('leaves out what nobody knows', () => {
    const bare = datasetOf(fileOf({ when: '2016' }));
    expect(written('text', bare, 'en', { url: null })).to.equal('Timeline.');
    expect(written('bibtex', bare, 'en', { url: null })).to.equal('@misc{timeline,\n  howpublished = {Timeline}\n}\n');
    expect(JSON.parse(written('csl-json', bare, 'en', { url: null }))).to.deep.equal([
      { id: 'timeline', type: 'document', genre: 'Timeline' },
    ]);
    // A source without author, publisher and date is its title; an address that is none is no address.
    expect(csl(sourced({ url: 'javascript:alert(1)' }))[1]).to.deep.equal({
      id: 't-source',
      type: 'document',
      title: 'Source',
      language: 'en',
    });
  });

  it('gives the words that a licence asks for, and all sources where none is the first', () => {
    const text = written(
      'text',
      datasetOf({
        ...fileOf({ when: '2016' }),
        title: 'T',
        attribution: 'Data: UCDP GED',
        licence: 'CC BY 4.0',
        sources: [
          { id: 'a', title: 'A', date: '2016-05' },
          { id: 'b', title: 'B', date: '2016' },
        ],
      }),
    );
    expect(text).to.contain('Sources: “A”, May 2016; “B”, 2016. Data: UCDP GED. Licence: CC BY 4.0. https:');
  });

  it('gives dates as exactly as they are known, and no more', () => {
    const cases: readonly (readonly [edtf: string, issued: object, bibtex: object])[] = [
      ['2016', { 'date-parts': [[2016]] }, { date: '2016', year: '2016' }],
      ['2016-05', { 'date-parts': [[2016, 5]] }, { date: '2016-05', year: '2016' }],
      ['2016-05-19', { 'date-parts': [[2016, 5, 19]] }, { date: '2016-05-19', year: '2016' }],
      [
        '2016-05-19~',
        { 'date-parts': [[2016, 5, 19]], circa: true },
        { date: '2016-05-19~', note: 'Around 19 May 2016.' },
      ],
      ['2016?', { 'date-parts': [[2016]], circa: true }, { date: '2016?', note: 'Possibly in 2016.' }],
      [
        '2016-05-14/2016-06',
        {
          'date-parts': [
            [2016, 5, 14],
            [2016, 6],
          ],
        },
        { date: '2016-05-14/2016-06', note: 'From 14 May 2016 to June 2016.' },
      ],
      [
        '[2016-05-14..2016-05-18]',
        { literal: 'sometime between 14 and 18 May 2016' },
        { note: 'Sometime between 14 and 18 May 2016.' },
      ],
      ['201X', { literal: 'in the 2010s' }, { note: 'In the 2010s.' }],
      ['-0043', { 'date-parts': [[-43]] }, { note: '44 BC.' }],
    ];
    for (const [edtf, issued, bibtex] of cases) {
      const dataset = sourced({ date: edtf });
      expect(csl(dataset)[1]!['issued'], edtf).to.deep.equal(issued);
      const { date, year, note } = fieldsOf(written('bibtex', dataset).split('\n@')[1]!);
      expect(JSON.parse(JSON.stringify({ date, year, note })), edtf).to.deep.equal(bibtex);
    }
    expect(csl(sourced({ date: 'yesterday' }))[1]).not.to.have.property('issued');
  });

  it('in BibTeX is text that TeX prints as it was written', () => {
    const hard = 'A {b} c} \\ $1 & 50% #2 x_y ~ ^ “العربية”\n"q"';
    const bibtex = written('bibtex', sourced({ author: hard, publisher: 'A & B' }, { title: hard }));
    const entries = bibtex.split('\n@').map(fieldsOf);
    const printed =
      '{A \\textbraceleft{}b\\textbraceright{} c\\textbraceright{} \\textbackslash{} \\$1 \\& 50\\% \\#2 x\\_y ' +
      '\\textasciitilde{} \\textasciicircum{} “العربية” "q"}';
    expect([entries[0]!['title'], entries[1]!['author']]).to.deep.equal([printed, printed]);
    expect(entries[1]!['howpublished']).to.equal('A \\& B');
    expect([entries[0]!['url'], entries[0]!['urldate']]).to.deep.equal([url, '2026-03-03']);
    // BibTeX finds the end of a field by counting.
    let depth = 0;
    for (const sign of bibtex) depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
    expect(depth).to.equal(0);
    expect(written('bibtex', bundled, 'ar-SY')).to.match(
      /^@misc\{deir-ez-zor-may-2016-who-did-what-and-when,\n {2}title = \{\{دير الزور/,
    );
    const source = written('bibtex', bundled, 'ar-SY').split('\n@')[1]!;
    expect(source).to.match(/^misc\{deir-ez-zor-[a-z0-9-]+-source,\n {2}author = \{\{محمود الصالح\}\},/);
  });

  it('has nothing in it that turns around what stands behind, or that no file may hold', () => {
    const title = '\u202etitle\u2066 of\0\ud800\n it\u200f';
    for (const style of ['text', 'bibtex', 'csl-json'] as const) {
      const all = written(style, sourced({ title, author: title, publisher: title }, { title }));
      expect(all, style).to.include('title of it\u200f');
      expect(all, style).not.to.match(/[\u202a-\u202e\u2066-\u2069\0]|\p{Surrogate}/u);
    }
  });

  it('in CSL-JSON has the fields of its schema', () => {
    const known = new Set([
      ...['id', 'type', 'title', 'author', 'publisher', 'genre', 'issued', 'URL', 'accessed', 'language', 'note'],
    ]);
    const items = csl(bundled, 'ar-SY');
    expect(items).to.have.length(2);
    for (const item of items) expect(Object.keys(item).filter((name) => !known.has(name))).to.deep.equal([]);
    const [timeline, source] = items;
    expect(timeline).to.deep.include({ type: 'webpage', language: 'ar', URL: url });
    expect(timeline!['accessed']).to.deep.equal({ 'date-parts': [[2026, 3, 3]] });
    // The timeline's own author and date are nobody's to guess; when we looked at its source is not known.
    expect(timeline).not.to.have.any.keys('author', 'issued');
    expect(source).not.to.have.property('accessed');
    expect(source).to.deep.include({ publisher: 'أخبار الآن', author: [{ literal: 'محمود الصالح' }] });
  });
});
