import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import { Announcer } from '../../src/element/controllers/announcer.js';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { crowd, manyEvents, report } from './support/data.js';
import {
  all,
  button,
  cell,
  click,
  drag,
  drawn,
  frame,
  mount,
  one,
  place,
  plotEdges,
  textOf,
  until,
} from './support/element.js';

/** Everything that is written into a region from now on, until the end of the test. */
function listen(region: Element): string[] {
  const said: string[] = [];
  const observer = new MutationObserver(() => {
    const text = textOf(region);
    if (text !== '') said.push(text);
  });
  observer.observe(region, { childList: true, characterData: true, subtree: true });
  open.push(observer);
  return said;
}
const open: MutationObserver[] = [];
afterEach(() => open.splice(0).forEach((observer) => observer.disconnect()));

const hear = (element: ReportTimelineElement): string[] => listen(one(element, '.announcer'));

/** What is said of an act; also what is said after it, if anything is. */
async function saidOf(element: ReportTimelineElement, act: () => unknown): Promise<readonly string[]> {
  const said = hear(element);
  await act();
  await until(() => said.length > 0);
  await silence();
  return [...said];
}

/** Longer than the voice waits: what had to be said has been said. */
async function silence(): Promise<void> {
  const start = performance.now();
  await until(() => performance.now() - start > 750);
}

async function type(element: ReportTimelineElement, text: string): Promise<void> {
  one(element, '.search input').focus();
  await sendKeys({ type: text });
}

const liveRegions = (element: ReportTimelineElement) => all(element, '[role=status], [aria-live], output, [role=log]');

