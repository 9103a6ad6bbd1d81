import { megabytes, number, table, times } from './format.mjs';
import { middle, ratio, samplesOf } from './select.mjs';

/** Tables with a row a peer and a column a number of events. `peers` are by name what each says about itself. */
export function peersTables(samples, peers, counts) {
  const cellTable = (write) =>
    table(
      ['', ...counts.map((count) => `${number(count)} events`)],
      Object.entries(peers).map(([peer, { label }]) => [
        label,
        ...counts.map((count) => {
          const cell = { peer, count, by: 'data' };
          return samplesOf(samples, cell).length > 0 ? write(cell) : stopped(samples, cell);
        }),
      ]),
    );
  const parsed = (count) => [{ peer: 'json-parse', by: 'data', count }, (sample) => sample.parsed];
  const hand = (gesture, kind) => (cell) => {
    if (peers[cell.peer][gesture] === 'none') return '–';
    const pick = (key) => middle(samples, cell, (sample) => sample[gesture]?.[kind][key]);
    const [usual, slow] = [pick('median'), pick('p95')];
    return usual === undefined ? stopped(samples, cell) : `${number(usual)} / ${number(slow)}`;
  };

  return [
    ['First complete frame, ms', (cell) => number(middle(samples, cell, ({ first }) => first))],
    [
      'First complete frame, of a bare JSON.parse',
      (cell) => times(ratio(samples, [cell, ({ first }) => first], parsed(cell.count))),
    ],
    ['Zooming: ms between frames, median / 95th percentile', hand('zoom', 'interval')],
    ['Zooming: work of the main thread per frame, ms, median / 95th percentile', hand('zoom', 'work')],
    ['Panning: ms between frames, median / 95th percentile', hand('pan', 'interval')],
    ['Panning: work of the main thread per frame, ms, median / 95th percentile', hand('pan', 'work')],
    ['Heap after load, MB', (cell) => megabytes(middle(samples, cell, ({ heap }) => heap))],
    ['Elements', (cell) => number(middle(samples, cell, ({ nodes }) => nodes))],
  ]
    .map(([title, write]) => `### ${title}\n\n${cellTable(write)}`)
    .join('\n\n');
}

/** Who stopped and why, and what must be known of each to compare fairly. */
export function peersNotes(samples, peers) {
  const failures = samples
    .filter(({ failed }) => failed)
    .map(({ peer, count, failed }) => `- ${peers[peer].label}, ${number(count)} events: ${failed}`);
  const notes = Object.values(peers)
    .filter(({ note }) => note)
    .map(({ label, note }) => `- ${label}: ${note}`);
  return [...new Set([...failures, ...notes])].join('\n');
}

function stopped(samples, { peer, count }) {
  const failed = samples.filter((sample) => sample.peer === peer && sample.failed);
  if (failed.length === 0) return '–';
  return failed.some((sample) => sample.count === count) ? '**stopped**' : 'not tried';
}
