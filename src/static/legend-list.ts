import type { ColumnSample } from '../core/scene/draw-density.js';
import { fill } from '../core/scene/language.js';
import { legendEntries } from '../core/scene/legend-entries.js';
import { element, type Content } from './html-tree.js';
import { headingTag, isReport, type StaticModel } from './model.js';
import { columnPicture, keyPicture, samplePicture } from './pictures.js';
import { textOf } from './text-nodes.js';

/** How to read the chart: whose the lanes are, what each mark says of a date, what columns count. */
export function legendList(model: StaticModel): Content {
  const { dataset, groupBy, language, lanes, scene, shown } = model;
  const { messages, numbers } = language;
  const { note, colour, heading, keys, counts } = messages.legend;
  const isCounted = scene?.lanes.some(({ form }) => form === 'density');
  const samples: readonly (readonly [ColumnSample, string])[] = [
    ['least', counts.least],
    ['most', counts.most],
    ['each', counts.singles],
  ];
  const entry = (...content: readonly Content[]): Content => element('li', {}, ...content);
  return element(
    'section',
    { class: 'rt-legend' },
    element(headingTag(model, 1), {}, heading),
    element('p', {}, fill(note, { colour: groupBy === 'none' ? '' : colour[groupBy === 'actor' ? 'actor' : 'other'] })),
    groupBy === 'none' || lanes.length > mostLanes
      ? null
      : element(
          'ul',
          { class: 'rt-lanes' },
          lanes.map((lane) =>
            entry(
              keyPicture(lane),
              ' ',
              textOf(lane.name, dataset.language, language),
              ` ${numbers.format(lane.count)}`,
            ),
          ),
        ),
    element(
      'ul',
      {},
      legendEntries(dataset, shown, lanes, isReport(model)).map((one) =>
        entry(
          samplePicture(one, model),
          ' ',
          element(
            'span',
            {},
            one.count === null ? null : [element('b', {}, numbers.format(one.count)), ' '],
            keys[one.key],
          ),
        ),
      ),
    ),
    isCounted
      ? [
          element(headingTag(model, 1), {}, counts.heading),
          element(
            'ul',
            {},
            samples.map(([sample, words]) => entry(columnPicture(sample, language), ' ', element('span', {}, words))),
          ),
        ]
      : null,
  );
}

/** More are no key, but another table. */
const mostLanes = 40;
