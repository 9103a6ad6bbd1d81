import { expect } from 'chai';
import { setViewport } from '@web/test-runner-commands';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { event, report as reportOf } from './support/data.js';
import { all, click, drawn, facts, has, mount, one, takeWarnings, textOf } from './support/element.js';
import report from '../../data/deir-ez-zor-2016-05.json';

const dataOf = (id: string) => report.events.find((own) => own.id === id)!;
const tables = (element: ReportTimelineElement) => all<HTMLTableElement>(element, '.accounts');
const heads = (table: Element) => [...table.querySelectorAll('thead th')].map((node) => textOf(node));
/** The rows of a table by their names. */
const rowsOf = (table: Element): Record<string, string[]> =>
  Object.fromEntries(
    [...table.querySelectorAll('tbody')].map((body) => [
      textOf(body.querySelector('th')),
      [...body.querySelectorAll('td')].map((node) => textOf(node)),
    ]),
  );

const said = (by: string, more: object = {}) => ({ by, quote: { en: `words of ${by}` }, ...more });
const twin = (id: string, possible = true) => ({ type: 'same-as', id, possible });

describe('two accounts of one event', () => {
  it('stand side by side where two events may be the same: e24 and e04', async () => {
    const element = await mount({ event: 'e24' }, { width: 860 });
    const [table, ...others] = tables(element);
    expect(others).to.have.length(0);
    expect(facts(element)).to.include('Possibly two accounts of one event');
    expect(table!.getAttribute('aria-label')).to.equal('Possibly two accounts of one event');
    expect(heads(table!)).to.deep.equal([
      'This event Panorama checkpoint attacked and captured',
      'Possibly the same event Mount Thardah and Panorama positions taken',
    ]);
    const rows = rowsOf(table!);
    // The date stands above, and is the same in both.
    expect(Object.keys(rows)).to.deep.equal([
      'Where',
      'Killed',
      'Injured',
      'How sure',
      'What the source says',
      'Who says so',
    ]);
    expect(rows['Where']).to.deep.equal(['Southern entrance, Panorama', 'Mount Thardah, Panorama']);
    expect(rows['Killed'], 'what is not stated is not none').to.deep.equal([
      'number not stated (government forces; “many”)',
      'not stated',
    ]);
    expect(rows['How sure']).to.deep.equal([
      'Reported as a fact.',
      'Implied: the source mentions it in passing as known.',
    ]);
    expect(rows['Who says so']).to.deep.equal([
      'Akhbar Al Aan, in its own voice. Read it in the source',
      'Activist Sumer Ibrahim, to Akhbar Al Aan. Read it in the source',
    ]);
  });

  it('say each quote once in all the details, in its own language, with its translation', async () => {
    const element = await mount({ event: 'e04' });
    const quotes = all(element, '.event blockquote');
    expect(quotes.map(({ textContent }) => textContent)).to.deep.equal(
      ['e04', 'e24'].map((id) => `«${dataOf(id).claims[0]!.quote.ar}»`),
    );
    expect(quotes.every((node) => node.closest('.account-words') && node.lang === 'ar' && node.dir === 'rtl')).to.equal(
      true,
    );
    expect(all(element, '.account-words .translation [lang]').map(({ lang }) => lang)).to.deep.equal(['en', 'en']);
    expect(facts(element)).not.to.include.members(['What the source says']);
    expect(facts(element)).not.to.include.members(['Who says so']);
  });

  it('are a table with heads for columns and rows', async () => {
    const element = await mount({ event: 'e24' });
    const table = tables(element)[0]!;
    expect(table.tagName).to.equal('TABLE');
    expect([...table.querySelectorAll('thead th')].map((node) => node.getAttribute('scope'))).to.deep.equal([
      'col',
      'col',
    ]);
    for (const head of table.querySelectorAll('tbody th')) {
      expect([head.getAttribute('scope'), head.getAttribute('colspan')]).to.deep.equal(['rowgroup', '2']);
      const body = head.closest('tbody')!;
      expect(body.querySelectorAll('td')).to.have.length(2);
    }
  });

  it('lead from the one to the other and back, and the focus goes along', async () => {
    const element = await mount({ event: 'e24' });
    await click(one(element, '.accounts thead button'));
    await drawn(element);
    expect(element.event).to.equal('e04');
    expect(element.shadowRoot!.activeElement).to.equal(one(element, '.event-title'));
    expect(heads(tables(element)[0]!)[0]).to.match(/^This event Mount Thardah/);
    await click(one(element, '.accounts thead button'));
    await drawn(element);
    expect(element.event).to.equal('e24');
  });

  it('stand in Arabic from right to left', async () => {
    const element = await mount({ event: 'e24', lang: 'ar-SY', dir: 'rtl' });
    const table = tables(element)[0]!;
    expect(table.getAttribute('aria-label')).to.equal('ربما روايتان لحدث واحد');
    expect(heads(table)).to.deep.equal([
      `هذا الحدث ${dataOf('e24').title.ar}`,
      `ربما الحدث نفسه ${dataOf('e04').title.ar}`,
    ]);
    expect(rowsOf(table)['القتلى']![1]).to.equal('غير مذكور');
    const [own, other] = [...table.querySelectorAll('thead th')].map((node) => node.getBoundingClientRect());
    expect(own!.left).to.be.at.least(other!.right - 1);
    expect(all(element, '.account-words'), 'each in its words').to.have.length(2);
    expect(all(element, '.account-words .translation'), 'who reads Arabic needs none').to.have.length(0);
  });

  it('are none where there is one account', async () => {
    const element = await mount();
    for (const { id } of report.events) {
      element.select(id);
      await element.updateComplete;
      expect(has(element, '.accounts'), id).to.equal(id === 'e04' || id === 'e24');
    }
  });

  for (const [width, place] of [
    [1240, 'beside'],
    [860, 'below'],
    [340, 'in the list'],
  ] as const) {
    it(`can be read where the details stand ${place}`, async () => {
      await setViewport({ width: width + 40, height: 900 });
      try {
        const element = await mount({ event: 'e24' }, { width });
        const table = tables(element)[0]!;
        expect(table.scrollWidth, 'nothing sticks out').to.be.at.most(table.parentElement!.clientWidth + 1);
        for (const cell of table.querySelectorAll('td')) {
          expect(cell.getBoundingClientRect().width).to.be.at.least(110);
          expect(parseFloat(getComputedStyle(cell).fontSize)).to.be.at.least(13);
        }
        // Words of sources have room for a line that can be read.
        const quotes = all(element, '.event blockquote');
        expect(quotes).to.have.length(2);
        for (const quote of quotes) expect(quote.getBoundingClientRect().width).to.be.at.least(200);
        expect(quotes.every((quote) => !!quote.closest('.accounts'))).to.equal(place === 'below');
        const [own, other] = table.querySelectorAll('tbody td');
        expect(own!.getBoundingClientRect().top).to.equal(other!.getBoundingClientRect().top);
        expect(one(element, '.accounts thead button').getBoundingClientRect().height).to.be.at.least(24);
      } finally {
        await setViewport({ width: 1300, height: 1000 });
      }
    });
  }
});

