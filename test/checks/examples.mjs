import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { build } from 'esbuild';
import { compile as compileSvelte } from 'svelte/compiler';
import * as vue from 'vue/compiler-sfc';
import { binary } from '../support/binary.mjs';
import { withBuiltPage } from '../support/built-page.mjs';
import { read, readJson, root } from '../support/repository.mjs';

const folder = 'demo/examples';
const entries = { react: 'main.tsx', preact: 'main.tsx', vue: 'main.ts', svelte: 'main.ts' };
const frameworks = Object.keys(entries);
const output = `${root}test/.output/examples`;
/** The element is none of Vue's own components. */
const isCustomElement = (tag) => tag === 'report-timeline';
const vueOptions = (id) => ({
  id,
  inlineTemplate: true,
  templateOptions: { compilerOptions: { isCustomElement } },
});

export const checks = {
  /** As a user's compiler sees them: by the name of the package, so through its exports, against its declarations. */
  async 'types for React, Preact, Vue and Svelte'() {
    fs.rmSync(output, { recursive: true, force: true });
    fs.mkdirSync(output, { recursive: true });
    const snippets = readmeSnippets();
    for (const [file, text] of Object.entries({
      'manifest.ts': typesOfTheManifest(),
      'app-svelte.ts': scriptOf(read(`${folder}/svelte/App.svelte`)),
      'app-vue.ts': compileVue(read(`${folder}/vue/App.vue`), 'App.vue').content,
      ...snippets,
    }))
      fs.writeFileSync(`${output}/${file}`, text);
    writeConfig();
    const faults = await run([binary('typescript', 'tsc'), '-p', output]);
    if (faults) throw new Error(faults);
    return `${Object.keys(snippets).length} snippets of the README among them`;
  },

  async 'examples in four frameworks and without one'() {
    if (!read(`${folder}/vue/vite.config.js`).includes(String(isCustomElement)))
      throw new Error('The example for Vue is configured in another way than here.');
    const scripts = await bundles();
    const page = (name) =>
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,">` +
      `<link rel="stylesheet" href="example.css"><div id="root"></div><script src="${name}.js"></script></html>`;
    const report = read('data/deir-ez-zor-2016-05.json');
    const files = {
      '/events.json': report,
      '/example.css': read(`${folder}/example.css`),
      ...Object.fromEntries(
        frameworks.flatMap((name) => [
          [`/${name}.html`, page(name)],
          [`/${name}.js`, scripts[name]],
        ]),
      ),
      ...served(`${folder}/plain/index.html`, `${folder}/plain/main.js`, `${folder}/example.css`),
      ...served('dist/report-timeline.js', 'data/deir-ez-zor-2016-05.json'),
    };
    const own = `${output}/own.csv`;
    fs.mkdirSync(output, { recursive: true });
    fs.writeFileSync(own, 'date,title\n2016-05-14,A row of a file\n');
    const addresses = { ...Object.fromEntries(frameworks.map((name) => [name, `${name}.html`])) };
    addresses.plain = `${folder}/plain/index.html`;

    await withBuiltPage(
      '',
      async ({ tab }) => {
        const said = [];
        tab.on('console', (message) => {
          if (['error', 'warn'].includes(message.type())) said.push(message.text());
        });
        const origin = tab.url();
        for (const [name, address] of Object.entries(addresses)) {
          await tab.goto(origin + address, { waitUntil: 'load' });
          const problems = await use(tab, own, name !== 'plain').catch((error) => [String(error.message)]);
          problems.push(...said.splice(0));
          if (problems.length > 0) throw new Error(`${name}:\n${problems.join('\n')}`);
        }
      },
      { scripts: [], files },
    );
    return Object.keys(addresses).join(', ');
  },
};

/** Uses an example as a reader does; what is not as it should be. */
async function use(tab, own, canHide) {
  const problems = [];
  const expect = (what, seen, wanted) => {
    if (seen !== wanted) problems.push(`${what}: ${seen}, not ${wanted}`);
  };
  const inPage = (act, ...args) => tab.evaluate(act, ...args);
  const count = () =>
    inPage(async () => {
      await new Promise(requestAnimationFrame);
      const timeline = document.querySelector('report-timeline');
      await timeline.ready;
      return timeline.events.length;
    });
  const chosen = () =>
    inPage(async () => {
      const line = document.querySelector('.chosen');
      for (let frame = 0; frame < 60 && !line.textContent.trim(); frame++) await new Promise(requestAnimationFrame);
      return line.textContent.replace(/\s+/g, ' ').trim();
    });

  expect('events of the file', await count(), 33);

  await inPage(() => document.querySelector('report-timeline').select('e24'));
  const { title, when } = readJson('data/deir-ez-zor-2016-05.json').events.find(({ id }) => id === 'e24');
  expect('what is chosen', await chosen(), `${title.en} (${when})`);

  await tab.select('select', 'place');
  expect('lanes', await inPage(() => document.querySelector('report-timeline').groupBy), 'place');

  const range = await inPage(async () => {
    const timeline = document.querySelector('report-timeline');
    timeline.zoomTo('2016-05-15', '2016-05-16');
    const narrow = timeline.range.to - timeline.range.from;
    [...document.querySelectorAll('button')].find(({ textContent }) => /everything/.test(textContent)).click();
    for (let frame = 0; frame < 60; frame++) {
      await new Promise(requestAnimationFrame);
      if (timeline.range.to - timeline.range.from > narrow) return 'wide';
    }
    return 'as narrow as before';
  });
  expect('after the method', range, 'wide');

  await inPage(() => document.querySelector('report-timeline').select(null));
  await (await tab.$('input[type=file]')).uploadFile(own);
  expect('events of a file as a property', await count(), 1);

  if (!canHide) return problems;
  const left = await inPage(async () => {
    const timeline = document.querySelector('report-timeline');
    const button = document.querySelector('button[aria-expanded]');
    const settled = async (isOpen) => {
      for (let frame = 0; frame < 60; frame++) {
        await new Promise(requestAnimationFrame);
        if (button.getAttribute('aria-expanded') === String(isOpen)) return;
      }
    };
    const elements = () => document.body.querySelectorAll('*').length;
    const inside = 1 + timeline.querySelectorAll('*').length;
    const open = elements();
    button.click();
    await settled(false);
    const gone = !timeline.isConnected && elements() === open - inside;
    button.click();
    await settled(true);
    return { gone, again: elements() === open };
  });
  expect('taken off the page', left.gone, true);
  expect('back on the page', left.again, true);
  expect('events when it is back', await count(), 1);
  return problems;
}

