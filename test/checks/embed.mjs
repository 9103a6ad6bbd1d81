import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import vm from 'node:vm';
import esbuild from 'esbuild';
import { compile as compileSvelte, parse as parseSvelte } from 'svelte/compiler';
import { compileTemplate, parse as parseVue } from 'vue/compiler-sfc';
import { withBuiltPage } from '../support/built-page.mjs';
import { read, root } from '../support/repository.mjs';

/** A value of every attribute, each with something that an address has to escape where that can be. */
const samples = {
  src: 'events.json?a=1&b=2',
  format: 'report',
  'date-order': 'dmy',
  'group-by': 'place',
  actors: 'a,b & c',
  from: '2016-05-14',
  to: '2016-05-19',
  event: 'one',
  view: 'list',
  'link-state': 't',
  controls: 'heading legend',
  'axis-direction': 'rtl',
  theme: 'dark',
  heading: 'ما حدث? "A&B" +1 <b>',
  'heading-level': '1',
  lang: 'ar-SY',
  dir: 'rtl',
};
const events = JSON.stringify({
  format: 'report-timeline',
  version: 1,
  title: { en: 'Two days', ar: 'يومان' },
  actors: [{ id: 'a', name: 'A' }],
  events: [{ id: 'one', when: '2016-05-15', title: 'One', actors: ['a'] }],
});
const style = `
  iframe { display: block; width: 100%; height: 600px; border: 0 }
  .bordered { box-sizing: border-box; border: 7px solid }
  .far { margin-top: 9000px }
  .dark { color: #eee }
`;

