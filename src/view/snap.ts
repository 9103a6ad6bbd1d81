import type { CssPixels } from '../core/util/units.js';

/**
 * Horizontal and vertical edges that fall between device pixels look grey and double. Both pens move them by at most
 * half a device pixel: a line's sides and a rectangle's edges then lie on whole device pixels. All of it goes by the
 * same rounding, so that a wall and the floor that ends at it still meet. Slanted lines and discs stay where they are.
 */
export const snapEdge = (value: CssPixels, pixelRatio: number): CssPixels =>
  Math.round(value * pixelRatio) / pixelRatio;

/** The nearest width of whole device pixels; at least one. */
export const snapWidth = (lineWidth: CssPixels, pixelRatio: number): CssPixels =>
  Math.max(1, Math.round(lineWidth * pixelRatio)) / pixelRatio;

/** Where the middle of a line of that (snapped) width may lie: an odd number of device pixels needs a half. */
export const snapMiddle = (value: CssPixels, width: CssPixels, pixelRatio: number): CssPixels =>
  snapEdge(value - width / 2, pixelRatio) + width / 2;

/** Snaps a line all of whose segments are horizontal or vertical; others are returned as they are. */
export function snapLine(
  points: readonly CssPixels[],
  lineWidth: CssPixels,
  pixelRatio: number,
): { readonly points: readonly CssPixels[]; readonly lineWidth: CssPixels } {
  const same = (i: number, j: number) => points[i] !== undefined && points[i] === points[j];
  // `i` runs over x values: a segment before it is upright when x stays, level when y does.
  for (let i = 2; i < points.length; i += 2) {
    if (!same(i, i - 2) && !same(i + 1, i - 1)) return { points, lineWidth };
  }
  const width = snapWidth(lineWidth, pixelRatio);
  return {
    lineWidth: width,
    // Across a segment its middle is snapped; along it only the end.
    points: points.map((value, i) =>
      same(i, i - 2) || same(i, i + 2) ? snapMiddle(value, width, pixelRatio) : snapEdge(value, pixelRatio),
    ),
  };
}

/** Left, top, width and height on whole device pixels; what has a size keeps at least one pixel of it. */
export function snapRect(
  x: CssPixels,
  y: CssPixels,
  width: CssPixels,
  height: CssPixels,
  pixelRatio: number,
  outlineWidth: CssPixels = 0,
): [x: CssPixels, y: CssPixels, width: CssPixels, height: CssPixels] {
  const at = (value: CssPixels) => snapMiddle(value, outlineWidth, pixelRatio);
  const size = (from: CssPixels, length: CssPixels) =>
    length > 0 ? Math.max(at(from + length) - at(from), 1 / pixelRatio) : 0;
  return [at(x), at(y), size(x, width), size(y, height)];
}
