import { resetMouse, sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { crowd, event, report } from './support/data.js';
import {
  all,
  button,
  click,
  clickAt,
  drawn,
  frame,
  has,
  laneNames,
  mount,
  next,
  one,
  rangeOf,
  record,
  textOf,
  until,
  wheel,
  type Point,
} from './support/element.js';

const many = crowd(20_000);

const columns = (element: ReportTimelineElement, lane = 0): HTMLElement[] =>
  all(element, `[data-lane="${lane}"] .cell[data-bin]`);
const startOf = (node: Element | null | undefined): number => Number(node?.getAttribute('data-bin') ?? NaN);
const focused = (element: ReportTimelineElement) => element.shadowRoot!.activeElement as HTMLElement | null;
const laneOf = (element: ReportTimelineElement) => focused(element)?.closest('[data-lane]')?.getAttribute('aria-label');
const middleOf = (node: Element): Point => {
  const { left, top, width, height } = node.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};
const press = async (element: ReportTimelineElement, key: string): Promise<void> => {
  await sendKeys({ press: key });
  await drawn(element);
};
/** Acts, and waits until the view has come to rest. */
const moved = async (element: ReportTimelineElement, act: () => Promise<unknown>): Promise<void> => {
  const ended = next(element, 'timeline-range-change');
  await act();
  await ended;
  await drawn(element);
};

describe('more events than can be drawn', () => {
  it('are counted: a cell for each column that is not empty, which says what and how many', async () => {
    const element = await mount({}, { data: many });
    expect(laneNames(element)).to.deep.equal(['Side 0', 'Side 1', 'Side 2', 'Side 3', 'Side 4']);
    const cells = columns(element);
    expect(cells.length).to.be.within(20, 120);
    expect(has(element, '.cell[data-event]')).to.equal(false);
    for (const cell of cells) {
      expect(cell.getAttribute('aria-label')).to.match(/^.*20[12]\d: (at most )?[\d,]+( to [\d,]+)? events?, Side 0/);
      expect(cell.getAttribute('role')).to.equal('gridcell');
    }
    const starts = cells.map(startOf);
    expect(starts).to.deep.equal([...starts].sort((a, b) => a - b));
    expect(textOf(one(element, '.status'))).to.match(/20,000 of 20,000 events, counted by \w+; zoom in for each/);
  });

  it('say how many in each head, with those that have no date', async () => {
    const element = await mount({}, { data: many });
    const head = one(element, '.lane-label');
    const own = many.events.filter(({ actors }) => actors.join() === 'a0');
    const undated = own.filter(({ when }) => when === null).length;
    expect(head.getAttribute('aria-label')).to.equal(
      `Side 0, ${own.length.toLocaleString('en')} events, ${undated} without a date`,
    );
    expect(textOf(head)).to.equal(`Side 0 ${own.length.toLocaleString('en')} events`);
  });

  it('come with a legend of their own, and with that of dates only where dates are drawn', async () => {
    const element = await mount({}, { data: many });
    expect(all(element, '.legend-title').map(textOf)).to.deep.equal(['How to read the counts']);
    expect(all(element, '.legend li')).to.have.length(4);
    expect(all(element, '.legend svg')).to.have.length(4);
    const mixed = await mount(
      {},
      { data: { ...many, events: [...many.events, event('x', '2014-05-01', { actors: ['b'] })] } },
    );
    expect(all(mixed, '.legend-title').map(textOf)).to.deep.equal(['How to read the counts', 'How to read the dates']);
  });

  it('have one scale, or each lane its own', async () => {
    const element = await mount({}, { data: many });
    const before = one<HTMLCanvasElement>(element, '.surface').toDataURL();
    expect(button(element, 'Own scale').getAttribute('aria-pressed')).to.equal('true');
    button(element, 'One scale').click();
    await drawn(element);
    expect(button(element, 'One scale').getAttribute('aria-pressed')).to.equal('true');
    expect(one<HTMLCanvasElement>(element, '.surface').toDataURL()).not.to.equal(before);
    button(element, 'Own scale').click();
    await drawn(element);
    expect(one<HTMLCanvasElement>(element, '.surface').toDataURL()).to.equal(before);
    const single = await mount({}, { data: crowd(3000, 1) });
    expect(textOf(one(single, '.tools'))).not.to.contain('One scale');
  });

  it('keep the page small', async () => {
    const element = await mount({}, { data: crowd(100_000, 22) });
    const nodes = () => all(element, '*').length;
    expect(nodes()).to.be.below(1500);
    button(element, /14 more actors/).click();
    await drawn(element);
    expect(nodes()).to.be.below(1500);
    button(element, 'All 22 actors').click();
    await drawn(element);
    expect(nodes()).to.be.below(1500);
  }).timeout(30_000);
});

describe('a column', () => {
  it('is read out under the pointer, and no longer when it has gone', async () => {
    const element = await mount({}, { data: many });
    const picture = () =>
      ['.axis-surface', '.surface'].map((name) => one<HTMLCanvasElement>(element, name).toDataURL());
    const before = picture();
    await sendMouse({ type: 'move', position: [...middleOf(columns(element, 1)[10]!)] });
    await drawn(element);
    const [axis, lanes] = picture();
    expect(axis, 'on the axis').not.to.equal(before[0]);
    expect(lanes, 'in the lanes').not.to.equal(before[1]);
    await resetMouse();
    await new Promise((resolve) => setTimeout(resolve, 250));
    await drawn(element);
    expect(picture()).to.deep.equal(before);
  });

  it('is zoomed to by a click, told once, and again until its events are named', async () => {
    const element = await mount({}, { data: crowd(12_000, 2) });
    const log = record(element);
    const cell = columns(element)[20]!;
    const [start, end] = [startOf(cell), startOf(columns(element)[21])];
    await moved(element, () => clickAt(middleOf(cell)));
    const [from, to] = rangeOf(element);
    expect(from).to.be.closeTo(start, (end - start) * 0.1);
    expect(to).to.be.closeTo(end, (end - start) * 0.1);
    expect(log).to.deep.equal(['range user']);
    // Where something certainly is.
    const sure = () => columns(element, 1).find((column) => !/at most/.test(column.getAttribute('aria-label')!));
    for (let steps = 0; sure() && steps < 6; steps++) {
      await moved(element, () => click(sure()!));
    }
    expect(has(element, '[data-lane="1"] .cell[data-event]')).to.equal(true);
  }).timeout(20_000);

  it('that holds nothing finer is listed instead', async () => {
    const events = Array.from({ length: 200 }, (_, i) =>
      event(`x${i}`, i < 150 ? '2016-05-18' : `2016-05-${10 + (i % 15)}`),
    );
    const element = await mount({ from: '2016-05-10', to: '2016-05-25' }, { data: report(events) });
    const onTheDay = () => columns(element).find((cell) => /18 May|May 18/.test(cell.getAttribute('aria-label')!))!;
    await until(() => has(element, '.cell[data-bin]'));
    for (let steps = 0; has(element, '.chart') && steps < 4; steps++) {
      await clickAt(middleOf(onTheDay() ?? columns(element)[0]!));
      await new Promise((resolve) => setTimeout(resolve, 300));
      await drawn(element);
    }
    expect(has(element, '.list')).to.equal(true);
    expect(focused(element)!.closest('.section')!.textContent).to.match(/May 18, 2016|18 May 2016/);
  });

  it('can be panned over: a drag is no click', async () => {
    const element = await mount({}, { data: many });
    const before = rangeOf(element);
    const [x, y] = middleOf(columns(element)[20]!);
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [x - 60, y] });
    await moved(element, () => sendMouse({ type: 'up' }));
    const after = rangeOf(element);
    expect(after[1] - after[0]).to.be.closeTo(before[1] - before[0], 1000);
    expect(after[0]).to.be.above(before[0]);
  });
});

