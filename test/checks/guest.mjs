import { measuring, nodesOf, pageOfItsOwn } from '../support/measured-page.mjs';
import { withBuiltPage } from '../support/built-page.mjs';
import { files, timelines, useEverything } from '../support/use-everything.mjs';

/** What the README says of a strict page. The second is not enforced: it tells what a page would see that allows no policy. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types report-timeline";
const noPolicyAllowed = "require-trusted-types-for 'script'; trusted-types 'none'";
/** The worker's address alone needs one: see `src/view/trusted-types.ts`. */
const expected = 'report trusted-types trusted-types-policy report-timeline';

/** Everything is used once; each check looks at another side of what that did to the page. */
let used;
const afterUse = () => (used ??= useOnce());

async function useOnce() {
  const options = {
    scripts: ['/measuring.js'],
    headers: { 'content-security-policy': policy, 'content-security-policy-report-only': noPolicyAllowed },
    files: {
      ...files,
      '/measuring.js': measuring,
      '/prepare.js': `(${prepare})();`,
      '/never.json': null,
      // A bar that comes with a longer page makes everything narrower.
      '/page.css': 'html { overflow-y: scroll }',
    },
  };
  const last = ['/prepare.js', '/report-timeline.js'].map((src) => `<script src="${src}" defer></script>`).join('');
  const body = `<link rel="stylesheet" href="/page.css">${pageOfItsOwn}${timelines}${last}`;
  const { templates, ...report } = await withBuiltPage(
    body,
    async ({ tab, asked }) => {
      await tab.evaluate(drawn);
      const mounted = await tab.evaluate(() => window.guest.compare());
      const own = await useThePage(tab);
      await useEverything(tab);
      const left = await tab.evaluate(leave);
      return { mounted, own, ...left, asked, noticed: await tab.evaluate(forbidden) };
    },
    options,
  );
  const parsing = { scripts: ['/nodes.js'], files: { '/nodes.js': String(nodesOf) } };
  const parsed = await withBuiltPage('', ({ tab }) => tab.evaluate(parse, templates), parsing);
  return { ...report, templates: templates.length, misread: templates.filter(({ nodes }, i) => nodes !== parsed[i]) };
}

const fail = (what, lines) => {
  if (lines.length > 0) throw new Error(`${what}:\n${lines.join('\n')}`);
};

export const checks = {
  async 'a strict content security policy and Trusted Types'() {
    const { violations, noticed } = await afterUse();
    const known = violations.filter((line) => line.startsWith(expected));
    fail(
      'The page refused what the timeline did',
      violations.filter((line) => !known.includes(line)),
    );
    if (noticed === 0 || known.length !== 1)
      throw new Error('The policies were not in force: this check checks nothing.');
    return '0 violations while everything is used; one for the worker where no policy is allowed';
  },

  async 'templates that are made without the parser'() {
    const { templates, misread } = await afterUse();
    if (templates < 50) throw new Error(`Only ${templates} templates were seen: this check checks nothing.`);
    fail(
      "The browser's parser makes something else of this markup (see src/view/build-template.ts): close every element, " +
        'and write what the parser would add, such as <tbody>',
      misread.map(({ markup }) => markup),
    );
    return `${templates} are what the parser would have made`;
  },

  async 'the page around, while a timeline is there'() {
    const { mounted, own } = await afterUse();
    for (const [kind, lines] of Object.entries(mounted))
      fail(`A timeline that is only there has changed ${kind}`, lines);
    fail('The page cannot be used as before', own);
    return 'looks as before; wheel, keys, focus, selection, title and address are its own';
  },

  async 'the page around, after a timeline was used and removed'() {
    const { left, during, attached, goingOn } = await afterUse();
    for (const [kind, lines] of Object.entries(left)) fail(`A timeline that is gone has changed ${kind}`, lines);
    const heard = [...new Set(during)].sort();
    fail(
      'A timeline at rest listens on the page',
      heard.filter((line) => /key|wheel|mouse|pointer|touch|click/.test(line)),
    );
    if (heard.length === 0) throw new Error('No listener was seen at all: this check checks nothing.');
    fail('A timeline that is gone still listens', attached);
    fail('A timeline that is gone still has to do', goingOn);
    return `has no name, listener, observer, timer, request or store more; while it was there: ${heard.join(', ')}`;
  },

  async 'requests of a timeline'() {
    const { asked } = await afterUse();
    const known =
      /^http:\/\/127\.0\.0\.1:\d+\/((measuring|prepare|report-timeline)\.js|page\.css|(data|broken|missing|large|never)\.json)?$|^(blob|data):/;
    fail(
      'The browser was asked for more than script and data',
      asked.filter((url) => !known.test(url)),
    );
    if (!asked.some((url) => url.endsWith('/large.json'))) throw new Error('Not even the data were asked for.');
    return `${asked.length}, for the script and the data`;
  },
};

