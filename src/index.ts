import { ReportTimelineElement } from './element/report-timeline.js';

// A second script, or a second copy in a bundle, finds the tag taken and leaves it alone.
if (!customElements.get('report-timeline')) customElements.define('report-timeline', ReportTimelineElement);

export { ReportTimelineElement };
export { parseTemporal } from './core/temporal/parse-temporal.js';
export { readDataset } from './core/dataset/read-dataset.js';
export type * from './core/dataset/event.js';
export type { Issue, IssueCode } from './core/dataset/issue.js';
export type { ReadingAccount } from './core/dataset/reading.js';
export type { DateOrder, FormatName } from './core/dataset/readers/record-reader.js';
export type { Bound, DateKind, DateSpan, Precision, SetMember, Temporal } from './core/temporal/temporal.js';
export type {
  EventSource,
  TimelineErrorEvent,
  TimelineFilterChangeEvent,
  TimelineLoadEvent,
  TimelineRangeChangeEvent,
  TimelineSelectEvent,
} from './element/events.js';
