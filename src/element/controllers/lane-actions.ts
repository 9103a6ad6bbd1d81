import { foldKey } from '../../core/layout/fold-lanes.js';
import type { Actions } from '../view-model.js';
import type { ChartController } from './chart-controller.js';
import type { FocusController } from './focus-controller.js';
import type { MenuController } from './menu-controller.js';
import type { PartHost } from './part-host.js';

export interface LaneHost extends PartHost {
  readonly focus: FocusController;
  readonly chart: ChartController;
  readonly menu: MenuController;
}

type LaneAction =
  'toggleLane' | 'showAllLanes' | 'hideAllLanes' | 'findLane' | 'toggleFold' | 'toggleCollapse' | 'setOneScale';

/** What a reader may do to lanes. Where lanes come and go, the focus goes to the one that was meant. */
export const laneActions = (host: LaneHost): Pick<Actions, LaneAction> => ({
  toggleLane: (key) => host.dispatch({ type: 'toggle-lane', key }),
  showAllLanes: () => host.dispatch({ type: 'show-all-lanes' }),
  hideAllLanes: () =>
    host.dispatch({
      type: 'hide-lanes',
      keys: host
        .selectors()
        .lanes(host.state())
        .map(({ key }) => key),
    }),
  findLane(key) {
    host.dispatch({ type: 'find-lane', key });
    host.menu.close();
    host.focus.moveToLane(key);
  },
  toggleFold() {
    const first = host.selectors().foldedLanes(host.state())[0]?.key ?? foldKey;
    // Of two thousand lanes only those in the window are made, from the first picture on.
    if (!host.state().foldOpen) host.chart.expect(Infinity);
    host.dispatch({ type: 'toggle-fold' });
    host.focus.moveToLane(host.state().foldOpen ? first : foldKey);
  },
  toggleCollapse: (key) => host.dispatch({ type: 'toggle-collapse', key }),
  setOneScale: (on) => host.dispatch({ type: 'one-scale', on }),
});
