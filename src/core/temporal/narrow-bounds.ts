import type { RelationType } from '../dataset/event.js';
import type { EpochMs } from '../util/units.js';
import { buildOrderGraph, findComponents, type OrderEdge, type OrderGraph, type OrderRelation } from './order-graph.js';
import type { StartEndSpan } from './start-end-span.js';

/** Why a bound is narrower than written: this event's relation to another one, whose own bound may be narrowed too. */
export interface NarrowingReason {
  readonly type: RelationType;
  /** Index of the other event. */
  readonly event: number;
}

/** One event whose bounds the order narrowed. A bound without a reason is as written. */
export interface Narrowing {
  /** Index of the event. */
  readonly event: number;
  /** −Infinity where nothing is known. */
  readonly earliest: EpochMs;
  /** Exclusive; Infinity where nothing is known. */
  readonly latest: EpochMs;
  readonly earliestReason: NarrowingReason | null;
  readonly latestReason: NarrowingReason | null;
}

/** Events whose dates and order can not all be true. Their dates stay as written, and narrow no others. */
export interface Contradiction {
  /** Indices, ascending; one where an event is said to be before itself. */
  readonly events: readonly number[];
  /** `order`: they are before each other in a circle, whatever their dates. `dates`: the dates deny the order. */
  readonly because: 'order' | 'dates';
}

export interface NarrowedBounds {
  /** By event index, ascending; only events that changed. */
  readonly narrowings: readonly Narrowing[];
  /** By first event index, ascending. */
  readonly contradictions: readonly Contradiction[];
}

/**
 * Narrows dates by the order of events: A before B means that A ended before B started.
 *
 *     A     ├────────────────────┤            "[14..19]", before B
 *     B            ├──────┤                   "[16..17]"
 *     A  ⇒  ├─────────────┤                   not after 17, because it was before B
 *
 * Never widens; the result narrows no further when narrowed again; the order of the relations does not matter. Two
 * events on one day may be in any order on that day. Time and memory grow with the relations, not with the events.
 *
 * @param spanOf what the date of an event says; asked once for each event that has a relation.
 */
export function narrowBounds(
  spanOf: (event: number) => StartEndSpan,
  relations: readonly OrderRelation[],
): NarrowedBounds {
  const graph = buildOrderGraph(relations);
  const spans = graph.events.map(spanOf);

  // An event in a contradiction takes no part, or one wrong date would spread to all that hang on it.
  const component = findComponents(graph);
  const circling = markCircles(graph, component);
  const first = propagate(graph, spans, bothEnds(circling));
  const clashing = circling.map((_, node) => (first.mins[node]! >= first.maxes[node]! ? 1 : 0));
  const excluded = bothEnds(circling.map((mark, node) => mark | clashing[node]!));
  const result = propagate(graph, spans, excluded);

  const narrowings: Narrowing[] = [];
  spans.forEach((span, k) => {
    const node = 2 * k;
    if (excluded[node] || span.doubtful) return;
    const earliestReason = reasonOf(graph, result.minEdges[node], 'from');
    const latestReason = reasonOf(graph, result.maxEdges[node + 1], 'to');
    if (!earliestReason && !latestReason) return;
    const earliest = result.mins[node]!;
    const latest = result.maxes[node + 1]!;
    narrowings.push({ event: graph.events[k]!, earliest, latest, earliestReason, latestReason });
  });
  const contradictions = [
    ...group(graph, circling, 'order', (edge) => component[edge.from] === component[edge.to]),
    ...group(graph, clashing, 'dates', () => true),
  ];
  contradictions.sort((a, b) => a.events[0]! - b.events[0]!);
  return { narrowings, contradictions };
}

interface Propagated {
  readonly mins: Float64Array;
  readonly maxes: Float64Array;
  /** The edge over which a bound came, undefined where it is as written. */
  readonly minEdges: readonly (OrderEdge | undefined)[];
  readonly maxEdges: readonly (OrderEdge | undefined)[];
}

