'use strict';

// Writes the reference from the manifest, as text: nothing of it becomes markup but `code`.

void writeReference();

async function writeReference() {
  try {
    const response = await fetch('../dist/custom-elements.json');
    if (!response.ok) throw new Error(response.statusText);
    const { declarations } = (await response.json()).modules[0];
    const element = declarations.find(({ tagName }) => tagName);
    const members = element.members.filter((member) => !member.static);
    const fieldsOf = (event) => declarations.find(({ name }) => name === event.type.text)?.members ?? [];

    fill('attributes', element.attributes, describeAttribute);
    fill(
      'properties',
      members.filter(({ kind, attribute }) => kind === 'field' && !attribute),
      describeProperty,
    );
    fill(
      'methods',
      members.filter(({ kind }) => kind === 'method'),
      describeMethod,
    );
    fill('events', element.events, (event) => [...paragraph(event.description), ...list(fieldsOf(event))]);
    fill('slots', element.slots, ({ description }) => paragraph(description));
    fill('parts', element.cssParts, ({ description }) => paragraph(description));
    fill('custom-properties', element.cssProperties, describeCustomProperty);
  } catch {
    document.getElementById('failure').textContent =
      'The manifest could not be read. It is made by "npm run build", and a page that was opened as a file may not read it.';
    return;
  }
  // What the address names is there only now.
  if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
}

/** An entry for each, with an address of its own; `describe` gives what stands below its name. */
function fill(kind, entries, describe) {
  const place = document.querySelector(`[data-entries="${kind}"]`);
  place.replaceChildren(
    ...entries.map((entry) => {
      const section = document.createElement('section');
      section.className = 'entry';
      section.id = `${kind}-${entry.name.replace(/^-+/, '') || 'default'}`;
      const heading = document.createElement('h3');
      const link = document.createElement('a');
      link.href = `#${section.id}`;
      link.append(textElement('code', entry.name || '(default)'));
      heading.append(link);
      section.append(heading, ...describe(entry));
      return section;
    }),
  );
}

function describeAttribute({ type, default: standard, fieldName, description }) {
  const facts = [fact('', type.text), fact('default', standard)];
  if (fieldName) facts.push(fact('property', fieldName));
  return [factsOf(facts), ...paragraph(description)];
}

function describeProperty({ type, readonly, description }) {
  const facts = [fact('', type.text)];
  if (readonly) facts.push(['read only']);
  return [factsOf(facts), ...paragraph(description)];
}

function describeMethod(method) {
  const { name, parameters = [], description } = method;
  const types = parameters.map((parameter) => {
    const { name, type, default: standard, optional } = parameter;
    return `${name}${optional ? '?' : ''}: ${type?.text ?? 'unknown'}${standard ? ` = ${standard}` : ''}`;
  });
  const signature = `${name}(${types.join(', ')}): ${method.return.type.text}`;
  return [factsOf([fact('', signature)]), ...paragraph(description), ...list(parameters)];
}

function describeCustomProperty({ syntax, default: standard, description }) {
  const line = factsOf([fact('', syntax), fact('default', standard)]);
  for (const colour of standard.match(/#[0-9a-f]{6}/gi) ?? []) {
    const swatch = textElement('span', '', 'swatch');
    swatch.style.backgroundColor = colour;
    line.append(swatch);
  }
  return [line, ...paragraph(description)];
}

/** What it is called, and the thing itself in the type of code. */
function fact(label, text) {
  return text === undefined ? [] : [label && `${label} `, textElement('code', text)];
}

function factsOf(facts) {
  const line = document.createElement('p');
  line.className = 'facts-line';
  line.append(
    ...facts
      .filter(({ length }) => length > 0)
      .map((parts) => {
        const span = document.createElement('span');
        span.append(...parts);
        return span;
      }),
  );
  return line;
}

/** Its fields or parameters, by name. */
function list(parts) {
  if (parts.length === 0) return [];
  const dl = document.createElement('dl');
  for (const { name, type, description = '' } of parts) {
    const term = document.createElement('dt');
    term.append(textElement('code', name));
    const details = document.createElement('dd');
    details.append(textElement('code', type?.text ?? ''), ...paragraph(description));
    const row = document.createElement('div');
    row.append(term, details);
    dl.append(row);
  }
  return [dl];
}

/** A sentence with a capital and a full stop, what stands between backticks as code. */
function paragraph(text = '') {
  if (!text) return [];
  const flowing = text.replace(/\s+/g, ' ').trim();
  const sentence = `${flowing[0].toUpperCase()}${flowing.slice(1)}${/[.:]$/.test(flowing) ? '' : '.'}`;
  const line = document.createElement('p');
  line.append(...sentence.split('`').map((part, i) => (i % 2 === 1 ? textElement('code', part) : part)));
  return [line];
}
