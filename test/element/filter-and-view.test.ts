import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import report from '../../data/deir-ez-zor-2016-05.json';
import { report as reportOf, manyEvents } from './support/data.js';
import { all, button, click, drawn, has, idOf, laneNames, mount, one, record, textOf } from './support/element.js';

describe('a chip', () => {
  it('is a toggle button with name and count, and says when it is off', async () => {
    const element = await mount();
    const chips = all(element, '.chip');
    expect(chips.map((chip) => textOf(chip.querySelector('.chip-name')))).to.deep.equal(
      report.actors.map(({ name }) => name.en),
    );
    expect(chips.map((chip) => textOf(chip.querySelector('.count')))).to.deep.equal(['18', '11', '1', '1', '3']);
    expect(chips.map((chip) => chip.getAttribute('aria-pressed'))).to.deep.equal(Array(5).fill('true'));
    expect(one(element, '.chips').getAttribute('aria-label')).to.equal('Show or hide');

    await click(chips[1]!);
    await drawn(element);
    expect(chips.map((chip) => chip.getAttribute('aria-pressed'))).to.deep.equal([
      'true',
      'false',
      'true',
      'true',
      'true',
    ]);
    expect(textOf(chips[1]!.querySelector('.count'))).to.equal('off');
  });

  it('takes its lane out of the chart and puts it back, and tells the page', async () => {
    const element = await mount();
    const log = record(element);
    const all33 = textOf(one(element, '.status'));
    await click(button(element, /^Syrian government/));
    await drawn(element);
    expect(laneNames(element)).to.deep.equal(['ISIS', 'Russian air force', 'US-led coalition', 'Actor not stated']);
    // The clash stays: ISIS is a side of it.
    expect(textOf(one(element, '.status'))).to.contain('17 hidden by the filter');
    expect(element.toJSON()['events']).to.have.length(16);
    await click(button(element, /^Syrian government/));
    await drawn(element);
    expect(laneNames(element)).to.have.length(5);
    expect(textOf(one(element, '.status'))).to.equal(all33);
    expect(log).to.deep.equal(['filter user regime', 'filter user ']);
  });

  it('works by keyboard', async () => {
    const element = await mount();
    all(element, '.chip')[4]!.focus();
    await sendKeys({ press: 'Space' });
    await drawn(element);
    expect(laneNames(element)).not.to.include('Actor not stated');
    expect(element.shadowRoot!.activeElement).to.equal(all(element, '.chip')[4]);
  });

  it('hides in the list too', async () => {
    const element = await mount({ view: 'list' });
    await click(button(element, /^ISIS/));
    await drawn(element);
    expect(all(element, '.item')).to.have.length(23);
  });

  it('that was the last one leaves a sentence and a way back', async () => {
    const element = await mount();
    const log = record(element);
    for (const chip of all(element, '.chip')) chip.click();
    await drawn(element);
    expect(textOf(one(element, '.message'))).to.equal(
      'Everything is switched off No event is lost: switch one of the names above on again. Show all',
    );
    expect(has(element, '.chart, .list, .legend')).to.equal(false);
    expect(all(element, '.chip')).to.have.length(5);
    log.length = 0;
    await click(button(element, 'Show all'));
    await drawn(element);
    expect(laneNames(element)).to.have.length(5);
    expect(all(element, '.chip[aria-pressed=true]')).to.have.length(5);
    expect(log).to.deep.equal(['filter user ']);
  });

  it('forgets what was off when the lanes are other ones', async () => {
    const element = await mount();
    button(element, /^ISIS/).click();
    await drawn(element);
    element.groupBy = 'type';
    await drawn(element);
    expect(has(element, '.chip[aria-pressed=false]')).to.equal(false);
  });
});

describe('the view', () => {
  for (const [width, view] of [
    [559, 'list'],
    [560, 'chart'],
    [320, 'list'],
    [1200, 'chart'],
  ] as const) {
    it(`is a ${view} where the container is ${width} pixels wide`, async () => {
      const element = await mount({}, { width });
      expect([has(element, '.chart'), has(element, '.list')]).to.deep.equal([view === 'chart', view === 'list']);
      expect(button(element, view === 'chart' ? 'Chart' : 'List').getAttribute('aria-pressed')).to.equal('true');
      expect(element.scrollWidth, 'nothing sticks out').to.be.at.most(width);
    });
  }

  it('follows the container, not the window', async () => {
    const element = await mount();
    element.parentElement!.style.width = '500px';
    while (!has(element, '.list')) await drawn(element);
    element.parentElement!.style.width = '1000px';
    while (!has(element, '.chart')) await drawn(element);
    expect(laneNames(element)).to.have.length(5);
  });

  it('is the reader’s choice until the page says otherwise', async () => {
    const element = await mount();
    await click(button(element, 'List'));
    await drawn(element);
    expect(has(element, '.list')).to.equal(true);
    expect(button(element, 'List').getAttribute('aria-pressed')).to.equal('true');
    expect(button(element, 'Chart').getAttribute('aria-pressed')).to.equal('false');
    element.heading = 'Something else changes';
    await drawn(element);
    expect(has(element, '.list')).to.equal(true);
    element.view = 'chart';
    await drawn(element);
    expect(has(element, '.chart')).to.equal(true);
  });

  it('keeps the selection and the range from one to the other', async () => {
    const element = await mount({ event: 'e28', from: '2016-05-15', to: '2016-05-16' });
    const range = element.range;
    await click(button(element, 'List'));
    await drawn(element);
    expect(textOf(one(element, '.item[data-open] .item-title'))).to.contain('Al-Wadi Street');
    await click(button(element, 'Chart'));
    await drawn(element);
    expect(element.range).to.deep.equal(range);
    expect(textOf(one(element, '.event-title'))).to.contain('Al-Wadi Street');
  });

  it('is a list where nothing has a date', async () => {
    const element = await mount({}, { data: reportOf([{ id: 'x', when: null, title: 'X', actors: ['a'] }]) });
    expect(has(element, '.list')).to.equal(true);
    expect(element.range).to.equal(null);
    element.fit();
    await drawn(element);
  });
});

