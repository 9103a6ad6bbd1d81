/** Typed arrays have a fixed length; a growing one is copied into a larger one. */
export type Growing = Float64Array | Uint32Array | Uint16Array | Uint8Array;

/** The same beginning, twice the room; at least 1,024. */
export function grown<T extends Growing>(array: T): T {
  const larger = new (array.constructor as new (length: number) => T)(Math.max(1024, 2 * array.length));
  larger.set(array);
  return larger;
}
