import { expect } from 'chai';
import { event, report } from './support/data.js';
import { all, cdp, cell, drawn, frame, has, mount, one, place, rangeOf, record, textOf } from './support/element.js';

const node = (tag: string, text: string, slot?: string) => {
  const created = document.createElement(tag);
  created.textContent = text;
  if (slot) created.slot = slot;
  return created;
};
const isShown = (shown: Element) => shown.getBoundingClientRect().height > 0;

describe('slots', () => {
  it('heading, details and footer take what the page gives', async () => {
    const own = ['heading', 'details', 'footer'].map((slot) => node('p', `own ${slot}`, slot));
    const element = await mount({ event: 'e24' }, { children: own });
    expect(own.map(isShown)).to.deep.equal([true, true, true]);
    expect(isShown(one(element, '.title'))).to.equal(false);
    expect(isShown(one(element, '.event'))).to.equal(false);
    const [heading, , footer] = own.map((shown) => shown.getBoundingClientRect());
    expect(heading!.top).to.be.below(one(element, '.chart').getBoundingClientRect().top);
    expect(footer!.top).to.be.at.least(one(element, '.legend').getBoundingClientRect().bottom - 1);
  });

  it('empty and error take the place of our messages, and only then', async () => {
    const empty = node('p', 'nothing yet', 'empty');
    const error = node('p', 'gone', 'error');
    const element = await mount({}, { children: [empty, error] });
    expect([isShown(empty), isShown(error)]).to.deep.equal([false, false]);
    element.data = report([]);
    await element.updateComplete;
    await drawn(element);
    expect([isShown(empty), isShown(error), isShown(one(element, '.message'))]).to.deep.equal([true, false, false]);
    element.data = 'no json';
    await element.updateComplete;
    await drawn(element);
    expect([isShown(empty), isShown(error), isShown(one(element, '.message'))]).to.deep.equal([false, true, false]);
  });
});

describe('parts', () => {
  it('are there to be styled, from outside', async () => {
    const style = node(
      'style',
      'report-timeline::part(chip) { border-radius: 3px } report-timeline::part(legend) { opacity: 0.5 }',
    );
    document.head.append(style);
    const element = await mount({ event: 'e24', view: 'chart' });
    const parts = () =>
      [...new Set(all(element, '[part]').flatMap((found) => found.getAttribute('part')!.split(' ')))].sort();
    expect(parts()).to.include.members([
      'heading',
      'summary',
      'toolbar',
      'chip',
      'button',
      'chart',
      'overview',
      'details',
      'legend',
    ]);
    expect(getComputedStyle(one(element, '.chip')).borderRadius).to.equal('3px');
    expect(getComputedStyle(one(element, '.legend')).opacity).to.equal('0.5');
    style.remove();
    element.view = 'list';
    await drawn(element);
    expect(parts()).to.include('list');
    const wrong = await mount({}, { data: report([event('x', 'no date')]) });
    expect(has(wrong, '[part=issues]')).to.equal(true);
  });

  it('colours and fonts follow the page’s custom properties, on the canvas too', async () => {
    const element = await mount();
    const inkOf = () => getComputedStyle(one(element, '.legend')).color;
    const canvas = one<HTMLCanvasElement>(element, '.surface');
    const hasRed = () => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 0; i < data.length; i += 4)
        if (data[i] === 255 && data[i + 1] === 0 && data[i + 2] === 17) return true;
      return false;
    };
    expect(hasRed()).to.equal(false);
    element.remove();
    element.style.setProperty('--report-timeline-actor-1', '#ff0011');
    element.style.setProperty('--report-timeline-ink', '#000102');
    document.body.querySelector('.place')!.append(element);
    await drawn(element);
    expect(hasRed()).to.equal(true);
    expect(inkOf()).to.equal('rgb(0, 1, 2)');
  });
});

describe('two on one page', () => {
  it('speak each its own language and keep their own state', async () => {
    const english = await mount({ lang: 'en' });
    const arabic = await mount({ lang: 'ar-SY' });
    expect([one(english, '.root').dir, one(arabic, '.root').dir]).to.deep.equal(['ltr', 'rtl']);
    expect(textOf(one(english, '.title'))).to.match(/^Deir ez-Zor/);
    expect(textOf(one(arabic, '.title'))).to.match(/^دير الزور/);
    const log = record(arabic);
    const before = rangeOf(arabic);
    english.select('e24');
    english.zoomTo('2016-05-16', '2016-05-17');
    all(english, '.chip')[0]!.click();
    await drawn(english);
    expect(log).to.deep.equal([]);
    expect(rangeOf(arabic)).to.deep.equal(before);
    expect(has(arabic, '.event')).to.equal(false);
    expect(all(arabic, '.chip[aria-pressed=true]')).to.have.length(5);
  });

  it('have no two ids the same in one tree', async () => {
    const element = await mount({ event: 'e12' });
    const ids = all(element, '[id]').map(({ id }) => id);
    expect(new Set(ids).size).to.equal(ids.length);
  });
});

