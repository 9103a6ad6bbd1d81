import { pickText } from '../core/i18n/text.js';
import { describeColumn } from '../core/scene/describe-bin.js';
import { describeEvent } from '../core/scene/describe-event.js';
import type { Selectors } from '../core/state/selectors.js';
import type { TimelineState } from '../core/state/timeline-state.js';
import type { CellWords } from './controllers/grid-cells.js';

/** What the cells of a state's chart say. */
export function cellWords(state: TimelineState, selectors: Selectors): CellWords {
  const language = selectors.language(state);
  const lanes = selectors.shownLanes(state);
  const dataset = state.dataset!;
  const isOne = selectors.groupBy(state) === 'none';
  const lane = (laneIndex: number): string => pickText(lanes[laneIndex]!.name, language.locale, dataset.language).text;
  return {
    event: (event, laneIndex) =>
      describeEvent(
        dataset,
        event,
        { ...selectors.placeInLane(state, laneIndex, event), lane: isOne ? null : lane(laneIndex) },
        language,
      ),
    column: (column, density) => describeColumn(density, column, lane(density.laneIndex), language),
  };
}
