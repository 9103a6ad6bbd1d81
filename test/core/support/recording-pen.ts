import type { Pen } from '../../../src/core/scene/pen.js';

type Primitive = Exclude<keyof Pen, 'begin' | 'end'>;

/** One call of a pen. `from` and `to` are its reach along x without the width of its line; of a text, where it hangs. */
export interface PenCall {
  readonly name: Primitive;
  readonly args: readonly unknown[];
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
}

/** A pen that writes down what it is asked to draw. */
export function recordingPen(): Pen & { readonly calls: readonly PenCall[]; of(name: Primitive): readonly PenCall[] } {
  const calls: PenCall[] = [];
  const note = (name: Primitive, args: readonly unknown[], xs: readonly number[], ys: readonly number[]): void => {
    calls.push({
      name,
      args,
      from: Math.min(...xs),
      to: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    });
  };
  const even = (points: readonly number[]): number[] => points.filter((_, i) => i % 2 === 0);
  const odd = (points: readonly number[]): number[] => points.filter((_, i) => i % 2 === 1);
  return {
    calls,
    of: (name) => calls.filter((call) => call.name === name),
    rect: (x, y, w, h, shape) => note('rect', [x, y, w, h, shape], [x, x + w], [y, y + h]),
    disc: (x, y, r, shape) => note('disc', [x, y, r, shape], [x - r, x + r], [y - r, y + r]),
    polygon: (points, shape) => note('polygon', [points, shape], even(points), odd(points)),
    line: (points, stroke) => note('line', [points, stroke], even(points), odd(points)),
    hatch: (x, y, w, h, stroke, crossed) => note('hatch', [x, y, w, h, stroke, crossed], [x, x + w], [y, y + h]),
    bars: (boxes, ink, look) =>
      note(
        'bars',
        [boxes, ink, look],
        boxes.flatMap((x, i) => (i % 4 === 0 ? [x, x + boxes[i + 2]!] : [])),
        boxes.flatMap((y, i) => (i % 4 === 1 ? [y, y + boxes[i + 2]!] : [])),
      ),
    dots: (circles, shape) =>
      note(
        'dots',
        [circles, shape],
        circles.flatMap((x, i) => (i % 3 === 0 ? [x - circles[i + 2]!, x + circles[i + 2]!] : [])),
        circles.flatMap((y, i) => (i % 3 === 1 ? [y - circles[i + 1]!, y + circles[i + 1]!] : [])),
      ),
    fade: (x, y, w, h, ink, from, to) => note('fade', [x, y, w, h, ink, from, to], [x, x + w], [y, y + h]),
    text: (text, x, y, style) => note('text', [text, x, y, style], [x], [y]),
    begin: () => undefined,
    end: () => undefined,
  };
}
