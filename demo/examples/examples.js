'use strict';

// Shows the files of each example as they are.

for (const list of document.querySelectorAll('[data-source]')) void showSource(list);

async function showSource(list) {
  try {
    const response = await fetch(list.dataset.source);
    if (response.ok) writeLines(addSnippet(list), (await response.text()).trimEnd());
  } catch {
    // A page that was opened as a file may not read others; the link is there.
  }
}
