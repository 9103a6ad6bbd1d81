import { escapeMarkup } from '../core/util/escape-markup.js';
import { svgNumber } from '../view/svg-tree.js';

/**
 * An element of HTML, or of the SVG in it, as a value. Nothing becomes markup but by `toHtmlText`, which escapes: data are
 * untrusted text.
 */
export interface HtmlNode {
  readonly tag: string;
  /** True for an attribute without a value; what is undefined is left out. Never `style`: strict policies refuse it. */
  readonly attributes: Readonly<Record<string, string | number | true | undefined>>;
  readonly children: readonly HtmlChild[];
}

export type HtmlChild = HtmlNode | string;

/** What a child may be while the tree is made: nothing at all, or several. */
export type Content = HtmlChild | null | undefined | false | readonly Content[];

/** An element. Nothing in its content is left out, lists in it are flattened. */
export const element = (
  tag: string,
  attributes: HtmlNode['attributes'] = {},
  ...content: readonly Content[]
): HtmlNode => ({
  tag,
  attributes,
  children: flatten(content),
});

const flatten = (content: readonly Content[]): readonly HtmlChild[] =>
  content.flatMap((child): readonly HtmlChild[] => {
    if (child === null || child === undefined || child === false) return [];
    return isList(child) ? flatten(child) : [child];
  });

const isList = (child: Content): child is readonly Content[] => Array.isArray(child);

/** Elements without an end tag (HTML standard, 13.1.2, "void elements"), as far as they are written here. */
const voidTags: ReadonlySet<string> = new Set(['br', 'col', 'hr', 'img', 'link', 'meta']);

/** Elements whose text is not escaped, and ends where their end tag stands (13.1.2, "raw text elements"). */
const rawTags: ReadonlySet<string> = new Set(['script', 'style']);

/** What would end such a text, or change how it is read from there on (13.1.2.6, 13.2.5.4 ff., "script data states"). */
const notRaw = /<(?:!--|\/?(?:script|style))/i;

/** Behind these a line break changes nothing that is seen. */
const blockTags: ReadonlySet<string> = new Set(
  (
    'html head meta title style script link body main report-timeline header figure figcaption section details summary ' +
    'h1 h2 h3 h4 h5 h6 p ol ul li table caption thead tbody tr div blockquote svg g path rect circle'
  ).split(' '),
);

const isName = /^[A-Za-z][\w:.-]*$/;

/** Whether a text may stand in a script or a style as it is. */
export const isRawText = (text: string): boolean => !notRaw.test(text);

const valueOf = (value: string | number): string => (typeof value === 'number' ? svgNumber(value) : value);

/** Letters that no HTML document may hold, halves of letters among them, become a replacement sign (13.2.3.5). */
const possible = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- exactly the characters that are left out
  text.replace(/[\0-\x08\v\x0e-\x1f\x7f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd');

/** A text as it stands between tags, or between the quotation marks of an attribute. */
const escapeHtml = (text: string): string => escapeMarkup(possible(text));

/** The markup of a tree. Throws for names that are none, and for a script or style that its text would end. */
export function toHtmlText(child: HtmlChild): string {
  const parts: string[] = [];
  write(child, parts);
  return parts.join('');
}

/** Into a list of pieces: thousands of events are megabytes. */
function write(child: HtmlChild, parts: string[]): void {
  if (typeof child === 'string') return void parts.push(escapeHtml(child));
  const { tag, attributes, children } = child;
  if (!isName.test(tag)) throw new Error(`"${tag}" is not the name of an element`);
  parts.push(`<${tag}`);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    if (!isName.test(name)) throw new Error(`"${name}" is not the name of an attribute`);
    parts.push(value === true ? ` ${name}` : ` ${name}="${escapeHtml(valueOf(value))}"`);
  }
  parts.push('>');
  if (!voidTags.has(tag)) {
    if (rawTags.has(tag)) parts.push(rawText(child));
    else for (const each of children) write(each, parts);
    parts.push(`</${tag}>`);
  }
  if (blockTags.has(tag)) parts.push('\n');
}

function rawText({ tag, children }: HtmlNode): string {
  const text = children.map((child) => (typeof child === 'string' ? child : toHtmlText(child))).join('');
  if (!isRawText(text)) throw new Error(`a ${tag} would end within its text`);
  return text;
}
