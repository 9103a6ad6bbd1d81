import type { Pen, PenText, Shape, Stroke } from '../core/scene/pen.js';
import type { CssPixels } from '../core/util/units.js';
import { barSpacing, hatchLines } from './hatch-lines.js';
import { snapEdge, snapLine, snapRect, snapWidth } from './snap.js';
import { svgNode, svgNumber, type SvgNode } from './svg-tree.js';
import { textStyle } from './text-style.js';
import type { Theme } from './static-theme.js';

export interface SvgPen extends Pen {
  /** What was drawn so far, outermost first; put it into an `svg` node of the right size. */
  readonly nodes: readonly SvgNode[];
}

/**
 * A pen for SVG. `idPrefix` starts every id: give each drawing on a page its own, since ids are the page's (or the
 * shadow root's), and keep it the same from run to run.
 */
export function createSvgPen(theme: Theme, { idPrefix = 'rt-' }: { idPrefix?: string } = {}): SvgPen {
  const nodes: SvgNode[] = [];
  const open: SvgNode[][] = [nodes];
  const gradients = new Set<string>();

  const add = (tag: string, attributes: SvgNode['attributes'], children?: SvgNode['children']): void => {
    open.at(-1)!.push(svgNode(tag, attributes, children));
  };

  const strokeAttributes = ({ stroke, lineWidth, dash, cap }: Stroke, width: CssPixels = lineWidth) => ({
    stroke: theme.ink(stroke),
    'stroke-width': width,
    'stroke-dasharray': dash && dash.map(svgNumber).join(' '),
    'stroke-linecap': cap === 'round' ? cap : undefined,
  });

  const shapeAttributes = ({ fill, opacity, outline }: Shape, outlineWidth?: CssPixels) => ({
    fill: fill ? theme.ink(fill) : 'none',
    // Each by itself, as on a canvas; `opacity` would thin fill and outline together.
    'fill-opacity': fill && opacity,
    'stroke-opacity': outline && opacity,
    ...(outline && strokeAttributes(outline, outlineWidth)),
  });

  /** The id of a gradient; the same fade is defined once. */
  const gradient = (ink: string, from: number, to: number): string => {
    const id = `${idPrefix}fade-${ink}-${Math.round(from * 100)}-${Math.round(to * 100)}`;
    if (!gradients.has(id)) {
      const stop = (offset: number, opacity: number) =>
        svgNode('stop', { offset, 'stop-color': theme.ink(ink as 'ink'), 'stop-opacity': opacity });
      add('linearGradient', { id }, [stop(0, from), stop(1, to)]);
      gradients.add(id);
    }
    return id;
  };

  const segmentsPath = (segments: readonly CssPixels[]): string => {
    let d = '';
    for (let i = 0; i < segments.length; i += 4) d += pathOf(segments.slice(i, i + 4));
    return d;
  };

  return {
    nodes,

    rect(x, y, width, height, shape) {
      const outlineWidth = shape.outline && snapWidth(shape.outline.lineWidth, 1);
      const box = boxAttributes(snapRect(x, y, width, height, 1, outlineWidth));
      add('rect', { ...box, rx: shape.radius || undefined, ...shapeAttributes(shape, outlineWidth) });
    },

    disc: (cx, cy, r, shape) => add('circle', { cx, cy, r, ...shapeAttributes(shape) }),

    polygon: (points, shape) => add('path', { d: `${pathOf(points)}Z`, ...shapeAttributes(shape) }),

    line(points, style) {
      const snapped = snapLine(points, style.lineWidth, 1);
      add('path', { d: pathOf(snapped.points), fill: 'none', ...strokeAttributes(style, snapped.lineWidth) });
    },

    hatch(x, y, width, height, style, crossed) {
      const d = segmentsPath(hatchLines(...snapRect(x, y, width, height, 1), crossed));
      if (d) add('path', { d, fill: 'none', ...strokeAttributes(style) });
    },

    bars(boxes, ink, look) {
      const isHatched = look === 'hatched';
      let d = '';
      for (let i = 0; i < boxes.length; i += 4) {
        const box = snapRect(boxes[i]!, boxes[i + 1]!, boxes[i + 2]!, boxes[i + 3]!, 1);
        const [x, y, width, height] = box.map(svgNumber);
        d += isHatched
          ? segmentsPath(hatchLines(...box, false, barSpacing))
          : `M${x} ${y}h${width}v${height}h${svgNumber(-box[2])}Z`;
      }
      const shape = isHatched
        ? { fill: 'none', ...strokeAttributes({ stroke: ink, lineWidth: 1 }) }
        : shapeAttributes({ fill: ink });
      if (d) add('path', { d, ...shape });
    },

    dots(circles, shape) {
      for (let i = 0; i < circles.length; i += 3) {
        add('circle', { cx: circles[i], cy: circles[i + 1], r: circles[i + 2], ...shapeAttributes(shape) });
      }
    },

    fade(x, y, width, height, ink, from, to) {
      const id = gradient(ink, from, to);
      add('rect', { ...boxAttributes(snapRect(x, y, width, height, 1)), fill: `url(#${id})` });
    },

    text(text, x, y, style) {
      const { arabic, size, weight, baseline } = textStyle(text, style.role);
      add(
        'text',
        {
          x,
          y: snapEdge(y + baseline, 1),
          fill: theme.ink(style.ink),
          'font-family': theme.fontFamily(style.role, arabic),
          'font-size': size,
          'font-weight': weight,
          'text-anchor': anchorOf(style),
          direction: style.dir === 'rtl' ? 'rtl' : undefined,
          lang: style.lang,
          'text-decoration': style.underline ? 'underline' : undefined,
        },
        [text],
      );
    },

    begin({ id, label }) {
      const children: SvgNode[] = label ? [svgNode('title', {}, [label])] : [];
      // One picture with one name: what is inside has no meaning by itself, and would be read out twice.
      const name = label ? { role: 'img', 'aria-label': label } : {};
      add('g', { id: id && idPrefix + id, ...name }, children);
      open.push(children);
    },

    end() {
      if (open.length === 1) throw new Error('end() without begin()');
      open.pop();
    },
  };
}

const boxAttributes = ([x, y, width, height]: readonly CssPixels[]) => ({ x, y, width, height });

function pathOf(points: readonly CssPixels[]): string {
  let path = '';
  for (let i = 0; i < points.length; i += 2) {
    path += `${i === 0 ? 'M' : 'L'}${svgNumber(points[i]!)} ${svgNumber(points[i + 1]!)}`;
  }
  return path;
}

/** Anchors go with the writing direction, where `start` is the right side of Arabic; our sides are the page's. */
function anchorOf({ align, dir }: PenText): string | undefined {
  if (align === 'center') return 'middle';
  return (align === 'left') === (dir === 'ltr') ? undefined : 'end';
}
