import type { Selectors } from './selectors.js';
import type { TimelineState } from './timeline-state.js';

/**
 * Computes what the first picture of a large data set needs, in pieces of some ten milliseconds for a million events.
 * Selectors remember: a state that is shown afterwards finds it done.
 */
export function* preparingPicture(selectors: Selectors, state: TimelineState): Generator<void, void> {
  selectors.extent(state);
  yield;
  for (const { time } of selectors.shownLanes(state)) {
    yield;
    // Makes the copy of the bounds that counting walks through.
    time.countInside(-1, 1);
  }
  yield;
  selectors.shown(state);
  yield;
  selectors.scene(state);
}
