/** A stretch of the axis that one thing needs for itself, half-open; ±∞ where it runs out of every view. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Gives each span a row so that no two in one row overlap, with the fewest rows there can be.
 *
 *     a ├─────┤                  row 0   a   c
 *     b    ├─────┤         →     row 1   b
 *     c        ├────┤
 *
 * Taking the spans by their start and reusing any row that has ended needs exactly as many rows as there are spans at
 * the busiest instant: the classic result on colouring interval graphs. Touching spans (`end === start`) do not overlap.
 *
 * @returns the row of each span, in the order given; ties keep that order, so the result is stable.
 */
export function packRows(spans: readonly Span[]): number[] {
  const order = spans.map((_, index) => index).sort((a, b) => spans[a]!.start - spans[b]!.start || a - b);
  const rows = new Array<number>(spans.length).fill(0);
  const rowEnds: number[] = [];
  for (const index of order) {
    const { start, end } = spans[index]!;
    const free = rowEnds.findIndex((rowEnd) => rowEnd <= start);
    const row = free === -1 ? rowEnds.length : free;
    rowEnds[row] = end;
    rows[index] = row;
  }
  return rows;
}
