import { readFlat } from '../page/flat-events.mjs';

const folder = 'test/bench/node_modules/uplot/dist/';
const zoomFactor = 2 ** 0.2;

export const about = {
  label: 'uPlot',
  package: 'uplot',
  note: 'points only, in one series; its wheel and drag are a plugin of ours',
  scripts: [`${folder}uPlot.iife.min.js`],
  styles: [`${folder}uPlot.min.css`],
  zoom: 'wheel',
  pan: 'drag',
};

let plot;

export function mount(place, { text }) {
  const { events, lanes } = readFlat(text);
  // uPlot wants its points in the order of x.
  const seconds = Float64Array.from(events, ({ start }) => Date.parse(start) / 1000);
  const order = Uint32Array.from(events, (_, i) => i).sort((a, b) => seconds[a] - seconds[b]);
  const x = Float64Array.from(order, (i) => seconds[i]);
  const y = Float64Array.from(order, (i) => lanes.get(events[i].actor));
  const names = [...lanes.keys()];
  plot = new globalThis.uPlot(
    {
      width: 1200,
      height: 560,
      plugins: [hands],
      cursor: { drag: { x: false, y: false }, points: { show: false } },
      legend: { show: false },
      scales: { x: { time: true }, y: { range: [-1, names.length] } },
      axes: [
        {},
        { size: 90, splits: () => names.map((_, i) => i), values: (_, splits) => splits.map((i) => names[i]) },
      ],
      series: [{}, { paths: () => null, points: { show: true, size: 7, width: 0, fill: '#1f77b499' } }],
    },
    [x, y],
    place,
  );
}

const hands = { hooks: { ready: ({ over }) => attachHands(over) } };

function attachHands(over) {
  over.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const { min, max } = plot.scales.x;
      const time = plot.posToVal(event.offsetX, 'x');
      const factor = event.deltaY < 0 ? 1 / zoomFactor : zoomFactor;
      plot.setScale('x', { min: time - (time - min) * factor, max: time + (max - time) * factor });
    },
    { passive: false },
  );
  over.addEventListener('mousedown', ({ clientX }) => {
    const { min, max } = plot.scales.x;
    const secondsPerPixel = (max - min) / over.clientWidth;
    const move = (event) => {
      const shift = (clientX - event.clientX) * secondsPerPixel;
      plot.setScale('x', { min: min + shift, max: max + shift });
    };
    const release = new AbortController();
    addEventListener('mousemove', move, release);
    addEventListener('mouseup', () => release.abort(), release);
  });
}

export function unmount() {
  plot.destroy();
  plot = undefined;
}
