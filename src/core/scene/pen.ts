import type { TextRole } from '../layout/type-scale.js';
import type { CssPixels } from '../util/units.js';

/** A colour by its meaning; the painter asks the theme for its value. `actor-0` to `actor-6`, `actor-7` for "not stated". */
export type Ink =
  'paper' | 'zebra' | 'tint' | 'ink' | 'ink-2' | 'ink-3' | 'edge' | 'hairline' | 'focus' | `actor-${number}`;

export interface Stroke {
  readonly stroke: Ink;
  readonly lineWidth: CssPixels;
  /** Lengths of dashes and gaps; none for a solid line. */
  readonly dash?: readonly CssPixels[];
  readonly cap?: 'butt' | 'round';
}

export interface Shape {
  readonly fill?: Ink;
  /** 0 to 1; 1 unless given. */
  readonly opacity?: number;
  readonly outline?: Stroke;
}

export interface PenText {
  readonly role: TextRole;
  readonly ink: Ink;
  /** Which side of the text stands at x, on the page, whatever the writing direction. */
  readonly align: 'left' | 'center' | 'right';
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly underline?: boolean;
}

export type BarLook = 'solid' | 'hatched';

/**
 * What a scene is drawn with. One drawing, any surface: the canvas painter puts it on pixels, the SVG painter into a
 * tree of elements. All coordinates are CSS pixels from the surface's top left; points are `[x, y, x, y …]`.
 */
export interface Pen {
  rect(
    x: CssPixels,
    y: CssPixels,
    width: CssPixels,
    height: CssPixels,
    shape: Shape & { readonly radius?: CssPixels },
  ): void;
  disc(x: CssPixels, y: CssPixels, radius: CssPixels, shape: Shape): void;
  polygon(points: readonly CssPixels[], shape: Shape): void;
  line(points: readonly CssPixels[], stroke: Stroke): void;
  /** Parallel lines at 45° inside the rectangle; crossed where `crossed`. Drawn as lines, so that no pattern is needed. */
  hatch(x: CssPixels, y: CssPixels, width: CssPixels, height: CssPixels, stroke: Stroke, crossed?: boolean): void;
  /**
   * Many upright columns `[x, y, width, height, x, y …]` at once, filled, or hatched more closely than a rectangle. Hundreds
   * of them cost little more than one.
   */
  bars(boxes: readonly CssPixels[], ink: Ink, look: BarLook): void;
  /** Many discs `[x, y, radius, x, y …]` at once. */
  dots(circles: readonly CssPixels[], shape: Shape): void;
  /** A rectangle whose opacity runs from `from` at its left to `to` at its right edge. */
  fade(x: CssPixels, y: CssPixels, width: CssPixels, height: CssPixels, ink: Ink, from: number, to: number): void;
  /** One line of text; `y` is the middle of the line. */
  text(text: string, x: CssPixels, y: CssPixels, style: PenText): void;
  /** Everything until `end` belongs to one thing: a group with a name in SVG, nothing on a canvas. */
  begin(group: { readonly id?: string; readonly label?: string }): void;
  end(): void;
}

/** A pen whose x axis runs the other way inside `[left, left + width]`, for charts where time runs to the left. */
export function mirrorPen(pen: Pen, left: CssPixels, width: CssPixels): Pen {
  const flip = (x: CssPixels): CssPixels => 2 * left + width - x;
  const flipAll = (points: readonly CssPixels[]): CssPixels[] =>
    points.map((value, i) => (i % 2 === 0 ? flip(value) : value));
  return {
    rect: (x, y, w, h, shape) => pen.rect(flip(x + w), y, w, h, shape),
    disc: (x, y, radius, shape) => pen.disc(flip(x), y, radius, shape),
    polygon: (points, shape) => pen.polygon(flipAll(points), shape),
    line: (points, stroke) => pen.line(flipAll(points), stroke),
    hatch: (x, y, w, h, stroke, crossed) => pen.hatch(flip(x + w), y, w, h, stroke, crossed),
    fade: (x, y, w, h, ink, from, to) => pen.fade(flip(x + w), y, w, h, ink, to, from),
    bars: (boxes, ink, look) =>
      pen.bars(
        boxes.map((value, i) => (i % 4 === 0 ? flip(value + boxes[i + 2]!) : value)),
        ink,
        look,
      ),
    dots: (circles, shape) =>
      pen.dots(
        circles.map((value, i) => (i % 3 === 0 ? flip(value) : value)),
        shape,
      ),
    // Letters are never mirrored; only the place and the side that they hang on.
    text: (text, x, y, style) => pen.text(text, flip(x), y, { ...style, align: mirrored[style.align] }),
    begin: (group) => pen.begin(group),
    end: () => pen.end(),
  };
}

const mirrored = { left: 'right', center: 'center', right: 'left' } as const;

/** A pen that is moved by an offset. */
export function shiftPen(pen: Pen, dx: CssPixels, dy: CssPixels): Pen {
  const shiftAll = (points: readonly CssPixels[]): CssPixels[] =>
    points.map((value, i) => value + (i % 2 === 0 ? dx : dy));
  return {
    rect: (x, y, w, h, shape) => pen.rect(x + dx, y + dy, w, h, shape),
    disc: (x, y, radius, shape) => pen.disc(x + dx, y + dy, radius, shape),
    polygon: (points, shape) => pen.polygon(shiftAll(points), shape),
    line: (points, stroke) => pen.line(shiftAll(points), stroke),
    hatch: (x, y, w, h, stroke, crossed) => pen.hatch(x + dx, y + dy, w, h, stroke, crossed),
    fade: (x, y, w, h, ink, from, to) => pen.fade(x + dx, y + dy, w, h, ink, from, to),
    bars: (boxes, ink, look) =>
      pen.bars(
        boxes.map((value, i) => (i % 4 === 0 ? value + dx : i % 4 === 1 ? value + dy : value)),
        ink,
        look,
      ),
    dots: (circles, shape) =>
      pen.dots(
        circles.map((value, i) => (i % 3 === 0 ? value + dx : i % 3 === 1 ? value + dy : value)),
        shape,
      ),
    text: (text, x, y, style) => pen.text(text, x + dx, y + dy, style),
    begin: (group) => pen.begin(group),
    end: () => pen.end(),
  };
}
