import { isArabicText, type MeasureText } from '../layout/type-scale.js';
import type { CssPixels } from '../util/units.js';
import type { TimeScale } from '../viewport/time-scale.js';
import { describeBin, describeBinCount, shortCount } from './describe-bin.js';
import type { SceneColumn, SceneDensity, SceneHoveredBin } from './scene.js';
import type { SceneInput } from './scene-builder.js';

/** From the end of the band under the pointer to the number beside it. */
const tagGap: CssPixels = 5;
const tagPadding: CssPixels = 6;
export const tagHeight: CssPixels = 17;

/** The column under the pointer, if it is one of this frame, with the numbers of all lanes. */
export function placeHoveredBin(
  input: SceneInput,
  densities: readonly SceneDensity[],
  scale: TimeScale,
): SceneHoveredBin | null {
  const { hoveredBin, language, measure, all, lanes } = input;
  const step = densities[0]?.step;
  const isHovered = ({ start, end }: SceneColumn): boolean => start === hoveredBin?.start && end === hoveredBin.end;
  const index = densities[0]?.columns.findIndex(isHovered) ?? -1;
  if (!hoveredBin || !step || index < 0) return null;
  const { start, end, x0, x1 } = densities[0]!.columns[index]!;
  const counted = all?.bins.count(step, scale.domain);
  const sum = (count: 'least' | 'most'): number =>
    counted ? counted[count][index]! : densities.reduce((total, { columns }) => total + columns[index]![count], 0);
  const text = `${describeBin(step, start, language)}: ${describeBinCount(sum('least'), sum('most'), language)}`;
  const tags = densities.map(({ columns, laneIndex }) => {
    const { least, most } = columns[index]!;
    const number = shortCount(least, most, language);
    const width = tagWidth(number, measure);
    const isRoomAfter = x1 + tagGap + width <= scale.width;
    const { top, height, isCollapsed } = lanes[laneIndex]!;
    const y = isCollapsed ? top + (height - tagHeight) / 2 : top + 5;
    return { laneIndex, x0: isRoomAfter ? x1 + tagGap : x0 - tagGap - width, y, width, text: number };
  });
  return { start, end, laneIndex: hoveredBin.laneIndex, x0, x1, text, width: tagWidth(text, measure), tags };
}

const tagWidth = (text: string, measure: MeasureText): CssPixels =>
  measure(text, 'note', isArabicText(text)) + 2 * tagPadding;
