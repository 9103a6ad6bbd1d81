import { dateKindOf, isWindow } from '../temporal/date-kind.js';
import { narrowBounds } from '../temporal/narrow-bounds.js';
import { startEndSpanOf } from '../temporal/start-end-span.js';
import { dateKinds, type DateKind, type Temporal } from '../temporal/temporal.js';
import { bisect } from '../util/bisect.js';
import { trimmed } from '../util/typed-arrays.js';
import type { DatasetBuilder } from './dataset-builder.js';
import { codeNames, type DatasetFrame, type DatasetParts, type EventLink } from './dataset.js';
import type { RelationType, TimelineEvent } from './event.js';
import { buildingIdTable, findId } from './id-table.js';
import type { IssueLog } from './issue-log.js';
import { temporalOf, writtenAt } from './neutral-event.js';
import { sortingByTime } from './sort-by-time.js';
import { replaceTexts, textAt } from './text-column.js';
import { boundedEvents } from './time-index.js';

interface IndexedRelation {
  readonly from: number;
  readonly type: RelationType;
  readonly to: number;
  readonly possible: boolean;
}

/**
 * Makes the data set of what a reader put into the columns: gives each event an id of its own, resolves relations,
 * narrows bounds by them, sorts by time. Yields every few milliseconds of work.
 */
export function* buildingDataset(
  builder: DatasetBuilder,
  frame: Omit<DatasetFrame, 'languages'>,
  log: IssueLog,
): Generator<undefined, DatasetParts> {
  const { count, rest } = builder;
  // Of an event for which there was no more memory.
  rest.delete(count);
  const ids = yield* ownIds(builder, log);
  yield;
  const groups = Object.fromEntries(codeNames.map((name) => [name, builder.groups[name].finish(count)]));
  const parts: DatasetParts = {
    ...frame,
    ...ids,
    languages: languagesOf(rest),
    count,
    earliest: trimmed(builder.earliest, count),
    latest: trimmed(builder.latest, count),
    kinds: trimmed(builder.kinds, count),
    certainties: trimmed(builder.certainties, count),
    writings: trimmed(builder.writings, count),
    coordinates: builder.coordinates?.slice(0, 2 * count) ?? null,
    titles: builder.titles.finish(count),
    summaries: builder.summaries.finish(count),
    whens: builder.whens.finish(count),
    urls: builder.urls.finish(count),
    groups: groups as DatasetParts['groups'],
    rest,
    relations: new Map(),
    narrowings: new Map(),
    byEarliest: new Uint32Array(0),
    byLatest: new Uint32Array(0),
  };
  yield;
  const related = resolveRelations(parts, log);
  const narrowed = { ...parts, ...narrow(parts, related, log), relations: linksOf(related) };
  yield;
  const bounded = boundedEvents(parts);
  const byEarliest = yield* sorting(parts.earliest, bounded);
  yield;
  return { ...narrowed, byEarliest, byLatest: yield* sorting(parts.latest, bounded) };
}

/** Counting digits is for many. */
const few = 500;

function* sorting(times: Float64Array, events: Uint32Array): Generator<undefined, Uint32Array> {
  // The difference of two infinities is no number.
  if (events.length < few) return events.slice().sort((a, b) => times[a]! - times[b]! || a - b);
  return yield* sortingByTime(times, events);
}

/** The place in its list at which an event stood. */
export const rowOf = (event: number, { skipped }: IssueLog): number =>
  event + bisect(skipped.length, (i) => skipped[i]! - i <= event);

/** Where an event stood in the file; the issue that follows is about it. */
function pathOf(event: number, log: IssueLog): string {
  log.row = rowOf(event, log);
  return log.pathOf(log.row);
}

function* ownIds(builder: DatasetBuilder, log: IssueLog): Generator<undefined, Pick<DatasetParts, 'ids' | 'idTable'>> {
  const ids = builder.ids.finish(builder.count);
  if (builder.idsAscend) return { ids, idTable: null };
  const renamed = new Map<number, string>();
  const idOf = (event: number): string => renamed.get(event) ?? textAt(ids, event);
  const idTable = yield* buildingIdTable(builder.count, idOf, (event, id, first) => {
    renamed.set(event, id);
    const message = `Another event has the id "${first}"; this one is called "${id}" here.`;
    log.add('duplicate-id', `${pathOf(event, log)}.id`, message);
  });
  return { ids: replaceTexts(ids, renamed), idTable };
}

