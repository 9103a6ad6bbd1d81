import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { manyEvents, report } from './support/data.js';
import {
  all,
  button,
  cell,
  drawn,
  has,
  idOf,
  laneNames,
  mount,
  next,
  one,
  rangeOf,
  record,
} from './support/element.js';

const press = async (element: ReportTimelineElement, ...keys: string[]) => {
  for (const key of keys) {
    const [last, ...held] = key.split('-').reverse().filter(Boolean);
    for (const modifier of held) await sendKeys({ down: modifier });
    await sendKeys({ press: last ?? key });
    for (const modifier of held) await sendKeys({ up: modifier });
  }
  await drawn(element);
};
const focused = (element: ReportTimelineElement) => element.shadowRoot!.activeElement;
const focusedId = (element: ReportTimelineElement) => idOf(element, focused(element));
const laneOf = (element: ReportTimelineElement) =>
  focused(element)?.closest('[role=row]')?.getAttribute('aria-label') ?? null;
const tabStops = (element: ReportTimelineElement) => all(element, '.grid [tabindex="0"]');
/** Ids of a lane's events in the order of the list, which says order and nothing else. */
async function listOrder(actor: string): Promise<string[]> {
  const list = await mount({ view: 'list' });
  const order = all(list, '.item-title').map((node) => idOf(list, node)!);
  const events = list.events;
  list.remove();
  return order.filter((id) => events.find((own) => own.id === id)!.actors.includes(actor));
}

async function enterGrid(element: ReportTimelineElement): Promise<void> {
  one(element, '.grid [tabindex="0"]').focus();
  await drawn(element);
}

describe('Tab', () => {
  it('enters the grid once and leaves it again', async () => {
    const element = await mount();
    const before = document.createElement('button');
    const after = document.createElement('button');
    element.before(before);
    element.after(after);
    before.focus();
    const visited: Element[] = [];
    for (let i = 0; i < 80 && document.activeElement !== after; i++) {
      await sendKeys({ press: 'Tab' });
      const target = focused(element);
      if (target) visited.push(target);
    }
    expect(document.activeElement, 'no trap').to.equal(after);
    expect(visited.filter((node) => node.matches('.cell'))).to.have.length(1);
    expect(new Set(visited).size, 'each place once').to.equal(visited.length);
    for (const node of visited) {
      const box = node.getBoundingClientRect();
      expect(box.width * box.height, node.outerHTML.slice(0, 80)).to.be.above(0);
    }
    const chips = all(element, '.chip');
    expect(visited.slice(0, chips.length + 2)).to.include.members(chips);
  });

  it('finds one stop in the grid, whatever happened to the event that was there', async () => {
    const element = await mount();
    const isOne = (when: string) => {
      expect(tabStops(element), when).to.have.length(1);
    };
    isOne('at first');
    cell(element, 'e20').focus();
    await press(element, 'ArrowRight');
    isOne('after an arrow');
    element.zoomTo('2016-03-01', '2016-03-10');
    await next(element, 'timeline-range-change');
    await drawn(element);
    isOne('where it is out of view');
    element.fit();
    await next(element, 'timeline-range-change');
    await drawn(element);
    isOne('where it is in view again');
    button(element, /^ISIS/).click();
    await drawn(element);
    isOne('where its lane is off');
    element.actors = 'coalition';
    await drawn(element);
    isOne('where its lane is not wanted');
    element.select('e22');
    await drawn(element);
    isOne('where another is selected');
  });

  it('enters at the selected event', async () => {
    const element = await mount({ event: 'e21' });
    expect(tabStops(element).map((node) => idOf(element, node))).to.deep.equal(['e21']);
  });

  it('shows a ring of two pixels', async () => {
    const element = await mount();
    await enterGrid(element);
    await press(element, 'ArrowRight');
    const style = getComputedStyle(focused(element)!);
    expect(style.outlineStyle).to.equal('solid');
    expect(parseFloat(style.outlineWidth)).to.be.at.least(2);
  });
});

