import { publicationTime, type Dataset } from '../dataset/dataset.js';
import { wordPatterns, type WordPattern } from '../i18n/spelling.js';
import { createArranger } from '../layout/arrange-lanes.js';
import {
  countFacet,
  facetNames,
  facetsOf,
  failingFacets,
  hidingOf,
  orderFacet,
  passingEvents,
  type Facet,
  type FacetName,
  type Filters,
} from '../layout/facets.js';
import { createBinCounter } from '../layout/count-bins.js';
import { createFoldLane, foldLanes, type Folding } from '../layout/fold-lanes.js';
import { createLabelHeight } from '../layout/label-height.js';
import {
  allEvents,
  chooseLanes,
  defaultGrouping,
  eventsOf,
  filterLane,
  eventsInRange,
  groupEvents,
  maskOf,
  unionOf,
  type GroupBy,
  type Lane,
  type LaneEvents,
} from '../layout/lanes.js';
import { createNames } from '../layout/name-info.js';
import type { ChartShape } from '../layout/sizes.js';
import type { MeasureText } from '../layout/type-scale.js';
import { createLanguage, type Language } from '../scene/language.js';
import { buildSections, cutSections, sectionsOf, type Section } from '../scene/list-sections.js';
import type { Plot, Scene } from '../scene/scene.js';
import type { ShownEvents } from '../scene/scene-builder.js';
import type { CssPixels } from '../util/units.js';
import { memoizeLast, memoizeValues } from '../util/memoize.js';
import { chooseStep } from '../viewport/calendar-steps.js';
import type { Domain } from '../viewport/domain.js';
import { extentOf, padDomain } from '../viewport/first-view.js';
import { firstDomain, isCounted } from './first-domain.js';
import { makeLines, makePlot, sceneOf } from './frame.js';
import type { LaneOrder } from './lane-order.js';
import type { Grid } from './navigate.js';
import { inReadingOrder, makeLaneOrders, mostSorted, orderByTime, partOf, type ReadingOrder } from './reading-order.js';
import { gapInStory, type StoryOrder } from './story.js';
import type { TimelineState } from './timeline-state.js';

