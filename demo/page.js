'use strict';

// What the pages share. Every snippet is written from the element or the file beside it, so that it cannot be untrue.

const words =
  document.documentElement.lang === 'ar'
    ? { copy: 'نسخ', copied: 'نُسخ', selected: 'حُدّد' }
    : { copy: 'Copy', copied: 'Copied', selected: 'Selected' };

/** Elements whose children stand on lines of their own. */
const holdsLines = /^(table|thead|tbody)$/;

for (const timeline of document.querySelectorAll('.example report-timeline')) {
  const list = timeline
    .closest('.example')
    .querySelector('.snippets:not([data-function], [data-sheet], [data-file-of])');
  if (list) showTag(timeline, addSnippet(list));
}
for (const list of document.querySelectorAll('[data-file-of]')) {
  showFile(document.getElementById(list.dataset.fileOf), list);
}
for (const form of document.querySelectorAll('form[data-for]')) {
  connectSettings(form, document.getElementById(form.dataset.for));
}

/** Writes the tag as it is now, and again whenever an attribute changes. */
function showTag(timeline, code) {
  const script = 'script' in code.closest('.snippets').dataset ? describeScript() : '';
  const write = () => writeLines(code, script + describeTag(timeline));
  new MutationObserver(write).observe(timeline, { attributes: true });
  write();
}

/** The one script that a page needs. */
function describeScript() {
  const file = document.querySelector('script[src*="report-timeline"]').getAttribute('src').split('/').pop();
  return `<script src="${file}"></script>\n`;
}

/** On one line if it is short, else with a line for each attribute. */
function describeTag(element) {
  const tag = element.localName;
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${escaped(value)}"`);
  const isLong = attributes.join('').length > 20;
  const written = isLong ? `${attributes.map((text) => `\n ${text}`).join('')}\n` : attributes.join('');
  return `<${tag}${written}>${describeChildren(element)}</${tag}>`;
}

/** What stands between the tags: fallback content, or the data themselves. */
function describeChildren(element) {
  if (element.children.length === 0) return '';
  return `${[...element.children].map((child) => `\n  ${markup(child, '  ')}`).join('')}\n`;
}

/** `indent`: the white space before the line on which it begins. */
function markup(node, indent) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\s+/g, ' ');
  const tag = node.localName;
  const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${escaped(value)}"`).join('');
  return `<${tag}${attributes}>${contents(node, indent)}</${tag}>`;
}

function contents(node, indent) {
  // Its lines are data, and stay as they are.
  if (node.localName === 'script') return `\n${withoutIndent(node.textContent)}\n${indent}`;
  // Cells in one line.
  if (node.localName === 'tr') return [...node.children].map((cell) => markup(cell, indent)).join('');
  if (!holdsLines.test(node.localName))
    return [...node.childNodes]
      .map((child) => markup(child, indent))
      .join('')
      .trim();
  const inside = `${indent}  `;
  const lines = [...node.children].map((child) => inside + markup(child, inside));
  return `\n${lines.join('\n')}\n${indent}`;
}

/** The lines as they would stand at the edge. */
function withoutIndent(text) {
  const lines = text.replace(/^(\s*\n)+|\s+$/g, '').split('\n');
  const least = Math.min(...lines.filter((line) => line.trim()).map((line) => line.search(/\S/)));
  return lines.map((line) => line.slice(least)).join('\n');
}

function escaped(value) {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

/** A block for each line, so that what is too long goes on further in; names of tags do not break and are bold. */
function writeLines(code, text) {
  const lines = text.split(/(?<=\n)/).map((line) => {
    const parts = line.split(/(<\/?(?:report-timeline|script)>?|^>)/);
    const element = textElement('span', '', 'line');
    element.append(...parts.map((part, index) => (index % 2 === 1 ? textElement('b', part) : part)));
    return element;
  });
  code.replaceChildren(...lines);
}

/** Fields become attributes; an empty field, and a set of boxes that are all ticked, is the default. */
function connectSettings(form, timeline) {
  const names = [...new Set([...form.elements].map(({ name }) => name).filter(Boolean))];
  const boxes = [...form.elements].filter(({ type }) => type === 'checkbox');

  const valueOf = (name) => {
    if (name !== 'controls') return form.elements[name].value.trim();
    const ticked = boxes.filter(({ checked }) => checked).map(({ value }) => value);
    if (ticked.length === boxes.length) return '';
    return ticked.join(' ') || 'none';
  };
  const apply = () => {
    for (const name of names) {
      const value = valueOf(name);
      if (value === '') timeline.removeAttribute(name);
      else if (value !== timeline.getAttribute(name)) timeline.setAttribute(name, value);
    }
  };

  form.addEventListener('change', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields have their old values until the event is over.
  form.addEventListener('reset', () => setTimeout(apply));
  // Browsers keep what was typed before a reload.
  apply();
}

/** Shows how the file of a timeline begins, and again when it has another. */
function showFile(timeline, list) {
  const lines = Number(list.dataset.lines ?? 3);
  const write = async () => {
    const src = timeline.getAttribute('src');
    const link = textElement('a', src.split('/').pop());
    link.href = src;
    const caption = document.createElement('p');
    caption.append(link);
    list.replaceChildren(caption);
    try {
      const text = await (await fetch(src)).text();
      if (src !== timeline.getAttribute('src')) return;
      const all = text.trimEnd().split('\n');
      const code = addSnippet(list);
      writeLines(code, all.slice(0, lines).join('\n') + (all.length > lines ? '\n…' : ''));
      if (/^[^a-z]*[\u0600-\u06ff]/i.test(text)) turnLines(code);
    } catch {
      // A page that was opened as a file may not read others; the link is there.
    }
  };
  new MutationObserver(write).observe(timeline, { attributeFilter: ['src'] });
  void write();
}

/** A table in Arabic is read from the right; each cell by itself, or the numbers of two would join. */
function turnLines(code) {
  code.closest('figure').dir = 'rtl';
  for (const line of code.children) {
    line.replaceChildren(...line.textContent.split(/(?=,)|(?<=,)/).map((part) => textElement('bdi', part)));
  }
}

/** Adds an empty snippet with a button that copies it; returns the element for its text. */
function addSnippet(list) {
  const figure = document.createElement('figure');
  figure.className = 'snippet';
  const code = document.createElement('code');
  const pre = document.createElement('pre');
  pre.append(code);
  const button = textElement('button', words.copy);
  button.type = 'button';
  button.addEventListener('click', () => copy(code, button));
  figure.append(pre, button);
  list.append(figure);
  return code;
}

async function copy(code, button) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = words.copied;
  } catch {
    // Not allowed here: what is selected can be copied by key.
    getSelection().selectAllChildren(code);
    button.textContent = words.selected;
  }
  setTimeout(() => (button.textContent = words.copy), 2000);
}

function textElement(tag, text, className = '') {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}