for (const dir of ['ltr', 'rtl'] as const) {
  const [forward, back] = dir === 'rtl' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];

  describe(`arrow keys, ${dir}`, () => {
    it('walk all events of a lane in the order of the list, and stop at its ends', async () => {
      const expected = await listOrder('isis');
      const element = await mount({ dir });
      cell(element, expected[0]!).focus();
      const walked = [focusedId(element)];
      for (let i = 1; i < expected.length; i++) {
        await press(element, forward);
        expect(laneOf(element)).to.equal('ISIS');
        walked.push(focusedId(element));
      }
      expect(walked).to.deep.equal(expected);
      await press(element, forward);
      expect(focusedId(element)).to.equal(expected.at(-1));
      await press(element, back);
      expect(focusedId(element)).to.equal(expected.at(-2));
    }).timeout(20_000);

    it('say the place in the lane in that same order', async () => {
      const expected = await listOrder('isis');
      const element = await mount({ dir });
      cell(element, expected[0]!).focus();
      const places: string[] = [];
      for (let i = 0; i < expected.length; i++) {
        places.push(focused(element)!.getAttribute('aria-label')!.split(' in ')[0]!);
        await press(element, forward);
      }
      expect(places).to.deep.equal(expected.map((_, i) => `${i + 1} of ${expected.length}`));
    }).timeout(20_000);

    it('go up and down to the next lane, to what is nearest in time', async () => {
      const element = await mount({ dir });
      const lanes = laneNames(element);
      cell(element, 'e20').focus();
      await press(element, 'ArrowUp');
      expect(laneOf(element)).to.equal(lanes[0]);
      expect(element.events.find(({ id }) => id === focusedId(element))!.when).to.match(/^\[?2016-05-14/);
      await press(element, 'ArrowUp');
      expect(laneOf(element)).to.equal(lanes[0]);
      for (const lane of lanes.slice(1)) {
        await press(element, 'ArrowDown');
        expect(laneOf(element)).to.equal(lane);
      }
      await press(element, 'ArrowDown');
      expect(laneOf(element)).to.equal(lanes.at(-1));
    });

    it('Home and End go to the ends of the lane, with Ctrl to those of all', async () => {
      const isis = await listOrder('isis');
      const regime = await listOrder('regime');
      const unknown = await listOrder('not-stated');
      const element = await mount({ dir });
      cell(element, 'e28').focus();
      await press(element, 'Home');
      expect(focusedId(element)).to.equal(isis[0]);
      await press(element, 'End');
      expect(focusedId(element)).to.equal(isis.at(-1));
      await press(element, 'Control-Home');
      expect([laneOf(element), focusedId(element)]).to.deep.equal(['Syrian government', regime[0]]);
      await press(element, 'Control-End');
      expect([laneOf(element), focusedId(element)]).to.deep.equal(['Actor not stated', unknown.at(-1)]);
    });
  });
}

describe('the focus', () => {
  it('brings its event into view, and stays on it', async () => {
    const element = await mount({ from: '2016-03-01', to: '2016-03-20' });
    await enterGrid(element);
    await press(element, 'Control-Home');
    const moved = rangeOf(element);
    for (let i = 0; i < 6; i++) {
      await press(element, 'ArrowRight');
      const { id, when } = element.events.find((own) => own.id === focusedId(element))!;
      expect(focused(element)!.matches('.cell'), id).to.equal(true);
      expect(focused(element)!.getAttribute('tabindex'), id).to.equal('0');
      expect(when === null || when === '/..' || rangeOf(element)[1] >= moved[0]).to.equal(true);
    }
    expect(tabStops(element)).to.deep.equal([focused(element)]);
  });

  it('stays on its event while keys zoom and pan', async () => {
    const element = await mount();
    cell(element, 'e24').focus();
    await drawn(element);
    const go = async (key: string) => {
      const ended = next(element, 'timeline-range-change');
      await press(element, key);
      await ended;
      await drawn(element);
      return focusedId(element);
    };
    const e24 = `.cell[data-event="${element.events.findIndex(({ id }) => id === 'e24')}"]`;
    for (const key of ['+', '-', '-', '0', 'PageDown']) expect(await go(key), `after ${key}`).to.equal('e24');
    // Until it leaves the view: then the keys go on from another cell, and not from the page.
    while (has(element, e24)) await go('PageUp');
    expect(focused(element)?.matches('.cell[tabindex="0"]')).to.equal(true);
    expect(tabStops(element)).to.have.length(1);
  }).timeout(20_000);

  it('reaches every one of many events, though not all have a cell at once', async () => {
    // Of so many days at once events are counted; of two weeks each has its name, and those outside the view are walked to.
    const element = await mount({ from: '2010-03-01', to: '2010-03-14' }, { data: report(manyEvents(600)) });
    expect(all(element, '.cell').length).to.be.below(300);
    await enterGrid(element);
    await press(element, 'Control-End');
    expect(focusedId(element)).to.equal('n598');
    await press(element, 'Control-Home');
    expect(focusedId(element)).to.equal('n1');
    for (const expected of ['n3', 'n5', 'n7']) {
      await press(element, 'ArrowRight');
      expect(focusedId(element)).to.equal(expected);
    }
  }).timeout(20_000);
});

