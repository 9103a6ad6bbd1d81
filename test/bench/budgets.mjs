import { middle, ratio } from './report/select.mjs';
import { number, times } from './report/format.mjs';

const ms = (value) => `${number(value)} ms`;
const bytes = (value) => number(value);
const whole = (value) => number(Math.round(value));

const parse = { peer: 'json-parse', by: 'data' };
const ours = { peer: 'report-timeline', by: 'data' };
const firstOf = ({ first }) => first;
const parsedOf = ({ parsed }) => parsed;

const frameAdvice =
  'If it grows with the events (of that at 10,000), something in a frame looks at them all. If not, it is what every frame ' +
  'costs: node test/bench/profile.mjs --while zoom,pan tells cells, words and drawing apart.';

/**
 * The budgets that depend on how many events there are. `of` takes what was measured with `count` events; the budgets
 * are for a million, or as many as there were. `unit` writes the figure. `advice` says where to look. `from`: with fewer
 * events it is the frame's own 33 ms and the element itself that would be measured.
 */
export const budgetsOfSize = [
  {
    what: 'first frame, of a bare JSON.parse of the same text',
    limit: 2,
    from: 100_000,
    unit: times,
    of: (samples, cell) => ratio(samples, [{ ...ours, ...cell }, firstOf], [{ ...parse, ...cell }, parsedOf]),
    advice: 'Look for an object, a string or a Date made for every event between the parsed value and the columns.',
  },
  {
    what: 'work per frame while zooming, median',
    limit: 8,
    unit: ms,
    of: (samples, cell) => middle(samples, { ...ours, ...cell }, ({ zoom }) => zoom?.work.median),
    advice: frameAdvice,
  },
  {
    what: 'work per frame while panning, median',
    limit: 8,
    unit: ms,
    of: (samples, cell) => middle(samples, { ...ours, ...cell }, ({ pan }) => pan?.work.median),
    advice: frameAdvice,
  },
  {
    what: 'work per frame while zooming, of that at 10,000 events',
    limit: 1.2,
    unit: times,
    of: (samples, cell) => growth(samples, cell, ({ zoom }) => zoom?.processor.median),
    advice: 'Profile zooming at both sizes: what differs depends on the number of events and should on that of pixels.',
  },
  {
    what: 'work per frame while panning, of that at 10,000 events',
    limit: 1.2,
    unit: times,
    of: (samples, cell) => growth(samples, cell, ({ pan }) => pan?.processor.median),
    advice: 'Profile panning at both sizes: what differs depends on the number of events and should on that of pixels.',
  },
  {
    what: 'heap after load, of the size of the text',
    limit: 1,
    from: 100_000,
    unit: times,
    of: (samples, cell) => middle(samples, { ...ours, ...cell }, ({ heap, textBytes }) => heap / textBytes),
    advice: 'Take a heap snapshot: strings or objects by the million, or the parsed data that somebody still holds.',
  },
  {
    what: 'nodes of the element, at rest and zoomed in',
    limit: 1500,
    unit: whole,
    of: (samples, cell) => middle(samples, { ...ours, ...cell }, ({ nodes }) => nodes),
    advice: 'Rows, cells and list items must be made for what is in view only.',
  },
];

/** The longest task is a budget of 100,000 events. */
export const longestTask = {
  what: 'longest task of the main thread while loading 100,000 events',
  limit: 100,
  unit: ms,
  of: (samples, cell) => middle(samples, { ...ours, ...cell }, (sample) => sample.longestTask),
  advice: 'Record a performance profile of the load and cut the longest task into slices, or move it into the worker.',
};

/** The budgets of the script and the report that comes with it. */
export const budgetsOfScript = [
  {
    what: 'the script with its report, gzip -9, in bytes',
    limit: 60_000,
    unit: bytes,
    of: ({ gzip }) => gzip,
    advice: 'See "Debts" in src/README.md for what it is made of.',
  },
  {
    what: 'requests beyond the script and the data',
    limit: 0,
    unit: whole,
    of: ({ requests }) => requests,
    advice: 'The network panel names what was asked for; data and words belong into the script.',
  },
  {
    what: 'work for the first frame of the bundled report',
    limit: 50,
    unit: ms,
    of: ({ firstFrameWork }) => firstFrameWork,
    advice: 'Look for layout that is forced in a loop, formatters of Intl made anew, and text measured twice.',
  },
  {
    what: 'heap that each mounting and unmounting adds, in bytes',
    // Noise: one element that stays holds some hundred thousand.
    limit: 20_000,
    unit: bytes,
    of: ({ bytesPerCycle }) => bytesPerCycle,
    advice: 'Something outlives the element: a listener, an observer, a timer, a cache.',
  },
];

/** Milliseconds of the processor itself: the ratio is to tell the code's growth, not what else the machine did. */
function growth(samples, cell, pick) {
  return ratio(samples, [{ ...ours, ...cell }, pick], [{ ...ours, ...cell, count: 10_000 }, pick]);
}
