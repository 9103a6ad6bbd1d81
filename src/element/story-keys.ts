/** In these a letter is text. */
const fields = 'input, textarea, select, [contenteditable]';

const steps: Readonly<Record<string, 1 | -1>> = { n: 1, p: -1, KeyN: 1, KeyP: -1 };

/**
 * What a key asks of the story: on to the next event, or back; null for all other keys. Letters alone, so they are heard
 * only while the focus is in the element itself (WCAG 2.2, 2.1.4), and not in a field, nor in what a page has put into a
 * slot. Where the keyboard does not write Latin letters, its keys at the same place mean the same.
 */
export function storyStep(keyEvent: KeyboardEvent, root: ShadowRoot): 1 | -1 | null {
  const { key, code, ctrlKey, altKey, metaKey, isComposing } = keyEvent;
  const target = keyEvent.composedPath()[0] as Element;
  if (ctrlKey || altKey || metaKey || isComposing || target.getRootNode() !== root || target.closest(fields))
    return null;
  const isOtherScript = /^\P{Script=Latin}$/u.test(key) && /^\p{L}$/u.test(key);
  return steps[isOtherScript ? code : key.toLowerCase()] ?? null;
}
