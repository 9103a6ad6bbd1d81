import type { Dataset } from '../core/dataset/dataset.js';
import type { CssPixels } from '../core/util/units.js';
import type { Options } from './resolve-options.js';
import type { View } from './view-model.js';

/** Below this the list is the default view, and there are no chips. */
const chartFrom: CssPixels = 560;
/** From this on the details stand beside the chart. */
const besideFrom: CssPixels = 1080;
const detailsWidth: CssPixels = 344;
/** Of more events than this the chart needs all the width, and is there to be zoomed before one is chosen. */
const mostBeside = 5000;
/** Room around the text where our paper is not the page's. */
const framePadding: CssPixels = 16;

/** @param width that of the element, here as below */
export const isNarrow = (width: CssPixels): boolean => width < chartFrom;

/** The details stand beside the chart, and take some of its width. */
export const isBeside = (width: CssPixels, { controls }: Options, dataset: Dataset | null): boolean =>
  width >= besideFrom && controls.has('details') && (dataset?.count ?? 0) <= mostBeside;

/** What is left for the chart. */
export const chartWidth = (width: CssPixels, isFramed: boolean, hasBeside: boolean): CssPixels =>
  Math.max(0, width - (isFramed ? 2 * framePadding : 0)) - (hasBeside ? detailsWidth : 0);

/** The view while the reader has chosen none. @param hasAxis false where nothing is dated */
export const standardView = (width: CssPixels, { view }: Options, hasAxis: boolean): View =>
  view !== 'auto' ? view : !isNarrow(width) && hasAxis ? 'chart' : 'list';
