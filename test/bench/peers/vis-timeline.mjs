import { readFlat } from '../page/flat-events.mjs';

const folder = 'test/bench/node_modules/vis-timeline/';

export const about = {
  label: 'vis-timeline',
  package: 'vis-timeline',
  scripts: [`${folder}standalone/umd/vis-timeline-graph2d.min.js`],
  styles: [`${folder}styles/vis-timeline-graph2d.min.css`],
  zoom: 'wheel',
  pan: 'drag',
  at: [0.55, 0.25],
};

let timeline;

export const mount = (place, { text }) => mountWith({}, place, text);

/** The whole extent in view, as for every peer; `options` are vis's own. */
export async function mountWith(options, place, text) {
  const { events, lanes, from, to } = readFlat(text);
  const groups = [...lanes].map(([name]) => ({ id: name, content: name }));
  const items = events.map(({ id, actor, start, end, title, description }) => ({
    id,
    group: actor,
    start: new Date(start),
    ...(end && { end: new Date(end) }),
    type: end ? 'range' : 'box',
    content: title,
    title: description,
  }));
  await new Promise((resolve) => {
    timeline = new globalThis.vis.Timeline(place, new globalThis.vis.DataSet(items), groups, {
      height: '600px',
      start: new Date(from),
      end: new Date(to),
      showCurrentTime: false,
      onInitialDrawComplete: resolve,
      ...options,
    });
    // When the constructor is quick, version 8.5 stays hidden until its timer of one second. This is its best case.
    const redraw = () => {
      timeline.off('rangechanged', redraw);
      timeline.redraw();
    };
    timeline.on('rangechanged', redraw);
  });
}

export function unmount() {
  timeline.destroy();
  timeline = undefined;
}
