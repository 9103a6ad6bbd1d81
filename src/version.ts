/** The version of the package; the build writes that of `package.json` here (`rollup.config.mjs`). */
export const version: string = '0.0.0';