/** Narrows the bounds of related events in their columns, and says by which others. */
function narrow(
  parts: DatasetParts,
  relations: readonly IndexedRelation[],
  log: IssueLog,
): Pick<DatasetParts, 'narrowings' | 'rest'> {
  if (relations.length === 0) return { narrowings: new Map(), rest: parts.rest };
  const { earliest, latest, kinds, writings } = parts;
  const rest = new Map(parts.rest);
  const temporals = new Map<number, Temporal | null>();
  for (const { from, to } of relations) {
    for (const event of [from, to])
      if (!temporals.has(event)) temporals.set(event, temporalOf(writtenAt(parts, event)));
  }
  const { narrowings, contradictions } = narrowBounds((index) => startEndSpanOf(temporals.get(index)!), relations);

  for (const { events: indices, because } of contradictions) {
    const ids = indices.map((index) => textAt(parts.ids, index));
    const names = ids.map((id) => `"${id}"`).join(', ');
    const reason =
      because === 'order'
        ? 'are said to be before each other in a circle'
        : 'have dates that deny the order they are said to have';
    const message = `The events ${names} ${reason}; their dates stay as written.`;
    log.add('contradiction', pathOf(indices[0]!, log), message, ids);
  }

  const narrowingOf = new Map(narrowings.map((narrowing) => [narrowing.event, narrowing]));
  const hasOrder = new Set(relations.flatMap(({ from, to, possible }) => (possible ? [] : [from, to])));
  for (const [index, temporal] of temporals) {
    const narrowing = narrowingOf.get(index);
    const from = narrowing?.earliest ?? temporal?.earliest ?? -Infinity;
    const to = narrowing?.latest ?? temporal?.latest ?? Infinity;
    const kind = kindOf(temporal, hasOrder.has(index), from, to);
    kinds[index] = dateKinds.indexOf(kind);
    if (narrowing && writings[index]) {
      // The text can no longer be had from the bounds.
      rest.set(index, { ...rest.get(index), ...writtenAt(parts, index) });
      writings[index] = 0;
    }
    // What has no start and no end has no place on the axis, whatever else was before or after it.
    earliest[index] = kind === 'ongoing' ? -Infinity : from;
    latest[index] = kind === 'ongoing' ? Infinity : to;
  }
  const reasons = narrowings.map(({ event, earliestReason, latestReason }) => {
    const startNarrowing = earliestReason && { type: earliestReason.type, from: earliestReason.event };
    const endNarrowing = latestReason && { type: latestReason.type, from: latestReason.event };
    return [event, { startNarrowing, endNarrowing }] as const;
  });
  return { narrowings: new Map(reasons), rest };
}

/** A window that gained a bound by its relations is one with two bounds now. */
function kindOf(temporal: Temporal | null, hasOrder: boolean, earliest: number, latest: number): DateKind {
  const kind = dateKindOf(temporal, hasOrder);
  return isWindow(kind) && Number.isFinite(earliest) && Number.isFinite(latest) ? 'within' : kind;
}

function resolveRelations(parts: DatasetParts, log: IssueLog): IndexedRelation[] {
  const { ids, idTable, count } = parts;
  const idOf = (event: number): string => textAt(ids, event);
  const found: IndexedRelation[] = [];
  // Nothing is made for events without any: there may be a million.
  for (const [from, { relations }] of parts.rest) {
    relations?.forEach(({ type, id, possible }, i) => {
      const to = findId(id, count, idTable, idOf);
      if (to >= 0 && to !== from) return void found.push({ from, type, to, possible });
      const what = to === from ? 'the event itself' : `"${id.slice(0, 80)}", which no event is called`;
      const path = `${pathOf(from, log)}.relations[${i}]`;
      log.add('unknown-relation', path, `The relation names ${what}; it is left out.`, [idOf(from)]);
    });
  }
  return found;
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

function linksOf(relations: readonly IndexedRelation[]): ReadonlyMap<number, readonly EventLink[]> {
  const links = new Map<number, EventLink[]>();
  const add = (of: number, link: EventLink): void => {
    let own = links.get(of);
    if (!own) links.set(of, (own = []));
    const same = own.findIndex(({ type, to }) => type === link.type && to === link.to);
    if (same === -1) own.push(link);
    else if (!link.possible) own[same] = link;
  };
  for (const { from, type, to, possible } of relations) {
    const there = seenFromHere[type];
    add(from, { type: there, to, possible });
    add(to, { type: opposite[there], to: from, possible });
  }
  return links;
}

/** Plain titles are in the language of the data set. */
function languagesOf(rest: ReadonlyMap<number, Partial<TimelineEvent>>): readonly string[] {
  const languages = new Set<string>();
  for (const { title } of rest.values())
    if (typeof title === 'object') Object.keys(title).forEach((lang) => languages.add(lang));
  return [...languages];
}
