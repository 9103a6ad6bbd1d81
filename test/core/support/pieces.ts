import { createDataset } from '../../../src/core/dataset/dataset.js';
import { createReader, type RawReading, type ReaderOptions } from '../../../src/core/dataset/reading.js';

/** Runs a reading to its end. */
export function done(work: Generator<unknown, RawReading>): RawReading {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

export function readPieces(pieces: Iterable<string>, options: ReaderOptions = {}, stopped = false): RawReading {
  const reader = createReader(options);
  for (const piece of pieces) reader.push(piece);
  return done(reader.finish(stopped));
}

/** The text in pieces of these sizes, over and over. */
export function piecesOf(text: string, sizes: readonly number[]): string[] {
  const pieces: string[] = [];
  for (let at = 0, i = 0; at < text.length; i++) {
    const size = sizes[i % sizes.length]!;
    pieces.push(text.slice(at, at + size));
    at += size;
  }
  return pieces;
}

export const idsOf = ({ parts }: RawReading): string[] | null =>
  parts ? createDataset(parts).events.map(({ id }) => id) : null;
