import { publicationTime, type Dataset } from '../dataset/dataset.js';
import type { LocalizedText } from '../i18n/localized-text.js';
import type { Messages } from '../i18n/messages.js';
import { pickText } from '../i18n/text.js';
import { createArranger } from '../layout/arrange-lanes.js';
import {
  countFacet,
  facetNames,
  failingFacets,
  passingEvents,
  type Facet,
  type FacetInput,
  type FacetName,
} from '../layout/facets.js';
import { createBinCounter } from '../layout/count-bins.js';
import { wrapText } from '../layout/fit-text.js';
import { createFoldLane, foldLanes, type Folding } from '../layout/fold-lanes.js';
import {
  allEvents,
  chooseLanes,
  defaultGrouping,
  eventsOf,
  filterLane,
  eventsInRange,
  groupEvents,
  holds,
  maskOf,
  unionOf,
  type GroupBy,
  type Lane,
  type LaneEvents,
} from '../layout/lanes.js';
import { createNames } from '../layout/name-info.js';
import { sizes, type ChartShape } from '../layout/sizes.js';
import type { MeasureText } from '../layout/type-scale.js';
import { buildScene } from '../scene/build-scene.js';
import { createLanguage, type Language } from '../scene/language.js';
import { buildSections, cutSections, sectionsOf, type Section } from '../scene/list-sections.js';
import type { Plot, Scene, SceneLine } from '../scene/scene.js';
import type { SceneInput, ShownEvents } from '../scene/scene-builder.js';
import { shortDate } from '../temporal/describe-temporal.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import { memoizeLast, memoizeValues } from '../util/memoize.js';
import { chooseStep } from '../viewport/calendar-steps.js';
import { day, domainLength, type Domain } from '../viewport/domain.js';
import { denseExtent, extentOf, padDomain } from '../viewport/first-view.js';
import { createTimeScale } from '../viewport/time-scale.js';
import { listOrder, timeOrder, type LaneOrder } from './lane-order.js';
import type { Grid } from './navigate.js';
import type { TimelineState } from './timeline-state.js';

/** Above so many shown events the reading order is that of time, and a list is made page by page. */
export const mostSorted = 5000;

/** Event indices in the order in which they are read: a list, or the like of one where there are very many. */
export type ReadingOrder = readonly number[] | Uint32Array;

/** What can be computed from a state. Each result is the same object as long as what it depends on is. */
export interface Selectors {
  language(state: TimelineState): Language;
  /** What a lane is: as the page asks, else as the data suggest. */
  groupBy(state: TimelineState): GroupBy;
  /** All lanes of the data. */
  allLanes(state: TimelineState): readonly Lane[];
  /** The lanes that the page asks for, in its order, with all their events: chips, the menu, whose an event is. */
  lanes(state: TimelineState): readonly Lane[];
  /** 1 for each event that matches the search and passes the filters; null where every event does. */
  passing(state: TimelineState): Uint8Array | null;
  /** The values of a facet, each with how many events have it that pass everything else. Looks at every event. */
  facet(state: TimelineState, name: FacetName): Facet;
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
  /** Index of the selected event, or null. */
  selected(state: TimelineState): number | null;
}

/** Below this width the lanes' names become rows of their own. */
export const wideFrom: CssPixels = 700;

