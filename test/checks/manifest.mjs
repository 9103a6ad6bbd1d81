import { withBuiltPage } from '../support/built-page.mjs';
import { elementSource, slotsAndParts } from '../support/element-source.mjs';
import { readManifest } from '../support/manifest.mjs';
import { readJson } from '../support/repository.mjs';

/** The manifest is made of docstrings; here it is held against the element as it is. */
export const checks = {
  async 'the manifest names what there is'() {
    const manifest = readManifest();
    const real = await withBuiltPage('<report-timeline></report-timeline>', ({ tab }) => tab.evaluate(lookAtElement));
    const { slots, parts } = slotsAndParts();
    const source = elementSource();
    const names = (entries) => entries.map(({ name }) => name);
    const problems = [
      ...differences('attribute', names(manifest.attributes), real.attributes),
      ...differences('control', controlsOf(manifest), controlsOf(source)),
      ...differences('property', names(manifest.properties), real.properties),
      ...differences('method', names(manifest.methods), real.methods),
      ...differences('event', names(manifest.events), [
        ...new Set([...source.matchAll(/super\('(timeline-[\w-]+)'/g)].map((match) => match[1])),
      ]),
      ...manifest.events.flatMap(({ name, fields }) =>
        differences(`field of ${name}`, names(fields), real.events[name] ?? ['(it was not dispatched)']),
      ),
      ...differences('slot', names(manifest.slots), ['', ...slots]),
      ...differences('part', names(manifest.parts), [...parts]),
      ...differences(
        'custom property',
        names(manifest.cssProperties),
        real.cssProperties.map(([name]) => name),
      ),
      ...real.cssProperties.flatMap(([name, value]) => {
        const said = manifest.cssProperties.find((property) => property.name === name)?.default;
        return said === value ? [] : [`custom property ${name}: ${said} is said, and ${value} is so`];
      }),
    ];
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return Object.entries(manifest)
      .map(([kind, { length }]) => `${length} ${kind}`)
      .join(', ');
  },

  'everything in the manifest is described'() {
    const thin = Object.entries(readManifest()).flatMap(([kind, entries]) =>
      entries.flatMap(({ name, description, type, parameters = [], fields = [], ...entry }) => {
        const where = `${kind}: ${name}`;
        const hasType = ['slots', 'parts'].includes(kind) || type || entry.return || entry.syntax;
        return [
          ...(description ? [] : [where]),
          ...(hasType ? [] : [`${where}, its type`]),
          ...[...parameters, ...fields]
            .filter((part) => !part.description || !part.type)
            .map((part) => `${where}, ${part.name}`),
        ];
      }),
    );
    if (thin.length > 0) throw new Error(`Write a docstring, or a better one:\n${thin.join('\n')}`);
  },

  'data for editors'() {
    const { attributes, cssProperties, events } = readManifest();
    const names = (entries = []) => entries.map(({ name }) => name);
    const [code] = readJson('dist/vscode.html-custom-data.json').tags;
    const css = readJson('dist/vscode.css-custom-data.json');
    const webTypes = readJson('dist/web-types.json').contributions;
    const [tag] = webTypes.html.elements;
    const problems = [
      ...differences('attribute for VS Code', names(code.attributes), names(attributes)),
      ...differences('custom property for VS Code', names(css.properties), names(cssProperties)),
      ...differences('attribute for JetBrains', names(tag.attributes), names(attributes)),
      ...differences('event for JetBrains', names(tag.events), names(events)),
      ...differences('custom property for JetBrains', names(webTypes.css.properties), names(cssProperties)),
    ];
    const views = names(code.attributes.find(({ name }) => name === 'view')?.values);
    if (!views.includes('table')) problems.push(`VS Code offers as values of view only ${views}`);
    if (problems.length > 0) throw new Error(problems.join('\n'));
  },
};

/** Parts around the chart: those that the attribute is said to take, or those that the source knows. */
function controlsOf(where) {
  if (typeof where === 'string') {
    const [, names] = /controlNames = \[([^\]]*)\]/.exec(where);
    return [...names.matchAll(/'([\w-]+)'/g)].map((match) => match[1]);
  }
  const { description } = where.attributes.find(({ name }) => name === 'controls');
  return [...description.matchAll(/`([\w-]+)`/g)].map((match) => match[1]).filter((name) => name !== 'none');
}

