import type { Dataset } from '../dataset/dataset.js';
import { isPoint } from '../temporal/date-kind.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import { buildFloors, isOffAxis, type Floor } from './floors.js';
import { wrapText } from './fit-text.js';
import type { Lane } from './lanes.js';
import type { NameOf } from './name-info.js';
import { packRows, type Span } from './pack-rows.js';
import { placeName, placePointNames, pointReach, type MarkStretch, type NameLimits } from './place-name.js';
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
  readonly blocks: readonly Block[];
  readonly offAxis: readonly OffAxisItem[];
}

export interface ArrangeOptions {
  readonly dataset: Dataset;
  readonly lanes: readonly Lane[];
  /** Lanes are actors, so that two sides of a clash may face each other. */
  readonly byActor: boolean;
  readonly nameOf: NameOf;
  readonly measure: MeasureText;
  readonly shape: ChartShape;
  /** Pixels per millisecond at the zoom step, a power of two; the real scale is up to twice this. */
  readonly step: number;
  /** The report's own date; no name crosses it. */
  readonly line: EpochMs | null;
  /** The room for names in the first rows of a medium chart. */
  readonly width: CssPixels;
  /** Lines that the lane's own name and note need in their column. */
  readonly labelHeight: (lane: Lane) => CssPixels;
}

/** The zoom step of a scale: rows are packed for it and stay while panning and zooming within it. */
export const zoomStep = (pixelsPerMs: number): number => 2 ** Math.floor(Math.log2(pixelsPerMs));

/** Places all floors of all lanes down the chart, without overlap at any scale of the zoom step. */
export function arrangeLanes(options: ArrangeOptions): readonly LaneArrangement[] {
  let top = 0;
  return options.lanes.map((lane, index) => {
    const arrangement = arrangeLane(lane, top, options.lanes[index - 1], options.lanes[index + 1], options);
    top += arrangement.height;
    return arrangement;
  });
}

function arrangeLane(
  lane: Lane,
  top: CssPixels,
  above: Lane | undefined,
  below: Lane | undefined,
  options: ArrangeOptions,
): LaneArrangement {
  const floors = buildFloors(options.dataset, lane.events, { sides: options.byActor, basis: true });
  const faces = (floor: Floor, other: Lane | undefined): boolean =>
    other !== undefined && floor.sides.length === 2 && floor.sides.includes(other.key);
  const facingAbove = floors.filter((floor) => faces(floor, above));
  const facingBelow = floors.filter((floor) => faces(floor, below));
  const own = floors.filter((floor) => !facingAbove.includes(floor) && !facingBelow.includes(floor));

  // From the top: the lane's head, the clash with the lane above, what has no place on the axis, then the rest by rank.
  let y = top;
  const headY = y;
  const blocks: Block[] = [];
  if (options.shape === 'medium') y += sizes.laneHead;
  if (facingAbove.length > 0) y = stack(facingAbove, y + sizes.clashGap / 2, 'above', options, blocks);
  y += sizes.lanePadding;
  const offAxis = arrangeOffAxis(lane, y, options);
  const offAxisBottom = offAxis.reduce((bottom, item) => Math.max(bottom, item.y + item.height), y);
  if (options.shape === 'medium' && offAxis.length > 0) y = offAxisBottom + 2;
  y = stack(own, y, null, options, blocks);

  const least = Math.max(options.shape === 'wide' ? top + options.labelHeight(lane) : y, offAxisBottom);
  let bottom = Math.max(y, least) + sizes.lanePadding;
  if (facingBelow.length > 0)
    bottom = stack(facingBelow, bottom - sizes.lanePadding, 'below', options, blocks) + sizes.clashGap / 2;
  return { lane, top, height: Math.ceil(bottom - top), headY, blocks, offAxis };
}

