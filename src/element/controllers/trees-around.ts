/**
 * The document and the shadow roots around a node, from the inside out: where events are heard that do not leave a tree,
 * as scrolling does not, or that say less outside of it. Of closed components those that the node stands in are among
 * them; those that it is only slotted into cannot be known.
 */
export function treesAround(node: Node): readonly Node[] {
  const trees: Node[] = [];
  for (let at: Node | null = node; at; at = parentAround(at)) if (!at.parentNode) trees.push(at);
  return trees;
}

/** The next node outwards as it is laid out: through slots, and from a shadow root to its host. */
export const parentAround = (node: Node): Node | null =>
  (node as Partial<Element>).assignedSlot ?? node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null;
