import { attributesOf, namespace, type SvgNode } from './svg-tree.js';

/** Real elements of `document`, made one by one: markup is never parsed. */
export function toSvgElement(tree: SvgNode, document: Document): SVGElement {
  const element = document.createElementNS(namespace, tree.tag as 'g');
  for (const [name, value] of attributesOf(tree)) element.setAttribute(name, value);
  element.append(...tree.children.map((child) => (typeof child === 'string' ? child : toSvgElement(child, document))));
  return element;
}
