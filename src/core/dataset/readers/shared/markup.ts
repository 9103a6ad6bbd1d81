import { plainTextOf } from '../../../util/html-text.js';
import { isObject, type JsonObject } from '../../../util/json.js';
import { safeUrl } from '../../../util/safe-url.js';
import type { Claim } from '../../event.js';
import type { Fields } from './fields.js';
import { unsafeLink } from './sentences.js';

/** Reads a field that may hold HTML: its words as text; its links as claims, of which those that are not safe are an issue. */
export function readMarkup(
  of: JsonObject,
  key: string,
  path: string,
  fields: Fields,
  claims: Claim[] = [],
): string | null {
  const value = of[key];
  if (typeof value !== 'string') return fields.string(of, key, path);
  const { text, links, dropped } = plainTextOf(value);
  for (const { text: by, url } of links) claims.push({ by: by === url ? hostOf(url) : by, url });
  for (const url of dropped) refuseLink(url, `${path}.${key}`, fields);
  return fields.string({ [key]: text }, key, path) || null;
}

/** The link of a field, or null with an issue. */
export function readUrl(of: JsonObject, key: string, path: string, fields: Fields): string | null {
  const url = fields.string(of, key, path);
  const safe = safeUrl(url ?? '');
  if (url && safe === null) refuseLink(url, `${path}.${key}`, fields);
  return safe;
}

function refuseLink(url: string, path: string, { log }: Fields): void {
  log.add('unsafe-link', path, unsafeLink, undefined, url);
}

/** Who says it, where nobody is named: `site.org`. */
export const hostOf = (url: string): string => /^https?:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1] ?? url;

/** An object, also where there is none. */
export const objectAt = (of: JsonObject, key: string): JsonObject => {
  const value = of[key];
  return isObject(value) ? value : {};
};
