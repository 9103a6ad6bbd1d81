'use strict';

// Builds the lines that put a timeline on a page. The form sets the attributes of the preview (page.js); what is written
// is read from there.

const preview = document.getElementById('preview');
const builder = document.getElementById('builder');
const filesAt = document.getElementById('files-at');
const colours = [...builder.querySelectorAll('[type=color]')];
const fields = [...new Set([...builder.elements].map(({ name }) => name).filter(Boolean))];

const writers = {
  tag: ({ attributes, folder }) =>
    `<script src="${escaped(folder)}report-timeline.js"></script>\n${tagOf(attributes, inHtml)}`,
  css: ({ colours }) =>
    `report-timeline {\n${colours.map(([name, value]) => `  --report-timeline-${name}: ${value};\n`).join('')}}`,
  frame: ({ attributes, folder, title }) => {
    const query = new URLSearchParams(attributes).toString();
    const address = `${folder}embed.html${query && `?${query}`}`;
    const pairs = [
      ['src', address],
      ['title', title],
      ['width', '100%'],
      ['height', '600'],
      ['loading', 'lazy'],
      ['allow', 'clipboard-write'],
      ['frameborder', '0'],
    ];
    const lines = pairs.map((pair) => `\n  ${inHtml(pair)}`).join('');
    return `<iframe${lines}\n  data-report-timeline></iframe>\n<script src="${escaped(folder)}embed.js" async></script>`;
  },
  react: ({ attributes }) =>
    `import 'report-timeline/react';\n\nexport function Timeline() {\n` +
    `  return ${indented(tagOf(attributes, inJsx, true), '  ')};\n}`,
  vue: ({ attributes }) =>
    `<script setup>\nimport 'report-timeline/vue';\n</script>\n\n<template>\n  ${indented(tagOf(attributes, inHtml), '  ')}\n</template>`,
  svelte: ({ attributes }) =>
    `<script>\n  import 'report-timeline/svelte';\n</script>\n\n${tagOf(attributes, inSvelte)}`,
};
const codes = Object.fromEntries(
  Object.keys(writers).map((form) => [form, addSnippet(document.getElementById(`as-${form}`))]),
);

let painted = '';

readAddress();
new MutationObserver(follow).observe(preview, { attributes: true });
preview.addEventListener('timeline-load', follow);
preview.addEventListener('timeline-load', nameEvents);
preview.addEventListener('timeline-error', follow);
builder.addEventListener('change', follow);
builder.addEventListener('reset', () => setTimeout(follow));
document.getElementById('width').addEventListener('change', ({ target }) => {
  document.getElementById('stage').className = target.value;
});
follow();

/** What is set: attributes and colours that are not the default, and what belongs to the lines alone. */
function configuration() {
  return {
    attributes: fields.filter((name) => preview.hasAttribute(name)).map((name) => [name, preview.getAttribute(name)]),
    colours: colours.filter(({ value, defaultValue }) => value !== defaultValue).map(({ id, value }) => [id, value]),
    folder: filesAt.value.trim().replace(/[^/]$/, '$&/'),
    title: preview.shadowRoot?.querySelector('section')?.ariaLabel ?? 'Timeline',
  };
}

function follow() {
  const now = configuration();
  for (const [form, code] of Object.entries(codes)) {
    const text = writers[form](now);
    if (code.textContent !== text) writeLines(code, text);
  }
  document.getElementById('colours').hidden = now.colours.length === 0;
  paint(now.colours);
  writeAddress(now);
  void sayWhatIsWrong();
}

/** Custom properties have no event: a timeline that comes into the page anew reads its colours again. */
function paint(chosen) {
  if (painted === String(chosen)) return;
  painted = String(chosen);
  for (const { id } of colours) preview.style.removeProperty(`--report-timeline-${id}`);
  for (const [name, value] of chosen) preview.style.setProperty(`--report-timeline-${name}`, value);
  preview.parentElement.append(preview);
}

/** What the timeline says of its attributes, beside the fields. */
async function sayWhatIsWrong() {
  await preview.ready;
  const issues = preview.issues.filter(({ code }) => code === 'invalid-attribute');
  for (const name of fields) {
    const text = issues
      .filter(({ path }) => path === name)
      .map(({ message }) => message)
      .join(' ');
    const field = document.getElementById(name);
    const note = document.getElementById(`wrong-${name}`) ?? addNote(field);
    if (note.textContent !== text) note.textContent = text;
    if (text) field?.setAttribute('aria-invalid', 'true');
    else field?.removeAttribute('aria-invalid');
  }
}

function addNote(field) {
  const note = textElement('p', '', 'wrong');
  note.id = `wrong-${field.id}`;
  note.setAttribute('aria-live', 'polite');
  field.setAttribute('aria-describedby', note.id);
  field.parentElement.append(note);
  return note;
}

/** The ids that `event` can have; a long list would help nobody. */
function nameEvents() {
  const options = preview.events.slice(0, 200).map(({ id }) => {
    const option = document.createElement('option');
    option.value = id;
    return option;
  });
  document.getElementById('events').replaceChildren(...options);
}

/** Sets the fields as the address of this page says; what it does not say is the default. */
function readAddress() {
  builder.reset();
  const query = new URLSearchParams(location.search);
  for (const [name, value] of query) {
    if (name === 'controls') {
      const wanted = value.split(/[\s,]+/);
      for (const box of builder.querySelectorAll('[name=controls]')) box.checked = wanted.includes(box.value);
    } else if (fields.includes(name)) builder.elements[name].value = value;
    else if (name === 'files-at') filesAt.value = value;
    else colours.filter(({ id }) => id === name).forEach((field) => (field.value = value));
  }
  builder.dispatchEvent(new Event('change'));
}

function writeAddress({ attributes, colours }) {
  const query = new URLSearchParams([...attributes, ...colours]);
  if (filesAt.value !== filesAt.defaultValue) query.append('files-at', filesAt.value);
  try {
    history.replaceState(null, '', `${location.pathname}${query.size > 0 ? `?${query}` : ''}${location.hash}`);
  } catch {
    // A page that was opened as a file may not change its address.
  }
}

/** On one line if it is short, else with a line for each attribute. `isClosed`: the form that ends in itself. */
function tagOf(attributes, write, isClosed = false) {
  const parts = attributes.map(write);
  const isLong = parts.join(' ').length > 40;
  const written = parts.map((part) => (isLong ? `\n  ${part}` : ` ${part}`)).join('');
  const end = isLong ? '\n' : '';
  return isClosed ? `<report-timeline${written}${end || ' '}/>` : `<report-timeline${written}${end}></report-timeline>`;
}

function indented(text, indent) {
  return text.replaceAll('\n', `\n${indent}`);
}

function inHtml([name, value]) {
  return `${name}="${escaped(value)}"`;
}

/** A text between quotes knows entities and no backslash; what has such characters is a JavaScript text in braces. */
function inJsx([name, value]) {
  return /^[^"&\\]*$/.test(value) ? `${name}="${value}"` : `${name}={${JSON.stringify(value)}}`;
}

/** Braces hold expressions, also between quotes. */
function inSvelte([name, value]) {
  return `${name}="${escaped(value).replaceAll('{', '&#123;').replaceAll('}', '&#125;')}"`;
}
