import type { CssPixels } from '../core/util/units.js';

/** Distance between neighbouring lines, measured across them. */
const spacing: CssPixels = 5;
/** In columns, which are narrow and often low. */
export const barSpacing: CssPixels = 3;

/**
 * The lines of a hatch as segments `[x0, y0, x1, y1, x0, y0 …]`, rising to the right and, where `crossed`, falling
 * too. They are cut at the rectangle by arithmetic: a clip costs more than the lines on a canvas, and a pattern does
 * not survive in every program that opens SVG. They start at the rectangle's left edge, so that a hatch moves with
 * its mark and does not swim under it.
 */
export function hatchLines(
  x: CssPixels,
  y: CssPixels,
  width: CssPixels,
  height: CssPixels,
  crossed = false,
  across = spacing,
): CssPixels[] {
  const segments: CssPixels[] = [];
  // The same distance along the horizontal, for lines at 45°.
  const step = across * Math.SQRT2;
  const bottom = y + height;
  const first = Math.floor(-height / step) + 1;
  for (let offset = first * step; offset < width; offset += step) {
    // A line enters at `offset` on one horizontal edge and leaves `height` further right on the other.
    const enter = Math.max(offset, 0);
    const leave = Math.min(offset + height, width);
    const [up, down] = [enter - offset, leave - offset];
    segments.push(x + enter, bottom - up, x + leave, bottom - down);
    if (crossed) segments.push(x + enter, y + up, x + leave, y + down);
  }
  return segments;
}
