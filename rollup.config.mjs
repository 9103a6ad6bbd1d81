import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild, { minify } from 'rollup-plugin-esbuild';

const { name, version, license } = JSON.parse(readFileSync('package.json', 'utf8'));
// A declaration whose source is gone would be published otherwise; the scripts themselves are overwritten.
rmSync('dist/types', { recursive: true, force: true });
rmSync('dist/integrity.json', { force: true });

const source = `${import.meta.dirname.replaceAll('\\', '/')}/src`;
const classicEntry = 'classic-script';

/** What the configurations below share: TypeScript, packages, data and templates in; one small file out. */
const plugins = [
  withoutTransitions(),
  withoutUnusedMethods(),
  withoutFormatsOfTables(),
  nodeResolve({ extensions: ['.ts', '.js'] }),
  jsonData(),
  esbuild({ target: 'es2022', tsconfig: 'tsconfig.json', charset: 'utf8' }),
  shortPrivateNames(),
  templateWhitespace(),
  templatesWithoutPolicy(),
  litWithoutGlobals(),
  versionOfThePackage(),
  terser({
    maxWorkers: 1,
    ecma: 2020,
    module: true,
    // Function expressions without `this` become arrows: D3 makes no objects with them. Functions stay beside what they
    // work with, where gzip finds more that is alike.
    // Comparisons stay as they are written, for the same reason.
    compress: { passes: 3, unsafe_arrows: true, keep_fargs: false, lhs_constants: false },
    format: { comments: /^!|^# allFunctions/ },
  }),
  report(),
];

/** What the classic script does first: in its own worker it reads, and nothing else of it is run. */
const onlyReads = 'only reads here';
const readingWorker = `
  import { serveReading } from '${source}/view/serve-reading.ts';
  import { scriptText } from '${source}/view/script-text.ts';
  if (serveReading(scriptText().length)) throw '${onlyReads}';
`;

/**
 * What is words rather than code stands before all code that follows: gzip looks back 32 kB and no further, so what
 * is alike is to stand together. Half a percent of the script.
 */
const wordsFirst = [
  `${source}/element/styles/sheets.ts`,
  `${source}/core/i18n/messages-ar.ts`,
  `${source}/core/i18n/messages-en.ts`,
  `${import.meta.dirname.replaceAll('\\', '/')}/data/deir-ez-zor-2016-05.json`,
];

const output = {
  // Engines compile functions when they are first called; on a page of its own nearly all of ours are called for the
  // first picture. The first line asks for all at once, while the script is read and off the main thread.
  // https://v8.dev/blog/explicit-compile-hints
  banner: `//# allFunctionsCalledOnLoad\n/*! ${name} ${version} | ${license} | contains Lit and D3, see licenses.txt */`,
  generatedCode: 'es2015',
  inlineDynamicImports: true,
};

export default [
  {
    input: 'src/index.ts',
    output: { ...output, file: 'dist/report-timeline.mjs', format: 'es' },
    plugins: [...plugins, licenses()],
    onwarn,
  },
  {
    // A script without exports needs no global variable: the element is all that it leaves on the page.
    input: classicEntry,
    output: { ...output, file: 'dist/report-timeline.js', format: 'es' },
    plugins: [
      virtualModules({
        [classicEntry]: [`${classicEntry}/worker`, ...wordsFirst, `${source}/index.ts`]
          .map((id) => `import '${id}';`)
          .join('\n'),
        [`${classicEntry}/worker`]: readingWorker,
      }),
      ...plugins.slice(0, -1),
      inOneFunction(),
      byteOrderMark(),
      report(),
    ],
    onwarn,
  },
  ...['frame', 'loader'].map(embedding),
  inNode('index', 'node'),
  inNode('cli', 'cli'),
];

/** What runs in Node (`src/static/`): without Lit, and of D3 what computes; the command takes all from the entry. */
function inNode(entry, file) {
  return {
    input: `src/static/${entry}.ts`,
    external: /^node:/,
    makeAbsoluteExternalsRelative: false,
    output: {
      file: `dist/${file}.mjs`,
      format: 'es',
      banner: `${entry === 'cli' ? '#!/usr/bin/env node\n' : ''}/*! ${name} ${version} | ${license} | contains D3, see licenses.txt */`,
    },
    plugins: [
      {
        name: 'node-entry',
        resolveId: (id, importer) => (importer && id === './index.js' ? { id: './node.mjs', external: true } : null),
      },
      withoutFormatsOfTables(),
      nodeResolve({ extensions: ['.ts', '.js'] }),
      jsonData(),
      esbuild({ target: 'es2022', tsconfig: 'tsconfig.json', charset: 'utf8' }),
      versionOfThePackage(),
      minify({ target: 'es2022', charset: 'utf8', legalComments: 'inline' }),
    ],
    onwarn,
  };
}

/** The scripts of the frame form, each a small file that knows nothing of the element but its name (`src/embed/`). */
function embedding(part) {
  return {
    input: `src/embed/${part}.ts`,
    output: {
      file: part === 'frame' ? 'dist/embed-frame.js' : 'dist/embed.js',
      format: 'iife',
      banner: `/*! ${name} ${version} | ${license} */`,
    },
    plugins: [
      nodeResolve({ extensions: ['.ts'] }),
      esbuild({ target: 'es2022', tsconfig: 'tsconfig.json', charset: 'utf8' }),
      terser({ maxWorkers: 1, ecma: 2020, format: { comments: /^!/ } }),
      ...(part === 'frame' ? [page('embed.html')] : []),
      report(),
    ],
    onwarn,
  };
}

/** A page of `src/embed/`, as it is, beside the script. */
function page(fileName) {
  return {
    name: 'page',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source: readFileSync(`${source}/embed/${fileName}`, 'utf8') });
    },
  };
}

