/** What the query of the frame's address asks for. */
export interface FrameQuery {
  /** The element's attributes, in the order of the query; of a name that stands there twice, the first. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Names that are no attributes of the element. */
  readonly unknown: readonly string[];
}

/**
 * Reads the query of the frame's address: names and values are those of the element's attributes.
 *
 * @param query such as `?lang=ar&group-by=place`
 * @param known the attributes that the element observes
 */
export function readQuery(query: string, known: readonly string[]): FrameQuery {
  const attributes = new Map<string, string>();
  const unknown = new Set<string>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (!known.includes(name)) unknown.add(name);
    else if (!attributes.has(name)) attributes.set(name, value);
  }
  return { attributes, unknown: [...unknown] };
}
