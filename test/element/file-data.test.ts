import { expect } from 'chai';
import { event, report } from './support/data.js';
import {
  all,
  button,
  drawn,
  has,
  laneNames,
  mount,
  one,
  place,
  record,
  takeWarnings,
  textOf,
  until,
} from './support/element.js';

const csv = 'date,actor,title\n2016-05-14,Army,First\n2016-05-16,Rebels,Second\n';
const fileOf = (text: BlobPart, name = 'events.csv', type = '') => new File([text], name, { type });
/** Longer than what is read where it arrives. */
const large = `date,actor,title\n${Array.from({ length: 50_000 }, (_, i) => `2016-05-14,Army,Event number ${i}`).join('\n')}\n`;

const realFetch = window.fetch.bind(window);
afterEach(() => (window.fetch = realFetch));
const again = async (element: HTMLElementTagNameMap['report-timeline']) => {
  await element.updateComplete;
  await element.ready;
  await drawn(element);
};
const titles = (element: HTMLElementTagNameMap['report-timeline']) => element.events.map(({ title }) => title);

describe('a file given as data', () => {
  it('is read, whatever its name, and nothing is sent or fetched', async () => {
    window.fetch = () => Promise.reject(new Error('a file is no request'));
    for (const file of [fileOf(csv), fileOf(csv, 'events.txt'), new Blob([csv]), fileOf(`\ufeff${csv}`)]) {
      const element = await mount({}, { data: file });
      expect(titles(element)).to.deep.equal(['First', 'Second']);
      expect(laneNames(element)).to.have.members(['Army', 'Rebels']);
      expect(element.issues).to.deep.equal([]);
      expect(element.data).to.equal(file);
    }
    const element = await mount({}, { data: fileOf(JSON.stringify(report([event('x', '2016-05-14')]))) });
    expect(titles(element)).to.deep.equal(['Title of x']);
  });

  it('is headed by its name as long as nobody gives a title; a page that gives none has its own', async () => {
    const element = await mount({}, { data: fileOf(csv, 'strikes.2016.csv') });
    expect(textOf(one(element, '.title'))).to.equal('strikes.2016');
    element.data = fileOf(JSON.stringify({ ...report([event('x', '2016-05-14')]), title: 'Named' }));
    await again(element);
    expect(textOf(one(element, '.title'))).to.equal('Named');
    element.data = csv;
    await again(element);
    expect(has(element, '.title')).to.equal(false);
    const [heading] = all(element, '[part=heading]');
    expect([textOf(heading), heading!.getBoundingClientRect().width]).to.deep.equal(['Timeline', 1]);
    element.heading = 'Ours';
    await drawn(element);
    expect(textOf(one(element, '.title'))).to.equal('Ours');
  });

  it('may come from another window', async () => {
    const page = document.createElement('iframe');
    document.body.append(page);
    const { File: OtherFile } = page.contentWindow as unknown as typeof globalThis;
    const element = await mount({}, { data: new OtherFile([csv], 'x.csv') });
    expect(titles(element)).to.deep.equal(['First', 'Second']);
    page.remove();
  });

  it('shows how much of it is read, and can be stopped', async () => {
    const element = place({}, { data: fileOf(large.repeat(4)) });
    await until(() => has(element, '.loading progress'));
    expect(one<HTMLProgressElement>(element, '.loading progress').value).to.be.within(0, 1);
    expect(textOf(one(element, '.loading .count'))).to.match(/\d of \d.* MB$/);
    button(element, 'Stop').click();
    await again(element);
    expect(element.issues.map(({ code }) => code)).to.include('stopped');
    expect(element.events.length).to.be.within(1, 199_999);
  });

  it('is named where it fails', async () => {
    const name = 'what? #1.csv';
    const element = await mount({}, { data: fileOf('', name) });
    expect(textOf(one(element, '.message'))).to.contain(`${name} was read, but it holds no events`);
    expect(has(element, '.message a'), 'there is no address').to.equal(false);
    expect(element.issues[0]).to.include({ code: 'load-failed', path: name });
  });

  it('that was moved or changed since says so, and can be tried again', async () => {
    const file = fileOf(csv);
    let isThere = false;
    file.stream = () =>
      isThere
        ? new Blob([csv]).stream()
        : new ReadableStream({ pull: (controller) => controller.error(new DOMException('', 'NotReadableError')) });
    const element = await mount({}, { data: file });
    expect(textOf(one(element, '.message'))).to.contain('events.csv could not be read. It may have been moved');
    element.lang = 'ar';
    await drawn(element);
    expect(textOf(one(element, '.message'))).to.contain('تعذّرت قراءة events.csv');
    isThere = true;
    all<HTMLButtonElement>(element, '.message button')[0]!.click();
    await again(element);
    expect(titles(element)).to.deep.equal(['First', 'Second']);
  });

  it('yields to another, and to none', async () => {
    const element = place({}, { data: fileOf(large) });
    const log = record(element);
    await element.updateComplete;
    element.data = fileOf(csv);
    await again(element);
    expect(titles(element)).to.deep.equal(['First', 'Second']);
    element.data = null;
    await again(element);
    expect(log).to.deep.equal(['load api 2', 'load api 33']);
  });
});