/**
 * D3's zoom and brush bring transitions, and those bring interpolators, colours, easing and timers: a third of D3's
 * weight here, for moves that are asked for by program. Ours go through the state and are animated there
 * (`src/view/animate.ts`); hands need none of it. A call that did need it would fail loudly.
 */
function withoutTransitions() {
  const stubs = {
    'd3-transition': 'export const interrupt = () => {};',
    'd3-interpolate': 'export const interpolate = undefined, interpolateZoom = undefined;',
  };
  const prefix = '\0without-transitions:';
  /** Where one of them asks whether it was given a transition. */
  const asked = /group\.tween|collection !== selection|duration > 0/;
  return {
    name: 'without-transitions',
    resolveId(source, importer = '') {
      return source in stubs && /d3-(zoom|brush)/.test(importer) ? prefix + source : null;
    },
    load: (id) => (id.startsWith(prefix) ? stubs[id.slice(prefix.length)] : null),
    transform(code, id) {
      if (!/[\\/]d3-(zoom|brush)[\\/]/.test(id)) return null;
      if (!asked.test(code))
        this.error('d3-zoom and d3-brush no longer ask for transitions the way this plugin expects');
      return { code: code.replace(new RegExp(asked, 'g'), 'false'), map: null };
    },
  };
}

/**
 * D3's zoom and brush need half of what a selection can do, and ours a few of their methods; no bundler sees which, as
 * methods hang on objects. A call of any other would fail loudly. Wheel and double click have listeners of our own in
 * place of D3's (`src/view/gestures.ts`).
 */
function withoutUnusedMethods() {
  const kept = {
    selection:
      'select selectAll filter data enter exit merge selection call node each attr style property append remove datum on',
    zoom: 'touchable on clickDistance',
    brush: 'move extent touchable handleSize keyModifiers on',
  };
  const methods = {
    selection: /^ +(?:\w+|\[Symbol\.iterator\]): selection_(\w+),?\n/gm,
    zoom: /^ {2}zoom\.(\w+) = function\b[^]*?^ {2}\};\n/gm,
    brush: /^ {2}brush\.(\w+) = function\b[^]*?^ {2}\};\n/gm,
  };
  const listeners = /^ +\.on\("(?:wheel|dblclick)\.zoom", \w+(?:, \{passive: false\})?\)\n/gm;
  return {
    name: 'without-unused-methods',
    transform(code, id) {
      const [, name] = /[\\/]d3-(selection|zoom|brush)[\\/]/.exec(id) ?? [];
      if (!name) return null;
      const wanted = new Set(kept[name].split(' '));
      const shorter = code.replace(methods[name], (text, method) => (wanted.delete(method) ? text : ''));
      const others = name === 'zoom' ? shorter.match(listeners)?.length : 2;
      if (wanted.size > 0 || others !== 2) this.error(`d3-${name} is no longer written the way this plugin expects`);
      return { code: shorter.replace(listeners, ''), map: null };
    },
  };
}