/** Makes the selectors of one element; each element remembers its own last results. */
export function createSelectors(measure: MeasureText): Selectors {
  const language = memoizeLast(createLanguage);
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
  const facets = facetNames.map(() =>
    memoizeValues(({ name, messages, ...input }: FacetSelection) => countFacet(name, input, messages)),
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
    createNames(dataset, locale, messages, measure),
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
  const inOrder = memoizeLast(inReadingOrder);

  const isLarge = (state: TimelineState): boolean => selectors.shown(state).count > mostSorted;

  const selectors: Selectors = {
    language: ({ locale }) => language(locale),
    groupBy: ({ dataset, groupBy }) => groupBy ?? (dataset ? suggested(dataset) : 'none'),
    allLanes: (state) =>
      state.dataset ? allLanes(state.dataset, selectors.groupBy(state), selectors.language(state).messages) : noLanes,
    lanes: (state) => wanted(selectors.allLanes(state), state.wantedLanes),
    passing: (state) => passing(state.matches, failingOf(state)),
    facet(state, name) {
      const { dataset, filters, matches } = state;
      if (!dataset) return { name, values: [] };
      const lanes = selectors.lanes(state);
      const isAll = state.offLanes.size === 0 && lanes === selectors.allLanes(state);
      return facets[facetNames.indexOf(name)]!({
        name,
        messages: selectors.language(state).messages,
        dataset,
        filters,
        matches,
        failing: failingOf(state),
        inLanes: isAll ? null : laneMask(dataset, on(lanes, state.offLanes)),
      });
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
        labelHeight: labels(dataset, selectors.allLanes(state), state.locale, measure),
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
        selected: selectors.selected(state),
        hovered: state.hovered,
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

interface FacetSelection extends FacetInput {
  readonly name: FacetName;
  readonly messages: Messages;
}

const noLanes: readonly Lane[] = [];
const noSections: readonly Section[] = [];
const noOrder: LaneOrder = { length: 0, at: () => undefined, placeOf: () => -1, nearest: () => undefined };
const noIndices = new Uint32Array();
const noEvents = eventsOf(
  { earliest: new Float64Array(), latest: new Float64Array() },
  noIndices,
  noIndices,
  noIndices,
);

/** Above so many events the first view is everything: what is dense can be seen as such. */
const mostWeighed = 5000;
const isCounted = (dataset: Dataset | null): boolean => dataset !== null && dataset.count > mostWeighed;

function firstDomain(
  dataset: Dataset | null,
  extent: Domain | null,
  from: EpochMs | null,
  to: EpochMs | null,
  width: CssPixels,
): Domain | null {
  if (!dataset) return null;
  const dense = isCounted(dataset) ? extent : denseExtent(dataset);
  if (from === null && to === null) return dense && padDomain(dense, width, isCounted(dataset));
  const [start, end] = [from ?? dense?.[0] ?? null, to ?? dense?.[1] ?? null];
  if (start !== null && end !== null && start < end) return [start, end];
  // One side alone, beyond all the data: a week from there says more than an error.
  if (from !== null) return [from, from + 7 * day];
  return to === null ? null : [to - 7 * day, to];
}

function makePlot(
  width: CssPixels,
  shape: ChartShape,
  dir: 'ltr' | 'rtl',
  mirrored: boolean,
  hasOffAxis: boolean,
): Plot {
  const columns = shape === 'wide' ? sizes.laneColumn + (hasOffAxis ? sizes.undatedColumn : 0) : sizes.keyColumn;
  const plotWidth = Math.max(40, width - columns);
  return { left: dir === 'rtl' ? 0 : columns, width: plotWidth, mirrored };
}

/** The fold's name is in the reader's language, whatever that of the data is. */
function makeFoldLane(dataset: Dataset, folded: readonly Lane[], groupBy: GroupBy, language: Language): Lane {
  const { lang, numbers, messages } = language;
  const { more } = messages.lanes[groupBy === 'actor' ? 'actor' : 'other'];
  return createFoldLane(dataset, folded, { [lang]: numbers.count(folded.length, more) });
}

function orderByTime({ time, undated }: LaneEvents): Uint32Array {
  const order = new Uint32Array(time.size + undated.length);
  order.set(time.byEarliest);
  order.set(undated, time.size);
  return order;
}

/** The part of an order that is in a range. */
function partOf(dataset: Dataset, order: ReadingOrder, listed: LaneEvents): ReadingOrder {
  const isListed = maskOf(dataset, [listed]);
  const isIn = (event: number): boolean => isListed[event] === 1;
  return order instanceof Uint32Array ? order.filter(isIn) : order.filter(isIn);
}

/** The order of each lane, made when somebody looks at the lane. */
function makeLaneOrders(
  dataset: Dataset,
  lanes: readonly Lane[],
  order: readonly number[] | null,
): (laneIndex: number) => LaneOrder {
  const made: LaneOrder[] = [];
  return (laneIndex) => {
    const lane = lanes[laneIndex];
    if (!lane) return noOrder;
    return (made[laneIndex] ??= order
      ? listOrder(
          dataset,
          order.filter((event) => holds(lane, event)),
        )
      : timeOrder(dataset, lane));
  };
}

/** Lines that a lane's own name and note need in their column; each lane is measured once. */
function createLabelHeight(
  dataset: Dataset,
  _lanes: readonly Lane[],
  locale: string,
  measure: MeasureText,
): (lane: Lane) => CssPixels {
  const known = new Map<string, CssPixels>();
  const lines = (text: LocalizedText, role: 'lane' | 'note'): number =>
    wrapText(pickText(text, locale, dataset.language).text, role, sizes.laneColumn - 46, 4, measure).length;
  return ({ key, name, note }) => {
    let height = known.get(key);
    if (height === undefined) {
      height = 14 + lines(name, 'lane') * 20 + (note === null ? 0 : lines(note, 'note')) * 17;
      known.set(key, height);
    }
    return height;
  };
}

/** Who goes through the names one after the other, by ear or in a file, meets them in the order of the list. */
function inReadingOrder(scene: Scene, orderOf: (laneIndex: number) => LaneOrder): Scene {
  const places = new Map(scene.names.map((name) => [name, orderOf(name.laneIndex).placeOf(name.event)]));
  const names = [...scene.names].sort((a, b) => a.laneIndex - b.laneIndex || places.get(a)! - places.get(b)!);
  return { ...scene, names };
}

type LineInput = Pick<SceneLine, 'kind' | 'label'> & { readonly time: EpochMs };

/** The report's own date, and today where the data reach near it. */
function makeLines(
  dataset: Dataset,
  extent: Domain | null,
  { locale, messages }: Language,
  now: EpochMs,
): readonly LineInput[] {
  const lines: LineInput[] = [];
  const published = publicationTime(dataset);
  if (published !== null) {
    const label = dataset.publication?.label;
    lines.push({
      kind: 'published',
      time: published,
      label: label ? pickText(label, locale, dataset.language).text : messages.axis.published,
    });
  }
  if (extent && now >= extent[0] && now <= extent[1] + domainLength(extent) * 0.1) {
    lines.push({ kind: 'today', time: now, label: messages.axis.today });
  }
  return lines;
}

/** What a frame is computed from. */
interface FrameInput extends Omit<SceneInput, 'scale' | 'shortDate'> {
  readonly domain: Domain | null;
}

function sceneOf({ domain, ...input }: FrameInput): Scene {
  const scale = domain && createTimeScale(domain, input.plot.width);
  const year = (time: EpochMs): number => new Date(time).getUTCFullYear();
  const otherYear = (time: EpochMs): boolean => domain !== null && year(time) !== year((domain[0] + domain[1]) / 2);
  return buildScene({
    ...input,
    scale,
    shortDate: (time) => shortDate(time, 'day', input.language.dates, otherYear(time)),
  });
}
