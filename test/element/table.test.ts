import { sendKeys } from '@web/test-runner-commands';
import 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { crowd, event, report } from './support/data.js';
import {
  all,
  button,
  cdp,
  click,
  drawn,
  fact,
  frame,
  has,
  idOf,
  mount,
  nameOf,
  next,
  one,
  takeWarnings,
  textOf,
  until,
} from './support/element.js';

const { axe } = window as unknown as { axe: { run(context: Element, options: RunOptions): Promise<AxeResults> } };

const heads = (element: ReportTimelineElement): string[] => all(element, '.table thead th').map((node) => textOf(node));
const rows = (element: ReportTimelineElement): HTMLTableRowElement[] =>
  all<HTMLTableRowElement>(element, '.table tbody tr');
const region = (element: ReportTimelineElement): HTMLElement => one(element, '.table-scroll');
const caption = (element: ReportTimelineElement): string => textOf(one(element, '.table-line strong'));
const rowOf = (element: ReportTimelineElement, id: string): HTMLTableRowElement =>
  rows(element).find((row) => idOf(element, row.querySelector('[data-event]')) === id)!;
const numbers = (element: ReportTimelineElement): number[] =>
  rows(element)
    .map((row) => row.ariaRowIndex)
    .map(Number);

/** What the cells of a row say, by the heads of their columns. */
function cells(element: ReportTimelineElement, row: HTMLTableRowElement): Record<string, string> {
  const names = heads(element);
  return Object.fromEntries([...row.cells].map((cell, i) => [names[i]!, textOf(cell)]));
}

async function scrollTo(element: ReportTimelineElement, top: number): Promise<void> {
  const place = region(element);
  if (place.scrollTop === Math.min(top, place.scrollHeight - place.clientHeight)) return;
  const scrolled = next(place, 'scroll');
  place.scrollTop = top;
  await scrolled;
  await drawn(element);
}

/** The ids of all rows, from the top to the bottom, as a reader comes by them. */
async function walk(element: ReportTimelineElement): Promise<string[]> {
  const ids: string[] = [];
  const place = region(element);
  await scrollTo(element, 0);
  for (;;) {
    for (const row of rows(element)) ids[Number(row.ariaRowIndex) - 2] = idOf(element, row.querySelector('button'))!;
    const { scrollTop, clientHeight, scrollHeight } = place;
    if (scrollTop + clientHeight >= scrollHeight - 1) return ids;
    await scrollTo(element, scrollTop + clientHeight / 2);
  }
}

async function sortBy(element: ReportTimelineElement, name: string): Promise<void> {
  all<HTMLButtonElement>(element, '.table thead button')
    .find((node) => textOf(node) === name)!
    .click();
  await drawn(element);
  await until(() => !has(element, '.table-scroll[aria-busy]'));
  await drawn(element);
}

const sortedHead = (element: ReportTimelineElement): string =>
  all(element, '.table th[aria-sort]')
    .map((node) => `${textOf(node)} ${node.ariaSort}`)
    .join();

/** Rows are in view between the head and the lower edge of the region. */
function isInView(element: ReportTimelineElement, row: Element): boolean {
  const { top, bottom } = row.getBoundingClientRect();
  const head = one(element, '.table thead th').getBoundingClientRect().bottom;
  return top >= head - 1 && bottom <= region(element).getBoundingClientRect().bottom + 1;
}

const focused = (element: ReportTimelineElement): Element | null => element.shadowRoot!.activeElement;

