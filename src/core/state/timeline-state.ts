import type { Dataset } from '../dataset/dataset.js';
import type { GroupBy } from '../layout/lanes.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import { clampDomain, type Domain } from '../viewport/domain.js';

/** Everything that cannot be computed from something else. One immutable object; it changes by `reduce` alone. */
export interface TimelineState {
  readonly dataset: Dataset | null;
  readonly locale: string;
  /** Direction of the page around: layout, columns, tags. */
  readonly dir: 'ltr' | 'rtl';
  /** Time runs to the left. */
  readonly mirrored: boolean;
  readonly groupBy: GroupBy;
  /** Which lanes, in which order; empty for all. */
  readonly wantedLanes: readonly string[];
  /** Lanes that the reader has switched off. */
  readonly offLanes: ReadonlySet<string>;
  /** The range asked for by attributes; a side that is not asked for is null. */
  readonly from: EpochMs | null;
  readonly to: EpochMs | null;
  /** What is visible; null until somebody moves: then it is the range asked for, or the dense part of the data. */
  readonly domain: Domain | null;
  /** Width of the whole chart. */
  readonly width: CssPixels;
  readonly selected: string | null;
  /** Index of the event under the pointer. */
  readonly hovered: number | null;
  /** The present, for the line "today"; the core has no clock. */
  readonly now: EpochMs;
}

export const initialState: TimelineState = Object.freeze({
  dataset: null,
  locale: 'en',
  dir: 'ltr',
  mirrored: false,
  groupBy: 'actor',
  wantedLanes: [],
  offLanes: new Set<string>(),
  from: null,
  to: null,
  domain: null,
  width: 0,
  selected: null,
  hovered: null,
  now: 0,
});

/** What may happen. Moves carry the domain that they start from: the state need not know the default view. */
export type Action =
  | { readonly type: 'load'; readonly dataset: Dataset | null }
  | { readonly type: 'configure'; readonly options: Partial<Pick<TimelineState, Configurable>> }
  | { readonly type: 'show'; readonly domain: Domain | null; readonly extent: Domain | null }
  | { readonly type: 'toggle-lane'; readonly key: string }
  | { readonly type: 'show-all-lanes' }
  | { readonly type: 'select'; readonly id: string | null }
  | { readonly type: 'hover'; readonly event: number | null };

type Configurable = 'locale' | 'dir' | 'mirrored' | 'groupBy' | 'wantedLanes' | 'from' | 'to' | 'width' | 'now';

/** The next state; the same object when nothing changes. */
export function reduce(state: TimelineState, action: Action): TimelineState {
  switch (action.type) {
    case 'load':
      return {
        ...state,
        dataset: action.dataset,
        // A range asked for before the first data came is asked of them; one of other data means nothing here.
        domain: state.dataset === null ? state.domain : null,
        hovered: null,
        offLanes: new Set(),
        selected: known(action.dataset, state.selected),
      };
    case 'configure':
      return configure(state, action.options);
    case 'show': {
      const domain = action.domain && action.extent ? clampDomain(action.domain, action.extent) : action.domain;
      return domain === state.domain ? state : { ...state, domain };
    }
    case 'toggle-lane': {
      const offLanes = new Set(state.offLanes);
      if (!offLanes.delete(action.key)) offLanes.add(action.key);
      return { ...state, offLanes, hovered: null };
    }
    case 'show-all-lanes':
      return state.offLanes.size === 0 ? state : { ...state, offLanes: new Set() };
    case 'select':
      return state.selected === action.id ? state : { ...state, selected: action.id };
    case 'hover':
      return state.hovered === action.event ? state : { ...state, hovered: action.event };
  }
}

function configure(state: TimelineState, options: Partial<TimelineState>): TimelineState {
  const entries = Object.entries(options) as [keyof TimelineState, unknown][];
  if (entries.every(([key, value]) => Object.is(state[key], value))) return state;
  const isNewRange = ('from' in options && options.from !== state.from) || ('to' in options && options.to !== state.to);
  const isNewGrouping = 'groupBy' in options && options.groupBy !== state.groupBy;
  return {
    ...state,
    ...options,
    ...(isNewRange && { domain: null }),
    // Keys of one grouping mean nothing in another.
    ...(isNewGrouping && { offLanes: new Set<string>() }),
  };
}

/** A selection outlives a load only if the new data has the event; before the first load it waits. */
const known = (dataset: Dataset | null, id: string | null): string | null =>
  dataset === null || id === null || dataset.indexOf(id) !== null ? id : null;
