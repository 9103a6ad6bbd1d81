import { sizes } from '../layout/sizes.js';
import { isPoint, type PointKind } from '../temporal/date-kind.js';
import type { CssPixels } from '../util/units.js';
import type { Ink, Pen, Stroke } from './pen.js';
import type { LikelyMark, SceneMark } from './scene.js';

const inferredDash = [3, 2.4];
const doubtDash = [2.6, 1.7];
const hairlineDash = [2.2, 2];
const bar = sizes.floor;

/**
 * Draws one date. The shape says what is known of it and nothing else: who is a matter of the ink, how sure the event
 * itself is a matter of words.
 *
 * | known                       | drawn                                             |
 * |-----------------------------|---------------------------------------------------|
 * | a day                       | disc, hairline over the day; a ring with ? if doubtful |
 * | sometime between two bounds | hatched floor between two walls, never a point     |
 * | lasted                      | solid bar; dashed boxes for uncertain ends         |
 * | one bound                   | wall on that side, fading to a chevron on the other |
 * | began, end not known        | wall, solid, fading to ?                           |
 *
 * Walls are solid where a source gives the bound and dashed where it is inferred.
 *
 * @param signs the question mark of the reader's language, drawn upright whichever way time runs
 */
export function drawMark(mark: SceneMark, pen: Pen, signs: MarkSigns): void {
  const { kind } = mark;
  if (isPoint(kind)) drawPoints(mark, pen, signs);
  else bodies[kind](mark, pen, signs);
  for (const likely of mark.likely) drawLikely(likely, mark, pen, signs);
}

