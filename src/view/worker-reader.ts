import type { TimelineEvent } from '../core/dataset/event.js';
import type { RawReading } from '../core/dataset/reading.js';
import type { ByteReader, ByteReaderOptions } from './read-here.js';
import { workerName, type WorkerAnswer, type WorkerRequest } from './serve-reading.js';
import { scriptText } from './script-text.js';
import { trustedUrl } from './trusted-types.js';

/** Our own `<script>` element; known only while it is run for the first time, and not where it is run as a module. */
const ownScript =
  typeof document === 'undefined'
    ? null
    : ((document.currentScript as HTMLScriptElement | null) ??
      [...document.scripts].find(({ type, src }) => type === 'module' && isOwnFile(src)));

function isOwnFile(src: string): boolean {
  return /\/report-timeline[^/]*\.js$/.test(src.split(/[?#]/, 1)[0]!) && new URL(src).origin === location.origin;
}

/** A worker that does not greet within this time, or is silent for so long later, is taken for dead. */
const patienceMs = 30_000;
/** More than this many bytes under way, and the network waits. */
const mostWaitingBytes = 4_000_000;

/** A page that refused a worker once is not asked again: each refusal is written to its console. */
let isRefused = false;

/**
 * Reads in a worker. Settles once it runs; with null where there can be none, and where `signal` aborts.
 *
 * @param onFault it has died on the way, and wants no more bytes; `finish` rejects then
 */
export async function openWorkerReader(options: ByteReaderOptions, onFault: () => void): Promise<ByteReader | null> {
  if (isRefused || scriptText() === '') return null;
  const { signal } = options;
  const started = startWorker();
  isRefused = !started;
  if (!started) return null;
  const { worker, url } = started;
  const isReady = await greeted(worker, signal);
  URL.revokeObjectURL(url);
  if (isReady) return createReaderOf(worker, options, onFault);
  worker.terminate();
  isRefused = !signal.aborted;
  return null;
}

/**
 * From the script's own file where the page's origin has it under our name: what `script-src 'self'` allows. Else, as in
 * a page's own bundle, inline or from another host, from the text of the script. But not where anything tells that the
 * page's policy refuses it, as a refusal is written down: scripts that are allowed by a nonce are allowed one by one,
 * workers among them; a policy in a `<meta>` can be read; and what stands in a header the page may say itself, by
 * `data-worker="none"` on the script.
 */
function startWorker(): { readonly worker: Worker; readonly url: string } | null {
  const start = (url: string) => {
    const trusted = trustedUrl(url);
    return trusted === null ? null : { worker: new Worker(trusted, { name: workerName }), url };
  };
  const { src = '', nonce = '', dataset } = ownScript ?? {};
  if (nonce || dataset?.['worker'] === 'none') return null;
  const policies = [...document.querySelectorAll<HTMLMetaElement>('meta[http-equiv="content-security-policy" i]')];
  try {
    if (isOwnFile(src)) return policies.every(({ content }) => allowsOwnWorkers(content)) ? start(src) : null;
  } catch {
    // A file opened without a server, a frame without an origin.
  }
  if (policies.length > 0) return null;
  let url = '';
  try {
    url = URL.createObjectURL(new Blob([`(${scriptText()})()`], { type: 'text/javascript' }));
    const started = start(url);
    if (started) return started;
  } catch {
    // Without a worker it is read here.
  }
  URL.revokeObjectURL(url);
  return null;
}

/** Of a policy as it is written: the directive that is about workers names the page's own origin, or there is none. */
function allowsOwnWorkers(policy: string): boolean {
  const lists = new Map<string | undefined, string[]>();
  for (const [name, ...sources] of policy.split(';').map((each) => each.trim().toLowerCase().split(/\s+/))) {
    if (!lists.has(name)) lists.set(name, sources);
  }
  const about = ['worker-src', 'child-src', 'script-src', 'default-src'].find((name) => lists.has(name));
  return !about || lists.get(about)!.includes("'self'");
}

/** Whether it runs, and runs the same script. */
const greeted = (worker: Worker, signal: AbortSignal): Promise<boolean> =>
  new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patienceMs);
    const leave = (isReady: boolean): void => {
      clearTimeout(timer);
      resolve(isReady);
    };
    signal.addEventListener('abort', () => leave(false));
    worker.onerror = (failure) => {
      failure.preventDefault();
      leave(false);
    };
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) =>
      leave('size' in data && data.size === scriptText().length);
  });

function createReaderOf(
  worker: Worker,
  { signal, onRead, file = {} }: ByteReaderOptions,
  onFault: () => void,
): ByteReader {
  const texts: Record<string, string[]> = {};
  const rest = new Map<number, Partial<TimelineEvent>>();
  let events = 0;
  let isFull = false;
  let sent = 0;
  let read = 0;
  let fault: unknown = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let settle: ((reading?: RawReading) => void) | null = null;

  const close = (): void => {
    clearTimeout(timer);
    worker.terminate();
  };
  const give = (reason: unknown): void => {
    close();
    fault ??= reason;
    settle?.();
  };
  /** The next load is read here, should the reader try again. */
  const fail = (message: string): void => {
    isRefused = true;
    give(new Error(message));
    onFault();
  };
  /** Until the next answer; with the reading if it is that. */
  const answered = async (): Promise<RawReading | undefined> => {
    timer = setTimeout(() => fail('The worker fell silent.'), patienceMs);
    const reading = fault ? undefined : await new Promise<RawReading | undefined>((resolve) => (settle = resolve));
    clearTimeout(timer);
    if (fault) throw fault as Error;
    return reading;
  };
  const post = (request: WorkerRequest, transfer: ArrayBuffer[] = []): void => worker.postMessage(request, transfer);

  signal.addEventListener('abort', () => give(signal.reason));
  worker.onerror = (failure) => {
    failure.preventDefault();
    fail(failure.message);
  };
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
    if ('events' in data) {
      ({ events, isFull, bytes: read } = data);
      onRead?.();
    }
    if ('blocks' in data) (texts[data.column] ??= []).push(...data.blocks);
    if ('rest' in data) for (const [event, fields] of data.rest) rest.set(event, fields);
    if ('fault' in data) fail(data.fault);
    else settle?.('reading' in data ? assembled(data.reading, texts, rest) : undefined);
  };
  post({ file });
  return {
    get bytes() {
      return read;
    },
    get events() {
      return events;
    },
    get isFull() {
      return isFull || fault !== null;
    },
    async write(bytes) {
      // A view of a larger buffer is not ours to give away.
      const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
      sent += own.length;
      post({ bytes: own }, [own.buffer as ArrayBuffer]);
      while (sent - read > mostWaitingBytes && !fault) await answered();
    },
    async finish(stopped) {
      post({ finish: { stopped } });
      for (;;) {
        const reading = await answered();
        if (reading) return reading;
      }
    },
    close,
  };
}

/** Puts what came before, in many messages, into its place. */
function assembled(
  reading: RawReading,
  texts: Readonly<Record<string, readonly string[]>>,
  rest: ReadonlyMap<number, Partial<TimelineEvent>>,
): RawReading {
  const { parts, ...others } = reading;
  if (!parts) return reading;
  const columns = parts as unknown as Readonly<Record<string, { blocks: readonly string[] }>>;
  for (const [column, blocks] of Object.entries(texts)) columns[column]!.blocks = blocks;
  return { parts: { ...parts, rest }, ...others };
}
