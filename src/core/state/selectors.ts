import { publicationTime, type Dataset } from '../dataset/dataset.js';
import { arrangeLanes, zoomStep, type LaneArrangement } from '../layout/arrange-lanes.js';
import { wrapText } from '../layout/fit-text.js';
import { isOffAxis } from '../layout/floors.js';
import { chooseLanes, groupEvents, type Lane } from '../layout/lanes.js';
import { createNames, type NameOf } from '../layout/name-info.js';
import { sizes, type ChartShape } from '../layout/sizes.js';
import type { MeasureText } from '../layout/type-scale.js';
import { pickText } from '../i18n/text.js';
import { buildScene } from '../scene/build-scene.js';
import { createLanguage, type Language } from '../scene/language.js';
import { buildSections, type Section } from '../scene/list-sections.js';
import type { Plot, Scene, SceneLine } from '../scene/scene.js';
import { shortDate } from '../temporal/describe-temporal.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import { memoizeLast } from '../util/memoize.js';
import { day, domainLength, type Domain } from '../viewport/domain.js';
import { denseExtent, extentOf, padDomain } from '../viewport/first-view.js';
import { createTimeScale } from '../viewport/time-scale.js';
import type { TimelineState } from './timeline-state.js';

/** What can be computed from a state. Each result is the same object as long as what it depends on is. */
export interface Selectors {
  language(state: TimelineState): Language;
  /** All lanes of the data. */
  allLanes(state: TimelineState): readonly Lane[];
  /** The lanes that the page asks for, in its order; the chips. */
  lanes(state: TimelineState): readonly Lane[];
  /** The lanes that are switched on. */
  shownLanes(state: TimelineState): readonly Lane[];
  /** Events in the shown lanes, each once, in the order of the file. */
  shownEvents(state: TimelineState): readonly number[];
  /** From the first bound to the last; null when nothing is dated. */
  extent(state: TimelineState): Domain | null;
  /** What a reader sees: where they moved to, else what the page asked for, else the dense part. */
  domain(state: TimelineState): Domain | null;
  /** Everything bounded, with room at the edges. */
  whole(state: TimelineState): Domain | null;
  shape(state: TimelineState): ChartShape;
  plot(state: TimelineState): Plot;
  scene(state: TimelineState): Scene | null;
  /** Sections of the list, in the order in which events are read; previous and next follow it. */
  sections(state: TimelineState): readonly Section[];
  /** Event indices in reading order. */
  order(state: TimelineState): readonly number[];
  /** Index of the selected event, or null. */
  selected(state: TimelineState): number | null;
}

/** Below this width the lanes' names become rows of their own. */
export const wideFrom: CssPixels = 700;

/** Makes the selectors of one element; each element remembers its own last results. */
export function createSelectors(measure: MeasureText): Selectors {
  const language = memoizeLast(createLanguage);
  const allLanes = memoizeLast(groupEvents);
  const wanted = memoizeLast(chooseLanes);
  const on = memoizeLast((lanes: readonly Lane[], off: ReadonlySet<string>) =>
    off.size > 0 ? lanes.filter(({ key }) => !off.has(key)) : lanes,
  );
  const eventsOf = memoizeLast((lanes: readonly Lane[]) =>
    [...new Set(lanes.flatMap(({ events }) => events))].sort((a, b) => a - b),
  );
  const extent = memoizeLast((dataset: Dataset | null) => dataset && extentOf(dataset));
  const whole = memoizeLast((bounded: Domain | null, width: CssPixels) => bounded && padDomain(bounded, width));
  const names = memoizeLast((dataset: Dataset, { locale, messages }: Language) =>
    createNames(dataset, locale, messages, measure),
  );
  const defaultDomain = memoizeLast(firstDomain);
  const plotOf = memoizeLast(makePlot);
  const arrange = memoizeLast(arrangeAll);
  const scene = memoizeLast(sceneOf);
  const sections = memoizeLast(buildSections);
  const order = memoizeLast((list: readonly Section[]) => list.flatMap(({ events }) => events));

  const selectors: Selectors = {
    language: ({ locale }) => language(locale),
    allLanes: (state) =>
      state.dataset ? allLanes(state.dataset, state.groupBy, selectors.language(state).messages) : noLanes,
    lanes: (state) => wanted(selectors.allLanes(state), state.wantedLanes),
    shownLanes: (state) => on(selectors.lanes(state), state.offLanes),
    shownEvents: (state) => eventsOf(selectors.shownLanes(state)),
    extent: ({ dataset }) => extent(dataset),
    shape: ({ width }) => (width >= wideFrom ? 'wide' : 'medium'),
    plot(state) {
      const { dataset } = state;
      const hasOffAxis = dataset !== null && dataset.events.some((_, i) => isOffAxis(dataset, i));
      return plotOf(state.width, selectors.shape(state), state.dir, state.mirrored, hasOffAxis);
    },
    domain(state) {
      if (state.domain) return state.domain;
      return defaultDomain(state.dataset, state.from, state.to, selectors.plot(state).width);
    },
    whole: (state) => whole(selectors.extent(state), selectors.plot(state).width),
    scene(state) {
      const { dataset } = state;
      if (!dataset || state.width <= 0) return null;
      const domain = selectors.domain(state);
      const plot = selectors.plot(state);
      const nameOf = names(dataset, selectors.language(state));
      const step = domain ? zoomStep(plot.width / domainLength(domain)) : 1;
      const arranged = arrange(
        dataset,
        selectors.shownLanes(state),
        state.groupBy === 'actor',
        nameOf,
        measure,
        selectors.shape(state),
        step,
        plot.width,
        state.locale,
      );
      return scene(
        dataset,
        arranged,
        domain,
        plot,
        selectors.shape(state),
        state.width,
        state.dir,
        nameOf,
        measure,
        selectors.language(state),
        selectors.selected(state),
        state.hovered,
        state.now,
      );
    },
    sections: (state) => (state.dataset ? sections(state.dataset, selectors.shownEvents(state)) : noSections),
    order: (state) => order(selectors.sections(state)),
    selected: ({ dataset, selected }) => (selected === null ? null : (dataset?.indexOf(selected) ?? null)),
  };
  return selectors;
}

