/** How long the page waits for us at a time, and one step of the work longer: with a frame beside it, it is not felt. */
const sliceMs = 24;

/** Settles in a task of its own: frames, keys and the page's own work come before it. Timers would wait 4 ms. */
export const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** A clock for long work in small pieces: after each piece, `if (isDue()) await rest()`. */
export function createPace(): { isDue(): boolean; rest(): Promise<void> } {
  let end = performance.now() + sliceMs;
  return {
    isDue: () => performance.now() >= end,
    async rest() {
      await pause();
      end = performance.now() + sliceMs;
    },
  };
}

/**
 * Runs work that yields every few milliseconds, in slices with pauses between them. What fits into the first slice is
 * done at once, and its result is no promise. Rejects with an AbortError when `signal` aborts in between.
 *
 * @param onSlice hears what was yielded last, once a slice
 */
export function runInSlices<Step, Result>(
  work: Generator<Step, Result>,
  signal?: AbortSignal,
  onSlice?: (step: Step) => void,
): Result | Promise<Result> {
  const pace = createPace();
  const slice = (): IteratorResult<Step, Result> => {
    for (;;) {
      const step = work.next();
      if (step.done || pace.isDue()) return step;
    }
  };
  const goOn = async (last: Step): Promise<Result> => {
    for (;;) {
      onSlice?.(last);
      await pace.rest();
      signal?.throwIfAborted();
      const step = slice();
      if (step.done) return step.value;
      last = step.value;
    }
  };
  const first = slice();
  return first.done ? first.value : goOn(first.value);
}
