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
import { directionOf, isLocale, languageOf, spokenLanguages } from '../core/i18n/locale.js';
import { pickText } from '../core/i18n/text.js';
import { isCalled } from '../core/layout/lanes.js';
import type { MeasureText } from '../core/layout/type-scale.js';
import { describeEvent } from '../core/scene/describe-event.js';
import { describeView } from '../core/scene/describe-view.js';
import type { Hit } from '../core/scene/hit-test.js';
import type { Scene } from '../core/scene/scene.js';
import { moveInGrid, revealEvent, type GridMove, type GridPosition } from '../core/state/navigate.js';
import { createSelectors, type Selectors } from '../core/state/selectors.js';
import { initialState, reduce, type Action, type TimelineState } from '../core/state/timeline-state.js';
import type { CssPixels, EpochMs } from '../core/util/units.js';
import { clampDomain, panByShare, zoomAbout, type Domain } from '../core/viewport/domain.js';
import { animateDomain, animationMs, prefersReducedMotion } from '../view/animate.js';
import { drawExport, exportSize, type ExportInput } from '../view/export-svg.js';
import { loadText } from '../view/load-json.js';
import { isSameColour, pageBackground } from '../view/page-background.js';
import { createMeasure, watchFonts } from '../view/measure-text.js';
import { resolveScheme, watchScheme } from '../view/scheme.js';
import { createSurface, watchPixelRatio } from '../view/surface.js';
import { createSvgPen } from '../view/svg-pen.js';
import { svgNode, toSvgText } from '../view/svg-tree.js';
import { readTheme, type Theme } from '../view/theme.js';
import { ChartController } from './controllers/chart-controller.js';
import { SizeController } from './controllers/size-controller.js';
import { nearestAttribute, SurroundingsController } from './controllers/surroundings-controller.js';
import {
  TimelineErrorEvent,
  TimelineFilterChangeEvent,
  TimelineLoadEvent,
  TimelineRangeChangeEvent,
  TimelineSelectEvent,
  type EventSource,
} from './events.js';
import { resolveOptions, timeOf, type Options } from './resolve-options.js';
import { baseStyles } from './styles/base.css.js';
import { chartStyles } from './styles/chart.css.js';
import { detailsStyles } from './styles/details.css.js';
import { listStyles } from './styles/list.css.js';
import { themeStyles } from './styles/theme.css.js';
import { chartTemplate, statusTemplate } from './templates/chart.js';
import { detailsTemplate } from './templates/details.js';
import { headerTemplate, issuesTemplate } from './templates/header.js';
import { legendTemplate } from './templates/legend.js';
import { listPage, listTemplate } from './templates/list.js';
import { allOffTemplate, emptyTemplate, failedTemplate, loadingTemplate } from './templates/states.js';
import { toolbarTemplate } from './templates/toolbar.js';
import type { Actions, LoadState, ViewModel } from './view-model.js';

/** Below this the list is the default view. */
const chartFrom: CssPixels = 560;
/** From this on the details stand beside the chart. */
const besideFrom: CssPixels = 1080;
const detailsWidth: CssPixels = 344;
/** Room around the text where our paper is not the page's. */
const framePadding: CssPixels = 16;