describe('keys in the grid', () => {
  for (const key of ['Enter', ' ']) {
    it(`${key === ' ' ? 'Space' : key} opens the details and leads there; Escape leads back`, async () => {
      const element = await mount();
      const log = record(element);
      cell(element, 'e25').focus();
      await press(element, key === ' ' ? 'Space' : key);
      expect(log).to.deep.equal(['select user e25']);
      expect(focused(element)).to.equal(one(element, '.event-title'));
      await press(element, 'Escape');
      expect(log).to.deep.equal(['select user e25', 'select user null']);
      expect(focusedId(element)).to.equal('e25');
      await press(element, 'Escape');
      expect(log, 'a second Escape is the page’s').to.have.length(2);
    });
  }

  it('+ = − 0 zoom and fit, PageUp and PageDown pan, as the reader’s doing', async () => {
    const element = await mount();
    await enterGrid(element);
    const length = () => rangeOf(element)[1] - rangeOf(element)[0];
    const start = () => rangeOf(element)[0];
    const [before, from] = [length(), start()];
    const go = async (key: string) => {
      const ended = next(element, 'timeline-range-change');
      await sendKeys({ press: key });
      expect((await ended).source).to.equal('user');
    };
    await go('+');
    expect(length()).to.be.closeTo(before / 2, 1000);
    await go('-');
    expect(start()).to.be.closeTo(from, 1000);
    await go('=');
    expect(length()).to.be.closeTo(before / 2, 1000);
    const held = start();
    await go('PageDown');
    expect(start()).to.be.closeTo(held + 0.4 * before, 1000);
    await go('PageUp');
    expect(start()).to.be.closeTo(held, 1000);
    await go('0');
    expect(length()).to.be.above(60 * 86_400_000);
  });

  it('are taken from the page only where they do something', async () => {
    const element = await mount();
    const taken = (target: Element, key: string, more: KeyboardEventInit = {}) => {
      const keyEvent = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...more });
      return !target.dispatchEvent(keyEvent);
    };
    const inGrid = one(element, '.grid [tabindex="0"]');
    inGrid.focus();
    expect(['ArrowRight', 'Home', '+', 'PageDown'].map((key) => taken(inGrid, key))).to.deep.equal([
      true,
      true,
      true,
      true,
    ]);
    expect(['a', 'Tab', 'F5', 'j'].map((key) => taken(inGrid, key))).to.deep.equal([false, false, false, false]);
    expect(taken(inGrid, '+', { ctrlKey: true }), 'the browser’s own zoom').to.equal(false);
    expect(taken(inGrid, '0', { ctrlKey: true })).to.equal(false);
    expect(taken(inGrid, '-', { metaKey: true })).to.equal(false);
    expect(taken(inGrid, 'ArrowLeft', { altKey: true }), 'back in the history').to.equal(false);
    expect(taken(inGrid, 'ArrowLeft', { metaKey: true }), 'back in the history').to.equal(false);
    const chip = one(element, '.chip');
    expect(['ArrowRight', 'Home', '+', '-', '0', 'PageDown', 'Escape'].map((key) => taken(chip, key))).to.deep.equal(
      Array<boolean>(7).fill(false),
    );
    await drawn(element);
  });

  it('outside of it are not taken, and typing elsewhere moves nothing', async () => {
    const element = await mount();
    const input = document.createElement('input');
    element.before(input);
    input.focus();
    const log = record(element);
    const before = rangeOf(element);
    await sendKeys({ type: '+-0 =j?' });
    await press(element, 'ArrowLeft', 'Home', 'PageDown', 'Escape', 'End', 'Enter');
    expect(input.value).to.equal('+-0 =j?');
    expect(rangeOf(element)).to.deep.equal(before);
    expect(log).to.deep.equal([]);
    expect(document.activeElement).to.equal(input);
  });
});

describe('a slotted field of the page', () => {
  it('keeps its keys', async () => {
    const input = document.createElement('input');
    input.slot = 'details';
    const element = await mount({ event: 'e24' }, { children: [input] });
    const before = rangeOf(element);
    input.focus();
    await sendKeys({ type: '0+-' });
    await drawn(element);
    expect(input.value).to.equal('0+-');
    expect(rangeOf(element)).to.deep.equal(before);
  });
});
