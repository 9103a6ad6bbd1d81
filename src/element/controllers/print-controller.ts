import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { memoizeLast } from '../../core/util/memoize.js';
import { createPaper, type Paper } from '../paper.js';

/**
 * Tells when the page goes on paper, or is shown as if it did, and when that is over. A browser waits for nothing between
 * `beforeprint` and the paper: what is to be on it is made at once.
 */
export class PrintController implements ReactiveController {
  isPrinting = false;
  readonly #onTurn: () => void;
  #stop: AbortController | null = null;
  #create: typeof createPaper | null = null;

  constructor(host: ReactiveControllerHost, onTurn: () => void) {
    this.#onTurn = onTurn;
    host.addController(this);
  }

  /** What is to stand on paper; null, and nothing kept of it, while nobody prints. */
  paper(...input: Parameters<typeof createPaper>): Paper | null {
    if (!this.isPrinting) return null;
    return (this.#create ??= memoizeLast(createPaper))(...input);
  }

  hostConnected(): void {
    const { signal } = (this.#stop = new AbortController());
    const media = matchMedia('print');
    this.isPrinting = media.matches;
    const turn = (isPrinting: boolean): void => {
      if (isPrinting === this.isPrinting) return;
      this.isPrinting = isPrinting;
      this.#create = null;
      this.#onTurn();
    };
    let isBetween = false;
    for (const type of ['beforeprint', 'afterprint']) {
      window.addEventListener(type, () => turn((isBetween = type === 'beforeprint')), { signal });
    }
    media.addEventListener('change', () => turn(isBetween || media.matches), { signal });
  }

  hostDisconnected(): void {
    this.#stop?.abort();
    this.isPrinting = false;
    this.#create = null;
  }
}
