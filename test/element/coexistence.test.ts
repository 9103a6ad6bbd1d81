import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { event, report } from './support/data.js';
import {
  all,
  button,
  cdp,
  cell,
  click,
  clickAt,
  drag,
  drawn,
  frame,
  has,
  mount,
  namePoint,
  nameOf,
  next,
  one,
  place,
  pointIn,
  rangeOf,
  record,
  takeWarnings,
  textOf,
  until,
} from './support/element.js';

const small = report([
  event('x', '2016-05-14'),
  event('y', '[2016-05-15..2016-05-17]', { actors: ['b'] }),
  event('z', '2016-05-18'),
]);

/** A box in the page, gone after the test. */
function box(style: Partial<CSSStyleDeclaration> = {}, tag = 'div'): HTMLElement {
  const made = document.createElement(tag);
  made.className = 'place';
  Object.assign(made.style, { width: '1000px' }, style);
  document.body.append(made);
  return made;
}

function timeline(attributes: Readonly<Record<string, string>> = {}, data: unknown = small): ReportTimelineElement {
  const element = document.createElement('report-timeline');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (data !== null) element.data = data;
  return element;
}

async function shownIn(around: Node, element = timeline()): Promise<ReportTimelineElement> {
  around.appendChild(element);
  await element.ready;
  await drawn(element);
  return element;
}

/** What a page would have as a component of its own, with its style sheet. */
function component(around: Node, mode: ShadowRootMode, html = ''): ShadowRoot {
  const host = around.appendChild(document.createElement('section'));
  const root = host.attachShadow({ mode });
  root.innerHTML = html;
  return root;
}

const isPainted = (element: ReportTimelineElement): boolean => {
  const canvas = one<HTMLCanvasElement>(element, '.surface');
  if (!canvas.width || !canvas.height) return false;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value) => value > 0);
};

/** Everything that is laid out, by its size. */
const layout = (element: ReportTimelineElement): string[] =>
  all(element, '.root, .root *').map((node) => {
    const { width, height } = node.getBoundingClientRect();
    return `${node.localName}.${node.getAttribute('class') ?? ''} ${width.toFixed(1)} × ${height.toFixed(1)}`;
  });
const pixels = (element: ReportTimelineElement): string[] =>
  all<HTMLCanvasElement>(element, 'canvas').map((canvas) => canvas.toDataURL());

/** A style sheet of the page for one test. */
async function underStyles(css: string, act: () => Promise<void>): Promise<void> {
  const style = document.head.appendChild(document.createElement('style'));
  style.textContent = css;
  try {
    await act();
  } finally {
    style.remove();
  }
}

describe('ten on a page', () => {
  it('keep to themselves: search, selection and work', async () => {
    const elements = Array.from({ length: 10 }, () => timeline());
    const around = box();
    around.append(...elements);
    await Promise.all(elements.map((element) => element.ready));
    for (const element of elements) await drawn(element);
    expect(elements.every(isPainted)).to.equal(true);
    const ids = elements.flatMap((element) => all(element, '[id]'));
    expect(document.querySelectorAll('[id]').length, 'ids in the page itself').to.equal(0);
    expect(ids.length).to.be.above(9);

    const [own, ...others] = elements as [ReportTimelineElement, ...ReportTimelineElement[]];
    const logs = others.map(record);
    const painted = new Set<Node>();
    const { clearRect } = Object.getOwnPropertyDescriptors(CanvasRenderingContext2D.prototype);
    CanvasRenderingContext2D.prototype.clearRect = function (...area) {
      painted.add(this.canvas.getRootNode());
      (clearRect.value as CanvasRenderingContext2D['clearRect']).apply(this, area);
    };
    try {
      own.select('y');
      one<HTMLInputElement>(own, '.search input').focus();
      await sendKeys({ type: 'title of x' });
      await until(() => textOf(one(own, '.search')).includes('1'));
      own.zoomTo('2016-05-14', '2016-05-16');
      await next(own, 'timeline-range-change');
      await drawn(own);
    } finally {
      Object.defineProperty(CanvasRenderingContext2D.prototype, 'clearRect', clearRect);
    }
    expect(logs.flat()).to.deep.equal([]);
    expect([...painted]).to.deep.equal([own.shadowRoot]);
    for (const other of others) {
      expect(other.event ?? null).to.equal(null);
      expect(one<HTMLInputElement>(other, '.search input').value).to.equal('');
    }
  });

  it('do not write over each other’s view in the address', async () => {
    const before = location.href;
    try {
      const first = await mount({ 'link-state': 'same' }, { data: small });
      const second = await mount({ 'link-state': 'same' }, { data: small });
      await click(cell(first, 'x'));
      await until(() => location.hash === '#same=event:x');
      // Both read the address; the first one has it.
      const third = await mount({ 'link-state': 'same' }, { data: small });
      expect(third.event).to.equal('x');
      third.parentElement!.remove();
      await click(cell(second, 'z'));
      await drawn(second);
      const issue =
        'Another timeline on this page has the key "same" in link-state; this one leaves the address alone.';
      expect(takeWarnings()).to.deep.equal([`<report-timeline>: ${issue}`]);
      expect(second.issues.map(({ message }) => message)).to.deep.equal([issue]);
      // A move is no farewell; when the first one goes the other has the key.
      first.parentElement!.append(document.createElement('p'), first);
      await drawn(first);
      await click(cell(first, 'y'));
      await until(() => location.hash === '#same=event:y');
      expect([second.event, first.issues.length]).to.deep.equal(['z', 0]);
      first.remove();
      await frame();
      await click(cell(second, 'x'));
      await until(() => location.hash === '#same=event:x');
      expect(takeWarnings()).to.deep.equal([]);
    } finally {
      history.replaceState(null, '', before);
    }
  });
});