describe('keys over columns', () => {
  it('walk from one to the next and to the ends of the lane', async () => {
    const element = await mount({}, { data: many });
    const starts = columns(element).map(startOf);
    one(element, '.grid [tabindex="0"]').focus();
    await press(element, 'Home');
    expect(startOf(focused(element))).to.equal(starts[0]);
    for (const start of starts.slice(1, 5)) {
      await press(element, 'ArrowRight');
      expect(startOf(focused(element))).to.equal(start);
    }
    await press(element, 'ArrowLeft');
    expect(startOf(focused(element))).to.equal(starts[3]);
    await press(element, 'End');
    expect(startOf(focused(element))).to.equal(starts.at(-1));
    expect(all(element, '.grid [tabindex="0"]')).to.have.length(1);
  });

  it('follow the eye where time runs to the left', async () => {
    const element = await mount({ dir: 'rtl' }, { data: many });
    const starts = columns(element).map(startOf);
    columns(element)[3]!.focus();
    await press(element, 'ArrowLeft');
    expect(startOf(focused(element))).to.equal(starts[4]);
    await press(element, 'ArrowRight');
    expect(startOf(focused(element))).to.equal(starts[3]);
    await press(element, 'Home');
    await press(element, 'ArrowRight');
    expect(focused(element)!.matches('.lane-head')).to.equal(true);
    await press(element, 'ArrowLeft');
    expect(startOf(focused(element))).to.equal(starts[0]);
  });

  it('go to the same time in the next lane', async () => {
    const element = await mount({}, { data: many });
    columns(element)[12]!.focus();
    const start = startOf(focused(element));
    await press(element, 'ArrowDown');
    expect(laneOf(element)).to.equal('Side 1');
    expect(startOf(focused(element))).to.equal(start);
    await press(element, 'ArrowUp');
    expect(laneOf(element)).to.equal('Side 0');
  });

  it('read out the column that they come to', async () => {
    const element = await mount({}, { data: many });
    const axis = () => one<HTMLCanvasElement>(element, '.axis-surface').toDataURL();
    const before = axis();
    one(element, '.grid [tabindex="0"]').focus();
    await press(element, 'ArrowRight');
    expect(axis()).not.to.equal(before);
    await press(element, 'Escape');
    expect(axis()).to.equal(before);
  });

  it('Enter zooms to a column and stays in its lane, down to named events', async () => {
    const element = await mount({}, { data: many });
    columns(element, 2)[15]!.focus();
    const start = startOf(focused(element));
    const before = rangeOf(element);
    await moved(element, () => sendKeys({ press: 'Enter' }));
    const [from, to] = rangeOf(element);
    expect(to - from).to.be.below((before[1] - before[0]) / 10);
    expect(start).to.be.within(from, to);
    expect(laneOf(element)).to.equal('Side 2');
    expect(focused(element)!.matches('.cell[tabindex="0"]')).to.equal(true);
    for (let steps = 0; focused(element)!.matches('[data-bin]') && steps < 6; steps++) {
      await moved(element, () => sendKeys({ press: 'Enter' }));
      expect(laneOf(element)).to.equal('Side 2');
    }
    expect(focused(element)!.matches('.cell[data-event]')).to.equal(true);
    await press(element, 'Enter');
    expect(has(element, '.event-title')).to.equal(true);
    await press(element, 'Escape');
    expect(laneOf(element)).to.equal('Side 2');
    await moved(element, () => sendKeys({ press: '0' }));
    expect(laneOf(element), 'zoomed out again').to.equal('Side 2');
    expect(focused(element)!.matches('.cell[data-bin]')).to.equal(true);
  }).timeout(20_000);
});