/**
 * Of what D3 does with tables only the cutting of rows is asked for. The rest writes tables, or makes code from text;
 * a call of it would fail loudly. Two formats that are made beforehand have to be said to have no effect.
 */
function withoutFormatsOfTables() {
  const others = /\breturn \{\s*parse: parse,\s*parseRows: parseRows,[^}]*\}/;
  const made = /\bdsv\("[^"]+"\)|new Date\("[^"]+"\)\.getHours\(\)/g;
  return {
    name: 'without-formats-of-tables',
    transform(code, id) {
      if (!/[\\/]d3-dsv[\\/]/.test(id)) return null;
      if (!others.test(code)) this.error('d3-dsv is no longer written the way this plugin expects');
      return { code: code.replace(others, 'return { parseRows }').replace(made, '/* @__PURE__ */ $&'), map: null };
    },
  };
}

/** D3's modules import each other in circles by design; our own may not. */
function onwarn(warning, warn) {
  const ids = warning.ids ?? [];
  if (warning.code === 'CIRCULAR_DEPENDENCY' && ids.length > 0 && ids.every((id) => id.includes('node_modules')))
    return;
  if (warning.code === 'CIRCULAR_DEPENDENCY' || warning.code === 'UNRESOLVED_IMPORT') throw new Error(warning.message);
  warn(warning);
}

/**
 * A classic script is read in the encoding of its page unless it says its own: on a page without `<meta charset>` the
 * Arabic would come out as Latin letters. A byte order mark goes before everything else (HTML standard, "decode").
 */
function byteOrderMark() {
  return {
    name: 'byte-order-mark',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = `\ufeff${chunk.code}`;
    },
  };
}

function virtualModules(codes) {
  return {
    name: 'virtual-modules',
    resolveId: (id) => (Object.hasOwn(codes, id) ? id : null),
    load: (id) => (Object.hasOwn(codes, id) ? codes[id] : null),
  };
}

/**
 * Puts the script into one function, and nothing of it on the page. The function has a name, which only the script itself
 * sees, so that it can hand its own text to a worker (`src/view/worker-reader.ts`). There it returns early, before
 * Lit and D3 would look for a document.
 */
function inOneFunction() {
  return {
    name: 'in-one-function',
    generateBundle(_, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const [head] = /^(\/\/#.*\n)?(\/\*![^]*?\*\/\n)?/.exec(chunk.code);
        const [before, after, ...more] = chunk.code.slice(head.length).trim().split(`throw"${onlyReads}"`);
        if (after === undefined || more.length > 0) this.error('the place where a worker stops is not found once');
        chunk.code = `${head}(function reportTimelineScript(){"use strict";${before}return${after}})();\n`;
      }
    },
  };
}

/**
 * `import report from '../data/report.json'` becomes `JSON.parse('…')`, which engines read faster than an object literal
 * and which minifiers leave alone. `$schema` is for editors and validators; the page does not need it.
 */
function jsonData() {
  return {
    name: 'json-data',
    transform(text, id) {
      if (!id.endsWith('.json')) return null;
      const data = JSON.parse(text);
      delete data.$schema;
      return { code: `export default JSON.parse(${singleQuoted(JSON.stringify(data))});`, map: null };
    },
  };
}

