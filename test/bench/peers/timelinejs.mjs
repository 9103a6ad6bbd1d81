import { readFlat } from '../page/flat-events.mjs';

const folder = 'test/bench/node_modules/@knight-lab/timelinejs/dist/';

export const about = {
  label: 'TimelineJS',
  package: '@knight-lab/timelinejs',
  note: 'a slide show with a timeline: zooms in 11 steps by buttons, here one call every sixth frame',
  scripts: [`${folder}js/timeline.js`],
  styles: [`${folder}css/timeline.css`],
  zoom: 'api',
  pan: 'drag',
  at: [0.5, 0.85],
};

let timeline;

export async function mount(place, { text }) {
  const { events } = readFlat(text);
  const slides = events.map(({ id, start, end, actor, title, description }) => ({
    unique_id: id,
    start_date: dateOf(start),
    ...(end && { end_date: dateOf(end) }),
    group: actor,
    text: { headline: title, text: description },
  }));
  // Its default font comes from another server.
  const options = { font: null, width: 1200, height: 600, duration: 0, hash_bookmark: false };
  timeline = new globalThis.TL.Timeline(place, { events: slides }, options);
  await new Promise((resolve) => timeline.on('loaded', resolve));
}

function dateOf(text) {
  const date = new Date(text);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

export function zoomStep(i, steps) {
  if (i % 6 > 0) return;
  if (i < steps / 2) timeline.zoomIn();
  else timeline.zoomOut();
}

/** It has no method for this. */
export function unmount(place) {
  timeline = undefined;
  place.replaceChildren();
  place.className = '';
}
