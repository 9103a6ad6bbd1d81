import type { Dataset } from '../../../src/core/dataset/dataset.js';
import type { Scene } from '../../../src/core/scene/scene.js';
import { createSelectors, type Selectors } from '../../../src/core/state/selectors.js';
import { initialState, reduce, type Action, type TimelineState } from '../../../src/core/state/timeline-state.js';
import type { Domain } from '../../../src/core/viewport/domain.js';
import { measure } from './measure.js';

type Options = Extract<Action, { type: 'configure' }>['options'];

/** A data set in an element's state, looked at through selectors: dispatch, then ask. */
export interface Timeline {
  readonly state: TimelineState;
  readonly ask: Selectors;
  dispatch(action: Action): Timeline;
  show(domain: Domain): Timeline;
  readonly scene: Scene;
}

/** A wide chart in English unless the options say otherwise. */
export function timeline(dataset: Dataset, options: Options = {}): Timeline {
  const ask = createSelectors(measure);
  const start = reduce(initialState, { type: 'configure', options: { width: 1000, ...options } });
  return from(reduce(start, { type: 'load', dataset }), ask);
}

function from(state: TimelineState, ask: Selectors): Timeline {
  const dispatch = (action: Action): Timeline => from(reduce(state, action), ask);
  return {
    state,
    ask,
    dispatch,
    show: (domain) => dispatch({ type: 'show', domain, extent: null }),
    get scene() {
      const scene = ask.scene(state);
      if (!scene) throw new Error('there is no scene');
      return scene;
    },
  };
}

/** 0:00 UTC of a day. */
export const at = (isoDay: string): number => Date.parse(`${isoDay}T00:00:00Z`);

/** An instant as ISO text, without midnight. */
export const iso = (time: number): string =>
  new Date(time).toISOString().replace('T00:00:00.000Z', '').replace(':00.000Z', 'Z');
