import type { CssPixels } from '../util/units.js';
import type { Scene } from './scene.js';

/** A stretch of a chart from top to bottom. */
export interface Band {
  readonly top: CssPixels;
  readonly height: CssPixels;
}

/** True when a lane has a part in the band; every lane has where there is none. */
export const touchesBand = (lane: Band, band: Band | null): boolean =>
  band === null || (lane.top + lane.height >= band.top && lane.top <= band.top + band.height);

/** The scene with only the marks and names that touch a band; everything stays at its place. */
export function sceneBand(scene: Scene, { top, height }: Band): Scene {
  const bottom = top + height;
  if (top <= 0 && bottom >= scene.height) return scene;
  const touches = (from: CssPixels, to: CssPixels): boolean => to >= top && from <= bottom;
  return {
    ...scene,
    band: { top, height },
    marks: scene.marks.filter(({ barY, wallY, rows }) => {
      const ends = [barY, wallY, rows[0] ?? barY, rows[rows.length - 1] ?? barY];
      return touches(Math.min(...ends) - 12, Math.max(...ends) + 12);
    }),
    densities: scene.densities.filter(({ laneIndex }) => touchesBand(scene.lanes[laneIndex]!, { top, height })),
    laneNotes: scene.laneNotes.filter(({ y }) => touches(y - 12, y + 12)),
    names: scene.names.filter(({ row }) => touches(row.y, row.y + row.height)),
    edgeTags: scene.edgeTags.filter(({ box }) => touches(box.y, box.y + box.height)),
  };
}
