import type { CssPixels } from '../core/util/units.js';
import { brushX, select, type D3BrushEvent } from './d3.js';
import { leaveVerticalSwipes } from './touch-axis.js';

type BrushRange = readonly [x0: CssPixels, x1: CssPixels];

export interface BrushOptions {
  /** The range under the hand, in pixels of the SVG element; never empty, and never the echo of `update`. */
  readonly onBrush: (range: BrushRange, phase: 'start' | 'move' | 'end') => void;
}

export interface OverviewBrush {
  /** Tells what is so. A range under the hand is not moved; it takes what was told last when the hand lets go. */
  update(state: { width: CssPixels; height: CssPixels; selection: BrushRange }): void;
  detach(): void;
}

/** The width of an edge's target, so that a finger can take it. */
const handleSize: CssPixels = 24;

type Group = SVGGElement & { __brush?: unknown };

/**
 * The window in the overview: D3's brush, which has an `.overlay`, a `.selection` and two `.handle`s to style by class.
 * A press beside the window centres it there and may drag it on; a window can be moved and stretched, not lost.
 */
export function attachBrush(svg: SVGSVGElement, { onBrush }: BrushOptions): OverviewBrush {
  let width: CssPixels = 0;
  let height: CssPixels = 0;
  /** What was told or asked for last, and what it was before the hand came. */
  let selection: BrushRange = [0, 0];
  let before = selection;
  let isUnderHand = false;

  const behaviour = brushX<unknown>()
    .handleSize(handleSize)
    // They would be keys of the whole page during a drag.
    .keyModifiers(false)
    // A screen that has no fingers on it now may get some later.
    .touchable(() => true)
    .on('start brush end', (brushEvent: D3BrushEvent<unknown>) => {
      placeHandles();
      if (!brushEvent.sourceEvent) return;
      const type = brushEvent.type as 'start' | 'brush' | 'end';
      if (type === 'start') before = selection;
      isUnderHand = type !== 'end';
      const range = brushEvent.selection as [number, number] | null;
      // A window that was pressed flat is not a wish: it has its old range again when the hand lets go.
      selection = range && range[1] > range[0] ? range : before;
      onBrush(selection, type === 'brush' ? 'move' : type);
      if (!isUnderHand) show();
    });

  const group = select(svg).append<Group>('g').attr('class', 'brush');
  const takeSwipes = leaveVerticalSwipes(group.node()!);

  const show = (): void => {
    behaviour.move(group, selection as [number, number]);
  };

  /**
   * Outside a narrow window rather than all over it, so that it can still be moved; inside at the ends of the strip, where
   * nothing is outside; never above or below it.
   */
  const placeHandles = (): void => {
    const shown = group.select('.selection');
    const [left, length] = [Number(shown.attr('x')), Number(shown.attr('width'))];
    const inside = (room: CssPixels): CssPixels =>
      Math.max(Math.min(handleSize / 2, length / 4), Math.min(handleSize - room, length / 3));
    group.select('.handle--w').attr('x', left - handleSize + inside(left));
    group.select('.handle--e').attr('x', left + length - inside(width - left - length));
    group.selectAll('.handle').attr('y', 0).attr('height', height);
  };

  /** Also for a tap, after which the browser sends a mouse's press, and not for a swipe, after which it does not. */
  const centre = (domEvent: MouseEvent): void => {
    if (domEvent.button || domEvent.ctrlKey) return;
    const shown = svg.getBoundingClientRect();
    // The page may have put it on another scale.
    const x = (domEvent.clientX - shown.left) / (shown.width / svg.clientWidth || 1);
    const length = Math.min(selection[1] - selection[0], width);
    const start = Math.min(Math.max(x - length / 2, 0), width - length);
    behaviour.move(group, [start, start + length], domEvent);
  };

  return {
    update(state) {
      if (width !== state.width || height !== state.height) {
        ({ width, height } = state);
        group
          .call(
            behaviour.extent([
              [0, 0],
              [width, height],
            ]),
          ) // prettier-ignore
          // D3 wants all touches for itself; a vertical swipe is the page's.
          .style('touch-action', 'pan-y')
          // As if it were the window: a press there drags, after `centre`, which hears of it first, has moved it.
          .select('.overlay')
          .datum({ type: 'selection' })
          .on('mousedown.centre', centre);
      } else if (selection[0] === state.selection[0] && selection[1] === state.selection[1]) return;
      selection = state.selection;
      if (!isUnderHand) show();
    },

    detach() {
      takeSwipes();
      behaviour.on('start brush end', null);
      group.on('.brush', null).remove();
    },
  };
}
