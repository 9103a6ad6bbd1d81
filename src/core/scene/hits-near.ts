import type { CssPixels } from '../util/units.js';
import { contains, hitTest, namesAt, type Hit } from './hit-test.js';
import { mostSingles } from './place-singles.js';
import type { Box, Scene } from './scene.js';
import { pageBox } from './scene-builder.js';

/** The least width and height of a target (WCAG 2.2, 2.5.8), and what a finger covers of smaller ones. */
export const leastTarget: CssPixels = 24;

/** As many as anybody looks through. */
const mostHits = 12;

/**
 * Everything that a press may mean, what is hit exactly first and then by distance. A target of 24 by 24 pixels is meant
 * when it is hit; smaller ones (discs, narrow columns of counts, tags at the edges) are already meant by a finger near
 * them. None where nothing is near.
 *
 * @param size side of the square around the point that the pointer covers; 0 for a mouse, which then means more than one
 *   thing only where two lie on the same pixels
 */
export function hitsNear(scene: Scene, x: CssPixels, y: CssPixels, size: CssPixels): readonly Hit[] {
  const found = new Map<string, { readonly hit: Hit; readonly apart: CssPixels }>();
  const add = (hit: Hit, apart: CssPixels): void => {
    const key = keyOf(hit);
    if (!found.has(key)) found.set(key, { hit, apart });
  };
  const exact = hitTest(scene, x, y);
  if (exact) add(exact, -1);
  const reach = size / 2;
  const isNear = (box: Box): boolean => (reach > 0 ? apartFrom(box, x, y) < reach : contains(box, x, y));

  for (const tag of scene.edgeTags) if (isNear(tag.box)) add({ kind: 'edge', tag }, apartFrom(tag.box, x, y));
  // A row shared by two events, where neither has written its name; and rows too short for a finger.
  const shared = exact?.kind === 'event' ? namesAt(scene, x, y) : [];
  const short = reach > 0 ? scene.names.filter(({ row }) => row.width < leastTarget && isNear(row)) : [];
  for (const { event, row } of [...shared, ...short]) add({ kind: 'event', event }, apartFrom(row, x, y));

  for (const { laneIndex, columns } of scene.densities) {
    const { top, height } = scene.lanes[laneIndex]!;
    const isInLane = y >= top && y < top + height;
    for (const column of columns) {
      const { x0, x1, most, singles } = column;
      for (const { event, radius, ...middle } of singles) {
        const disc = pageBox(scene.plot, middle.x - radius, middle.x + radius, middle.y - radius, 2 * radius);
        if (!isNear(disc)) continue;
        add({ kind: 'event', event }, apartFrom(disc, x, y));
        // Where nothing is drawn but discs, a disc is meant and not its column.
        if (exact?.kind === 'bin' && exact.column.most <= mostSingles) found.delete(keyOf(exact));
      }
      const box = pageBox(scene.plot, x0, x1, top, height);
      if (reach > 0 && isInLane && most > mostSingles && x1 - x0 < leastTarget && isNear(box))
        add({ kind: 'bin', laneIndex, column }, apartFrom(box, x, y));
    }
  }
  return [...found.values()]
    .sort((a, b) => a.apart - b.apart)
    .slice(0, mostHits)
    .map(({ hit }) => hit);
}

/** From a point to the nearest one of a box, along the axis where that is further. */
const apartFrom = (box: Box, x: CssPixels, y: CssPixels): CssPixels =>
  Math.max(box.x - x, x - box.x - box.width, box.y - y, y - box.y - box.height, 0);

const keyOf = (hit: Hit): string =>
  hit.kind === 'event'
    ? `event ${hit.event}`
    : hit.kind === 'edge'
      ? `edge ${hit.tag.side} ${hit.tag.event}`
      : `bin ${hit.laneIndex} ${hit.column.start}`;