/** What one list has and the other has not. */
function differences(kind, said, real) {
  return [
    ...said.filter((name) => !real.includes(name)).map((name) => `${kind} "${name}" is said, and there is none`),
    ...real.filter((name) => !said.includes(name)).map((name) => `${kind} "${name}" is not said`),
    ...said.filter((name, i) => said.indexOf(name) !== i).map((name) => `${kind} "${name}" is said twice`),
  ];
}

/** In the page: what the class and its style sheets have, and which fields events have. */
async function lookAtElement() {
  const timeline = document.querySelector('report-timeline');
  const { prototype, observedAttributes } = timeline.constructor;
  const inherited = Object.getPrototypeOf(prototype);
  // The browser's own calls are not for pages.
  const isOwn = ([name]) => !(name in inherited) && !name.endsWith('Callback');
  const own = Object.entries(Object.getOwnPropertyDescriptors(prototype)).filter(isOwn);
  const isMethod = ([, { value }]) => typeof value === 'function';
  const names = (entries) => entries.map(([name]) => name);

  const events = {};
  const keep = (event) => (events[event.type] = Object.keys(event).filter((name) => name !== 'isTrusted'));
  for (const name of ['load', 'error', 'select', 'range-change', 'filter-change'])
    timeline.addEventListener(`timeline-${name}`, keep);
  const heard = (name) => new Promise((resolve) => timeline.addEventListener(name, resolve, { once: true }));
  const after = async (name, act) => {
    const event = heard(name);
    act();
    await event;
  };
  await timeline.ready;
  await after(
    'timeline-load',
    () =>
      (timeline.data = {
        events: [
          { start: '2016-05-14', id: 'a', actor: 'A' },
          { start: '2016-06-14', id: 'b', actor: 'B' },
        ],
      }),
  );
  await after('timeline-select', () => timeline.select('a'));
  await after('timeline-range-change', () => timeline.zoomTo('2016-05-13', '2016-05-20'));
  await after('timeline-filter-change', () => timeline.shadowRoot.querySelector('[part=chip]').click());
  await after('timeline-error', () => (timeline.data = 'no data'));

  const rules = timeline.shadowRoot.adoptedStyleSheets.flatMap(({ cssRules }) => [...cssRules]);
  const text = rules.map(({ cssText }) => cssText).join('\n');
  const used = [...new Set(text.match(/--report-timeline-[\w-]+/g))];
  const rootRules = rules.filter(({ selectorText }) => /^\.root(\[data-scheme="?dark"?\])?$/.test(selectorText ?? ''));
  const defaults = { light: new Map(), dark: new Map() };
  for (const { selectorText, style } of rootRules) {
    for (const name of style) {
      const [, property, value] =
        /^var\((--report-timeline-[\w-]+),\s*([^]*)\)$/.exec(style.getPropertyValue(name)) ?? [];
      if (property) defaults[selectorText.includes('dark') ? 'dark' : 'light'].set(property, value);
    }
  }
  const cssProperties = used.map((property) => {
    const light = defaults.light.get(property);
    const dark = defaults.dark.get(property);
    if (light === undefined) return [property, new RegExp(`${property}, ?([^)]+)\\)`).exec(text)?.[1]];
    return [property, dark === undefined ? light : `light-dark(${light}, ${dark})`];
  });

  return {
    attributes: observedAttributes,
    properties: names(own.filter((entry) => !isMethod(entry))),
    methods: names(own.filter(isMethod)),
    events,
    cssProperties,
  };
}