describe('the table', () => {
  it('is a table: heads of columns and rows, and how many there are', async () => {
    const element = await mount({ view: 'table' });
    const table = one<HTMLTableElement>(element, '.table table');
    expect(table.ariaRowCount).to.equal('34');
    expect(table.ariaColCount).to.equal('24');
    expect(heads(element)).to.have.length(24);
    expect(heads(element).slice(0, 4)).to.deep.equal(['Event', 'Date', 'Who', 'To whom']);
    expect(heads(element).slice(-3)).to.deep.equal(['Date as written (EDTF)', 'Likelier date (EDTF)', 'Id']);
    expect(all(element, '.table thead th[scope="col"]')).to.have.length(24);
    expect(numbers(element)).to.deep.equal(numbers(element).map((_, i) => i + 2));
    for (const row of rows(element)) {
      expect(row.cells).to.have.length(24);
      expect(row.querySelectorAll('th[scope="row"]')).to.have.length(1);
    }
    expect(textOf(table.caption)).to.equal(
      'Deir ez-Zor, May 2016: who did what, and when. 33 events, in the order of time',
    );
    expect(caption(element)).to.equal('33 events, in the order of time');
  });

  it('says the same to assistive technology', async () => {
    const element = await mount({ view: 'table' });
    await cdp('Accessibility.enable');
    const { nodes } = await cdp<{ nodes: { role?: { value: string }; name?: { value: string }; ignored: boolean }[] }>(
      'Accessibility.getFullAXTree',
    );
    const named = (role: string) =>
      nodes.filter((node) => !node.ignored && node.role?.value === role).map((node) => node.name?.value ?? '');
    expect(named('columnheader')).to.deep.equal(heads(element));
    expect(named('rowheader')).to.deep.equal(rows(element).map((row) => textOf(row.cells[0])));
    expect(named('table')).to.deep.equal([textOf(one<HTMLTableElement>(element, '.table table').caption)]);
    expect(named('region')).to.include('Table of the events');
  });

  it('has every event once, in the order of the list', async () => {
    const element = await mount({ view: 'table' });
    const inTable = await walk(element);
    element.view = 'list';
    await drawn(element);
    const inList = all(element, '.item-title').map((node) => idOf(element, node));
    expect(inTable).to.deep.equal(inList);
    expect(inTable).to.have.length(33);
  });

  it('says every field, each in its language', async () => {
    const element = await mount({ view: 'table' });
    const row = rowOf(element, 'e26');
    expect(cells(element, row)).to.include({
      Event: 'Car bomb in the al-Tanf desert: at least 10 killed',
      Date: 'Sometime between 3 March and 19 May 2016, likely around May',
      'Date as written (EDTF)': '[2016-03-03..2016-05-19]',
      Killed: 'at least 10 (New Syrian Army members)',
      Injured: 'number not stated (New Syrian Army members; “others”)',
      'Other numbers': '',
      Id: 'e26',
    });
    const [quote] = [...row.querySelectorAll<HTMLElement>('[lang="ar"]')];
    expect(quote!.dir).to.equal('rtl');
    expect(quote!.textContent).to.match(/^«كما قام/);
    const link = row.querySelector('a')!;
    expect(link.href).to.match(/^https:.*#:~:text=/);
    expect(link.rel).to.equal('noopener noreferrer');
  });

  it('leaves out what no event has', async () => {
    const element = await mount({ view: 'table' }, { data: report([event('x', '2016-05-18'), event('y', null)]) });
    expect(heads(element)).to.deep.equal(['Event', 'Date', 'Who', 'Date as written (EDTF)', 'Id']);
    expect(cells(element, rows(element)[1]!)).to.deep.equal({
      Event: 'Title of y',
      Date: 'Date not stated',
      'Date as written (EDTF)': '',
      Who: 'Side A',
      Id: 'y',
    });
  });

  it('never makes markup or an unsafe link of what the data say', async () => {
    const claims = [{ by: '<b>x</b>', url: 'javascript:alert(1)' }];
    const data = report([event('x', '2016-05-18', { title: '<img src=x onerror="alert(1)">', claims })]);
    const element = await mount({ view: 'table' }, { data });
    expect(has(element, '.table img') || has(element, '.table b') || has(element, '.table a')).to.equal(false);
    expect(cells(element, rows(element)[0]!)['Event']).to.equal('<img src=x onerror="alert(1)">');
  });

  it('has the events that are filtered, searched and in the range', async () => {
    const element = await mount({ view: 'table' });
    const chip = all<HTMLButtonElement>(element, '.chip').find((node) => textOf(node).startsWith('ISIS'))!;
    chip.click();
    await drawn(element);
    const ids = await walk(element);
    const csv = element.toCSV().split('\r\n').slice(1, -1);
    expect(ids).to.have.length(csv.length);
    expect(caption(element)).to.equal(`${csv.length} events, in the order of time`);
    expect(one<HTMLTableElement>(element, '.table table').ariaRowCount).to.equal(String(csv.length + 1));
    element.zoomTo('2016-05-14', '2016-05-15');
    await drawn(element);
    const inRange = await walk(element);
    expect(inRange.length).to.be.below(ids.length).and.above(0);
    expect(inRange).to.deep.equal(ids.filter((id) => inRange.includes(id)));
    await sortBy(element, 'Event');
    expect([...(await walk(element))].sort()).to.deep.equal([...inRange].sort());
  });

  it('marks what is searched for', async () => {
    const element = await mount({ view: 'table' });
    const field = one<HTMLInputElement>(element, '.search input');
    field.value = 'bomb';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until(() => has(element, '.table mark'));
    expect(all(element, '.table tbody th mark').map((node) => textOf(node).toLowerCase())).to.include('bomb');
  });

  it('is made of few elements', async () => {
    const element = await mount({ view: 'table' });
    expect(all(element, '*').length).to.be.below(1500);
    await scrollTo(element, 900);
    expect(all(element, '*').length).to.be.below(1500);
  });

  it('has no fault that axe finds, sorted, with the details open, and in Arabic', async () => {
    const element = await mount({ view: 'table' });
    const check = async (): Promise<void> => {
      const { violations } = await axe.run(element, { resultTypes: ['violations'] });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).to.deep.equal([]);
    };
    await check();
    await sortBy(element, 'Date');
    rows(element)[2]!.querySelector('button')!.click();
    await drawn(element);
    await check();
    element.lang = 'ar-SY';
    await drawn(element);
    await check();
  }).timeout(30_000);
});

