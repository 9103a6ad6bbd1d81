import { emulateMedia as emulate, executeServerCommand, type Media } from '@web/test-runner-commands';

/** What the runner's own commands lack, and what only Chromium can be asked for. */

export const isChromium = navigator.userAgent.includes('Chrome/');
const isFirefox = navigator.userAgent.includes('Firefox/');

interface Runnable {
  readonly type: 'test' | 'hook';
  readonly title: string;
  skip(): never;
}

/**
 * Ends the running test as skipped where the browser is another one: neither WebDriver nor WebDriver BiDi has touches of
 * two fingers, forced colours, other media or the tree of accessibility. Tidying up after a test is no reason to skip it.
 *
 * @returns whether the browser is Chromium
 */
export function onlyInChromium(): boolean {
  if (isChromium) return true;
  const { currentRunnable } = (window as unknown as { __WTR_MOCHA_RUNNER__: { currentRunnable: Runnable } })
    .__WTR_MOCHA_RUNNER__;
  if (currentRunnable.type === 'hook' && currentRunnable.title.startsWith('"after')) return false;
  return currentRunnable.skip();
}

/** The DevTools protocol. */
export async function cdp<T = unknown>(method: string, params: unknown = {}): Promise<T> {
  return onlyInChromium() ? executeServerCommand<T, unknown>('cdp', { method, params }) : (undefined as T);
}

export async function emulateMedia(media: Media): Promise<void> {
  if (onlyInChromium()) await emulate(media);
}

/** One finger down at the first point, along the others, and up. */
export async function touch(path: readonly (readonly [x: number, y: number])[]): Promise<void> {
  if (onlyInChromium()) await executeServerCommand('touch', { path });
}

/** A part of the window as it is painted, by its corner and size in whole pixels. */
export async function captureWindow(left: number, top: number, width: number, height: number): Promise<ImageBitmap> {
  const decode = async (base64: string) => (await fetch(`data:image/png;base64,${base64}`)).blob();
  if (!isChromium) {
    const whole = await decode(await executeServerCommand<string, undefined>('capture'));
    return createImageBitmap(whole, left, top, width, height);
  }
  const clip = { x: left + scrollX, y: top + scrollY, width, height, scale: 1 };
  const { data } = await cdp<{ data: string }>('Page.captureScreenshot', { format: 'png', clip });
  return createImageBitmap(await decode(data));
}

const modifierBits = { Alt: 1, Ctrl: 2, Meta: 4, Shift: 8 };
export type Modifier = keyof typeof modifierBits;
/** Elsewhere a key has to be held for it. */
const keyOf = (modifier: Modifier | undefined) => (modifier === 'Ctrl' ? 'Control' : modifier);

/** The event of a wheel turned over a point of the window, once the page has seen it. */
export async function turnWheel(x: number, y: number, deltaX: number, deltaY: number, modifier?: Modifier) {
  // WebKit's driver holds no key while it turns the wheel.
  if (modifier && !isFirefox) onlyInChromium();
  const turned = new Promise<WheelEvent>((resolve) =>
    document.addEventListener('wheel', resolve, { once: true, passive: true }),
  );
  if (isChromium) {
    const modifiers = modifier ? modifierBits[modifier] : 0;
    await cdp('Input.dispatchMouseEvent', { type: 'mouseWheel', x, y, deltaX, deltaY, modifiers });
  } else await executeServerCommand('wheel', { position: [x, y], deltaX, deltaY, key: keyOf(modifier) });
  return turned;
}

export async function doubleClick(x: number, y: number, modifier?: Modifier): Promise<void> {
  if (!isChromium) return executeServerCommand('double-click', { position: [x, y], key: keyOf(modifier) });
  const modifiers = modifier ? modifierBits[modifier] : 0;
  for (const clickCount of [1, 2]) {
    for (const type of ['mousePressed', 'mouseReleased']) {
      await cdp('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount, modifiers });
    }
  }
}
