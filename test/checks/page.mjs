import fs from 'node:fs';
import { root } from '../support/repository.mjs';
import { withBuiltPage } from '../support/built-page.mjs';

const page = '<report-timeline></report-timeline>';
const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Hears of every violation from the first script on, and counts them where the page's own code cannot reach. */
const watch = `
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    window.violations.push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample));
`;

export const checks = {
  async 'a strict content security policy and Trusted Types'() {
    const options = {
      headers: { 'content-security-policy': strict },
      scripts: ['/watch.js', '/report-timeline.js'],
      files: {
        '/watch.js': watch,
        '/data.json': JSON.stringify({ events: [{ id: 'x', when: '2016', title: '<b>x</b>', actors: ['a'] }] }),
      },
    };
    return withBuiltPage(
      page,
      async ({ tab }) => {
        const did = await useIt(tab);
        const violations = await tab.evaluate(() => window.violations);
        if (violations.length > 0) throw new Error(`The page refused what the timeline did:\n${violations.join('\n')}`);

        // The policy is in force: what it forbids is noticed.
        const noticed = await tab.evaluate(async () => {
          const seen = new Promise((resolve) => document.addEventListener('securitypolicyviolation', resolve));
          document.body.setAttribute('style', 'color: red');
          await seen;
          return window.violations.length;
        });
        if (noticed === 0) throw new Error('The policy was not in force: this check checks nothing.');
        return `0 violations while ${did}`;
      },
      options,
    );
  },

  async 'the script twice'() {
    const scripts = ['/report-timeline.js', '/report-timeline.js?again'];
    return withBuiltPage(
      page,
      async ({ tab, requests }) => {
        if (!requests.includes('/report-timeline.js?again')) throw new Error('The second script was not asked for.');
        const { cells, count } = await tab.evaluate(async () => {
          const element = document.querySelector('report-timeline');
          await element.ready;
          return { cells: element.shadowRoot.querySelectorAll('.cell').length, count: element.events.length };
        });
        if (cells !== 34 || count !== 33)
          throw new Error(`Expected 34 cells of 33 events, found ${cells} of ${count}.`);
        return 'is harmless';
      },
      { scripts },
    );
  },

  /** The server here names the encoding of scripts, as many do not; so a page and a script that say nothing are made. */
  async 'a page that does not say its encoding'() {
    const files = {
      '/plain.html': '<!doctype html><script src="/plain.js"></script><report-timeline lang="ar-SY"></report-timeline>',
      '/plain.js': fs.readFileSync(`${root}dist/report-timeline.js`),
    };
    return withBuiltPage(
      '',
      async ({ tab }) => {
        await tab.goto(new URL('/plain.html', tab.url()).href);
        const { encoding, title } = await tab.evaluate(async () => {
          const element = document.querySelector('report-timeline');
          await element.ready;
          return { encoding: document.characterSet, title: element.shadowRoot.querySelector('.title').textContent };
        });
        if (encoding === 'UTF-8') throw new Error('The page has an encoding after all: this check proves nothing.');
        if (!title.includes('دير الزور'))
          throw new Error(`On a page in ${encoding} the Arabic title reads "${title}".`);
        return `${encoding}, and Arabic is Arabic`;
      },
      { files, silent: true },
    );
  },

  async 'a tag that was there before the script, with properties set'() {
    const files = {
      '/early.js': `
        const early = document.createElement('report-timeline');
        early.heading = 'Early';
        early.data = { events: [{ id: 'x', when: '2016-05-14', title: 'X', actors: ['a'] }] };
        window.early = early;
        document.documentElement.append(early);
      `,
    };
    return withBuiltPage(
      '',
      async ({ tab }) => {
        const text = await tab.evaluate(async () => {
          document.body.append(window.early);
          await window.early.ready;
          return window.early.shadowRoot.querySelector('.title').textContent + window.early.events.length;
        });
        if (text.replace(/\s+/g, '') !== 'Early1') throw new Error(`Its properties were lost: "${text}".`);
        return 'keeps them';
      },
      { scripts: ['/early.js', '/report-timeline.js'], files },
    );
  },

  async 'the page around'() {
    return withBuiltPage(`<p id="before">before</p>${page}`, async ({ tab }) => {
      const { added, style } = await tab.evaluate(async () => {
        // A page without the script knows which names are the browser's own.
        const frame = document.body.appendChild(document.createElement('iframe'));
        const own = new Set(Object.getOwnPropertyNames(frame.contentWindow));
        frame.remove();
        await document.querySelector('report-timeline').ready;
        return {
          added: Object.getOwnPropertyNames(window).filter((name) => !own.has(name) && !/^\d+$|^before$/.test(name)),
          style: document.querySelectorAll('style, link[rel=stylesheet]').length + document.adoptedStyleSheets.length,
        };
      });
      const foreign = added.filter((name) => !/^(lit|reactiveElement|litHtml|litElement)/i.test(name));
      if (foreign.length > 0 || style > 0) {
        throw new Error(`The script leaves ${style} style sheets and these names in the page: ${foreign.join(', ')}.`);
      }
      return `gets no style sheet, and ${added.length} names (${added.join(', ')})`;
    });
  },
};

