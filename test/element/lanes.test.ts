import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { crowd, event, report } from './support/data.js';
import { all, button, click, drawn, has, laneNames, mount, one, record, textOf } from './support/element.js';

const data = crowd(6000, 22);
const focused = (element: ReportTimelineElement) => element.shadowRoot!.activeElement;
const laneOf = (element: ReportTimelineElement) => focused(element)?.closest('[data-lane]')?.getAttribute('aria-label');
const press = async (element: ReportTimelineElement, ...keys: string[]): Promise<void> => {
  for (const press of keys) await sendKeys({ press });
  await drawn(element);
};
async function openMenu(element: ReportTimelineElement): Promise<void> {
  await click(one(element, '.menu > button'));
  await drawn(element);
}
async function find(element: ReportTimelineElement, text: string): Promise<string[]> {
  const field = one<HTMLInputElement>(element, '.panel .field');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await drawn(element);
  return all(element, '.panel li .chip-name').map(textOf);
}

/** One event in each of very many lanes. */
const thousands = (count: number) =>
  report(
    Array.from({ length: count }, (_, i) => event(`n${i}`, `20${10 + (i % 9)}-05-14`, { actors: [`a${i}`] })),
    { actors: Array.from({ length: count }, (_, i) => ({ id: `a${i}`, name: `Group ${i}` })) },
  );

describe('many lanes', () => {
  it('are folded behind one that counts them, which opens and closes and keeps the focus', async () => {
    const element = await mount({}, { data });
    expect(laneNames(element)).to.have.length(9);
    expect(laneNames(element).at(-1)).to.equal('14 more actors');
    const fold = button(element, /14 more actors/);
    expect(fold.getAttribute('aria-expanded')).to.equal('false');
    const count = (label: Element) =>
      Number(/([\d,]+) events/.exec(label.getAttribute('aria-label')!)![1]!.replace(',', ''));
    expect(all(element, '.lane-label').reduce((sum, label) => sum + count(label), 0)).to.equal(6000);

    await click(fold);
    await drawn(element);
    expect(laneNames(element)).to.have.length(22);
    expect(laneOf(element), 'at the first that was folded').to.equal(laneNames(element)[8]);
    const fewer = all(element, 'button').filter((node) => textOf(node) === 'Show fewer');
    expect(fewer).to.have.length(2);
    await click(fewer[1]!);
    await drawn(element);
    expect(laneNames(element)).to.have.length(9);
    expect(focused(element)).to.equal(button(element, /14 more actors/));
  });

  it('have a menu instead of chips', async () => {
    const element = await mount({}, { data });
    expect(has(element, '.chip')).to.equal(false);
    const log = record(element);
    const opener = button(element, 'All 22 actors');
    expect(opener.getAttribute('aria-expanded')).to.equal('false');
    await openMenu(element);
    expect(opener.getAttribute('aria-expanded')).to.equal('true');
    const items = all(element, '.panel li');
    expect(items).to.have.length(22);
    expect(all(element, '.panel label').map(textOf)[0]).to.match(/^Side 0 [\d,]+$/);

    await click(all(element, '.panel [type=checkbox]')[1]!);
    await drawn(element);
    expect(laneNames(element)).not.to.include('Side 1');
    expect(textOf(opener)).to.equal('21 of 22 actors');
    expect(log).to.deep.equal(['filter user a1']);
    expect(has(element, '.panel'), 'stays open').to.equal(true);

    await click(button(element, 'Hide all'));
    await drawn(element);
    expect(textOf(opener)).to.equal('0 of 22 actors');
    expect(textOf(one(element, '.message'))).to.contain('Everything is switched off');
    await click(all(element, '.panel [type=checkbox]')[3]!);
    await drawn(element);
    expect(laneNames(element)).to.deep.equal(['Side 3']);
    await click(button(element, 'Show all'));
    await drawn(element);
    expect(laneNames(element)).to.have.length(9);
  });

  it('that are twelve or fewer have chips and no fold', async () => {
    const element = await mount({}, { data: crowd(2000, 12) });
    expect(all(element, '.chip')).to.have.length(12);
    expect(laneNames(element)).to.have.length(12);
    expect(has(element, '.menu, .fold')).to.equal(false);
  });

  it('are found by name, whatever case and accents', async () => {
    const names = ['Émir’s guard', 'جبهة النصرة', 'أحرار الشام', 'Free Army'];
    const actors = Array.from({ length: 60 }, (_, i) => ({ id: `a${i}`, name: names[i] ?? `Group ${i}` }));
    const events = actors.map(({ id }, i) => event(`n${i}`, '2016-05-14', { actors: [id] }));
    const element = await mount({}, { data: report(events, { actors }) });
    await openMenu(element);
    expect(all(element, '.panel li')).to.have.length(40);
    expect(textOf(one(element, '.panel .quiet'))).to.equal('20 more: type to find');
    expect(await find(element, 'emir')).to.deep.equal(['Émir’s guard']);
    expect(await find(element, 'FREE')).to.deep.equal(['Free Army']);
    expect(await find(element, 'احرار')).to.deep.equal(['أحرار الشام']);
    expect(await find(element, 'نَصره')).to.deep.equal(['جبهة النصرة']);
    expect(await find(element, '5 group')).to.have.length(15);
    expect(textOf(one(element, '.panel .quiet'))).to.equal('');
    expect(await find(element, 'nobody')).to.deep.equal([]);
    expect(textOf(one(element, '.panel .quiet'))).to.equal('No name contains “nobody”.');
  });

  it('are brought out of the fold when looked for', async () => {
    const element = await mount({}, { data });
    const sides = Array.from({ length: 22 }, (_, i) => `Side ${i}`);
    const folded = sides.filter((name) => !laneNames(element).includes(name)).at(-1)!;
    await openMenu(element);
    await find(element, folded);
    await click(button(element, `Show its lane: ${folded}`));
    await drawn(element);
    expect(laneNames(element)).to.include(folded);
    expect(laneNames(element).at(-1)).to.equal('13 more actors');
    expect(has(element, '.panel')).to.equal(false);
    expect(laneOf(element)).to.equal(folded);
    const { top, bottom } = focused(element)!.getBoundingClientRect();
    expect(top).to.be.at.least(one(element, '.axis').getBoundingClientRect().bottom - 1);
    expect(bottom).to.be.at.most(innerHeight);
  });

  it('close their menu by Escape, by a press elsewhere, and when the focus leaves', async () => {
    const element = await mount({}, { data });
    const opener = one(element, '.menu > button');
    const isOpen = () => has(element, '.panel');
    opener.focus();
    await press(element, 'Enter');
    expect(isOpen()).to.equal(true);
    await press(element, 'Tab');
    expect(focused(element)).to.equal(one(element, '.panel .field'));
    await press(element, 'Escape');
    expect(isOpen()).to.equal(false);
    expect(focused(element)).to.equal(opener);
    await press(element, 'ArrowDown');
    expect(focused(element), 'down into it').to.equal(one(element, '.panel .field'));
    await press(element, 'Escape');

    await openMenu(element);
    await click(one(element, '.title'));
    await drawn(element);
    expect(isOpen()).to.equal(false);

    await openMenu(element);
    one(element, '.search input').focus();
    await drawn(element);
    expect(isOpen()).to.equal(false);

    await openMenu(element);
    await sendMouse({ type: 'click', position: [2, 2] });
    await drawn(element);
    expect(isOpen()).to.equal(false);
  });
});

