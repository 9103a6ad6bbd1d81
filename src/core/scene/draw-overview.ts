import type { Dataset } from '../dataset/dataset.js';
import type { TimeIndex } from '../dataset/time-index.js';
import { createBinCounter } from '../layout/count-bins.js';
import type { Lane, LaneEvents } from '../layout/lanes.js';
import { sizes } from '../layout/sizes.js';
import { isPoint } from '../temporal/date-kind.js';
import type { CssPixels } from '../util/units.js';
import { chooseStep } from '../viewport/calendar-steps.js';
import { axisTicks, type TickFormat } from '../viewport/ticks.js';
import type { TimeScale } from '../viewport/time-scale.js';
import type { AxisWords } from './draw-axis.js';
import { plotPen } from './draw-scene.js';
import type { Ink, Pen } from './pen.js';
import type { Plot } from './scene.js';

export interface Overview {
  readonly dataset: Dataset;
  readonly lanes: readonly Lane[];
  readonly plot: Plot;
  /** Everything bounded, over the plot's width. */
  readonly scale: TimeScale;
  /** The visible stretch on that scale, for the funnel. */
  readonly brush: readonly [CssPixels, CssPixels];
  readonly words: AxisWords;
  /** The events of all lanes, each once; without them each lane has its line, however many there are. */
  readonly shown?: Pick<LaneEvents, 'time'>;
}

/** More events than this are drawn as one histogram. */
const mostLines = 2000;
const narrowestColumn: CssPixels = 3;

const top = sizes.overviewLabels;
const bottom = top + sizes.overview;
export const overviewHeight = bottom + sizes.funnel;

/** All dates at a glance, a line a lane or, where there are many, columns of all of them; and the funnel that says: what is below is this part. */
export function drawOverview({ dataset, lanes, plot, scale, brush, words, shown }: Overview, pen: Pen): void {
  const axisPen = plotPen(pen, plot);
  const ticks = axisTicks(scale);
  // The larger unit where it has at least two names to give: the overview is there to be read at a glance.
  const isMajor = ticks.majorFormat !== null && ticks.major.filter(({ time }) => scale(time) >= 0).length > 1;
  let taken = -Infinity;
  for (const tick of isMajor ? ticks.major : ticks.minor) {
    const x = scale(tick.time);
    const isFirst = taken === -Infinity;
    const format = overviewFormat(isMajor ? ticks.majorFormat : ticks.minorFormat, isFirst || isJanuary(tick.time));
    const text = words.format(tick, format);
    if (x < 0 || x < taken || x + words.measure(text, 'note') + 4 > scale.width) continue;
    axisPen.line([x, top - 12, x, bottom], { stroke: 'hairline', lineWidth: 1 });
    axisPen.text(text, x + 4, top - 8, { role: 'note', ink: 'ink-2', align: 'left', lang: words.lang, dir: words.dir });
    taken = x + words.measure(text, 'note') + 14;
  }

  if (shown && shown.time.size > mostLines) {
    const { least, most, tops } = histogramOf(shown.time, scale);
    axisPen.bars(most, 'hairline', 'solid');
    axisPen.bars(least, 'edge', 'solid');
    // What is light is lost on paper and in forced colours; its upper edge is not.
    axisPen.bars(tops, 'edge', 'solid');
  } else {
    const step = (sizes.overview - 10) / Math.max(1, lanes.length);
    lanes.forEach(({ events, hue }, i) => {
      drawLane(dataset, events, `actor-${hue}`, top + 5 + (i + 0.5) * step, Math.min(2.4, step * 0.6), scale, axisPen);
    });
  }
  drawFunnel(brush, scale.width, axisPen);
}

/** Years are said once, and days without their weekday. */
function overviewFormat(format: TickFormat, withYear: boolean): TickFormat {
  if (format === 'weekday-day') return 'day';
  if (format === 'month' || format === 'month-year') return withYear ? 'month-year' : 'month';
  return format;
}

const isJanuary = (time: number): boolean => new Date(time).getUTCMonth() === 0;

interface Histogram {
  readonly from: number;
  readonly pixelsPerMs: number;
  readonly width: CssPixels;
  /** Boxes for the pen. */
  readonly least: readonly CssPixels[];
  readonly most: readonly CssPixels[];
  readonly tops: readonly CssPixels[];
}

const histograms = new WeakMap<TimeIndex, Histogram>();

/** The columns of all events; made once for a scale, since the funnel alone moves while panning. */
function histogramOf(time: TimeIndex, scale: TimeScale): Histogram {
  const known = histograms.get(time);
  const { domain, pixelsPerMs, width } = scale;
  if (known?.from === domain[0] && known.pixelsPerMs === pixelsPerMs && known.width === width) return known;
  const counts = createBinCounter(time).count(chooseStep(pixelsPerMs, narrowestColumn), domain);
  const greatest = counts.most.reduce((high, count) => Math.max(high, count), 1);
  const boxes = (values: Uint32Array): CssPixels[] =>
    counts.bins.flatMap(({ time: start, end }, i) => {
      const [x0, x1] = [Math.max(0, scale(start)), Math.min(width, scale(end))];
      const height = values[i]! > 0 ? Math.max(1, ((sizes.overview - 4) * values[i]!) / greatest) : 0;
      return height > 0 && x1 > x0 ? [x0, bottom - height, x1 - x0, height] : [];
    });
  const most = boxes(counts.most);
  const tops = most.map((value, i) => (i % 4 === 3 ? 1 : value));
  const made = { from: domain[0], pixelsPerMs, width, least: boxes(counts.least), most, tops };
  histograms.set(time, made);
  return made;
}

/** One line a lane: what stands on the same pixels is drawn once. */
function drawLane(
  dataset: Dataset,
  events: readonly number[],
  ink: Ink,
  y: CssPixels,
  thickness: CssPixels,
  scale: TimeScale,
  pen: Pen,
): void {
  const drawn = new Set<string>();
  for (const event of events) {
    const [earliest, latest] = [dataset.earliest[event]!, dataset.latest[event]!];
    if (earliest === -Infinity && latest === Infinity) continue;
    const kind = dataset.kindOf(event);
    const x0 = Math.round(Math.max(0, scale(earliest)));
    const x1 = Math.round(Math.min(scale.width, scale(latest)));
    const isOpen = earliest === -Infinity || latest === Infinity;
    const key = `${x0} ${x1} ${isOpen} ${isPoint(kind)}`;
    if (drawn.has(key)) continue;
    drawn.add(key);
    if (isPoint(kind)) pen.disc((x0 + x1) / 2, y, Math.min(2.6, thickness + 0.6), { fill: ink });
    else if (isOpen) pen.line([x0, y, x1, y], { stroke: ink, lineWidth: 1, dash: [1.5, 2.5] });
    else
      pen.rect(x0, y - thickness / 2, Math.max(2, x1 - x0), thickness, {
        fill: ink,
        opacity: kind.startsWith('lasted') ? 1 : 0.62,
      });
  }
}

function drawFunnel([from, to]: Overview['brush'], width: CssPixels, pen: Pen): void {
  pen.polygon([from, bottom, to, bottom, width, bottom + sizes.funnel, 0, bottom + sizes.funnel], {
    fill: 'tint',
    opacity: 0.6,
  });
  const stroke = { stroke: 'edge', lineWidth: 1 } as const;
  pen.line([from, bottom, 0, bottom + sizes.funnel], stroke);
  pen.line([to, bottom, width, bottom + sizes.funnel], stroke);
}