describe('the element', () => {
  it('survives being moved: state, range and selection stay', async () => {
    const element = await mount({ event: 'e24' });
    element.zoomTo('2016-05-16', '2016-05-17');
    await new Promise((resolve) => element.addEventListener('timeline-range-change', resolve, { once: true }));
    const range = rangeOf(element);
    const log = record(element);
    const other = place();
    other.replaceWith(element);
    await drawn(element);
    expect(rangeOf(element)).to.deep.equal(range);
    expect(textOf(one(element, '.event-title'))).to.match(/^Panorama/);
    expect(log).to.deep.equal([]);
    cell(element, 'e25').focus();
    expect(element.shadowRoot!.activeElement).to.equal(cell(element, 'e25'));
  });

  it('works again after it was away', async () => {
    const element = await mount();
    const box = element.parentElement!;
    element.remove();
    await frame();
    element.groupBy = 'type';
    box.append(element);
    await drawn(element);
    expect(all(element, '.lane-label').length).to.be.above(5);
    const canvas = one<HTMLCanvasElement>(element, '.surface');
    const before = canvas.toDataURL();
    element.zoomTo('2016-05-16', '2016-05-17');
    await new Promise((resolve) => element.addEventListener('timeline-range-change', resolve, { once: true }));
    await drawn(element);
    expect(canvas.toDataURL()).not.to.equal(before);
  });

  it('is ready in a container that is hidden, and draws once that is shown', async () => {
    const element = place();
    element.parentElement!.style.display = 'none';
    expect(await element.ready).to.equal(element);
    expect(element.events).to.have.length(33);
    element.select('e24');
    element.fit();
    await drawn(element);
    element.parentElement!.style.display = '';
    while (!has(element, '.cell')) await frame();
    await drawn(element);
    const canvas = one<HTMLCanvasElement>(element, '.surface');
    expect(canvas.width).to.be.above(700);
    expect(canvas.toDataURL().length).to.be.above(5000);
  });

  it('survives being put in and taken out in one breath', async () => {
    for (let i = 0; i < 5; i++) {
      const element = place();
      element.remove();
    }
    await frame();
    const element = await mount();
    expect(has(element, '.cell')).to.equal(true);
  });

  it('works inside another shadow root', async () => {
    const host = document.createElement('div');
    host.className = 'place';
    host.style.width = '1100px';
    host.lang = 'ar-SY';
    document.body.append(host);
    const element = document.createElement('report-timeline');
    host.attachShadow({ mode: 'open' }).append(element);
    await element.ready;
    await drawn(element);
    expect(one(element, '.root').lang).to.equal('ar-SY');
    const heard: string[] = [];
    host.addEventListener('timeline-select', ({ id }) => heard.push(String(id)));
    element.select('e24');
    await drawn(element);
    expect(heard).to.deep.equal(['e24']);
  });
});

describe('fifty of them, one after the other', () => {
  /** Counts what listens on what outlives an element: window, document, root, body, media queries. */
  function countListeners() {
    type Names = 'addEventListener' | 'removeEventListener';
    const { addEventListener, removeEventListener } = Object.fromEntries(
      Object.entries(Object.getOwnPropertyDescriptors(EventTarget.prototype)).map(([name, { value }]) => [
        name,
        value as unknown,
      ]),
    ) as unknown as Record<Names, (this: EventTarget, ...args: Parameters<EventTarget['addEventListener']>) => void>;
    const listening = new Set<string>();
    const ids = new WeakMap<object, number>();
    let lastId = 0;
    const idOf = (value: object | null) => {
      if (value === null) return 0;
      if (!ids.has(value)) ids.set(value, ++lastId);
      return ids.get(value)!;
    };
    const isGlobal = (target: EventTarget) =>
      target === window ||
      target === document ||
      target === document.documentElement ||
      target === document.body ||
      target === document.fonts ||
      target instanceof MediaQueryList;
    const isCapture = (options: unknown) =>
      typeof options === 'boolean' ? options : Boolean((options as AddEventListenerOptions | undefined)?.capture);
    EventTarget.prototype.addEventListener = function (type, listener, options) {
      const target = this ?? window;
      if (listener && isGlobal(target)) {
        const key = `${target.constructor.name}${idOf(target)} ${type} ${idOf(listener)} ${isCapture(options)}`;
        listening.add(key);
        const { signal } = typeof options === 'object' ? options : {};
        if (signal) addEventListener.call(signal, 'abort', () => listening.delete(key));
      }
      addEventListener.call(target, type, listener, options);
    };
    EventTarget.prototype.removeEventListener = function (type, listener, options) {
      const target = this ?? window;
      if (listener && isGlobal(target)) {
        listening.delete(`${target.constructor.name}${idOf(target)} ${type} ${idOf(listener)} ${isCapture(options)}`);
      }
      removeEventListener.call(target, type, listener, options);
    };
    return {
      listening,
      restore: () => Object.assign(EventTarget.prototype, { addEventListener, removeEventListener }),
    };
  }

  it('leave no listener behind on window, document or media queries', async () => {
    const { listening, restore } = countListeners();
    try {
      const first = await mount();
      expect(listening.size, 'something listens while it is there').to.be.above(2);
      first.parentElement!.remove();
      await frame();
      expect([...listening]).to.deep.equal([]);
      for (let i = 0; i < 50; i++) {
        const element = place(i % 2 ? {} : { view: 'list', event: 'e24' });
        // Some are gone before they were drawn, some before they were ready, some after.
        if (i % 3 === 1) await element.updateComplete;
        if (i % 3 === 2) await element.ready;
        element.parentElement!.remove();
        await frame();
      }
      expect([...listening]).to.deep.equal([]);
    } finally {
      restore();
    }
  }).timeout(30_000);

  it('leave no nodes behind', async () => {
    const nodes = async () => {
      for (let i = 0; i < 3; i++) await cdp('HeapProfiler.collectGarbage');
      return (await cdp<{ nodes: number }>('Memory.getDOMCounters')).nodes;
    };
    const cycle = async () => {
      const element = await mount({ event: 'e24' });
      element.fit();
      await frame();
      element.parentElement!.remove();
      await frame();
    };
    for (let i = 0; i < 5; i++) await cycle();
    const before = await nodes();
    for (let i = 0; i < 20; i++) await cycle();
    const after = await nodes();
    // One element that stays has more than 600.
    expect(after - before).to.be.below(600);
  }).timeout(60_000);
});
