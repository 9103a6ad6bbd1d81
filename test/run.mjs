import { spawn } from 'node:child_process';
import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { binary } from './support/binary.mjs';

/**
 * Everything that must hold. A step that fails does not stop the others, so one run tells all. A step counts as one,
 * except those whose last lines say how many tests they ran.
 *
 * The stages come one after another. What stands in one stage runs side by side as far as there are cores, each list of it
 * in order: a step that others of its stage could disturb, because it measures time, has a stage of its own.
 *
 * `npm test -- lint browser` runs the steps whose names contain one of the words.
 */
const tsc = binary('typescript', 'tsc');
const cem = binary('@custom-elements-manifest/analyzer', 'cem');
const wtr = [binary('@web/test-runner', 'wtr'), '--config', 'test/wtr.config.mjs'];
const runChecks = 'test/support/run-checks.mjs';
/** The checks that measure time or memory. */
const measuring = ['budgets', 'loading', 'million'];
/** What shows and reads dates; pixels, boxes, keys and touches ask nothing of the clock. */
const aboutTime = [
  ...wtr,
  '--files',
  'test/core/{scene,state,viewport}/*.test.ts',
  'test/element/{default,arabic,attributes,export,moving,link-state}.test.ts',
];
const datesAndFiles = [...wtr, '--files', 'test/core/{temporal,dataset}/**/*.test.ts'];
const notes = /^ {3}/;
const stages = [
  [
    [
      { name: 'build', command: [binary('rollup', 'rollup'), '--config', '--silent'], shows: / bytes gzip$/ },
      { name: 'declarations', command: [tsc, '-p', 'src/tsconfig.build.json'] },
      { name: 'manifest', command: [cem, 'analyze', '--config', 'src/manifest.config.mjs'] },
    ],
    [
      {
        name: 'lint',
        command: [binary('eslint', 'eslint'), '--config', 'test/eslint.config.mjs', '--max-warnings', '0', '.'],
      },
    ],
    [
      { name: 'types', command: [tsc, '-p', '.'] },
      { name: 'types of core, without the DOM', command: [tsc, '-p', 'src/core', '--noEmit'] },
      { name: 'types without a browser', command: [tsc, '-p', 'src/static', '--noEmit'] },
    ],
    [{ name: 'format', command: [binary('prettier', 'prettier'), '--check', '--log-level', 'warn', '.'] }],
  ],
  [[{ name: 'checks that measure', command: [runChecks, ...measuring], shows: notes }]],
  // One browser a core, each with another file.
  [[{ name: 'browser tests', command: wtr }]],
  [
    // A zone with a half hour and a summer time finds what UTC hides.
    [inZone('browser tests in an odd zone', aboutTime, 'America/St_Johns')],
    [{ name: 'checks', command: [runChecks, '--not', ...measuring], shows: notes }],
    // A date that is read through local time is a day early in the one, a day late in the other.
    [inZone('dates and files in Los Angeles', datesAndFiles, 'America/Los_Angeles')],
    [inZone('dates and files in Kiritimati', datesAndFiles, 'Pacific/Kiritimati')],
  ],
];

/** A step that runs alone and takes longer prints as it goes, so that nobody waits in front of a still terminal. */
const patienceMs = 20_000;
const root = fileURLToPath(new URL('..', import.meta.url));

const cores = os.availableParallelism();

const words = process.argv.slice(2);
const isWanted = ({ name }) => words.length === 0 || words.some((word) => name.includes(word));
const total = { passed: 0, failed: 0 };
const failedSteps = [];

for (const stage of stages) {
  const lists = stage.map((steps) => steps.filter(isWanted)).filter((steps) => steps.length > 0);
  const isAlone = lists.length === 1;
  if (!isAlone && lists.length > 0) console.log(`\n── side by side: ${namesOf(lists).join(' · ')}`);
  const workers = Array.from({ length: Math.min(cores, lists.length) }, async () => {
    for (let steps = lists.shift(); steps; steps = lists.shift()) {
      for (const step of steps) await runStep(step, isAlone);
    }
  });
  await Promise.all(workers);
}

if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(' · ')}`);
// A run that tested nothing is not a success.
if (!stages.flat(2).some(isWanted)) {
  console.log(`\nNo step is called ${words.join(' or ')}: ${namesOf(stages).join(' · ')}`);
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** One browser: another zone runs beside it. */
function inZone(name, command, zone) {
  return { name, command, env: { TEST_TZ: zone, TEST_JOBS: '1' } };
}

function namesOf(nested) {
  return nested.flat(2).map(({ name }) => name);
}

/** Prints the step in one piece when it is done, or as it goes where nothing else prints. */
async function runStep({ name, command, env = {}, shows }, isAlone) {
  const start = performance.now();
  if (isAlone) console.log(`\n── ${name}`);
  const { code, output, printed } = await capture(command, env, isAlone);
  const counts = [...output.matchAll(/^(\d+) passed, (\d+) failed, \d+ skipped$/gm)].at(-1);
  const passed = counts ? Number(counts[1]) : Number(code === 0);
  // A command that reports no failure and yet fails has failed in another way, such as a browser that did not start.
  const failed = Math.max(counts ? Number(counts[2]) : 0, Number(code !== 0));
  if (!isAlone) console.log(`\n── ${name}`);
  if (failed > 0 && !printed) console.log(output.trimEnd());
  if (failed === 0 && !printed && shows) {
    for (const line of output.split('\n').filter((text) => shows.test(text))) console.log(`   ${line.trim()}`);
  }
  console.log(`   ${passed} passed, ${failed} failed (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failedSteps.push(name);
}

function capture([script, ...args], env, mayPrint) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let printed = false;
    const onData = (data) => {
      output += data;
      if (printed) process.stdout.write(data);
    };
    child.stdout.setEncoding('utf8').on('data', onData);
    child.stderr.setEncoding('utf8').on('data', onData);
    const timer = setTimeout(() => {
      printed = mayPrint;
      if (printed) process.stdout.write(output);
    }, patienceMs);
    const done = (code) => {
      clearTimeout(timer);
      resolve({ code, output, printed });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      done(1);
    });
    child.on('close', done);
  });
}