export const checks = {
  async 'a timeline in a frame'() {
    return withHost(
      (embed) =>
        `<iframe id="arabic" data-report-timeline src="${embed('lang=ar-SY&foo=1&event=e24&foo=2&bar')}"></iframe>` +
        `<div class="dark"><iframe id="plain" class="bordered" src="${embed('controls=heading')}"></iframe></div>` +
        `<iframe id="sandboxed" sandbox="allow-scripts" data-report-timeline src="${embed('controls=none')}"></iframe>` +
        `<iframe id="late" class="far" loading="lazy" data-report-timeline src="${embed('controls=none')}"></iframe>`,
      async ({ tab, frame, heights, load, shown, warnings }) => {
        await Promise.all(['arabic', 'plain', 'sandboxed'].map(shown));

        // Without the loader every frame keeps the height that the page gave it.
        equal(await heights(), { arabic: 600, plain: 600, sandboxed: 600, late: 600 }, 'before the loader');
        await load();
        await tab.waitForFunction(() => ['arabic', 'plain', 'sandboxed'].every((id) => window[id].style.height));
        await load();
        for (const id of ['arabic', 'plain', 'sandboxed']) await fits(tab, frame, id);
        equal((await heights()).late, 600, 'a frame far below is not loaded yet');

        const arabic = await frame('arabic');
        const about = await arabic.evaluate(() => {
          const { lang, dir } = document.documentElement;
          return { lang, dir, title: document.title, event: document.querySelector('report-timeline').event };
        });
        equal(about, { lang: 'ar-SY', dir: 'rtl', title: 'دير الزور، أيار ٢٠١٦: من فعل ماذا، ومتى', event: 'e24' });
        equal(warnings, ['embed.html knows no attribute foo, bar: left out.'], 'what is said of wrong names');

        // It grows and shrinks with what is in it, also to less than at first.
        const plain = await frame('plain');
        const before = (await heights()).plain;
        await tab.evaluate(() => window.plain.scrollIntoView());
        const change = async (property, value, isChanged) => {
          await plain.evaluate((name, to) => (document.querySelector('report-timeline')[name] = to), property, value);
          await tab.waitForFunction(isChanged, {}, before);
          await fits(tab, frame, 'plain');
        };
        await change('controls', 'heading legend details', (least) => window.plain.clientHeight > least + 60);
        await change('view', 'list', (least) => window.plain.clientHeight > least + 600);
        await change('controls', 'none', (least) => window.plain.clientHeight > least + 300);
        await change('view', 'chart', (least) => window.plain.clientHeight < least);

        // The page around is light and dark, not the reader's system; and the ground is the timeline's own.
        await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
        equal(await grounds(arabic), { scheme: 'light', isOne: true, isFramed: false }, 'on a light page');
        equal(await grounds(plain), { scheme: 'dark', isOne: true, isFramed: false }, 'beside light text');

        await wheelScrolls(tab, 'arabic');
        await tab.evaluate(() => window.late.scrollIntoView());
        await tab.waitForFunction(() => window.late.style.height);
        await fits(tab, frame, 'late');
        return '4 frames as high as what they hold, and the wheel is the page’s';
      },
    );
  },

  async 'what a frame takes by its query, and whose messages a page follows'() {
    const small = 'src=events.json&controls=none';
    return withHost(
      (embed, host) =>
        `<iframe id="ours" data-report-timeline src="${embed(small)}"></iframe>` +
        `<iframe id="led" data-report-timeline src="${embed(small)}"></iframe>` +
        `<iframe id="other" src="${host}/other.html"></iframe>` +
        `<iframe id="foreign" data-report-timeline src="${embed(`src=${host}/events.json`)}"></iframe>` +
        `<iframe id="text" data-report-timeline src="${embed(`src=${encodeURIComponent(`data:,${events}`)}`)}"></iframe>`,
      async (page) => {
        const { tab, frame, add, embed, shown } = page;
        await Promise.all(['ours', 'led', 'foreign', 'text'].map(shown));
        const count = await checkMessages(page);
        for (const id of ['foreign', 'text']) await checkRefusal(page, id);

        const ours = await frame('ours');
        const names = await ours.evaluate(() => customElements.get('report-timeline').observedAttributes);
        const missing = names.filter((name) => !Object.hasOwn(samples, name));
        if (missing.length > 0) throw new Error(`Give these attributes a sample in this check: ${missing}`);
        const query = new URLSearchParams(names.map((name) => [name, samples[name]]));
        await add('all', embed(query));
        await shown('all');
        const inside = await frame('all');
        const found = await inside.evaluate((names) => {
          const timeline = document.querySelector('report-timeline');
          return {
            values: Object.fromEntries(names.map((name) => [name, timeline.getAttribute(name)])),
            about: [document.title, timeline.events.length, document.documentElement.style.colorScheme],
          };
        }, names);
        equal(found.values, Object.fromEntries(names.map((name) => [name, samples[name]])));
        equal(found.about, [samples.heading, 1, 'dark']);

        // Opened by itself it has the address of whoever hosts it: no words of others there.
        const alone = await tab.browserContext().newPage();
        await alone.goto(embed(query).replace(/from=[^&]*&to=[^&]*&/, ''));
        await alone.waitForFunction(() => document.title === 'يومان');
        return `${names.length} attributes; no data of others; ${count} messages that are not to be followed`;
      },
      {
        isEarly: true,
        mayRefuse: /src=(http|data)/,
        files: { '/other.html': '<!doctype html><title>x</title>', '/events.json': events },
      },
    );
  },

  async 'the lines that the builder writes'() {
    const named = ['embed.html', 'embed.js', 'page.js', 'demo.css'].map((file) => `demo/${file}`);
    const built = ['report-timeline.js', 'embed.html', 'embed-frame.js', 'embed.js'].map((file) => `dist/${file}`);
    const files = Object.fromEntries([...named, ...built].map((file) => [`/${file}`, fs.readFileSync(root + file)]));
    files['/demo/events.json'] = files['/dist/events.json'] = events;
    const visit = async ({ tab }) => {
      const { origin } = new URL(tab.url());
      const empty = await tab.browserContext().newPage();
      // A page behind another one is given no frames, and what waits for them waits for good.
      await tab.bringToFront();
      const open = (query) => tab.goto(`${origin}/demo/embed.html?${new URLSearchParams(query)}`);
      const written = () =>
        tab.evaluate(async () => {
          await document.getElementById('preview').ready;
          await new Promise((resolve) => setTimeout(resolve));
          const texts = [...document.querySelectorAll('.written .snippets')]
            .filter((list) => list.offsetParent)
            .map((list) => [list.id.replace('as-', ''), list.querySelector('code').textContent]);
          return { ...Object.fromEntries(texts), query: location.search };
        });
      const folder = `${origin}/dist/`;
      const check = async (texts, expected) => {
        const html = await empty.evaluate(readHtml, texts.tag, texts.frame);
        equal(html.tag, expected, 'the tag');
        equal(html.script, `${folder}report-timeline.js`, 'its script');
        equal(html.loader, `${folder}embed.js`, 'the loader');
        equal([...new URL(html.frame).searchParams], Object.entries(expected), 'the address of the frame');
        for (const [form, attributes] of Object.entries(readers)) {
          equal(attributes(texts[form]), expected, `${form}:\n${texts[form]}\n`);
        }
      };

      // By hand: what is not touched is not written.
      await open({ 'files-at': `${origin}/dist` });
      const first = await written();
      await check(first, {});
      await tab.focus('#from');
      await tab.keyboard.type('2016-05-19');
      await tab.keyboard.press('Tab');
      await tab.keyboard.type('2016-05-14');
      await tab.keyboard.press('Tab');
      await tab.evaluate(() => document.querySelectorAll('[name=controls]').forEach((box) => box.click()));
      await check(await written(), { from: '2016-05-19', to: '2016-05-14', controls: 'none' });
      const wrong = await tab.evaluate(() => {
        const field = document.getElementById('to');
        const note = document.getElementById(field.getAttribute('aria-describedby'));
        const others = document.querySelectorAll('[aria-invalid=true]').length;
        return [field.ariaInvalid, others, note.textContent.includes('before "from"')];
      });
      equal(wrong, ['true', 1, true], 'what is wrong is said beside its field');
      await tab.evaluate(() => document.querySelector('[type=reset]').click());
      await tab.waitForFunction(() => !location.search && !document.querySelector('[aria-invalid=true]'));

      // Everything, and what each form has to escape; the address of the page brings it back.
      const heading = `'{"A" & \\B} {{c}} < &amp; \`d\` متى؟`;
      const tricky = { ...samples, heading, 'group-by': 'place', controls: 'heading zoom legend' };
      await open({ ...tricky, 'actor-1': '#884400', 'files-at': folder });
      const all = await written();
      const inOrder = Object.fromEntries(await tab.evaluate(() => configuration().attributes));
      equal(Object.entries(inOrder).sort(), Object.entries(tricky).sort(), 'what the address of the page says');
      await check(all, inOrder);
      equal(all.css, 'report-timeline {\n  --report-timeline-actor-1: #884400;\n}', 'colours');
      await tab.goto(`${origin}/demo/embed.html${all.query}`);
      equal(await written(), all, 'the same again');
      await checkFields(tab);

      // In a page that has nothing but these lines.
      files['/page.html'] = `<!doctype html><meta charset="utf-8"><title>page</title>${all.frame}`;
      await tab.goto(`${origin}/page.html`);
      await tab.waitForFunction(() => document.querySelector('iframe').style.height);
      const framed = await tab.evaluate(() => {
        const timeline = document.querySelector('iframe').contentDocument.querySelector('report-timeline');
        return Object.fromEntries(timeline.getAttributeNames().map((name) => [name, timeline.getAttribute(name)]));
      });
      equal(framed, inOrder, 'the timeline in the frame');
      return `${Object.keys(readers).length + 2} forms give what is set`;
    };
    return withBuiltPage('', visit, { scripts: [], files });
  },

  'size of the loader'() {
    const size = fs.statSync(`${root}dist/embed.js`).size;
    if (size > 1400) throw new Error(`dist/embed.js has ${size} bytes: it is to stay under a kilobyte when packed.`);
  },
};

