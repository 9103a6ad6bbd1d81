import type { ReactiveController, ReactiveControllerHost } from 'lit';

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

  hostDisconnected(): void {
    this.close();
  }

  toggle(): void {
    if (this.isOpen) return this.close();
    this.isOpen = true;
    this.text = '';
    this.#host.requestUpdate();
    const { signal } = (this.#listening = new AbortController());
    const onElsewhere = (domEvent: Event): void => {
      const target = domEvent.type === 'focusout' ? (domEvent as FocusEvent).relatedTarget : domEvent.composedPath()[0];
      // A press on bare ground takes the focus nowhere.
      if (target && !this.#place?.contains(target as Node)) this.close();
    };
    document.addEventListener('pointerdown', onElsewhere, { signal, capture: true });
    this.#place?.addEventListener('focusout', onElsewhere, { signal });
  }

  find(text: string): void {
    this.text = text;
    this.#host.requestUpdate();
  }

  close(): void {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#listening?.abort();
    this.#host.requestUpdate();
  }

  readonly onKey = (keyEvent: KeyboardEvent): void => {
    if (keyEvent.key !== 'Escape' || !this.isOpen) return;
    // Nothing else on the page is closed by the same key.
    keyEvent.preventDefault();
    keyEvent.stopPropagation();
    this.#place?.querySelector('button')?.focus();
    this.close();
  };

  get #place(): Element | null {
    return this.#host.shadowRoot?.querySelector(this.#selector) ?? null;
  }
}
