import { facetCodes, facetNames, withFilter, type Filters } from '../layout/facets.js';
import type { Domain } from '../viewport/domain.js';
import { roundedRange, type LinkedView } from './link-text.js';
import type { Selectors } from './selectors.js';
import { reduce, type TimelineState } from './timeline-state.js';

/**
 * What of a state a link to it has to say: all that a reader can see to be other than the page had it.
 *
 * @param pageEvent id of the event that the page selects, or null
 */
export function linkedViewOf(state: TimelineState, selectors: Selectors, pageEvent: string | null): LinkedView {
  const { dataset, domain, filters, query } = state;
  const selected = selectors.selected(state) === null ? null : state.selected;
  const isPages = selected === (pageEvent !== null && dataset?.indexOf(pageEvent) != null ? pageEvent : null);
  const [from, to] = domain ? roundedRange(domain) : [];
  const first = selectors.domain({ ...state, domain: null });
  const [pageFrom, pageTo] = first ? roundedRange(first) : [];
  return {
    ...(!isPages && { event: selected }),
    ...(from !== undefined && !(from === pageFrom && to === pageTo) && { from, to: to! }),
    ...lanesOf(state, selectors),
    ...(Object.keys(filters).length > 0 && { filters }),
    ...(query !== '' && { query }),
  };
}

/** Those that are off or those that are on, whichever are fewer. */
function lanesOf(state: TimelineState, selectors: Selectors): Pick<LinkedView, 'off' | 'on'> {
  const keys = selectors.lanes(state).map(({ key }) => key);
  const off = keys.filter((key) => state.offLanes.has(key));
  if (off.length === 0) return {};
  return off.length * 2 > keys.length ? { on: keys.filter((key) => !state.offLanes.has(key)) } : { off };
}

/**
 * The state that a link asks for, with what it does not say as the page has it. What the data do not know, such as a place
 * that nobody names any more, is left out: it would hide everything.
 *
 * @param matches the answer to the link's search; null where it is not there yet, or nothing is searched for
 */
export function withLinkedView(
  state: TimelineState,
  selectors: Selectors,
  linked: LinkedView,
  matches: Uint8Array | null,
  pageEvent: string | null,
): TimelineState {
  const { dataset } = state;
  const { event = pageEvent, query = '' } = linked;
  const isKnown = event === null || dataset?.indexOf(event) != null;
  const keys = selectors.lanes(state).map(({ key }) => key);
  const [on, off] = [linked.on && new Set(linked.on), new Set(linked.off)];
  const actions = [
    { type: 'clear-filters' },
    { type: 'hide-lanes', keys: keys.filter((key) => (on ? !on.has(key) : off.has(key))) },
    { type: 'filter', filters: knownFilters(state, selectors, linked.filters ?? {}) },
    { type: 'search', query: matches ? query : '', matches },
    { type: 'show', domain: domainOf(state, selectors, linked), extent: selectors.extent(state) },
    { type: 'select', id: isKnown ? event : pageEvent },
  ] as const;
  return actions.reduce(reduce, state);
}

function knownFilters(state: TimelineState, selectors: Selectors, filters: Filters): Filters {
  const { dataset } = state;
  const { messages } = selectors.language(state);
  let known: Filters = {};
  for (const facet of dataset ? facetNames : []) {
    const wanted = filters[facet];
    if (!wanted) continue;
    const { keys } = facetCodes(dataset!, facet, messages);
    known = withFilter(known, facet, new Set(keys.map(({ key }) => key).filter((key) => wanted.has(key))));
  }
  return known;
}

/** Null where the link says nothing of it, or nothing that can be. */
function domainOf(state: TimelineState, selectors: Selectors, { from, to }: LinkedView): Domain | null {
  if (from === undefined && to === undefined) return null;
  const first = selectors.domain({ ...state, domain: null });
  const [start, end] = [from ?? first?.[0] ?? NaN, to ?? first?.[1] ?? NaN];
  return start < end ? [start, end] : null;
}
