import type { Dataset } from '../dataset/dataset.js';
import { noFilters, toggledFilter, type FacetName, type Filters } from '../layout/facets.js';
import { notEnlarged, type Enlarged } from '../layout/label-height.js';
import type { GroupBy } from '../layout/lanes.js';
import type { Band } from '../scene/scene-band.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import { clampDomain, type Domain } from '../viewport/domain.js';

/** A column of counts under the pointer, half-open. */
export interface HoveredBin {
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly laneIndex: number;
}

/** The part of a tall chart that is made. */
export type StateBand = Band;

/** Everything that cannot be computed from something else. One immutable object; it changes by `reduce` alone. */
export interface TimelineState {
  readonly dataset: Dataset | null;
  readonly locale: string;
  /** Direction of the page around: layout, columns, tags. */
  readonly dir: 'ltr' | 'rtl';
  /** Time runs to the left. */
  readonly mirrored: boolean;
  /** Null: as the data suggest. */
  readonly groupBy: GroupBy | null;
  /** Which lanes, in which order; empty for all. */
  readonly wantedLanes: readonly string[];
  /** Lanes that the reader has switched off. */
  readonly offLanes: ReadonlySet<string>;
  /** What else events must have to be shown. */
  readonly filters: Filters;
  /** The small lanes of a long list are shown one by one. */
  readonly foldOpen: boolean;
  /** Key of a lane that was looked for: it stands outside the fold. */
  readonly foundLane: string | null;
  /** Lanes that the reader has made low. */
  readonly collapsed: ReadonlySet<string>;
  /** Counts of all lanes have one scale; else each lane has its own. */
  readonly oneScale: boolean;
  /** What is searched for, as it was typed. */
  readonly query: string;
  /** 1 for each event that matches the query; null where nothing is searched for. */
  readonly matches: Uint8Array | null;
  /** The range asked for by attributes; a side that is not asked for is null. */
  readonly from: EpochMs | null;
  readonly to: EpochMs | null;
  /** What is visible; null until somebody moves: then it is the range asked for, or the dense part of the data. */
  readonly domain: Domain | null;
  /** The part of a tall chart that is made; null for all of it. */
  readonly band: StateBand | null;
  /** Width of the whole chart. */
  readonly width: CssPixels;
  /** Labels in HTML beside the chart take more room than we set them in. */
  readonly enlarged: Enlarged;
  readonly selected: string | null;
  /** Index of the event under the pointer. */
  readonly hovered: number | null;
  /** The column under the pointer. Of event and column one at most is hovered. */
  readonly hoveredBin: HoveredBin | null;
  /** Index of the event whose cell has the keyboard's focus; its relations are drawn. */
  readonly focused: number | null;
  /** The present, for the line "today"; the core has no clock. */
  readonly now: EpochMs;
}

const none: ReadonlySet<string> = new Set<string>();
/** What the pointer is over; nothing after any change to what is drawn. */
const nothingHovered = { hovered: null, hoveredBin: null } as const;
/** What a reader has done to lanes; means nothing for other lanes. */
const untouchedLanes = { offLanes: none, foldOpen: false, foundLane: null, collapsed: none } as const;

export const initialState: TimelineState = Object.freeze({
  dataset: null,
  locale: 'en',
  dir: 'ltr',
  mirrored: false,
  groupBy: null,
  wantedLanes: [],
  ...untouchedLanes,
  filters: noFilters,
  oneScale: false,
  query: '',
  matches: null,
  from: null,
  to: null,
  domain: null,
  band: null,
  width: 0,
  enlarged: notEnlarged,
  selected: null,
  ...nothingHovered,
  focused: null,
  now: 0,
});

/** What may happen. Moves carry the domain that they start from: the state need not know the default view. */
export type Action =
  | { readonly type: 'load'; readonly dataset: Dataset | null }
  | { readonly type: 'configure'; readonly options: Partial<Pick<TimelineState, Configurable>> }
  | { readonly type: 'show'; readonly domain: Domain | null; readonly extent: Domain | null }
  | { readonly type: 'toggle-lane'; readonly key: string }
  | { readonly type: 'show-all-lanes' }
  /** Switches off these lanes and no others. */
  | { readonly type: 'hide-lanes'; readonly keys: readonly string[] }
  /** One value of a facet is wanted, or no longer. */
  | { readonly type: 'toggle-filter'; readonly facet: FacetName; readonly key: string }
  | { readonly type: 'filter'; readonly filters: Filters }
  /** Nothing is filtered any more: lanes, facets, search. */
  | { readonly type: 'clear-filters' }
  /** Opens the fold, or closes it. */
  | { readonly type: 'toggle-fold' }
  | { readonly type: 'toggle-collapse'; readonly key: string }
  /** Brings a lane out of the fold, switched on and in full height. */
  | { readonly type: 'find-lane'; readonly key: string }
  | { readonly type: 'one-scale'; readonly on: boolean }
  /** The answer to a search of the data set that is loaded; no query and null for none. */
  | { readonly type: 'search'; readonly query: string; readonly matches: Uint8Array | null }
  | { readonly type: 'band'; readonly band: StateBand | null }
  | { readonly type: 'select'; readonly id: string | null }
  /** An event, or nothing at all: the column is let go too. */
  | { readonly type: 'hover'; readonly event: number | null }
  | { readonly type: 'hover-bin'; readonly bin: HoveredBin | null }
  /** A cell has got the focus, or none has it any more. */
  | { readonly type: 'focus'; readonly event: number | null };