describe('inside components of the page', () => {
  const lanes = Array.from({ length: 70 }, (_, i) => ({ id: `lane${i}`, name: `Lane ${i}` }));
  /** So tall that only a stretch of it is made. */
  const tall = report(
    lanes.flatMap(({ id }, i) =>
      [0, 1, 2].map((n) => event(`${id}-${n}`, `2016-05-${10 + ((i + n) % 9)}`, { actors: [id] })),
    ),
    { actors: lanes },
  );
  const scroller = '<div class="scroller" style="height: 600px; overflow: auto"></div>';

  /** Rows are there for what is in the middle of the scroller. */
  async function followsScrolling(element: ReportTimelineElement, scrolled: Element): Promise<void> {
    one(element, '.fold .lane-head').click();
    await drawn(element);
    expect(one(element, '.lanes').offsetHeight).to.be.above(3000);
    const last = () => Math.max(...all(element, '[data-lane]').map((row) => Number(row.dataset['lane'])));
    expect(last()).to.be.below(50);
    scrolled.scrollTop = scrolled.scrollHeight;
    await until(() => last() === 69);
    const surface = one(element, '.surface').getBoundingClientRect();
    const view = scrolled.getBoundingClientRect();
    expect(surface.bottom).to.be.above(
      Math.min(view.bottom, one(element, '.lanes').getBoundingClientRect().bottom) - 1,
    );
  }

  for (const mode of ['open', 'closed'] as const) {
    it(`a tall chart follows a scroller in a shadow root that is ${mode}, in another one`, async () => {
      const outer = component(box(), mode);
      const scrolled = component(outer, mode, scroller).querySelector('.scroller')!;
      const element = await shownIn(scrolled, timeline({ view: 'chart' }, tall));
      await followsScrolling(element, scrolled);
    });

    it(`a tall chart follows a scroller that it is slotted into, ${mode}`, async () => {
      const root = component(box(), mode, scroller.replace('></div>', '><slot></slot></div>'));
      const element = await shownIn(root.host, timeline({ view: 'chart' }, tall));
      await followsScrolling(element, root.querySelector('.scroller')!);
    });

    it(`a menu stays open for what is pressed in it, and closes for what is not: ${mode}`, async () => {
      const around = box({ width: '520px' });
      const inner = component(component(around, mode), mode, '<p>beside</p>');
      const element = await shownIn(inner, timeline({ view: 'chart' }, null));
      const isOpen = () => has(element, '.menu .panel');
      const open = async () => {
        await click(one(element, '.menu > button'));
        await drawn(element);
        expect(isOpen()).to.equal(true);
      };
      await open();
      await click(one(element, '.menu .panel input[type=checkbox]'));
      await drawn(element);
      expect(isOpen()).to.equal(true);
      expect(
        all<HTMLInputElement>(element, '.menu .panel input[type=checkbox]').filter(({ checked }) => !checked),
      ).to.have.length(1);
      for (const elsewhere of [one(element, '.head'), inner.querySelector('p')!, document.documentElement]) {
        if (!isOpen()) await open();
        if (elsewhere === document.documentElement) await clickAt([1290, 990]);
        else await click(elsewhere);
        await drawn(element);
        expect(isOpen(), elsewhere.localName).to.equal(false);
      }
    });
  }
});

