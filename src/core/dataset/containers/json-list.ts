import { isObject, parseJson, type JsonObject } from '../../util/json.js';
import type { IssueLog } from '../issue-log.js';
import { usualBatch, type RecordForm, type RecordSource, type SourceFault } from './record-source.js';

/** JSON text that comes in pieces, of which the list of records is parsed as it comes. */
export interface JsonList extends RecordSource {
  /** The whole text while no record has been handed out; null afterwards. */
  text(): string | null;
}

/** Under one of these keys an object has its list: ours, that of vis-timeline, that of the ACLED API. */
const listKeys: readonly string[] = ['events', 'items', 'data'];

/** The key of an object's list: the first that is one. */
export const listKeyOf = (file: JsonObject): string | undefined =>
  [...Object.keys(file), ...listKeys].find((key) => listKeys.includes(key) && Array.isArray(file[key]));

/** Values are records, whatever they are. */
export const valueForm: RecordForm = { read: (value) => value ?? null, check: () => true };

/** What cannot be cut is kept until it can; a text has to fit into one string. */
const mostPending = 1 << 28;

/**
 * Finds the list of records in a text, at its top or under a key of an object, and cuts it into batches of
 * whole records: nowhere is the text as a whole in memory, nor everything that is in it.
 *
 * A batch is cut behind the last `},`. If that lies inside a record, the batch is no JSON; then, and from then on, depth
 * and strings are counted.
 *
 * @param batch characters that are cut at once
 */
export function createJsonList(log: IssueLog, batch = usualBatch): JsonList {
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
  let fault: SourceFault | null = null;

  function join(): void {
    pending += fresh;
    fresh = '';
  }

  function findHead(): boolean {
    if (head !== null) return true;
    join();
    const list = findList(pending);
    if (!list) return false;
    const { start, name } = list;
    log.places = { list: name, first: 1 };
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
    form: valueForm,
    get isOver() {
      return fault !== null;
    },
    push(text) {
      if (fault) return;
      join();
      fresh = text;
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
      if (!findHead()) return { entries: [], frame: null, fault: 'broken' };
      let records: readonly unknown[] = [];
      if (tail === null && !fault) {
        isNested = true;
        records = cut() ?? [];
        if (tail === null && !fault) records = [...records, ...salvage()];
      }
      const whole = tail === null ? null : parseFrame(`${head}]${tail}`);
      if (!whole) fault ??= isOpenObject(head!, tail!) ? 'cut-off' : 'broken';
      return { entries: records, frame: whole ?? frame(), fault };
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

/** Where the list begins, behind its bracket, and what it is called; null while that is not seen. */
export function findList(text: string): { readonly start: number; readonly name: string } | null {
  let at = skipBlanks(text, 0);
  if (text.charCodeAt(at) === opening) return { start: at + 1, name: 'events' };
  if (text.charCodeAt(at) !== openingBrace) return null;
  do {
    const start = skipBlanks(text, at + 1);
    const end = text.charCodeAt(start) === quote ? endOfString(text, start) : -1;
    at = skipBlanks(text, end + 1);
    if (end < 0 || text.charCodeAt(at) !== colon) return null;
    at = skipBlanks(text, at + 1);
    const name = text.slice(start + 1, end);
    if (text.charCodeAt(at) === opening && listKeys.includes(name)) return { start: at + 1, name };
    at = nextBoundary(text, at);
  } while (text.charCodeAt(at) === comma);
  return null;
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
