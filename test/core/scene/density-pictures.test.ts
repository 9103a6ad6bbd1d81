import { sizes } from '../../../src/core/layout/sizes.js';
import { createAxisWords } from '../../../src/core/scene/axis-words.js';
import { drawAxis } from '../../../src/core/scene/draw-axis.js';
import { drawColumnSample } from '../../../src/core/scene/draw-density.js';
import { drawOverview, overviewHeight } from '../../../src/core/scene/draw-overview.js';
import { drawScene } from '../../../src/core/scene/draw-scene.js';
import { createLanguage } from '../../../src/core/scene/language.js';
import { shiftPen, type Pen } from '../../../src/core/scene/pen.js';
import type { Scene } from '../../../src/core/scene/scene.js';
import { createTimeScale } from '../../../src/core/viewport/time-scale.js';
import { createSvgPen } from '../../../src/view/svg-pen.js';
import { svgNode, toSvgText } from '../../../src/view/svg-tree.js';
import { staticTheme } from '../../../src/view/theme.js';
import { expectPicture } from '../../support/picture.js';
import { denseYears, denseYearsChart, type DenseOptions } from '../support/dense.js';
import { measure } from '../support/measure.js';

const top = overviewHeight + sizes.axis;

function picture(width: number, height: number, draw: (pen: Pen) => void, scheme: 'light' | 'dark' = 'light'): string {
  const pen = createSvgPen(staticTheme(scheme));
  pen.rect(0, 0, width, height, { fill: 'paper' });
  draw(pen);
  return toSvgText(svgNode('svg', { width, height, viewBox: `0 0 ${width} ${height}` }, pen.nodes));
}

const { dense, all, lanes } = denseYearsChart();

/** The chart as the page draws it: overview, axis, lanes. */
function chartOf(options: Partial<DenseOptions>, scheme: 'light' | 'dark' = 'light'): string {
  const scene: Scene = dense({ domain: denseYears, width: 1184, ...options });
  const language = createLanguage(options.locale ?? 'en');
  const words = createAxisWords(language, measure);
  const scale = createTimeScale(denseYears, scene.plot.width);
  const brush = [0, scale.width] as const;
  const { lang, dir, messages } = language;
  const draw = (pen: Pen): void => {
    drawOverview({ dataset: null!, lanes, plot: scene.plot, scale, brush, words, shown: all }, pen);
    drawAxis(scene, shiftPen(pen, 0, overviewHeight), words);
    drawScene(scene, shiftPen(pen, 0, top), { question: messages.questionMark, lang, dir });
  };
  return picture(scene.width, top + scene.height, draw, scheme);
}

const hoveredBin = { start: Date.UTC(2016, 3), end: Date.UTC(2016, 4), laneIndex: 0 };
const arabic = { locale: 'ar-SY', dir: 'rtl', mirrored: true } as const;

describe('the picture of a hundred thousand events', () => {
  const charts: Readonly<Record<string, Partial<DenseOptions>>> = {
    density: {},
    'density-hovered': { more: { hoveredBin } },
    'density-one-scale': { more: { oneScale: true } },
    'density-arabic': { ...arabic, more: { hoveredBin } },
    'density-medium': { shape: 'medium', width: 600 },
  };
  for (const [name, options] of Object.entries(charts)) {
    it(name.replaceAll('-', ' '), () => expectPicture(`scene/${name}.svg`, chartOf(options)));
  }

  it('in the dark', () => expectPicture('scene/density-dark.svg', chartOf({ more: { hoveredBin } }, 'dark')));

  it('in the legend', () => {
    const draw = (pen: Pen): void =>
      (['least', 'most', 'each', 'scale'] as const).forEach((sample, i) =>
        drawColumnSample(sample, 52, 28, shiftPen(pen, 10 + i * 70, 8), { lang: 'en', dir: 'ltr' }, ['5', '0']),
      );
    return expectPicture('scene/density-legend.svg', picture(290, 44, draw));
  });
});
