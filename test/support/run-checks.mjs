import { readdir } from 'node:fs/promises';

/**
 * Runs every check of the files in test/checks that are named, or with `--not` of all others. A check fails by throwing,
 * and may return a line worth showing. The last line counts.
 *
 *   node test/support/run-checks.mjs budgets million
 *   node test/support/run-checks.mjs --not budgets million
 */
const folder = new URL('../checks/', import.meta.url);
const words = process.argv.slice(2);
const isNot = words[0] === '--not';
const names = new Set(words.slice(Number(isNot)));
const files = (await readdir(folder)).filter((name) => name.endsWith('.mjs')).sort();
const wanted = files.filter((file) => names.has(file.slice(0, -'.mjs'.length)) !== isNot);
let passed = 0;
let failed = 0;

for (const file of wanted) {
  for (const [name, check] of Object.entries(await load(new URL(file, folder)))) {
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
console.log(`${passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function load(url) {
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
