import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { exists, read, readJson, root } from '../support/repository.mjs';

/**
 * What users need: the scripts, their declarations, what tools are told of the element, the data with their schema. Neither
 * tests nor sources; there are no source maps that would need them.
 */
const allowed = [
  /^dist\/[\w-]+(\.[\w-]+)?\.(js|mjs|html|json|txt)$/,
  /^dist\/types\/[\w/-]+(\.css)?\.d\.ts$/,
  /^data\/[^/]+\.json$/,
  /^(README\.md|LICENSE|package\.json)$/,
];

/** Nothing of the package is for `require`, so that it finds a module there is right; and it is loaded from Node 20.19 on. */
const isOnlyModules = ({ kind }) => kind === 'CJSResolvesToESM';
/** The oldest way to resolve does not know `exports`: it finds the first entry by `types`, and none of the others. */
const isBeforeExports = ({ kind, resolutionKind, entrypoint }) =>
  kind === 'NoResolution' && resolutionKind === 'node10' && entrypoint !== '.';

export const checks = {
  async 'package for npm'() {
    const { tarball } = packed();
    const { messages, pkg } = await publint({ strict: true, pack: { tarball: tarball.buffer } });
    if (messages.length > 0) {
      throw new Error(`publint objects to package.json:\n${messages.map((m) => formatMessage(m, pkg)).join('\n')}`);
    }
  },

  /** For every way in which TypeScript may resolve it. */
  async 'types of the package'() {
    const excluded = Object.keys(readJson('package.json').exports).filter((entry) =>
      /\.(js|json|html)$|\*/.test(entry),
    );
    const { problems } = await checkPackage(createPackageFromTarballData(packed().tarball), {
      excludeEntrypoints: excluded,
    });
    const wrong = problems.filter((problem) => !isOnlyModules(problem) && !isBeforeExports(problem));
    if (wrong.length > 0) throw new Error(wrong.map((problem) => JSON.stringify(problem)).join('\n'));
    return `${problems.length - wrong.length} remarks on require and on the oldest resolution, as it should be`;
  },

  /** A declaration that imports what the package does not bring along is an error in the user's own compiler. */
  'declarations bring their own'() {
    const { name, exports, dependencies } = readJson('package.json');
    for (const [entry, { types }] of Object.entries(exports)) {
      if (!types) continue;
      const framework = entry.replace('./', '');
      const foreign = packagesOf(types.replace('./', '')).filter(
        (from) => !(from in dependencies) && from !== framework,
      );
      if (foreign.length > 0) throw new Error(`${name}/${entry}: its types need ${foreign}`);
    }
    // Its types are in a package of their own, which users would have to install.
    if (packagesOf(exports['.'].types.replace('./', '')).includes('d3')) throw new Error('The types need those of d3.');
  },

  'files of the package'() {
    const { files, size, unpackedSize } = packed();
    const surplus = files.filter((file) => !allowed.some((pattern) => pattern.test(file)));
    if (surplus.length > 0) throw new Error(`"files" in package.json lets in what users do not need: ${surplus}`);

    const { main, module, types, unpkg, jsdelivr, customElements, bin, exports, ...others } = readJson('package.json');
    const entries = [main, module, types, unpkg, jsdelivr, customElements, others['web-types'], exports, bin ?? {}];
    const named = entries.flatMap(targets).filter((file) => !file.includes('*'));
    const missing = named.map((file) => file.replace('./', '')).filter((file) => !files.includes(file));
    if (missing.length > 0) throw new Error(`package.json names files that are not in the package: ${missing}`);
    const kilobytes = (bytes) => `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
    return `${files.length} files, ${kilobytes(size)}, unpacked ${kilobytes(unpackedSize)}`;
  },
};

let isPacked = null;

/** The package as npm would publish it; packed once. */
function packed() {
  return (isPacked ??= pack());
}

function pack() {
  const folder = `${root}test/.output/package`;
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  // Under "npm test" this is npm's own script; a shell is only for a check that was started by hand.
  const script = process.env.npm_execpath;
  const args = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder];
  const options = { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
  const output = /\.c?js$/.test(script ?? '')
    ? execFileSync(process.execPath, [script, ...args], options)
    : execFileSync('npm', args, { ...options, shell: process.platform === 'win32' });
  const answer = JSON.parse(output);
  // npm 12 answers with an object by package name.
  const [{ filename, files, size, unpackedSize }] = Array.isArray(answer) ? answer : Object.values(answer);
  const tarball = new Uint8Array(fs.readFileSync(path.join(folder, path.basename(filename))));
  return { tarball, size, unpackedSize, files: files.map((file) => file.path) };
}

/** The packages that a declaration imports, and those that it leads to. */
function packagesOf(declaration) {
  const seen = new Set();
  const packages = new Set();
  const visit = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, from] of read(file)
      .replace(/\/\*[^]*?\*\//g, '')
      .matchAll(/(?:from |import\(|import )['"]([^'"]+)['"]/g)) {
      const next = path.posix.join(path.posix.dirname(file), from.replace(/\.js$/, '.d.ts'));
      if (!from.startsWith('.')) packages.add(/^(@[^/]+\/)?[^/]+/.exec(from)[0]);
      else if (exists(next)) visit(next);
      else throw new Error(`${file} imports ${from}, which is not there`);
    }
  };
  visit(declaration);
  return [...packages];
}

function targets(entry) {
  return typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(targets);
}
