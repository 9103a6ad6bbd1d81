import type { Dataset } from '../dataset/dataset.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import { day, type Domain } from '../viewport/domain.js';
import { denseExtent, padDomain } from '../viewport/first-view.js';

/** Above so many events the first view is everything: what is dense can be seen as such. */
const mostWeighed = 5000;
export const isCounted = (dataset: Dataset | null): boolean => dataset !== null && dataset.count > mostWeighed;

/** What is in view while nobody has moved: what the page asks for, else what is dense. */
export function firstDomain(
  dataset: Dataset | null,
  extent: Domain | null,
  from: EpochMs | null,
  to: EpochMs | null,
  width: CssPixels,
): Domain | null {
  if (!dataset) return null;
  const dense = isCounted(dataset) ? extent : denseExtent(dataset);
  if (from === null && to === null) return dense && padDomain(dense, width, isCounted(dataset));
  const [start, end] = [from ?? dense?.[0] ?? null, to ?? dense?.[1] ?? null];
  if (start !== null && end !== null && start < end) return [start, end];
  // One side alone, beyond all the data: a week from there says more than an error.
  if (from !== null) return [from, from + 7 * day];
  return to === null ? null : [to - 7 * day, to];
}
