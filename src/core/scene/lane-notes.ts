import { fitText } from '../layout/fit-text.js';
import { sizes } from '../layout/sizes.js';
import { isLowLane } from './place-density.js';
import type { SceneLaneNote } from './scene.js';
import { touchesBand } from './scene-band.js';
import type { SceneInput } from './scene-builder.js';

/** From the view's edges to what is said of events that reach across all of it: room for an arrow. */
export const throughInset = 14;

/** What is said of a lane in numbers: how many events have no date, and how many reach across all that is visible. */
export function placeLaneNotes(input: SceneInput): readonly SceneLaneNote[] {
  const { lanes, shape, plot, width, language, band, measure } = input;
  const { numbers, messages } = language;
  const isWide = shape === 'wide';
  const hasColumn = isWide && width - plot.width > sizes.laneColumn;
  const notes: SceneLaneNote[] = [];
  lanes.forEach((lane, laneIndex) => {
    if (!touchesBand(lane, band)) return;
    const { unlisted, through, top, height, headY, form } = lane;
    const isDensity = form === 'density';
    // In a column of numbers an empty place would leave the reader to guess.
    if (unlisted > 0 || (hasColumn && isDensity && !isLowLane(lane, shape))) {
      const { undated } = messages.density;
      const text = unlisted === 0 ? '–' : isWide ? numbers.format(unlisted) : numbers.count(unlisted, undated);
      const y = isWide && isDensity ? top + height / 2 : headY + sizes.laneHead / 2;
      notes.push({ kind: 'undated', laneIndex, count: unlisted, text, y });
    }
    if (through > 0) {
      const said = numbers.count(through, messages.density.through);
      const { text } = fitText(said, 'note', plot.width - 2 * throughInset, measure);
      notes.push({ kind: 'through', laneIndex, count: through, text, y: lane.throughY + sizes.row / 2 });
    }
  });
  return notes;
}
