import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../browser.mjs';
import { readManifest } from '../support/manifest.mjs';
import { exists, read, repositoryFiles, root } from '../support/repository.mjs';

/** Without those of the examples, which are pages of their own: `examples.mjs` opens them. */
const pages = () =>
  repositoryFiles().filter((file) => /^demo\/.*\.html$/.test(file) && !/^demo\/examples\/[^/]+\//.test(file));
/** The page of each format is named for it; a table is what everything else is. */
const formats = { report: 'report', table: 'csv', acled: 'acled', 'ucdp-ged': 'ucdp-ged' };
for (const name of ['timelinejs', 'timemap', 'vis']) formats[name] = name;
const narrow = 375;
/** In these there is something wrong on purpose. */
const faulty = ['faults'];

export const checks = {
  'links of the demo'() {
    const broken = pages().flatMap((page) => {
      const markup = read(page);
      const links = [...markup.matchAll(/\s(?:href|src)="([^"]+)"/g)].map((match) => match[1]);
      return links
        .filter((link) => !/^(https?|data|mailto):/.test(link))
        .filter((link) => {
          const [file, id] = link.split('#');
          const target = file ? path.posix.join(path.posix.dirname(page), file) : page;
          if (!exists(target) || fs.statSync(root + target).isDirectory()) return true;
          return id !== undefined && !new RegExp(`\\sid="${id}"`).test(read(target));
        })
        .map((link) => `${page}: ${link}`);
    });
    if (broken.length > 0) throw new Error(`Correct the links, or add what they name:\n${broken.join('\n')}`);
    return `${pages().length} pages`;
  },

  /** There is no build step for the pages, so what they share is repeated. */
  'the pages of the demo share their frame'() {
    const problems = pages().flatMap((page) => {
      const markup = read(page);
      const here = (link) => path.posix.join(path.posix.dirname(page), link);
      const own = [];
      const policy = /Content-Security-Policy"\s+content="([^"]+)"/.exec(markup)?.[1].replace(/\s+/g, ' ') ?? '';
      const other = policy.replace(/connect-src 'none'/, "connect-src 'self'").trim();
      if (other !== sharedPolicy) own.push('another content security policy');
      if (page.includes('/open') && !policy.includes("connect-src 'none'")) own.push('it may send what is opened');
      if (/\son\w+="|\sstyle="|<style/.test(markup)) own.push('a handler or a style in the markup');
      if (/<script(?![^>]*\s(src|type)=)/.test(markup)) own.push('a script in the markup');

      const nav = /<nav[^]*?<\/nav>/.exec(markup)?.[0] ?? '';
      const [shared, within = ''] = nav.split('class="within"');
      const linksOf = (text) => [...text.matchAll(/href="([^"]+)"/g)].map((match) => here(match[1]));
      const links = linksOf(shared).map((link) => link.replace('.ar.html', '.html'));
      if (links.join() !== navigation.join()) own.push(`other links in its navigation: ${links}`);
      const isFormat = page.startsWith('demo/formats/');
      if (isFormat && linksOf(within).join() !== ofFormats.join()) own.push(`other formats: ${linksOf(within)}`);
      const current = /href="([^"]+)" aria-current="page"/.exec(nav.replace(/\s+/g, ' '))?.[1];
      if (!current || here(current) !== page) own.push('it is not the current one of its navigation');
      return own.map((problem) => `${page}: ${problem}`);
    });
    if (problems.length > 0) throw new Error(problems.join('\n'));
  },

  async 'every page of the demo works'() {
    const counts = await withSite(async (open) => {
      const counts = [];
      for (const page of pages()) counts.push(await open(page, (tab) => lookAt(tab, page)));
      return counts;
    });
    return `${pages().length} pages, ${sum(counts)} timelines`;
  },

  async 'reference and theming have all of the manifest'() {
    const manifest = readManifest();
    const total = sum(Object.values(manifest).map(({ length }) => length));
    // A property that is an attribute too stands with that.
    const expected = total - manifest.properties.filter(({ attribute }) => attribute).length;
    const seen = await withSite(async (open) => ({
      entries: await open('demo/reference.html', async (tab) => {
        await tab.waitForSelector('.entry');
        return tab.evaluate(() => document.querySelectorAll('.entry').length);
      }),
      theming: await open('demo/theming.html', tryTheming),
    }));
    const { fields, parts, said, drawn, outlined, css } = seen.theming;
    const problems = [
      [seen.entries, expected, 'entries of the reference'],
      [fields, manifest.cssProperties.length, 'fields for custom properties'],
      [parts, manifest.parts.length, 'parts'],
      [said.before, false, 'too little contrast at first'],
      [said.after, true, 'too little contrast of grey on white'],
      [drawn, true, 'what is typed is drawn'],
      [outlined, 3, 'outline of the part with the focus'],
      [css, true, 'what is typed is in the CSS'],
    ].filter(([is, should]) => is !== should);
    if (problems.length > 0)
      throw new Error(problems.map(([is, should, what]) => `${what}: ${is}, not ${should}`).join('\n'));
    return `${seen.entries} entries, ${fields} fields, ${parts} parts`;
  },

  /** Some pages show what they read in several files. */
  async 'every file that a page offers'() {
    const counts = await withSite(async (open) => {
      const counts = [];
      for (const page of pages().filter((page) => read(page).includes('<select name="src">'))) {
        const seen = await open(page, readAllOffered);
        for (const { file, lines, issues, format } of seen) {
          if (lines.length === 0 || issues.length > 0 || format !== seen[0].format) {
            throw new Error(`${page}: ${file} was read as ${format}, ${lines.length} events\n${issues.join('\n')}`);
          }
          // One table in several forms.
          if (format === 'csv' && lines.join('\n') !== seen[0].lines.join('\n')) {
            throw new Error(`${file} gives other events than ${seen[0].file}:\n${lines.join('\n')}`);
          }
        }
        counts.push(seen.length);
      }
      return counts;
    });
    return `${sum(counts)} files`;
  },

  async 'a file is opened, dropped and pasted, without a network'() {
    const file = 'demo/data/ucdp-ged-deir-ez-zor-2016-05.csv';
    return withSite((open) =>
      open('demo/open.html', async (tab) => {
        await tab.evaluate(() => document.getElementById('timeline').ready.then(() => undefined));
        await tab.setOfflineMode(true);
        const expect = (what, condition) => {
          if (!condition) throw new Error(`${what}: not so`);
        };
        const shown = () =>
          tab.evaluate(async () => {
            const timeline = document.getElementById('timeline');
            await timeline.ready;
            await new Promise(requestAnimationFrame);
            return {
              isHidden: timeline.hidden,
              count: timeline.events.length,
              format: timeline.account?.format,
              status: document.getElementById('status').textContent,
              name: document.getElementById('file').files[0]?.name,
            };
          });

        const input = await tab.$('input[type=file]');
        await input.uploadFile(root + file);
        const chosen = await shown();
        expect('the file is shown', chosen.count === 40 && chosen.format === 'ucdp-ged' && !chosen.isHidden);
        expect('its name and form are said', /ucdp-ged-deir.*25 kB.*UCDP GED/.test(chosen.status));

        const drop = (type, target) =>
          tab.evaluate(
            (type, selector) => {
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File(['date,title\n2016-05-14,Dropped\n'], 'dropped.csv'));
              const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true });
              document.querySelector(selector).dispatchEvent(event);
              return { isKept: event.defaultPrevented, awaits: document.getElementById('opener').className };
            },
            type,
            target,
          );
        for (const target of ['.drop', 'footer']) {
          await input.uploadFile(root + file);
          await shown();
          const over = await drop('dragover', target);
          expect(`a file over ${target} is awaited`, over.isKept && over.awaits.includes('awaits'));
          const dropped = await drop('drop', target);
          expect(`a file on ${target} does not take the page's place`, dropped.isKept);
          expect('nothing is awaited any more', !dropped.awaits.includes('awaits'));
          const now = await shown();
          expect(`a file on ${target} is shown`, now.count === 1 && now.name === 'dropped.csv');
        }

        await tab.evaluate(() => {
          document.querySelector('details').open = true;
          document.getElementById('pasted').value = 'date\ttitle\n2016-05-14\tOne\n2016-05-15\tTwo\n';
          document.getElementById('paste').click();
        });
        const pasted = await shown();
        expect(
          'pasted rows are shown',
          pasted.count === 2 && pasted.name === undefined && /pasted/.test(pasted.status),
        );

        await tab.evaluate(() => document.getElementById('close').click());
        const closed = await shown();
        expect('what is closed is gone', closed.isHidden && closed.status === '');
        await tab.setOfflineMode(false);
        return 'by button, by drop anywhere, by paste';
      }),
    );
  },
};

const sharedPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; " +
  "form-action 'none'; require-trusted-types-for 'script'; trusted-types report-timeline lit-html;";
const ofFormats = Object.keys(formats).map((name) => `demo/formats/${name}.html`);
const ofTheSite = ['index', 'open', 'formats/report', 'embed', 'theming', 'reference', 'examples/index'];
const navigation = ofTheSite.map((name) => `demo/${name}.html`);

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Looks at one page wide, narrow and dark; returns how many timelines it has. */
async function lookAt(tab, page) {
  const fail = (text) => {
    throw new Error(`${page}: ${text}`);
  };
  const timelines = await tab.evaluate(async () => {
    const all = [...document.querySelectorAll('report-timeline')];
    await Promise.all(all.map((timeline) => timeline.ready));
    return all.map(({ id, events, issues, account }) => ({
      id,
      count: events.length,
      issues: issues.map(({ code, path, message }) => `${code} ${path} ${message}`),
      format: account?.format,
    }));
  });
  if (timelines.length === 0) fail('no timeline');
  const name = /formats\/(.*)\.html/.exec(page)?.[1];
  for (const { id, count, issues, format } of timelines) {
    if (count === 0) fail(`no events in #${id}: ${issues}`);
    if (issues.some((issue) => issue.startsWith('load-failed'))) fail(`#${id}: ${issues}`);
    if (name && format !== formats[name]) fail(`#${id} was read as ${format}`);
    if (faulty.includes(id) !== issues.some((issue) => /^(invalid-date|ambiguous-date)/.test(issue)))
      fail(`#${id}: ${issues.join('\n') || 'no issues'}`);
  }

  const faults = await tab.evaluate(async () => {
    const faults = [];
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ localName }) => Number(localName[1]));
    if (levels[0] !== 1 || levels.filter((level) => level === 1).length !== 1) faults.push('not one h1 at first');
    if (levels.some((level, i) => level > (levels[i - 1] ?? 0) + 1)) faults.push('a level of headings is left out');
    for (const control of document.querySelectorAll('input, select, textarea')) {
      if (!control.labels.length) faults.push(`no label: ${control.localName} ${control.id || control.name}`);
    }
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    faults.push(...ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `two of the id ${id}`));
    return faults;
  });
  if (faults.length > 0) fail(faults.join('\n'));

  // What has the focus of the keyboard is seen.
  await tab.keyboard.press('Tab');
  for (let i = 0; i < 12; i++) {
    const unseen = await tab.evaluate(() => {
      const { activeElement } = document;
      if (activeElement === document.body || activeElement.shadowRoot) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(activeElement);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2
        ? null
        : activeElement.textContent.trim() || activeElement.id;
    });
    if (unseen) fail(`no ring around the focus: ${unseen}`);
    await tab.keyboard.press('Tab');
  }

  const { width, height } = tab.viewport();
  await tab.setViewport({ width: 1280, height: 1100 });
  const covered = await tab.evaluate(coveredWhileScrolling);
  if (covered.length > 0) fail(`scrolled to, a timeline lies on the words beside it: ${covered.join(', ')}`);
  await tab.setViewport({ width, height });

  for (const scheme of ['light', 'dark']) {
    await tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const violations = await violationsOf(tab);
    if (violations.length > 0) fail(`in the ${scheme} scheme\n${violations.join('\n')}`);
  }
  await tab.setViewport({ width: narrow, height: 800 });
  const wide = await tab.evaluate(async () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    // The timelines follow in one of the next frames.
    for (let frame = 0; frame < 60; frame++) {
      await new Promise(requestAnimationFrame);
      if (frame > 2 && document.documentElement.scrollWidth <= innerWidth) return null;
    }
    const isOut = (node) =>
      node.getBoundingClientRect().right > innerWidth + 1 || node.getBoundingClientRect().left < -1;
    const [first] = [...document.querySelectorAll('main *')].filter(isOut);
    return `${document.documentElement.scrollWidth} px: ${first?.localName} ${first?.className}`;
  });
  if (wide) fail(`${narrow} px are not enough for it, ${wide}`);
  return timelines.length;
}

