import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { event, report } from './support/data.js';
import { all, button, cell, drawn, has, laneNames, mount, next, one, place, textOf } from './support/element.js';

/** Row 1 is that of the headings. */
const table = [
  'id,date,actor,title,url',
  'a,05/06/2019,Fire brigade,Fire put out,',
  'b,07/08/2019,Fire brigade,Hydrants tested,',
  'c,last spring,City council,Meeting,javascript:alert(1)',
  'd,2019-06-02,City council,Road open,',
  'e,العام الماضي,City council,Library,',
].join('\n');

const inEnglish = { lang: 'en' };
const inArabic = { lang: 'ar-SY' };
const line = (element: ReportTimelineElement) => textOf(one(element, '.issues-line p'));
const quiet = (element: ReportTimelineElement) => textOf(one(element, '.reading .source'));

async function open(element: ReportTimelineElement): Promise<void> {
  button(element, /^(Show details|اعرض التفاصيل)$/).click();
  await drawn(element);
}
const kinds = (element: ReportTimelineElement) =>
  all(element, '.kind').map((kind) => ({
    title: textOf(kind.querySelector('.kind-title')),
    head: [...kind.querySelectorAll('th')].map(textOf),
    rows: [...kind.querySelectorAll('tbody tr')].map((row) => [...row.children].map(textOf)),
  }));

