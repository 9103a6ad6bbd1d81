import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { pathToFileURL } from 'node:url';
import { withBuiltPage } from '../support/built-page.mjs';
import { read, readJson, root } from '../support/repository.mjs';

const command = `${root}dist/cli.mjs`;

/** Runs the command as somebody at a terminal does. */
function run(args, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: root,
    encoding: 'utf8',
    input,
    maxBuffer: 1 << 28,
  });
  return { status, html: stdout, said: stderr };
}

/** The page, where there has to be one. */
function render(args, input) {
  const { status, html, said } = run(['render', ...args], input);
  if (status !== 0) throw new Error(`render ${args.join(' ')} ended with ${status}: ${said}`);
  return html;
}

const hostile = `date,title,actor,url
2016-05-14,"</script><script>window.harm = 1</script>",""" onmouseover=""window.harm = 2",javascript:window.harm=3
2016-05-15,"<!-- <script>","]]></svg><img src=x onerror=window.harm=4>",https://example.org/?a=1&b="2"
2016-05-16,"</report-timeline></main><style>*{display:none}</style>",<b>bold</b>,
`;

export const checks = {
  async 'pages without a browser and without a script'() {
    const bundled = readJson('data/deir-ez-zor-2016-05.json');
    const files = {
      '/en.html': render(['--lang', 'en']),
      '/ar.html': render(['--lang', 'ar-SY', '--theme', 'dark']),
      '/hostile.html': render(['-'], hostile),
      // The script is never there, and the data are somewhere else: axe needs scripts of its own.
      '/absent.html': render(['--lang', 'en', '--script', 'absent.js', '--src', 'events.json']),
    };
    return withBuiltPage('', (page) => lookAt(page, bundled), { files, scripts: [] });
  },

  async 'the command says what it did not do'() {
    const cases = [
      [[], 2, 'what is to be done'],
      [['paint'], 2, '"paint" is no command'],
      [['render', 'a.json', 'b.json'], 2, 'one file at a time'],
      [['render', '--colour', 'red'], 2, "Unknown option '--colour'"],
      [['render', '--group-by', 'mood'], 2, '"mood" is not a value of group-by'],
      [['render', '--from', 'soon'], 2, '"soon" is not a value of from'],
      [['render', '--heading-level', '9'], 2, 'from 1 to 6'],
      [['render', '--src', ''], 2, '"" is not a value of src'],
      [['render', 'no-such-file.json'], 1, 'no-such-file.json cannot be read'],
      [['render', '-'], 1, 'nothing in - could be read', 'nonsense'],
      [['render', 'test/fixtures/acled-made-up.csv'], 1, 'ACLED, whose terms do not allow'],
      [['render', 'test/fixtures/acled-made-up.csv', '--src', 'acled.csv', '--fragment'], 1, '--may-publish'],
      [['render', 'test/fixtures/acled-made-up.csv', '--may-publish', '--fragment'], 0, 'row '],
      [['--version'], 0, ''],
      [['--help'], 0, ''],
    ];
    for (const [args, expected, words, input] of cases) {
      const { status, html, said } = run(args, input);
      const isRight = status === expected && said.includes(words) && (html !== '') === (status === 0);
      if (!isRight) throw new Error(`${args.join(' ')}: ended with ${status}, printed ${html.length}, said ${said}`);
    }
    const { version } = readJson('package.json');
    if (run(['--version']).html !== `${version}\n`) throw new Error('--version is not that of the package');
    const named = (text) => [...new Set(text.match(/(?<![\w-])--[a-z][\w-]*/g))].sort();
    const section = /^## Without JavaScript\n[^]*?(?=^## )/m.exec(read('README.md'))?.[0] ?? '';
    equal(named(section), named(run(['--help']).html), 'the options in README.md');
    if (!fs.readFileSync(command, 'utf8').startsWith('#!/usr/bin/env node\n')) throw new Error('no shebang');
    return `${cases.length} ways to call it`;
  },

  async 'a page of very many events'() {
    const rows = Array.from({ length: 100_000 }, (_, i) => `${2000 + (i % 20)}-01-01,Event ${i},Actor ${i % 9}`);
    const start = performance.now();
    const html = render(['-', '--src', 'big.csv', '--fragment'], `date,title,actor\n${rows.join('\n')}\n`);
    const seconds = (performance.now() - start) / 1000;
    const items = html.split('<li class="rt-event"').length - 1;
    if (items !== 2000 || html.split('<tr>').length - 2 !== 2000) throw new Error(`${items} events are listed`);
    if (!html.includes('The list has the first 2,000 events of 100,000 events.')) throw new Error('it does not say so');
    if (!html.includes('100,000 events, counted by ')) throw new Error('the chart does not count');
    if (seconds > 20) throw new Error(`it takes ${seconds.toFixed(0)} s`);
    return `100,000 events in ${seconds.toFixed(1)} s, ${(html.length / 1e6).toFixed(1)} MB`;
  },

  async 'the package in Node'() {
    const inNode = await import(pathToFileURL(`${root}dist/node.mjs`).href);
    const [exported] = fs.readFileSync(`${root}dist/report-timeline.mjs`, 'utf8').match(/export\s*\{[^}]*\};?\s*$/) ?? [
      '',
    ];
    const names = [...exported.matchAll(/(\w+)\s*(?=[,}])/g)].map(([, name]) => name);
    const missing = names.filter((name) => !(name in inNode));
    if (names.length < 3 || missing.length > 0) throw new Error(`not in Node: ${missing} of ${names}`);
    if (inNode.readDataset({ events: [{ date: '2016-05-14', title: 'x' }] }).dataset.count !== 1)
      throw new Error('reads not');
    if (!inNode.parseTemporal('2016-05-14').ok) throw new Error('parses not');
    const reasons = [() => new inNode.ReportTimelineElement(), () => inNode.renderStatic({ events: [] }, { width: 3 })];
    for (const act of reasons) {
      let thrown = null;
      try {
        act();
      } catch (error) {
        thrown = error;
      }
      if (!/browser|width/.test(thrown?.message ?? '')) throw new Error(`${act} throws ${thrown}`);
    }
    const code = fs.readFileSync(`${root}dist/node.mjs`, 'utf8');
    // Lit, and D3's hands, have no business here.
    const foreign = ['customElements', 'createElement', 'litElement', 'adoptedStyleSheets', '__zoom'].filter((word) =>
      code.includes(word),
    );
    if (foreign.length > 0) throw new Error(`dist/node.mjs has ${foreign.join(', ')} in it`);
    // A page is the same wherever and whenever it is made.
    const twice = [0, 1].map(() => inNode.renderStatic(undefined, { lang: 'ar' }).html);
    if (twice[0] !== twice[1]) throw new Error('the same data give two pages');
    return `${names.join(', ')}, renderStatic; ${(code.length / 1000).toFixed(0)} kB`;
  },
};

