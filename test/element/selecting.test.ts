import { expect } from 'chai';
import { sendKeys } from '@web/test-runner-commands';
import report from '../../data/deir-ez-zor-2016-05.json';
import {
  all,
  button,
  cell,
  click,
  clickAt,
  drawn,
  fact,
  facts,
  has,
  idOf,
  mount,
  namePoint,
  next,
  one,
  record,
  textOf,
} from './support/element.js';

const dataOf = (id: string) => report.events.find((event) => event.id === id)!;
/** Of two that may be the same event both are quoted, side by side. */
const twins: Readonly<Record<string, readonly string[]>> = { e04: ['e24'], e24: ['e04'] };
const quotesOf = (id: string) =>
  (dataOf(id).claims as { quote?: { ar: string } }[]).flatMap(({ quote }) => quote?.ar ?? []);
const factText = (element: Parameters<typeof fact>[0], label: string) =>
  [...fact(element, label).children].slice(1).map(textOf).filter(Boolean);

describe('a click on a name', () => {
  for (const id of ['e24', 'e12', 'e28', 'e15', 'e01']) {
    it(`selects ${id}`, async () => {
      const element = await mount();
      const selected = next(element, 'timeline-select');
      await clickAt(namePoint(element, id));
      const { id: told, event, source } = await selected;
      await drawn(element);
      expect([told, event, source]).to.deep.equal([id, element.events.find((own) => own.id === id), 'user']);
      expect(textOf(one(element, '.event-title'))).to.equal(dataOf(id).title.en);
      expect(cell(element, id).getAttribute('aria-selected')).to.equal('true');
      expect(all(element, '.cell[aria-selected=true]').map((node) => idOf(element, node))).to.deep.equal(
        dataOf(id).actors.map(() => id),
      );
      expect(element.event).to.equal(id);
    });
  }

  it('tints its row', async () => {
    const element = await mount();
    const canvas = one<HTMLCanvasElement>(element, '.surface');
    const before = canvas.toDataURL();
    await clickAt(namePoint(element, 'e24'));
    await drawn(element);
    expect(canvas.toDataURL()).not.to.equal(before);
  });

  it('on nothing leaves the selection', async () => {
    const element = await mount({ event: 'e24' });
    const log = record(element);
    const { left, top } = one(element, '.lanes').getBoundingClientRect();
    await clickAt([left + 60, top + 4]);
    await drawn(element);
    expect(log).to.deep.equal([]);
    expect(element.event).to.equal('e24');
  });
});

