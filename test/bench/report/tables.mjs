import { megabytes, number, table, times } from './format.mjs';
import { middle, ratio, samplesOf } from './select.mjs';

const spreadText = (spread) =>
  spread ? [spread.median, spread.p95, spread.max].map((value) => number(value)).join(' / ') : '–';

/**
 * How long loading takes and what it leaves, a row a number of events. `by` is how the data are given; what comes from an
 * address is compared with fetching and parsing it.
 */
export function loadTable(samples, shape, counts, by) {
  const bareName = by === 'src' ? 'fetch and JSON.parse' : 'JSON.parse';
  const head = ['events', 'text, MB', `${bareName}, ms`, 'ready, ms', 'first frame, ms', 'of that'];
  const rows = counts.map((count) => {
    const cell = { peer: 'report-timeline', by, shape, count };
    const bare = { peer: 'json-parse', by: by === 'src' ? by : 'data', shape, count };
    const own = samplesOf(samples, cell);
    if (own.length === 0) return [number(count), ...failure(samples, cell, 10)];
    const firsts = own.map(({ first }) => first);
    return [
      number(count),
      megabytes(own[0].textBytes),
      number(middle(samples, bare, ({ parsed }) => parsed)),
      number(middle(samples, cell, ({ ready }) => ready)),
      `${number(middle(samples, cell, ({ first }) => first))} [${number(Math.min(...firsts))}–${number(Math.max(...firsts))}]`,
      times(ratio(samples, [cell, ({ first }) => first], [bare, ({ parsed }) => parsed])),
      number(middle(samples, cell, ({ longestTask }) => longestTask)),
      megabytes(middle(samples, cell, ({ heap }) => heap)),
      times(middle(samples, cell, ({ heap, textBytes }) => heap / textBytes)),
      number(middle(samples, cell, ({ nodes }) => nodes)),
    ];
  });
  return table([...head, 'longest task, ms', 'heap, MB', 'of the text', 'nodes'], rows);
}

/** Frames while a hand zooms and pans: medians over the rounds of each round's median, 95th percentile and longest. */
export function handTable(samples, shape, counts) {
  const rows = counts.flatMap((count) =>
    ['zoom', 'pan'].flatMap((gesture) => {
      const cell = { peer: 'report-timeline', by: 'data', shape, count };
      const over = (kind) => {
        const pick = (key) => middle(samples, cell, (sample) => sample[gesture]?.[kind][key]);
        return { median: pick('median'), p95: pick('p95'), max: pick('max') };
      };
      if (samplesOf(samples, cell).every((sample) => !sample[gesture])) return [];
      const frames = middle(samples, cell, (sample) => sample[gesture]?.frames);
      const spreads = ['interval', 'work', 'processor'].map((kind) => spreadText(over(kind)));
      return [[`${gesture}, ${number(count)} events`, ...spreads, number(frames)]];
    }),
  );
  const head = ['median / p95 / max', 'between frames, ms', 'work per frame, ms', 'of the processor, ms', 'frames'];
  return table(head, rows);
}

/** What is told of a cell without a good sample. */
export function failure(samples, { peer, count, shape }, columns) {
  const failed = samples.find((sample) => sample.peer === peer && sample.shape === shape && sample.failed);
  const text = !failed ? '–' : failed.count < count ? 'stopped before' : `stopped: ${failed.failed}`;
  return [text, ...Array.from({ length: columns - 2 }, () => '')];
}
