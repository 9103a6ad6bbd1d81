/**
 * The package in Node, where there is no document: what can be read and written without one. It defines no element and
 * touches nothing, so that a page that is put together on a server can import the package like any other.
 */
export { parseTemporal } from '../core/temporal/parse-temporal.js';
export { readDataset } from '../core/dataset/read-dataset.js';
export { renderStatic, type StaticPage } from './render-static.js';
export type { StaticOptions } from './options.js';
export type * from '../core/dataset/event.js';
export type { Issue, IssueCode } from '../core/dataset/issue.js';
export type { ReadingAccount } from '../core/dataset/reading.js';
export type { DateOrder, FormatName } from '../core/dataset/readers/record-reader.js';
export { ReportTimelineElement } from './absent-element.js';