/** JSON is full of double quotes, so single ones around it need the fewest escapes. */
function singleQuoted(text) {
  const escaped = text.replace(/[\\'\u2028\u2029]/g, (character) =>
    character > '\u2000' ? `\\u${character.charCodeAt(0).toString(16)}` : `\\${character}`,
  );
  return `'${escaped}'`;
}

/**
 * Shortens the white space in Lit's templates, which no minifier may touch. In HTML and SVG a run becomes one space, so
 * that words and inline elements keep their gap (`white-space: pre` is not supported in templates). In CSS, comments
 * and the spaces around punctuation go too.
 */
function templateWhitespace() {
  const minifiers = { html: shortenMarkup, svg: shortenMarkup, css: shortenCss };
  return {
    name: 'template-whitespace',
    transform(code, id) {
      if (!id.endsWith('.ts') || !/\b(html|svg|css)`/.test(code)) return null;

      const edits = [];
      visit(this.parse(code), (node) => {
        if (node.type !== 'TaggedTemplateExpression' || !Object.hasOwn(minifiers, node.tag.name ?? '')) return;
        for (const { start, end } of node.quasi.quasis) {
          edits.push({ start, end, text: minifiers[node.tag.name](code.slice(start, end)) });
        }
      });

      // Templates in templates are separate quasis.
      return { code: withEdits(code, edits), map: null };
    },
  };
}

function visit(node, enter) {
  if (Array.isArray(node)) {
    for (const child of node) visit(child, enter);
  } else if (node && typeof node.type === 'string') {
    enter(node);
    for (const key in node) if (typeof node[key] === 'object') visit(node[key], enter);
  }
}

/**
 * Private names hold within their class, but the minifier has one table of them for all classes: hundreds of names, most
 * with two letters. So they get the same few in each class first, in the order in which they are declared.
 */
function shortPrivateNames() {
  return {
    name: 'short-private-names',
    transform(code, id) {
      if (!id.endsWith('.ts') || !code.includes('#')) return null;
      const edits = [];
      visit(this.parse(code), (node) => {
        if (node.type !== 'ClassBody') return;
        const names = new Map();
        for (const { key } of node.body) {
          if (key?.type === 'PrivateIdentifier' && !names.has(key.name)) names.set(key.name, `#p${names.size}`);
        }
        visit(node.body, (inner) => {
          if (inner.type === 'ClassBody') this.error('private names are shortened in classes that stand in no other');
          if (inner.type === 'PrivateIdentifier') edits.push({ ...inner, text: names.get(inner.name) });
        });
      });
      return { code: withEdits(code, edits), map: null };
    },
  };
}

/** From the end, so that the places of earlier edits stay true. */
const withEdits = (code, edits) =>
  edits
    .sort((a, b) => b.start - a.start)
    .reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);

/** With the characters that entities stand for: `src/view/build-template.ts` knows none. */
function shortenMarkup(text) {
  const entities = { '&nbsp;': '\u00a0' };
  return text
    .replace(/<!--[^]*?-->/g, '')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/&\w+;|&#\w+;/g, (entity) => {
      if (!Object.hasOwn(entities, entity)) throw new Error(`templates have no character for ${entity} yet`);
      return entities[entity];
    });
}

