import { isBlob } from '../view/load-data.js';

/** A longer text is not kept: it would double the memory of the data. */
const longestText = 100_000;

/**
 * What the page gave as `data`. An object is held until it has been read and known by a weak reference from then on, so
 * that what stays is the page's own, and a million parsed events are not in memory twice. A file is only a handle, and
 * is kept.
 */
export class GivenData {
  /** The page gave data, whether they can still be looked at or not. */
  isGiven = false;
  #held: unknown;
  #known: WeakRef<object> | null = null;

  /** As it was given; null when it is gone. */
  get value(): unknown {
    return this.#known ? (this.#known.deref() ?? null) : this.#held;
  }

  set value(value: unknown) {
    this.#held = value;
    this.#known = null;
    this.isGiven = value !== null && value !== undefined;
  }

  /** It was read, and cannot be read again. */
  get isGone(): boolean {
    return this.isGiven && this.value === null;
  }

  /** It has been read. */
  release(): void {
    const value = this.#held;
    if (typeof value === 'object' && value !== null && !isBlob(value)) this.#known = new WeakRef(value);
    if (this.#known || (typeof value === 'string' && value.length > longestText)) this.#held = null;
  }
}
