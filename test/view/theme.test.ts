import { expect } from 'chai';
import { createMeasure } from '../../src/view/measure-text.js';
import { resolveScheme, watchScheme } from '../../src/view/scheme.js';
import { forcedInk, themeTokens, tokenProperty } from '../../src/view/theme-tokens.js';
import { readTheme, staticTheme, variableTheme } from '../../src/view/theme.js';
import { cdp, emulateMedia } from '../support/input.js';

let host: HTMLElement;
beforeEach(() => {
  host = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  host.remove();
  document.body.style.removeProperty('color');
});

const setTokens = (tokens: Readonly<Record<string, string>>) => {
  for (const [name, value] of Object.entries(tokens)) host.style.setProperty(tokenProperty(name), value);
};

describe('a theme', () => {
  it('without a page has the tokens', () => {
    expect(staticTheme('dark').ink('actor-1')).to.equal(themeTokens.dark['actor-1']);
    expect(staticTheme('dark').isDark).to.equal(true);
    expect(staticTheme('light').fontFamily('heading', true)).to.contain('Naskh');
  });

  it('never leaves a mark without ink', () => {
    expect(staticTheme('light').ink('actor-99')).to.equal(themeTokens.light.ink);
  });

  it('in variables names them', () => {
    expect(variableTheme.ink('ink-2')).to.equal('var(--_ink-2)');
    expect(variableTheme.fontFamily('heading', true)).to.equal('var(--_serif-arabic)');
  });

  it('reads what the stylesheet says, and resolves what a canvas could not', () => {
    setTokens({ ...themeTokens.dark, 'actor-0': 'light-dark(red, lime)', edge: 'currentColor', sans: 'Gotham' });
    host.style.color = 'rgb(1, 2, 3)';
    host.style.colorScheme = 'dark';
    const theme = readTheme(host);
    expect(theme.ink('paper')).to.equal('#16181c');
    expect(theme.ink('actor-0')).to.equal('rgb(0, 255, 0)');
    expect(theme.ink('edge')).to.equal('rgb(1, 2, 3)');
    expect(theme.fontFamily('name', false)).to.equal('Gotham');
    expect(theme.fontFamily('name', true)).to.contain('Arabic');
    expect([theme.isDark, theme.isForced]).to.deep.equal([true, false]);
    expect(host.childNodes).to.have.length(0);
  });

  it('has contrast: text 4.5 : 1, marks and controls nearly 3 : 1, on paper and zebra', () => {
    const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
    const light = (hex: string) => {
      const [r, g, b] = [1, 3, 5].map((i) => channel(parseInt(hex.slice(i, i + 2), 16) / 255));
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
    };
    for (const tokens of Object.values(themeTokens)) {
      for (const [name, colour] of Object.entries(tokens)) {
        if (['paper', 'zebra', 'tint', 'hairline'].includes(name)) continue;
        for (const ground of [tokens.paper, tokens.zebra]) {
          const [low, high] = [light(colour), light(ground)].sort((a, b) => a - b);
          expect((high! + 0.05) / (low! + 0.05), name).to.be.at.least(name.startsWith('ink') ? 4.5 : 3);
        }
      }
    }
  });

  it('holds colours of the reader where they are forced', async () => {
    const force = (value: string) =>
      cdp('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    await force('active');
    setTokens(Object.fromEntries(Object.keys(themeTokens.light).map((name) => [name, forcedInk(name)])));
    const theme = readTheme(host);
    const [forced, paper, actor, ink] = [theme.isForced, theme.ink('paper'), theme.ink('actor-3'), theme.ink('ink')];
    const focus = theme.ink('focus');
    await force('none');
    expect(forced).to.equal(true);
    expect(actor).to.equal(ink);
    for (const colour of [paper, ink, focus]) expect(colour).to.match(/^rgb/);
    expect(paper).not.to.equal(ink);
    expect(focus).not.to.equal(ink);
  });
});

describe('the scheme', () => {
  it('follows the page and not the system', async () => {
    await emulateMedia({ colorScheme: 'dark' });
    document.body.style.color = '#222';
    expect(resolveScheme(host, 'auto')).to.equal('light');
    document.body.style.color = 'oklch(0.95 0.01 90)';
    expect(resolveScheme(host, 'auto')).to.equal('dark');
    expect(resolveScheme(host, 'light')).to.equal('light');
    await emulateMedia({ colorScheme: 'light' });
  });

  it('is asked for again when the inherited colour changes, until stopped', async () => {
    const sentinel = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('span'));
    sentinel.style.transition = 'color 1ms';
    let isWaiting: (() => void) | undefined;
    let count = 0;
    const stop = watchScheme(sentinel, () => {
      count++;
      isWaiting?.();
    });
    document.body.style.color = 'rgb(20, 20, 20)';
    getComputedStyle(sentinel).color;
    const changed = new Promise<void>((resolve) => (isWaiting = resolve));
    document.body.style.color = 'rgb(240, 240, 240)';
    await changed;
    expect(resolveScheme(host, 'auto')).to.equal('dark');

    stop();
    const before = count;
    const ended = new Promise((resolve) => sentinel.addEventListener('transitionend', resolve, { once: true }));
    document.body.style.color = 'rgb(10, 10, 10)';
    await ended;
    expect(count).to.equal(before);
  });

  it('is asked for again when the system changes', async () => {
    const changed = new Promise<void>((resolve) => watchScheme(host, resolve));
    await emulateMedia({ colorScheme: 'dark' });
    await changed;
    await emulateMedia({ colorScheme: 'light' });
  });
});

describe('createMeasure(fontFamily)', () => {
  const measure = createMeasure((_, arabic) => (arabic ? '"Noto Sans Arabic"' : '"Noto Sans"'));

  it('measures as a canvas of the page draws', () => {
    const context = document.createElement('canvas').getContext('2d')!;
    context.font = '400 14.5px "Noto Sans Arabic"';
    expect(measure('قصف جوي', 'name', true)).to.equal(context.measureText('قصف جوي').width);
  });

  it('tells weights, sizes and scripts apart', () => {
    expect(measure('Strike', 'name-selected', false)).to.be.above(measure('Strike', 'name', false));
    expect(measure('Strike', 'name', false)).to.be.above(measure('Strike', 'note', false));
    expect(measure('', 'name', false)).to.equal(0);
  });

  it('measures a text once', () => {
    let asked = 0;
    const counting = createMeasure(() => (asked++, 'sans-serif'));
    expect(counting('a', 'name', false)).to.equal(counting('a', 'name', false));
    expect(asked).to.equal(1);
  });
});
