import { createCanvasPen } from './canvas-pen.js';
import { drawExport, exportSize, type ExportInput } from './svg-picture.js';
import type { Theme } from './theme.js';

export { exportSvg, type ExportInput } from './svg-picture.js';

/** No side of a canvas may be longer in any browser that we know of. */
const longestSide = 16_384;
/** What Chromium allows; Firefox and Safari allow about as much or less, which is noticed. */
const largestArea = 268_435_456;

/**
 * The picture as a PNG file. Rejects with a RangeError where the browser makes none that large: a file is never smaller
 * than it was asked for.
 *
 * @param scale pixels of the picture for one of the page
 */
export async function exportPng(input: ExportInput, theme: Theme, scale: number): Promise<Blob> {
  const { width, height } = exportSize(input);
  const [across, down] = [width, height].map((side) => Math.max(1, Math.round(side * scale))) as [number, number];
  const canvas = document.createElement('canvas');
  if (Math.max(across, down) <= longestSide && across * down <= largestArea) {
    canvas.width = across;
    canvas.height = down;
    const context = canvas.getContext('2d');
    if (context && isPaintable(context)) {
      context.setTransform(scale, 0, 0, scale, 0, 0);
      drawExport(input, createCanvasPen(context, theme));
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
      if (blob) return blob;
    }
  }
  throw new RangeError(
    `A picture of ${across} × ${down} pixels is larger than a browser can make: ask for a smaller width or scale, or for SVG.`,
  );
}

/** A canvas that is too large for a device takes everything that is drawn, and stays empty. */
function isPaintable(context: CanvasRenderingContext2D): boolean {
  const { width, height } = context.canvas;
  context.fillRect(width - 1, height - 1, 1, 1);
  const isPainted = context.getImageData(width - 1, height - 1, 1, 1).data[3] === 255;
  context.clearRect(0, 0, width, height);
  return isPainted;
}
