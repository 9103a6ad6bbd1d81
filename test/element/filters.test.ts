import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { crowd, event, report } from './support/data.js';
import {
  all,
  button,
  click,
  clickAt,
  drawn,
  has,
  idOf,
  laneNames,
  mount,
  next,
  one,
  textOf,
} from './support/element.js';

type Element_ = ReportTimelineElement;
const focused = (element: Element_) => element.shadowRoot!.activeElement;
const opener = (element: Element_) => one<HTMLButtonElement>(element, '.facet-menu > button');
const facet = (element: Element_, name: string) => one(element, `fieldset[data-facet=${name}]`);
const labels = (element: Element_, name: string) => [...facet(element, name).querySelectorAll('label')];
/** Each value as it is read: name and count. */
const values = (element: Element_, name: string) =>
  labels(element, name).map((label) => [...label.querySelectorAll('.value, .count')].map(textOf).join(' '));
const box = (element: Element_, name: string, value: string) => {
  const found = labels(element, name).find((label) => textOf(label.querySelector('.value')) === value);
  if (!found) throw new Error(`${name} has no ${value}: ${values(element, name).join(', ')}`);
  return found.querySelector('input')!;
};
const removers = (element: Element_) => all(element, '.active-filters li button');
const said = (element: Element_) => textOf(one(element, '.status'));
/** The events on the chart, or in the list, in the order of the file. */
const shown = (element: Element_): string =>
  [...new Set(all(element, '.cell[data-event], .item-title').map((node) => idOf(element, node)!))].sort().join(' ');
const press = async (element: Element_, ...keys: string[]): Promise<void> => {
  for (const key of keys) await sendKeys({ press: key });
  await drawn(element);
};
async function open(element: Element_): Promise<void> {
  opener(element).focus();
  opener(element).click();
  await drawn(element);
}
async function choose(element: Element_, name: string, value: string): Promise<void> {
  box(element, name, value).click();
  await drawn(element);
}

/** A report of six events that differ in all that one may filter by. */
const six = report(
  [
    event('n1', '2016-05-01', { type: 'raid', places: [{ name: 'Mill' }], means: ['rifles'] }),
    event('n2', '2016-05-02', { type: 'raid', places: [{ name: 'Dyke' }], actors: ['b'], certainty: 'alleged' }),
    event('n3', '2016-05-03?', { type: 'raid', places: [{ name: 'Mill' }, { name: 'Dyke' }], actors: ['a', 'b'] }),
    event('n4', '[2016-05-01..2016-05-04]', { type: 'arrest', targets: [{ name: 'Miners' }] }),
    event('n5', null, { type: 'arrest', claims: [{ by: 'Gazette', quote: 'He was taken.' }], actors: ['b'] }),
    event('n6', '2016-05-05', { type: 'flood', places: [{ name: 'Dyke' }] }),
  ],
  { title: 'Six events' },
);

