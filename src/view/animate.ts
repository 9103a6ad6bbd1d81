import { betweenDomains, type Domain } from '../core/viewport/domain.js';

/** How long buttons and keys take; a hand that drags is followed at once. */
export const animationMs = 160;

/**
 * Moves from one domain to another, fast at first. `onStep` gets one domain a frame, the last of them `to` itself with
 * `finished`; for readers who want less motion that is the only one, before this function returns. Returns how to stop
 * where it is.
 */
export function animateDomain(
  from: Domain,
  to: Domain,
  ms: number,
  onStep: (domain: Domain, finished: boolean) => void,
  reduced: boolean,
): () => void {
  let frame = 0;
  if (reduced || !(ms > 0)) {
    onStep(to, true);
    return () => {};
  }
  const start = performance.now();
  const step = (now: number): void => {
    // A frame's time may lie a little before the call that asked for it.
    const share = Math.min(Math.max((now - start) / ms, 0), 1);
    if (share < 1) {
      frame = requestAnimationFrame(step);
      onStep(betweenDomains(from, to, 1 - (1 - share) ** 3), false);
    } else onStep(to, true);
  };
  frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}

export const prefersReducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
