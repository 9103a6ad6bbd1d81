import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { notEnlarged, type Enlarged } from '../../core/layout/label-height.js';
import type { LookController } from './look-controller.js';

/** What the probe says; dashes belong to no language. Of the size and weight of a lane's name. */
export const probeText = '–– –– –– ––';
/** The line height that the stylesheet gives it, in pixels. */
const plainLine = 13.5 * 1.35;
/** Differences of fonts and rounding are nobody's wish. */
const least = 1.08;

/**
 * Notices when the reader has text larger or wider spaced than the stylesheet sets it, by the reader's own styles or by a
 * browser that enlarges text alone, so that labels get their room. No event tells: a hidden line of text is watched.
 */
export class EnlargedController implements ReactiveController {
  enlarged = notEnlarged;
  readonly #host: ReactiveControllerHost;
  readonly #probe: () => Element | null;
  readonly #look: LookController;
  #watched: Element | null = null;
  #observer: ResizeObserver | null = null;
  #frame = 0;

  constructor(host: ReactiveControllerHost, probe: () => Element | null, look: LookController) {
    this.#host = host;
    this.#probe = probe;
    this.#look = look;
    host.addController(this);
  }

  hostUpdated(): void {
    const probe = this.#probe();
    if (probe === this.#watched || !probe) return;
    this.hostDisconnected();
    this.#watched = probe;
    this.#observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      // In the next frame, as other sizes: it changes what is observed here.
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => this.#compare(width, height));
    });
    this.#observer.observe(probe);
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#watched = null;
  }

  #compare(width: number, height: number): void {
    // Nothing is shown: hidden, or not in the page.
    if (width === 0) return;
    // Spacing is measured with the text from then on; what is left is its size.
    this.#look.renewSpacing();
    const [line, letters] = [factor(height / plainLine), factor(width / this.#look.measure(probeText, 'lane', false))];
    if (line === this.enlarged.line && letters === this.enlarged.letters) return;
    this.enlarged = line === 1 && letters === 1 ? notEnlarged : ({ line, letters } satisfies Enlarged);
    this.#host.requestUpdate();
  }
}

const factor = (ratio: number): number => (ratio < least ? 1 : Math.ceil(ratio * 20) / 20);
