import { axisTicks } from '../viewport/ticks.js';
import { linkElbows, rungsOf, tieElbows } from './build-links.js';
import { placeLaneNotes } from './lane-notes.js';
import { addOffAxis } from './off-axis.js';
import { addBlocks } from './place-blocks.js';
import { placeDensities } from './place-density.js';
import { placeHoveredBin } from './place-hovered-bin.js';
import type { Scene } from './scene.js';
import { touchesBand } from './scene-band.js';
import { createBuilder, type SceneInput } from './scene-builder.js';

/** Makes one frame: places the arranged lanes along the axis, names included. Pure; nothing outside the view is kept. */
export function buildScene(input: SceneInput): Scene {
  const { scale, lanes, plot } = input;
  const builder = createBuilder(input);
  lanes.forEach((lane, laneIndex) => {
    if (!touchesBand(lane, input.band)) return;
    addOffAxis(lane, laneIndex, builder);
    if (scale) addBlocks(lane, laneIndex, scale, builder);
  });
  const densities = scale ? placeDensities(input, scale) : [];
  const bottom = lanes.length > 0 ? lanes[lanes.length - 1]! : null;
  const lines = scale
    ? input.lines
        .map(({ kind, time, label }) => ({ kind, x: scale(time), label }))
        .filter(({ x }) => x >= 0 && x <= plot.width)
    : [];
  return {
    shape: input.shape,
    width: input.width,
    height: bottom ? bottom.top + bottom.height : 0,
    plot,
    dir: input.dir,
    scale,
    ticks: scale && axisTicks(scale),
    lanes,
    band: input.band,
    marks: builder.marks,
    densities,
    laneNotes: placeLaneNotes(input),
    names: builder.names,
    edgeTags: builder.edgeTags,
    lines,
    rungs: rungsOf(builder.facing),
    links: [
      ...tieElbows(builder.sides, [input.selected, input.hovered, input.linked]),
      ...linkElbows(input.dataset, input.linked, builder.rows, plot.width),
    ],
    selected: input.selected,
    hovered: input.hovered,
    hoveredBin: scale && placeHoveredBin(input, densities, scale),
    offAxisKind: (event) => (input.dataset.kindOf(event) === 'ongoing' ? 'ongoing' : 'undated'),
    tally: builder.tally(),
  };
}
