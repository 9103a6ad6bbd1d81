import type { TextRole } from '../core/layout/type-scale.js';
import { isArabicText, typeScale } from '../core/layout/type-scale.js';
import type { CssPixels } from '../core/util/units.js';

/**
 * From the middle of a line down to its baseline, in font sizes: half the height of a Latin capital; for Arabic less,
 * because its letters reach as far below the baseline as teeth and loops stand above it. A constant, because "middle"
 * of a canvas depends on the font's own idea of its box, and `dominant-baseline` is unknown to many readers of SVG.
 */
const latinBaseline = 0.35;
const arabicBaseline = 0.29;

export interface TextStyle {
  readonly arabic: boolean;
  readonly size: CssPixels;
  readonly weight: number;
  /** To be added to the middle of the line. */
  readonly baseline: CssPixels;
}

/** Size, weight and baseline of a text, alike on every surface. */
export function textStyle(text: string, role: TextRole): TextStyle {
  const arabic = isArabicText(text);
  const { latin, arabic: arabicSize, weight } = typeScale[role];
  const size = arabic ? arabicSize : latin;
  // A question mark in a ring stands on the baseline in both scripts.
  const hasDepth = arabic && role !== 'sign';
  return { arabic, size, weight, baseline: size * (hasDepth ? arabicBaseline : latinBaseline) };
}
