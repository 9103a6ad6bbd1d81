import { sizes } from '../layout/sizes.js';
import type { CssPixels } from '../util/units.js';
import { drawMark, sampleMark, type MarkSigns } from './draw-mark.js';
import { shiftPen, type Ink, type Pen, type PenText } from './pen.js';
import { throughInset } from './lane-notes.js';
import { tagHeight } from './place-hovered-bin.js';
import { mostSingles } from './place-singles.js';
import type { Plot, Scene, SceneColumn, SceneDensity } from './scene.js';

/** Paper between two columns. */
const columnGap: CssPixels = 1;
/** What is hatched is never lower than this: a line with a little light below it. */
const leastHatch: CssPixels = 2;
const ringLine: CssPixels = 1.1;
const dotted = { stroke: 'edge', lineWidth: 1, dash: [1.5, 2.5] } as const;

type Signs = Omit<MarkSigns, 'question'>;

/**
 * Draws the lanes of counts. A column is solid as far as events lie in it for certain, and hatched as far as they may;
 * three or fewer stand on the baseline one by one, as discs, or as rings where they only may belong there.
 */
export function drawDensities(scene: Scene, pen: Pen, axisPen: Pen, signs: Signs): void {
  for (const density of scene.densities) {
    drawScale(density, scene, pen, axisPen);
    drawColumns(density.columns, density, axisPen);
    drawLabels(density, scene, pen, signs);
    drawSelected(density, axisPen);
  }
  drawHoveredBin(scene, axisPen, signs);
  drawPeaks(scene, axisPen, signs);
}

const textStyle = ({ lang, dir }: Signs, ink: Ink, align: PenText['align']): PenText => ({
  role: 'note',
  ink,
  align,
  lang,
  dir,
});

const heightOf = (value: number, { top, tallest }: Pick<SceneDensity, 'top' | 'tallest'>): CssPixels =>
  (value / top) * tallest;

/** The baseline, and the dotted line at the number beside it. */
function drawScale(density: SceneDensity, { plot }: Scene, pen: Pen, axisPen: Pen): void {
  const { labelled, peak, baseY } = density;
  if (labelled) {
    const y = baseY - heightOf(labelled.value, density);
    const isInTheWay = peak !== null && Math.abs(peak.y - y) < 9;
    const reach = isInTheWay ? peak.width / 2 + 4 : 0;
    const middle = isInTheWay ? peak.x : plot.width;
    axisPen.line([0, y, Math.max(0, middle - reach), y], dotted);
    if (middle + reach < plot.width) axisPen.line([middle + reach, y, plot.width, y], dotted);
  }
  axisPen.line([0, baseY + 0.5, plot.width, baseY + 0.5], { stroke: 'edge', lineWidth: 1 });
}

/** All columns of a lane: one path for what is solid, one for what is hatched. */
function drawColumns(
  columns: readonly Pick<SceneColumn, 'x0' | 'x1' | 'least' | 'most' | 'singles'>[],
  density: Pick<SceneDensity, 'ink' | 'baseY' | 'top' | 'tallest'>,
  pen: Pen,
): void {
  const { baseY, ink } = density;
  const solid: CssPixels[] = [];
  const hatched: CssPixels[] = [];
  const discs: CssPixels[] = [];
  const rings: CssPixels[] = [];
  for (const { x0, x1, least, most, singles } of columns) {
    for (const { x, y, radius, isCertain } of singles) {
      if (isCertain) discs.push(x, y, radius);
      else rings.push(x, y, radius - ringLine / 2);
    }
    if (most <= mostSingles) continue;
    const width = Math.max(1, x1 - x0 - columnGap);
    const sure = least > 0 ? Math.max(1, heightOf(least, density)) : 0;
    if (sure > 0) solid.push(x0, baseY - sure, width, sure);
    if (most === least) continue;
    const possible = Math.max(heightOf(most, density), sure + leastHatch);
    solid.push(x0, baseY - possible, width, 1);
    hatched.push(x0, baseY - possible, width, possible - sure);
  }
  if (hatched.length > 0) pen.bars(hatched, ink, 'hatched');
  if (solid.length > 0) pen.bars(solid, ink, 'solid');
  if (discs.length > 0) pen.dots(discs, { fill: ink });
  if (rings.length > 0) pen.dots(rings, { fill: 'paper', outline: { stroke: ink, lineWidth: ringLine } });
}

