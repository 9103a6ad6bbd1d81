import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { report, manyEvents, crowd } from './support/data.js';
import { mount, drawn, one, textOf, cell, rangeOf } from './support/element.js';
import { focused, focusedId, nameOf, laneOf, stops, press, moved, between, tabThrough } from './support/keys.js';

/** All of what has the focus is in the window, and nothing that sticks lies over it. */
function expectSeen(element: ReportTimelineElement, what: string): void {
  const node = focused(element)!;
  const box = node.getBoundingClientRect();
  const axis = one(element, '.axis').getBoundingClientRect();
  expect(box.top, `${what}: below the axis`).to.be.at.least(axis.bottom - 0.5);
  expect(box.bottom, `${what}: above the window's end`).to.be.at.most(innerHeight + 0.5);
  const lanes = one(element, '.lanes').getBoundingClientRect();
  expect(box.left, `${what}: its start`).to.be.at.least(lanes.left);
  expect(box.right, `${what}: its end`).to.be.at.most(lanes.right);
  expect(box.width * box.height, what).to.be.above(100);
}

for (const [lang, forward, back] of [
  ['en', 'ArrowRight', 'ArrowLeft'],
  ['ar-SY', 'ArrowLeft', 'ArrowRight'],
] as const) {
  describe(`a walk by keys alone, ${lang}`, () => {
    it('reaches each of the 33 events from a button of the page, and returns', async () => {
      const { element, before, after } = await between({ lang });
      const all33 = element.events.map(({ id }) => id).sort();
      expect(all33).to.have.length(33);
      while (!focused(element)?.matches('.cell')) await press(element, 'Tab');
      await press(element, 'Control+Home');

      const walk = async (step: string, nextLane: string, edge: string): Promise<string[]> => {
        const reached: string[] = [];
        for (let lane = laneOf(element); ; lane = laneOf(element)) {
          for (;;) {
            const id = focusedId(element)!;
            reached.push(id);
            expectSeen(element, `${id} in ${lane}`);
            expect(stops(element), id).to.deep.equal([focused(element)]);
            await press(element, step);
            // At the lane's end; before its first event stands its head.
            if (!focused(element)!.matches('.cell')) await press(element, forward);
            if (focusedId(element) === id) break;
          }
          await press(element, nextLane);
          if (laneOf(element) === lane) return reached;
          await press(element, edge);
        }
      };
      const there = await walk(forward, 'ArrowDown', 'Home');
      expect([...new Set(there)].sort()).to.deep.equal(all33);
      // The clash stands in two lanes.
      expect(there).to.have.length(34);
      await press(element, 'Control+End');
      expect(focusedId(element)).to.equal(there.at(-1));
      const returned = await walk(back, 'ArrowUp', 'End');
      expect(returned).to.deep.equal([...there].reverse());

      const last = focused(element);
      await tabThrough(element, after);
      await press(element, 'Shift+Tab');
      while (focused(element) !== last) await press(element, 'Shift+Tab');
      await tabThrough(element, before, 'Shift+Tab');
    }).timeout(90_000);

    it('does each thing that a key is for', async () => {
      const element = await mount({ lang });
      const first = cell(element, 'e25');
      first.focus();
      await press(element, 'End');
      expect(focusedId(element)).to.equal('e16');
      await press(element, 'Home');
      expect(focusedId(element)).to.equal('e25');
      await press(element, back);
      expect(focused(element)!.getAttribute('role'), 'the lane’s head').to.equal('rowheader');
      expect(nameOf(element)).to.equal(
        lang === 'en' ? 'Syrian government, 18 events, 3 with an exact day' : 'الحكومة السورية، ١٨ حدثًا، ٣ بيوم محدد',
      );
      expect(stops(element)).to.deep.equal([focused(element)]);
      await press(element, 'ArrowDown');
      expect([focused(element)!.getAttribute('role'), laneOf(element)]).to.deep.equal([
        'rowheader',
        lang === 'en' ? 'ISIS' : 'داعش',
      ]);
      await press(element, 'ArrowUp', forward);
      expect(focusedId(element)).to.equal('e25');
      await press(element, 'Control+End');
      expect(focusedId(element)).to.equal('e34');
      await press(element, 'Control+Home');
      expect(focusedId(element)).to.equal('e25');

      const [from, to] = rangeOf(element);
      await moved(element, () => press(element, 'PageUp'));
      expect(rangeOf(element)[0], 'earlier, whichever way time runs').to.be.below(from);
      await moved(element, () => press(element, 'PageDown'));
      expect(rangeOf(element)[0]).to.be.closeTo(from, 1000);
      expect(focusedId(element), 'in view again').to.equal('e25');
      await moved(element, () => press(element, '+'));
      expect(rangeOf(element)[1] - rangeOf(element)[0]).to.be.closeTo((to - from) / 2, 1000);
      await moved(element, () => press(element, '-'));
      expect(rangeOf(element)[1] - rangeOf(element)[0]).to.be.closeTo(to - from, 1000);
      await moved(element, () => press(element, '0'));
      expect(rangeOf(element)[1] - rangeOf(element)[0]).to.be.above(60 * 86_400_000);
      expect(focusedId(element)).to.equal('e25');
      for (const key of ['Enter', 'Space']) {
        await press(element, key);
        expect(focused(element), key).to.equal(one(element, '.event-title'));
        await press(element, 'Escape');
        expect(focusedId(element), `Escape after ${key}`).to.equal('e25');
      }
    }).timeout(20_000);
  });
}

describe('Tab', () => {
  for (const [what, attributes, data] of [
    ['the report', {}, undefined],
    ['the report in Arabic', { lang: 'ar-SY' }, undefined],
    ['an open event', { event: 'e24' }, undefined],
    ['counts', {}, crowd(6000, 5)],
    ['many lanes, folded', {}, crowd(3000, 22)],
    ['a view in which nothing is', { from: '1999-01-01', to: '1999-02-01' }, report(manyEvents(3))],
  ] as const) {
    it(`stops once in the chart of ${what}, forwards and backwards`, async () => {
      const { element, before, after } = await between(attributes, data);
      const inChart = (nodes: readonly HTMLElement[]) => nodes.filter((node) => node.closest('.chart'));
      const forth = await tabThrough(element, after);
      expect(inChart(forth)).to.have.length(1);
      expect(inChart(forth)[0]!.closest('[role=grid]')).not.to.equal(null);
      expect(new Set(forth).size, 'each place once').to.equal(forth.length);
      const back = await tabThrough(element, before, 'Shift+Tab');
      expect(back).to.deep.equal([...forth].reverse());
    }).timeout(20_000);
  }

  it('comes back to where it was', async () => {
    const { element, after } = await between();
    cell(element, 'e22').focus();
    await press(element, 'ArrowUp');
    const id = focusedId(element);
    expect(id).not.to.equal('e22');
    await tabThrough(element, after);
    while (!focused(element)?.closest('.chart')) await press(element, 'Shift+Tab');
    expect(focusedId(element)).to.equal(id);
  });

  it('does not stop at the button that opens the fold: arrows come to it', async () => {
    const element = await mount({}, { data: crowd(3000, 22) });
    one(element, '.grid [tabindex="0"]').focus();
    await press(element, 'Control+End', 'Home', 'ArrowLeft');
    expect(textOf(focused(element))).to.contain('14 more actors');
    expect(stops(element)).to.deep.equal([focused(element)]);
    await press(element, 'Enter');
    await drawn(element);
    expect(laneOf(element)).to.equal('Side 8');
    expect(stops(element)).to.deep.equal([focused(element)]);
  });
});
