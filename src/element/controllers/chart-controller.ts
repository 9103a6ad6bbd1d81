import { render } from 'lit';
import { sizes } from '../../core/layout/sizes.js';
import type { MeasureText } from '../../core/layout/type-scale.js';
import { createAxisWords } from '../../core/scene/axis-words.js';
import { drawAxis } from '../../core/scene/draw-axis.js';
import { drawOverview, overviewHeight } from '../../core/scene/draw-overview.js';
import { drawScene } from '../../core/scene/draw-scene.js';
import { fill } from '../../core/scene/language.js';
import { hitTest, type Hit } from '../../core/scene/hit-test.js';
import { hitsNear, leastTarget } from '../../core/scene/hits-near.js';
import { shiftPen } from '../../core/scene/pen.js';
import type { Scene, SceneColumn } from '../../core/scene/scene.js';
import { sceneBand } from '../../core/scene/scene-band.js';
import type { HoveredBin, StateBand } from '../../core/state/timeline-state.js';
import type { CssPixels } from '../../core/util/units.js';
import type { Domain } from '../../core/viewport/domain.js';
import { createTimeScale, type TimeScale } from '../../core/viewport/time-scale.js';
import { attachGestures } from '../../view/gestures.js';
import { attachBrush, type OverviewBrush } from '../../view/overview-brush.js';
import { createSurface, type Surface } from '../../view/surface.js';
import type { Theme } from '../../view/theme.js';
import { cardTemplate } from '../templates/card.js';
import { chooserTemplate } from '../templates/chooser.js';
import type { ViewModel } from '../view-model.js';
import { ChooserController } from './chooser-controller.js';
import { GridCells, positionOf, type CellsHost, type CellsModel } from './grid-cells.js';
import { HeldPlace, scaleOf, scrollerOf } from './held-place.js';
import { revealMark } from './reveal-mark.js';
import { treesAround } from './trees-around.js';
import { bandInWindow, visibleBand } from './visible-band.js';

/** What the chart asks of the element that it stands in. */
export interface ChartHost extends CellsHost {
  domain(): Domain | null;
  whole(): Domain | null;
  onDomain(domain: Domain, phase: 'start' | 'move' | 'end'): void;
  onZoomAbout(factor: number, x: CssPixels, animated: boolean): void;
  onHit(hit: Hit | null): void;
  /** An event or a column of counts, or nothing. */
  onHover(over: { readonly event: number } | { readonly bin: HoveredBin } | null): void;
  onBand(band: StateBand | null): void;
  /** An event has the keyboard's focus; null: none has it any more. */
  onFocus(event: number | null): void;
}

/** One frame's worth of everything. */
export interface ChartFrame extends CellsModel {
  readonly model: ViewModel;
  readonly theme: Theme;
  readonly measure: MeasureText;
  readonly extent: Domain | null;
}

const hintMs = 1600;
const leaveMs = 180;

const binOf = (laneIndex: number, { start, end }: SceneColumn): HoveredBin => ({ start, end, laneIndex });

/** A place in the window as one in a box, in the box's own pixels. */
function pointIn(box: HTMLElement, { clientX, clientY }: MouseEvent): [x: CssPixels, y: CssPixels] {
  const { left, top } = box.getBoundingClientRect();
  const scale = scaleOf(box);
  return [(clientX - left) / scale, (clientY - top) / scale];
}

const isOneYear = ([start, end]: Domain): boolean =>
  new Date(start).getUTCFullYear() === new Date(end - 1).getUTCFullYear();