describe('live words', () => {
  it('are none when the bundled report is there, nor when the pointer moves over it or the page is resized', async () => {
    const element = place();
    await drawn(element);
    const said = hear(element);
    await element.ready;
    await silence();
    element.parentElement!.style.width = '900px';
    await drawn(element);
    cell(element, 'e24').dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));
    await silence();
    expect(said).to.deep.equal([]);
  });

  for (const [lang, zoomIn, isis, list, expected] of [
    [
      'en',
      'Zoom in',
      /^ISIS/,
      'List',
      [
        'From 16 to 17 May 2016. 32 of 33 events; 14 start before this view; 30 end after this view; 1 lies outside this view.',
        'From 16 to 17 May 2016. 23 of 33 events; 11 start before this view; 21 end after this view; 10 hidden by the filter.',
        'From 16 to 17 May 2016. 23 of 33 events; 10 hidden by the filter.',
      ],
    ],
    [
      'ar-SY',
      'تكبير',
      /^داعش/,
      'قائمة',
      [
        'من ١٦ إلى ١٧ أيار ٢٠١٦. ٣٢ من ٣٣ حدثًا؛ يبدأ مدى ١٤ حدثًا قبل هذا العرض؛ ينتهي مدى ٣٠ حدثًا بعد هذا العرض؛ حدث واحد خارج هذا العرض.',
        'من ١٦ إلى ١٧ أيار ٢٠١٦. ٢٣ من ٣٣ حدثًا؛ يبدأ مدى ١١ حدثًا قبل هذا العرض؛ ينتهي مدى ٢١ حدثًا بعد هذا العرض؛ ١٠ أحداث مُخفاة.',
        'من ١٦ إلى ١٧ أيار ٢٠١٦. ٢٣ من ٣٣ حدثًا؛ ١٠ أحداث مُخفاة.',
      ],
    ],
  ] as const) {
    it(`say what is in view after a zoom, a filter, and a change of view, once each, ${lang}`, async () => {
      const element = await mount({ lang });
      const zoomed = await saidOf(element, () => click(button(element, zoomIn)));
      const filtered = await saidOf(element, () => click(button(element, isis)));
      const listed = await saidOf(element, () => click(button(element, list)));
      expect([...zoomed, ...filtered, ...listed]).to.deep.equal(expected);
      expect(one(element, '.announcer').closest('[lang]')!.getAttribute('lang')).to.equal(
        lang === 'en' ? 'en' : 'ar-SY',
      );
    });
  }

  it('say once where many frames of a pan have led, and nothing of one that led nowhere', async () => {
    const element = await mount();
    await silence();
    const said = hear(element);
    const { left, width } = plotEdges(element);
    const top = one(element, '.lanes').getBoundingClientRect().top + 300;
    const at = (share: number) => [left + width * share, top] as const;
    await drag(at(0.7), at(0.6), at(0.5), at(0.4), at(0.3));
    await until(() => said.length > 0);
    await silence();
    expect(said).to.have.length(1);
    expect(said[0]).to.equal(textOf(one(element, '.status')).replace(/;[^;]*names shown; zoom in/, ''));
    await drag(at(0.3), at(0.5), at(0.3));
    await silence();
    expect(said).to.have.length(1);
  });

  it('say what a search has found when the hand rests, and each result that a button leads to', async () => {
    const element = await mount();
    const found = await saidOf(element, () => type(element, 'hospital'));
    expect(found).to.have.length(1);
    expect(found[0]).to.match(/^From 14 to 19 May 2016\. \d of 33 events match the search\./);
    const next = await saidOf(element, () => click(button(element, 'Next result')));
    expect(next).to.have.length(1);
    expect(next[0]).to.match(/^1 of \d\. /);
    const none = await saidOf(element, () => type(element, 'xyzzy'));
    expect(none).to.deep.equal(['From 14 to 19 May 2016. 0 of 33 events match the search.']);
  });

  it('leave what the focus reads to the focus', async () => {
    const element = await mount();
    await silence();
    const said = hear(element);
    cell(element, 'e24').focus();
    for (const press of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'End', 'Enter', 'Escape']) {
      await sendKeys({ press });
      await drawn(element);
    }
    await silence();
    expect(said).to.deep.equal([]);
  });

  it('say that data were read where others were there, and not twice', async () => {
    const element = await mount();
    await silence();
    expect(await saidOf(element, () => (element.data = report(manyEvents(100))))).to.deep.equal(['100 events loaded.']);
    element.lang = 'ar-SY';
    expect(await saidOf(element, () => (element.data = report(manyEvents(11))))).to.deep.equal([
      'اكتمل التحميل: ١١ حدثًا.',
    ]);
    element.lang = 'en';
    expect(await saidOf(element, () => (element.data = report([])))).to.deep.equal(['This file has no events']);
  });

  it('say that one has to wait, and when it is over', async () => {
    const realFetch = window.fetch.bind(window);
    let answer!: (response: Response) => void;
    window.fetch = () => new Promise((resolve) => (answer = resolve));
    try {
      const element = place({ src: '/slow.json' });
      await drawn(element);
      const said = hear(element);
      await until(() => said.length > 0);
      expect(liveRegions(element)).to.have.length(1);
      answer(new Response(JSON.stringify(report(manyEvents(3)))));
      await element.ready;
      await silence();
      expect(said).to.deep.equal(['Loading the events…', '3 events loaded.']);
    } finally {
      window.fetch = realFetch;
    }
  });

  it('of a menu are how many names were found', async () => {
    const element = await mount({}, { data: crowd(2000, 60) });
    await click(one(element, '.menu > button'));
    await drawn(element);
    const find = async (text: string) => {
      const field = one<HTMLInputElement>(element, '.panel input');
      field.value = text;
      field.dispatchEvent(new InputEvent('input'));
      await frame();
    };
    expect(await saidOf(element, () => find('side 59'))).to.deep.equal(['1 actor']);
    expect(await saidOf(element, () => find('side'))).to.deep.equal(['20 more: type to find']);
    expect(await saidOf(element, () => find('nobody'))).to.deep.equal(['No name contains “nobody”.']);
    expect(liveRegions(element)).to.have.length(1);
  });

  it('have one place in every state', async () => {
    const states = [
      await mount(),
      await mount({ view: 'list', event: 'e24' }),
      await mount({ view: 'table' }),
      await mount({ lang: 'ar-SY', event: 'e24' }),
      await mount({}, { data: crowd(2000, 22) }),
      await mount({ controls: 'none' }),
      await mount({ lang: 'en' }, { data: 'date,actor,title\n05/06/2019,X,T\n06/07/2019,X,U' }),
    ];
    await click(one(states[4]!, '.menu > button'));
    for (const element of states) {
      await drawn(element);
      expect(liveRegions(element).map(({ className }) => className)).to.deep.equal(['unseen announcer']);
    }
  });

  it('are not said after the element has gone', async () => {
    const element = await mount();
    const said = hear(element);
    button(element, 'Zoom in').click();
    await drawn(element);
    element.remove();
    await silence();
    expect(said).to.deep.equal([]);
  });
});