/** What can be computed from a state. Each result is the same object as long as what it depends on is. */
export interface Selectors {
  language(state: TimelineState): Language;
  /** The same, with what is searched for: for texts of the data, in which it is marked. */
  markingLanguage(state: TimelineState): Language;
  /** What a lane is: as the page asks, else as the data suggest. */
  groupBy(state: TimelineState): GroupBy;
  /** All lanes of the data. */
  allLanes(state: TimelineState): readonly Lane[];
  /** The lanes that the page asks for, in its order, with all their events: chips, the menu, whose an event is. */
  lanes(state: TimelineState): readonly Lane[];
  /** How many of `total` match the search, whatever else is filtered. */
  found(state: TimelineState): number;
  /** 1 for each event that matches the search and passes the filters; null where every event does. */
  passing(state: TimelineState): Uint8Array | null;
  /** The values of a facet, each with how many events have it that pass everything else. Looks at every event. */
  facet(state: TimelineState, name: FacetName): Facet;
  /**
   * The facets by which a reader can filter: those that tell events apart. What lanes stand for is filtered by the lanes,
   * unless there is a filter already.
   */
  facetNames(state: TimelineState): readonly FacetName[];
  /** How many events there are where a reader filters nothing: those of the lanes that the page asks for. */
  total(state: TimelineState): number;
  /** The same lanes with the events that pass search and filters; the very same where nothing is filtered. */
  matchedLanes(state: TimelineState): readonly Lane[];
  /**
   * What the chart draws: lanes that are switched on, with the events that pass; small ones of a long list
   * folded into one at the end, or after the others where the fold is open.
   */
  shownLanes(state: TimelineState): readonly Lane[];
  /** The lanes that are folded, or would be if the fold were closed; empty where there are not too many. */
  foldedLanes(state: TimelineState): readonly Lane[];
  /** The events of the shown lanes, each once. */
  shown(state: TimelineState): LaneEvents;
  /** Event indices of the shown lanes, each once, in the order of the file. */
  shownEvents(state: TimelineState): readonly number[];
  /** The range that a reader has chosen, or the page has; null while nobody has. The chart's first view is no choice. */
  range(state: TimelineState): Domain | null;
  /** Of the shown events those that may lie in the chosen range, and those without a date: what list, table and files have. */
  listed(state: TimelineState): LaneEvents;
  /** The same in reading order. */
  listedOrder(state: TimelineState): ReadingOrder;
  /** From the first bound to the last; null when nothing is dated. */
  extent(state: TimelineState): Domain | null;
  /** What a reader sees: where they moved to, else what the page asked for, else the dense part. */
  domain(state: TimelineState): Domain | null;
  /** Everything bounded, with room at the edges. */
  whole(state: TimelineState): Domain | null;
  shape(state: TimelineState): ChartShape;
  plot(state: TimelineState): Plot;
  scene(state: TimelineState): Scene | null;
  /** What keys walk over; null before there is a chart. */
  grid(state: TimelineState): Grid | null;
  /** All sections of the list, where there are few enough events to sort by what is known of each; else none. */
  sections(state: TimelineState): readonly Section[];
  /** The sections of one page of the list: `length` events of the reading order, from `start` on. */
  page(state: TimelineState, start: number, length: number): readonly Section[];
  /**
   * Event indices in reading order, which previous and next and the list follow: by section; above `mostSorted` by
   * earliest bound, then those without a date. Computed when asked for: a chart alone needs none.
   */
  order(state: TimelineState): ReadingOrder;
  /** The place of an event in a shown lane, in reading order: the n-th of so many; n is 0 if it is not there. */
  placeInLane(state: TimelineState, laneIndex: number, event: number): { readonly n: number; readonly of: number };
  /**
   * The events in the order in which they are read as a story.
   *
   * @param listed those of the list and the table; else those of the chart
   */
  story(state: TimelineState, by: StoryOrder, listed: boolean): ReadingOrder;
  /** The place of the selected event in such an order, from 0; −1 if there is none. */
  placeInStory(state: TimelineState, by: StoryOrder, listed: boolean): number;
  /** If the selected event is not in such an order: how many of it come before the event; else null. */
  gapInStory(state: TimelineState, by: StoryOrder, listed: boolean): number | null;
  /** Index of the selected event, or null. */
  selected(state: TimelineState): number | null;
}

/** Below this width the lanes' names become rows of their own. */
export const wideFrom: CssPixels = 700;

