import { expect } from 'chai';
import { ReportTimelineElement } from '../../src/index.js';
import { controlNames } from '../../src/element/controls.js';
import {
  all,
  cell,
  drawn,
  facts,
  has,
  laneNames,
  mount,
  one,
  picture,
  place,
  rangeOf,
  takeWarnings,
  textOf,
  until,
} from './support/element.js';

const day = (text: string) => Date.parse(`${text}T00:00Z`);
const english = (text: string | Readonly<Record<string, string>>) => (typeof text === 'string' ? text : text['en']!);

describe('the attribute', () => {
  describe('group-by', () => {
    const groups = {
      place: ['Place not stated', ({ places }) => places.map(({ name }) => english(name))],
      type: ['Kind not stated', ({ type }) => (type ? [english(type)] : [])],
      means: ['Means not stated', ({ means }) => means.map(english)],
      target: ['Target not stated', ({ targets }) => targets.map(({ id, name }) => (id ? id : english(name)))],
      certainty: [
        '',
        ({ certainty }) => [
          {
            reported: 'reported',
            alleged: 'alleged',
            presupposed: 'implied',
            disputed: 'disputed',
            retracted: 'retracted',
          }[certainty],
        ],
      ],
    } satisfies Record<string, [string, (event: ReportTimelineElement['events'][number]) => readonly string[]]>;

    for (const [value, [notStated, keysOf]] of Object.entries(groups)) {
      it(`"${value}" makes a lane of each, the fullest first and what is not stated last`, async () => {
        const element = await mount({ 'group-by': value, controls: 'none' });
        const keys = element.events.flatMap((event) => {
          const own = [...new Set(keysOf(event))];
          return own.length > 0 ? own : [notStated];
        });
        const counts = [...new Set(keys)].map((key) => keys.filter((other) => other === key).length);
        const shown = () => all(element, '.lane-label:not(.fold) .count').map((node) => parseInt(textOf(node)));
        const names = () => all(element, '.lane-label:not(.fold) .name').map((node) => textOf(node));
        const stated = names().at(-1) === notStated ? shown().slice(0, -1) : shown();
        expect(stated).to.deep.equal([...stated].sort((a, b) => b - a));
        expect(names().indexOf(notStated)).to.be.oneOf([-1, names().length - 1]);
        // Of more than a dozen the small ones are folded.
        expect(has(element, '.fold')).to.equal(counts.length > 12);
        all(element, '.fold .lane-head').forEach((fold) => fold.click());
        await drawn(element);
        expect(shown().sort((a, b) => b - a)).to.deep.equal(counts.sort((a, b) => b - a));
        if (value !== 'target') expect(names().sort()).to.deep.equal([...new Set(keys)].sort());
      });
    }

    it('"source" makes a lane of each outlet', async () => {
      const element = await mount({ 'group-by': 'source' });
      expect(laneNames(element)).to.deep.equal(['Akhbar Al Aan']);
    });
  });

  it('actors chooses lanes by id or name, in its own order', async () => {
    const element = await mount({ actors: 'not-stated, isis,Syrian Government' });
    expect(laneNames(element)).to.deep.equal(['Actor not stated', 'ISIS', 'Syrian government']);
    expect(all(element, '.chip')).to.have.length(3);
  });

  it('from and to say which range is shown first, whole days', async () => {
    const element = await mount({ from: '2016-05-16', to: '2016-05-17' });
    expect(rangeOf(element)).to.deep.equal([day('2016-05-16'), day('2016-05-18')]);
    expect(textOf(one(element, '.status'))).to.match(/^From 16 to 17 May 2016\./);
    element.from = '2016-03';
    element.to = '2016-05-19T12:00:00Z';
    await drawn(element);
    expect(rangeOf(element)).to.deep.equal([day('2016-03-01'), Date.parse('2016-05-19T12:00:01Z')]);
  });

  it('from alone leaves the other end where the events are dense', async () => {
    const usual = await mount();
    const element = await mount({ from: '2016-05-01' });
    expect(element.range!.from.getTime()).to.equal(day('2016-05-01'));
    expect(element.range!.to.getTime()).to.be.within(day('2016-05-19'), usual.range!.to.getTime());
  });

  it('event selects one', async () => {
    const element = await mount({ event: 'e28' });
    expect(textOf(one(element, '.event-title'))).to.equal('Al-Wadi Street shelled: two children, siblings, killed');
    expect(cell(element, 'e28').getAttribute('aria-selected')).to.equal('true');
    element.removeAttribute('event');
    await drawn(element);
    expect(has(element, '.event-title')).to.equal(false);
  });

  it('view chooses chart or list, at any width', async () => {
    expect(has(await mount({ view: 'list' }), '.list')).to.equal(true);
    expect(has(await mount({ view: 'chart' }, { width: 400 }), '.chart')).to.equal(true);
  });

  describe('controls', () => {
    const selectors = {
      heading: '.title',
      summary: '[part=summary]',
      filter: '.chips',
      search: '.search',
      view: '[role=group][aria-label=View]',
      zoom: '[role=group][aria-label=Zoom]',
      status: '.status',
      language: '.language',
      overview: '.overview',
      legend: '.legend',
      details: '.details',
      story: '.story',
      link: '.copy-link',
      export: '.export',
      help: '.help-button',
    } satisfies Record<(typeof controlNames)[number], string>;

    for (const name of controlNames) {
      it(`"${name}" shows that part and no other`, async () => {
        const element = await mount({ controls: name, 'link-state': 't' });
        const shown = controlNames.filter((other) => has(element, selectors[other]));
        expect(shown).to.deep.equal([name]);
        expect(has(element, '.cell')).to.equal(true);
      });
    }

    it('that is not there shows all, "none" shows none', async () => {
      const element = await mount({ 'link-state': 't' });
      const shown = () => controlNames.filter((name) => has(element, selectors[name]));
      expect(shown()).to.deep.equal([...controlNames]);
      element.controls = 'none';
      await drawn(element);
      expect(shown()).to.deep.equal([]);
    });
  });

  it('lang gives words and dates, dir follows it', async () => {
    const element = await mount({ lang: 'en-US', event: 'e24' });
    expect(textOf(one(element, '.event'))).to.contain('Sometime between May 14 and May 18, 2016, likely on May 14.');
    element.lang = 'en-GB';
    await drawn(element);
    expect(textOf(one(element, '.event'))).to.contain('Sometime between 14 and 18 May 2016, likely on 14 May.');
    element.lang = 'ar-SY';
    await drawn(element);
    expect([one(element, '.root').lang, one(element, '.root').dir]).to.deep.equal(['ar-SY', 'rtl']);
    expect(textOf(one(element, '.event'))).to.contain('١٤ أيار');
  });

  it('dir turns the page and time around, axis-direction time alone', async () => {
    const lasted = (id: string, when: string) => ({ id, when, title: id, actors: ['a'] });
    const events = [lasted('early', '2016-05-01/2016-05-05'), lasted('late', '2016-05-20/2016-05-25')];
    const element = await mount(
      { from: '2016-05-01', to: '2016-05-25' },
      { data: { events, actors: [{ id: 'a', name: 'A' }] } },
    );
    const middle = (box: DOMRect) => box.left + box.width / 2;
    const layout = () => {
      const [early, late] = ['early', 'late'].map((id) => middle(cell(element, id).getBoundingClientRect()));
      const lane = middle(one(element, '.lane-label').getBoundingClientRect());
      const chart = middle(one(element, '.lanes').getBoundingClientRect());
      return { time: early! < late! ? 'to the right' : 'to the left', names: lane < chart ? 'left' : 'right' };
    };
    expect(layout()).to.deep.equal({ time: 'to the right', names: 'left' });

    element.dir = 'rtl';
    await drawn(element);
    expect(one(element, '.root').dir).to.equal('rtl');
    expect(layout()).to.deep.equal({ time: 'to the left', names: 'right' });

    element.axisDirection = 'ltr';
    await drawn(element);
    expect(layout()).to.deep.equal({ time: 'to the right', names: 'right' });

    element.removeAttribute('dir');
    element.axisDirection = 'rtl';
    await drawn(element);
    expect(layout()).to.deep.equal({ time: 'to the left', names: 'left' });
  });

  it('theme chooses light or dark, and by default follows the page’s text', async () => {
    const element = await mount();
    const paper = () => getComputedStyle(one(element, '.root')).backgroundColor;
    const scheme = () => one(element, '.root').dataset['scheme'];
    const light = paper();
    element.theme = 'dark';
    await drawn(element);
    expect(scheme()).to.equal('dark');
    expect(paper()).not.to.equal(light);

    element.theme = null;
    document.body.style.color = '#eee';
    await drawn(element);
    expect(scheme()).to.equal('dark');
    document.body.style.color = '';
    await drawn(element);
    expect(scheme()).to.equal('light');
  });

  it('custom properties reach the drawing when the page changes them, colours and faces', async () => {
    const element = await mount();
    const measured = () => Number(/<text[^>]*font-family="[^"]*monospace/.test(element.toSVG()));
    expect([element.toSVG().includes('#010203'), measured()]).to.deep.equal([false, 0]);
    element.style.setProperty('--report-timeline-actor-1', '#010203');
    await until(() => /#010203|rgb\(1, ?2, ?3\)/.test(element.toSVG()));
    // From around it too, and back.
    document.body.style.setProperty('--report-timeline-font', 'monospace');
    await until(() => measured() === 1);
    document.body.style.removeProperty('--report-timeline-font');
    await until(() => measured() === 0);
  });

  it('heading replaces the title of the data, heading-level says how deep it stands', async () => {
    const element = await mount({ heading: 'Our own <b>words</b>', 'heading-level': '4' });
    const title = one(element, '.title');
    expect(textOf(title)).to.equal('Our own <b>words</b>');
    expect(title.getAttribute('aria-level')).to.equal('4');
    expect(one(element, '.legend-title').getAttribute('aria-level')).to.equal('5');
    expect(one(element, 'section.root').getAttribute('aria-label')).to.equal('Our own <b>words</b>');
    element.headingLevel = 1;
    element.heading = null;
    await drawn(element);
    expect(one(element, '.title').getAttribute('aria-level')).to.equal('1');
    expect(textOf(one(element, '.title'))).to.match(/^Deir ez-Zor/);
  });

  it('src loads other data', async () => {
    const element = await mount({ src: '/test-server/slow.json?ms=0' });
    expect(element.events.map(({ id }) => id)).to.deep.equal(['e']);
    expect(textOf(one(element, '.title'))).to.equal('Slow');
  });
});

