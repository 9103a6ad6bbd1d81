'use strict';

// What the first page has besides its snippets; the functions that write those are in page.js.

writeLines(addSnippet(document.querySelector('[data-function]')), String(logEvents));
showSheet(document.getElementById('almanac-sheet'), document.querySelector('[data-sheet]'));

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