describe('the details', () => {
  it('say when, why then, where, how many, in whose words, and who says so: e24', async () => {
    const element = await mount({ event: 'e24' });
    expect(textOf(one(element, '.parties'))).to.equal('ISIS → Syrian government forces and allied militias');
    expect(textOf(one(element, '.event-summary'))).to.equal(dataOf('e24').summary.en);
    expect(factText(element, 'When')).to.include('Sometime between 14 and 18 May 2016, likely on 14 May.');
    expect(factText(element, 'Why this date')).to.deep.equal([
      dataOf('e24').basis.text.en,
      'Shaam · DeirEzzor24 · Justice for Life',
    ]);
    expect(factText(element, 'Where')).to.deep.equal(['Southern entrance and Panorama']);
    expect(factText(element, 'Killed and injured')).to.deep.equal([
      'Killed: number not stated (government forces; the source says “many”).',
      'Injured: number not stated (government forces; the source says “many”).',
    ]);
    expect(factText(element, 'Means')).to.deep.equal(['ground attack']);
    const accounts = factText(element, 'Possibly two accounts of one event').join(' ');
    expect(accounts).to.contain('Akhbar Al Aan, in its own voice. Read it in the source');
    expect(factText(element, 'Related').join(' ')).to.equal(
      'Possibly the same event Mount Thardah and Panorama positions taken During it Heavy air strikes on the points of clash',
    );
  });

  it('name both sides of a clash, the dead, and all quotes: e12', async () => {
    const element = await mount({ event: 'e12' });
    expect(textOf(one(element, '.parties'))).to.equal('Syrian government · ISIS against each other');
    expect(factText(element, 'When')).to.include('From 14 May (possibly) to 19 May 2016 (possibly).');
    expect(factText(element, 'Killed and injured').slice(0, 2)).to.deep.equal([
      'At least 8 killed (government forces and militia members).',
      'Injured: number not stated (government forces and militia members; the source says “tens”).',
    ]);
    expect(all(element, '.names li').map(textOf)).to.deep.equal(dataOf('e12').killed!.names!.map(({ en }) => en));
    expect(all(element, 'blockquote')).to.have.length(2);
    expect(factText(element, 'Note')).to.deep.equal([dataOf('e12').note!.en]);
  });

  it('tell one bound from two, and a count from none: e28', async () => {
    const element = await mount({ event: 'e28' });
    expect(factText(element, 'When')).to.include('On or before 19 May 2016.');
    expect(factText(element, 'Why this date')[0]).to.equal(dataOf('e28').basis.text.en);
    expect(factText(element, 'Killed and injured')[0]).to.equal('2 killed (children, siblings).');
    expect(factText(element, 'Related').join(' ')).to.equal('It is part of Mortar fire on al-Joura and al-Qusour');
  });

  it('quote every event verbatim, marked as Arabic, with a translation marked as English', async () => {
    const element = await mount();
    let withNoBreakSpace = 0;
    for (const { id } of report.events) {
      element.select(id);
      await element.updateComplete;
      const shown = [id, ...(twins[id] ?? [])];
      const quoted = shown.flatMap(quotesOf);
      const claims = shown.flatMap((own) => dataOf(own).claims as { translation?: { en: string } }[]);
      const quotes = all(element, 'blockquote');
      expect(
        quotes.map(({ lang, dir }) => `${lang} ${dir}`),
        id,
      ).to.deep.equal(quoted.map(() => 'ar rtl'));
      expect(
        quotes.map(({ textContent }) => textContent),
        id,
      ).to.deep.equal(quoted.map((quote) => `«${quote}»`));
      withNoBreakSpace += Number(quoted.some((quote) => quote.includes('\u00a0')));
      const translations = all(element, '.translation [lang]');
      expect(translations.map(({ lang, dir }) => `${lang} ${dir}`)).to.deep.equal(translations.map(() => 'en ltr'));
      expect(translations.map(textOf)).to.deep.equal(
        claims.flatMap(({ translation }) => (translation ? `“${translation.en.replace(/\s+/g, ' ').trim()}”` : [])),
      );
    }
    expect(withNoBreakSpace, 'quotes with a no-break space').to.be.above(0);
  }).timeout(30_000);

  it('link to the passage in the source, by its first and last words', async () => {
    const element = await mount({ event: 'e24' });
    const link = fact(element, 'Possibly two accounts of one event').querySelector('a')!;
    const [address, passage] = link.href.split('#:~:text=');
    expect(address).to.equal(report.sources[0]!.url);
    const words = dataOf('e24').claims[0]!.quote.ar.trim().split(/\s+/);
    expect(passage!.split(',').map(decodeURIComponent)).to.deep.equal([
      words.slice(0, 5).join(' '),
      words.slice(-5).join(' '),
    ]);
    expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener noreferrer']);
  });

  it('call what they are an article, by its title', async () => {
    const element = await mount({ event: 'e24' });
    const article = one(element, 'article.event');
    const labelledBy = article.getAttribute('aria-labelledby');
    const label =
      labelledBy === null ? article.getAttribute('aria-label') : textOf(element.shadowRoot!.getElementById(labelledBy));
    expect(label).to.equal(dataOf('e24').title.en);
  });

  it('never invent a number: 0, unknown and unsaid are three things', async () => {
    const element = await mount();
    for (const { id, ...event } of report.events) {
      const { killed } = event as { killed?: { low: number | null; best: number | null; high: number | null } };
      element.select(id);
      await element.updateComplete;
      const said = factText(element, 'Killed and injured').join(' ');
      if (killed && killed.low === null && killed.best === null && killed.high === null) {
        expect(said, id).to.contain('Killed: number not stated');
      } else if (!killed) expect(said, id).not.to.match(/\d+ killed|None killed/);
      expect(said, id).not.to.contain('None killed');
    }
  }).timeout(30_000);
});

