import { expect } from 'chai';
import { createIssueLog } from '../../../src/core/dataset/issue-log.js';
import { readDataset } from '../../../src/core/dataset/read-dataset.js';
import { readValue } from '../../../src/core/dataset/reading.js';
import { findDelimiter } from '../../../src/core/dataset/containers/delimiter.js';
import { createTable } from '../../../src/core/dataset/containers/table.js';
import { TableRows } from '../../../src/core/dataset/containers/table-rows.js';
import { fc } from '../support/fast-check.js';
import { done, idsOf, piecesOf, readPieces } from '../support/pieces.js';
import { codes } from '../support/report.js';

type Row = readonly string[];

/** The records of a table, and what is said of them by row. */
function tableOf(pieces: Iterable<string>, batch?: number, headerOf: (row: Row) => Row | null = () => null) {
  const log = createIssueLog();
  const table = createTable(log, headerOf, batch);
  const records: unknown[] = [];
  let place = 0;
  const take = (entries: readonly unknown[]): void => {
    for (const entry of entries) {
      const record = table.form.read(entry);
      log.row = place++;
      table.form.check(entry, record);
      if (record !== undefined) records.push(record);
    }
  };
  for (const piece of pieces) {
    table.push(piece);
    for (let entries = table.next(); entries; entries = table.next()) take(entries);
  }
  const { entries, frame } = table.end(false);
  take(entries);
  return { records, issues: log.issues, frame, first: log.places.first };
}

const told = ({ issues }: Pick<ReturnType<typeof tableOf>, 'issues'>): unknown[] =>
  issues.map(({ code, path, value }) => [code, path, value]);

/** The cells of all records, in the order of their columns. */
const cellsOf = ({ records }: Pick<ReturnType<typeof tableOf>, 'records'>): unknown[][] =>
  records.map((record) => Object.values(record as Record<string, unknown>));

