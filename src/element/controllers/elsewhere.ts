import { treesAround } from './trees-around.js';

/** Calls when a press, or the focus, goes elsewhere than into a place, until the signal; perhaps more than once. */
export function onElsewhere(place: () => Element | null, act: () => void, signal: AbortSignal): void {
  const own = place();
  if (!own) return;
  const trees = treesAround(own);
  // Of a press in a closed tree those outside of it learn no more than whose tree it is; it is heard inside as well.
  const closed = trees.map((tree) => (tree as Partial<ShadowRoot>).host).filter((host) => host && !host.shadowRoot);
  const pressed = (domEvent: Event): void => {
    const target = domEvent.composedPath()[0] as Element;
    if (!place()?.contains(target) && !closed.includes(target)) act();
  };
  for (const tree of trees) tree.addEventListener('pointerdown', pressed, { signal, capture: true });
  own.addEventListener(
    'focusout',
    (domEvent) => {
      const target = (domEvent as FocusEvent).relatedTarget;
      // Without a target the focus has gone nowhere: to bare ground, or the window has lost it and it may come back.
      if (target && !place()?.contains(target as Node)) act();
    },
    { signal },
  );
}