describe('the attributes format and date-order', () => {
  const asked = csv.replace('2016-05-14', '04/05/2016');
  const when = (element: HTMLElementTagNameMap['report-timeline']) => element.events[0]!.when;
  const serve = () => (window.fetch = () => Promise.resolve(new Response(asked)));

  for (const [way, options] of Object.entries({
    'a file': () => ({ data: fileOf(asked) }),
    'a short text': () => ({ data: asked }),
    'a long text': () => ({ data: asked + large.slice(large.indexOf('\n') + 1) }),
    'an address': () => (serve(), {}),
  })) {
    it(`hold for ${way}, and read it again when they change`, async () => {
      const element = await mount(way === 'an address' ? { src: '/x.csv' } : {}, options());
      expect(element.issues.map(({ code }) => code)).to.include('ambiguous-date');
      element.dateOrder = 'dmy';
      await again(element);
      expect(when(element)).to.equal('2016-05-04');
      expect(element.issues).to.deep.equal([]);
      element.dateOrder = 'mdy';
      await again(element);
      expect(when(element)).to.equal('2016-04-05');
      element.removeAttribute('date-order');
      element.dateOrder = null;
      await again(element);
      expect(element.issues.map(({ code }) => code)).to.include('ambiguous-date');
      element.setAttribute('date-order', ' DMY ');
      await again(element);
      expect(when(element)).to.equal('2016-05-04');
    });
  }

  it('hold for an object as long as it is there', async () => {
    const data = { events: [{ id: 'x', date: '04/05/2016', title: 'X', actor: 'A' }] };
    const element = await mount({ 'date-order': 'dmy' }, { data });
    expect(when(element)).to.equal('2016-05-04');
    element.dateOrder = 'mdy';
    await again(element);
    expect(when(element)).to.equal('2016-04-05');
  });

  it('say so where the data are gone, until there are others', async () => {
    const element = await mount({}, { data: large });
    const log = record(element);
    expect(element.data).to.equal(null);
    element.dateOrder = 'dmy';
    await drawn(element);
    expect(element.events, 'what was read stays').to.have.length(50_000);
    expect(element.issues.map(({ code, path }) => `${code} ${path}`)).to.deep.equal(['load-failed data']);
    expect(takeWarnings()).to.have.length(1);
    element.data = csv;
    await again(element);
    expect(element.issues).to.deep.equal([]);
    expect(log).to.deep.equal(['load api 2']);
  });

  it('choose the reader of the data', async () => {
    const data = { events: [{ id: 'x', when: '2016-05-14', title: 'X', actor: 'Army', actors: ['other'] }] };
    const formatOf = async (format: string) => {
      const element = await mount({ format }, { data });
      return [laneNames(element), element.account?.format];
    };
    expect(await formatOf('report')).to.deep.equal([['other'], 'report']);
    expect(await formatOf('CSV')).to.deep.equal([['Army'], 'csv']);
  });

  it('do not concern the bundled report', async () => {
    const element = await mount();
    const log = record(element);
    element.format = 'csv';
    element.dateOrder = 'dmy';
    await drawn(element);
    expect(log).to.deep.equal([]);
    expect(element.events).to.have.length(33);
  });

  it('cause a load of their own only when what they say changes', async () => {
    const element = await mount({ format: 'auto' }, { data: csv });
    const log = record(element);
    element.format = null;
    await drawn(element);
    element.format = 'Auto';
    await drawn(element);
    expect(log).to.deep.equal([]);
    element.format = 'csv';
    await again(element);
    expect(log).to.deep.equal(['load api 2']);
  });
});