describe('inside what the page has', () => {
  it('a dialog: opened later, and Escape closes first what is ours', async () => {
    const dialog = box({ width: 'auto' }, 'dialog') as HTMLDialogElement;
    const element = timeline({ view: 'chart' });
    dialog.append(element);
    await element.ready;
    dialog.showModal();
    await until(() => has(element, '.cell'));
    await drawn(element);
    expect(isPainted(element)).to.equal(true);
    expect(one(element, '.root').offsetWidth).to.be.above(600);

    await click(button(element, /^Filter/));
    await drawn(element);
    expect(has(element, '.facet-menu .panel')).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await drawn(element);
    expect([has(element, '.facet-menu .panel'), dialog.open]).to.deep.equal([false, true]);
    await clickAt(namePoint(element, 'x'));
    await drawn(element);
    cell(element, 'x').focus();
    // The card goes first, and then what is selected.
    for (const selected of ['x', null]) {
      await sendKeys({ press: 'Escape' });
      expect([element.event, dialog.open]).to.deep.equal([selected, true]);
    }
    button(element, /^Help/).click();
    await until(() => has(element, 'dialog[open]'));
    await sendKeys({ press: 'Escape' });
    expect([has(element, 'dialog[open]'), dialog.open]).to.deep.equal([false, true]);
    await drawn(element);
    // Nothing of ours is left to be closed, card and hover included.
    for (let i = 0; i < 2 && dialog.open; i++) await sendKeys({ press: 'Escape' });
    expect(dialog.open).to.equal(false);
  });

  it('a dialog that is printed', async () => {
    const dialog = box({ width: 'auto' }, 'dialog') as HTMLDialogElement;
    const element = await shownIn(dialog);
    dialog.showModal();
    await cdp('Emulation.setEmulatedMedia', { media: 'print' });
    try {
      await until(() => has(element, '.paper-item'));
      expect(all(element, '.paper-item').map((item) => item.getClientRects().length)).to.deep.equal([1, 1, 1]);
      expect(one(element, '.paper-lanes svg').getBoundingClientRect().height).to.be.above(10);
    } finally {
      await cdp('Emulation.setEmulatedMedia', { media: '' });
      await until(() => !has(element, '.paper'));
    }
  });

  const hidings = {
    'closed details': [
      'details',
      (around: HTMLElement, shown: boolean) => ((around as HTMLDetailsElement).open = shown),
    ],
    'the hidden attribute': ['div', (around: HTMLElement, shown: boolean) => (around.hidden = !shown)],
    'content-visibility': [
      'div',
      (around: HTMLElement, shown: boolean) => (around.style.contentVisibility = shown ? '' : 'hidden'),
    ],
    'no width': ['div', (around: HTMLElement, shown: boolean) => (around.style.width = shown ? '1000px' : '0px')],
  } as const;
  for (const [name, [tag, show]] of Object.entries(hidings)) {
    it(`${name}: ready, and drawn when it is shown`, async () => {
      const around = box({}, tag);
      show(around, false);
      const element = timeline({ view: 'chart' });
      around.append(element);
      await element.ready;
      element.select('y');
      await drawn(element);
      show(around, true);
      await until(() => has(element, '.cell') && one<HTMLCanvasElement>(element, '.surface').width > 600);
      await drawn(element);
      expect(isPainted(element)).to.equal(true);
      await clickAt(namePoint(element, 'x'));
      expect(element.event).to.equal('x');
    });
  }

  it('a container that has another width in every frame', async () => {
    const element = await mount({ view: 'chart' }, { data: small });
    const around = element.parentElement!;
    for (let i = 0; i < 60; i++) {
      around.style.width = `${700 + ((i * 37) % 500)}px`;
      await frame();
    }
    around.style.width = '903px';
    await drawn(element);
    await until(() => one<HTMLCanvasElement>(element, '.axis-surface').offsetWidth === 903);
    // Errors that reach the window fail every test here.
  });

  it('a container that becomes narrow: the page is not wider for a frame', async () => {
    const element = await mount({}, { width: 1280 });
    const around = element.parentElement!;
    around.style.width = '375px';
    const widths = new Set<number>();
    for (let i = 0; i < 8; i++) {
      widths.add(around.scrollWidth);
      await frame();
    }
    expect([...widths]).to.deep.equal([375]);
    expect(has(element, '.list')).to.equal(true);
  });

  it('a flex box and a grid, as wide as they are and no wider', async () => {
    for (const display of ['flex', 'grid']) {
      const around = box({ display, width: '640px' });
      const element = timeline({ view: 'chart' }, null);
      element.style.flex = '1';
      await shownIn(around, element);
      expect([element.offsetWidth, around.scrollWidth], display).to.deep.equal([640, 640]);
      around.remove();
    }
  });

  for (const style of [{ transform: 'scale(0.5)', transformOrigin: '0 0' }, { zoom: '1.5' }] as const) {
    const [[name, value]] = Object.entries(style) as [[string, string]];
    it(`${name}: ${value}: presses, drags and wheels mean what they point at`, async () => {
      const element = await shownIn(box({ ...style, width: '800px' }), timeline({ view: 'chart' }, null));
      await clickAt(namePoint(element, 'e24'));
      expect(element.event).to.equal('e24');
      element.select(null);
      await drawn(element);
      const scale = Number(/[\d.]+/.exec(value)![0]);
      // An empty place of the axis' first lane, well inside of the plot.
      const [from, to] = rangeOf(element);
      one(element, '.chart').scrollIntoView({ block: 'start', behavior: 'instant' });
      const lanes = one(element, '.lanes').getBoundingClientRect();
      const [x, y] = [lanes.left + lanes.width * 0.6, lanes.top + 10];
      await drag([x, y], [x + 50, y], [x + 100, y]);
      await drawn(element);
      const shift = (from - rangeOf(element)[0]) / (to - from);
      const columns =
        one(element, '.lanes').offsetWidth - Number.parseFloat(one(element, '.overview-label').style.width) - 24;
      expect(shift).to.be.closeTo(100 / (columns * scale), 0.01);

      const svg = one<SVGSVGElement>(element, 'svg.brush');
      const left = svg.getBoundingClientRect().left;
      const middle = () => {
        const shown = one<SVGRectElement>(element, '.brush .selection').getBoundingClientRect();
        return (shown.left + shown.right) / 2;
      };
      const aim = left + columns * scale * 0.6;
      await clickAt([aim, one(element, '.brush .overlay').getBoundingClientRect().top + 20 * scale]);
      await drawn(element);
      expect(middle()).to.be.closeTo(aim, 3);
    });
  }

  it('text that runs from top to bottom', async () => {
    const element = await shownIn(box({ writingMode: 'vertical-rl', height: '700px' }), timeline({ view: 'chart' }));
    expect(getComputedStyle(one(element, '.root')).writingMode).to.equal('horizontal-tb');
    expect(one(element, '.root').offsetWidth).to.be.above(500);
    expect(one(element, '.title').offsetWidth).to.be.above(one(element, '.title').offsetHeight);
  });

  it('text that is edited, and text that cannot be selected', async () => {
    const around = box({ userSelect: 'none' });
    around.contentEditable = 'true';
    const element = await shownIn(around, timeline({ view: 'chart', event: 'x' }));
    const before = textOf(one(element, '.root'));
    await click(one(element, '.event-title'));
    await sendKeys({ type: 'abc' });
    await drawn(element);
    // Firefox calls what the text in it takes from there "auto".
    expect(getComputedStyle(one(element, '.root')).userSelect).to.equal('text');
    expect(getComputedStyle(one(element, '.event-title')).userSelect).to.be.oneOf(['text', 'auto']);
    if (CSS.supports('-webkit-user-modify', 'read-only')) {
      const title = getComputedStyle(one(element, '.event-title'));
      expect(title.getPropertyValue('-webkit-user-modify')).to.equal('read-only');
    }
    expect(textOf(one(element, '.event-title'))).to.equal('Title of x');
    expect(textOf(one(element, '.root'))).to.equal(before);
  });

  it('what is inert for a while', async () => {
    const around = box();
    around.inert = true;
    const element = await shownIn(around, timeline({ view: 'chart' }));
    await clickAt(namePoint(element, 'x'));
    cell(element, 'x').focus();
    expect([element.event ?? null, element.shadowRoot!.activeElement]).to.deep.equal([null, null]);
    element.select('y');
    element.fit();
    await drawn(element);
    around.inert = false;
    await clickAt(namePoint(element, 'x'));
    expect(element.event).to.equal('x');
  });

  it('a form and a label: nothing is sent, nothing is in it', async () => {
    const form = box({}, 'form') as HTMLFormElement;
    let sent = 0;
    form.addEventListener('submit', (domEvent) => {
      domEvent.preventDefault();
      sent++;
    });
    form.append(document.createElement('button'));
    const label = form.appendChild(document.createElement('label'));
    label.style.display = 'block';
    const element = await shownIn(label, timeline({ view: 'chart', event: 'e12' }, null));
    await click(one(element, '.search input'));
    await sendKeys({ type: 'hospital' });
    await sendKeys({ press: 'Enter' });
    await drawn(element);
    const names = all(element, 'button').map(nameOf);
    expect(names.length).to.be.above(10);
    for (const name of names) {
      const found = all<HTMLButtonElement>(element, 'button').find((one) => nameOf(one) === name);
      if (found && !/copy|save|open/i.test(name)) found.click();
      await element.updateComplete;
      for (const open of all<HTMLDialogElement>(element, 'dialog[open]')) open.close();
    }
    await drawn(element);
    expect(sent).to.equal(0);
    expect([...new FormData(form)]).to.deep.equal([]);
    expect(form.elements).to.have.length(1);
    expect(takeWarnings().filter((text) => !/clipboard/i.test(text))).to.deep.equal([]);
  });
});

