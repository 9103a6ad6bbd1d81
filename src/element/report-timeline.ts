import { LitElement, html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Dataset } from '../core/dataset/dataset.js';
import type { TimelineEvent } from '../core/dataset/event.js';
import type { Issue } from '../core/dataset/issue.js';
import type { ReadingAccount } from '../core/dataset/reading.js';
import { toCsv } from '../core/dataset/writers/csv.js';
import { toReport } from '../core/dataset/writers/report-json.js';
import type { CitationStyle } from '../core/scene/citation.js';
import { createSelectors, type Selectors } from '../core/state/selectors.js';
import { initialState, reduce, type Action, type TimelineState } from '../core/state/timeline-state.js';
import { version } from '../version.js';
import { resolveScheme } from '../view/scheme.js';
import { adoptStyles } from './adopt-styles.js';
import { Chosen } from './chosen.js';
import { Announcer } from './controllers/announcer.js';
import { ChartController } from './controllers/chart-controller.js';
import { DataController } from './controllers/data-controller.js';
import { ExportController } from './controllers/export-controller.js';
import { FacetMenuController } from './controllers/facet-menu-controller.js';
import { EnlargedController, probeText } from './controllers/enlarged-controller.js';
import { FocusController } from './controllers/focus-controller.js';
import { HelpController } from './controllers/help-controller.js';
import { LinkController } from './controllers/link-controller.js';
import { linkedView } from './controllers/linked-view.js';
import { LookController } from './controllers/look-controller.js';
import { LostFocus } from './controllers/lost-focus.js';
import { MenuController } from './controllers/menu-controller.js';
import { MotionController } from './controllers/motion-controller.js';
import { PaintController } from './controllers/paint-controller.js';
import type { PartHost } from './controllers/part-host.js';
import { presses } from './controllers/presses.js';
import { PrintController } from './controllers/print-controller.js';
import { readerActions } from './controllers/reader-actions.js';
import { SearchController } from './controllers/search-controller.js';
import { SizeController } from './controllers/size-controller.js';
import { SourceController } from './controllers/source-controller.js';
import { StoryController } from './controllers/story-controller.js';
import { SurroundingsController } from './controllers/surroundings-controller.js';
import { TableController } from './controllers/table-controller.js';
import { Teller } from './controllers/teller.js';
import { hasFallback } from './child-data.js';
import { createViewModel } from './create-view-model.js';
import { TimelineErrorEvent, TimelineLoadEvent, type EventSource } from './events.js';
import type { PictureOptions } from './export-input.js';
import { rangeOf, resolveOptions, unknownEvent, unknownLanes, type Options } from './resolve-options.js';
import { chartWidth, isBeside, isNarrow, standardView } from './room.js';
import { sheets } from './styles/sheets.js';
import { resolveDirection, resolveLocale } from './surroundings.js';
import { contentTemplate } from './templates/content.js';
import { titleText } from './templates/header.js';
import { listPage } from './templates/list.js';
import { aboveFallbackTemplate, fallbackTemplate, isAwaited, progressSentence } from './templates/states.js';
import { loadedWords, spokenStatus } from './templates/status.js';
import type { Actions, View, ViewModel } from './view-model.js';

