import { focusBoxes } from '../../core/scene/focus-boxes.js';
import type { Box, Scene } from '../../core/scene/scene.js';
import { holds } from '../../core/layout/lanes.js';
import type { CssPixels } from '../../core/util/units.js';
import { scaleOf, scrollerOf } from './held-place.js';

/** Between a mark that was scrolled to and what covers the rest. */
const room: CssPixels = 8;

/**
 * Scrolls whatever the chart scrolls in, as little as needed, so that an event's mark stands in the window: below the axis
 * that sticks to its top, and above the details that may stick to its bottom. The focus stays where it is.
 */
export function revealMark(chart: Element, scene: Scene, event: number): void {
  const place = placeOf(scene, event);
  if (!place) return;
  const details = detailsBelow(chart);
  // Details that do not stick would be scrolled away from who reads on in them.
  if (details && !isSticky(details) && details.matches(':focus-within')) return;
  const lanes = chart.querySelector('.lanes')!;
  const scale = scaleOf(lanes);
  revealBox(chart, lanes.getBoundingClientRect().top + place.y * scale, place.height * scale);
}

/** The same for a cell or a head, which also stands below its lane's name where that sticks. WCAG 2.2, 2.4.11. */
export function revealTarget(target: Element): void {
  target.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const chart = target.closest('.chart');
  const { top, height } = target.getBoundingClientRect();
  if (chart) revealBox(chart, top, height, parseFloat(getComputedStyle(target).scrollMarginTop) || 0);
}

/** Details that stick to the window's lower edge, and cover what is under them, but not in a low window. */
export const isSticky = (details: Element): boolean => getComputedStyle(details).position === 'sticky';

const detailsBelow = (chart: Element): Element | null | undefined =>
  chart.parentElement?.querySelector('.details.below');

/** @param y in the window */
function revealBox(chart: Element, y: CssPixels, height: CssPixels, margin: CssPixels = 0): void {
  const lanes = chart.querySelector('.lanes')!;
  const details = detailsBelow(chart);
  const scroller = scrollerOf(lanes);
  const isPage = scroller === (document.scrollingElement ?? document.documentElement);
  const frame = isPage ? null : scroller.getBoundingClientRect();
  // Where the axis will stick, if it does not yet.
  const axis = chart.querySelector('.axis')!;
  const stuck = (parseFloat(getComputedStyle(axis).top) || 0) + axis.getBoundingClientRect().height;
  const top = Math.max(0, frame?.top ?? 0) + Math.max(stuck + room, margin);
  const bottom =
    Math.min(innerHeight, frame?.bottom ?? Infinity, details?.getBoundingClientRect().top ?? Infinity) - room;
  const below = y + height - bottom;
  const shift = y < top ? y - top : below > 0 ? Math.min(below, y - top) : 0;
  if (shift !== 0) scroller.scrollBy({ top: shift, behavior: 'instant' });
}

/** Its name and mark; of what is out of the stretch that is made, its block; of what is only counted, its lane. */
function placeOf(scene: Scene, event: number): Pick<Box, 'y' | 'height'> | undefined {
  const { names, lanes } = scene;
  const name = names.find((own) => own.event === event && !own.isEcho);
  if (name) return focusBoxes(scene)(name);
  const own = lanes.filter(({ lane }) => holds(lane, event));
  const placed = own.flatMap(({ blocks, offAxis }) => [
    ...blocks.filter(({ floor }) => floor.events.includes(event)),
    ...offAxis.filter((item) => item.event === event),
  ]);
  return placed[0] ?? own.map(({ top, height }) => ({ y: top, height }))[0];
}
