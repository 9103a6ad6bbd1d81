import type { CssPixels } from '../util/units.js';

/** Every fixed length of the chart, in CSS pixels; one place, so that drawing, hit test and HTML agree. */
export const sizes = {
  /** A name's row, and the least height of a target. */
  row: 24,
  /** Thickness of floors and bars. */
  floor: 7,
  /** Between two blocks, where one of them has a floor. */
  blockGap: 6,
  lanePadding: 7,
  wall: 2,
  /** How far a wall rises above the floor under a single name. */
  wallRise: 8,
  smallestWindow: 14,
  disc: 12,
  /** Between a mark and the name beside or inside it. */
  nameGap: 8,
  tagGap: 6,
  tagPadding: 5,
  /** A day narrower than this has no hairline. */
  hairlineDay: 40,
  fuzzyEnd: 24,
  axis: 46,
  overview: 36,
  overviewLabels: 16,
  funnel: 18,
  laneColumn: 154,
  /** Where there is no column for names, the actor's key still stands at the side. */
  keyColumn: 12,
  laneEdge: 8,
  undatedColumn: 126,
  laneHead: 28,
  /** A lane of counts, the lane of what is folded (and every lane where there are very many), and one that is collapsed. */
  densityLane: 64,
  densityFold: 46,
  collapsed: 30,
  edgeTag: 18,
  clashGap: 7,
  /** An uncertain end without a bound fades over this length. */
  fade: 220,
} as const satisfies Record<string, CssPixels>;

/** The container's three shapes; see the element's styles for what each shows. */
export type ChartShape = 'wide' | 'medium';
