'use strict';

const timeline = document.getElementById('timeline');

// An attribute may change at any time.
document.getElementById('lanes').addEventListener('change', ({ target }) => {
  timeline.setAttribute('group-by', target.value);
});

// What is no text is a property: an object, or a file, which is read here and goes nowhere.
document.getElementById('file').addEventListener('change', ({ target }) => {
  timeline.data = target.files[0] ?? null;
});

document.getElementById('fit').addEventListener('click', () => timeline.fit());

timeline.addEventListener('timeline-select', ({ event }) => {
  document.getElementById('chosen').textContent = event ? `${textOf(event.title)} (${event.when ?? 'no date'})` : '';
});

/** A text is a string, or one for each language. */
function textOf(text) {
  return typeof text === 'string' ? text : (text.en ?? Object.values(text)[0]);
}
