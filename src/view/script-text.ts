/**
 * The whole classic script as a function: the build wraps it in one of this name (`rollup.config.mjs`), which only the
 * script itself sees. There is none in the module build.
 */
declare const reportTimelineScript: (() => void) | undefined;

/** The text of this script, as a function; empty where it is not the classic script. */
export const scriptText = (): string =>
  typeof reportTimelineScript === 'function' ? String(reportTimelineScript) : '';
