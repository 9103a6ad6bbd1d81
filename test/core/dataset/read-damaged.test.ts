import { expect } from 'chai';
import { createDataset } from '../../../src/core/dataset/dataset.js';
import { dateOrders, formatNames } from '../../../src/core/dataset/readers/record-reader.js';
import acled from '../../fixtures/acled-made-up.json' with { type: 'json' };
import vis from '../../fixtures/basic.json' with { type: 'json' };
import timelineJs from '../../fixtures/eras.json' with { type: 'json' };
import { fc } from '../support/fast-check.js';
import { fixture } from '../support/fixture.js';
import { piecesOf, readPieces } from '../support/pieces.js';
import { bundled } from '../support/report.js';

/** What a file may be damaged with: what means something in one form or another, and what means nothing. */
const debris = fc.oneof(
  fc.constantFrom(
    '"',
    '""',
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    '{',
    '}',
    '[',
    ']',
    ':',
    '<a href="javascript:x">',
    '\0',
    '',
  ),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'null',
    'NA',
    '-1',
    '1e400',
    '٣',
    '\ufffd',
    '\ufeff',
    '\ud800',
    '99999999',
  ),
  fc.string({ maxLength: 12 }),
);

/** A cut, what takes the place of some letters, and the pieces in which all comes in. */
const damage = fc.record({
  share: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  wounds: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), debris), { maxLength: 6 }),
  sizes: fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 4 }),
  format: fc.constantFrom(null, null, ...formatNames),
  dateOrder: fc.constantFrom(null, ...dateOrders),
  batch: fc.constantFrom(1, 1000, 100_000),
});

/** Reads a damaged text; throws where anything but an account, or a reason why there is none, comes out. */
function check(
  whole: string,
  { share, wounds, sizes, ...options }: typeof damage extends fc.Arbitrary<infer T> ? T : never,
) {
  let text = whole.slice(0, Math.ceil(share * whole.length));
  for (const [where, length, instead] of wounds) {
    const at = Math.floor(where * text.length);
    text = text.slice(0, at) + instead + text.slice(at + length);
  }
  const { parts, issues, account } = readPieces(piecesOf(text, sizes), options);
  if (!parts) {
    expect(issues).not.to.deep.equal([]);
    return;
  }
  expect(account!.shown).to.equal(parts.count);
  expect(account!.rows).to.be.at.least(account!.shown);
  expect(account!.repaired).to.be.at.most(account!.shown);
  const { events } = createDataset(parts);
  expect(new Set(events.map(({ id }) => id)).size).to.equal(events.length);
  for (const { actors, claims } of events) {
    expect(actors).not.to.deep.equal([]);
    for (const { url = 'https:' } of claims) expect(url).to.match(/^(https?|mailto):/i);
  }
}

describe('a damaged file of any form', () => {
  const files: readonly [string, () => Promise<string>][] = [
    ['a report', () => Promise.resolve(JSON.stringify(bundled.events.slice(0, 12)))],
    ['ACLED', () => fixture('acled-made-up.csv')],
    ['ACLED of its API', () => Promise.resolve(JSON.stringify(acled))],
    ['UCDP GED', async () => (await fixture('ucdp-ged-deir-ez-zor-2016-05.csv')).split('\n').slice(0, 16).join('\n')],
    [
      'UCDP GED without names',
      async () => (await fixture('ucdp-ged-deir-ez-zor-2016-05.csv')).split('\n').slice(1, 16).join('\n'),
    ],
    ['TimelineJS', () => Promise.resolve(JSON.stringify(timelineJs))],
    ['a sheet of TimelineJS', () => fixture('women_in_computing.csv')],
    ['vis-timeline', () => Promise.resolve(JSON.stringify({ groups: [{ id: 1, content: '<b>G</b>' }], items: vis }))],
    [
      'TimeMap',
      () =>
        Promise.resolve(
          '[{"id":"a","date":"05/18/2016","latitude":"35","longitude":"40","description":"D","associations":["x"],"sources":["s"]},{"id":"b","date":"2016-05-19","filters":[{"key":"K","value":"V"}],"sources":[{"path":"https://example.org"}]}]',
        ),
    ],
    [
      'lines',
      () => Promise.resolve('{"date":"2016","title":"a"}\n{"date":"18 May 2016","title":"b"}\n\n{"title":"c"}\n'),
    ],
    [
      'a table',
      () => Promise.resolve('التاريخ;الفاعل;killed;more\n١٨ أيار ٢٠١٦;"A; B";3-5;\n03/04/2016;C;many;{"note":"x"}\n'),
    ],
  ];

  for (const [name, textOf] of files) {
    it(`gives an account or a reason, and no exception: ${name}`, async () => {
      const text = await textOf();
      fc.assert(
        fc.property(damage, (how) => check(text, how)),
        { numRuns: 150 },
      );
    }).timeout(60_000);
  }

  it('may be bytes that somebody took for text', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 3000, size: 'max' }),
        fc.constantFrom('utf-8', 'utf-16le', 'latin1'),
        damage,
        (bytes, encoding, how) => check(new TextDecoder(encoding).decode(bytes), how),
      ),
      { numRuns: 200 },
    );
  }).timeout(60_000);
});
