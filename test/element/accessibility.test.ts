import 'axe-core';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { themeTokens } from '../../src/view/theme-tokens.js';
import { coloursIn, contrast, rgbOf, type Rgb } from './support/colour.js';
import { crowd, event, manyEvents, report } from './support/data.js';
import {
  all,
  button,
  cdp,
  cell,
  drawn,
  emulateMedia,
  frame,
  mount,
  one,
  place,
  textOf,
  until,
} from './support/element.js';

const { axe } = window as unknown as { axe: { run(context: Element, options: RunOptions): Promise<AxeResults> } };

/** What the checker finds, in words: rule, place, reason. */
async function violations(element: Element): Promise<string[]> {
  const { violations, passes } = await axe.run(element, {
    resultTypes: ['violations'],
    // The rest of the page is the test runner's.
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  expect(passes.length, 'rules that had something to check').to.be.above(8);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${String(target)} ${failureSummary}`),
  );
}

const states: Readonly<Record<string, () => Promise<ReportTimelineElement>>> = {
  'the chart': () => mount(),
  'the chart at medium width': () => mount({ view: 'chart' }, { width: 620 }),
  'the list': () => mount({ view: 'list' }),
  'two accounts side by side': () => mount({ event: 'e24' }),
  'two accounts in the list, in Arabic': () => mount({ event: 'e04', lang: 'ar-SY', view: 'list' }, { width: 340 }),
  'the end of a story, in the dark': async () => {
    const element = await mount({ theme: 'dark' });
    button(element, 'Previous event').click();
    await drawn(element);
    return element;
  },
  'the list in a narrow container': () => mount({}, { width: 320 }),
  'open details': () => mount({ event: 'e12' }),
  'open details below': () => mount({ event: 'e24' }, { width: 800 }),
  'open details in the list': () => mount({ event: 'e28', view: 'list' }),
  'a lane that is off': async () => {
    const element = await mount();
    all(element, '.chip')[1]!.click();
    await drawn(element);
    return element;
  },
  'all lanes off': async () => {
    const element = await mount();
    for (const chip of all(element, '.chip')) chip.click();
    await drawn(element);
    return element;
  },
  loading: async () => {
    const realFetch = window.fetch.bind(window);
    window.fetch = () => new Promise(() => {});
    const element = place({ src: '/never.json' });
    await drawn(element);
    window.fetch = realFetch;
    return element;
  },
  'an error': () => mount({ src: '/test-server/500.json' }),
  'no events': () => mount({}, { data: report([]) }),
  'an open account of problems': async () => {
    const element = await mount({}, { data: report([event('x', 'soon'), event('y', '2016-05-14')]) });
    button(element, 'Show details').click();
    await drawn(element);
    return element;
  },
  'an open account of a table': () => accountOf({}),
  'an open account of a table, in the dark': () => accountOf({ theme: 'dark' }),
  'an open account of a table, in a narrow container': () => accountOf({}, 340),
  'an open account of a table, in Arabic': () => accountOf({ lang: 'ar-SY' }),
  'dates that were read as the reader said': async () => {
    const element = await accountOf({});
    button(element, /^Day first/).click();
    await element.ready;
    await drawn(element);
    return element;
  },
  'an open account of remarks': async () => {
    const element = await mount(
      {},
      { data: report([event('x', '2016-05-14'), { id: 'y', title: 'Y', actors: ['a'] }]) },
    );
    button(element, 'Show details').click();
    await drawn(element);
    return element;
  },
  'many events': () => mount({}, { data: report(manyEvents(500)) }),
  'events that are counted': () => mount({}, { data: crowd(6000, 5) }),
  'events that are counted, at medium width, in the dark': () =>
    mount({ theme: 'dark' }, { data: crowd(6000, 5), width: 620 }),
  'events that are counted, in Arabic': () => mount({ lang: 'ar-SY' }, { data: crowd(6000, 5) }),
  'many lanes, folded': () => mount({}, { data: crowd(3000, 22) }),
  'many lanes, open': () => pressed({}, 22, /14 more actors/),
  'many lanes, open, in the dark': () => pressed({ theme: 'dark' }, 22, /14 more actors/),
  'the menu of lanes': () => pressed({}, 22, 'All 22 actors'),
  'the menu of lanes in Arabic': () => pressed({ lang: 'ar-SY' }, 22, /^الكل: /),
  'the menu of lanes in a list': () => pressed({ view: 'list', theme: 'dark' }, 22, 'All 22 actors'),
  'the filters': () => filtering({}),
  'the filters at medium width, in the dark': () => filtering({ theme: 'dark' }, 620),
  'the filters in a narrow container, in Arabic': () => filtering({ lang: 'ar-SY' }, 343),
  'no event that passes the filters': () => filtering({}, 1200, ['attack', 'exact day', 'alleged']),
  'lanes behind a button in a narrow container': async () => {
    const element = await mount({}, { width: 343 });
    button(element, 'All 5 actors').click();
    await drawn(element);
    return element;
  },
  'a range of the list that has no event': () =>
    mount({ view: 'list', from: '2011', to: '2012' }, { data: report([event('x', '2016-05-14')]) }),
  'a low lane': () => pressed({}, 5, /^Side 1/),
  'the answer to a search': () => searched('ceasefire'),
  'a search without an answer': () => searched('water'),
  'a list in pages': () => mount({ view: 'list' }, { data: report(manyEvents(100)) }),
  'the chart in Arabic': () => mount({ lang: 'ar-SY', event: 'e24' }),
  'the list in Arabic': () => mount({ lang: 'ar-SY', view: 'list', event: 'e28' }),
  'an error in Arabic': () => mount({ lang: 'ar-SY', src: '/test-server/404.json' }),
  'the chart in the dark': () => mount({ theme: 'dark', event: 'e24' }),
  'the help': () => helped({}),
  'the help in Arabic, in the dark': () => helped({ lang: 'ar-SY', theme: 'dark' }),
  'the help in a narrow container': () => helped({}, 340),
  'what can be saved, in the dark': () => exporting({ theme: 'dark', 'link-state': 't' }),
  'what can be saved, in Arabic in a narrow container': () => exporting({ lang: 'ar-SY' }, 340),
  'the table': () => mount({ view: 'table' }),
  'the table in Arabic': () => mount({ view: 'table', lang: 'ar-SY' }),
  'the table in the dark, with an open event': () => mount({ view: 'table', theme: 'dark', event: 'e24' }),
  'the table of many events': () => mount({ view: 'table' }, { data: crowd(3000, 5) }),
  'the list in the dark': () => mount({ theme: 'dark', view: 'list', event: 'e12' }),
  'an error in the dark': () => mount({ theme: 'dark', src: '/test-server/404.json' }),
};

/** Of a table with dates that are asked about, more problems than are listed, and one of another language. */
async function accountOf(attributes: Readonly<Record<string, string>>, width = 1200) {
  const rows = Array.from({ length: 30 }, (_, i) => `${i},last year,Side A,Event ${i},javascript:1`);
  const data = ['id,date,actor,title,url', 'x,05/06/2019,Side A,T,', 'y,العام الماضي,Side B,U,', ...rows].join('\n');
  const element = await mount({ lang: 'en', ...attributes }, { data, width });
  one<HTMLButtonElement>(element, '.issues-line button').click();
  await drawn(element);
  return element;
}

/** With the panel of filters open, all of a facet shown, and some values chosen: by default the first two there are. */
async function filtering(attributes: Readonly<Record<string, string>>, width = 1200, names: readonly string[] = []) {
  const element = await mount(attributes, { width });
  one<HTMLButtonElement>(element, '.facet-menu > button').click();
  await drawn(element);
  one<HTMLButtonElement>(element, '.facet .link').click();
  await drawn(element);
  const labels = all<HTMLLabelElement>(element, '.facet label');
  const chosen = labels.filter((label) => names.includes(textOf(label.querySelector('.value'))));
  for (const label of names.length > 0 ? chosen : labels.slice(0, 2)) label.click();
  await drawn(element);
  return element;
}

async function exporting(attributes: Readonly<Record<string, string>>, width = 1200) {
  const element = await mount(attributes, { width });
  one(element, '.export > button').click();
  await drawn(element);
  return element;
}

async function helped(attributes: Readonly<Record<string, string>>, width = 1200) {
  const element = await mount(attributes, { width });
  one(element, '.help-button').click();
  await drawn(element);
  expect(one<HTMLDialogElement>(element, 'dialog').open).to.equal(true);
  return element;
}

/** With a button pressed. */
async function pressed(attributes: Readonly<Record<string, string>>, lanes: number, name: string | RegExp) {
  const element = await mount(attributes, { data: crowd(3000, lanes) });
  button(element, name).click();
  await drawn(element);
  return element;
}

async function searched(text: string) {
  const element = await mount({}, { data: crowd(3000, 5) });
  const field = one<HTMLInputElement>(element, '.search input');
  field.value = text;
  field.dispatchEvent(new InputEvent('input'));
  while (!/match/.test(textOf(one(element, '.status')))) await drawn(element);
  return element;
}

describe('axe finds nothing in', () => {
  for (const [name, create] of Object.entries(states)) {
    it(name, async () => {
      expect(await violations(await create())).to.deep.equal([]);
    }).timeout(20_000);
  }

  describe('the reader’s own colours:', () => {
    const force = (value: 'active' | 'none') =>
      cdp('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
    beforeEach(() => force('active'));
    afterEach(() => force('none'));
    for (const name of ['the chart', 'the list', 'the table', 'open details', 'the help', 'events that are counted']) {
      it(name, async () => {
        expect(await violations(await states[name]!())).to.deep.equal([]);
      }).timeout(20_000);
    }
  });

  it('and does find a fault where there is one', async () => {
    const element = await mount({ view: 'list' });
    one(element, '.item-title').replaceChildren();
    expect((await violations(element)).join()).to.contain('button-name');
  });
});

interface AxNode {
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly ignored: boolean;
}

describe('who hears the chart', () => {
  const tree = async () => {
    const { nodes } = await cdp<{ nodes: AxNode[] }>('Accessibility.getFullAXTree');
    return nodes
      .filter(({ ignored }) => !ignored)
      .map(({ role, name }) => [role?.value ?? '', name?.value ?? ''] as const);
  };
  const named = (nodes: Awaited<ReturnType<typeof tree>>, role: string) =>
    nodes.filter(([own]) => own === role).map(([, name]) => name);

  it('finds a named region, a heading, and a grid with a row a lane and a cell an event', async () => {
    const element = await mount();
    const nodes = await tree();
    expect(named(nodes, 'region')).to.include('Deir ez-Zor, May 2016: who did what, and when');
    expect(named(nodes, 'heading')).to.include('Deir ez-Zor, May 2016: who did what, and when');
    expect(named(nodes, 'grid')).to.deep.equal(['Events by lane, in the order of time']);
    expect(named(nodes, 'row')).to.deep.equal([
      'Syrian government',
      'ISIS',
      'Russian air force',
      'US-led coalition',
      'Actor not stated',
    ]);
    const cells = named(nodes, 'gridcell');
    expect(cells).to.have.length(34);
    for (const { title } of element.events) {
      const { en } = title as { en: string };
      expect(cells.filter((name) => name.includes(en)).length, en).to.be.above(0);
    }
    expect(named(nodes, 'canvas'), 'the canvas is not there for them').to.deep.equal([]);
    for (const role of ['button', 'link', 'gridcell', 'heading']) {
      expect(
        named(nodes, role).filter((name) => name.trim() === ''),
        `${role} without a name`,
      ).to.deep.equal([]);
    }
  });

  it('hears one count a chip', async () => {
    await mount();
    const chips = named(await tree(), 'button').filter((name) => /Syrian government|ISIS/.test(name));
    expect(chips).to.deep.equal(['Syrian government 18 events', 'ISIS 11 events']);
  });

  it('hears what changed in one status line, politely', async () => {
    const element = await mount();
    const statuses = all(element, '[role=status], [aria-live]');
    expect(statuses).to.have.length(1);
    element.fit();
    await until(() => /33 of 33 events/.test(textOf(statuses[0])));
    expect(textOf(statuses[0])).to.contain(textOf(one(element, '.status strong')));
  });
});

describe('targets', () => {
  it('are 24 by 24 pixels or more', async () => {
    for (const element of [await mount({ event: 'e24' }), await mount({ event: 'e24' }, { width: 360 })]) {
      const small = all(element, 'button, .cell').filter((target) => {
        // A link within a sentence may be as high as its line.
        if (target.matches('.link')) return false;
        const { width, height } = target.getBoundingClientRect();
        return width < 24 || height < 24;
      });
      expect(small.map((target) => `${target.className} ${textOf(target)}`)).to.deep.equal([]);
    }
  });

  it('are as large in the tools for many events; columns are as wide as time is, and as high as their lane', async () => {
    const element = await mount({}, { data: crowd(3000, 22) });
    for (const name of ['All 22 actors', /14 more actors/]) {
      button(element, name).click();
      await drawn(element);
    }
    const small = all(element, 'button, .panel label, .field').filter((target) => {
      const { width, height } = target.getBoundingClientRect();
      return (width < 24 || height < 24) && height > 0;
    });
    expect(small.map((target) => `${target.className} ${textOf(target)}`)).to.deep.equal([]);
    for (const column of all(element, '.cell[data-bin]')) {
      const { width, height } = column.getBoundingClientRect();
      expect(width).to.be.at.least(7);
      expect(height).to.be.at.least(24);
    }
  });

  it('of the grid do not lie on each other', async () => {
    const element = await mount();
    const boxes = all(element, '.cell').map((target) => target.getBoundingClientRect());
    const overlaps = boxes.flatMap((a, i) =>
      boxes
        .slice(i + 1)
        .filter((b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1),
    );
    expect(overlaps).to.have.length(0);
  });
});

describe('contrast', () => {
  for (const scheme of ['light', 'dark'] as const) {
    it(`of the tokens: text 4.5 : 1 and marks 3 : 1 on paper, zebra and tint, ${scheme}`, () => {
      const tokens = themeTokens[scheme];
      const grounds = ['paper', 'zebra', 'tint'] as const;
      const onAll = (name: keyof typeof tokens) =>
        Math.min(...grounds.map((ground) => contrast(rgbOf(tokens[name]), rgbOf(tokens[ground]))));
      for (const name of ['ink', 'ink-2', 'ink-3'] as const) expect(onAll(name), name).to.be.at.least(4.5);
      for (const hue of [0, 1, 2, 3, 4, 5, 6, 7] as const)
        expect(onAll(`actor-${hue}`), `actor-${hue}`).to.be.at.least(3);
      // Edges of controls and the ring stand on paper and zebra.
      expect(contrast(rgbOf(tokens.focus), rgbOf(tokens.paper))).to.be.at.least(3);
      expect(contrast(rgbOf(tokens.focus), rgbOf(tokens.tint))).to.be.at.least(3);
      expect(contrast(rgbOf(tokens.edge), rgbOf(tokens.paper))).to.be.at.least(3);
    });

    it(`of all text in the page, as the browser has it: 4.5 : 1, ${scheme}`, async () => {
      const element = await mount({ theme: scheme, event: 'e12' });
      const low = all(element, '.root *').flatMap((node) => {
        const hasText = [...node.childNodes].some(
          ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue!.trim(),
        );
        if (!hasText || node.closest('svg, [hidden], .unseen')) return [];
        let ground: Element | null = node;
        while (ground && /rgba\(0, 0, 0, 0\)|transparent/.test(getComputedStyle(ground).backgroundColor))
          ground = ground.parentElement;
        const behind = ground ? getComputedStyle(ground).backgroundColor : 'white';
        const ratio = contrast(rgbOf(getComputedStyle(node).color), rgbOf(behind));
        return ratio < 4.5 ? [`${node.className.toString()} ${ratio.toFixed(2)}`] : [];
      });
      expect(low).to.deep.equal([]);
    });

    it(`of marks as they are painted: 3 : 1 in every lane, ${scheme}`, async () => {
      const element = await mount({ theme: scheme });
      const paper = rgbOf(themeTokens[scheme].paper);
      const seen = lanesOf(element).map((colours) => strongest(colours, paper, scheme));
      expect(seen).to.have.length(5);
      for (const { ratio, share } of seen) {
        expect(ratio).to.be.at.least(3);
        expect(share, 'pixels of marks with 3 : 1').to.be.above(0.0005);
      }
    });
  }

  /** The colours in each lane's band of the plot, names and marks, without the column of lane names. */
  function lanesOf(element: ReportTimelineElement): Map<string, number>[] {
    const canvas = one<HTMLCanvasElement>(element, '.surface');
    canvas.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { top } = canvas.getBoundingClientRect();
    return all(element, '.lane-label').map((label) => {
      const box = label.getBoundingClientRect();
      return coloursIn(canvas, Math.round(box.top - top), Math.round(box.height), 160);
    });
  }

  function strongest(colours: Map<string, number>, ground: Rgb, scheme: 'light' | 'dark') {
    const ink = String(rgbOf(themeTokens[scheme].ink));
    let [ratio, strong, total] = [0, 0, 0];
    for (const [colour, count] of colours) {
      total += count;
      // Names are ink; the marks are what is asked for.
      if (colour === ink) continue;
      const own = contrast(colour.split(',').map(Number) as unknown as Rgb, ground);
      ratio = Math.max(ratio, own);
      if (own >= 3) strong += count;
    }
    return { ratio, share: strong / Math.max(1, total) };
  }
});

describe('the reader’s own colours', () => {
  const force = (value: 'active' | 'none') =>
    cdp('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
  afterEach(() => force('none'));

  it('leave every mark visible', async () => {
    await force('active');
    const element = await mount();
    await drawn(element);
    const canvas = one<HTMLCanvasElement>(element, '.surface');
    const ground = rgbOf(getComputedStyle(one(element, '.root')).backgroundColor);
    canvas.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { top } = canvas.getBoundingClientRect();
    for (const label of all(element, '.lane-label')) {
      const box = label.getBoundingClientRect();
      const colours = coloursIn(canvas, Math.round(box.top - top), Math.round(box.height), 160);
      const strong = [...colours].filter(
        ([colour]) => contrast(colour.split(',').map(Number) as unknown as Rgb, ground) >= 4.5,
      );
      const pixels = strong.reduce((sum, [, count]) => sum + count, 0);
      expect(pixels, textOf(label)).to.be.above(150);
    }
  });

  it('come and go while the element is there', async () => {
    const element = await mount();
    const canvas = one<HTMLCanvasElement>(element, '.surface');
    const before = canvas.toDataURL();
    await force('active');
    await frame();
    await drawn(element);
    expect(canvas.toDataURL()).not.to.equal(before);
    await force('none');
    await frame();
    await drawn(element);
    expect(canvas.toDataURL()).to.equal(before);
  });
});

describe('narrow and enlarged', () => {
  it('fits 320 pixels in all states, without scrolling sideways', async () => {
    for (const attributes of [
      {},
      { view: 'chart' },
      { event: 'e12' },
      { lang: 'ar-SY', event: 'e24' },
      { src: '/test-server/404.json' },
    ]) {
      const element = await mount(attributes, { width: 320 });
      const right = element.getBoundingClientRect().right + 1;
      const left = element.getBoundingClientRect().left - 1;
      const out = all(element, '.root *').filter((node) => {
        if (node.closest('svg, .lanes, .overview, .axis, .unseen, [hidden]')) return false;
        const box = node.getBoundingClientRect();
        return box.width > 1 && (box.right > right || box.left < left);
      });
      expect(
        out.map((node) => `${JSON.stringify(attributes)} ${node.tagName} ${node.className.toString()}`),
      ).to.deep.equal([]);
    }
  }).timeout(20_000);

  it('keeps to the reader’s wish for less motion in styles too', async () => {
    await emulateMedia({ reducedMotion: 'reduce' });
    const element = await mount({ event: 'e24' });
    const moving = all(element, '.root, .root *').filter((node) => {
      const { transitionDuration, animationDuration, animationName } = getComputedStyle(node);
      return (
        parseFloat(transitionDuration) > 0.01 || (animationName !== 'none' && parseFloat(animationDuration) > 0.01)
      );
    });
    await emulateMedia({ reducedMotion: 'no-preference' });
    expect(moving.map((node) => node.className.toString())).to.deep.equal([]);
    expect(cell(element, 'e24').getAttribute('aria-selected')).to.equal('true');
  });
});
