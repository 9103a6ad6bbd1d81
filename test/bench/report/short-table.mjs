import { megabytes, number, table } from './format.mjs';
import { middle } from './select.mjs';

/** What a page's author wants to know, a row a number of events: the table of the README. */
export function shortTable(samples, shape, counts) {
  const head = [
    'events',
    'text, MB',
    '`JSON.parse` alone, ms',
    'first picture from `data`, ms',
    '`fetch` and `JSON.parse` alone, ms',
    'first picture from `src`, ms',
    'memory, MB',
    'work per frame, zooming, ms',
    'panning, ms',
  ];
  const rows = counts.map((count) => {
    const of = (peer, by, pick) => middle(samples, { peer, by, shape, count }, pick);
    return [
      number(count),
      megabytes(of('report-timeline', 'data', ({ textBytes }) => textBytes)),
      number(of('json-parse', 'data', ({ parsed }) => parsed)),
      number(of('report-timeline', 'data', ({ first }) => first)),
      number(of('json-parse', 'src', ({ parsed }) => parsed)),
      number(of('report-timeline', 'src', ({ first }) => first)),
      megabytes(of('report-timeline', 'data', ({ heap }) => heap)),
      number(of('report-timeline', 'data', ({ zoom }) => zoom?.work.median)),
      number(of('report-timeline', 'data', ({ pan }) => pan?.work.median)),
    ];
  });
  return table(head, rows);
}
