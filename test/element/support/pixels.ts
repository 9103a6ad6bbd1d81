import type { ReportTimelineElement } from '../../../src/element/report-timeline.js';
import { contrast, type Rgb } from './colour.js';
import { captureWindow } from '../../support/input.js';

/** The pixels of a part of the window, as they are painted. */
export interface Shot {
  readonly left: number;
  readonly top: number;
  at(x: number, y: number): Rgb;
}

/** The clip's corner and size in the window; whole pixels. */
export async function shoot(left: number, top: number, width: number, height: number): Promise<Shot> {
  const image = await captureWindow(left, top, width, height);
  const canvas = new OffscreenCanvas(image.width, image.height);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, image.width, image.height).data;
  return {
    left,
    top,
    at(x, y) {
      const i = (Math.floor(y - top) * image.width + Math.floor(x - left)) * 4;
      return [pixels[i]!, pixels[i + 1]!, pixels[i + 2]!];
    },
  };
}

export interface Ring {
  /** How much of the ring is painted in its colour; the rest is cut off or covered. */
  readonly share: number;
  /** The least contrast to what lies beside it on the inner and on the outer side, for four of five of its points. */
  readonly inside: number;
  readonly outside: number;
  /** In CSS pixels. */
  readonly width: number;
}

/** A colour as it looks on a ground: the reader's own may let it shine through. */
function paintedOn(ground: string, colour: string): Rgb {
  const context = new OffscreenCanvas(1, 1).getContext('2d')!;
  for (const paint of [ground, colour]) {
    context.fillStyle = paint;
    context.fillRect(0, 0, 1, 1);
  }
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return [red!, green!, blue!];
}

const isNear = (a: Rgb, b: Rgb): boolean => a.every((value, i) => Math.abs(value - b[i]!) <= 12);
/** The value that four of five are above: letters and walls may meet the ring in some points. */
const lowest = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 5)]!;

/** The ring of what has the focus, measured from pixels. */
export async function ringOf(element: ReportTimelineElement, own?: Element): Promise<Ring> {
  const node = own ?? element.shadowRoot!.activeElement!;
  const { outlineWidth, outlineOffset, outlineColor } = getComputedStyle(node);
  const width = parseFloat(outlineWidth);
  const offset = parseFloat(outlineOffset);
  const colour = paintedOn(getComputedStyle(element.shadowRoot!.querySelector('.root')!).backgroundColor, outlineColor);
  const { left, right, top, bottom } = node.getBoundingClientRect();
  const reach = Math.ceil(offset + width + 3);
  const shot = await shoot(
    Math.floor(left) - reach,
    Math.floor(top) - reach,
    Math.ceil(right - left) + 2 * reach + 1,
    Math.ceil(bottom - top) + 2 * reach + 1,
  );
  // Not at the corners, which are round.
  const along = (from: number, to: number): number[] => {
    const corner = Math.min(8, (to - from) / 2);
    const count = Math.max(2, Math.min(40, Math.floor((to - from) / 4)));
    return Array.from({ length: count }, (_, i) => from + corner + ((to - from - 2 * corner) * i) / (count - 1));
  };
  const sides = [
    ...along(left, right).flatMap((x) => [[x, top, 0, -1] as const, [x, bottom, 0, 1] as const]),
    ...along(top, bottom).flatMap((y) => [[left, y, -1, 0] as const, [right, y, 1, 0] as const]),
  ];
  let painted = 0;
  const [inside, outside]: [number[], number[]] = [[], []];
  for (const [x, y, dx, dy] of sides) {
    const colourAt = (away: number): Rgb => shot.at(x + dx * away, y + dy * away);
    if (!isNear(colourAt(offset + width / 2), colour)) continue;
    painted++;
    // Half a pixel beside the ring may be mixed with it where boxes end between pixels.
    inside.push(Math.max(contrast(colour, colourAt(offset - 0.6)), contrast(colour, colourAt(offset - 1.4))));
    outside.push(
      Math.max(contrast(colour, colourAt(offset + width + 0.6)), contrast(colour, colourAt(offset + width + 1.4))),
    );
  }
  return {
    share: painted / sides.length,
    inside: inside.length > 0 ? lowest(inside) : 0,
    outside: outside.length > 0 ? lowest(outside) : 0,
    width,
  };
}
