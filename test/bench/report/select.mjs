import { median } from '../measure/statistics.mjs';

/** Samples of a cell that did not fail. */
export function samplesOf(samples, wanted) {
  return samples.filter((sample) => !sample.failed && Object.keys(wanted).every((key) => sample[key] === wanted[key]));
}

/** The median over the samples of a cell. `pick` takes a number from a sample. */
export const middle = (samples, wanted, pick) => median(samplesOf(samples, wanted).map(pick));

/** The median of ratios between two cells, each taken within one round. */
export function ratio(samples, [over, pickOver], [under, pickUnder]) {
  const ratios = samplesOf(samples, over).flatMap((sample) =>
    samplesOf(samples, { ...under, round: sample.round }).map((other) => pickOver(sample) / pickUnder(other)),
  );
  return median(ratios);
}