/** Makes the selectors of one element; each element remembers its own last results. */
export function createSelectors(measure: MeasureText, beforeName?: (event: number) => string): Selectors {
  const language = memoizeLast(createLanguage);
  const sought = memoizeLast(wordPatterns);
  const countFound = memoizeLast((dataset: Dataset, lanes: readonly Lane[] | null, matches: Uint8Array): number =>
    lanes
      ? unionOf(
          dataset,
          lanes.map((lane) => filterLane(dataset, lane, matches)),
        ).count
      : matches.reduce((sum, match) => sum + match, 0),
  );
  const marking = memoizeLast((spoken: Language, words: readonly WordPattern[]) =>
    words.length > 0 ? { ...spoken, sought: words } : spoken,
  );
  const suggested = memoizeLast(defaultGrouping);
  const allLanes = memoizeLast(groupEvents);
  const wanted = memoizeLast(chooseLanes);
  const on = memoizeLast((lanes: readonly Lane[], off: ReadonlySet<string>) =>
    off.size > 0 ? lanes.filter(({ key }) => !off.has(key)) : lanes,
  );
  const folding = memoizeLast(foldLanes);
  const unfolded = memoizeLast((kept: readonly Lane[], folded: readonly Lane[]) =>
    folded.length > 0 ? [...kept, ...folded] : kept,
  );
  const foldLane = memoizeLast(makeFoldLane);
  const withFold = memoizeLast((kept: readonly Lane[], fold: Lane): readonly Lane[] => [...kept, fold]);
  // Each lane is filtered once, whether the chips ask for it or the chart.
  const matching = memoizeLast((dataset: Dataset, matches: Uint8Array) => {
    const filtered = new WeakMap<Lane, Lane>();
    return (lane: Lane): Lane => {
      let found = filtered.get(lane);
      if (!found) filtered.set(lane, (found = filterLane(dataset, lane, matches)));
      return found;
    };
  });
  const filter = (lanes: readonly Lane[], match: ((lane: Lane) => Lane) | null): readonly Lane[] =>
    match ? lanes.map(match) : lanes;
  const matched = memoizeLast(filter);
  const shownMatched = memoizeLast(filter);
  const match = (state: TimelineState): ((lane: Lane) => Lane) | null => {
    const passing = selectors.passing(state);
    return state.dataset && passing && matching(state.dataset, passing);
  };
  const failing = memoizeLast(failingFacets);
  const passing = memoizeLast(passingEvents);
  const laneMask = memoizeLast(maskOf);
  const facets = facetNames.map((name) => ({ name, order: memoizeLast(orderFacet), count: memoizeLast(countFacet) }));
  const hiding = memoizeLast(hidingOf);
  const countUnion = memoizeLast((dataset: Dataset, lanes: readonly Lane[]) => unionOf(dataset, lanes).count);
  const tellingFacets = memoizeLast(facetsOf);
  const offered = memoizeLast((all: readonly FacetName[], groupBy: GroupBy, filters: Filters) =>
    all.filter((name) => name !== groupBy || filters[name]),
  );
  const inRange = memoizeLast(eventsInRange);
  const partInRange = memoizeLast(partOf);
  const union = memoizeLast(unionOf);
  const everything = memoizeLast(allEvents);
  const all = memoizeLast((events: LaneEvents): ShownEvents => ({ events, bins: createBinCounter(events.time) }));
  const extent = memoizeLast((dataset: Dataset | null) => dataset && extentOf(dataset));
  const whole = memoizeLast(
    (bounded: Domain | null, width: CssPixels, isCounted: boolean) => bounded && padDomain(bounded, width, isCounted),
  );
  const names = memoizeLast((dataset: Dataset, { locale, messages }: Language) =>
    createNames(dataset, locale, messages, measure, beforeName),
  );
  const defaultDomain = memoizeLast(firstDomain);
  const plotOf = memoizeLast(makePlot);
  const labels = memoizeLast(createLabelHeight);
  const arrange = createArranger();
  const linesOf = memoizeLast(makeLines);
  const scene = memoizeValues(sceneOf);
  const grid = memoizeValues((input: Grid): Grid => input);
  const sections = memoizeLast(buildSections);
  const page = memoizeLast((dataset: Dataset, order: ReadingOrder, start: number, length: number) =>
    sectionsOf(dataset, [...order.slice(start, start + length)]),
  );
  const cut = memoizeLast(cutSections);
  const sectionOrder = memoizeLast((list: readonly Section[]) => list.flatMap(({ events }) => events));
  const byTime = memoizeLast(orderByTime);
  const laneOrders = memoizeLast(makeLaneOrders);
  const placeIn = memoizeLast((order: ReadingOrder, event: number) => order.indexOf(event));
  const gapIn = memoizeLast(gapInStory);
  const inOrder = memoizeLast(inReadingOrder);

  const isLarge = (state: TimelineState): boolean => selectors.shown(state).count > mostSorted;

  const selectors: Selectors = {
    language: ({ locale }) => language(locale),
    markingLanguage: (state) => marking(selectors.language(state), sought(state.query)),
    groupBy: ({ dataset, groupBy }) => groupBy ?? (dataset ? suggested(dataset) : 'none'),
    allLanes: (state) =>
      state.dataset ? allLanes(state.dataset, selectors.groupBy(state), selectors.language(state).messages) : noLanes,
    lanes: (state) => wanted(selectors.allLanes(state), state.wantedLanes),
    found(state) {
      const { dataset, matches } = state;
      if (!dataset || !matches) return selectors.total(state);
      const lanes = selectors.lanes(state);
      return countFound(dataset, lanes === selectors.allLanes(state) ? null : lanes, matches);
    },
    passing: (state) => passing(state.matches, failingOf(state)),
    facet(state, name) {
      const { dataset, filters, matches } = state;
      if (!dataset) return noFacet(name);
      const { messages } = selectors.language(state);
      const lanes = selectors.lanes(state);
      const isAll = state.offLanes.size === 0 && lanes === selectors.allLanes(state);
      const inLanes = isAll ? null : laneMask(dataset, on(lanes, state.offLanes));
      const { order, count } = facets[facetNames.indexOf(name)]!;
      const hidden = hiding(matches, failingOf(state), inLanes);
      return count(dataset, name, order(dataset, name, messages), filters, hidden, messages);
    },
    facetNames(state) {
      if (!state.dataset) return noNames;
      const all = tellingFacets(state.dataset, selectors.language(state).messages);
      return offered(all, selectors.groupBy(state), state.filters);
    },
    total(state) {
      const { dataset } = state;
      const lanes = selectors.lanes(state);
      return dataset === null || lanes === selectors.allLanes(state)
        ? (dataset?.count ?? 0)
        : countUnion(dataset, lanes);
    },
    matchedLanes: (state) => matched(selectors.lanes(state), match(state)),
    shownLanes(state) {
      const { dataset, foldOpen } = state;
      const { kept, folded } = foldingOf(state);
      const isFolded = dataset !== null && folded.length > 0 && !foldOpen;
      const lanes = isFolded
        ? withFold(kept, foldLane(dataset, folded, selectors.groupBy(state), selectors.language(state)))
        : unfolded(kept, folded);
      return shownMatched(lanes, match(state));
    },
    foldedLanes: (state) => foldingOf(state).folded,
    shown(state) {
      const { dataset, offLanes } = state;
      if (!dataset) return noEvents;
      const isAll =
        offLanes.size === 0 && !selectors.passing(state) && selectors.lanes(state) === selectors.allLanes(state);
      return isAll ? everything(dataset) : union(dataset, selectors.shownLanes(state));
    },
    shownEvents: (state) => selectors.shown(state).events,
    range: (state) => state.domain ?? (state.from === null && state.to === null ? null : selectors.domain(state)),
    listed(state) {
      const shown = selectors.shown(state);
      const range = selectors.range(state);
      return state.dataset && range ? inRange(state.dataset, shown, range) : shown;
    },
    listedOrder(state) {
      const { dataset } = state;
      const listed = selectors.listed(state);
      const order = selectors.order(state);
      return dataset && listed !== selectors.shown(state) ? partInRange(dataset, order, listed) : order;
    },
    extent: ({ dataset }) => extent(dataset),
    shape: ({ width }) => (width >= wideFrom ? 'wide' : 'medium'),
    plot(state) {
      const { dataset } = state;
      const hasOffAxis = dataset !== null && dataset.byEarliest.length < dataset.count;
      return plotOf(state.width, selectors.shape(state), state.dir, state.mirrored, hasOffAxis);
    },
    domain(state) {
      if (state.domain) return state.domain;
      const { dataset, from, to } = state;
      return defaultDomain(dataset, selectors.extent(state), from, to, selectors.plot(state).width);
    },
    whole: (state) => whole(selectors.extent(state), selectors.plot(state).width, isCounted(state.dataset)),
    scene(state) {
      const { dataset, width, dir, now } = state;
      if (!dataset || width <= 0) return null;
      const domain = selectors.domain(state);
      const plot = selectors.plot(state);
      const shape = selectors.shape(state);
      const spoken = selectors.language(state);
      const nameOf = names(dataset, spoken);
      const lanes = arrange({
        dataset,
        lanes: selectors.shownLanes(state),
        byActor: selectors.groupBy(state) === 'actor',
        nameOf,
        measure,
        shape,
        domain,
        line: publicationTime(dataset),
        width: plot.width,
        labelHeight: labels(dataset, selectors.allLanes(state), state.locale, state.enlarged, measure),
        collapsed: state.collapsed,
      });
      const made = scene({
        dataset,
        lanes,
        all: lanes.every(({ isWhole }) => isWhole) && !state.band ? null : all(selectors.shown(state)),
        domain,
        plot,
        shape,
        width,
        dir,
        nameOf,
        measure,
        language: spoken,
        sought: sought(state.query),
        selected: selectors.selected(state),
        hovered: state.hovered,
        linked: state.focused ?? selectors.selected(state),
        hoveredBin: state.hoveredBin,
        oneScale: state.oneScale,
        band: state.band,
        lines: linesOf(dataset, selectors.extent(state), spoken, now),
      });
      return inOrder(made, orderOf(state));
    },
    grid(state) {
      const drawn = selectors.scene(state);
      if (!drawn) return null;
      return grid({
        dataset: state.dataset!,
        lanes: drawn.lanes,
        orderOf: orderOf(state),
        step: drawn.tally.counted ?? chooseStep(drawn.scale?.pixelsPerMs ?? 1),
        extent: selectors.extent(state),
      });
    },
    sections: (state) =>
      state.dataset && !isLarge(state) ? sections(state.dataset, selectors.shownEvents(state)) : noSections,
    page: (state, start, length) =>
      state.dataset && (isLarge(state) || selectors.listed(state) !== selectors.shown(state))
        ? page(state.dataset, selectors.listedOrder(state), start, length)
        : cut(selectors.sections(state), start, length),
    order: (state) => (isLarge(state) ? byTime(selectors.shown(state)) : sectionOrder(selectors.sections(state))),
    placeInLane(state, laneIndex, event) {
      const order = orderOf(state)(laneIndex);
      return { n: order.placeOf(event) + 1, of: order.length };
    },
    story(state, by, listed) {
      if (by === 'report') return (listed ? selectors.listed(state) : selectors.shown(state)).events;
      return listed ? selectors.listedOrder(state) : selectors.order(state);
    },
    placeInStory(state, by, listed) {
      const selected = selectors.selected(state);
      return selected === null ? -1 : placeIn(selectors.story(state, by, listed), selected);
    },
    gapInStory(state, by, listed) {
      const [{ dataset }, selected] = [state, selectors.selected(state)];
      if (!dataset || selected === null || selectors.placeInStory(state, by, listed) >= 0) return null;
      return gapIn(dataset, selectors.story(state, by, listed), by, selected);
    },
    selected: ({ dataset, selected }) => (selected === null ? null : (dataset?.indexOf(selected) ?? null)),
  };

  function failingOf(state: TimelineState): Uint8Array | null {
    const { dataset, filters } = state;
    return dataset && failing(dataset, filters, selectors.language(state).messages);
  }

  function foldingOf(state: TimelineState): Folding {
    const lanes = selectors.lanes(state);
    const shown = on(lanes, state.offLanes);
    // A page that names its lanes wants to see them.
    return lanes === selectors.allLanes(state) ? folding(shown, state.foundLane) : unfoldedOf(shown);
  }
  const unfoldedOf = memoizeLast((kept: readonly Lane[]): Folding => ({ kept, folded: noLanes }));

  function orderOf(state: TimelineState): (laneIndex: number) => LaneOrder {
    const lanes = selectors.shownLanes(state);
    const sorted = isLarge(state) ? null : (selectors.order(state) as readonly number[]);
    return laneOrders(state.dataset!, lanes, sorted);
  }
  return selectors;
}

const noLanes: readonly Lane[] = [];
const noSections: readonly Section[] = [];
const noNames: readonly FacetName[] = [];
const noFacet = (name: FacetName): Facet => ({
  name,
  size: 0,
  values: [],
  first: () => [],
  like: () => ({ count: 0, values: [] }),
});
const noIndices = new Uint32Array();
const noEvents = eventsOf(
  { earliest: new Float64Array(), latest: new Float64Array() },
  noIndices,
  noIndices,
  noIndices,
);

/** The fold's name is in the reader's language, whatever that of the data is. */
function makeFoldLane(dataset: Dataset, folded: readonly Lane[], groupBy: GroupBy, language: Language): Lane {
  const { lang, numbers, messages } = language;
  const { more } = messages.lanes[groupBy === 'actor' ? 'actor' : 'other'];
  return createFoldLane(dataset, folded, { [lang]: numbers.count(folded.length, more) });
}
