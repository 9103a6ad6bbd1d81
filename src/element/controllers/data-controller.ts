import { createDataset, type Dataset } from '../../core/dataset/dataset.js';
import type { IntakeOptions } from '../../core/dataset/intake.js';
import type { Issue } from '../../core/dataset/issue.js';
import { hasTextsApart, joiningTexts } from '../../core/dataset/join-texts.js';
import type { Reading } from '../../core/dataset/read-dataset.js';
import { fill } from '../../core/scene/language.js';
import { safeUrl } from '../../core/util/safe-url.js';
import { isBlob, loadFrom, loadGiven, type Loaded, type LoadJob, type Progress } from '../../view/load-data.js';
import { pause, runInSlices } from '../../view/slices.js';
import { readDataChild, type DataChild } from '../child-data.js';
import type { LoadState } from '../view-model.js';

/** Where data may come from, in this order; null or undefined where the page gives none. */
export interface DataSources {
  /** An object, a text or a file. */
  readonly data: unknown;
  readonly src: string | null | undefined;
  /** What holds data between the tags. */
  readonly child: () => DataChild | null;
  /** The data that come with the script. */
  readonly bundled: () => Reading;
  /** What `src` is relative to. */
  readonly base: string;
}

/** How data are read; the bundled ones need not be told. */
export type ReadingOptions = Required<Pick<IntakeOptions, 'format' | 'dateOrder'>>;

/** Where data come from, for the sentences about them. */
interface Origin {
  /** As it is called in a sentence. */
  readonly name: string;
  /** In the issues. */
  readonly path: string;
  readonly url?: string;
  /** Asked again, it may answer otherwise. */
  readonly canRetry?: boolean;
  /** It is a file that the reader, or the page for the reader, has opened. */
  readonly isOpened?: boolean;
}

export interface DataHost {
  /** Work to be done in slices before data that took a while are shown. */
  preparing(dataset: Dataset): Generator<void, void>;
  /** Data are there, or loading has begun, or has failed: `state` and `reading` say which. */
  onData(dataset: Dataset | null): void;
  onFailure(failure: Issue): void;
  onLoading(): void;
  /** Only the numbers of `state` have changed. @param isSpoken so much that it should be heard */
  onProgress(isSpoken: boolean): void;
}

/** Numbers that change more often cannot be read. */
const progressMs = 100;
/** What the first picture does not need is done so long after it. */
const afterPictureMs = 200;
/** How often progress is spoken where the whole is not known. */
const spokenMs = 5000;

const empty: Reading = { dataset: null, issues: [], account: null };

/** Owns the data: loads them, gives up a load for the next one, keeps what was wrong in them. */
export class DataController {
  state: LoadState = { kind: 'idle' };
  reading: Reading = empty;
  /** The name of the file that is shown, without what tells its form; null where no file was opened. */
  fileName: string | null = null;
  /** Settles when data are shown or their failure is; renewed at each load. */
  ready!: Promise<void>;
  settle!: () => void;
  readonly #host: DataHost;
  #abort: AbortController | null = null;
  #stop: AbortController | null = null;
  /** How what is shown or loaded is read; null where nothing depends on it. */
  #options: ReadingOptions | null = null;

  constructor(host: DataHost) {
    this.#host = host;
    this.#renew();
  }

  load(sources: DataSources, { format, dateOrder }: ReadingOptions): void {
    this.abort();
    if (this.state.kind !== 'idle') {
      // Who waits for the load that is given up waits for the next one.
      const settleOld = this.settle;
      this.#renew();
      void this.ready.then(settleOld);
    }
    const { data, src, child, bundled, base } = sources;
    const options = (this.#options = { format, dateOrder });
    if (isBlob(data)) return this.#begin((job) => loadFrom(data, job, options), originOfFile(data));
    if (data !== undefined && data !== null) {
      return this.#begin((job) => loadGiven(data, job, options), { name: 'data', path: 'data' });
    }
    if (src) {
      let url = src;
      try {
        url = new URL(src, base).href;
      } catch {
        return this.#take({ ok: false, reason: 'network' }, originOfUrl(url));
      }
      return this.#begin((job) => loadFrom(url, job, options), originOfUrl(url));
    }
    const found = child();
    if (found) {
      const name = `<${found.localName}>`;
      return this.#begin((job) => loadGiven(readDataChild(found), job, options), { name, path: name });
    }
    this.#options = null;
    this.#show(bundled(), { name: 'data', path: 'data' });
  }

  /** What is shown or loaded would not be read otherwise with these. */
  isReadWith({ format, dateOrder }: ReadingOptions): boolean {
    return !this.#options || (this.#options.format === format && this.#options.dateOrder === dateOrder);
  }

  /** A load was given up and nothing came after it, as when the element was away for a while. */
  get isGivenUp(): boolean {
    return this.state.kind === 'loading' && this.#abort === null;
  }

  abort(): void {
    this.#abort?.abort();
    this.#abort = null;
  }

  /** What was read so far is shown as if it were all. */
  stop(): void {
    this.#stop?.abort();
  }

  #renew(): void {
    this.ready = new Promise((resolve) => (this.settle = resolve));
  }

