import { colourOf, readFlat } from '../page/flat-events.mjs';

const [left, right, bottom] = [90, 1190, 576];
/** More points than this in a lane are drawn as what they come to in each column of pixels. */
const mostPoints = 600;

export const about = {
  label: 'canvas, the lower bound',
  package: 'd3',
  note: 'ours: times sorted in typed arrays, a column of pixels at a time; no labels, no rows, nothing for keys or ears',
  scripts: ['test/bench/node_modules/d3/dist/d3.min.js'],
  zoom: 'wheel',
  pan: 'drag',
};

export function mount(place, { text }) {
  const { d3 } = globalThis;
  const { events, lanes, from, to } = readFlat(text);
  const lanesOf = (wanted) => sortedLanes(events, lanes, wanted);
  const points = lanesOf(({ end }) => !end).map(({ starts }) => starts);
  const spans = lanesOf(({ end }) => end).map(({ starts, order }) => {
    const ends = Float64Array.from(order, (i) => Date.parse(events[i].end));
    return { starts, ends, longest: ends.reduce((most, end, i) => Math.max(most, end - starts[i]), 0) };
  });

  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: 1200, height: 600 });
  canvas.style.display = 'block';
  place.append(canvas);
  const context = canvas.getContext('2d');
  const whole = d3.scaleUtc([from, to], [left, right]);
  const laneHeight = bottom / lanes.size;

  const draw = (scale) => {
    context.clearRect(0, 0, 1200, 600);
    for (const [name, lane] of lanes) {
      const middle = laneHeight * (lane + 0.5);
      context.fillStyle = '#333';
      context.fillText(name, 4, middle);
      context.fillStyle = colourOf(lane);
      drawSpans(context, spans[lane], scale, middle - 12);
      drawPoints(context, points[lane], scale, middle + 8, laneHeight * 0.4);
    }
    context.fillStyle = '#333';
    const format = scale.tickFormat(10);
    for (const tick of scale.ticks(10)) context.fillText(format(tick), scale(tick), bottom + 16);
  };
  draw(whole);

  let frame = 0;
  const redraw = ({ transform }) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => draw(transform.rescaleX(whole)));
  };
  d3.select(canvas).call(d3.zoom().on('zoom', redraw));
}

/** Of each lane the times of the wanted events, sorted, and which event each is: both in one number until it is sorted. */
function sortedLanes(events, lanes, isWanted) {
  const room = 2 ** 21;
  const keys = [...lanes].map(() => []);
  events.forEach((event, i) => {
    if (isWanted(event)) keys[lanes.get(event.actor)].push((Date.parse(event.start) / 1000) * room + i);
  });
  return keys.map((list) => {
    const sorted = new Float64Array(list).sort();
    return {
      starts: sorted.map((key) => Math.floor(key / room) * 1000),
      order: Uint32Array.from(sorted, (key) => key - Math.floor(key / room) * room),
    };
  });
}

function drawSpans(context, { starts, ends, longest }, scale, top) {
  const { d3 } = globalThis;
  const [from, to] = [left, right].map((x) => Number(scale.invert(x)));
  let covered = left;
  for (let i = d3.bisectLeft(starts, from - longest); i < starts.length && starts[i] < to; i++) {
    const x = Math.max(covered, scale(starts[i]));
    const end = Math.min(right, Math.max(scale(ends[i]), x + 1));
    // What lies under a bar that is drawn already adds nothing.
    if (end <= covered) continue;
    context.fillRect(x, top, end - x, 8);
    covered = end;
  }
}

function drawPoints(context, times, scale, middle, room) {
  const { d3 } = globalThis;
  const timeAt = (x) => Number(scale.invert(x));
  const first = d3.bisectLeft(times, timeAt(left));
  const last = d3.bisectLeft(times, timeAt(right));
  if (last - first <= mostPoints) {
    for (let i = first; i < last; i++) {
      context.beginPath();
      context.arc(scale(times[i]), middle, 4, 0, 2 * Math.PI);
      context.fill();
    }
    return;
  }
  const counts = new Uint32Array(right - left);
  let before = first;
  for (let column = 0; column < counts.length; column++) {
    const next = d3.bisectLeft(times, timeAt(left + column + 1), before);
    counts[column] = next - before;
    before = next;
  }
  const most = Math.log1p(Math.max(...counts));
  counts.forEach((count, column) => {
    const height = (room * Math.log1p(count)) / most;
    context.fillRect(left + column, middle - height / 2, 1, height);
  });
}

export const unmount = (place) => place.replaceChildren();