describe('the account of a reading', () => {
  it('is one line of numbers, closed until somebody opens it', async () => {
    const element = await mount(inEnglish, { data: table });
    expect(line(element)).to.equal('5 rows read as a table: all shown, 4 with something left out or changed.');
    expect(has(element, '.account')).to.equal(false);
    const toggle = button(element, 'Show details');
    expect(toggle.getAttribute('aria-expanded')).to.equal('false');
    expect(toggle.hasAttribute('aria-controls')).to.equal(false);
    toggle.focus();
    await sendKeys({ press: 'Enter' });
    await drawn(element);
    expect(element.shadowRoot!.activeElement).to.equal(toggle);
    expect([textOf(toggle), toggle.getAttribute('aria-expanded')]).to.deep.equal(['Hide details', 'true']);
    const panel = one(element, '.account');
    expect(panel.id).to.equal(toggle.getAttribute('aria-controls'));
    expect([panel.getAttribute('role'), panel.getAttribute('aria-label'), panel.tabIndex]).to.deep.equal([
      'region',
      'How the data were read',
      0,
    ]);
    await sendKeys({ press: 'Space' });
    await drawn(element);
    expect(has(element, '.account')).to.equal(false);
  });

  it('names each kind of problem with its rows, fields and values', async () => {
    const element = await mount(inEnglish, { data: table });
    await open(element);
    const found = kinds(element);
    expect(found.map(({ title }) => title)).to.have.members([
      'Day and month cannot be told apart 2',
      'Dates that could not be read 2',
      'Links that are not safe to follow 1',
    ]);
    const rowsOf = (title: RegExp) => found.find((kind) => title.test(kind.title))!;
    expect(rowsOf(/^Day and month/).head.slice(0, 3)).to.deep.equal(['Row', 'Field', 'As written']);
    expect(rowsOf(/^Day and month/).rows.map((row) => row.slice(0, 3))).to.deep.equal([
      ['2', 'date', '05/06/2019'],
      ['3', 'date', '07/08/2019'],
    ]);
    expect(rowsOf(/^Dates/).rows.map((row) => row.slice(0, 3))).to.deep.equal([
      ['4', 'date', 'last spring'],
      ['6', 'date', 'العام الماضي'],
    ]);
    expect(rowsOf(/^Links/).rows[0]!.slice(0, 3)).to.deep.equal(['4', 'url', 'javascript:alert(1)']);
    const values = all(element, '.account td code');
    expect(values.map(({ lang, dir }) => `${lang} ${dir}`)).to.include.members(['en auto', 'ar auto']);
    for (const sentence of all(element, '.account p[lang]')) {
      expect([sentence.lang, sentence.dir]).to.deep.equal(['en', 'ltr']);
    }
    // Each sentence is that of an issue, and says what the reader cannot know.
    const said = textOf(one(element, '.account'));
    for (const { code, message } of element.issues) {
      expect(said.includes(message), message).to.equal(code !== 'ambiguous-date');
    }
  });

  it('says the same in Arabic, and keeps the sentences for whoever mends the data in English', async () => {
    const element = await mount(inArabic, { data: table });
    expect(line(element)).to.equal('قُرئت ٥ صفوف من جدول: عُرض الكل، وفي ٤ صفوف شيء تُرك أو غُيّر.');
    await open(element);
    expect(one(element, '.account').getAttribute('aria-label')).to.equal('كيف قُرئت البيانات');
    const found = kinds(element);
    expect(found.map(({ title }) => title)).to.have.members([
      'تواريخ لا يتميّز فيها اليوم من الشهر ٢',
      'تواريخ تعذّرت قراءتها ٢',
      'روابط غير آمنة ١',
    ]);
    const ambiguous = found.find(({ title }) => title.startsWith('تواريخ لا'))!;
    expect(ambiguous.head.slice(0, 3)).to.deep.equal(['الصف', 'الحقل', 'كما ورد']);
    expect(ambiguous.rows[0]!.slice(0, 3)).to.deep.equal(['٢', 'date', '05/06/2019']);
    expect(all(element, '.account p[lang=en]')).not.to.deep.equal([]);
  });

  it('counts what was left out apart from what was changed', async () => {
    const events = [
      { date: '2019-01-01', title: 'A', actor: 'X' },
      'no event',
      { date: '2019-01-02', title: 'B', actor: 'X', url: 'data:text/html,x' },
      { title: 'C', actor: 'X', lat: 'north' },
    ];
    const element = await mount(inEnglish, { data: { events } });
    expect(line(element)).to.equal(
      '4 rows read as a table: 3 shown, 1 left out, 2 with something left out or changed, 1 remark.',
    );
    const arabic = await mount(inArabic, { data: { events } });
    expect(line(arabic)).to.equal(
      'قُرئت ٤ صفوف من جدول: عُرضت ٣ أحداث، وتُرك صف واحد، وفي صفّين شيء تُرك أو غُيّر، مع ملاحظة واحدة.',
    );
  });

  it('lists twenty of a kind and counts the rest', async () => {
    const events = Array.from({ length: 1234 }, (_, i) => ({ id: `n${i}`, date: 'no date', title: 'T', actor: 'X' }));
    const element = await mount({ ...inEnglish, view: 'list' }, { data: { events } });
    await open(element);
    expect(kinds(element).map(({ title, rows }) => [title, rows.length])).to.deep.equal([
      ['Dates that could not be read 1,234', 20],
    ]);
    expect(textOf(one(element, '.kind').lastElementChild)).to.equal('and 1,214 more of this kind');
    expect(one(element, '.account').getBoundingClientRect().height).to.be.below(600);
  });

  it('says a sentence that holds for all rows once', async () => {
    const events = ['x', 'y'].map((url, i) => ({ id: `n${i}`, date: '2019-01-01', title: 'T', actor: 'X', url }));
    const element = await mount(inEnglish, { data: { events } });
    await open(element);
    const { message } = element.issues[0]!;
    expect(textOf(one(element, '.account')).split(message)).to.have.length(2);
    expect(kinds(element)[0]!.head).not.to.include('What is wrong');
  });

  it('shows markup of the data as the text that it is', async () => {
    const attack = '<img src=x onerror="window.attacked=1">';
    const element = await mount(inEnglish, { data: { events: [{ date: attack, title: 'T', actor: 'X' }] } });
    await open(element);
    expect(has(element, 'img')).to.equal(false);
    expect(has(element, '.account')).to.equal(true);
  });

  it('is a quiet line below the chart where nothing is wrong, and none for a report', async () => {
    const events = [1, 2, 3].map((day) => ({ date: `2019-01-0${day}`, title: `T${day}`, actor: 'X' }));
    const element = await mount(inEnglish, { data: { events } });
    expect(has(element, '.issues')).to.equal(false);
    expect(quiet(element)).to.equal('3 rows read as a table, all shown.');
    expect(has(element, '.reading button'), 'there is nothing to open').to.equal(false);
    const [below, chart] = ['.reading', '.chart'].map((part) => one(element, part).getBoundingClientRect());
    expect(below!.top).to.be.above(chart!.bottom);
    expect(quiet(await mount(inArabic, { data: { events } }))).to.equal('قُرئت ٣ صفوف من جدول: عُرض الكل.');

    expect(has(await mount(inEnglish, { data: report([event('x', '2016-05-14')]) }), '.reading')).to.equal(false);
    expect(has(await mount(inEnglish), '.reading, .issues')).to.equal(false);
    expect(has(await mount({ ...inEnglish, controls: 'none' }, { data: { events } }), '.reading')).to.equal(false);
  });

  it('is quiet also where something is only remarked, and can be opened there', async () => {
    const element = await mount(inEnglish, {
      data: report([event('x', '2016-05-14'), { id: 'y', title: 'Y', actors: ['a'] }]),
    });
    expect(has(element, '.issues')).to.equal(false);
    expect(quiet(element)).to.match(/^2 rows read in the report format: all shown, 1 remark\./);
    await open(element);
    expect(kinds(element)).to.deep.equal([
      { title: 'Events without a date 1', head: ['Row', 'Field'], rows: [['2', 'when']] },
    ]);
  });

  it('is there for the page: as a property, and in the event of the load', async () => {
    const element = place(inEnglish, { data: table });
    expect(element.account).to.equal(null);
    const { account } = await next(element, 'timeline-load');
    expect(account).to.equal(element.account);
    expect(account).to.deep.include({ format: 'csv', rows: 5, shown: 5, repaired: 4 });
    expect(Object.fromEntries(account!.kinds.map(({ code, count }) => [code, count]))).to.deep.equal({
      'ambiguous-date': 2,
      'invalid-date': 2,
      'unsafe-link': 1,
    });
    const bundled = await mount();
    expect(bundled.account).to.deep.equal({ format: 'report', rows: 33, shown: 33, repaired: 0, kinds: [] });
  });
});

