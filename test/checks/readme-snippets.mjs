import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020.js';
import { build } from 'esbuild';
import { withBuiltPage } from '../support/built-page.mjs';
import { integrityInReadme } from '../support/integrity.mjs';
import { elementSource, slotsAndParts } from '../support/element-source.mjs';
import { readManifest } from '../support/manifest.mjs';
import { read, readJson, repositoryFiles, root } from '../support/repository.mjs';

const schema = 'data/report-timeline.schema.json';
/** Attributes that every HTML element has. */
const global = ['id', 'class', 'lang', 'dir', 'title', 'hidden', 'slot', 'style', 'tabindex'];

export const checks = {
  async 'JSON in the README'() {
    const snippets = blocks(read('README.md'), 'json').map((text) => JSON.parse(text));
    if (!snippets.some(({ format }) => format))
      throw new Error('README.md shows no data: a reader needs an example that works.');

    const ajv = new Ajv2020({ allErrors: true, strictTypes: false });
    addFormats(ajv);
    const validate = ajv.compile(readJson(schema));
    const { readDataset } = await loadCore();
    const problems = snippets.flatMap((data, index) => [
      // Plain records have no format of their own, and no schema: that they are read without an issue is what counts.
      ...(!data.format || validate(data)
        ? []
        : validate.errors.map((error) => `${index + 1}: ${error.instancePath} ${error.message}`)),
      ...readDataset(data).issues.map(({ path, message }) => `${index + 1}: ${path} ${message}`),
    ]);
    if (problems.length > 0) throw new Error(`Correct the examples in README.md:\n${problems.join('\n')}`);
    return `${snippets.length} valid`;
  },

  async 'dates in the README'() {
    const { parseTemporal, describeTemporal, englishDateWords, createDateFormatter } = await loadCore();
    const formatter = createDateFormatter('en');
    const rows = [
      ...read('README.md').matchAll(
        /^\| `([^`]+)` +\|[^|]+\| ((?:on|in|around|possibly|from|since|sometime|date)\b[^|]*?) +\|$/gm,
      ),
    ];
    if (rows.length < 10)
      throw new Error('README.md has no table of dates, or it has another shape than this check expects.');
    const problems = rows.flatMap(([, text, words]) => {
      const parsed = text === 'null' ? { ok: true, value: null } : parseTemporal(text);
      const said = parsed.ok ? describeTemporal(parsed.value, englishDateWords, formatter) : parsed.message;
      return said === words ? [] : [`${text}: “${said}”, not “${words}”`];
    });
    if (problems.length > 0)
      throw new Error(`The table of dates in README.md says other words than the timeline:\n${problems.join('\n')}`);
    return `${rows.length} said so`;
  },

  'attributes in README and demo'() {
    const known = attributesOfTheElement();
    const pages = ['README.md', ...repositoryFiles().filter((file) => /^demo\/.*\.html$/.test(file))];
    const used = pages.flatMap((page) => {
      const markup = page.endsWith('.md') ? blocks(read(page), 'html').join('\n') : read(page);
      return attributesUsed(markup).map((name) => ({ page, name }));
    });
    if (used.length === 0) throw new Error('Neither README.md nor the demo has an attribute on <report-timeline>.');
    const unknown = used.filter(({ name }) => !known.includes(name) && !global.includes(name));
    if (unknown.length > 0) {
      throw new Error(
        `The element has no such attribute:\n${unknown.map(({ page, name }) => `${page}: ${name}`).join('\n')}`,
      );
    }

    const documented = tableCells('Attributes');
    const missing = known.filter((name) => !documented.includes(name));
    const surplus = documented.filter((name) => !known.includes(name) && !global.includes(name));
    if (missing.length + surplus.length > 0) {
      throw new Error(
        `The table of attributes in README.md lacks ${missing.join(', ') || 'none'}; the element lacks ${surplus.join(', ') || 'none'}.`,
      );
    }
    return `${known.length} known`;
  },

  'what else the manifest lists, in the README'() {
    const manifest = readManifest();
    const names = (entries) => entries.map(({ name }) => name);
    const text = read('README.md');
    const prefix = '--report-timeline-';
    const ranges = withRanges(/`actor-1` … `actor-\d`/.exec(text)?.[0] ?? '', []);
    const customProperties = [...columnOf('custom property `--report-timeline-…`').flat(), ...ranges];
    const fields = columnOf('event', 1);
    const problems = [
      ...differences(
        'property',
        columnOf('property').flat(),
        names(manifest.properties.filter(({ attribute }) => !attribute)),
      ),
      ...differences(
        'method',
        columnOf('method')
          .flat()
          .map((name) => name.replace(/\(.*/, '')),
        names(manifest.methods),
      ),
      ...differences('event', columnOf('event').flat(), names(manifest.events)),
      // Who caused it is said once for all of them.
      ...columnOf('event').flatMap(([event], i) => {
        const known = manifest.events.find(({ name }) => name === event)?.fields ?? [];
        return differences(`field of ${event}`, [...fields[i], 'source'], names(known));
      }),
      ...differences(
        'custom property',
        customProperties.map((name) => prefix + name),
        names(manifest.cssProperties),
      ),
    ];
    if (problems.length > 0) throw new Error(problems.join('\n'));
  },

  async 'data between the tags in the README'() {
    const tags = blocks(read('README.md'), 'html').flatMap(
      (text) => text.match(/<report-timeline>\s[^]*?<\/report-timeline>/g) ?? [],
    );
    const counts = await withBuiltPage(tags.join('\n'), ({ tab }) =>
      tab.evaluate(async () => {
        const timelines = [...document.querySelectorAll('report-timeline')];
        await Promise.all(timelines.map(({ ready }) => ready));
        return timelines.map(({ events, issues, account }) => ({
          count: events.length,
          issues,
          format: account?.format,
        }));
      }),
    );
    const wrong = counts.filter(({ count, issues, format }) => count === 0 || issues.length > 0 || format !== 'csv');
    if (counts.length < 2 || wrong.length > 0)
      throw new Error(`Correct the tags in README.md: ${JSON.stringify(counts)}`);
    return `${counts.length} read`;
  },

  'integrity of the release files'() {
    const hashes = readJson('dist/integrity.json');
    const files = ['report-timeline.js', 'report-timeline.mjs', 'embed.js', 'embed-frame.js'];
    const hashOf = (file) =>
      `sha384-${createHash('sha384')
        .update(fs.readFileSync(`${root}dist/${file}`))
        .digest('base64')}`;
    const wrong = files.filter((file) => hashes[file] !== hashOf(file));
    if (wrong.length > 0) throw new Error(`dist/integrity.json is wrong about ${wrong}: see rollup.config.mjs.`);
    const readme = integrityInReadme();
    if (!readme.files.includes('report-timeline.js'))
      throw new Error('README.md shows no <script src="report-timeline.js" integrity="…">.');
    if (readme.text !== read('README.md'))
      throw new Error('README.md shows the hash of another build: run "npm run build" and "npm run integrity".');
    const paths = files.filter((file) => fs.readFileSync(`${root}dist/${file}`, 'utf8').includes(path.resolve(root)));
    if (paths.length > 0)
      throw new Error(`Built elsewhere, it would be another file: ${paths} has the path of this one.`);
    return `${files.length} files; README.md has the hash of this build`;
  },

  'slots and parts in the README'() {
    const { slots, parts } = slotsAndParts();
    const text = read('README.md');
    const namedParts = [...(/^Parts,[^]*?\.$/m.exec(text)?.[0].matchAll(/`([a-z-]+)`/g) ?? [])].map(
      (match) => match[1],
    );
    const namedSlots = tableCells('Looks').filter((name) => !name.includes('default'));
    const problems = [
      ...namedParts.filter((name) => !parts.has(name)).map((name) => `no part "${name}" in the element`),
      ...[...parts].filter((name) => !namedParts.includes(name)).map((name) => `part "${name}" not in README.md`),
      ...[...slots].filter((name) => !namedSlots.includes(name)).map((name) => `slot "${name}" not in README.md`),
    ];
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return `${slots.size} slots, ${parts.size} parts`;
  },
};

/** What one list has and the other has not. */
function differences(kind, documented, known) {
  return [
    ...known.filter((name) => !documented.includes(name)).map((name) => `${kind} ${name} is not in README.md`),
    ...documented.filter((name) => !known.includes(name)).map((name) => `${kind} ${name} is in README.md only`),
  ];
}

/** The names in code in one cell of each row of the table with this heading of the first column. */
function columnOf(heading, column = 0) {
  const head = `^\\| ${heading.replace(/[-$()*+.?[\\\]^{|}]/g, '\\$&')} [^\\n]*\\n[^\\n]*\\n`;
  const rows = new RegExp(`${head}((?:\\|[^\\n]*\\n)+)`, 'm').exec(read('README.md'))?.[1].trim().split('\n') ?? [];
  const cells = rows.map((row) => row.split(/(?<!\\)\|/)[column + 1] ?? '');
  return cells.map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]));
}

/** `actor-1`, …, `actor-3`: what lies between is meant too. */
function withRanges(cell, names) {
  const [, stem, from, to] = /`([a-z-]+)(\d)` … `\1(\d)`/.exec(cell) ?? [];
  if (!stem) return names;
  const between = Array.from({ length: to - from - 1 }, (_, i) => `${stem}${Number(from) + 1 + i}`);
  return [...names, ...between];
}

/** The contents of fenced blocks of one language. */
function blocks(markdown, language) {
  return [...markdown.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, 'gm'))].map((match) => match[1]);
}

/** Names of attributes on every <report-timeline …> of a page. */
function attributesUsed(markup) {
  return [...markup.matchAll(/<report-timeline\b((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/g)].flatMap(([, attributes]) =>
    [...attributes.matchAll(/([\w-]+)(?:="[^"]*")?/g)].map((match) => match[1]),
  );
}

/** The names in code in the first cells of the tables below a heading of README.md. */
function tableCells(heading) {
  const section = new RegExp(`^### ${heading}\\n([^]*?)^##`, 'm').exec(read('README.md'))?.[1] ?? '';
  return [...section.matchAll(/^\| ([^|]*`[^|]*)\|/gm)].flatMap(([, cell]) =>
    [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1]),
  );
}

/** What Lit observes: `attribute: 'group-by'` where it is named, else the property's name in lower case. */
function attributesOfTheElement() {
  const source = elementSource();
  const properties = /static override properties\b[^=]*=\s*\{([^]*?)\n {2}\}/.exec(source)?.[1];
  if (properties) {
    const entries = [...properties.matchAll(/^ {4}(\w+): \{([^}]*)\}/gm)];
    return [...new Set(entries.flatMap(([, name, options]) => attributeOf(name, options)))];
  }
  const decorated = [
    ...source.matchAll(/@property\((\{[^}]*\})?\)\s*(?:declare |accessor |override |readonly )*(\w+)/g),
  ];
  return [...new Set(decorated.flatMap(([, options, name]) => attributeOf(name, options ?? '')))];
}

function attributeOf(name, options) {
  if (/attribute:\s*false|state:\s*true/.test(options)) return [];
  return [/attribute:\s*'([^']+)'/.exec(options)?.[1] ?? name.toLowerCase()];
}

/** Core needs no browser, so a tool can ask it. */
async function loadCore() {
  const contents = `
    export { readDataset } from './src/core/dataset/read-dataset.ts';
    export { parseTemporal } from './src/core/temporal/parse-temporal.ts';
    export { describeTemporal } from './src/core/temporal/describe-temporal.ts';
    export { englishDateWords } from './src/core/temporal/date-words-en.ts';
    export { createDateFormatter } from './src/core/temporal/date-formatter.ts';`;
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
}
