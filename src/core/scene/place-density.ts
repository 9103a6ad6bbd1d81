import type { TimeBounds, TimeIndex } from '../dataset/time-index.js';
import type { LaneArrangement } from '../layout/arrange-lanes.js';
import type { BinCounter } from '../layout/count-bins.js';
import { sizes, type ChartShape } from '../layout/sizes.js';
import { isArabicText, type MeasureText } from '../layout/type-scale.js';
import { memoizeLast } from '../util/memoize.js';
import type { CssPixels } from '../util/units.js';
import { calendarSteps, chooseStep, type CalendarStep } from '../viewport/calendar-steps.js';
import { day, type Domain } from '../viewport/domain.js';
import type { TimeScale } from '../viewport/time-scale.js';
import { shortCount } from './describe-bin.js';
import type { Language } from './language.js';
import type { Ink } from './pen.js';
import { mostSingles, noSingles, placeSingles } from './place-singles.js';
import type { SceneColumn, SceneDensity } from './scene.js';
import { touchesBand } from './scene-band.js';
import type { SceneInput } from './scene-builder.js';

const narrowestColumn: CssPixels = 8;
/** Above the highest column: its number. */
const peakRoom: CssPixels = 14;

/**
 * The columns of all lanes of one frame, which they have in common: the finest that are wide enough. None is shorter than a
 * day where the dates are days: of such columns nothing could be said but that a day's events may lie in each.
 */
export function densityStep({ pixelsPerMs }: TimeScale, bounds: TimeBounds): CalendarStep {
  const step = chooseStep(pixelsPerMs, narrowestColumn);
  const isShort = step.unit === 'minute' || step.unit === 'hour';
  return isShort && !hasTimes(bounds) ? wholeDay : step;
}

const wholeDay = calendarSteps.find(({ unit }) => unit === 'day')!;
const sampleSize = 1000;

/** Of the events that are dated to a day or better, most have a time of day; to judge by a sample. */
const hasTimes = memoizeLast(({ earliest, latest }: TimeBounds): boolean => {
  const every = Math.max(1, Math.floor(earliest.length / sampleSize));
  let withTime = 0;
  for (let i = 0; i < earliest.length; i += every) {
    const length = latest[i]! - earliest[i]!;
    if (length <= day) withTime += length < day ? 1 : -1;
  }
  return withTime > 0;
});

interface CountedLane extends LaneArrangement {
  readonly bins: BinCounter;
}
const isCounted = (lane: LaneArrangement): lane is CountedLane => lane.bins !== null;

/** From the top of a lane to its columns: the name has a row of its own where there is no column for names. */
const headOf = ({ height }: LaneArrangement, shape: ChartShape): CssPixels =>
  shape === 'medium' && height > sizes.collapsed ? sizes.laneHead : 0;

/** A lane without room for numbers: collapsed, or what many lanes have together, or one of very many. */
export const isLowLane = (lane: LaneArrangement, shape: ChartShape): boolean =>
  lane.height - headOf(lane, shape) < sizes.densityLane;

/** The room below the baseline and above it. A lane may be taller for the sake of a long name; its columns are not. */
function roomOf(lane: LaneArrangement, shape: ChartShape): { readonly below: CssPixels; readonly above: CssPixels } {
  if (!isLowLane(lane, shape)) return { below: 8, above: sizes.densityLane - 8 - peakRoom - 2 };
  return { below: 4, above: lane.height - headOf(lane, shape) - 9 };
}

/** Places the columns of the lanes that are drawn as counts, of those that touch the band. */
export function placeDensities(input: SceneInput, scale: TimeScale): readonly SceneDensity[] {
  const { lanes, band, oneScale, shape } = input;
  const counted = lanes.filter(isCounted);
  if (counted.length === 0) return [];
  const step = densityStep(scale, input.dataset);
  const shared = oneScale
    ? {
        greatest: greatestOf(input, step, scale.domain),
        tallest: counted.reduce((least, lane) => Math.min(least, roomOf(lane, shape).above), Infinity),
      }
    : null;
  return lanes.flatMap((lane, laneIndex) =>
    isCounted(lane) && touchesBand(lane, band) ? [placeDensity(lane, laneIndex, step, shared, scale, input)] : [],
  );
}

