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
import type { ReadingAccount } from '../core/dataset/reading.js';
import type { DateOrder } from '../core/dataset/readers/record-reader.js';
import { readDataset, type Reading } from '../core/dataset/read-dataset.js';
import { toCsv } from '../core/dataset/writers/csv.js';
import { toReport } from '../core/dataset/writers/report-json.js';
import { pickText } from '../core/i18n/text.js';
import type { Hit } from '../core/scene/hit-test.js';
import type { Scene, SceneColumn } from '../core/scene/scene.js';
import { preparingPicture } from '../core/state/prepare-picture.js';
import { createSelectors, type Selectors } from '../core/state/selectors.js';
import { initialState, reduce, type Action, type TimelineState } from '../core/state/timeline-state.js';
import type { CssPixels } from '../core/util/units.js';
import { exportPng, exportSvg, type ExportInput } from '../view/export-picture.js';
import { resolveScheme } from '../view/scheme.js';
import { svgNode, toSvgText } from '../view/svg-tree.js';
import { cellWords } from './cell-words.js';
import type { DataChild } from './child-data.js';
import { Announcer } from './controllers/announcer.js';
import { ChartController } from './controllers/chart-controller.js';
import { ChildDataController } from './controllers/child-data-controller.js';
import { columnDomain, firstIn, isWorthZooming } from './controllers/columns.js';
import { DataController } from './controllers/data-controller.js';
import { FocusController } from './controllers/focus-controller.js';
import { laneActions } from './controllers/lane-actions.js';
import { LookController } from './controllers/look-controller.js';
import { MenuController } from './controllers/menu-controller.js';
import { MotionController } from './controllers/motion-controller.js';
import { SearchController } from './controllers/search-controller.js';
import { SizeController } from './controllers/size-controller.js';
import { SurroundingsController } from './controllers/surroundings-controller.js';
import { createViewModel } from './create-view-model.js';
import {
  TimelineErrorEvent,
  TimelineFilterChangeEvent,
  TimelineLoadEvent,
  TimelineRangeChangeEvent,
  TimelineSelectEvent,
  type EventSource,
} from './events.js';
import { exportInput } from './export-input.js';
import { GivenData } from './given-data.js';
import { resolveOptions, timeOf, unknownEvent, unknownLanes, type Options } from './resolve-options.js';
import { accountStyles } from './styles/account.css.js';
import { baseStyles } from './styles/base.css.js';
import { chartStyles } from './styles/chart.css.js';
import { toolStyles } from './styles/tools.css.js';
import { detailsStyles } from './styles/details.css.js';
import { listStyles } from './styles/list.css.js';
import { themeStyles } from './styles/theme.css.js';
import { resolveDirection, resolveLocale } from './surroundings.js';
import { contentTemplate } from './templates/content.js';
import { listPage } from './templates/list.js';
import { progressTemplate } from './templates/states.js';
import { statusTemplate } from './templates/status.js';
import type { Actions, View, ViewModel } from './view-model.js';

/** Below this the list is the default view. */
const chartFrom: CssPixels = 560;
/** From this on the details stand beside the chart. */
const besideFrom: CssPixels = 1080;
const detailsWidth: CssPixels = 344;
/** Of more events than this the chart needs all the width, and is there to be zoomed before one is chosen. */
const mostBeside = 5000;
/** Room around the text where our paper is not the page's. */
const framePadding: CssPixels = 16;

