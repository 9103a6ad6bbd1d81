import type { DatasetParts } from '../core/dataset/dataset.js';
import type { TimelineEvent } from '../core/dataset/event.js';
import { createReader, type RawReading } from '../core/dataset/reading.js';
import { blockAt, type TextColumn } from '../core/dataset/text-column.js';
import { isObject } from '../core/util/json.js';
import { createDecoder } from './decode-text.js';
import type { FileOptions } from './read-here.js';

/** How a worker of ours is called: a worker that a page starts from the script for itself gets nothing of this. */
export const workerName = 'report-timeline';

/** From the page: what is known of the file, then bytes, then the end. */
export type WorkerRequest =
  { readonly file: FileOptions } | { readonly bytes: Uint8Array } | { readonly finish: { readonly stopped: boolean } };

/**
 * To the page: a greeting; then how far it is, after each request and now and then; then the texts of the reading, and
 * what its columns do not hold, in many messages, because a page that unpacks all at once would stand still; then the
 * reading without them, or what went wrong.
 */
export type WorkerAnswer =
  | { readonly size: number }
  | { readonly events: number; readonly isFull: boolean; readonly bytes: number }
  | { readonly column: string; readonly blocks: readonly string[] }
  | { readonly rest: readonly (readonly [event: number, fields: Partial<TimelineEvent>])[] }
  | { readonly reading: RawReading }
  | { readonly fault: string };

interface WorkerScope {
  readonly name?: string;
  onmessage: ((message: { readonly data: WorkerRequest }) => void) | null;
  postMessage(answer: WorkerAnswer, transfer?: readonly ArrayBuffer[]): void;
}

/** So much text in one message: a few milliseconds for the page. */
const messageCharacters = 1_000_000;
/** So many objects in one message, for the same time. */
const messageObjects = 2000;

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
  let decode = createDecoder();
  let reader = createReader();
  let bytes = 0;
  const report = (): void => scope.postMessage({ events: reader.eventCount, isFull: reader.isFull, bytes });

  const serve = (request: WorkerRequest): void => {
    if ('file' in request) {
      decode = createDecoder(request.file.charset);
      reader = createReader(request.file);
      return;
    }
    if ('bytes' in request) {
      if (!reader.isFull) reader.push(decode(request.bytes));
      bytes += request.bytes.length;
      return report();
    }
    if (!reader.isFull) reader.push(decode());
    const work = reader.finish(request.finish.stopped);
    for (let last = performance.now(); ;) {
      const step = work.next();
      if (step.done) return sendReading(step.value, scope);
      if (performance.now() - last < aliveMs) continue;
      last = performance.now();
      report();
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

function sendReading({ parts, ...others }: RawReading, scope: WorkerScope): void {
  const columns: Record<string, unknown> = { ...parts };
  for (const [column, texts] of Object.entries(columns)) {
    if (!isTextColumn(texts)) continue;
    columns[column] = { ...texts, blocks: [] };
    let blocks: string[] = [];
    let size = 0;
    for (let i = 0; i < texts.blocks.length; i++) {
      const block = blockAt(texts, i);
      blocks.push(block);
      size += block.length;
      if (size < messageCharacters) continue;
      scope.postMessage({ column, blocks });
      blocks = [];
      size = 0;
    }
    scope.postMessage({ column, blocks });
  }
  if (parts) {
    const entries = [...parts.rest];
    for (let at = 0; at < entries.length; at += messageObjects) {
      scope.postMessage({ rest: entries.slice(at, at + messageObjects) });
    }
    columns['rest'] = new Map();
  }
  const reading = { parts: parts && (columns as unknown as DatasetParts), ...others };
  scope.postMessage({ reading }, [...buffersOf(columns)]);
}

const isTextColumn = (value: unknown): value is TextColumn => isObject(value) && Array.isArray(value['blocks']);

/** The memory of all columns: it changes hands instead of being copied. */
function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
  else if (isObject(value) && !(value instanceof Map)) for (const part of Object.values(value)) buffersOf(part, found);
  return found;
}
