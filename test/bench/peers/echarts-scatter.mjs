import { readFlat } from '../page/flat-events.mjs';
import { about as shared, mountChart, unmount } from './shared/echarts.mjs';

export const about = { ...shared, label: 'ECharts, large scatter', note: 'points only, in one colour' };

export function mount(place, { text }) {
  const { events, lanes } = readFlat(text);
  const points = new Float64Array(events.length * 2);
  events.forEach(({ start, actor }, i) => {
    points[2 * i] = Date.parse(start);
    points[2 * i + 1] = lanes.get(actor);
  });
  return mountChart(place, lanes, {
    type: 'scatter',
    large: true,
    symbolSize: 7,
    dimensions: ['start', 'lane'],
    data: points,
  });
}

export { unmount };
