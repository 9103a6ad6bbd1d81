import type { RawReading } from '../core/dataset/reading.js';
import { createReaderHere, readGiven, type ByteReader } from './read-here.js';
import { runInSlices } from './slices.js';
import { openWorkerReader } from './worker-reader.js';

/** Up to here a file is read where it arrives: a worker would take longer to start. */
const mostHereBytes = 1_000_000;

/** How far a load is. */
export interface Progress {
  readonly events: number;
  /** 0 where the page gave the data itself. */
  readonly bytes: number;
  /** The size of the whole file; null where that is not known. */
  readonly total: number | null;
  /** From 0 to 1, of the bytes, or of the events where there are no bytes; null where the whole is not known. */
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

/** What was read, or why nothing was: the server refused, or could not be reached (which CORS and offline look like too). */
export type Loaded =
  | { readonly ok: true; readonly reading: RawReading }
  | { readonly ok: false; readonly reason: 'http'; readonly status: number; readonly statusText: string }
  | { readonly ok: false; readonly reason: 'network' };

/**
 * Fetches a file, with cookies for the page's own origin only, and reads it as it comes in: in a worker where it is
 * large and the page allows one, in slices otherwise. Rejects with the reason of `signal` when that aborts, at any time
 * before everything is there; otherwise only when the reading itself broke off.
 */
export async function loadFrom(url: string | URL, job: LoadJob): Promise<Loaded> {
  const { signal, stop } = job;
  const request = new AbortController();
  const end = (): void => request.abort();
  for (const each of [signal, stop]) each.addEventListener('abort', end);
  let reader: ByteReader | undefined;
  const open = async (onRead?: () => void): Promise<ByteReader> => {
    const large = onRead && { signal, stop, onRead };
    return (reader = (large && (await openWorkerReader(large, end))) || createReaderHere(large ?? { signal }));
  };
  const loaded = await load(url, request.signal, job, open).finally(() => {
    reader?.close();
    end();
  });
  // Whatever else went wrong: who aborts wants to hear nothing more.
  signal.throwIfAborted();
  return loaded;
}

/** @param open makes the reader of a large file, which is told how far it is, or of a short one, which is not */
async function load(
  url: string | URL,
  request: AbortSignal,
  job: LoadJob,
  open: (onRead?: () => void) => Promise<ByteReader>,
): Promise<Loaded> {
  const { signal, stop } = job;
  const network: Loaded = { ok: false, reason: 'network' };
  signal.throwIfAborted();
  const response = await fetch(url, { signal: request }).catch(() => null);
  if (!response) return network;
  const { ok, status, statusText } = response;
  if (!ok) return { ok, reason: 'http', status, statusText };

  const size = sizeOf(response);
  const body = response.body?.getReader();
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
    if (received > mostHereBytes) reader ??= await open(report);
    else report();
    while (reader && held.length > 0) await reader.write(held.shift()!);
  }
  reader ??= await open();
  for (const part of held) await reader.write(part);
  const reading = await reader.finish(stop.aborted);
  // Of a connection that broke off there may be events all the same.
  return isBroken && !reading.parts?.count ? network : { ok, reading };
}

/** Of the file as it is read. What is compressed on the way counts otherwise, and other origins do not tell if it is. */
function sizeOf({ headers, type }: Response): number | null {
  const size = Number(headers.get('content-length'));
  return size > 0 && type !== 'cors' && !headers.has('content-encoding') ? size : null;
}

/** Reads what the page gave itself. What takes no longer than a slice is there at once, and no promise. */
export function loadGiven(data: unknown, job: LoadJob): Loaded | Promise<Loaded> {
  const done = (reading: RawReading): Loaded => ({ ok: true, reading });
  const reading = runInSlices(readGiven(data, job.stop), job.signal, ({ events, share }) =>
    job.onProgress({ events, bytes: 0, total: null, share }),
  );
  return reading instanceof Promise ? reading.then(done) : done(reading);
}
