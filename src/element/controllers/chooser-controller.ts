import { nothing, render, type TemplateResult } from 'lit';
import { onElsewhere } from './elsewhere.js';

/**
 * A panel over the chart that asks what a press meant. The focus goes into it, and back to where it was; Escape closes it,
 * a press elsewhere, and the focus going elsewhere.
 */
export class ChooserController {
  #place: HTMLElement | null = null;
  #back: HTMLElement | null = null;
  #listening: AbortController | null = null;

  /** @param place what the panel stands in, empty until then. @param back what has the focus afterwards */
  open(place: HTMLElement, panel: TemplateResult, back: HTMLElement | null): void {
    this.close();
    this.#place = place;
    this.#back = back;
    render(panel, place);
    const { signal } = (this.#listening = new AbortController());
    onElsewhere(
      () => place,
      () => this.#end(),
      signal,
    );
    place.addEventListener(
      'keydown',
      (keyEvent) => {
        if (keyEvent.key !== 'Escape') return;
        // Nothing else on the page is closed by the same key.
        keyEvent.preventDefault();
        keyEvent.stopPropagation();
        this.close();
      },
      { signal },
    );
    place.querySelector<HTMLElement>('li button')?.focus();
  }

  /** Gives the focus back, unless it is elsewhere already. */
  close(): void {
    if (this.#end()) this.#back?.focus({ preventScroll: true });
  }

  /** True when the focus was in the panel. */
  #end(): boolean {
    const place = this.#place;
    if (!place) return false;
    this.#listening?.abort();
    this.#place = null;
    const hadFocus = place.querySelector(':focus') !== null;
    render(nothing, place);
    return hadFocus;
  }
}
