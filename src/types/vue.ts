import type { HTMLAttributes, ReservedProps } from 'vue';
import type { ReportTimelineElement } from '../index.js';
import type { ReportTimelineMarkup, ReportTimelineVueListeners } from './attributes.js';

/**
 * `import 'report-timeline/vue'` is `import 'report-timeline'`, with types for Vue 3. Vue's compiler has to be told that the
 * tag is none of its own components: `isCustomElement`.
 */
export * from '../index.js';

type Props = HTMLAttributes & ReservedProps & ReportTimelineMarkup & ReportTimelineVueListeners;

declare module 'vue' {
  interface GlobalComponents {
    'report-timeline': new () => ReportTimelineElement & { $props: Props };
  }
  // Of JSX.
  interface IntrinsicElementAttributes {
    'report-timeline': Props;
  }
}