describe('A table', () => {
  describe('has its cells', () => {
    const cells = (text: string, expected: readonly Row[]): void => {
      it(JSON.stringify(text), () => {
        expect(cellsOf(tableOf([text]))).to.deep.equal(expected);
        for (let at = 0; at <= text.length; at++) {
          expect(cellsOf(tableOf([text.slice(0, at), text.slice(at)], 1))).to.deep.equal(expected);
        }
      });
    };
    cells('a,b\n1,2\n3,4', [
      ['1', '2'],
      ['3', '4'],
    ]);
    cells('a,b\r\n1,2\r\n', [['1', '2']]);
    cells('a,b\r1,2\r3,4\r', [
      ['1', '2'],
      ['3', '4'],
    ]);
    cells('a;b\n1,5;2', [['1,5', '2']]);
    cells('a\tb\n1\t"2\t"', [['1', '2\t']]);
    cells('a|b\n1|2', [['1', '2']]);
    cells('"a,x";b\n1;2', [['1', '2']]);
    cells('"a\nx",b\n"1\r\n1","""2"", "', [['1\r\n1', '"2", ']]);
    cells('a,b\n"",""\n"","x"', [['', 'x']]);
    cells('a,b\n1\n2,', [
      ['1', ''],
      ['2', ''],
    ]);
    cells('sep=;\na,x;b\n1;2', [['1', '2']]);
    cells('"sep=|"\r\na,x|b\r\n1|2', [['1', '2']]);
    cells('SEP=^\na^b\n1^2', [['1', '2']]);
    cells(' a , b \n 1 , 2 ', [[' 1 ', ' 2 ']]);
    cells('a,b\n5" pipe,it is 6"', [['5" pipe', 'it is 6"']]);
  });

  it('has the names of its first row that holds anything, and rows are counted from the first', () => {
    const { records, first } = tableOf(['\n , \r\n id , id ,,"na""me",id\n1,2,,4,5\n']);
    expect(records).to.deep.equal([{ id: '1', 'id (2)': '2', 'na"me': '4', 'id (3)': '5' }]);
    expect(first).to.equal(4);
    expect(tableOf(['a,a (2),a\n1,2,3']).records).to.deep.equal([{ a: '1', 'a (2)': '2', 'a (3)': '3' }]);
  });

  it('may have no row of names, where a format knows its columns', () => {
    const headerOf = (row: Row): Row | null => (row.length === 3 ? ['id', 'date', 'x'] : null);
    const { records, first } = tableOf(['7,2015,9\n8,2016,'], undefined, headerOf);
    expect(records).to.deep.equal([
      { id: '7', date: '2015', x: '9' },
      { id: '8', date: '2016', x: '' },
    ]);
    expect(first).to.equal(1);
  });

  it('may have columns that are called like parts of objects', () => {
    const { records } = tableOf(['__proto__,constructor,toString,hasOwnProperty\nw,x,y,z\n,,,z']);
    expect(records.map((record) => Object.entries(record as object))).to.deep.equal([
      [
        ['__proto__', 'w'],
        ['constructor', 'x'],
        ['toString', 'y'],
        ['hasOwnProperty', 'z'],
      ],
      [
        ['__proto__', ''],
        ['constructor', ''],
        ['toString', ''],
        ['hasOwnProperty', 'z'],
      ],
    ]);
    expect(Object.getPrototypeOf(records[0])).to.equal(Object.prototype);
    expect(({} as Record<string, unknown>)['w']).to.equal(undefined);
    expect(readDataset('id,date,title,__proto__,constructor\na,2015,T,x,y').dataset!.event(0)).to.include({ id: 'a' });
  });

  it('says which row has more cells than there are columns, and what they hold', () => {
    const table = tableOf(['a,b\n1,2,,\n\n3,4, ,more,and\n"5\n5",6,7']);
    expect(table.records).to.deep.equal([
      { a: '1', b: '2' },
      { a: '3', b: '4' },
      { a: '5\n5', b: '6' },
    ]);
    expect(told(table)).to.deep.equal([
      ['extra-cells', 'row 4', 'more and'],
      ['extra-cells', 'row 5', '7'],
    ]);
    expect(table.issues[0]!.message).to.equal('The row has 5 cells for 2 columns; the others are left out.');
  });

  it('says which column has the name of another', () => {
    const table = tableOf(['date,title, date ,date\n1,2,3,4\n5,6,7,8\n']);
    expect(table.records[0]).to.deep.equal({ date: '1', title: '2', 'date (2)': '3', 'date (3)': '4' });
    expect(told(table)).to.deep.equal([
      ['extra-cells', 'row 1', 'date'],
      ['extra-cells', 'row 1', 'date'],
    ]);
    expect(table.issues[0]!.message).to.equal(
      'Column 3 has the name of one before it, “date”; it is read as “date (2)”.',
    );
    expect(readPieces(['id,date,title,title\na,2015,T,U\n']).account).to.deep.include({ shown: 1, repaired: 0 });
  });

  it('says that it may be cut off in its last row', () => {
    const text = 'id,date,title\na,2015,T\nb,2016';
    for (let at = 0; at <= text.length; at++) {
      for (const batch of [1, 100_000]) {
        const table = tableOf([text.slice(0, at), text.slice(at)], batch);
        expect(told(table)).to.deep.equal([['extra-cells', 'row 3', '2016']]);
        expect(table.issues[0]!.message).to.equal(
          'The file may be cut off here: its last row has 2 of 3 cells and no line end.',
        );
      }
    }
    const quoted = tableOf(['id,date,title\na,2015,T\nb,2016,"The tit']);
    expect(told(quoted)).to.deep.equal([['broken-quotes', 'row 3', '"The tit']]);
    expect(quoted.issues[0]!.message).to.contain('may be cut off');
    for (const whole of [
      'id,date,title\na,2015,T\nb,2016\n',
      'id,date,title\na,2015\nb,2016',
      'id,date\na,2015\nb,2016',
    ])
      expect(told(tableOf([whole]))).to.deep.equal([]);
  });

  it('may have names in angle brackets', () => {
    expect(readPieces(['<id>,<date>\n1,2015\n']).account).to.deep.include({ format: 'csv', rows: 1 });
  });

  it('may have a long cell, as long as its quotation marks are right', () => {
    const long = 'x""y\n'.repeat(800_000);
    const text = `id,title\na,"${long}"\nb,"T"\n`;
    for (const size of [1 << 17, text.length]) {
      const table = tableOf(piecesOf(text, [size]));
      expect(told(table)).to.deep.equal([]);
      const cell = cellsOf(table)[0]![1] as string;
      // More of it than any reader keeps.
      expect(cell.length).to.be.greaterThan(100_000);
      expect(cell).to.equal('x"y\n'.repeat(800_000).slice(0, cell.length));
      expect(cellsOf(table)[1]).to.deep.equal(['b', 'T']);
    }
    const reading = readPieces([`id,date,title\na,2015,"${long}"\n`]);
    expect(codes(reading)).to.deep.equal(['text-too-long row 2.title']);
  });

  it('is read to its end, whatever many quotation marks it has', () => {
    for (const many of ['"'.repeat(12_000_001), '""x,'.repeat(1_000_000), '"a,""b,'.repeat(500_000)]) {
      const reading = readPieces([`id,date,title\n${many}`]);
      expect(reading.account!.rows).to.be.greaterThan(0);
    }
  });

  it('says once of a column without a name that it is left out', () => {
    const table = tableOf(['a,,b,\n1,,2\n3,x,4\n5,y,6,\n']);
    expect(table.records).to.have.length(3);
    expect(told(table)).to.deep.equal([['extra-cells', 'row 3', 'x']]);
    expect(table.issues[0]!.message).to.match(/^Column 2 has no name; /);
  });

  it('may have a row of tags below the names', () => {
    const tagged = tableOf(['id,date,x\n#event+id, #date ,\n#1,2015,\n']);
    expect(tagged.records).to.deep.equal([{ id: '#1', date: '2015', x: '' }]);
    expect(told(tagged)).to.deep.equal([['no-event', 'row 2', '#event+id  #date  ']]);
    const reading = readPieces(['id,date,title\n#a,#b,#c\n1,2015,T\n']);
    expect(reading.account).to.deep.include({ rows: 2, shown: 1, repaired: 0 });
    // Anywhere else, it is a row like others.
    expect(tableOf(['id,x\n1,2\n#a,#b']).records).to.have.length(2);
  });

  describe('of which quotation marks are broken', () => {
    const broken = (text: string, expected: readonly Row[], rows: readonly (readonly [string, string])[]): void => {
      it(`keeps what is written in ${JSON.stringify(text)}`, () => {
        for (let at = 0; at <= text.length; at++) {
          for (const batch of [1, 100_000]) {
            const table = tableOf([text.slice(0, at), text.slice(at)], batch);
            expect(cellsOf(table)).to.deep.equal(expected);
            expect(told(table)).to.deep.equal(rows.map(([path, value]) => ['broken-quotes', path, value]));
          }
        }
      });
    };
    broken(
      'a,b\n"He said "no" to it",2\n3,4',
      [
        ['He said "no" to it', '2'],
        ['3', '4'],
      ],
      [['row 2', 'He said "no" to it']],
    );
    broken('a,b\n"""x"" "y" z","2"\n', [['"x" "y" z', '2']], [['row 2', '"x" "y" z']]);
    broken(
      'a,b\n"abc" def,"x"\n3,4',
      [
        ['"abc" def', 'x'],
        ['3', '4'],
      ],
      [['row 2', '"abc" def']],
    );
    broken(
      'a,b\n"x" y\n1,"2" z\r\n3,4',
      [
        ['"x" y', ''],
        ['1', '"2" z'],
        ['3', '4'],
      ],
      [
        ['row 2', '"x" y'],
        ['row 3', '"2" z'],
      ],
    );
    broken(
      'a,b\n1,"two\n3,4\n5,6',
      [
        ['1', '"two'],
        ['3', '4'],
        ['5', '6'],
      ],
      [['row 2', '"two']],
    );
    broken(
      'a,b\n"1,2\n"3,"4"',
      [
        ['"1', '2'],
        ['"3', '4'],
      ],
      [
        ['row 2', '"1'],
        ['row 3', '"3'],
      ],
    );
    broken(
      'a,b\n1,2\n3,"',
      [
        ['1', '2'],
        ['3', '"'],
      ],
      [['row 3', '"']],
    );
    broken(
      '"a,b\n1,2\n3,4',
      [
        ['1', '2'],
        ['3', '4'],
      ],
      [['row 1', '"a']],
    );
  });

  it('says extra cells of a row with a broken quotation mark, too', () => {
    expect(told(tableOf(['a,b\n"abc" def,"x","y"']))).to.deep.equal([
      ['broken-quotes', 'row 2', '"abc" def'],
      ['extra-cells', 'row 2', 'y'],
    ]);
  });

  it('is not swallowed by a quotation mark that nobody closes', () => {
    const row = (i: number) => `${i},2015,T${i}\n`;
    const many = Array.from({ length: 120_000 }, (_, i) => row(i));
    many[4] = '4,2015,"T4\n';
    const text = `id,date,title\n${many.join('')}`;
    expect(text.length).to.be.greaterThan(1 << 20);
    const reader = tableOf(piecesOf(text, [1 << 17]));
    expect(reader.records).to.have.length(120_000);
    expect(told(reader)).to.deep.equal([['broken-quotes', 'row 6', '"T4']]);
    // However the pieces come, and with another mark far away.
    many[119_000] = '119000,2015,"T"\n';
    const two = tableOf([`id,date,title\n${many.join('')}`]);
    expect(two.records).to.have.length(120_000);
    expect(told(two)).to.deep.equal([['broken-quotes', 'row 6', '"T4']]);
  });

  it('is given up where a row has no end', () => {
    const reading = readPieces(['id,date,title\na,2015,T\nb,2015,', ...Array<string>(40).fill('x'.repeat(1 << 19))]);
    expect([idsOf(reading), codes(reading)]).to.deep.equal([['a'], ['text-too-long row 3']]);
  });

  it('may have a thousand columns', () => {
    const names = Array.from({ length: 1000 }, (_, i) => `column ${i}`);
    const { records } = tableOf([`${names.join()}\n${names.map((_, i) => i).join()}\n`]);
    expect(Object.entries(records[0] as object)).to.deep.equal(names.map((name, i) => [name, String(i)]));
    const reading = readPieces([`id,date,title,${names.join()}\na,2015,T,${names.map((_, i) => i).join()}\n`]);
    expect([idsOf(reading), reading.account!.rows]).to.deep.equal([['a'], 1]);
  });
});