describe('dates that can be read in two ways', () => {
  const question = (element: ReportTimelineElement) => textOf(one(element, '#order'));
  const pressed = (element: ReportTimelineElement) =>
    all(element, '.question button').map((node) => [textOf(node), node.getAttribute('aria-pressed')]);
  const saidOf = (element: ReportTimelineElement, id: string) => cell(element, id).getAttribute('aria-label');

  it('are asked about, with an example', async () => {
    const element = await mount(inEnglish, { data: table });
    expect(question(element)).to.equal(
      '2 dates, such as 05/06/2019, can be read in two ways, and no other date in the file says which is meant. What stands first?',
    );
    expect(pressed(element)).to.deep.equal([
      ['Day first (18/05)', 'false'],
      ['Month first (05/18)', 'false'],
    ]);
    const group = one(element, '.question');
    expect(textOf(one(element, `#${group.getAttribute('aria-labelledby')}`))).to.equal(question(element));
    for (const node of all(element, '.question button')) {
      expect(node.getBoundingClientRect().height).to.be.at.least(24);
    }
    expect(saidOf(element, 'a')).to.contain('Date not stated');
    const arabic = await mount(inArabic, { data: table });
    expect(question(arabic)).to.equal(
      'تاريخان، أحدهما 05/06/2019، يُقرآن على وجهين، ولا يبيّن أي تاريخ آخر في الملف أيهما المقصود. أيهما يأتي أولًا؟',
    );
    expect(pressed(arabic).map(([text]) => text)).to.deep.equal(['اليوم أولًا (18/05)', 'الشهر أولًا (05/18)']);
  });

  it('are read again as the reader says, who hears so, keeps the focus and may think again', async () => {
    const element = await mount(inEnglish, { data: table });
    const [day, month] = all<HTMLButtonElement>(element, '.question button') as [HTMLButtonElement, HTMLButtonElement];
    day.focus();
    await sendKeys({ press: 'Enter' });
    await element.ready;
    await drawn(element);
    expect([element.dateOrder, question(element)]).to.deep.equal(['dmy', 'The dates were read with the day first.']);
    expect(saidOf(element, 'a')).to.contain('On 5 June 2019');
    expect(element.shadowRoot!.activeElement).to.equal(day);
    expect(pressed(element).map(([, state]) => state)).to.deep.equal(['true', 'false']);
    expect(line(element)).to.equal('5 rows read as a table: all shown, 2 with something left out or changed.');

    month.click();
    await element.ready;
    await drawn(element);
    expect([element.dateOrder, question(element)]).to.deep.equal(['mdy', 'The dates were read with the month first.']);
    expect(saidOf(element, 'a')).to.contain('On 6 May 2019');
  });

  it('are no matter of other data: the answer is forgotten with what was asked about', async () => {
    const element = await mount(inEnglish, { data: table });
    button(element, 'Day first (18/05)').click();
    await element.ready;
    element.data = 'date,actor,title\n01/02/2020,X,T';
    await element.ready;
    await drawn(element);
    expect(element.dateOrder).to.equal(null);
    expect(question(element)).to.match(/^One date, 01\/02\/2020, can be read in two ways/);
  });

  it('are not asked about where the page has said it', async () => {
    const element = await mount({ ...inEnglish, 'date-order': 'mdy' }, { data: table });
    expect(has(element, '.question')).to.equal(false);
    expect(saidOf(element, 'a')).to.contain('On 6 May 2019');
  });
});

