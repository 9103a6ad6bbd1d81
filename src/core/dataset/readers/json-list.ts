import { isObject, type JsonObject } from '../../util/json.js';

/** Why the text is not all JSON: it ends before it is whole, or something in it is wrong. */
export type JsonFault = 'cut-off' | 'broken';

/** What is known of a text at its end. */
export interface JsonEnd {
  /** The records that had not been handed out. */
  readonly records: readonly unknown[];
  /** All of the text but the records, or as much of it as can be read; null when no list was found. */
  readonly frame: JsonObject | null;
  readonly fault: JsonFault | null;
}

/** JSON text that comes in pieces, of which the list of events is parsed as it comes. */
export interface JsonList {
  push(text: string): void;
  /** Records that are whole by now; null when there is too little text for it to be worth while. */
  next(): readonly unknown[] | null;
  /** What stands before the list. */
  readonly frame: () => JsonObject;
  /** The whole text while no record has been handed out; null afterwards. */
  text(): string | null;
  /** Nothing that comes can be read any more. */
  readonly isOver: boolean;
  end(): JsonEnd;
}

/** The parser is fastest with some hundred records at once, and takes about a millisecond for them. */
const usualBatch = 100_000;

/** What cannot be cut is kept until it can; a text has to fit into one string. */
const mostPending = 1 << 28;

/**
 * Finds the list of events in a text, at its top or under the key `events` of an object, and cuts it into batches of
 * whole records: nowhere is the text as a whole in memory, nor everything that is in it.
 *
 * A batch is cut behind the last `},`. If that lies inside a record, the batch is no JSON; then, and from then on, depth
 * and strings are counted.
 *
 * @param batch characters that are cut at once
 */
export function createJsonList(batch = usualBatch): JsonList {
  let pending = '';
  /** The last piece, which follows what is pending. Joined with it only once, together with the brackets of a batch. */
  let fresh = '';
  let wanted = batch;
  /** Up to the bracket that opens the list. */
  let head: string | null = null;
  /** From behind the bracket that closes it. */
  let tail: string | null = null;
  let isNested = false;
  let isAfterComma = false;
  let fault: JsonFault | null = null;

  function join(): void {
    pending += fresh;
    fresh = '';
  }

  function findHead(): boolean {
    if (head !== null) return true;
    join();
    const start = findList(pending);
    if (start < 0) return false;
    head = pending.slice(0, start);
    pending = pending.slice(start);
    return true;
  }

  /** Cuts behind the last record that is whole. */
  function cut(): readonly unknown[] | null {
    const last = isNested ? -1 : fresh.lastIndexOf('},');
    const guessed = last < 0 ? null : parseList(pending + fresh.slice(0, last + 1));
    if (guessed) {
      pending = fresh.slice(last + 2);
      fresh = '';
      isAfterComma = true;
      return guessed;
    }
    join();
    isNested ||= last >= 0;
    let end = -1;
    let next = nextBoundary(pending, 0);
    while (next >= 0) {
      end = next;
      next = pending.charCodeAt(end) === comma ? nextBoundary(pending, end + 1) : -1;
    }
    if (end < 0) {
      wanted = 2 * pending.length;
      if (pending.length > mostPending) fault = 'broken';
      return null;
    }
    const records = parseList(pending.slice(0, end));
    const isEnd = pending.charCodeAt(end) !== comma;
    if (!records || (isEnd && (pending.charCodeAt(end) !== closing || (isAfterComma && records.length === 0)))) {
      return salvage();
    }
    isAfterComma = !isEnd;
    pending = pending.slice(end + 1);
    if (isEnd) [tail, pending] = [pending, ''];
    return records;
  }

  /** The records before the fault, one by one. */
  function salvage(): readonly unknown[] {
    const records: unknown[] = [];
    for (let start = 0; ;) {
      const end = nextBoundary(pending, start);
      const record = parseList(pending.slice(start, end < 0 ? undefined : end));
      if (record?.length === 1) records.push(record[0]);
      if (end < 0 || record?.length !== 1 || pending.charCodeAt(end) !== comma) {
        fault = end < 0 ? 'cut-off' : 'broken';
        pending = '';
        return records;
      }
      start = end + 1;
    }
  }

  function frame(): JsonObject {
    return parseFrame(`${head}]}`) ?? {};
  }

  return {
    get isOver() {
      return fault !== null;
    },
    push(text) {
      if (fault) return;
      join();
      // A byte order mark is no JSON.
      fresh = head === null && pending === '' && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
      if (tail !== null) {
        tail += fresh;
        fresh = '';
      }
      if (tail !== null && tail.length > mostPending) fault = 'broken';
    },
    next() {
      if (fault || tail !== null || pending.length + fresh.length < wanted) return null;
      if (!findHead()) {
        wanted = 2 * pending.length;
        if (pending.length > mostPending) fault = 'broken';
        return null;
      }
      wanted = batch;
      return pending.length + fresh.length < wanted ? null : cut();
    },
    frame,
    text() {
      join();
      return head === null ? pending : null;
    },
    end() {
      join();
      if (!findHead()) return { records: [], frame: null, fault: 'broken' };
      let records: readonly unknown[] = [];
      if (tail === null && !fault) {
        isNested = true;
        records = cut() ?? [];
        if (tail === null && !fault) records = [...records, ...salvage()];
      }
      const whole = tail === null ? null : parseFrame(`${head}]${tail}`);
      if (!whole) fault ??= isOpenObject(head!, tail!) ? 'cut-off' : 'broken';
      return { records, frame: whole ?? frame(), fault };
    },
  };
}

