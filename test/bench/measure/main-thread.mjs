/** Milliseconds that the main thread has run by the processor's own clock, which what else the machine does hardly moves. */
export async function mainThreadClock(protocol) {
  await protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await protocol.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
}
