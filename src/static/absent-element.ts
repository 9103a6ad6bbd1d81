import { version } from '../version.js';

/** Stands where the element is in a browser: it can be imported, compared and derived from, and never made. */
export class ReportTimelineElement {
  static readonly version = version;

  constructor() {
    throw new Error('<report-timeline> needs a browser; on a server write its tag, or use renderStatic.');
  }
}
