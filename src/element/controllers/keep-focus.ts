/** Where the focus goes when what had it is gone, the nearest first; the last is there where nothing else is. */
const places = [
  '.facet-menu > button',
  '.menu > button',
  '.chip',
  '.search input',
  '.tools [aria-pressed=true]',
  '.toolbar button',
  '.main :is([tabindex="0"], button)',
] as const;

/**
 * To be called before a change that may take away what has the focus; the answer is called after it, and sees to it that
 * the focus is not lost to the page: it goes to the next of the filters that are on, else to where one filters.
 * WCAG 2.2, 2.4.3.
 */
export function keepingFocus(root: ShadowRoot): () => void {
  const { activeElement } = root;
  const removers = (): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('.active-filters button')];
  const at = removers().indexOf(activeElement as HTMLElement);
  return () => {
    // Something else may have moved it already.
    if (!activeElement || activeElement.isConnected || root.activeElement) return;
    const left = at < 0 ? [] : removers();
    const next = left[Math.min(at, left.length - 1)];
    const place = next ?? places.flatMap((selector) => [...root.querySelectorAll<HTMLElement>(selector)])[0];
    place?.focus({ preventScroll: true });
  };
}
