import type { LocalizedText } from '../i18n/localized-text.js';
import { hasMarks, wordPatterns, type WordPattern } from '../i18n/spelling.js';
import type { Dataset } from './dataset.js';
import { blockAt, textsPerBlock, type TextColumn } from './text-column.js';

/** Characters looked through between two yields: about a millisecond. */
const slice = 1 << 20;
/** Events that have more to say than their columns, between two yields. */
const restSlice = 1000;

/**
 * Which events say all words of a query, each in any of its texts: title, summary, note, claims, and the names of its
 * actors, targets, places, type and means, in all languages. Case, accents and Arabic spelling make no difference
 * (`wordPattern`). An id as a whole finds its event. That an actor is not stated is no name.
 *
 * Yields every few milliseconds of work. No text is copied: a million events take a fraction of a second.
 *
 * @returns 1 where an event matches
 */
export function* searchText(dataset: Dataset, query: string): Generator<void, Uint8Array> {
  let matches = new Uint8Array(dataset.count).fill(1);
  for (const pattern of wordPatterns(query)) {
    const found = new Uint8Array(dataset.count);
    yield* findInColumn(dataset.titles, pattern, matches, found);
    yield* findInColumn(dataset.summaries, pattern, matches, found);
    findInCodes(dataset, pattern, found);
    yield;
    yield* findInRest(dataset, pattern, matches, found);
    for (let i = 0; i < found.length; i++) found[i]! &= matches[i]!;
    matches = found;
    yield;
  }
  const own = dataset.indexOf(query.trim());
  if (own !== null) matches[own] = 1;
  return matches;
}

/** Looks through blocks in which an event is left, from match to match. */
function* findInColumn(
  column: TextColumn,
  { marked, unmarked }: WordPattern,
  wanted: Uint8Array,
  found: Uint8Array,
): Generator<void, void> {
  const { blocks, ends } = column;
  let looked = 0;
  for (let i = 0; i < blocks.length; i++) {
    const first = i * textsPerBlock;
    const end = Math.min(first + textsPerBlock, ends.length);
    if (!wanted.subarray(first, end).includes(1)) continue;
    const block = blockAt(column, i);
    const pattern = hasMarks(block) ? marked : unmarked;
    for (let event = first; ;) {
      // On to the next event that is left.
      while (event < end && !wanted[event]) event++;
      if (event === end) break;
      pattern.lastIndex = event === first ? 0 : ends[event - 1]! + 1;
      if (!pattern.test(block)) break;
      while (ends[event]! < pattern.lastIndex) event++;
      found[event++] = 1;
    }
    if ((looked += block.length) < slice) continue;
    looked = 0;
    yield;
  }
}

function says(text: string, { marked, unmarked }: WordPattern): boolean {
  const pattern = hasMarks(text) ? marked : unmarked;
  pattern.lastIndex = 0;
  return pattern.test(text);
}

function saysText(text: LocalizedText, pattern: WordPattern): boolean {
  if (typeof text === 'string') return says(text, pattern);
  for (const lang in text) if (Object.hasOwn(text, lang) && says(text[lang]!, pattern)) return true;
  return false;
}

type Rest = Dataset['rest'] extends ReadonlyMap<number, infer Fields> ? Fields : never;

function findInCodes({ groups, actors, count }: Dataset, pattern: WordPattern, found: Uint8Array): void {
  const unstated = new Set(actors.flatMap(({ id, unknown }) => (unknown ? id : [])));
  for (const name of ['actor', 'target', 'place', 'type', 'means'] as const) {
    const { keys, codes, offsets } = groups[name];
    const isFound = keys.map((key) => saysText(key.name, pattern) && !(name === 'actor' && unstated.has(key.key)));
    if (!isFound.includes(true)) continue;
    for (let event = 0; event < count; event++) {
      const end = offsets ? offsets[event + 1]! : event + 1;
      for (let i = offsets ? offsets[event]! : event; i < end; i++) if (isFound[codes[i]!]) found[event] = 1;
    }
  }
}

/** One after the other and no copy of any: of events in several languages there may be a million. */
function saysAny({ title, summary, note, actorName, claims, associated, killed, injured }: Rest, pattern: WordPattern) {
  const says = (text: LocalizedText | undefined): boolean => text !== undefined && saysText(text, pattern);
  return (
    says(title) ||
    says(summary) ||
    says(note) ||
    says(actorName) ||
    claims?.some(({ by, quote, translation }) => says(by) || says(quote) || says(translation)) ||
    associated?.some(({ name }) => says(name)) ||
    killed?.names?.some(says) ||
    injured?.names?.some(says)
  );
}

function* findInRest(
  { rest }: Dataset,
  pattern: WordPattern,
  wanted: Uint8Array,
  found: Uint8Array,
): Generator<void, void> {
  let looked = 0;
  for (const [event, fields] of rest) {
    if (found[event] || !wanted[event]) continue;
    if (++looked % restSlice === 0) yield;
    if (saysAny(fields, pattern)) found[event] = 1;
  }
}
