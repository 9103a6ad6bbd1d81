import { limited, wait, withTab } from './browser.mjs';
import { handOn } from './gestures.mjs';
import { heapBytes } from './heap.mjs';
import { mainThreadClock } from './main-thread.mjs';
import { spread } from './statistics.mjs';
import { traced, workPerFrame } from './trace.mjs';

/** Turns of the wheel in one direction; as many follow in the other. Moves of a drag. */
const turns = 30;
const moves = 60;
/** A drag where all is in view has nowhere to go: so many turns in come first. */
const turnsBeforePan = 8;

/**
 * One peer with one data set in a browser of its own: loading, memory, nodes, and zooming and panning. `gestures`: `all`
 * makes each once without a trace, for the times that a reader sees, and once with one, for the work behind them; `work` only
 * the latter, `none` neither. A peer that fails or takes longer than `limitMs` gives what there was until then and `failed`,
 * a sentence.
 */
export async function sample({ origin, peer, by = 'data', data, gestures = 'all', limitMs = 60_000, gpu = false }) {
  const result = { peer, by, textBytes: data.bytes };
  const measure = async (tab) => {
    const page = await openPage(tab, origin, peer, limitMs, result);
    await load(page, { by, url: origin + data.address }, result);
    if (gestures !== 'none') await useHands(page, gestures, result);
  };
  try {
    await withTab(measure, { gpu, protocolTimeout: 4 * limitMs });
  } catch (error) {
    result.failed = error.message;
  }
  return result;
}

/** The page of a peer: `ask` calls a function of its probe, and what takes too long is given up. */
async function openPage(tab, origin, peer, limitMs, result) {
  tab.on('pageerror', (error) => (result.errors ??= []).push(String(error?.message ?? error).slice(0, 200)));
  const protocol = await tab.createCDPSession();
  await tab.goto(`${origin}/page?peer=${peer}`, { waitUntil: 'load' });
  await tab.waitForFunction(() => window.probe);
  const ask = (what, ...values) =>
    limited(
      tab.evaluate((name, given) => probe[name](...given), what, values),
      limitMs,
      what,
    );
  return { tab, protocol, ask, limitMs, about: await tab.evaluate(() => probe.about) };
}

async function load({ tab, protocol, ask }, given, result) {
  const before = await heapBytes(tab, protocol);
  if (given.by !== 'src') await ask('loadText', given.url);
  const workMs = await mainThreadClock(protocol);
  const workBefore = await workMs();
  Object.assign(result, await ask('mount', given));
  const workAtPicture = await workMs();
  result.work = workAtPicture - workBefore;
  await ask('rest');
  result.workAfter = (await workMs()) - workAtPicture;
  await protocol.send('Performance.disable');
  result.heap = (await heapBytes(tab, protocol)) - before;
  result.nodes = await ask('countNodes');
  result.figures = await ask('figures');
}

async function useHands(page, gestures, result) {
  const { tab, protocol, ask, about } = page;
  if (about.zoom === 'none') return;
  const hand = await handOn(tab, protocol, about, page.limitMs);
  result.zoom = await gesture(page, gestures, {
    async act() {
      await hand.zoom(+1, turns);
      result.nodes = Math.max(result.nodes, await ask('countNodes'));
      await hand.zoom(-1, turns);
    },
  });
  if (about.pan === 'none') return;
  result.pan = await gesture(page, gestures, {
    before: () => hand.zoom(+1, turnsBeforePan),
    act: () => hand.pan(moves),
    after: () => hand.zoom(-1, turnsBeforePan),
  });
}

/** Makes a gesture from the same view each time, and says how its frames went. */
async function gesture({ tab, ask }, gestures, { before, act, after }) {
  const record = async () => {
    await ask('startRecording');
    await act();
    return ask('stopRecording');
  };
  const run = async (watch) => {
    await ask('reset');
    await before?.();
    await wait(300);
    const watched = await watch();
    await after?.();
    return watched;
  };
  const intervals = gestures === 'all' ? await run(record) : [];
  const { wall, processor } = workPerFrame(await run(() => traced(tab, record)));
  return {
    frames: intervals.length,
    interval: spread(intervals),
    work: spread(wall),
    processor: spread(processor),
  };
}
