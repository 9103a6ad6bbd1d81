import type { TimelineEvent } from '../core/dataset/event.js';
import type { RawReading } from '../core/dataset/reading.js';
import type { ByteReader, ByteReaderOptions } from './read-here.js';
import { workerName, type WorkerAnswer, type WorkerRequest } from './serve-reading.js';
import { scriptText } from './script-text.js';
import { trustedPolicy } from './trusted-types.js';

/** Our own `<script>` element; known only while it is run for the first time. */
const ownScript = typeof document === 'undefined' ? null : (document.currentScript as HTMLScriptElement | null);

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
 * a page's own bundle, inline or from another host, from the text of the script; but not where something says that
 * the page has a policy, which then seldom allows that, and writes each refusal down.
 */
function startWorker(): { readonly worker: Worker; readonly url: string } | null {
  const start = (url: string) => {
    const trusted = trustedPolicy?.createScriptURL(url) ?? url;
    return { worker: new Worker(trusted, { name: workerName }), url };
  };
  const { src = '', nonce = '' } = ownScript ?? {};
  try {
    if (isOwnFile(src)) return start(src);
  } catch {
    // A file opened without a server, a frame without an origin.
  }
  if (nonce || document.querySelector('meta[http-equiv="content-security-policy" i]')) return null;
  let url = '';
  try {
    url = URL.createObjectURL(new Blob([`(${scriptText()})()`], { type: 'text/javascript' }));
    return start(url);
  } catch {
    URL.revokeObjectURL(url);
    return null;
  }
}

const isOwnFile = (src: string): boolean =>
  /\/report-timeline[^/]*\.js$/.test(src.split(/[?#]/, 1)[0]!) && new URL(src).origin === location.origin;

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
