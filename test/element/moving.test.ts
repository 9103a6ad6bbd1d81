import { sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import {
  button,
  cdp,
  click,
  clickAt,
  doubleClickAt,
  drag,
  drawn,
  emulateMedia,
  has,
  mount,
  next,
  one,
  plotEdges,
  pointIn,
  rangeOf,
  record,
  textOf,
  timeAt,
  wheel,
  type Point,
} from './support/element.js';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';

const day = 86_400_000;
const minute = 60_000;
const lengthOf = (element: ReportTimelineElement) => rangeOf(element)[1] - rangeOf(element)[0];

/** A point of the plot by its share of the width, on the ground of a lane. */
function inPlot(element: ReportTimelineElement, share: number): Point {
  const lanes = one(element, '.lanes');
  lanes.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { left, width } = plotEdges(element);
  const { top, bottom } = lanes.getBoundingClientRect();
  return [Math.round(left + width * share), Math.round((Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2)];
}

const changed = (element: ReportTimelineElement) => next(element, 'timeline-range-change');

for (const dir of ['ltr', 'rtl'] as const) {
  const mirrored = dir === 'rtl';
  /** Shares of the plot in the order of time. */
  const later = mirrored ? -1 : 1;

  describe(`moving, ${dir}`, () => {
    for (const modifier of ['Ctrl', 'Meta'] as const) {
      it(`${modifier} and the wheel zoom about the time under the pointer`, async () => {
        const element = await mount({ dir });
        const point = inPlot(element, 0.3);
        const before = lengthOf(element);
        const time = timeAt(element, point[0], mirrored);
        const ended = changed(element);
        expect(await wheel(point, 0, -100, modifier)).to.equal(true);
        expect(timeAt(element, point[0], mirrored)).to.be.closeTo(time, before * 1e-6);
        expect(lengthOf(element)).to.be.below(before * 0.95);
        expect((await ended).source).to.equal('user');
        await wheel(point, 0, 100, modifier);
        expect(lengthOf(element)).to.be.closeTo(before, before * 0.01);
        expect(timeAt(element, point[0], mirrored)).to.be.closeTo(time, before * 1e-6);
      });
    }

    it('a wheel to the side, and one with Shift, pan', async () => {
      const element = await mount({ dir });
      const point = inPlot(element, 0.5);
      const [before] = rangeOf(element);
      const length = lengthOf(element);
      const { width } = plotEdges(element);
      expect(await wheel(point, 40, 0)).to.equal(true);
      const shift = ((40 * length) / width) * later;
      expect(rangeOf(element)[0]).to.be.closeTo(before + shift, minute);
      expect(await wheel(point, 0, -40, 'Shift')).to.equal(true);
      expect(rangeOf(element)[0]).to.be.closeTo(before, minute);
      expect(lengthOf(element)).to.be.closeTo(length, minute);
    });

    it('a drag takes the times along, and is told once, when it has ended', async () => {
      const element = await mount({ dir });
      const log = record(element);
      const [x, y] = inPlot(element, 0.5);
      const time = timeAt(element, x, mirrored);
      const length = lengthOf(element);
      const ended = changed(element);
      await drag([x, y], [x + 30, y], [x + 60, y + 5], [x + 90, y]);
      const { source, from, to } = await ended;
      expect(source).to.equal('user');
      expect([from.getTime(), to.getTime()]).to.deep.equal(rangeOf(element));
      expect(timeAt(element, x + 90, mirrored)).to.be.closeTo(time, length / 400);
      expect(lengthOf(element)).to.be.closeTo(length, minute);
      await drawn(element);
      expect(log).to.deep.equal(['range user']);
      expect(element.event ?? null, 'a drag selects nothing').to.equal(null);
    });

    it('a double click zooms in by two, about its place', async () => {
      const element = await mount({ dir });
      const point = inPlot(element, 0.7);
      const length = lengthOf(element);
      const time = timeAt(element, point[0], mirrored);
      const ended = changed(element);
      await doubleClickAt(point);
      await ended;
      expect(lengthOf(element)).to.be.closeTo(length / 2, minute);
      expect(timeAt(element, point[0], mirrored)).to.be.closeTo(time, length / 400);
    });

    it('the brush of the overview shows what it frames', async () => {
      const element = await mount({ dir });
      const whole = await mount({ dir });
      whole.fit();
      await changed(whole);
      const [wholeStart, wholeEnd] = rangeOf(whole);
      const { left, right, top, height, width } = one<SVGElement>(
        element,
        '.overview .overlay',
      ).getBoundingClientRect();
      const { left: windowLeft, width: windowWidth } = one<SVGElement>(
        element,
        '.overview .selection',
      ).getBoundingClientRect();
      const log = record(element);
      const start: Point = [Math.round(windowLeft + windowWidth / 2), Math.round(top + height / 2)];
      // To the earlier half of the whole.
      const target = Math.round(mirrored ? right - width * 0.3 : left + width * 0.3);
      const ended = changed(element);
      await drag(start, [(start[0] + target) / 2, start[1]], [target, start[1]]);
      await ended;
      const shown = (mirrored ? right - target : target - left) / width;
      const middle = (rangeOf(element)[0] + rangeOf(element)[1]) / 2;
      const expected = wholeStart + (wholeEnd - wholeStart) * shown;
      expect(Math.abs(middle - expected)).to.be.below(((wholeEnd - wholeStart) / width) * 2);
      expect(log).to.deep.equal(['range user']);
    });

    it('keys of the grid move in the direction of time', async () => {
      const element = await mount({ dir });
      one(element, '.cell[tabindex="0"]').focus();
      const before = rangeOf(element);
      const ended = changed(element);
      one(element, '.cell[tabindex="0"]').dispatchEvent(
        new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true, composed: true, cancelable: true }),
      );
      await ended;
      expect(rangeOf(element)[0]).to.be.above(before[0]);
    });
  });
}

