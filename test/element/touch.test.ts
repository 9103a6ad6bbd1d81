import { executeServerCommand, sendMouse } from '@web/test-runner-commands';
import 'axe-core';
import type { AxeResults } from 'axe-core';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { crowd, event, manyEvents, report } from './support/data.js';
import {
  all,
  cdp,
  cell,
  clickAt,
  drawn,
  frame,
  has,
  idOf,
  mount,
  namePoint,
  next,
  one,
  plotEdges,
  rangeOf,
  record,
  textOf,
  timeAt,
  touch,
  until,
  type Point,
} from './support/element.js';

const { axe } = window as unknown as { axe: { run(context: Element): Promise<AxeResults> } };
const day = 86_400_000;

const tap = (point: Point) => touch([point]);

/** A pen's press: a pointer event of its own kind, and the click after it. */
async function penAt([x, y]: Point): Promise<void> {
  const pen = { x, y, button: 'left', clickCount: 1, pointerType: 'pen' };
  await cdp('Input.dispatchMouseEvent', { type: 'mousePressed', ...pen });
  await cdp('Input.dispatchMouseEvent', { type: 'mouseReleased', ...pen });
}

const chooser = (element: ReportTimelineElement) => one(element, '.chooser');
const choices = (element: ReportTimelineElement) => all(element, '.chooser li button');
const wordsOf = (element: ReportTimelineElement): string[][] =>
  choices(element).map((choice) => [...choice.querySelectorAll(':scope > span')].map(textOf));

async function asked(element: ReportTimelineElement): Promise<void> {
  await until(() => has(element, '.chooser'));
  // It fades in.
  await Promise.all(
    chooser(element)
      .getAnimations()
      .map(({ finished }) => finished),
  );
  await drawn(element);
}

/** Two days of which each has a name; the car bomb begins before them, and its tag stands at the edge beside its name. */
async function beside(attributes: Readonly<Record<string, string>> = {}) {
  const element = await mount({ from: '2016-05-16', to: '2016-05-17', ...attributes });
  const row = one(element, `.cell[aria-label*="${attributes['lang'] ? 'التنف' : 'al-Tanf'}"]`);
  row.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { top } = row.getBoundingClientRect();
  const { left, width } = plotEdges(element);
  const isRtl = one(element, '.root').dir === 'rtl';
  // Else the browser takes a tap for the second one of two, of which the first was in the test before.
  await tap([2, 2]);
  // Above the tag, over the empty beginning of the row.
  return { element, point: [Math.round(isRtl ? left + width - 20 : left + 20), Math.round(top + 12)] as Point };
}

/** Days with nine events each, in columns narrower than a finger, and before them three events by themselves. */
async function counted(attributes: Readonly<Record<string, string>> = {}) {
  const days = Array.from({ length: 120 * 9 }, (_, i) => new Date(Date.UTC(2016, 2, 1) + Math.floor(i / 9) * day));
  const many = days.map((date, i) => event(`n${i}`, date.toISOString().slice(0, 10)));
  const few = ['2016-01-20', '2016-01-21', '2016-01-22'].map((when, i) => event(`few${i}`, when));
  const element = await mount(
    { from: '2016-01-10', to: '2016-03-20', ...attributes },
    { data: report([...few, ...many]) },
  );
  one(element, '.lanes').scrollIntoView({ block: 'center', behavior: 'instant' });
  const columnOf = (iso: string) => one(element, `[data-bin="${Date.parse(iso)}"]`).getBoundingClientRect();
  return { element, columnOf };
}

