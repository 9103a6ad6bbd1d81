import type { Dataset } from '../../core/dataset/dataset.js';
import type { Issue } from '../../core/dataset/issue.js';
import { readDataset, type Reading } from '../../core/dataset/read-dataset.js';
import { safeUrl } from '../../core/util/safe-url.js';
import { loadText, type Loaded } from '../../view/load-json.js';
import type { LoadState } from '../view-model.js';

/** Where data may come from, in this order; null or undefined where the page gives none. */
export interface DataSources {
  readonly data: unknown;
  readonly src: string | null | undefined;
  /** The data that come with the script. */
  readonly bundled: () => Reading;
  /** What `src` is relative to. */
  readonly base: string;
}

export interface DataHost {
  /** Data are there, or loading has begun, or has failed: `state` and `reading` say which. */
  onData(dataset: Dataset | null): void;
  onFailure(failure: Issue): void;
  onProgress(): void;
}

const empty: Reading = { dataset: null, issues: [] };

/** Owns the data: loads them, gives up a load for the next one, keeps what was wrong in them. */
export class DataController {
  state: LoadState = { kind: 'idle' };
  reading: Reading = empty;
  /** Settles when data are shown or their failure is; renewed at each load. */
  ready!: Promise<void>;
  settle!: () => void;
  readonly #host: DataHost;
  #abort: AbortController | null = null;

  constructor(host: DataHost) {
    this.#host = host;
    this.#renew();
  }

  load(sources: DataSources): void {
    this.abort();
    if (this.state.kind !== 'idle') {
      // Who waits for the load that is given up waits for the next one.
      const settleOld = this.settle;
      this.#renew();
      void this.ready.then(settleOld);
    }
    const { data, src, bundled, base } = sources;
    if (data !== undefined && data !== null) this.#show(readDataset(data), null);
    else if (src) void this.#fetch(src, base);
    else this.#show(bundled(), null);
  }

  /** A load was given up and nothing came after it, as when the element was away for a while. */
  get isGivenUp(): boolean {
    return this.state.kind === 'loading' && this.#abort === null;
  }

  abort(): void {
    this.#abort?.abort();
    this.#abort = null;
  }

  #renew(): void {
    this.ready = new Promise((resolve) => (this.settle = resolve));
  }

  /** What was shown stays until something else can be. */
  async #fetch(src: string, base: string): Promise<void> {
    const abort = new AbortController();
    this.#abort = abort;
    this.state = { kind: 'loading' };
    this.#host.onProgress();
    let url = src;
    let loaded: Loaded;
    try {
      url = new URL(src, base).href;
      loaded = await loadText(url, abort.signal);
    } catch {
      // An address that is none, or a load that was given up.
      loaded = { ok: false, reason: 'network' };
    }
    if (abort.signal.aborted) return;
    if (loaded.ok) return this.#show(readDataset(loaded.text), url);
    const detail = loaded.reason === 'http' ? `${loaded.status} ${loaded.statusText ?? ''}`.trim() : '';
    this.#fail(loaded.reason, detail, url, empty);
  }

  #show(reading: Reading, url: string | null): void {
    this.#abort = null;
    if (!reading.dataset) return this.#fail('format', '', url, reading);
    this.reading = reading;
    this.state = { kind: 'ready' };
    this.#host.onData(reading.dataset);
  }

  #fail(reason: 'http' | 'network' | 'format', detail: string, url: string | null, { issues }: Reading): void {
    this.#abort = null;
    const message = `The data could not be loaded. ${sentences[reason].replace('{detail}', detail)}`;
    const failure: Issue = { code: 'load-failed', path: url ?? 'data', message };
    this.reading = { dataset: null, issues: [failure, ...issues] };
    this.state = { kind: 'failed', reason, detail, url, link: safeUrl(url ?? undefined) };
    this.#host.onData(null);
    this.#host.onFailure(failure);
  }
}

const sentences = {
  http: 'The server answered "{detail}".',
  network: 'No answer came.',
  format: 'It holds no events in a known form.',
};
