/** Runs `act` while the processor's time is sampled, and hands back the profile, with those of workers made meanwhile. */
export async function profiled(tab, protocol, act, intervalMicroseconds = 200) {
  const sessions = [{ name: 'page', session: protocol }];
  const onWorker = ({ client }) => sessions.push({ name: 'worker', session: client, started: start(client) });
  const start = async (session) => {
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: intervalMicroseconds });
    await session.send('Profiler.start');
  };
  tab.on('workercreated', onWorker);
  await start(protocol);
  await act();
  tab.off('workercreated', onWorker);
  const profiles = [];
  for (const { name, session, started } of sessions) {
    try {
      await started;
      profiles.push({ name, profile: (await session.send('Profiler.stop')).profile });
    } catch {
      // A worker that has ended took its profile with it.
    }
  }
  return profiles;
}

/**
 * Functions by the time spent in themselves, with that of all they called, in milliseconds, longest first. A function that
 * calls itself counts once.
 */
export function hottest({ nodes, samples, timeDeltas }) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])));
  const nameOf = ({ callFrame: { functionName, url, lineNumber } }) =>
    `${functionName || '(anonymous)'}${url ? ` ${url.split('/').at(-1)}:${lineNumber + 1}` : ''}`;

  const selfMs = new Map();
  samples.forEach((id, i) => selfMs.set(id, (selfMs.get(id) ?? 0) + timeDeltas[i] / 1000));
  const functions = new Map();
  for (const [id, ms] of selfMs) {
    const seen = new Set();
    for (let at = id; at !== undefined; at = parents.get(at)) {
      const name = nameOf(byId.get(at));
      if (seen.has(name)) continue;
      seen.add(name);
      const entry = functions.get(name) ?? { name, self: 0, total: 0 };
      if (at === id) entry.self += ms;
      entry.total += ms;
      functions.set(name, entry);
    }
  }
  return [...functions.values()].sort((a, b) => b.self - a.self);
}
