import { expect } from 'chai';
import { createDataset } from '../../../src/core/dataset/dataset.js';
import { readDataset } from '../../../src/core/dataset/read-dataset.js';
import { contentOf } from '../support/content.js';
import { fc } from '../support/fast-check.js';
import { codes } from '../support/report.js';
import { idsOf, piecesOf, readPieces } from '../support/pieces.js';

const records = [
  { id: 'a', start: '2015-03-04', title: 'One', description: 'with }\n{ and "quotes" inside' },
  { id: 'b', start: '2015-03-05', title: 'Two', nested: { events: [{ id: 'no' }] } },
  { id: 'c', start: '2015', title: 'é 😀 ع' },
];
const lines = records.map((record) => JSON.stringify(record));

const files: Readonly<Record<string, string>> = {
  'a record a line': lines.join('\n'),
  'a line end behind the last line': `${lines.join('\n')}\n`,
  'line ends of Windows': lines.map((line) => `${line}\r\n`).join(''),
  'empty lines between': `\n\n${lines.join('\n \n\r\n')}\n\n`,
  'a byte order mark before it': `\ufeff${lines.join('\n')}`,
};

describe('Lines of JSON', () => {
  for (const [name, text] of Object.entries(files)) {
    it(`are read with ${name}, in any pieces`, () => {
      const expected = contentOf(readDataset(records).dataset);
      const check = (pieces: readonly string[], batch: number): void => {
        const reading = readPieces(pieces, { batch });
        expect(reading.issues).to.deep.equal([]);
        expect(contentOf(createDataset(reading.parts!))).to.deep.equal(expected);
        expect(reading.account).to.deep.include({ format: 'csv', rows: 3, shown: 3, repaired: 0 });
      };
      check([text], 100_000);
      check([...text], 1);
      for (let at = 0; at <= text.length; at++) check([text.slice(0, at), text.slice(at)], 1);
      fc.assert(
        fc.property(
          fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 }),
          fc.integer({ min: 1, max: 400 }),
          (sizes, batch) => check(piecesOf(text, sizes), batch),
        ),
        { numRuns: 60 },
      );
    });
  }

  it('name the line of what is wrong, empty ones counted', () => {
    const text = ['', lines[0], '', '{"id": "x", oops}', '7', lines[1], 'null', ''].join('\n');
    const reading = readPieces([`{"id":"first","start":"2015","title":"F"}`, text]);
    expect(idsOf(reading)).to.deep.equal(['first', 'a', 'b']);
    expect(codes(reading)).to.deep.equal(['wrong-type line 4', 'wrong-type line 5', 'wrong-type line 7']);
    expect(reading.issues[0]).to.deep.equal({
      code: 'wrong-type',
      path: 'line 4',
      row: 4,
      value: '{"id": "x", oops}',
      message: 'The line is not valid JSON; it is left out.',
    });
    expect(reading.account).to.deep.include({ rows: 6, shown: 3, repaired: 0 });
  });

  it('may be broken in the first one', () => {
    for (const broken of ['{"id": "x", "title": "un', '{"id": "x", oops', '"id": "x"}', '{"id": 1, "list": [1, 2']) {
      const text = `${broken}\n${lines[0]}\n${lines[1]}\n`;
      for (let at = 0; at <= text.length; at++) {
        const reading = readPieces([text.slice(0, at), text.slice(at)]);
        expect([idsOf(reading), codes(reading)]).to.deep.equal([['a', 'b'], ['wrong-type line 1']]);
        expect(reading.issues[0]!.value).to.equal(broken);
      }
    }
    // In an object, such a line is a record.
    expect(idsOf(readPieces([`{"events": [\n${lines[0]}\n]}`]))).to.deep.equal(['a']);
  });

  it('name the line of a doubled id, behind lines that are no events', () => {
    const reading = readPieces([`${lines[0]}\n\n${lines[0]}\n[]\n\n${lines[0]}\n`]);
    expect(codes(reading)).to.deep.equal(['wrong-type line 4', 'duplicate-id line 3.id', 'duplicate-id line 6.id']);
    expect(reading.issues.map(({ row }) => row)).to.deep.equal([4, 3, 6]);
  });

  it('may be events of the report format', () => {
    const text = [
      '{"id":"a","title":"A","when":"2015"}',
      '',
      '{"id":"b","title":"B","when":"soon"}',
      '[]',
      '{"id":"b","when":null}',
    ];
    const reading = readPieces([text.join('\n')]);
    expect([idsOf(reading), reading.account!.format]).to.deep.equal([['a', 'b', 'b-2'], 'report']);
    expect(codes(reading).filter((code) => !code.startsWith('missing'))).to.deep.equal([
      // Seen at once; the events of a report are read at its end.
      'wrong-type line 4',
      'invalid-date line 3.when',
      'duplicate-id line 5.id',
    ]);
  });

  it('may each hold a list under a name that a file has for its own', () => {
    const many = ['x', 'y', 'z'].map((id) => ({ id, data: [1, 2], items: [{}], events: [], start: '2015', title: id }));
    const text = many.map((record) => JSON.stringify(record)).join('\n');
    expect(idsOf(readPieces([...text]))).to.deep.equal(['x', 'y', 'z']);
    expect(idsOf(readPieces([text]))).to.deep.equal(['x', 'y', 'z']);
  });

  it('are one value of JSON where there is one line only', () => {
    expect(codes(readPieces([`${lines[0]}\n`]))).to.deep.equal(['not-a-dataset ']);
    expect(idsOf(readPieces([`${JSON.stringify({ events: records })}\n\n`]))).to.deep.equal(['a', 'b', 'c']);
  });

  it('are shown up to where they are cut off', () => {
    const text = lines.join('\n');
    for (let length = lines[0]!.length + 2; length < text.length; length++) {
      for (const batch of [1, 100_000]) {
        const reading = readPieces([text.slice(0, length)], { batch });
        const whole = length === lines[0]!.length + 1 + lines[1]!.length ? 2 : 0;
        const left = length > lines[0]!.length + 1 + lines[1]!.length + 1 ? 2 : 1;
        if (whole > 0 || length === lines[0]!.length + 1 + lines[1]!.length + 1) {
          expect(reading.issues).to.deep.equal([]);
          continue;
        }
        expect(idsOf(reading)).to.deep.equal(['a', 'b'].slice(0, left));
        expect(codes(reading)).to.deep.equal([`not-json line ${left + 1}`]);
        expect(reading.issues[0]!.message).to.match(
          left === 1
            ? /^The file ends too early; the one event before that is shown\.$/
            : /^The file ends too early; the 2 events before that are shown\.$/,
        );
      }
    }
  });

  it('end when it is asked for, and at the limit', () => {
    const text = lines.join('\n');
    const stopped = readPieces([text.slice(0, -3)], { batch: 1 }, true);
    expect([idsOf(stopped), codes(stopped)]).to.deep.equal([['a', 'b'], ['stopped line 3']]);
    const limited = readPieces([text], { most: 2 });
    expect([idsOf(limited), codes(limited)]).to.deep.equal([['a', 'b'], ['too-many-events line 3']]);
  });

  it('are given up where one has no end', () => {
    const reading = readPieces([`${lines[0]}\n${lines[1]}\n{"id":"`, ...Array<string>(40).fill('x'.repeat(1 << 19))]);
    expect([idsOf(reading), codes(reading)]).to.deep.equal([['a', 'b'], ['text-too-long line 3']]);
  });
});