describe('the edge of the table', () => {
  it('is soft at the side where more columns follow, and only there', async () => {
    for (const lang of ['en', 'ar-SY']) {
      const element = await mount({ view: 'table', lang });
      const place = region(element);
      expect(has(element, '.table-frame[data-more]')).to.equal(true);
      const scrolled = next(place, 'scroll');
      place.scrollLeft = (lang === 'en' ? 1 : -1) * place.scrollWidth;
      await scrolled;
      expect(has(element, '.table-frame[data-more]')).to.equal(false);
    }
    const few = await mount({ view: 'table', controls: 'none' }, { data: report([event('x', '2016-05-18')]) });
    expect(has(few, '.table-frame[data-more]')).to.equal(false);
  });
});

describe('sorting', () => {
  it('goes up, down, and back to the order of time; the head says which', async () => {
    const element = await mount({ view: 'table' });
    const before = await walk(element);
    expect(sortedHead(element)).to.equal('');
    await sortBy(element, 'Event');
    expect(sortedHead(element)).to.equal('Event ascending');
    expect(caption(element)).to.equal('33 events, sorted by “Event”, ascending');
    const up = await walk(element);
    const titles = up.map((id) => (element.events.find((own) => own.id === id)!.title as { en: string }).en);
    expect(titles).to.deep.equal([...titles].sort(new Intl.Collator('en', { numeric: true }).compare));
    await sortBy(element, 'Event');
    expect(sortedHead(element)).to.equal('Event descending');
    expect(await walk(element)).to.deep.equal(up.reverse());
    await sortBy(element, 'Event');
    expect(sortedHead(element)).to.equal('');
    expect(await walk(element)).to.deep.equal(before);
  });

  it('keeps what is unknown last, up and down, in every column', async () => {
    const element = await mount({ view: 'table' });
    for (const name of heads(element)) {
      await sortBy(element, name);
      for (const direction of ['ascending', 'descending']) {
        if (direction === 'descending') await sortBy(element, name);
        expect(sortedHead(element)).to.equal(`${name} ${direction}`);
        const texts: string[] = [];
        await scrollTo(element, 0);
        for (;;) {
          for (const row of rows(element)) texts[Number(row.ariaRowIndex) - 2] = cells(element, row)[name]!;
          const { scrollTop, clientHeight, scrollHeight } = region(element);
          if (scrollTop + clientHeight >= scrollHeight - 1) break;
          await scrollTo(element, scrollTop + clientHeight);
        }
        const isUnknown = (text: string): boolean => /^$|number not stated/.test(text);
        expect(texts).to.have.length(33);
        const isLast = texts.findIndex(isUnknown);
        if (isLast >= 0 && name !== 'Other numbers')
          expect(texts.slice(isLast).every(isUnknown), `${name} ${direction}`).to.equal(true);
      }
    }
  }).timeout(60_000);

  it('is said once it is done', async () => {
    const element = await mount({ view: 'table' });
    await sortBy(element, 'Killed');
    await until(() => textOf(one(element, '.announcer')) === '33 events, sorted by “Killed”, ascending');
  });

  it('begins anew with other data, and stays with other filters', async () => {
    const element = await mount({ view: 'table' });
    await sortBy(element, 'Killed');
    all<HTMLButtonElement>(element, '.chip')[0]!.click();
    await drawn(element);
    expect(sortedHead(element)).to.equal('Killed ascending');
    element.data = report([event('x', '2016-05-18'), event('y', '2016-05-17')]);
    await element.ready;
    await drawn(element);
    expect(sortedHead(element)).to.equal('');
  });

  it('leaves the focus on the head, and works by key', async () => {
    const element = await mount({ view: 'table' });
    one(element, '.table thead button').focus();
    await sendKeys({ press: 'Enter' });
    await drawn(element);
    expect(sortedHead(element)).to.equal('Event ascending');
    expect(textOf(focused(element))).to.equal('Event');
    await sendKeys({ press: 'Space' });
    await drawn(element);
    expect(sortedHead(element)).to.equal('Event descending');
  });
});

