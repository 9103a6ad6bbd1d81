import type { IntakeOptions } from '../core/dataset/intake.js';
import { createReader, readValue, telling, type RawReading } from '../core/dataset/reading.js';
import { TableRows } from '../core/dataset/containers/table-rows.js';
import { createDecoder } from './decode-text.js';
import { createPace, runInSlices } from './slices.js';

/** As much as is read between two looks at the clock: a few milliseconds of work on a slow machine. */
const pieceSize = 131_072;

/** A file being read as its bytes come in, here or in a worker. */
export interface ByteReader {
  /** Bytes and events read so far, as far as is known. */
  readonly bytes: number;
  readonly events: number;
  /** A limit is reached: no more bytes are wanted. */
  readonly isFull: boolean;
  /** Takes the next bytes; settles when it can take more. They are no longer the caller's. */
  write(bytes: Uint8Array): Promise<void>;
  /** No more bytes will come; `stopped` on request, not because the file is at its end. */
  finish(stopped: boolean): Promise<RawReading>;
  /** Gives up. */
  close(): void;
}

/** What is known of a file besides its bytes; plain data, for a worker to be sent. */
export interface FileOptions extends IntakeOptions {
  /** The encoding that the server names; null where it names none. */
  readonly charset?: string | null;
}

/** What a reader hears and tells on the way. */
export interface ByteReaderOptions {
  /** Gives all up. */
  readonly signal: AbortSignal;
  /** No more bytes need be taken. */
  readonly stop?: AbortSignal;
  /** Some more were read. */
  readonly onRead?: () => void;
  readonly file?: FileOptions;
}

/** Reads on the page's own thread, in slices. */
export function createReaderHere({ signal, stop, onRead, file = {} }: ByteReaderOptions): ByteReader {
  let read = 0;
  const decode = createDecoder(file.charset);
  const reader = createReader(file);
  const pace = createPace();
  return {
    get bytes() {
      return read;
    },
    get events() {
      return reader.eventCount;
    },
    get isFull() {
      return reader.isFull;
    },
    async write(bytes) {
      for (let at = 0; at < bytes.length && !reader.isFull && !stop?.aborted; at += pieceSize) {
        const piece = bytes.subarray(at, at + pieceSize);
        reader.push(decode(piece));
        read += piece.length;
        onRead?.();
        if (pace.isDue()) await pace.rest();
        signal.throwIfAborted();
      }
    },
    async finish(stopped) {
      reader.push(decode());
      return runInSlices(reader.finish(stopped), signal);
    },
    close() {},
  };
}

/** How far the reading of a value that the page gave is. */
export interface GivenProgress {
  readonly events: number;
  /** From 0 to 1; null where it is not seen at once how many there are. */
  readonly share: number | null;
}

/** Reads what the page gave as data, an object, a table or a text, in steps of a few milliseconds. */
export function* readGiven(
  data: unknown,
  stop: AbortSignal,
  options: IntakeOptions = {},
): Generator<GivenProgress, RawReading> {
  if (typeof data === 'string') return yield* readText(data, stop, options);
  const all = lengthOf(data);
  const signal = {
    get stopped() {
      return stop.aborted;
    },
  };
  return yield* telling(readValue(data, signal, options), (events) => ({
    events,
    share: all && Math.min(1, events / all),
  }));
}

/** How many events a text has is not known before its end; how much of it was read is. */
function* readText(text: string, stop: AbortSignal, options: IntakeOptions): Generator<GivenProgress, RawReading> {
  const reader = createReader(options);
  let at = 0;
  const tell = (): GivenProgress => ({ events: reader.eventCount, share: Math.min(1, at / text.length || 0) });
  for (; at < text.length && !reader.isFull && !stop.aborted; at += pieceSize) {
    reader.push(text.slice(at, at + pieceSize));
    yield tell();
  }
  return yield* telling(reader.finish(at < text.length && stop.aborted), tell);
}

/** The keys under which files have their list. */
const listKeys = ['events', 'items', 'data'];

function lengthOf(data: unknown): number | null {
  const list =
    data instanceof TableRows
      ? (data.rows as { readonly length?: number })
      : Array.isArray(data)
        ? data
        : listKeys.map((key) => (data as Record<string, unknown>)[key]).find(Array.isArray);
  return list?.length || null;
}
