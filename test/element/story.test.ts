import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { sizes } from '../../src/core/layout/sizes.js';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { crowd, manyEvents, report as reportOf } from './support/data.js';
import {
  all,
  button,
  cell,
  click,
  drawn,
  emulateMedia,
  has,
  idOf,
  indexOf,
  mount,
  one,
  rangeOf,
  record,
  textOf,
  until,
} from './support/element.js';
import report from '../../data/deir-ez-zor-2016-05.json';

const inReport = report.events.map(({ id }) => id);
const ways = {
  'left to right': {},
  'right to left': { lang: 'ar-SY', dir: 'rtl' },
} as const;

const focused = (element: ReportTimelineElement) => element.shadowRoot!.activeElement as HTMLElement | null;
const toolbarButton = (element: ReportTimelineElement, by: 1 | -1): HTMLButtonElement =>
  all<HTMLButtonElement>(element, '.story button').at(by === 1 ? 1 : 0)!;
const position = (element: ReportTimelineElement) => textOf(one(element, '.position .count'));
const isEnd = (node: Element) => node.getAttribute('aria-disabled') === 'true';

/** Ids in the order of the list, which is that of time. */
async function inTime(): Promise<string[]> {
  const list = await mount({ view: 'list' });
  const order = all(list, '.item-title').map((node) => idOf(list, node)!);
  list.remove();
  return order;
}

/** As a keyboard that is not Latin sends it: the letter is its own, the place is the same. */
function pressKey(target: Element, key: string, code: string, more: KeyboardEventInit = {}): boolean {
  const keyEvent = new KeyboardEvent('keydown', {
    key,
    code,
    bubbles: true,
    composed: true,
    cancelable: true,
    ...more,
  });
  return !target.dispatchEvent(keyEvent);
}

/** Marks and names of an event that lie in the plot, or in the column of dates not stated, and in the window. */
function visibleCells(element: ReportTimelineElement, id: string): HTMLElement[] {
  const { left, right } = one(element, '.lanes').getBoundingClientRect();
  const top = one(element, '.axis').getBoundingClientRect().bottom;
  const below = all(element, '.details.below')[0]?.getBoundingClientRect().top ?? innerHeight;
  return all(element, `.cell[data-event="${indexOf(element, id)}"]`).filter((node) => {
    const box = node.getBoundingClientRect();
    const isInWindow = box.top >= top && box.bottom <= Math.min(innerHeight, below);
    return isInWindow && box.width >= sizes.smallestWindow && box.left >= left - 1 && box.right <= right + 1;
  });
}

