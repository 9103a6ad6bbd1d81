/** Calls when a press, or the focus, goes elsewhere than into a place, until the signal. */
export function onElsewhere(place: () => Element | null, act: () => void, signal: AbortSignal): void {
  const heard = (domEvent: Event): void => {
    const target = domEvent.type === 'focusout' ? (domEvent as FocusEvent).relatedTarget : domEvent.composedPath()[0];
    // Without a target the focus has gone nowhere: to bare ground, or the window has lost it and it may come back.
    if (target && !place()?.contains(target as Node)) act();
  };
  document.addEventListener('pointerdown', heard, { signal, capture: true });
  place()?.addEventListener('focusout', heard, { signal });
}
