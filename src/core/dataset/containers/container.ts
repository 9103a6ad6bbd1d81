import { isObject, parseJson } from '../../util/json.js';
import { findList } from './json-list.js';

/** In what a file holds its records; a page of HTML, or of XML, holds none. */
export type Container = 'json' | 'lines' | 'table' | 'markup';

/** Longer blanks at the beginning are those of a table. */
const mostBlanks = 1 << 16;

/** A name in angle brackets, or what only markup begins with. A table may have such names, with a delimiter behind. */
const isMarkup = /^<(?:[!?]|[a-z][\w:.-]*(?:\s|\/?>(?![,;\t|]|$)))/i;
const longestTag = 64;

/** An object that stands in the line from here; empty for anything else, null while its end is not seen. */
function secondLine(text: string, from: number, isEnd: boolean): string | null {
  const start = from + text.slice(from).search(/\S/);
  if (start < from) return isEnd ? '' : null;
  if (text[start] !== '{') return '';
  const end = text.indexOf('\n', start);
  return end < 0 && !isEnd ? null : text.slice(start, end < 0 ? undefined : end);
}

/**
 * Tells from its beginning what a text is. JSON and lines of JSON both may begin with `{`: behind the first line of the
 * one, no other `{` can follow its `}`. Null while that is not seen, and for an empty text.
 *
 * @param batch where a first line is at least this long and a list begins in it, it is JSON
 */
export function containerOf(text: string, isEnd: boolean, batch: number): Container | null {
  const start = text.search(/\S/);
  if (start < 0) return text.length > mostBlanks ? 'table' : null;
  const first = text[start]!;
  if (first === '[') return 'json';
  if (first === '<') {
    const beginning = text.slice(start, start + longestTag);
    if (isMarkup.test(beginning)) return 'markup';
    if (beginning.length < longestTag && !isEnd && !/[>\n]./.test(beginning)) return null;
  }
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? undefined : end).trimEnd();
  // What is broken in it may be the first line only.
  if (first !== '{' || (end >= 0 && !/[[{}:,]$/.test(line))) {
    const second = end < 0 ? null : secondLine(text, end + 1, isEnd);
    if (second === null && !isEnd && text.length - start < mostBlanks) return null;
    if (isObject(parseJson(second ?? ''))) return 'lines';
  }
  if (first !== '{') return 'table';
  if (line.length >= batch && findList(line)) return 'json';
  if (end >= 0 && !line.endsWith('}')) return 'json';
  const next = end < 0 ? '' : text.slice(end).trimStart();
  if (next === '' && !isEnd) return null;
  return next.startsWith('{') ? 'lines' : 'json';
}