/** One script for each framework, the element in it. */
async function bundles() {
  fs.mkdirSync(output, { recursive: true });
  writeConfig();
  const { outputFiles } = await build({
    entryPoints: Object.fromEntries(frameworks.map((name) => [name, `${root}${folder}/${name}/${entries[name]}`])),
    bundle: true,
    format: 'iife',
    jsx: 'automatic',
    outdir: output,
    write: false,
    logLevel: 'error',
    // Not that of the examples, in which the package is this repository's sources.
    tsconfig: `${output}/tsconfig.json`,
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    plugins: [
      onLoad('vue', (text, file) => ({ contents: compileVue(text, file).content, loader: 'ts' })),
      onLoad('svelte', (text, filename) => {
        const { js, warnings } = compileSvelte(text, { filename, generate: 'client' });
        if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join('\n'));
        return { contents: js.code, loader: 'js' };
      }),
    ],
  });
  return Object.fromEntries(
    frameworks.map((name) => [name, outputFiles.find(({ path }) => path.endsWith(`${name}.js`)).text]),
  );
}

function onLoad(extension, compile) {
  return {
    name: extension,
    setup: (builder) =>
      builder.onLoad({ filter: new RegExp(`\\.${extension}$`) }, ({ path }) =>
        compile(fs.readFileSync(path, 'utf8'), path),
      ),
  };
}

function compileVue(source, filename) {
  const { descriptor, errors } = vue.parse(source, { filename });
  if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return vue.compileScript(descriptor, vueOptions(filename));
}

const scriptOf = (component) => /<script[^>]*>\n([^]*?)<\/script>/.exec(component)[1];

/** What the README says to people who write in a framework: files of their own, to be compiled. */
function readmeSnippets() {
  const section = /^### In React.*\n([^]*?)^##/m.exec(read('README.md'))?.[1] ?? '';
  const blocks = [...section.matchAll(/^```(\w+)\n([^]*?)^```/gm)];
  const files = blocks.map(([, language, text], index) => {
    if (language === 'tsx') return [`readme-${index}.tsx`, text];
    if (language === 'vue') return [`readme-${index}.ts`, compileVue(text, `Readme${index}.vue`).content];
    if (language === 'svelte') {
      compileSvelte(text, { generate: 'client' });
      return [`readme-${index}.ts`, scriptOf(text)];
    }
    return null;
  });
  const known = files.filter(Boolean);
  if (known.length < 3) throw new Error('README.md shows no use in React, Vue and Svelte that could be compiled.');
  return Object.fromEntries(known);
}

/** The attributes and their values as the manifest lists them are those of the types, no more and no fewer. */
function typesOfTheManifest() {
  const { declarations } = readJson('dist/custom-elements.json').modules[0];
  const { attributes } = declarations.find(({ tagName }) => tagName);
  const own = attributes.filter(({ name }) => !['lang', 'dir'].includes(name));
  const unions = own.filter(({ type }) => type.text.includes('|'));
  // A level is a number in scripts and a text in markup.
  const given = (name) =>
    `Exclude<Attributes['${name}'], ${name === 'heading-level' ? 'string | ' : ''}null | undefined>`;
  return [
    `import type { ReportTimelineAttributes as Attributes } from 'report-timeline';`,
    `type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;`,
    `export const names: Same<keyof Attributes, ${own.map(({ name }) => `'${name}'`).join(' | ')}> = true;`,
    `export const values: {`,
    ...unions.map(({ name, type }) => `  '${name}': Same<${given(name)}, ${type.text}>;`),
    `} = {${unions.map(({ name }) => `'${name}': true`).join(', ')}};`,
  ].join('\n');
}

function writeConfig() {
  const { compilerOptions } = readJson(`tsconfig.json`);
  const options = { ...compilerOptions, jsx: 'react-jsx', types: [] };
  const include = ['.', '../../types', '../../../demo/examples'];
  fs.writeFileSync(`${output}/tsconfig.json`, JSON.stringify({ compilerOptions: options, include }));
}

const served = (...files) => Object.fromEntries(files.map((file) => [`/${file}`, read(file)]));

function run([script, ...args]) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (data) => (text += data));
    child.on('error', reject);
    child.on('close', (code) => resolve(code === 0 ? '' : text || `exit code ${code}`));
  });
}