/**
 * A timeline of a report's events, in lanes by actor, honest about what is known of each date.
 *
 * ```html
 * <script src="report-timeline.js"></script>
 * <report-timeline></report-timeline>
 * ```
 *
 * A value that is not valid counts as the default, and becomes an entry of `issues`.
 *
 * @tag report-timeline
 *
 * @attr {string} src - address of a file with the data; without it those between the tags are read, else the report that
 *   comes with the script
 * @attr {'auto' | 'report' | 'csv' | 'acled' | 'ucdp-ged' | 'timemap' | 'timelinejs' | 'vis'} [format=auto] - how to read
 *   the data; by default as their content tells
 * @attr {'dmy' | 'mdy' | 'ymd'} date-order - how dates in figures are written; by default the other dates of the data tell,
 *   else the reader is asked
 * @attr {'actor' | 'target' | 'place' | 'type' | 'means' | 'source' | 'certainty'} group-by - what a lane is; by default the
 *   first of actor, type, target, place and source that any event states
 * @attr {string} actors - which lanes, in this order: ids or names, separated by commas; all by default
 * @attr {string} from - start of the range shown first, an EDTF or ISO 8601 date; by default where the events are dense
 * @attr {string} to - end of the range shown first, the day, month or year that it names included
 * @attr {string} event - id of the selected event; none by default
 * @attr {'auto' | 'chart' | 'list' | 'table'} [view=auto] - which view; by default a list in narrow containers, else the
 *   chart
 * @attr {string} link-state - keeps what is shown in the address of the page, under this key of its fragment; off by default
 * @attr {string} controls - which parts to show, with spaces between: `heading`, `summary`, `filter`, `search`, `view`,
 *   `zoom`, `story`, `status`, `link`, `export`, `help`, `language`, `overview`, `legend`, `details`; or `none`; all by
 *   default
 * @attr {'auto' | 'ltr' | 'rtl'} [axis-direction=auto] - which way time runs; by default as the writing does
 * @attr {'auto' | 'light' | 'dark'} [theme=auto] - the colours; by default dark where the page's text is light
 * @attr {string} heading - instead of the data's title, or of the name of an opened file that has none
 * @attr {1 | 2 | 3 | 4 | 5 | 6} [heading-level=2] - which level of the page's headings the heading has
 * @attr {string} lang - the language, such as `en-GB` or `ar-SY`; by default the nearest `lang`, else the reader's first
 *   language that the data have, else the data's
 * @attr {'ltr' | 'rtl' | 'auto'} dir - the direction; by default the nearest `dir`, else the language's
 *
 * @fires {TimelineLoadEvent} timeline-load - data were read and painted
 * @fires {TimelineErrorEvent} timeline-error - data could not be loaded, or not be read at all
 * @fires {TimelineSelectEvent} timeline-select - another event is selected, or none
 * @fires {TimelineRangeChangeEvent} timeline-range-change - another range is visible; once a gesture, when it has ended
 * @fires {TimelineFilterChangeEvent} timeline-filter-change - lanes were switched on or off, filters or search changed
 *
 * @slot - shown until the first picture, and when the data cannot be read. Data may stand there, where neither `data` nor
 *   `src` gives any: a script of type application/json, application/x-ndjson, text/csv or text/tab-separated-values, or a
 *   table
 * @slot heading - instead of the heading
 * @slot details - instead of the details of the selected event
 * @slot empty - instead of the message that there are no events
 * @slot error - instead of the message that loading failed
 * @slot footer - below everything
 *
 * @csspart heading - the heading above everything
 * @csspart summary - the summary of the report, below the heading
 * @csspart toolbar - the row of controls above the chart
 * @csspart chip - a button that switches a lane on or off
 * @csspart button - every other button
 * @csspart chart - the axis, the lanes and the overview
 * @csspart overview - the whole extent below the lanes, with the visible range on it
 * @csspart details - what is known of the selected event
 * @csspart legend - what the marks mean
 * @csspart card - the small card beside an event under the pointer
 * @csspart list - the list view
 * @csspart table - the table view
 * @csspart issues - the account of what was wrong in the data, and of how the reading went
 *
 * @cssprop {<color>} [--report-timeline-paper=light-dark(#ffffff, #16181c)] - the ground of everything
 * @cssprop {<color>} [--report-timeline-zebra=light-dark(#f6f4f0, #1c1f24)] - the ground of every other day
 * @cssprop {<color>} [--report-timeline-tint=light-dark(#efece6, #262a31)] - the ground of the selected row
 * @cssprop {<color>} [--report-timeline-ink=light-dark(#1b1a18, #ece8e1)] - text
 * @cssprop {<color>} [--report-timeline-ink-2=light-dark(#514e48, #bbb6ac)] - text of notes
 * @cssprop {<color>} [--report-timeline-ink-3=light-dark(#6b675f, #98938a)] - text of placeholders and the like
 * @cssprop {<color>} [--report-timeline-edge=light-dark(#8e897f, #747068)] - edges of controls
 * @cssprop {<color>} [--report-timeline-hairline=light-dark(#dcd8d0, #33373e)] - thin lines, for decoration only
 * @cssprop {<color>} [--report-timeline-focus=light-dark(#0b57d0, #ffffff)] - the ring around what has the focus
 * @cssprop {<color>} [--report-timeline-actor-1=light-dark(#16335f, #a6bcf0)] - marks of the first lane
 * @cssprop {<color>} [--report-timeline-actor-2=light-dark(#9a6a12, #dfa255)] - marks of the second lane
 * @cssprop {<color>} [--report-timeline-actor-3=light-dark(#7c3f8a, #c184cc)] - marks of the third lane
 * @cssprop {<color>} [--report-timeline-actor-4=light-dark(#0a7366, #8ce0cf)] - marks of the fourth lane
 * @cssprop {<color>} [--report-timeline-actor-5=light-dark(#3d7ea6, #6fb3dc)] - marks of the fifth lane
 * @cssprop {<color>} [--report-timeline-actor-6=light-dark(#66721a, #b9c46a)] - marks of the sixth lane
 * @cssprop {<color>} [--report-timeline-actor-7=light-dark(#a34a68, #e393ac)] - marks of the seventh lane; then from the first again
 * @cssprop {<color>} [--report-timeline-actor-unknown=light-dark(#4f4b44, #928f86)] - marks of the lane "not stated"
 * @cssprop {<family-name>#} [--report-timeline-font=system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif] - the face of text
 * @cssprop {<family-name>#} [--report-timeline-font-heading=Charter, "Iowan Old Style", Georgia, "Noto Serif", serif] - the
 *   face of headings and quotations
 * @cssprop {<family-name>#} [--report-timeline-font-arabic="Noto Sans Arabic", "SF Arabic", "Segoe UI", "Geeza Pro", Dubai, Tahoma, system-ui, sans-serif] - the
 *   face of Arabic text
 * @cssprop {<family-name>#} [--report-timeline-font-heading-arabic="Noto Naskh Arabic", "Geeza Pro", "Traditional Arabic", Georgia, serif] - the
 *   face of headings and quotations in Arabic
 * @cssprop {<length>} [--report-timeline-sticky-top=0px] - height of a bar of the page that covers the top of the window
 */
