import type { Chosen } from '../chosen.js';
import type { Actions, View } from '../view-model.js';
import type { Announcer } from './announcer.js';
import type { DataController } from './data-controller.js';
import { keepingFocus } from './keep-focus.js';
import { laneActions, type LaneHost } from './lane-actions.js';
import type { LinkController } from './link-controller.js';
import type { MotionController } from './motion-controller.js';
import type { SearchController } from './search-controller.js';
import type { StoryController } from './story-controller.js';
import type { TableController } from './table-controller.js';

export interface ReaderHost extends LaneHost {
  readonly announcer: Announcer;
  readonly chosen: Chosen;
  readonly data: DataController;
  readonly link: LinkController;
  readonly motion: MotionController;
  readonly search: SearchController;
  readonly story: StoryController;
  readonly table: TableController;
  /** Selects by id. */
  select(id: string | null): void;
  /** Loads the data again. */
  load(): void;
  /** As if the page had set the attribute: the answer to a question is read as it would be. */
  readDates(order: Chosen['dateOrder']): void;
  render(): void;
}

/** What a reader may do, as the templates ask for it. */
export function readerActions(host: ReaderHost): Actions {
  const { announcer, chosen, data, focus, link, motion, search, story, table } = host;
  const selected = (): number | null => host.selectors().selected(host.state());
  /** Does something, and renders. */
  const rendering =
    <A extends readonly unknown[]>(act: (...args: A) => void) =>
    (...args: A): void => {
      act(...args);
      host.render();
    };
  return {
    announce: (text) => announcer.say(text),
    select: (index, place) => {
      const before = selected();
      host.select(index === null ? null : host.state().dataset!.event(index).id);
      if (!place) return;
      host.afterUpdate(() => {
        const event = index ?? before;
        if (event !== null) table.reveal(event);
        focus.moveTo(place, event);
      });
    },
    step: (by) => story.step(by),
    readInOrder: rendering((by) => {
      story.order = by;
      link.changed('user');
    }),
    ...laneActions(host),
    toResult: (by) => search.go(by),
    search: rendering((text) => search.type(text)),
    clearSearch: () => {
      search.clear();
      host.afterUpdate(() => host.root().querySelector<HTMLElement>('.search input')?.focus());
    },
    copyLink: (place) => void link.copy(place),
    closeLink: () => link.close(),
    setView: rendering((view: View) => {
      chosen.view = view;
      announcer.follow();
      link.changed('user');
      const event = selected();
      if (view === 'list' && event !== null) host.turnTo(event);
      if (view === 'chart' && event !== null) motion.reveal(event, 'user', true);
    }),
    toggleFilter: (facet, key) => host.dispatch({ type: 'toggle-filter', facet, key }),
    setFilters: (filters) => host.dispatch({ type: 'filter', filters }),
    clearFilters: () => {
      search.forget();
      host.dispatch({ type: 'clear-filters' });
    },
    showAllDates: () => {
      host.afterUpdate(keepingFocus(host.root()));
      motion.fit('user');
    },
    turnTo: rendering((listStart) => (chosen.listStart = listStart)),
    zoom: (factor) => motion.zoom(factor),
    fit: () => motion.fit('user'),
    toggleIssues: rendering(() => (chosen.issuesOpen = !chosen.issuesOpen)),
    orderDates: (order) => {
      chosen.dateOrder = order;
      host.readDates(order);
    },
    retry: () => host.load(),
    stopLoading: () => data.stop(),
    switchLanguage: rendering((lang) => (chosen.language = lang)),
  };
}
