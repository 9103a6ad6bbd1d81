import { dateKindOf, isWindow } from '../temporal/date-kind.js';
import { narrowBounds } from '../temporal/narrow-bounds.js';
import { parseTemporal } from '../temporal/parse-temporal.js';
import { startEndSpanOf } from '../temporal/start-end-span.js';
import { dateKinds, type DateKind, type Temporal } from '../temporal/temporal.js';
import type { DatasetFrame, DatasetParts, EventLink, ResolvedDate } from './dataset.js';
import type { RelationType, TimelineEvent } from './event.js';
import type { IssueLog } from './issue-log.js';

interface IndexedRelation {
  readonly from: number;
  readonly type: RelationType;
  readonly to: number;
  readonly possible: boolean;
}

/**
 * Makes the data set of a reader's events: parses dates, resolves relations, narrows bounds by them.
 *
 * @param paths where each event stood in the file, for the issues
 */
export function buildDataset(
  frame: Omit<DatasetFrame, 'languages'>,
  events: readonly TimelineEvent[],
  paths: readonly string[],
  log: IssueLog,
): DatasetParts {
  const indexById = new Map(events.map(({ id }, index) => [id, index]));
  const relations = resolveRelations(events, paths, indexById, log);
  const temporals = events.map(({ when }) => parsed(when));
  const { narrowings, contradictions } = narrowBounds((index) => startEndSpanOf(temporals[index]!), relations);

  for (const { events: indices, because } of contradictions) {
    const ids = indices.map((index) => events[index]!.id);
    const names = ids.map((id) => `"${id}"`).join(', ');
    const reason =
      because === 'order'
        ? 'are said to be before each other in a circle'
        : 'have dates that deny the order they are said to have';
    log.add('contradiction', paths[indices[0]!]!, `The events ${names} ${reason}; their dates stay as written.`, ids);
  }

  const narrowingOf = new Map(narrowings.map((narrowing) => [narrowing.event, narrowing]));
  const hasOrder = new Set(relations.flatMap(({ from, to, possible }) => (possible ? [] : [from, to])));
  const earliest = new Float64Array(events.length);
  const latest = new Float64Array(events.length);
  const dates = events.map((event, index): ResolvedDate => {
    const temporal = temporals[index]!;
    const narrowing = narrowingOf.get(index);
    const from = narrowing?.earliest ?? temporal?.earliest ?? -Infinity;
    const to = narrowing?.latest ?? temporal?.latest ?? Infinity;
    const kind = kindOf(temporal, hasOrder.has(index), from, to);
    // What has no start and no end has no place on the axis, whatever else was before or after it.
    earliest[index] = kind === 'ongoing' ? -Infinity : from;
    latest[index] = kind === 'ongoing' ? Infinity : to;
    const { earliestReason = null, latestReason = null } = narrowing ?? {};
    return {
      kind,
      temporal,
      likely: event.likely === undefined ? null : parsed(event.likely),
      startBasis: event.basis?.start ?? (event.basis ? 'inferred' : 'sourced'),
      endBasis: event.basis?.end ?? (event.basis ? 'inferred' : 'sourced'),
      startNarrowing: earliestReason && { type: earliestReason.type, from: earliestReason.event },
      endNarrowing: latestReason && { type: latestReason.type, from: latestReason.event },
    };
  });

  return {
    ...frame,
    languages: languagesOf(events),
    events,
    dates,
    earliest,
    latest,
    kinds: Uint8Array.from(dates, ({ kind }) => dateKinds.indexOf(kind)),
    links: linksOf(events.length, relations),
  };
}

const parsed = (text: string | null): Temporal | null => {
  const result = text === null ? null : parseTemporal(text);
  return result?.ok ? result.value : null;
};

/** A window that gained a bound by its relations is one with two bounds now. */
function kindOf(temporal: Temporal | null, hasOrder: boolean, earliest: number, latest: number): DateKind {
  const kind = dateKindOf(temporal, hasOrder);
  return isWindow(kind) && Number.isFinite(earliest) && Number.isFinite(latest) ? 'within' : kind;
}

function resolveRelations(
  events: readonly TimelineEvent[],
  paths: readonly string[],
  indexById: ReadonlyMap<string, number>,
  log: IssueLog,
): IndexedRelation[] {
  return events.flatMap((event, from) =>
    event.relations.flatMap(({ type, id, possible }, i): IndexedRelation[] => {
      const to = indexById.get(id);
      if (to !== undefined && to !== from) return [{ from, type, to, possible }];
      const what = to === from ? 'the event itself' : `"${id.slice(0, 80)}", which no event is called`;
      log.add('unknown-relation', `${paths[from]}.relations[${i}]`, `The relation names ${what}; it is left out.`, [
        event.id,
      ]);
      return [];
    }),
  );
}

/** "This is before that": seen from this one, the other comes after. */
const seenFromHere: Readonly<Record<RelationType, EventLink['type']>> = {
  before: 'after',
  after: 'before',
  during: 'contains',
  'same-as': 'same-as',
};

const opposite: Readonly<Record<EventLink['type'], EventLink['type']>> = {
  before: 'after',
  after: 'before',
  during: 'contains',
  contains: 'during',
  'same-as': 'same-as',
};

function linksOf(count: number, relations: readonly IndexedRelation[]): readonly (readonly EventLink[])[] {
  const links: EventLink[][] = Array.from({ length: count }, () => []);
  const add = (of: number, link: EventLink): void => {
    const same = links[of]!.findIndex(({ type, to }) => type === link.type && to === link.to);
    if (same === -1) links[of]!.push(link);
    else if (!link.possible) links[of]![same] = link;
  };
  for (const { from, type, to, possible } of relations) {
    const there = seenFromHere[type];
    add(from, { type: there, to, possible });
    add(to, { type: opposite[there], to: from, possible });
  }
  return links;
}

function languagesOf(events: readonly TimelineEvent[]): readonly string[] {
  const languages = new Set<string>();
  for (const { title } of events)
    if (typeof title !== 'string') Object.keys(title).forEach((lang) => languages.add(lang));
  return [...languages];
}
