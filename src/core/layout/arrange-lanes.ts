import type { Dataset } from '../dataset/dataset.js';
import type { TimeIndex } from '../dataset/time-index.js';
import { isPoint } from '../temporal/date-kind.js';
import { memoizeLast, memoizeValues } from '../util/memoize.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import type { Domain } from '../viewport/domain.js';
import { createBinCounter, type BinCounter } from './count-bins.js';
import { buildFloors, type Floor } from './floors.js';
import { wrapText } from './fit-text.js';
import {
  eventsIn,
  everything,
  fewEvents,
  isCrowded,
  isTooWide,
  mostLanesInRows,
  mostRows,
  stretchesOf,
  tiledView,
  type Stretch,
  type TiledView,
} from './lane-form.js';
import type { LabelHeight } from './label-height.js';
import type { Lane } from './lanes.js';
import type { NameOf } from './name-info.js';
import { packFloors, type Strip } from './pack-floors.js';
import { sizes, type ChartShape } from './sizes.js';
import type { MeasureText } from './type-scale.js';

/** A floor with its place down the chart. */
export interface Block {
  readonly floor: Floor;
  /** Top of its first name row, from the top of the chart. */
  readonly y: CssPixels;
  readonly height: CssPixels;
  /** No name can stand on it at this zoom step, so names and bar share their rows. */
  readonly compact: boolean;
  /** One of two sides of a clash, at the edge that faces the other lane. */
  readonly facing: 'above' | 'below' | null;
  /** The longest name of the points that share its day; names of one day stand on one side. */
  readonly longestName: CssPixels;
}

/** An event without a place on the axis, in the column beside it (wide) or in the lane's first rows (medium). */
export interface OffAxisItem {
  readonly event: number;
  readonly y: CssPixels;
  readonly height: CssPixels;
  readonly lines: readonly string[];
}

/** One lane with everything in it placed from top to bottom; places along the axis are the scene's matter. */
export interface LaneArrangement {
  readonly lane: Lane;
  readonly top: CssPixels;
  readonly height: CssPixels;
  /** Top of the lane's name. */
  readonly headY: CssPixels;
  /** Marks with names in rows, or counts in columns. */
  readonly form: 'rows' | 'density';
  /** The counts; of lanes of that form only. */
  readonly bins: BinCounter | null;
  /** Drawn low, as counts; its height is fixed. */
  readonly isCollapsed: boolean;
  /** Of the events without a date, how many are not in `offAxis` one by one: they are said as a number. */
  readonly unlisted: number;
  /** Of the events that reach across all that is visible and more, how many are not in `blocks`: they are said as a number. */
  readonly through: number;
  /** Top of the row where they are said. */
  readonly throughY: CssPixels;
  /** All events of the lane are in `blocks` and `offAxis`; else only those near the view are, or none. */
  readonly isWhole: boolean;
  /** What is, or may soon be, in view; empty in a lane of counts. */
  readonly blocks: readonly Block[];
  readonly offAxis: readonly OffAxisItem[];
}

/** What lanes are arranged from. */
export interface ArrangeOptions {
  readonly dataset: Dataset;
  readonly lanes: readonly Lane[];
  /** Lanes are actors, so that two sides of a clash may face each other. */
  readonly byActor: boolean;
  readonly nameOf: NameOf;
  readonly measure: MeasureText;
  readonly shape: ChartShape;
  /** What is visible; null where nothing is dated. */
  readonly domain: Domain | null;
  /** The report's own date; no name crosses it. */
  readonly line: EpochMs | null;
  /** Width of the plot: what the domain is drawn on, and the room for names in the first rows of a medium chart. */
  readonly width: CssPixels;
  readonly labelHeight: LabelHeight;
  /** Keys of the lanes that are drawn low. */
  readonly collapsed: ReadonlySet<string>;
}

/** The options as far as they decide anything: the view in tiles. */
interface Options extends Omit<ArrangeOptions, 'domain'>, TiledView {}

/**
 * Makes a function that places all lanes down the chart: floors in rows, without overlap at any scale of the zoom step,
 * or counts where there are too many for rows.
 *
 * It remembers each lane, so that a move costs what it changes, and gives the same objects where nothing moved. Within a
 * zoom step a view may be panned without anything moving down the chart, as long as its lanes have few events. Of a lane
 * with very many only what is near the view is packed: when the view comes to its end, rows may change, or turn to counts
 * and back.
 */