describe('the filters', () => {
  it('stand in a panel: a facet a group, with every value that tells events apart', async () => {
    const element = await mount({}, { data: six });
    expect(textOf(opener(element))).to.equal('Filter');
    expect(has(element, '#filter-panel, .active-filters')).to.equal(false);
    await open(element);
    const groups = all(element, 'fieldset').map((group) => textOf(group.querySelector('legend')));
    expect(groups, 'without that of the lanes').to.deep.equal([
      'Kind',
      'Place',
      'Means',
      'Target',
      'Source',
      'How sure',
      'Date',
    ]);
    expect(one(element, '#filter-panel').getAttribute('aria-label')).to.equal('Filter events');
    expect(values(element, 'type')).to.deep.equal(['raid 3', 'arrest 2', 'flood 1']);
    expect(values(element, 'place')).to.deep.equal(['Dyke 3', 'Mill 2', 'Place not stated 2']);
    expect(values(element, 'means')).to.deep.equal(['rifles 1', 'Means not stated 5']);
    expect(values(element, 'target')).to.deep.equal(['Miners 1', 'Target not stated 5']);
    expect(values(element, 'source')).to.deep.equal(['Gazette 1', 'Source not stated 5']);
    expect(values(element, 'certainty')).to.deep.equal(['reported 5', 'alleged 1']);
    expect(values(element, 'date')).to.deep.equal([
      'exact day 3',
      'possibly on a day 1',
      'sometime within bounds 1',
      'date not stated 1',
    ]);
  });

  for (const [name, value, left] of [
    ['type', 'raid', 'n1 n2 n3'],
    ['place', 'Dyke', 'n2 n3 n6'],
    ['place', 'Place not stated', 'n4 n5'],
    ['means', 'rifles', 'n1'],
    ['target', 'Miners', 'n4'],
    ['source', 'Gazette', 'n5'],
    ['certainty', 'alleged', 'n2'],
    ['date', 'sometime within bounds', 'n4'],
  ] as const) {
    it(`by ${name} leave ${value} in chart, list, legend and files`, async () => {
      const element = await mount({}, { data: six });
      await open(element);
      const count = Number(/\d+$/.exec(textOf(box(element, name, value).closest('label')))![0]);
      await choose(element, name, value);
      const ids = left.split(' ');
      expect(count, 'as the panel said').to.equal(ids.length);
      expect(shown(element)).to.equal(left);
      expect((element.toJSON()['events'] as { id: string }[]).map(({ id }) => id)).to.deep.equal(ids);
      expect(element.toCSV().trim().split(/\r?\n/)).to.have.length(ids.length + 1);
      const inLegend = all(element, '.legend li strong').reduce((sum, node) => sum + Number(textOf(node)), 0);
      expect(inLegend).to.equal(ids.length);
      expect(said(element)).to.contain(`${ids.length} of 6 events; ${6 - ids.length} hidden by the filter.`);
      expect(textOf(one(element, '.panel-foot .count'))).to.equal(`${ids.length} of 6 events`);
      element.view = 'list';
      await drawn(element);
      expect(shown(element)).to.equal(left);
    });
  }

  it('have counts that are true under the others, and quiet zeros that can still be chosen', async () => {
    const element = await mount({}, { data: six });
    await open(element);
    await choose(element, 'type', 'raid');
    expect(values(element, 'type'), 'its own choice hides nothing here').to.deep.equal([
      'raid 3',
      'arrest 2',
      'flood 1',
    ]);
    expect(values(element, 'place')).to.deep.equal(['Dyke 2', 'Mill 2', 'Place not stated 0']);
    expect(labels(element, 'place')[2]!.closest('li')!.className).to.equal('none');
    await choose(element, 'place', 'Mill');
    expect(values(element, 'type')).to.deep.equal(['raid 2', 'arrest 0', 'flood 0']);
    await choose(element, 'place', 'Place not stated');
    expect(values(element, 'type'), 'one or the other').to.deep.equal(['raid 2', 'arrest 2', 'flood 0']);
    expect(shown(element)).to.equal('n1 n3');
    button(element, /^Side A/).click();
    await drawn(element);
    expect(values(element, 'type')).to.deep.equal(['raid 1', 'arrest 1', 'flood 0']);
    expect(shown(element)).to.equal('n3');
    // Of every choice exactly as many are left as was said.
    const arrest = box(element, 'type', 'arrest');
    arrest.click();
    box(element, 'type', 'raid').click();
    await drawn(element);
    expect(shown(element)).to.equal('n5');
  });

  it('are said on the chips, lanes keep their place', async () => {
    const element = await mount({}, { data: six });
    const lanes = laneNames(element);
    await open(element);
    await choose(element, 'type', 'flood');
    expect(all(element, '.chip .count').map(textOf)).to.deep.equal(['1', '0']);
    expect(all(element, '.chip .unseen').map(textOf)).to.deep.equal(['1 of 4 events', '0 of 3 events']);
    expect(laneNames(element)).to.deep.equal(lanes);
    expect(textOf(opener(element))).to.equal('Filter 1 1 filter is on');
    await choose(element, 'type', 'raid');
    expect(textOf(opener(element))).to.equal('Filter 2 2 filters are on');
  });

  it('tell the page', async () => {
    const element = await mount({}, { data: six });
    await open(element);
    const change = next(element, 'timeline-filter-change');
    box(element, 'place', 'Mill').click();
    const { off, filters, query, source } = await change;
    expect({ off, filters, query, source }).to.deep.equal({
      off: [],
      filters: { place: new Set(['Mill']) },
      query: '',
      source: 'user',
    });
  });

  it('are those of the lanes only where lanes stand for something else', async () => {
    const element = await mount({ 'group-by': 'place' }, { data: six });
    await open(element);
    expect(has(element, '[data-facet=place]')).to.equal(false);
    expect(values(element, 'actor')).to.deep.equal(['Side A 4', 'Side B 3']);
    await choose(element, 'actor', 'Side B');
    element.groupBy = 'actor';
    await drawn(element);
    expect(values(element, 'actor'), 'as long as it filters').to.deep.equal(['Side A 4', 'Side B 3']);
    await choose(element, 'actor', 'Side B');
    expect(has(element, '[data-facet=actor]')).to.equal(false);
    expect(has(element, '[data-facet=place]')).to.equal(true);
  });

  it('are not there where nothing tells events apart, or where the page does not want them', async () => {
    const same = report([event('x', '2016-05-01'), event('y', '2016-05-02')]);
    expect(has(await mount({}, { data: same }), '.facet-menu')).to.equal(false);
    expect(has(await mount({ controls: 'view status' }), '.facet-menu')).to.equal(false);
    expect(has(await mount({ controls: 'filter' }), '.facet-menu')).to.equal(true);
  });

  it('of other data are forgotten, and the panel is closed', async () => {
    const element = await mount({}, { data: six });
    await open(element);
    await choose(element, 'type', 'flood');
    element.data = report(six.events.slice(0, 3));
    await element.ready;
    await drawn(element);
    expect(has(element, '#filter-panel, .active-filters')).to.equal(false);
    expect(shown(element)).to.equal('n1 n2 n3');
  });
});

