import { render } from 'lit';
import { sizes } from '../../core/layout/sizes.js';
import type { MeasureText } from '../../core/layout/type-scale.js';
import { createAxisWords } from '../../core/scene/axis-words.js';
import { drawAxis } from '../../core/scene/draw-axis.js';
import { drawOverview, overviewHeight } from '../../core/scene/draw-overview.js';
import { drawScene } from '../../core/scene/draw-scene.js';
import { fill } from '../../core/scene/language.js';
import { hitTest, type Hit } from '../../core/scene/hit-test.js';
import { shiftPen } from '../../core/scene/pen.js';
import type { Scene } from '../../core/scene/scene.js';
import { sceneBand, type Band } from '../../core/scene/scene-band.js';
import type { CssPixels } from '../../core/util/units.js';
import type { Domain } from '../../core/viewport/domain.js';
import { createTimeScale, type TimeScale } from '../../core/viewport/time-scale.js';
import { attachGestures } from '../../view/gestures.js';
import { attachBrush, type OverviewBrush } from '../../view/overview-brush.js';
import { createSurface, type Surface } from '../../view/surface.js';
import type { Theme } from '../../view/theme.js';
import { cardTemplate } from '../templates/card.js';
import type { ViewModel } from '../view-model.js';
import { GridCells, type CellsModel } from './grid-cells.js';

/** What the chart asks of the element that it stands in. */
export interface ChartHost {
  domain(): Domain | null;
  whole(): Domain | null;
  onDomain(domain: Domain, phase: 'start' | 'move' | 'end'): void;
  onZoomAbout(factor: number, x: CssPixels, animated: boolean): void;
  onHit(hit: Hit | null): void;
  onHover(event: number | null): void;
  onSelect(event: number): void;
}

/** One frame's worth of everything. */
export interface ChartFrame extends ViewModel, Omit<CellsModel, 'scene'> {
  readonly scene: Scene;
  readonly theme: Theme;
  readonly measure: MeasureText;
  readonly extent: Domain | null;
}

const hintMs = 1600;
const leaveMs = 180;

/** A chart up to this height is painted whole, and scrolls without being painted again. */
const tallest: CssPixels = 3000;

/** The stretch of a tall chart to paint: what is in the window, and a window's height above and below. */
function visibleBand(lanes: Element, height: CssPixels): Band {
  if (height <= tallest) return { top: 0, height };
  const bandHeight = Math.min(height, innerHeight * 3);
  const top = -lanes.getBoundingClientRect().top - innerHeight;
  return { top: Math.round(Math.min(Math.max(0, top), height - bandHeight)), height: bandHeight };
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
  #frame: ChartFrame | null = null;
  #band: Band = { top: 0, height: 0 };
  #leaveTimer = 0;
  #hintTimer = 0;

  constructor(host: ChartHost) {
    this.#host = host;
    this.#cells = new GridCells((event) => host.onSelect(event));
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
    const { scene, theme, language, measure } = frame;
    const root = this.#root;
    if (!root || scene.width <= 0) return;
    this.#scene = scene;
    const signs = { question: language.messages.questionMark, lang: language.lang, dir: language.dir };
    const words = createAxisWords(language, measure);
    const ratio = devicePixelRatio;

    const band = visibleBand(root.querySelector('.lanes')!, scene.height);
    this.#band = band;
    this.#frame = frame;
    this.#surface!.resize(scene.width, Math.max(1, band.height), ratio);
    root.querySelector<HTMLElement>('.surface')!.style.transform = `translateY(${band.top}px)`;
    this.#surface!.paint((pen) => drawScene(sceneBand(scene, band), shiftPen(pen, 0, -band.top), signs), theme);
    this.#axis!.resize(scene.width, sizes.axis, ratio);
    this.#axis!.paint((pen) => drawAxis(scene, pen, words), theme);
    this.#paintOverview(frame, ratio);

    this.#cells.update([...root.querySelectorAll('.cells')], frame);
    const hovered = scene.names.find(({ event }) => event === scene.hovered);
    render(cardTemplate(hovered, frame), root.querySelector<HTMLElement>('.card-place')!);
  }

  #paintOverview({ scene, theme, language, measure, dataset, extent }: ChartFrame, ratio: number): void {
    const whole = this.#host.whole();
    const domain = this.#host.domain();
    if (!this.#overview || !this.#brush || !whole || !domain) return;
    const scale = this.#overviewScale(whole, scene);
    const brush = [Math.max(0, scale(domain[0])), Math.min(scale.width, scale(domain[1]))] as const;
    this.#overview.resize(scene.width, overviewHeight, ratio);
    const lanes = scene.lanes.map(({ lane }) => lane);
    const words = createAxisWords(language, measure);
    this.#overview.paint(
      (pen) => drawOverview({ dataset: dataset!, lanes, plot: scene.plot, scale, brush, words }, pen),
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
    const label = this.#overviewRoot!.querySelector('.overview-label')!;
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
    const gestures = attachGestures(lanes, {
      plot: () => this.#scene?.plot ?? { left: 0, width: 1, mirrored: false },
      domain: () => this.#host.domain() ?? [0, 1],
      onDomain: (domain, phase) => {
        if (!this.#host.domain()) return;
        lanes.classList.toggle('dragging', phase === 'move');
        this.#host.onHover(null);
        this.#host.onDomain(domain, phase);
      },
      onZoomAbout: (factor, x, animated) => this.#host.onZoomAbout(factor, x, animated),
      onPlainWheel: () => this.#showHint(root),
    });
    const pointed = (pointer: MouseEvent): Hit | null => {
      const box = lanes.getBoundingClientRect();
      return this.#scene && hitTest(this.#scene, pointer.clientX - box.left, pointer.clientY - box.top);
    };
    lanes.addEventListener(
      'click',
      (domEvent) => {
        if ((domEvent.target as Element).closest('.card, .cell')) return;
        this.#host.onHit(pointed(domEvent));
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
        if (hit?.kind === 'event') {
          clearTimeout(this.#leaveTimer);
          this.#host.onHover(hit.event);
        } else this.#leave();
      },
      { signal },
    );
    lanes.addEventListener('pointerleave', () => this.#leave(), { signal });
    // Whatever scrolls around the chart; only a chart too tall to be painted at once has to follow.
    const options = { signal, capture: true, passive: true } as const;
    document.addEventListener('scroll', () => this.#onScroll(lanes), options);
    this.#detach = () => {
      gestures();
      abort.abort();
    };
  }

  #onScroll(lanes: HTMLElement): void {
    if (!this.#frame || !this.#scene || this.#scene.height <= tallest) return;
    const { top } = visibleBand(lanes, this.#scene.height);
    if (Math.abs(top - this.#band.top) > innerHeight / 2) this.paint(this.#frame);
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
    if (this.#detach) this.#host.onHover(null);
    this.#detach?.();
    this.#detach = null;
    this.#attachOverview(null);
    this.#surface = null;
    this.#axis = null;
    this.#scene = null;
    this.#frame = null;
    this.#root = null;
  }
}