describe('a finger that covers more than one thing', () => {
  it('is asked which one is meant: a tag at the edge, or the event beside it', async () => {
    const { element, point } = await beside();
    const before = rangeOf(element);
    await tap(point);
    await asked(element);
    expect(rangeOf(element)).to.deep.equal(before);
    expect(element.event ?? null).to.equal(null);
    expect(textOf(one(element, '#chooser-label'))).to.equal('Which do you mean?');
    expect(wordsOf(element)).to.deep.equal([
      [
        'Car bomb in the al-Tanf desert: at least 10 killed',
        'Sometime between 3 March and 19 May 2016, likely around May',
      ],
      ['Go to 3 March 2016', 'Car bomb in the al-Tanf desert: at least 10 killed'],
    ]);
  });

  it('and its answer does what a press on that thing does', async () => {
    const { element, point } = await beside();
    const log = record(element);
    await tap(point);
    await asked(element);
    await tap(middleOf(choices(element)[1]!));
    await next(element, 'timeline-range-change');
    expect(rangeOf(element)[0]).to.be.below(Date.UTC(2016, 2, 3));
    expect(has(element, '.chooser')).to.equal(false);
    expect(log).to.deep.equal(['range user']);

    const again = await beside();
    await tap(again.point);
    await asked(again.element);
    await tap(middleOf(choices(again.element)[0]!));
    await until(() => again.element.event !== null && again.element.event !== undefined);
    await drawn(again.element);
    expect(has(again.element, '.chooser')).to.equal(false);
    expect(idOf(again.element, again.element.shadowRoot!.activeElement)).to.equal(again.element.event);
  });

  it('is asked in Arabic where that is spoken', async () => {
    const { element, point } = await beside({ lang: 'ar-SY' });
    await tap(point);
    await asked(element);
    expect(textOf(one(element, '#chooser-label'))).to.equal('أيّها تقصد؟');
    expect(wordsOf(element)[1]![0]).to.equal('انتقل إلى ٣ آذار ٢٠١٦');
    const { left, right } = chooser(element).getBoundingClientRect();
    const box = one(element, '.chart').getBoundingClientRect();
    expect(left).to.be.at.least(box.left);
    expect(right).to.be.at.most(box.right);
  });

  it('is asked which column, by its dates, counts and lane, and comes to it', async () => {
    const { element, columnOf } = await counted();
    const { left, width, top, height } = columnOf('2016-03-10');
    expect(width).to.be.below(24);
    await tap([Math.round(left + width / 2), Math.round(top + height / 2)]);
    await asked(element);
    const words = wordsOf(element);
    expect(words[0]).to.deep.equal(['10 March 2016', '9 events · Side A']);
    expect(words.map(([first]) => first)).to.include.members(['9 March 2016', '11 March 2016']);
    choices(element)[0]!.click();
    await next(element, 'timeline-range-change');
    expect(rangeOf(element)[1] - rangeOf(element)[0]).to.be.below(20 * day);
    expect(rangeOf(element)[0]).to.be.below(Date.UTC(2016, 2, 10));
    expect(rangeOf(element)[1]).to.be.above(Date.UTC(2016, 2, 11));
  });

  it('is asked which of the discs that stand by themselves', async () => {
    const { element, columnOf } = await counted();
    const { left, width, bottom } = columnOf('2016-01-21');
    await tap([Math.round(left + width / 2), Math.round(bottom - 5)]);
    await asked(element);
    expect(wordsOf(element)[0]).to.deep.equal(['Title of few1', 'On 21 January 2016']);
    expect(wordsOf(element)).to.have.deep.members([
      ['Title of few0', 'On 20 January 2016'],
      ['Title of few1', 'On 21 January 2016'],
      ['Title of few2', 'On 22 January 2016'],
    ]);
    choices(element)[0]!.click();
    await until(() => element.event === 'few1');
  });

  it('needs no chooser where only one thing is: the tap selects at once', async () => {
    const element = await mount();
    await tap(namePoint(element, 'e24'));
    await until(() => element.event === 'e24');
    expect(has(element, '.chooser')).to.equal(false);
  });
});

