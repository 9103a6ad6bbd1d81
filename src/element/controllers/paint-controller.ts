import { render, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Scene } from '../../core/scene/scene.js';
import { cellWords } from '../cell-words.js';
import { progressTemplate } from '../templates/states.js';
import { statusTemplate } from '../templates/status.js';
import type { Actions, LoadState, ViewModel } from '../view-model.js';
import type { ChartController } from './chart-controller.js';
import type { FocusController } from './focus-controller.js';
import type { LookController } from './look-controller.js';
import type { MotionController } from './motion-controller.js';
import type { PartHost } from './part-host.js';

export interface PaintHost extends PartHost {
  readonly chart: ChartController;
  readonly focus: FocusController;
  readonly look: LookController;
  readonly motion: MotionController;
  model(): ViewModel;
  load(): LoadState;
  actions(): Actions;
}

/**
 * What changes without a render: the picture and its cells, the line of status, and how far a load is. At most once a
 * frame.
 */
export class PaintController implements ReactiveController {
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #host: PaintHost;
  #frame = 0;
  /** The arrangement of lanes that the template last gave room for. */
  #arranged: Scene['lanes'] | null = null;

  constructor(element: ReactiveControllerHost & HTMLElement, host: PaintHost) {
    this.#element = element;
    this.#host = host;
    element.addController(this);
  }

  hostDisconnected(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  /** In the next frame. */
  request(): void {
    if (this.#frame !== 0 || !this.#element.isConnected) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      // Other rows mean other heights, and those are the template's matter; all else is only painted.
      const { lanes } = this.#host.selectors().scene(this.#host.state()) ?? {};
      if (lanes !== this.#arranged) this.#element.requestUpdate();
      else this.picture();
    });
  }

  picture(): void {
    const { chart, focus, look, motion } = this.#host;
    const [state, selectors] = [this.#host.state(), this.#host.selectors()];
    const model = this.#host.model();
    const { scene, dataset, language, selected } = model;
    this.#arranged = scene?.lanes ?? null;
    const status = this.#room('.status');
    if (status && dataset) render(statusTemplate(model, motion.domain), status);
    if (!scene) return;
    const isInGrid = focus.hold();
    chart.paint({
      model,
      scene,
      theme: look.theme,
      measure: look.measure,
      selected,
      focused: focus.position(scene),
      words: cellWords(state, selectors),
      describedBy: [dataset, language, scene.lanes, scene.tally.counted],
      extent: selectors.extent(state),
    });
    if (isInGrid) focus.keep();
  }

  progress(): void {
    const room = this.#room('.loading');
    if (!room) return;
    const language = this.#host.selectors().language(this.#host.state());
    render(progressTemplate(this.#host.load(), language, this.#host.actions()), room);
  }

  #room(selector: string): HTMLElement | null {
    return this.#element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }
}
