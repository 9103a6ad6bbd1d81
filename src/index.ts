import { ReportTimelineElement } from './element/report-timeline.js';

// A second script, or a second copy in a bundle, finds the tag taken and leaves it alone. That may explain what a page
// wonders about, if it is not the same version.
const taken = customElements.get('report-timeline') as { readonly version?: unknown } | undefined;
if (!taken) customElements.define('report-timeline', ReportTimelineElement);
else if (taken.version !== ReportTimelineElement.version) {
  const { version } = ReportTimelineElement;
  console.warn(`<report-timeline> is there in version ${String(taken.version)}; this is ${version}, and does nothing.`);
}

export { ReportTimelineElement };
export { parseTemporal } from './core/temporal/parse-temporal.js';
export { readDataset } from './core/dataset/read-dataset.js';
export type * from './core/dataset/event.js';
export type { Issue, IssueCode } from './core/dataset/issue.js';
export type { ReadingAccount } from './core/dataset/reading.js';
export type { DateOrder, FormatName } from './core/dataset/readers/record-reader.js';
export type { CitationStyle } from './core/scene/citation.js';
export type { Bound, DateKind, DateSpan, Precision, SetMember, Temporal } from './core/temporal/temporal.js';
export type {
  EventSource,
  ReportTimelineEventMap,
  TimelineErrorEvent,
  TimelineFilterChangeEvent,
  TimelineLoadEvent,
  TimelineRangeChangeEvent,
  TimelineSelectEvent,
} from './element/events.js';
export type { ReportTimelineAttributes, ReportTimelineProperties } from './types/attributes.js';
export type { PictureOptions } from './element/export-input.js';