function equal(found, expected, what = '') {
  const [one, other] = [found, expected].map((value) => JSON.stringify(value));
  if (one !== other) throw new Error(`${what}\nexpected ${other}\nfound    ${one}`);
}

/** Only the frames themselves set their heights, and only to what can be one; how many messages were not followed. */
async function checkMessages({ tab, frame, heights }) {
  await tab.waitForFunction(() => window.ours.style.height && window.led.style.height);
  // Its address in the page is still ours; what is shown there is not.
  await tab.evaluate(() => window.led.contentWindow.location.replace('/other.html'));
  await tab.waitForFunction(() => {
    try {
      return window.led.contentWindow.location.pathname === '/other.html';
    } catch {
      return false;
    }
  });
  /** Says it to the page around, and waits until that has heard all of it. */
  const say = async (id, said) => {
    const sender = id === null ? tab.mainFrame() : await frame(id);
    await sender.evaluate((all) => {
      const odd = { NaN, Infinity, undefined };
      for (const { type, height } of all) parent.postMessage({ type, height: odd[height] ?? height }, '*');
      for (const one of [null, 333, 'report-timeline:height', [], undefined]) parent.postMessage(one, '*');
      parent.postMessage('end', '*');
    }, said);
    await tab.waitForFunction(() => window.heard > 0);
    await tab.evaluate(() => (window.heard = 0));
  };
  const height = (value) => ({ type: 'report-timeline:height', height: value });
  const before = await heights();
  for (const id of ['other', 'led', null]) await say(id, [height(333)]);
  const wild = [49, 20_001, -100, 1e9, 'NaN', 'Infinity', '333', [333], { height: 333 }, null].map(height);
  await say('ours', [...wild, { type: 'height', height: 333 }, { height: 333 }]);
  equal(await heights(), before, 'nobody else, and nothing wild, sets a height');
  await say('ours', [height(333.5)]);
  equal(await heights(), { ...before, ours: 334 }, 'a height of the frame itself');

  // The frame answers nobody but the page around it.
  const asking = { type: 'report-timeline:ask', scheme: 'dark' };
  await (await frame('other')).evaluate((one) => parent.ours.contentWindow.postMessage(one, '*'), asking);
  const ours = await frame('ours');
  equal(await ours.evaluate(() => document.documentElement.style.colorScheme), 'light', 'who is not the page');
  await tab.evaluate((one) => window.ours.contentWindow.postMessage(one, '*'), asking);
  await ours.waitForFunction(() => document.documentElement.style.colorScheme === 'dark');
  return wild.length + 5;
}