/** Carries mins forwards and maxes backwards, from the strongest bound on, so that each node is settled once. */
function propagate(graph: OrderGraph, spans: readonly StartEndSpan[], excluded: Uint8Array): Propagated {
  const mins = Float64Array.from(spans.flatMap((span) => [span.startMin, span.endMin]));
  const maxes = Float64Array.from(spans.flatMap((span) => [span.startMax, span.endMax]));
  const nodes = Array.from(mins.keys()).filter((node) => !excluded[node]);
  const minEdges: (OrderEdge | undefined)[] = [];
  const maxEdges: (OrderEdge | undefined)[] = [];

  const byMin = nodes.filter((node) => mins[node]! > -Infinity).sort((a, b) => mins[b]! - mins[a]! || a - b);
  spread(byMin, graph.forward, 'to', excluded, (node, from, edge) => {
    if (mins[from]! <= mins[node]!) return;
    mins[node] = mins[from]!;
    minEdges[node] = edge;
  });
  const byMax = nodes.filter((node) => maxes[node]! < Infinity).sort((a, b) => maxes[a]! - maxes[b]! || b - a);
  spread(byMax, graph.backward, 'from', excluded, (node, from, edge) => {
    if (maxes[from]! >= maxes[node]!) return;
    maxes[node] = maxes[from]!;
    maxEdges[node] = edge;
  });
  return { mins, maxes, minEdges, maxEdges };
}

/** Breadth first from each root in turn, so that the reason named is the shortest way to the bound. */
function spread(
  roots: readonly number[],
  edges: readonly (readonly OrderEdge[])[],
  side: 'from' | 'to',
  excluded: Uint8Array,
  settle: (node: number, from: number, edge: OrderEdge) => void,
): void {
  const settled = excluded.slice();
  for (const root of roots) {
    if (settled[root]) continue;
    settled[root] = 1;
    const queue = [root];
    for (const node of queue) {
      for (const edge of edges[node] ?? []) {
        const target = edge[side];
        if (settled[target]) continue;
        settled[target] = 1;
        settle(target, node, edge);
        queue.push(target);
      }
    }
  }
}

/** Marks the nodes that come before themselves: those in a component with a strict edge. */
function markCircles(graph: OrderGraph, component: Int32Array): Uint8Array {
  const strict = new Set<number>();
  for (const edge of graph.forward.flat()) {
    if (edge.strict && component[edge.from] === component[edge.to]) strict.add(component[edge.from]!);
  }
  return Uint8Array.from(component, (number) => (strict.has(number) ? 1 : 0));
}

/** Extends marks on an event's start to its end and the other way round. */
function bothEnds(marks: Uint8Array): Uint8Array {
  return marks.map((mark, node) => mark | marks[node ^ 1]!);
}

/** The events of marked nodes, those together that edges between marked nodes join. */
function group(
  graph: OrderGraph,
  marked: Uint8Array,
  because: Contradiction['because'],
  joins: (edge: OrderEdge) => boolean,
): Contradiction[] {
  const groups: Contradiction[] = [];
  const seen = marked.map((mark) => 1 - mark);
  marked.forEach((_, root) => {
    if (seen[root]) return;
    seen[root] = 1;
    const queue = [root];
    for (const node of queue) {
      for (const edge of [...graph.forward[node]!, ...graph.backward[node]!].filter(joins)) {
        const target = edge.from === node ? edge.to : edge.from;
        if (seen[target]) continue;
        seen[target] = 1;
        queue.push(target);
      }
    }
    const events = [...new Set(queue.map((node) => graph.events[node >> 1]!))].sort((a, b) => a - b);
    groups.push({ events, because });
  });
  return groups;
}

/** An outer bound only ever comes over an edge of a relation, never from the event's own other end. */
function reasonOf(graph: OrderGraph, edge: OrderEdge | undefined, other: 'from' | 'to'): NarrowingReason | null {
  const type = other === 'from' ? edge?.toType : edge?.fromType;
  if (!edge || !type || type === 'contains') return null;
  return { type, event: graph.events[edge[other] >> 1]! };
}