describe('the panel of filters', () => {
  it('keeps the focus where it is when the lanes become what one of its parts is of', async () => {
    const element = await mount({}, { data: six });
    await open(element);
    const second = all(element, '.facet')[1]!.dataset.facet!;
    const checkbox = facet(element, second).querySelector('input')!;
    for (const by of ['place', 'actor', 'type', 'certainty'] as const) {
      if (by === second) continue;
      checkbox.focus();
      element.groupBy = by;
      await drawn(element);
      expect(focused(element), by).to.equal(checkbox);
      expect(has(element, '#filter-panel')).to.equal(true);
    }
  });

  it('is opened, walked and closed by keys alone', async () => {
    const element = await mount({}, { data: six });
    opener(element).focus();
    await press(element, 'Enter');
    expect(opener(element).getAttribute('aria-expanded')).to.equal('true');
    expect(focused(element), 'opening moves nothing').to.equal(opener(element));
    await press(element, 'Tab', 'Space');
    expect(focused(element)).to.equal(box(element, 'type', 'raid'));
    expect(box(element, 'type', 'raid').checked).to.equal(true);
    expect(shown(element)).to.equal('n1 n2 n3');
    await press(element, 'Tab', 'Tab', 'Tab', 'Space');
    expect(focused(element)).to.equal(box(element, 'place', 'Dyke'));
    expect(shown(element)).to.equal('n2 n3');
    await press(element, 'Escape');
    expect(has(element, '#filter-panel')).to.equal(false);
    expect(focused(element)).to.equal(opener(element));
    expect(shown(element), 'what was chosen stays').to.equal('n2 n3');
  });

  it('closes by its button, by a press elsewhere, and when the focus leaves', async () => {
    const element = await mount({}, { data: six });
    await open(element);
    await click(button(element, 'Close'));
    await drawn(element);
    expect(has(element, '#filter-panel')).to.equal(false);
    expect(focused(element)).to.equal(opener(element));

    await open(element);
    const { left, top } = one(element, '.title').getBoundingClientRect();
    await clickAt([left + 5, top + 5]);
    await drawn(element);
    expect(has(element, '#filter-panel')).to.equal(false);

    await click(opener(element));
    one(element, '.chip').focus();
    await drawn(element);
    expect(has(element, '#filter-panel')).to.equal(false);
  });

  it('shows the first of many values, all at a press, and goes on where they begin', async () => {
    const element = await mount();
    await open(element);
    expect(labels(element, 'place')).to.have.length(7);
    const more = button(element, '20 more Place');
    expect(more.getAttribute('aria-expanded')).to.equal('false');
    await click(more);
    await drawn(element);
    expect(labels(element, 'place')).to.have.length(27);
    expect(focused(element)).to.equal(labels(element, 'place')[7]!.querySelector('input'));
    expect(has(element, '.facet .field'), 'few enough to look through').to.equal(false);
    const fewer = button(element, 'Show fewer Place');
    expect(fewer.getAttribute('aria-expanded')).to.equal('true');
    // What is on does not disappear.
    await choose(element, 'place', 'Military hospital');
    await click(fewer);
    await drawn(element);
    expect(values(element, 'place').slice(7)).to.deep.equal(['Military hospital 1']);
    expect(focused(element)).to.equal(fewer);
  });

  it('has a field to find one of very many values', async () => {
    const events = Array.from({ length: 3000 }, (_, i) =>
      event(`n${i}`, '2016-05-14', { places: [{ name: i === 7 ? 'دير الزور' : `Place ${i % 2900}` }] }),
    );
    const element = await mount({}, { data: report(events) });
    await open(element);
    expect(labels(element, 'place')).to.have.length(7);
    await click(button(element, '2,894 more Place'));
    await drawn(element);
    const field = facet(element, 'place').querySelector<HTMLInputElement>('.field')!;
    expect(focused(element)).to.equal(field);
    expect(field.getAttribute('aria-label')).to.equal('Place: find by name');
    expect(labels(element, 'place')).to.have.length(40);
    expect(textOf(facet(element, 'place').querySelector('.quiet'))).to.equal('2,861 more: type to find');
    await sendKeys({ type: '123' });
    await drawn(element);
    expect(values(element, 'place')).to.deep.equal([
      'Place 123 1',
      'Place 1123 1',
      'Place 1230 1',
      'Place 1231 1',
      'Place 1232 1',
      'Place 1233 1',
      'Place 1234 1',
      'Place 1235 1',
      'Place 1236 1',
      'Place 1237 1',
      'Place 1238 1',
      'Place 1239 1',
      'Place 2123 1',
    ]);
    await choose(element, 'place', 'Place 1234');
    expect(said(element)).to.contain('1 of 3,000 events; 2,999 hidden by the filter.');
    await choose(element, 'place', 'Place 1234');
    field.value = 'الزُّور';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await drawn(element);
    expect(values(element, 'place')).to.deep.equal(['دير الزور 1']);
    expect(labels(element, 'place')[0]!.querySelector('bdi')!.lang).to.equal('ar');
    field.value = 'nowhere';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await drawn(element);
    expect(textOf(facet(element, 'place').querySelector('.quiet'))).to.equal('No name contains “nowhere”.');
  });

  for (const [lang, width] of [
    ['en', 1200],
    ['en', 620],
    ['en', 343],
    ['ar-SY', 343],
  ] as const) {
    it(`fits into ${width} pixels (${lang}), and every target is 24 pixels high`, async () => {
      const element = await mount({ lang }, { width });
      await open(element);
      const panel = one(element, '#filter-panel').getBoundingClientRect();
      const own = element.getBoundingClientRect();
      expect(panel.left).to.be.at.least(own.left - 0.5);
      expect(panel.right).to.be.at.most(own.right + 0.5);
      expect(one(element, '#filter-panel').scrollWidth).to.be.at.most(Math.ceil(panel.width));
      for (const target of all(element, '#filter-panel :is(label, button)')) {
        const { height, width: wide } = target.getBoundingClientRect();
        expect(Math.min(height, wide), textOf(target)).to.be.at.least(24);
      }
      if (width === 1200) {
        const tops = all(element, 'fieldset').map((node) => Math.round(node.getBoundingClientRect().top));
        expect(new Set(tops).size, 'columns, not a tower').to.equal(2);
      }
    });
  }

  it('does not move under the hand when the counts of the chips get longer', async () => {
    const element = await mount();
    await open(element);
    const before = box(element, 'certainty', 'implied').getBoundingClientRect();
    await choose(element, 'certainty', 'implied');
    const after = box(element, 'certainty', 'implied').getBoundingClientRect();
    expect([after.left, after.top]).to.deep.equal([before.left, before.top]);
  });
});