/** Owns the surfaces, gestures and brush of one chart, from the moment its elements exist until they are gone. */
export class ChartController {
  readonly #host: ChartHost;
  readonly #cells: GridCells;
  #root: HTMLElement | null = null;
  #surface: Surface | null = null;
  #axis: Surface | null = null;
  #overview: Surface | null = null;
  #overviewRoot: Element | null = null;
  #brush: OverviewBrush | null = null;
  #detach: (() => void) | null = null;
  #scene: Scene | null = null;
  /** Of the last frame. */
  #model: ViewModel | null = null;
  readonly #chooser = new ChooserController();
  readonly #place = new HeldPlace();
  /** Where the pointer was last, down the window; null while keys are used. */
  #pointerY: CssPixels | null = null;
  /** A hand moves the view: a wheel, a drag, a pinch, the brush. */
  #isInHand = false;
  /** A frame of which only what is in the window was painted, and whose cells are still those of an earlier one. */
  #frameToTell: ChartFrame | null = null;
  #leaveTimer = 0;
  #hintTimer = 0;

  constructor(host: ChartHost) {
    this.#host = host;
    this.#cells = new GridCells(host);
  }

  /** Follows the template: attaches to a new chart, lets go of one that is gone. */
  follow(root: HTMLElement | null): void {
    if (root !== this.#root) {
      this.#release();
      this.#root = root;
      if (root) this.#attach(root);
    }
    const overview = root?.querySelector('.overview') ?? null;
    if (overview !== this.#overviewRoot) this.#attachOverview(overview);
  }

  release(): void {
    this.follow(null);
  }

  paint(frame: ChartFrame): void {
    const { model, scene, theme, measure } = frame;
    const { language } = model;
    const root = this.#root;
    if (!root || scene.width <= 0) return;
    // What was pressed is no longer where it was.
    if (scene.scale?.domain !== this.#scene?.scale?.domain || scene.lanes !== this.#scene?.lanes) this.#chooser.close();
    this.#scene = scene;
    this.#model = model;
    const signs = { question: language.messages.questionMark, lang: language.lang, dir: language.dir };
    const words = createAxisWords(language, measure);
    const ratio = devicePixelRatio;

    const lanes = root.querySelector('.lanes')!;
    this.#place.keep(scene.lanes, lanes);
    // Of a chart that is not as tall as was thought all is painted; of one that is tall never more than a stretch.
    const isStretch = model.band !== null && scene.height > model.band.height;
    const stretch = isStretch ? model.band : visibleBand(lanes, scene.height);
    const whole = { top: 0, height: scene.height };
    const band = this.#isInHand ? bandInWindow(lanes, scene.height) : (stretch ?? whole);
    this.#surface!.resize(scene.width, Math.max(1, band.height), ratio);
    root.querySelector<HTMLElement>('.surface')!.style.transform = `translateY(${band.top}px)`;
    this.#surface!.paint((pen) => drawScene(sceneBand(scene, band), shiftPen(pen, 0, -band.top), signs), theme);
    // The arrow at the axis' end hangs over the first lane.
    this.#axis!.resize(scene.width, sizes.axis + 4, ratio);
    this.#axis!.paint((pen) => drawAxis(scene, pen, words), theme);
    this.#paintOverview(frame, ratio);

    this.#frameToTell = frame;
    // Nobody reads the cells under a moving hand, and to name and place them takes longer than to paint; a focus stays on its mark.
    if (!this.#isInHand || this.#focusedCell()) this.#tellCells(root);
    render(cardTemplate(scene, model), root.querySelector<HTMLElement>('.card-place')!);
    this.#followScroll();
  }

  #tellCells(root: HTMLElement): void {
    const frame = this.#frameToTell;
    if (!frame) return;
    this.#frameToTell = null;
    const rows = [...root.querySelectorAll<HTMLElement>('[data-lane]')];
    this.#cells.update(new Map(rows.map((row) => [Number(row.dataset['lane']), row])), frame);
  }

  #focusedCell(): Element | null {
    const focused = (this.#root?.getRootNode() as ShadowRoot | undefined)?.activeElement;
    return focused?.matches('.cell') ? focused : null;
  }

  /** Hears every phase of a gesture before anybody else. */
  #followHand(phase: 'start' | 'move' | 'end'): void {
    this.#isInHand = phase !== 'end';
    if (phase === 'end' && this.#frameToTell) this.paint(this.#frameToTell);
  }

  #paintOverview({ model, scene, theme, measure, extent }: ChartFrame, ratio: number): void {
    const { language, dataset, shown } = model;
    const whole = this.#host.whole();
    const domain = this.#host.domain();
    if (!this.#overview || !this.#brush || !whole || !domain) return;
    const scale = this.#overviewScale(whole, scene);
    const brush = [Math.max(0, scale(domain[0])), Math.min(scale.width, scale(domain[1]))] as const;
    this.#overview.resize(scene.width, overviewHeight, ratio);
    const lanes = scene.lanes.map(({ lane }) => lane);
    const words = createAxisWords(language, measure);
    this.#overview.paint(
      (pen) => drawOverview({ dataset: dataset!, lanes, plot: scene.plot, scale, brush, words, shown }, pen),
      theme,
    );

    const { left, width, mirrored } = scene.plot;
    const selection: [number, number] = mirrored ? [width - brush[1], width - brush[0]] : [brush[0], brush[1]];
    const svg = this.#overviewRoot!.querySelector('svg')!;
    svg.style.left = `${left}px`;
    this.#brush.update({
      width,
      height: sizes.overview,
      selection: [selection[0], Math.max(selection[0] + 2, selection[1])],
    });
    const label = this.#overviewRoot!.querySelector<HTMLElement>('.overview-label')!;
    label.style.width = `${scene.width - width - 24}px`;
    const { allDates, fromDate } = language.messages.axis;
    const from = extent ? language.dates.format(extent[0], isOneYear(extent) ? 'day-month' : 'full') : '';
    const text = scene.shape === 'wide' ? `${allDates}\n${fill(fromDate, { date: from })}` : '';
    if (label.textContent !== text) label.textContent = text;
  }

  #overviewScale(whole: Domain, { plot }: Scene): TimeScale {
    return createTimeScale(whole, plot.width);
  }

  #attach(root: HTMLElement): void {
    this.#surface = createSurface(root.querySelector<HTMLCanvasElement>('.surface')!);
    this.#axis = createSurface(root.querySelector<HTMLCanvasElement>('.axis-surface')!);
    const lanes = root.querySelector<HTMLElement>('.lanes')!;
    const abort = new AbortController();
    const { signal } = abort;
    // Hands are in pixels of the window, all else here in those of the chart.
    const gestures = attachGestures(lanes, {
      plot: () => {
        const { left, width, mirrored } = this.#scene?.plot ?? { left: 0, width: 1, mirrored: false };
        const scale = scaleOf(lanes);
        return { left: left * scale, width: width * scale, mirrored };
      },
      domain: () => this.#host.domain() ?? [0, 1],
      onDomain: (domain, phase) => {
        this.#followHand(phase);
        if (!this.#host.domain()) return;
        lanes.classList.toggle('dragging', phase === 'move');
        this.#host.onHover(null);
        if (phase === 'move') this.holdPlace();
        this.#host.onDomain(domain, phase);
      },
      onZoomAbout: (factor, x, animated) => {
        this.holdPlace();
        this.#host.onZoomAbout(factor, x / scaleOf(lanes), animated);
      },
      onPlainWheel: () => this.#showHint(root),
    });
    let isFine = true;
    const pointed = (pointer: MouseEvent): Hit | null => {
      return this.#scene && hitTest(this.#scene, ...pointIn(lanes, pointer));
    };
    lanes.addEventListener(
      'click',
      (domEvent) => {
        if ((domEvent.target as Element).closest('.card, .cell, .lane-head')) return;
        this.#pointerY = domEvent.clientY;
        this.#press(root, lanes, domEvent, isFine);
      },
      { signal },
    );
    lanes.addEventListener(
      'pointermove',
      (domEvent) => {
        if (domEvent.pointerType === 'touch' || domEvent.buttons !== 0) return;
        if ((domEvent.target as Element).closest('.card')) return clearTimeout(this.#leaveTimer);
        const hit = pointed(domEvent);
        lanes.classList.toggle('over', hit !== null);
        if (hit?.kind !== 'event' && hit?.kind !== 'bin') return this.#leave();
        clearTimeout(this.#leaveTimer);
        this.#host.onHover(hit.kind === 'event' ? hit : { bin: binOf(hit.laneIndex, hit.column) });
      },
      { signal },
    );
    lanes.addEventListener('pointerleave', () => this.#leave(), { signal });
    const early = { signal, capture: true, passive: true } as const;
    for (const type of ['pointerdown', 'pointermove', 'wheel'] as const) {
      lanes.addEventListener(type, ({ clientY }) => (this.#pointerY = clientY), early);
    }
    lanes.addEventListener('pointerdown', ({ pointerType }) => (isFine = pointerType === 'mouse'), early);
    lanes.addEventListener('keydown', () => (this.#pointerY = null), early);
    // What the pointer reads by hovering, keys read by going there.
    const onFocus = (isLost: boolean): void => {
      const event = isLost ? null : (this.#focusedCell()?.getAttribute('data-event') ?? null);
      this.#host.onFocus(event === null ? null : Number(event));
      if (isLost) this.#host.onHover(null);
      else this.readFocus();
    };
    lanes.addEventListener('focusin', () => onFocus(false), { signal });
    lanes.addEventListener('focusout', () => onFocus(true), { signal });
    // Whatever scrolls around the chart; only a chart too tall to be painted at once has to follow.
    for (const tree of treesAround(lanes)) tree.addEventListener('scroll', () => this.#followScroll(), early);
    // It may also be moved without scrolling, or scroll where nobody hears it: then the edge of what is painted comes into view.
    const edges = new IntersectionObserver(() => this.#followScroll(), { threshold: [0, 0.2, 0.4, 0.6, 0.8, 1] });
    edges.observe(root.querySelector('.surface')!);
    this.#detach = () => {
      gestures();
      abort.abort();
      edges.disconnect();
    };
  }

  /** A finger covers more than one thing, and things may lie on each other: then the reader is asked which one is meant. */
  #press(root: HTMLElement, lanes: HTMLElement, press: MouseEvent, isFine: boolean): void {
    const [scene, model] = [this.#scene, this.#model];
    if (!scene || !model) return;
    const isCoarse = !isFine || matchMedia('(pointer: coarse)').matches;
    const hits = hitsNear(scene, ...pointIn(lanes, press), isCoarse ? leastTarget : 0);
    const choose = (hit: Hit | null): void => {
      this.#chooser.close();
      if (hit?.kind === 'bin') this.holdPlace();
      this.#host.onHit(hit);
    };
    if (hits.length < 2) return choose(hits[0] ?? null);
    const [x, y] = pointIn(root, press);
    const { offsetWidth: width, offsetHeight: height } = root;
    const place = { x, y, width, height, isAbove: press.clientY > innerHeight / 2 };
    const panel = chooserTemplate(hits, model, scene, place, choose);
    const active = (root.getRootNode() as ShadowRoot).activeElement ?? root.querySelector('.cell[tabindex="0"]');
    this.#chooser.open(root.querySelector<HTMLElement>('.chooser-place')!, panel, active as HTMLElement | null);
  }

  /** Asks for another stretch of a tall chart where the window has come near its end. */
  #followScroll(): void {
    if (this.#scene) this.expect(this.#scene.height);
  }

  /** Asks for the stretch in the window of a chart of that height. */
  expect(height: CssPixels): void {
    const lanes = this.#root?.querySelector('.lanes');
    if (lanes) this.#host.onBand(visibleBand(lanes, height));
  }

  /** A zoom begins: what is under the pointer, or has the focus, stays at its place in the window. */
  holdPlace(target?: Element): void {
    const lanes = this.#root?.querySelector('.lanes');
    if (!lanes || !this.#scene) return;
    const box = target?.getBoundingClientRect();
    const y = box ? box.top + box.height / 2 : this.#pointerY;
    if (y !== null) this.#place.hold(this.#scene.lanes, lanes, y);
  }

  /** The page has moved the view: where it scrolls is its matter too. */
  letGo(): void {
    this.#place.release();
  }

  /** Scrolls to a lane that is out of the window, so that it is made and can take the focus. */
  revealLane(laneIndex: number): void {
    const lanes = this.#root?.querySelector('.lanes');
    const lane = this.#scene?.lanes[laneIndex];
    if (!lanes || !lane) return;
    const top = lanes.getBoundingClientRect().top + lane.top * scaleOf(lanes);
    if (top >= 0 && top < innerHeight) return;
    // All of it is made: what takes the focus scrolls as little as it needs.
    const band = this.#scene?.band;
    if (!band || (lane.top >= band.top && lane.top + lane.height <= band.top + band.height)) return;
    scrollerOf(lanes).scrollBy({ top: top - innerHeight / 3, behavior: 'instant' });
    this.#followScroll();
  }

  /** Scrolls until an event's mark is in the window. */
  revealMark(event: number): void {
    if (!this.#root || !this.#scene) return;
    revealMark(this.#root, this.#scene, event);
    this.#followScroll();
  }

  /** A column that a key has gone to is read out as if the pointer were there. */
  readFocus(): void {
    const cell = this.#focusedCell();
    if (this.#pointerY !== null || !cell?.matches('[data-bin]')) return;
    const { laneIndex, bin } = positionOf(cell);
    const columns = this.#scene?.densities.find((density) => density.laneIndex === laneIndex)?.columns ?? [];
    const column = columns.find(({ start }) => start === bin);
    if (column) this.#host.onHover({ bin: binOf(laneIndex, column) });
  }

  /** The card stays for a moment, so that the pointer can reach it. */
  #leave(): void {
    clearTimeout(this.#leaveTimer);
    this.#leaveTimer = window.setTimeout(() => this.#host.onHover(null), leaveMs);
  }

  #showHint(root: HTMLElement): void {
    const hint = root.querySelector<HTMLElement>('.hint-wheel')!;
    hint.hidden = false;
    clearTimeout(this.#hintTimer);
    this.#hintTimer = window.setTimeout(() => (hint.hidden = true), hintMs);
  }

  #attachOverview(overview: Element | null): void {
    this.#brush?.detach();
    this.#brush = null;
    this.#overview = null;
    this.#overviewRoot = overview;
    if (!overview) return;
    this.#overview = createSurface(overview.querySelector<HTMLCanvasElement>('canvas')!);
    this.#brush = attachBrush(overview.querySelector<SVGSVGElement>('svg')!, {
      onBrush: ([from, to], phase) => {
        this.#followHand(phase);
        const whole = this.#host.whole();
        if (!whole || !this.#scene) return;
        const { plot } = this.#scene;
        const scale = this.#overviewScale(whole, this.#scene);
        const [x0, x1] = plot.mirrored ? [plot.width - to, plot.width - from] : [from, to];
        this.#host.onDomain([scale.invert(x0), scale.invert(x1)], phase);
      },
    });
  }

  #release(): void {
    clearTimeout(this.#leaveTimer);
    clearTimeout(this.#hintTimer);
    if (this.#detach) {
      this.#host.onHover(null);
      this.#host.onFocus(null);
    }
    this.#chooser.close();
    this.#detach?.();
    this.#detach = null;
    this.#attachOverview(null);
    this.#surface = null;
    this.#axis = null;
    this.#scene = null;
    this.#model = null;
    this.#frameToTell = null;
    this.#isInHand = false;
    this.#root = null;
  }
}