describe('choosing a row', () => {
  it('by hand opens its details and marks it', async () => {
    const element = await mount({ view: 'table' });
    const selected = next(element, 'timeline-select');
    await click(rowOf(element, 'e26').querySelector('button')!);
    const { id, source } = await selected;
    await drawn(element);
    expect([id, source]).to.deep.equal(['e26', 'user']);
    expect(rowOf(element, 'e26').ariaCurrent).to.equal('true');
    expect(all(element, 'tr[aria-current]')).to.have.length(1);
    expect(textOf(fact(element, 'Where'))).to.contain('al-Tanf');
  });

  it('by key moves the focus to the details, and back with Escape', async () => {
    const element = await mount({ view: 'table' });
    rows(element)[3]!.querySelector('button')!.focus();
    const id = idOf(element, focused(element));
    await sendKeys({ press: 'Enter' });
    await drawn(element);
    expect(focused(element)!.className).to.equal('event-title');
    await sendKeys({ press: 'Escape' });
    await drawn(element);
    expect(idOf(element, focused(element))).to.equal(id);
    expect(element.event).to.equal(null);
  });

  it('is returned to though it was scrolled away meanwhile', async () => {
    const element = await mount({ view: 'table' }, { data: crowd(20_000) });
    rows(element)[3]!.querySelector('button')!.focus();
    const id = idOf(element, focused(element));
    await sendKeys({ press: 'Enter' });
    await drawn(element);
    await scrollTo(element, 300_000);
    expect(rowOf(element, id!)).to.equal(undefined);
    one(element, '.event-title').focus();
    await sendKeys({ press: 'Escape' });
    await drawn(element);
    expect(idOf(element, focused(element))).to.equal(id);
    expect(isInView(element, rowOf(element, id!))).to.equal(true);
  });

  it('by next and previous brings the row into view', async () => {
    const element = await mount({ view: 'table', event: 'e26' });
    for (let i = 0; i < 20; i++) {
      button(element, 'Next').click();
      await drawn(element);
      expect(isInView(element, rowOf(element, element.event!)), element.event!).to.equal(true);
    }
    expect(region(element).scrollTop).to.be.above(0);
  }).timeout(20_000);

  it('leaves room for details below in narrower places', async () => {
    const element = await mount({ view: 'table' }, { width: 700 });
    const before = region(element).clientHeight;
    rowOf(element, 'e26').querySelector('button')!.click();
    await drawn(element);
    expect(region(element).clientHeight).to.be.below(before);
    expect(isInView(element, rowOf(element, 'e26'))).to.equal(true);
    for (const id of ['e10', 'e33']) {
      element.select(id);
      await drawn(element);
      expect(isInView(element, rowOf(element, id))).to.equal(true);
      const { bottom } = rowOf(element, id).getBoundingClientRect();
      expect(bottom).to.be.at.most(one(element, '.details.below').getBoundingClientRect().top);
    }
  });
});