describe('what is filtered', () => {
  it('is said in a line, each with a button that takes it back', async () => {
    const element = await mount({}, { data: six });
    await open(element);
    await choose(element, 'place', 'Mill');
    await choose(element, 'date', 'exact day');
    button(element, /^Side B/).click();
    await drawn(element);
    expect(removers(element).map(textOf)).to.deep.equal([
      'Remove filter: Place: Mill',
      'Remove filter: Date: exact day',
      'Show again: Hidden: Side B',
    ]);
    expect(said(element)).to.contain('1 of 6 events; 5 hidden by the filter.');
    removers(element)[1]!.click();
    await drawn(element);
    expect(box(element, 'date', 'exact day').checked).to.equal(false);
    expect(shown(element)).to.equal('n1 n3');
    removers(element)[1]!.click();
    await drawn(element);
    expect(laneNames(element)).to.deep.equal(['Side A', 'Side B']);
    expect(removers(element)).to.have.length(1);
  });

  it('is counted in the line where there is no status', async () => {
    const element = await mount(
      { controls: 'filter', view: 'list', from: '2016-05-04', to: '2016-05-05' },
      { data: six },
    );
    await open(element);
    await choose(element, 'place', 'Dyke');
    expect(textOf(one(element, '.active-filters p'))).to.equal('3 of 6 events; 3 hidden by the filter.');
    expect(textOf(one(element, '.active-range'))).to.equal(
      'From 4 to 5 May 2016. 2 of 3 lie outside this range. Show all dates',
    );
    const arabic = await mount({ controls: 'filter', lang: 'ar-SY' }, { data: six });
    await open(arabic);
    await choose(arabic, 'place', 'Mill');
    expect(textOf(one(arabic, '.active-filters p'))).to.equal('٢ من ٦ أحداث؛ ٤ أحداث مُخفاة.');
  });

  it('is cleared by one button: filters, lanes and search', async () => {
    const element = await mount({}, { data: crowd(2000, 4) });
    one<HTMLInputElement>(element, '.search input').focus();
    await sendKeys({ type: 'ceasefire' });
    while (!has(element, '.results')) await drawn(element);
    expect(has(element, '.active-filters'), 'the field says it').to.equal(false);
    await open(element);
    await choose(element, 'date', 'exact day');
    button(element, /^Side 1/).click();
    await drawn(element);
    expect(removers(element).map(textOf)).to.deep.equal([
      'Remove filter: Date: exact day',
      'Show again: Hidden: Side 1',
    ]);
    const change = next(element, 'timeline-filter-change');
    await click(one(element, '.panel-foot button'));
    const { off, filters, query } = await change;
    expect({ off, filters, query }).to.deep.equal({ off: [], filters: {}, query: '' });
    await drawn(element);
    expect(has(element, '.active-filters')).to.equal(false);
    expect(one<HTMLInputElement>(element, '.search input').value).to.equal('');
    expect(all(element, '#filter-panel :checked')).to.have.length(0);
    expect(element.toJSON()['events']).to.have.length(2000);
  });

  it('is put together where it is much', async () => {
    const element = await mount({}, { data: crowd(3000, 22) });
    button(element, 'All 22 actors').click();
    await drawn(element);
    button(element, 'Hide all').click();
    await drawn(element);
    expect(removers(element).map(textOf)).to.deep.equal(['Show again: Hidden: 22 actors']);
    removers(element)[0]!.click();
    await drawn(element);
    expect(has(element, '.active-filters')).to.equal(false);

    const report = await mount();
    await open(report);
    for (const label of labels(report, 'type').slice(0, 5)) label.querySelector('input')!.click();
    await drawn(report);
    expect(removers(report).map(textOf)).to.deep.equal(['Remove filter: Kind: 5 choices']);
    removers(report)[0]!.click();
    await drawn(report);
    expect(has(report, '.active-filters')).to.equal(false);
  });

  it('does not lose the focus when its button goes', async () => {
    const element = await mount({}, { data: six });
    await open(element);
    await choose(element, 'place', 'Mill');
    await choose(element, 'place', 'Dyke');
    await choose(element, 'type', 'raid');
    await press(element, 'Escape');
    removers(element)[1]!.focus();
    await press(element, 'Enter');
    expect(textOf(focused(element)), 'the next').to.equal('Remove filter: Kind: raid');
    await press(element, 'Enter');
    expect(textOf(focused(element)), 'what stands at its place').to.equal('Clear all filters');
    await press(element, 'Enter');
    expect(focused(element), 'where one filters').to.equal(opener(element));

    // From inside the panel too.
    await press(element, 'Enter', 'Tab', 'Space');
    one(element, '.panel-foot button').focus();
    await press(element, 'Enter');
    expect(focused(element)).to.equal(opener(element));
    expect(has(element, '#filter-panel'), 'still open').to.equal(true);
  });

  it('leaves no event: says what hides them, and the ways back', async () => {
    const element = await mount({}, { data: six });
    await open(element);
    await choose(element, 'means', 'rifles');
    await choose(element, 'target', 'Miners');
    expect(textOf(one(element, '.message'))).to.equal(
      'No event passes these filters 6 events are in these data. What is chosen above hides them all.',
    );
    expect(has(element, '.message button'), 'the line above has it').to.equal(false);
    expect(has(element, '.chart, .legend')).to.equal(false);
    expect(laneNames(element)).to.deep.equal([]);
    expect(all(element, '.chip .count').map(textOf)).to.deep.equal(['0', '0']);
    await press(element, 'Escape');
    const clear = one(element, '.active-filters > button');
    clear.focus();
    await press(element, 'Enter');
    expect(laneNames(element)).to.deep.equal(['Side A', 'Side B']);
    expect(focused(element)).to.equal(opener(element));
  });

  it('leaves no event together with lanes or a search: has a way back from each', async () => {
    const element = await mount({}, { data: six });
    await open(element);
    await choose(element, 'source', 'Gazette');
    button(element, /^Side B/).click();
    await drawn(element);
    expect(all(element, '.message button').map(textOf)).to.deep.equal(['Show all']);
    all(element, '.message button')[0]!.click();
    await drawn(element);
    expect(shown(element)).to.equal('n5');

    const many = await mount({}, { data: crowd(2000, 4) });
    await open(many);
    await choose(many, 'date', 'exact day');
    one<HTMLInputElement>(many, '.search input').focus();
    await sendKeys({ type: 'water' });
    // Each letter is searched for, if time is left before the next one.
    while (!/“water”/.test(textOf(many.shadowRoot!.querySelector('.message-title')))) await drawn(many);
    expect(textOf(one(many, '.message-title'))).to.equal('No event that passes the filters matches “water”');
    expect(all(many, '.message button').map(textOf)).to.deep.equal(['Clear search']);
    all(many, '.message button')[0]!.click();
    await drawn(many);
    expect(has(many, '.message')).to.equal(false);
    expect(removers(many).map(textOf)).to.deep.equal(['Remove filter: Date: exact day']);
  });
});

