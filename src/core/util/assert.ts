/** Marks a place that no value of a union can reach; the compiler objects when one can. */
export function assertUnreachable(value: never): never {
  throw new Error(`unreachable: ${String(value)}`);
}
