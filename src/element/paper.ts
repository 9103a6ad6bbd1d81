import type { MeasureText } from '../core/layout/type-scale.js';
import { createSelectors, type Selectors } from '../core/state/selectors.js';
import type { TimelineState } from '../core/state/timeline-state.js';
import type { CssPixels } from '../core/util/units.js';
import { paperPicture, type PaperPicture } from '../view/paper-picture.js';

/** What stands on paper and not on the screen. */
export interface Paper {
  /** The listed events, numbered from 1 in this order. */
  readonly events: readonly number[];
  /** How many are listed on the screen. */
  readonly count: number;
  readonly chart: PaperPicture | null;
  /** Names in the chart begin with the number of their event in the list; false where it has none. */
  readonly isNumbered: boolean;
}

/** More is no list for a hand any more, but some two hundred pages. */
const mostEvents = 500;
/** Between the usual margins of A4 and of Letter. */
const paperWidth: CssPixels = 718;
/** Drawn so much wider than the paper: letters of 8 points, as in print, and not those of a screen. */
const shrinking = 1.25;

/**
 * The timeline as it goes on paper, whichever view is on the screen. Nothing of it is remembered, so that the screen finds
 * afterwards what it had.
 *
 * @param width of the element on the screen
 * @param windowWidth of the page, which becomes as wide as the paper
 */
export function createPaper(
  state: TimelineState,
  selectors: Selectors,
  measure: MeasureText,
  width: CssPixels,
  windowWidth: CssPixels,
): Paper {
  const order = selectors.listedOrder(state);
  const events = [...order.slice(0, mostEvents)];
  const language = selectors.language(state);
  const places = new Map(events.map((event, i) => [event, i + 1]));
  const numbered = createSelectors(measure, (event) => {
    const place = places.get(event);
    return place === undefined ? '' : `${language.numbers.format(place)}. `;
  });
  const expected = Math.max((paperWidth * width) / windowWidth, Math.min(width || paperWidth, paperWidth));
  const still = { band: null, selected: null, hovered: null, hoveredBin: null, focused: null };
  const scene = numbered.scene({ ...state, ...still, width: Math.round(shrinking * expected) });
  const chart = scene && paperPicture({ scene, dataset: state.dataset!, language, measure });
  const isNumbered = scene?.names.some(({ event }) => places.has(event)) === true;
  return { events, count: order.length, chart, isNumbered };
}