type Configurable =
  'locale' | 'dir' | 'mirrored' | 'groupBy' | 'wantedLanes' | 'from' | 'to' | 'width' | 'enlarged' | 'now';

/** The next state; the same object when nothing changes. */
export function reduce(state: TimelineState, action: Action): TimelineState {
  switch (action.type) {
    case 'load':
      return {
        ...state,
        ...untouchedLanes,
        ...nothingHovered,
        focused: null,
        dataset: action.dataset,
        // A range asked for before the first data came is asked of them; one of other data means nothing here.
        domain: state.dataset === null ? state.domain : null,
        filters: noFilters,
        query: '',
        matches: null,
        band: null,
        selected: known(action.dataset, state.selected),
      };
    case 'configure':
      return configure(state, action.options);
    case 'show': {
      const domain = action.domain && action.extent ? clampDomain(action.domain, action.extent) : action.domain;
      return domain === state.domain ? state : { ...state, domain };
    }
    case 'toggle-lane':
      return { ...state, ...nothingHovered, offLanes: toggled(state.offLanes, action.key) };
    case 'show-all-lanes':
      return state.offLanes.size === 0 ? state : { ...state, offLanes: none };
    case 'hide-lanes':
      return { ...state, ...nothingHovered, offLanes: new Set(action.keys) };
    case 'toggle-filter':
      return { ...state, ...nothingHovered, filters: toggledFilter(state.filters, action.facet, action.key) };
    case 'filter':
      return change(state, { ...nothingHovered, filters: action.filters });
    case 'clear-filters':
      return change(state, {
        ...nothingHovered,
        filters: noFilters,
        query: '',
        matches: null,
        offLanes: state.offLanes.size > 0 ? none : state.offLanes,
      });
    case 'toggle-fold':
      return { ...state, ...nothingHovered, foldOpen: !state.foldOpen };
    case 'toggle-collapse':
      return { ...state, ...nothingHovered, collapsed: toggled(state.collapsed, action.key) };
    case 'find-lane':
      return change(state, {
        foundLane: action.key,
        offLanes: without(state.offLanes, action.key),
        collapsed: without(state.collapsed, action.key),
      });
    case 'one-scale':
      return change(state, { oneScale: action.on });
    case 'search':
      return change(state, { query: action.query, matches: action.matches, ...nothingHovered });
    case 'band': {
      const { band } = action;
      const isSame = band?.top === state.band?.top && band?.height === state.band?.height;
      return isSame ? state : { ...state, band };
    }
    case 'select':
      return change(state, { selected: action.id });
    case 'hover':
      return change(state, { hovered: action.event, hoveredBin: null });
    case 'hover-bin': {
      const { bin } = action;
      const { hoveredBin } = state;
      const isSame =
        bin?.start === hoveredBin?.start && bin?.end === hoveredBin?.end && bin?.laneIndex === hoveredBin?.laneIndex;
      return change(state, { hovered: null, hoveredBin: isSame ? hoveredBin : bin });
    }
    case 'focus':
      return change(state, { focused: action.event });
  }
}

function configure(state: TimelineState, options: Partial<TimelineState>): TimelineState {
  const isNewRange = ('from' in options && options.from !== state.from) || ('to' in options && options.to !== state.to);
  const isNewGrouping = 'groupBy' in options && options.groupBy !== state.groupBy;
  return change(state, {
    ...options,
    ...(isNewRange && { domain: null }),
    // Keys of one grouping mean nothing in another.
    ...(isNewGrouping && { ...untouchedLanes, ...nothingHovered }),
  });
}

/** The state with other values; the same object when they are not other. */
function change(state: TimelineState, values: Partial<TimelineState>): TimelineState {
  const entries = Object.entries(values) as [keyof TimelineState, unknown][];
  return entries.every(([key, value]) => Object.is(state[key], value)) ? state : { ...state, ...values };
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(key)) next.add(key);
  return next;
}

const without = (set: ReadonlySet<string>, key: string): ReadonlySet<string> =>
  set.has(key) ? toggled(set, key) : set;

/** A selection outlives a load only if the new data has the event; before the first load it waits. */
const known = (dataset: Dataset | null, id: string | null): string | null =>
  dataset === null || id === null || dataset.indexOf(id) !== null ? id : null;