/** Words that stay in view must not pass under the timeline that they belong to: those of which they do, by its id. */
function coveredWhileScrolling() {
  const isOn = (one, other) =>
    one.top < other.bottom - 1 &&
    other.top < one.bottom - 1 &&
    one.left < other.right - 1 &&
    other.left < one.right - 1;
  return [...document.querySelectorAll('report-timeline')].flatMap((timeline) => {
    timeline.scrollIntoView({ behavior: 'instant' });
    const notes = timeline.closest('.example')?.querySelector('.notes');
    if (!notes || notes.contains(timeline)) return [];
    return isOn(notes.getBoundingClientRect(), timeline.getBoundingClientRect()) ? [timeline.id] : [];
  });
}

/** Types a colour that is too light for text, and goes to a part. */
async function tryTheming(tab) {
  await tab.waitForSelector('.part-list button');
  return tab.evaluate(async () => {
    const timeline = document.getElementById('timeline');
    await timeline.ready;
    const field = document.getElementById('token-ink');
    const isTooLittle = () => /too little/.test(document.getElementById('token-ink-contrast').textContent);
    const before = isTooLittle();
    field.value = '#aaabac';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const isDrawn = () => /#aaabac|rgb\(170, ?171, ?172\)/.test(timeline.toSVG());
    for (let frame = 0; frame < 120 && !isDrawn(); frame++) await new Promise(requestAnimationFrame);
    const button = [...document.querySelectorAll('.part-list button')].find(
      ({ textContent }) => textContent === 'toolbar',
    );
    button.focus();
    const part = timeline.shadowRoot.querySelector('[part=toolbar]');
    return {
      fields: document.querySelectorAll('.token').length,
      parts: document.querySelectorAll('.part-list button').length,
      said: { before, after: isTooLittle() },
      drawn: isDrawn(),
      outlined: parseFloat(getComputedStyle(part).outlineWidth),
      css: document.querySelector('[data-theme-css]').textContent.includes('--report-timeline-ink: #aaabac;'),
    };
  });
}

