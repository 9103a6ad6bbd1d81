import { withTimes } from '../temporal/interval-times.js';
import { parseTemporal } from '../temporal/parse-temporal.js';
import { dateKinds, type Temporal } from '../temporal/temporal.js';
import { keysAt, type CodeKey } from './code-column.js';
import type { CodeName, DatasetParts, ResolvedDate } from './dataset.js';
import { certainties, type Claim, type Place, type TimelineEvent } from './event.js';
import { textAt } from './text-column.js';
import { writtenDate, type Written } from './written-date.js';

/** The neutral event, put together from the columns; `addEvent` takes it apart. */
export function neutralEvent(parts: DatasetParts, index: number): TimelineEvent {
  const { earliest, latest, writings, groups } = parts;
  const writing = writings[index]!;
  const keys = (name: CodeName): readonly CodeKey[] => keysAt(groups[name], index);
  const summary = textAt(parts.summaries, index);
  const type = keys('type')[0];
  return {
    id: textAt(parts.ids, index),
    ...(writing
      ? writtenDate(writing, earliest[index]!, latest[index]!)
      : { when: textAt(parts.whens, index) || null }),
    title: textAt(parts.titles, index),
    ...(summary !== '' && { summary }),
    ...(type && { type: type.name }),
    means: keys('means').map(({ name }) => name),
    actors: keys('actor').map(({ key }) => key),
    targets: keys('target').map(({ name }) => ({ name })),
    symmetric: false,
    places: placesAt(parts, index),
    counts: {},
    certainty: certainties[parts.certainties[index]!]!,
    claims: claimsAt(parts, index),
    relations: [],
    ...parts.rest.get(index),
  };
}

function placesAt({ groups, coordinates }: DatasetParts, index: number): Place[] {
  const lat = coordinates?.[2 * index];
  const lon = coordinates?.[2 * index + 1];
  return keysAt(groups.place, index).map(({ name }) => ({
    name,
    ...(lat !== undefined && lat === lat && { lat }),
    ...(lon !== undefined && lon === lon && { lon }),
  }));
}

/** Who says it; the link is that of the first. */
function claimsAt({ groups, urls }: DatasetParts, index: number): Claim[] {
  const url = textAt(urls, index);
  const names = keysAt(groups.source, index).map(({ name }) => name);
  if (url && names.length === 0) names.push('');
  return names.map((by, i) => ({ by, ...(i === 0 && url && { url }) }));
}

/** The date of the event, as it is written and as its relations narrowed it. */
export function resolvedDate(parts: DatasetParts, index: number): ResolvedDate {
  const { likely, basis, ...written } = neutralEvent(parts, index);
  return {
    kind: dateKinds[parts.kinds[index]!]!,
    temporal: temporalOf(written),
    likely: parsed(likely),
    startBasis: basis?.start ?? (basis ? 'inferred' : 'sourced'),
    endBasis: basis?.end ?? (basis ? 'inferred' : 'sourced'),
    ...(parts.narrowings.get(index) ?? { startNarrowing: null, endNarrowing: null }),
  };
}

/** The date as written; null when nothing is stated, or nothing that can be read. */
export function temporalOf({ when, start, end }: Written): Temporal | null {
  const days = parsed(when);
  return days && withTimes(days, start, end);
}

const parsed = (text: string | null | undefined): Temporal | null => {
  const result = typeof text === 'string' ? parseTemporal(text) : null;
  return result?.ok ? result.value : null;
};
