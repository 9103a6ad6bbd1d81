import type { Scene } from '../scene/scene.js';
import { describeView } from '../scene/describe-view.js';
import { dateKinds } from '../temporal/temporal.js';
import type { Selectors } from './selectors.js';
import type { TimelineState } from './timeline-state.js';

const exact = dateKinds.indexOf('exact');

/**
 * What a picture shows, for those who do not see it: "From 14 to 19 May 2016. 33 of 33 events. 4 with an exact day." Looks
 * at every event that is shown.
 */
export function describePicture(state: TimelineState, selectors: Selectors, { tally }: Scene): string {
  const language = selectors.language(state);
  const { messages, numbers } = language;
  // That names have no room is nothing to those who hear it.
  const seen = { ...tally, unnamed: 0 };
  const { range, counts } = describeView(selectors.domain(state), seen, selectors.total(state), language);
  const { events } = selectors.shown(state);
  let days = 0;
  for (let i = 0; i < events.length; i++) if (state.dataset!.kinds[events[i]!] === exact) days++;
  return `${range} ${counts} ${numbers.count(days, messages.counts.exact)}.`.trim();
}
