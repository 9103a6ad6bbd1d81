import type * as React from 'react';
import type { ReportTimelineElement } from '../index.js';
import type { ReportTimelineListeners, ReportTimelineMarkup } from './attributes.js';

/**
 * `import 'report-timeline/react'` is `import 'report-timeline'`, with types for React 19 and later, which sets properties
 * and hears events of any element.
 */
export * from '../index.js';

declare module 'react' {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- as React declares it
  namespace JSX {
    interface IntrinsicElements {
      'report-timeline': React.DetailedHTMLProps<React.HTMLAttributes<ReportTimelineElement>, ReportTimelineElement> &
        ReportTimelineMarkup &
        ReportTimelineListeners;
    }
  }
}
