import {
  LitElement,
  html,
  nothing,
  render,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import report from '../../data/deir-ez-zor-2016-05.json';
import type { Dataset } from '../core/dataset/dataset.js';
import type { TimelineEvent } from '../core/dataset/event.js';
import type { Issue } from '../core/dataset/issue.js';
import { readDataset, type Reading } from '../core/dataset/read-dataset.js';
import { toCsv } from '../core/dataset/writers/csv.js';
import { toReport } from '../core/dataset/writers/report-json.js';
import { pickText } from '../core/i18n/text.js';
import { describeEvent } from '../core/scene/describe-event.js';
import { describeView } from '../core/scene/describe-view.js';
import type { Hit } from '../core/scene/hit-test.js';
import type { Scene } from '../core/scene/scene.js';
import { createSelectors, type Selectors } from '../core/state/selectors.js';
import { initialState, reduce, type Action, type TimelineState } from '../core/state/timeline-state.js';
import { memoizeLast } from '../core/util/memoize.js';
import type { CssPixels } from '../core/util/units.js';
import { exportPng, exportSvg, type ExportInput } from '../view/export-picture.js';
import { resolveScheme } from '../view/scheme.js';
import { svgNode, toSvgText } from '../view/svg-tree.js';
import { ChartController } from './controllers/chart-controller.js';
import { DataController } from './controllers/data-controller.js';
import { FocusController } from './controllers/focus-controller.js';
import { LookController } from './controllers/look-controller.js';
import { MotionController } from './controllers/motion-controller.js';
import { SizeController } from './controllers/size-controller.js';
import { SurroundingsController } from './controllers/surroundings-controller.js';
import {
  TimelineErrorEvent,
  TimelineFilterChangeEvent,
  TimelineLoadEvent,
  TimelineRangeChangeEvent,
  TimelineSelectEvent,
  type EventSource,
} from './events.js';
import { exportInput } from './export-input.js';
import { resolveOptions, timeOf, unknownEvent, unknownLanes, type Options } from './resolve-options.js';
import { baseStyles } from './styles/base.css.js';
import { chartStyles } from './styles/chart.css.js';
import { detailsStyles } from './styles/details.css.js';
import { listStyles } from './styles/list.css.js';
import { themeStyles } from './styles/theme.css.js';
import { otherLanguage, resolveDirection, resolveLocale } from './surroundings.js';
import { chartTemplate, statusTemplate } from './templates/chart.js';
import { detailsTemplate } from './templates/details.js';
import { headerTemplate, issuesTemplate } from './templates/header.js';
import { legendTemplate } from './templates/legend.js';
import { listPage, listTemplate } from './templates/list.js';
import { allOffTemplate, emptyTemplate, failedTemplate, loadingTemplate } from './templates/states.js';
import { toolbarTemplate } from './templates/toolbar.js';
import type { Actions, ViewModel } from './view-model.js';

/** Below this the list is the default view. */
const chartFrom: CssPixels = 560;
/** From this on the details stand beside the chart. */
const besideFrom: CssPixels = 1080;
const detailsWidth: CssPixels = 344;
/** Room around the text where our paper is not the page's. */
const framePadding: CssPixels = 16;

/** The bundled report is read when the first element needs it, and once. */
let bundled: Reading | null = null;
const readBundled = (): Reading => (bundled ??= readDataset(report));

/**
 * A timeline of a report's events, in lanes by actor, honest about what is known of each date.
 *
 * ```html
 * <script src="report-timeline.js"></script>
 * <report-timeline></report-timeline>
 * ```
 *
 * @attr {string} src - URL of the data; the bundled report when there is none
 * @attr {string} group-by - what a lane is: actor (default), target, place, type, means, source, certainty
 * @attr {string} actors - which lanes, in this order: ids or names, separated by commas
 * @attr {string} from - start of the range shown first, EDTF or ISO 8601
 * @attr {string} to - end of the range shown first
 * @attr {string} event - id of the selected event
 * @attr {string} view - auto (default), chart, list
 * @attr {string} controls - which parts to show, separated by spaces, or none; all by default
 * @attr {string} axis-direction - auto (default: as the writing runs), ltr, rtl
 * @attr {string} theme - auto (default: as the page is), light, dark
 * @attr {string} heading - instead of the data's title
 * @attr {number} heading-level - 1 to 6, 2 by default
 *
 * @fires {TimelineLoadEvent} timeline-load - data were read and painted
 * @fires {TimelineErrorEvent} timeline-error - data could not be read
 * @fires {TimelineSelectEvent} timeline-select - another event is selected, or none
 * @fires {TimelineRangeChangeEvent} timeline-range-change - another range is visible
 * @fires {TimelineFilterChangeEvent} timeline-filter-change - lanes were switched on or off
 *
 * @slot - shown when the data cannot be read
 * @slot heading - instead of the heading
 * @slot details - instead of the details of the selected event
 * @slot empty - instead of the message that there are no events
 * @slot error - instead of the message that loading failed
 * @slot footer - below everything
 *
 * @csspart heading @csspart summary @csspart toolbar @csspart chip @csspart button @csspart chart
 * @csspart overview @csspart details @csspart legend @csspart card @csspart list @csspart issues
 */
export class ReportTimelineElement extends LitElement {
  static override styles = [themeStyles, baseStyles, chartStyles, detailsStyles, listStyles];

  static override properties: PropertyDeclarations = {
    src: {},
    data: { attribute: false },
    groupBy: { attribute: 'group-by' },
    actors: {},
    from: {},
    to: {},
    event: {},
    view: {},
    controls: {},
    axisDirection: { attribute: 'axis-direction' },
    theme: {},
    heading: {},
    headingLevel: { attribute: 'heading-level' },
  };

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'lang', 'dir'];
  }

  declare src: string | null;
  /** The data themselves, as an object or as JSON text; goes before `src`. */
  declare data: unknown;
  declare groupBy: string | null;
  declare actors: string | null;
  declare from: string | null;
  declare to: string | null;
  declare event: string | null;
  declare view: string | null;
  declare controls: string | null;
  declare axisDirection: string | null;
  declare theme: string | null;
  declare heading: string | null;
  declare headingLevel: number | string | null;

  #state: TimelineState = initialState;
  #options: Options = resolveOptions(this);
  #issuesOpen = false;
  #chosenLanguage: string | null = null;
  #chosenView: 'chart' | 'list' | null = null;
  #listStart = 0;
  #frame = 0;
  /** The arrangement of lanes that the template last gave room for. */
  #arranged: Scene['lanes'] | null = null;
  #afterUpdate: (() => void)[] = [];
  readonly #places = memoizeLast(placesInLanes);
  readonly #warned = new Set<string>();

  readonly #size = new SizeController(this, () => this.requestUpdate());
  readonly #look = new LookController(this, () => this.renderRoot?.querySelector('.root') ?? null);
  #selectors: Selectors = createSelectors(this.#look.measure);
  #measured = this.#look.measure;

  readonly #data = new DataController({
    onProgress: () => this.requestUpdate(),
    onData: (dataset) => this.#onData(dataset),
    onFailure: ({ code, message }) =>
      this.#afterUpdate.push(() => this.dispatchEvent(new TimelineErrorEvent(code, message, 'api'))),
  });

  readonly #motion = new MotionController({
    state: () => this.#state,
    selectors: () => this.#selectors,
    dispatch: (action, source) => this.#dispatch(action, source),
    isAnimated: () => this.isConnected && this.#size.width > 0 && this.#view() === 'chart' && !document.hidden,
    onRange: (source) => {
      const { range } = this;
      if (range) this.dispatchEvent(new TimelineRangeChangeEvent(range.from, range.to, source));
    },
  });

  readonly #focus = new FocusController({
    root: () => this.shadowRoot!,
    state: () => this.#state,
    selectors: () => this.#selectors,
    motion: this.#motion,
    isChart: () => this.#view() === 'chart',
    open: (event) => this.#actions.select(event, 'details'),
    dispatch: (action) => this.#dispatch(action, 'user'),
    close: () => this.#actions.select(null, 'chart'),
    afterUpdate: (act) => {
      this.#afterUpdate.push(act);
      this.requestUpdate();
    },
  });

  readonly #chart = new ChartController({
    domain: () => this.#motion.domain,
    whole: () => this.#selectors.whole(this.#state),
    onDomain: (domain, phase) => this.#motion.onHand(domain, phase),
    onZoomAbout: (factor, x, animated) => this.#motion.zoomAtPixel(factor, x, animated),
    onHit: (hit) => this.#onHit(hit),
    onHover: (event) => this.#dispatch({ type: 'hover', event }, 'user'),
    onSelect: (event) => this.#actions.select(event, 'details'),
  });

  constructor() {
    super();
    new SurroundingsController(this, () => {
      this.#chosenLanguage = null;
      this.requestUpdate();
    });
  }

  /** Settles when data are loaded, laid out and painted, or their failure is shown; renewed at each load. */
  get ready(): Promise<this> {
    return this.#data.ready.then(() => this);
  }

  /** The neutral events, in the order of the data. */
  get events(): readonly TimelineEvent[] {
    return this.#data.reading.dataset?.events ?? [];
  }

  /** What was wrong in the data and in the attributes. */
  get issues(): readonly Issue[] {
    return [...this.#attributeIssues(), ...this.#data.reading.issues];
  }

  /** The visible range; null while there is none. */
  get range(): { readonly from: Date; readonly to: Date } | null {
    const { domain } = this.#motion;
    return domain && { from: new Date(domain[0]), to: new Date(domain[1]) };
  }

  /** Shows everything that has a bound. */
  fit(): void {
    this.#motion.fit('api');
  }

  /** Shows a range: dates, EDTF, ISO 8601 or milliseconds. Throws a RangeError when it is not one. */
  zoomTo(from: Date | string | number, to: Date | string | number): void {
    const time = (value: Date | string | number, isEnd: boolean): number =>
      typeof value === 'string' ? (timeOf(value, isEnd) ?? NaN) : Number(value);
    const [start, end] = [time(from, false), time(to, true)];
    if (!(start < end)) throw new RangeError(`invalid range: ${String(from)} to ${String(to)}`);
    this.#motion.moveTo([start, end], 'api');
  }

  /** Selects an event by its id, and brings it into view; null for none. */
  select(id: string | null): void {
    this.event = id;
  }

  /** The chart as it is now, as a file of its own. */
  toSVG(): string {
    const input = this.#exportInput();
    return input ? exportSvg(input, this.#look.theme) : toSvgText(svgNode('svg', { width: 1, height: 1 }));
  }

  /** The chart as it is now, as a picture. @param scale - pixels of the picture for one of the page, 2 by default */
  async toPNG(scale = 2): Promise<Blob> {
    const input = this.#exportInput();
    if (!input) throw new Error('there is no chart to make a picture of');
    return exportPng(input, this.#look.theme, scale);
  }

  /** The shown events as a table, in the reader's language. */
  toCSV(): string {
    const { dataset } = this.#state;
    return dataset ? toCsv(dataset, this.#selectors.shownEvents(this.#state), this.#state.locale) : '';
  }

  /** The shown events in the report format. */
  toJSON(): Record<string, unknown> {
    const { dataset } = this.#state;
    return dataset ? toReport(dataset, this.#selectors.shownEvents(this.#state)) : {};
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    if (name !== 'lang' && name !== 'dir') return;
    // The page has the last word: a language that the reader chose before no longer holds.
    this.#chosenLanguage = null;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#motion.stop();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#chart.release();
    // A move in the document is not a farewell: only when the element stays away is a load in progress given up.
    queueMicrotask(() => {
      if (!this.isConnected) this.#data.abort();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#data.isGivenUp) this.#load();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#measured !== this.#look.measure) {
      this.#measured = this.#look.measure;
      this.#selectors = createSelectors(this.#measured);
    }
    this.#options = resolveOptions(this, this.getAttribute('lang'), this.getAttribute('dir'));
    if (changed.has('view')) this.#chosenView = null;
    if (changed.has('src') || changed.has('data') || this.#data.state.kind === 'idle') this.#load();
    this.#configure();
    for (const { message } of this.#attributeIssues()) this.#warnOnce(message);
    if (changed.has('event') && (this.event ?? null) !== this.#state.selected) this.#select(this.event ?? null, 'api');
  }

  /**
   * The first render makes only the frame that colours and fonts are read from: with everything in it, reading them
   * would lay out all of it, and then again. The second follows before anything is painted.
   */
  protected override render(): TemplateResult {
    const model = this.#viewModel();
    return html`<i class="scheme" aria-hidden="true"></i>
      <section
        class=${`root ${this.#shapeClass()}${this.#look.isFramed ? ' framed' : ''}`}
        data-scheme=${this.#look.isPrinting ? 'light' : resolveScheme(this, this.#options.theme)}
        lang=${model.language.locale}
        dir=${model.dir}
        aria-label=${this.#title()}
      >
        ${this.hasUpdated ? this.#content(model) : nothing}
      </section>`;
  }

  #content(model: ViewModel): TemplateResult {
    const actions = this.#actions;
    const { language, dataset, controls, view, detailsPlace, load } = model;
    const hasEvents = dataset !== null && dataset.count > 0;
    const isAllOff = hasEvents && model.shownEvents.length === 0;
    const hasTools = (['filter', 'view', 'zoom', 'status', 'language'] as const).some((name) => controls.has(name));
    return html`${headerTemplate(model)} ${issuesTemplate(model, actions)} ${loadingTemplate(model)}
      ${failedTemplate(model, actions)} ${hasEvents && hasTools ? toolbarTemplate(model, actions) : nothing}
      ${dataset !== null && !hasEvents ? emptyTemplate(model) : nothing}
      ${isAllOff && load.kind !== 'failed' ? allOffTemplate(model, actions) : nothing}
      ${
        hasEvents && !isAllOff
          ? html`<div class=${`main ${detailsPlace}`} @keydown=${this.#focus.onKey}>
                ${view === 'chart' ? chartTemplate(model) : listTemplate(model, actions)}
                ${detailsTemplate(model, actions)}
              </div>
              ${controls.has('legend') ? legendTemplate(model) : nothing}`
          : nothing
      }
      ${
        dataset?.attribution
          ? html`<p class="source">${pickText(dataset.attribution, language.locale, dataset.language).text}</p>`
          : nothing
      } <slot name="footer"></slot>`;
  }

  protected override firstUpdated(): void {
    this.requestUpdate();
  }

  protected override updated(): void {
    // An element that has left the page before it was drawn holds on to nothing there.
    this.#chart.follow(this.isConnected ? this.renderRoot.querySelector<HTMLElement>('.chart') : null);
    this.#paint();
    if (this.isUpdatePending) return;
    this.#afterUpdate.splice(0).forEach((act) => act());
    if (this.#data.state.kind === 'ready' || this.#data.state.kind === 'failed') this.#data.settle();
  }

  // ── State ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  #load(): void {
    const { data, src } = this;
    this.#data.load({ data, src, bundled: readBundled, base: this.ownerDocument.baseURI });
  }

  #onData(dataset: Dataset | null): void {
    this.#motion.stop();
    this.#state = reduce(this.#state, { type: 'load', dataset });
    this.#state = reduce(this.#state, { type: 'select', id: this.event ?? null });
    this.#focus.forget();
    this.#listStart = 0;
    this.requestUpdate();
    if (!dataset) return;
    this.#afterUpdate.push(() => {
      this.dispatchEvent(new TimelineLoadEvent(dataset.count, this.issues, 'api'));
    });
  }

  /** Brings what the page says into the state; runs before each render. */
  #configure(): void {
    const { axisDirection, groupBy, from, to, actors } = this.#options;
    const locale = resolveLocale(this, this.#chosenLanguage, this.#data.reading.dataset);
    const dir = resolveDirection(this, this.#chosenLanguage, locale);
    const mirrored = (axisDirection === 'auto' ? dir : axisDirection) === 'rtl';
    const wantedLanes = sameList(actors, this.#state.wantedLanes);
    const width = this.#chartWidth();
    const now = this.#state.now || Date.now();
    if (from !== this.#state.from || to !== this.#state.to) this.#motion.stop();
    const options = { locale, dir, mirrored, groupBy, wantedLanes, from, to, width, now };
    this.#state = reduce(this.#state, { type: 'configure', options });
  }

  #chartWidth(): CssPixels {
    // Fonts and colours are known once the stylesheet applies to something: the first render makes that, the second draws.
    if (!this.hasUpdated) return 0;
    const width = Math.max(0, this.#size.width - (this.#look.isFramed ? 2 * framePadding : 0));
    return this.#isBeside() ? width - detailsWidth : width;
  }

  #isBeside(): boolean {
    return this.#size.width >= besideFrom && this.#options.controls.has('details');
  }

  #view(): 'chart' | 'list' {
    if (this.#chosenView) return this.#chosenView;
    if (this.#options.view !== 'auto') return this.#options.view;
    const hasDates = this.#state.dataset === null || this.#selectors.extent(this.#state) !== null;
    return this.#size.width >= chartFrom && hasDates ? 'chart' : 'list';
  }

  #shapeClass(): string {
    return this.#size.width < chartFrom ? 'narrow' : this.#selectors.shape(this.#state);
  }

  /** Moves and hovers only repaint; everything else is a matter of the template too. */
  #dispatch(action: Action, source: EventSource): void {
    const before = this.#state;
    this.#state = reduce(before, action);
    if (this.#state === before) return;
    if (action.type === 'show' || action.type === 'hover') this.#requestFrame();
    else this.requestUpdate();
    if (this.#state.offLanes !== before.offLanes) {
      const off = [...this.#state.offLanes];
      this.#afterUpdate.push(() => this.dispatchEvent(new TimelineFilterChangeEvent(off, source)));
    }
  }

  #select(id: string | null, source: EventSource): void {
    const before = this.#state;
    this.#state = reduce(before, { type: 'select', id });
    if (this.#state === before) return;
    if (source === 'user') this.event = id;
    this.requestUpdate();
    const { dataset } = this.#state;
    if (!dataset) return;
    const index = this.#selectors.selected(this.#state);
    // From none to an id that no event has, or back: nothing that could be seen.
    if (index === this.#selectors.selected(before)) return;
    if (index !== null) {
      this.#motion.reveal(index, source);
      // An event whose lane is off is on no page.
      const at = Math.max(0, this.#selectors.order(this.#state).indexOf(index));
      this.#listStart = Math.floor(at / listPage) * listPage;
    }
    const event = index === null ? null : dataset.event(index);
    this.#afterUpdate.push(() => this.dispatchEvent(new TimelineSelectEvent(event && event.id, event, source)));
  }

  // ── Painting ───────────────────────────────────────────────────────────────────────────────────────────────────────

  #requestFrame(): void {
    if (this.#frame !== 0 || !this.isConnected) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      // Other rows mean other heights, and those are the template's matter; all else is only painted.
      if (this.#selectors.scene(this.#state)?.lanes !== this.#arranged) this.requestUpdate();
      else this.#paint();
    });
  }

  #paint(): void {
    const model = this.#viewModel();
    const { scene, dataset, language } = model;
    this.#arranged = scene?.lanes ?? null;
    this.#paintStatus(model);
    if (!scene || !dataset) return;
    const laneName = (laneIndex: number): string =>
      pickText(scene.lanes[laneIndex]!.lane.name, language.locale, dataset.language).text;
    const isInGrid = this.#focus.hold();
    const places = this.#places(scene.lanes, model.order);
    this.#chart.paint({
      ...model,
      scene,
      theme: this.#look.theme,
      measure: this.#look.measure,
      focused: this.#focus.position(scene),
      describe: (event, laneIndex) => {
        const place = places[laneIndex]!;
        const position = { n: place.get(event)!, of: place.size, lane: laneName(laneIndex) };
        return describeEvent(dataset, event, position, language);
      },
      describedBy: [dataset, language, scene.lanes, model.order],
      extent: this.#selectors.extent(this.#state),
    });
    if (isInGrid) this.#focus.keep();
  }

  #paintStatus({ dataset, shownEvents, language, scene }: ViewModel): void {
    const status = this.renderRoot.querySelector<HTMLElement>('.status');
    if (!status || !dataset) return;
    const shown = shownEvents.length;
    const tally = scene?.tally ?? { shown, inView: shown, startBefore: 0, endAfter: 0, outside: 0, unnamed: 0 };
    const { range, counts } = describeView(scene && this.#motion.domain, tally, dataset.count, language);
    render(statusTemplate(range, counts), status);
  }

  // ── Hands ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  readonly #actions: Actions = {
    select: (index, focus) => {
      const before = this.#selectors.selected(this.#state);
      this.#select(index === null ? null : this.#state.dataset!.event(index).id, 'user');
      if (!focus) return;
      this.#afterUpdate.push(() => this.#focus.moveTo(focus, index ?? before));
      this.requestUpdate();
    },
    step: (by) => {
      const order = this.#selectors.order(this.#state);
      const at = order.indexOf(this.#selectors.selected(this.#state) ?? -1);
      const next = order[(at + by + order.length) % order.length];
      if (next !== undefined) this.#actions.select(next);
    },
    toggleLane: (key) => this.#dispatch({ type: 'toggle-lane', key }, 'user'),
    showAllLanes: () => this.#dispatch({ type: 'show-all-lanes' }, 'user'),
    setView: (view) => {
      this.#chosenView = view;
      this.requestUpdate();
    },
    turnTo: (listStart) => {
      this.#listStart = listStart;
      this.requestUpdate();
    },
    zoom: (factor) => this.#motion.zoom(factor),
    fit: () => this.#motion.fit('user'),
    toggleIssues: () => {
      this.#issuesOpen = !this.#issuesOpen;
      this.requestUpdate();
    },
    retry: () => this.#load(),
    switchLanguage: (lang) => {
      this.#chosenLanguage = lang;
      this.requestUpdate();
    },
  };

  #onHit(hit: Hit | null): void {
    if (hit?.kind === 'edge') return this.#motion.follow(hit);
    if (!hit) return;
    this.#focus.forget();
    // The focus follows the hand, so that keys go on from there: arrows to the neighbours, Escape to close.
    this.#actions.select(hit.event);
    this.#afterUpdate.push(() => this.#focus.moveTo('chart', hit.event));
    this.requestUpdate();
  }

  // ── For the templates ──────────────────────────────────────────────────────────────────────────────────────────────

  #viewModel(): ViewModel {
    const state = this.#state;
    const selectors = this.#selectors;
    const language = selectors.language(state);
    const view = this.#view();
    const order = selectors.order(state);
    return {
      language,
      dir: state.dir,
      dataset: state.dataset,
      load: this.#data.state,
      issues: this.issues,
      issuesOpen: this.#issuesOpen,
      heading: this.heading || null,
      headingLevel: this.#options.headingLevel,
      controls: this.#options.controls,
      view,
      detailsPlace: view === 'list' ? 'inline' : this.#isBeside() ? 'beside' : 'below',
      lanes: selectors.lanes(state),
      offLanes: state.offLanes,
      shownEvents: selectors.shownEvents(state),
      sections: selectors.sections(state),
      order,
      selected: selectors.selected(state),
      // The page that the reader turned to, unless there are fewer events now.
      listStart: this.#listStart < order.length ? this.#listStart : 0,
      scene: view === 'chart' ? selectors.scene(state) : null,
      otherLanguage: otherLanguage(language, state.dataset),
    };
  }

  #title(): string {
    const { dataset, locale } = this.#state;
    if (this.heading) return this.heading;
    const { messages } = this.#selectors.language(this.#state);
    return dataset?.title ? pickText(dataset.title, locale, dataset.language).text : messages.chartLabel;
  }

  #exportInput(): ExportInput | null {
    const { dataset } = this.#state;
    const scene = this.#selectors.scene(this.#state);
    const language = this.#selectors.language(this.#state);
    return dataset && scene && exportInput(scene, dataset, this.#title(), language, this.#look.measure);
  }

  #attributeIssues(): readonly Issue[] {
    const { issues, actors } = this.#options;
    const lanes = this.#selectors.allLanes(this.#state);
    return [...issues, ...unknownLanes(actors, lanes), ...unknownEvent(this.event, this.#state.dataset)];
  }

  #warnOnce(message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    console.warn(`<report-timeline>: ${message}`);
  }
}

/** Of each lane, which place an event has in it: in the order in which keys walk them and the list shows them. */
const placesInLanes = (lanes: Scene['lanes'], order: readonly number[]): readonly ReadonlyMap<number, number>[] =>
  lanes.map(({ lane }) => {
    const own = new Set(lane.events);
    return new Map(order.filter((event) => own.has(event)).map((event, i) => [event, i + 1]));
  });

/** The old list when nothing in it changed, so that what depends on it stays too. */
const sameList = (next: readonly string[], old: readonly string[]): readonly string[] =>
  next.length === old.length && next.every((item, i) => item === old[i]) ? old : next;

declare global {
  interface HTMLElementTagNameMap {
    'report-timeline': ReportTimelineElement;
  }
}