describe('a chosen range', () => {
  it('is said in list and table, with the way back; what has no date is never outside', async () => {
    const element = await mount({ view: 'list' }, { data: six });
    expect(has(element, '.active-range')).to.equal(false);
    element.zoomTo('2016-05-04', '2016-05-05');
    await drawn(element);
    expect(shown(element)).to.equal('n4 n5 n6');
    expect(textOf(one(element, '.active-range'))).to.equal('3 of 6 lie outside this range. Show all dates');
    button(element, 'Show all dates').focus();
    await press(element, 'Enter');
    await drawn(element);
    expect(has(element, '.active-range')).to.equal(false);
    expect(shown(element)).to.equal('n1 n2 n3 n4 n5 n6');
    expect(focused(element)).to.equal(opener(element));
  });

  it('is counted among what the filters leave, and says so where it has none of it', async () => {
    const element = await mount({ view: 'list', from: '2016-05-04', to: '2016-05-05' }, { data: six });
    await open(element);
    await choose(element, 'type', 'raid');
    expect(textOf(one(element, '.active-range'))).to.equal('3 of 3 lie outside this range. Show all dates');
    expect(textOf(one(element, '.message'))).to.equal('No event lies in this range Show all dates');
    await press(element, 'Escape');
    all(element, '.message button')[0]!.click();
    await drawn(element);
    expect(shown(element)).to.equal('n1 n2 n3');
  });

  it('is no matter of the chart, which shows it', async () => {
    const element = await mount({ from: '2016-05-04', to: '2016-05-05' }, { data: six });
    expect(has(element, '.active-range')).to.equal(false);
  });
});

