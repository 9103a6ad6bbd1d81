import type { DatasetParts } from './dataset.js';
import type { Issue } from './issue.js';
import { createIssueLog } from './issue-log.js';
import { readReport } from './readers/report.js';

/** What reading gives: always issues, and a data set unless nothing at all could be read. Plain data, for a worker to send. */
export interface RawReading {
  readonly parts: DatasetParts | null;
  readonly issues: readonly Issue[];
}

/** One file being read, piece by piece. */
export interface DatasetReader {
  /** Text in the order of the file, in pieces of any size. */
  push(text: string): void;
  /** Events read so far. */
  readonly eventCount: number;
  /** A limit is reached (events, memory); the rest need not be fetched. */
  readonly isFull: boolean;
  /** No more text will come. `stopped`: on request, so that the end of the file was never seen. */
  finish(stopped?: boolean): Generator<void, RawReading>;
}

/** Reads a file from its text. */
export function createReader(): DatasetReader {
  let text = '';
  return {
    push: (piece) => void (text += piece),
    eventCount: 0,
    isFull: false,
    *finish() {
      const reading = readValue(text);
      for (;;) {
        const { done, value } = reading.next();
        if (done) return value;
        yield;
      }
    },
  };
}

/**
 * Reads a value that `JSON.parse` may have made, or a text. Yields the number of events so far, every few milliseconds
 * of work.
 */
export function* readValue(data: unknown, _signal?: { readonly stopped: boolean }): Generator<number, RawReading> {
  yield 0;
  const log = createIssueLog();
  // No JSON text means undefined: it stands for a text that could not be parsed, and whose issue is noted already.
  const value = typeof data === 'string' ? parseJson(data, log) : (data ?? null);
  const parts = value === undefined ? null : readReport(value, log);
  return { parts, issues: log.issues };
}

function parseJson(text: string, log: ReturnType<typeof createIssueLog>): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) as unknown;
  } catch {
    const start = text.trimStart().slice(0, 15).toLowerCase();
    const isPage = start.startsWith('<!doctype') || start.startsWith('<html');
    const message = isPage
      ? 'The answer is a web page (HTML), not JSON. Check the address of the data.'
      : text.trim() === ''
        ? 'The file is empty; JSON was expected.'
        : `The text is not valid JSON${looksCutOff(text) ? '; it ends too early, as if it were cut off' : ''}.`;
    log.add('not-json', '', message);
    return undefined;
  }
}

const looksCutOff = (text: string): boolean => /^\s*[[{]/.test(text) && !/[\]}]\s*$/.test(text);
