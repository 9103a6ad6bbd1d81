import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The nearest valid value of an attribute on the element or around it, through shadow roots; null when nothing has one. */
export function nearestAttribute(
  element: Element,
  name: 'lang' | 'dir',
  isValid: (value: string) => boolean = () => true,
): string | null {
  for (let node: Element | null = element; node;) {
    const found: Element | null = node.closest(`[${name}]`);
    const value = found?.getAttribute(name)?.trim();
    // An empty value says "not known", as in HTML, and does not hide what stands further out.
    if (value && isValid(value)) return value;
    const root: Node = (found ?? node).getRootNode();
    const outside: Element | null = found?.parentElement ?? null;
    node = outside ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return null;
}

/**
 * Notices when the page changes `lang` or `dir` on its root, as language switches do. Between root and element nothing
 * is watched: a page that changes those may set the element's own attributes.
 */
export class SurroundingsController implements ReactiveController {
  readonly #onChange: () => void;
  #observer: MutationObserver | null = null;

  constructor(host: ReactiveControllerHost, onChange: () => void) {
    this.#onChange = onChange;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer = new MutationObserver(this.#onChange);
    // A script in the head may put the element where there is no body yet.
    for (const element of [document.documentElement, document.body as HTMLElement | null]) {
      if (element) this.#observer.observe(element, { attributes: true, attributeFilter: ['lang', 'dir'] });
    }
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#observer = null;
  }
}
