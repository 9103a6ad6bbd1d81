/** Records what the page does while `act` runs, and hands back the events of the trace. */
export async function traced(tab, act) {
  await tab.tracing.start({ categories: ['-*', 'disabled-by-default-devtools.timeline', 'blink.user_timing'] });
  await act();
  return JSON.parse(Buffer.from(await tab.tracing.stop()).toString('utf8')).traceEvents;
}

/**
 * Work of the main thread for each frame, in milliseconds: the tasks from the one that makes a frame to the next that
 * does. `wall` is how long they took; `processor` is what the thread itself ran, which other programs hardly change.
 */
export function workPerFrame(events) {
  const marks = events.filter(({ name, cat }) => name === 'bench-frame' && cat.includes('user_timing'));
  if (marks.length < 2) return { wall: [], processor: [] };
  const { pid, tid } = marks[0];
  const times = marks.map(({ ts }) => ts).sort((a, b) => a - b);
  const tasks = events
    .filter((event) => event.name === 'RunTask' && event.ph === 'X' && event.pid === pid && event.tid === tid)
    .sort((a, b) => a.ts - b.ts);

  const wall = [];
  const processor = [];
  let next = 0;
  for (const { ts, dur = 0, tdur = dur } of tasks) {
    if (next < times.length && times[next] <= ts + dur) {
      wall.push(0);
      processor.push(0);
      while (next < times.length && times[next] <= ts + dur) next++;
    }
    if (wall.length === 0) continue;
    wall[wall.length - 1] += dur / 1000;
    processor[processor.length - 1] += tdur / 1000;
  }
  // The last one has no end.
  return { wall: wall.slice(0, -1), processor: processor.slice(0, -1) };
}
