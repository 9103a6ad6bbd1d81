/** Typed arrays have a fixed length; a growing one is copied into a larger one. */
export type Growing = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** The same beginning, twice the room; at least `least`. */
export function grown<T extends Growing>(array: T, least = 1024): T {
  const larger = new (array.constructor as new (length: number) => T)(Math.max(least, 2 * array.length));
  larger.set(array);
  return larger;
}

/** The first entries; the same array where these are all: a copy of a large one makes the browser collect garbage. */
export const trimmed = <T extends Growing>(array: T, length: number): T =>
  array.length === length ? array : (array.slice(0, length) as T);
