import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { crowd, manyEvents, report } from './support/data.js';
import { all, button, click, drawn, fact, has, idOf, laneNames, mount, one, textOf, until } from './support/element.js';

const data = crowd(2000, 4);
const field = (element: ReportTimelineElement) => one<HTMLInputElement>(element, '.search input');
const status = (element: ReportTimelineElement) => textOf(one(element, '.status'));
const results = (element: ReportTimelineElement) => textOf(one(element, '.results'));
const announced = (element: ReportTimelineElement) => textOf(one(element, '.announcer'));
const marks = (element: ReportTimelineElement, place: string) => all(element, `${place} mark`).map(textOf);
const focused = (element: ReportTimelineElement) => element.shadowRoot!.activeElement;
async function shiftEnter(): Promise<void> {
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'Enter' });
  await sendKeys({ up: 'Shift' });
}
/** Types, and waits for the answer. */
async function search(element: ReportTimelineElement, text: string, answer: RegExp): Promise<void> {
  field(element).focus();
  await sendKeys({ type: text });
  await until(() => answer.test(status(element)));
  await drawn(element);
}

describe('the search', () => {
  it('is there where there is more than one event', async () => {
    expect(has(await mount({}, { data: report(manyEvents(1)) }), '.search')).to.equal(false);
    const element = await mount();
    expect(field(element).getAttribute('aria-label')).to.equal('Search titles, names, places, quotes');
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
    const own = counts.map(Number);
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
      'No event matches “water” 2,000 events are in these data. Clear search',
    );
    expect(textOf(all(element, '.chip')[3])).to.match(/ 0 0 of [\d,]+ events$/);
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

  it('moves nothing while somebody types', async () => {
    for (const width of [1200, 760, 343]) {
      const element = await mount({}, { width });
      const places = () =>
        ['.search-field', '.facet-menu', '.tools'].map((part) => {
          const { x, y, width, height } = one(element, part).getBoundingClientRect();
          const top = y - one(element, '.toolbar').getBoundingClientRect().y;
          return [x, top, width, height].map(Math.round).join(' ');
        });
      const before = places();
      await search(element, 'strike', /match/);
      expect(places(), `${width}px`).to.deep.equal(before);
      expect(has(element, '.active-filters'), 'the field says it').to.equal(false);
      for (const part of ['.results', '.search [aria-label="Next result"]', '.search [aria-label="Clear search"]']) {
        const box = one(element, '.search-field').getBoundingClientRect();
        const own = one(element, part).getBoundingClientRect();
        expect(own.left >= box.left && own.right <= box.right && own.bottom <= box.bottom, part).to.equal(true);
      }
    }
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

describe('the results of a search', () => {
  it('are counted beside the field, and gone through in reading order by its buttons, round and round', async () => {
    const element = await mount({}, { data });
    expect(has(element, '.results')).to.equal(false);
    await search(element, 'ceasefire', /match/);
    expect(results(element)).to.equal('20 results');
    const next = button(element, 'Next result');
    next.focus();
    const seen: (string | null)[] = [];
    for (let i = 1; i <= 3; i++) {
      await sendKeys({ press: 'Enter' });
      await drawn(element);
      expect(results(element)).to.equal(`${i} of 20`);
      expect(focused(element), 'the focus stays').to.equal(next);
      seen.push(element.event);
    }
    expect(new Set(seen).size).to.equal(3);
    const starts = seen.map((id) =>
      Date.parse(element.events.find((event) => event.id === id)!.when!.match(/\d{4}-\d\d/)![0]),
    );
    expect(starts).to.deep.equal([...starts].sort((a, b) => a - b));
    const previous = button(element, 'Previous result');
    for (const expected of ['2 of 20', '1 of 20', '20 of 20']) {
      await click(previous);
      await drawn(element);
      expect(results(element)).to.equal(expected);
    }
    await click(next);
    await drawn(element);
    expect([results(element), element.event]).to.deep.equal(['1 of 20', seen[0]]);
    for (const control of [next, previous]) {
      const { width, height } = control.getBoundingClientRect();
      expect(Math.min(width, height)).to.be.at.least(24);
    }
  });

  it('are gone through from the field by Enter, and back with Shift; the chart follows, the focus stays, and each is said', async () => {
    const element = await mount();
    await search(element, 'hospital', /match/);
    const count = Number(results(element).split(' ')[0]);
    expect(count).to.be.above(1);
    await sendKeys({ press: 'Enter' });
    await drawn(element);
    const first = element.event;
    expect(results(element)).to.equal(`1 of ${count}`);
    await sendKeys({ press: 'Enter' });
    await drawn(element);
    expect(results(element)).to.equal(`2 of ${count}`);
    await shiftEnter();
    await drawn(element);
    expect([results(element), element.event]).to.deep.equal([`1 of ${count}`, first]);
    expect(focused(element)).to.equal(field(element));
    expect(
      idOf(
        element,
        one(
          element,
          `.cell[data-event][aria-selected="true"], .cell[data-event="${element.events.findIndex(({ id }) => id === first)}"]`,
        ),
      ),
    ).to.equal(first);
    await until(() => announced(element).startsWith(`1 of ${count}. `));
    const { title } = element.events.find(({ id }) => id === first)!;
    expect(announced(element)).to.contain((title as { en: string }).en);
  });

  it('are asked for at once by an Enter that comes before the answer', async () => {
    const element = await mount();
    field(element).focus();
    await sendKeys({ type: 'hospital' });
    await sendKeys({ press: 'Enter' });
    await until(() => element.event !== null);
    await drawn(element);
    expect(results(element)).to.match(/^1 of \d+$/);
    expect(element.toJSON()['events']).to.have.length(Number(results(element).split(' ').pop()));
  });

  it('are followed by the list, and by the table', async () => {
    for (const view of ['list', 'table']) {
      const element = await mount({ view });
      await search(element, 'captured', /match/);
      await shiftEnter();
      await drawn(element);
      const [, n, of] = results(element).match(/^(\d+) of (\d+)$/)!;
      expect(n, 'back from none is the last').to.equal(of);
      const index = element.events.findIndex(({ id }) => id === element.event);
      const { top, bottom } = one(element, `:is(.list, .table) [data-event="${index}"]`).getBoundingClientRect();
      expect(top).to.be.at.least(-1);
      expect(bottom).to.be.at.most(innerHeight + 1);
      expect(focused(element)).to.equal(field(element));
      element.remove();
    }
  });

  it('are none: the buttons say so, and lead nowhere', async () => {
    const element = await mount();
    await search(element, 'xyzzy', /(^| )0 of/);
    expect(results(element)).to.equal('0 results');
    for (const name of ['Next result', 'Previous result']) expect(button(element, name).disabled).to.equal(true);
    await sendKeys({ press: 'Enter' });
    await drawn(element);
    expect(element.event ?? null).to.equal(null);
  });

  it('are counted in Arabic as one says it', async () => {
    const titles = (count: number) =>
      report(Array.from({ length: 12 }, (_, i) => ({ ...manyEvents(12)[i], title: i < count ? 'قصف' : 'هدنة' })));
    for (const [count, words] of [
      [1, 'نتيجة واحدة'],
      [2, 'نتيجتان'],
      [3, '٣ نتائج'],
      [11, '١١ نتيجة'],
    ] as const) {
      const element = await mount({ lang: 'ar-SY' }, { data: titles(count) });
      await search(element, 'قصف', /البحث/);
      expect(results(element)).to.equal(words);
      element.remove();
    }
    const element = await mount({ lang: 'ar-SY' }, { data: titles(0) });
    await search(element, 'قصف', /البحث/);
    expect(results(element)).to.equal('لا نتائج');
    expect(button(element, 'النتيجة التالية').disabled).to.equal(true);
  });

  it('of a name are what its bearer did, in either language', async () => {
    for (const query of ['ISIS', 'داعش']) {
      const element = await mount();
      await search(element, query, /match/);
      const ids = (element.toJSON()['events'] as { id: string }[]).map(({ id }) => id);
      expect(ids).to.include.members(element.events.flatMap(({ actors, id }) => (actors.includes('isis') ? [id] : [])));
      element.remove();
    }
  });
});

describe('what is searched for', () => {
  it('is marked in the details, in titles, names, places, quotes and translations, in any spelling', async () => {
    const element = await mount({ event: 'e20' });
    await search(element, 'الاَسَد مشفي', /match/);
    const { claims } = element.events.find(({ id }) => id === 'e20')!;
    const [quote] = Object.values(claims[0]!.quote as Record<string, string>);
    expect(textOf(one(element, '.quote')), 'word for word').to.contain(quote);
    expect(marks(element, '.quote')).to.deep.equal(['مشفى', 'الأسد']);
    await click(button(element, 'Clear search'));
    await search(element, 'OMAR bomb', /match/);
    await sendKeys({ press: 'Enter' });
    await drawn(element);
    expect(element.event).to.equal('e22');
    expect(marks(element, '.event-title')).to.deep.equal(['Omar', 'bomb']);
    expect(marks(element, '.translation')).to.deep.equal(['bomb', 'Omar']);
    expect([...fact(element, 'Where').querySelectorAll('mark')].map(textOf)).to.deep.equal(['Omar']);
  });

  it('is marked in the list and in the lanes’ names, and nowhere in the heading', async () => {
    const element = await mount({ view: 'list', event: 'e24' });
    await search(element, 'deir AIR', /match/);
    expect(new Set(marks(element, '.item-title').map((text) => text.toLowerCase()))).to.include('air');
    expect(marks(element, '.chip')).to.deep.equal(['air']);
    expect(marks(element, '.head')).to.deep.equal([]);
    for (const mark of all(element, 'mark')) {
      const { textDecorationLine, backgroundColor } = getComputedStyle(mark);
      expect(textDecorationLine).to.equal('underline');
      expect(backgroundColor).to.not.equal('rgb(255, 255, 0)');
    }
  });

  it('is marked by each element for its own question, and by none when it is cleared', async () => {
    const [one1, two] = [await mount({ view: 'list' }), await mount({ view: 'list' })];
    await search(one1, 'air', /match/);
    await search(two, 'checkpoint', /match/);
    // Its first letters may have been searched for by themselves.
    await until(() => !marks(two, '.item-title').some((text) => text.length < 'checkpoint'.length));
    expect(new Set(marks(one1, '.item-title').map((text) => text.toLowerCase()))).to.deep.equal(new Set(['air']));
    expect(new Set(marks(two, '.item-title').map((text) => text.toLowerCase()))).to.deep.equal(new Set(['checkpoint']));
    await click(button(two, 'Clear search'));
    await drawn(two);
    expect(has(two, 'mark')).to.equal(false);
    expect(has(one1, 'mark')).to.equal(true);
  });

  it('takes nothing from a text: with marks it reads as without', async () => {
    const element = await mount({ view: 'list', lang: 'ar-SY' });
    const title = (id: string) =>
      textOf(one(element, `.item-title[data-event="${element.events.findIndex((event) => event.id === id)}"]`));
    const before = element.events.map(({ id }) => [id, title(id)] as const);
    await search(element, 'على ال', /البحث/);
    const left = new Set((element.toJSON()['events'] as { id: string }[]).map(({ id }) => id));
    expect(marks(element, '.item-title').length).to.be.above(5);
    for (const [id, text] of before) if (left.has(id)) expect(title(id)).to.equal(text);
  });

  it('is marked on the chart, and not in its picture', async () => {
    const element = await mount();
    const surface = () => one<HTMLCanvasElement>(element, 'canvas.surface').toDataURL();
    await search(element, 'air', /match/);
    const marked = surface();
    const svg = new DOMParser().parseFromString(element.toSVG(), 'image/svg+xml');
    expect(svg.querySelectorAll('rect[height="2"]').length).to.equal(0);
    // What was found is what is drawn.
    const ids = (element.toJSON()['events'] as { id: string }[]).map(({ id }) => `rt-${id}`);
    expect(new Set([...svg.querySelectorAll('g[id]')].map(({ id }) => id))).to.deep.equal(new Set(ids));
    await drawn(element);
    expect(surface()).to.equal(marked);
  });
});
