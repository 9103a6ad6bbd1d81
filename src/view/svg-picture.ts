import { pickText, type ShownText } from '../core/i18n/text.js';
import type { Dataset } from '../core/dataset/dataset.js';
import { wrapText } from '../core/layout/fit-text.js';
import { sizes } from '../core/layout/sizes.js';
import { typeScale, type MeasureText, type TextRole } from '../core/layout/type-scale.js';
import { createAxisWords } from '../core/scene/axis-words.js';
import { drawAxis } from '../core/scene/draw-axis.js';
import { drawScene } from '../core/scene/draw-scene.js';
import type { Language } from '../core/scene/language.js';
import { shiftPen, type Pen } from '../core/scene/pen.js';
import type { Scene } from '../core/scene/scene.js';
import type { CssPixels } from '../core/util/units.js';
import { createSvgPen } from './svg-pen.js';
import { svgNode, toSvgText } from './svg-tree.js';
import type { Theme } from './static-theme.js';

/** A chart, and what its words are made of. */
export interface DrawnChart {
  readonly scene: Scene;
  readonly dataset: Dataset;
  readonly language: Language;
  readonly measure: MeasureText;
}

export interface ExportInput extends DrawnChart {
  readonly title: ShownText;
  /** What it shows, in sentences: for those who do not see it. */
  readonly description: string;
  /** Below the chart: where it comes from, and the words that a licence asks for. */
  readonly origin: readonly ShownText[];
}

/** Around the chart, within the picture. */
export const margin: CssPixels = 16;
const headHeight = 48;
const headLine = 30;
const mostHeadLines = 3;
const footHeight = 28;
const footLine = 16;
const mostFootLines = 4;

/**
 * The picture as the text of an SVG file, titled and described, with nothing outside itself.
 *
 * @param scale the file's own size for that of the picture
 */
export function exportSvg(input: ExportInput, theme: Theme, scale = 1): string {
  const { width, height } = exportSize(input);
  const { title, description, language } = input;
  const fontFamily: Theme['fontFamily'] = (role, arabic) => withGeneric(theme.fontFamily(role, arabic), role);
  const pen = createSvgPen({ ...theme, fontFamily }, { idPrefix: 'rt-' });
  drawExport(input, pen);
  // No id of an event becomes one of these two.
  const [titleId, descriptionId] = ['rt.title', 'rt.description'];
  const attributes = {
    width: width * scale,
    height: height * scale,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    lang: language.locale,
    'aria-labelledby': titleId,
    'aria-describedby': descriptionId,
  };
  return toSvgText(
    svgNode('svg', attributes, [
      svgNode('title', { id: titleId, lang: title.lang }, [title.text]),
      svgNode('desc', { id: descriptionId }, [description]),
      ...pen.nodes,
    ]),
  );
}

/** A page may name fonts that only it has: elsewhere the file falls back to the same kind. */
function withGeneric(families: string, role: TextRole): string {
  return /(^|[\s,])(sans-serif|serif|monospace|system-ui)\s*$/i.test(families)
    ? families
    : `${families}, ${typeScale[role].family === 'serif' ? 'serif' : 'sans-serif'}`;
}

/** The size of the whole picture, margins included. */
export function exportSize(input: ExportInput): { readonly width: CssPixels; readonly height: CssPixels } {
  const { scene } = input;
  const more = footLine * Math.max(0, footLines(input).length - 1);
  return {
    width: scene.width + 2 * margin,
    height: headOf(input).height + sizes.axis + scene.height + footHeight + more + margin,
  };
}

function headOf({ title, scene, measure }: ExportInput): {
  readonly lines: readonly string[];
  readonly height: number;
} {
  const lines = wrapText(title.text, 'heading', scene.width, mostHeadLines, measure);
  return { lines, height: headHeight + headLine * Math.max(0, lines.length - 1) };
}

const footLines = ({ scene, origin, measure }: ExportInput): readonly ShownText[] =>
  origin.flatMap(({ text, lang, dir }) =>
    wrapText(text, 'note', scene.width, mostFootLines, measure).map((line) => ({ text: line, lang, dir })),
  );

/** Draws what a file needs besides the scene: ground, heading, axis, the lanes' names, the source. */
export function drawExport(input: ExportInput, pen: Pen): void {
  const { scene, dataset, language, measure, title } = input;
  const { width, height } = exportSize(input);
  const { lang, dir } = language;
  const isRtl = scene.dir === 'rtl';
  const align = isRtl ? 'right' : 'left';
  const startX = isRtl ? width - margin : margin;
  pen.rect(0, 0, width, height, { fill: 'paper' });
  pen.rect(margin, 0, scene.width, 3, { fill: 'ink' });
  const head = headOf(input);
  head.lines.forEach((line, i) =>
    pen.text(line, startX, 28 + i * headLine, {
      role: 'heading',
      ink: 'ink',
      align,
      lang: title.lang,
      dir: title.dir,
    }),
  );

  const signs = { question: language.messages.questionMark, lang, dir };
  drawAxis(scene, shiftPen(pen, margin, head.height), createAxisWords(language, measure));
  const lanesPen = shiftPen(pen, margin, head.height + sizes.axis);
  const nameOf = (event: number): { id: string; label: string } => {
    const { id, title: text } = dataset.event(event);
    return { id, label: pickText(text, language.locale, dataset.language).text };
  };
  drawScene(scene, lanesPen, signs, nameOf);
  drawLaneNames(input, lanesPen);
  const footY = head.height + sizes.axis + scene.height + footLine;
  footLines(input).forEach(({ text, ...own }, i) =>
    pen.text(text, startX, footY + i * footLine, { role: 'note', ink: 'ink-2', align, ...own }),
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
