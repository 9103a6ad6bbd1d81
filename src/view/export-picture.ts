import { pickText, type ShownText } from '../core/i18n/text.js';
import type { Dataset } from '../core/dataset/dataset.js';
import { wrapText } from '../core/layout/fit-text.js';
import { sizes } from '../core/layout/sizes.js';
import type { MeasureText } from '../core/layout/type-scale.js';
import { createAxisWords } from '../core/scene/axis-words.js';
import { drawAxis } from '../core/scene/draw-axis.js';
import { drawScene } from '../core/scene/draw-scene.js';
import type { Language } from '../core/scene/language.js';
import { shiftPen, type Pen } from '../core/scene/pen.js';
import type { Scene } from '../core/scene/scene.js';
import type { CssPixels } from '../core/util/units.js';
import { createSurface } from './surface.js';
import { createSvgPen } from './svg-pen.js';
import { svgNode, toSvgText } from './svg-tree.js';
import type { Theme } from './theme.js';

/** A chart, and what its words are made of. */
export interface DrawnChart {
  readonly scene: Scene;
  readonly dataset: Dataset;
  readonly language: Language;
  readonly measure: MeasureText;
}

export interface ExportInput extends DrawnChart {
  readonly title: string;
  /** Below the chart: where it comes from. */
  readonly origin: ShownText;
}

const margin = 16;
const headHeight = 48;
const footHeight = 28;
const footLine = 16;
const mostFootLines = 4;

/** The picture as the text of an SVG file, titled, with nothing outside itself. */
export function exportSvg(input: ExportInput, theme: Theme): string {
  const { width, height } = exportSize(input);
  const pen = createSvgPen(theme, { idPrefix: 'rt-' });
  drawExport(input, pen);
  const attributes = { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', lang: input.language.locale };
  return toSvgText(svgNode('svg', attributes, [svgNode('title', {}, [input.title]), ...pen.nodes]));
}

/** The picture as a PNG file. @param scale pixels of the picture for one of the page */
export function exportPng(input: ExportInput, theme: Theme, scale: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  const { width, height } = exportSize(input);
  const surface = createSurface(canvas);
  surface.resize(width, height, scale);
  surface.paint((pen) => drawExport(input, pen), theme);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))), 'image/png'),
  );
}

/** The size of the whole picture, margins included. */
function exportSize(input: ExportInput): { readonly width: CssPixels; readonly height: CssPixels } {
  const { scene } = input;
  const more = footLine * Math.max(0, footLines(input).length - 1);
  return {
    width: scene.width + 2 * margin,
    height: headHeight + sizes.axis + scene.height + footHeight + more + margin,
  };
}

const footLines = ({ scene, origin, measure }: ExportInput): readonly string[] =>
  wrapText(origin.text, 'note', scene.width, mostFootLines, measure);

/** Draws what a file needs besides the scene: ground, heading, axis, the lanes' names, the source. */
function drawExport(input: ExportInput, pen: Pen): void {
  const { scene, dataset, language, measure, title, origin } = input;
  const { width, height } = exportSize(input);
  const { lang, dir } = language;
  const isRtl = scene.dir === 'rtl';
  const align = isRtl ? 'right' : 'left';
  const startX = isRtl ? width - margin : margin;
  pen.rect(0, 0, width, height, { fill: 'paper' });
  pen.rect(margin, 0, scene.width, 3, { fill: 'ink' });
  pen.text(title, startX, 28, { role: 'heading', ink: 'ink', align, lang, dir });

  const signs = { question: language.messages.questionMark, lang, dir };
  drawAxis(scene, shiftPen(pen, margin, headHeight), createAxisWords(language, measure));
  const lanesPen = shiftPen(pen, margin, headHeight + sizes.axis);
  const nameOf = (event: number): { id: string; label: string } => {
    const { id, title: text } = dataset.event(event);
    return { id, label: pickText(text, language.locale, dataset.language).text };
  };
  drawScene(scene, lanesPen, signs, nameOf);
  drawLaneNames(input, lanesPen);
  const footY = headHeight + sizes.axis + scene.height + footLine;
  footLines(input).forEach((line, i) =>
    pen.text(line, startX, footY + i * footLine, {
      role: 'note',
      ink: 'ink-2',
      align,
      lang: origin.lang,
      dir: origin.dir,
    }),
  );
}

/** On the page the lanes' names are HTML; in a file they are drawn. */
export function drawLaneNames({ scene, dataset, language, measure }: DrawnChart, pen: Pen, lanes = scene.lanes): void {
  const { lang, dir, locale, numbers } = language;
  const isRtl = scene.dir === 'rtl';
  const align = isRtl ? 'right' : 'left';
  const x = isRtl ? scene.width - 18 : 18;
  for (const { lane, headY } of lanes) {
    const name = `${pickText(lane.name, locale, dataset.language).text} ${numbers.format(lane.count)}`;
    const isWide = scene.shape === 'wide';
    const lines = isWide ? wrapText(name, 'lane', sizes.laneColumn - 34, 3, measure) : [name];
    lines.forEach((line, i) => pen.text(line, x, headY + 16 + i * 19, { role: 'lane', ink: 'ink', align, lang, dir }));
    if (!isWide || lane.note === null) continue;
    const note = pickText(lane.note, locale, dataset.language);
    wrapText(note.text, 'note', sizes.laneColumn - 34, 4, measure).forEach((line, i) =>
      pen.text(line, x, headY + 16 + lines.length * 19 + i * 16, {
        role: 'note',
        ink: 'ink-2',
        align,
        lang: note.lang,
        dir: note.dir,
      }),
    );
  }
}
