import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { crowd, manyEvents, report } from './support/data.js';
import { all, button, click, drawn, has, idOf, laneNames, mount, one, textOf, until } from './support/element.js';

const data = crowd(2000, 4);
const field = (element: ReportTimelineElement) => one<HTMLInputElement>(element, '.search input');
const status = (element: ReportTimelineElement) => textOf(one(element, '.status'));
const focused = (element: ReportTimelineElement) => element.shadowRoot!.activeElement;
/** Types, and waits for the answer. */
async function search(element: ReportTimelineElement, text: string, answer: RegExp): Promise<void> {
  field(element).focus();
  await sendKeys({ type: text });
  await until(() => answer.test(status(element)));
  await drawn(element);
}

describe('the search', () => {
  it('is there where there is more than a page of events', async () => {
    expect(has(await mount(), '.search')).to.equal(false);
    const element = await mount({}, { data });
    expect(field(element).getAttribute('aria-label')).to.equal('Search titles, places, quotes');
    expect(has(await mount({ controls: 'filter zoom' }, { data }), '.search')).to.equal(false);
    expect(has(await mount({ controls: 'search' }, { data }), '.search')).to.equal(true);
  });

  it('leaves what matches, in lanes that keep their place, and says how many', async () => {
    const element = await mount({}, { data });
    const lanes = laneNames(element);
    await search(element, 'ceasefire', /match/);
    expect(status(element)).to.match(/20 of 2,000 events match the search/);
    expect(laneNames(element)).to.deep.equal(lanes);
    const counts = all(element, '.chip .count').map(textOf);
    const own = counts.map((text) => Number(text.split(' of ')[0]));
    expect(own.reduce((sum, n) => sum + n)).to.equal(20);
    for (const id of all(element, '.cell[data-event]').map((node) => idOf(element, node)!)) {
      expect(Number(id.slice(1)) % 100).to.equal(0);
    }
    expect(element.toJSON()['events']).to.have.length(20);
    await click(button(element, 'List'));
    await drawn(element);
    expect(all(element, '.item')).to.have.length(20);
  });

  it('is cleared by its button and by Escape, and gives the focus back to the field', async () => {
    const element = await mount({}, { data });
    const before = status(element);
    for (const clear of [() => click(button(element, 'Clear search')), () => sendKeys({ press: 'Escape' })]) {
      await search(element, 'ceasefire', /match/);
      await clear();
      await drawn(element);
      expect(field(element).value).to.equal('');
      expect(status(element)).to.equal(before);
      expect(focused(element)).to.equal(field(element));
    }
    // Nothing to clear: the key is the page's.
    expect(field(element).dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', cancelable: true }))).to.equal(
      true,
    );
  });

  it('says so when nothing matches, and the way back', async () => {
    const element = await mount({}, { data });
    await search(element, 'water', /(^| )0 of/);
    expect(textOf(one(element, '.message'))).to.equal(
      'No event matches “water” 2,000 events are in these data. None of them is hidden for any other reason. Clear search',
    );
    expect(all(element, '.chip .count').map(textOf)[3]).to.match(/^0 of \d+$/);
    expect(has(element, '.chart, .list, .legend')).to.equal(false);
    for (const chip of all(element, '.chip').slice(1)) chip.click();
    await drawn(element);
    expect(textOf(one(element, '.message-title'))).to.equal('No event matches “water” among those of Side 0');
    await click(button(element, 'Show all'));
    await drawn(element);
    await click(all(element, '.message button')[0]!);
    await drawn(element);
    expect(laneNames(element)).to.have.length(4);
  });

  it('takes the last of several questions, and waits until the hand rests', async () => {
    const element = await mount({}, { data });
    const before = status(element);
    field(element).focus();
    await sendKeys({ type: 'cease' });
    await drawn(element);
    expect(status(element), 'the old picture stays').to.equal(before);
    await sendKeys({ type: 'fire 1' });
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ type: '300' });
    await until(() => /(^| )2 of 2,000 events match the search/.test(status(element)));
    expect(field(element).value).to.equal('ceasefire 300');
  });

  it('is forgotten with the data that were searched', async () => {
    const element = await mount({}, { data });
    field(element).focus();
    await sendKeys({ type: 'ceasefire' });
    element.data = report(manyEvents(100));
    await element.ready;
    await new Promise((resolve) => setTimeout(resolve, 250));
    await drawn(element);
    expect(field(element).value).to.equal('');
    expect(status(element)).to.match(/100 of 100 events/);
  });

  it('takes no keys from the chart, and gives none to it', async () => {
    const element = await mount({}, { data });
    const before = element.range;
    field(element).focus();
    await sendKeys({ type: '+-0' });
    await sendKeys({ press: 'ArrowLeft' });
    await drawn(element);
    expect(field(element).value).to.equal('+-0');
    expect(element.range).to.deep.equal(before);
  });
});
