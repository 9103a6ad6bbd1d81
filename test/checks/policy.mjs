import { build } from 'esbuild';
import { inOneBrowser, withBuiltPage } from '../support/built-page.mjs';
import { root } from '../support/repository.mjs';
import { files } from '../support/use-everything.mjs';

const strict = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
].join('; ');
const only = (scripts) => strict.replace("script-src 'self'", `script-src ${scripts}`);

/** Hears of every violation, and sees every worker, before any other script. */
const watch = `
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (event) =>
    window.violations.push(event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample));
  window.workers = 0;
  window.Worker = class extends Worker {
    constructor(...args) {
      super(...args);
      window.workers++;
    }
  };
`;
/** A script that a page trusts, and that brings another one. */
const bringing = `
  const script = document.createElement('script');
  const rules = { createScriptURL: (url) => url };
  script.src = trustedTypes.createPolicy('page', rules).createScriptURL('/report-timeline.js');
  document.head.append(script);
`;
const ours = (attributes = '') => `<script src="/report-timeline.js" ${attributes}></script>`;
const meta = (policy) => `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
const nonce = 'nonce="n"';

/** How strict a page is, how it has the script, and whether a large file is read in a worker then. */
const pages = {
  "'lit-html' alone is allowed": {
    policy: `${strict}; trusted-types lit-html`,
    tag: ours('data-worker="none"'),
  },
  "no policy is allowed, 'defer'": {
    policy: `${strict}; trusted-types 'none'`,
    tag: ours('defer data-worker="none"'),
  },
  "a nonce, 'async'": { policy: only("'nonce-n'"), tag: ours(`async ${nonce}`) },
  "a nonce and 'strict-dynamic'": { policy: only("'nonce-n' 'strict-dynamic'"), tag: ours(nonce) },
  "brought by a script with a nonce and 'strict-dynamic'": {
    policy: only("'nonce-n' 'strict-dynamic'"),
    tag: `<script src="/bringing.js" ${nonce}></script>`,
    worker: true,
  },
  'no workers, says a <meta>': { tag: meta("script-src 'self'; worker-src 'none'") + ours() },
  'own scripts, says a <meta>': { tag: meta(strict) + ours(), worker: true },
  "no workers, says the script's tag": {
    policy: `${strict}; worker-src 'none'`,
    tag: ours('data-worker="none"'),
  },
  "'type=module'": { policy: strict, tag: ours('type="module"'), worker: true },
};

const all = {
  async 'pages of every strictness, and every way to load the script'() {
    const served = { ...files, '/watch.js': watch, '/bringing.js': bringing };
    for (const [name, { policy, tag, worker = false }] of Object.entries(pages)) {
      const headers = policy ? { 'content-security-policy': policy } : {};
      const body = `<script src="/watch.js" ${nonce}></script>${tag}<report-timeline></report-timeline>`;
      const use = async ({ tab }) => {
        const { count, workers, violations } = await tab.evaluate(useIt, '/large.json');
        if (violations.length > 0) throw new Error(`${name}: the page refused\n${violations.join('\n')}`);
        if (count !== 6000) throw new Error(`${name}: ${count} events were read.`);
        if (workers !== Number(worker)) throw new Error(`${name}: ${workers} workers were made.`);
      };
      await withBuiltPage(body, use, { headers, scripts: [], files: served });
    }
    return `${Object.keys(pages).join('; ')}: 0 violations`;
  },

  async 'a page that refuses without a word'() {
    // What stands in a header cannot be read: the first large file is when it is found out, once.
    const policies = [`${strict}; trusted-types lit-html`, `${strict}; worker-src 'none'`];
    for (const policy of policies) {
      const use = async ({ tab }) => {
        const before = await tab.evaluate(useIt, '/data.json');
        const { count, violations } = await tab.evaluate(useIt, '/large.json');
        const again = await tab.evaluate(useIt, '/large.json?again');
        if (before.violations.length > 0) throw new Error(`Small data cost ${before.violations.join('\n')}`);
        if (count !== 6000 || violations.length !== 1 || again.violations.length !== 1)
          throw new Error(`Under ${policy} the timeline read ${count} events and cost\n${again.violations.join('\n')}`);
      };
      await withBuiltPage('<report-timeline></report-timeline>', use, {
        headers: { 'content-security-policy': policy },
        scripts: ['/watch.js', '/report-timeline.js'],
        files: { ...files, '/watch.js': watch },
      });
    }
    return 'writes down one refusal, at the first large file';
  },

  async 'a page with a Lit of its own'() {
    const second = await buildSecondLit();
    const [before, after] = [
      ['/second.js', '/report-timeline.js'],
      ['/report-timeline.js', '/second.js'],
    ];
    for (const [scripts, list] of [
      [before, '; trusted-types lit-html'],
      [after, '; trusted-types lit-html'],
      [before, '; trusted-types lit-html report-timeline'],
      [after, ''],
    ]) {
      const use = async ({ tab }) => {
        const { violations } = await tab.evaluate(useIt, '/data.json');
        const text = await tab.evaluate(() => document.querySelector('second-lit').shadowRoot?.textContent);
        if (text !== 'drawn by another Lit' || violations.length > 0)
          throw new Error(`With ${scripts} and "${list}" the other Lit drew "${text}".\n${violations.join('\n')}`);
      };
      await withBuiltPage('<second-lit></second-lit><report-timeline></report-timeline>', use, {
        headers: { 'content-security-policy': strict + list },
        scripts: ['/watch.js', ...scripts],
        files: { ...files, '/watch.js': watch, '/second.js': second },
      });
    }
    return 'loaded before or after, with and without lists of policies: both work, 0 violations';
  },
};

/** Pages of one check follow each other in one browser. */
export const checks = Object.fromEntries(Object.entries(all).map(([name, check]) => [name, () => inOneBrowser(check)]));

/** A component of the page, with the same Lit as it comes from its package. */
async function buildSecondLit() {
  const contents = `
    import { LitElement, html } from 'lit';
    class SecondLit extends LitElement {
      render() { return html\`drawn by \${'another'} Lit\`; }
    }
    customElements.define('second-lit', SecondLit);`;
  const stdin = { contents, resolveDir: root };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'iife', write: false, logLevel: 'error' });
  return outputFiles[0].text;
}

/** Draws, shows every view, and reads a file. */
async function useIt(src) {
  await customElements.whenDefined('report-timeline');
  const element = document.querySelector('report-timeline');
  await element.ready;
  for (const view of ['list', 'table', 'chart']) {
    element.view = view;
    await element.updateComplete;
    if (!element.shadowRoot.querySelector(`.${view}`)) throw new Error(`no ${view} was drawn`);
  }
  await element.toPNG(1);
  element.src = src;
  await element.updateComplete;
  await element.ready;
  // A violation is told in a task of its own.
  await new Promise((resolve) => setTimeout(resolve, 50));
  const { violations, workers } = window;
  return { count: element.events.length, violations: [...violations], workers };
}
