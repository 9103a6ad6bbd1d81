import fc from 'fast-check';

/** The same cases in every run, so that a failure can be looked at twice. */
fc.configureGlobal({ seed: 20_160_518, includeErrorInReport: true });
export { fc };

/** A number between the two, each part of the range as likely; `fc.double` prefers numbers near zero. */
export const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.integer({ min: 0, max: 1_000_000 }).map((n) => min + ((max - min) * n) / 1_000_000);