describe('data that cannot be read', () => {
  it('say why, to readers of Arabic in their own words and in English', async () => {
    const english = await mount(inEnglish, { data: '{"list": []}' });
    const [, detail] = english.issues;
    const message = one(english, '.message');
    expect(textOf(message)).to.contain(detail!.message);
    expect([...message.querySelectorAll('p')].map(textOf).filter((text) => text === detail!.message)).to.have.length(1);

    const arabic = await mount(inArabic, { data: '{"list": []}' });
    const causes = [...one(arabic, '.message').querySelectorAll('p')];
    expect(causes.map(textOf)).to.include.members(['لا قائمة أحداث في الملف.', detail!.message]);
    expect(causes.find((node) => textOf(node) === detail!.message)!.lang).to.equal('en');
  });

  it('of a file of the reader’s own are called by its name, and lead nowhere', async () => {
    const file = new File(['<!doctype html><title>Sign in</title>'], 'events.csv', { type: 'text/csv' });
    const element = await mount(inEnglish, { data: file });
    expect(textOf(one(element, '.message'))).to.contain('events.csv');
    expect(has(element, '.message a')).to.equal(false);
  });
});

describe('where a data set comes from', () => {
  const data = (more: Readonly<Record<string, unknown>>) => report([event('x', '2016-05-14')], more);

  it('is said below the chart, with its addresses as links and its licence', async () => {
    const attribution = 'Data: Example Project (https://example.org/data?a=1, read on 3 May) and javascript:alert(1).';
    const element = await mount(inEnglish, { data: data({ attribution, licence: 'CC BY 4.0' }) });
    const shown = one(element, '.attribution');
    expect(textOf(shown)).to.equal(`${attribution} Licence: CC BY 4.0.`);
    const links = [...shown.querySelectorAll('a')];
    expect(links.map(({ href, rel }) => [href, rel])).to.deep.equal([
      ['https://example.org/data?a=1', 'noopener noreferrer'],
    ]);
  });

  it('names a licence once', async () => {
    const attribution = 'Example Project, CC BY 4.0.';
    const element = await mount(inEnglish, { data: data({ attribution, licence: 'CC BY 4.0' }) });
    expect(textOf(one(element, '.attribution'))).to.equal(attribution);
    const licence = 'https://creativecommons.org/licenses/by/4.0/';
    const other = await mount(inArabic, { data: data({ licence }) });
    expect(textOf(one(other, '.attribution'))).to.equal(`الرخصة: ${licence}.`);
    expect(one<HTMLAnchorElement>(other, '.attribution a').href).to.equal(licence);
  });
});

