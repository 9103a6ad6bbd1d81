import type { Block } from '../layout/arrange-lanes.js';
import { sizes } from '../layout/sizes.js';
import { isArabicText } from '../layout/type-scale.js';
import type { CssPixels } from '../util/units.js';
import type { TimeScale } from '../viewport/time-scale.js';
import { pageBox, type Builder } from './scene-builder.js';

/** Adds the tags of a mark that runs out of the view, and returns the room that the one at the start takes. */
export function addEdgeTags(
  { floor }: Block,
  barY: CssPixels,
  cutStart: boolean,
  cutEnd: boolean,
  scale: TimeScale,
  { input, edgeTags }: Builder,
): CssPixels {
  let startWidth = 0;
  for (const side of ['start', 'end'] as const) {
    if (!(side === 'start' ? cutStart : cutEnd)) continue;
    // The last day inside, not the first day after: bounds are exclusive.
    const time = side === 'start' ? floor.earliest : floor.latest;
    if (!Number.isFinite(time)) continue;
    const text = input.shortDate(side === 'start' ? time : time - 1);
    const width = input.measure(text, 'note', isArabicText(text)) + 22;
    const x0 = side === 'start' ? 0 : scale.width - width;
    const box = pageBox(input.plot, x0, x0 + width, barY + sizes.floor / 2 - sizes.edgeTag / 2, sizes.edgeTag);
    edgeTags.push({ event: floor.events[0]!, side, time, text, box });
    if (side === 'start') startWidth = width + sizes.nameGap;
  }
  return startWidth;
}