/** Chooses one file after the other; what is said of each. */
const readAllOffered = (tab) =>
  tab.evaluate(async () => {
    const select = document.querySelector('select[name=src]');
    const timeline = document.getElementById(select.form.dataset.for);
    const seen = [];
    for (const { value: file } of select.options) {
      select.value = file;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await timeline.ready;
      const { events, account } = timeline;
      const lines = events.map(({ id, when, title, actors }) => [id, when, title, ...actors].join(' | '));
      // A missing date is no fault.
      const issues = timeline.issues.filter(({ code }) => code !== 'missing-date').map(({ message }) => message);
      seen.push({ file, lines, issues, format: account?.format });
    }
    return seen;
  });

const axe = fs.readFileSync(`${root}node_modules/axe-core/axe.min.js`, 'utf8');

async function violationsOf(tab) {
  if (!(await tab.evaluate(() => 'axe' in window))) await tab.evaluate(axe);
  return tab.evaluate(async () => {
    // The first page shows the same report several times, and each is a landmark of its name.
    const rules = { 'landmark-unique': { enabled: false } };
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'], rules });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html)}`);
  });
}

const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', json: 'application/json', csv: 'text/csv' };

/** Serves the repository, and gives what opens its pages; any error in one fails. */
async function withSite(use) {
  const server = http.createServer((request, response) => {
    const file = path.join(root, decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    if (!file.startsWith(root) || !fs.existsSync(file) || fs.statSync(file).isDirectory()) {
      return response.writeHead(404).end();
    }
    const type = types[path.extname(file).slice(1)] ?? 'text/plain';
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(fs.readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const site = `http://127.0.0.1:${server.address().port}/`;
  const browser = await puppeteer.launch({ ...(await findBrowser()) });

  async function open(page, visit) {
    const tab = await browser.newPage();
    const errors = [];
    tab.on('pageerror', (error) => errors.push(String(error?.message ?? error)));
    tab.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) errors.push(message.text());
    });
    tab.on('response', (response) => {
      if (response.status() >= 400) errors.push(`${response.status()} ${response.url()}`);
    });
    tab.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(site)) errors.push(`asks ${request.url()}`);
    });
    await tab.setViewport({ width: 1280, height: 900 });
    await tab.goto(site + page, { waitUntil: 'load' });
    const result = await visit(tab);
    await tab.close();
    if (errors.length > 0) throw new Error(`${page}:\n${[...new Set(errors)].join('\n')}`);
    return result;
  }

  try {
    return await use(open);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