describe('a table by keys alone', () => {
  it('is entered at its heads, scrolls as a whole, and goes from row to row', async () => {
    const element = await mount({ view: 'table', controls: 'none' });
    await sendKeys({ press: 'Tab' });
    // The button that copies, then the region, the heads, the rows.
    expect(nameOf(focused(element)!)).to.equal('Copy table');
    await sendKeys({ press: 'Tab' });
    expect(focused(element)).to.equal(region(element));
    // A key that comes while the browser still moves to another one's end may be lost in it.
    const scrolled = next(region(element), 'scrollend');
    await sendKeys({ press: 'End' });
    await scrolled;
    await until(() => numbers(element).at(-1) === 34);
    await sendKeys({ press: 'Home' });
    await until(() => region(element).scrollTop === 0 && numbers(element)[0] === 2);
    for (let i = 0; i < 24; i++) await sendKeys({ press: 'Tab' });
    expect(textOf(focused(element))).to.equal('Id');
    const ids: string[] = [];
    // More than were there at first.
    const wanted = rows(element).length + 4;
    for (let stops = 0; ids.length < wanted && stops < 200; stops++) {
      await sendKeys({ press: 'Tab' });
      const active = focused(element)!;
      const id = idOf(element, active);
      if (id) {
        ids.push(id);
        await frame();
        expect(isInView(element, active), id).to.equal(true);
      }
    }
    expect(ids).to.deep.equal((await walk(element)).slice(0, wanted));
  }).timeout(60_000);

  it('keeps the focus on a row that is scrolled away', async () => {
    const element = await mount({ view: 'table' }, { data: crowd(2000) });
    const target = rows(element)[2]!.querySelector('button')!;
    target.focus();
    await scrollTo(element, 20_000);
    expect(focused(element)).to.equal(target);
    expect(numbers(element).slice(0, 2)[0]).to.equal(4);
    await scrollTo(element, 0);
    expect(focused(element)).to.equal(target);
    expect(numbers(element).slice(0, 4)).to.deep.equal([2, 3, 4, 5]);
  });
});

describe('a table of very many events', () => {
  const isFull = (element: ReportTimelineElement): boolean => {
    const place = region(element).getBoundingClientRect();
    const head = one(element, '.table thead th').getBoundingClientRect().bottom;
    const own = rows(element).map((row) => row.getBoundingClientRect());
    return own[0]!.top <= head + 1 && own.at(-1)!.bottom >= place.bottom - 1;
  };

  it('has few rows, each with its right number', async () => {
    const element = await mount({ view: 'table' }, { data: crowd(20_000) });
    const table = one<HTMLTableElement>(element, '.table table');
    expect(table.ariaRowCount).to.equal('20001');
    expect(caption(element)).to.equal('20,000 events, in the order of time');
    for (const share of [0, 0.2, 0.5, 0.9, 1]) {
      await scrollTo(element, share * region(element).scrollHeight);
      expect(rows(element).length).to.be.below(61);
      expect(all(element, '*').length).to.be.below(1500);
      expect(isFull(element), String(share)).to.equal(true);
    }
    expect(numbers(element).at(-1)).to.equal(20_001);
    expect(numbers(element)).to.deep.equal(numbers(element).map((_, i) => numbers(element)[0]! + i));
  }).timeout(20_000);

  it('can be scrolled through though no browser makes a page so tall, by far ways and by near ones', async () => {
    const lines = Array.from({ length: 1_000_000 }, (_, i) => {
      const day = new Date(Date.UTC(2000, 0, 1) + ((i * 7919) % 9000) * 86_400_000).toISOString().slice(0, 10);
      return `n${i},${day},Shelling ${i},Side ${i % 5}`;
    });
    const element = await mount({ view: 'table', format: 'csv' }, { data: `id,date,title,actor\n${lines.join('\n')}` });
    takeWarnings();
    await until(() => has(element, '.table tbody tr'));
    expect(one<HTMLTableElement>(element, '.table table').ariaRowCount).to.equal('1000001');
    expect(all(element, '*').length).to.be.below(1500);
    for (const share of [1, 0.5, 0.25, 0]) {
      await scrollTo(element, share * region(element).scrollHeight);
      expect(isFull(element), String(share)).to.equal(true);
      const middle = numbers(element)[Math.floor(rows(element).length / 2)]!;
      expect(middle / 1_000_000).to.be.closeTo(share, 0.001);
    }
    // The table comes to rest a while after a scroll; the next one, of which it has not yet heard, stays.
    await scrollTo(element, 0.5 * region(element).scrollHeight);
    for (const late = performance.now() + 250; performance.now() < late;);
    await scrollTo(element, 0.25 * region(element).scrollHeight);
    expect(numbers(element)[1]! / 1_000_000).to.be.closeTo(0.25, 0.001);
    await scrollTo(element, region(element).scrollHeight);
    expect(numbers(element).at(-1)).to.equal(1_000_001);
    // Short ways pass over no row.
    await scrollTo(element, region(element).scrollHeight / 3);
    await until(() => numbers(element)[0]! > 1);
    await new Promise((resolve) => setTimeout(resolve, 250));
    const seen = new Set(numbers(element));
    for (let i = 0; i < 20; i++) {
      const [first] = numbers(element);
      await scrollTo(element, region(element).scrollTop + 200);
      expect(numbers(element)[0]).to.be.above(first! - 1);
      for (const number of numbers(element)) seen.add(number);
    }
    expect(Math.max(...seen) - Math.min(...seen) + 1).to.equal(seen.size);
  }).timeout(120_000);

  it('is sorted without holding up the page', async () => {
    const element = await mount({ view: 'table' }, { data: crowd(100_000) });
    all<HTMLButtonElement>(element, '.table thead button')[0]!.click();
    await until(() => has(element, '.table-scroll[aria-busy]'));
    expect(caption(element)).to.equal('Sorting by “Event”…');
    let frames = 0;
    await until(() => ++frames > 0 && sortedHead(element) === 'Event ascending');
    await drawn(element);
    expect(frames, 'painted meanwhile').to.be.above(5);
    expect(textOf(rows(element)[1]!.cells[0])).to.equal('Ceasefire 100');
    await sortBy(element, 'Event');
    expect(textOf(rows(element)[0]!.cells[0])).to.equal('Shelling 99999');
  }).timeout(60_000);
});

