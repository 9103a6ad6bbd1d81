import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { exists, root } from '../support/repository.mjs';
import { shapes } from './generate/shapes.mjs';
import { measureBundled } from './measure/bundled.mjs';
import { withTab } from './measure/browser.mjs';
import { measureRounds } from './measure/rounds.mjs';
import { serve } from './measure/server.mjs';
import { about as jsonParse } from './peers/json-parse.mjs';
import { about as reportTimeline } from './peers/report-timeline.mjs';
import { budgetsTable, shapesTable } from './report/budgets-table.mjs';
import { number } from './report/format.mjs';
import { machine } from './report/machine.mjs';
import { shortTable } from './report/short-table.mjs';
import { handTable, loadTable } from './report/tables.mjs';

/**
 * Measures this project against its budgets. See README.md for what is measured and how far to trust it.
 *
 *   npm run bench
 *   npm run bench -- --n 10000,1000000 --rounds 3
 *   npm run bench -- --shape windows        or --shapes for all of them
 */
const { values: options } = parseArgs({
  options: {
    n: { type: 'string' },
    by: { type: 'string', default: 'data,src' },
    shape: { type: 'string', default: 'plain' },
    shapes: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    limit: { type: 'string', default: '60' },
    gpu: { type: 'boolean', default: false },
    script: { type: 'string', default: 'dist/report-timeline.js' },
    out: { type: 'string', default: 'test/.output/bench/result.json' },
  },
});

const ways = options.by.split(',');
const chosen = options.shapes ? Object.keys(shapes) : options.shape.split(',');
const isPlain = chosen.length === 1 && chosen[0] === 'plain';
const counts = (options.n ?? (isPlain ? '30,1000,10000,100000,1000000' : '10000,1000000')).split(',').map(Number);
const rounds = Number(options.rounds);
const unknown = chosen.filter((shape) => !(shape in shapes));
if (unknown.length > 0) throw new Error(`There is no shape ${unknown}: ${Object.keys(shapes).join(', ')}.`);
if (!exists(options.script)) throw new Error(`${options.script} is not there: run "npm run build" first.`);

const ours = { ...reportTimeline, scripts: [options.script] };
const server = await serve({ 'json-parse': jsonParse, 'report-timeline': ours });
const measuring = { origin: server.origin, gpu: options.gpu, rounds };
const started = new Date();
const where = machine(await withTab((_, version) => version), options.gpu);
const cells = chosen.flatMap((shape) =>
  counts.flatMap((count) => [
    { peer: 'json-parse', by: 'data', count, shape, gestures: 'none' },
    ...(ways.includes('src') ? [{ peer: 'json-parse', by: 'src', count, shape, gestures: 'none' }] : []),
    // Hands meet the same picture, however the data came.
    ...ways.map((by, i) => ({ peer: 'report-timeline', by, count, shape, gestures: i === 0 ? 'all' : 'none' })),
  ]),
);

let samples;
let bundled;
try {
  samples = await measureRounds({ ...measuring, cells, limitMs: 1000 * Number(options.limit) });
  bundled = isPlain ? await measureBundled({ ...measuring, script: options.script }) : undefined;
} finally {
  server.close();
}

const seconds = Math.round((Date.now() - started) / 1000);
const about = `${where}; ${rounds} rounds in ${number(seconds)} s`;
console.log(`\n${about}\n`);
for (const shape of chosen) {
  console.log(`## ${shape}: ${shapes[shape].about}\n\n${shortTable(samples, shape, counts)}\n`);
  for (const by of ways) console.log(`Loading by \`${by}\`\n\n${loadTable(samples, shape, counts, by)}\n`);
  console.log(`Hands\n\n${handTable(samples, shape, counts)}\n`);
}
const budgets = isPlain ? budgetsTable(samples, counts, bundled) : shapesTable(samples, chosen, counts);
console.log(`## Budgets\n\n${budgets}`);

fs.writeFileSync(root + options.out, JSON.stringify({ about, started, options, samples, bundled }, null, 1));
console.log(`\nEvery sample is in ${options.out}.`);
