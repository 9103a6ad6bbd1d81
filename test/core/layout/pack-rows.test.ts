import { expect } from 'chai';
import { packRows, type Span } from '../../../src/core/layout/pack-rows.js';
import { fc } from '../support/fast-check.js';

/** The drawing is the fixture: `ada *--*` gives ada a span, and the result is each name with the rows of its spans. */
function packedText(drawing: string): string {
  const lines = drawing.split('\n').filter((line) => line.includes('*'));
  const spans = lines.map((line): Span => ({ start: line.indexOf('*'), end: line.lastIndexOf('*') }));
  const rows = packRows(spans);
  const byName = new Map<string, number[]>();
  lines.forEach((line, i) => {
    const name = line.trim().split(' ')[0]!;
    byName.set(name, [...(byName.get(name) ?? []), rows[i]!]);
  });
  return [...byName].map(([name, own]) => `${name}: ${own.join(' ')}`).join(', ');
}

/** The most spans that there are at any one instant. */
function depthOf(spans: readonly Span[]): number {
  const depthAt = (time: number): number => spans.filter(({ start, end }) => start <= time && time < end).length;
  return Math.max(0, ...spans.map(({ start }) => depthAt(start)));
}

describe('packRows', () => {
  it('starts a row only where every row is taken', () => {
    expect(
      packedText(`
        ada    *-----*
        ada       *----*
        ada             *--*
      `),
    ).to.equal('ada: 0 1 0');
  });

  it('lets spans that touch share a row', () => {
    expect(
      packedText(`
        ada    *---*
        bob        *---*
        cleo   *-------*
      `),
    ).to.equal('ada: 0, bob: 0, cleo: 1');
  });

  it('gives the rows in the order asked for, not in the order of time', () => {
    expect(
      packedText(`
        late             *---*
        early  *---*
        long   *-------------*
      `),
    ).to.equal('late: 0, early: 0, long: 1');
  });

  it('packs nothing into no rows', () => expect(packRows([])).to.deep.equal([]));

  it('gives what runs out of every view a row of its own', () => {
    const open = { start: -Infinity, end: Infinity };
    expect(packRows([open, { start: 0, end: 1 }, open])).to.deep.equal([0, 2, 1]);
  });

  const spans = fc.array(
    fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }))
      .map(([start, length]): Span => ({ start, end: start + length })),
    { maxLength: 60 },
  );

  it('never lets two in one row overlap, and uses the fewest rows that there can be', () => {
    fc.assert(
      fc.property(spans, (list) => {
        const rows = packRows(list);
        list.forEach((a, i) =>
          list.slice(i + 1).forEach((b, j) => {
            const overlap = a.start < b.end && b.start < a.end;
            expect(overlap && rows[i] === rows[i + 1 + j]).to.equal(false);
          }),
        );
        expect(Math.max(0, ...rows.map((row) => row + 1))).to.equal(depthOf(list));
      }),
      { numRuns: 300 },
    );
  });
});
