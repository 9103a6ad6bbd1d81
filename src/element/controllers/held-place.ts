import type { LaneArrangement } from '../../core/layout/arrange-lanes.js';
import type { CssPixels } from '../../core/util/units.js';
import { parentAround } from './trees-around.js';

/** As long after a zoom its lanes may still change. */
const holdMs = 400;

/**
 * Keeps what is under the hand at its place in the window while zooming gives the lanes other heights: scrolls whatever
 * the chart scrolls in by as much as they have grown. Only then; at all other times scrolling is the reader's.
 */
export class HeldPlace {
  #lanes: readonly LaneArrangement[] = [];
  #key = '';
  #share = 0;
  #y: CssPixels = 0;
  #until = 0;

  /** @param y in the window: the pointer, or the middle of what has the focus */
  hold(lanes: readonly LaneArrangement[], chart: Element, y: CssPixels): void {
    const inChart = (y - chart.getBoundingClientRect().top) / scaleOf(chart);
    const lane = lanes.find(({ top, height }) => inChart >= top && inChart < top + height);
    this.#until = 0;
    if (!lane) return;
    this.#lanes = lanes;
    this.#key = lane.lane.key;
    this.#share = (inChart - lane.top) / lane.height;
    this.#y = y;
    this.#until = performance.now() + holdMs;
  }

  release(): void {
    this.#until = 0;
  }

  /** After the lanes have their new heights. */
  keep(lanes: readonly LaneArrangement[], chart: Element): void {
    if (lanes === this.#lanes || performance.now() > this.#until) return;
    this.#lanes = lanes;
    const lane = lanes.find((own) => own.lane.key === this.#key);
    if (!lane) return;
    const { top, height } = chart.getBoundingClientRect();
    const shift = top + (lane.top + lane.height * this.#share) * scaleOf(chart) - this.#y;
    if (Math.abs(shift) < 1) return;
    const scroller = scrollerOf(chart);
    if (height > scroller.clientHeight) scroller.scrollBy({ top: shift, behavior: 'instant' });
  }
}

/** What a chart scrolls in: the nearest box around it that does, through shadow roots, or the page. */
export function scrollerOf(chart: Element): Element {
  const page = document.scrollingElement ?? document.documentElement;
  for (let node: Node | null = chart; node; node = parentAround(node)) {
    if (!(node instanceof Element) || node === page || node === document.body) continue;
    if (node.scrollHeight > node.clientHeight && /auto|scroll/.test(getComputedStyle(node).overflowY)) return node;
  }
  return page;
}

/** Pixels of the window for one of a box, where the page has put it on another scale by `transform` or `zoom`. */
export const scaleOf = (box: Element): number =>
  box.getBoundingClientRect().width / (box as HTMLElement).offsetWidth || 1;