describe('the story’s buttons in the toolbar', () => {
  it('begin with the first event, or with the last, before anything is chosen', async () => {
    const order = await inTime();
    const element = await mount();
    expect(toolbarButton(element, 1).getAttribute('aria-label')).to.equal('Next event');
    expect(toolbarButton(element, -1).title).to.equal('Previous event');
    await click(toolbarButton(element, 1));
    await drawn(element);
    expect(element.event).to.equal(order[0]);
    element.select(null);
    await drawn(element);
    await click(toolbarButton(element, -1));
    await drawn(element);
    expect(element.event).to.equal(order.at(-1));
  });

  it('have names in Arabic, and point the way that is read', async () => {
    const element = await mount(ways['right to left']);
    const [previous, next] = all(element, '.story button') as [HTMLElement, HTMLElement];
    expect([previous, next].map(({ title }) => title)).to.deep.equal(['الحدث السابق', 'الحدث التالي']);
    expect(next.getBoundingClientRect().right).to.be.at.most(previous.getBoundingClientRect().left + 1);
    expect(getComputedStyle(next.querySelector('.directed')!).transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');
  });

  it('are a control of their own', async () => {
    const element = await mount({ controls: 'zoom details' });
    expect(has(element, '.story')).to.equal(false);
    expect(has(await mount({ controls: 'story' }), '.story')).to.equal(true);
  });
});

describe('a story ends', () => {
  it('at both ends: the button says so, keeps the focus and does nothing', async () => {
    const order = await inTime();
    const element = await mount({ event: order.at(-2)! });
    const next = button(element, 'Next');
    next.focus();
    await sendKeys({ press: 'Enter' });
    await drawn(element);
    expect(element.event).to.equal(order.at(-1));
    expect([focused(element), isEnd(next), next.disabled]).to.deep.equal([next, true, false]);
    expect(isEnd(toolbarButton(element, 1))).to.equal(true);
    const log = record(element);
    await sendKeys({ press: 'Enter' });
    await drawn(element);
    expect([element.event, log, focused(element)]).to.deep.equal([order.at(-1), [], next]);
    element.select(order[0]!);
    await drawn(element);
    expect([isEnd(button(element, 'Previous')), isEnd(next)]).to.deep.equal([true, false]);
    button(element, 'Previous').click();
    await drawn(element);
    expect(element.event).to.equal(order[0]);
  });

  it('where the events end that are shown', async () => {
    const shown = (await inTime()).filter((id) => ['e19', 'e22', 'e33', 'e34'].includes(id));
    const element = await mount();
    for (const chip of all(element, '.chip').slice(0, 3)) chip.click();
    await drawn(element);
    const order: (string | null)[] = [];
    for (let i = 0; i < 6; i++) {
      toolbarButton(element, 1).click();
      await drawn(element);
      order.push(element.event);
    }
    expect(order).to.deep.equal([...shown, shown[3], shown[3]]);
    expect(position(element)).to.equal('Event 4 of 4');
  });

  it('not where the event that is read is hidden: it goes on from its place in time', async () => {
    const order = await inTime();
    const list = await mount({ view: 'list' });
    all(list, '.chip')[1]!.click();
    await drawn(list);
    const left = new Set(all(list, '.item-title').map((node) => idOf(list, node)!));
    const middle = order.length / 2;
    const hidden = order.find((id, i) => i > middle && !left.has(id))!;
    list.remove();
    const [before, after] = [order.slice(0, order.indexOf(hidden)), order.slice(order.indexOf(hidden) + 1)];
    for (const [word, from] of [
      ['Previous', before.reverse()],
      ['Next', after],
    ] as const) {
      const element = await mount({ event: hidden });
      all(element, '.chip')[1]!.click();
      await drawn(element);
      expect(position(element)).to.equal('');
      const wanted = from.find((id) => left.has(id));
      button(element, word).click();
      await drawn(element);
      expect(element.event, word).to.equal(wanted);
      expect(position(element))
        .to.match(/^Event \d+ of 23$/)
        .and.not.match(/^Event (1|23) /);
      element.remove();
    }
  });
});

for (const [way, attributes] of Object.entries(ways)) {
  describe(`the chart follows, ${way}`, () => {
    for (const order of ['time', 'report'] as const) {
      it(`through all events in the order of ${order}`, async () => {
        const wanted = order === 'report' ? inReport : await inTime();
        // Less than a day, so that each event has to be brought into view; low, so that the page has to be scrolled.
        await setViewport({ width: 1300, height: 700 });
        await emulateMedia({ reducedMotion: 'reduce' });
        try {
          const element = await mount({ ...attributes, from: '2016-04-02T00:00', to: '2016-04-04T00:00' });
          if (order === 'report') {
            toolbarButton(element, 1).click();
            await drawn(element);
            all(element, '.story-order button')[1]!.click();
            await drawn(element);
            element.select(null);
            await drawn(element);
          }
          const next = toolbarButton(element, 1);
          next.focus({ preventScroll: true });
          for (const [i, id] of wanted.entries()) {
            next.click();
            await drawn(element);
            expect(element.event, `step ${i + 1}`).to.equal(id);
            expect(visibleCells(element, id), `${id} is seen`).not.to.have.length(0);
            expect(focused(element), `the focus after ${id}`).to.equal(next);
            const [from, to] = rangeOf(element);
            expect(to - from, 'moved and not zoomed').to.be.closeTo(2 * 86_400_000, 1);
          }
          expect(isEnd(next)).to.equal(true);
        } finally {
          await setViewport({ width: 1300, height: 1000 });
          await emulateMedia({ reducedMotion: 'no-preference' });
        }
      }).timeout(60_000);
    }
  });
}

describe('the chart follows', () => {
  it('above the details that stand below it', async () => {
    await setViewport({ width: 900, height: 700 });
    try {
      const element = await mount({}, { width: 860 });
      for (let i = 0; i < 33; i++) {
        toolbarButton(element, -1).click();
        await drawn(element);
        await until(() => visibleCells(element, element.event!).length > 0);
      }
    } finally {
      await setViewport({ width: 1300, height: 1000 });
    }
  }).timeout(60_000);

  it('into a lane of counts, until the event is drawn by itself, and then goes on', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    try {
      const element = await mount({}, { data: crowd(20_000) });
      expect(has(element, '.cell[data-event]')).to.equal(false);
      const before = rangeOf(element);
      toolbarButton(element, 1).click();
      await drawn(element);
      const after = rangeOf(element);
      expect(after[1] - after[0]).to.be.below((before[1] - before[0]) / 8);
      expect(has(element, '.cell[aria-selected=true]')).to.equal(true);
      for (let i = 0; i < 5; i++) {
        toolbarButton(element, 1).click();
        await drawn(element);
        expect(has(element, '.cell[aria-selected=true]'), String(i)).to.equal(true);
      }
      expect(rangeOf(element)[1] - rangeOf(element)[0], 'as long, or shorter').to.be.at.most(after[1] - after[0] + 1);
    } finally {
      await emulateMedia({ reducedMotion: 'no-preference' });
    }
  }).timeout(30_000);

  it('by moving, where motion is wanted, and tells the page of the range once', async () => {
    const element = await mount({ from: '2016-03-10', to: '2016-03-13' });
    const log = record(element);
    const order = await inTime();
    const at = order.indexOf('e01');
    element.event = order[at - 1]!;
    await until(() => log.length === 2);
    log.length = 0;
    const start = rangeOf(element);
    element.zoomTo('2016-03-10', '2016-03-13');
    await until(() => log.length === 1);
    expect(log).to.deep.equal(['range api']);
    log.length = 0;
    toolbarButton(element, 1).click();
    await until(() => log.length === 2);
    expect(log).to.deep.equal(['select user e01', 'range user']);
    expect(start).not.to.deep.equal(rangeOf(element));
  });
});

