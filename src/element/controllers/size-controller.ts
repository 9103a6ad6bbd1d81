import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CssPixels } from '../../core/util/units.js';

/** Keeps the width of the host's content box, in CSS pixels, from connect to disconnect; 0 until it has one. */
export class SizeController implements ReactiveController {
  width: CssPixels = 0;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onChange: () => void;
  #observer: ResizeObserver | null = null;
  #frame = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    // Read at once too: the first frame must not wait for the observer's.
    this.#measure(this.#host.clientWidth);
    this.#observer = new ResizeObserver(([entry]) => {
      // In the next frame: another height within this one would be an error on the page, "ResizeObserver loop".
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#measure(entry!.contentRect.width));
    });
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#observer = null;
  }

  #measure(width: CssPixels): void {
    const whole = Math.floor(width);
    // Hidden, or for a moment without any room, as while a picture of the page is taken: what was there comes back.
    if (whole === this.width || whole === 0) return;
    this.width = whole;
    this.#onChange();
  }
}
