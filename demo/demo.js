'use strict';

// Every snippet is written from the element, the function or the style sheet beside it, so that it cannot be untrue.

for (const timeline of document.querySelectorAll('report-timeline')) {
  showTag(timeline, addSnippet(timeline.closest('.example').querySelector('.snippets')));
}
writeLines(addSnippet(document.querySelector('[data-function]')), String(logEvents));
showSheet(document.getElementById('almanac-sheet'), document.querySelector('[data-sheet]'));

connectSettings(document.getElementById('settings'), document.querySelector('#attributes report-timeline'));
logEvents(document.querySelector('#events report-timeline'), addLine);
connectMethods(document.getElementById('methods'), document.querySelector('#events report-timeline'));

/** The part that a page of your own would have. */
function logEvents(timeline, log) {
  timeline.addEventListener('timeline-load', log);
  timeline.addEventListener('timeline-error', log);
  timeline.addEventListener('timeline-select', log);
  timeline.addEventListener('timeline-range-change', log);
  timeline.addEventListener('timeline-filter-change', log);
}

function addLine(event) {
  const line = document.createElement('li');
  line.append(
    textElement('span', event.type, 'type'),
    textElement('span', event.source, `source ${event.source}`),
    textElement('span', detailOf(event), 'detail'),
  );
  const log = document.getElementById('log');
  log.prepend(line);
  while (log.children.length > 100) log.lastElementChild.remove();
}

function detailOf(event) {
  const day = (date) => date.toISOString().slice(0, 16).replace('T', ' ');
  switch (event.type) {
    case 'timeline-load':
      return `count ${event.count}, issues ${event.issues.length}`;
    case 'timeline-error':
      return `code ${event.code}: ${event.message}`;
    case 'timeline-select':
      return event.id === null ? 'id null' : `id ${event.id}, when ${event.event.when}`;
    case 'timeline-range-change':
      return `from ${day(event.from)} to ${day(event.to)} UTC`;
    case 'timeline-filter-change':
      return event.off.length > 0 ? `off ${event.off.join(', ')}` : 'none off';
    default:
      return '';
  }
}

function connectMethods(buttons, timeline) {
  const methods = {
    select: () => timeline.select('e24'),
    zoomTo: () => timeline.zoomTo('2016-05-17', '2016-05-19'),
    fit: () => timeline.fit(),
    toSVG: () => save(new Blob([timeline.toSVG()], { type: 'image/svg+xml' }), 'timeline.svg'),
    toPNG: async () => save(await timeline.toPNG(), 'timeline.png'),
    toCSV: () => save(new Blob([timeline.toCSV()], { type: 'text/csv' }), 'timeline.csv'),
  };
  buttons.addEventListener('click', ({ target }) => methods[target.dataset.method]?.());
}

function save(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
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

/** Fallback content: here, paragraphs with links. */
function describeChildren(element) {
  if (element.children.length === 0) return '';
  return `${[...element.children].map((child) => `\n  ${markup(child)}`).join('')}\n`;
}

function markup(node) {
  if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\s+/g, ' ');
  const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${escaped(value)}"`).join('');
  return `<${node.localName}${attributes}>${[...node.childNodes].map(markup).join('')}</${node.localName}>`;
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

/** The rules of a style sheet; a page that was opened as a file may not read them, and then gets a link. */
function showSheet(link, list) {
  try {
    const rules = [...link.sheet.cssRules].map(({ selectorText, style }) => {
      const declarations = style.cssText.split(/;\s*(?![^(]*\))/).filter(Boolean);
      return `${selectorText} {\n${declarations.map((text) => `  ${text};`).join('\n')}\n}`;
    });
    writeLines(addSnippet(list), rules.join('\n'));
  } catch {
    const anchor = textElement('a', 'The style sheet');
    anchor.href = link.href;
    list.append(anchor);
  }
}

/** Adds an empty snippet with a button that copies it; returns the element for its text. */
function addSnippet(list) {
  const figure = document.createElement('figure');
  figure.className = 'snippet';
  const code = document.createElement('code');
  const pre = document.createElement('pre');
  pre.append(code);
  const button = textElement('button', 'Copy');
  button.type = 'button';
  button.addEventListener('click', () => copy(code, button));
  figure.append(pre, button);
  list.append(figure);
  return code;
}

async function copy(code, button) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = 'Copied';
  } catch {
    // Not allowed here: what is selected can be copied by key.
    getSelection().selectAllChildren(code);
    button.textContent = 'Selected';
  }
  setTimeout(() => (button.textContent = 'Copy'), 2000);
}

function textElement(tag, text, className = '') {
  const element = document.createElement(tag);
  element.textContent = text;
  if (className) element.className = className;
  return element;
}
