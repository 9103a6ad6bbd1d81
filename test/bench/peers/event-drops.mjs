import { readFlat } from '../page/flat-events.mjs';

const folder = 'test/bench/node_modules/event-drops/dist/';

export const about = {
  label: 'event-drops',
  package: 'event-drops',
  note: 'points only; leaves out events that overlap on the screen',
  scripts: ['test/bench/node_modules/d3-4/build/d3.min.js', `${folder}index.js`],
  styles: [`${folder}style.css`],
  // Its file expects the name that Node gives to the window.
  before: 'window.global = window',
  zoom: 'wheel',
  pan: 'drag',
};

let chart;

export function mount(place, { text }) {
  const { events, lanes, from, to } = readFlat(text);
  const rows = [...lanes].map(([name]) => ({ name, data: [] }));
  for (const event of events)
    rows[lanes.get(event.actor)].data.push({ date: new Date(event.start), title: event.title });
  const { d3, eventDrops } = globalThis;
  chart = eventDrops({
    d3,
    metaballs: false,
    range: { start: new Date(from), end: new Date(to) },
    drop: { date: ({ date }) => date, radius: 5 },
    line: { height: 60 },
  });
  d3.select(place).data([rows]).call(chart);
}

export function unmount(place) {
  chart.destroy();
  chart = undefined;
  place.replaceChildren();
}