describe('filters in Arabic', () => {
  const arabic = { lang: 'ar-SY' } as const;

  it('are Arabic in all that is ours, with counts in its plural forms', async () => {
    const element = await mount(arabic);
    expect(textOf(opener(element))).to.equal('انتقاء');
    await open(element);
    expect(all(element, 'legend').map(textOf)).to.deep.equal([
      'النوع',
      'المكان',
      'الوسيلة',
      'الهدف',
      'مدى التأكد',
      'التاريخ',
    ]);
    expect(values(element, 'date')).to.deep.equal([
      'يوم محدد ٤',
      'ربما في يوم محدد ١',
      'في وقت ما بين حدّين ١٢',
      'استمر، وطرفاه غير مؤكدين ٣',
      'بدأ حينها، ونهايته غير معروفة ١',
      'في تاريخ أو قبله ١٠',
      'بلا تاريخ، مستمر عند كتابة التقرير ٢',
    ]);
    expect(values(element, 'place')[0]).to.equal('مدينة دير الزور ١٠');
    expect(has(element, '#filter-panel bdi'), 'all is the reader’s language').to.equal(false);
    const active: string[] = [];
    for (const label of labels(element, 'type').slice(0, 3)) {
      label.querySelector('input')!.click();
      await drawn(element);
      active.push(textOf(one(element, '.facet-menu > button .unseen')));
    }
    expect(active).to.deep.equal(['معيار واحد', 'معياران', '٣ معايير']);
    expect(said(element)).to.contain('١٤ من ٣٣ حدثًا؛ ١٩ حدثًا مُخفى.');
    expect(removers(element).map(textOf)[0]).to.equal('أزل المعيار: النوع: غارات جوية');
  });

  it('mark what is English in the data', async () => {
    const element = await mount(arabic, { data: six });
    await open(element);
    await choose(element, 'place', 'Mill');
    for (const node of [labels(element, 'place')[1]!, removers(element)[0]!]) {
      const { lang, dir, textContent } = node.querySelector('bdi')!;
      expect([lang, dir, textContent]).to.deep.equal(['en', 'ltr', 'Mill']);
    }
    expect(labels(element, 'place')[2]!.querySelector('bdi'), 'ours').to.equal(null);
    expect(said(element)).to.contain('٢ من ٦ أحداث؛ ٤ أحداث مُخفاة.');
  });

  it('say what lies outside the range in each form', async () => {
    const element = await mount({ ...arabic, view: 'list', from: '2016-05-04', to: '2016-05-05' }, { data: six });
    expect(textOf(one(element, '.active-range'))).to.equal('٣ أحداث من ٦ خارج هذا المدى. أظهر كل التواريخ');
    element.from = '2016-05-03';
    await drawn(element);
    expect(textOf(one(element, '.active-range'))).to.contain('حدثان من ٦ خارج هذا المدى.');
    element.from = '2016-05-02';
    await drawn(element);
    expect(textOf(one(element, '.active-range'))).to.contain('حدث واحد من ٦ خارج هذا المدى.');
  });
});

