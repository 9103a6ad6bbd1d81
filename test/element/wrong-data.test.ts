import { expect } from 'chai';
import { event, report } from './support/data.js';
import { all, button, cell, drawn, has, laneNames, mount, one, textOf } from './support/element.js';

const attack = '<img src=x onerror="window.attacked=true"><script>window.attacked=true</script>';
const long = 'Long and longer, '.repeat(6000).slice(0, 100_000);

const wrongEvents = [
  event('good', '2016-05-14'),
  { when: '2016-05-15', title: 'Has no id', actors: ['a'] },
  { id: 'no-date', title: 'Has no date', actors: ['a'] },
  event('bad-date', 'last spring'),
  event('reversed', '2016-05-19/2016-05-14'),
  event('stranger', '2016-05-15', { actors: ['nobody'] }),
  event('no-actor', '2016-05-15', { actors: [] }),
  event('lonely', '2016-05-15', { relations: [{ type: 'before', id: 'gone' }] }),
  event('good', '2016-05-16'),
  event('markup', '2016-05-16', {
    title: attack,
    summary: attack,
    claims: [{ by: attack, quote: attack, url: 'javascript:window.attacked=true' }],
    places: [{ name: attack }],
    basis: { text: attack },
    note: attack,
  }),
  event('long', '2016-05-17', { title: long }),
  'not an event',
  event('counted', '2016-05-17', { killed: -3, injured: 'many' }),
];

const expected = [
  ['missing-id', 'events[1].id'],
  ['missing-date', 'events[2].when'],
  ['invalid-date', 'events[3].when'],
  ['end-before-start', 'events[4].when'],
  ['unknown-actor', 'events[5].actors'],
  ['missing-actor', 'events[6].actors'],
  ['unknown-relation', 'events[7].relations[0]'],
  ['duplicate-id', 'events[8].id'],
  ['unsafe-link', 'events[9].claims[0].url'],
  ['text-too-long', 'events[10].title'],
  ['wrong-type', 'events[11]'],
  ['invalid-count', 'events[12].killed.low'],
  ['invalid-count', 'events[12].injured'],
] as const;

const mountWrong = (attributes: Readonly<Record<string, string>> = {}) =>
  mount(attributes, { data: report(wrongEvents, { actors: [{ id: 'a', name: attack }] }) });

describe('wrong events', () => {
  it('are issues, each with a code, a path and a sentence; nothing else is lost', async () => {
    const element = await mountWrong();
    const found = element.issues.map(({ code, path }) => `${code} ${path}`);
    for (const [code, path] of expected) expect(found).to.include(`${code} ${path}`);
    for (const { message } of element.issues) expect(message).to.match(/^\S.{10,}\.$/s);
    // One entry is no event at all.
    expect(element.events).to.have.length(wrongEvents.length - 1);
    const inGrid = new Set(all(element, '.cell').map((node) => node.dataset['event']));
    expect(inGrid.size).to.equal(wrongEvents.length - 1);
  });

  it('are counted in a line that opens into an account', async () => {
    const element = await mountWrong();
    const line = one(element, '.issues-line');
    // Not the one that is left out, nor the two of which something is only remarked.
    expect(textOf(line)).to.contain(
      '13 rows read in the report format: 12 shown, 1 left out, 9 with something left out or changed, 2 remarks.',
    );
    expect(has(element, '.account')).to.equal(false);
    const toggle = button(element, 'Show details');
    expect(toggle.getAttribute('aria-expanded')).to.equal('false');
    toggle.click();
    await drawn(element);
    expect(button(element, 'Hide details').getAttribute('aria-expanded')).to.equal('true');
    expect(all(element, '.account tbody tr')).to.have.length(element.issues.length);
    const account = textOf(one(element, '.account'));
    for (const { message } of element.issues) expect(account).to.contain(message.replace(/\s+/g, ' '));
    button(element, 'Hide details').click();
    await drawn(element);
    expect(has(element, '.account')).to.equal(false);
  });

  it('without a date, or with one that cannot be read, stand among those whose date is not stated', async () => {
    const element = await mountWrong();
    for (const id of ['no-date', 'bad-date', 'reversed']) {
      expect(cell(element, id).getAttribute('aria-label'), id).to.contain('Date not stated.');
    }
    expect(cell(element, 'good').getAttribute('aria-label')).to.contain('On 14 May 2016.');
  });

  it('of an actor that nobody declared get a lane, and those of none the last', async () => {
    const element = await mountWrong();
    expect(laneNames(element).slice(1)).to.have.members(['nobody', 'Actor not stated']);
  });

  for (const view of ['chart', 'list']) {
    it(`show markup as the text that it is, and run nothing, in the ${view}`, async () => {
      const element = await mountWrong({ view, event: 'markup' });
      button(element, 'Show details').click();
      await drawn(element);
      expect(all(element, 'img, script, [onerror]')).to.deep.equal([]);
      const details = textOf(one(element, '.event'));
      expect(
        details.split('<img src=x onerror=').length - 1,
        'summary, quote, claimant, place, basis, note',
      ).to.be.at.least(6);
      expect(textOf(one(element, view === 'chart' ? '.event-title' : '.item-title[aria-expanded=true]'))).to.equal(
        attack,
      );
      for (const link of all<HTMLAnchorElement>(element, 'a')) expect(link.protocol).to.match(/^(https?|mailto):$/);
      expect(element.toSVG()).not.to.match(/<(img|script)\b/);
      expect((window as { attacked?: unknown }).attacked).to.equal(undefined);
    });
  }

  it('with a title of 100,000 letters cost nobody their page', async () => {
    const element = await mountWrong({ event: 'long' });
    const title = one(element, '.event-title');
    expect(textOf(title).length).to.be.within(200, 20_001);
    expect(textOf(title)).to.match(/^Long and longer, .*…$/);
    expect(document.documentElement.scrollWidth).to.be.at.most(innerWidth);
    expect(cell(element, 'long').getBoundingClientRect().width).to.be.at.most(1200);
  });

  it('are named with the events that contradict each other', async () => {
    const events = [
      event('first', '2016-05-18', { relations: [{ type: 'before', id: 'second' }] }),
      event('second', '2016-05-14'),
    ];
    const element = await mount({}, { data: report(events) });
    const contradiction = element.issues.find(({ code }) => code === 'contradiction');
    expect(contradiction?.events).to.have.members(['first', 'second']);
    expect(cell(element, 'first').getAttribute('aria-label')).to.contain('On 18 May 2016');
    expect(has(element, '.issues.contradiction')).to.equal(true);
  });

  it('in thousands are counted, and the account stays one that a browser can hold', async () => {
    const events = Array.from({ length: 3000 }, (_, i) => ({ title: `T${i}`, when: 'no', actors: ['a'] }));
    const element = await mount({ view: 'list' }, { data: report(events) });
    button(element, 'Show details').click();
    await drawn(element);
    // Twenty each of ids that are missing and dates that cannot be read.
    expect(all(element, '.account tbody tr')).to.have.length(40);
    expect(all(element, '.kind').map((kind) => textOf(kind.lastElementChild))).to.deep.equal([
      'and 2,980 more of this kind',
      'and 2,980 more of this kind',
    ]);
    const rest = element.issues.filter(({ code }) => code === 'too-many-issues');
    expect(rest.map(({ value, count }) => `${value} ${count}`)).to.have.members([
      'missing-id 2900',
      'invalid-date 2900',
    ]);
  });
});