describe('from one event to another', () => {
  it('previous and next walk all events in the order of the list, from the first to the last', async () => {
    const list = await mount({ view: 'list' });
    const order = all(list, '.item-title').map((node) => idOf(list, node));
    expect(order).to.have.length(33);
    const element = await mount({ event: order[0]! });
    const seen: (string | null)[] = [];
    for (let i = 0; i < order.length; i++) {
      expect(textOf(one(element, '.position .count'))).to.equal(`Event ${i + 1} of 33`);
      seen.push(element.event);
      button(element, 'Next').click();
      await element.updateComplete;
    }
    expect(seen).to.deep.equal(order);
    expect(element.event, 'a story ends').to.equal(order.at(-1));
    button(element, 'Previous').click();
    await drawn(element);
    expect(element.event).to.equal(order.at(-2));
  }).timeout(20_000);

  it('tells the page of each, once, as the reader’s doing', async () => {
    const element = await mount({ event: 'e24' });
    const log = record(element);
    button(element, 'Next').click();
    await drawn(element);
    button(element, 'Previous').click();
    await drawn(element);
    expect(log.filter((entry) => entry.startsWith('select'))).to.have.length(2);
    expect(log.filter((entry) => entry.startsWith('select')).at(-1)).to.equal('select user e24');
  });

  it('leads to what is related, and takes the focus along', async () => {
    const element = await mount({ event: 'e24' });
    const log = record(element);
    await click(button(element, 'Heavy air strikes on the points of clash'));
    await drawn(element);
    expect(log).to.include('select user e25');
    expect(element.shadowRoot!.activeElement).to.equal(one(element, '.event-title'));
    expect(facts(element)).to.include('Related');
    expect(factText(element, 'Related').join(' ')).to.contain(
      'It is part of Panorama checkpoint attacked and captured',
    );
  });

  it('closes by its button and gives the focus back to the cell', async () => {
    const element = await mount();
    await clickAt(namePoint(element, 'e24'));
    await drawn(element);
    const log = record(element);
    await click(button(element, 'Close'));
    await drawn(element);
    expect(log).to.deep.equal(['select user null']);
    expect(has(element, '.event')).to.equal(false);
    expect(idOf(element, element.shadowRoot!.activeElement)).to.equal('e24');
  });

  it('closes by Escape from anywhere inside, and gives the focus back', async () => {
    const element = await mount();
    cell(element, 'e28').focus();
    await sendKeys({ press: 'Enter' });
    await drawn(element);
    expect(element.shadowRoot!.activeElement).to.equal(one(element, '.event-title'));
    fact(element, 'Who says so').querySelector('a')!.focus();
    await sendKeys({ press: 'Escape' });
    await drawn(element);
    expect(element.event).to.equal(null);
    expect(idOf(element, element.shadowRoot!.activeElement)).to.equal('e28');
  });
});

describe('the page’s own selection', () => {
  it('by select() and by the attribute is told as the page’s', async () => {
    const element = await mount();
    const log = record(element);
    element.select('e24');
    await drawn(element);
    element.setAttribute('event', 'e12');
    await drawn(element);
    element.select(null);
    await drawn(element);
    expect(log.filter((entry) => entry.startsWith('select'))).to.deep.equal([
      'select api e24',
      'select api e12',
      'select api null',
    ]);
  });

  it('that changes nothing is not told', async () => {
    const element = await mount({ event: 'e24' });
    const log = record(element);
    element.select('e24');
    await drawn(element);
    element.setAttribute('event', 'e24');
    await drawn(element);
    element.select(null);
    await drawn(element);
    log.length = 0;
    element.select(null);
    await drawn(element);
    element.event = '';
    await drawn(element);
    expect(log).to.deep.equal([]);
  });

  it('comes back after the reader closed it', async () => {
    const element = await mount({ event: 'e24' });
    button(element, 'Close').click();
    await drawn(element);
    element.setAttribute('event', 'e24');
    await drawn(element);
    expect(textOf(one(element, '.event-title'))).to.equal(dataOf('e24').title.en);
  });

  it('brings into view what lies outside it', async () => {
    const element = await mount({ from: '2016-03-01', to: '2016-03-20' });
    const moved = next(element, 'timeline-range-change');
    element.select('e20');
    const { source, from, to } = await moved;
    expect(source).to.equal('api');
    expect(from.getTime()).to.be.below(Date.UTC(2016, 4, 14));
    expect(to.getTime()).to.be.at.least(Date.UTC(2016, 4, 15));
    expect(to.getTime() - from.getTime(), 'moved, not zoomed').to.be.closeTo(20 * 86_400_000, 1);
  });

  it('outlives a load of data that have the event, and no other', async () => {
    const element = await mount({ event: 'e24' });
    element.data = JSON.parse(JSON.stringify(report)) as unknown;
    await element.updateComplete;
    await element.ready;
    await drawn(element);
    expect(textOf(one(element, '.event-title'))).to.equal(dataOf('e24').title.en);
  });
});
