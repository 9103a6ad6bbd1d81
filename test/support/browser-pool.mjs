/**
 * One launcher made of several: each browser takes a file of tests, and another one when it is done.
 *
 * Pages of one browser would share its focus and the frames of its window, of which a page in the background gets
 * neither; a browser of its own has both.
 *
 * @param {number} size how many browsers, started when they are first wanted
 * @param {() => import('@web/test-runner-core').BrowserLauncher} launch
 */
export function browserPool(size, launch) {
  const launchers = Array.from({ length: size }, launch);
  const [first] = launchers;
  const idle = [...launchers];
  const ofSession = new Map();

  const release = (id) => {
    idle.push(ofSession.get(id));
    ofSession.delete(id);
  };

  return {
    name: first.name,
    type: first.type,
    concurrency: size,

    async initialize(...args) {
      for (const launcher of launchers) await launcher.initialize?.(...args);
    },

    async startSession(id, url) {
      const launcher = idle.shift();
      if (!launcher) throw new Error(`all ${size} browsers are busy`);
      ofSession.set(id, launcher);
      try {
        await launcher.startSession(id, url);
      } catch (error) {
        release(id);
        throw error;
      }
    },

    async stopSession(id) {
      try {
        return await ofSession.get(id).stopSession(id);
      } finally {
        release(id);
      }
    },

    isActive: (id) => ofSession.get(id)?.isActive(id) ?? false,
    getPage: (id) => ofSession.get(id).getPage(id),
    getBrowserUrl: (id) => ofSession.get(id).getBrowserUrl(id),
    // To look at a page by hand needs one browser only.
    startDebugSession: (id, url) => first.startDebugSession(id, url),
    stop: () => Promise.all(launchers.map((launcher) => launcher.stop())),
  };
}
