import { readFlat } from '../page/flat-events.mjs';

const day = 86_400_000;

export const about = {
  label: 'timelines-chart',
  package: 'timelines-chart',
  note: 'has no wheel zoom: one call of zoomX a frame; its drag selects a range; an instant is a bar of a day',
  scripts: ['test/bench/node_modules/timelines-chart/dist/timelines-chart.min.js'],
  zoom: 'api',
  pan: 'none',
};

let chart;
let extent;

export async function mount(place, { text }) {
  const { events, lanes, from, to } = readFlat(text);
  const rows = [...lanes].map(([name]) => ({ group: name, data: [{ label: name, data: [] }] }));
  for (const { actor, start, end, title } of events) {
    const time = Date.parse(start);
    rows[lanes.get(actor)].data[0].data.push({
      timeRange: [time, end ? Date.parse(end) : time + day],
      val: actor,
      title,
    });
  }
  extent = [from, to];
  chart = new globalThis.TimelinesChart(place);
  chart.width(1200).maxHeight(560).maxLineHeight(60).zQualitative(true).enableAnimations(false).data(rows);
  // It draws in a later task and does not say when.
  while (!place.querySelector('.series-segment')) await new Promise((resolve) => setTimeout(resolve, 4));
}

/** The same factor a step as a turn of D3's wheel: 2 ** 0.2. */
export function zoomStep(i, steps) {
  const depth = i < steps / 2 ? i + 1 : steps - i - 1;
  const middle = (extent[0] + extent[1]) / 2;
  const half = (extent[1] - extent[0]) / 2 / 2 ** (0.2 * depth);
  chart.zoomX([new Date(middle - half), new Date(middle + half)]);
}

export function unmount(place) {
  chart._destructor?.();
  chart = undefined;
  place.replaceChildren();
}