describe('style sheets of the page', () => {
  const hostile = {
    'inherited by everything': [
      'font: italic 700 3px/0 cursive; letter-spacing: 1em; word-spacing: 1em; text-transform: uppercase; text-align: center',
      'white-space: pre; color: transparent; word-break: break-all; overflow-wrap: anywhere; text-indent: 5em; hyphens: auto',
      'list-style: square inside; cursor: wait; font-variant: small-caps; text-shadow: 0 0 9px red; fill: red; stroke: red',
      'border-collapse: collapse; border-spacing: 9px; caption-side: bottom; image-rendering: pixelated; quotes: none',
      '-webkit-text-stroke: 2px red; -webkit-text-fill-color: red; text-wrap: nowrap; tab-size: 40; text-underline-offset: 9px',
      'font-feature-settings: "smcp"; font-stretch: condensed; line-break: anywhere; text-orientation: upright',
    ].join(';'),
  };
  it('reach neither layout nor pixels by what they have inherited', async () => {
    const plain = await shownIn(box(), timeline({ view: 'chart', event: 'y', theme: 'light' }));
    const own = box();
    own.setAttribute('style', `${own.getAttribute('style')};${hostile['inherited by everything']}`);
    const element = await shownIn(own, timeline({ view: 'chart', event: 'y', theme: 'light' }));
    expect(layout(element)).to.deep.equal(layout(plain));
    expect(pixels(element)).to.deep.equal(pixels(plain));
    const properties = [
      'color',
      'textTransform',
      'textShadow',
      'cursor',
      'fill',
      'webkitTextFillColor',
      'textAlign',
    ] as const;
    const looks = (root: Element) => properties.map((name) => getComputedStyle(root)[name]);
    expect(looks(one(element, '.event-title'))).to.deep.equal(looks(one(plain, '.event-title')));
  });

  it('decide whether it is seen, whether it can be pressed, and how it is called', async () => {
    const around = box({ visibility: 'hidden', pointerEvents: 'none' });
    const element = await shownIn(around);
    const { visibility, pointerEvents } = getComputedStyle(one(element, '.title'));
    expect([visibility, pointerEvents]).to.deep.equal(['hidden', 'none']);
  });

  it('that take everything back, and make everything else', async () => {
    const css =
      '* { all: revert !important; box-sizing: content-box; transition: all 1s !important; animation: none !important }' +
      'report-timeline { display: inline !important } svg { width: 10px } canvas { max-width: 100%; height: auto }' +
      'button, input, table, section, p { margin: 40px !important; padding: 40px !important; font-size: 40px !important }';
    await underStyles(css, async () => {
      const element = timeline({ view: 'chart', event: 'y' });
      const wanted = box();
      await shownIn(wanted, element);
      const width = wanted.clientWidth;
      expect(getComputedStyle(element).display).to.equal('inline');
      expect(one(element, '.root').offsetWidth).to.equal(width);
      expect(one(element, '.axis-surface').offsetWidth).to.be.within(width - 400, width);
      const seen = [layout(element), pixels(element)];
      wanted.remove();
      for (const style of document.head.querySelectorAll('style')) style.disabled = true;
      const plain = await shownIn(box({ width: `${width}px` }), timeline({ view: 'chart', event: 'y' }));
      for (const style of document.head.querySelectorAll('style')) style.disabled = false;
      expect(seen).to.deep.equal([layout(plain), pixels(plain)]);
    });
  });
});

