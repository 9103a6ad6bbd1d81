import type { Dataset } from '../core/dataset/dataset.js';
import type { Issue } from '../core/dataset/issue.js';
import type { ReadingAccount } from '../core/dataset/reading.js';
import type { DateOrder } from '../core/dataset/readers/record-reader.js';
import type { LocalizedText } from '../core/i18n/localized-text.js';
import type { LaneWords } from '../core/i18n/messages.js';
import type { Facet, FacetName, Filters } from '../core/layout/facets.js';
import type { GroupBy, Lane, LaneEvents } from '../core/layout/lanes.js';
import type { Language } from '../core/scene/language.js';
import type { Section } from '../core/scene/list-sections.js';
import type { Scene } from '../core/scene/scene.js';
import type { ReadingOrder } from '../core/state/reading-order.js';
import type { StoryOrder } from '../core/state/story.js';
import type { StateBand } from '../core/state/timeline-state.js';
import type { Domain } from '../core/viewport/domain.js';
import type { Progress } from '../view/load-data.js';
import type { ExportController } from './controllers/export-controller.js';
import type { FacetMenuController } from './controllers/facet-menu-controller.js';
import type { HelpController } from './controllers/help-controller.js';
import type { MenuController } from './controllers/menu-controller.js';
import type { TableController } from './controllers/table-controller.js';
import type { ControlName } from './controls.js';
import type { Paper } from './paper.js';

/** How far the data are. */
export type LoadState =
  | { readonly kind: 'idle' | 'ready' }
  | {
      readonly kind: 'loading';
      /** Null until there is something to say. */
      readonly progress: Progress | null;
    }
  | {
      readonly kind: 'failed';
      readonly reason: 'http' | 'network' | 'file' | 'format' | 'ended';
      readonly detail: string;
      /** What could not be read, by its name. */
      readonly file: string;
      /** Asked again, it may answer otherwise. */
      readonly canRetry: boolean;
      /** The address, where a reader may safely follow it. */
      readonly link: string | null;
    };

export const views = ['chart', 'list', 'table'] as const;
/** Three ways to show the same events. */
export type View = (typeof views)[number];

/** Where the button stands that copies the link. */
export type LinkPlace = 'tools' | 'details' | 'export';

/** How copying the link to what is shown goes. */
export interface LinkModel {
  /** Where it has just been done. */
  readonly copied: LinkPlace | null;
  /** The browser does not let us: the address, to be copied by hand. */
  readonly panel: { readonly place: LinkPlace; readonly address: string } | null;
}

/**
 * Everything that the templates read, so that they decide nothing but form. What takes time with very many events is
 * computed when a template asks for it.
 */
