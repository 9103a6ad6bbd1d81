const namespaces = { html: 'http://www.w3.org/1999/xhtml', svg: 'http://www.w3.org/2000/svg' };
const voids = /^(?:area|br|col|hr|img|input|link|meta|source|track|wbr)$/;
/** A comment, what Lit puts where a value goes, an end tag, a start tag, text. */
const piece =
  /<!--([^]*?)-->|<(\?[^>]*)>|<\/([^\s>]+)\s*>|<([a-z][\w-]*)((?:"[^"]*"|'[^']*'|[^"'>])*?)(\/?)>|([^<]+)/iy;
const attribute = /([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** What Lit adds to the names of attributes that have values to come; the build tells it so (`rollup.config.mjs`). */
const boundSuffix = /_lit_$/;

/**
 * Makes a template of our own markup, node by node. The browser's parser is for text of any kind, so that a page that
 * demands Trusted Types gives it to policies only, and may allow none, or one that another Lit has taken. What our
 * templates contain is known when they are written: every element is closed, no tag is implied, no entity is left (the
 * build resolves them). Anything else throws.
 */
export function buildTemplate(markup: string): HTMLTemplateElement {
  const template = document.createElement('template');
  const { content } = template;
  const owner = content.ownerDocument;
  let open: Element | DocumentFragment = content;
  let bound = 0;
  for (piece.lastIndex = 0; piece.lastIndex < markup.length;) {
    const at = piece.lastIndex;
    const [, comment, place, end, name, attributes = '', closed, text] = piece.exec(markup) ?? [];
    if (text) open.append(text);
    else if (name) {
      const element: Element = owner.createElementNS(namespaceIn(open, name), name);
      for (const [, key = '', ...values] of attributes.matchAll(attribute)) {
        // Lit knows what it is called from the template, and asks the attribute for its place only.
        const safe = boundSuffix.test(key) ? `b${bound++}_lit_` : key;
        element.setAttribute(safe, values.find((value) => value !== undefined) ?? '');
      }
      open.append(element);
      if (!closed && !voids.test(name)) open = element;
    } else if (end === (open as Element).localName && open.parentNode) open = open.parentNode as Element;
    else if ((comment ?? place) !== undefined) open.append(owner.createComment(comment ?? place!));
    else throw new SyntaxError(`not a template: ${markup.slice(at)}`);
  }
  if (open !== content) throw new SyntaxError(`not closed: ${markup}`);
  return template;
}

function namespaceIn(parent: Element | DocumentFragment, name: string): string {
  if (name === 'svg') return namespaces.svg;
  const { namespaceURI = null, localName = '' } = parent as Partial<Element>;
  return localName === 'foreignObject' ? namespaces.html : (namespaceURI ?? namespaces.html);
}
