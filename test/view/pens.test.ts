import { expect } from 'chai';
import type { Pen } from '../../src/core/scene/pen.js';
import { createCanvasPen, type PenContext } from '../../src/view/canvas-pen.js';
import { hatchLines } from '../../src/view/hatch-lines.js';
import { snapLine, snapRect } from '../../src/view/snap.js';
import { createSvgPen } from '../../src/view/svg-pen.js';
import { toSvgElement } from '../../src/view/svg-element.js';
import { svgNode, toSvgText, type SvgNode } from '../../src/view/svg-tree.js';
import { staticTheme } from '../../src/view/theme.js';

const theme = staticTheme('light');

/** Every primitive and every option once, at places that fall between pixels. */
function drawAll(pen: Pen): void {
  pen.begin({ id: 'e1', label: 'Strike <on> "A & B"' });
  pen.rect(10.3, 5.2, 40, 7, { fill: 'actor-0', outline: { stroke: 'ink', lineWidth: 1 }, radius: 2, opacity: 0.5 });
  pen.disc(60, 20, 6, { fill: 'actor-1', outline: { stroke: 'paper', lineWidth: 2.6 } });
  pen.begin({});
  pen.polygon([0, 0, 4, 5, 0, 10], { fill: 'ink-2' });
  pen.line([10.3, 30, 10.3, 40], { stroke: 'actor-0', lineWidth: 2, dash: [3, 2.4] });
  pen.line([0, 0, 4, 4.5, 0, 9], { stroke: 'ink', lineWidth: 1.6, cap: 'round' });
  pen.end();
  pen.end();
  pen.hatch(20, 50, 14, 7, { stroke: 'actor-0', lineWidth: 1.25 }, true);
  pen.bars([20.2, 30, 9, 10, 30, 45.5, 9, 4.5], 'actor-4', 'hatched');
  pen.fade(20, 60, 100, 7, 'actor-2', 0, 1);
  pen.fade(20, 70, 100, 7, 'actor-2', 0, 1);
  pen.text('Strike <b>', 20, 90, { role: 'name', ink: 'ink', align: 'left', lang: 'en', dir: 'ltr', underline: true });
  pen.text('قصف', 200, 110, { role: 'tag', ink: 'ink-2', align: 'right', lang: 'ar', dir: 'rtl' });
}

type Call = readonly [name: string, ...args: unknown[]];

/** A context that writes down the calls that draw, and properties when they are set. */
function recordingContext(ratio = 1): { context: PenContext; calls: Call[] } {
  const calls: Call[] = [];
  const state: Record<string, unknown> = {};
  const answers: Record<string, (...args: unknown[]) => unknown> = {
    getTransform: () => ({ a: ratio }),
    measureText: (text) => ({ width: String(text).length * 8 }),
    createLinearGradient: (...args) => {
      calls.push(['createLinearGradient', ...args]);
      return { addColorStop: (...stop: unknown[]) => calls.push(['addColorStop', ...stop]) };
    },
  };
  const context = new Proxy(state, {
    get: (_, name: string) =>
      name in state ? state[name] : (answers[name] ?? ((...args: unknown[]) => calls.push([name, ...args]))),
    set: (_, name: string, value) => {
      state[name] = value;
      calls.push([name, value]);
      return true;
    },
  });
  return { context: context as unknown as PenContext, calls };
}

const argumentsOf = (calls: readonly Call[], name: string): unknown[][] =>
  calls.filter(([called]) => called === name).map(([, ...args]) => args);

function find(nodes: readonly (SvgNode | string)[], tag: string): SvgNode[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? [] : [...(node.tag === tag ? [node] : []), ...find(node.children, tag)],
  );
}

