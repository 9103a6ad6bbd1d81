import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { linkTextIn } from '../../src/core/state/link-text.js';
import {
  all,
  button,
  click,
  drawn,
  has,
  mount,
  next,
  one,
  place,
  rangeOf,
  record,
  takeWarnings,
  textOf,
  until,
} from './support/element.js';

const page = location.pathname + location.search;
const replaceState = history.replaceState.bind(history);
let writes: string[] = [];

/** The page is at this fragment, as if it had been opened so. */
const openAt = (hash: string) => replaceState({ page: 'its own' }, '', page + hash);

beforeEach(() => {
  openAt('');
  writes = [];
  history.replaceState = function (...parts: Parameters<History['replaceState']>) {
    writes.push(String(parts[2]));
    replaceState(...parts);
  };
});
afterEach(() => {
  Reflect.deleteProperty(history, 'replaceState');
  openAt('');
});

const linkOf = (key = 't') => linkTextIn(location.hash, key);
const written = (key = 't') => until(() => linkOf(key) !== null).then(() => linkOf(key));
const chip = (element: ReportTimelineElement, name: string) => button(element, new RegExp(`^${name}`));
const pressedView = (element: ReportTimelineElement) =>
  ['Chart', 'List', 'Table'].find((name) => button(element, name).getAttribute('aria-pressed') === 'true');
/** Ids of what list, table and files have. */
const listed = (element: ReportTimelineElement) =>
  (element.toJSON()['events'] as readonly { readonly id: string }[]).map(({ id }) => id);

describe('link-state: opening a link', () => {
  it('restores event, range, lanes, search and view, and leaves the address as it is', async () => {
    const text = 'event:e20;view:list;from:2016-05-13;to:2016-05-18;off:coalition;q:hospital';
    openAt(`#t=${text}`);
    const before = history.length;
    const element = place({ 'link-state': 't' });
    const log = record(element);
    await element.ready;
    await drawn(element);
    expect(element.event).to.equal('e20');
    expect(rangeOf(element)).to.deep.equal([Date.UTC(2016, 4, 13), Date.UTC(2016, 4, 19)]);
    expect(pressedView(element)).to.equal('List');
    expect(chip(element, 'US-led coalition').getAttribute('aria-pressed')).to.equal('false');
    expect(one<HTMLInputElement>(element, '.search input').value).to.equal('hospital');
    expect(has(element, '.item[data-open]'), 'the event is open').to.equal(true);
    expect(listed(element)).to.include('e20').and.not.include('e22');
    expect(log).to.deep.equal(['load api 33']);
    expect([linkOf(), history.length, writes.length]).to.deep.equal([text, before, 0]);
  });

  it('restores filters by keys, with the same events in every language', async () => {
    openAt('#t=certainty:presupposed,alleged;date:within');
    const english = await mount({ 'link-state': 't', lang: 'en' });
    const arabic = await mount({ 'link-state': 't', lang: 'ar-SY' });
    const expected = english.events.filter(({ certainty }) => certainty !== 'reported').map(({ id }) => id);
    expect(listed(english).length).to.be.above(0);
    expect(expected).to.include.members(listed(english));
    expect(listed(arabic)).to.deep.equal(listed(english));
  });

  it('shows the first picture as it is to be: nothing jumps', async () => {
    openAt('#t=view:table;from:2016-05-17;to:2016-05-18');
    const element = place({ 'link-state': 't' });
    const seen = new Set<string>();
    const watch = new MutationObserver(() => {
      for (const name of ['.chart', '.list', '.table']) if (has(element, name)) seen.add(name);
    });
    watch.observe(element.shadowRoot ?? element, { childList: true, subtree: true });
    await element.updateComplete;
    watch.observe(element.shadowRoot!, { childList: true, subtree: true });
    await element.ready;
    await drawn(element);
    watch.disconnect();
    if (has(element, '.table')) seen.add('.table');
    expect([...seen]).to.deep.equal(['.table']);
  });

  it('brings the event of a link without a range into view', async () => {
    openAt('#t=event:e01');
    const element = await mount({ 'link-state': 't', from: '2016-03-01', to: '2016-03-20' });
    const [from, to] = rangeOf(element);
    expect([from <= Date.UTC(2016, 4, 18), to >= Date.UTC(2016, 4, 19)]).to.deep.equal([true, true]);
  });

  it('wins over the attributes of the page, which hold for what it does not say', async () => {
    openAt('#t=event:e24;from:2016-05-15');
    const element = await mount({
      'link-state': 't',
      event: 'e01',
      view: 'table',
      from: '2016-05-01',
      to: '2016-05-20',
    });
    expect(element.event).to.equal('e24');
    expect(pressedView(element)).to.equal('Table');
    expect(rangeOf(element)).to.deep.equal([Date.UTC(2016, 4, 15), Date.UTC(2016, 4, 21)]);
  });

  it('reports an event that is not there, and applies the rest', async () => {
    openAt('#t=event:e99;view:list;off:isis');
    const element = await mount({ 'link-state': 't' });
    expect(element.issues.map(({ path, message }) => `${path}: ${message}`)).to.deep.equal([
      'link-state: "e99" in the address is no event of these data; none is selected.',
    ]);
    expect(takeWarnings()).to.have.length(1);
    expect(element.event ?? null).to.equal(null);
    expect(pressedView(element)).to.equal('List');
    expect(chip(element, 'ISIS').getAttribute('aria-pressed')).to.equal('false');
  });

  it('leaves out what the data do not know, so that nothing is hidden for no reason that could be seen', async () => {
    openAt('#t=place:atlantis;off:nobody;view:hologram;%%%;q');
    const element = await mount({ 'link-state': 't' });
    expect(listed(element)).to.have.length(33);
    expect(pressedView(element)).to.equal('Chart');
  });

  it('restores what is loaded later, but only into the data that come first', async () => {
    openAt('#t=off:first;q:bridge');
    const element = place({ 'link-state': 't', src: '/test/element/none.json' });
    await next(element, 'timeline-error');
    await drawn(element);
    const rows = (title: string) =>
      `date,title,actor\n2016-05-18,${title} closed,first\n2016-05-19,${title} open,second`;
    element.data = rows('Bridge');
    await element.ready;
    await drawn(element);
    expect(listed(element)).to.have.length(1);
    element.data = rows('Road');
    await element.ready;
    await drawn(element);
    expect(listed(element)).to.have.length(2);
    expect(one<HTMLInputElement>(element, '.search input').value).to.equal('');
  });
});

