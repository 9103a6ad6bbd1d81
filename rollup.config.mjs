import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';

const { name, version, license } = JSON.parse(readFileSync('package.json', 'utf8'));
// A declaration whose source is gone would be published otherwise; the scripts themselves are overwritten.
rmSync('dist/types', { recursive: true, force: true });

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
  templateWhitespace(),
  ownTrustedTypesPolicy(),
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
        [classicEntry]: `import '${classicEntry}/worker'; import '${source}/index.ts';`,
        [`${classicEntry}/worker`]: readingWorker,
      }),
      ...plugins.slice(0, -1),
      inOneFunction(),
      byteOrderMark(),
      report(),
    ],
    onwarn,
  },
];

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

      // From the end, so that the offsets of earlier edits stay true. Templates in templates are separate quasis.
      edits.sort((a, b) => b.start - a.start);
      const shorter = edits.reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
      return { code: shorter, map: null };
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

function shortenMarkup(text) {
  return text.replace(/<!--[^]*?-->/g, '').replace(/[ \t\r\n\f]+/g, ' ');
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

/** Gives Lit our Trusted Types policy instead of one of its own: see `src/view/trusted-types.ts`. */
function ownTrustedTypesPolicy() {
  const creation = /\w+\.createPolicy\(["']lit-html["'],\s*\{createHTML:\s*\w+\s*=>\s*\w+\}\)/;
  return {
    name: 'own-trusted-types-policy',
    transform(code, id) {
      if (!/[\\/]lit-html[\\/]lit-html\.js$/.test(id)) return null;
      if (!creation.test(code)) this.error('lit-html no longer makes its policy the way this plugin expects');
      return {
        code: `import{trustedPolicy}from${JSON.stringify(`${source}/view/trusted-types.ts`)};${code.replace(creation, 'trustedPolicy')}`,
        map: null,
      };
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

/** The two numbers that people who embed the script ask for. */
function report() {
  return {
    name: 'report',
    writeBundle({ file }) {
      const bytes = readFileSync(file);
      console.log(`${file}  ${gzipSync(bytes, { level: 9 }).length.toLocaleString('en')} bytes gzip`);
      console.log(`integrity="sha384-${createHash('sha384').update(bytes).digest('base64')}"`);
    },
  };
}