describe('accounts of several claimants', () => {
  const claims = [
    said('Ada', { date: '2016-05-02', url: 'https://example.org/ada' }),
    said('Bob', { quote: { ar: 'قال بوب' }, translation: { en: 'Bob said' } }),
    { by: 'Cleo', url: 'https://example.org/cleo' },
  ];

  it('have a column for each who speaks: their words, when, and where to read them', async () => {
    const element = await mount({ event: 'x' }, { data: reportOf([event('x', '2016-05-01', { claims })]), width: 860 });
    const [table] = tables(element);
    expect(heads(table!)).to.deep.equal(['Ada', 'Bob', 'Cleo']);
    expect(rowsOf(table!)).to.deep.equal({
      'What the source says': ['“words of Ada”', '«قال بوب» “Bob said” Our translation.', 'not stated'],
      Sources: ['On 2 May 2016. Read it in the source', 'not stated', 'Read it in the source'],
    });
    const [quote] = table!.querySelectorAll<HTMLElement>('[lang=ar]');
    expect(quote!.dir).to.equal('rtl');
  });

  it('continue below where there is no room beside each other', async () => {
    const data = reportOf([event('x', '2016-05-01', { claims })]);
    const beside = await mount({ event: 'x' }, { data });
    expect(tables(beside), 'they differ in nothing but their words').to.have.length(0);
    expect(all(beside, '.account-words').map(textOf)).to.deep.equal([
      'Ada “words of Ada” On 2 May 2016. Read it in the source',
      'Bob «قال بوب» “Bob said” Our translation. Sources: not stated',
      'Cleo What the source says: not stated Read it in the source',
    ]);
    const tops = all(beside, '.account-words').map((node) => node.getBoundingClientRect().top);
    expect(tops).to.deep.equal([...tops].sort((a, b) => a - b));
  });

  it('are quotes below each other where one voice has them all', async () => {
    const one = [said('Ada'), said('Ada', { quote: { en: 'more' } })];
    const element = await mount({ event: 'x' }, { data: reportOf([event('x', '2016-05-01', { claims: one })]) });
    expect(has(element, '.accounts')).to.equal(false);
    expect(facts(element)).to.include.members(['What the source says', 'Who says so']);
  });

  it('are text, whatever stands in the data', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    const data = reportOf([
      event('x', '2016-05-01', {
        claims: [said(evil), said('Bob', { quote: { en: evil }, url: 'javascript:alert(1)' })],
      }),
    ]);
    const element = await mount({ event: 'x' }, { data });
    takeWarnings();
    expect(has(element, '.account-words img')).to.equal(false);
    expect(textOf(one(element, '.account-words'))).to.contain(evil);
    expect(all<HTMLAnchorElement>(element, '.account-words a').map(({ href }) => href)).to.deep.equal([]);
  });
});

describe('what two accounts differ in', () => {
  it('is all that anybody states, also other numbers; what nobody states has no row', async () => {
    const count = (low: number | null, best = low, high = low) => ({ low, best, high });
    const data = reportOf([
      event('x', '2016-05-01', { killed: count(0), counts: { arrested: count(15) }, relations: [twin('y', false)] }),
      event('y', '2016-05-03', { killed: count(5, null, null), places: [{ name: 'Here' }] }),
      event('z', null, { relations: [twin('x')] }),
    ]);
    const element = await mount({ event: 'x' }, { data, width: 860 });
    const [table] = tables(element);
    expect(heads(table!)).to.deep.equal([
      'This event Title of x',
      'The same event Title of y',
      'Possibly the same event Title of z',
    ]);
    const rows = rowsOf(table!);
    expect(Object.keys(rows)).to.deep.equal(['When', 'Where', 'Killed', 'Other numbers']);
    expect(rows['Where']).to.deep.equal(['not stated', 'Here', 'not stated']);
    expect(rows['Killed']).to.deep.equal(['0', 'at least 5', 'not stated']);
    expect(rows['Other numbers']).to.deep.equal(['Arrested: 15.', 'not stated', 'not stated']);
  });
});
