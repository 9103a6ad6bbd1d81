import { colourOf, readFlat } from '../page/flat-events.mjs';

const [left, right, bottom] = [90, 1190, 576];

export const about = {
  label: 'D3, an SVG element an event',
  package: 'd3',
  note: 'ours, as a tutorial would do it: the lower bound of that way, with nothing else that a timeline needs',
  scripts: ['test/bench/node_modules/d3/dist/d3.min.js'],
  zoom: 'wheel',
  pan: 'drag',
};

export function mount(place, { text }) {
  const { d3 } = globalThis;
  const { events, lanes, from, to } = readFlat(text);
  const marks = events.map(({ start, end, actor }) => ({
    start: Date.parse(start),
    end: end && Date.parse(end),
    lane: lanes.get(actor),
  }));
  const whole = d3.scaleUtc([from, to], [left, right]);
  const rows = d3.scaleBand([...lanes.values()], [0, bottom]);
  const middle = ({ lane }) => rows(lane) + rows.bandwidth() / 2;

  const svg = d3.select(place).append('svg').attr('width', 1200).attr('height', 600);
  const axis = svg.append('g').attr('transform', `translate(0,${bottom})`);
  const points = svg
    .append('g')
    .selectAll('circle')
    .data(marks.filter(({ end }) => !end))
    .join('circle')
    .attr('r', 4)
    .attr('cy', middle)
    .attr('fill', ({ lane }) => colourOf(lane))
    .attr('fill-opacity', 0.6);
  const bars = svg
    .append('g')
    .selectAll('rect')
    .data(marks.filter(({ end }) => end))
    .join('rect')
    .attr('height', 8)
    .attr('y', (mark) => middle(mark) - 4)
    .attr('fill', ({ lane }) => colourOf(lane))
    .attr('fill-opacity', 0.6);

  const draw = (scale) => {
    points.attr('cx', ({ start }) => scale(start));
    bars
      .attr('x', ({ start }) => scale(start))
      .attr('width', ({ start, end }) => Math.max(1, scale(end) - scale(start)));
    axis.call(d3.axisBottom(scale));
  };
  draw(whole);
  svg.call(d3.zoom().on('zoom', ({ transform }) => draw(transform.rescaleX(whole))));
}

export const unmount = (place) => place.replaceChildren();
