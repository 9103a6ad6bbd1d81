import { sizes } from '../layout/sizes.js';
import type { CssPixels } from '../util/units.js';
import type { Tick, TickFormat } from '../viewport/ticks.js';
import { drawReadout } from './draw-density.js';
import { plotPen } from './draw-scene.js';
import type { Pen } from './pen.js';
import type { Scene } from './scene.js';

/** The words that the axis needs, in the reader's language. */
export interface AxisWords {
  readonly format: (tick: Tick, format: TickFormat) => string;
  /** "time", with an arrow that points where time goes. */
  readonly time: string;
  readonly undated: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly measure: (text: string, role: 'axis' | 'axis-strong' | 'note') => CssPixels;
}

const majorY = 12;
const minorY = 32;
const gap = 10;

/** Draws the two-level axis above the lanes: the larger unit on top, ticks or columns below, the direction of time. */
export function drawAxis(scene: Scene, pen: Pen, words: AxisWords): void {
  const { plot, scale, ticks, width, dir } = scene;
  const { lang } = words;
  const bottom = sizes.axis - 0.5;
  if (scene.shape === 'wide' && scene.lanes.some(({ lane }) => lane.undated.length > 0)) {
    const x = dir === 'rtl' ? width - sizes.laneColumn - 4 : sizes.laneColumn + 4;
    pen.text(words.undated, x, minorY, {
      role: 'note',
      ink: 'ink-2',
      align: dir === 'rtl' ? 'right' : 'left',
      lang,
      dir: words.dir,
    });
    const left = dir === 'rtl' ? width - sizes.laneColumn - sizes.undatedColumn : sizes.laneColumn;
    pen.line([left, bottom, left + sizes.undatedColumn - 10, bottom], { stroke: 'ink', lineWidth: 1 });
  }
  if (!scale || !ticks) return;
  const axisPen = plotPen(pen, plot);

  const fits = ({ time }: Tick, textWidth: CssPixels): boolean =>
    scale(time) >= 0 && scale(time) + textWidth + 6 <= scale.width;
  const widthOf = (tick: Tick): CssPixels => words.measure(words.format(tick, ticks.minorFormat), 'axis');
  // Where the view is shorter than a step and holds the beginning of none, it says in which it lies.
  const pinned = !ticks.centred && !ticks.minor.some((tick) => fits(tick, widthOf(tick))) ? ticks.minor[0] : undefined;
  for (const tick of ticks.minor) {
    const text = words.format(tick, ticks.minorFormat);
    const [x0, x1] = [scale(tick.time), scale(tick.end)];
    const role = ticks.minorFormat === 'weekday-day' || ticks.minorFormat === 'day' ? 'axis-strong' : 'axis';
    const textWidth = words.measure(text, role);
    if (ticks.centred) {
      const middle = (Math.max(0, x0) + Math.min(scale.width, x1)) / 2;
      // A day that is cut by the view's edge keeps its name while most of it is visible.
      const seen = Math.min(scale.width, x1) - Math.max(0, x0);
      if (seen >= textWidth + 2 && seen >= (x1 - x0) * 0.7)
        axisPen.text(text, middle, minorY, { role, ink: 'ink', align: 'center', lang, dir: words.dir });
    } else if (fits(tick, textWidth)) {
      axisPen.line([x0, bottom - 5, x0, bottom], { stroke: 'ink-2', lineWidth: 1 });
      axisPen.text(text, x0 + 4, minorY, { role, ink: 'ink', align: 'left', lang, dir: words.dir });
    } else if (tick === pinned && textWidth + 4 <= Math.min(scale.width, x1)) {
      axisPen.text(text, 2, minorY, { role, ink: 'ink', align: 'left', lang, dir: words.dir });
    }
  }
  drawMajor(scene, axisPen, words);
  axisPen.line([0, bottom, scale.width, bottom], { stroke: 'ink', lineWidth: 1 });
  axisPen.line([scale.width - 5, bottom - 4, scale.width - 0.5, bottom, scale.width - 5, bottom + 4], {
    stroke: 'ink',
    lineWidth: 1.2,
  });
  drawReadout(scene, axisPen, words);
}

/** The larger unit, the first one pinned to the view's start; then the direction of time; then the lines' labels. */
function drawMajor({ scale, ticks, lines, plot }: Scene, axisPen: Pen, words: AxisWords): void {
  if (!scale || !ticks) return;
  const { lang } = words;
  let taken = 0;
  const write = (text: string, x: CssPixels, role: 'axis-strong' | 'note', ink: 'ink' | 'ink-2'): void => {
    axisPen.text(text, x, majorY, { role, ink, align: 'left', lang, dir: words.dir });
    taken = x + words.measure(text, role) + gap;
  };

  const published = lines.find(({ kind }) => kind === 'published');
  const labels = lines.map(({ x, label, kind }) => ({ x, label, kind, width: words.measure(label, 'note') }));
  const lineLabelStart = published ? Math.max(0, published.x - labels[0]!.width) - gap : scale.width;

  const majors = ticks.majorFormat === null ? [] : ticks.major;
  majors.forEach((tick, i) => {
    const text = words.format(tick, ticks.majorFormat!);
    const x = Math.max(2, scale(tick.time) + (i === 0 ? 0 : 2));
    const next = majors[i + 1] ? scale(majors[i + 1]!.time) : scale.width;
    const textWidth = words.measure(text, 'axis-strong');
    if (x < taken || x + textWidth > next || x + textWidth > lineLabelStart) return;
    write(text, x, 'axis-strong', 'ink');
    if (i === 0) {
      const withArrow = plot.mirrored ? `${words.time} ←` : `${words.time} →`;
      if (taken + words.measure(withArrow, 'note') + gap <= Math.min(next, lineLabelStart))
        write(withArrow, taken, 'note', 'ink-2');
    }
  });
  for (const { x, label, width } of labels) {
    const fitsBefore = x - width >= Math.max(0, taken);
    const from = fitsBefore ? x - width : x + 6;
    if (!fitsBefore && from + width > scale.width) continue;
    axisPen.text(label, from, majorY, { role: 'note', ink: 'ink-2', align: 'left', lang, dir: words.dir });
    axisPen.line([x, majorY + 8, x, sizes.axis], { stroke: 'ink-2', lineWidth: 1, dash: [1.5, 2.5] });
    taken = from + width + gap;
  }
}
