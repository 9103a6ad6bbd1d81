import { sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { strongTokens, themeTokens } from '../../src/view/theme-tokens.js';
import { coloursIn, contrast, rgbOf, type Rgb } from './support/colour.js';
import { crowd } from './support/data.js';
import { all, cdp, drawn, frame, mount, one, textOf } from './support/element.js';
import { ringOf, type Ring } from './support/pixels.js';
import { states } from './support/states.js';

/** The reader's settings under which everything is measured: what the page says, and what the system says. */
const looks = {
  light: { theme: 'light', media: {} },
  dark: { theme: 'dark', media: {} },
  'light, with more contrast': { theme: 'light', media: { 'prefers-contrast': 'more' } },
  'dark, with more contrast': { theme: 'dark', media: { 'prefers-contrast': 'more' } },
  'forced colours': { theme: 'auto', media: { 'forced-colors': 'active' } },
  'forced colours on black': { theme: 'auto', media: { 'forced-colors': 'active', 'prefers-color-scheme': 'dark' } },
} as const;

type Look = (typeof looks)[keyof typeof looks];

const setMedia = (media: Readonly<Record<string, string>>) =>
  cdp('Emulation.setEmulatedMedia', { features: Object.entries(media).map(([name, value]) => ({ name, value })) });

const isStrong = ({ media }: Look): boolean => 'prefers-contrast' in media;
const isForced = ({ media }: Look): boolean => 'forced-colors' in media;

/** What is seen as the control: the field for the search stands in a box with its buttons. */
const boxOf = (control: Element): Element => (control.matches('.field') && control.closest('.search-field')) || control;

/** What is painted behind a node. */
function groundOf(node: Element): Rgb {
  for (let own: Element | null = node; own; own = own.parentElement) {
    const { backgroundColor } = getComputedStyle(own);
    if (!/rgba\(0, 0, 0, 0\)|transparent/.test(backgroundColor)) return rgbOf(backgroundColor);
  }
  return [255, 255, 255];
}

describe('tokens for more contrast', () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`have 7 : 1 for text, 4.5 : 1 for marks and edges, 3 : 1 for hairlines on every ground, ${scheme}`, () => {
      const tokens: Record<string, string> = { ...themeTokens[scheme], ...strongTokens[scheme] };
      const grounds = ['paper', 'zebra', 'tint'].map((name) => rgbOf(tokens[name]!));
      const least = (name: string) => Math.min(...grounds.map((ground) => contrast(rgbOf(tokens[name]!), ground)));
      for (const [name] of Object.entries(tokens)) {
        if (['paper', 'zebra', 'tint'].includes(name)) continue;
        const wanted = name.startsWith('ink') ? 7 : name === 'hairline' ? 3 : 4.5;
        expect(least(name), name).to.be.at.least(wanted);
      }
    });
  }

  it('come and go while the element is there, also on the canvas', async () => {
    const element = await mount();
    const canvas = one<HTMLCanvasElement>(element, '.surface');
    const look = () => [canvas.toDataURL(), getComputedStyle(one(element, '.chip')).borderTopColor];
    const before = look();
    await setMedia({ 'prefers-contrast': 'more' });
    await frame();
    await drawn(element);
    const strong = look();
    await setMedia({ 'prefers-contrast': 'less' });
    await frame();
    await drawn(element);
    const weak = look();
    await setMedia({});
    expect(strong[0]).not.to.equal(before[0]);
    expect(strong[1]).to.equal(`rgb(${rgbOf(strongTokens.light.edge!).join(', ')})`);
    expect(weak).to.deep.equal(before);
  });
});

