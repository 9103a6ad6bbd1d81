import addFormats from 'ajv-formats';
import Ajv2020 from 'ajv/dist/2020.js';
import { build } from 'esbuild';
import { withBuiltPage } from '../support/built-page.mjs';
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

  'slots and parts in the README'() {
    const source = elementSource();
    const find = (pattern) => new Set([...source.matchAll(pattern)].flatMap((match) => match[1].split(/\s+/)));
    const slots = find(/<slot name="([^"]+)"/g);
    const parts = find(/\bpart="([^"$]+)"/g);
    // The part of the heading is given to a template with a dynamic tag.
    parts.add('heading');

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

function elementSource() {
  return repositoryFiles()
    .filter((file) => /^src\/element\/.*\.ts$/.test(file))
    .map((file) => read(file).replace(/^\s*\/\/.*$/gm, ''))
    .join('\n');
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