describe('in a narrow container', () => {
  it('the lanes are behind a button with their keys, beside that of the filters', async () => {
    const element = await mount({}, { width: 343 });
    expect(has(element, '.chip')).to.equal(false);
    const lanes = button(element, 'All 5 actors');
    expect(lanes.querySelectorAll('.figure')).to.have.length(5);
    expect(lanes.getBoundingClientRect().top).to.equal(opener(element).getBoundingClientRect().top);
    await click(lanes);
    await drawn(element);
    expect(all(element, '.menu label').map(textOf)).to.deep.equal([
      'Syrian government 18',
      'ISIS 11',
      'Russian air force 1',
      'US-led coalition 1',
      'Actor not stated 3',
    ]);
    expect(has(element, '.menu .field'), 'nothing to look for').to.equal(false);
    const { left, right } = one(element, '.menu .panel').getBoundingClientRect();
    expect(left).to.be.at.least(element.getBoundingClientRect().left);
    expect(right).to.be.at.most(element.getBoundingClientRect().right);
    all(element, '.menu input')[0]!.click();
    await drawn(element);
    expect(textOf(lanes)).to.equal('4 of 5 actors');
    expect(lanes.querySelectorAll('.figure')).to.have.length(4);
    expect(all(element, '.item')).to.have.length(16);
  });

  it('two lanes are chips', async () => {
    expect(all(await mount({}, { data: six, width: 343 }), '.chip')).to.have.length(2);
  });
});