for (const [name, look] of Object.entries(looks)) {
  describe(`in ${name}`, () => {
    before(async () => {
      await setMedia(look.media);
      // So tall that nothing is scrolled, and every ring is in the window.
      await setViewport({ width: 1300, height: 1800 });
    });
    after(async () => {
      await setMedia({});
      await setViewport({ width: 1300, height: 1000 });
    });

    const attributes = look.theme === 'auto' ? {} : { theme: look.theme };

    const focused = async (node: HTMLElement): Promise<void> => {
      node.focus({ preventScroll: true });
      await frame();
      await frame();
    };

    function expectRing(ring: Ring, of: string): void {
      expect(ring.width, of).to.be.at.least(2);
      expect(ring.share, `${of}: how much of the ring is there`).to.be.at.least(0.95);
      expect(ring.inside, `${of}: beside the ring, within`).to.be.at.least(3);
      expect(ring.outside, `${of}: beside the ring, around`).to.be.at.least(3);
    }

    it('the ring around each event has 3 : 1 to all that it lies on', async () => {
      // Rows stand on paper and zebra, and after the report's date on tint; the selected one on tint as well.
      const element = await mount({ ...attributes, event: 'e24' });
      await sendKeys({ press: 'Tab' });
      // All of them where there are two schemes, and some where only the ring’s colour is another.
      const isSample = Object.keys(look.media).length > 0;
      for (const { dataset } of all(element, '.cell').filter((_, i) => !isSample || i % 4 === 0)) {
        const cell = one(element, `.cell[data-event="${dataset['event']}"]`);
        await focused(cell);
        expectRing(await ringOf(element), cell.getAttribute('aria-label')!.slice(0, 60));
      }
    }).timeout(60_000);

    it('the ring around columns of counts and heads of lanes as well', async () => {
      const element = await mount(attributes, { data: crowd(3000, 5) });
      await sendKeys({ press: 'Tab' });
      const columns = all(element, '.cell[data-bin]');
      for (const column of [columns[3]!, columns[40]!, columns[columns.length >> 1]!]) {
        await focused(column);
        expectRing(await ringOf(element), column.getAttribute('aria-label')!);
      }
      await focused(one(element, '.lane-head'));
      expectRing(await ringOf(element), 'a lane’s head');
    }).timeout(20_000);

    it('the ring around whatever else can be pressed', async () => {
      for (const state of ['the chart with an event open', 'the list with an event open', 'the table', 'the filters']) {
        const element = await (states[state] as (more?: object) => Promise<ReportTimelineElement>)();
        if (look.theme !== 'auto') element.theme = look.theme;
        await drawn(element);
        await sendKeys({ press: 'Tab' });
        const seen = new Set<string>();
        for (const target of all(element, 'button:enabled, .field, .details a, [type=checkbox]')) {
          // One of each kind: those that look the same have the same ring.
          const kind = `${target.tagName} ${target.className} ${target.parentElement!.className}`;
          if (seen.has(kind) || !target.checkVisibility() || target.getClientRects().length !== 1) continue;
          if (target.getBoundingClientRect().bottom > innerHeight - 8) continue;
          seen.add(kind);
          target.focus();
          await focused(target);
          if (element.shadowRoot!.activeElement !== target) continue;
          expectRing(await ringOf(element, boxOf(target)), `${state}: ${kind}`);
        }
        expect(seen.size).to.be.above(5);
        element.remove();
      }
    }).timeout(60_000);

    it('text has enough contrast wherever it stands', async () => {
      const least = isStrong(look) ? 7 : 4.5;
      for (const state of [
        'the chart with an event open',
        'the list with an event open',
        'the table',
        'the filters',
        'the help',
      ]) {
        const element = await states[state]!();
        if (look.theme !== 'auto') element.theme = look.theme;
        await drawn(element);
        const low = all(element, '.root *').flatMap((node) => {
          const isText = [...node.childNodes].some(
            (child) => child.nodeType === Node.TEXT_NODE && child.nodeValue!.trim(),
          );
          if (
            !isText ||
            node.closest('svg, [hidden], .unseen, :disabled, [aria-disabled=true]') ||
            !node.checkVisibility()
          )
            return [];
          const ratio = contrast(rgbOf(getComputedStyle(node).color), groundOf(node));
          return ratio < least ? [`${state}: ${node.tagName} ${node.className} ${ratio.toFixed(2)}`] : [];
        });
        expect([...new Set(low)]).to.deep.equal([]);
        element.remove();
      }
    }).timeout(20_000);

    it('controls have an edge, and those that are pressed differ from those that are not', async () => {
      const element = await mount({ ...attributes, event: 'e24' });
      all(element, '.chip')[1]!.click();
      await drawn(element);
      const faint = all(element, '.toolbar button, .toolbar .field, .position button').flatMap((control) => {
        const { borderTopColor, borderTopStyle, backgroundColor } = getComputedStyle(boxOf(control));
        if (control.matches('.bare, .link, :disabled, [aria-disabled=true]')) return [];
        const beside = groundOf(boxOf(control).parentElement!);
        const ratio = Math.max(contrast(rgbOf(borderTopColor), beside), contrast(rgbOf(backgroundColor), beside));
        return borderTopStyle === 'none' || ratio < 3
          ? [`${control.className} ${textOf(control)} ${ratio.toFixed(2)}`]
          : [];
      });
      expect(faint).to.deep.equal([]);
      // What else than colour tells: a ground with 3 : 1, a rule, a word.
      const [on, off] = ['true', 'false'].map((value) => one(element, `.tools [aria-pressed=${value}]`)) as [
        Element,
        Element,
      ];
      expect(contrast(groundOf(on), groundOf(off))).to.be.at.least(3);
      const [chip, other] = all(element, '.chip');
      expect(getComputedStyle(chip!).borderTopStyle).not.to.equal(getComputedStyle(other!).borderTopStyle);
      expect(textOf(other)).to.match(/off$/);
    });

    it('marks stand out from the ground in every lane', async () => {
      const element = await mount(attributes);
      const ground = groundOf(one(element, '.root'));
      const canvas = one<HTMLCanvasElement>(element, '.surface');
      const ink = rgbOf(getComputedStyle(one(element, '.root')).getPropertyValue('--_ink'));
      const { top } = canvas.getBoundingClientRect();
      for (const label of all(element, '.lane-label')) {
        const box = label.getBoundingClientRect();
        const colours = coloursIn(canvas, Math.round(box.top - top), Math.round(box.height), 160);
        let [strong, total] = [0, 0];
        for (const [text, count] of colours) {
          const colour = text.split(',').map(Number) as unknown as Rgb;
          total += count;
          // Names are ink; in forced colours marks are as well.
          if (String(colour) === String(ink) && !isForced(look)) continue;
          if (contrast(colour, ground) >= (isStrong(look) ? 4.5 : 3)) strong += count;
        }
        expect(strong / total, textOf(label)).to.be.above(0.0005);
      }
    });
  });
}

