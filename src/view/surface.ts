import type { Pen } from '../core/scene/pen.js';
import type { CssPixels } from '../core/util/units.js';
import { createCanvasPen } from './canvas-pen.js';
import type { Theme } from './theme.js';

/** Counted in pixels of the screen, not of the page. */
type DevicePixels = number;

/** No side of a canvas may be longer in any browser that we know of, nor in most graphics cards. */
const longestSide: DevicePixels = 16_384;
/** Safari on telephones draws nothing at all in a larger one; elsewhere it is 67 MB, enough for one widget. */
const largestArea = 4096 * 4096;

/** The wanted ratio, or the largest that no limit refuses: a slightly soft chart is better than none. */
export function fittingRatio(width: CssPixels, height: CssPixels, wanted: number): number {
  const bySide = longestSide / Math.max(width, height, 1);
  const byArea = Math.sqrt(largestArea / Math.max(width * height, 1));
  return Math.min(wanted, bySide, byArea);
}

/** A canvas that is as large as the page wants and as sharp as the screen. */
export interface Surface {
  /** Gives the canvas its size; what was painted is gone if that changed. Returns whether it did. */
  resize(width: CssPixels, height: CssPixels, pixelRatio: number): boolean;
  /** One frame: clears, sets the scale so that the pen works in CSS pixels, and draws. */
  paint(draw: (pen: Pen) => void, theme: Theme): void;
}

export function createSurface(canvas: HTMLCanvasElement): Surface {
  const context = canvas.getContext('2d');
  let ratio = 1;
  return {
    resize(width, height, pixelRatio) {
      ratio = fittingRatio(width, height, pixelRatio);
      const [across, down] = [Math.floor(width * ratio), Math.floor(height * ratio)];
      // As large as its pixels are: stretched by a part of one, all would be soft.
      canvas.style.width = `${across / ratio}px`;
      canvas.style.height = `${down / ratio}px`;
      // Setting a size clears the canvas and takes new memory, even when it is the old size.
      if (canvas.width === across && canvas.height === down) return false;
      canvas.width = across;
      canvas.height = down;
      return true;
    },

    paint(draw, theme) {
      if (!context || !canvas.width || !canvas.height) return;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      draw(createCanvasPen(context, theme));
    },
  };
}

/** Calls back when the page moves to a screen with other pixels or is zoomed; returns how to stop. */
export function watchPixelRatio(onChange: () => void): () => void {
  let query: MediaQueryList;
  const changed = (): void => {
    stop();
    watch();
    onChange();
  };
  // A query matches one ratio only, so each change needs a new one.
  const watch = (): void => {
    query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    query.addEventListener('change', changed);
  };
  const stop = (): void => query.removeEventListener('change', changed);
  watch();
  return stop;
}
