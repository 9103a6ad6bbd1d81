import { withTimes } from '../temporal/interval-times.js';
import { parseTemporal } from '../temporal/parse-temporal.js';
import { dateKinds, type Temporal } from '../temporal/temporal.js';
import { keysAt } from './code-column.js';
import type { DatasetParts, ResolvedDate } from './dataset.js';
import { certainties, type Claim, type Place, type TimelineEvent } from './event.js';
import { textAt } from './text-column.js';
import { writtenDate, type Written } from './written-date.js';

/** The neutral event, put together from the columns; `addEvent` takes it apart. */
export function neutralEvent(parts: DatasetParts, index: number): TimelineEvent {
  const { groups } = parts;
  const rest = parts.rest.get(index) ?? {};
  const summary = textAt(parts.summaries, index);
  const [type] = keysAt(groups.type, index);
  return {
    id: textAt(parts.ids, index),
    ...writtenAt(parts, index),
    title: rest.title ?? textAt(parts.titles, index),
    ...(summary !== '' && { summary }),
    ...(type && { type: type.name }),
    means: rest.means ?? keysAt(groups.means, index).map(({ name }) => name),
    actors: keysAt(groups.actor, index).map(({ key }) => key),
    targets: rest.targets ?? keysAt(groups.target, index).map(({ name }) => ({ name })),
    symmetric: false,
    places: rest.places ?? placesAt(parts, index),
    counts: {},
    certainty: certainties[parts.certainties[index]!]!,
    claims: rest.claims ?? claimsAt(parts, index),
    relations: [],
    ...rest,
  };
}

/** When it was, as it is written. */
export function writtenAt({ writings, whens, earliest, latest, rest }: DatasetParts, index: number): Written {
  const writing = writings[index]!;
  if (writing) return writtenDate(writing, earliest[index]!, latest[index]!);
  const { when = textAt(whens, index) || null, start, end } = rest.get(index) ?? {};
  return { when, ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
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
  const { likely, basis } = parts.rest.get(index) ?? {};
  return {
    kind: dateKinds[parts.kinds[index]!]!,
    temporal: temporalOf(writtenAt(parts, index)),
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