describe('a lane', () => {
  it('is made low and full again, by hand and by key', async () => {
    const element = await mount({}, { data: many });
    const heightOf = () => one(element, '[data-lane="1"] .lane-label').getBoundingClientRect().height;
    const full = heightOf();
    const head = one<HTMLButtonElement>(element, '[data-lane="1"] .lane-head');
    expect(textOf(head.querySelector('.name'))).to.equal('Side 1');
    expect(head.getAttribute('aria-expanded')).to.equal('true');
    await clickAt(middleOf(head));
    await drawn(element);
    expect(head.getAttribute('aria-expanded')).to.equal('false');
    expect(heightOf()).to.be.below(full * 0.6);
    columns(element, 1)[0]!.focus();
    await press(element, 'Home');
    await press(element, 'ArrowLeft');
    expect(focused(element)).to.equal(head);
    await press(element, 'Space');
    expect(head.getAttribute('aria-expanded')).to.equal('true');
    expect(heightOf()).to.equal(full);
    await press(element, 'ArrowDown');
    expect(focused(element)).to.equal(one(element, '[data-lane="2"] .lane-head'));
    await press(element, 'ArrowRight');
    expect(focused(element)).to.equal(columns(element, 2)[0]);
  });

  it('has no such button in a small report', async () => {
    const element = await mount();
    expect(has(element, '.lane-head')).to.equal(false);
  });

  it('stays under the pointer while a zoom gives others another height', async () => {
    const element = await mount({}, { data: crowd(3000, 6) });
    element.parentElement!.style.marginBottom = '3000px';
    const label = () => one(element, '[aria-label="Side 4"] .lane-label');
    label().scrollIntoView({ block: 'center', behavior: 'instant' });
    const { left, top, height } = label().getBoundingClientRect();
    const point: Point = [Math.round(left + 700), Math.round(top + height / 2)];
    const isUnder = () => {
      const box = label().getBoundingClientRect();
      return point[1] >= box.top - 2 && point[1] <= box.bottom + 2;
    };
    const heights = new Set<number>();
    for (let turns = 0; turns < 14; turns++) {
      await wheel(point, 0, -250, 'Ctrl');
      await drawn(element);
      heights.add(one(element, '.lanes').getBoundingClientRect().height);
      expect(isUnder(), `after ${turns} turns`).to.equal(true);
    }
    expect(heights.size, 'lanes did change').to.be.above(1);
    const still = scrollY;
    await moved(element, () => Promise.resolve(element.fit()));
    await frame();
    expect(scrollY, 'the page’s own doing scrolls nothing').to.equal(still);
  }).timeout(20_000);
});
