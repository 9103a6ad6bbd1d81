import { expect } from 'chai';
import { createDataset } from '../../../src/core/dataset/dataset.js';
import { readDataset } from '../../../src/core/dataset/read-dataset.js';
import { createReader, readValue, type RawReading } from '../../../src/core/dataset/reading.js';
import { contentOf } from '../support/content.js';
import { fc } from '../support/fast-check.js';
import { done, idsOf, piecesOf, readPieces } from '../support/pieces.js';
import { codes, report } from '../support/report.js';

const contentOfParts = ({ parts }: RawReading) => contentOf(parts && createDataset(parts));

const flat = (id: string, more: object = {}) => ({
  id,
  start: '2015-03-04',
  actor: 'A',
  title: `Title ${id}`,
  ...more,
});
/** Everything that may lead a cutter astray. */
const tricky = [
  flat('a', { description: 'brackets },{ ]} in a string, and \\" \\\\', tags: [{ x: 1 }, { y: [{}, []] }] }),
  flat('b\\', { description: 'ends with \\' }),
  flat('c"', { description: '"},{"id":"z"}' }),
  flat('d', { nested: { events: [{ id: 'no' }, { id: 'neither' }] }, title: 'é 😀 ع' }),
  flat('e', { empty: {}, list: [] }),
];
const files: Readonly<Record<string, string>> = {
  'an object': JSON.stringify({ events: tricky }),
  'a list': JSON.stringify(tricky),
  'a list with blanks around everything': JSON.stringify(tricky, null, '\t').replace(/,\n/g, ' ,\r\n'),
  'an object with more before and after its list': JSON.stringify({
    title: 'T "events": [',
    other: { events: [1, 2] },
    events: tricky,
    summary: 'S ]',
    sources: [{ id: 's', title: 'Source' }],
  }),
  'a byte order mark before it': `\ufeff${JSON.stringify({ events: tricky })}`,
  'no events': '{"title": "x", "events" : [ ] }',
  'a list called items': JSON.stringify({ groups: [{ id: 1 }], items: tricky }),
  'a list called items before its groups': JSON.stringify({ items: tricky, groups: [{ events: [1] }] }, null, 1),
  'a list called data': JSON.stringify({ status: 200, data: tricky, events: 5 }),
  'two lists, of which the first counts': JSON.stringify({ data: 'x', items: tricky, events: [flat('z')] }),
  'entries that are no events': '{"events": [1, null, "},{", [], {"id": "x", "start": "2015", "title": "X"}]}',
};