/** A link to the frame's page cannot show data of others: nobody is asked for them, and the reader is told. */
async function checkRefusal({ tab, frame, requests }, id) {
  const inside = await frame(id);
  const { text, count, refused } = await inside.evaluate(() => {
    const timeline = document.querySelector('report-timeline');
    const refused = window.violations.map((one) => one.split(' ')[0]);
    return { text: timeline.shadowRoot.textContent, count: timeline.events.length, refused };
  });
  equal([count, refused], [0, ['connect-src']], id);
  if (!text.includes('The events could not be loaded')) throw new Error(`Nothing says so: ${text}`);
  equal(requests.includes('/events.json'), false, 'the other server is asked');
  await tab.waitForFunction((id) => window[id].offsetHeight > 150 && window[id].offsetHeight < 400, {}, id);
}

/** What the lines in HTML come to; runs in an empty page, as the builder's own lets no text become markup. */
function readHtml(tag, frame) {
  const [here, around] = [tag, frame].map((text) => new DOMParser().parseFromString(text, 'text/html'));
  const timeline = here.querySelector('report-timeline');
  const attributes = timeline.getAttributeNames().map((name) => [name, timeline.getAttribute(name)]);
  return {
    tag: Object.fromEntries(attributes),
    script: here.querySelector('script').src,
    frame: around.querySelector('iframe[data-report-timeline][title]').src,
    loader: around.querySelector('script').src,
  };
}

