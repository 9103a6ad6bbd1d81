import type { GridMove } from '../core/state/navigate.js';

/** What a key asks of the chart while the focus is on one of its events. */
export type GridCommand =
  | { readonly kind: 'move'; readonly move: GridMove }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'pan'; readonly share: number }
  | { readonly kind: 'fit' | 'open' };

const move = (to: GridMove): GridCommand => ({ kind: 'move', move: to });
const zoomIn: GridCommand = { kind: 'zoom', factor: 0.5 };
const zoomOut: GridCommand = { kind: 'zoom', factor: 2 };

const commands: Readonly<Record<string, GridCommand>> = {
  ArrowUp: move('up'),
  ArrowDown: move('down'),
  Home: move('first'),
  End: move('last'),
  PageUp: { kind: 'pan', share: -0.8 },
  PageDown: { kind: 'pan', share: 0.8 },
  Enter: { kind: 'open' },
  ' ': { kind: 'open' },
  '+': zoomIn,
  // Plus without Shift, on keyboards that have them on one key.
  '=': zoomIn,
  '-': zoomOut,
  '0': { kind: 'fit' },
  // As Arabic keyboards write it.
  '٠': { kind: 'fit' },
};

/** The command of a key; null for keys that are the page's or the browser's. Left and right follow the eye. */
export function gridCommand({ key, ctrlKey, altKey, metaKey }: KeyboardEvent, mirrored: boolean): GridCommand | null {
  if (altKey || metaKey) return null;
  if (ctrlKey) return key === 'Home' ? move('first-of-all') : key === 'End' ? move('last-of-all') : null;
  if (key === 'ArrowLeft') return move(mirrored ? 'next' : 'previous');
  if (key === 'ArrowRight') return move(mirrored ? 'previous' : 'next');
  return commands[key] ?? null;
}
