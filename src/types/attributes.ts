import type { LitElement } from 'lit';
import type { DateOrder, FormatName } from '../core/dataset/readers/record-reader.js';
import type { groupings } from '../core/layout/lanes.js';
import type { ReportTimelineEventMap } from '../element/events.js';
import type { ReportTimelineElement } from '../element/report-timeline.js';
import type { Options } from '../element/resolve-options.js';

/** The element's own properties that may be set: what the class declares, without methods and what is read only. */
type Settable<T> = {
  [Name in keyof T]-?: T[Name] extends (...args: never[]) => unknown
    ? never
    : IsSame<Pick<T, Name>, Readonly<Pick<T, Name>>> extends true
      ? never
      : Name;
}[keyof T];

type PropertyName = Settable<Omit<ReportTimelineElement, keyof LitElement>>;

/** The same, and not merely assignable: only so a property that is read only differs from one that is not. */
type IsSame<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

type Level = 1 | 2 | 3 | 4 | 5 | 6;

/** Where only some texts count. As attributes they may be any text; markup that is checked is held to these. */
interface KnownValues {
  format: 'auto' | FormatName;
  dateOrder: DateOrder;
  groupBy: (typeof groupings)[number];
  view: Options['view'];
  axisDirection: Options['axisDirection'];
  theme: Options['theme'];
  headingLevel: Level | `${Level}`;
}

type ValueOf<Name extends PropertyName> = Name extends keyof KnownValues
  ? KnownValues[Name] | null
  : ReportTimelineElement[Name];

/** `groupBy` is `group-by`. */
type Hyphenated<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Hyphenated<Rest>}`
  : Name;

/** What can be set of the element, by the names of properties: `groupBy`, `data`. */
export type ReportTimelineProperties = { [Name in PropertyName]?: ValueOf<Name> | undefined };

/** The same by the names of attributes: `group-by`. Objects and files are no attributes; `data` is a property only. */
export type ReportTimelineAttributes = {
  [Name in Exclude<PropertyName, 'data'> as Hyphenated<Name>]?: ValueOf<Name> | undefined;
};

/** What markup of a framework may say, which sets a property where the element has one of the name, else an attribute. */
export type ReportTimelineMarkup = ReportTimelineAttributes & ReportTimelineProperties;

/** Listeners as React 19, Preact and Svelte 5 name them: `on`, and the event's name as it is. */
export type ReportTimelineListeners = {
  [Name in keyof ReportTimelineEventMap as `on${Name}`]?: ((event: ReportTimelineEventMap[Name]) => void) | undefined;
};

/** Listeners as Vue's compiler names them: `@timeline-select` is `onTimelineSelect`. */
export type ReportTimelineVueListeners = {
  [Name in keyof ReportTimelineEventMap as `on${Capitalize<Camelized<Name>>}`]?: (
    event: ReportTimelineEventMap[Name],
  ) => void;
};

type Camelized<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camelized<Tail>>}`
  : Name;
