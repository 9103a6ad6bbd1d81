/** Where the focus goes when what had it is gone, the first that is there. */
const places = [
  '.loading',
  '.message-title',
  '.head [role="heading"]',
  '.grid [tabindex="0"]',
  '.main :is(button, a[href])',
  '.toolbar button',
];

const activeAround = ({ host }: ShadowRoot): Element | null =>
  (host.getRootNode() as Document | ShadowRoot).activeElement;

/**
 * A focus on what a render takes away would be lost to the page, and a reader by key or by ear begin again at its top: it
 * goes to what has come instead. WCAG 2.2, 2.4.3. What had it may be taken away several renders later.
 */
export class LostFocus {
  #had: HTMLElement | null = null;
  /** What has it between the tags of the element: it is not taken away, but no longer shown. */
  #between: Element | null = null;

  /** Before a render. */
  note(root: ShadowRoot | null): void {
    const active = root?.activeElement as HTMLElement | null | undefined;
    if (active) this.#had = active;
    // The reader has left it for somewhere else.
    else if (this.#had?.isConnected) this.#had = null;
    const around = root && activeAround(root);
    if (around && around !== root.host && root.host.contains(around)) this.#between = around;
  }

  /** The event that the focus is on, or was until a moment ago. */
  get event(): number | null {
    const { event } = this.#had?.closest<HTMLElement>('[data-event]')?.dataset ?? {};
    return event === undefined ? null : Number(event);
  }

  /** After a render, and all that follows it. */
  restore(root: ShadowRoot): void {
    const had = this.#had;
    const between = this.#between;
    this.#between = null;
    const isHidden = between?.getClientRects().length === 0;
    if (!isHidden && (!had || root.activeElement === had)) return;
    const { event } = this;
    this.#had = null;
    const around = activeAround(root);
    const isElsewhere = around && around !== document.body && around !== between;
    if (root.activeElement || !root.host.isConnected || isElsewhere) return;
    // A node that is moved among its neighbours loses the focus too.
    if (had?.isConnected) return had.focus({ preventScroll: true });
    const own = event === null ? [] : [`.main [data-event="${event}"]`, '.grid [tabindex="0"]'];
    for (const selector of [...own, ...places]) {
      const target = root.querySelector<HTMLElement>(selector);
      target?.focus({ preventScroll: true });
      if (root.activeElement) return;
    }
  }
}