describe('the announcer', () => {
  let shown = 'All';
  const create = () => {
    const region = document.createElement('p');
    shown = 'All';
    return [
      new Announcer(
        () => region,
        () => shown,
      ),
      listen(region),
    ] as const;
  };

  it('says the last of several answers, and the same answer again to another act', async () => {
    const [announcer, said] = create();
    announcer.say('Link copied');
    announcer.say('Table copied');
    await until(() => said.length === 1);
    announcer.say('Table copied');
    await until(() => said.length === 2);
    announcer.say(html`<b>A</b> template`);
    await until(() => said.length === 3);
    await silence();
    expect(said).to.deep.equal(['Table copied', 'Table copied', 'A template']);
  });

  it('says what is shown where it is other than before, which nobody need have heard', async () => {
    const [announcer, said] = create();
    announcer.follow(true);
    await silence();
    announcer.follow();
    await silence();
    expect(said, 'still all').to.deep.equal([]);
    shown = 'Some';
    announcer.follow();
    await until(() => said.length === 1);
    shown = 'Others';
    announcer.follow(true);
    await silence();
    shown = 'Some';
    announcer.follow();
    await until(() => said.length === 2);
    expect(said).to.deep.equal(['Some', 'Some']);
  });

  it('says the answer alone where an act changes what is shown too', async () => {
    const [announcer, said] = create();
    announcer.follow(true);
    await silence();
    shown = 'Some';
    announcer.follow();
    announcer.say('Event 3');
    announcer.follow();
    await until(() => said.length > 0);
    announcer.follow();
    await silence();
    expect(said).to.deep.equal(['Event 3']);
  });

  it('says what is shown now where a later act has overtaken an answer', async () => {
    const [announcer, said] = create();
    announcer.follow(true);
    await silence();
    announcer.say('33 events, sorted');
    const start = performance.now();
    await until(() => performance.now() - start > 250);
    shown = 'Sixteen';
    announcer.follow();
    await until(() => said.length > 0);
    await silence();
    expect(said).to.deep.equal(['Sixteen']);
  });

  it('says nothing of a wait that was none, and no more of one that failed', async () => {
    const [announcer, said] = create();
    announcer.await('Loading');
    announcer.arrive('3 events');
    await silence();
    expect(said, 'a first picture').to.deep.equal([]);
    announcer.await('Loading');
    announcer.arrive(null);
    await silence();
    expect(said, 'an alert says it').to.deep.equal([]);
    announcer.await('Loading');
    announcer.arrive('4 events');
    await until(() => said.length > 0);
    expect(said).to.deep.equal(['4 events']);
  });

  it('says that a wait is over that was heard, also when it had more to say of it', async () => {
    const [announcer, said] = create();
    announcer.await('Loading');
    await until(() => said.length > 0);
    announcer.await('75%');
    announcer.arrive('5 events');
    await until(() => said.length > 1);
    await silence();
    expect(said).to.deep.equal(['Loading', '5 events']);
  });
});