/** Selects, zooms, pans, hovers, filters, switches views, languages and themes, loads, fails, exports. */
async function useIt(tab) {
  const rested = () =>
    tab.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const inside = (selector) => `report-timeline >>> ${selector}`;
  await tab.evaluate(() => document.querySelector('report-timeline').ready.then(() => undefined));

  const box = await (await tab.$(inside('.lanes'))).boundingBox();
  const [x, y] = [box.x + box.width * 0.7, box.y + 120];
  await tab.mouse.move(x, y);
  await tab.mouse.wheel({ deltaY: 60 });
  await tab.keyboard.down('Control');
  await tab.mouse.wheel({ deltaY: -120 });
  await tab.keyboard.up('Control');
  await tab.mouse.down();
  await tab.mouse.move(x + 80, y);
  await tab.mouse.up();
  await rested();

  await tab.evaluate(() => {
    const element = document.querySelector('report-timeline');
    const events = [
      'timeline-select',
      'timeline-range-change',
      'timeline-filter-change',
      'timeline-load',
      'timeline-error',
    ];
    window.heard = new Set();
    for (const type of events) element.addEventListener(type, () => window.heard.add(type));
  });
  const change = async (name, value) => {
    await tab.evaluate(
      async (property, next) => {
        const element = document.querySelector('report-timeline');
        element[property] = next;
        await element.updateComplete;
        await element.ready;
      },
      name,
      value,
    );
    await rested();
  };
  const press = async (selector) => {
    const button = await tab.$(inside(selector));
    if (!button) throw new Error(`nothing is ${selector}`);
    await button.evaluate((node) => node.click());
    await rested();
  };

  for (const id of ['e24', 'e12', 'e28', 'e15']) await change('event', id);
  await press('.position button:nth-of-type(2)');
  await press('.chip');
  await press('.chip');
  await press('.buttons[aria-label=Zoom] button');
  for (const opened of ['.facet-menu button', '.facet-menu input', '.help-button', '.help button']) await press(opened);
  await press('.story button:last-child');
  await press('.buttons[aria-label=View] button:last-child');
  await press('.table th[scope=row] button');
  await press('.table th[scope=col] button');
  await press('.buttons[aria-label=View] button:nth-child(2)');
  await press('.item-title');
  await press('.buttons[aria-label=View] button');
  await press('.language');
  await change('lang', 'en');
  await change('theme', 'dark');
  await change('src', '/data.json');
  await change('src', '/missing.json');
  await change('src', null);
  await tab.evaluate(async () => {
    const element = document.querySelector('report-timeline');
    element.toSVG();
    await element.toPNG();
    element.toCSV();
    element.fit();
  });
  await tab.waitForFunction(() => window.heard.size === 5);
  return 'selecting, zooming, panning, filtering, switching views, languages and themes, loading, failing and exporting';
}