describe('link-state: very many events', () => {
  it('shows them as the link says, with its search, from the first picture on', async () => {
    openAt('#t=off:actor%200;q:bridge');
    const rows = Array.from(
      { length: 30_000 },
      (_, i) =>
        `2016-05-${String((i % 28) + 1).padStart(2, '0')},${i % 10 === 0 ? 'Bridge' : 'Road'} ${i},actor ${i % 4}`,
    );
    const element = place({ 'link-state': 't' }, { data: ['date,title,actor', ...rows].join('\n') });
    const log = record(element);
    await element.ready;
    await drawn(element);
    // Every tenth is a bridge: of actor 0 or 2, of whom one is off.
    expect(listed(element)).to.have.length(1500);
    expect(log).to.deep.equal(['load api 30000']);
    expect(linkOf()).to.equal('off:actor%200;q:bridge');
  });
});

describe('link-state: writing the address', () => {
  it('writes nothing before the reader has changed something, and then what differs from the page', async () => {
    const element = await mount({ 'link-state': 't' });
    const other = await mount({ 'link-state': 'u' });
    element.zoomTo('2016-05-17', '2016-05-18');
    element.select('e24');
    await drawn(element);
    // Its time to write comes after that of the first one.
    await click(chip(other, 'ISIS'));
    expect(await written('u')).to.equal('off:isis');
    expect(location.hash).to.equal('#u=off:isis');
    expect(writes).to.have.length(1);
  });

  it('says event, range, lanes, view and search in words, and pushes no entry', async () => {
    const element = await mount({ 'link-state': 't' });
    const before = history.length;
    await click(button(element, 'List'));
    expect(await written()).to.equal('view:list');
    await click(chip(element, 'ISIS'));
    await until(() => linkOf() === 'view:list;off:isis');
    await click(all(element, '.item-title')[0]!);
    await until(() => linkOf()!.startsWith('event:'));
    expect(linkOf()).to.equal(`event:${element.event};view:list;off:isis`);
    await click(button(element, 'the report'));
    await until(() => linkOf()!.includes('order:'));
    expect(linkOf()).to.equal(`event:${element.event};view:list;order:report;off:isis`);
    const again = await mount({ 'link-state': 't' });
    expect(button(again, 'the report').getAttribute('aria-pressed')).to.equal('true');
    await click(button(element, 'time'));
    await until(() => !linkOf()!.includes('order:'));
    again.remove();
    element.zoomTo('2016-05-17', '2016-05-18');
    await until(() => linkOf()!.includes('from:'));
    expect(linkOf()).to.equal(`event:${element.event};view:list;from:2016-05-17;to:2016-05-18;off:isis`);
    expect(history.length).to.equal(before);
    expect(history.state).to.deep.equal({ page: 'its own' });
  });

  it('opens to what it was written from', async () => {
    const element = await mount({ 'link-state': 't' });
    await click(button(element, 'Zoom in'));
    await click(chip(element, 'Syrian government'));
    await until(() => /from:.*off:/.test(linkOf() ?? ''));
    const again = await mount({ 'link-state': 't' });
    expect(listed(again)).to.deep.equal(listed(element));
    const [from, to] = rangeOf(element);
    rangeOf(again).forEach((time, i) => expect(Math.abs(time - [from, to][i]!)).to.be.below((to - from) / 4000));
  });

  it('takes its part away where the view is the page’s again', async () => {
    const element = await mount({ 'link-state': 't' });
    await click(button(element, 'List'));
    await written();
    await click(button(element, 'Chart'));
    await until(() => linkOf() === null);
    expect(location.href.includes('#')).to.equal(false);
  });

  it('says that the reader has none where the page selects an event', async () => {
    const element = await mount({ 'link-state': 't', event: 'e24', view: 'list' });
    await click(one(element, '.item[data-open] .item-title'));
    expect(await written()).to.equal('event:');
    const again = await mount({ 'link-state': 't', event: 'e24', view: 'list' });
    expect(again.event ?? null).to.equal(null);
  });

  it('says which lanes are on where those are fewer', async () => {
    const element = await mount({ 'link-state': 't' });
    for (const name of ['Syrian government', 'Russian air force', 'US-led coalition']) await click(chip(element, name));
    await until(() => (linkOf() ?? '').startsWith('on:'));
    const again = await mount({ 'link-state': 't' });
    expect(listed(again)).to.deep.equal(listed(element));
  });

  it('leaves the other parts of the fragment, and another timeline’s, as they are', async () => {
    openAt('#section-2&x=1&u=view:list&y');
    const element = await mount({ 'link-state': 't' });
    const other = await mount({ 'link-state': 'u' });
    expect([pressedView(element), pressedView(other)]).to.deep.equal(['Chart', 'List']);
    await click(button(element, 'Table'));
    await written();
    expect(location.hash).to.equal('#section-2&x=1&u=view:list&y&t=view:table');
    await click(chip(other, 'ISIS'));
    await until(() => linkOf('u') === 'view:list;off:isis');
    expect(location.hash).to.equal('#section-2&x=1&u=view:list;off:isis&y&t=view:table');
    expect(pressedView(element)).to.equal('Table');
  });

  it('does nothing at all without the attribute', async () => {
    openAt('#t=view:list;event:e24');
    const element = await mount();
    await click(chip(element, 'ISIS'));
    const other = await mount({ 'link-state': 'u' });
    await click(chip(other, 'ISIS'));
    await written('u');
    expect(location.hash).to.equal('#t=view:list;event:e24&u=off:isis');
    expect([element.event ?? null, pressedView(element)]).to.deep.equal([null, 'Chart']);
    expect(has(element, '.copy-link')).to.equal(false);
  });
});