export interface ViewModel {
  readonly language: Language;
  readonly dir: 'ltr' | 'rtl';
  /** Time runs from right to left: in the chart, and in every figure of a mark. */
  readonly mirrored: boolean;
  readonly dataset: Dataset | null;
  readonly load: LoadState;
  /** Nothing was shown yet, and the page has put something between the tags that stands there meanwhile. */
  readonly isFallback: boolean;
  readonly issues: readonly Issue[];
  /** Null where nothing was read. */
  readonly account: ReadingAccount | null;
  /** How the reader said that dates are to be read; null where nobody asked, or got no answer. */
  readonly dateAnswer: DateOrder | null;
  readonly issuesOpen: boolean;
  readonly heading: LocalizedText | null;
  readonly headingLevel: number;
  readonly controls: ReadonlySet<ControlName>;
  readonly view: View;
  /** Details stand beside the chart, below it, or inside the list. */
  readonly detailsPlace: 'beside' | 'below' | 'inline';
  /** More than a page of events, or than a line of lanes: there is something to search, and lanes to make low. */
  readonly isLarge: boolean;
  /** Too narrow for a chip a lane. */
  readonly isNarrow: boolean;
  /** Where there is something to search, or where the page wants it. */
  readonly hasSearch: boolean;
  /** All lanes, with all their events. */
  readonly lanes: readonly Lane[];
  /** The same with those that match the search. */
  readonly matchedLanes: readonly Lane[];
  /** What the chart shows. */
  readonly shownLanes: readonly Lane[];
  readonly groupBy: GroupBy;
  readonly laneWords: LaneWords;
  readonly offLanes: ReadonlySet<string>;
  readonly filters: Filters;
  /** The values of a facet with their counts. Looks at every event: for a panel that is open. */
  readonly facet: (name: FacetName) => Facet;
  /** The facets that the panel has. */
  readonly facetNames: readonly FacetName[];
  readonly facetMenu: FacetMenuController;
  /** How many events there are where a reader filters nothing. */
  readonly total: number;
  /** Anything but everything is shown: lanes are off, or there is a filter or a search. */
  readonly isFiltered: boolean;
  readonly foldOpen: boolean;
  readonly menu: MenuController;
  readonly help: HelpController;
  readonly exporting: ExportController;
  readonly table: TableController;
  /** What is searched for; the picture is the answer to it. */
  readonly query: string;
  /** What stands in the field. */
  readonly searchText: string;
  /** How many of `total` match the search, whatever else is filtered. */
  readonly found: number;
  /** What next and previous result go through, in reading order; `at` is the selected one, or −1. Null without a search. */
  readonly results: { readonly order: ReadingOrder; readonly at: number } | null;
  /** The events of the shown lanes. */
  readonly shown: LaneEvents;
  /** All of them in reading order. */
  readonly order: ReadingOrder;
  /** Of the shown events those in the range that somebody chose: what list, table and files have. */
  readonly listed: LaneEvents;
  readonly listedOrder: ReadingOrder;
  /** The range that somebody chose; null while nobody has. */
  readonly range: Domain | null;
  /** Of the list's page. */
  readonly sections: readonly Section[];
  readonly selected: number | null;
  /**
   * Going from one event to the next: in which order, where the selected one stands in it (−1: nowhere), how many
   * come before it if it is hidden, of how many.
   */
  readonly story: {
    readonly by: StoryOrder;
    readonly at: number;
    readonly gap: number | null;
    readonly count: number;
  };
  /** Index in `listedOrder` of the first event on the list's page. */
  readonly listStart: number;
  readonly scene: Scene | null;
  /** How many lanes are drawn as counts. */
  readonly densityCount: number;
  readonly oneScale: boolean;
  /** The stretch of a very tall chart that is made. */
  readonly band: StateBand | null;
  /** The lane that has the focus, or is about to get it. */
  readonly focusedLane: number | null;
  /** What is to stand on paper; null while nobody prints. */
  readonly paper: Paper | null;
  /** Null where the address does not say what is shown. */
  readonly link: LinkModel | null;
  readonly otherLanguage: { readonly lang: string; readonly name: string } | null;
}

/** What a reader may do; the templates only wire these to elements. */
export interface Actions {
  /** Says a text, or a template of one, politely to those who hear the page: the answer to an act. */
  announce(text: unknown): void;
  select(index: number | null, focus?: 'details' | 'chart'): void;
  step(by: 1 | -1): void;
  /** Previous and next go in that order. */
  readInOrder(by: StoryOrder): void;
  toggleLane(key: string): void;
  showAllLanes(): void;
  hideAllLanes(): void;
  /** Brings a lane into view, also out of the fold. */
  findLane(key: string): void;
  toggleFold(): void;
  toggleCollapse(key: string): void;
  setOneScale(on: boolean): void;
  /** What is typed. */
  search(text: string): void;
  /** To the next of the events that were found, or the one before. */
  toResult(by: 1 | -1): void;
  clearSearch(): void;
  setView(view: View): void;
  /** Copies the link to what is shown. */
  copyLink(place: LinkPlace): void;
  /** Closes the panel with the address. */
  closeLink(): void;
  toggleFilter(facet: FacetName, key: string): void;
  setFilters(filters: Filters): void;
  /** Lanes, filters and search: all are shown again. */
  clearFilters(): void;
  /** The range is everything again. */
  showAllDates(): void;
  /** Shows the list's page that begins there. */
  turnTo(listStart: number): void;
  zoom(factor: number): void;
  fit(): void;
  toggleIssues(): void;
  /** Reads the data again with their dates in that order. */
  orderDates(order: DateOrder): void;
  retry(): void;
  /** Shows what was read so far as if it were all. */
  stopLoading(): void;
  switchLanguage(lang: string): void;
}
