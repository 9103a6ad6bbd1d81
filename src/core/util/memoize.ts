/**
 * Remembers the last call only: the same arguments by identity give the same result object, so that `===` downstream
 * means "unchanged". One slot is enough because a state has one present.
 */
export function memoizeLast<A extends readonly unknown[], R>(compute: (...args: A) => R): (...args: A) => R {
  let lastArgs: A | undefined;
  let lastResult: R;
  return (...args) => {
    if (!lastArgs || args.some((arg, i) => !Object.is(arg, lastArgs![i]))) {
      lastResult = compute(...args);
      lastArgs = args;
    }
    return lastResult;
  };
}

/** The same for a function of one object, of always the same fields, which is told by their values. */
export function memoizeValues<I extends object, R>(compute: (input: I) => R): (input: I) => R {
  let input: I;
  const run = memoizeLast((..._values: readonly unknown[]) => compute(input));
  return (next) => {
    input = next;
    return run(...(Object.values(next) as readonly unknown[]));
  };
}

/** Remembers the results for so many keys at most, then forgets them all: what is asked for again is made again. */
export function memoizeKeys<K, R>(most: number, compute: (key: K) => R): (key: K) => R {
  const results = new Map<K, R>();
  return (key) => {
    let result = results.get(key);
    if (result === undefined) {
      if (results.size >= most) results.clear();
      results.set(key, (result = compute(key)));
    }
    return result;
  };
}
