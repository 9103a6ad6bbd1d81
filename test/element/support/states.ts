import type { ReportTimelineElement } from '../../../src/element/report-timeline.js';
import { crowd, event, report } from './data.js';
import { all, button, drawn, mount, one, until } from './element.js';

export type State = () => Promise<ReportTimelineElement>;

/** Names as long as some data have them. */
export const longNames = report(
  [
    event('x', '2016-05-14', { actors: ['a', 'b'] }),
    event('y', '[2016-05-14..2016-05-18]', { actors: ['c'], title: 'A second event with a title of some length' }),
    event('z', null, { actors: ['a'] }),
  ],
  {
    actors: [
      { id: 'a', name: 'Ministry of Foreign Affairs and Expatriates, Department for Consular Protection' },
      {
        id: 'b',
        name: 'Independent International Commission of Inquiry on the Syrian Arab Republic',
        note: 'so called',
      },
      { id: 'c', name: 'Office' },
    ],
  },
);

export async function pressed(element: ReportTimelineElement, what: string | RegExp): Promise<ReportTimelineElement> {
  const isSelector = typeof what === 'string' && what.startsWith('.');
  (isSelector ? one(element, what) : button(element, what)).click();
  await drawn(element);
  return element;
}

async function searched(attributes: Readonly<Record<string, string>>, width = 1200): Promise<ReportTimelineElement> {
  const element = await mount(attributes, { width });
  const field = one<HTMLInputElement>(element, '.search input');
  field.value = attributes['lang'] ? 'مستشفى' : 'hospital';
  field.dispatchEvent(new InputEvent('input'));
  await until(() => element.shadowRoot!.querySelector('.results, mark') !== null);
  await drawn(element);
  return element;
}

async function filtered(attributes: Readonly<Record<string, string>>, width = 1200): Promise<ReportTimelineElement> {
  const element = await pressed(await mount(attributes, { width }), '.facet-menu > button');
  all<HTMLInputElement>(element, '.facet input[type=checkbox]')
    .slice(0, 2)
    .forEach((box) => box.click());
  await drawn(element);
  return element;
}

/** What a reader may come to: each view, each panel, wide and narrow, in both directions of writing. */
export const states: Readonly<Record<string, State>> = {
  'the chart with an event open': () => mount({ event: 'e24' }),
  'the chart at medium width with an event open': () => mount({ view: 'chart', event: 'e24' }, { width: 620 }),
  'the chart in Arabic': () => mount({ lang: 'ar-SY', event: 'e24' }),
  'the list with an event open': () => mount({ view: 'list', event: 'e12' }),
  'the list in a narrow container': () => mount({ event: 'e28' }, { width: 360 }),
  'the list in Arabic in a narrow container': () => mount({ lang: 'ar-SY', event: 'e28' }, { width: 320 }),
  'the table': () => mount({ view: 'table', event: 'e24' }),
  'the table in a narrow container': () => mount({ view: 'table' }, { width: 360 }),
  'the table in Arabic': () => mount({ view: 'table', lang: 'ar-SY' }),
  'the filters': () => filtered({}),
  'the filters in a narrow container': () => filtered({}, 360),
  'the filters in Arabic': () => filtered({ lang: 'ar-SY' }),
  'what was searched for': () => searched({}),
  'what was searched for in a narrow container': () => searched({}, 360),
  'what was searched for in Arabic, as a list': () => searched({ lang: 'ar-SY', view: 'list' }),
  'the help': async () => pressed(await mount(), '.help-button'),
  'the help in Arabic in a narrow container': async () =>
    pressed(await mount({ lang: 'ar-SY' }, { width: 360 }), '.help-button'),
  'what can be saved': async () => pressed(await mount({ 'link-state': 't' }), '.export > button'),
  'what can be saved, in Arabic in a narrow container': async () =>
    pressed(await mount({ lang: 'ar-SY' }, { width: 320 }), '.export > button'),
  'names of many letters': () => mount({}, { data: longNames }),
  'names of many letters in a narrow container': () => mount({}, { data: longNames, width: 320 }),
  'lanes of counts': () => mount({}, { data: crowd(3000, 5) }),
  'many lanes, folded': () => mount({}, { data: crowd(3000, 22) }),
  'many lanes, open': async () => pressed(await mount({}, { data: crowd(3000, 22) }), /14 more actors/),
  'a low lane': async () => pressed(await mount({}, { data: crowd(3000, 5) }), /^Side 1/),
  'the menu of lanes': async () => pressed(await mount({}, { data: crowd(3000, 22) }), 'All 22 actors'),
  'an account of problems': async () =>
    pressed(await mount({}, { data: report([event('x', 'soon'), event('y', '2016-05-14')]) }), '.issues-line button'),
  'an error': () => mount({ src: '/test-server/500.json' }),
};
