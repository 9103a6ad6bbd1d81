import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { report, event, crowd } from './support/data.js';
import { mount, drawn, until, one, all, has, button, cell, idOf, rangeOf } from './support/element.js';
import { focused, focusedId, laneOf, stops, press, moved } from './support/keys.js';

describe('the focused event', () => {
  const isInPlot = (element: ReportTimelineElement) => {
    const box = focused(element)!.getBoundingClientRect();
    const lanes = one(element, '.lanes').getBoundingClientRect();
    return box.width > 0 && box.right > lanes.left && box.left < lanes.right;
  };

  for (const [kind, id] of [
    ['an exact day', 'e20'],
    ['a window', 'e25'],
    ['a window that comes from before the view', 'e26'],
    ['a clash', 'e12'],
    ['what is only bounded by its end', 'e28'],
    ['what is not dated', 'e15'],
  ] as const) {
    it(`stays where it is while keys zoom in as far as they can: ${kind}`, async () => {
      const element = await mount();
      cell(element, id).focus();
      await drawn(element);
      for (let i = 0; i < 16; i++) {
        const before = rangeOf(element);
        await sendKeys({ press: '+' });
        await until(() => rangeOf(element)[1] - rangeOf(element)[0] < (before[1] - before[0]) * 0.6 || i > 11);
        await drawn(element);
        expect(focusedId(element), `after ${i + 1}`).to.equal(id);
        expect(isInPlot(element)).to.equal(true);
      }
      await moved(element, () => press(element, '0'));
      expect(focusedId(element)).to.equal(id);
    }).timeout(20_000);
  }

  it('has the focus again when its lane has been counts for a while', async () => {
    const element = await mount({ from: '2013-03-01', to: '2013-03-04' }, { data: crowd(12_000, 3) });
    await until(() => has(element, '.cell[data-event]'));
    const target = all(element, '[data-lane="2"] .cell[data-event]')[1]!;
    const id = idOf(element, target)!;
    target.focus();
    await drawn(element);
    for (let i = 0; i < 6; i++) await moved(element, () => press(element, '-'));
    expect(focused(element)!.matches('.cell[data-bin]'), 'counted').to.equal(true);
    expect(laneOf(element)).to.equal('Side 2');
    expect(stops(element)).to.deep.equal([focused(element)]);
    for (let i = 0; i < 6; i++) await moved(element, () => press(element, '+'));
    expect(focusedId(element)).to.equal(id);
    expect(stops(element)).to.deep.equal([focused(element)]);
  }).timeout(20_000);

  it('has it through filters, a search, another language, another theme, another width', async () => {
    const element = await mount();
    cell(element, 'e24').focus();
    await drawn(element);
    const stays = async (what: string, act: () => void) => {
      act();
      await drawn(element);
      expect(focusedId(element), what).to.equal('e24');
      expect(stops(element), what).to.deep.equal([focused(element)]);
    };
    await stays('a lane switched off', () => all(element, '.chip')[0]!.click());
    await stays('and on', () => all(element, '.chip')[0]!.click());
    await stays('Arabic', () => (element.lang = 'ar-SY'));
    await stays('English', () => (element.lang = 'en'));
    await stays('dark', () => (element.theme = 'dark'));
    await stays('selected', () => element.select('e24'));
    await stays('another selected', () => element.select('e12'));
    await stays('a time axis the other way', () => (element.axisDirection = 'rtl'));
    await stays('medium', () => (element.parentElement!.style.width = '640px'));
    await stays('wide', () => (element.parentElement!.style.width = '1200px'));
    await stays('lanes that the page names', () => (element.actors = 'isis, regime'));
    const field = one<HTMLInputElement>(element, '.search input');
    await stays('a search that finds it', () => {
      field.value = 'panorama';
      field.dispatchEvent(new InputEvent('input'));
    });
    await until(() => all(element, '.cell').length < 10);
    await drawn(element);
    expect(focusedId(element)).to.equal('e24');
  });

  it('has it in the list where there is no room for a chart, and in the chart again', async () => {
    const element = await mount();
    cell(element, 'e24').focus();
    await drawn(element);
    element.parentElement!.style.width = '400px';
    await until(() => has(element, '.list'));
    await drawn(element);
    expect(focused(element)!.matches('.item-title')).to.equal(true);
    expect(focusedId(element)).to.equal('e24');
    element.parentElement!.style.width = '1200px';
    await until(() => has(element, '.chart'));
    await drawn(element);
    expect(focused(element)!.matches('.cell')).to.equal(true);
    expect(focusedId(element)).to.equal('e24');
  });

  it('is where Tab enters when the view has been a list meanwhile', async () => {
    const element = await mount();
    cell(element, 'e24').focus();
    await drawn(element);
    for (const name of ['List', 'Chart']) {
      button(element, name).click();
      await drawn(element);
    }
    expect(stops(element).map((node) => idOf(element, node))).to.deep.equal(['e24']);
  });

  it('that is filtered out leaves the focus in its lane, or in the chart', async () => {
    const element = await mount();
    cell(element, 'e22').focus();
    await drawn(element);
    element.actors = 'isis, regime';
    await drawn(element);
    expect(focused(element)?.matches('.cell[tabindex="0"]')).to.equal(true);
  });

  it('leaves the focus to its lane where the view is empty, and keys lead back', async () => {
    const events = [event('x', '2010-01-01'), event('y', '2012-01-01')];
    const element = await mount({ from: '2009-12-30', to: '2010-01-05' }, { data: report(events) });
    one(element, '.grid [tabindex="0"]').focus();
    await drawn(element);
    const id = focusedId(element);
    while (has(element, '.cell')) await moved(element, () => press(element, 'PageDown'));
    expect(focused(element)!.getAttribute('role')).to.equal('rowheader');
    expect(stops(element)).to.deep.equal([focused(element)]);
    await moved(element, () => press(element, '0'));
    expect(focusedId(element)).to.equal(id);
    element.zoomTo('2011-01-01', '2011-01-05');
    await until(() => !has(element, '.cell'));
    await press(element, 'ArrowRight');
    expect(focused(element)!.matches('.cell'), 'an arrow goes to the first').to.equal(true);
  });

  it('is never under what sticks: in a box that scrolls, below a bar of the page', async () => {
    const box = document.createElement('div');
    box.className = 'place';
    box.style.cssText = 'height:420px;overflow:auto;width:640px;position:relative';
    const bar = document.createElement('div');
    bar.style.cssText = 'position:sticky;top:0;height:60px;background:silver;z-index:9';
    const element = document.createElement('report-timeline');
    element.setAttribute('view', 'chart');
    element.style.setProperty('--report-timeline-sticky-top', '60px');
    box.append(bar, element);
    document.body.append(box);
    await element.ready;
    await drawn(element);
    one(element, '.grid [tabindex="0"]').focus();
    const check = () => {
      const { top, bottom } = focused(element)!.getBoundingClientRect();
      const { bottom: axis } = one(element, '.axis').getBoundingClientRect();
      const { bottom: end } = box.getBoundingClientRect();
      expect(top, focusedId(element)).to.be.at.least(axis - 0.5);
      expect(bottom, focusedId(element)).to.be.at.most(end + 0.5);
      expect(axis).to.be.at.least(bar.getBoundingClientRect().bottom - 0.5);
      // The names of lanes stick below the axis where they are rows of their own.
      const name = focused(element)!.closest('[data-lane]')!.querySelector('.lane-name')!.getBoundingClientRect();
      if (focused(element)!.matches('.cell')) expect(top, 'below the name').to.be.at.least(name.bottom - 0.5);
    };
    await press(element, 'Control+Home');
    for (let i = 0; i < 17; i++) {
      check();
      await press(element, 'ArrowRight');
    }
    await press(element, 'Control+End');
    check();
    for (let i = 0; i < 4; i++) {
      await press(element, 'ArrowUp');
      check();
    }
  }).timeout(20_000);

  for (const [width, height] of [
    [800, 900],
    [800, 500],
    [375, 667],
  ] as const) {
    it(`is never under the details that stand below: ${width} × ${height}`, async () => {
      await setViewport({ width, height });
      try {
        const element = await mount({ event: 'e24', view: 'chart' }, { width: width - 20 });
        const details = one(element, '.details.below');
        const isSticky = getComputedStyle(details).position === 'sticky';
        expect(isSticky).to.equal(height > 600);
        const check = () => {
          const { top, bottom } = focused(element)!.getBoundingClientRect();
          const end = Math.min(innerHeight, one(element, '.details.below').getBoundingClientRect().top);
          expect(top, focusedId(element)).to.be.at.least(one(element, '.axis').getBoundingClientRect().bottom - 0.5);
          expect(bottom, focusedId(element)).to.be.at.most(end + 0.5);
        };
        one(element, '.grid [tabindex="0"]').focus();
        await press(element, 'Control+Home');
        for (let i = 0; i < 17; i++) {
          check();
          await press(element, 'ArrowRight');
        }
        for (const key of ['ArrowDown', 'ArrowDown', 'n', 'n', 'n', 'n', 'ArrowUp']) {
          await press(element, key);
          check();
        }
        await press(element, 'Enter');
        const title = focused(element)!;
        expect(title.matches('.event-title')).to.equal(true);
        const { top, bottom } = title.getBoundingClientRect();
        expect(top).to.be.at.least(0);
        expect(bottom).to.be.at.most(innerHeight);
      } finally {
        await setViewport({ width: 1300, height: 1000 });
      }
    }).timeout(20_000);
  }
});
