import type { RelationType } from '../dataset/event.js';

/** `from` stands in this relation to `to`; both are indices of events. */
export interface OrderRelation {
  readonly from: number;
  readonly type: RelationType;
  readonly to: number;
  /** Only perhaps so: narrows nothing and contradicts nothing. */
  readonly possible: boolean;
}

/**
 * One step "not later than" between two of the events' ends. `fromType` and `toType` say the relation that it comes
 * from as seen from either side.
 */
export interface OrderEdge {
  readonly from: number;
  readonly to: number;
  /** The two can not be at once: the order of the relation is strict. */
  readonly strict: boolean;
  readonly fromType: OrderReason;
  readonly toType: OrderReason;
}

/** Null for the step from an event's start to its own end. */
export type OrderReason = RelationType | 'contains' | null;

/**
 * The events that relations touch, as a graph of starts and ends.
 *
 *     A before B      start A → end A ⇒ start B → end B
 *     A during B      start B → start A → end A → end B
 *     A same as B     start A ⇄ start B,  end A ⇄ end B
 *
 * Event number k of `events` has the nodes 2k (start) and 2k + 1 (end). Edges are sorted and free of doubles, so that
 * nothing that follows depends on the order in which relations are given.
 */
export interface OrderGraph {
  /** Event indices, ascending. */
  readonly events: readonly number[];
  readonly nodeCount: number;
  readonly forward: readonly (readonly OrderEdge[])[];
  readonly backward: readonly (readonly OrderEdge[])[];
}

export function buildOrderGraph(relations: readonly OrderRelation[]): OrderGraph {
  const firm = relations.filter((relation) => !relation.possible);
  const events = [...new Set(firm.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const startNodes = new Map(events.map((event, k) => [event, 2 * k]));
  const edges: OrderEdge[] = events.map((_, k) => edge(2 * k, 2 * k + 1, null, null));
  for (const { from, type, to } of firm) {
    const a = startNodes.get(from) ?? 0;
    const b = startNodes.get(to) ?? 0;
    if (type === 'before') edges.push(edge(a + 1, b, 'before', 'after', true));
    if (type === 'after') edges.push(edge(b + 1, a, 'before', 'after', true));
    if (type === 'during') edges.push(edge(b, a, 'contains', 'during'), edge(a + 1, b + 1, 'during', 'contains'));
    if (type === 'same-as') {
      for (const side of [0, 1]) {
        edges.push(edge(a + side, b + side, type, type), edge(b + side, a + side, type, type));
      }
    }
  }
  edges.sort((x, y) => x.from - y.from || x.to - y.to || (reasonKey(x) < reasonKey(y) ? -1 : 1));

  const nodeCount = 2 * events.length;
  const forward: OrderEdge[][] = Array.from({ length: nodeCount }, () => []);
  const backward: OrderEdge[][] = Array.from({ length: nodeCount }, () => []);
  for (const next of edges) {
    const last = forward[next.from]?.at(-1);
    if (last?.to === next.to && reasonKey(last) === reasonKey(next)) continue;
    forward[next.from]?.push(next);
    backward[next.to]?.push(next);
  }
  return { events, nodeCount, forward, backward };
}

function edge(from: number, to: number, fromType: OrderReason, toType: OrderReason, strict = false): OrderEdge {
  return { from, to, strict, fromType, toType };
}

function reasonKey({ fromType, toType }: OrderEdge): string {
  return `${fromType} ${toType}`;
}

/**
 * The strongly connected component of each node: nodes with one number can all be reached from each other. Linear, and
 * without recursion, because a chain of relations may be as long as the file.
 */
export function findComponents({ nodeCount, forward }: OrderGraph): Int32Array {
  const component = new Int32Array(nodeCount).fill(-1);
  const order = new Int32Array(nodeCount).fill(-1);
  const low = new Int32Array(nodeCount);
  const next = new Int32Array(nodeCount);
  const open: number[] = [];
  let count = 0;
  let visited = 0;
  for (let root = 0; root < nodeCount; root++) {
    const path = order[root] === -1 ? [root] : [];
    while (path.length > 0) {
      const node = path.at(-1) ?? 0;
      if (order[node] === -1) {
        order[node] = low[node] = visited++;
        open.push(node);
      }
      const target = forward[node]?.[next[node]!++]?.to;
      if (target !== undefined) {
        if (order[target] === -1) path.push(target);
        else if (component[target] === -1) low[node] = Math.min(low[node]!, order[target]!);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
      if (low[node] !== order[node]) continue;
      for (let member = -1; member !== node;) {
        member = open.pop() ?? node;
        component[member] = count;
      }
      count++;
    }
  }
  return component;
}
