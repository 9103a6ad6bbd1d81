/** After the last change a reader is left in peace for so long before it is said what has changed. */
const restMs = 500;

/**
 * The one voice of the element: whoever has something to say politely says it here, and it is written into a region that
 * screen readers listen to (`role="status"`), once, when hands have come to rest. WCAG 2.2, 4.1.3.
 */
export class Announcer {
  readonly #region: () => Element | null;
  #timer = 0;
  #said = '';

  /** @param region the live region, in the shadow root; null before the first render */
  constructor(region: () => Element | null) {
    this.#region = region;
  }

  /** Says a text when nothing else is said for half a second; what was to be said before is not said any more. */
  say(text: string): void {
    clearTimeout(this.#timer);
    if (text === this.#said) return;
    this.#timer = window.setTimeout(() => {
      const region = this.#region();
      if (!region) return;
      this.#said = text;
      region.textContent = text;
    }, restMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