const valid: Readonly<Record<string, string>> = {
  src: '/test-server/slow.json?ms=0',
  'group-by': 'type',
  actors: 'isis',
  from: '2016-05-16',
  to: '2016-05-17',
  event: 'e24',
  view: 'list',
  controls: 'zoom legend',
  lang: 'ar-SY',
  dir: 'rtl',
  'axis-direction': 'rtl',
  theme: 'dark',
  heading: 'Another',
};

describe('an attribute that changes later', () => {
  for (const [name, value] of Object.entries(valid)) {
    it(`is followed as if it had been there from the start, and forgotten when it goes: ${name}`, async () => {
      const plain = picture(await mount());
      const fromStart = picture(await mount({ [name]: value }));
      const element = await mount();
      element.setAttribute(name, value);
      await element.updateComplete;
      await element.ready;
      await drawn(element);
      expect(picture(element), 'changed later').to.deep.equal(fromStart);
      expect(fromStart, 'the change can be seen').not.to.deep.equal(plain);
      element.removeAttribute(name);
      await element.updateComplete;
      await element.ready;
      await drawn(element);
      expect(picture(element), 'removed').to.deep.equal(plain);
    }).timeout(20_000);
  }
});

describe('properties set before the tag is known', () => {
  it('count once it is', async () => {
    class LateElement extends ReportTimelineElement {}
    const early = document.createElement('late-timeline') as ReportTimelineElement;
    const box = document.createElement('div');
    box.className = 'place';
    box.style.width = '1200px';
    early.groupBy = 'certainty';
    early.heading = 'Early';
    early.headingLevel = 3;
    early.event = 'only';
    early.data = {
      events: [{ id: 'only', when: '2016-05-14', title: 'Only one', actors: ['a'], certainty: 'alleged' }],
      actors: [{ id: 'a', name: 'A' }],
    };
    document.body.append(box);
    box.append(early);
    customElements.define('late-timeline', LateElement);
    await early.ready;
    await drawn(early);
    expect(laneNames(early)).to.deep.equal(['alleged']);
    expect(textOf(one(early, '.title'))).to.equal('Early');
    expect(one(early, '.title').getAttribute('aria-level')).to.equal('3');
    expect(textOf(one(early, '.event-title'))).to.equal('Only one');
    expect(facts(early)).to.contain('How sure');

    early.heading = 'Later';
    await drawn(early);
    expect(textOf(one(early, '.title'))).to.equal('Later');
  });
});