function placeDensity(
  lane: CountedLane,
  laneIndex: number,
  step: CalendarStep,
  shared: { readonly greatest: number; readonly tallest: CssPixels } | null,
  scale: TimeScale,
  { language, measure, selected, shape, dataset }: SceneInput,
): SceneDensity {
  const { bins, least, most } = lane.bins.count(step, scale.domain);
  const { time } = lane.lane;
  const room = roomOf(lane, shape);
  const baseY = lane.top + lane.height - room.below;
  const columns: SceneColumn[] = [];
  let highest = 0;
  for (let i = 0; i < bins.length; i++) {
    const { time: start, end } = bins[i]!;
    const count = most[i]!;
    if (count > most[highest]!) highest = i;
    columns.push({
      start,
      end,
      x0: Math.max(0, scale(start)),
      x1: Math.min(scale.width, scale(end)),
      least: least[i]!,
      most: count,
      singles:
        count > mostSingles || count === 0 ? noSingles : placeSingles(time, step, start, end, baseY, scale, dataset),
    });
  }
  const greatest = most[highest] ?? 0;
  const top = roundUp(shared?.greatest ?? greatest);
  const tallest = shared?.tallest ?? room.above;
  const isLow = isLowLane(lane, shape);
  const hasColumns = greatest > mostSingles;
  const hasNumbers = hasColumns && !isLow;
  return {
    laneIndex,
    ink: inkOf(lane),
    baseY,
    tallest,
    top,
    step,
    columns,
    labelled: hasNumbers ? { value: lineBelow(top), ...written(lineBelow(top), language, measure) } : null,
    baseText: isLow ? '' : hasColumns ? language.numbers.format(0) : language.messages.density.each,
    peak: hasNumbers
      ? placePeak(columns[highest]!, baseY - (greatest / top) * tallest, scale.width, language, measure)
      : null,
    selected: selected === null ? null : stretchOfEvent(selected, time, dataset, scale),
  };
}

/** The counts of the highest column above it, moved into the view; none where it is narrower than they are. */
function placePeak(
  { x0, x1, least, most }: SceneColumn,
  columnY: CssPixels,
  viewWidth: CssPixels,
  language: Language,
  measure: MeasureText,
): SceneDensity['peak'] {
  const text = shortCount(least, most, language);
  const width = measure(text, 'note', isArabicText(text));
  const x = Math.min(Math.max((x0 + x1) / 2, width / 2), viewWidth - width / 2);
  return width > viewWidth ? null : { x, y: columnY - peakRoom / 2 - 2, width, text };
}

function written(value: number, { numbers }: Language, measure: MeasureText): { text: string; width: CssPixels } {
  const text = numbers.format(value);
  return { text, width: measure(text, 'note', isArabicText(text)) };
}

/** The actor's; grey for what many actors have together. */
const inkOf = ({ lane }: LaneArrangement): Ink => (lane.folded ? 'edge' : `actor-${lane.hue}`);

/** So many of the fullest lanes have a say in the one scale, wherever they are; and of the others those that are seen. */
const mostCompared = 50;
const fullestOf = memoizeLast((lanes: readonly LaneArrangement[]) =>
  lanes
    .filter(isCounted)
    .sort((a, b) => b.lane.count - a.lane.count)
    .slice(0, mostCompared),
);

/** The greatest count of all lanes: a scale that they have in common should not change while scrolling. */
function greatestOf({ lanes, band }: SceneInput, step: CalendarStep, domain: Domain): number {
  const compared = new Set(fullestOf(lanes));
  for (const lane of lanes) if (isCounted(lane) && touchesBand(lane, band)) compared.add(lane);
  let greatest = 0;
  for (const { lane, bins } of compared) {
    // It cannot have a higher column than it has events.
    if (lane.count > greatest)
      greatest = bins.count(step, domain).most.reduce((high, count) => Math.max(high, count), greatest);
  }
  return greatest;
}

const powerOf = (value: number): number => 10 ** Math.floor(Math.log10(value));

/** The number that fills a lane. Rounded, so that the columns keep their height while panning. */
function roundUp(greatest: number): number {
  if (greatest <= mostSingles + 1) return mostSingles + 1;
  const power = powerOf(greatest);
  return [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((factor) => factor * power >= greatest)! * power;
}

/** 1, 2 or 5 with zeros, below the greatest count and the number above it: three quarters of what fills the lane at most. */
function lineBelow(top: number): number {
  const power = powerOf(top * 0.75);
  return [5, 2, 1].find((factor) => factor * power <= top * 0.75)! * power;
}

function stretchOfEvent(
  event: number,
  time: TimeIndex,
  { earliest, latest }: TimeBounds,
  scale: TimeScale,
): readonly [CssPixels, CssPixels] | null {
  if (time.position(event) < 0) return null;
  const [x0, x1] = [Math.max(0, scale(earliest[event]!)), Math.min(scale.width, scale(latest[event]!))];
  return x1 >= 0 && x0 <= scale.width ? [x0, x1] : null;
}