const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;
const opening = 0x5b;
const backslash = 0x5c;
const closing = 0x5d;
const openingBrace = 0x7b;
const closingBrace = 0x7d;

/** Undefined for what is no JSON; no JSON means undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const parseList = (text: string): readonly unknown[] | null =>
  (parseJson(`[${text}]`) as readonly unknown[] | undefined) ?? null;

/** An object, or the list alone, of which nothing else is known; null for what is no JSON. */
function parseFrame(text: string): JsonObject | null {
  const value = parseJson(text);
  return isObject(value) ? value : Array.isArray(value) ? {} : null;
}

/** Of what stands around the list: an object that is not closed. */
function isOpenObject(head: string, tail: string): boolean {
  let at = -1;
  do at = nextBoundary(tail, at + 1);
  while (tail.charCodeAt(at) === comma);
  return at < 0 && head.trimStart().charCodeAt(0) === openingBrace;
}

/** Where the list begins: behind its bracket; −1 while that is not seen. */
function findList(text: string): number {
  let at = skipBlanks(text, 0);
  if (text.charCodeAt(at) === opening) return at + 1;
  if (text.charCodeAt(at) !== openingBrace) return -1;
  do {
    const start = skipBlanks(text, at + 1);
    const end = text.charCodeAt(start) === quote ? endOfString(text, start) : -1;
    at = skipBlanks(text, end + 1);
    if (end < 0 || text.charCodeAt(at) !== colon) return -1;
    at = skipBlanks(text, at + 1);
    if (text.slice(start, end + 1) === '"events"' && text.charCodeAt(at) === opening) return at + 1;
    at = nextBoundary(text, at);
  } while (text.charCodeAt(at) === comma);
  return -1;
}

/** The comma or the bracket that ends the value which begins here, or −1: outside of strings, and of what is opened here. */
function nextBoundary(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      at = endOfString(text, at);
      if (at < 0) return -1;
    } else if (code === opening || code === openingBrace) depth++;
    else if (code === closing || code === closingBrace) {
      if (depth-- === 0) return at;
    } else if (code === comma && depth === 0) return at;
  }
  return -1;
}

/** The quotation mark that ends the string which begins here, or −1. */
function endOfString(text: string, start: number): number {
  for (let at = start; ;) {
    at = text.indexOf('"', at + 1);
    let escapes = 0;
    while (at >= 0 && text.charCodeAt(at - 1 - escapes) === backslash) escapes++;
    if (escapes % 2 === 0) return at;
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (' \n\r\t'.includes(text.charAt(at)) && at < text.length) at++;
  return at;
}
