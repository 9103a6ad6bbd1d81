/**
 * Bytes that the page holds after a thorough collection: objects and strings of scripts, the browser's own objects for
 * the page, and what lies behind typed arrays and long texts; also those of workers that are still there.
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
