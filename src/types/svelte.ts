import type { HTMLAttributes } from 'svelte/elements';
import type { ReportTimelineElement } from '../index.js';
import type { ReportTimelineListeners, ReportTimelineMarkup } from './attributes.js';

/** `import 'report-timeline/svelte'` is `import 'report-timeline'`, with types for Svelte 5. */
export * from '../index.js';

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'report-timeline': HTMLAttributes<ReportTimelineElement> & ReportTimelineMarkup & ReportTimelineListeners;
  }
}
