import type { IntakeOptions } from '../core/dataset/intake.js';
import type { RawReading } from '../core/dataset/reading.js';
import { charsetOf } from './decode-text.js';
import { createReaderHere, readGiven, type ByteReader } from './read-here.js';
import { runInSlices } from './slices.js';
import { openWorkerReader } from './worker-reader.js';

/** Up to here a file is read where it arrives: a worker would take longer to start. */
const mostHereBytes = 1_000_000;

/** How far a load is. */
export interface Progress {
  readonly events: number;
  /** 0 where the page gave an object or a text. */
  readonly bytes: number;
  /** The size of the whole file; null where that is not known. */
  readonly total: number | null;
  /** From 0 to 1, of the bytes, or where there are none of the events or of the text; null where the whole is not known. */
  readonly share: number | null;
}

/** A load in progress, as seen by whoever asked for it. */
export interface LoadJob {
  /** Gives all up. */
  readonly signal: AbortSignal;
  /** Takes what was read so far for all. */
  readonly stop: AbortSignal;
  onProgress(progress: Progress): void;
}

/**
 * What was read, or why nothing was: the server refused, or could not be reached (which CORS and offline look like too),
 * or a file on the reader's device could not be read, as when it was moved or changed since it was chosen.
 */
export type Loaded =
  | { readonly ok: true; readonly reading: RawReading }
  | { readonly ok: false; readonly reason: 'http'; readonly status: number; readonly statusText: string }
  | { readonly ok: false; readonly reason: 'network' | 'file' };

/** A file of the page or of the reader, also of another window. A value that is none is not asked. */
export function isBlob(value: unknown): value is Blob {
  try {
    // The browser's own way to tell: it throws for anything else.
    Reflect.get(Blob.prototype, 'size', value);
    return true;
  } catch {
    return false;
  }
}

/** A file whose bytes can be asked for. */
interface OpenFile {
  readonly body: ReadableStream<Uint8Array> | null;
  /** In bytes; null where it is not known. */
  readonly size: number | null;
  readonly charset: string | null;
}

/**
 * Reads a file as it comes in: in a worker where it is large and the page allows one, in slices otherwise. An address is
 * fetched, with cookies for the page's own origin only; of a blob nothing leaves the page. Rejects with the reason of
 * `signal` when that aborts, at any time before everything is there; otherwise only when the reading itself broke off.
 */
export async function loadFrom(
  source: string | URL | Blob,
  job: LoadJob,
  options: IntakeOptions = {},
): Promise<Loaded> {
  const { signal, stop } = job;
  const request = new AbortController();
  const end = (): void => request.abort();
  for (const each of [signal, stop]) each.addEventListener('abort', end);
  let reader: ByteReader | undefined;
  const open: OpenReader = async (charset, onRead) => {
    const about = { signal, file: { ...options, charset } };
    const large = onRead && { ...about, stop, onRead };
    return (reader = (large && (await openWorkerReader(large, end))) || createReaderHere(large ?? about));
  };
  const loaded = await load(source, request.signal, job, open).finally(() => {
    reader?.close();
    end();
  });
  // Whatever else went wrong: who aborts wants to hear nothing more.
  signal.throwIfAborted();
  return loaded;
}

/** Makes the reader of a large file, which is told how far it is, or of a short one, which is not. */
type OpenReader = (charset: string | null, onRead?: () => void) => Promise<ByteReader>;

async function load(
  source: string | URL | Blob,
  request: AbortSignal,
  job: LoadJob,
  open: OpenReader,
): Promise<Loaded> {
  const { signal, stop } = job;
  signal.throwIfAborted();
  const file = isBlob(source) ? openBlob(source) : await openUrl(source, request);
  if ('ok' in file) return file;

  const { size, charset } = file;
  const body = file.body?.getReader();
  // Ends a read that waits, with nothing.
  request.addEventListener('abort', () => void body?.cancel().catch(() => {}));
  const held: Uint8Array[] = [];
  let received = 0;
  let isBroken = false;
  let bytes = 0;
  let reader: ByteReader | null = null;
  const report = (): void => {
    // What came before there was a reader was received only: it never counts backwards.
    bytes = Math.max(bytes, reader?.bytes ?? received);
    const total = size !== null && received <= size ? size : null;
    job.onProgress({ events: reader?.events ?? 0, bytes, total, share: total && bytes / total });
  };
  while (body && !reader?.isFull) {
    const part = await body.read().catch(() => null);
    signal.throwIfAborted();
    isBroken = !part && !stop.aborted && !reader?.isFull;
    if (!part?.value) break;
    held.push(part.value);
    received += part.value.length;
    if (received > mostHereBytes) reader ??= await open(charset, report);
    else report();
    while (reader && held.length > 0) await reader.write(held.shift()!);
  }
  reader ??= await open(charset);
  for (const part of held) await reader.write(part);
  // Of a file that broke off there may be events all the same.
  const reading = await reader.finish(stop.aborted || isBroken);
  if (!isBroken) return { ok: true, reading };
  if (reading.parts?.count) return { ok: true, reading: brokenOff(reading) };
  return { ok: false, reason: isBlob(source) ? 'file' : 'network' };
}

const openBlob = (blob: Blob): OpenFile => ({
  body: blob.stream(),
  size: blob.size,
  charset: charsetOf(blob.type),
});

async function openUrl(url: string | URL, signal: AbortSignal): Promise<OpenFile | Loaded> {
  const response = await fetch(url, { signal }).catch(() => null);
  if (!response) return { ok: false, reason: 'network' };
  const { ok, status, statusText, body, headers } = response;
  if (!ok) return { ok, reason: 'http', status, statusText };
  return { body, size: sizeOf(response), charset: charsetOf(headers.get('content-type')) };
}

/** Of the file as it is read. What is compressed on the way counts otherwise, and other origins do not tell if it is. */
function sizeOf({ headers, type }: Response): number | null {
  const size = Number(headers.get('content-length'));
  return size > 0 && type !== 'cors' && !headers.has('content-encoding') ? size : null;
}

/** Nobody stopped it. */
function brokenOff({ issues, ...reading }: RawReading): RawReading {
  const n = reading.parts!.count.toLocaleString('en');
  const message = `The file broke off after ${n} events; the rest of it is not shown.`;
  return { ...reading, issues: issues.map((issue) => (issue.code === 'stopped' ? { ...issue, message } : issue)) };
}

/** Reads what the page gave itself. What takes no longer than a slice is there at once, and no promise. */
export function loadGiven(data: unknown, job: LoadJob, options: IntakeOptions = {}): Loaded | Promise<Loaded> {
  const done = (reading: RawReading): Loaded => ({ ok: true, reading });
  const reading = runInSlices(readGiven(data, job.stop, options), job.signal, ({ events, share }) =>
    job.onProgress({ events, bytes: 0, total: null, share }),
  );
  return reading instanceof Promise ? reading.then(done) : done(reading);
}
