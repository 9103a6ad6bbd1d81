import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Dataset } from '../../core/dataset/dataset.js';
import type { Issue } from '../../core/dataset/issue.js';
import { searchText } from '../../core/dataset/search.js';
import { followEvent } from '../../core/state/follow-event.js';
import { fromLinkText, linkTextIn, toLinkText, withLinkText, type LinkedView } from '../../core/state/link-text.js';
import { linkedViewOf, withLinkedView } from '../../core/state/link-view.js';
import { preparingPicture } from '../../core/state/prepare-picture.js';
import { mostSorted } from '../../core/state/reading-order.js';
import type { TimelineState } from '../../core/state/timeline-state.js';
import type { Domain } from '../../core/viewport/domain.js';
import { runInSlices } from '../../view/slices.js';
import type { EventSource } from '../events.js';
import type { LinkModel, LinkPlace } from '../view-model.js';
import type { PartHost } from './part-host.js';

export interface LinkHost extends PartHost {
  /** Id of the event that the page selects, whatever the reader has selected since. */
  pageEvent(): string | null;
  /** What the reader chose outside of the state; undefined where it is as the page has it. */
  chosen(): Pick<LinkedView, 'view' | 'order'>;
  /**
   * Shows a state and what the link says besides it.
   *
   * @param isFirst the first picture of the data: nothing that could be seen has changed
   */
  restore(state: TimelineState, linked: LinkedView, isFirst: boolean): void;
  /** Shows a range without a word. */
  show(domain: Domain): void;
  /** The answer to a search that took a while. */
  onAnswer(query: string, matches: Uint8Array): void;
  onCopied(): void;
}

/** A hand that moves the view rests no longer than this; browsers refuse more than some three changes a second. */
const restMs = 300;
/** How long the button says that it has done it. */
const copiedMs = 4000;

/** Who has a key of the page's address. All of them read it, and the first one writes. */
const keepers = new Map<string, LinkController[]>();

/** Addresses that lead somewhere for somebody else too. */
const isShareable = (): boolean => /^(https?|file):$/.test(location.protocol);

/**
 * Keeps the view in the address, under the key that the page gives with `link-state`, so that a link to the page is a link
 * to the view. The address is replaced and never pushed: the way back leads to where the reader came from. What else
 * stands in the fragment is the page's. Without a key nothing is read, written or heard.
 */
export class LinkController implements ReactiveController {
  /** What the link asked for and the data do not have. */
  issues: readonly Issue[] = [];
  readonly #element: ReactiveControllerHost & HTMLElement;
  readonly #host: LinkHost;
  #key = '';
  #listening: AbortController | null = null;
  /** The data that are shown first have not come yet. */
  #isAwaiting = true;
  /** The reader has changed something: opening a page does not change its address. */
  #isTouched = false;
  #isRestoring = false;
  /** The link names an event and no range: the event is brought into view. */
  #isToBeSeen = false;
  /** What stood under the key when it was last read or written. */
  #known: string | null = null;
  #found: { readonly dataset: Dataset; readonly query: string; readonly matches: Uint8Array } | null = null;
  #search: AbortController | null = null;
  #timer = 0;
  #copiedTimer = 0;
  #copied: LinkPlace | null = null;
  #panel: LinkModel['panel'] = null;

  constructor(element: ReactiveControllerHost & HTMLElement, host: LinkHost) {
    this.#element = element;
    this.#host = host;
    element.addController(this);
  }

  /** What templates read; null where there is no link to copy. */
  get model(): LinkModel | null {
    return this.#key && isShareable() ? { copied: this.#copied, panel: this.#panel } : null;
  }

  /** Address of the page, with what is shown where the page wants that in it. */
  get address(): string {
    return this.#key ? this.#address(this.#text()) : location.href;
  }

  /** Address of the page alone; null where it leads nowhere. */
  get page(): string | null {
    return !isShareable() ? null : this.#key ? this.#address('') : location.href;
  }

  hostConnected(): void {
    this.#listen();
    this.#onAddress();
  }

