import { createReader, type RawReading } from '../core/dataset/reading.js';
import { createDecoder } from './decode-text.js';

/** How a worker of ours is called: a worker that a page starts from the script for itself gets nothing of this. */
export const workerName = 'report-timeline';

/** From the page: bytes, then the end. */
export type WorkerRequest = { readonly bytes: Uint8Array } | { readonly finish: { readonly stopped: boolean } };

/** To the page: a greeting, then how far it is (after each request and now and then), then the reading or what went wrong. */
export type WorkerAnswer =
  | { readonly size: number }
  | { readonly events: number; readonly isFull: boolean; readonly taken: number }
  | { readonly reading: RawReading }
  | { readonly fault: string };

interface WorkerScope {
  readonly name?: string;
  onmessage: ((message: { readonly data: WorkerRequest }) => void) | null;
  postMessage(answer: WorkerAnswer, transfer?: readonly ArrayBuffer[]): void;
}

/** A sign of life at least this often, so that the page knows a long step from a dead worker. */
const aliveMs = 1000;

/**
 * Reads for the page, where this is our own worker. Tells whether it is: nothing else of the script may run there, for
 * lack of a document.
 *
 * @param size the size of this script, by which the page knows whether its server has another version of it by now
 */
export function serveReading(size: number): boolean {
  const scope = globalThis as unknown as WorkerScope;
  if (typeof document !== 'undefined' || scope.name !== workerName) return false;
  const decode = createDecoder();
  const reader = createReader();
  const report = (taken: number): void =>
    scope.postMessage({ events: reader.eventCount, isFull: reader.isFull, taken });

  const serve = (request: WorkerRequest): void => {
    if ('bytes' in request) {
      if (!reader.isFull) reader.push(decode(request.bytes));
      return report(1);
    }
    if (!reader.isFull) reader.push(decode());
    const work = reader.finish(request.finish.stopped);
    for (let last = performance.now(); ;) {
      const step = work.next();
      if (step.done) return scope.postMessage({ reading: step.value }, buffersOf(step.value.parts));
      if (performance.now() - last < aliveMs) continue;
      last = performance.now();
      report(0);
    }
  };
  scope.onmessage = ({ data }) => {
    try {
      serve(data);
    } catch (error) {
      scope.postMessage({ fault: String(error) });
    }
  };
  scope.postMessage({ size });
  return true;
}

/** The memory of all columns: it changes hands instead of being copied. */
function buffersOf(value: unknown, depth = 3): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const visit = (part: unknown, left: number): void => {
    if (ArrayBuffer.isView(part)) found.add(part.buffer as ArrayBuffer);
    else if (left > 0 && part && Object.getPrototypeOf(part) === Object.prototype)
      for (const each of Object.values(part)) visit(each, left - 1);
  };
  visit(value, depth);
  return [...found];
}
