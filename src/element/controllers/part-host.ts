import type { Selectors } from '../../core/state/selectors.js';
import type { Action, TimelineState } from '../../core/state/timeline-state.js';
import type { EventSource } from '../events.js';
import type { View } from '../view-model.js';

/** What every part of the element may ask of it. */
export interface PartHost {
  root(): ShadowRoot;
  state(): TimelineState;
  selectors(): Selectors;
  view(): View;
  /** @param source the reader by default */
  dispatch(action: Action, source?: EventSource): void;
  /** To the list's page with an event. */
  turnTo(event: number): void;
  /** Renders, and then does this. */
  afterUpdate(act: () => void): void;
}