/** The attributes that the lines for each framework set, by that framework's own compiler. */
const readers = {
  react(text) {
    const { code } = esbuild.transformSync(text, { loader: 'jsx', format: 'cjs', jsxFactory: 'createElement' });
    const createElement = (name, props, ...children) => ({ name, props, children });
    const module = { exports: {} };
    vm.runInNewContext(code, { module, createElement, require: (name) => equal(name, 'report-timeline/react') });
    const { name, props, children } = module.exports.Timeline();
    equal([name, children.length], ['report-timeline', 0]);
    return { ...props };
  },
  vue(text) {
    const { descriptor, errors } = parseVue(text);
    const isCustomElement = (name) => name.includes('-');
    const compiled = compileTemplate({
      source: descriptor.template.content,
      filename: 'Timeline.vue',
      id: 'x',
      compilerOptions: { isCustomElement },
    });
    equal([...errors, ...compiled.errors, ...compiled.tips], []);
    equal(descriptor.scriptSetup.content.trim(), `import 'report-timeline/vue';`);
    const { props } = descriptor.template.ast.children.find(({ tag }) => tag === 'report-timeline');
    return Object.fromEntries(props.map(({ name, value }) => [name, value.content]));
  },
  svelte(text) {
    equal(compileSvelte(text, { filename: 'Timeline.svelte' }).warnings, []);
    const { nodes } = parseSvelte(text, { modern: true }).fragment;
    const { attributes } = nodes.find(({ name }) => name === 'report-timeline');
    const textOf = ({ value }) =>
      value.map(({ type, data }) => (type === 'Text' ? data : equal(type, 'Text'))).join('');
    return Object.fromEntries(attributes.map((one) => [one.name, textOf(one)]));
  },
};

/** The form has what the element has: a field for each attribute, a box for each control, the default colours. */
async function checkFields(tab) {
  const form = await tab.evaluate(() => ({
    names: [...new Set([...document.getElementById('builder').elements].map(({ name }) => name).filter(Boolean))],
    boxes: [...document.querySelectorAll('[name=controls]')].map(({ value }) => value),
    colours: [...document.querySelectorAll('[type=color]')].map(({ defaultValue }) => defaultValue),
    observed: customElements.get('report-timeline').observedAttributes,
  }));
  equal(form.names.sort(), form.observed.sort(), 'a field for each attribute');
  const list = /controlNames = \[([^\]]+)\]/.exec(read('src/element/controls.ts'))[1];
  const controls = [...list.matchAll(/'(\w+)'/g)].map((match) => match[1]);
  equal(form.boxes.sort(), controls.sort(), 'a box for each control');
  const [light] = read('src/view/theme-tokens.ts').split('dark: {');
  equal(
    form.colours,
    [...light.matchAll(/'actor-\d': '(#\w+)'/g)].map((match) => match[1]),
    'the default colours',
  );
}

/** The frame is as high as its document, to the pixel, and scrolls nothing. */
async function fits(tab, frame, id) {
  const inside = await frame(id);
  // Frames out of sight rest.
  await tab.evaluate((id) => window[id].scrollIntoView(), id);
  const box = await inside.evaluate(async () => {
    for (let turn = 0; turn < 120; turn++) {
      const wanted = Math.ceil(document.documentElement.getBoundingClientRect().height);
      if (wanted === innerHeight && document.documentElement.scrollHeight === innerHeight) return null;
      await new Promise(requestAnimationFrame);
    }
    const { scrollHeight } = document.documentElement;
    return { innerHeight, scrollHeight, height: document.documentElement.getBoundingClientRect().height };
  });
  if (box) throw new Error(`The frame "${id}" is not as high as what it holds: ${JSON.stringify(box)}`);
}

const grounds = (inside) =>
  inside.evaluate(async () => {
    const root = document.documentElement;
    const section = document.querySelector('report-timeline').shadowRoot.querySelector('section');
    const isOne = () => getComputedStyle(root).backgroundColor === getComputedStyle(section).backgroundColor;
    for (let turn = 0; turn < 60 && !(isOne() && section.dataset.scheme === root.style.colorScheme); turn++) {
      await new Promise(requestAnimationFrame);
    }
    return { scheme: section.dataset.scheme, isOne: isOne(), isFramed: section.classList.contains('framed') };
  });

/** A turn of a real wheel over the chart in the frame moves the page around. */
async function wheelScrolls(tab, id) {
  await tab.evaluate((id) => window[id].scrollIntoView({ block: 'start' }), id);
  const before = await tab.evaluate(() => scrollY);
  await tab.mouse.move(500, 500);
  await tab.mouse.wheel({ deltaY: 200 });
  await tab.waitForFunction((top) => scrollY > top + 50, { timeout: 5000 }, before);
}

const watch = `
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    window.violations.push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample));
`;
const listen = `
  window.heard = 0;
  addEventListener('message', ({ data }) => { if (data === 'end') window.heard++; });
`;

