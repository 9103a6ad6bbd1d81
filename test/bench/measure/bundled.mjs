import fs from 'node:fs';
import { gzipSync } from 'node:zlib';
import { root } from '../../support/repository.mjs';
import { withTab } from './browser.mjs';
import { heapBytes } from './heap.mjs';
import { mainThreadClock } from './main-thread.mjs';
import { median } from './statistics.mjs';

const cycles = 20;

/** What holds for the script and the report in it, without data of any size: bytes, requests, first frame, remounting. */
export async function measureBundled({ origin, script, gpu, rounds }) {
  const frames = [];
  for (let round = 0; round < rounds; round++) frames.push(await withTab((tab) => firstFrame(tab, origin), { gpu }));
  return {
    gzip: gzipSync(fs.readFileSync(root + script), { level: 9 }).length,
    requests: Math.max(...frames.map(({ requests }) => requests)),
    firstFrameWork: median(frames.map(({ work }) => work)),
    bytesPerCycle: await withTab((tab) => growthPerCycle(tab, origin), { gpu }),
  };
}

/** Milliseconds of processor time from making the element to its first picture, and what it asked the network for. */
async function firstFrame(tab, origin) {
  const protocol = await open(tab, origin);
  let requests = 0;
  tab.on('request', () => requests++);
  const workMs = await mainThreadClock(protocol);
  await tab.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  const before = await workMs();
  await tab.evaluate(async () => {
    const element = document.createElement('report-timeline');
    document.body.append(element);
    await element.ready;
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
  });
  return { work: (await workMs()) - before, requests };
}

async function growthPerCycle(tab, origin) {
  const protocol = await open(tab, origin);
  const run = () =>
    tab.evaluate(async (times) => {
      for (let i = 0; i < times; i++) {
        const element = document.createElement('report-timeline');
        document.body.append(element);
        await element.ready;
        await new Promise(requestAnimationFrame);
        element.remove();
        await new Promise(requestAnimationFrame);
      }
    }, cycles);
  // The first cycles fill caches that stay.
  await run();
  const before = await heapBytes(tab, protocol);
  await run();
  return ((await heapBytes(tab, protocol)) - before) / cycles;
}

async function open(tab, origin) {
  await tab.goto(`${origin}/page?peer=report-timeline`, { waitUntil: 'networkidle0' });
  return tab.createCDPSession();
}