export function createArranger(): (options: ArrangeOptions) => readonly LaneArrangement[] {
  let memories = new Map<string, LaneMemory>();
  let last: readonly LaneArrangement[] = [];

  const arrange = memoizeValues((options: Options): readonly LaneArrangement[] => {
    const { lanes } = options;
    const old = memories;
    memories = new Map(lanes.map(({ key }) => [key, old.get(key) ?? createMemory()]));
    const memory = (index: number): LaneMemory => memories.get(lanes[index]!.key)!;
    const isInRows = lanes.map((lane) => mayBeRows(lane, options));
    const packed = lanes.map((_, index) =>
      isInRows[index] ? packLane(index, isInRows, options, memory(index)) : null,
    );
    let top = 0;
    const arranged = lanes.map((lane, index) => {
      const rows = packed[index] && aloneIfNeeded(packed[index], index, packed, options, memory(index));
      const { place, ofRows, ofCounts, binsOf } = memory(index);
      const content = rows
        ? ofRows(lane, rows, options.shape, options.width, options.labelHeight, options.nameOf, options.measure)
        : ofCounts(
            lane,
            binsOf(lane.time),
            options.shape,
            options.collapsed.has(lane.key),
            lanes.length > mostLanesInRows,
            options.labelHeight,
          );
      const arrangement = place(content, top);
      top += arrangement.height;
      return arrangement;
    });
    const isSame = arranged.length === last.length && arranged.every((lane, index) => lane === last[index]);
    return isSame ? last : (last = arranged);
  });
  return ({ domain, ...options }) => arrange({ ...options, ...tiledView(domain, options.width) });
}

/** What is remembered of one lane. */
interface LaneMemory {
  /** Of the stretches that are tried, and of one without the other sides of its clashes. */
  readonly pack: readonly (typeof packStretch)[];
  readonly ofRows: typeof arrangeRows;
  readonly ofCounts: typeof arrangeCounts;
  /** What was counted is kept as long as the lane has the same events. */
  readonly binsOf: typeof createBinCounter;
  readonly place: typeof placeContent;
}

const createMemory = (): LaneMemory => ({
  pack: [packStretch, packStretch, packStretch, packStretch].map((pack) => memoizeLast(pack)),
  ofRows: memoizeLast(arrangeRows),
  ofCounts: memoizeLast(arrangeCounts),
  binsOf: memoizeLast(createBinCounter),
  place: memoizeLast(placeContent),
});

/** Whether a lane may be drawn as rows at all; whether they are too many is found out by packing it. */
function mayBeRows(lane: Lane, options: Options): boolean {
  const { lanes, collapsed } = options;
  if (lane.folded !== null || lanes.length > mostLanesInRows || collapsed.has(lane.key)) return false;
  return lane.count <= fewEvents || !isCrowded(lane.time, options);
}

/** Rows of floors: above and below those that face another lane. */
interface Packed {
  readonly stretch: Stretch;
  /** Events of the stretch that are left out because they reach across it. */
  readonly through: number;
  readonly above: readonly Strip[];
  readonly own: readonly Strip[];
  readonly below: readonly Strip[];
}

/** Packs the best stretch that does not need too many rows; null where every one does. */
function packLane(index: number, isInRows: readonly unknown[], options: Options, { pack }: LaneMemory): Packed | null {
  const lane = options.lanes[index]!;
  if (lane.count <= fewEvents) return packIn(everything, index, isInRows, true, options, pack[0]!);
  const stretches = stretchesOf(lane.time, options, options.lanes.length);
  for (const [i, stretch] of stretches.entries()) {
    const packed = packIn(stretch, index, isInRows, false, options, pack[i]!);
    if (packed) return packed;
  }
  return null;
}

/** A clash faces its other side only where that is drawn: not where the lane has turned out to be counts. */
function aloneIfNeeded(
  packed: Packed,
  index: number,
  isInRows: readonly unknown[],
  options: Options,
  { pack }: LaneMemory,
): Packed {
  const isFacing = (strips: readonly Strip[], other: number): boolean => strips.length > 0 && !isInRows[other];
  if (!isFacing(packed.above, index - 1) && !isFacing(packed.below, index + 1)) return packed;
  return packIn(packed.stretch, index, isInRows, true, options, pack[3]!)!;
}