describe('the order', () => {
  it('is chosen with the details, by two buttons of which one is pressed', async () => {
    const element = await mount({ event: 'e24' });
    const group = one(element, '.story-order [role=group]');
    expect(group.getAttribute('aria-label')).to.equal('In order of');
    const [time, file] = [...group.querySelectorAll('button')] as [HTMLButtonElement, HTMLButtonElement];
    expect([time, file].map((node) => `${textOf(node)} ${node.getAttribute('aria-pressed')}`)).to.deep.equal([
      'time true',
      'the report false',
    ]);
    await click(file);
    await drawn(element);
    expect(file.getAttribute('aria-pressed')).to.equal('true');
    expect(position(element)).to.equal(`Event ${inReport.indexOf('e24') + 1} of 33`);
    expect(focused(element)).to.equal(file);
    button(element, 'Next').click();
    await drawn(element);
    expect(element.event).to.equal('e25');
  });

  it('is called that of the file where there is no report', async () => {
    const csv = 'date,title,actor\n2016-05-02,B,x\n2016-05-01,A,x\n';
    const element = await mount({ format: 'csv' }, { data: csv });
    const ids = element.events.map(({ id }) => id);
    element.select(ids[0]!);
    await drawn(element);
    expect(all(element, '.story-order button').map(textOf)).to.deep.equal(['time', 'the file']);
    button(element, 'Previous').click();
    await drawn(element);
    expect(element.event, 'earlier in time').to.equal(ids[1]);
    all(element, '.story-order button')[1]!.click();
    await drawn(element);
    button(element, 'Previous').click();
    await drawn(element);
    expect(element.event, 'earlier in the file').to.equal(ids[0]);
  });
});

