import { storyOrders } from '../../core/state/story.js';
import type { TimelineState } from '../../core/state/timeline-state.js';
import type { Chosen } from '../chosen.js';
import { views, type View } from '../view-model.js';
import type { LinkHost } from './link-controller.js';
import type { MotionController } from './motion-controller.js';
import type { PartHost } from './part-host.js';
import type { SearchController } from './search-controller.js';
import type { StoryController } from './story-controller.js';
import type { Teller } from './teller.js';

export interface LinkedViewHost extends PartHost {
  readonly chosen: Chosen;
  readonly motion: MotionController;
  readonly search: SearchController;
  readonly story: StoryController;
  readonly teller: Teller;
  /** Takes that state instead of its own. */
  take(state: TimelineState): void;
  /** The view while the reader has chosen none. */
  standardView(): View;
}

/** What a link to the view says besides the state, and how what it says is shown. */
export const linkedView = (host: LinkedViewHost): Pick<LinkHost, 'chosen' | 'restore'> => ({
  chosen() {
    const { view } = host.chosen;
    const { order } = host.story;
    return {
      ...(view && view !== host.standardView() && { view }),
      ...(order !== storyOrders[0] && { order }),
    };
  },
  restore(state, { view, order, query = '' }, isFirst) {
    const { chosen, motion, search, story, teller } = host;
    const before = host.state();
    motion.stop();
    search.forget();
    search.text = query;
    host.take(state);
    chosen.view = views.find((one) => one === view) ?? null;
    story.order = storyOrders.find((one) => one === order) ?? storyOrders[0];
    chosen.listStart = 0;
    const selected = host.selectors().selected(state);
    if (selected !== null && host.view() === 'list') host.turnTo(selected);
    if (isFirst) return;
    teller.changed(before, 'user');
    if (state.domain !== before.domain) host.afterUpdate(() => teller.range('user'));
  },
});
