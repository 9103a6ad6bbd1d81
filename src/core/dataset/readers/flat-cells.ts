import { plainSpelling } from '../../i18n/spelling.js';
import { isMissing, isObject, type JsonObject } from '../../util/json.js';
import { betweenLinks, listSeparator } from '../cell-text.js';
import type { CodeName } from '../dataset.js';
import type { Claim, Count } from '../event.js';
import { countOfText } from './shared/count-text.js';
import type { Fields } from './shared/fields.js';
import { readCount } from './report-parts.js';
import { readUrl } from './shared/markup.js';
import { isUnstated } from './shared/unstated.js';

/** Values as tables and programs write them: numbers as texts, several values in one cell, words for "not stated". */
export interface FlatCells {
  /** Whether a text is several values. */
  isList(column: CodeName, text: string): boolean;
  /** The values of a list, or of a cell that has several; an object stands for its name. */
  list(column: CodeName, record: JsonObject, key: string, path: string): readonly string[];
  /** A number, or a text that is one, with a point or a comma before its decimals; `NaN` where there is none. */
  number(record: JsonObject, key: string, path: string): number;
  /** A number of people: in one field, or its sides in fields of their own. */
  count(record: JsonObject, whose: 'killed' | 'injured', id: string, path: string): Count | null;
  /** Claims with a link each, where a cell has several links; else null. */
  linkedClaims(record: JsonObject, path: string): readonly Claim[] | null;
}

/** @param isTable the records are rows of texts; a list of JSON needs no separators */
export function createFlatCells(fields: Fields, isTable: boolean): FlatCells {
  const { log } = fields;

  function wholeCount(record: JsonObject, key: string, path: string): Count | null {
    const value = record[key];
    // Beyond that, numbers of JSON are not whole ones.
    if (typeof value === 'number' && value > Number.MAX_SAFE_INTEGER) return wrongCount(key, value, path);
    if (typeof value !== 'string') return readCount(value, `${path}.${key}`, fields);
    if (value === '' || isUnstated(value)) return null;
    const count = countOfText(value);
    return count === 'wrong' ? wrongCount(key, value, path) : count;
  }

  function sideCount(record: JsonObject, key: string, path: string): number | null {
    const count = wholeCount(record, key, path);
    return count && (count.best ?? wrongCount(key, record[key], path));
  }

  function wrongCount(key: string, value: unknown, path: string): null {
    const message = 'A whole number from 0 was expected here; it is taken as not stated.';
    log.add('invalid-count', `${path}.${key}`, message, undefined, value);
    return null;
  }

  const cells: FlatCells = {
    // A type is one word of the data's own.
    isList: (column, text) => isTable && column !== 'type' && listSeparator.test(text),
    list(column, record, key, path) {
      const value = record[key];
      if (isMissing(value)) return [];
      const isText = typeof value === 'string' && cells.isList(column, value);
      const given = isText ? partsOf(value) : fields.list(record, key, path).map(nameIn);
      return fields.strings({ [key]: given }, key, path).filter((text) => !isUnstated(text));
    },
    number(record, key, path) {
      const value = record[key];
      if (typeof value !== 'string') return fields.number(record, key, path) ?? NaN;
      const text = plainSpelling(value.trim()).replace(/^([^.,]*)[,٫](\d+)$/, '$1.$2');
      if (text === '' || isUnstated(text)) return NaN;
      const number = Number(text);
      if (Number.isFinite(number)) return number + 0;
      log.add('wrong-type', `${path}.${key}`, 'A number was expected here; it is left out.', undefined, value);
      return NaN;
    },
    count(record, whose, id, path) {
      const whole = wholeCount(record, whose, path);
      const sides = ['low', 'best', 'high'] as const;
      const [low = null, best = null, high = null] = sides.map((side) => sideCount(record, `${whose}_${side}`, path));
      const isWhole = (low ?? best ?? high) === null;
      const count = isWhole ? whole : { ...whole, low, best: best ?? whole?.best ?? null, high };
      if (!count) return null;
      const stated = [count.low, count.best, count.high].filter((n) => n !== null);
      if (stated.some((n, i) => n < stated[i - 1]!)) {
        const message = 'A lower number of this range is larger than a higher one; they are kept as they are.';
        log.add('inconsistent-count', `${path}.${whose}`, message, [id], stated.join(' – '));
      }
      return count;
    },
    linkedClaims(record, path) {
      const { url } = record;
      const links = isTable && typeof url === 'string' ? url.split(betweenLinks) : [];
      if (links.length < 2) return null;
      const by = cells.list('source', record, 'source', path);
      return Array.from({ length: Math.max(links.length, by.length) }, (_, i): Claim => {
        const link = readUrl({ url: links[i] }, 'url', path, fields);
        return { by: by[i] ?? '', ...(link !== null && { url: link }) };
      });
    },
  };
  return cells;
}

/** What programs hand on as an object has a name. */
const nameIn = (value: unknown): unknown =>
  isObject(value) ? (value['name'] ?? value['title'] ?? value['id'] ?? value) : value;

const partsOf = (text: string): string[] =>
  text.split(listSeparator).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