/** The reader is at a button of the page, and has selected a word, when the script comes. */
function prepare() {
  window.getSelection().selectAllChildren(document.querySelector('mark'));
  document.getElementById('button').focus();
  window.guest.remember();
}

async function drawn() {
  await Promise.all([...document.querySelectorAll('report-timeline')].map(({ ready }) => ready));
  await new Promise((resolve) => setTimeout(resolve, 100));
}

/** Wheel and keys of a page that has a timeline; what is wrong with them. */
async function useThePage(tab) {
  const keys = 'n p ? + - 0 Space Home End ArrowLeft ArrowUp Enter Escape'.split(' ');
  const state = () =>
    tab.evaluate(() =>
      JSON.stringify([...document.querySelectorAll('report-timeline')].map(({ range, event }) => [range, event])),
    );
  const before = await state();
  await tab.evaluate(() => {
    window.guest.prevented = [];
    window.guest.stop = new AbortController();
    const { signal } = window.guest.stop;
    const options = { signal, passive: false };
    for (const type of ['wheel', 'keydown', 'keyup', 'beforeinput', 'focusin']) {
      window.addEventListener(
        type,
        (event) => event.defaultPrevented && window.guest.prevented.push(`${type} prevented`),
        options,
      );
    }
  });
  await tab.focus('#input');
  for (const key of keys) await tab.keyboard.press(key);
  const box = await (await tab.$('#timeline >>> .lanes')).boundingBox();
  await tab.mouse.move(box.x + box.width / 2, box.y + 40);
  await tab.mouse.wheel({ deltaY: 120 });
  await tab.waitForFunction(() => window.scrollY === 120, { timeout: 5000 }).catch(() => {});
  const wrong = await tab.evaluate(() => {
    const { scrollY } = window;
    const { prevented } = window.guest;
    window.guest.stop.abort();
    if (scrollY !== 120) prevented.push(`a wheel by 120 pixels scrolls the page by ${scrollY}`);
    if (document.getElementById('input').value !== 'np?+-0 ')
      prevented.push(`what is typed into a field is not in it: ${document.getElementById('input').value}`);
    return prevented;
  });
  if ((await state()) !== before) wrong.push('keys or wheel of the page have moved the timeline');
  return wrong;
}

/** Removes all timelines, one of them while it loads. */
async function leave() {
  const { guest } = window;
  const all = [...document.querySelectorAll('report-timeline')];
  document.getElementById('timeline').src = '/never.json';
  await new Promise((resolve) => setTimeout(resolve, 100));
  const during = guest.attached();
  for (const element of all) element.remove();
  await new Promise((resolve) => setTimeout(resolve));
  const attached = guest.attached();
  const goingOn = await guest.goingOn();
  delete window.heard;
  const { place, ...left } = await guest.compare();
  // Where the reader is now is what the reader has done.
  left.place = place.filter((line) => !/^(href|scroll|focus|selection|children) /.test(line));
  return { during, attached, goingOn, left, violations: [...guest.violations], templates: guest.templates() };
}

/** The policy is in force: what it forbids is noticed. */
async function forbidden() {
  const seen = new Promise((resolve) => document.addEventListener('securitypolicyviolation', resolve));
  document.body.setAttribute('style', 'color: red');
  await seen;
  return window.guest.violations.filter((line) => line.startsWith('enforce')).length;
}

/** What the browser makes of the same markup. */
function parse(templates) {
  return templates.map(({ markup, isSvg }) => {
    const template = document.createElement('template');
    template.innerHTML = markup;
    const { content } = template;
    if (isSvg) content.firstChild.replaceWith(...content.firstChild.childNodes);
    return window.nodesOf(content);
  });
}
