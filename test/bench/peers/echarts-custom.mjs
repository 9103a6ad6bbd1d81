import { colourOf, readFlat } from '../page/flat-events.mjs';
import { about as shared, mountChart, unmount } from './shared/echarts.mjs';

export const about = {
  ...shared,
  label: 'ECharts, custom series',
  note: 'draws 400 items a frame, so that its short frames show part of the picture',
};

export function mount(place, { text }) {
  const { events, lanes } = readFlat(text);
  const rows = events.map(({ start, end, actor }) => [Date.parse(start), Date.parse(end ?? start), lanes.get(actor)]);
  return mountChart(place, lanes, {
    type: 'custom',
    dimensions: ['start', 'end', 'lane'],
    encode: { x: [0, 1], y: 2 },
    clip: true,
    data: rows,
    renderItem,
  });
}

function renderItem(_, api) {
  const lane = api.value(2);
  const [x, y] = api.coord([api.value(0), lane]);
  const style = { fill: colourOf(lane), opacity: 0.6 };
  if (api.value(1) <= api.value(0)) return { type: 'circle', shape: { cx: x, cy: y, r: 4 }, style };
  const [right] = api.coord([api.value(1), lane]);
  return { type: 'rect', shape: { x, y: y - 4, width: Math.max(1, right - x), height: 8 }, style };
}

export { unmount };
