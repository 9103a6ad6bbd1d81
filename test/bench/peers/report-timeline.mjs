/** Ours: the built script, as a page has it. */
export const about = {
  label: 'report-timeline (this project)',
  scripts: ['dist/report-timeline.js'],
  zoom: 'wheel',
  // A wheel alone scrolls the page.
  wheelModifier: 'ctrl',
  pan: 'drag',
};

/** Says when the page's own JSON.parse was done. The next task is the element's: a page, too, gets data and sets them. */
export async function mount(place, { by, text, url }) {
  place.style.height = 'auto';
  const element = document.createElement('report-timeline');
  let parsed;
  if (by === 'src') element.src = url;
  else if (by === 'text') element.data = text;
  else {
    element.data = JSON.parse(text);
    parsed = performance.now();
    await new Promise((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  }
  place.append(element);
  await element.ready;
  return parsed;
}

export const unmount = (place) => place.replaceChildren();
const inside = (place, selector) => place.firstElementChild.shadowRoot.querySelector(selector);
export const chart = (place) => inside(place, '.lanes') ?? inside(place, '[part~="chart"]');

/** All in view, after the animation. Turns that come faster than frames are joined, so that out does not always undo in. */
export async function reset(place) {
  place.firstElementChild.fit();
  await new Promise((resolve) => setTimeout(resolve, 600));
}

/** What it says of how many events there are, with all in view: in its lanes together, and in the line below the chart. */
export async function figures(place) {
  await reset(place);
  const digits = (node) => Number(node?.textContent.replace(/,/g, '').match(/\d+/)?.[0] ?? NaN);
  const lanes = [...place.firstElementChild.shadowRoot.querySelectorAll('.lane-label .count')];
  return { inLanes: lanes.reduce((sum, lane) => sum + digits(lane), 0), status: inside(place, '.status')?.textContent };
}