export class ReportTimelineElement extends LitElement {
  /** Of the package, such as "1.2.3". Where two copies meet on a page, the first one defines the element. */
  static readonly version = version;

  static override styles = sheets;

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
    linkState: { attribute: 'link-state' },
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
  declare linkState: string | null;
  declare controls: string | null;
  declare axisDirection: string | null;
  declare theme: string | null;
  declare heading: string | null;
  declare headingLevel: number | string | null;

  #state: TimelineState = initialState;
  #options: Options = resolveOptions(this);
  readonly #chosen = new Chosen();
  #afterUpdate: (() => void)[] = [];
  readonly #warned = new Set<string>();

  /** What every part asks for. */
  readonly #part: PartHost = {
    root: () => this.shadowRoot!,
    state: () => this.#state,
    selectors: () => this.#selectors,
    view: () => this.#view(),
    dispatch: (action, source = 'user') => this.#dispatch(action, source),
    turnTo: (event) => this.#turnTo(event),
    afterUpdate: (act) => this.#then(act),
  };

  readonly #frameBox = (): Element | null => this.renderRoot?.querySelector('.root') ?? null;
  readonly #size = new SizeController(this, this.#frameBox, () => this.requestUpdate());
  readonly #look: LookController = new LookController(this, this.#frameBox);
  #selectors: Selectors = createSelectors(this.#look.measure);
  #measured = this.#look.measure;
  readonly #enlarged: EnlargedController = new EnlargedController(
    this,
    () => this.renderRoot?.querySelector('.probe') ?? null,
    this.#look,
  );

  readonly #data = new DataController({
    onLoading: () => {
      this.requestUpdate();
      this.#sayProgress();
    },
    onProgress: (isSpoken) => {
      this.#paint.progress();
      if (isSpoken) this.#sayProgress();
    },
    preparing: (dataset) => this.#link.preparing(reduce(this.#state, { type: 'load', dataset })),
    onData: (dataset) => this.#onData(dataset),
    onFailure: ({ code, message }) =>
      this.#afterUpdate.push(() => this.dispatchEvent(new TimelineErrorEvent(code, message, 'api'))),
  });

  readonly #source = new SourceController(this, this.#data, this.#chosen);

  readonly #motion = new MotionController({
    ...this.#part,
    isAnimated: () => this.isConnected && this.#size.width > 0 && this.#view() === 'chart' && !document.hidden,
    onRange: (source, isReveal) => {
      this.#announcer.follow(isReveal);
      this.#teller.range(source);
      // In the frame that shows it: then the columns are the new ones.
      requestAnimationFrame(() => {
        this.#chart.readFocus();
        this.#story.arrive();
      });
    },
  });

  readonly #focus = new FocusController({
    ...this.#part,
    motion: this.#motion,
    holdPlace: (target) => this.#chart.holdPlace(target),
    revealLane: (laneIndex) => this.#chart.revealLane(laneIndex),
    close: () => this.#actions.select(null, 'chart'),
    step: (by) => this.#story.step(by),
  });

  readonly #chart = new ChartController({
    domain: () => this.#motion.domain,
    whole: () => this.#selectors.whole(this.#state),
    onDomain: (domain, phase) => this.#motion.onHand(domain, phase),
    onZoomAbout: (factor, x, animated) => this.#motion.zoomAtPixel(factor, x, animated),
    onHover: (over) =>
      this.#dispatch(
        over && 'bin' in over ? { type: 'hover-bin', bin: over.bin } : { type: 'hover', event: over && over.event },
        'user',
      ),
    onBand: (band) => this.#dispatch({ type: 'band', band }, 'user'),
    onFocus: (event) => this.#dispatch({ type: 'focus', event }, 'user'),
    onEvent: (event) => this.#actions.select(event, 'details'),
    ...presses({
      ...this.#part,
      focus: this.#focus,
      motion: this.#motion,
      actions: () => this.#actions,
      hasViews: () => this.#options.controls.has('view'),
    }),
  });

  readonly #paint = new PaintController(this, {
    ...this.#part,
    chart: this.#chart,
    focus: this.#focus,
    look: this.#look,
    motion: this.#motion,
    model: () => this.#viewModel(),
    load: () => this.#data.state,
    actions: () => this.#actions,
  });

  readonly #announcer: Announcer = new Announcer(
    () => this.renderRoot?.querySelector<HTMLElement>('.announcer') ?? null,
    () => spokenStatus(this.#viewModel(), this.#motion.domain),
  );

  readonly #teller: Teller = new Teller({
    ...this.#part,
    announcer: this.#announcer,
    link: () => this.#link,
    range: () => this.range,
    dispatchEvent: (event) => this.dispatchEvent(event),
  });

  readonly #story: StoryController = new StoryController({
    ...this.#part,
    chart: this.#chart,
    focus: this.#focus,
    motion: this.#motion,
    select: (event) => this.#select(this.#state.dataset!.idOf(event), 'user', false),
    say: (text) => this.#announcer.say(text),
  });

  readonly #menu = new MenuController(this, '.menu');
  readonly #help = new HelpController(
    this,
    () => this.#options.controls.has('help') && (this.#state.dataset?.count ?? 0) > 0,
  );
  readonly #exporting: ExportController = new ExportController(this, {
    ...this.#part,
    measure: () => this.#look.measure,
    theme: () => this.#look.theme,
    model: () => this.#viewModel(),
    page: () => this.#link.page,
    say: (text) => this.#announcer.say(text),
  });
  readonly #lostFocus = new LostFocus();
  readonly #table = new TableController(this);
  readonly #facetMenu = new FacetMenuController(this, '.facet-menu');

  readonly #search = new SearchController({
    dataset: () => this.#state.dataset,
    query: () => this.#state.query,
    onGo: (by) => this.#story.toResult(by),
    onAnswer: (query, matches) => this.#dispatch({ type: 'search', query, matches }, 'user'),
  });

  readonly #print = new PrintController(this, () => {
    this.#look.renew();
    // One for what is on paper, and one for what the first one asks for.
    for (let turn = 0; this.isUpdatePending && turn < 3; turn++) this.performUpdate();
  });

  readonly #link = new LinkController(this, {
    ...this.#part,
    pageEvent: () => this.getAttribute('event'),
    ...linkedView({
      ...this.#part,
      chosen: this.#chosen,
      motion: this.#motion,
      search: this.#search,
      story: this.#story,
      teller: this.#teller,
      take: (state) => {
        this.#state = state;
        this.event = state.selected;
        this.requestUpdate();
      },
      standardView: () => this.#standardView(),
    }),
    show: (domain) => (this.#state = reduce(this.#state, { type: 'show', domain, extent: null })),
    onAnswer: (query, matches) => this.#dispatch({ type: 'search', query, matches }, 'api'),
    onCopied: () => this.#announcer.say(this.#selectors.language(this.#state).messages.link.copied),
  });

  readonly #actions: Actions = readerActions({
    ...this.#part,
    announcer: this.#announcer,
    chart: this.#chart,
    chosen: this.#chosen,
    data: this.#data,
    focus: this.#focus,
    link: this.#link,
    menu: this.#menu,
    motion: this.#motion,
    search: this.#search,
    story: this.#story,
    table: this.#table,
    select: (id) => this.#select(id, 'user'),
    load: () => this.#source.load(this.#options),
    readDates: (order) => (this.dateOrder = order),
    render: () => this.requestUpdate(),
  });

  constructor() {
    super();
    new SurroundingsController(this, () => {
      this.#chosen.language = null;
      this.requestUpdate();
    });
  }

  /**
   * The data themselves: an object, a text in any form that is read, or a file (`Blob`), of which nothing leaves the page;
   * go before `src`. They are read once, and again when `format` or `dateOrder` change: what is changed in an object is
   * not seen, and null comes back when nobody else holds it any more.
   */
  get data(): unknown {
    return this.#source.given.value;
  }

  set data(value: unknown) {
    // What is gone was something all the same: null takes it away.
    const { given } = this.#source;
    const old = given.value ?? given.isGiven;
    if ((value ?? false) === old) return;
    given.value = value;
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

  /** Shows everything that has a date. */
  fit(): void {
    this.#motion.fit('api');
  }

  /**
   * Shows a range.
   *
   * @param from - the start: EDTF or ISO 8601 text, a `Date`, or milliseconds since 1970
   * @param to - the end in the same forms; the day, month or year that a text names is included
   * @throws RangeError when one of them is no time, or the end is not after the start
   */
  zoomTo(from: Date | string | number, to: Date | string | number): void {
    this.#motion.moveTo(rangeOf(from, to), 'api');
  }

  /**
   * Selects an event, as the attribute `event` does, and brings it into view.
   *
   * @param id - its id; null for none
   */
  select(id: string | null): void {
    this.event = id;
  }

  /**
   * The chart as it is now, or everything that has a date, as the text of an SVG file of its own. Throws a RangeError or a
   * TypeError for options that are none.
   *
   * @param options - area, width, scale
   */
  toSVG(options?: PictureOptions): string {
    return this.#exporting.svg(options);
  }

  /**
   * The same as a PNG, `width * scale` pixels wide. Rejects as `toSVG()` throws, and with a RangeError where the browser
   * makes no picture that large.
   *
   * @param options - area, width, scale; or the scale alone, which is 2 by default
   */
  toPNG(options?: PictureOptions | number): Promise<Blob> {
    return this.#exporting.png(options);
  }

  /**
   * How to cite the timeline, with what the data say of their source. Throws a TypeError for another style.
   *
   * @param style - `text` (default), `bibtex`, `csl-json`
   */
  cite(style?: CitationStyle): string {
    return this.#exporting.cite(style);
  }

  /** The address of the page, with what is shown in its fragment where `link-state` is set. */
  toLink(): string {
    return this.#link.address;
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
    this.#chosen.language = null;
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#motion.stop();
    this.#search.stop();
    this.#announcer.stop();
    this.#chart.release();
    // A move in the document is not a farewell: only when the element stays away is a load in progress given up.
    queueMicrotask(() => {
      if (!this.isConnected) this.#data.abort();
    });
  }

  adoptedCallback(): void {
    if (this.shadowRoot) adoptStyles(this.shadowRoot);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#data.isGivenUp) this.#source.load(this.#options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (this.#measured !== this.#look.measure) {
      this.#measured = this.#look.measure;
      this.#selectors = createSelectors(this.#measured);
    }
    this.#source.forgetAnswer(changed);
    this.#options = resolveOptions(this, this.getAttribute('lang'), this.getAttribute('dir'));
    if (changed.has('view')) this.#chosen.view = null;
    this.#link.follow(this.linkState);
    this.#source.follow(changed, this.#options);
    this.#configure();
    this.#link.bringIntoView();
    this.#warn();
    if (changed.has('event') && (this.event ?? null) !== this.#state.selected) this.#select(this.event ?? null, 'api');
    this.#lostFocus.note(this.shadowRoot);
    const focused = this.#lostFocus.event;
    if (focused !== null && this.#view() === 'list' && this.renderRoot.querySelector('.chart')) this.#turnTo(focused);
  }

  /**
   * The first render makes only the frame that colours and fonts are read from: with everything in it, reading them
   * would lay out all of it, and then again. The second follows before anything is painted.
   */
  protected override render(): TemplateResult {
    const model = this.#viewModel();
    return html`<i class="scheme" aria-hidden="true"></i>${aboveFallbackTemplate(model)}
      <section
        class=${`root ${model.isFallback ? 'waiting ' : ''}${model.isNarrow ? 'narrow' : this.#selectors.shape(this.#state)}${this.#look.isFramed ? ' framed' : ''}${this.#print.isPrinting ? ' printing' : ''}`}
        data-scheme=${this.#print.isPrinting ? 'light' : resolveScheme(this, this.#options.theme)}
        lang=${model.language.locale}
        dir=${model.dir}
        aria-label=${titleText(model)}
        @keydown=${this.#help.onKey}
      >
        <p class="unseen announcer" role="status"></p>
        <i class="probe" aria-hidden="true">${probeText}</i>
        ${this.hasUpdated ? contentTemplate(model, this.#actions, this.#focus.onKey) : nothing}
      </section>
      ${fallbackTemplate(model, this.#onSlotted)}`;
  }

  readonly #onSlotted = (): void => this.requestUpdate();

  protected override firstUpdated(): void {
    this.requestUpdate();
  }

  protected override updated(): void {
    // An element that has left the page before it was drawn holds on to nothing there.
    this.#chart.follow(this.isConnected ? this.renderRoot.querySelector<HTMLElement>('.chart') : null);
    this.#paint.picture();
    this.#table.paint(this.renderRoot, this.#viewModel(), this.#actions);
    this.#paint.progress();
    if (this.isUpdatePending) return;
    this.#afterUpdate.splice(0).forEach((act) => act());
    if (!this.isUpdatePending) this.#lostFocus.restore(this.shadowRoot!);
    if (this.#data.state.kind === 'ready' || this.#data.state.kind === 'failed') this.#data.settle();
  }

  // ── State ──────────────────────────────────────────────────────────────────────────────────────────────────────────

  #onData(dataset: Dataset | null): void {
    this.#source.release(this.#options);
    this.#motion.stop();
    this.#state = reduce(this.#state, { type: 'load', dataset });
    this.#state = reduce(this.#state, { type: 'select', id: this.event ?? null });
    this.#focus.forget();
    this.#search.forget();
    this.#menu.close();
    this.#facetMenu.close();
    this.#exporting.close();
    this.#chosen.listStart = 0;
    this.requestUpdate();
    this.#afterUpdate.push(() =>
      this.#announcer.arrive(
        dataset && loadedWords(dataset, this.#chosen.dateOrder, this.#selectors.language(this.#state)),
      ),
    );
    if (!dataset) return;
    // What the page says is in the state before what the link says: it would take it back.
    this.#configure();
    this.#link.arrive();
    this.#afterUpdate.push(() => {
      this.dispatchEvent(new TimelineLoadEvent(dataset.count, this.issues, this.account, 'api'));
    });
  }

  /** Renders, and then does this. */
  #then(act: () => void): void {
    this.#afterUpdate.push(act);
    this.requestUpdate();
  }

  /** Brings what the page says into the state; runs before each render. */
  #configure(): void {
    const { axisDirection, groupBy, from, to, actors } = this.#options;
    const locale = resolveLocale(this, this.#chosen.language, this.#data.reading.dataset);
    const dir = resolveDirection(this, this.#chosen.language, locale);
    const mirrored = (axisDirection === 'auto' ? dir : axisDirection) === 'rtl';
    const wantedLanes = sameList(actors, this.#state.wantedLanes);
    // Fonts and colours are known once the stylesheet applies to something: the first render makes that, the second draws.
    const width = this.hasUpdated ? chartWidth(this.#size.width, this.#look.isFramed, this.#isBeside()) : 0;
    const { enlarged } = this.#enlarged;
    const now = this.#state.now || Date.now();
    if (from !== this.#state.from || to !== this.#state.to) this.#motion.stop();
    const options = { locale, dir, mirrored, groupBy, wantedLanes, from, to, width, enlarged, now };
    this.#state = reduce(this.#state, { type: 'configure', options });
  }

  #isBeside(): boolean {
    return isBeside(this.#size.width, this.#options, this.#state.dataset);
  }

  #view(): View {
    return this.#chosen.view ?? this.#standardView();
  }

  #standardView(): View {
    const hasAxis = this.#state.dataset === null || this.#selectors.extent(this.#state) !== null;
    return standardView(this.#size.width, this.#options, hasAxis);
  }

  /** Moves and hovers only repaint; everything else is a matter of the template too. */
  #dispatch(action: Action, source: EventSource): void {
    const before = this.#state;
    this.#state = reduce(before, action);
    if (this.#state === before) return;
    if (source === 'api') this.#chart.letGo();
    if (['show', 'hover', 'hover-bin', 'focus'].includes(action.type)) this.#paint.request();
    else this.requestUpdate();
    this.#teller.changed(before, source);
  }

  /** @param isRevealed false where whoever selects sees to it that the event comes into view */
  #select(id: string | null, source: EventSource, isRevealed = true): void {
    const before = this.#state;
    this.#state = reduce(before, { type: 'select', id });
    if (this.#state === before) return;
    if (source === 'user') this.event = id;
    this.requestUpdate();
    const index = this.#selectors.selected(this.#state);
    if (index !== null && index !== this.#selectors.selected(before)) {
      // Elsewhere the range is what the reader asked for: the event that is opened there lies in it.
      if (this.#view() === 'chart' && isRevealed) this.#motion.reveal(index, source);
      if (this.#view() === 'list') this.#turnTo(index);
    }
    this.#teller.changed(before, source);
  }

  /** To the list's page with an event; one whose lane is off is on no page. */
  #turnTo(event: number): void {
    const at = Math.max(0, this.#selectors.listedOrder(this.#state).indexOf(event));
    this.#chosen.listStart = Math.floor(at / listPage) * listPage;
  }

  #sayProgress(): void {
    this.#announcer.await(progressSentence(this.#data.state, this.#selectors.language(this.#state)));
  }

  // ── For the templates ──────────────────────────────────────────────────────────────────────────────────────────────

  #viewModel(): ViewModel {
    const view = this.#view();
    return createViewModel(this.#state, this.#selectors, this.#options, {
      load: this.#data.state,
      isFallback: isAwaited({ dataset: this.#state.dataset, load: this.#data.state }) && hasFallback(this),
      issues: () => this.issues,
      account: this.account,
      dateAnswer: this.#chosen.dateOrder,
      issuesOpen: this.#chosen.issuesOpen,
      heading: this.heading || (this.#state.dataset?.title ? null : this.#data.fileName),
      view,
      detailsPlace: view === 'list' ? 'inline' : this.#isBeside() ? 'beside' : 'below',
      menu: this.#menu,
      help: this.#help,
      exporting: this.#exporting,
      table: this.#table,
      facetMenu: this.#facetMenu,
      isNarrow: isNarrow(this.#size.width),
      searchText: this.#search.text,
      focusedLane: this.#focus.laneIndex,
      listStart: this.#chosen.listStart,
      storyOrder: this.#story.order,
      link: this.#link.model,
      paper: this.#print.paper(this.#state, this.#selectors, this.#measured, this.#size.width, innerWidth),
    });
  }

  #attributeIssues(): readonly Issue[] {
    const { issues, actors } = this.#options;
    const lanes = this.#selectors.allLanes(this.#state);
    return [
      ...issues,
      ...this.#source.issues(this.#options),
      ...unknownLanes(actors, lanes),
      ...unknownEvent(this.event, this.#state.dataset),
      ...this.#link.issues,
    ];
  }

  /** Of each issue once. */
  #warn(): void {
    for (const { message } of this.#attributeIssues()) {
      if (!this.#warned.has(message)) console.warn(`<report-timeline>: ${message}`);
      this.#warned.add(message);
    }
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
