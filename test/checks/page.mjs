import fs from 'node:fs';
import { inOneBrowser, withBuiltPage } from '../support/built-page.mjs';
import { readJson, root } from '../support/repository.mjs';
import { files as large } from '../support/use-everything.mjs';

const page = '<report-timeline></report-timeline>';
export const checks = {
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

  async 'two versions on a page'() {
    const script = fs.readFileSync(`${root}dist/report-timeline.js`, 'utf8');
    const module = fs.readFileSync(`${root}dist/report-timeline.mjs`, 'utf8');
    const { version } = readJson('package.json');
    const older = (text) => {
      if (text.split(`"${version}"`).length !== 2) throw new Error(`${version} does not stand in the script once.`);
      return text.replace(`"${version}"`, '"0.0.1"');
    };
    const files = {
      '/older.js': older(script),
      '/older.mjs': older(module),
      '/same.mjs': module,
    };
    const classic = (src) => `<script src="${src}" defer></script>`;
    const asModule = (src) => `<script src="${src}" type="module"></script>`;
    const ours = classic('/report-timeline.js');
    const warning = (first, second) =>
      `<report-timeline> is there in version ${first}; this is ${second}, and does nothing.`;
    const pairs = [
      [classic('/older.js'), ours, [warning('0.0.1', version)]],
      [ours, asModule('/older.mjs'), [warning(version, '0.0.1')]],
      [asModule('/older.mjs'), ours, [warning('0.0.1', version)]],
      [asModule('/same.mjs'), ours, []],
    ];
    return inOneBrowser(async () => {
      for (const [first, second, expected] of pairs) {
        const use = async ({ tab }) => {
          // What was said before this page could be listened to is said again.
          const said = [];
          tab.on('console', (message) => said.push(message.text()));
          await tab.reload({ waitUntil: 'load' });
          const { cells, own } = await tab.evaluate(async () => {
            const element = document.querySelector('report-timeline');
            await element.ready;
            return { cells: element.shadowRoot.querySelectorAll('.cell').length, own: element.constructor.version };
          });
          const isFirst = own === (first.includes('older') ? '0.0.1' : version);
          if (cells !== 34 || !isFirst || said.join() !== expected.join())
            throw new Error(`With ${first} before ${second}: version ${own}, ${cells} cells, ${said.join()}`);
        };
        await withBuiltPage(first + second + page, use, { scripts: [], files });
      }
      return 'the first one works, the second one says so once if it is another';
    });
  },

  /** Without an origin there is no storage: whoever asks for it gets an error. Nor are downloads and the clipboard allowed. */
  async 'a sandboxed frame'() {
    const inner = `<script src="/faults.js"></script><script src="/report-timeline.js"></script>${page}`;
    const files = {
      '/faults.js': `
        window.faults = [];
        for (const type of ['error', 'unhandledrejection'])
          window.addEventListener(type, (event) => window.faults.push(String(event.message ?? event.reason)));`,
      '/frame.html': `<!doctype html><meta charset="utf-8">${inner}`,
      '/large.json': large['/large.json'],
    };
    const body = '<iframe sandbox="allow-scripts" src="/frame.html" width="1100" height="800"></iframe>';
    return withBuiltPage(
      body,
      async ({ tab }) => {
        const frame = await (await tab.waitForSelector('iframe')).contentFrame();
        const found = await frame.evaluate(async () => {
          const element = document.querySelector('report-timeline');
          await element.ready;
          const { shadowRoot } = element;
          const press = async (selector) => {
            for (const button of shadowRoot.querySelectorAll(selector)) button.click();
            await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          };
          const cells = shadowRoot.querySelectorAll('.cell').length;
          element.linkState = 't';
          element.event = 'e24';
          await element.updateComplete;
          await press('.copy-link');
          await press('.export button');
          await press('[data-save], [data-copy]');
          const { size } = await element.toPNG(1);
          element.view = 'table';
          await element.updateComplete;
          await press('.copy-table');
          // From another origin, which an answer without CORS is for a page without one.
          element.src = '/large.json';
          await element.updateComplete;
          await element.ready;
          await new Promise((resolve) => setTimeout(resolve, 100));
          return { origin: window.origin, cells, size, faults: window.faults };
        });
        if (found.origin !== 'null') throw new Error('The frame has an origin after all: this check proves nothing.');
        if (found.cells !== 34 || found.size < 1000 || found.faults.length > 0)
          throw new Error(`In a frame without an origin: ${JSON.stringify(found)}`);
        return 'shows the report, draws a picture, and throws nothing';
      },
      { scripts: [], files },
    );
  },
};
