import type { Dataset } from '../../core/dataset/dataset.js';
import { searchText } from '../../core/dataset/search.js';
import { runInSlices } from '../../view/slices.js';

export interface SearchHost {
  dataset(): Dataset | null;
  /** What is answered. */
  query(): string;
  /** The answer to a query: 1 for each event that matches. An empty query has null for an answer: everything. */
  onAnswer(query: string, matches: Uint8Array | null): void;
  /** On to the next result, or back to the one before. */
  onGo(by: 1 | -1): void;
}

/** A hand that types rests no longer than this between two letters. */
const restMs = 150;

/**
 * Makes an answer of what is typed: when the hand rests, in slices that never hold up the page, and only if nothing
 * else was typed meanwhile. Until then the old answer stands.
 */
export class SearchController {
  /** What stands in the field; the answer on the screen may still be that to an older text. */
  text = '';
  readonly #host: SearchHost;
  /** Where to go when the answer is there. */
  #way: 1 | -1 | null = null;
  #timer = 0;
  #abort: AbortController | null = null;

  constructor(host: SearchHost) {
    this.#host = host;
  }

  type(text: string): void {
    this.stop();
    this.text = text;
    this.#timer = window.setTimeout(() => void this.#run(text.trim()), restMs);
  }

  /** To a result of what stands in the field, which is asked at once where it was not asked yet. */
  go(by: 1 | -1): void {
    const query = this.text.trim();
    if (query === this.#host.query()) return query === '' ? undefined : this.#host.onGo(by);
    this.stop();
    this.#way = by;
    void this.#run(query);
  }

  clear(): void {
    this.forget();
    this.#host.onAnswer('', null);
  }

  /** Other data: what was asked of the old ones is no question any more. */
  forget(): void {
    this.stop();
    this.text = '';
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#abort?.abort();
    this.#abort = null;
    this.#way = null;
  }

  async #run(query: string): Promise<void> {
    const dataset = this.#host.dataset();
    if (!dataset) return;
    if (query === '') return this.#host.onAnswer('', null);
    const { signal } = (this.#abort = new AbortController());
    try {
      const matches = await runInSlices(searchText(dataset, query), signal);
      if (signal.aborted) return;
      this.#host.onAnswer(query, matches);
      if (this.#way) this.#host.onGo(this.#way);
      this.#way = null;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
