import { sizes } from '../../../src/core/layout/sizes.js';
import { createAxisWords } from '../../../src/core/scene/axis-words.js';
import { drawAxis } from '../../../src/core/scene/draw-axis.js';
import { drawKey } from '../../../src/core/scene/draw-key.js';
import { drawMark, sampleMark } from '../../../src/core/scene/draw-mark.js';
import { drawOverview, overviewHeight } from '../../../src/core/scene/draw-overview.js';
import { drawScene } from '../../../src/core/scene/draw-scene.js';
import { mirrorPen, shiftPen, type Pen } from '../../../src/core/scene/pen.js';
import type { SceneMark } from '../../../src/core/scene/scene.js';
import { dateKinds } from '../../../src/core/temporal/temporal.js';
import { createTimeScale } from '../../../src/core/viewport/time-scale.js';
import { createSvgPen } from '../../../src/view/svg-pen.js';
import { svgNode, toSvgText } from '../../../src/view/svg-tree.js';
import { staticTheme } from '../../../src/view/theme.js';
import { expectPicture } from '../../support/picture.js';
import { measure } from '../support/measure.js';
import { bundled } from '../support/report.js';
import { timeline, type Timeline } from '../support/timeline.js';

function picture(width: number, height: number, draw: (pen: Pen) => void, scheme: 'light' | 'dark' = 'light'): string {
  const pen = createSvgPen(staticTheme(scheme));
  pen.rect(0, 0, width, height, { fill: 'paper' });
  draw(pen);
  return toSvgText(svgNode('svg', { width, height, viewBox: `0 0 ${width} ${height}` }, pen.nodes));
}

const day = (x: number, width: number): SceneMark['likely'][number] => ({
  x0: x,
  x1: x + width,
  y: 12,
  doubtful: false,
  isPoint: true,
  tight: false,
});

/** Every kind of date, and what may be added to one: the rows of the picture. */
const variants: readonly (readonly [string, SceneMark['kind'], (width: number) => Partial<SceneMark>])[] = [
  ...dateKinds.map((kind) => [kind, kind, () => ({})] as const),
  ['within, inferred', 'within', () => ({ startBasis: 'inferred', endBasis: 'inferred' })],
  ['within, ends approximate', 'within', () => ({ startDoubt: 'approximate', endDoubt: 'approximate' })],
  ['within, ends uncertain', 'within', () => ({ startDoubt: 'uncertain', endDoubt: 'uncertain' })],
  ['within, on one of', 'within', (width) => ({ parts: [1, 1 + width * 0.2, width * 0.7, width - 1] })],
  ['within, likely a day', 'within', (width) => ({ likely: [day(1, width / 5)] })],
  ['within, perhaps a day', 'within', (width) => ({ likely: [{ ...day(width * 0.4, width / 5), doubtful: true }] })],
  ['within, likely a month', 'within', (width) => ({ likely: [{ ...day(width * 0.4, width * 0.4), isPoint: false }] })],
  ['within, cut by the view', 'within', (width) => ({ x0: -50, x1: width + 50 })],
  ['repeated, on each of', 'repeated', (width) => ({ parts: [1, 4, width * 0.5, width * 0.6, width - 4, width - 1] })],
  ['lasted, ends approximate', 'lasted-fuzzy', () => ({ startDoubt: 'approximate', endDoubt: 'approximate' })],
  ['order only, after', 'order-only', () => ({ openEnd: true })],
  ['order only, before', 'order-only', () => ({ openStart: true })],
];

const rowHeight = 34;
const stretches = [14, 60, 220] as const;
const signs = { question: '?', lang: 'en', dir: 'ltr' } as const;

function drawMarks(pen: Pen): void {
  variants.forEach(([name, kind, more], row) => {
    const y = 8 + row * rowHeight;
    pen.text(name, 10, y + 14, { role: 'note', ink: 'ink-2', align: 'left', lang: 'en', dir: 'ltr' });
    let x = 190;
    for (const width of stretches) {
      drawMark(
        sampleMark(kind, 'actor-0', width, 24, { x0: 0, x1: width, ...more(width) }),
        shiftPen(pen, x, y),
        signs,
      );
      x += width + 60;
    }
    const arabic = { question: '؟', lang: 'ar', dir: 'rtl' } as const;
    const mark = sampleMark(kind, 'actor-1', 220, 24, { x0: 0, x1: 220, ...more(220) });
    drawMark(mark, mirrorPen(shiftPen(pen, x, y), 0, 220), arabic);
  });
}

const top = overviewHeight + sizes.axis;

/** The chart as the page draws it: overview, axis, lanes. */
function drawChart({ ask, state, scene }: Timeline, pen: Pen): void {
  const language = ask.language(state);
  const words = createAxisWords(language, measure);
  const whole = ask.whole(state)!;
  const scale = createTimeScale(whole, scene.plot.width);
  const [from, to] = ask.domain(state)!.map((time) => Math.min(Math.max(scale(time), 0), scale.width));
  const lanes = ask.shownLanes(state);
  drawOverview({ dataset: bundled, lanes, plot: scene.plot, scale, brush: [from!, to!], words }, pen);
  drawAxis(scene, shiftPen(pen, 0, overviewHeight), words);
  const { lang, dir, messages } = language;
  const idOf = (event: number) => ({ id: bundled.events[event]!.id, label: '' });
  drawScene(scene, shiftPen(pen, 0, top), { question: messages.questionMark, lang, dir }, idOf);
}

const chartOf = (view: Timeline, scheme: 'light' | 'dark' = 'light'): string =>
  picture(view.scene.width, top + view.scene.height, (pen) => drawChart(view, pen), scheme);

const arabic = { locale: 'ar-SY', dir: 'rtl', mirrored: true } as const;

describe('the picture', () => {
  const marks = (scheme: 'light' | 'dark') => picture(920, 16 + variants.length * rowHeight, drawMarks, scheme);

  it('of every date mark at 14, 60 and 220 px, and mirrored', () => expectPicture('scene/marks.svg', marks('light')));

  it('of every date mark in the dark', () => expectPicture('scene/marks-dark.svg', marks('dark')));

  it('of the eight key patterns', () =>
    expectPicture(
      'scene/keys.svg',
      picture(200, 60, (pen) => {
        for (let slot = 0; slot < 8; slot++)
          drawKey({ hue: slot, pattern: slot }, 10 + slot * 24, 10, sizes.laneEdge, 40, pen);
      }),
    ));

  const view = timeline(bundled, { width: 900 });
  const charts: Readonly<Record<string, Timeline>> = {
    'first-view': view,
    'whole-extent': view.show(view.ask.whole(view.state)!),
    'first-view-arabic': timeline(bundled, { width: 900, ...arabic }),
    'first-view-medium': timeline(bundled, { width: 600 }),
    'first-view-medium-arabic': timeline(bundled, { width: 600, ...arabic }),
    'selected-e24': view.dispatch({ type: 'select', id: 'e24' }).dispatch({ type: 'hover', event: 0 }),
    'lanes-apart': timeline(bundled, { width: 900, wantedLanes: ['regime', 'coalition', 'isis'] }),
  };
  for (const [name, chart] of Object.entries(charts)) {
    it(`of the bundled report: ${name.replaceAll('-', ' ')}`, () => expectPicture(`scene/${name}.svg`, chartOf(chart)));
  }

  it('of the bundled report in the dark', () => expectPicture('scene/first-view-dark.svg', chartOf(view, 'dark')));
});
