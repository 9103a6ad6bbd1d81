import type { Lane } from '../core/layout/lanes.js';
import { sizes } from '../core/layout/sizes.js';
import { createAxisWords } from '../core/scene/axis-words.js';
import { drawAxis } from '../core/scene/draw-axis.js';
import { drawColumnSample, type ColumnSample } from '../core/scene/draw-density.js';
import { drawKey } from '../core/scene/draw-key.js';
import type { MarkSigns } from '../core/scene/draw-mark.js';
import { drawClashSample, drawSample, sampleHeight, sampleWidth } from '../core/scene/draw-sample.js';
import { drawScene } from '../core/scene/draw-scene.js';
import type { Language } from '../core/scene/language.js';
import type { LegendEntry } from '../core/scene/legend-entries.js';
import { mirrorPen, shiftPen, type Pen } from '../core/scene/pen.js';
import type { Scene } from '../core/scene/scene.js';
import type { CssPixels } from '../core/util/units.js';
import { drawLaneNames } from '../view/svg-picture.js';
import { createSvgPen } from '../view/svg-pen.js';
import { inkNames, themeOf } from '../view/static-theme.js';
import { fontFamilies, themeTokens, type ThemeInks } from '../view/theme-tokens.js';
import { element, type HtmlNode } from './html-tree.js';
import { measureText } from './measure-text.js';
import type { StaticModel } from './model.js';

/** The custom property of the page's own style that a picture takes an ink from. */
export const inkProperty = (ink: string): string => `--rt-${ink}`;

/** Dark where the page around says so; light colours where nobody does, as in a template of somebody else. */
const theme = themeOf(
  Object.fromEntries(
    inkNames.map((ink) => [ink, `var(${inkProperty(ink)}, ${themeTokens.light[ink as keyof ThemeInks]})`]),
  ),
  fontFamilies,
  false,
);

const signsOf = ({ lang, dir, messages }: Language): MarkSigns => ({ question: messages.questionMark, lang, dir });

/** With room for the arrow at the axis' end, and for the letters of the lowest row. */
const axisHeight: CssPixels = sizes.axis + 4;
const below: CssPixels = 4;

/** The chart, its lanes named, with a name and a description for those who hear it. */
export function chartPicture(model: StaticModel, scene: Scene, title: string, description: string): HtmlNode {
  const { dataset, language } = model;
  const pen = createSvgPen(theme, { idPrefix: 'rt-chart-' });
  const height = axisHeight + scene.height + below;
  pen.rect(0, 0, scene.width, height, { fill: 'paper' });
  if (scene.scale) drawAxis(scene, pen, createAxisWords(language, measureText));
  const lanesPen = shiftPen(pen, 0, axisHeight);
  drawScene(scene, lanesPen, signsOf(language));
  drawLaneNames({ scene, dataset, language, measure: measureText }, lanesPen);
  return element(
    'svg',
    {
      class: 'rt-chart',
      role: 'img',
      width: scene.width,
      height,
      viewBox: `0 0 ${scene.width} ${height}`,
    },
    element('title', {}, title),
    element('desc', {}, description),
    pen.nodes,
  );
}

/** A small picture beside words that say the same. */
function figure(width: CssPixels, height: CssPixels, idPrefix: string, draw: (pen: Pen) => void): HtmlNode {
  const pen = createSvgPen(theme, { idPrefix: `rt-${idPrefix}-` });
  draw(pen);
  const attributes = { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true', focusable: 'false' };
  return element('svg', { class: 'rt-figure', ...attributes }, pen.nodes);
}

/** A lane's key pattern, which tells lanes apart without colour. */
export const keyPicture = (lane: Lane): HtmlNode =>
  figure(9, 14, `key-${lane.hue}`, (pen) => drawKey(lane, 0, 0, 9, 14, pen));

/** A mark as the legend shows it. */
export const samplePicture = ({ key, sample }: LegendEntry, { language, dir }: StaticModel): HtmlNode =>
  figure(sampleWidth, sampleHeight, `sample-${key}`, (pen) => {
    if ('kind' in sample) {
      drawSample(sample.kind, sample.more, dir === 'rtl' ? mirrorPen(pen, 0, sampleWidth) : pen, signsOf(language));
    } else drawClashSample(sample, pen);
  });

const columnHeight: CssPixels = 34;

/** What a lane of counts is made of. */
export const columnPicture = (sample: ColumnSample, { lang, dir, numbers }: Language): HtmlNode =>
  figure(sampleWidth, columnHeight, `column-${sample}`, (pen) =>
    drawColumnSample(sample, sampleWidth, columnHeight, pen, { lang, dir }, [numbers.format(5), numbers.format(0)]),
  );
