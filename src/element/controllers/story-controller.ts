import { describeEvent } from '../../core/scene/describe-event.js';
import { followEvent } from '../../core/state/follow-event.js';
import { besideInStory, type StoryOrder } from '../../core/state/story.js';
import type { Domain } from '../../core/viewport/domain.js';
import type { ChartController } from './chart-controller.js';
import { focusSeen, type FocusController } from './focus-controller.js';
import type { MotionController } from './motion-controller.js';
import type { PartHost } from './part-host.js';

export interface StoryHost extends PartHost {
  readonly chart: ChartController;
  readonly focus: FocusController;
  readonly motion: MotionController;
  /** Selects as the reader, and leaves the view where it is. */
  select(event: number): void;
  /** Says it politely. */
  say(text: string): void;
}

/**
 * Reading one event after the other. What shows them follows: the chart moves and the page scrolls until the mark is
 * there, the list opens the event and brings its title to the top. A button that was pressed keeps the focus, and what it
 * led to is said; a focus that was on an event goes along.
 */
export class StoryController {
  order: StoryOrder = 'time';
  readonly #host: StoryHost;
  /** Where the chart is going, and for which event. */
  #way: { readonly event: number; readonly domain: Domain | null } | null = null;

  constructor(host: StoryHost) {
    this.#host = host;
  }

  step(by: 1 | -1): void {
    const [state, selectors] = [this.#host.state(), this.#host.selectors()];
    const isListed = this.#host.view() !== 'chart';
    const order = selectors.story(state, this.order, isListed);
    const at = selectors.placeInStory(state, this.order, isListed);
    const event = besideInStory(order, at, by, selectors.gapInStory(state, this.order, isListed));
    if (event === undefined || !state.dataset) return;
    this.goTo(event, () => [selectors.placeInStory(this.#host.state(), this.order, isListed) + 1, order.length]);
  }

  /** To the next of the events that were found, or the one before; after the last comes the first. */
  toResult(by: 1 | -1): void {
    const [state, selectors] = [this.#host.state(), this.#host.selectors()];
    const isListed = this.#host.view() !== 'chart';
    const order = selectors.story(state, 'time', isListed);
    const { length } = order;
    // From none, or from one that is hidden: to the first, or to the last.
    const at = Math.max(selectors.placeInStory(state, 'time', isListed), by === 1 ? -1 : 0);
    const next = (at + by + length) % length;
    if (length > 0) this.goTo(order[next]!, () => [next + 1, length]);
  }

  /**
   * Shows an event, wherever it is.
   *
   * @param placeOf the n-th of so many, which is said where the focus stays
   */
  goTo(event: number, placeOf: () => readonly [n: number, of: number]): void {
    const host = this.#host;
    const root = host.root();
    const isChart = host.view() === 'chart';
    const focused = root.activeElement;
    const place = placeIn(focused, event);
    const isOnMark = focused?.closest('[data-lane]') != null;
    host.select(event);
    if (isChart) this.#follow(event, isOnMark);
    host.afterUpdate(() => {
      if (isOnMark) return host.focus.goTo(event);
      const target = place === null ? null : root.querySelector<HTMLElement>(place);
      root.querySelector('.details')?.scrollTo({ top: 0, behavior: 'instant' });
      if (target?.matches('.event-title')) focusSeen(target);
      else target?.focus({ preventScroll: true });
      if (!isChart) revealItem(root, event);
      if (root.activeElement === focused) this.#say(event, ...placeOf());
    });
  }

  /** The chart has come to rest: the page follows it, if it is where the story went. */
  arrive(): void {
    const host = this.#host;
    const way = this.#way;
    this.#way = null;
    if (way && way.domain === host.motion.domain) host.chart.revealMark(way.event);
  }

  #follow(event: number, isHurried: boolean): void {
    const host = this.#host;
    const motion = host.motion;
    const target = followEvent(host.state(), host.selectors(), event);
    host.chart.letGo();
    if (target === null || target === motion.domain) {
      motion.stop();
      this.#way = { event, domain: motion.domain };
      host.afterUpdate(() => this.arrive());
    } else {
      // Told before it begins: with less motion it is there at once.
      this.#way = { event, domain: motion.clamped(target) };
      motion.moveTo(this.#way.domain!, 'user', isHurried, true);
    }
  }

  #say(event: number, n: number, of: number): void {
    const [state, selectors] = [this.#host.state(), this.#host.selectors()];
    this.#host.say(describeEvent(state.dataset!, event, { n, of, lane: null }, selectors.language(state)));
  }
}

/** Where the focus goes with the event; null where it stays on a button. */
function placeIn(focused: Element | null, event: number): string | null {
  const isIn = (selector: string): boolean => focused?.closest(selector) != null;
  if (isIn('.list')) return `.list [data-event="${event}"]`;
  if (isIn('.table')) return `.table [data-event="${event}"]`;
  return isIn('.details') && !isIn('.position') ? '.event-title' : null;
}

/** Of the list the whole item if there is room for it, else its beginning; of the table the row. */
function revealItem(root: ShadowRoot, event: number): void {
  const target = root.querySelector(`:is(.list, .table) [data-event="${event}"]`);
  const item = target?.closest('.item') ?? target;
  if (!item) return;
  const { top, bottom } = item.getBoundingClientRect();
  if (top >= 0 && bottom <= innerHeight) return;
  item.scrollIntoView({ block: item.matches('.item') ? 'start' : 'nearest', behavior: 'instant' });
}
