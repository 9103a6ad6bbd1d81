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
  const request = new AbortController();
  const end = (): void => request.abort();
  for (const signal of [job.signal, job.stop]) signal.addEventListener('abort', end);
  let reader: ByteReader | undefined;
  const open = async (isLarge: boolean): Promise<ByteReader> =>
    (reader = (isLarge && (await openWorkerReader(job.signal))) || createReaderHere(job.signal));
  const loaded = await load(url, request.signal, job, open).finally(() => {
    reader?.close();
    end();
  });
  // Whatever else went wrong: who aborts wants to hear nothing more.
  job.signal.throwIfAborted();
  return loaded;
}

async function load(
  url: string | URL,
  signal: AbortSignal,
  job: LoadJob,
  open: (isLarge: boolean) => Promise<ByteReader>,
): Promise<Loaded> {
  const network: Loaded = { ok: false, reason: 'network' };
  job.signal.throwIfAborted();
  const response = await fetch(url, { signal }).catch(() => null);
  if (!response) return network;
  const { ok, status, statusText } = response;
  if (!ok) return { ok, reason: 'http', status, statusText };

  const total = sizeOf(response);
  const body = response.body?.getReader();
  // Ends a read that waits, with nothing.
  signal.addEventListener('abort', () => void body?.cancel().catch(() => {}));
  const held: Uint8Array[] = [];
  let reader: ByteReader | null = null;
  let bytes = 0;
  const report = (): void => {
    const whole = total === null || bytes > total ? null : total;
    job.onProgress({ events: reader?.events ?? 0, bytes, total: whole, share: whole && bytes / whole });
  };
  while (body && !reader?.isFull) {
    const part = await body.read().catch(() => null);
    job.signal.throwIfAborted();
    if (!part && !job.stop.aborted) return network;
    if (!part?.value) break;
    held.push(part.value);
    bytes += part.value.length;
    if (bytes > mostHereBytes) reader ??= await open(true);
    while (reader && held.length > 0) await reader.write(held.shift()!);
    report();
  }
  reader ??= await open(false);
  for (const part of held) await reader.write(part);
  const isStopped = job.stop.aborted;
  return { ok, reading: await reader.finish(isStopped) };
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