describe('moved, removed, made', () => {
  it('keeps what was chosen, wherever it is moved to, and loads nothing anew', async () => {
    const src = URL.createObjectURL(new Blob([JSON.stringify(small)], { type: 'application/json' }));
    const element = await mount({ view: 'chart', src });
    all(element, '.chip')[1]!.click();
    await clickAt(namePoint(element, 'x'));
    element.zoomTo('2016-05-13', '2016-05-16');
    await next(element, 'timeline-range-change');
    await drawn(element);
    const log = record(element);
    const shown = () => [element.event, ...rangeOf(element), ...all(element, '.chip').map((chip) => chip.ariaPressed)];
    const before = shown();
    expect(before.slice(-2)).to.deep.equal(['true', 'false']);
    for (const place of [box(), component(box(), 'open'), component(box(), 'closed'), box()]) {
      place.appendChild(element);
      await drawn(element);
      expect(shown()).to.deep.equal(before);
      expect(isPainted(element)).to.equal(true);
    }
    expect(log).to.deep.equal([]);
    URL.revokeObjectURL(src);
  });

  it('goes into a frame and comes back', async () => {
    const element = await shownIn(box(), timeline({ view: 'chart', event: 'y' }));
    const inside = box({}, 'iframe') as HTMLIFrameElement;
    inside.contentDocument!.body.append(element);
    expect(element.ownerDocument).to.equal(inside.contentDocument);
    await drawn(element);
    element.select('x');
    element.view = 'list';
    await drawn(element);
    element.view = 'chart';
    await shownIn(box(), element);
    expect(isPainted(element)).to.equal(true);
    expect(element.event).to.equal('x');
    expect(getComputedStyle(one(element, '.lanes')).position).to.equal('relative');
  });

  it('gives up its request when it is removed while it loads, and says nothing afterwards', async () => {
    const realFetch = window.fetch.bind(window);
    const signals: AbortSignal[] = [];
    window.fetch = (_input, options) => {
      signals.push(options!.signal!);
      return new Promise((_resolve, reject) =>
        options!.signal!.addEventListener('abort', () => reject(new DOMException('given up', 'AbortError'))),
      );
    };
    try {
      const element = place({ src: '/never.json' });
      const log = record(element);
      await frame();
      element.remove();
      await frame();
      await frame();
      expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true]);
      // Out and in again within a task is a move.
      const moved = place({ src: '/never.json' });
      await frame();
      moved.remove();
      document.querySelector('.place')!.append(moved);
      await frame();
      expect(signals.map(({ aborted }) => aborted)).to.deep.equal([true, false]);
      expect(log).to.deep.equal([]);
      moved.remove();
      await frame();
      expect(signals.every(({ aborted }) => aborted)).to.equal(true);
    } finally {
      window.fetch = realFetch;
    }
  });

  it('may go at any moment: while it zooms, and under the hand', async () => {
    const element = await mount({ view: 'chart' });
    const around = element.parentElement!;
    button(element, 'Zoom in').click();
    await frame();
    element.remove();
    await frame();
    await shownIn(around, element);
    const [x, y] = pointIn(one(element, '.lanes'), 0.6, 0.02);
    for (const [type, at] of [
      ['mousePressed', x],
      ['mouseMoved', x + 40],
      ['mouseMoved', x + 80],
    ] as const) {
      await cdp('Input.dispatchMouseEvent', { type, x: at, y, button: 'left', buttons: 1, clickCount: 1 });
    }
    element.remove();
    await cdp('Input.dispatchMouseEvent', { type: 'mouseMoved', x: x + 120, y, button: 'left', buttons: 1 });
    await cdp('Input.dispatchMouseEvent', { type: 'mouseReleased', x: x + 120, y, button: 'left', clickCount: 1 });
    await shownIn(around, element);
    await clickAt(namePoint(element, 'e24'));
    expect(element.event).to.equal('e24');
  });

  it('may be made in any way: never put in, cloned, written as HTML, of a template', async () => {
    const loose = timeline({ event: 'x' });
    const around = box();
    const first = await shownIn(around, timeline({ event: 'e24', view: 'list' }, null));
    const clone = first.cloneNode(true) as ReportTimelineElement;
    await shownIn(around, clone);
    expect([clone.event, has(clone, '.list'), clone.events.length]).to.deep.equal(['e24', true, 33]);

    const html =
      `<report-timeline view="table"><script type="text/csv">\ndate,title,actor\n2016-05-18,A,B\n</` +
      'script></report-timeline>';
    const written = box();
    written.innerHTML = html;
    const template = document.createElement('template');
    template.innerHTML = html;
    const stamped = box();
    stamped.append(document.importNode(template.content, true));
    const cloned = box();
    cloned.append(template.content.cloneNode(true));
    for (const made of [written, stamped, cloned]) {
      const element = made.querySelector('report-timeline')!;
      await element.ready;
      expect(element.events.map(({ title }) => title)).to.deep.equal(['A']);
    }
    expect(loose.shadowRoot?.querySelector('.root') ?? null).to.equal(null);
  });
});