describe('a wheel alone', () => {
  it('is the page’s, moves nothing, and brings a hint which key zooms', async () => {
    document.body.style.height = '4000px';
    const element = await mount();
    const log = record(element);
    const before = rangeOf(element);
    const hint = one(element, '.hint-wheel');
    expect(hint.getBoundingClientRect().height).to.equal(0);
    const scrolled = scrollY;
    expect(await wheel(inPlot(element, 0.5), 0, 120)).to.equal(false);
    expect(hint.getBoundingClientRect().height).to.be.above(10);
    expect(textOf(hint)).to.match(/^Hold (Ctrl and turn the wheel|⌘ and scroll) to zoom$/);
    while (scrollY === scrolled) await drawn(element);
    expect(rangeOf(element)).to.deep.equal(before);
    expect(log).to.deep.equal([]);
    await expectGone(hint);
  });

  async function expectGone(hint: HTMLElement) {
    const gone = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!hint.hidden) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(hint, { attributes: true });
    });
    await gone;
    expect(hint.getBoundingClientRect().height).to.equal(0);
  }
});

describe('buttons', () => {
  it('zoom in and out about the middle, and fit everything dated', async () => {
    const element = await mount();
    const [from, to] = rangeOf(element);
    const middle = (from + to) / 2;
    const press = async (name: string) => {
      const ended = changed(element);
      await click(button(element, name));
      return (await ended).source;
    };
    expect(await press('Zoom in')).to.equal('user');
    expect(lengthOf(element)).to.be.closeTo((to - from) / 2, minute);
    expect((rangeOf(element)[0] + rangeOf(element)[1]) / 2).to.be.closeTo(middle, minute);
    await press('Zoom out');
    expect(rangeOf(element)[0]).to.be.closeTo(from, minute);
    await press('Fit');
    // The earliest bound of the report is 3 March, the last the end of 19 May.
    expect(rangeOf(element)[0]).to.be.within(Date.UTC(2016, 1, 1), Date.UTC(2016, 2, 3));
    expect(rangeOf(element)[1]).to.be.within(Date.UTC(2016, 4, 20), Date.UTC(2016, 5, 20));
  });

  it('stop at the limits: a minute, and ten times everything', async () => {
    const element = await mount();
    await emulateMedia({ reducedMotion: 'reduce' });
    for (let i = 0; i < 20; i++) button(element, 'Zoom in').click();
    expect(lengthOf(element)).to.be.closeTo(minute, 1);
    element.fit();
    for (let i = 0; i < 20; i++) button(element, 'Zoom out').click();
    const extent = Date.UTC(2016, 4, 20) - Date.UTC(2016, 2, 3);
    expect(lengthOf(element)).to.be.closeTo(10 * extent, day);
    await emulateMedia({ reducedMotion: 'no-preference' });
  });

  it('and hands never lead so far out that less than half of the view could hold data', async () => {
    const element = await mount();
    for (let i = 0; i < 12; i++) await wheel(inPlot(element, 0.5), 600, 0);
    const [from, to] = rangeOf(element);
    expect((from + to) / 2).to.be.at.most(Date.UTC(2016, 4, 20) + minute);
  });
});

