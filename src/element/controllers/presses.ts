import type { Hit } from '../../core/scene/hit-test.js';
import type { SceneColumn } from '../../core/scene/scene.js';
import type { Actions } from '../view-model.js';
import type { ChartHost } from './chart-controller.js';
import { columnDomain, firstIn, isWorthZooming } from './columns.js';
import type { FocusController } from './focus-controller.js';
import type { MotionController } from './motion-controller.js';
import type { PartHost } from './part-host.js';

export interface PressHost extends PartHost {
  readonly focus: FocusController;
  readonly motion: MotionController;
  actions(): Actions;
  /** The reader can switch between chart and list. */
  hasViews(): boolean;
}

/** What a press on the chart does, on an event, on a tag at its edge, or on a column of counts. */
export function presses(host: PressHost): Pick<ChartHost, 'onHit' | 'onColumn'> {
  const { focus, motion } = host;

  /** Zooms to a column of counts; where that would show nothing new, its events are listed. */
  const onColumn = (laneIndex: number, column: SceneColumn): void => {
    const [state, selectors] = [host.state(), host.selectors()];
    const lane = selectors.scene(state)?.lanes[laneIndex];
    const grid = selectors.grid(state);
    const { domain } = motion;
    if (!state.dataset || !lane || !grid || !domain) return;
    let event: number | undefined;
    if (isWorthZooming(lane, column, grid.step, domain)) {
      focus.holdAt({ laneIndex, bin: column.start });
      motion.moveTo(columnDomain(column), 'user');
    } else if (host.hasViews()) {
      event = firstIn(lane.lane, column, state.dataset.earliest);
      host.actions().setView('list');
      if (event !== undefined) host.turnTo(event);
    }
    host.afterUpdate(() => focus.moveTo('chart', event ?? null));
  };

  return {
    onColumn,
    onHit(hit: Hit | null) {
      if (hit?.kind === 'edge') return motion.follow(hit);
      if (!hit) return;
      focus.forget();
      if (hit.kind === 'bin') return onColumn(hit.laneIndex, hit.column);
      // The focus follows the hand, so that keys go on from there: arrows to the neighbours, Escape to close.
      host.actions().select(hit.event);
      host.afterUpdate(() => focus.moveTo('chart', hit.event));
    },
  };
}
