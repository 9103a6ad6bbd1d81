import type { LaneArrangement } from '../layout/arrange-lanes.js';
import { sizes } from '../layout/sizes.js';
import type { CssPixels } from '../util/units.js';
import type { Band } from './scene-band.js';

/**
 * A chart cut into pieces that stay whole where pages end: its lanes, and a lane that is taller than `most` between its
 * blocks, or where there is no such place between the names that share a floor.
 */
export function pageBands(lanes: readonly LaneArrangement[], most: CssPixels): readonly Band[] {
  return lanes.flatMap((lane) => {
    const bottom = lane.top + lane.height;
    const bands: Band[] = [];
    for (let top = lane.top; top < bottom;) {
      const end = bottom - top <= most ? bottom : cutBefore(lane, top, top + most);
      bands.push({ top, height: end - top });
      top = end;
    }
    return bands;
  });
}

/** Where a cut goes through the fewest things, and of such places the last. */
function cutBefore({ blocks, offAxis }: LaneArrangement, top: CssPixels, limit: CssPixels): CssPixels {
  const all = [...blocks, ...offAxis];
  const rows = blocks.flatMap(({ y, height }) =>
    Array.from({ length: Math.floor(height / sizes.row) }, (_, i) => y + (i + 1) * sizes.row),
  );
  // No piece is so small that pages would end anywhere.
  const places = [...all.map(({ y, height }) => y + height), ...rows].filter(
    (y) => y > (top + limit) / 2 && y <= limit,
  );
  const cutThrough = (place: CssPixels): number =>
    all.filter(({ y, height }) => y < place && y + height > place).length;
  return places.reduce(
    (best, place) => {
      const cost = cutThrough(place);
      return cost < best.cost || (cost === best.cost && place > best.place) ? { place, cost } : best;
    },
    { place: limit, cost: Infinity },
  ).place;
}
