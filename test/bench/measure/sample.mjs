import { limited, wait, withTab } from './browser.mjs';
import { handOn } from './gestures.mjs';
import { heapBytes } from './heap.mjs';
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
  try {
    await withTab(
      async (tab) => {
        const protocol = await openPage(tab, origin, peer, result);
        await load(tab, protocol, { by, url: origin + data.address }, limitMs, result);
        const about = await tab.evaluate(() => probe.about);
        if (gestures !== 'none') await useHands(tab, protocol, about, { gestures, limitMs }, result);
      },
      { gpu, protocolTimeout: 4 * limitMs },
    );
  } catch (error) {
    result.failed = error.message;
  }
  return result;
}

async function openPage(tab, origin, peer, result) {
  tab.on('pageerror', (error) => (result.errors ??= []).push(String(error?.message ?? error).slice(0, 200)));
  const protocol = await tab.createCDPSession();
  await tab.goto(`${origin}/page?peer=${peer}`, { waitUntil: 'load' });
  await tab.waitForFunction(() => window.probe);
  return protocol;
}

async function load(tab, protocol, given, limitMs, result) {
  const heapBefore = await heapBytes(tab, protocol);
  if (given.by !== 'src')
    await limited(
      tab.evaluate((url) => probe.loadText(url), given.url),
      limitMs,
      'reading',
    );
  const times = await limited(
    tab.evaluate((what) => probe.mount(what), given),
    limitMs,
    'loading',
  );
  Object.assign(result, times);
  result.heap = (await heapBytes(tab, protocol)) - heapBefore;
  result.nodes = await tab.evaluate(() => probe.countNodes());
  result.figures = await tab.evaluate(() => probe.figures());
}

async function useHands(tab, protocol, about, options, result) {
  if (about.zoom === 'none') return;
  const hand = await handOn(tab, protocol, about, options.limitMs);
  result.zoom = await gesture(tab, options, async (between) => {
    await hand.zoom(+1, turns);
    await between();
    await hand.zoom(-1, turns);
  });
  result.nodes = Math.max(result.nodes, result.zoom.nodes);
  if (about.pan === 'none') return;
  await hand.zoom(+1, turnsBeforePan);
  await wait(300);
  result.pan = await gesture(tab, options, () => hand.pan(moves));
}

/** `act` gets a function to be called where the nodes are to be counted, and the hand rests. */
async function gesture(tab, { gestures, limitMs }, act) {
  let nodes = 0;
  const record = async () => {
    await tab.evaluate(() => probe.startRecording());
    await act(async () => {
      nodes = await limited(
        tab.evaluate(() => probe.countNodes()),
        limitMs,
        'counting',
      );
    });
    return limited(
      tab.evaluate(() => probe.stopRecording()),
      limitMs,
      'the gesture',
    );
  };
  const intervals = gestures === 'all' ? await record() : [];
  await wait(300);
  const { wall, processor } = workPerFrame(await traced(tab, record));
  return {
    nodes,
    frames: intervals.length,
    interval: spread(intervals),
    work: spread(wall),
    processor: spread(processor),
  };
}
