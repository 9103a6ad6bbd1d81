import { readJson } from './repository.mjs';

/** What the manifest says of the element and of its events, by kind. */
export function readManifest() {
  const { declarations } = readJson('dist/custom-elements.json').modules[0];
  const element = declarations.find(({ tagName }) => tagName === 'report-timeline');
  const members = element.members.filter((member) => !member.static);
  const fieldsOf = (type) => declarations.find(({ name }) => name === type)?.members ?? [];
  return {
    attributes: element.attributes,
    properties: members.filter(({ kind }) => kind === 'field'),
    methods: members.filter(({ kind }) => kind === 'method'),
    events: element.events.map((event) => ({ ...event, fields: fieldsOf(event.type.text) })),
    slots: element.slots,
    parts: element.cssParts,
    cssProperties: element.cssProperties,
  };
}