describe('link-state: following the address', () => {
  it('goes where a link on the page leads, and back again', async () => {
    const element = await mount({ 'link-state': 't' });
    const log = record(element);
    location.hash = '#t=event:e24;view:list;off:isis';
    await until(() => element.event === 'e24');
    await drawn(element);
    expect(pressedView(element)).to.equal('List');
    expect(log).to.include('select user e24').and.include('filter user isis');
    location.hash = '#t=event:e20';
    await until(() => element.event === 'e20');
    await drawn(element);
    expect(pressedView(element)).to.equal('Chart');
    expect(chip(element, 'ISIS').getAttribute('aria-pressed')).to.equal('true');
    history.go(-2);
    await until(() => element.event === null);
    expect(location.href.includes('#')).to.equal(false);
    expect(writes).to.deep.equal([]);
  });

  it('stays as it is when the reader goes to an anchor of the page', async () => {
    openAt('#t=view:list');
    const element = await mount({ 'link-state': 't' });
    location.hash = '#section-2';
    await next(window, 'hashchange' as 'click');
    await drawn(element);
    expect(pressedView(element)).to.equal('List');
    await click(chip(element, 'ISIS'));
    expect(await written()).to.equal('view:list;off:isis');
    expect(location.hash).to.equal('#section-2&t=view:list;off:isis');
    history.back();
    await until(() => location.hash === '#t=view:list');
    await until(() => chip(element, 'ISIS').getAttribute('aria-pressed') === 'true');
  });

  it('follows another key, hears nothing without one, and nothing after it has left the page', async () => {
    openAt('#t=view:list&u=view:table');
    const element = await mount({ 'link-state': 't' });
    element.linkState = 'u';
    await drawn(element);
    expect(pressedView(element)).to.equal('Table');
    element.removeAttribute('link-state');
    element.linkState = null;
    await drawn(element);
    location.hash = '#t=view:list&u=view:list';
    await next(window, 'hashchange' as 'click');
    await drawn(element);
    expect(pressedView(element)).to.equal('Table');
    element.linkState = 't';
    await drawn(element);
    expect(pressedView(element)).to.equal('List');
    const { parentElement } = element;
    element.remove();
    location.hash = '#t=view:table';
    await next(window, 'hashchange' as 'click');
    expect(element.isUpdatePending).to.equal(false);
    parentElement!.append(element);
    await drawn(element);
    expect(pressedView(element)).to.equal('Table');
  });
});

