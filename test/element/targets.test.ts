import { expect } from 'chai';
import type { CSSResult } from 'lit';
import { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { all, drawn, has, mount, one } from './support/element.js';
import { states } from './support/states.js';
import { targetsOf, tooSmall } from './support/targets.js';

/**
 * The rules for a finger, for any hand or for none. The browser could be told that it has a touch screen, but once told
 * that it has none any more it takes no touch in the tests that follow.
 */
function setCoarse(isCoarse: boolean): void {
  const media = ReportTimelineElement.elementStyles
    .flatMap((style) => [...((style as CSSResult).styleSheet?.cssRules ?? [])])
    .filter((rule) => rule instanceof CSSMediaRule)
    .filter((rule) => /pointer: coarse|^all$/.test(rule.conditionText));
  expect(media.length).to.be.at.least(4);
  for (const rule of media) rule.media.mediaText = isCoarse ? 'all' : '(pointer: coarse)';
}

for (const hand of ['a mouse', 'a finger'] as const) {
  describe(`targets for ${hand}`, () => {
    before(() => setCoarse(hand === 'a finger'));
    after(() => setCoarse(false));

    for (const [name, create] of Object.entries(states)) {
      it(`have 24 by 24 pixels, or as much room to themselves, in ${name}`, async () => {
        const element = await create();
        expect(targetsOf(element).length).to.be.above(name === 'an error' ? 0 : 4);
        expect(tooSmall(element)).to.deep.equal([]);
      }).timeout(20_000);
    }

    it('of the toolbar and the details have 44 pixels for a finger, and 32 for a mouse', async () => {
      const least = hand === 'a finger' ? 44 : 32;
      for (const width of [1200, 360]) {
        const element = await mount({ event: 'e24' }, { width });
        const low = all(element, '.toolbar button, .search-field, .position button').filter(
          (target) => !target.matches('.link, .search-field > *') && target.getBoundingClientRect().height < least,
        );
        expect(low.map((target) => target.outerHTML.slice(0, 80))).to.deep.equal([]);
      }
    });
  });
}

describe('the measure of targets', () => {
  it('finds small ones that are close to each other, and passes those that have room', async () => {
    const element = await mount();
    const row = one(element, '.tools');
    const [first, second] = [0, 1].map(() => {
      const button = document.createElement('button');
      button.style.cssText = 'min-width:0;min-height:0;width:10px;height:10px;padding:0;margin:0 6px';
      row.append(button);
      return button;
    }) as unknown as [HTMLElement, HTMLElement];
    row.style.gap = '0';
    await drawn(element);
    expect(tooSmall(element)).to.have.length(2);
    second.style.marginInlineStart = '30px';
    first.style.marginInlineStart = '30px';
    expect(tooSmall(element)).to.deep.equal([]);
    expect(has(element, '.tools')).to.equal(true);
  });
});
