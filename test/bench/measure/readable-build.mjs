import fs from 'node:fs';
import { build } from 'esbuild';
import { root } from '../../support/repository.mjs';

const onlyReads = 'only reads here';
const entry = `import 'worker-first'; import './src/index.ts';`;
const workerFirst = `
  import { serveReading } from './src/view/serve-reading.ts';
  import { scriptText } from './src/view/script-text.ts';
  if (serveReading(scriptText().length)) throw '${onlyReads}';
`;

/**
 * The classic script as the build makes it (rollup.config.mjs), also one function that is its own worker, but with every
 * name in it: a profile of the small one tells nothing.
 */
export async function buildReadable(file) {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: root, loader: 'ts' },
    plugins: [{ name: 'worker-first', setup: addWorkerFirst }],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    tsconfig: `${root}tsconfig.json`,
    logLevel: 'warning',
  });
  const [before, after] = outputFiles[0].text.split(`throw "${onlyReads}"`);
  fs.writeFileSync(root + file, `(function reportTimelineScript() { "use strict";\n${before}return${after}\n})();\n`);
}

function addWorkerFirst({ onResolve, onLoad }) {
  onResolve({ filter: /^worker-first$/ }, ({ path }) => ({ path, namespace: path }));
  onLoad({ filter: /./, namespace: 'worker-first' }, () => ({ contents: workerFirst, resolveDir: root, loader: 'ts' }));
}