describe('lanes that nobody asked for', () => {
  const flat = (more: (i: number) => Readonly<Record<string, unknown>>) => ({
    events: [1, 2, 3].map((i) => ({ id: `n${i}`, date: `2019-01-0${i}`, title: `T${i}`, ...more(i) })),
  });

  it('are of what the data state first: actor, kind, target, place, source', async () => {
    const fields = { actor: 'A', type: 'B', target: 'C', place: 'D', source: 'E' };
    const names = Object.entries(fields);
    for (let from = 0; from < names.length; from++) {
      const element = await mount(inEnglish, { data: flat(() => Object.fromEntries(names.slice(from))) });
      expect(laneNames(element), names[from]![0]).to.deep.equal([names[from]![1]]);
    }
  });

  it('are of actors as soon as one event names one', async () => {
    const element = await mount(inEnglish, { data: flat((i) => ({ type: 'B', ...(i === 2 && { actor: 'A' }) })) });
    expect(laneNames(element)).to.deep.equal(['A', 'Actor not stated']);
  });

  it('are one that is called so where the data state nothing', async () => {
    const element = await mount(inEnglish, { data: flat(() => ({})) });
    expect(laneNames(element)).to.deep.equal(['All events']);
    expect(has(element, '.chip'), 'there is nothing to choose').to.equal(false);
    expect(cell(element, 'n1').getAttribute('aria-label')).to.match(/^1 of 3\. On 1 January 2019\. T1/);
    element.select('n1');
    await drawn(element);
    expect(textOf(one(element, '.root'))).not.to.contain('not stated');
    expect(laneNames(await mount(inArabic, { data: flat(() => ({})) }))).to.deep.equal(['كل الأحداث']);
    const list = await mount({ ...inEnglish, view: 'list' }, { data: flat(() => ({})) });
    expect(all(list, '.item-title')).to.have.length(3);
    expect(has(list, '.item-who'), 'nobody is to be named').to.equal(false);
  });

  it('are the others where the page asks for them', async () => {
    const element = await mount({ ...inEnglish, 'group-by': 'actor' }, { data: flat(() => ({ type: 'B' })) });
    expect(laneNames(element)).to.deep.equal(['Actor not stated']);
    element.groupBy = null;
    await drawn(element);
    expect(laneNames(element)).to.deep.equal(['B']);
  });

  it('follow the data that are loaded next', async () => {
    const element = await mount(inEnglish, { data: flat(() => ({ place: 'D' })) });
    element.data = flat(() => ({ actor: 'A', place: 'D' }));
    await element.ready;
    await drawn(element);
    expect(laneNames(element)).to.deep.equal(['A']);
  });

  it('are not called actors where they are none', async () => {
    const data = {
      events: Array.from({ length: 40 }, (_, i) => ({
        date: `2019-01-0${1 + (i % 9)}`,
        title: 'T',
        type: `K${i % 20}`,
      })),
    };
    const element = await mount(inEnglish, { data });
    expect(laneNames(element).at(-1)).to.equal('12 more lanes');
    expect(textOf(one(element, '.menu > button'))).to.equal('All 20 lanes');
    const said = [textOf(one(element, '.root')), ...all(element, '[aria-label]').map((node) => node.ariaLabel)].join();
    expect(said).not.to.match(/actor/i);
    expect(textOf(one(element, '.legend p'))).to.match(/^The shape says when, the colour says which lane, a word/);
  });
});
