import type { StateBand } from '../../core/state/timeline-state.js';
import type { CssPixels } from '../../core/util/units.js';
import { scaleOf } from './held-place.js';

/** A chart up to this height is made whole, and scrolls without being made again. */
const tallest: CssPixels = 3000;

/**
 * The stretch of a tall chart to make: what is in the window, and half a window above and below. It moves by half windows,
 * so that scrolling makes something new seldom. Null where the chart is not that tall.
 *
 * @param height may be infinite where nobody knows yet how tall the chart will be
 */
export function visibleBand(chart: Element, height: CssPixels): StateBand | null {
  // Looking at the page is not free, and a chart that is whole never needs it.
  if (height <= tallest) return null;
  const scale = scaleOf(chart);
  const step = Math.max(200, Math.round(innerHeight / scale / 2));
  return bandOf(chart, height, step, scale);
}

/** What of a chart is in the window, and little more: a hand that moves the view sees nothing else meanwhile. */
export function bandInWindow(chart: Element, height: CssPixels): StateBand {
  return bandOf(chart, height, 100, scaleOf(chart));
}

function bandOf(chart: Element, height: CssPixels, step: CssPixels, scale: number): StateBand {
  const first = Math.floor(-chart.getBoundingClientRect().top / scale / step) - 1;
  const bandHeight = Math.min(height, Math.ceil(innerHeight / scale) + 3 * step);
  return { top: Math.min(Math.max(0, first * step), height - bandHeight), height: bandHeight };
}
