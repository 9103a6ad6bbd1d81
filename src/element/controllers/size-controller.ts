import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CssPixels } from '../../core/util/units.js';

/**
 * Keeps the width that the page gives the element, in CSS pixels, from connect to disconnect; 0 until it has one. It is
 * that of the frame in the shadow root: the host has none where a page's style sheet makes it inline, as `all: revert` on
 * everything does.
 */
export class SizeController implements ReactiveController {
  width: CssPixels = 0;
  readonly #frameBox: () => Element | null;
  readonly #onChange: () => void;
  #watched: Element | null = null;
  #observer: ResizeObserver | null = null;
  #frame = 0;

  /** @param frameBox the block around everything; null before the first render */
  constructor(host: ReactiveControllerHost, frameBox: () => Element | null, onChange: () => void) {
    this.#frameBox = frameBox;
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this.#watch();
  }

  hostUpdated(): void {
    this.#watch();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#watched = null;
  }

  #watch(): void {
    const box = this.#frameBox();
    if (!box?.isConnected || box === this.#watched) return;
    this.#watched = box;
    // Read at once too: the first frame must not wait for the observer's.
    this.#measure(parseFloat(getComputedStyle(box).width));
    this.#observer = new ResizeObserver(([entry]) => {
      // In the next frame: another height within this one would be an error on the page, "ResizeObserver loop".
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#measure(entry!.borderBoxSize[0]!.inlineSize));
    });
    this.#observer.observe(box, { box: 'border-box' });
  }

  #measure(width: CssPixels): void {
    const whole = Math.floor(width);
    // Hidden, or for a moment without any room, as while a picture of the page is taken: what was there comes back.
    if (whole === this.width || !(whole > 0)) return;
    this.width = whole;
    this.#onChange();
  }
}