/** Packs floors into rows and stacks the rows by the rank of their first floor. Returns the y below them. */
function stack(
  floors: readonly Floor[],
  y: CssPixels,
  facing: Block['facing'],
  options: ArrangeOptions,
  blocks: Block[],
): CssPixels {
  const longestNames = longestNamesOfDays(floors, options.nameOf);
  const prepared = floors.map((floor, rank) => ({ floor, rank, ...reserve(floor, longestNames, facing, options) }));
  // Blocks of one height share rows; within a height the rows are the fewest there can be.
  const byHeight = new Map<CssPixels, typeof prepared>();
  for (const block of prepared) byHeight.set(block.height, [...(byHeight.get(block.height) ?? []), block]);
  const strips: { rank: number; height: CssPixels; blocks: typeof prepared }[] = [];
  for (const [height, group] of byHeight) {
    const rows = packRows(group.map(({ span }) => span));
    const inRow = new Map<number, typeof prepared>();
    group.forEach((block, i) => inRow.set(rows[i]!, [...(inRow.get(rows[i]!) ?? []), block]));
    for (const row of inRow.values())
      strips.push({ height, blocks: row, rank: Math.min(...row.map(({ rank }) => rank)) });
  }
  strips.sort((a, b) => (facing === 'above' ? b.rank - a.rank : a.rank - b.rank));

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

interface Reserved {
  readonly span: Span;
  readonly height: CssPixels;
  readonly compact: boolean;
  readonly longestName: CssPixels;
}

/** The stretch of time that a floor and its names need at every scale of the zoom step, and the height it takes. */
function reserve(
  floor: Floor,
  longestNames: ReadonlyMap<EpochMs, CssPixels>,
  facing: Block['facing'],
  options: ArrangeOptions,
): Reserved {
  const { step, nameOf, line } = options;
  const widths = floor.events.map((event) => nameOf(event).width);
  const rows = floor.events.length * sizes.row;
  const scales = [step, step * 2];
  const unlimited = (scale: number): NameLimits => ({
    left: -Infinity,
    right: Infinity,
    line: line === null ? null : line * scale,
  });

  if (isPoint(floor.kind)) {
    const longestName = longestNames.get(floor.earliest) ?? 0;
    const whiskers = floor.startDoubt === 'approximate' || floor.kind === 'uncertain-approximate';
    const spans = scales.map((scale): Span => {
      const middle = ((floor.earliest + floor.latest) / 2) * scale;
      const reach = pointReach((floor.latest - floor.earliest) * scale, whiskers);
      const { x, anchor } = placePointNames(middle, reach, longestName, unlimited(scale));
      const end = x + (anchor === 'start' ? longestName : -longestName);
      return { start: Math.min(middle - reach, end) / scale, end: Math.max(middle + reach, end) / scale };
    });
    return { span: padded(union(spans), step), height: rows, compact: false, longestName };
  }

  const placements = scales.map((scale) => {
    const mark = stretchOf(floor, scale, line);
    return widths.map((width, i) => ({
      width,
      scale,
      mark,
      place: placeName(
        { ...mark, likely: likelyStretch(options.dataset, floor.events[i]!, scale) },
        width,
        unlimited(scale),
      ),
    }));
  });
  const compact = facing === null && placements[1]!.every(({ place }) => !place.inside) && floor.events.length === 1;
  const spans = placements.flat().map(({ width, scale, mark, place }): Span => {
    const end = place.x + (place.anchor === 'start' ? width : -width);
    return { start: Math.min(mark.x0, place.x, end) / scale, end: Math.max(mark.x1, place.x, end) / scale };
  });
  return { span: padded(union(spans), step), height: compact ? rows : rows + sizes.floor, compact, longestName: 0 };
}

/** A floor's stretch at a scale; one that would be too narrow to read is widened about its middle. */
export function stretchOf(floor: Floor, scale: number, line: EpochMs | null): Omit<MarkStretch, 'likely'> {
  const x0 = floor.earliest * scale;
  let x1 = floor.latest * scale;
  // An unknown end is drawn a little past the report that did not know it, or over a fixed length.
  if (floor.kind === 'end-unknown' && floor.latest === Infinity)
    x1 = Math.max(line === null ? x0 + sizes.fade : line * scale + 14, x0 + 22);
  if (x1 - x0 >= sizes.smallestWindow) return { x0, x1, edgeTag: 0 };
  const middle = (x0 + x1) / 2;
  return { x0: middle - sizes.smallestWindow / 2, x1: middle + sizes.smallestWindow / 2, edgeTag: 0 };
}

/** Where a likelier day stands, as far as a name must step around it. */
export function likelyStretch(dataset: Dataset, event: number, scale: number): MarkStretch['likely'] {
  const likely = dataset.date(event).likely;
  if (likely?.earliest == null || likely.latest === null || likely.precision === 'month' || likely.precision === 'year')
    return null;
  const x0 = likely.earliest * scale;
  const x1 = likely.latest * scale;
  const reach = Math.max((x1 - x0) / 2, sizes.disc / 2);
  return { x0: (x0 + x1) / 2 - reach, x1: (x0 + x1) / 2 + reach };
}

/** The longest name of each day: all names of a day stand on one side, so that they line up. */
function longestNamesOfDays(floors: readonly Floor[], nameOf: NameOf): ReadonlyMap<EpochMs, CssPixels> {
  const longest = new Map<EpochMs, CssPixels>();
  for (const { kind, earliest, events } of floors) {
    if (!isPoint(kind)) continue;
    for (const event of events) longest.set(earliest, Math.max(longest.get(earliest) ?? 0, nameOf(event).width));
  }
  return longest;
}

/** Not by spreading into `Math.min`: a floor may hold more events than a call takes arguments. */
const union = (spans: readonly Span[]): Span =>
  spans.reduce((all, { start, end }) => ({ start: Math.min(all.start, start), end: Math.max(all.end, end) }));

/** A little air between neighbours in a row. */
const padded = ({ start, end }: Span, step: number): Span => ({ start, end: end + sizes.nameGap / step });

const mostOffAxisLines = 4;
const offAxisLine = 16;

function arrangeOffAxis(lane: Lane, top: CssPixels, options: ArrangeOptions): readonly OffAxisItem[] {
  const { dataset, nameOf, shape, measure, width } = options;
  let y = top;
  return lane.events.flatMap((event): OffAxisItem[] => {
    if (!isOffAxis(dataset, event)) return [];
    const { text } = nameOf(event);
    const isWide = shape === 'wide';
    const lines = isWide
      ? wrapText(text, 'note', sizes.undatedColumn - 10, mostOffAxisLines, measure)
      : wrapText(text, 'name', width - 60, 1, measure);
    const height = isWide ? 18 + lines.length * offAxisLine + 6 : sizes.row;
    const item: OffAxisItem = { event, y, height, lines };
    y += height;
    return [item];
  });
}
