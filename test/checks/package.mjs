import { execFileSync } from 'node:child_process';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { readJson, root } from '../support/repository.mjs';

const allowed = [/^dist\//, /^data\/[^/]+\.json$/, /^(README\.md|LICENSE|package\.json)$/];

export const checks = {
  async 'package for npm'() {
    const { messages, pkg } = await publint({ pkgDir: root, strict: true, pack: 'npm' });
    if (messages.length > 0) {
      throw new Error(`publint objects to package.json:\n${messages.map((m) => formatMessage(m, pkg)).join('\n')}`);
    }
  },

  'files of the package'() {
    const files = packedFiles();
    const surplus = files.filter((file) => !allowed.some((pattern) => pattern.test(file)));
    if (surplus.length > 0) throw new Error(`"files" in package.json lets in what users do not need: ${surplus}`);

    const { main, module, types, unpkg, jsdelivr, exports } = readJson('package.json');
    const named = [main, module, types, unpkg, jsdelivr, ...targets(exports)].filter((file) => !file.includes('*'));
    const missing = named.map((file) => file.replace('./', '')).filter((file) => !files.includes(file));
    if (missing.length > 0) throw new Error(`package.json names files that are not in the package: ${missing}`);
  },
};

function packedFiles() {
  // Under "npm test" this is npm's own script; a shell is only for a check that was started by hand.
  const script = process.env.npm_execpath;
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
  const output = /\.c?js$/.test(script ?? '')
    ? execFileSync(process.execPath, [script, ...args], options)
    : execFileSync('npm', args, { ...options, shell: process.platform === 'win32' });
  const answer = JSON.parse(output);
  // npm 12 answers with an object by package name.
  const [packed] = Array.isArray(answer) ? answer : Object.values(answer);
  return packed.files.map((file) => file.path);
}

function targets(entry) {
  return typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(targets);
}
