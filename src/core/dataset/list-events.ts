import type { TimelineEvent } from './event.js';

/**
 * All events as a list that cannot be changed. Of more than `mostKept` none is kept: what looks like an array makes
 * each when it is read, so that somebody who looks at `events.length` does not pay for a million objects.
 */
export function listEvents(
  count: number,
  event: (index: number) => TimelineEvent,
  mostKept: number,
): readonly TimelineEvent[] {
  if (count <= mostKept) return Object.freeze(Array.from({ length: count }, (_, index) => event(index)));
  const holes: TimelineEvent[] = [];
  holes.length = count;
  const indexOf = (key: string | symbol): number => {
    const index = typeof key === 'string' ? Number(key) : -1;
    return Number.isInteger(index) && index < count && String(index) === key ? index : -1;
  };
  const refuse = (): boolean => false;
  return new Proxy(holes, {
    get(target, key, receiver): unknown {
      const index = indexOf(key);
      return index < 0 ? Reflect.get(target, key, receiver) : event(index);
    },
    has: (target, key) => indexOf(key) >= 0 || Reflect.has(target, key),
    set: refuse,
    defineProperty: refuse,
    deleteProperty: refuse,
  });
}