const middleOf = (node: Element): Point => {
  const { left, top, width, height } = node.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

describe('what a press means', () => {
  it('is for a mouse what is exactly under it', async () => {
    const { element, point } = await beside();
    await clickAt(point);
    await until(() => Boolean(element.event));
    expect(has(element, '.chooser')).to.equal(false);
  });

  it('is asked of a pen as of a finger', async () => {
    const { element, point } = await beside();
    await penAt(point);
    await asked(element);
    expect(choices(element)).to.have.length(2);
  });

  it('is never asked of those who press a cell of the grid by ear', async () => {
    const { element } = await counted();
    one(element, `[data-bin="${Date.UTC(2016, 2, 10)}"]`).click();
    await next(element, 'timeline-range-change');
    expect(has(element, '.chooser')).to.equal(false);
  });
});

describe('the chooser', () => {
  const open = async (attributes: Readonly<Record<string, string>> = {}) => {
    const opened = await beside(attributes);
    await tap(opened.point);
    await asked(opened.element);
    return opened;
  };
  const active = (element: ReportTimelineElement) => element.shadowRoot!.activeElement;

  it('has a name, buttons of 44 pixels, and no fault that axe knows', async () => {
    const { element } = await open();
    const { nodes } = await cdp<{ nodes: { role?: { value: string }; name?: { value: string } }[] }>(
      'Accessibility.getFullAXTree',
    );
    expect(nodes.find(({ role }) => role?.value === 'dialog')!.name!.value).to.equal('Which do you mean?');
    for (const choice of choices(element)) {
      expect(choice.getBoundingClientRect().height).to.be.at.least(44);
      expect(choice.getBoundingClientRect().width).to.be.at.least(200);
    }
    const { violations } = await axe.run(element.shadowRoot!.querySelector('.chooser')!);
    expect(violations.map(({ id }) => id)).to.deep.equal([]);
  });

  it('stands near the point, not under the finger, inside the chart and the window', async () => {
    const { element, point } = await open();
    const { left, right, top, bottom } = chooser(element).getBoundingClientRect();
    const box = one(element, '.chart').getBoundingClientRect();
    expect(left).to.be.at.least(box.left);
    expect(right).to.be.at.most(box.right + 1);
    expect(Math.min(Math.abs(top - point[1]), Math.abs(bottom - point[1]))).to.be.within(10, 20);
    expect(top).to.be.at.least(0);
    expect(bottom).to.be.at.most(innerHeight);
  });

  it('takes the focus, and Escape gives it back to where it was and closes nothing else', async () => {
    const { element, point } = await beside({ event: 'e24' });
    cell(element, 'e24').focus({ preventScroll: true });
    await tap(point);
    await asked(element);
    expect(active(element)).to.equal(choices(element)[0]);
    await executeServerCommand('send-keys', { press: 'Escape' });
    await drawn(element);
    expect(has(element, '.chooser')).to.equal(false);
    expect(element.event).to.equal('e24');
    expect(active(element)?.matches('.cell[tabindex="0"]')).to.equal(true);
  });

  it('closes by its own button, by a press elsewhere, and when the focus goes on', async () => {
    const { element } = await open();
    one<HTMLButtonElement>(element, '.chooser-head button').click();
    expect(has(element, '.chooser')).to.equal(false);

    const second = await open();
    await sendMouse({ type: 'click', position: [5, 5] });
    await until(() => !has(second.element, '.chooser'));

    const third = await open();
    one(third.element, '.chip, .tools button').focus();
    expect(has(third.element, '.chooser')).to.equal(false);
    expect(active(third.element)?.matches('.chip, .tools button')).to.equal(true);
  });

  it('closes when the view moves, and with the chart', async () => {
    const { element } = await open();
    element.fit();
    await until(() => !has(element, '.chooser'));
    expect(active(element)?.matches('.cell')).to.equal(true);

    const second = await open();
    second.element.view = 'list';
    await until(() => !has(second.element, '.chooser'));

    const third = await open();
    third.element.remove();
    expect(has(third.element, '.chooser')).to.equal(false);
  });

  it('scrolls inside where there is more than fits, and never covers more than the chart', async () => {
    const element = await mount({ view: 'chart' }, { data: crowd(6000, 5), width: 340 });
    const [column] = all(element, '.cell[data-bin]').slice(10);
    column!.scrollIntoView({ block: 'center', behavior: 'instant' });
    await tap(middleOf(column!));
    await asked(element);
    const { width } = chooser(element).getBoundingClientRect();
    expect(width).to.be.at.most(one(element, '.chart').getBoundingClientRect().width);
    expect(choices(element).length).to.be.within(2, 12);
  });
});

describe('hands on the chart', () => {
  /** In the middle of what is visible of the lanes. */
  const middle = (element: ReportTimelineElement): Point => {
    const lanes = one(element, '.lanes');
    lanes.scrollIntoView({ block: 'start', behavior: 'instant' });
    const { left, width } = plotEdges(element);
    return [Math.round(left + width * 0.4), 500];
  };
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly Point[]) =>
    cdp('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });

  beforeEach(() => (document.body.style.height = '5000px'));

  it('one finger up or down scrolls the page, and moves nothing in time', async () => {
    const element = await mount();
    const log = record(element);
    const [x, y] = middle(element);
    const before = [rangeOf(element), scrollY] as const;
    await touch('touchStart', [x, y]);
    for (const by of [15, 40, 80, 120, 160]) await touch('touchMove', [x + by / 8, y - by]);
    await touch('touchEnd');
    await until(() => scrollY > before[1] + 50);
    await drawn(element);
    expect(rangeOf(element)).to.deep.equal(before[0]);
    expect(log).to.deep.equal([]);
    expect(element.event ?? null).to.equal(null);
  });

  it('one finger to the side pans, and the page stays', async () => {
    const element = await mount();
    const [x, y] = middle(element);
    const scrolled = scrollY;
    const time = timeAt(element, x);
    const length = rangeOf(element)[1] - rangeOf(element)[0];
    const ended = next(element, 'timeline-range-change');
    await touch('touchStart', [x, y]);
    for (const by of [12, 40, 80]) await touch('touchMove', [x + by, y - by / 10]);
    await touch('touchEnd');
    expect((await ended).source).to.equal('user');
    expect(timeAt(element, x + 80)).to.be.closeTo(time, day / 8);
    expect(rangeOf(element)[1] - rangeOf(element)[0]).to.be.closeTo(length, 60_000);
    expect(scrollY).to.equal(scrolled);
  });

  it('two fingers zoom about their middle, and the page keeps its size', async () => {
    const element = await mount();
    const [x, y] = middle(element);
    const time = timeAt(element, x);
    const length = rangeOf(element)[1] - rangeOf(element)[0];
    const ended = next(element, 'timeline-range-change');
    await touch('touchStart', [x - 40, y], [x + 40, y]);
    for (const by of [50, 70, 90, 120]) await touch('touchMove', [x - by, y], [x + by, y]);
    await touch('touchEnd');
    await ended;
    expect(rangeOf(element)[1] - rangeOf(element)[0]).to.be.closeTo(length / 3, length / 30);
    expect(timeAt(element, x)).to.be.closeTo(time, day / 8);
    expect(visualViewport!.scale).to.equal(1);
  });

  it('two fingers up or down leave the page where it is', async () => {
    const element = await mount();
    const [x, y] = middle(element);
    const scrolled = scrollY;
    await touch('touchStart', [x - 40, y], [x + 40, y]);
    for (const by of [20, 60, 120, 180]) await touch('touchMove', [x - 40, y - by], [x + 40, y - by]);
    await touch('touchEnd');
    await frame();
    await drawn(element);
    expect(scrollY).to.equal(scrolled);
  });

  it('leave no card open that only a mouse could close', async () => {
    const element = await mount();
    await tap(namePoint(element, 'e24'));
    await until(() => element.event === 'e24');
    await drawn(element);
    expect(has(element, '.card')).to.equal(false);
  });

  it('miss nothing that is shown by hovering: the details say all that the card says', async () => {
    for (const lang of ['en', 'ar-SY']) {
      const element = await mount({ lang });
      for (const id of ['e01', 'e04', 'e12', 'e24', 'e28']) {
        const [x, y] = namePoint(element, id);
        await sendMouse({ type: 'move', position: [x, y] });
        await until(() => has(element, '.card'));
        const said = [...one(element, '.card').children].map(textOf).filter(Boolean);
        await clickAt([x, y]);
        await until(() => element.event === id);
        await drawn(element);
        const details = textOf(one(element, '.event')).toLocaleLowerCase();
        for (const words of said) {
          // Short counts, one after another; the details have each as a sentence.
          for (const part of words.split(/[;؛] /)) {
            // Two numbers that nobody states are one line on the card.
            const [unstated] = /not stated|غير مذكور/.exec(part) ?? [part];
            expect(details, id).to.contain(unstated.toLocaleLowerCase());
          }
        }
      }
      element.remove();
    }
  }).timeout(20_000);
});

describe('the window in the overview', () => {
  it('has edges of 24 pixels to take hold of, also where it reaches both ends', async () => {
    const element = await mount({}, { data: report(manyEvents(40)) });
    for (const move of [() => {}, () => element.fit()]) {
      move();
      await drawn(element);
      await until(() => all(element, '.handle').every((handle) => handle.getBoundingClientRect().width >= 24));
      const room = one(element, '.overview').getBoundingClientRect();
      for (const handle of all(element, '.handle')) {
        const { left, right, height } = handle.getBoundingClientRect();
        expect(Math.min(right, room.right) - Math.max(left, room.left)).to.be.at.least(24);
        expect(height).to.be.at.least(24);
      }
    }
  });
});
