import type { Pen, Shape, Stroke } from '../core/scene/pen.js';
import type { CssPixels } from '../core/util/units.js';
import { barSpacing, hatchLines } from './hatch-lines.js';
import { snapEdge, snapLine, snapRect, snapWidth } from './snap.js';
import { textStyle } from './text-style.js';
import type { Theme } from './theme.js';

/** What the pen needs of a canvas; a recorder in a test can stand in for it. */
export type PenContext = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'beginPath'
  | 'closePath'
  | 'createLinearGradient'
  | 'direction'
  | 'fill'
  | 'fillRect'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'getTransform'
  | 'globalAlpha'
  | 'letterSpacing'
  | 'lineCap'
  | 'lineTo'
  | 'lineWidth'
  | 'measureText'
  | 'moveTo'
  | 'rect'
  | 'roundRect'
  | 'setLineDash'
  | 'stroke'
  | 'strokeStyle'
  | 'textAlign'
  | 'textBaseline'
  | 'wordSpacing'
>;

/**
 * A pen for pixels. Make one for each painting: it reads the pixel ratio from the context's scale, and remembers what
 * the context is set to, which costs more than drawing otherwise.
 */
export function createCanvasPen(context: PenContext, theme: Theme): Pen {
  const ratio = context.getTransform().a;
  const { letters, words } = theme.spacing;
  context.textBaseline = 'alphabetic';
  // Said even where it is none: else the canvas may take it from its own style, and Arabic letters fall apart.
  context.wordSpacing = words;
  context.letterSpacing = letters;

  let font = '';
  let isArabic = false;
  const setFont = (wanted: string, arabic: boolean): void => {
    if (arabic !== isArabic) {
      isArabic = arabic;
      context.letterSpacing = arabic ? '0px' : letters;
    }
    if (font !== wanted) context.font = font = wanted;
  };

  const stroke = ({ stroke: ink, lineWidth, dash = [], cap = 'butt' }: Stroke, width: CssPixels = lineWidth): void => {
    context.strokeStyle = theme.ink(ink);
    context.lineWidth = width;
    context.lineCap = cap;
    context.setLineDash(dash as CssPixels[]);
    context.stroke();
  };

  /** Fills and outlines the current path. */
  const paint = ({ fill, opacity = 1, outline }: Shape, outlineWidth?: CssPixels): void => {
    context.globalAlpha = opacity;
    if (fill) {
      context.fillStyle = theme.ink(fill);
      context.fill();
    }
    if (outline) stroke(outline, outlineWidth);
    context.globalAlpha = 1;
  };

  const trace = (points: readonly CssPixels[]): void => {
    context.beginPath();
    for (let i = 0; i < points.length; i += 2) {
      if (i === 0) context.moveTo(points[i]!, points[i + 1]!);
      else context.lineTo(points[i]!, points[i + 1]!);
    }
  };

  /** The ink, thinned. The context knows the colour in its one short spelling, `#rrggbb` where it has no alpha. */
  const thinned = (ink: string, opacity: number): string => {
    context.fillStyle = ink;
    const colour = context.fillStyle;
    const hex = Math.round(opacity * 255)
      .toString(16)
      .padStart(2, '0');
    return /^#.{6}$/.test(colour) ? colour + hex : `color-mix(in srgb, ${colour} ${opacity * 100}%, transparent)`;
  };

  /** Adds segments `[x0, y0, x1, y1, x0 …]` to the path. */
  const traceSegments = (segments: readonly CssPixels[]): void => {
    for (let i = 0; i < segments.length; i += 4) {
      context.moveTo(segments[i]!, segments[i + 1]!);
      context.lineTo(segments[i + 2]!, segments[i + 3]!);
    }
  };

  return {
    rect(x, y, width, height, shape) {
      const outlineWidth = shape.outline && snapWidth(shape.outline.lineWidth, ratio);
      const box = snapRect(x, y, width, height, ratio, outlineWidth);
      context.beginPath();
      if (shape.radius) context.roundRect(...box, shape.radius);
      else context.rect(...box);
      paint(shape, outlineWidth);
    },

    disc(x, y, radius, shape) {
      context.beginPath();
      context.arc(x, y, radius, 0, 2 * Math.PI);
      paint(shape);
    },

    polygon(points, shape) {
      trace(points);
      context.closePath();
      paint(shape);
    },

    line(points, style) {
      const snapped = snapLine(points, style.lineWidth, ratio);
      trace(snapped.points);
      stroke(style, snapped.lineWidth);
    },

    hatch(x, y, width, height, style, crossed) {
      const segments = hatchLines(...snapRect(x, y, width, height, ratio), crossed);
      // One path for all lines: a stroke each would cost as many calls to the graphics card.
      context.beginPath();
      traceSegments(segments);
      stroke(style);
    },

    bars(boxes, ink, look) {
      const isHatched = look === 'hatched';
      context.beginPath();
      for (let i = 0; i < boxes.length; i += 4) {
        const box = snapRect(boxes[i]!, boxes[i + 1]!, boxes[i + 2]!, boxes[i + 3]!, ratio);
        if (isHatched) traceSegments(hatchLines(...box, false, barSpacing));
        else context.rect(...box);
      }
      if (isHatched) stroke({ stroke: ink, lineWidth: 1 });
      else paint({ fill: ink });
    },

    dots(circles, shape) {
      context.beginPath();
      for (let i = 0; i < circles.length; i += 3) {
        const [x, y, radius] = [circles[i]!, circles[i + 1]!, circles[i + 2]!];
        context.moveTo(x + radius, y);
        context.arc(x, y, radius, 0, 2 * Math.PI);
      }
      paint(shape);
    },

    fade(x, y, width, height, ink, from, to) {
      const gradient = context.createLinearGradient(x, 0, x + width, 0);
      // Not to `transparent`, which is black without opacity: a canvas would go through grey on the way there.
      gradient.addColorStop(0, thinned(theme.ink(ink), from));
      gradient.addColorStop(1, thinned(theme.ink(ink), to));
      context.fillStyle = gradient;
      context.fillRect(...snapRect(x, y, width, height, ratio));
    },

    text(text, x, y, { role, ink, align, dir, underline }) {
      const { arabic, size, weight, baseline } = textStyle(text, role);
      setFont(`${weight} ${size}px ${theme.fontFamily(role, arabic)}`, arabic);
      // `left` and `right` are sides of the page for a canvas, whatever the direction; `start` and `end` are not.
      context.textAlign = align;
      context.direction = dir;
      context.fillStyle = theme.ink(ink);
      // Whole device pixels down the page keep lines of text alike; along it they would make panning jerky.
      const base = snapEdge(y + baseline, ratio);
      context.fillText(text, x, base);
      if (!underline) return;

      const width = context.measureText(text).width;
      const left = x - width * { left: 0, center: 0.5, right: 1 }[align];
      const thickness = snapWidth(size / 14, ratio);
      context.fillRect(left, snapEdge(base + size * (arabic ? 0.3 : 0.13), ratio), width, thickness);
    },

    begin() {},
    end() {},
  };
}