function packIn(
  { from, to, withoutThrough }: Stretch,
  index: number,
  isInRows: readonly unknown[],
  isAnyHeight: boolean,
  { lanes, dataset, step, line, byActor, nameOf }: Options,
  pack: typeof packStretch,
): Packed | null {
  // Where nothing can have two sides, a lane does not depend on its neighbours.
  const hasSides = byActor && dataset.rest.size > 0;
  const keyOf = (other: number): string | null => (hasSides && isInRows[other] ? lanes[other]!.key : null);
  const { time } = lanes[index]!;
  return pack(
    dataset,
    time,
    from,
    to,
    withoutThrough,
    keyOf(index - 1),
    keyOf(index + 1),
    isAnyHeight,
    step,
    line,
    byActor,
    nameOf,
  );
}

function packStretch(
  dataset: Dataset,
  time: TimeIndex,
  from: EpochMs,
  to: EpochMs,
  withoutThrough: boolean,
  keyAbove: string | null,
  keyBelow: string | null,
  isAnyHeight: boolean,
  step: number,
  line: EpochMs | null,
  byActor: boolean,
  nameOf: NameOf,
): Packed | null {
  const stretch = { from, to, withoutThrough };
  const events = eventsIn(time, stretch);
  const [start, end] = from === -Infinity ? boundsOf(dataset, events) : [from, to];
  const widthOf = (event: number): CssPixels => nameOf(event).width;
  if (!isAnyHeight && isTooWide(events, dataset, start, end, step, widthOf)) return null;
  const floors = buildFloors(dataset, events, { sides: byActor, basis: true });
  const facing = (other: string | null): readonly Floor[] => {
    const shared = floors.filter(({ sides }) => other !== null && sides.length === 2 && sides.includes(other));
    return shared.length > mostFacing ? [] : shared;
  };
  const packing = { dataset, nameOf, line, step };
  const [facingAbove, facingBelow] = [facing(keyAbove), facing(keyBelow)];
  const above = packFloors(facingAbove, 'above', packing);
  const below = packFloors(facingBelow, 'below', packing);
  const alone = floors.filter((floor) => !facingAbove.includes(floor) && !facingBelow.includes(floor));
  const own = packFloors(alone, null, packing);
  const rows = [...above, ...own, ...below].reduce((sum, { height }) => sum + Math.floor(height / sizes.row), 0);
  if (!isAnyHeight && rows > mostRows) return null;
  return { stretch, through: time.countTouching(from, to) - events.length, above, own, below };
}

/** From the first known bound to the last. */
function boundsOf({ earliest, latest }: Dataset, events: ArrayLike<number>): Domain {
  let [start, end] = [Infinity, -Infinity];
  for (let i = 0; i < events.length; i++) {
    const [from, to] = [earliest[events[i]!]!, latest[events[i]!]!];
    start = Math.min(start, from > -Infinity ? from : to);
    end = Math.max(end, to < Infinity ? to : from);
  }
  return [start, end];
}

/** Where two actors have more clashes than these, the lines between their bars would cross each other's names. */
const mostFacing = 4;
const heightStep = 4 * sizes.row;
/** More events without a date are a number in a lane of many events: they would make it higher than all that have one. */
const fewUndated = 4;

/** A lane with everything placed from its own top. */
type Content = Omit<LaneArrangement, 'top' | 'headY'>;