describe('both pens', () => {
  const svg = createSvgPen(theme);
  drawAll(svg);
  const { context, calls } = recordingContext();
  drawAll(createCanvasPen(context, theme));

  it('put the same rectangles, discs and texts at the same places', () => {
    const rects = find(svg.nodes, 'rect').map(({ attributes: a }) => [a['x'], a['y'], a['width'], a['height']]);
    const [rounded, ...filled] = [...argumentsOf(calls, 'roundRect'), ...argumentsOf(calls, 'fillRect')];
    const underline = filled.at(-1)!;
    expect(rects).to.deep.equal([rounded!.slice(0, 4), ...filled.slice(0, -1)]);
    expect(underline.slice(0, 3)).to.deep.equal([20, 97, 'Strike <b>'.length * 8]);

    const discs = find(svg.nodes, 'circle').map(({ attributes: a }) => [a['cx'], a['cy'], a['r']]);
    expect(discs).to.deep.equal(argumentsOf(calls, 'arc').map((args) => args.slice(0, 3)));

    const texts = find(svg.nodes, 'text').map(({ attributes: a, children }) => [children[0], a['x'], a['y']]);
    expect(texts).to.deep.equal(argumentsOf(calls, 'fillText'));
  });

  it('draw the same lines', () => {
    const ends = find(svg.nodes, 'path').flatMap(({ attributes: a }) => String(a['d']).match(/[-\d.]+ [-\d.]+/g));
    const drawn = calls.filter(([name]) => name === 'moveTo' || name === 'lineTo');
    const rounded = drawn.map(([, x, y]) => [x, y].map((value) => Number((value as number).toFixed(2))).join(' '));
    expect(ends).to.deep.equal(rounded);
  });

  it('use the same inks, widths, dashes and caps', () => {
    const strokes = [...find(svg.nodes, 'rect'), ...find(svg.nodes, 'circle'), ...find(svg.nodes, 'path')]
      .map(({ attributes: a }) => a)
      .filter((a) => a['stroke'])
      .map((a) => [a['stroke'], a['stroke-width'], a['stroke-dasharray'] ?? '', a['stroke-linecap'] ?? 'butt']);
    const columns = ['strokeStyle', 'lineWidth', 'setLineDash', 'lineCap'].map((name) =>
      argumentsOf(calls, name).map(([value]) => (Array.isArray(value) ? value.join(' ') : value)),
    );
    expect(strokes).to.deep.equal(columns[0]!.map((_, i) => columns.map((column) => column[i])));
    expect(argumentsOf(calls, 'font')[0]![0]).to.match(/^400 13\.5px system-ui/);
    expect(argumentsOf(calls, 'font')[1]![0]).to.match(/^400 12\.5px "Noto Sans Arabic"/);
  });
});

describe('many columns at once', () => {
  const draw = (pen: Pen): void => {
    pen.bars([20.2, 40, 9, 20.4, 30, 50, 9, 10], 'actor-4', 'solid');
    pen.bars([20.2, 30, 9, 10, 30, 45.5, 9, 4.5], 'actor-4', 'hatched');
    pen.bars([], 'actor-4', 'solid');
    pen.dots([20, 80, 2.5, 30, 80, 2.5], { fill: 'paper', outline: { stroke: 'actor-4', lineWidth: 1.1 } });
  };
  const svg = createSvgPen(theme);
  draw(svg);
  const { context, calls } = recordingContext();
  draw(createCanvasPen(context, theme));

  it('are one path each on a canvas, whole pixels wide', () => {
    expect(argumentsOf(calls, 'rect')).to.deep.equal([
      [20, 40, 9, 20],
      [30, 50, 9, 10],
    ]);
    expect(calls.filter(([name]) => name === 'fill' || name === 'stroke').map(([name]) => name)).to.deep.equal([
      'fill',
      'stroke',
      'fill',
      'fill',
      'stroke',
    ]);
  });

  it('are one path each in a file too', () => {
    const [solid, hatched, ...more] = find(svg.nodes, 'path');
    expect(solid!.attributes['d']).to.equal('M20 40h9v20h-9ZM30 50h9v10h-9Z');
    expect(solid!.attributes['fill']).to.equal(theme.ink('actor-4'));
    expect(more).to.deep.equal([]);
    const ends = String(hatched!.attributes['d']).match(/[-\d.]+ [-\d.]+/g)!;
    expect(ends.length).to.be.above(10);
    const [xs, ys] = [0, 1].map((i) => ends.map((end) => Number(end.split(' ')[i])));
    expect([Math.min(...xs!), Math.max(...xs!), Math.min(...ys!), Math.max(...ys!)]).to.deep.equal([20, 39, 30, 50]);
  });

  it('have discs at the same places', () => {
    const discs = find(svg.nodes, 'circle').map(({ attributes: a }) => [a['cx'], a['cy'], a['r']]);
    expect(discs).to.deep.equal(argumentsOf(calls, 'arc').map((args) => args.slice(0, 3)));
    expect(discs).to.have.length(2);
  });
});

