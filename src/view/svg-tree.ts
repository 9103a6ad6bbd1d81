import { escapeMarkup } from '../core/util/escape-markup.js';

/** An SVG element as a value: made without a document, written as text or made into real elements. */
export interface SvgNode {
  readonly tag: string;
  /** Presentation attributes, never `style`: content security policies refuse that. Undefined ones are left out. */
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly children: readonly (SvgNode | string)[];
}

export const svgNode = (
  tag: string,
  attributes: SvgNode['attributes'] = {},
  children: SvgNode['children'] = [],
): SvgNode => ({ tag, attributes, children });

export const namespace = 'http://www.w3.org/2000/svg';

/** Two decimals are more than eyes can see, and keep files small and the same on every machine. */
export const svgNumber = (value: number): string => String(Number(value.toFixed(2)));

const valueOf = (value: string | number): string => (typeof value === 'number' ? svgNumber(value) : value);

/** Names and values as they are written; numbers are rounded. */
export function attributesOf({ attributes }: SvgNode): [string, string][] {
  return Object.entries(attributes).flatMap(([name, value]) => (value === undefined ? [] : [[name, valueOf(value)]]));
}

/** Data is untrusted text: markup in it stays text, and what XML cannot hold at all becomes a replacement sign. */
const escapeXml = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- exactly the characters that no XML document may contain
  escapeMarkup(text.replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd'));

/** The file's text: one element a line, attributes in the order given, so that a diff shows what changed. */
export function toSvgText(tree: SvgNode, indent = ''): string {
  const isRoot = tree.tag === 'svg' && !indent;
  const attributes = attributesOf(tree)
    // A file is XML, where a language is xml:lang.
    .map(([name, value]) => ` ${name === 'lang' ? 'xml:lang' : name}="${escapeXml(value).replace(/\s/g, ' ')}"`)
    .join('');
  const open = `${indent}<${tree.tag}${isRoot ? ` xmlns="${namespace}"` : ''}${attributes}`;
  if (tree.children.length === 0) return `${open}/>\n`;

  const close = `</${tree.tag}>\n`;
  // Text stays on the line of its element: a line break inside would be drawn as a space.
  if (tree.children.every((child) => typeof child === 'string')) {
    return `${open}>${tree.children.map(escapeXml).join('')}${close}`;
  }
  const lines = tree.children.map((child) =>
    typeof child === 'string' ? `${indent}  ${escapeXml(child)}\n` : toSvgText(child, `${indent}  `),
  );
  return `${open}>\n${lines.join('')}${indent}${close}`;
}
