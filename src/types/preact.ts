import type { HTMLAttributes } from 'preact';
import type { ReportTimelineElement } from '../index.js';
import type { ReportTimelineListeners, ReportTimelineMarkup } from './attributes.js';

/** `import 'report-timeline/preact'` is `import 'report-timeline'`, with types for Preact. */
export * from '../index.js';

declare module 'preact' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- as Preact declares it
  namespace JSX {
    interface IntrinsicElements {
      'report-timeline': HTMLAttributes<ReportTimelineElement> & ReportTimelineMarkup & ReportTimelineListeners;
    }
  }
}