describe('the canvas pen', () => {
  const paintAlone = (draw: (pen: Pen) => void, ratio = 1): Call[] => {
    const { context, calls } = recordingContext(ratio);
    draw(createCanvasPen(context, theme));
    return calls;
  };

  it('takes the sides of a text from the page, whatever its direction', () => {
    for (const dir of ['ltr', 'rtl'] as const) {
      const calls = paintAlone((pen) =>
        pen.text('x', 0, 0, { role: 'name', ink: 'ink', align: 'left', lang: 'en', dir }),
      );
      expect(argumentsOf(calls, 'textAlign')).to.deep.equal([['left']]);
      expect(argumentsOf(calls, 'direction')).to.deep.equal([[dir]]);
    }
  });

  it('leaves no opacity and no dash behind for the next mark', () => {
    const calls = paintAlone((pen) => {
      pen.disc(0, 0, 5, { fill: 'ink', opacity: 0.3 });
      pen.line([0, 0, 9, 0], { stroke: 'ink', lineWidth: 1, dash: [2, 2] });
      pen.line([0, 0, 9, 0], { stroke: 'ink', lineWidth: 1 });
    });
    expect(argumentsOf(calls, 'globalAlpha')).to.deep.equal([[0.3], [1]]);
    expect(argumentsOf(calls, 'setLineDash')).to.deep.equal([[[2, 2]], [[]]]);
  });

  it('fades between two opacities of the ink itself', () => {
    const calls = paintAlone((pen) => pen.fade(0, 0, 10, 10, 'actor-0', 0, 0.5));
    expect(argumentsOf(calls, 'addColorStop')).to.deep.equal([
      [0, '#16335f00'],
      [1, '#16335f80'],
    ]);
  });

  it('paints an upright line of two pixels as exactly two columns', () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 10;
    const context = canvas.getContext('2d')!;
    createCanvasPen(context, theme).line([4.6, 0, 4.6, 10], { stroke: 'ink', lineWidth: 2 });
    const row = context.getImageData(0, 5, 10, 1).data.filter((_, i) => i % 4 === 3);
    expect([...row]).to.deep.equal([0, 0, 0, 0, 255, 255, 0, 0, 0, 0]);
  });

  it('fades colours of any kind, those of a reader included', () => {
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d')!;
    for (const colour of ['CanvasText', 'oklch(0.7 0.1 200)', 'rgb(10 20 30 / 50%)', 'color(display-p3 1 0 0)']) {
      const pen = createCanvasPen(context, { ...theme, ink: () => colour });
      context.clearRect(0, 0, 100, 10);
      pen.fade(0, 0, 100, 10, 'ink', 0, 1);
      const alphas = [2, 98].map((x) => context.getImageData(x, 5, 1, 1).data[3]!);
      expect(alphas[0], colour).to.be.below(10);
      expect(alphas[1], colour).to.be.above(110);
    }
  });
});

describe('the SVG pen', () => {
  const textWith = (align: 'left' | 'center' | 'right', dir: 'ltr' | 'rtl') => {
    const pen = createSvgPen(theme);
    pen.text('x', 0, 0, { role: 'name', ink: 'ink', align, lang: dir === 'rtl' ? 'ar' : 'en', dir });
    return pen.nodes[0]!.attributes;
  };

  it('anchors a text at the side of the page that was asked for', () => {
    expect(textWith('left', 'ltr')['text-anchor']).to.equal(undefined);
    expect(textWith('right', 'ltr')['text-anchor']).to.equal('end');
    expect(textWith('left', 'rtl')['text-anchor']).to.equal('end');
    expect(textWith('right', 'rtl')['text-anchor']).to.equal(undefined);
    expect(textWith('center', 'rtl')['text-anchor']).to.equal('middle');
    expect(textWith('center', 'rtl')['direction']).to.equal('rtl');
  });

  it('defines the same fade once', () => {
    const pen = createSvgPen(theme, { idPrefix: 'a-' });
    for (const to of [1, 1, 0.5]) pen.fade(0, 0, 10, 5, 'actor-2', 0, to);
    const ids = find(pen.nodes, 'linearGradient').map(({ attributes }) => attributes['id']);
    expect(ids).to.deep.equal(['a-fade-actor-2-0-100', 'a-fade-actor-2-0-50']);
    const fills = find(pen.nodes, 'rect').map(({ attributes }) => attributes['fill']);
    expect(fills[1]).to.equal('url(#a-fade-actor-2-0-100)');
  });

  it('refuses an end without a beginning', () => {
    expect(() => createSvgPen(theme).end()).to.throw('end() without begin()');
  });

  const draw = () => {
    const pen = createSvgPen(theme);
    drawAll(pen);
    return svgNode('svg', { width: 200, height: 120 }, pen.nodes);
  };

  it('writes text that is the same each time, one element a line, and that parses as XML', () => {
    const text = toSvgText(draw());
    expect(toSvgText(draw())).to.equal(text);
    expect(text.split('\n')[0]).to.equal('<svg xmlns="http://www.w3.org/2000/svg" width="200" height="120">');
    expect(text).to.contain('<title>Strike &lt;on&gt; "A &amp; B"</title>'.replaceAll('"', '&quot;'));
    expect(text).to.contain('<path d="M11 30L11 40"'.replace('11 30', '10 30').replace('11 40', '10 40'));
    expect(text).not.to.contain('style=');

    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).to.equal(null);
    expect(parsed.querySelector('g')!.getAttribute('aria-label')).to.equal('Strike <on> "A & B"');
    expect([...parsed.querySelectorAll('text')].map((node) => node.textContent)).to.deep.equal(['Strike <b>', 'قصف']);
    expect(parsed.querySelectorAll('b')).to.have.length(0);
  });

  it('makes the same elements as it writes', () => {
    const element = toSvgElement(draw(), document);
    const parsed = new DOMParser().parseFromString(toSvgText(draw()), 'image/svg+xml').documentElement;
    const tags = (root: Element) => [...root.querySelectorAll('*')].map((node) => node.tagName);
    expect(tags(element)).to.deep.equal(tags(parsed));
    expect(element.querySelectorAll('[style]')).to.have.length(0);
    expect(element.querySelectorAll('text')[1]!.getAttribute('lang')).to.equal('ar');
  });
});

