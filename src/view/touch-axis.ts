import type { CssPixels } from '../core/util/units.js';

/** A finger that has moved less than this has not said yet where it goes. */
const slop: CssPixels = 4;

/**
 * Leaves vertical swipes of one finger to the page. D3 cancels the default of every touch that moves, and with it the
 * page's scrolling, although `touch-action: pan-y` allows it. So these listeners come first (call this before D3 adds
 * its own) and keep from D3 the moves of a finger that started up or down, or that has not decided yet. Two fingers
 * always belong to D3. Returns how to stop.
 */
export function leaveVerticalSwipes(target: Element): () => void {
  let start: Touch | undefined;
  let isOurs = true;

  const started = (domEvent: TouchEvent): void => {
    isOurs = domEvent.touches.length > 1;
    start = domEvent.touches[0];
  };
  const moved = (domEvent: TouchEvent): void => {
    const touch = domEvent.touches[0];
    if (!isOurs && start && touch) {
      const [dx, dy] = [Math.abs(touch.clientX - start.clientX), Math.abs(touch.clientY - start.clientY)];
      if (dx > slop && dx > dy) isOurs = true;
      // Decided for the page: the finger stays the page's until it lifts.
      else if (dy > slop) start = undefined;
    }
    if (!isOurs) domEvent.stopImmediatePropagation();
  };

  const listeners = [
    ['touchstart', started],
    ['touchmove', moved],
  ] as const;
  for (const [type, listener] of listeners) target.addEventListener(type, listener as EventListener, { passive: true });
  return () => {
    for (const [type, listener] of listeners) target.removeEventListener(type, listener as EventListener);
  };
}
