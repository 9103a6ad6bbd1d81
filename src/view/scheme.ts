import { luminance } from './luminance.js';

/**
 * Light or dark. `auto` follows the page and not blindly the operating system: a page that is always light must not
 * hold a dark widget at night. A light text colour means a dark page, whatever the page did to become so. The colour
 * is the one that `host` inherits or is given by the page; our own stylesheet may not set `color` on the host.
 */
export function resolveScheme(host: Element, wanted: 'auto' | 'light' | 'dark'): 'light' | 'dark' {
  if (wanted !== 'auto') return wanted;
  return luminance(getComputedStyle(host).color) > 0.5 ? 'dark' : 'light';
}

/**
 * Calls back when the answer of `resolveScheme` or the system's colours may have changed; returns how to stop.
 *
 * No event tells that an inherited colour changed. So `sentinel`, an empty rendered element in the shadow root that
 * inherits the page's colour, has `transition: color 1ms` in the stylesheet, and its transitions tell: the first one
 * when a change begins, the last one when a page that fades from theme to theme has arrived. While the sentinel is
 * not rendered it is silent: ask again when the element comes into view. Custom properties that are among its
 * `transition-property` tell in the same way (CSS Transitions 2, `allow-discrete`).
 */
export function watchScheme(sentinel: Element, onChange: () => void): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)']) {
    matchMedia(query).addEventListener('change', onChange, { signal });
  }
  for (const type of ['transitionrun', 'transitionend']) sentinel.addEventListener(type, onChange, { signal });
  return () => stop.abort();
}