describe('in forced colours', () => {
  before(() => setMedia({ 'forced-colors': 'active' }));
  after(() => setMedia({}));

  it('kinds of dates are told apart by shape: no two marks of the legend look the same', async () => {
    const element = await mount();
    const pictures = await Promise.all(
      all<SVGSVGElement>(element, '.legend .figure').map(async (figure) => {
        const copy = figure.cloneNode(true) as SVGSVGElement;
        copy.style.color = 'black';
        const { width, height } = figure.getBoundingClientRect();
        // Colours are gone already: one for all actors.
        const text = new XMLSerializer()
          .serializeToString(copy)
          .replace(/var\(--_paper\)/g, 'white')
          .replace(/var\([^)]*\)/g, 'black');
        const image = new Image(width, height);
        image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
        await image.decode();
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d')!;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, width, height).data.join();
      }),
    );
    expect(pictures.length).to.be.above(6);
    expect(new Set(pictures).size).to.equal(pictures.length);
  });

  it('what is selected has an edge of its own, days keep their grounds, and lanes their patterns', async () => {
    const element = await mount({ event: 'e24' });
    const selected = one(element, '.cell[aria-selected=true]');
    expect(getComputedStyle(selected).outlineStyle).to.equal('dashed');
    const style = getComputedStyle(one(element, '.root'));
    const probe = (token: string): Rgb => rgbOf(style.getPropertyValue(`--_${token}`));
    expect(String(probe('zebra'))).not.to.equal(String(probe('paper')));
    expect(contrast(probe('ink'), probe('tint'))).to.be.at.least(7);
    const keys = all(element, '.chip .figure').map(({ innerHTML }) =>
      innerHTML.replace(/<!--.*?-->|fill="[^"]*"/g, ''),
    );
    expect(new Set(keys).size).to.equal(keys.length);
  });

  it('what the page puts into the element is coloured by the browser again', async () => {
    const footer = document.createElement('p');
    footer.slot = 'footer';
    footer.textContent = 'Of the page';
    await mount({}, { children: [footer] });
    expect(getComputedStyle(footer).forcedColorAdjust).to.equal('auto');
  });

  it('what cannot be pressed is grey as the reader has it', async () => {
    const element = await mount({ view: 'list' }, { data: crowd(200, 3) });
    const off = all<HTMLButtonElement>(element, '.pager [aria-disabled=true]');
    const grey = document.createElement('i');
    grey.style.color = 'GrayText';
    document.body.append(grey);
    const { color } = getComputedStyle(grey);
    grey.remove();
    expect(off.length).to.be.above(0);
    for (const button of off) expect(getComputedStyle(button).color).to.equal(color);
  });
});
