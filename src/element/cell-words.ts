import { pickText } from '../core/i18n/text.js';
import { describeColumn } from '../core/scene/describe-bin.js';
import { spokenEvent } from '../core/scene/describe-event.js';
import type { Selectors } from '../core/state/selectors.js';
import type { TimelineState } from '../core/state/timeline-state.js';
import type { EpochMs } from '../core/util/units.js';
import { stepsBetween } from '../core/viewport/calendar-steps.js';
import type { CellWords } from './controllers/grid-cells.js';

/** What the cells of a state's chart say. */
export function cellWords(state: TimelineState, selectors: Selectors): CellWords {
  const language = selectors.language(state);
  const lanes = selectors.shownLanes(state);
  const dataset = state.dataset!;
  const isOne = selectors.groupBy(state) === 'none';
  const grid = selectors.grid(state);
  /** Of a column of counts, from 1; of the calendar's, of which only those are cells in which something is. */
  const placeOf = (time: EpochMs): number => (grid?.extent ? stepsBetween(grid.step, grid.extent[0], time) + 1 : 1);
  const counted = placeOf(grid?.extent?.[1] ?? 0);
  const lane = (laneIndex: number): string => pickText(lanes[laneIndex]!.name, language.locale, dataset.language).text;
  return {
    event: (event, laneIndex) =>
      spokenEvent(
        dataset,
        event,
        { ...selectors.placeInLane(state, laneIndex, event), lane: isOne ? null : lane(laneIndex) },
        language,
      ),
    links(event) {
      const count = dataset.links(event).length;
      return count > 0 ? language.numbers.count(count, language.messages.links) : '';
    },
    column: (column, density) => describeColumn(density, column, lane(density.laneIndex), language),
    columnOf: ({ laneIndex, event, bin }) =>
      1 + (event === undefined ? placeOf(bin) : selectors.placeInLane(state, laneIndex, event).n),
    columns: (grid?.lanes ?? []).reduce(
      (most, { lane: { count }, form }) => Math.max(most, 1 + (form === 'rows' ? count : counted)),
      1,
    ),
  };
}
