import type { Dataset } from '../dataset/dataset.js';
import { isPoint } from '../temporal/date-kind.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import type { Block } from './arrange-lanes.js';
import type { Floor } from './floors.js';
import type { NameOf } from './name-info.js';
import { packRows, type Span } from './pack-rows.js';
import { placeName, roomInside, placePointNames, pointReach, type MarkStretch, type NameLimits } from './place-name.js';
import { sizes } from './sizes.js';

/** What floors are packed for. */
export interface Packing {
  readonly dataset: Dataset;
  readonly nameOf: NameOf;
  readonly line: EpochMs | null;
  readonly step: number;
}

/** A row of blocks of one height. */
export interface Strip {
  /** Of its first floor down the lane. */
  readonly rank: number;
  readonly height: CssPixels;
  readonly blocks: PreparedBlock[];
}

export interface PreparedBlock extends Reserved {
  readonly floor: Floor;
}

/** Packs floors into rows, and orders the rows by the rank of their first floor. */
export function packFloors(floors: readonly Floor[], facing: Block['facing'], packing: Packing): readonly Strip[] {
  const longestNames = longestNamesOfDays(floors, packing.nameOf);
  const prepared = floors.map((floor, rank) => ({ floor, rank, ...reserve(floor, longestNames, facing, packing) }));
  // Blocks of one height share rows; within a height the rows are the fewest there can be.
  const byHeight = new Map<CssPixels, typeof prepared>();
  for (const block of prepared) {
    const group = byHeight.get(block.height);
    if (group) group.push(block);
    else byHeight.set(block.height, [block]);
  }
  const strips: Strip[] = [];
  for (const [height, group] of byHeight) {
    const inRow: Strip[] = [];
    const rows = packRows(group.map(({ span }) => span));
    // In the order of rank: the first of a row is the one that counts.
    group.forEach((block, i) => (inRow[rows[i]!] ??= { rank: block.rank, height, blocks: [] }).blocks.push(block));
    strips.push(...inRow);
  }
  return strips.sort((a, b) => (facing === 'above' ? b.rank - a.rank : a.rank - b.rank));
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
  options: Packing,
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
    return widths.map((width, i) => {
      const stretch = { ...mark, likely: likelyStretch(options.dataset, floor.events[i]!, scale) };
      const limits = unlimited(scale);
      const room = roomInside({ ...stretch, likely: null }, limits);
      return { width, scale, mark, room, place: placeName(stretch, width, limits) };
    });
  });
  // Where only a likelier day is in its way, a name is rather cut than lost where there is no room beside the mark.
  const compact =
    facing === null &&
    floor.events.length === 1 &&
    placements[1]!.every(({ place, room, width }) => !place.inside && room < width);
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
  // Of most events nothing is likelier than the rest, and their dates need not be parsed for it.
  const likely = dataset.rest.get(event)?.likely === undefined ? null : dataset.date(event).likely;
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
