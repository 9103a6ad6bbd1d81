import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Text is never markup here, and code is never made from text. */
const unsafe = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment)$/]',
    message: 'Data is untrusted text: use a Lit template or textContent.',
  },
  {
    selector: 'CallExpression[callee.property.name="write"][callee.object.name="document"]',
    message: 'Data is untrusted text: use a Lit template or textContent.',
  },
  {
    selector: 'ImportDeclaration[source.value=/unsafe-(html|svg|static)|unsafe-html/]',
    message: 'Data is untrusted text: use a Lit template.',
  },
  {
    selector:
      'ImportDeclaration[source.value="d3"] ImportSpecifier[imported.name=/^(csv|tsv|dsv|html|json|svg|text|xml)(Parse)?$/]',
    message: 'It makes code from text, which a strict content security policy forbids, or loads: use csvParseRows.',
  },
];

/** A strict content security policy refuses style attributes, and allows what the CSSOM sets. */
const inlineStyles = [
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/(^|\\s)style=/]',
    message: 'A strict policy refuses style attributes: use .style=${…} or the style sheet.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(setAttribute|setAttributeNS|attr)$/] > Literal[value="style"]',
    message: 'A strict policy refuses style attributes: use element.style or .style().',
  },
];

/** The same values in give the same values out, at any time and in any place. */
const impure = [
  {
    selector: 'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]',
    message: 'Core has no clock: pass the time.',
  },
  {
    selector: 'MemberExpression[object.name="Date"][property.name="now"]',
    message: 'Core has no clock: pass the time.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'Core has no dice: pass a seed.',
  },
];

/** The folders of core in the order of the pipeline: each calls those before it only. */
const pipeline = [['util', 'i18n'], ['temporal'], ['dataset'], ['viewport'], ['layout'], ['scene'], ['state']];

const laterThan = (folders) => ({
  regex: `^\\.\\./(.*/)?(${pipeline
    .slice(pipeline.findIndex((place) => place.includes(folders[0])) + 1)
    .flat()
    .join('|')})/`,
  allowTypeImports: true,
  message: `It comes after ${folders.join(' and ')} in the pipeline; only its types may be known here.`,
});

/** What holds records does not know what they mean, and the other way round; what formats share knows none of them. */
const inDataset = [
  ['containers', '/readers/'],
  ['readers', '/containers/'],
  ['readers/shared', '/containers/|^\\.\\./(acled|flat|timelinejs|timemap|ucdp-ged|vis)[\\w-]*\\.js'],
];
const notFrom = (regex) => ({
  regex,
  allowTypeImports: true,
  message: 'Containers, what formats share, and formats are held apart; intake.ts and reading.ts join them.',
});

const notInCore = [
  { regex: '/(view|element)/', message: 'Imports go inwards: core knows neither view nor element.' },
  { regex: '^(lit|lit-.*|@lit/.*)($|/)', message: 'Core is values and functions: no Lit.' },
  { regex: '^d3-', message: "Import from 'd3', the package that package.json names." },
  { regex: '^node:', message: 'Core runs in browsers.' },
];
const d3OfTheDom = {
  name: 'd3',
  importNames: [
    'select',
    'selectAll',
    'selection',
    'create',
    'creator',
    'pointer',
    'pointers',
    'zoom',
    'brush',
    'brushX',
  ]
    .concat([
      'brushY',
      'drag',
      'transition',
      'axisTop',
      'axisBottom',
      'axisLeft',
      'axisRight',
      'now',
      'timer',
      'timeout',
    ])
    .concat(['interval', 'randomUniform', 'json', 'csv', 'text']),
  message: 'Core has no DOM, no clock and no dice.',
};

const imports = (patterns, paths = []) => ({ 'no-restricted-imports': ['error', { patterns, paths }] });

const core = [
  {
    files: ['src/core/**/*.ts'],
    rules: {
      ...imports(notInCore, [d3OfTheDom]),
      'no-restricted-syntax': ['error', ...unsafe, ...inlineStyles, ...impure],
    },
  },
  ...pipeline.slice(0, -1).map((folders) => ({
    files: folders.map((folder) => `src/core/${folder}/**/*.ts`),
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [laterThan(folders)] }] },
  })),
  ...inDataset.map(([folder, others]) => ({
    files: [`src/core/dataset/${folder}/**/*.ts`],
    rules: {
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [laterThan(pipeline[2]), notFrom(others)] }],
    },
  })),
];

export default defineConfig(
  { ignores: ['dist/', 'test/.output/', 'test/fixtures/', 'test/pictures/'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  lit['flat/recommended'],
  wc['flat/recommended'],
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: `${import.meta.dirname}/..` } },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'off',
      '@typescript-eslint/no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...unsafe, ...inlineStyles],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  ...core,
  {
    files: ['src/view/**/*.ts'],
    rules: imports([
      { regex: '/element/', message: 'Imports go inwards: view does not know element.' },
      { regex: '^(lit|lit-.*|@lit/.*)($|/)', message: 'View is the browser without a framework: no Lit.' },
      { regex: '^d3-', message: "Import from 'd3', the package that package.json names." },
    ]),
  },
  {
    files: ['src/static/**/*.ts'],
    rules: imports([
      {
        regex: '/element/',
        message: 'Without a browser there is no element: core, and the files of view without a DOM.',
      },
      { regex: '^(lit|lit-.*|@lit/.*)($|/)', message: 'Without a browser there is no Lit.' },
    ]),
  },
  {
    files: ['src/embed/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '^\\.\\./|^[^.]',
              allowTypeImports: true,
              message: 'What embeds knows the tag by its public face; of the rings it knows types only.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      // expect(x).to.be.true is an expression; a fixture may be wrong on purpose.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': 'off',
    },
  },
  {
    // What is forbidden is done there, to see that it is noticed.
    files: ['test/**/*.mjs'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['**/*.{js,mjs}'],
    ...tseslint.configs.disableTypeChecked,
  },
  {
    files: ['**/*.{js,mjs}'],
    // Node's names in tools, the browser's in the demo; the type checker does not see these files.
    rules: { ...tseslint.configs.disableTypeChecked.rules, 'no-undef': 'off' },
  },
);
