import { isObject, type JsonObject } from '../../util/json.js';
import type { Actor, Count, DateBasis, Place, Source } from '../event.js';
import { compact, type Fields } from './shared/fields.js';
import { readUrl } from './shared/markup.js';

export function readActor(entry: JsonObject, path: string, fields: Fields): Actor | null {
  const id = fields.string(entry, 'id', path);
  if (!id) return null;
  const note = fields.text(entry, 'note', path);
  const unknown = entry['unknown'] === true;
  return { id, name: fields.text(entry, 'name', path) ?? id, ...(note && { note }), ...(unknown && { unknown }) };
}

export function readSource(entry: JsonObject, path: string, fields: Fields): Source | null {
  const id = fields.string(entry, 'id', path);
  if (!id) return null;
  return compact<Source>({
    id,
    title: fields.text(entry, 'title', path) ?? id,
    publisher: fields.text(entry, 'publisher', path),
    author: fields.text(entry, 'author', path),
    url: readUrl(entry, 'url', path, fields),
    date: fields.string(entry, 'date', path),
    licence: fields.string(entry, 'licence', path),
    note: fields.text(entry, 'note', path),
  });
}

export function readPlace(entry: JsonObject, path: string, fields: Fields): Place | null {
  const id = fields.string(entry, 'id', path);
  const name = fields.text(entry, 'name', path) ?? id;
  if (!name) return null;
  return compact<Place>({
    id,
    name,
    lat: fields.number(entry, 'lat', path),
    lon: fields.number(entry, 'lon', path),
    precision: fields.string(entry, 'precision', path),
  });
}

export function readCount(value: unknown, path: string, fields: Fields): Count | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return readCount({ low: value, best: value, high: value }, path, fields);
  if (!isObject(value)) {
    fields.log.add(
      'invalid-count',
      path,
      'A count must be a number or an object with low, best and high; it is left out.',
      undefined,
      value,
    );
    return null;
  }
  const part = (key: 'low' | 'best' | 'high'): number | null => {
    const number = value[key];
    if (number === null || number === undefined) return null;
    if (typeof number === 'number' && Number.isInteger(number) && number >= 0) return number;
    fields.log.add(
      'invalid-count',
      `${path}.${key}`,
      'A count must be a whole number from 0; it is taken as not stated.',
      undefined,
      number,
    );
    return null;
  };
  const count = { low: part('low'), best: part('best'), high: part('high') };
  const names = fields.texts(value, 'names', path);
  const words = fields.text(value, 'words', path);
  const who = fields.text(value, 'who', path);
  return compact<Count>({ ...count, words, who, names: names.length ? names : null }, ['low', 'best', 'high']);
}

export function readCounts(value: unknown, path: string, fields: Fields): Record<string, Count> {
  if (!isObject(value)) return {};
  const counts = Object.entries(value).flatMap(([name, given]) => {
    const count = readCount(given, `${path}.${name}`, fields);
    return count ? [[name, count] as const] : [];
  });
  return Object.fromEntries(counts);
}

export function readBasis(value: unknown, path: string, fields: Fields): DateBasis | null {
  if (!isObject(value)) return null;
  const states = ['sourced', 'inferred'] as const;
  return compact<DateBasis>({
    text: fields.text(value, 'text', path) ?? '',
    start: fields.oneOf(value, 'start', path, states),
    end: fields.oneOf(value, 'end', path, states),
    sources: fields.strings(value, 'sources', path),
  });
}
