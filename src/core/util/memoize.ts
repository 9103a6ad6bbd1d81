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