describe('keys', () => {
  it('n and p go on and back from an event of the grid, and the focus goes along', async () => {
    const order = await inTime();
    const element = await mount();
    cell(element, order[3]!).focus();
    await sendKeys({ press: 'n' });
    await drawn(element);
    expect(element.event, 'nothing was chosen: the first').to.equal(order[0]);
    expect(idOf(element, focused(element))).to.equal(order[0]);
    await sendKeys({ press: 'n' });
    await drawn(element);
    await sendKeys({ press: 'n' });
    await drawn(element);
    await sendKeys({ press: 'p' });
    await drawn(element);
    expect([element.event, idOf(element, focused(element))]).to.deep.equal([order[1], order[1]]);
  });

  it('reach every event and its cell, from the first to the last and back', async () => {
    const order = await inTime();
    const element = await mount();
    cell(element, order[5]!).focus();
    const seen: unknown[] = [];
    for (let i = 0; i < 33; i++) {
      await sendKeys({ press: 'n' });
      await drawn(element);
      seen.push(idOf(element, focused(element)));
    }
    expect(seen).to.deep.equal(order);
    for (let i = 0; i < 33; i++) await sendKeys({ press: 'p' });
    await drawn(element);
    expect(idOf(element, focused(element))).to.equal(order[0]);
  }).timeout(60_000);

  it('are those at the same place of an Arabic keyboard', async () => {
    const order = await inTime();
    const element = await mount({ event: order[4]!, ...ways['right to left'] });
    const start = cell(element, order[4]!);
    start.focus();
    expect(pressKey(start, 'ى', 'KeyN'), 'taken').to.equal(true);
    await drawn(element);
    expect(element.event).to.equal(order[5]);
    expect(pressKey(focused(element)!, 'ح', 'KeyP')).to.equal(true);
    await drawn(element);
    expect(element.event).to.equal(order[4]);
    expect(pressKey(focused(element)!, 'b', 'KeyN'), 'a Latin letter means itself').to.equal(false);
  });

  it('work from the details, where the focus goes to the title, or stays on what goes on', async () => {
    const order = await inTime();
    const element = await mount({ event: order[3]! });
    one(element, '.details a').focus();
    await sendKeys({ press: 'n' });
    await drawn(element);
    expect([element.event, focused(element)]).to.deep.equal([order[4], one(element, '.event-title')]);
    button(element, 'Previous').focus();
    await sendKeys({ press: 'p' });
    await drawn(element);
    expect([element.event, focused(element)]).to.deep.equal([order[3], button(element, 'Previous')]);
  });

  it('are not taken with Ctrl, Alt or Meta, in a field, outside, or in what the page has put in', async () => {
    const slotted = document.createElement('p');
    slotted.slot = 'details';
    slotted.tabIndex = 0;
    const element = await mount({ event: 'e24' }, { children: [slotted] });
    const target = cell(element, 'e24');
    for (const more of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { isComposing: true }])
      expect(pressKey(target, 'n', 'KeyN', more), JSON.stringify(more)).to.equal(false);
    expect(pressKey(slotted, 'n', 'KeyN'), 'slotted').to.equal(false);
    expect(pressKey(one(element, '.search input'), 'n', 'KeyN'), 'a field').to.equal(false);
    expect(pressKey(one(element, '.story button'), 'n', 'KeyN'), 'the toolbar').to.equal(false);
    expect(pressKey(document.body, 'n', 'KeyN'), 'the page').to.equal(false);
    await drawn(element);
    expect(element.event).to.equal('e24');
  });
});

describe('what is said', () => {
  /** Everything that is written into the polite region from now on. */
  function listen(element: ReportTimelineElement): string[] {
    const said: string[] = [];
    const region = one(element, '.announcer');
    new MutationObserver(() => {
      const text = textOf(region);
      if (text !== '' && text !== said.at(-1)) said.push(text);
    }).observe(region, { childList: true, characterData: true, subtree: true });
    return said;
  }

  for (const [way, attributes] of Object.entries(ways)) {
    it(`is each event, once, while the focus stays on the button, ${way}`, async () => {
      const order = await inTime();
      const element = await mount({ event: order[2]!, ...attributes });
      const said = listen(element);
      const next = all<HTMLButtonElement>(element, '.position button')[1]!;
      next.focus();
      next.click();
      await until(() => said.length > 0);
      const { title } = report.events.find(({ id }) => id === order[3])!;
      expect(said).to.have.length(1);
      expect(said[0]).to.match(way === 'left to right' ? /^4 of 33\. / : /^٤ من ٣٣\. /);
      expect(said[0]).to.contain('lang' in attributes ? title.ar : title.en);
      next.click();
      next.click();
      await until(() => said.length > 1);
      expect(said[1]).to.match(way === 'left to right' ? /^6 of 33\. / : /^٦ من ٣٣\. /);
    });
  }

  it('is nothing where the focus goes to the event: there it is read anyway', async () => {
    const order = await inTime();
    const element = await mount();
    cell(element, order[0]!).focus();
    const said = listen(element);
    await sendKeys({ press: 'n' });
    await sendKeys({ press: 'n' });
    await drawn(element);
    // What is said comes in the order in which it was asked for: had the keys asked, theirs would be first.
    toolbarButton(element, 1).focus();
    toolbarButton(element, 1).click();
    await until(() => said.length > 0);
    expect(said[0]).to.match(/^3 of 33\./);
  });
});

