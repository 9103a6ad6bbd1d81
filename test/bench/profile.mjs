import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { root } from '../support/repository.mjs';
import { dataFile } from './generate/file.mjs';
import { wait, withTab } from './measure/browser.mjs';
import { handOn } from './measure/gestures.mjs';
import { hottest, profiled } from './measure/profile.mjs';
import { buildReadable } from './measure/readable-build.mjs';
import { serve } from './measure/server.mjs';
import { about } from './peers/report-timeline.mjs';
import { number, table } from './report/format.mjs';

/**
 * Where the time goes: the hottest functions while loading, zooming and panning, in a build that keeps their names.
 * The profiles themselves, for DevTools, are written to test/.output/bench.
 *
 *   node test/bench/profile.mjs --n 1000000 --by data --shape plain --while load,zoom,pan
 */
const { values: options } = parseArgs({
  options: {
    n: { type: 'string', default: '1000000' },
    by: { type: 'string', default: 'data' },
    shape: { type: 'string', default: 'plain' },
    while: { type: 'string', default: 'load,zoom,pan' },
    top: { type: 'string', default: '30' },
  },
});
const folder = 'test/.output/bench/';
// A name under which it is its own worker's file.
const script = `${folder}report-timeline-readable.js`;
const wanted = options.while.split(',');
const turns = 30;
const moves = 60;

fs.mkdirSync(root + folder, { recursive: true });
await buildReadable(script);
const data = dataFile(Number(options.n), options.shape);
const server = await serve({ 'report-timeline': { ...about, scripts: [script] } });
try {
  await withTab(profileAll);
} finally {
  server.close();
}

async function profileAll(tab) {
  const protocol = await tab.createCDPSession();
  await tab.goto(`${server.origin}/page?peer=report-timeline`, { waitUntil: 'load' });
  await tab.waitForFunction(() => window.probe);
  const given = { by: options.by, url: server.origin + data.address };
  if (given.by !== 'src') await tab.evaluate((url) => probe.loadText(url), given.url);

  const load = () => tab.evaluate((what) => probe.mount(what), given);
  if (wanted.includes('load')) await show('load', tab, protocol, load);
  else await load();
  const hand = await handOn(tab, protocol, about, 240_000);
  if (wanted.includes('zoom')) {
    await show('zoom', tab, protocol, async () => {
      await hand.zoom(+1, turns);
      await hand.zoom(-1, turns);
    });
  }
  if (!wanted.includes('pan')) return;
  await hand.zoom(+1, 8);
  await wait(300);
  await show('pan', tab, protocol, () => hand.pan(moves));
}

async function show(name, tab, protocol, act) {
  for (const { name: thread, profile } of await profiled(tab, protocol, act)) {
    const file = `${folder}${name}-${thread}-${options.shape}-${options.n}.cpuprofile`;
    fs.writeFileSync(root + file, JSON.stringify(profile));
    const functions = hottest(profile);
    const idle = functions.find(({ name: own }) => own === '(idle)')?.self ?? 0;
    const whole = profile.timeDeltas.reduce((sum, delta) => sum + delta, 0) / 1000;
    console.log(`\n## ${name}, ${thread}: ${number(whole - idle)} ms busy of ${number(whole)} ms (${file})\n`);
    const rows = functions
      .filter(({ name: own }) => !/^\((idle|root)\)$/.test(own))
      .slice(0, Number(options.top))
      .map((entry) => [entry.name, number(entry.self), number(entry.total)]);
    console.log(table(['function', 'itself, ms', 'with all it calls, ms'], rows));
  }
}