describe('findDelimiter', () => {
  const cases: readonly [string, string][] = [
    ['a,b;c,d\n', ','],
    ['a;b;c,d\n1,2,3,4,5', ';'],
    ['"a,b,c";d\n', ';'],
    ['"a,""b,""c,d";e\n', ';'],
    ['a\tb, or c\td\n', '\t'],
    ['one\n', ','],
    ['\n;;;\n\na|b\n', '|'],
    ['"x\ny";z\n', ';'],
    ['5", 6";7";8"\n', ';'],
  ];
  for (const [text, delimiter] of cases) {
    it(`of ${JSON.stringify(text)} is ${JSON.stringify(delimiter)}`, () => {
      expect(findDelimiter(text, true)).to.deep.equal({ delimiter, start: 0 });
    });
  }

  it('waits for the end of the first row', () => {
    for (const text of ['', '\n', 'a,b', '"a,b\n', 'sep=;', 'sep=;\n']) {
      expect(findDelimiter(text, false), text).to.equal(null);
      expect(findDelimiter(text, true), text).not.to.equal(null);
    }
  });
});

describe('Any table', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', '\t', '|', '"', '\n', '\r', 'é', '😀', '#', '=') }),
    fc.constantFrom('', '2015-03-04', '"', '""', '\r\n', '",'),
  );
  const table = fc.integer({ min: 2, max: 5 }).chain((width) =>
    fc.record({
      width: fc.constant(width),
      rows: fc.array(fc.array(fc.tuple(cell, fc.boolean()), { minLength: 1, maxLength: width }), { maxLength: 8 }),
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
      isEnded: fc.boolean(),
      sizes: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      batch: fc.constantFrom(1, 7, 40, 100_000),
    }),
  );

  it('gives back the cells that were written, in any pieces', () => {
    fc.assert(
      fc.property(table, ({ width, rows, delimiter, lineEnd, isEnded, sizes, batch }) => {
        const write = ([text, isQuoted]: readonly [string, boolean]): string =>
          isQuoted || /[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
        const names = Array.from({ length: width }, (_, i) => `c${i}`);
        const lines = [names.join(delimiter), ...rows.map((row) => row.map(write).join(delimiter))];
        const text = lines.join(lineEnd) + (isEnded ? lineEnd : '');
        const expected = rows
          .map((row) => names.map((_, i) => row[i]?.[0] ?? ''))
          .filter((row) => row.some((each) => each.trim() !== ''));
        // What looks like tags in the first row is no record.
        const isTagged = rows[0]?.every(([each]) => /^\s*(#|$)/.test(each)) && rows[0].some(([each]) => each.trim());
        if (isTagged) expected.shift();
        const read = tableOf(piecesOf(text, sizes), batch);
        expect(cellsOf(read)).to.deep.equal(expected);
        // Where the last row is shorter than another one, the file may end too early.
        const issues = read.issues.filter(({ message }) => !message.includes('may be cut off'));
        expect(issues.map(({ code }) => code)).to.deep.equal(isTagged ? ['no-event'] : []);
      }),
      { numRuns: 1500 },
    );
  });

  it('is read the same in any pieces, whatever is wrong with it', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', ',', '"', '"', '\n', '\r', ' ', ';', '\ufeff', '\0') });
    fc.assert(
      fc.property(letters, fc.integer({ min: 1, max: 5 }), (text, size) => {
        const whole = tableOf([text]);
        const pieces = tableOf(piecesOf(text, [size]), 1);
        expect(pieces.records).to.deep.equal(whole.records);
        expect(pieces.issues).to.deep.equal(whole.issues);
        expect(pieces.first).to.equal(whole.first);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('A file that is a table', () => {
  const text = 'id,date,title,actor\na,2015-03-04,"One, and\nmore",X\n\nb,2015-03-05,Two,Y\n';

  it('becomes events, with an account in the rows of a spreadsheet', () => {
    for (const format of [null, 'csv'] as const) {
      for (const pieces of [[text], [...text], [`\ufeff${text}`]]) {
        const reading = readPieces(pieces, { format });
        expect(idsOf(reading)).to.deep.equal(['a', 'b']);
        expect(reading.account).to.deep.equal({ format: 'csv', rows: 2, shown: 2, repaired: 0, kinds: [] });
      }
    }
    const { issues, account } = readDataset(`${text}\na,soon,Three,Z,extra\n`);
    expect(codes({ issues }).sort()).to.deep.equal([
      'duplicate-id row 6.id',
      'extra-cells row 6',
      'invalid-date row 6.date',
    ]);
    expect(issues.map(({ row }) => row)).to.deep.equal([6, 6, 6]);
    expect(issues.find(({ code }) => code === 'invalid-date')!.value).to.equal('soon');
    expect(account).to.deep.include({ rows: 3, shown: 3, repaired: 1 });
  });

  it('may hold nothing but the names of its columns', () => {
    for (const header of ['id,date,title', 'id;date\n', '\ufeffid\tdate\r\n\r\n\r\n', 'id,date\n,\n,']) {
      const reading = readPieces([header]);
      expect(reading.issues).to.deep.equal([]);
      expect(reading.account).to.deep.equal({ format: 'csv', rows: 0, shown: 0, repaired: 0, kinds: [] });
      expect(idsOf(reading)).to.deep.equal([]);
    }
  });

  it('may have one column', () => {
    const reading = readPieces(['date\n2015\n2016\n']);
    expect(reading.account).to.deep.include({ rows: 2, shown: 2 });
  });

  it('is none where it is a word, and nothing where it is blank', () => {
    expect(codes(readPieces(['Not found']))).to.deep.equal(['not-a-dataset ']);
    for (const blank of ['', '\ufeff', '\n', ' \r\n\t\r\n', '\n'.repeat(200_000)]) {
      const reading = readPieces([blank]);
      expect(reading.parts).to.equal(null);
      expect(reading.issues).to.have.length(1);
      expect(reading.account).to.equal(null);
    }
  });

  it('is full at its limit, and says so; empty rows are no more events', () => {
    const rows = Array.from({ length: 8 }, (_, i) => `e${i},2015,T\n`);
    for (const batch of [1, 100_000]) {
      const reading = readPieces([`id,date,title\n${rows.join('')}`], { batch, most: 5 });
      expect([idsOf(reading)!.length, codes(reading)]).to.deep.equal([5, ['too-many-events row 7']]);
      const exact = readPieces([`id,date,title\n${rows.join('')}\n\n`], { batch, most: 8 });
      expect([idsOf(exact)!.length, exact.issues]).to.deep.equal([8, []]);
    }
  });

  it('is shown as far as it was read when it is stopped, without the row that is not whole', () => {
    for (const batch of [1, 100_000]) {
      const reading = readPieces([text.slice(0, -3)], { batch }, true);
      expect([idsOf(reading), codes(reading)]).to.deep.equal([['a'], ['stopped row 4']]);
      const within = readPieces(['id,date\na,2015\nb,"20'], { batch }, true);
      expect(idsOf(within)).to.deep.equal(['a']);
    }
    expect(readPieces(['id,da'], {}, true).parts).to.equal(null);
  });

  it('says so where it ends within quotation marks', () => {
    const reading = readPieces(['id,date,title\na,2015,T\nb,2016,"The tit']);
    expect(idsOf(reading)).to.deep.equal(['a', 'b']);
    expect(codes(reading)).to.deep.equal(['broken-quotes row 3']);
  });
});

describe('A table of texts', () => {
  const header = ['id', 'date', 'title'];

  it('is read as a file is', () => {
    const rows = [['a', '2015-03-04', 'One'], [], ['b', '2015-03-05', 'Two', 'more'], ['c', 'soon', 'Three']];
    const reading = done(readValue(new TableRows(header, rows, 'Of the page')));
    expect(idsOf(reading)).to.deep.equal(['a', 'b', 'c']);
    expect(codes(reading)).to.deep.equal(['extra-cells row 4', 'invalid-date row 5.date']);
    expect(reading.account).to.deep.include({ format: 'csv', rows: 3, shown: 3, repaired: 2 });
    expect(reading.parts!.title).to.equal('Of the page');
    expect(done(readValue(new TableRows(header, []))).account).to.deep.include({ rows: 0, shown: 0 });
  });

  it('is no object that only looks like one', () => {
    expect(codes(done(readValue({ header, rows: [['a']] })))).to.deep.equal(['not-a-dataset ']);
  });

  it('comes in steps, and stops when it is told to', () => {
    function* rows(): Generator<readonly string[]> {
      for (let i = 0; i < 7000; i++) yield [`e${i}`, '2015', 'T'];
    }
    const signal = { stopped: false };
    const work = readValue(new TableRows(header, rows()), signal);
    const counts: number[] = [];
    for (let step = work.next(); !step.done && step.value < 4000; step = work.next()) counts.push(step.value);
    expect(counts).to.deep.equal([0, 2000]);
    signal.stopped = true;
    const reading = done(work);
    expect([reading.parts!.count, codes(reading)]).to.deep.equal([4000, ['stopped row 4002']]);
  });
});