/**
 * Opens a page under a strict policy, with `body` made of the address of the frame's page, and a server of another origin
 * that has what the build wrote. `isEarly`: the loader stands before the frames, and again behind them; else `load` adds
 * it. Afterwards the page has refused nothing, nor has a frame but those whose address says that it `mayRefuse`.
 */
async function withHost(body, use, { isEarly = false, mayRefuse = null, files = {} } = {}) {
  const server = http.createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    const type = types[path.extname(pathname)];
    const file = path.join(root, 'dist', pathname);
    if (pathname !== '/events.json' && !(type && fs.existsSync(file))) return response.writeHead(404).end();
    const content = pathname === '/events.json' ? events : fs.readFileSync(file);
    return response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(content);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const embed = (query) => `${origin}/embed.html?${query}`;
  const loader = `<script src="${origin}/embed.js" async></script>`;
  const policy =
    `default-src 'none'; script-src 'self' ${origin}; style-src 'self'; frame-src ${origin} 'self'; img-src data:; ` +
    `require-trusted-types-for 'script'; trusted-types check`;
  const hostFiles = { '/host.css': style, '/host.js': listen, ...files };

  const visit = async ({ tab, requests }) => {
    const warnings = [];
    tab.on('console', (message) => message.type() === 'warn' && warnings.push(message.text()));
    await tab.evaluateOnNewDocument(watch);
    const host = new URL(tab.url()).origin;
    const frames = body((query) => embed(query).replaceAll('&', '&amp;'), host);
    hostFiles['/host.html'] =
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>host</title><link rel="icon" href="data:,">` +
      `<meta http-equiv="content-security-policy" content="${policy}"><link rel="stylesheet" href="/host.css">` +
      `<script src="/host.js"></script>${isEarly ? loader : ''}</head><body>${frames}${isEarly ? loader : ''}</body></html>`;
    await tab.goto(`${host}/host.html`);

    const frame = async (id) => (await tab.$(`#${id}`)).contentFrame();
    /** Until the timeline in the frame is painted, or says why not. */
    const shown = async (id) => {
      const inside = await frame(id);
      await inside.waitForSelector('report-timeline');
      await inside.evaluate(() => document.querySelector('report-timeline').ready.then(() => undefined));
      await inside.waitForFunction(() => document.documentElement.lang);
    };
    const load = async () => {
      const names = await tab.evaluate(addScript, `${origin}/embed.js`);
      if (names.length > 0) throw new Error(`The loader leaves names in the page: ${names}`);
    };
    const add = (id, src) =>
      tab.evaluate(
        (id, src) => {
          const added = document.createElement('iframe');
          Object.assign(added, { id, src });
          document.body.append(added);
        },
        id,
        src,
      );
    const heights = () =>
      tab.evaluate(() =>
        Object.fromEntries([...document.querySelectorAll('iframe')].map((one) => [one.id, one.offsetHeight])),
      );
    const note = await use({ tab, frame, shown, load, add, heights, embed, requests, warnings });
    const refused = [];
    for (const one of tab.frames().filter((each) => !mayRefuse?.test(decodeURIComponent(each.url())))) {
      refused.push(...(await one.evaluate(() => window.violations ?? ['nobody watches'])));
    }
    if (refused.length > 0) throw new Error(`Page or frame refused what was done:\n${refused.join('\n')}`);
    return note;
  };
  try {
    return await withBuiltPage('', visit, { scripts: [], files: hostFiles });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

const types = { '.js': 'text/javascript', '.html': 'text/html', '.json': 'application/json' };

/** Adds a script to a page that demands Trusted Types; the names that it leaves in the window. */
async function addScript(src) {
  window.policy ??= trustedTypes.createPolicy('check', { createScriptURL: (url) => url });
  const before = new Set(Object.getOwnPropertyNames(window));
  await new Promise((resolve, reject) => {
    const script = document.createElement('script');
    Object.assign(script, { src: window.policy.createScriptURL(src), onload: resolve, onerror: reject });
    document.head.append(script);
  });
  return Object.getOwnPropertyNames(window).filter((name) => !before.has(name));
}
