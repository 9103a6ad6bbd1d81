/** The colour behind an element: the nearest background that the page has painted, through shadow roots; else the canvas. */
export function pageBackground(host: Element): string {
  for (let node: Element | null = host; node;) {
    const colour = getComputedStyle(node).backgroundColor;
    if (!/^(transparent|rgba\(.*, 0\))$/.test(colour)) return colour;
    const root: Node = node.getRootNode();
    node = node.assignedSlot ?? node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return 'Canvas';
}

/** True when two colours look the same, however they are written. A page's bare canvas counts as white. */
export function isSameColour(a: string, b: string): boolean {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return a === b;
  const [first, second] = [a, b].map((colour) => {
    context.fillStyle = '#000';
    context.fillStyle = colour;
    return context.fillStyle;
  });
  return first === second;
}
