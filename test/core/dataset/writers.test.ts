import { expect } from 'chai';
import { cellText, defused } from '../../../src/core/dataset/cell-text.js';
import { readDataset } from '../../../src/core/dataset/read-dataset.js';
import { csvPieces, toCsv } from '../../../src/core/dataset/writers/csv.js';
import { reportPieces, toReport } from '../../../src/core/dataset/writers/report-json.js';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { contentOf } from '../support/content.js';
import { fc } from '../support/fast-check.js';
import { randomDataset } from '../support/random-report.js';
import { bundled, datasetOf, fileOf, indexOf, report } from '../support/report.js';

const allOf = (dataset: Dataset): number[] => dataset.events.map((_, i) => i);
const reread = (dataset: Dataset, shown = allOf(dataset)) => readDataset(JSON.stringify(toReport(dataset, shown)));

describe('toReport', () => {
  it('writes the bundled report so that reading it again gives the same in every field, without an issue', () => {
    const { dataset, issues } = reread(bundled);
    expect(issues).to.deep.equal([]);
    expect(contentOf(dataset)).to.deep.equal(contentOf(bundled));
    // The reading is not by accident the file's own fields: what was written can be compared with it.
    expect(toReport(bundled, allOf(bundled))['title']).to.deep.equal(report.title);
  });

  it('keeps what a file says of itself', () => {
    const frame = {
      title: { en: 'T' },
      summary: 'S',
      note: 'N',
      attribution: 'A',
      licence: 'CC BY 4.0',
      language: 'fr',
      primarySource: 's',
      sources: [{ id: 's', title: 'Source', url: 'https://example.org/', date: '2016', licence: 'CC0', note: 'n' }],
      published: { when: '2016-05-19~', label: 'published' },
    };
    const dataset = datasetOf({ ...fileOf({ when: '2016' }), ...frame });
    expect(toReport(dataset, [0])).to.deep.include(frame);
    const again = reread(dataset);
    expect(again.issues).to.deep.equal([]);
    expect(contentOf(again.dataset)).to.deep.equal(contentOf(dataset));
  });

  it('says the same in pieces', () => {
    const many = datasetOf(fileOf(...Array.from({ length: 2001 }, (_, i) => ({ when: String(1000 + (i % 9)) }))));
    for (const [dataset, shown, pieces] of [
      [bundled, allOf(bundled), 3],
      [bundled, [], 2],
      [many, allOf(many), 5],
    ] as const) {
      const written = [...reportPieces(dataset, shown)];
      expect(written).to.have.length(pieces);
      const plain: unknown = JSON.parse(JSON.stringify(toReport(dataset, shown)));
      expect(JSON.parse(written.join(''))).to.deep.equal(plain);
    }
  });

  it('gives the same events again for any data', () => {
    fc.assert(
      fc.property(randomDataset(), (dataset) => {
        expect(reread(dataset).dataset!.events).to.deep.equal(dataset.events);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps 0, "not stated" and nothing said apart', () => {
    const dataset = datasetOf(fileOf({ killed: 0 }, { killed: {} }, {}));
    expect(reread(dataset).dataset!.events.map(({ killed }) => killed)).to.deep.equal([
      { low: 0, best: 0, high: 0 },
      { low: null, best: null, high: null },
      undefined,
    ]);
  });

  it('leaves out what reading puts in by itself', () => {
    const dataset = datasetOf([{ id: 'x', title: 'X', start: '2016', actor: 'A' }]);
    expect(toReport(dataset, [0])['events']).to.deep.equal([{ id: 'x', when: '2016', title: 'X', actors: ['A'] }]);
  });

  it('keeps the lanes of a flat file in their order, and those with events only', () => {
    const dataset = datasetOf(
      ['B', 'A', null, null, null, 'A', 'C'].map((actor, i) => ({ id: `e${i}`, title: 'T', start: '2016', actor })),
    );
    const actorsOf = (shown: readonly number[]) =>
      (toReport(dataset, shown)['actors'] as { id: string }[]).map(({ id }) => id);
    expect(actorsOf([0, 1, 2, 3, 4, 5])).to.deep.equal(['A', 'B', 'not-stated']);
  });

  it('takes shown events from a typed array', () => {
    const dataset = datasetOf(fileOf({ when: '2016' }, { when: '2017' }));
    expect(toReport(dataset, Uint32Array.of(1))['events']).to.have.length(1);
    expect(toCsv(dataset, Uint32Array.of(1), 'en')).to.contain('e2,2017');
  });

  it('writes the shown events only, in the order given', () => {
    const shown = ['e03', 'e01'].map((id) => indexOf(bundled, id));
    expect(reread(bundled, shown).dataset!.events.map(({ id }) => id)).to.deep.equal(['e03', 'e01']);
  });
});

describe('toCsv', () => {
  const cells = (event: object, column: string): string => {
    const [head, row] = toCsv(datasetOf(fileOf({ when: '2016', ...event })), [0], 'en')
      .slice(1)
      .split('\r\n');
    // Good for rows whose cells before the column hold no comma.
    return row!.split(',')[head!.split(',').indexOf(column)]!;
  };
  const titleCell = (title: string): string => {
    const line = toCsv(datasetOf(fileOf({ when: '2016', title })), [0], 'en')
      .split('\r\n')
      .slice(1)
      .join('\r\n');
    return line.slice('e1,2016,,'.length, line.lastIndexOf(',a,,,,'));
  };

  it('begins with a byte order mark and the names of the columns; a line of CRLF ends each row', () => {
    const text = toCsv(datasetOf(fileOf({ when: '2016' }, { when: null })), [0, 1], 'en');
    expect(text.startsWith('\ufeffid,edtf,likely,title,actors,targets,places,type,means,killed_low,')).to.equal(true);
    expect(text.endsWith('\r\n')).to.equal(true);
    expect(text.split('\r\n')).to.have.length(4);
    expect(text.split('\r\n')[2]).to.equal(`e2,,,Event 2,a${','.repeat(10)},reported${','.repeat(4)}`);
  });

  it('has columns for times of day where an interval has them', () => {
    const dataset = datasetOf([
      { id: 'a', title: 'A', start: '2016-05-14T10:20:00Z', end: '2016-05-15' },
      { id: 'b', title: 'B', start: '2016-05-14' },
    ]);
    const [head, first, second] = parse(toCsv(dataset, [0, 1], 'en').slice(1));
    expect(head!.slice(-2)).to.deep.equal(['start', 'end']);
    expect([first![1], ...first!.slice(-2)]).to.deep.equal(['2016-05-14/2016-05-15', '2016-05-14T10:20:00Z', '']);
    expect(second!.slice(-2)).to.deep.equal(['', '']);
    expect(parse(toCsv(dataset, [1], 'en').slice(1))[0]!.at(-1)).to.equal('summary');
  });

  it('has columns for coordinates and links where places and claims have them', () => {
    const dataset = datasetOf([
      { id: 'a', title: 'A', start: '2016', place: 'P', lat: 35.5, lon: -2, source: 'S', url: 'https://example.org/' },
      { id: 'b', title: 'B', start: '2016' },
    ]);
    const [head, first, second] = parse(toCsv(dataset, [0, 1], 'en').slice(1));
    expect(head!.slice(-3)).to.deep.equal(['lat', 'lon', 'url']);
    expect(first!.slice(-3)).to.deep.equal(['35.5', '-2', 'https://example.org/']);
    expect(second!.slice(-3)).to.deep.equal(['', '', '']);
  });

  it('says in a last column what the others do not, only where there is something', () => {
    const moreOf = (event: object): unknown => {
      const [head, row] = parse(toCsv(datasetOf(fileOf({ when: '2016', ...event })), [0], 'en').slice(1));
      return head!.at(-1) === 'more' ? JSON.parse(row!.at(-1)!) : null;
    };
    expect(moreOf({})).to.equal(null);
    expect(moreOf({ summary: 'S', type: 'raid; shelling', killed: 3, means: ['gun', 'knife'] })).to.equal(null);
    expect(moreOf({ claims: [{ by: 'A' }, { by: 'B' }], basis: { text: 'T' } })).to.equal(null);
    expect(moreOf({ title: { en: 'E', ar: 'ع' } })).to.deep.equal({ title: { en: 'E', ar: 'ع' } });
    expect(moreOf({ means: ['gun; knife'] })).to.deep.equal({ means: ['gun; knife'] });
    expect(moreOf({ targets: [{ id: 'b' }] })).to.deep.equal({ targets: [{ id: 'b', name: 'Bob' }] });
    expect(moreOf({ injured: { words: 'many' } })).to.deep.equal({
      injured: { low: null, best: null, high: null, words: 'many' },
    });
  });

  it('comes in pieces that are together the same', () => {
    const dataset = datasetOf(
      Array.from({ length: 2500 }, (_, i) => ({ id: `e${i}`, title: `T ${i}`, start: '2016' })),
    );
    const shown = Array.from({ length: 2500 }, (_, i) => i);
    const pieces = [...csvPieces(dataset, shown, 'en')];
    expect(pieces).to.have.length(4);
    expect(pieces.join('')).to.equal(toCsv(dataset, shown, 'en'));
    expect(parse(pieces.join('').slice(1))).to.have.length(2501);
  });

  it('quotes a cell with a comma, a quotation mark or a line break, and doubles the mark', () => {
    expect(titleCell('a, b')).to.equal('"a, b"');
    expect(titleCell('the "liberated" districts')).to.equal('"the ""liberated"" districts"');
    expect(titleCell('a\nb')).to.equal('"a\nb"');
    expect(titleCell('plain; text')).to.equal('plain; text');
  });

  it('defuses what a spreadsheet would run', () => {
    const hidden = [' =1', '\u00a0+1', '\ufeff=1', '\u200b\u200e-1', '\u2060 ＝1', "' =1"];
    for (const formula of ['=1+1', '+1', '-1+1', '-01', '@SUM(A1)', '\tx', '＝1+1', '－1', "'=1", "''@x", ...hidden]) {
      expect(titleCell(formula)).to.equal(`'${formula}`);
    }
    for (const harmless of ["'quoted'", '-1', '-40.25', " '=1", 'a=1', "'", ' ', ' a'])
      expect(titleCell(harmless)).to.equal(harmless);
    expect(titleCell('=HYPERLINK("https://example.org","x")')).to.equal(`"'=HYPERLINK(""https://example.org"",""x"")"`);
    expect(titleCell('1-2')).to.equal('1-2');
  });

  it('leaves empty what nobody states and writes 0 where nobody was killed', () => {
    expect(cells({ killed: 0 }, 'killed_low')).to.equal('0');
    expect(cells({ killed: { low: 5 } }, 'killed_low')).to.equal('5');
    expect(cells({ killed: { low: 5 } }, 'killed_high')).to.equal('');
    expect(cells({}, 'killed_low')).to.equal('');
  });

  it('writes the texts in the language asked for', () => {
    const e20 = [indexOf(bundled, 'e20')];
    expect(toCsv(bundled, e20, 'en')).to.contain('Attack on al-Assad hospital');
    expect(toCsv(bundled, e20, 'ar')).to.contain('هجوم على مشفى الأسد');
  });

  it('writes one row for each of the 33 events, the same number of cells in each', () => {
    const rows = parse(toCsv(bundled, allOf(bundled), 'en').slice(1));
    expect(rows).to.have.length(34);
    expect(new Set(rows.map((row) => row.length))).to.deep.equal(new Set([23]));
    expect(rows[0]!.slice(-4)).to.deep.equal(['summary', 'lat', 'lon', 'more']);
    const titles = rows.slice(1).map((row) => row[3]);
    expect(titles[4 - 1]).to.equal('Mount Thardah and Panorama positions taken');
  });

  it('gives any title back to a reader of CSV', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', "'", '=', 'a', ' '), minLength: 1 }),
        (title) => {
          const [, row] = parse(toCsv(datasetOf(fileOf({ title })), [0], 'en').slice(1));
          expect(row![3]).to.equal(/^'*(\r|[\s]*=)/.test(title) ? `'${title}` : title);
        },
      ),
    );
  });
});

describe('defused', () => {
  const letters = [..."'=+-@＝－＋＠ \t\n\r\0a", '\u00a0', '\ufeff', '\u200b', '\u200f', '\u2028'];
  const texts = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 6 });

  it('is undone by the reader of cells, and never begins with what a spreadsheet runs', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const cell = defused(text);
        // A cell has no blanks around it.
        if (text === text.trim()) expect(cellText(cell)).to.equal(text);
        expect(/^[\s\0\u200b\u200f]*[=+\-@＝－＋＠]/.test(cell)).to.equal(false);
      }),
      { numRuns: 2000 },
    );
  });
});

/** A plain reader of RFC 4180, for comparison. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gy;
  for (const [, quoted, plain, end] of text.matchAll(pattern)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
