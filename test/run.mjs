import { spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { binary } from './support/binary.mjs';

/**
 * Everything that must hold, in order. A step that fails does not stop the others, so one run tells all.
 * A step counts as one, except those whose last lines say how many tests they ran.
 *
 * `npm test -- lint browser` runs the steps whose names contain one of the words.
 */
const tsc = binary('typescript', 'tsc');
const wtr = [binary('@web/test-runner', 'wtr'), '--config', 'test/wtr.config.mjs'];
/** What shows and reads dates; pixels, boxes, keys and touches ask nothing of the clock. */
const aboutTime = [
  ...wtr,
  '--files',
  'test/core/{scene,state,viewport}/*.test.ts',
  'test/element/{default,arabic,attributes,export,moving,link-state}.test.ts',
];
const datesAndFiles = [...wtr, '--files', 'test/core/{temporal,dataset}/**/*.test.ts'];
const steps = [
  { name: 'types', command: [tsc, '-p', '.'] },
  { name: 'types of core, without the DOM', command: [tsc, '-p', 'src/core', '--noEmit'] },
  {
    name: 'lint',
    command: [binary('eslint', 'eslint'), '--config', 'test/eslint.config.mjs', '--max-warnings', '0', '.'],
  },
  { name: 'format', command: [binary('prettier', 'prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'build', command: [binary('rollup', 'rollup'), '--config', '--silent'], shows: / bytes gzip$/ },
  { name: 'declarations', command: [tsc, '-p', 'src/tsconfig.build.json'] },
  { name: 'checks', run: runChecks },
  { name: 'browser tests', command: wtr },
  // A zone with a half hour and a summer time finds what UTC hides.
  { name: 'browser tests in an odd zone', command: aboutTime, env: { TEST_TZ: 'America/St_Johns' } },
  // A date that is read through local time is a day early in the one, a day late in the other.
  { name: 'dates and files in Los Angeles', command: datesAndFiles, env: { TEST_TZ: 'America/Los_Angeles' } },
  { name: 'dates and files in Kiritimati', command: datesAndFiles, env: { TEST_TZ: 'Pacific/Kiritimati' } },
];

/** A step that takes longer than this prints as it goes, so that nobody waits in front of a still terminal. */
const patienceMs = 20_000;
const root = fileURLToPath(new URL('..', import.meta.url));

const words = process.argv.slice(2);
const wanted = steps.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
const total = { passed: 0, failed: 0 };
const failedSteps = [];

for (const step of wanted) {
  const start = performance.now();
  console.log(`\n── ${step.name}`);
  const { passed, failed } = await (step.run ?? runCommand)(step);
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failedSteps.push(step.name);
  console.log(`   ${passed} passed, ${failed} failed (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(' · ')}`);
// A run that tested nothing is not a success.
if (wanted.length === 0)
  console.log(`\nNo step is called ${words.join(' or ')}: ${steps.map(({ name }) => name).join(' · ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function runCommand({ command, env = {}, shows }) {
  const { code, output, printed } = await capture(command, env);
  const counts = [...output.matchAll(/^(\d+) passed, (\d+) failed, \d+ skipped$/gm)].at(-1);
  const passed = counts ? Number(counts[1]) : Number(code === 0);
  // A command that reports no failure and yet fails has failed in another way, such as a browser that did not start.
  const failed = Math.max(counts ? Number(counts[2]) : 0, Number(code !== 0));
  if (failed > 0 && !printed) console.log(output.trimEnd());
  else if (shows) for (const line of output.split('\n').filter((text) => shows.test(text))) console.log(`   ${line}`);
  return { passed, failed };
}

function capture([script, ...args], env) {
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
      printed = true;
      process.stdout.write(output);
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

/** Runs every check of every file in test/checks; a check fails by throwing, and may return a line worth showing. */
async function runChecks() {
  const folder = new URL('./checks/', import.meta.url);
  const files = (await readdir(folder)).filter((name) => name.endsWith('.mjs')).sort();
  let passed = 0;
  let failed = 0;
  for (const file of files) {
    for (const [name, check] of Object.entries(await loadChecks(new URL(file, folder)))) {
      try {
        const note = await check();
        passed++;
        if (note) console.log(`   ${name}: ${note}`);
      } catch (error) {
        failed++;
        console.log(`   FAILED ${name} (test/checks/${file})\n${indent(error?.message ?? String(error))}`);
      }
    }
  }
  return { passed, failed };
}

async function loadChecks(url) {
  try {
    const { checks } = await import(url.href);
    if (!checks || Object.keys(checks).length === 0) throw new Error('exports no checks');
    return checks;
  } catch (error) {
    return {
      'can be loaded': () => {
        throw error;
      },
    };
  }
}

function indent(text) {
  return text.replace(/^/gm, '      ');
}
