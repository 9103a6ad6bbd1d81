import { leastHeight, mostHeight, type AskMessage, type HereMessage, type HeightMessage } from './messages.js';

/*
 * For pages that hold a timeline in a frame (`embed.html`): gives each frame the height of its contents, and tells it
 * whether the page is light or dark. Leaves one listener for messages and one for the system's scheme, and no name.
 */

const own = (document.currentScript as HTMLScriptElement | null)?.src;
const beside = own && new URL('embed.html', own).href;

const isOurs = (frame: HTMLIFrameElement): boolean =>
  frame.hasAttribute('data-report-timeline') || frame.src.split(/[?#]/, 1)[0] === beside;

/** All frames are looked at each time: they come and go, and there are few. */
const frames = (): HTMLIFrameElement[] => [...document.querySelectorAll('iframe')].filter(isOurs);

/** A frame that is sandboxed without an origin says `null`; then only its window tells that it is the one. */
const isFrom = (frame: HTMLIFrameElement, origin: string): boolean =>
  origin === 'null'
    ? frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin')
    : frame.src.startsWith(`${origin}/`);

/** As the element itself tells on a page: a light text means a dark page. */
function schemeOf(frame: HTMLIFrameElement): AskMessage['scheme'] {
  const [red = 0, green = 0, blue = 0] = (getComputedStyle(frame).color.match(/[\d.]+/g) ?? []).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue > 127 ? 'dark' : 'light';
}

function ask(frame: HTMLIFrameElement): void {
  const message: AskMessage = { type: 'report-timeline:ask', scheme: schemeOf(frame) };
  frame.contentWindow?.postMessage(message, '*');
}

function setHeight(frame: HTMLIFrameElement, height: number): void {
  const isWhole = getComputedStyle(frame).boxSizing === 'border-box';
  frame.style.height = `${height + (isWhole ? frame.offsetHeight - frame.clientHeight : 0)}px`;
}

addEventListener('message', ({ data, source, origin }: MessageEvent<unknown>) => {
  const message = Object(data) as Partial<HereMessage | HeightMessage>;
  if (!/^report-timeline:(here|height)$/.test(String(message.type))) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || !isFrom(frame, origin)) return;
  if (message.type === 'report-timeline:here') ask(frame);
  else {
    const { height } = message as HeightMessage;
    // Numbers only: what is compared with a text or an object may be anything.
    if (typeof height === 'number' && height >= leastHeight && height <= mostHeight) setHeight(frame, height);
  }
});

matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => frames().forEach(ask));
// Those that were there first have spoken when nobody listened.
frames().forEach(ask);