describe('the page', () => {
  it('moves by fit() and zoomTo(), told as the page’s', async () => {
    const element = await mount();
    const log = record(element);
    const fitted = changed(element);
    element.fit();
    expect((await fitted).source).to.equal('api');
    const zoomed = changed(element);
    element.zoomTo('2016-05-16', '2016-05-17');
    const { from, to, bubbles, composed } = await zoomed;
    expect([from.toISOString(), to.toISOString(), bubbles, composed]).to.deep.equal([
      '2016-05-16T00:00:00.000Z',
      '2016-05-18T00:00:00.000Z',
      true,
      true,
    ]);
    expect(log).to.deep.equal(['range api', 'range api']);
    const dated = changed(element);
    element.zoomTo(new Date('2016-05-01'), Date.UTC(2016, 4, 11));
    await dated;
    expect(rangeOf(element)).to.deep.equal([Date.UTC(2016, 4, 1), Date.UTC(2016, 4, 11)]);
  });

  it('hears at once of a range that is none', async () => {
    const element = await mount();
    const before = rangeOf(element);
    for (const [from, to] of [
      ['soon', 'later'],
      ['2016-05-18', '2016-05-16'],
      [NaN, 5],
      ['2016-05-18', 'later'],
    ] as const) {
      expect(() => element.zoomTo(from, to), `${from} ${to}`).to.throw(RangeError, `invalid range: ${from} to ${to}`);
    }
    expect(rangeOf(element)).to.deep.equal(before);
  });
});

describe('a move', () => {
  afterEach(() => emulateMedia({ reducedMotion: 'no-preference' }));

  it('is seen on its way', async () => {
    const element = await mount();
    const before = rangeOf(element);
    const ended = changed(element);
    button(element, 'Fit').click();
    expect(rangeOf(element)).to.deep.equal(before);
    await ended;
    expect(rangeOf(element)).not.to.deep.equal(before);
  });

  it('jumps for readers who want less motion', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const element = await mount();
    const log = record(element);
    const before = rangeOf(element);
    button(element, 'Fit').click();
    expect(rangeOf(element)[0]).to.be.below(before[0] - 30 * day);
    expect(log).to.deep.equal(['range user']);
  });

  it('under way gives way to a hand', async () => {
    const element = await mount();
    const [x, y] = inPlot(element, 0.5);
    await sendMouse({ type: 'move', position: [x, y] });
    element.fit();
    await wheel([x, y], 30, 0);
    const held = rangeOf(element);
    await drawn(element);
    await drawn(element);
    expect(rangeOf(element)).to.deep.equal(held);
  });
});

describe('a tag at the edge', () => {
  it('leads to the bound that it names', async () => {
    const element = await mount({ from: '2016-05-16', to: '2016-05-17' });
    const ended = changed(element);
    // Its place is on the canvas: the grid's rows tell the lane, and the tag stands at the plot's start in it.
    const row = one(element, `.cell[aria-label*="Car bomb in the al-Tanf desert"]`);
    row.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { top, height } = row.getBoundingClientRect();
    const { left } = plotEdges(element);
    let found = false;
    for (let y = top - 14; y < top + height + 30 && !found; y += 5) {
      await clickAt([Math.round(left + 20), Math.round(y)]);
      found = await Promise.race([ended.then(() => true), drawn(element).then(() => false)]);
    }
    await ended;
    expect(rangeOf(element)[0]).to.be.below(Date.UTC(2016, 2, 3));
    expect(rangeOf(element)[1]).to.be.above(Date.UTC(2016, 2, 3));
    expect(has(element, '.chart')).to.equal(true);
  });
});

describe('fingers', () => {
  it('pan with one, to the side', async () => {
    const element = await mount();
    const [x, y] = inPlot(element, 0.5);
    const time = timeAt(element, x);
    const ended = changed(element);
    await cdp('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    for (const step of [20, 50, 80]) {
      await cdp('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + step, y }] });
    }
    await cdp('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    expect((await ended).source).to.equal('user');
    expect(timeAt(element, x + 80)).to.be.closeTo(time, day / 8);
  });

  it('pinch with two', async () => {
    const element = await mount();
    const [x, y] = pointIn(one(element, '.lanes'), 0.6, 0.5);
    const before = lengthOf(element);
    const ended = changed(element);
    await cdp('Input.synthesizePinchGesture', { x, y, scaleFactor: 2.5, gestureSourceType: 'touch' });
    await ended;
    expect(lengthOf(element)).to.be.below(before * 0.7);
    expect(visualViewport!.scale).to.equal(1);
  });
});