describe('copying the table', () => {
  let written: ClipboardItems | null = null;
  let isAllowed = true;
  const real = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')!;
  beforeEach(() => {
    written = null;
    isAllowed = true;
    const write = (items: ClipboardItems): Promise<void> => {
      if (!isAllowed) return Promise.reject(new DOMException('', 'NotAllowedError'));
      written = items;
      return Promise.resolve();
    };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { write } });
  });
  afterEach(() => {
    delete (navigator as { clipboard?: unknown }).clipboard;
    expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')).to.deep.equal(real);
  });
  const textOfItem = async (type: string): Promise<string> => (await written![0]!.getType(type)).text();

  it('copies all rows as they are sorted, for texts and for spreadsheets, and says so', async () => {
    const element = await mount({ view: 'table' });
    await sortBy(element, 'Event');
    const ids = await walk(element);
    button(element, 'Copy table').click();
    await until(() => textOf(one(element, '.copy-table')) === 'Copied 33 rows');
    const lines = (await textOfItem('text/plain')).split('\n').map((line) => line.split('\t'));
    expect(lines[0]).to.deep.equal(heads(element));
    expect(lines.slice(1).map((line) => line.at(-1))).to.deep.equal(ids);
    const page = new DOMParser().parseFromString(await textOfItem('text/html'), 'text/html');
    expect(page.querySelectorAll('tr')).to.have.length(34);
    expect(page.querySelectorAll('td[lang="ar"][dir="rtl"]').length).to.be.at.least(30);
    await until(() => textOf(one(element, '.announcer')) === 'Copied 33 rows');
  });

  it('says how many it copied where there are more than can be', async () => {
    const element = await mount({ view: 'table' }, { data: crowd(25_000) });
    button(element, 'Copy table').click();
    await until(() => textOf(one(element, '.copy-table')) === 'Copied the first 20,000 of 25,000 rows');
    expect((await textOfItem('text/plain')).split('\n')).to.have.length(20_001);
  }).timeout(30_000);

  it('asks in the old way, and else gives the text to the reader', async () => {
    const element = await mount({ view: 'table' });
    isAllowed = false;
    document.execCommand = () => false;
    try {
      button(element, 'Copy table').click();
      await until(() => has(element, '.by-hand textarea'));
      const field = one<HTMLTextAreaElement>(element, '.by-hand textarea');
      await until(() => focused(element) === field);
      expect(field.value.split('\n')).to.have.length(34);
      expect(field.value.slice(field.selectionStart, field.selectionEnd)).to.equal(field.value);
      field.blur();
      await drawn(element);
      expect(has(element, '.by-hand')).to.equal(false);
      element.select('e26');
      button(element, 'Copy table').click();
      await until(() => focused(element)?.matches('.by-hand textarea') === true);
      await sendKeys({ press: 'Escape' });
      await drawn(element);
      expect(has(element, '.by-hand')).to.equal(false);
      expect(focused(element), 'back').to.equal(one(element, '.copy-table'));
      expect(element.event, 'and nothing else is closed').to.equal('e26');
      let plain = '';
      document.execCommand = () => {
        const clipboardData = new DataTransfer();
        const copy = new ClipboardEvent('copy', { clipboardData, cancelable: true });
        document.dispatchEvent(copy);
        plain = copy.clipboardData!.getData('text/plain');
        return true;
      };
      button(element, 'Copy table').click();
      await until(() => textOf(one(element, '.copy-table')) === 'Copied 33 rows');
      expect(plain.split('\n')).to.have.length(34);
    } finally {
      // The document's own again.
      delete (document as { execCommand?: unknown }).execCommand;
    }
  });
});

