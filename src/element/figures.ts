import type { Dataset } from '../core/dataset/dataset.js';
import { doubtOf, partsOf } from '../core/layout/floors.js';
import type { Lane } from '../core/layout/lanes.js';
import { drawColumnSample, type ColumnSample } from '../core/scene/draw-density.js';
import { drawKey } from '../core/scene/draw-key.js';
import { drawMark, sampleMark, type MarkSigns } from '../core/scene/draw-mark.js';
import { drawClashSample, drawSample, sampleHeight, sampleWidth, type SampleMore } from '../core/scene/draw-sample.js';
import type { Language } from '../core/scene/language.js';
import { mirrorPen, type Ink, type Pen } from '../core/scene/pen.js';
import type { SceneMark } from '../core/scene/scene.js';
import type { DateKind } from '../core/temporal/temporal.js';
import type { CssPixels } from '../core/util/units.js';
import { day } from '../core/viewport/domain.js';
import { axisTicks } from '../core/viewport/ticks.js';
import { createTimeScale } from '../core/viewport/time-scale.js';
import { createSvgPen } from '../view/svg-pen.js';
import { toSvgElement } from '../view/svg-element.js';
import { variableTheme } from '../view/theme.js';

/**
 * Small pictures in the page, drawn by the same code as the chart. Decoration for the eye: the words beside them say the
 * same.
 */
function figure(width: CssPixels, height: CssPixels, idPrefix: string, draw: (pen: Pen) => void): SVGSVGElement {
  const pen = createSvgPen(variableTheme, { idPrefix });
  draw(pen);
  const attributes = {
    class: 'figure',
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    'aria-hidden': 'true',
    focusable: 'false',
  };
  return toSvgElement({ tag: 'svg', attributes, children: pen.nodes }, document) as SVGSVGElement;
}

/** An actor's key pattern. */
export function keyFigure(lane: Pick<Lane, 'hue' | 'pattern'>, width: CssPixels, height: CssPixels): SVGSVGElement {
  return figure(width, height, 'key', (pen) => drawKey(lane, 0, 0, width, height, pen));
}

let figures = 0;

/** One date mark. Gradients need ids of their own, also between two elements on a page: hence the running number. */
export function markFigure(
  mark: SceneMark,
  width: CssPixels,
  height: CssPixels,
  signs: MarkSigns,
  mirrored: boolean,
): SVGSVGElement {
  return figure(width, height, `mark-${++figures}`, (pen) =>
    drawMark(mark, mirrored ? mirrorPen(pen, 0, width) : pen, signs),
  );
}

const signsOf = ({ lang, dir, messages }: Language): MarkSigns => ({ question: messages.questionMark, lang, dir });

/** A mark as the legend shows it. */
export const legendFigure = (kind: DateKind, more: SampleMore, language: Language, mirrored: boolean): SVGSVGElement =>
  figure(sampleWidth, sampleHeight, `mark-${++figures}`, (pen) =>
    drawSample(kind, more, mirrored ? mirrorPen(pen, 0, sampleWidth) : pen, signsOf(language)),
  );

/** Two bars and their rungs. */
export const clashFigure = (hues: readonly [number, number]): SVGSVGElement =>
  figure(sampleWidth, sampleHeight, 'clash', (pen) => drawClashSample(hues, pen));

/** What a lane of counts is made of. */
export function columnFigure(sample: ColumnSample, { lang, dir, numbers }: Language): SVGSVGElement {
  return figure(sampleWidth, 34, 'column', (pen) =>
    drawColumnSample(sample, sampleWidth, 34, pen, { lang, dir }, [numbers.format(5), numbers.format(0)]),
  );
}

/** An event's own mark in small, for a list of related events. */
export function eventFigure(dataset: Dataset, index: number, ink: Ink, language: Language): SVGSVGElement {
  const { kind, startBasis, endBasis } = dataset.date(index);
  const mark = sampleMark(kind, ink, 34, 20, { startBasis, endBasis });
  return markFigure(mark, 34, 20, signsOf(language), language.dir === 'rtl');
}

const dateWidth = 264;
const dateHeight = 52;

/** The event's date on a little axis of its own. */
export function dateFigure(
  dataset: Dataset,
  index: number,
  ink: Ink,
  language: Language,
  mirrored: boolean,
): SVGSVGElement | null {
  const date = dataset.date(index);
  const [earliest, latest] = [dataset.earliest[index]!, dataset.latest[index]!];
  const bounds = [earliest, latest].filter(Number.isFinite);
  if (bounds.length === 0) {
    const mark = sampleMark(date.kind, ink, 34, 24);
    return markFigure(mark, 34, 24, signsOf(language), mirrored);
  }
  const openStart = earliest === -Infinity;
  const openEnd = latest === Infinity;
  const reach = openStart || openEnd ? 3 * day : Math.max(latest - earliest, day);
  const from = openStart ? bounds[0]! - reach : bounds[0]!;
  const to = openEnd ? bounds[0]! + reach : bounds[bounds.length - 1]!;
  const margin = (to - from) * 0.09;
  const scale = createTimeScale([from - margin, to + margin], dateWidth);
  const likely = date.likely;
  const mark: SceneMark = {
    ...sampleMark(date.kind, ink, dateWidth, dateHeight),
    x0: openStart ? 0 : scale(earliest),
    x1: openEnd ? dateWidth - (date.kind === 'end-unknown' ? 8 : 0) : scale(latest),
    openStart,
    openEnd: openEnd && date.kind !== 'end-unknown',
    viewEnd: dateWidth,
    barY: 22,
    wallY: 4,
    rows: [14],
    startBasis: date.startNarrowing ? 'inferred' : date.startBasis,
    endBasis: date.endNarrowing ? 'inferred' : date.endBasis,
    startDoubt: doubtOf(date.temporal?.start),
    endDoubt: doubtOf(date.temporal?.end),
    parts: partsOf(date).map((time) => Math.min(dateWidth, Math.max(0, scale(time)))),
    likely:
      likely?.earliest == null || likely.latest === null
        ? []
        : [
            {
              x0: scale(likely.earliest),
              x1: scale(likely.latest),
              y: 13,
              doubtful: likely.uncertain,
              isPoint: likely.precision === 'day' && likely.type === 'date',
              tight: false,
            },
          ],
  };
  return figure(dateWidth, dateHeight, `date-${++figures}`, (plain) => {
    const pen = mirrored ? mirrorPen(plain, 0, dateWidth) : plain;
    drawMark(mark, pen, signsOf(language));
    const ticks = axisTicks(scale);
    let taken = -Infinity;
    for (const { time, end } of ticks.minor) {
      const x = ticks.centred ? scale((time + end) / 2) : scale(time);
      if (x < 8 || x > dateWidth - 8 || x - taken < 26) continue;
      const shape = ticks.minorFormat === 'weekday-day' ? 'day' : tickShapes[ticks.minorFormat];
      const text = language.dates.format(time, shape);
      pen.text(text, x, 42, { role: 'note', ink: 'ink-2', align: 'center', lang: language.lang, dir: language.dir });
      taken = x + text.length * 3;
    }
  });
}

const tickShapes = {
  time: 'time',
  'weekday-day': 'day',
  day: 'day',
  month: 'month',
  year: 'year',
  'full-day': 'full',
  'month-year': 'month-year',
} as const;
