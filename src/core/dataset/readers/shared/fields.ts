import type { LocalizedText } from '../../../i18n/localized-text.js';
import { isObject, type JsonObject } from '../../../util/json.js';
import type { IssueLog } from '../../issue-log.js';

/** A title of a page is read; a title of a megabyte stops the page. What is longer is cut, and an issue says so. */
export const longestText = 20_000;

/** Not cut, or cut already. */
export const fits = (text: string): boolean =>
  text.length <= longestText || (text.length === longestText + 1 && text.endsWith('…'));

/** A text that can be taken as it is: not empty, not too long, no blank at its ends. */
export const isPlain = (value: unknown): value is string => {
  if (typeof value !== 'string' || value.length > longestText) return false;
  const first = value.charCodeAt(0);
  const last = value.charCodeAt(value.length - 1);
  // Blanks of other scripts lie above Latin 1; to look for them takes longer.
  return first > space && last > space && ((first < latinEnd && last < latinEnd) || value.trim() === value);
};

const space = 0x20;
const latinEnd = 0xa0;

/** What may be an id: a text or a number; empty where it is neither. */
export const idText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** Typed looks into untrusted objects: a field of another type is an issue and reads as not there. */
export interface Fields {
  readonly log: IssueLog;
  string(of: JsonObject, key: string, path: string): string | null;
  number(of: JsonObject, key: string, path: string): number | null;
  text(of: JsonObject, key: string, path: string): LocalizedText | null;
  oneOf<T extends string>(of: JsonObject, key: string, path: string, allowed: readonly T[]): T | null;
  /** A list; a single value counts as a list of one. */
  list(of: JsonObject, key: string, path: string): readonly unknown[];
  strings(of: JsonObject, key: string, path: string): string[];
  texts(of: JsonObject, key: string, path: string): LocalizedText[];
}

export function createFields(log: IssueLog): Fields {
  const at = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);
  const wrong = (path: string, expected: string, value: unknown): null => {
    log.add('wrong-type', path, `${expected} was expected here; the value is left out.`, undefined, value);
    return null;
  };
  const cut = (text: string, path: string): string => {
    if (fits(text)) return text;
    log.add(
      'text-too-long',
      path,
      `The text has ${text.length > 100_000 ? 'more than 100,000' : text.length} characters; the first ${longestText} are kept.`,
      undefined,
      text,
    );
    // Half a surrogate pair is no letter.
    return `${text.slice(0, longestText).replace(/[\ud800-\udbff]$/, '')}…`;
  };
  const asText = (value: unknown, path: string): LocalizedText | null => {
    if (value === undefined || value === null || value === '') return null;
    if (typeof value === 'string') return cut(value, path);
    if (typeof value === 'number') return String(value);
    if (!isObject(value)) return wrong(path, 'A text, or texts by language,', value);
    let byLanguage: Record<string, string> | null = null;
    for (const lang of Object.keys(value)) {
      const text = value[lang];
      // A prototype is no language.
      if (typeof text === 'string' && text !== '' && lang !== '__proto__') {
        (byLanguage ??= {})[lang] = cut(text, `${path}.${lang}`);
      }
    }
    return byLanguage;
  };

  const fields: Fields = {
    log,
    string(of, key, path) {
      const value = of[key];
      if (value === undefined || value === null) return null;
      if (typeof value === 'number') return String(value);
      return typeof value === 'string' ? cut(value.trim(), at(path, key)) : wrong(at(path, key), 'A text', value);
    },
    number(of, key, path) {
      const value = of[key];
      if (value === undefined || value === null) return null;
      // Minus zero is zero.
      return typeof value === 'number' && Number.isFinite(value) ? value + 0 : wrong(at(path, key), 'A number', value);
    },
    text: (of, key, path) => asText(of[key], at(path, key)),
    oneOf(of, key, path, allowed) {
      const value = of[key];
      if (value === undefined || value === null) return null;
      const found = allowed.find((one) => one === value);
      return found ?? wrong(at(path, key), `One of ${allowed.join(', ')}`, value);
    },
    list(of, key) {
      const value = of[key];
      if (value === undefined || value === null) return [];
      return Array.isArray(value) ? (value as readonly unknown[]) : [value];
    },
    strings(of, key, path) {
      return fields.list(of, key, path).flatMap((value, index) => {
        const place = `${at(path, key)}[${index}]`;
        if (typeof value === 'string' && value.trim() !== '') return [cut(value.trim(), place)];
        if (typeof value === 'number') return [String(value)];
        wrong(place, 'A text', value);
        return [];
      });
    },
    texts(of, key, path) {
      return fields.list(of, key, path).flatMap((value, index) => {
        const text = asText(value, `${at(path, key)}[${index}]`);
        return text === null ? [] : [text];
      });
    },
  };
  return fields;
}

/** Leaves out what is null, so that "not stated" is an absent field; `kept` fields say it by null. */
export function compact<T>(given: { readonly [K in keyof T]: T[K] | null }, kept: readonly string[] = ['when']): T {
  const left: Partial<T> = {};
  for (const key in given) {
    // Some pages add to the prototype of all objects.
    if (!Object.hasOwn(given, key) || (given[key] === null && !kept.includes(key))) continue;
    left[key] = given[key] as T[typeof key];
  }
  return left as T;
}
