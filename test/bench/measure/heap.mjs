/**
 * Bytes that the page holds after a thorough collection: objects and strings of scripts, the browser's own objects for
 * the page, and the memory behind typed arrays; also those of workers that are still there.
 */
export async function heapBytes(tab, protocol) {
  const sessions = [protocol, ...tab.workers().map(({ client }) => client)];
  let sum = 0;
  for (const session of sessions) {
    await session.send('HeapProfiler.collectGarbage');
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 } = await session.send('Runtime.getHeapUsage');
    sum += usedSize + embedderHeapUsedSize + backingStorageSize;
  }
  return sum;
}

/**
 * What the browser itself says that the page takes, workers and strings outside of the heap included; it leaves out most of
 * the DOM. Undefined where it does not answer.
 */
export function pageBytes(tab) {
  return tab.evaluate(async () => {
    if (!crossOriginIsolated || !performance.measureUserAgentSpecificMemory) return undefined;
    const late = new Promise((resolve) => setTimeout(resolve, 15_000));
    return (await Promise.race([performance.measureUserAgentSpecificMemory(), late]))?.bytes;
  });
}