describe('the list', () => {
  const headings = (element: Awaited<ReturnType<typeof mount>>) => all(element, '.section-title').map(textOf);

  it('stands in sections, with the date in words as heading, in the order of time', async () => {
    const element = await mount({ view: 'list' });
    expect(headings(element)).to.include.members([
      'On 14 May 2016',
      'On 18 May 2016',
      'Possibly on 18 May 2016',
      'Sometime between 14 and 18 May 2016',
      'Sometime between 14 and 19 May 2016',
      'From 14 May (possibly) to 19 May 2016 (possibly)',
      'From 18 May 2016; end not known',
      'On or before 19 May 2016',
      'Date not stated',
    ]);
    expect(new Set(headings(element)).size).to.equal(headings(element).length);
    expect(headings(element).at(-1)).to.equal('Date not stated');
    expect(headings(element).indexOf('On 14 May 2016')).to.be.below(headings(element).indexOf('On 18 May 2016'));
    const levels = all(element, '.section-title').map((node) => node.getAttribute('aria-level'));
    expect(new Set(levels)).to.deep.equal(new Set(['3']));
  });

  it('has every event once, under its own date', async () => {
    const element = await mount({ view: 'list' });
    const ids = all(element, '.item-title').map((node) => idOf(element, node));
    expect([...ids].sort()).to.deep.equal(report.events.map(({ id }) => id).sort());
    const section = (title: string) =>
      all(element, '.section')
        .find((node) => textOf(node.querySelector('.section-title')) === title)!
        .querySelectorAll('.item-title');
    expect([...section('On 18 May 2016')].map((node) => idOf(element, node))).to.have.members(['e01', 'e02', 'e03']);
    expect([...section('Sometime between 14 and 18 May 2016')].map((node) => idOf(element, node))).to.have.members([
      'e04',
      'e24',
      'e25',
    ]);
    expect(textOf(one(element, '.order'))).to.contain('time runs down; order, not scale');
  });

  it('opens an event where it stands, and closes it again', async () => {
    const element = await mount({ view: 'list' });
    const log = record(element);
    const title = all(element, '.item-title').find((node) => idOf(element, node) === 'e24')!;
    expect(title.getAttribute('aria-expanded')).to.equal('false');
    await click(title);
    await drawn(element);
    expect(title.getAttribute('aria-expanded')).to.equal('true');
    const item = title.closest('.item')!;
    expect(item.querySelector('blockquote')!.lang).to.equal('ar');
    expect(textOf(item)).to.contain('Sometime between 14 and 18 May 2016, likely on 14 May.');
    expect(has(element, '.details')).to.equal(false);
    await sendKeys({ press: 'Escape' });
    await drawn(element);
    expect(title.getAttribute('aria-expanded')).to.equal('false');
    expect(element.shadowRoot!.activeElement).to.equal(title);
    expect(log).to.deep.equal(['select user e24', 'select user null']);
  });

  it('says "likely" for the event and not for the section', async () => {
    const element = await mount({ view: 'list' });
    const item = all(element, '.item-title')
      .find((node) => idOf(element, node) === 'e24')!
      .closest('.item')!;
    expect(textOf(item)).to.contain('Likely on 14 May');
  });

  it('of many events comes in pages that one can turn, and opens the page of the selected one', async () => {
    const element = await mount({ view: 'list' }, { data: reportOf(manyEvents(150)) });
    const ids = () => all(element, '.item-title').map((node) => idOf(element, node));
    expect(ids()).to.have.length(60);
    const seen = new Set(ids());
    for (let page = 0; page < 2; page++) {
      const later = button(element, 'Later events');
      await click(later);
      await drawn(element);
      ids().forEach((id) => seen.add(id));
      expect(element.shadowRoot!.activeElement, 'also at the end').to.equal(later);
    }
    expect(seen.size).to.equal(150);
    const off = () =>
      all(element, '.pager button')
        .slice(0, 4)
        .map((node) => node.getAttribute('aria-disabled') === 'true');
    expect(off()).to.deep.equal([false, false, true, true]);
    await click(button(element, 'First events'));
    await drawn(element);
    expect(ids()[0]).to.equal('n0');
    expect(off()).to.deep.equal([true, true, false, false]);
    await click(button(element, 'Last events'));
    await drawn(element);
    expect(ids().at(-1)).to.equal('n149');
    element.select('n3');
    await drawn(element);
    expect(ids()).to.include('n3');
  });
});