  /** What was shown stays until something else can be. Data that are there at once are shown at once. */
  #begin(start: (job: LoadJob) => Loaded | Promise<Loaded>, origin: Origin): void {
    const { signal } = (this.#abort = new AbortController());
    this.#stop = new AbortController();
    this.state = { kind: 'loading', progress: null };
    const broke = (error: unknown): void => this.#fail('ended', String(error), origin, empty);
    let loaded: Loaded | Promise<Loaded>;
    try {
      loaded = start({ signal, stop: this.#stop.signal, onProgress: this.#follow(signal) });
    } catch (error) {
      // An object of the page may throw when it is looked at.
      return broke(error);
    }
    if (!(loaded instanceof Promise)) return this.#take(loaded, origin);
    this.#host.onLoading();
    loaded
      .then(async (result) => {
        // The end of reading, what the first picture needs, and the picture are tasks of their own.
        await pause();
        const reading = readingOf(result);
        if (reading?.dataset) await runInSlices(this.#host.preparing(reading.dataset), signal);
        await pause();
        if (!signal.aborted) this.#take(result, origin, reading);
      })
      .catch((error: unknown) => signal.aborted || broke(error));
  }

  /** Takes numbers as often as they can be read, and those to be spoken at each quarter or every few seconds. */
  #follow(signal: AbortSignal): LoadJob['onProgress'] {
    const start = performance.now();
    let latest: Progress | null = null;
    let spokenStep = 0;
    const show = (): void => {
      const { state } = this;
      const progress = latest!;
      latest = null;
      if (signal.aborted || state.kind !== 'loading') return;
      const step = Math.floor(progress.share === null ? (performance.now() - start) / spokenMs : progress.share * 4);
      const isSpoken = step !== spokenStep;
      this.state = { kind: 'loading', progress };
      spokenStep = step;
      this.#host.onProgress(isSpoken);
    };
    return (progress) => {
      if (!latest) setTimeout(show, progressMs);
      latest = progress;
    };
  }

  #take(loaded: Loaded, origin: Origin, reading = readingOf(loaded)): void {
    if (loaded.ok) return this.#show(reading!, origin);
    const detail = loaded.reason === 'http' ? `${loaded.status} ${loaded.statusText ?? ''}`.trim() : '';
    this.#fail(loaded.reason, detail, origin, empty);
  }

  #show(reading: Reading, origin: Origin): void {
    // Nobody can say of a file that was not read to its end that it holds no events.
    if (this.#stop?.signal.aborted && !reading.dataset?.count) return this.#fail('ended', '', origin, reading);
    if (!reading.dataset) return this.#fail('format', '', origin, reading);
    this.#abort = null;
    this.reading = reading;
    this.fileName = origin.isOpened ? origin.name.replace(/(?<=.)\.\w+$/, '') : null;
    this.state = { kind: 'ready' };
    this.#host.onData(reading.dataset);
    const { dataset } = reading;
    // The timer holds on to the data alone, and not to an element that may be gone by then.
    if (hasTextsApart(dataset)) setTimeout(() => void runInSlices(joiningTexts(dataset)), afterPictureMs);
  }

  #fail(reason: keyof typeof sentences, detail: string, origin: Origin, { issues }: Reading): void {
    this.#abort = null;
    const cause = issues.at(-1)?.message ?? '';
    const message = `The data could not be loaded. ${fill(sentences[reason], { detail })} ${cause}`.trim();
    const failure: Issue = { code: 'load-failed', path: origin.path, message };
    this.fileName = null;
    this.reading = { dataset: null, issues: [failure, ...issues], account: null };
    const { name: file, url, canRetry = false } = origin;
    this.state = { kind: 'failed', reason, detail, file, canRetry, link: safeUrl(url) };
    this.#host.onData(null);
    this.#host.onFailure(failure);
  }
}

function readingOf(loaded: Loaded): Reading | null {
  if (!loaded.ok) return null;
  const { parts, issues, account } = loaded.reading;
  return { dataset: parts && createDataset(parts), issues, account };
}

const originOfUrl = (url: string): Origin => ({
  name: url.split(/[?#]/, 1)[0]!.split('/').pop() || url,
  path: url,
  url,
  canRetry: true,
});

/** A blob that is no file has no name. */
function originOfFile(blob: Blob): Origin {
  const { name } = blob as Partial<File>;
  return { name: name ?? 'data', path: name ?? 'data', canRetry: true, isOpened: !!name };
}

const sentences = {
  http: 'The server answered "{detail}".',
  network: 'No answer came.',
  file: 'The file could not be read.',
  format: 'It holds no events in a known form.',
  ended: 'Reading ended before there were events. {detail}',
};
