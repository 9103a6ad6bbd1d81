import { findList } from './json-list.js';

/** In what a file holds its records; a page of HTML, or of XML, holds none. */
export type Container = 'json' | 'lines' | 'table' | 'markup';

/** Longer blanks at the beginning are those of a table. */
const mostBlanks = 1 << 16;

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
    if (/^<(!|\?xml|html)/i.test(text.slice(start, start + 9))) return 'markup';
    return isEnd || text.length - start > 9 ? 'table' : null;
  }
  if (first !== '{') return 'table';
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? undefined : end).trimEnd();
  if (line.length >= batch && findList(line)) return 'json';
  if (end >= 0 && !line.endsWith('}')) return 'json';
  const next = end < 0 ? '' : text.slice(end).trimStart();
  if (next === '' && !isEnd) return null;
  return next.startsWith('{') ? 'lines' : 'json';
}
