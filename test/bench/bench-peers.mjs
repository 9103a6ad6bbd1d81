import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { exists, readJson, root } from '../support/repository.mjs';
import { withTab } from './measure/browser.mjs';
import { measureRounds } from './measure/rounds.mjs';
import { serve } from './measure/server.mjs';
import { number } from './report/format.mjs';
import { machine } from './report/machine.mjs';
import { peersNotes, peersTables } from './report/peers-tables.mjs';

const all = [
  'json-parse',
  'report-timeline',
  'canvas',
  'd3-svg',
  'vis-timeline',
  'vis-timeline-clusters',
  'timelines-chart',
  'event-drops',
  'timelinejs',
  'echarts-custom',
  'echarts-scatter',
  'uplot',
];

/**
 * Measures this project and others side by side, every one once a round, forwards and backwards in turn.
 *
 *   npm run bench:peers
 *   npm run bench:peers -- --peers canvas,uplot --n 1000,10000 --rounds 2
 */
const { values: options } = parseArgs({
  options: {
    n: { type: 'string', default: '30,1000,10000,100000,1000000' },
    peers: { type: 'string', default: all.join(',') },
    rounds: { type: 'string', default: '3' },
    limit: { type: 'string', default: '60' },
    gpu: { type: 'boolean', default: false },
    out: { type: 'string', default: 'test/.output/bench/peers.json' },
  },
});

if (!exists('dist/report-timeline.js')) throw new Error('Run "npm run build" first.');
if (!exists('test/bench/node_modules')) installPeers();
// What everything is compared with is always there.
const names = [...new Set(['json-parse', 'report-timeline', ...options.peers.split(',')])];
const peers = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await aboutPeer(name)])));
const counts = options.n.split(',').map(Number);
const cells = counts.flatMap((count) => names.map((peer) => ({ peer, by: 'data', count, shape: 'plain' })));

const server = await serve(peers);
const started = new Date();
const browser = await withTab((_, version) => version);
const file = root + options.out;
let about = `${machine(browser, options.gpu)}; ${options.rounds} rounds`;
const save = (samples) => fs.writeFileSync(file, JSON.stringify({ about, started, options, peers, samples }, null, 1));

let samples;
try {
  samples = await measureRounds({
    cells,
    rounds: Number(options.rounds),
    origin: server.origin,
    limitMs: 1000 * Number(options.limit),
    gpu: options.gpu,
    // It takes long enough to be worth keeping when it is broken off.
    onSample: save,
  });
} finally {
  server.close();
}

about += ` in ${number((Date.now() - started) / 60_000)} minutes`;
save(samples);
console.log(`\n${about}\n\n${peersTables(samples, peers, counts)}\n\n${peersNotes(samples, peers)}`);
console.log(`\nEvery sample is in ${options.out}.`);

function installPeers() {
  console.error('Getting the other timelines from npm, once.');
  // Under "npm run" this is npm's own script, which needs no shell.
  const script = process.env.npm_execpath;
  const args = ['ci', '--prefix', `${root}test/bench`, '--no-audit', '--no-fund'];
  const options = { cwd: `${root}test/bench`, stdio: 'inherit' };
  if (/\.c?js$/.test(script ?? '')) execFileSync(process.execPath, [script, ...args], options);
  else execFileSync('npm', args, { ...options, shell: process.platform === 'win32' });
}

async function aboutPeer(name) {
  const { about: own } = await import(`./peers/${name}.mjs`);
  const version = own.package && readJson(`test/bench/node_modules/${own.package}/package.json`).version;
  return { ...own, label: version ? `${own.label} ${version}` : own.label };
}
