import { grown } from '../util/typed-arrays.js';
import { endings, remarks, type Issue, type IssueCode } from './issue.js';

/** A list of a million problems helps nobody, and costs memory; the counts go on. */
const mostIssues = 1000;
/** So that many of one kind do not hide another. */
const mostOfKind = 100;
/** Of a value that is wrong, so much is quoted. */
const longestValue = 80;

/** How a file counts its records. */
export interface RecordPlaces {
  /** The list's name in the path of an issue; null where the records are counted: rows, as a spreadsheet does, or lines. */
  readonly list: string | null;
  /** What is counted; default rows. */
  readonly unit?: 'line';
  /** The number of the first record. */
  readonly first: number;
}

/** Collects the problems of one reading. */
export interface IssueLog {
  readonly issues: readonly Issue[];
  /** How many there were of each kind, listed or not. */
  readonly counts: ReadonlyMap<IssueCode, number>;
  /** Records that became events, of which something was left out or changed. */
  readonly repaired: number;
  /** The record that is read, from 0; null for what is said of the file as a whole. */
  row: number | null;
  /** Places in the list, in order, of what is no event: left out, empty, or something else. */
  readonly skipped: number[];
  /** The record `row` is no event. What was wrong in it is why, and no repair. */
  skip(): void;
  places: RecordPlaces;
  /** Where a record stands. */
  pathOf(row: number): string;
  /**
   * Counts one more of a kind of which no more are listed; false where the next has to be added. For what a million
   * records may have in common, so that not each of them makes a path and a sentence.
   */
  countUnlisted(code: IssueCode): boolean;
  /** @param value what stands there */
  add(code: IssueCode, path: string, message: string, events?: readonly string[], value?: unknown): void;
}

export function createIssueLog(): IssueLog {
  const issues: Issue[] = [];
  const counts = new Map<IssueCode, number>();
  const listed = new Map<IssueCode, number>();
  const repaired = new BitSet();
  const skipped: number[] = [];

  const unlisted = (): Issue[] =>
    Array.from(counts).flatMap(([code, count]): Issue[] => {
      const left = count - (listed.get(code) ?? 0);
      const message = `${left.toLocaleString('en')} more of the kind "${code}" are not listed one by one.`;
      return left > 0 ? [{ code: 'too-many-issues', path: '', value: code, count: left, message }] : [];
    });

  const log: IssueLog = {
    row: null,
    skipped,
    skip() {
      skipped.push(log.row!);
      repaired.delete(log.row!);
    },
    places: { list: 'events', first: 1 },
    counts,
    get issues() {
      return [...issues, ...unlisted()];
    },
    get repaired() {
      return repaired.size;
    },
    pathOf(row) {
      const { list, unit = 'row', first } = log.places;
      return list === null ? `${unit} ${row + first}` : `${list}[${row}]`;
    },
    countUnlisted(code) {
      // The first of a kind is listed, and why a file ends early, however much else was wrong.
      if ((listed.get(code) ?? 0) < (issues.length < mostIssues ? mostOfKind : 1) || endings.has(code)) return false;
      counts.set(code, counts.get(code)! + 1);
      if (log.row !== null && !remarks.has(code)) repaired.add(log.row);
      return true;
    },
    add(code, path, message, events, value) {
      if (log.countUnlisted(code)) return;
      const { row, places } = log;
      counts.set(code, (counts.get(code) ?? 0) + 1);
      if (row !== null && !remarks.has(code)) repaired.add(row);
      listed.set(code, (listed.get(code) ?? 0) + 1);
      issues.push({
        code,
        path,
        message,
        ...(row !== null && { row: row + places.first }),
        ...(value !== undefined && value !== null && { value: quoted(value) }),
        ...(events && { events }),
      });
    },
  };
  return log;
}

function quoted(value: unknown): string {
  const text = typeof value === 'string' ? value : jsonOf(value);
  // Half a surrogate pair is no letter.
  return text.length > longestValue ? `${text.slice(0, longestValue).replace(/[\ud800-\udbff]$/, '')}…` : text;
}

/** A page may give what no file holds: an object that holds itself has no JSON. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return typeof value === 'bigint' ? String(value) : '{…}';
  }
}

/** Which numbers were added and not taken out again, a bit for each. */
class BitSet {
  size = 0;
  #bits = new Uint8Array(0);

  add(n: number): void {
    const byte = n >> 3;
    const bit = 1 << (n & 7);
    while (byte >= this.#bits.length) this.#bits = grown(this.#bits);
    if (this.#bits[byte]! & bit) return;
    this.#bits[byte]! |= bit;
    this.size++;
  }

  delete(n: number): void {
    const bit = 1 << (n & 7);
    if (!((this.#bits[n >> 3] ?? 0) & bit)) return;
    this.#bits[n >> 3]! ^= bit;
    this.size--;
  }
}
