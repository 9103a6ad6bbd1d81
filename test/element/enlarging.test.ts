import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { all, cell, drawn, frame, has, mount, one, until } from './support/element.js';
import { cutOff, enlargeText, outside, overlapping, readersStyle, textSpacing } from './support/reading.js';
import { states } from './support/states.js';

const faultsOf = (element: ReportTimelineElement): string[] => [
  ...cutOff(element),
  ...overlapping(element),
  ...outside(element),
];

/** Until the labels have got the room that they ask for. */
async function settled(element: ReportTimelineElement): Promise<void> {
  for (let i = 0; i < 6; i++) {
    await frame();
    await drawn(element);
  }
}

describe('nothing is cut off, and no text lies on another,', () => {
  for (const [name, create] of Object.entries(states)) {
    it(`in ${name}`, async () => {
      expect(faultsOf(await create())).to.deep.equal([]);
    }).timeout(20_000);

    it(`with the reader’s own spacing of text, in ${name}`, async () => {
      const element = await create();
      readersStyle(element, textSpacing);
      await settled(element);
      const { letterSpacing } = getComputedStyle(one(element, '.root p'));
      expect(parseFloat(letterSpacing), 'the reader has the last word').to.be.above(1.3);
      expect(faultsOf(element)).to.deep.equal([]);
    }).timeout(20_000);

    it(`with text of twice the size, in ${name}`, async () => {
      const element = await create();
      enlargeText(element);
      await settled(element);
      expect(faultsOf(element)).to.deep.equal([]);
    }).timeout(20_000);
  }
});

describe('labels of lanes', () => {
  it('get the room that larger text needs, and give it back', async () => {
    const element = await mount();
    const heights = () => all(element, '.lane-label').map((label) => label.getBoundingClientRect().height);
    const before = heights();
    const takeAway = readersStyle(element, '.root * { line-height: 2.4 !important }');
    await until(() => heights().some((height, i) => height > before[i]!));
    await settled(element);
    expect(cutOff(element, '.lanes')).to.deep.equal([]);
    takeAway();
    await until(() => heights().every((height, i) => height === before[i]));
  });

  it('leave the chart as it is where nothing is enlarged: it is laid out once', async () => {
    const element = await mount();
    const before = one<HTMLElement>(element, '.lanes').style.height;
    await settled(element);
    expect(one<HTMLElement>(element, '.lanes').style.height).to.equal(before);
  });
});

describe('names on the chart', () => {
  const widthOf = (element: ReportTimelineElement, id: string): number =>
    cell(element, id).getBoundingClientRect().width;
  /** An event of one day: its row is as wide as its name. */
  const exact = 'e20';

  it('have the reader’s spacing too, and the room that it takes', async () => {
    const element = await mount();
    const before = widthOf(element, exact);
    const takeAway = readersStyle(element, textSpacing);
    await until(() => widthOf(element, exact) > before * 1.1);
    takeAway();
    await until(() => widthOf(element, exact) === before);
  });

  it('are as they were where the letters are Arabic, which join', async () => {
    const element = await mount({ lang: 'ar-SY' });
    const before = widthOf(element, exact);
    readersStyle(element, '.root, .root * { letter-spacing: 0.5em !important }');
    await settled(element);
    expect(widthOf(element, exact)).to.equal(before);
  });
});

describe('the whole page, enlarged', () => {
  afterEach(() => setViewport({ width: 1300, height: 1000 }));

  /** What a browser's zoom makes of a window 1280 pixels wide. */
  for (const percent of [200, 400]) {
    for (const lang of ['en', 'ar-SY']) {
      it(`to ${percent} % holds everything in its width, in ${lang}`, async () => {
        const width = 1280 / (percent / 100);
        await setViewport({ width, height: 1024 / (percent / 100) });
        const element = await mount({ lang, event: 'e24' }, { width: width - 16 });
        expect(has(element, percent === 400 ? '.list' : '.chart')).to.equal(true);
        expect(document.scrollingElement!.scrollWidth).to.be.at.most(width);
        expect(faultsOf(element)).to.deep.equal([]);
      });
    }
  }
});