describe('link-state: copying the link', () => {
  let copied: string[] = [];
  const setClipboard = (value: unknown) => Object.defineProperty(navigator, 'clipboard', { configurable: true, value });
  beforeEach(() => {
    copied = [];
    setClipboard({ writeText: (text: string) => Promise.resolve(void copied.push(text)) });
  });
  afterEach(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('copies the address of what is shown at once, and says so to eye and ear', async () => {
    const element = await mount({ 'link-state': 't' });
    await click(button(element, 'List'));
    await click(one(element, '.tools .copy-link'));
    await until(() => copied.length > 0);
    await drawn(element);
    expect(copied).to.deep.equal([`${location.origin}${page}#t=view:list`]);
    expect(one(element, '.tools .copy-link').innerText.trim()).to.equal('Link copied');
    await until(() => textOf(one(element, '.announcer')) === 'Link copied');
  });

  it('stands in the details too, and not where the page does not want it', async () => {
    const element = await mount({ 'link-state': 't', event: 'e24', lang: 'ar-SY' });
    expect(one(element, '.event .copy-link').innerText.trim()).to.equal('نسخ الرابط');
    await click(one(element, '.event .copy-link'));
    await until(() => copied.length > 0);
    await drawn(element);
    expect(one(element, '.event .copy-link').innerText.trim()).to.equal('نُسخ الرابط');
    expect(one(element, '.tools .copy-link').innerText.trim()).to.equal('نسخ الرابط');
    element.controls = 'filter view details';
    await drawn(element);
    expect(has(element, '.copy-link')).to.equal(false);
  });

  it('shows the address to be copied by hand where the browser does not let it', async () => {
    setClipboard({ writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
    const element = await mount({ 'link-state': 't', view: 'list' });
    await click(chip(element, 'ISIS'));
    await click(one(element, '.copy-link'));
    await until(() => has(element, '.copy-panel'));
    await drawn(element);
    const field = one<HTMLInputElement>(element, '.copy-panel input');
    expect(field.value).to.equal(`${location.origin}${page}#t=off:isis`);
    expect(element.shadowRoot!.activeElement).to.equal(field);
    expect([field.readOnly, field.selectionStart, field.selectionEnd]).to.deep.equal([true, 0, field.value.length]);
    expect(textOf(field.labels![0])).to.equal('Copy this address');
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    await drawn(element);
    expect(has(element, '.copy-panel')).to.equal(false);
    expect(element.shadowRoot!.activeElement).to.equal(one(element, '.copy-link'));
  });

  it('works where the address cannot be changed', async () => {
    let tries = 0;
    history.replaceState = () => {
      tries++;
      throw new DOMException('no', 'SecurityError');
    };
    const element = await mount({ 'link-state': 't' });
    await click(button(element, 'List'));
    await until(() => tries > 0);
    await click(one(element, '.copy-link'));
    await until(() => copied.length > 0);
    expect(copied).to.deep.equal([`${location.origin}${page}#t=view:list`]);
  });

  it('offers no link where the address leads nowhere, and changes nothing there', async () => {
    const frame = document.createElement('iframe');
    frame.className = 'place';
    frame.width = '900';
    frame.srcdoc = '<!doctype html><title>t</title><report-timeline link-state="t"></report-timeline>';
    document.body.append(frame);
    await next(frame, 'load');
    const inside = frame.contentWindow as unknown as Window & typeof globalThis;
    const faults: string[] = [];
    inside.addEventListener('error', ({ message }) => faults.push(message));
    const script = inside.document.createElement('script');
    script.type = 'module';
    script.src = new URL('../../src/index.ts', import.meta.url).href;
    inside.document.head.append(script);
    await next(script, 'load');
    const element = inside.document.querySelector('report-timeline')!;
    await element.ready;
    await drawn(element);
    expect(has(element, '.copy-link')).to.equal(false);
    button(element, 'List').click();
    await drawn(element);
    expect(button(element, 'List').getAttribute('aria-pressed')).to.equal('true');
    expect(faults).to.deep.equal([]);
  });
});
