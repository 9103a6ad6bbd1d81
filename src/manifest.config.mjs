import { mkdirSync, writeFileSync } from 'node:fs';
import { getVsCodeCssCustomData, getVsCodeHtmlCustomData } from 'custom-element-vs-code-integration';
import { getWebTypesData } from 'custom-element-jet-brains-integration';

/**
 * The element's public face for tools: `custom-elements.json`, and what editors make of it. All of it comes from the
 * docstrings of the class and its events; `test/checks/manifest.mjs` holds it against the element itself.
 */
const outdir = 'dist';
/** What a page loads, whatever file of ours a declaration stands in. */
const published = 'dist/report-timeline.mjs';

export default {
  globs: ['src/index.ts', 'src/element/report-timeline.ts', 'src/element/events.ts'],
  outdir,
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [documentedAttributes(), fieldsOfEvents(), onlyPublic(), forEditors()],
};

/** The analyzer gives an attribute the type of its property, which may be any text; the docstring says which texts count. */
function documentedAttributes() {
  const types = new Map();
  return {
    name: 'documented-attributes',
    analyzePhase({ ts, node }) {
      if (!ts.isClassDeclaration(node)) return;
      for (const [, type, attribute] of docs(node).matchAll(/@attr \{([^}]+)\} \[?([\w-]+)/g)) {
        types.set(attribute, type.replace(/\s*\n\s*\*\s*/g, ' '));
      }
    },
    packageLinkPhase({ customElementsManifest }) {
      const order = [...types.keys()];
      for (const { attributes = [], members } of declarationsOf(customElementsManifest)) {
        attributes.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
        for (const attribute of attributes) {
          if (types.has(attribute.name)) attribute.type = { text: types.get(attribute.name) };
          // What is said of an attribute holds for its property.
          const field = members.find((member) => member.attribute === attribute.name);
          if (field) field.description ??= attribute.description;
        }
      }
    },
  };
}

/** Those of an event are the parameters of its constructor, which the analyzer does not follow. */
function fieldsOfEvents() {
  const fields = new Map();
  return {
    name: 'fields-of-events',
    analyzePhase({ ts, node }) {
      if (!ts.isConstructorDeclaration(node)) return;
      const own = node.parameters.filter(({ modifiers }) => modifiers?.length > 0);
      fields.set(
        node.parent.name.text,
        own.map((parameter) => ({
          kind: 'field',
          name: parameter.name.getText(),
          privacy: 'public',
          readonly: true,
          type: { text: parameter.type.getText() },
          description: docs(parameter).replace(/^\s*\/\*\*\s*|\s*\*\/\s*$/g, ''),
        })),
      );
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const declaration of declarationsOf(customElementsManifest)) {
        const own = fields.get(declaration.name) ?? [];
        if (own.length > 0) declaration.members = [...own, ...declaration.members];
      }
    },
  };
}

/** Leaves out what is nobody's business, and names the file that the package has instead of the source. */
function onlyPublic() {
  return {
    name: 'only-public',
    packageLinkPhase({ customElementsManifest }) {
      const modules = customElementsManifest.modules;
      const all = declarationsOf(customElementsManifest).filter(({ kind }) => kind === 'class');
      for (const declaration of all) {
        declaration.members = declaration.members.filter(({ privacy }) => privacy !== 'private').map(withoutOrigin);
        // One that the source dispatches is listed a second time, without a name.
        declaration.events = declaration.events?.filter(({ name }) => name);
        for (const { parameters = [] } of declaration.members) parameters.forEach(inferType);
        for (const property of declaration.cssProperties ?? []) {
          property.syntax = property.type.text;
          delete property.type;
        }
        if (declaration.superclass?.module) declaration.superclass = { name: 'Event' };
      }
      const reference = (declaration) => ({ name: declaration.name, module: published });
      const exported = modules.flatMap(({ exports }) => exports);
      const tag = exported.find(({ kind }) => kind === 'custom-element-definition');
      const element = all.find(({ tagName }) => tagName);
      customElementsManifest.modules = [
        {
          kind: 'javascript-module',
          path: published,
          declarations: all,
          exports: [
            { kind: 'js', name: element.name, declaration: reference(element) },
            { ...tag, declaration: reference(element) },
          ],
        },
      ];
    },
  };
}

/** Data for Visual Studio Code (and what reads its format), and for the editors of JetBrains. */
function forEditors() {
  return {
    name: 'for-editors',
    packageLinkPhase({ customElementsManifest }) {
      mkdirSync(outdir, { recursive: true });
      const options = { outdir, hideLogs: true, packageJson: false };
      const write = (file, text) =>
        writeFileSync(`${outdir}/${file}`, `${JSON.stringify(JSON.parse(text), null, 2)}\n`);
      // They change what they are given.
      const copy = () => structuredClone(customElementsManifest);
      write('vscode.html-custom-data.json', getVsCodeHtmlCustomData(copy(), options));
      write('vscode.css-custom-data.json', getVsCodeCssCustomData(copy(), options));
      write('web-types.json', getWebTypesData(copy(), options));
    },
  };
}

function withoutOrigin({ inheritedFrom: _, ...member }) {
  return member.name === 'source' ? { ...member, default: undefined } : member;
}

function inferType(parameter) {
  if (!parameter.type && /^\d+$/.test(parameter.default ?? '')) parameter.type = { text: 'number' };
}

const declarationsOf = ({ modules }) => modules.flatMap(({ declarations }) => declarations);

const docs = (node) => (node.jsDoc ?? []).map((doc) => doc.getText()).join('\n');