describe('createReader', () => {
  for (const [name, text] of Object.entries(files)) {
    it(`reads ${name} in pieces as the whole`, () => {
      const whole = readDataset(JSON.parse(text.replace('\ufeff', '')));
      const expected = contentOf(whole.dataset);
      expect(expected).not.to.equal(null);
      const check = (reading: RawReading): void => {
        expect(codes(reading)).to.deep.equal(codes(whole));
        expect(contentOfParts(reading)).to.deep.equal(expected);
      };
      for (let at = 0; at <= text.length; at++) check(readPieces([text.slice(0, at), text.slice(at)], { batch: 1 }));
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }),
          fc.integer({ min: 1, max: 400 }),
          (sizes, batch) => check(readPieces(piecesOf(text, sizes), { batch })),
        ),
        { numRuns: 60 },
      );
    });

    it(`reads ${name}, cut off anywhere, up to there`, () => {
      const all = idsOf(readPieces([text]))!;
      for (let length = 0; length < text.length; length++) {
        const cutOff = text.slice(0, length);
        const [reading, ...others] = [1, 50, undefined].map((batch) =>
          readPieces(piecesOf(cutOff, [7, 31]), batch === undefined ? {} : { batch }),
        ) as [RawReading, RawReading, RawReading];
        const ids = idsOf(reading);
        for (const other of others) expect(idsOf(other), cutOff).to.deep.equal(ids);
        if (JSON.stringify(ids) === JSON.stringify(all) && reading.issues.length === 0) {
          // Only blanks are missing.
          expect(text.slice(length).trim()).to.equal('');
          continue;
        }
        const issue = reading.issues.at(-1)!;
        const fault = reading.issues.find(({ code }) => code === 'not-json' || code === 'empty-file')!;
        expect(fault, `${cutOff} ${issue?.code}`).not.to.equal(undefined);
        if (ids === null) expect(fault.message).to.match(/not valid JSON|empty/);
        else {
          expect(ids).to.deep.equal(all.slice(0, ids.length));
          expect(fault.message).to.contain('The file ends too early; the ');
        }
      }
    });
  }

  it('reads what stands before a fault, and says where it is', () => {
    const parts = tricky.map((event) => JSON.stringify(event));
    const text = `{"events": [${parts[0]},${parts[1]},{"id": oops},${parts[2]}]}`;
    for (const batch of [1, 20, 1 << 18]) {
      const reader = createReader({ batch });
      for (const piece of piecesOf(text, [10])) reader.push(piece);
      const reading = done(reader.finish());
      expect(idsOf(reading)).to.deep.equal(['a', 'b\\']);
      expect(codes(reading)).to.deep.equal(['not-json events[2]']);
      expect(reading.issues[0]!.message).to.equal(
        'The text is not valid JSON after event 2; the 2 events before that are shown.',
      );
      expect(reader.isFull).to.equal(true);
    }
    const junk = readPieces(['[{"id":"x","start":"2015","title":"X"}] junk']);
    expect([idsOf(junk), codes(junk)]).to.deep.equal([['x'], ['not-json events[1]']]);
    const comma = readPieces(['[{"id":"x","start":"2015","title":"X"},]']);
    expect([idsOf(comma), codes(comma)]).to.deep.equal([['x'], ['not-json events[1]']]);
  });

  it('never throws for a text with something wrong in it, and reads the same in any pieces', () => {
    const text = files['an object with more before and after its list']!;
    const wrong = fc
      .tuple(
        fc.nat(text.length),
        fc.constantFrom('', '"', '\\', '{', '}', '[', ']', ',', ':', 'x', '},{', '\0'),
        fc.nat(3),
      )
      .map(([at, letter, left]) => text.slice(0, at) + letter + text.slice(at + left));
    const garbage = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', ',', '"', ':', '1', ' ', '\n', '\\', '"events"', '{"id":"x"}', '<html'),
    });
    fc.assert(
      fc.property(fc.oneof(wrong, garbage, fc.json(), fc.string()), fc.integer({ min: 1, max: 50 }), (given, size) => {
        const whole = readPieces([given]);
        const small = readPieces(piecesOf(given, [size]), { batch: 1 });
        if (whole.parts === null) expect(whole.issues).not.to.have.length(0);
        if (whole.issues.length > 0) return;
        expect(contentOfParts(small)).to.deep.equal(contentOfParts(whole));
      }),
      { numRuns: 2000 },
    );
  });

  it('takes a report for one when its list comes in pieces', () => {
    const text = JSON.stringify(report);
    const reading = readPieces(piecesOf(text, [1000]), { batch: 2000 });
    expect(reading.issues).to.deep.equal([]);
    expect(contentOfParts(reading)).to.deep.equal(contentOf(readDataset(report).dataset));
  });

  it('keeps what was read when it is stopped', () => {
    const text = files['an object']!;
    const third = text.indexOf('"c\\""') + 10;
    for (const batch of [1, 1 << 18]) {
      const reading = readPieces([text.slice(0, third)], { batch }, true);
      expect(idsOf(reading)).to.deep.equal(['a', 'b\\']);
      expect(codes(reading)).to.deep.equal(['stopped events[2]']);
      expect(reading.issues[0]!.message).to.equal(
        'Reading was stopped after 2 events; the rest of the file is not shown.',
      );
    }
    expect(readPieces(['{"ev'], {}, true)).to.deep.include({ parts: null });
  });

  it('is full at its limit, and says so', () => {
    const text = JSON.stringify(Array.from({ length: 8 }, (_, i) => flat(`e${i}`)));
    for (const batch of [1, 1 << 18]) {
      const reader = createReader({ batch, most: 5 });
      for (const piece of piecesOf(text, [20])) reader.push(piece);
      const reading = done(reader.finish());
      expect([reader.eventCount, reader.isFull]).to.deep.equal([5, true]);
      expect(idsOf(reading)).to.deep.equal(['e0', 'e1', 'e2', 'e3', 'e4']);
      expect(codes(reading)).to.deep.equal(['too-many-events events[5]']);
      expect(reading.issues[0]!.message).to.equal('The file has more than 5 events; the first 5 are shown.');
    }
    const exact = readPieces([text], { most: 8 });
    expect([idsOf(exact)!.length, exact.issues.length]).to.deep.equal([8, 0]);
  });

  it('names the list in the place of an issue', () => {
    const wrong = [flat('a'), 7];
    for (const [file, path] of [
      [wrong, 'events[1]'],
      [{ events: wrong }, 'events[1]'],
      [{ groups: [], items: wrong }, 'items[1]'],
      [{ items: wrong, groups: [] }, 'items[1]'],
      [{ status: 200, count: 2, data: wrong }, 'data[1]'],
    ] as const) {
      for (const reading of [
        readDataset(file),
        readPieces([JSON.stringify(file)]),
        readPieces(JSON.stringify(file), { batch: 1 }),
      ]) {
        expect(codes(reading)).to.deep.equal([`wrong-type ${path}`]);
        expect(reading.issues[0]!.row).to.equal(2);
        expect(reading.account).to.deep.include({ rows: 2, shown: 1, repaired: 0 });
      }
    }
  });

  it('says of a web page that it is one, and wants no more of it', () => {
    for (const text of ['<!doctype html><p>x', '\n <HTML lang="en">\n', '<?xml version="1.0"?><rss/>']) {
      for (const size of [1, 100]) {
        const reader = createReader();
        for (const piece of piecesOf(text, [size])) reader.push(piece);
        expect(reader.isFull).to.equal(true);
        const reading = done(reader.finish());
        expect([reading.parts, reading.account, codes(reading)]).to.deep.equal([null, null, ['web-page ']]);
        expect(reading.issues[0]!.message).to.contain(
          text.includes('xml') ? 'markup (HTML or XML)' : 'web page (HTML)',
        );
      }
    }
    expect(readPieces(['<3,date\nx,2015\n']).account).to.deep.include({ rows: 1 });
  });

  it('says what could not be read as letters, and shows the rest', () => {
    const csv = (letter: string) => `id,date,title\na,2015,caf${letter} au lait and more of it\n`;
    const one = readPieces([csv('\ufffd')]);
    expect([idsOf(one), codes(one)]).to.deep.equal([['a'], ['wrong-encoding ']]);
    expect(one.issues[0]).to.deep.equal({
      code: 'wrong-encoding',
      path: '',
      message:
        'The file is not UTF-8: one letter could not be read, shown as \ufffd. Save it as UTF-8 and open it again.',
    });
    expect(one.account).to.deep.include({ rows: 1, shown: 1, repaired: 0 });
    const many = readPieces(csv('\ufffd').repeat(1200));
    expect(many.issues.find(({ code }) => code === 'wrong-encoding')!.message).to.contain('1,200 letters could');
    const nul = readPieces([csv('\0')]);
    expect(codes(nul)).to.deep.equal(['wrong-encoding ']);
    expect(nul.issues[0]!.message).to.match(
      /UTF-16 without a byte order mark, or is not a text: one letter of it is NUL/,
    );
    expect(codes(readPieces([csv('é ع 😀')]))).to.deep.equal([]);
  });

  it('shows nothing of a file of which hardly anything can be read', () => {
    const wide = (text: string) => text.replace(/[^]/g, '$&\0');
    const files = [
      wide('id,date,title\r\na,2015,Title\r\n'),
      wide('{"events": []}'),
      '\ufffdPNG\r\n\0\0\0\ufffd\ufffd\ufffd,\ufffd\n\ufffd,,,\0\0\n"\ufffd\ufffd',
      'id,\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\n1,\ufffd\ufffd\ufffd\ufffd\ufffd\n',
    ];
    for (const file of files) {
      for (const reading of [readPieces([file]), readPieces(file, { batch: 1 })]) {
        expect([reading.parts, reading.account, codes(reading)]).to.deep.equal([null, null, ['wrong-encoding ']]);
      }
    }
    const reader = createReader();
    reader.push('\0\ufffd,\n'.repeat(100_000));
    expect(reader.isFull).to.equal(true);
  });

  it('never throws for any text, ends, and gives an account or says what is wrong', () => {
    const units = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ';',
      '\t',
      '"',
      '\n',
      '\r\n',
      ' ',
      '1',
      '2015',
      'id',
      'date',
      '#',
      '<',
      '=',
      '\ufeff',
    ].concat(['\ufffd', '\0', '\ud800', '__proto__', 'constructor', '{"id":"x"}', '{"items":[', 'sep=;', 'ـ', '😀']);
    const garbage = fc.string({ unit: fc.constantFrom(...units), maxLength: 60 });
    const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 });
    fc.assert(
      fc.property(
        fc.oneof(garbage, fc.string({ unit: 'binary' }), fc.json()),
        sizes,
        fc.constantFrom(1, 30, 100_000),
        fc.boolean(),
        (text, sizes, batch, stopped) => {
          const { parts, issues, account } = readPieces(piecesOf(text, sizes), { batch, most: 5 }, stopped);
          expect(account === null).to.equal(parts === null);
          if (account === null) expect(issues).not.to.have.length(0);
          else expect(account.shown).to.equal(parts!.count);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('tells how far it is', () => {
    const reader = createReader({ batch: 100 });
    const counts = piecesOf(files['an object']!, [100]).map((piece) => {
      reader.push(piece);
      return reader.eventCount;
    });
    expect(counts).to.deep.equal([...counts].sort((a, b) => a - b));
    expect(counts.at(-1)).to.be.within(3, 5);
    expect(reader.isFull).to.equal(false);
  });
});

describe('readValue', () => {
  const many = Array.from({ length: 7000 }, (_, i) => flat(`e${i}`));

  it('tells how far it is, at least every few thousand events', () => {
    const both: readonly [unknown, number][] = [
      [many, 2000],
      [JSON.stringify(many), 4000],
    ];
    for (const [data, most] of both) {
      const counts: number[] = [];
      const work = readValue(data);
      for (let step = work.next(); !step.done; step = work.next()) counts.push(step.value);
      expect(counts[0]).to.equal(0);
      expect(counts.at(-1)).to.equal(7000);
      counts.slice(1).forEach((count, i) => expect(count - counts[i]!).to.be.within(0, most));
    }
  });

  it('stops when it is told to', () => {
    for (const data of [many, { events: many }]) {
      const signal = { stopped: false };
      const work = readValue(data, signal);
      for (let step = work.next(); !step.done && step.value < 4000; step = work.next());
      signal.stopped = true;
      const reading = done(work);
      expect(reading.parts!.count).to.equal(4000);
      expect(codes(reading)).to.deep.equal(['stopped events[4000]']);
    }
  });

  it('shows what was read when memory is at its end', () => {
    const last = {
      id: 'last',
      start: '2015',
      get title(): string {
        throw new RangeError('Array buffer allocation failed');
      },
    };
    // More than are looked at to see what they are.
    const before = Array.from({ length: 1200 }, (_, i) => flat(`e${i}`));
    const reading = done(readValue([...before, last, flat('c')]));
    expect(reading.parts!.count).to.equal(1200);
    expect(codes(reading)).to.deep.equal(['out-of-memory events[1200]']);
    expect(reading.issues[0]!.message).to.equal('There is no memory for more events; the first 1,200 are shown.');
  });

  it('gives plain parts that can be sent to another thread', () => {
    for (const data of [report, tricky, many]) {
      const { parts } = done(readValue(data));
      expect(contentOf(createDataset(structuredClone(parts!)))).to.deep.equal(contentOf(createDataset(parts!)));
    }
  });
});
