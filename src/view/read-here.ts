import { createReader, readValue, telling, type RawReading } from '../core/dataset/reading.js';
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

/** What a reader hears and tells on the way. */
export interface ByteReaderOptions {
  /** Gives all up. */
  readonly signal: AbortSignal;
  /** No more bytes need be taken. */
  readonly stop?: AbortSignal;
  /** Some more were read. */
  readonly onRead?: () => void;
}

/** Reads on the page's own thread, in slices. */
export function createReaderHere({ signal, stop, onRead }: ByteReaderOptions): ByteReader {
  let read = 0;
  const decode = createDecoder();
  const reader = createReader();
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

/** Reads what the page gave as data, an object or a text, in steps of a few milliseconds. */
export function* readGiven(data: unknown, stop: AbortSignal): Generator<GivenProgress, RawReading> {
  const all = lengthOf(data);
  const signal = {
    get stopped() {
      return stop.aborted;
    },
  };
  return yield* telling(readValue(data, signal), (events) => ({ events, share: all && events / all }));
}

function lengthOf(data: unknown): number | null {
  const list = Array.isArray(data) ? data : (data as { events?: unknown }).events;
  return Array.isArray(list) && list.length > 0 ? list.length : null;
}
