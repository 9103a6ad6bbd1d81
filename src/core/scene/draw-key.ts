import type { CssPixels } from '../util/units.js';
import type { Pen, Shape } from './pen.js';
import type { Lane } from '../layout/lanes.js';

/**
 * The key pattern of an actor, upright in a box: what tells lanes apart when colour does not. Never used on a date
 * mark: hatch, dash and fade belong to dates.
 */
export function drawKey(
  lane: Pick<Lane, 'hue' | 'pattern'>,
  x: CssPixels,
  y: CssPixels,
  width: CssPixels,
  height: CssPixels,
  pen: Pen,
): void {
  const ink: Shape = { fill: `actor-${lane.hue}` };
  const column = (from: number, to: number): void => pen.rect(x + from * width, y, (to - from) * width, height, ink);
  const rows = (step: CssPixels, thickness: CssPixels, draw: (top: CssPixels) => void): void => {
    for (let top = 0; top + thickness <= height + 0.01; top += step) draw(y + top);
  };
  const patterns: readonly (() => void)[] = [
    () => column(0, 1),
    () => [0, 0.62].forEach((from) => column(from, from + 0.38)),
    () => rows(6, 3.6, (top) => pen.rect(x, top, width, 3.6, ink)),
    () => [0, 0.385, 0.77].forEach((from) => column(from, from + 0.23)),
    () => {
      column(0, 0.6);
      column(0.82, 1);
    },
    () => rows(width + 2.5, width, (top) => pen.disc(x + width / 2, top + width / 2, width / 2.3, ink)),
    () => {
      column(0, 0.2);
      column(0.8, 1);
      rows(6, 2, (top) => pen.rect(x, top, width, 2, ink));
    },
    () =>
      pen.rect(x + 0.75, y + 0.75, width - 1.5, height - 1.5, {
        outline: { stroke: `actor-${lane.hue}`, lineWidth: 1.5 },
      }),
  ];
  patterns[lane.pattern]!();
}
