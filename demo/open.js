'use strict';

// Opens files that are on the reader's device. They are read in the page; its policy allows its scripts no connection.

const timeline = document.getElementById('timeline');
const opener = document.getElementById('opener');
const input = document.getElementById('file');
const pasted = document.getElementById('pasted');
const status = document.getElementById('status');

connectFile(input, timeline);
writeLines(addSnippet(document.querySelector('[data-function]')), String(connectFile));

/** The part that a page of your own would have. */
function connectFile(input, timeline) {
  input.addEventListener('change', () => {
    const [file] = input.files;
    if (file) timeline.data = file;
  });
}

/** What is open, in the words of the page: `name` is of a file, or says that it was pasted. */
let opened = '';
/** The reader has asked for it, and has not seen it yet. */
let isAwaited = false;

input.addEventListener('change', () => {
  if (input.files[0]) announce(nameOf(input.files[0]));
});
// Else the same file, mended meanwhile, could not be opened again.
input.addEventListener('click', () => (input.value = ''));

document.getElementById('paste').addEventListener('click', () => {
  if (!pasted.value.trim()) return pasted.focus();
  input.value = '';
  // Else the same text once more would be no change, and nothing would be said of it.
  timeline.data = null;
  timeline.data = pasted.value;
  announce(status.dataset.pasted);
});

document.getElementById('close').addEventListener('click', () => {
  timeline.hidden = true;
  timeline.data = null;
  input.value = '';
  pasted.value = '';
  opened = '';
  say('');
  input.focus();
});

// A file that is dropped beside the target would take the place of the page otherwise; so the whole page is the target.
addEventListener('dragover', (event) => {
  if (!hasFiles(event)) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'copy';
  opener.classList.add('awaits');
});
addEventListener('dragleave', ({ relatedTarget }) => {
  if (!relatedTarget) opener.classList.remove('awaits');
});
addEventListener('drop', (event) => {
  opener.classList.remove('awaits');
  if (!hasFiles(event)) return;
  event.preventDefault();
  const [file, ...others] = event.dataTransfer.files;
  if (!file) return;
  const chosen = new DataTransfer();
  chosen.items.add(file);
  input.files = chosen.files;
  timeline.data = file;
  announce(others.length > 0 ? `${nameOf(file)} ${status.dataset.one}` : nameOf(file));
});

timeline.addEventListener('timeline-load', () => {
  if (timeline.hidden) return;
  const { format } = timeline.account ?? {};
  say(opened, format);
  show();
});
timeline.addEventListener('timeline-error', () => {
  if (timeline.hidden) return;
  say(opened);
  show();
});

function hasFiles({ dataTransfer }) {
  return dataTransfer?.types.includes('Files') ?? false;
}

function announce(text) {
  opened = text;
  isAwaited = true;
  timeline.hidden = false;
  say(text);
}

function nameOf({ name, size }) {
  const unit = size < 1e6 ? 'kilobyte' : 'megabyte';
  const number = Math.max(size / (unit === 'kilobyte' ? 1e3 : 1e6), 0.1);
  const { lang } = document.documentElement;
  const length = new Intl.NumberFormat(lang, { style: 'unit', unit, maximumSignificantDigits: 2 }).format(number);
  // A name of Latin letters stays in one piece in an Arabic sentence, and the other way round.
  return `\u2068${name}\u2069 (${length})`;
}

/** Says what is open and how it was read, with a link to what becomes of its fields. */
function say(text, format) {
  status.replaceChildren(text);
  document.getElementById('close').hidden = text === '';
  const option = [...opener.elements.format.options].find(({ value }) => value === format);
  if (!option) return;
  const link = textElement('a', status.dataset.how);
  link.href = `formats/${option.dataset.page}.html`;
  link.hreflang = 'en';
  status.append(` ${status.dataset.as.replace('{format}', option.textContent)} `, link);
}

/** Below the form the timeline may be out of sight, on a phone above all. */
function show() {
  if (!isAwaited) return;
  isAwaited = false;
  if (timeline.getBoundingClientRect().top > innerHeight * 0.6) opener.querySelector('.opened').scrollIntoView();
}