/** The bundled report is read when the first element needs it, and once. */
let bundled: Reading | null = null;

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
  #measure: MeasureText = createMeasure((role, arabic) => this.#currentTheme().fontFamily(role, arabic));
  #selectors: Selectors = createSelectors(this.#measure);
  #theme: Theme | null = null;
  #reading: Reading = { dataset: null, issues: [] };
  #load: LoadState = { kind: 'idle' };
  #abort: AbortController | null = null;
  #listStart = 0;
  #isFramed = false;
  #isFrameKnown = false;
  #issuesOpen = false;
  #chosenLanguage: string | null = null;
  #chosenView: 'chart' | 'list' | null = null;
  #focused: GridPosition | null = null;
  #frame = 0;
  #arranged: Scene['lanes'] | null = null;
  #cancelAnimation: (() => void) | null = null;
  #afterUpdate: (() => void)[] = [];
  #cleanUp: (() => void)[] = [];
  #ready!: Promise<this>;
  #resolveReady!: (element: this) => void;
  #warned = new Set<string>();

  readonly #size = new SizeController(this, () => this.requestUpdate());
  readonly #chart = new ChartController({
    domain: () => this.#selectors.domain(this.#state),
    whole: () => this.#selectors.whole(this.#state),
    onDomain: (domain, phase) => this.#onHand(domain, phase),
    onZoomAbout: (factor, x, animated) => this.#zoomAtPixel(factor, x, animated),
    onHit: (hit) => this.#onHit(hit),
    onHover: (event) => this.#dispatch({ type: 'hover', event }, 'user'),
    onSelect: (event) => this.#actions.select(event, 'details'),
  });

  constructor() {
    super();
    this.#renewReady();
    new SurroundingsController(this, () => this.requestUpdate());
  }

  /** Settles when data are loaded, laid out and painted, or their failure is shown; renewed at each load. */
  get ready(): Promise<this> {
    return this.#ready;
  }

  /** The neutral events, in the order of the data. */
  get events(): readonly TimelineEvent[] {
    return this.#reading.dataset?.events ?? [];
  }

  /** What was wrong in the data and in the attributes. */
  get issues(): readonly Issue[] {
    return [...this.#options.issues, ...this.#unknownLanes(), ...this.#reading.issues];
  }

  /** The visible range; null while there is none. */
  get range(): { readonly from: Date; readonly to: Date } | null {
    const domain = this.#selectors.domain(this.#state);
    return domain && { from: new Date(domain[0]), to: new Date(domain[1]) };
  }

  /** Shows everything that has a bound. */
  fit(): void {
    const whole = this.#selectors.whole(this.#state);
    if (whole) this.#moveTo(whole, 'api');
  }

  /** Shows a range: dates, EDTF, ISO 8601 or milliseconds. Throws a RangeError when it is not one. */
  zoomTo(from: Date | string | number, to: Date | string | number): void {
    const [start, end] = [toTime(from, false), toTime(to, true)];
    if (!(start < end)) throw new RangeError(`invalid range: ${String(from)} to ${String(to)}`);
    this.#moveTo([start, end], 'api');
  }

  /** Selects an event by its id, and brings it into view; null for none. */
  select(id: string | null): void {
    this.event = id;
  }

  /** The chart as it is now, as a file of its own. */
  toSVG(): string {
    const input = this.#exportInput();
    if (!input) return toSvgText(svgNode('svg', { width: 1, height: 1 }));
    const { width, height } = exportSize(input);
    const pen = createSvgPen(this.#currentTheme(), { idPrefix: 'rt-' });
    drawExport(input, pen);
    const title = svgNode('title', {}, [input.title]);
    const { locale } = input.language;
    const attributes = { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', lang: locale };
    return toSvgText(svgNode('svg', attributes, [title, ...pen.nodes]));
  }

  /** The chart as it is now, as a picture. @param scale - pixels of the picture for one of the page, 2 by default */
  async toPNG(scale = 2): Promise<Blob> {
    const input = this.#exportInput();
    const canvas = document.createElement('canvas');
    if (input) {
      const { width, height } = exportSize(input);
      const surface = createSurface(canvas);
      surface.resize(width, height, scale);
      surface.paint((pen) => drawExport(input, pen), this.#currentTheme());
    }
    return new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))), 'image/png'),
    );
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

  override connectedCallback(): void {
    super.connectedCallback();
    const repaint = (): void => this.#restyle();
    this.#cleanUp.push(
      watchFonts(() => this.#renewMeasure()),
      watchPixelRatio(repaint),
    );
    const sentinel = this.renderRoot.querySelector('.scheme');
    if (sentinel) this.#cleanUp.push(watchScheme(sentinel, repaint));
    this.#restyle();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#cancelAnimation?.();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#chart.release();
    this.#cleanUp.splice(0).forEach((stop) => stop());
    // A move in the document is not a farewell: only when the element stays away is a load in progress given up.
    queueMicrotask(() => {
      if (!this.isConnected) this.#abort?.abort();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#options = resolveOptions(this);
    for (const { message } of this.#options.issues) this.#warnOnce(message);
    if (changed.has('view')) this.#chosenView = null;
    if (changed.has('src') || changed.has('data') || this.#load.kind === 'idle') this.#startLoad();
    this.#configure();
    if (changed.has('event') && this.event !== this.#state.selected) this.#selectById(this.event ?? null, 'api');
  }

  protected override render(): TemplateResult {
    const model = this.#viewModel();
    const actions = this.#actions;
    const { language, dataset, controls, view, detailsPlace, load } = model;
    const hasEvents = dataset !== null && dataset.events.length > 0 && load.kind !== 'failed';
    const isAllOff = hasEvents && model.shownEvents.length === 0;
    const hasTools = (['filter', 'view', 'zoom', 'status', 'language'] as const).some((name) => controls.has(name));
    return html`<i class="scheme" aria-hidden="true"></i>
      <section
        class=${`root ${this.#shapeClass()}${this.#isFramed ? ' framed' : ''}`}
        data-scheme=${resolveScheme(this, this.#options.theme)}
        lang=${language.locale}
        dir=${model.dir}
        aria-label=${this.#title()}
      >
        ${headerTemplate(model)} ${issuesTemplate(model, actions)} ${loadingTemplate(model)}
        ${failedTemplate(model, actions)} ${hasEvents && hasTools ? toolbarTemplate(model, actions) : nothing}
        ${dataset !== null && !hasEvents && load.kind !== 'failed' ? emptyTemplate(model) : nothing}
        ${isAllOff ? allOffTemplate(model, actions) : nothing}
        ${
          hasEvents && !isAllOff
            ? html`<div class=${`main ${detailsPlace}`} @keydown=${this.#onKey}>
                ${view === 'chart' ? chartTemplate(model) : listTemplate(model, actions)}
                ${detailsTemplate(model, actions)}
              </div>`
            : nothing
        }
        ${hasEvents && !isAllOff && controls.has('legend') ? legendTemplate(model) : nothing}
        ${dataset?.attribution ? html`<p class="source">${pickText(dataset.attribution, language.locale, dataset.language).text}</p>` : nothing}
        <slot name="footer"></slot>
      </section>`;
  }

  protected override updated(): void {
    if (!this.#isFrameKnown) this.#checkFrame();
    this.#chart.follow(this.renderRoot.querySelector<HTMLElement>('.chart'));
    this.#paint();
    if (!this.isUpdatePending) this.#afterUpdate.splice(0).forEach((act) => act());
    const isSettled = this.#load.kind === 'ready' || this.#load.kind === 'failed';
    if (isSettled && !this.isUpdatePending) this.#resolveReady(this);
  }

  protected override firstUpdated(): void {
    this.requestUpdate();
    this.#cleanUp.push(watchScheme(this.renderRoot.querySelector('.scheme')!, () => this.#restyle()));
  }

  // ── Loading ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #renewReady(): void {
    this.#ready = new Promise((resolve) => (this.#resolveReady = resolve));
  }

  /** `data` before `src` before the bundled report. What was shown stays until something else can be. */
  #startLoad(): void {
    this.#abort?.abort();
    this.#abort = null;
    const isFirst = this.#load.kind === 'idle';
    if (!isFirst) {
      // Who waits for the load that is given up waits for the next one.
      const resolveOld = this.#resolveReady;
      this.#renewReady();
      void this.#ready.then(resolveOld);
    }
    if (this.data !== undefined && this.data !== null) this.#show(readDataset(this.data), null);
    else if (this.src) void this.#loadFrom(this.src);
    else this.#show((bundled ??= readDataset(report)), null);
  }

  async #loadFrom(src: string): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    this.#load = { kind: 'loading' };
    this.requestUpdate();
    let url = src;
    try {
      url = new URL(src, this.ownerDocument.baseURI).href;
      const loaded = await loadText(url, abort.signal);
      if (abort.signal.aborted) return;
      if (loaded.ok) return this.#show(readDataset(loaded.text), url);
      const detail = loaded.reason === 'http' ? `${loaded.status} ${loaded.statusText ?? ''}`.trim() : '';
      this.#fail(loaded.reason, detail, url);
    } catch {
      // An address that is none, or a load that was given up.
      if (!abort.signal.aborted) this.#fail('network', '', url);
    }
  }

  #show(reading: Reading, url: string | null): void {
    this.#abort = null;
    if (!reading.dataset) {
      this.#reading = reading;
      return this.#fail('format', '', url);
    }
    this.#reading = reading;
    this.#load = { kind: 'ready' };
    this.#state = reduce(this.#state, { type: 'load', dataset: reading.dataset });
    if (this.event !== null && this.event !== undefined)
      this.#state = reduce(this.#state, { type: 'select', id: this.event });
    this.#focused = null;
    this.requestUpdate();
    this.#afterUpdate.push(() => {
      this.dispatchEvent(new TimelineLoadEvent(reading.dataset!.events.length, this.issues, 'api'));
    });
  }

  #fail(reason: 'http' | 'network' | 'format', detail: string, url: string | null): void {
    this.#abort = null;
    const issues = this.#reading.dataset === null ? this.#reading.issues : [];
    const sentence = {
      http: `The server answered "${detail}".`,
      network: 'No answer came.',
      format: 'It holds no events in a known form.',
    }[reason];
    const failed: Issue = {
      code: 'load-failed',
      path: url ?? 'data',
      message: `The data could not be loaded. ${sentence}`,
    };
    this.#reading = { dataset: null, issues: [failed, ...issues] };
    this.#load = { kind: 'failed', reason, detail, url };
    this.#state = reduce(this.#state, { type: 'load', dataset: null });
    this.requestUpdate();
    this.#afterUpdate.push(() => this.dispatchEvent(new TimelineErrorEvent(failed.code, failed.message, 'api')));
  }

  // ── State ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Brings what the page says into the state; runs before each render. */
  #configure(): void {
    const options = this.#options;
    const locale = this.#locale();
    const dir = this.#direction(locale);
    const mirrored = options.axisDirection === 'auto' ? dir === 'rtl' : options.axisDirection === 'rtl';
    const { groupBy, from, to } = options;
    const wantedLanes = sameList(options.actors, this.#state.wantedLanes);
    const width = this.#chartWidth();
    const now = this.#state.now || Date.now();
    this.#state = reduce(this.#state, {
      type: 'configure',
      options: { locale, dir, mirrored, groupBy, wantedLanes, from, to, width, now },
    });
  }

  #locale(): string {
    if (this.#chosenLanguage) return this.#chosenLanguage;
    const near = nearestAttribute(this, 'lang');
    if (near && isLocale(near)) return near;
    const dataset = this.#reading.dataset;
    const readers = navigator.languages.find((tag) =>
      dataset?.languages.some((lang) => languageOf(lang) === languageOf(tag)),
    );
    return readers ?? dataset?.language ?? 'en';
  }

  #direction(locale: string): 'ltr' | 'rtl' {
    const spoken = directionOf(locale);
    if (this.#chosenLanguage) return spoken;
    const near = nearestAttribute(this, 'dir')?.toLowerCase();
    return near === 'rtl' || near === 'ltr' ? near : spoken;
  }

  #chartWidth(): CssPixels {
    // Fonts and colours are known once the stylesheet applies to something: the first render makes that, the second draws.
    if (!this.hasUpdated) return 0;
    const width = Math.max(0, this.#size.width - (this.#isFramed ? 2 * framePadding : 0));
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
    const shape = this.#size.width < chartFrom ? 'narrow' : this.#selectors.shape(this.#state);
    return shape;
  }

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

  /** Names in the attribute `actors` that no lane goes by. */
  #unknownLanes(): Issue[] {
    const lanes = this.#selectors.allLanes(this.#state);
    if (lanes.length === 0) return [];
    const unknown = this.#options.actors.filter((name) => !lanes.some((lane) => isCalled(lane, name)));
    return unknown.map((name) => ({
      code: 'invalid-attribute',
      path: 'actors',
      message: `"${name.slice(0, 80)}" in the attribute actors is no lane of these data; it is left out.`,
    }));
  }

  #selectById(id: string | null, source: EventSource): void {
    const before = this.#state;
    this.#state = reduce(before, { type: 'select', id });
    if (this.#state === before) return;
    if (source === 'user') this.event = id;
    const { dataset } = this.#state;
    const index = this.#selectors.selected(this.#state);
    const event = index === null ? null : (dataset?.events[index] ?? null);
    if (index !== null) {
      this.#reveal(index, source);
      this.#listStart = Math.floor(this.#selectors.order(this.#state).indexOf(index) / listPage) * listPage;
    }
    this.requestUpdate();
    if (!dataset) return;
    this.#afterUpdate.push(() =>
      this.dispatchEvent(new TimelineSelectEvent(event === null ? null : id, event, source)),
    );
  }

  #reveal(index: number, source: EventSource): void {
    const domain = this.#selectors.domain(this.#state);
    if (!domain) return;
    const revealed = revealEvent(this.#state.dataset!, index, domain);
    if (revealed !== domain) this.#moveTo(revealed, source);
  }

  // ── Moving ─────────────────────────────────────────────────────────────────────────────────────────────────────────

  #onHand(domain: Domain, phase: 'start' | 'move' | 'end'): void {
    this.#cancelAnimation?.();
    if (phase === 'move') this.#dispatch({ type: 'show', domain, extent: this.#selectors.extent(this.#state) }, 'user');
    if (phase === 'end') this.#announceRange('user');
  }

  #zoomAtPixel(factor: number, x: CssPixels, animated: boolean): void {
    const domain = this.#selectors.domain(this.#state);
    if (!domain) return;
    const { width, mirrored } = this.#selectors.plot(this.#state);
    const share = (mirrored ? width - x : x) / width;
    this.#zoomAt(factor, domain[0] + (domain[1] - domain[0]) * share, animated, 'user');
  }

  #zoomAt(factor: number, anchor: EpochMs, animated: boolean, source: EventSource): void {
    const domain = this.#selectors.domain(this.#state);
    const extent = this.#selectors.extent(this.#state);
    if (!domain || !extent) return;
    const zoomed = clampZoom(domain, factor, anchor, extent);
    if (animated) this.#moveTo(zoomed, source);
    else this.#dispatch({ type: 'show', domain: zoomed, extent }, source);
  }

  /** Buttons, keys and methods move there in a sixth of a second; readers who want less motion are there at once. */
  #moveTo(target: Domain, source: EventSource): void {
    this.#cancelAnimation?.();
    const extent = this.#selectors.extent(this.#state);
    const from = this.#selectors.domain(this.#state);
    const to = extent ? clampDomain(target, extent) : target;
    const step = (domain: Domain, finished: boolean): void => {
      this.#dispatch({ type: 'show', domain, extent: null }, source);
      if (finished) this.#announceRange(source);
    };
    const isStill = prefersReducedMotion() || !this.#canPaint() || this.#view() === 'list';
    if (from) this.#cancelAnimation = animateDomain(from, to, animationMs, step, isStill);
    else step(to, true);
  }

  #announceRange(source: EventSource): void {
    const range = this.range;
    if (range) this.dispatchEvent(new TimelineRangeChangeEvent(range.from, range.to, source));
  }

  // ── Painting ───────────────────────────────────────────────────────────────────────────────────────────────────────

  #canPaint(): boolean {
    return this.isConnected && this.#size.width > 0 && document.visibilityState === 'visible';
  }

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
    const scene = this.#view() === 'chart' ? this.#selectors.scene(this.#state) : null;
    this.#arranged = scene?.lanes ?? null;
    const model = this.#viewModel();
    this.#paintStatus(model, scene);
    if (!scene) return;
    const { dataset, locale } = this.#state;
    const { language } = model;
    const first = scene.names.find(({ isEcho }) => !isEcho);
    const focused =
      this.#focused ??
      this.#positionOf(model.selected, scene) ??
      (first && { laneIndex: first.laneIndex, event: first.event });
    const inLane = scene.lanes.map(({ lane }) => lane.events);
    this.#chart.paint({
      ...model,
      scene,
      theme: this.#currentTheme(),
      measure: this.#measure,
      focused: focused ?? null,
      describe: (event, laneIndex) => {
        const lane = scene.lanes[laneIndex]!.lane;
        const events = inLane[laneIndex]!;
        const position = {
          n: events.indexOf(event) + 1,
          of: events.length,
          lane: pickText(lane.name, locale, dataset!.language).text,
        };
        return describeEvent(dataset!, event, position, language);
      },
      overviewText: this.#overviewText(),
    });
  }

  #overviewText(): readonly [string, string] {
    const { messages, dates } = this.#selectors.language(this.#state);
    const extent = this.#selectors.extent(this.#state);
    const from = extent ? dates.format(extent[0], 'day-month') : '';
    return [messages.axis.allDates, messages.axis.fromDate.replace('{date}', from)];
  }

  #paintStatus(model: ViewModel, scene: Scene | null): void {
    const status = this.renderRoot.querySelector<HTMLElement>('.status');
    if (!status || !model.dataset) return;
    const all = model.dataset.events.length;
    const shown = model.shownEvents.length;
    const tally = scene?.tally ?? { shown, inView: shown, startBefore: 0, endAfter: 0, outside: 0, unnamed: 0 };
    const domain = scene ? this.#selectors.domain(this.#state) : null;
    const { range, counts } = describeView(domain, tally, all, model.language);
    render(statusTemplate(range, counts), status);
  }

  #positionOf(event: number | null, scene: Scene): GridPosition | null {
    const found = event === null ? undefined : scene.names.find((name) => name.event === event && !name.isEcho);
    return found ? { laneIndex: found.laneIndex, event: found.event } : null;
  }

  #currentTheme(): Theme {
    return (this.#theme ??= readTheme(this.renderRoot.querySelector('.root')!));
  }

  #restyle(): void {
    this.#theme = null;
    this.#isFrameKnown = false;
    this.requestUpdate();
  }

  /** A colour of our own shows its edge on a page of another colour: then text needs a margin. */
  #checkFrame(): void {
    this.#isFrameKnown = true;
    const isFramed = !isSameColour(pageBackground(this), this.#currentTheme().ink('paper'));
    if (isFramed === this.#isFramed) return;
    this.#isFramed = isFramed;
    this.requestUpdate();
  }

  /** Other fonts, other widths: everything that was measured is measured again. */
  #renewMeasure(): void {
    this.#measure = createMeasure((role, arabic) => this.#currentTheme().fontFamily(role, arabic));
    this.#selectors = createSelectors(this.#measure);
    this.#restyle();
  }

  // ── Hands and keys ─────────────────────────────────────────────────────────────────────────────────────────────────

  readonly #actions: Actions = {
    select: (index, focus) => {
      const id = index === null ? null : this.#state.dataset!.events[index]!.id;
      const before = this.#selectors.selected(this.#state);
      this.#selectById(id, 'user');
      if (focus) this.#afterUpdate.push(() => this.#moveFocus(focus, before));
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
    zoom: (factor) => this.#zoomMiddle(factor),
    fit: () => {
      const whole = this.#selectors.whole(this.#state);
      if (whole) this.#moveTo(whole, 'user');
    },
    toggleIssues: () => {
      this.#issuesOpen = !this.#issuesOpen;
      this.requestUpdate();
    },
    retry: () => {
      this.#load = { kind: 'loading' };
      this.#startLoad();
      this.requestUpdate();
    },
    switchLanguage: (lang) => {
      this.#chosenLanguage = lang;
      this.requestUpdate();
    },
  };

  /** About the selected event's known bound where it is visible, else about the middle. */
  #zoomMiddle(factor: number): void {
    const domain = this.#selectors.domain(this.#state);
    if (domain) this.#zoomAt(factor, (domain[0] + domain[1]) / 2, true, 'user');
  }

  #onHit(hit: Hit | null): void {
    if (!hit) return;
    if (hit.kind === 'event') {
      this.#focused = null;
      return this.#actions.select(hit.event);
    }
    const domain = this.#selectors.domain(this.#state)!;
    const length = domain[1] - domain[0];
    const margin = length * 0.1;
    const start = hit.tag.side === 'start' ? hit.tag.time - margin : hit.tag.time + margin - length;
    this.#moveTo([start, start + length], 'user');
  }

  #onKey = (keyEvent: KeyboardEvent): void => {
    if (keyEvent.defaultPrevented || keyEvent.altKey || keyEvent.metaKey) return;
    const target = keyEvent.composedPath()[0] as Element;
    if (keyEvent.key === 'Escape') return this.#onEscape(keyEvent);
    const cell = target.closest('.cell');
    if (!cell || this.#view() !== 'chart') return;
    const scene = this.#selectors.scene(this.#state)!;
    const move = gridMove(keyEvent, scene.plot.mirrored);
    const shared: Readonly<Record<string, () => void>> = {
      '+': () => this.#zoomMiddle(0.5),
      '=': () => this.#zoomMiddle(0.5),
      '-': () => this.#zoomMiddle(2),
      '0': () => this.#actions.fit(),
      PageUp: () => this.#pan(-0.8),
      PageDown: () => this.#pan(0.8),
      Enter: () => this.#actions.select(Number(cell.getAttribute('data-event')), 'details'),
      ' ': () => this.#actions.select(Number(cell.getAttribute('data-event')), 'details'),
    };
    const act = move ? () => this.#moveGridFocus(cell, move) : keyEvent.ctrlKey ? undefined : shared[keyEvent.key];
    if (!act) return;
    keyEvent.preventDefault();
    act();
  };

  #onEscape(keyEvent: KeyboardEvent): void {
    if (this.#state.hovered !== null) this.#dispatch({ type: 'hover', event: null }, 'user');
    else if (this.#state.selected !== null) this.#actions.select(null, 'chart');
    else return;
    keyEvent.preventDefault();
  }

  #pan(share: number): void {
    const domain = this.#selectors.domain(this.#state);
    if (domain) this.#moveTo(panByShare(domain, share), 'user');
  }

  #moveGridFocus(cell: Element, move: GridMove): void {
    const { dataset } = this.#state;
    const lanes = this.#selectors.shownLanes(this.#state);
    const row = cell.closest('[role=row]')!;
    const laneIndex = [...row.parentElement!.children].indexOf(row);
    const from = { laneIndex, event: Number(cell.getAttribute('data-event')) };
    const to = moveInGrid(dataset!, lanes, this.#selectors.order(this.#state), from, move);
    this.#focused = to;
    this.#reveal(to.event, 'user');
    this.#afterUpdate.push(() => this.#focusCell(to));
    this.requestUpdate();
  }

  #focusCell({ laneIndex, event }: GridPosition): void {
    const row = this.renderRoot.querySelector('.grid')?.children[laneIndex];
    row?.querySelector<HTMLElement>(`[data-event="${event}"]`)?.focus();
  }

  #moveFocus(to: 'details' | 'chart', event: number | null): void {
    if (to === 'details') {
      this.renderRoot.querySelector<HTMLElement>('.event-title')?.focus({ preventScroll: true });
      return;
    }
    const selector = event === null ? '[data-event][tabindex="0"]' : `[data-event="${event}"]`;
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus({ preventScroll: true });
  }

  // ── For the templates ──────────────────────────────────────────────────────────────────────────────────────────────

  #viewModel(): ViewModel {
    const state = this.#state;
    const selectors = this.#selectors;
    const language = selectors.language(state);
    const view = this.#view();
    return {
      language,
      dir: state.dir,
      dataset: state.dataset,
      load: this.#load,
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
      order: selectors.order(state),
      selected: selectors.selected(state),
      listStart: this.#pageStart(),
      scene: view === 'chart' ? selectors.scene(state) : null,
      otherLanguage: this.#otherLanguage(),
    };
  }

  /** The page that the reader turned to, unless there are fewer events now. */
  #pageStart(): number {
    return this.#listStart < this.#selectors.order(this.#state).length ? this.#listStart : 0;
  }

  /** The other language that both the widget and the data speak. */
  #otherLanguage(): ViewModel['otherLanguage'] {
    const { lang } = this.#selectors.language(this.#state);
    const other = spokenLanguages.find((spoken) => spoken !== lang);
    const isInData = this.#state.dataset?.languages.some((tag) => languageOf(tag) === other);
    if (!other || !isInData) return null;
    return other === 'ar' ? { lang: 'ar-SY', name: 'العربية' } : { lang: 'en', name: 'English' };
  }

  #title(): string {
    const { dataset, locale } = this.#state;
    if (this.heading) return this.heading;
    return dataset?.title
      ? pickText(dataset.title, locale, dataset.language).text
      : this.#selectors.language(this.#state).messages.chartLabel;
  }

  #exportInput(): ExportInput | null {
    const { dataset } = this.#state;
    const scene = this.#selectors.scene(this.#state);
    if (!dataset || !scene) return null;
    const language = this.#selectors.language(this.#state);
    const source = dataset.primarySource === null ? undefined : dataset.sources.get(dataset.primarySource);
    const shown = (text: Parameters<typeof pickText>[0]): string =>
      pickText(text, language.locale, dataset.language).text;
    const names = source
      ? [source.publisher ?? source.title, source.author].flatMap((name) => (name ? [shown(name)] : []))
      : [];
    const line =
      names.length > 0 ? `${language.messages.source} ${names.join(language.lang === 'ar' ? '، ' : ', ')}` : '';
    return { scene, dataset, language, measure: this.#measure, title: this.#title(), source: line };
  }

  #warnOnce(message: string): void {
    if (this.#warned.has(message)) return;
    this.#warned.add(message);
    console.warn(`<report-timeline>: ${message}`);
  }
}

/** Zooms as far as the limits allow, with the anchor still at its place: clamping alone would move it. */
function clampZoom(domain: Domain, factor: number, anchor: EpochMs, extent: Domain): Domain {
  const length = domain[1] - domain[0];
  const clamped = clampDomain(zoomAbout(domain, factor, anchor), extent);
  return clampDomain(zoomAbout(domain, (clamped[1] - clamped[0]) / length, anchor), extent);
}

function gridMove({ key, ctrlKey }: KeyboardEvent, mirrored: boolean): GridMove | null {
  const [left, right] = mirrored ? (['next', 'previous'] as const) : (['previous', 'next'] as const);
  const moves: Readonly<Record<string, GridMove>> = {
    ArrowLeft: left,
    ArrowRight: right,
    ArrowUp: 'up',
    ArrowDown: 'down',
    Home: ctrlKey ? 'first-of-all' : 'first',
    End: ctrlKey ? 'last-of-all' : 'last',
  };
  return moves[key] ?? null;
}

/** The old list when nothing in it changed, so that what depends on it stays too. */
const sameList = (next: readonly string[], old: readonly string[]): readonly string[] =>
  next.length === old.length && next.every((item, i) => item === old[i]) ? old : next;

function toTime(value: Date | string | number, isEnd: boolean): EpochMs {
  if (value instanceof Date) return value.getTime();
  return typeof value === 'number' ? value : (timeOf(value, isEnd) ?? NaN);
}

declare global {
  interface HTMLElementTagNameMap {
    'report-timeline': ReportTimelineElement;
  }
}
