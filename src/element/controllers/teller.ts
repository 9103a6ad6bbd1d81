import type { TimelineState } from '../../core/state/timeline-state.js';
import {
  TimelineFilterChangeEvent,
  TimelineRangeChangeEvent,
  TimelineSelectEvent,
  type EventSource,
} from '../events.js';
import type { Announcer } from './announcer.js';
import { keepingFocus } from './keep-focus.js';
import type { LinkController } from './link-controller.js';
import type { PartHost } from './part-host.js';

export interface TellerHost extends PartHost {
  readonly announcer: Announcer;
  link(): LinkController;
  /** What the page sees of the range. */
  range(): { readonly from: Date; readonly to: Date } | null;
  dispatchEvent(event: Event): boolean;
}

/** Tells what has become other than it was: the page by an event, the address, and those who listen. */
export class Teller {
  readonly #host: TellerHost;

  constructor(host: TellerHost) {
    this.#host = host;
  }

  /** After the state has changed. The page hears of filters and selection once they are rendered; of the range at rest. */
  changed(before: TimelineState, source: EventSource): void {
    const host = this.#host;
    const { domain, offLanes, filters, query, selected } = host.state();
    const link = host.link();
    if (domain !== before.domain) link.changed(source);
    if (offLanes !== before.offLanes || filters !== before.filters || query !== before.query) {
      host.announcer.follow();
      link.changed(source);
      host.afterUpdate(keepingFocus(host.root()));
      host.afterUpdate(() => host.dispatchEvent(new TimelineFilterChangeEvent([...offLanes], filters, query, source)));
    }
    if (selected !== before.selected) this.#selected(before, source);
  }

  /** From none to an id that no event has, or back, is nothing that could be seen. */
  #selected(before: TimelineState, source: EventSource): void {
    const host = this.#host;
    const { dataset } = host.state();
    const index = host.selectors().selected(host.state());
    if (!dataset || index === host.selectors().selected(before)) return;
    host.link().changed(source);
    const event = index === null ? null : dataset.event(index);
    host.afterUpdate(() => host.dispatchEvent(new TimelineSelectEvent(event && event.id, event, source)));
  }

  range(source: EventSource): void {
    const range = this.#host.range();
    if (range) this.#host.dispatchEvent(new TimelineRangeChangeEvent(range.from, range.to, source));
  }
}
