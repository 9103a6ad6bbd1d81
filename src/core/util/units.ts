/** Milliseconds since 1970-01-01T00:00Z; negative before it. Spans are half-open everywhere: `start <= t < end`. */
export type EpochMs = number;

/** Lengths and positions on the page, independent of the device's pixel ratio. */
export type CssPixels = number;