const noLanes: readonly Lane[] = [];
const noSections: readonly Section[] = [];

function firstDomain(
  dataset: Dataset | null,
  from: EpochMs | null,
  to: EpochMs | null,
  width: CssPixels,
): Domain | null {
  if (!dataset) return null;
  const dense = denseExtent(dataset);
  if (from === null && to === null) return dense && padDomain(dense, width);
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

function arrangeAll(
  dataset: Dataset,
  lanes: readonly Lane[],
  byActor: boolean,
  nameOf: NameOf,
  measure: MeasureText,
  shape: ChartShape,
  step: number,
  width: CssPixels,
  locale: string,
): readonly LaneArrangement[] {
  const labelHeight = (lane: Lane): CssPixels => {
    const lines = (text: string, role: 'lane' | 'note'): number =>
      wrapText(text, role, sizes.laneColumn - 46, 4, measure).length;
    const name = pickText(lane.name, locale, dataset.language).text;
    const note = lane.note === null ? 0 : lines(pickText(lane.note, locale, dataset.language).text, 'note');
    return 14 + lines(name, 'lane') * 20 + note * 17;
  };
  return arrangeLanes({
    dataset,
    lanes,
    byActor,
    nameOf,
    measure,
    shape,
    step,
    line: publicationTime(dataset),
    width,
    labelHeight,
  });
}

function sceneOf(
  dataset: Dataset,
  lanes: readonly LaneArrangement[],
  domain: Domain | null,
  plot: Plot,
  shape: ChartShape,
  width: CssPixels,
  dir: 'ltr' | 'rtl',
  nameOf: NameOf,
  measure: MeasureText,
  { locale, messages, dates }: Language,
  selected: number | null,
  hovered: number | null,
  now: EpochMs,
): Scene {
  const lines: { kind: SceneLine['kind']; time: EpochMs; label: string }[] = [];
  const published = publicationTime(dataset);
  if (published !== null) {
    const label = dataset.publication?.label;
    lines.push({
      kind: 'published',
      time: published,
      label: label ? pickText(label, locale, dataset.language).text : messages.axis.published,
    });
  }
  const extent = extentOf(dataset);
  if (extent && now >= extent[0] && now <= extent[1] + domainLength(extent) * 0.1) {
    lines.push({ kind: 'today', time: now, label: messages.axis.today });
  }
  const scale = domain && createTimeScale(domain, plot.width);
  const year = (time: EpochMs): number => new Date(time).getUTCFullYear();
  const otherYear = (time: EpochMs): boolean => domain !== null && year(time) !== year((domain[0] + domain[1]) / 2);
  return buildScene({
    dataset,
    lanes,
    scale,
    plot,
    shape,
    width,
    dir,
    nameOf,
    measure,
    messages,
    selected,
    hovered,
    lines,
    shortDate: (time) => shortDate(time, 'day', dates, otherYear(time)),
  });
}
