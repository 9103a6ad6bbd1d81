import { sizes } from '../layout/sizes.js';
import { isPoint } from '../temporal/date-kind.js';
import type { Box, Scene, SceneMark, SceneName } from './scene.js';

/** Room for a ring around a box at the chart's edge. */
const ring = 4;
/** Between a name's first letter and the ring. */
const inset = 2;
/** A clash has a bar in each of two lanes: the one that touches the name's row is that of the name. */
const near = 1;

/**
 * What the ring of a focused event encloses: its row, and where the event has a bar of its own, that bar under or over it
 * with the tags at its ends. A floor that several events share belongs to none of them. Nothing lies so close to the chart's edge that its ring would
 * be cut there.
 */
export function focusBoxes({ marks, edgeTags, width }: Scene): (name: SceneName) => Box {
  const own = new Map<number, SceneMark[]>();
  for (const mark of marks) {
    const [event, another] = mark.events;
    if (event === undefined || another !== undefined || isPoint(mark.kind)) continue;
    own.set(event, [...(own.get(event) ?? []), mark]);
  }
  return ({ event, row, onAxis }) => {
    const x = Math.max(ring, row.x - inset);
    const right = Math.min(width - ring, row.x + row.width + inset);
    let [top, bottom] = [row.y, row.y + row.height];
    for (const { barY } of (onAxis && own.get(event)) || []) {
      if (barY > row.y + row.height + near || barY + sizes.floor < row.y - near) continue;
      const isTagged = barY >= row.y && edgeTags.some((tag) => tag.event === event);
      top = Math.min(top, barY);
      bottom = Math.max(bottom, barY + (isTagged ? (sizes.floor + sizes.edgeTag) / 2 : sizes.floor));
    }
    return { x, y: top, width: Math.max(1, right - x), height: bottom - top };
  };
}
