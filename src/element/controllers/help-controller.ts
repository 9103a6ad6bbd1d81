import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Letters that are typed are nobody's command. */
const fields = 'select, textarea, input:not([type="checkbox"], [type="radio"]), [contenteditable]';

/** The dialog that lists keys and gestures: opened by its button, and by `?` while the focus is in the element. */
export class HelpController implements ReactiveController {
  isOpen = false;
  readonly #host: ReactiveControllerHost & Element;
  readonly #isThere: () => boolean;

  /** @param isThere the page wants the help, and there is something to be helped with */
  constructor(host: ReactiveControllerHost & Element, isThere: () => boolean) {
    this.#host = host;
    this.#isThere = isThere;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.isOpen = false;
  }

  async open(): Promise<void> {
    this.isOpen = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const dialog = this.#dialog;
    if (!dialog?.isConnected || dialog.open) return;
    dialog.showModal();
    dialog.querySelector<HTMLElement>('[role="heading"]')?.focus();
  }

  /** The browser gives the focus back to what had it. */
  close(): void {
    this.#dialog?.close();
  }

  /** However the dialog was closed. */
  readonly onClose = (): void => {
    this.isOpen = false;
    this.#host.requestUpdate();
  };

  /** In the dialog: nothing else on the page is closed by the same key. */
  readonly onDialogKey = (keyEvent: KeyboardEvent): void => {
    keyEvent.stopPropagation();
    if (keyEvent.key !== 'Escape') return;
    keyEvent.preventDefault();
    this.close();
  };

  /** In the element: a question mark, of either writing, that is not typed into a field, nor into what the page has put here. */
  readonly onKey = (keyEvent: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, metaKey } = keyEvent;
    if (keyEvent.defaultPrevented || ctrlKey || altKey || metaKey || !/^[?؟]$/.test(key) || !this.#isThere()) return;
    const target = keyEvent.composedPath()[0] as Element;
    if (target.getRootNode() !== this.#host.shadowRoot || target.matches(fields)) return;
    keyEvent.preventDefault();
    void this.open();
  };

  get #dialog(): HTMLDialogElement | null {
    return this.#host.shadowRoot?.querySelector<HTMLDialogElement>('dialog.help') ?? null;
  }
}
