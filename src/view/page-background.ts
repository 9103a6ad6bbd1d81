const isTransparent = (colour: string): boolean => /^(transparent|rgba\(.*, 0\))$/.test(colour);

/**
 * The colour behind an element, as the browser computes it: the nearest background that the page has painted, through
 * shadow roots; white where it has painted none.
 */
export function pageBackground(host: Element): string {
  for (let node: Element | null = host; node;) {
    const colour = getComputedStyle(node).backgroundColor;
    if (!isTransparent(colour)) return colour;
    const root: Node = node.getRootNode();
    node = node.assignedSlot ?? node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return 'rgb(255, 255, 255)';
}