describe('two thousand lanes', () => {
  it('have rows where they can be seen, and no more nodes than a few', async () => {
    const element = await mount({}, { data: thousands(2000) });
    expect(one(element, '.grid').getAttribute('aria-rowcount')).to.equal('9');
    button(element, /more actors/).click();
    await drawn(element);
    expect(one(element, '.grid').getAttribute('aria-rowcount')).to.equal('2000');
    const rows = () => all(element, '[data-lane]').map((row) => Number(row.getAttribute('aria-rowindex')));
    const nodes = () => all(element, '*').length;
    expect(rows().length).to.be.below(140);
    expect(nodes()).to.be.below(1500);
    const lanes = one(element, '.lanes');
    scrollTo({ top: lanes.getBoundingClientRect().top + scrollY + lanes.clientHeight / 2, behavior: 'instant' });
    await drawn(element);
    expect(Math.min(...rows().filter((row) => row > 20))).to.be.above(900);
    expect(nodes()).to.be.below(1500);
    const inWindow = all(element, '.lane-label').filter((label) => {
      const { top, bottom } = label.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    expect(inWindow.length * inWindow[0]!.getBoundingClientRect().height).to.be.at.least(innerHeight * 0.9);
  }).timeout(20_000);

  it('are walked from the first to the last, with the axis always above', async () => {
    const element = await mount({}, { data: thousands(2000) });
    button(element, /more actors/).click();
    await drawn(element);
    one(element, '.grid [tabindex="0"]').focus();
    const isSeen = () => {
      const { top, bottom } = focused(element)!.getBoundingClientRect();
      const axis = one(element, '.axis').getBoundingClientRect();
      expect(axis.top).to.be.at.least(-1);
      return top >= axis.bottom - 1 && bottom <= innerHeight + 1;
    };
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'End' });
    await sendKeys({ up: 'Control' });
    await drawn(element);
    expect(laneOf(element)).to.equal('Group 1999');
    expect(isSeen()).to.equal(true);
    await press(element, 'ArrowUp');
    expect(laneOf(element)).to.equal('Group 1998');
    expect(isSeen()).to.equal(true);
    await sendKeys({ down: 'Control' });
    await sendKeys({ press: 'Home' });
    await sendKeys({ up: 'Control' });
    await drawn(element);
    expect(laneOf(element)).to.equal('Group 0');
    expect(isSeen()).to.equal(true);
    // The row that has the focus stays when it is scrolled away.
    scrollTo({ top: document.documentElement.scrollHeight / 2, behavior: 'instant' });
    await drawn(element);
    expect(laneOf(element)).to.equal('Group 0');
  }).timeout(20_000);
});
