import { namesOfSource, primarySourceOf } from '../core/dataset/dataset.js';
import { pickText, type ShownText } from '../core/i18n/text.js';
import { notEnlarged } from '../core/layout/label-height.js';
import type { MeasureText } from '../core/layout/type-scale.js';
import { describePicture } from '../core/state/describe-picture.js';
import { createSelectors, wideFrom, type Selectors } from '../core/state/selectors.js';
import type { TimelineState } from '../core/state/timeline-state.js';
import type { CssPixels } from '../core/util/units.js';
import type { ExportInput } from '../view/export-picture.js';
import { margin } from '../view/svg-picture.js';

/** Which picture, and how large. */
export interface PictureOptions {
  /** What is in view, or everything that has a date, as `fit()` shows it; `view` by default. */
  readonly area?: 'view' | 'whole' | undefined;
  /** CSS pixels of the whole picture, margins included, from 100 to 100,000; by default as wide as the chart now. */
  readonly width?: CssPixels | undefined;
  /** Pixels of the file for one of the picture; 2 by default for a PNG, 1 for an SVG. */
  readonly scale?: number | undefined;
}

/** Of the whole where no chart is on the screen that is as wide as a page. */
const wholeWidth: CssPixels = 1200;

/**
 * The options that somebody wrote, checked.
 *
 * @throws TypeError for what are no options or an area that does not exist, RangeError for a size that is none
 */
export function checkedPicture(options: PictureOptions | undefined): PictureOptions {
  if (options === undefined) return {};
  if (typeof options !== 'object' || options === null) throw new TypeError('options of a picture are an object');
  const { area, width, scale } = options;
  if (area !== undefined && area !== 'view' && area !== 'whole') {
    throw new TypeError(`area of a picture is "view" or "whole", not "${String(area)}"`);
  }
  const check = (name: string, value: number | undefined, least: number, most: number): void => {
    if (value === undefined || (typeof value === 'number' && value >= least && value <= most)) return;
    throw new RangeError(`${name} of a picture is a number from ${least} to ${most}, not ${String(value)}`);
  };
  check('width', width, 100, 100_000);
  check('scale', scale, 0.01, 100);
  return options;
}

/** How wide the picture is. */
export const pictureWidth = ({ width: chart }: TimelineState, { area, width }: PictureOptions): CssPixels =>
  width ?? (area === 'whole' && chart < wideFrom ? wholeWidth : chart + 2 * margin);

/** What a file never has: a pointer over it, a focus in it, what is chosen or searched for, or the end of a window. */
const still = { band: null, selected: null, hovered: null, hoveredBin: null, focused: null, query: '' } as const;

/**
 * A picture of its own, with what it says around the chart: the heading, and below where it all comes from. Null without
 * data, or without a width. The picture of another size or area than those of the chart has selectors of its own, so that
 * the screen finds afterwards what it had.
 */
export function exportInput(
  state: TimelineState,
  selectors: Selectors,
  title: ShownText,
  measure: MeasureText,
  { area, width }: PictureOptions = {},
): ExportInput | null {
  const { dataset } = state;
  if (!dataset) return null;
  const isWhole = area === 'whole';
  const isOther = isWhole || width !== undefined;
  const own = isOther ? createSelectors(measure) : selectors;
  let shown: TimelineState = { ...state, ...still, width: pictureWidth(state, { area, width }) - 2 * margin };
  // The first view depends on the width: a wider picture of what is in view shows no other dates.
  if (isOther && state.width > 0) shown = { ...shown, domain: selectors.domain(state) };
  if (isWhole) {
    shown = { ...shown, collapsed: new Set(), enlarged: notEnlarged, domain: own.whole(shown) };
  }
  const scene = own.scene(shown);
  if (!scene) return null;
  const language = own.language(shown);
  const source = primarySourceOf(dataset);
  const names = (source ? namesOfSource(source) : [])
    .map((name) => pickText(name, language.locale, dataset.language).text)
    .filter(Boolean);
  const { comma, lang, dir, messages } = language;
  // Of data that somebody else has gathered, the words that their licence asks for go with every picture.
  const origin = [
    ...(names.length > 0 ? [{ text: `${messages.source} ${names.join(comma)}.`, lang, dir }] : []),
    ...(dataset.attribution ? [pickText(dataset.attribution, language.locale, dataset.language)] : []),
  ];
  const description = [describePicture(shown, own, scene), ...origin.map(({ text }) => text)].join(' ');
  return { scene, dataset, language, measure, title, description, origin };
}
