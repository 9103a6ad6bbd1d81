import type { TableRows } from '../core/dataset/containers/table-rows.js';
import { readTable } from './read-table.js';

/** What holds data between the tags. */
export type DataChild = HTMLScriptElement | HTMLTableElement;

const dataTypes = /^\s*(application\/(json|x-ndjson)|text\/(csv|tab-separated-values))\s*(;|$)/i;

/**
 * The data between the tags of an element: a script of a type that is data, else the first table, which may stand in a
 * figure; null where there are none. What is meant for a slot is not meant as data.
 */
export function findDataChild(host: Element): DataChild | null {
  const children = [...host.children].filter(({ slot }) => !slot);
  const scripts = children.filter((child) => child.localName === 'script') as HTMLScriptElement[];
  const script = scripts.find((one) => dataTypes.test(one.type) && !one.hasAttribute('src'));
  if (script) return script;
  for (const child of children) {
    const table = child.localName === 'table' ? child : child.querySelector('table');
    if (table) return table as HTMLTableElement;
  }
  return null;
}

/** A text in any form that is read, or a table. Lines that only begin and end the script are not of its text. */
export const readDataChild = (child: DataChild): string | TableRows =>
  'rows' in child ? readTable(child) : child.text.replace(/^\s*\n/, '').trimEnd();

/** Something between the tags is there to be seen, in no slot but the nameless one: an element, or words. */
export const hasFallback = (host: Element): boolean =>
  [...host.childNodes].some((node) =>
    node instanceof Element
      ? !node.slot && !/^(script|style|template|link|meta)$/.test(node.localName)
      : node instanceof Text && /\S/.test(node.data),
  );