/** Numbers at the start side, outside the plot where there is room beside it, else on the dotted line. */
function drawLabels(density: SceneDensity, { plot, shape, dir }: Scene, pen: Pen, signs: Signs): void {
  const { labelled, baseText, baseY } = density;
  const lineHeight = labelled ? heightOf(labelled.value, density) : Infinity;
  const isRtl = dir === 'rtl';
  const edge = isRtl ? plot.left + plot.width : plot.left;
  if (shape === 'wide') {
    const x = edge + (isRtl ? 6 : -6);
    const style = textStyle(signs, 'ink-2', isRtl ? 'left' : 'right');
    if (labelled) pen.text(labelled.text, x, baseY - lineHeight, style);
    if (baseText !== '' && lineHeight >= 12) pen.text(baseText, x, baseY - 2, style);
  } else if (labelled) {
    const { text, width } = labelled;
    const y = baseY - lineHeight - 9;
    pen.rect(isRtl ? edge - width - 6 : edge + 2, y - 8, width + 4, 16, { fill: 'paper', opacity: 0.85, radius: 2 });
    pen.text(text, edge + (isRtl ? -4 : 4), y, textStyle(signs, 'ink-2', isRtl ? 'right' : 'left'));
  }
}

/** Where the selected event lies, below the baseline. */
function drawSelected({ selected, baseY }: SceneDensity, pen: Pen): void {
  if (!selected) return;
  const [x0, x1] = selected;
  const middle = (x0 + x1) / 2;
  if (x1 - x0 > 12) pen.line([x0, baseY + 3, x1, baseY + 3], { stroke: 'ink', lineWidth: 2 });
  pen.polygon([middle, baseY + 1.5, middle - 4.5, baseY + 7, middle + 4.5, baseY + 7], { fill: 'ink' });
}

/** Above the highest column; not where the number of the column under the pointer stands. */
function drawPeaks({ densities, hoveredBin }: Scene, axisPen: Pen, signs: Signs): void {
  for (const { peak, laneIndex } of densities) {
    if (!peak) continue;
    const { x, y, width, text } = peak;
    const isTaken = hoveredBin?.tags.some(
      (tag) => tag.laneIndex === laneIndex && tag.x0 < x + width / 2 + 4 && tag.x0 + tag.width > x - width / 2 - 4,
    );
    const isCrossed = hoveredBin && hoveredBin.x0 < x + width / 2 && hoveredBin.x1 > x - width / 2;
    if (!isTaken && !isCrossed) axisPen.text(text, x, y, textStyle(signs, 'ink', 'center'));
  }
}

/** The column under the pointer through all lanes, with each lane's number beside it. */
function drawHoveredBin({ hoveredBin, height }: Scene, axisPen: Pen, signs: Signs): void {
  if (!hoveredBin) return;
  const { x0, x1, tags } = hoveredBin;
  axisPen.rect(x0, 0, x1 - x0, height, { fill: 'ink', opacity: 0.1 });
  for (const x of [x0, x1]) axisPen.line([x, 0, x, height], { stroke: 'ink', lineWidth: 1 });
  for (const tag of tags) drawNumberTag(tag.text, tag.x0, tag.y, tag.width, tagHeight, axisPen, signs);
}

function drawNumberTag(
  text: string,
  x: CssPixels,
  y: CssPixels,
  width: CssPixels,
  height: CssPixels,
  pen: Pen,
  signs: Signs,
): void {
  pen.rect(x, y, width, height, { fill: 'ink', radius: 2 });
  pen.text(text, x + width / 2, y + height / 2, textStyle(signs, 'paper', 'center'));
}

