import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onElsewhere } from './elsewhere.js';

/** A button that opens a panel: closed by Escape, by a press elsewhere, and when the focus goes elsewhere. */
export class MenuController implements ReactiveController {
  isOpen = false;
  /** What is typed into the panel's field. */
  text = '';
  readonly #host: ReactiveControllerHost & Element;
  readonly #selector: string;
  #listening: AbortController | null = null;

  /** @param selector what holds button and panel, in the shadow root; the button comes first in it */
  constructor(host: ReactiveControllerHost & Element, selector: string) {
    this.#host = host;
    this.#selector = selector;
    host.addController(this);
  }

  /** Where the page takes its button away, the panel goes with it, and does not come back by itself. */
  hostUpdated(): void {
    if (this.isOpen && !this.#place) this.close();
  }

  hostDisconnected(): void {
    this.close();
  }

  toggle(): void {
    if (this.isOpen) return this.close();
    this.isOpen = true;
    this.text = '';
    this.#host.requestUpdate();
    const { signal } = (this.#listening = new AbortController());
    onElsewhere(
      () => this.#place,
      () => this.close(),
      signal,
    );
  }

  find(text: string): void {
    this.text = text;
    void this.render();
  }

  /** Closes, and goes back to the button. */
  leave(): void {
    this.#place?.querySelector('button')?.focus();
    this.close();
  }

  /** @returns when it is rendered */
  protected render(): Promise<boolean> {
    this.#host.requestUpdate();
    return this.#host.updateComplete;
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#listening?.abort();
    this.#host.requestUpdate();
  }

  readonly onKey = (keyEvent: KeyboardEvent): void => {
    const target = keyEvent.composedPath()[0];
    if (keyEvent.key === 'ArrowDown' && target === this.#place?.querySelector('button')) {
      keyEvent.preventDefault();
      void this.#enter();
    }
    if (keyEvent.key !== 'Escape' || !this.isOpen) return;
    // Nothing else on the page is closed by the same key.
    keyEvent.preventDefault();
    keyEvent.stopPropagation();
    this.leave();
  };

  /** From the button into the panel, opened if it was closed. */
  async #enter(): Promise<void> {
    if (!this.isOpen) this.toggle();
    await this.render();
    this.#place?.querySelector<HTMLElement>('.panel :is(input, button, summary)')?.focus();
  }

  get #place(): Element | null {
    return this.#host.shadowRoot?.querySelector(this.#selector) ?? null;
  }
}