describe('what stands between the tags', () => {
  const realFetch = window.fetch.bind(window);
  let answer: (response: Response) => void = () => {};
  beforeEach(() => {
    window.fetch = () => new Promise((resolve) => (answer = resolve));
  });
  afterEach(() => {
    window.fetch = realFetch;
  });

  const paragraph = (height: number): HTMLElement => {
    const made = document.createElement('p');
    Object.assign(made.style, { height: `${height}px`, margin: '0' });
    made.textContent = 'The events in words';
    return made;
  };
  const isSeen = (node: Element): boolean => node.getBoundingClientRect().height > 0;
  /** In each frame: what is seen, and whether the element is at least as high as what it replaces. */
  async function watch(element: ReportTimelineElement, fallback: Element, height: number, act: () => unknown) {
    const seen: string[] = [];
    let isOver = false;
    const look = (): void => {
      const [isFallback, isChart] = [isSeen(fallback), has(element, '.main') && isSeen(one(element, '.main'))];
      const state = isFallback && isChart ? 'both' : isFallback ? 'fallback' : isChart ? 'chart' : 'nothing';
      const isLow = state !== 'chart' && element.getBoundingClientRect().height < height;
      const text = isLow ? `${state}, low` : state;
      if (seen.at(-1) !== text) seen.push(text);
      if (!isOver) requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    await act();
    await element.ready;
    await drawn(element);
    isOver = true;
    return seen;
  }

  it('stays until the first picture, which replaces it in one step', async () => {
    const fallback = paragraph(300);
    const around = box({ font: '20px serif' });
    around.append(fallback);
    const before = { box: fallback.getBoundingClientRect(), font: getComputedStyle(fallback).font };
    const element = timeline({ src: '/slow.json', view: 'chart' }, null);
    element.append(fallback);
    const seen = await watch(element, fallback, 300, async () => {
      around.append(element);
      await drawn(element);
      expect(fallback.getBoundingClientRect()).to.deep.equal(before.box);
      expect(getComputedStyle(fallback).font).to.equal(before.font);
      expect(element.offsetHeight).to.equal(300);
      // It takes long enough to show how far it is, above what is there.
      const progress = one(element, '.loading');
      await until(() => progress.offsetHeight > 10);
      expect(fallback.getBoundingClientRect().top).to.be.at.least(progress.getBoundingClientRect().bottom);
      answer(new Response(JSON.stringify(small)));
    });
    expect(seen).to.deep.equal(['fallback', 'chart']);
    // Other data are awaited with the old ones on the screen.
    element.src = '/next.json';
    await drawn(element);
    expect([isSeen(fallback), isSeen(one(element, '.main'))]).to.deep.equal([false, true]);
    answer(new Response(JSON.stringify(small)));
    await element.ready;
  });

  it('hands the focus on to what takes its place, and leaves that of the page alone', async () => {
    const [within, elsewhere] = [document.createElement('input'), document.createElement('input')];
    const around = box({});
    for (const field of [within, elsewhere]) {
      const element = timeline({ src: '/slow.json', view: 'chart' }, null);
      element.append(within);
      around.replaceChildren(element, elsewhere);
      await drawn(element);
      field.focus();
      answer(new Response(JSON.stringify(small)));
      await element.ready;
      await drawn(element);
      expect(document.activeElement).to.equal(field === within ? element : elsewhere);
      expect(element.shadowRoot!.activeElement?.matches('[role="heading"]') ?? false).to.equal(field === within);
    }
  });

  it('stays below the message when loading fails, and while it is tried again', async () => {
    const fallback = paragraph(50);
    const element = timeline({ src: '/slow.json', controls: 'none' }, null);
    element.append(fallback);
    const shown = shownIn(box(), element);
    await frame();
    answer(new Response('', { status: 404 }));
    await shown;
    expect(fallback.getBoundingClientRect().top).to.be.at.least(
      one(element, '.message').getBoundingClientRect().bottom,
    );
    const seen = await watch(element, fallback, 50, async () => {
      button(element, 'Try again').click();
      await drawn(element);
      answer(new Response(JSON.stringify(small)));
    });
    expect(seen).to.deep.equal(['fallback', 'chart']);
  });

  it('is the data themselves while they are read: a long table', async () => {
    const table = document.createElement('table');
    table.innerHTML =
      '<tr><th>date<th>title<th>actor' +
      Array.from({ length: 3_000 }, (_, i) => `<tr><td>2016-05-${10 + (i % 20)}<td>Event ${i}<td>Actor ${i % 3}`).join(
        '',
      );
    const element = timeline({ view: 'chart' }, null);
    element.append(table);
    const around = box();
    const seen = await watch(element, table, 2000, () => around.append(element));
    expect(element.events).to.have.length(3_000);
    expect(seen).to.deep.equal(['fallback', 'chart']);
  });

  it('changes nothing where nothing stands there', async () => {
    const element = timeline({ src: '/slow.json', heading: 'Mine' }, null);
    element.append('\n  ', document.createComment('nothing'));
    box().append(element);
    await drawn(element);
    expect(textOf(one(element, '.title'))).to.equal('Mine');
    expect(getComputedStyle(one(element, '.root')).borderTopWidth).to.equal('3px');
    answer(new Response(JSON.stringify(small)));
    await element.ready;
  });

  it('is seen with the page’s own heading and footer in their places', async () => {
    const [heading, fallback, footer] = ['heading', '', 'footer'].map((slot) => {
      const made = paragraph(20);
      made.slot = slot;
      return made;
    }) as [HTMLElement, HTMLElement, HTMLElement];
    const element = timeline({ src: '/slow.json' }, null);
    element.append(footer, fallback, heading);
    box().append(element);
    await drawn(element);
    const tops = [heading, fallback, footer].map((node) => node.getBoundingClientRect().top);
    expect(tops).to.deep.equal([...tops].sort((a, b) => a - b));
    expect(new Set(tops).size).to.equal(3);
    answer(new Response(JSON.stringify(small)));
    await element.ready;
    await drawn(element);
    expect([heading, fallback, footer].map(isSeen)).to.deep.equal([true, false, true]);
  });
});