describe('toSvgText(tree)', () => {
  it('keeps markup in data as text, and drops what XML cannot hold', () => {
    const tree = svgNode('text', { 'aria-label': '"><script>\n' }, ['a\u0000b\ud800c]]>']);
    expect(toSvgText(tree)).to.equal('<text aria-label="&quot;&gt;&lt;script&gt; ">a\ufffdb\ufffdc]]&gt;</text>\n');
  });

  it('rounds numbers to two decimals and knows no minus zero', () => {
    expect(toSvgText(svgNode('rect', { x: 1.23456, y: -0.001, width: 3 }))).to.equal(
      '<rect x="1.23" y="0" width="3"/>\n',
    );
  });
});

describe('hatchLines(x, y, width, height)', () => {
  it('stays inside the rectangle, at 45°, from edge to edge', () => {
    for (const [width, height] of [
      [220, 7],
      [14, 7],
      [3, 40],
      [100, 30],
    ] as const) {
      const segments = hatchLines(10, 20, width, height, true);
      expect(segments.length).to.be.above(0);
      for (let i = 0; i < segments.length; i += 4) {
        const [x0, y0, x1, y1] = segments.slice(i, i + 4) as [number, number, number, number];
        expect(Math.abs(x1 - x0)).to.be.closeTo(Math.abs(y1 - y0), 1e-9);
        expect(Math.min(x0, x1)).to.be.at.least(10 - 1e-9);
        expect(Math.max(x0, x1)).to.be.at.most(10 + width + 1e-9);
        expect(Math.min(y0, y1)).to.be.at.least(20 - 1e-9);
        expect(Math.max(y0, y1)).to.be.at.most(20 + height + 1e-9);
      }
    }
  });

  it('moves with its rectangle', () => {
    const moved = hatchLines(13.5, 20, 60, 7).map((value, i) => (i % 2 === 0 ? value - 13.5 : value));
    hatchLines(0, 20, 60, 7).forEach((value, i) => expect(moved[i]).to.be.closeTo(value, 1e-9));
  });

  it('is empty where there is no room', () => {
    expect(hatchLines(0, 0, 0, 7)).to.deep.equal([]);
  });
});

describe('snapping', () => {
  it('lets a wall and the floor that ends at it meet', () => {
    for (const ratio of [1, 1.25, 2, 3]) {
      for (const x of [10, 10.2, 10.5, 10.77]) {
        const [left] = snapRect(x, 0, 50, 7, ratio);
        const { points, lineWidth } = snapLine([x, 0, x, 7], 2, ratio);
        expect(Math.abs(points[0]! - left), `${x} at ${ratio}`).to.be.at.most(lineWidth / 2);
      }
    }
  });

  it('tiles neighbours without gap or overlap', () => {
    const [left, , width] = snapRect(10.4, 0, 2.7, 5, 1);
    expect(left + width).to.equal(snapRect(13.1, 0, 2.7, 5, 1)[0]);
  });

  it('leaves slanted lines alone', () => {
    const points = [0.3, 0.3, 4.2, 5.1];
    expect(snapLine(points, 1.2, 1)).to.deep.equal({ points, lineWidth: 1.2 });
  });
});
