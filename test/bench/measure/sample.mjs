import { limited, wait, withTab } from './browser.mjs';
import { handOn } from './gestures.mjs';
import { heapBytes, pageBytes } from './heap.mjs';
import { spread } from './statistics.mjs';
import { traced, workPerFrame } from './trace.mjs';

/** Turns of the wheel in one direction; as many follow in the other. Moves of a drag. */
const turns = 30;
const moves = 60;
/** A drag where all is in view has nowhere to go: so many turns in come first. */
const turnsBeforePan = 8;

/**
 * One peer with one data set in a browser of its own: loading, memory, nodes, and with `gestures` zooming and panning,
 * each once without a trace, for the times that a reader sees, and once with one, for the work behind them. A peer that
 * fails or takes longer than `limitMs` gives what there was until then and `failed`, a sentence.
 */
export async function sample({ origin, peer, by = 'data', data, gestures = true, limitMs = 60_000, gpu = false }) {
  const result = { peer, by, textBytes: data.bytes };
  try {
    await withTab(
      async (tab) => {
        const protocol = await openPage(tab, origin, peer, result);
        await load(tab, protocol, { by, url: `${origin}/test/bench/data/${data.name}` }, limitMs, result);
        const about = await tab.evaluate(() => probe.about);
        if (gestures) await useHands(tab, protocol, about, limitMs, result);
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
  const pageBefore = await pageBytes(tab);
  if (given.by !== 'src') await limited(tab.evaluate((url) => probe.loadText(url), given.url), limitMs, 'reading');
  const times = await limited(tab.evaluate((what) => probe.mount(what), given), limitMs, 'loading');
  Object.assign(result, times, { status: await tab.evaluate(() => probe.screenText()) });
  result.heap = (await heapBytes(tab, protocol)) - heapBefore;
  const pageAfter = await pageBytes(tab);
  if (pageAfter && pageBefore) result.page = pageAfter - pageBefore;
  result.nodes = await tab.evaluate(() => probe.countNodes());
}

async function useHands(tab, protocol, about, limitMs, result) {
  if (about.zoom !== 'none') {
    const hand = await handOn(tab, protocol, about, limitMs);
    result.zoom = await gesture(tab, limitMs, async (between) => {
      await hand.zoom(+1, turns);
      await between();
      await hand.zoom(-1, turns);
    });
    result.nodes = Math.max(result.nodes, result.zoom.nodes);
    if (about.pan === 'none') return;
    await hand.zoom(+1, turnsBeforePan);
    await wait(300);
    result.pan = await gesture(tab, limitMs, () => hand.pan(moves));
  }
}

/** `act` gets a function to be called where the nodes are to be counted, and the hand rests. */
async function gesture(tab, limitMs, act) {
  let nodes = 0;
  const record = async () => {
    await tab.evaluate(() => probe.startRecording());
    await act(async () => {
      nodes = await limited(tab.evaluate(() => probe.countNodes()), limitMs, 'counting');
    });
    return limited(tab.evaluate(() => probe.stopRecording()), limitMs, 'the gesture');
  };
  const intervals = await record();
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
