import type { TimelineEvent } from '../core/dataset/event.js';
import type { Issue } from '../core/dataset/issue.js';
import type { Filters } from '../core/layout/facets.js';
import type { ReadingAccount } from '../core/dataset/reading.js';

/** Who caused it: the reader by hand, or the page by an attribute, property or method. Lets a page answer without a loop. */
export type EventSource = 'user' | 'api';

/** What all events of the element share: they bubble, cross shadow roots, and say who caused them. */
abstract class TimelineDomEvent extends Event {
  /** Who caused it: `user` for what a reader did by hand, `api` for everything else. */
  readonly source: EventSource;

  constructor(type: string, source: EventSource) {
    super(type, { bubbles: true, composed: true });
    this.source = source;
  }
}

/** Data were read, laid out and painted. */
export class TimelineLoadEvent extends TimelineDomEvent {
  constructor(
    /** How many events there are. */
    readonly count: number,
    /** What was wrong in the data and the attributes. */
    readonly issues: readonly Issue[],
    /** How the reading went, in numbers. */
    readonly account: ReadingAccount | null,
    source: EventSource,
  ) {
    super('timeline-load', source);
  }
}

/** Data could not be loaded, or there is no list of events in them. */
export class TimelineErrorEvent extends TimelineDomEvent {
  constructor(
    /** The kind of failure, as `code` of an issue. */
    readonly code: string,
    /** A sentence for whoever mends the data, in English. */
    readonly message: string,
    source: EventSource,
  ) {
    super('timeline-error', source);
  }
}

/** Another event is selected, or none. */
export class TimelineSelectEvent extends TimelineDomEvent {
  constructor(
    /** The event's id; null when none is selected. */
    readonly id: string | null,
    /** The event itself, or null. */
    readonly event: TimelineEvent | null,
    source: EventSource,
  ) {
    super('timeline-select', source);
  }
}

/** Another range is visible; once a gesture, when it has ended. */
export class TimelineRangeChangeEvent extends TimelineDomEvent {
  constructor(
    /** The first moment in view. */
    readonly from: Date,
    /** The last moment in view. */
    readonly to: Date,
    source: EventSource,
  ) {
    super('timeline-range-change', source);
  }
}

/** Other events are shown: lanes were switched on or off, a filter was set, something was searched for. */
export class TimelineFilterChangeEvent extends TimelineDomEvent {
  constructor(
    /** Keys of the lanes that are off. */
    readonly off: readonly string[],
    /** The values that events must have, by what is filtered: keys of the data, the same in every language. */
    readonly filters: Filters,
    /** What is searched for; empty for nothing. */
    readonly query: string,
    source: EventSource,
  ) {
    super('timeline-filter-change', source);
  }
}

/** What the element tells, by name. */
export interface ReportTimelineEventMap {
  'timeline-load': TimelineLoadEvent;
  'timeline-error': TimelineErrorEvent;
  'timeline-select': TimelineSelectEvent;
  'timeline-range-change': TimelineRangeChangeEvent;
  'timeline-filter-change': TimelineFilterChangeEvent;
}

declare global {
  /** They bubble, so that every element, document and window may hear them. */
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- nothing is added to what is merged
  interface GlobalEventHandlersEventMap extends ReportTimelineEventMap {}
}