export interface MarkSigns {
  readonly question: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

type DrawBody = (mark: SceneMark, pen: Pen, signs: MarkSigns) => void;

const bodies: Readonly<Record<Exclude<SceneMark['kind'], PointKind>, DrawBody>> = {
  within: drawWindow,
  repeated: drawRepeated,
  lasted: drawLasting,
  'lasted-fuzzy': drawLasting,
  'open-end': drawLasting,
  'open-start': drawLasting,
  'end-unknown': drawEndUnknown,
  'start-unknown': drawStartUnknown,
  'on-or-before': drawHalfOpen,
  'on-or-after': drawHalfOpen,
  'order-only': drawOrderOnly,
  ongoing: drawOngoing,
  undated: drawUndated,
};

const line = (ink: Ink, lineWidth: CssPixels, dash?: readonly CssPixels[]): Stroke => ({
  stroke: ink,
  lineWidth,
  ...(dash && { dash }),
});

/** The part of a mark that is in view; where it is cut, it ends flat. */
function visible({ x0, x1, viewEnd }: SceneMark): readonly [CssPixels, CssPixels] {
  return [Math.max(0, x0), Math.min(viewEnd, x1)];
}

function drawPoints(mark: SceneMark, pen: Pen, signs: MarkSigns): void {
  const middle = (mark.x0 + mark.x1) / 2;
  const isDoubtful = mark.kind === 'uncertain' || mark.kind === 'uncertain-approximate';
  const isApproximate = mark.kind === 'approximate' || mark.kind === 'uncertain-approximate';
  const hasHairline = mark.x1 - mark.x0 >= sizes.hairlineDay;
  const radius = sizes.disc / 2;
  // Of a day that is wider than the view the middle may be outside it.
  const isDiscInView = middle >= 0 && middle <= mark.viewEnd;
  for (const y of mark.rows) {
    if (isApproximate) {
      for (const side of [-1, 1]) {
        pen.line([middle + side * (radius + 2.5), y, middle + side * (radius + 12), y], line(mark.ink, 1.8, [3, 2]));
      }
    } else if (hasHairline) {
      const dash = isDoubtful ? hairlineDash : undefined;
      const [from, to] = visible({ ...mark, x0: mark.x0 + 3, x1: mark.x1 - 3 });
      for (const [x0, x1] of [
        [from, Math.min(to, middle - radius - 2.6)],
        [Math.max(from, middle + radius + 2.6), to],
      ] as const)
        if (x1 > x0) pen.line([x0, y, x1, y], line(mark.ink, 1.2, dash));
    }
    if (!isDiscInView) continue;
    if (isDoubtful) {
      pen.disc(middle, y, radius + 0.2, { fill: 'paper', outline: line(mark.ink, 1.7) });
      drawSign(middle, y, mark.ink, pen, signs, 'center');
    } else {
      pen.disc(middle, y, radius, { fill: mark.ink });
    }
  }
}

function drawSign(
  x: CssPixels,
  y: CssPixels,
  ink: Ink,
  pen: Pen,
  { question, lang, dir }: MarkSigns,
  align: 'left' | 'center' | 'right',
): void {
  pen.text(question, x, y + 0.5, { role: 'sign', ink, align, lang, dir });
}

function drawWindow(mark: SceneMark, pen: Pen, signs: MarkSigns): void {
  const [from, to] = visible(mark);
  const stretches = mark.parts.length > 0 ? pairs(mark.parts) : [[from, to] as const];
  if (mark.parts.length > 0) pen.line([from, mark.barY + bar / 2, to, mark.barY + bar / 2], line(mark.ink, 1, [1, 3]));
  for (const [start, end] of stretches) drawFloor(Math.max(from, start), Math.min(to, end), mark, pen);
  drawWall('start', mark, pen);
  drawWall('end', mark, pen);
  if (mark.startDoubt === 'uncertain' && mark.x0 >= 0) drawSign(mark.x0 - 4, mark.barY, mark.ink, pen, signs, 'right');
  if (mark.endDoubt === 'uncertain' && mark.x1 <= mark.viewEnd)
    drawSign(mark.x1 + 4, mark.barY, mark.ink, pen, signs, 'left');
  const y = mark.barY + bar / 2;
  if (mark.startDoubt === 'approximate') pen.line([mark.x0 - 10, y, mark.x0 - 2, y], line(mark.ink, 1.8, [3, 2]));
  if (mark.endDoubt === 'approximate') pen.line([mark.x1 + 2, y, mark.x1 + 10, y], line(mark.ink, 1.8, [3, 2]));
}

const pairs = (values: readonly CssPixels[]): (readonly [CssPixels, CssPixels])[] =>
  values.flatMap((value, i) => (i % 2 === 0 ? [[value, values[i + 1]!] as const] : []));

function drawFloor(from: CssPixels, to: CssPixels, { barY, ink, likely }: SceneMark, pen: Pen): void {
  if (to <= from) return;
  pen.hatch(from, barY, to - from, bar, line(ink, 1.25));
  for (const { x0, x1, isPoint: isDay } of likely) {
    const start = Math.max(from, x0);
    const end = Math.min(to, x1);
    if (!isDay && end > start) pen.hatch(start, barY, end - start, bar, line(ink, 1.25), true);
  }
  // Edges above and below only: an upright one would be taken for a wall where the floor is merely cut.
  pen.line([from, barY + 0.5, to, barY + 0.5], line(ink, 1));
  pen.line([from, barY + bar - 0.5, to, barY + bar - 0.5], line(ink, 1));
}

/** A wall stands where a bound is; where the bound is out of view, the floor is cut flat and has none. */
function drawWall(side: 'start' | 'end', mark: SceneMark, pen: Pen): void {
  const x = side === 'start' ? mark.x0 + sizes.wall / 2 : mark.x1 - sizes.wall / 2;
  if (x < 0 || x > mark.viewEnd) return;
  const basis = side === 'start' ? mark.startBasis : mark.endBasis;
  const foot = mark.wallY < mark.barY ? mark.barY + bar : mark.barY;
  pen.line([x, foot, x, mark.wallY], line(mark.ink, sizes.wall, basis === 'inferred' ? inferredDash : undefined));
}

function drawRepeated(mark: SceneMark, pen: Pen): void {
  const [from, to] = visible(mark);
  pen.line([from, mark.barY + bar / 2, to, mark.barY + bar / 2], line(mark.ink, 1));
  for (const [start, end] of pairs(mark.parts.length > 0 ? mark.parts : [mark.x0, mark.x1])) {
    const x = Math.max(from, start);
    pen.rect(x, mark.barY, Math.max(2, Math.min(to, end) - x), bar, { fill: mark.ink });
  }
  if (mark.openEnd) drawArrow(to, mark, pen);
  if (mark.openStart) drawArrow(from, mark, pen, -1);
}

function drawLasting(mark: SceneMark, pen: Pen, signs: MarkSigns): void {
  const [from, to] = visible(mark);
  const fuzzy = Math.min(sizes.fuzzyEnd, (mark.x1 - mark.x0) / 4);
  const arrow = 9;
  const startDoubt = mark.openStart ? 'none' : mark.startDoubt;
  const endDoubt = mark.openEnd ? 'none' : mark.endDoubt;
  const solidFrom = Math.max(from, mark.openStart ? mark.x0 + arrow : mark.x0 + (startDoubt === 'none' ? 0 : fuzzy));
  const solidTo = Math.min(to, mark.openEnd ? mark.x1 - arrow : mark.x1 - (endDoubt === 'none' ? 0 : fuzzy));
  if (solidTo > solidFrom) pen.rect(solidFrom, mark.barY, solidTo - solidFrom, bar, { fill: mark.ink });
  drawFuzzyEnd(mark.x0, mark.x0 + fuzzy, mark.x0 - 3, 'right', startDoubt, mark, pen, signs);
  drawFuzzyEnd(mark.x1 - fuzzy, mark.x1, mark.x1 + 3, 'left', endDoubt, mark, pen, signs);
  if (mark.openEnd) drawArrow(to, mark, pen);
  if (mark.openStart) drawArrow(from, mark, pen, -1);
}

function drawFuzzyEnd(
  from: CssPixels,
  to: CssPixels,
  signX: CssPixels,
  signAlign: 'left' | 'right',
  doubt: SceneMark['startDoubt'],
  { barY, ink, viewEnd }: SceneMark,
  pen: Pen,
  signs: MarkSigns,
): void {
  if (doubt === 'none' || to < 0 || from > viewEnd) return;
  if (doubt === 'approximate') {
    pen.line([from, barY + bar / 2, to, barY + bar / 2], line(ink, 2.4, [3.4, 2.2]));
    return;
  }
  pen.rect(from + 0.5, barY + 0.5, to - from - 1, bar - 1, { fill: 'paper', outline: line(ink, 1.3, doubtDash) });
  drawSign(signX, barY + bar / 2, ink, pen, signs, signAlign);
}

function drawArrow(x: CssPixels, { barY, ink }: SceneMark, pen: Pen, direction: 1 | -1 = 1): void {
  const y = barY + bar / 2;
  const back = x - direction * 10;
  pen.polygon([x, y, back, y - 6.5, back, y + 6.5], { fill: ink });
}

function drawEndUnknown(mark: SceneMark, pen: Pen, signs: MarkSigns): void {
  const sign = 9;
  const to = mark.x1 - sign;
  const solid = Math.max(4, (to - mark.x0) * 0.4);
  const [from, end] = [Math.max(0, mark.x0), Math.min(to, mark.viewEnd)];
  const solidEnd = Math.max(from, mark.x0 + solid);
  drawWall('start', mark, pen);
  pen.rect(from, mark.barY, Math.min(end, solidEnd) - from, bar, { fill: mark.ink });
  pen.fade(solidEnd, mark.barY, Math.max(0, end - solidEnd), bar, mark.ink, 0.85, 0.04);
  drawDotted(solidEnd, end, mark, pen);
  if (mark.x1 <= mark.viewEnd + sign) drawSign(mark.x1, mark.barY + bar / 2, mark.ink, pen, signs, 'right');
}

function drawStartUnknown(mark: SceneMark, pen: Pen, signs: MarkSigns): void {
  const [from] = visible(mark);
  const start = Math.max(from, mark.x1 - sizes.fade) + 12;
  const solid = (mark.x1 - start) * 0.4;
  pen.fade(start, mark.barY, mark.x1 - start - solid, bar, mark.ink, 0.04, 0.85);
  pen.rect(mark.x1 - solid, mark.barY, solid, bar, { fill: mark.ink });
  drawDotted(start, mark.x1 - solid, mark, pen);
  drawWall('end', mark, pen);
  drawSign(start - 4, mark.barY + bar / 2, mark.ink, pen, signs, 'right');
}

function drawHalfOpen(mark: SceneMark, pen: Pen): void {
  const [from, to] = visible(mark);
  const isOpenStart = mark.openStart;
  const start = isOpenStart ? from + 8 : from;
  const end = isOpenStart ? to : to - 8;
  pen.fade(
    start,
    mark.barY,
    Math.max(0, end - start),
    bar,
    mark.ink,
    isOpenStart ? 0.03 : 0.75,
    isOpenStart ? 0.75 : 0.03,
  );
  drawDotted(start, end, mark, pen);
  drawChevron(isOpenStart ? from + 5 : to - 5, isOpenStart ? -1 : 1, mark, pen);
  drawWall(isOpenStart ? 'end' : 'start', mark, pen);
}

/** A fade is lost on paper and in forced colours; its lower edge is not. */
function drawDotted(from: CssPixels, to: CssPixels, { barY, ink }: SceneMark, pen: Pen): void {
  if (to > from) pen.line([from, barY + bar - 0.5, to, barY + bar - 0.5], line(ink, 1, [1.5, 2.5]));
}

function drawChevron(x: CssPixels, direction: 1 | -1, { barY, ink }: SceneMark, pen: Pen): void {
  const y = barY + bar / 2;
  pen.line([x - direction * 4, y - 4.5, x, y, x - direction * 4, y + 4.5], line(ink, 1.6));
}

/** Only other events bound it: drawn like the bounds that follow, with a thin arrow to the event that they come from. */
function drawOrderOnly(mark: SceneMark, pen: Pen, signs: MarkSigns): void {
  if (!mark.openStart && !mark.openEnd) return drawWindow(mark, pen, signs);
  const [from, to] = visible(mark);
  const y = mark.barY + bar / 2;
  const reach = Math.min(34, (to - from) / 2);
  if (mark.openStart) {
    drawHalfOpen({ ...mark, x1: mark.x1 - reach, endBasis: 'inferred' }, pen);
    drawThinArrow(to - reach + 3, to, y, mark.ink, pen);
  } else {
    drawHalfOpen({ ...mark, x0: mark.x0 + reach, startBasis: 'inferred' }, pen);
    drawThinArrow(from + reach - 3, from, y, mark.ink, pen);
  }
}

function drawThinArrow(from: CssPixels, to: CssPixels, y: CssPixels, ink: Ink, pen: Pen): void {
  const direction = Math.sign(to - from);
  pen.line([from, y, to, y], line(ink, 1.2));
  pen.line([to - direction * 4, y - 3, to, y, to - direction * 4, y + 3], line(ink, 1.2));
}

/** Dashed box: no place on the axis. An arrow in it where it was still going on. */
function drawBox(mark: SceneMark, pen: Pen): readonly [CssPixels, CssPixels] {
  const middle = (mark.x0 + mark.x1) / 2;
  const y = mark.barY + bar / 2;
  pen.rect(middle - 10.5, y - 6, 21, 12, { fill: 'paper', outline: line(mark.ink, 1.3, hairlineDash) });
  return [middle, y];
}

function drawOngoing(mark: SceneMark, pen: Pen): void {
  const [x, y] = drawBox(mark, pen);
  pen.rect(x - 6, y - 2, 6, 4, { fill: mark.ink });
  pen.polygon([x, y - 4.5, x + 6, y, x, y + 4.5], { fill: mark.ink });
}

function drawUndated(mark: SceneMark, pen: Pen): void {
  const [x, y] = drawBox(mark, pen);
  pen.line([x - 3.5, y, x + 3.5, y], line(mark.ink, 1.6));
}

function drawLikely(
  { x0, x1, y, doubtful, isPoint: isDay, tight }: LikelyMark,
  { ink, viewEnd }: SceneMark,
  pen: Pen,
  signs: MarkSigns,
): void {
  if (!isDay) return;
  const middle = (x0 + x1) / 2;
  const radius = 5.4;
  const hairline = (from: CssPixels, to: CssPixels): void => {
    const [start, end] = [Math.max(0, from), Math.min(viewEnd, to)];
    if (end > start) pen.line([start, y, end, y], line(ink, 1.2, hairlineDash));
  };
  if (x1 - x0 >= sizes.hairlineDay) {
    hairline(x0 + 3, middle - radius - 3);
    if (!tight) hairline(middle + radius + 3, x1 - 3);
  }
  if (middle < 0 || middle > viewEnd) return;
  pen.disc(middle, y, radius, { fill: 'paper', outline: line(ink, 1.4, doubtDash) });
  if (doubtful) drawSign(middle, y, ink, pen, signs, 'center');
  else pen.disc(middle, y, 2.6, { fill: ink });
}

/** A mark of any kind at a given width, for the legend, the list and the details: no axis, no names. */
export function sampleMark(
  kind: SceneMark['kind'],
  ink: Ink,
  width: CssPixels,
  height: CssPixels,
  more: Partial<SceneMark> = {},
): SceneMark {
  const isBox = kind === 'ongoing' || kind === 'undated';
  const barY = isBox ? height / 2 - bar / 2 : (height + sizes.wallRise - bar) / 2;
  const openStart = kind === 'on-or-before' || kind === 'open-start';
  const openEnd = kind === 'on-or-after' || kind === 'open-end';
  const inset = kind === 'lasted-fuzzy' ? 10 : 1;
  return {
    kind,
    events: [],
    ink,
    x0: inset,
    x1: width - inset,
    openStart,
    openEnd,
    viewEnd: width,
    barY: kind.startsWith('lasted') || openEnd || openStart ? Math.min(barY, height - bar - 3) : barY,
    wallY: barY - sizes.wallRise,
    startBasis: 'sourced',
    endBasis: 'sourced',
    startDoubt: kind === 'lasted-fuzzy' ? 'uncertain' : 'none',
    endDoubt: kind === 'lasted-fuzzy' ? 'uncertain' : 'none',
    rows: [height / 2],
    parts: [],
    likely: [],
    ...more,
  };
}