async function lookAt({ tab }, bundled) {
  const refusals = [];
  tab.on('console', (message) => {
    if (/Content.?Security.?Policy|TrustedHTML/i.test(message.text())) refusals.push(message.text());
  });
  const { origin } = new URL(tab.url());
  const open = (path) => tab.goto(`${origin}${path}`, { waitUntil: 'load' });

  await tab.setJavaScriptEnabled(false);
  await open('/en.html');
  equal(await seen(tab), {
    heading: 'Deir ez-Zor, May 2016: who did what, and when',
    items: 33,
    rows: 33,
    chart: true,
    first: 'Sometime between 3 March and 19 May 2016, likely around May',
    dir: 'ltr',
    isWide: false,
  });
  const [ids, anchors] = await tab.evaluate(() => [
    [...document.querySelectorAll('.rt-event')].map(({ id }) => id).sort(),
    [...document.querySelectorAll('.rt-event a[href^="#"]')].every((a) => document.getElementById(a.hash.slice(1))),
  ]);
  equal(ids, bundled.events.map(({ id }) => `event-${id}`).sort(), 'every event is listed');
  equal(anchors, true, 'links between events lead to one');
  const names = await tab.evaluate(() => document.querySelector('.rt-chart').textContent);
  for (const { title } of bundled.events.slice(0, 5)) if (!names.includes(title.en.slice(0, 12))) fail(title.en);
  // Names are where they are in the reader's fonts: none runs into another.
  equal(await overlaps(tab), [], 'names in the chart');

  await tab.setViewport({ width: 375, height: 800 });
  await open('/ar.html');
  const arabic = await seen(tab);
  equal(arabic.dir, 'rtl');
  equal(arabic.isWide, false, 'the page is as wide as the window');
  equal(arabic.heading, bundled.title.ar);
  equal(await overlaps(tab), [], 'names in the Arabic chart');
  equal(await tab.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(22, 24, 28)', 'dark');

  await open('/hostile.html');
  const { heading, items } = await seen(tab);
  equal([heading, items], ['Timeline', 3]);
  equal(await hrefs(tab), ['https://example.org/?a=1&b="2"'.replaceAll('"', '%22')], 'links of hostile data');

  await tab.setJavaScriptEnabled(true);
  await tab.setViewport({ width: 1280, height: 900 });
  await tab.evaluateOnNewDocument(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      console.log(`Content Security Policy: ${event.effectiveDirective} ${event.blockedURI}`),
    ),
  );
  await open('/en.html');
  equal(
    (await upgraded(tab)).events,
    bundled.events.map(({ id, when }) => [id, when]),
    'the same events and dates',
  );
  await open('/hostile.html');
  const { events, harm } = await upgraded(tab);
  equal(events.length, 3);
  equal(harm, undefined, 'nothing of the data ran');

  await open('/absent.html');
  equal((await seen(tab)).items, 33);
  await tab.evaluate(fs.readFileSync(`${root}node_modules/axe-core/axe.min.js`, 'utf8'));
  const violations = await tab.evaluate(async () => {
    document.querySelector('details').open = true;
    const found = await window.axe.run(document, { resultTypes: ['violations'] });
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`);
  });
  equal(violations, [], 'axe');
  equal(refusals, [], 'the policy of the page');
  return `${ids.length} events in list, table and chart; ${events.length} hostile ones; upgraded`;
}

/** What somebody sees without the element. */
const seen = (tab) =>
  tab.evaluate(() => {
    const isSeen = (element) => (element?.getClientRects().length ?? 0) > 0;
    const all = (selector) => [...document.querySelectorAll(selector)];
    const chart = document.querySelector('.rt-chart');
    return {
      heading: document.querySelector('h1').textContent,
      items: all('.rt-event').filter(isSeen).length,
      rows: all('.rt-table tbody tr').length,
      chart: isSeen(chart) && chart.getBoundingClientRect().height > 300,
      first: document.querySelector('.rt-when').textContent,
      dir: getComputedStyle(document.documentElement).direction,
      isWide: document.documentElement.scrollWidth > window.innerWidth,
    };
  });

const hrefs = (tab) =>
  tab.evaluate(() => [
    ...new Set([...document.querySelectorAll('report-timeline a')].map((a) => a.href.split('#')[0])),
  ]);

/** Pairs of texts in the chart that lie on each other, as far as they are drawn. */
const overlaps = (tab) =>
  tab.evaluate(() => {
    const texts = [...document.querySelectorAll('.rt-chart text')].map((text) => [text, text.getBoundingClientRect()]);
    return texts.flatMap(([one, a], i) =>
      texts
        .slice(i + 1)
        .filter(([, b]) => {
          const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          return across > 1 && down > 0.5 * Math.min(a.height, b.height);
        })
        .map(([other]) => `${one.textContent} / ${other.textContent}`),
    );
  });

/** What the element has made of the page; the list that stood there is out of sight. */
async function upgraded(tab) {
  return tab.evaluate(async () => {
    const element = await document.querySelector('report-timeline').ready;
    const isLeft = [...element.querySelectorAll('h1, .rt-event')].some((one) => one.getClientRects().length > 0);
    if (isLeft) throw new Error('the list is still seen');
    return { events: element.events.map(({ id, when }) => [id, when]), harm: window.harm };
  });
}

function equal(found, expected, what = '') {
  const [is, ought] = [JSON.stringify(found), JSON.stringify(expected)];
  if (is !== ought) fail(`${what}\n${is}\ninstead of\n${ought}`);
}

function fail(what) {
  throw new Error(what);
}