describe('in the list', () => {
  it('an open event ends with previous and next, which open another and take the focus to its title', async () => {
    const order = await inTime();
    const element = await mount({ view: 'list', event: order[9]! });
    const bar = one(element, '.item[data-open] .position');
    expect(textOf(bar.querySelector('.count'))).to.equal('Event 10 of 33');
    expect([...bar.querySelectorAll('button')].map(textOf)).to.deep.equal(['Previous', 'Next', 'time', 'the report']);
    await click(button(element, 'Next'));
    await drawn(element);
    expect(element.event).to.equal(order[10]);
    expect(all(element, '.item[data-open]')).to.have.length(1);
    expect(idOf(element, focused(element))).to.equal(order[10]);
    const { top } = focused(element)!.closest('.item')!.getBoundingClientRect();
    expect(top).to.be.within(0, 40);
  });

  it('is walked in both orders, each title in the window', async () => {
    const element = await mount({ view: 'list' }, { width: 360 });
    toolbarButton(element, 1).click();
    await drawn(element);
    all(element, '.story-order button')[1]!.click();
    await drawn(element);
    element.select(inReport[0]!);
    await drawn(element);
    const seen = [element.event];
    for (let i = 1; i < 33; i++) {
      button(element, 'Next').click();
      await drawn(element);
      seen.push(element.event);
      const { top, bottom } = one(element, '.item[data-open] .item-title').getBoundingClientRect();
      expect(top >= 0 && bottom <= innerHeight, element.event!).to.equal(true);
    }
    expect(seen).to.deep.equal(inReport);
  }).timeout(30_000);

  it('turns its pages with the story', async () => {
    const element = await mount({ view: 'list' }, { data: reportOf(manyEvents(130)) });
    const titles = all(element, '.item-title');
    titles.at(-1)!.click();
    await drawn(element);
    await click(button(element, 'Next'));
    await drawn(element);
    expect(textOf(one(element, '.pager span'))).to.equal('Events 61 to 120 of 130');
    expect(element.event).to.equal('n60');
    expect(idOf(element, focused(element))).to.equal('n60');
  });
});

describe('in the table', () => {
  it('previous and next go from row to row', async () => {
    const order = await inTime();
    const element = await mount({ view: 'table', event: order[0]! });
    for (let i = 1; i < 33; i++) {
      button(element, 'Next').click();
      await drawn(element);
      expect(element.event).to.equal(order[i]);
    }
    const row = one(element, `.table [data-event="${indexOf(element, order.at(-1)!)}"]`);
    const { top, bottom } = row.getBoundingClientRect();
    expect(top >= 0 && bottom <= innerHeight).to.equal(true);
  }).timeout(30_000);
});

describe('relations of what has the focus', () => {
  const pixels = (element: ReportTimelineElement) => one<HTMLCanvasElement>(element, '.surface').toDataURL();

  it('are drawn while it has it, and then those of the selected event are again', async () => {
    const element = await mount();
    const bare = pixels(element);
    const before = one(element, '.lanes').getBoundingClientRect().height;
    cell(element, 'e24').focus();
    await drawn(element);
    const linked = pixels(element);
    expect(linked).not.to.equal(bare);
    expect(one(element, '.lanes').getBoundingClientRect().height).to.equal(before);
    expect(has(element, '[aria-selected=true]'), 'nothing is selected by that').to.equal(false);
    cell(element, 'e22').focus();
    await drawn(element);
    expect(pixels(element), 'it is related to nothing').to.equal(bare);
    cell(element, 'e24').focus();
    await drawn(element);
    expect(pixels(element)).to.equal(linked);
    toolbarButton(element, 1).focus();
    await drawn(element);
    expect(pixels(element)).to.equal(bare);
  });

  it('are drawn without a render', async () => {
    const element = await mount();
    await drawn(element);
    cell(element, 'e24').focus();
    expect(element.isUpdatePending).to.equal(false);
    await drawn(element);
  });

  it('are not in a saved picture, which has no focus', async () => {
    const element = await mount();
    const before = element.toSVG();
    cell(element, 'e24').focus();
    await drawn(element);
    expect(element.toSVG()).to.equal(before);
  });

  it('are counted for those who hear the chart', async () => {
    const english = await mount();
    const noteOf = (element: ReportTimelineElement, id: string) => cell(element, id).getAttribute('aria-description');
    expect(['e24', 'e09', 'e22'].map((id) => noteOf(english, id))).to.deep.equal([
      '2 related events',
      '1 related event',
      null,
    ]);
    const arabic = await mount(ways['right to left']);
    expect(['e24', 'e09', 'e22'].map((id) => noteOf(arabic, id))).to.deep.equal([
      'حدثان متصلان به',
      'حدث واحد متصل به',
      null,
    ]);
  });
});
