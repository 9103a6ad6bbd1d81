import type { ReportTimelineElement } from '../../../src/element/report-timeline.js';

/** A run of text as it stands on the page. */
export interface Run {
  readonly text: string;
  readonly parent: Element;
  readonly rects: readonly DOMRect[];
}

const isHidden = (node: Element): boolean =>
  node.closest('[hidden], .unseen, .probe, title, style, template') !== null ||
  !node.checkVisibility({ visibilityProperty: true });

/** Every text in the shadow root that is there to be seen, whether or not any of it can be. */
export function textRuns(element: ReportTimelineElement, selector = '.root'): Run[] {
  const runs: Run[] = [];
  for (const root of element.shadowRoot!.querySelectorAll(selector)) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      const parent = node.parentElement!;
      const text = (node.nodeValue ?? '').trim();
      if (text === '' || isHidden(parent) || parent.closest('svg')) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0.5 && height > 0.5);
      runs.push({ text, parent, rects });
    }
  }
  return runs;
}

const nameOf = ({ text, parent }: Run): string =>
  `${parent.tagName.toLowerCase()}.${parent.className.toString()} “${text.slice(0, 40)}”`;

/** Letters reach a little over the box of their line. */
const tolerance = 2;

/** Texts of which something cannot be seen and cannot be scrolled to either: without a box, or out of one that clips. */
export function cutOff(element: ReportTimelineElement, selector?: string): string[] {
  return textRuns(element, selector).flatMap((run) => {
    // Cells of the table begin a text; the whole of it is in the details, which open from there.
    if (run.parent.closest('.table td, .table tbody th')) return [];
    if (run.rects.length === 0) return [`nothing to see of ${nameOf(run)}`];
    let [scrollsX, scrollsY] = [false, false];
    for (let node: Element | null = run.parent; node && node !== element; node = node.parentElement) {
      const { overflowX, overflowY, textOverflow, overflowClipMargin } = getComputedStyle(node);
      const room = node.getBoundingClientRect();
      const margin = tolerance + (overflowX === 'clip' ? parseFloat(overflowClipMargin) || 0 : 0);
      const isCut = (from: number, to: number, low: number, high: number): boolean =>
        from < low - margin || to > high + margin;
      const clips = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      if (/auto|scroll/.test(overflowX)) scrollsX = true;
      if (/auto|scroll/.test(overflowY)) scrollsY = true;
      for (const { left, right, top, bottom } of run.rects) {
        if (!scrollsX && clips(overflowX) && isCut(left, right, room.left, room.right))
          return [`cut at the side: ${nameOf(run)}${textOverflow === 'ellipsis' ? ' by …' : ''}`];
        if (!scrollsY && clips(overflowY) && isCut(top, bottom, room.top, room.bottom))
          return [`cut above or below: ${nameOf(run)}`];
      }
    }
    return [];
  });
}

/** What is to be seen of a line of text now: the rest has been scrolled away, or is left out. */
function visible(parent: Element, rect: DOMRect): DOMRect | null {
  let [{ left, right, top, bottom }] = [rect];
  for (let node: Element | null = parent; node; node = node.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(node);
    const room = node.getBoundingClientRect();
    if (overflowX !== 'visible') [left, right] = [Math.max(left, room.left), Math.min(right, room.right)];
    if (overflowY !== 'visible') [top, bottom] = [Math.max(top, room.top), Math.min(bottom, room.bottom)];
  }
  return right - left > tolerance && bottom - top > tolerance
    ? new DOMRect(left, top, right - left, bottom - top)
    : null;
}

/** What breaks the text into lines. */
function blockOf(node: Element): Element {
  return node.parentElement && getComputedStyle(node).display.startsWith('inline') ? blockOf(node.parentElement) : node;
}

/** Texts that lie on each other, other than those of what lies over everything: panels, card, sticky heads. */
export function overlapping(element: ReportTimelineElement, selector?: string): string[] {
  const above = '.panel, .card, .chooser, dialog, .details.below, .axis, thead, tbody th';
  const runs = textRuns(element, selector).filter(({ parent }) => !parent.closest(above));
  const boxes = runs.flatMap((run) =>
    run.rects.flatMap((own) => {
      const rect = visible(run.parent, own);
      return rect ? [{ run, rect, height: own.height, block: blockOf(run.parent) }] : [];
    }),
  );
  const found: string[] = [];
  boxes.forEach(({ run, rect: a, height, block }, i) => {
    for (const { run: other, rect: b, height: otherHeight, block: otherBlock } of boxes.slice(i + 1)) {
      // Lines of one paragraph are as far apart as the reader has them; tall letters reach into the next.
      if (run === other || block === otherBlock) continue;
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      // Boxes of Arabic letters are taller than their lines, and reach into those of the lines beside them.
      if (across > tolerance && down > Math.min(height, otherHeight) / 3)
        found.push(`${nameOf(run)} on ${nameOf(other)}`);
    }
  });
  return found;
}

/** Texts and controls that stand outside the element's own width, where nothing scrolls to them. */
export function outside(element: ReportTimelineElement): string[] {
  const { left, right } = element.getBoundingClientRect();
  return textRuns(element).flatMap((run) => {
    for (let node: Element | null = run.parent; node && node !== element; node = node.parentElement)
      if (/auto|scroll/.test(getComputedStyle(node).overflowX)) return [];
    const isOut = run.rects.some((rect) => rect.left < left - tolerance || rect.right > right + tolerance);
    return isOut ? [`outside: ${nameOf(run)}`] : [];
  });
}

/** What the reader's own style sheet says goes before ours; returns how to take it away. */
export function readersStyle(element: ReportTimelineElement, css: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const root = element.shadowRoot!;
  const own = [...root.adoptedStyleSheets];
  root.adoptedStyleSheets = [...own, sheet];
  return () => (root.adoptedStyleSheets = own);
}

/** What WCAG 2.2, 1.4.12 asks a page to bear. */
export const textSpacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

/** As a browser does that enlarges text alone: every font twice as large, every other length as it is. */
export function enlargeText(element: ReportTimelineElement, factor = 2): void {
  const nodes = [...element.shadowRoot!.querySelectorAll<HTMLElement>('.root, .root *')].filter(
    (node) => !(node instanceof SVGElement) && !(node instanceof HTMLCanvasElement),
  );
  const sizes = nodes.map((node) => {
    const { fontSize, lineHeight } = getComputedStyle(node);
    return [parseFloat(fontSize), parseFloat(lineHeight) / parseFloat(fontSize)] as const;
  });
  nodes.forEach((node, i) => {
    const [size, line] = sizes[i]!;
    node.style.setProperty('font-size', `${size * factor}px`, 'important');
    if (Number.isFinite(line)) node.style.setProperty('line-height', `${size * factor * line}px`, 'important');
  });
}