const invalid: readonly (readonly [name: string, attributes: Readonly<Record<string, string>>])[] = [
  ['format', { format: 'excel' }],
  ['date-order', { 'date-order': 'dym' }],
  ['group-by', { 'group-by': 'party' }],
  ['actors', { actors: 'isis-k,nobody' }],
  ['from', { from: 'yesterday' }],
  ['to', { to: '2016-13' }],
  ['to', { from: '2016-05-17', to: '2016-05-16' }],
  ['event', { event: 'e99' }],
  ['view', { view: 'grid' }],
  ['controls', { controls: 'heading summary filter view zoom status language overview legend details find' }],
  ['lang', { lang: 'en_!' }],
  ['dir', { dir: 'sideways' }],
  ['axis-direction', { 'axis-direction': 'up' }],
  ['theme', { theme: 'blue' }],
  ['heading-level', { 'heading-level': '7' }],
  ['heading-level', { 'heading-level': 'two' }],
];

describe('an attribute with a value that is not valid', () => {
  for (const [name, attributes] of invalid) {
    it(`counts as its default, warns once, and is said: ${JSON.stringify(attributes)}`, async () => {
      const plain = picture(await mount());
      const element = await mount(attributes);
      const mistakes = element.issues.filter(({ code }) => code === 'invalid-attribute');
      expect([...new Set(mistakes.map(({ path }) => path))]).to.deep.equal([name]);
      const message = mistakes[0]!.message;
      expect(message).to.contain(name);

      element.requestUpdate();
      await drawn(element);
      const warned = takeWarnings();
      expect(warned).to.have.length(mistakes.length);
      expect(warned[0]).to.contain(message);

      one<HTMLButtonElement>(element, '.issues button').click();
      await drawn(element);
      const account = one(element, '.account');
      expect(textOf(account)).to.contain(message);
      expect(account.getBoundingClientRect().height).to.be.above(10);

      for (const given of Object.keys(attributes)) element.removeAttribute(given);
      await drawn(element);
      expect(element.issues).to.deep.equal([]);
      expect(picture(element), 'as without it').to.deep.equal(plain);
    });

    it(`draws as by default: ${JSON.stringify(attributes)}`, async () => {
      const plain = await mount();
      const element = await mount(attributes);
      takeWarnings();
      expect(picture(element).pixels).to.equal(picture(plain).pixels);
    });
  }
});

describe('an attribute of the page around', () => {
  it('lang and dir on the root are followed', async () => {
    const element = await mount();
    document.documentElement.lang = 'ar-SY';
    await drawn(element);
    expect([one(element, '.root').lang, one(element, '.root').dir]).to.deep.equal(['ar-SY', 'rtl']);
    document.documentElement.dir = 'ltr';
    await drawn(element);
    expect(one(element, '.root').dir).to.equal('ltr');
    expect(all(element, '.chip')).to.have.length(5);
  });

  it('is not followed where a nearer one says otherwise', async () => {
    document.documentElement.lang = 'ar-SY';
    const element = place();
    element.parentElement!.lang = 'en-GB';
    await element.ready;
    await drawn(element);
    expect(one(element, '.root').lang).to.equal('en-GB');
  });
});
