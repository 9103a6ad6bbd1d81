import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { findDataChild, type DataChild } from '../child-data.js';

/** Attributes that change what is read. */
const attributeFilter = ['type', 'src', 'slot', 'datetime', 'href', 'colspan', 'rowspan'];

/**
 * Watches what stands between the tags, from connect to disconnect: when the page's parser has come to its end, and when
 * the data there are others. Many changes at once are one.
 */
export class ChildDataController implements ReactiveController {
  /** The parser is still between the tags, or may be: there is no telling yet whether data stand there. */
  isOpen = true;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onChange: () => void;
  #observer: MutationObserver | null = null;
  /** What was found when it was last asked for. */
  #found: DataChild | null = null;
  /** Its text when the element left the page; null before that. */
  #left: string | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, onChange: () => void) {
    this.#host = host;
    this.#onChange = onChange;
    host.addController(this);
  }

  /** The data between the tags; null while there are none. */
  find(): DataChild | null {
    return (this.#found = this.isOpen ? null : findDataChild(this.#host));
  }

  hostConnected(): void {
    this.#observer = new MutationObserver((records) => this.#look(records));
    this.#watch();
    const left = this.#left;
    this.#left = null;
    if (this.isOpen) {
      // What follows the element, or anything around it, comes after its end.
      for (const node of around(this.#host)) this.#observer.observe(node, { childList: true });
      this.#host.ownerDocument.addEventListener('readystatechange', this.#onState);
      this.#look([]);
    } else if (left !== null && left !== textOf(findDataChild(this.#host))) this.#onChange();
  }

  hostDisconnected(): void {
    this.#look(this.#observer?.takeRecords() ?? []);
    this.#leave();
    this.#left = textOf(this.#found);
  }

  readonly #onState = (): void => this.#look([]);

  #watch(): void {
    this.#observer!.observe(this.#host, { subtree: true, childList: true, characterData: true, attributeFilter });
  }

  #leave(): void {
    this.#observer?.disconnect();
    this.#host.ownerDocument.removeEventListener('readystatechange', this.#onState);
  }

  #look(records: readonly MutationRecord[]): void {
    if (this.isOpen) {
      if (mayBeParsed(this.#host)) return;
      this.isOpen = false;
      this.#leave();
      this.#watch();
      return this.#onChange();
    }
    if (records.length === 0) return;
    const found = findDataChild(this.#host);
    if (found !== this.#found || (found && records.some(({ target }) => found.contains(target)))) this.#onChange();
  }
}

const textOf = (child: DataChild | null): string => child?.textContent ?? '';

/** While a page is parsed, an element is whole once something follows it, or something around it. */
const mayBeParsed = (host: Element): boolean =>
  host.ownerDocument.readyState === 'loading' && !host.nextSibling && around(host).every((node) => !node.nextSibling);

function around(host: Element): readonly Node[] {
  const nodes: Node[] = [];
  for (let node: Node = host; ;) {
    const outer = node.parentNode ?? (node as Partial<ShadowRoot>).host;
    if (!outer) return nodes;
    nodes.push((node = outer));
  }
}