/** What the column under the pointer holds, on the axis above it. */
export function drawReadout({ hoveredBin, plot }: Scene, axisPen: Pen, signs: Signs): void {
  if (!hoveredBin) return;
  const { x0, x1, text, width } = hoveredBin;
  const x = Math.max(0, Math.min((x0 + x1 - width) / 2, plot.width - width));
  drawNumberTag(text, x, sizes.axis - 24, width, 20, axisPen, signs);
}

/** From the start of the column of dates not stated to the end of its numbers, and to the box beside them. */
const undatedNumber: CssPixels = 52;
const undatedBox: CssPixels = 56;
const boxWidth: CssPixels = 26;

/**
 * How many events have no date: a number and a dashed box in their column, or in words in the lane's head. How many reach
 * across all that is visible: in words, between two arrows.
 */
export function drawLaneNotes(scene: Scene, pen: Pen, axisPen: Pen, signs: MarkSigns): void {
  const { shape, dir, width, plot, lanes } = scene;
  const isRtl = dir === 'rtl';
  // Places count from the start side.
  const place = (x: CssPixels): CssPixels => (isRtl ? width - x : x);
  const style = textStyle(signs, 'ink', isRtl ? 'left' : 'right');
  for (const { kind, laneIndex, count, text, y } of scene.laneNotes) {
    const { lane } = lanes[laneIndex]!;
    const ink: Ink = lane.folded ? 'edge' : `actor-${lane.hue}`;
    if (kind === 'through') {
      const end = plot.width;
      axisPen.polygon([2, y, 9, y - 4.5, 9, y + 4.5], { fill: ink });
      axisPen.polygon([end - 2, y, end - 9, y - 4.5, end - 9, y + 4.5], { fill: ink });
      axisPen.text(text, throughInset, y, { ...style, ink: 'ink-2', align: 'left' });
      continue;
    }
    if (shape !== 'wide') {
      pen.text(text, endOf(plot, isRtl), y, { ...style, ink: 'ink-2' });
      continue;
    }
    pen.text(text, place(sizes.laneColumn + undatedNumber), y, { ...style, ink: count > 0 ? 'ink' : 'ink-2' });
    if (count === 0) continue;
    const x = place(sizes.laneColumn + undatedBox) - (isRtl ? boxWidth : 0);
    drawMark(sampleMark('undated', ink, boxWidth, 16), shiftPen(pen, x, y - 8), signs);
  }
}

const endOf = ({ left, width }: Plot, isRtl: boolean): CssPixels => (isRtl ? left + 4 : left + width - 4);

/** What a lane of counts is made of, for the legend. */
export type ColumnSample = 'least' | 'most' | 'each' | 'scale';

/**
 * One column as the legend shows it, in ink, so that it stands for every actor.
 *
 * @param numbers 5 and 0 as the language writes them, for the line of the scale
 */
export function drawColumnSample(
  sample: ColumnSample,
  width: CssPixels,
  height: CssPixels,
  pen: Pen,
  signs: Signs,
  numbers: readonly [five: string, zero: string],
): void {
  const baseY = height - 1.5;
  const density = { ink: 'ink', baseY, top: 8, tallest: height - 3 } as const;
  const isScale = sample === 'scale';
  const from = isScale ? 14 : 4;
  pen.line([from, baseY + 0.5, width - 4, baseY + 0.5], { stroke: 'edge', lineWidth: 1 });
  if (isScale) {
    const y = baseY - heightOf(5, density);
    pen.line([from, y, width - 4, y], dotted);
    pen.text(numbers[0], from - 4, y, textStyle(signs, 'ink-2', 'right'));
    pen.text(numbers[1], from - 4, baseY - 3, textStyle(signs, 'ink-2', 'right'));
    return;
  }
  const middle = width / 2;
  const single = (x: CssPixels, isCertain: boolean) => ({ event: 0, x, y: baseY - 4, radius: 2.6, isCertain });
  const singles =
    sample === 'each' ? [single(middle - 12, true), single(middle, true), single(middle + 12, false)] : [];
  const [least, most] = sample === 'each' ? [2, 3] : sample === 'most' ? [4, 8] : [6, 6];
  drawColumns([{ x0: middle - 7, x1: middle + 7, least, most, singles }], density, pen);
}
