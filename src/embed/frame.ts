import { leastHeight, mostHeight, type AskMessage, type HereMessage, type HeightMessage } from './messages.js';
import { readQuery } from './read-query.js';

/*
 * The page `embed.html`: one timeline, set up by the query of the page's address, that tells its height to the page
 * around. Runs after the element's own script.
 */

const root = document.documentElement;
const isFramed = parent !== window;
/** The attribute `theme` says nothing: the scheme is that of the page around, which has to tell. */
let followsHost = false;
/** The height that was told last; 0 while nothing is shown yet, and the host page keeps what it has. */
let height = 0;

const element = customElements.get('report-timeline');
if (element) show(element as CustomElementConstructor & { readonly observedAttributes: readonly string[] });
else {
  document.getElementById('failed')!.hidden = false;
  tellHeights();
}

function show(element: CustomElementConstructor & { readonly observedAttributes: readonly string[] }): void {
  const { attributes, unknown } = readQuery(location.search, element.observedAttributes);
  if (unknown.length > 0) console.warn(`embed.html knows no attribute ${unknown.join(', ')}: left out.`);
  const timeline = new element();
  for (const [name, value] of attributes) {
    // On a page of its own it has the address of whoever hosts it: a link must not put words of others there.
    if (name === 'heading' && !isFramed) console.info('embed.html shows "heading" in a frame only.');
    else timeline.setAttribute(name, value);
  }

  const theme = attributes.get('theme')?.trim().toLowerCase() ?? '';
  const isFixed = theme === 'light' || theme === 'dark';
  followsHost = isFramed && !isFixed;
  setGround(isFixed ? theme : isFramed ? 'light' : 'light dark');
  for (const type of ['timeline-load', 'timeline-error']) {
    timeline.addEventListener(type, () => describe(timeline));
    timeline.addEventListener(type, tellHeights, { once: true });
  }
  document.body.append(timeline);
  if (isFramed) listen();
}

/**
 * No margin, and the ground of the timeline under all of it: what the element finds around itself is its own paper, and
 * it draws no edge. The few pixels at the sides are for the focus ring of what stands there.
 *
 * @param scheme a value of the CSS property `color-scheme`
 */
function setGround(scheme: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    html { background: var(--report-timeline-paper, light-dark(#fff, #16181c)) }
    body { display: flow-root; margin: 0; padding: 0 4px 4px }
  `);
  document.adoptedStyleSheets = [sheet];
  root.style.colorScheme = scheme;
}

/** Gives the document language, direction and title of what it shows; each time, as other data may speak another one. */
function describe(timeline: HTMLElement): void {
  // What was set for other data is not to be taken for the wish of whoever made the page.
  root.removeAttribute('lang');
  root.removeAttribute('dir');
  // After what the element makes of that. Not in a frame of the animation: while it is out of sight there are none.
  setTimeout(() => {
    const shown = timeline.shadowRoot?.querySelector('section');
    if (!shown) return;
    root.lang = shown.lang;
    root.dir = shown.dir;
    document.title = shown.ariaLabel ?? document.title;
  });
}

function listen(): void {
  addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    const { type, scheme } = Object(data) as Partial<AskMessage>;
    if (source !== parent || type !== 'report-timeline:ask') return;
    if (followsHost && (scheme === 'light' || scheme === 'dark')) root.style.colorScheme = scheme;
    if (height > 0) say({ type: 'report-timeline:height', height });
  });
  say({ type: 'report-timeline:here' });
}

/**
 * From the first picture on: before it, the host page would see the frame shrink and grow. Measured is the box of the
 * root element, which is as high as its contents in either direction; the frame's own height does not count in it.
 */
function tellHeights(): void {
  if (!isFramed || height > 0) return;
  const tell = (): void => {
    // In a tab or a panel that is not shown nothing has a height.
    if (innerWidth === 0) return;
    const found = Math.min(Math.max(Math.ceil(root.getBoundingClientRect().height), leastHeight), mostHeight);
    if (found === height) return;
    height = found;
    say({ type: 'report-timeline:height', height });
  };
  new ResizeObserver(tell).observe(root);
  // Frames that are out of sight are not observed; what is below them should have its place before they come into it.
  tell();
}

function say(message: HereMessage | HeightMessage): void {
  parent.postMessage(message, '*');
}