function arrangeRows(
  lane: Lane,
  { above, own, below, stretch, through }: Packed,
  shape: ChartShape,
  width: CssPixels,
  labelHeight: LabelHeight,
  nameOf: NameOf,
  measure: MeasureText,
): Content {
  // From the top: the lane's head, the clash with the lane above, what has no place on the axis, then the rest by rank.
  let y = 0;
  const blocks: Block[] = [];
  if (shape === 'medium') y += labelHeight(lane, 'head');
  if (above.length > 0) y = stack(above, y + sizes.clashGap / 2, 'above', blocks);
  y += sizes.lanePadding;
  const isListed = lane.undated.length <= (lane.count <= fewEvents ? fewEvents : fewUndated);
  const offAxis = isListed ? arrangeOffAxis(lane.undated, y, shape, width, nameOf, measure) : [];
  const offAxisBottom = offAxis.reduce((bottom, item) => Math.max(bottom, item.y + item.height), y);
  if (shape === 'medium' && offAxis.length > 0) y = offAxisBottom + 2;
  const throughY = y;
  if (through > 0) y += sizes.row;
  const ownY = y;
  y = stack(own, y, null, blocks);
  // Of a lane that is packed anew as the view moves on the height changes in larger steps, and so less often.
  const isWhole = stretch.from === -Infinity;
  if (!isWhole) y = ownY + Math.ceil((y - ownY) / heightStep) * heightStep;

  const least = Math.max(shape === 'wide' ? labelHeight(lane, 'rows') : y, offAxisBottom);
  let bottom = Math.max(y, least) + sizes.lanePadding;
  if (below.length > 0) bottom = stack(below, bottom - sizes.lanePadding, 'below', blocks) + sizes.clashGap / 2;
  return {
    lane,
    height: Math.ceil(bottom),
    form: 'rows',
    bins: null,
    isCollapsed: false,
    unlisted: isListed ? 0 : lane.undated.length,
    through,
    throughY,
    isWhole: isListed && isWhole,
    blocks,
    offAxis,
  };
}

function arrangeCounts(
  lane: Lane,
  bins: BinCounter,
  shape: ChartShape,
  isCollapsed: boolean,
  isOneOfMany: boolean,
  labelHeight: LabelHeight,
): Content {
  const isLow = lane.folded !== null || isOneOfMany;
  const columns = isLow ? sizes.densityFold : sizes.densityLane;
  const head = shape === 'medium' ? labelHeight(lane, 'head') : 0;
  // Very many lanes are all of one height.
  const form = isCollapsed || lane.folded ? 'low' : isLow ? null : 'counts';
  const label = head > 0 ? head : form ? labelHeight(lane, form) : 0;
  return {
    lane,
    height: Math.max(isCollapsed ? sizes.collapsed : head + columns, label),
    form: 'density',
    bins,
    isCollapsed,
    unlisted: lane.undated.length,
    through: 0,
    throughY: 0,
    isWhole: false,
    blocks: [],
    offAxis: [],
  };
}

function placeContent(content: Content, top: CssPixels): LaneArrangement {
  const blocks = content.blocks.map((block) => ({ ...block, y: block.y + top }));
  const offAxis = content.offAxis.map((item) => ({ ...item, y: item.y + top }));
  return { ...content, top, headY: top, throughY: content.throughY + top, blocks, offAxis };
}

/** Stacks rows of blocks. Returns the y below them. */
function stack(strips: readonly Strip[], y: CssPixels, facing: Block['facing'], blocks: Block[]): CssPixels {
  let bottom = y;
  strips.forEach(({ height, blocks: row }, index) => {
    const hasFloor = row.some(({ compact, floor }) => !compact && !isPoint(floor.kind));
    for (const { floor, compact, longestName } of row)
      blocks.push({ floor, y: bottom, height, compact, facing, longestName });
    const isLast = index === strips.length - 1;
    bottom += height + (hasFloor && !(isLast && facing !== null) ? sizes.blockGap : 0);
  });
  return bottom;
}

const mostOffAxisLines = 4;
const offAxisLine = 16;

function arrangeOffAxis(
  undated: Uint32Array,
  top: CssPixels,
  shape: ChartShape,
  width: CssPixels,
  nameOf: NameOf,
  measure: MeasureText,
): readonly OffAxisItem[] {
  let y = top;
  return Array.from(undated, (event): OffAxisItem => {
    const { text } = nameOf(event);
    const isWide = shape === 'wide';
    const lines = isWide
      ? wrapText(text, 'note', sizes.undatedColumn - 10, mostOffAxisLines, measure)
      : wrapText(text, 'name', width - 60, 1, measure);
    const height = isWide ? 18 + lines.length * offAxisLine + 6 : sizes.row;
    const item: OffAxisItem = { event, y, height, lines };
    y += height;
    return item;
  });
}