  hostDisconnected(): void {
    this.#listening?.abort();
    this.#listening = null;
    const key = this.#key;
    // A move in the document is no farewell.
    queueMicrotask(() => (this.#listening && this.#key === key ? undefined : this.#leave(key)));
    this.#search?.abort();
    clearTimeout(this.#timer);
    clearTimeout(this.#copiedTimer);
    this.#copied = null;
  }

  /** Follows the attribute; runs before each render. */
  follow(given: string | null | undefined): void {
    const key = String(given ?? '').trim();
    if (key === this.#key) return;
    this.hostDisconnected();
    this.#key = key;
    this.#known = null;
    this.#isTouched = false;
    this.#panel = null;
    this.issues = [];
    this.#listen();
    this.#onAddress();
  }

  /** Work to be done in slices before data that took a while are shown: the picture is that of the link. */
  *preparing(state: TimelineState): Generator<void, void> {
    const { dataset } = state;
    const linked = this.#isAwaiting ? fromLinkText(this.#read() ?? '') : {};
    const { query } = linked;
    if (dataset && query) this.#found = { dataset, query, matches: yield* searchText(dataset, query) };
    yield* preparingPicture(this.#host.selectors(), this.#stateOf(state, linked));
  }

  /** Data are there: the first ones are shown as the link says. Others are looked at from the start. */
  arrive(): void {
    if (!this.#isAwaiting || !this.#host.state().dataset) return;
    this.#isAwaiting = false;
    const text = this.#read();
    this.#known = text;
    if (text !== null) this.#restore(text, true);
    this.#found = null;
  }

  /** Runs before each render: how wide the chart is, and so what is in view, is known only then. */
  bringIntoView(): void {
    const { width } = this.#host.state();
    if (!this.#isToBeSeen || width <= 0) return;
    this.#isToBeSeen = false;
    const event = this.#host.selectors().selected(this.#host.state());
    if (event === null || this.#host.view() !== 'chart') return;
    const domain = followEvent(this.#host.state(), this.#host.selectors(), event);
    if (domain && domain !== this.#host.selectors().domain(this.#host.state())) this.#host.show(domain);
  }

  /** Something that may stand in a link has changed. It is written when the reader's hand rests. */
  changed(source: EventSource): void {
    if (!this.#key || this.#isRestoring) return;
    if (source === 'user') this.#isTouched = true;
    if (this.#panel) this.close();
    if (!this.#isTouched) return;
    clearTimeout(this.#timer);
    const [keeper = this] = keepers.get(this.#key) ?? [];
    if (keeper === this) this.#timer = window.setTimeout(() => this.#write(), restMs);
    else if (this.#listening) this.issues = [taken(this.#key)];
  }

  /** Copies the address of what is shown; where the browser does not let us, shows it to be copied by hand. */
  async copy(place: LinkPlace): Promise<void> {
    const address = this.#address(this.#text());
    clearTimeout(this.#copiedTimer);
    try {
      await navigator.clipboard.writeText(address);
      this.#panel = null;
      this.#copied = place;
      this.#copiedTimer = window.setTimeout(() => {
        this.#copied = null;
        this.#element.requestUpdate();
      }, copiedMs);
      this.#host.onCopied();
    } catch {
      this.#panel = { place, address };
      this.#host.afterUpdate(() => {
        const field = this.#element.shadowRoot?.querySelector<HTMLInputElement>('.copy-panel input');
        field?.focus();
        field?.select();
      });
    }
    this.#element.requestUpdate();
  }

  /** Closes the panel with the address. */
  close(): void {
    this.#panel = null;
    this.#element.requestUpdate();
  }

  #listen(): void {
    if (!this.#key || !this.#element.isConnected || this.#listening) return;
    const { signal } = (this.#listening = new AbortController());
    keepers.set(this.#key, [...new Set(keepers.get(this.#key)).add(this)]);
    for (const type of ['hashchange', 'popstate']) window.addEventListener(type, () => this.#onAddress(), { signal });
  }

  #leave(key: string): void {
    const others = (keepers.get(key) ?? []).filter((keeper) => keeper !== this);
    if (others.length > 0) keepers.set(key, others);
    else keepers.delete(key);
  }

  #read(): string | null {
    return this.#key ? linkTextIn(location.hash, this.#key) : null;
  }

  /** The address may have changed: by a link on the page, by hand, or on the way back. */
  #onAddress(): void {
    // What comes first is read when the data are there.
    if (!this.#key || this.#isAwaiting) return;
    const text = this.#read();
    // A plain anchor of the page says nothing of the view; an address without a fragment is that of the page as it was.
    if (text === this.#known || (text === null && location.href.includes('#'))) return;
    clearTimeout(this.#timer);
    this.#known = text;
    this.#restore(text ?? '', false);
  }

  #restore(text: string, isFirst: boolean): void {
    const linked = fromLinkText(text);
    const state = this.#host.state();
    const { dataset } = state;
    const { event, query } = linked;
    this.#search?.abort();
    this.issues = event && dataset?.indexOf(event) === null ? [unknownEvent(event)] : [];
    if (dataset && query && (this.#found?.dataset !== dataset || this.#found.query !== query)) {
      const { signal } = (this.#search = new AbortController());
      const work = searchText(dataset, query);
      // Of few events the answer is there with the first picture, however busy the page is.
      const answer = dataset.count > mostSorted ? runInSlices(work, signal) : resultOf(work);
      if (answer instanceof Promise) {
        void answer.then(
          (matches) => signal.aborted || this.#host.onAnswer(query, matches),
          () => undefined,
        );
      } else this.#found = { dataset, query, matches: answer };
    }
    this.#isToBeSeen = linked.from === undefined && linked.to === undefined;
    this.#isRestoring = true;
    this.#host.restore(this.#stateOf(state, linked), linked, isFirst);
    this.#isRestoring = false;
  }

  #stateOf(state: TimelineState, linked: LinkedView): TimelineState {
    if (!this.#key || !state.dataset) return state;
    const matches = linked.query && linked.query === this.#found?.query ? this.#found.matches : null;
    return withLinkedView(state, this.#host.selectors(), linked, matches, this.#host.pageEvent());
  }

  #text(): string {
    const view = linkedViewOf(this.#host.state(), this.#host.selectors(), this.#host.pageEvent());
    return toLinkText({ ...view, ...this.#host.chosen() });
  }

  #address(text: string): string {
    return location.href.replace(/#.*$/s, '') + withLinkText(location.hash, this.#key, text);
  }

  #write(): void {
    if (!this.#host.state().dataset) return;
    const text = this.#text();
    if (text === (this.#read() ?? '')) return;
    this.#known = text || null;
    try {
      history.replaceState(history.state, '', this.#address(text));
    } catch {
      // A frame without an address of its own, or one in which nothing may be changed.
    }
  }
}

function resultOf<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

const unknownEvent = (id: string): Issue => ({
  code: 'invalid-attribute',
  path: 'link-state',
  message: `"${id.slice(0, 80)}" in the address is no event of these data; none is selected.`,
});

const taken = (key: string): Issue => ({
  code: 'invalid-attribute',
  path: 'link-state',
  message: `Another timeline on this page has the key "${key}" in link-state; this one leaves the address alone.`,
});