function shortenCss(text) {
  // Strings are matched first and kept as they are: content: "  a  /* b */".
  return (
    text
      .replace(/("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')|\/\*[^]*?\*\/|\s+/g, (_, string) => string ?? ' ')
      // Not before a colon: `a :hover` is not `a:hover`.
      .replace(
        /("(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*')| *([{};,]) *|(:) +/g,
        (_, string, mark, colon) => string ?? mark ?? colon,
      )
      .replace(/;}/g, '}')
  );
}

/**
 * Lit hands its templates to the browser's parser, which takes a Trusted Types policy of the fixed name "lit-html" where a
 * page demands one: refused where the page lists other names, or has a Lit of its own. Ours are made without the parser,
 * which asks for no policy: see `src/view/build-template.ts`. What Lit puts into names of attributes has to be something
 * that `setAttribute` takes.
 */
function templatesWithoutPolicy() {
  const edits = [
    [/(\w+)=(\w+)\?\2\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\):void 0/, '$1=void 0'],
    [/(\w+)="\$lit\$"/, '$1="_lit_"'],
    [/const (\w+)=\w+\.createElement\("template"\);return \1\.innerHTML=(\w+),\1/, 'return buildTemplate($2)'],
  ];
  return {
    name: 'templates-without-policy',
    transform(code, id) {
      if (!/[\\/]lit-html[\\/]lit-html\.js$/.test(id)) return null;
      const changed = edited(this, code, edits);
      const path = JSON.stringify(`${source}/view/build-template.ts`);
      return { code: `import{buildTemplate}from${path};${changed}`, map: null };
    },
  };
}

/**
 * Lit counts its copies in global variables, lets polyfills change it through others, and keeps what decorators know in
 * one that all copies share. Ours is closed: it leaves nothing on the page, nothing there changes it, and it has no
 * decorators.
 */
function litWithoutGlobals() {
  const count = (name) => [new RegExp(`\\(\\w+\\.${name}Versions\\?\\?=\\[\\]\\)\\.push\\("[\\d.]+"\\)`), '0'];
  const support = (name) => [new RegExp(`\\w+\\.${name}(?:Hydrate|Polyfill)Support`, 'g'), '(void 0)'];
  const edits = {
    'lit-html': [count('litHtml'), support('litHtml')],
    'lit-element': [count('litElement'), support('litElement')],
    'reactive-element': [
      count('reactiveElement'),
      support('reactiveElement'),
      [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
      [
        /const (\w+)=this\[Symbol\.metadata\];if\(null!==\1\)\{const (\w+)=litPropertyMetadata\.get\(\1\);if\(void 0!==\2\)for\(const\[\w,\w\]of \2\)this\.elementProperties\.set\(\w,\w\)\}/,
        '',
      ],
    ],
  };
  const traces = /\blit(?:Html|Element|Property)[A-Z]|reactiveElement[A-Z]|Symbol\.metadata/;
  return {
    name: 'lit-without-globals',
    transform(code, id) {
      const [, name] = /[\\/](lit-html|lit-element|reactive-element)\.js$/.exec(id) ?? [];
      if (!name) return null;
      const changed = edited(this, code, edits[name]);
      const [trace] = traces.exec(changed) ?? [];
      if (trace) this.error(`${name} has a global that this plugin does not know: ${trace}`);
      return { code: changed, map: null };
    },
  };
}

/** Each edit must find its place: a package that is written otherwise by now is to be looked at. */
function edited(context, code, edits) {
  return edits.reduce((text, [pattern, replacement]) => {
    if (!new RegExp(pattern).test(text)) context.error(`not found any more: ${pattern}`);
    return text.replace(pattern, replacement);
  }, code);
}

/** By which two copies on a page know whether they are the same: see `src/index.ts`. */
function versionOfThePackage() {
  return {
    name: 'version-of-the-package',
    transform(code, id) {
      if (!/[\\/]src[\\/]version\.ts$/.test(id)) return null;
      return { code: edited(this, code, [[/(?<=\bversion = )["'][\d.]+["']/, JSON.stringify(version)]]), map: null };
    },
  };
}

/** The licences of the packages in the bundle ask for their text beside it. */
function licenses() {
  return {
    name: 'licenses',
    generateBundle(_, bundle) {
      const ids = Object.values(bundle).flatMap((chunk) => Object.keys(chunk.modules ?? {}));
      const packages = ids.map((id) => /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0]).filter(Boolean);
      const texts = new Map();
      for (const folder of [...new Set(packages)].sort()) {
        const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
        const about = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
        const text = file ? readFileSync(`${folder}/${file}`, 'utf8').trim() : about.license;
        texts.set(text, [...(texts.get(text) ?? []), `${about.name} ${about.version}`]);
      }
      const source = [...texts]
        .map(([text, names]) => `${names.join(', ')}\n\n${text}\n`)
        .join(`\n${'-'.repeat(80)}\n\n`);
      this.emitFile({ type: 'asset', fileName: 'licenses.txt', source });
    },
  };
}

/**
 * The numbers that people who embed a script ask for. Those of all files that pages load stand in `dist/integrity.json`
 * too: the value of the attribute `integrity` by the name of the file.
 */
function report() {
  const list = 'dist/integrity.json';
  return {
    name: 'report',
    writeBundle({ file }) {
      const bytes = readFileSync(file);
      const integrity = `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
      console.log(`${file}  ${gzipSync(bytes, { level: 9 }).length.toLocaleString('en')} bytes gzip`);
      console.log(`integrity="${integrity}"`);
      const known = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
      const all = Object.entries({ ...known, [basename(file)]: integrity }).sort(([a], [b]) => (a < b ? -1 : 1));
      writeFileSync(list, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
    },
  };
}
