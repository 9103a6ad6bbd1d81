import type { Issue } from '../core/dataset/issue.js';
import type { Selectors } from '../core/state/selectors.js';
import type { StoryOrder } from '../core/state/story.js';
import type { TimelineState } from '../core/state/timeline-state.js';
import type { Options } from './resolve-options.js';
import { otherLanguage } from './surroundings.js';
import { mostChips } from './templates/lane-menu.js';
import { listPage } from './templates/list.js';
import type { ViewModel } from './view-model.js';

/** What is neither in the state nor computed from it. */
export type Surroundings = Pick<
  ViewModel,
  | 'load'
  | 'isFallback'
  | 'account'
  | 'dateAnswer'
  | 'issuesOpen'
  | 'heading'
  | 'view'
  | 'detailsPlace'
  | 'menu'
  | 'help'
  | 'exporting'
  | 'table'
  | 'facetMenu'
  | 'isNarrow'
  | 'searchText'
  | 'focusedLane'
  | 'listStart'
  | 'link'
  | 'paper'
> & { readonly issues: () => readonly Issue[]; readonly storyOrder: StoryOrder };

/** The view model of a state. */
export function createViewModel(
  state: TimelineState,
  selectors: Selectors,
  { controls, headingLevel }: Options,
  around: Surroundings,
): ViewModel {
  const { dataset } = state;
  const language = selectors.markingLanguage(state);
  const shown = selectors.shown(state);
  const lanes = selectors.lanes(state);
  const scene = around.view === 'chart' ? selectors.scene(state) : null;
  const groupBy = selectors.groupBy(state);
  const isLarge = (dataset?.count ?? 0) > listPage || lanes.length > mostChips;
  // The page that the reader turned to, unless there are fewer events now.
  const listStart = around.view === 'list' && around.listStart < selectors.listed(state).count ? around.listStart : 0;
  return {
    ...around,
    language,
    dir: state.dir,
    mirrored: scene?.plot.mirrored ?? state.dir === 'rtl',
    dataset,
    get issues() {
      return around.issues();
    },
    headingLevel,
    controls,
    isLarge,
    hasSearch: controls.has('search') && (dataset?.count ?? 0) > 1,
    lanes,
    get matchedLanes() {
      return selectors.matchedLanes(state);
    },
    shownLanes: selectors.shownLanes(state),
    groupBy,
    laneWords: language.messages.lanes[groupBy === 'actor' ? 'actor' : 'other'],
    offLanes: state.offLanes,
    filters: state.filters,
    facet: (name) => selectors.facet(state, name),
    facetNames: selectors.facetNames(state),
    get total() {
      return selectors.total(state);
    },
    isFiltered: state.offLanes.size > 0 || state.query !== '' || selectors.passing(state) !== null,
    foldOpen: state.foldOpen && selectors.foldedLanes(state).length > 0,
    query: state.query,
    get found() {
      return selectors.found(state);
    },
    get results() {
      if (state.query === '') return null;
      const isListed = around.view !== 'chart';
      return {
        order: selectors.story(state, 'time', isListed),
        at: selectors.placeInStory(state, 'time', isListed),
      };
    },
    shown,
    get order() {
      return selectors.order(state);
    },
    get listed() {
      return selectors.listed(state);
    },
    get listedOrder() {
      return selectors.listedOrder(state);
    },
    range: selectors.range(state),
    get sections() {
      return selectors.page(state, listStart, listPage);
    },
    selected: selectors.selected(state),
    get story() {
      const [by, isListed] = [around.storyOrder, around.view !== 'chart'];
      const { count } = isListed ? selectors.listed(state) : shown;
      const at = selectors.placeInStory(state, by, isListed);
      return { by, at, gap: selectors.gapInStory(state, by, isListed), count };
    },
    listStart,
    scene,
    densityCount: scene?.lanes.filter(({ form }) => form === 'density').length ?? 0,
    oneScale: state.oneScale,
    band: state.band,
    otherLanguage: otherLanguage(language, dataset),
  };
}