const goneData: Issue = {
  code: 'load-failed',
  path: 'data',
  message: 'The data are no longer there to be read in another way, as format and date-order ask: set "data" again.',
};

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
 * @attr {string} src - URL of the data; without it those between the tags, or the bundled report
 * @attr {string} format - how to read the data: auto (default), report, csv, acled, ucdp-ged, timemap, timelinejs, vis
 * @attr {string} date-order - how dates in figures are to be read: dmy, mdy, ymd; by default the data's other dates tell
 * @attr {string} group-by - what a lane is: actor, target, place, type, means, source, certainty; by default the first of
 *   actor, type, target, place and source that any event states
 * @attr {string} actors - which lanes, in this order: ids or names, separated by commas
 * @attr {string} from - start of the range shown first, EDTF or ISO 8601
 * @attr {string} to - end of the range shown first
 * @attr {string} event - id of the selected event
 * @attr {string} view - auto (default), chart, list, table
 * @attr {string} controls - which parts to show, separated by spaces, or none; all by default
 * @attr {string} axis-direction - auto (default: as the writing runs), ltr, rtl
 * @attr {string} theme - auto (default: as the page is), light, dark
 * @attr {string} heading - instead of the data's title, or of the name of an opened file that has none
 * @attr {number} heading-level - 1 to 6, 2 by default
 *
 * @fires {TimelineLoadEvent} timeline-load - data were read and painted
 * @fires {TimelineErrorEvent} timeline-error - data could not be read
 * @fires {TimelineSelectEvent} timeline-select - another event is selected, or none
 * @fires {TimelineRangeChangeEvent} timeline-range-change - another range is visible
 * @fires {TimelineFilterChangeEvent} timeline-filter-change - lanes were switched on or off, filters or search changed
 *
 * @slot - shown when the data cannot be read. Data may stand there, where neither `data` nor `src` gives any: a script of
 *   type application/json, application/x-ndjson, text/csv or text/tab-separated-values, or a table
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
  static override styles = [themeStyles, baseStyles, accountStyles, chartStyles, toolStyles, detailsStyles, listStyles];

  static override properties: PropertyDeclarations = {
    src: {},
    format: {},
    dateOrder: { attribute: 'date-order' },
    data: { attribute: false, noAccessor: true },
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
  declare format: string | null;
  declare dateOrder: string | null;
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
  /** The data between the tags have changed since they were read. */
  #isOtherChild = false;
  #dateAnswer: DateOrder | null = null;
  #chosenLanguage: string | null = null;
  #chosenView: View | null = null;
  #listStart = 0;
  #frame = 0;
  /** The arrangement of lanes that the template last gave room for. */
  #arranged: Scene['lanes'] | null = null;
  #afterUpdate: (() => void)[] = [];
  readonly #warned = new Set<string>();

  readonly #size = new SizeController(this, () => this.requestUpdate());
  readonly #look: LookController = new LookController(this, () => this.renderRoot?.querySelector('.root') ?? null);
  #selectors: Selectors = createSelectors(this.#look.measure);
  #measured = this.#look.measure;

  readonly #given = new GivenData();
  readonly #child = new ChildDataController(this, () => {
    if (this.#given.isGiven || this.src) return;
    this.#isOtherChild = true;
    this.requestUpdate();
  });
  readonly #data = new DataController({
    onLoading: () => this.requestUpdate(),
    onProgress: () => this.#paintProgress(),
    preparing: (dataset) => preparingPicture(this.#selectors, reduce(this.#state, { type: 'load', dataset })),
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
      // In the frame that shows it: then the columns are the new ones.
      requestAnimationFrame(() => this.#chart.readFocus());
    },
  });

  readonly #focus = new FocusController({
    root: () => this.shadowRoot!,
    state: () => this.#state,
    selectors: () => this.#selectors,
    motion: this.#motion,
    isChart: () => this.#view() === 'chart',
    holdPlace: (target) => this.#chart.holdPlace(target),
    revealLane: (laneIndex) => this.#chart.revealLane(laneIndex),
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
    onHover: (over) =>
      this.#dispatch(
        over && 'bin' in over ? { type: 'hover-bin', bin: over.bin } : { type: 'hover', event: over && over.event },
        'user',
      ),
    onBand: (band) => this.#dispatch({ type: 'band', band }, 'user'),
    isPrinting: () => this.#look.isPrinting,
    onEvent: (event) => this.#actions.select(event, 'details'),
    onColumn: (laneIndex, column) => this.#openColumn(laneIndex, column),
  });

  readonly #announcer = new Announcer(() => this.renderRoot?.querySelector('.announcer') ?? null);

  readonly #menu = new MenuController(this, '.menu');

  readonly #search = new SearchController({
    dataset: () => this.#state.dataset,
    onAnswer: (query, matches) => this.#dispatch({ type: 'search', query, matches }, 'user'),
  });

  constructor() {
    super();
    new SurroundingsController(this, () => {
      this.#chosenLanguage = null;
      this.requestUpdate();
    });
  }

  /**
   * The data themselves: an object, a text in any form that is read, or a file (`Blob`), of which nothing leaves the page;
   * go before `src`. They are read once, and again when `format` or `dateOrder` change: what is changed in an object is
   * not seen, and null comes back when nobody else holds it any more.
   */
  get data(): unknown {
    return this.#given.value;
  }

  set data(value: unknown) {
    // What is gone was something all the same: null takes it away.
    const old = this.data ?? this.#given.isGiven;
    if ((value ?? false) === old) return;
    this.#given.value = value;
    this.requestUpdate('data', old);
  }

  /** Settles when data are loaded, laid out and painted, or their failure is shown; renewed at each load. */
  get ready(): Promise<this> {
    // What was set a moment ago is a load of its own from the next update on.
    return this.updateComplete.then(() => this.#data.ready).then(() => this);
  }

  /** The neutral events, in the order of the data. */
  get events(): readonly TimelineEvent[] {
    return this.#data.reading.dataset?.events ?? [];
  }

  /** What was wrong in the data and in the attributes. */
  get issues(): readonly Issue[] {
    return [...this.#attributeIssues(), ...this.#data.reading.issues];
  }

  /**
   * How the reading went: as which form the file was read, how many of its rows are shown, what was wrong by kind. Null
   * where nothing was read. A page that offers the data for download asks `format` first: ACLED's terms do not allow it.
   */
  get account(): ReadingAccount | null {
    return this.#data.reading.account;
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

  /** The events that list and table show, as a table in the same order, in the reader's language. */
  toCSV(): string {
    const { dataset } = this.#state;
    return dataset ? toCsv(dataset, this.#selectors.listedOrder(this.#state), this.#state.locale) : '';
  }

  /** The same events in the report format, in the order of the data. */
  toJSON(): Record<string, unknown> {
    const { dataset } = this.#state;
    return dataset ? toReport(dataset, this.#selectors.listed(this.#state).events) : {};
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
    this.#announcer.stop();
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
    this.#forgetAnswer(changed.has('data') || changed.has('src') || this.#isOtherChild);
    this.#options = resolveOptions(this, this.getAttribute('lang'), this.getAttribute('dir'));
    if (changed.has('view')) this.#chosenView = null;
    const { isGiven, isGone } = this.#given;
    const isNewSource =
      changed.has('data') ||
      (!isGiven && (changed.has('src') || this.#isOtherChild)) ||
      (!isGone && !this.#data.isReadWith(this.#options));
    if (isNewSource || this.#data.state.kind === 'idle') this.#load();
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
        <p class="unseen announcer" role="status"></p>
        ${this.hasUpdated ? contentTemplate(model, this.#actions, this.#focus.onKey) : nothing}
      </section>`;
  }

  protected override firstUpdated(): void {
    this.requestUpdate();
  }

  protected override updated(): void {
    // An element that has left the page before it was drawn holds on to nothing there.
    this.#chart.follow(this.isConnected ? this.renderRoot.querySelector<HTMLElement>('.chart') : null);
    this.#paint();
    this.#paintProgress();
    if (this.isUpdatePending) return;
    this.#afterUpdate.splice(0).forEach((act) => act());
    if (this.#data.state.kind === 'ready' || this.#data.state.kind === 'failed') this.#data.settle();
  }

  // ── State ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** A reader's answer is about the data that were asked about, and gives way to what the page says. */
  #forgetAnswer(isOtherData: boolean): void {
    const answer = this.#dateAnswer;
    if (answer === null || (!isOtherData && this.dateOrder === answer)) return;
    if (this.dateOrder === answer) this.dateOrder = null;
    this.#dateAnswer = null;
  }

  #load(): void {
    const { data, src } = this;
    this.#isOtherChild = false;
    // The page is being parsed: data may still come between the tags.
    if (!this.#given.isGiven && !src && this.#child.isOpen) return;
    const child = (): DataChild | null => this.#child.find();
    this.#data.load({ data, src, child, bundled: readBundled, base: this.ownerDocument.baseURI }, this.#options);
  }

  #onData(dataset: Dataset | null): void {
    // Those whose dates are in question are read again when somebody answers.
    const isAsked = this.#data.reading.account?.kinds.some(({ code }) => code === 'ambiguous-date');
    if (!isAsked && !this.#options.dateOrder) this.#given.release();
    this.#motion.stop();
    this.#state = reduce(this.#state, { type: 'load', dataset });
    this.#state = reduce(this.#state, { type: 'select', id: this.event ?? null });
    this.#focus.forget();
    this.#search.forget();
    this.#menu.close();
    this.#listStart = 0;
    this.requestUpdate();
    if (!dataset) return;
    this.#afterUpdate.push(() => {
      this.dispatchEvent(new TimelineLoadEvent(dataset.count, this.issues, this.account, 'api'));
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
    const count = this.#state.dataset?.count ?? 0;
    return this.#size.width >= besideFrom && this.#options.controls.has('details') && count <= mostBeside;
  }

  #view(): View {
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
    if (source === 'api') this.#chart.letGo();
    if (action.type === 'show' || action.type === 'hover' || action.type === 'hover-bin') this.#requestFrame();
    else this.requestUpdate();
    const { offLanes, filters, query } = this.#state;
    if (offLanes !== before.offLanes || filters !== before.filters || query !== before.query) {
      this.#afterUpdate.push(() =>
        this.dispatchEvent(new TimelineFilterChangeEvent([...offLanes], filters, query, source)),
      );
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
      // Elsewhere the range is what the reader asked for: the event that is opened there lies in it.
      if (this.#view() === 'chart') this.#motion.reveal(index, source);
      if (this.#view() === 'list') this.#turnTo(index);
    }
    const event = index === null ? null : dataset.event(index);
    this.#afterUpdate.push(() => this.dispatchEvent(new TimelineSelectEvent(event && event.id, event, source)));
  }

  /** To the list's page with an event; one whose lane is off is on no page. */
  #turnTo(event: number): void {
    const at = Math.max(0, this.#selectors.listedOrder(this.#state).indexOf(event));
    this.#listStart = Math.floor(at / listPage) * listPage;
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
    const { scene, dataset, language, selected } = model;
    this.#arranged = scene?.lanes ?? null;
    const status = this.renderRoot.querySelector<HTMLElement>('.status');
    if (status && dataset) render(statusTemplate(model, this.#motion.domain), status);
    if (!scene) return;
    const isInGrid = this.#focus.hold();
    this.#chart.paint({
      model,
      scene,
      theme: this.#look.theme,
      measure: this.#look.measure,
      selected,
      focused: this.#focus.position(scene),
      words: cellWords(this.#state, this.#selectors),
      describedBy: [dataset, language, scene.lanes, scene.tally.counted],
      extent: this.#selectors.extent(this.#state),
    });
    if (isInGrid) this.#focus.keep();
  }

  #paintProgress(): void {
    const room = this.renderRoot?.querySelector<HTMLElement>('.loading');
    const { state } = this.#data;
    if (room) render(progressTemplate(state, this.#selectors.language(this.#state), this.#actions), room);
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
      const order =
        this.#view() === 'chart' ? this.#selectors.order(this.#state) : this.#selectors.listedOrder(this.#state);
      const at = order.indexOf(this.#selectors.selected(this.#state) ?? -1);
      // From an event that is hidden: to the first, or to the last.
      const next = order[(Math.max(at, by === 1 ? -1 : 0) + by + order.length) % order.length];
      if (next !== undefined) this.#actions.select(next);
    },
    ...laneActions({
      state: () => this.#state,
      selectors: () => this.#selectors,
      dispatch: (action) => this.#dispatch(action, 'user'),
      focus: this.#focus,
      chart: this.#chart,
      menu: this.#menu,
    }),
    search: (text) => {
      this.#search.type(text);
      this.requestUpdate();
    },
    clearSearch: () => {
      this.#search.clear();
      this.requestUpdate();
      this.#afterUpdate.push(() => this.renderRoot.querySelector<HTMLElement>('.search input')?.focus());
    },
    setView: (view) => {
      this.#chosenView = view;
      const selected = this.#selectors.selected(this.#state);
      if (view === 'list' && selected !== null) this.#turnTo(selected);
      if (view === 'chart' && selected !== null) this.#motion.reveal(selected, 'user', true);
      this.requestUpdate();
    },
    toggleFilter: (facet, key) => this.#dispatch({ type: 'toggle-filter', facet, key }, 'user'),
    setFilters: (filters) => this.#dispatch({ type: 'filter', filters }, 'user'),
    clearFilters: () => {
      this.#search.forget();
      this.#dispatch({ type: 'clear-filters' }, 'user');
    },
    showAllDates: () => this.#motion.fit('user'),
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
    orderDates: (order) => {
      this.#dateAnswer = order;
      this.dateOrder = order;
    },
    retry: () => this.#load(),
    stopLoading: () => this.#data.stop(),
    switchLanguage: (lang) => {
      this.#chosenLanguage = lang;
      this.requestUpdate();
    },
  };

  #onHit(hit: Hit | null): void {
    if (hit?.kind === 'edge') return this.#motion.follow(hit);
    if (!hit) return;
    this.#focus.forget();
    if (hit.kind === 'bin') return this.#openColumn(hit.laneIndex, hit.column);
    // The focus follows the hand, so that keys go on from there: arrows to the neighbours, Escape to close.
    this.#actions.select(hit.event);
    this.#afterUpdate.push(() => this.#focus.moveTo('chart', hit.event));
    this.requestUpdate();
  }

  /** Zooms to a column of counts; where that would show nothing new, its events are listed. */
  #openColumn(laneIndex: number, column: SceneColumn): void {
    const { dataset } = this.#state;
    const lane = this.#selectors.scene(this.#state)?.lanes[laneIndex];
    const grid = this.#selectors.grid(this.#state);
    const { domain } = this.#motion;
    if (!dataset || !lane || !grid || !domain) return;
    let event: number | undefined;
    if (isWorthZooming(lane, column, grid.step, domain)) {
      this.#focus.holdAt({ laneIndex, bin: column.start });
      this.#motion.moveTo(columnDomain(column), 'user');
    } else if (this.#options.controls.has('view')) {
      event = firstIn(lane.lane, column, dataset.earliest);
      this.#actions.setView('list');
      if (event !== undefined) this.#turnTo(event);
    }
    this.#afterUpdate.push(() => this.#focus.moveTo('chart', event ?? null));
    this.requestUpdate();
  }

  // ── For the templates ──────────────────────────────────────────────────────────────────────────────────────────────

  #viewModel(): ViewModel {
    const view = this.#view();
    return createViewModel(this.#state, this.#selectors, this.#options, {
      load: this.#data.state,
      issues: () => this.issues,
      account: this.account,
      dateAnswer: this.#dateAnswer,
      issuesOpen: this.#issuesOpen,
      heading: this.heading || (this.#state.dataset?.title ? null : this.#data.fileName),
      view,
      detailsPlace: view === 'list' ? 'inline' : this.#isBeside() ? 'beside' : 'below',
      menu: this.#menu,
      searchText: this.#search.text,
      focusedLane: this.#focus.laneIndex,
      listStart: this.#listStart,
    });
  }

  #title(): string {
    const { dataset, locale } = this.#state;
    if (this.heading) return this.heading;
    const { messages } = this.#selectors.language(this.#state);
    return dataset?.title
      ? pickText(dataset.title, locale, dataset.language).text
      : (this.#data.fileName ?? messages.chartLabel);
  }

  #exportInput(): ExportInput | null {
    const { dataset } = this.#state;
    // A file has all of a tall chart, and no pointer over it.
    const scene = this.#selectors.scene({ ...this.#state, band: null, hovered: null, hoveredBin: null });
    const language = this.#selectors.language(this.#state);
    return dataset && scene && exportInput(scene, dataset, this.#title(), language, this.#look.measure);
  }

  #attributeIssues(): readonly Issue[] {
    const { issues, actors } = this.#options;
    const lanes = this.#selectors.allLanes(this.#state);
    return [
      ...issues,
      ...(this.#given.isGone && !this.#data.isReadWith(this.#options) ? [goneData] : []),
      ...unknownLanes(actors, lanes),
      ...unknownEvent(this.event, this.#state.dataset),
    ];
  }

  #warnOnce(message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    console.warn(`<report-timeline>: ${message}`);
  }
}

/** The old list when nothing in it changed, so that what depends on it stays too. */
const sameList = (next: readonly string[], old: readonly string[]): readonly string[] =>
  next.length === old.length && next.every((item, i) => item === old[i]) ? old : next;

declare global {
  interface HTMLElementTagNameMap {
    'report-timeline': ReportTimelineElement;
  }
}