describe('an Arabic table', () => {
  it('runs from the right, in Arabic words and digits, and marks what is in other languages', async () => {
    const element = await mount({ view: 'table', lang: 'ar-SY' });
    expect(caption(element)).to.equal('٣٣ حدثًا، بترتيب الزمن');
    expect(heads(element).slice(0, 3)).to.deep.equal(['الحدث', 'التاريخ', 'من']);
    const row = rowOf(element, 'e26');
    const [title, date] = [row.cells[0]!, row.cells[1]!];
    expect(title.getBoundingClientRect().right).to.be.above(date.getBoundingClientRect().right);
    expect(textOf(date)).to.equal('في وقت ما بين ٣ آذار و١٩ أيار ٢٠١٦، والأرجح نحو أيار');
    const edtf = [...row.querySelectorAll<HTMLElement>('.code')].find((code) => textOf(code).startsWith('['))!;
    expect([edtf.dir, edtf.lang, textOf(edtf)]).to.deep.equal(['ltr', 'en', '[2016-03-03..2016-05-19]']);
    for (const cell of row.querySelectorAll<HTMLElement>('td, th')) {
      const own = [...cell.querySelectorAll<HTMLElement>('[lang="en"]')].map((node) => node.textContent).join('');
      const rest = (cell.textContent ?? '').replace(own, '');
      expect(rest, 'Latin words that are not marked').not.to.match(/[A-Za-z]{3}/);
    }
    await scrollTo(element, 100_000);
    expect(numbers(element).at(-1)).to.equal(34);
  });

  it('keeps its titles in view while it is scrolled sideways, also in narrow places', async () => {
    for (const width of [1200, 375]) {
      for (const lang of ['en', 'ar-SY']) {
        const element = await mount({ view: 'table', lang }, { width });
        const place = region(element);
        const scrolled = next(place, 'scroll');
        place.scrollLeft = lang === 'en' ? 900 : -900;
        await scrolled;
        const [own, title] = [place.getBoundingClientRect(), rows(element)[1]!.cells[0]!.getBoundingClientRect()];
        const side = lang === 'en' ? 'left' : 'right';
        expect(title[side]).to.be.closeTo(own[side], 1);
        expect(title.width).to.be.below(width * 0.45);
        expect(element.scrollWidth).to.be.at.most(width);
        element.remove();
      }
    }
  });
});

describe('rows', () => {
  it('have one height, which may be any: other letters, other spaces', async () => {
    const element = await mount({ view: 'table' });
    const heights = () => new Set(rows(element).map((row) => Math.round(row.getBoundingClientRect().height)));
    expect(heights().size).to.equal(1);
    const before = [...heights()][0]!;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } .table table { font-size: 26px !important; }',
    );
    element.shadowRoot!.adoptedStyleSheets.push(sheet);
    element.requestUpdate();
    await drawn(element);
    expect(heights().size).to.equal(1);
    expect([...heights()][0]).to.be.above(before * 1.7);
    expect(await walk(element)).to.have.length(33);
  });
});
