import fc from 'fast-check';

/** The same cases in every run, so that a failure can be looked at twice. */
fc.configureGlobal({ seed: 20_160_518 });
export { fc };
