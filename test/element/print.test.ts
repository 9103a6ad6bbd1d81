import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { all, button, cdp, cell, click, drawn, has, mount, one, picture, textOf, until } from './support/element.js';

const address = 'https://www.alaan.tv/news/world-news/154647/regim-red-crescent-daash-deir-al-zour';

/** What is done while the page is shown as it would be printed. */
async function onPaper(element: ReportTimelineElement, act: () => void | Promise<void>): Promise<void> {
  await cdp('Emulation.setEmulatedMedia', { media: 'print' });
  await until(() => has(element, '.paper-item') || has(element, '.message'));
  await drawn(element);
  try {
    await act();
  } finally {
    await cdp('Emulation.setEmulatedMedia', { media: '' });
    await until(() => !has(element, '.paper'));
    await drawn(element);
  }
}

const isShown = (node: Element): boolean => node.getClientRects().length > 0;
const items = (element: ReportTimelineElement) => all(element, '.paper-item');
const listedCount = (element: ReportTimelineElement) => (element.toJSON()['events'] as readonly unknown[]).length;
/** Texts that are drawn in the chart. */
const drawnTexts = (element: ReportTimelineElement) =>
  all<SVGTextElement>(element, '.paper-lanes text').map((node) => node.textContent);

describe('print', () => {
  it('has all events in the order of the list, numbered, with who says so and the address', async () => {
    const element = await mount({ view: 'list' });
    const order = all(element, '.item-title').map((node) => textOf(node));
    await onPaper(element, () => {
      expect(items(element)).to.have.length(33);
      const heads = items(element).map((item) => textOf(item.querySelector('.paper-title')));
      heads.forEach((head, i) => expect(head.startsWith(order[i]!), `${head} is ${order[i]}`).to.equal(true));
      expect(items(element).map((item) => textOf(item.querySelector('.paper-place')))).to.deep.equal(
        order.map((_, i) => String(i + 1)),
      );
      for (const item of items(element)) {
        expect(textOf(item.querySelector('.claimant'))).to.include(address);
        expect(textOf(item)).to.include('Why this date');
      }
      expect(textOf(one(element, '.paper-heading'))).to.equal('33 events');
      expect(has(element, '.paper-filters')).to.equal(false);
    });
  });

  it('says everything of an event: date, who to whom, where, casualties, certainty, words and their translation', async () => {
    const element = await mount();
    await onPaper(element, () => {
      const item = items(element).find((node) => textOf(node).includes('Mount Thardah and Panorama positions taken'))!;
      const text = textOf(item);
      expect(text).to.include('Sometime between 14 and 18 May 2016, likely on 14 May.');
      expect(text).to.include('ISIS → Syrian government forces and allied militias');
      expect(text).to.include('Mount Thardah and Panorama No casualties stated.');
      expect(text).to.include('Activist Sumer Ibrahim, to Akhbar Al Aan.');
      expect(textOf(item.querySelector('.tag'))).to.equal('implied');
      const quote = item.querySelector('.quote')!;
      expect([quote.getAttribute('lang'), quote.getAttribute('dir')]).to.deep.equal(['ar', 'rtl']);
      expect(textOf(item.querySelector('.translation'))).to.match(/“the positions it lost .*” Our translation\.$/);
    });
  });

  it('draws the chart with the numbers of the list before its names, in lines and letters', async () => {
    const element = await mount({ view: 'table' });
    await onPaper(element, () => {
      const numbered = items(element).map(
        (item, i) => `${i + 1}. ${textOf(item.querySelector('.paper-title')).replace(/ (implied|alleged)$/, '')}`,
      );
      const texts = drawnTexts(element);
      const missing = numbered.filter((name) => {
        // Names may be cut, or stand in lines.
        const start = name.split(' ').slice(0, 2).join(' ');
        return !texts.some((text) => text?.startsWith(start));
      });
      expect(missing).to.deep.equal([]);
      expect(texts).to.include('2. Attack on al-Assad hospital');
      expect(one(element, '.paper-axis svg').textContent).to.include('May 2016');
      expect(all(element, '.paper-lanes svg').length).to.be.at.least(5);
      const ids = all(element, '.paper [id]').map(({ id }) => id);
      expect(new Set(ids).size, 'no two gradients share an id').to.equal(ids.length);
    });
  });

  it('is the same paper whichever view is on the screen', async () => {
    const papers: string[] = [];
    for (const view of ['chart', 'list', 'table']) {
      const element = await mount({ view, event: 'e24' });
      await onPaper(element, () => {
        papers.push(
          all(element, '.paper')
            .map((node) => node.outerHTML)
            .join(),
        );
        expect(all(element, '.main').filter(isShown)).to.deep.equal([]);
      });
    }
    expect(papers[0]!.length).to.be.above(10_000);
    expect([papers[1] === papers[0], papers[2] === papers[0]]).to.deep.equal([true, true]);
  });

  it('shows no control, and is light where the page is dark', async () => {
    const element = await mount({ theme: 'dark', 'link-state': 'print', event: 'e24' });
    await onPaper(element, () => {
      const controls = all(element, 'button, input, select, .toolbar, canvas, .overview');
      expect(controls.filter(isShown)).to.deep.equal([]);
      const style = getComputedStyle(one(element, '.root'));
      expect([style.color, style.backgroundColor]).to.deep.equal(['rgb(27, 26, 24)', 'rgb(255, 255, 255)']);
      const name = all(element, '.paper-lanes text').find((node) => node.textContent?.includes('Attack on al-Assad'))!;
      expect(getComputedStyle(name).fill).to.equal('rgb(27, 26, 24)');
    });
    expect(getComputedStyle(one(element, '.root')).backgroundColor).to.equal('rgb(22, 24, 28)');
  });

  it('obeys filters and range, and says them', async () => {
    const element = await mount({ from: '2016-05-17', to: '2016-05-18' });
    await click(button(element, /^ISIS/));
    await drawn(element);
    await onPaper(element, () => {
      expect(items(element)).to.have.length(listedCount(element));
      expect(textOf(one(element, '.paper-heading'))).to.equal(`${listedCount(element)} events`);
      const said = all(element, '.paper-filters').map((node) => textOf(node));
      expect(said[0]).to.match(/^From 17 to 18 May 2016\./);
      expect(said).to.include('Hidden: ISIS');
      expect(textOf(one(element, '.paper-list'))).to.not.include('Car bomb');
    });
  });

  it('is in Arabic from right to left, with addresses from left to right', async () => {
    const element = await mount({ lang: 'ar-SY', dir: 'rtl' });
    await onPaper(element, () => {
      expect(textOf(one(element, '.paper-heading'))).to.equal('٣٣ حدثًا');
      expect(drawnTexts(element)).to.include('٢. هجوم على مشفى الأسد');
      const [item] = items(element);
      expect(getComputedStyle(item!).direction).to.equal('rtl');
      const link = item!.querySelector('.claimant a')!;
      expect(link.querySelector('bdi')!.dir).to.equal('ltr');
      const [number, facts] = [item!.children[0]!, item!.children[1]!].map((node) => node.getBoundingClientRect());
      expect(number!.left).to.be.above(facts!.right - 1);
    });
  });

  it('fits the paper: nothing is wider than its place, in A4 or narrower', async () => {
    const element = await mount({}, { width: 718 });
    await onPaper(element, async () => {
      for (const width of [718, 640, 480]) {
        element.parentElement!.style.width = `${width}px`;
        await drawn(element);
        const { right } = element.getBoundingClientRect();
        const wider = all(element, '.paper *').filter((node) => node.getBoundingClientRect().right > right + 1);
        // Of a drawing only its frame counts.
        expect(wider.filter((node) => !node.closest('svg') || node.localName === 'svg')).to.deep.equal([]);
      }
    });
  });

  it('lists the first 500 of very many, and says so', async () => {
    const rows = Array.from(
      { length: 1200 },
      (_, i) => `2016-05-${String((i % 28) + 1).padStart(2, '0')},Event ${i},A`,
    );
    const element = await mount({}, { data: ['date,title,actor', ...rows].join('\n') });
    await onPaper(element, () => {
      expect(items(element)).to.have.length(500);
      expect(textOf(one(element, '.paper-heading'))).to.equal('1,200 events');
      expect(all(element, '.paper-filters').map((node) => textOf(node))).to.deep.equal([
        'The list has the first 500 events of 1,200 events.',
      ]);
      expect(has(element, '.paper-lanes svg')).to.equal(true);
    });
  });

  it('is made at once, for a browser waits for nothing, and gone afterwards with everything as before', async () => {
    const element = await mount({ theme: 'dark' });
    const focused = cell(element, 'e20');
    focused.focus();
    await drawn(element);
    const before = picture(element);
    const { scrollY } = window;
    window.dispatchEvent(new Event('beforeprint'));
    expect(items(element)).to.have.length(33);
    expect(one(element, '.root').dataset['scheme']).to.equal('light');
    window.dispatchEvent(new Event('afterprint'));
    expect(has(element, '.paper')).to.equal(false);
    await drawn(element);
    expect(one(element, '.root').dataset['scheme']).to.equal('dark');
    expect(element.shadowRoot!.activeElement).to.equal(focused);
    expect(window.scrollY).to.equal(scrollY);
    const after = picture(element);
    expect(after.text).to.equal(before.text);
    expect(after.pixels === before.pixels, 'the same pixels').to.equal(true);
  });

  it('goes on paper for every element of the page, and for none that has left it', async () => {
    const first = await mount();
    const second = await mount({ lang: 'ar' });
    const gone = await mount();
    gone.remove();
    window.dispatchEvent(new Event('beforeprint'));
    expect([items(first).length, items(second).length, items(gone).length]).to.deep.equal([33, 33, 0]);
    window.dispatchEvent(new Event('afterprint'));
    await drawn(first);
    await drawn(second);
  });

  it('makes pages, and leaves the reader where they were', async () => {
    const element = await mount({}, { width: 700 });
    const focused = cell(element, 'e24');
    focused.focus();
    await drawn(element);
    const { scrollY } = window;
    const { data } = await cdp<{ readonly data: string }>('Page.printToPDF', { printBackground: false });
    const pages = atob(data).match(/\/Type\s*\/Page\b/g) ?? [];
    // A chart that is lost, or cut at the first page, would leave fewer.
    expect(pages.length).to.be.within(7, 14);
    await drawn(element);
    expect(has(element, '.paper')).to.equal(false);
    expect(element.shadowRoot!.activeElement).to.equal(focused);
    expect(window.scrollY).to.equal(scrollY);
  });
});
