import os from 'node:os';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { findBrowser } from './browser.mjs';
import { browserPool } from './support/browser-pool.mjs';
import { countReporter } from './support/count-reporter.mjs';
import { firefoxLauncher } from './support/firefox-launcher.mjs';
import { pageCommands } from './support/page-commands.mjs';
import { pictures } from './support/pictures.mjs';
import { testServer } from './support/test-server.mjs';
import { webkitLauncher } from './support/webkit-launcher.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const TZ = process.env.TEST_TZ ?? 'UTC';
/** Browsers of one kind side by side, one a core; more than four would wait for the one server of the files. */
const jobs = Number(process.env.TEST_JOBS ?? Math.min(4, os.availableParallelism()));

export default {
  rootDir: root,
  files: ['test/**/*.test.ts'],
  // Lit's development build warns about misuse that the production build lets pass.
  nodeResolve: { exportConditions: ['browser', 'development'] },
  plugins: [
    esbuildPlugin({ ts: true, json: true, tsconfig: `${root}tsconfig.json`, target: 'es2022' }),
    pageCommands(),
    pictures({ folder: `${root}test/pictures`, update: Boolean(process.env.UPDATE_PICTURES) }),
  ],
  middleware: [testServer()],
  browsers: await launchers((process.env.BROWSERS ?? 'chromium').split(',')),
  // A page in the background gets no animation frames, and only one page has the focus: a browser has one page.
  concurrency: 1,
  reporters: [defaultReporter(), countReporter()],
  testFramework: { config: { timeout: 20_000 } },
  testsFinishTimeout: 180_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testRunnerHtml,
};

/** Text is measured with these fonts and no others, so that a width in a test is the same on every machine. */
function testRunnerHtml(testFramework) {
  const fonts = ['noto-sans/400', 'noto-sans/700', 'noto-sans-arabic/400', 'noto-sans-arabic/700'];
  const links = fonts.map((font) => `<link rel="stylesheet" href="/node_modules/@fontsource/${font}.css">`).join('');
  const families = [
    '400 16px "Noto Sans"',
    '700 16px "Noto Sans"',
    '400 16px "Noto Sans Arabic"',
    '700 16px "Noto Sans Arabic"',
  ];
  return `<!doctype html>
    <html lang="en" data-zone="${TZ}">
      <head><meta charset="utf-8"><title>tests</title>${links}</head>
      <body>
        <script type="module">
          await Promise.all(${JSON.stringify(families)}.map((font) => document.fonts.load(font, 'aدير–')));
          await import(${JSON.stringify(testFramework)});
        </script>
      </body>
    </html>`;
}

async function launchers(names) {
  const found = names.includes('chromium') ? await findBrowser() : undefined;
  const one = {
    chromium: () => chromeLauncher({ launchOptions: { ...found, env: { ...found.env, TZ, LANGUAGE: 'en_US' } } }),
    firefox: () => firefoxLauncher({ TZ }),
    webkit: () => webkitLauncher({ TZ }),
  };
  return names.map((name) => {
    if (!Object.hasOwn(one, name)) throw new Error(`unknown browser in BROWSERS: ${name}`);
    return browserPool(jobs, () => aPageForEachFile(one[name]()));
  });
}

/** The launcher keeps pages for the next file. In a page that has seen two fingers Chromium sends no later touch on. */
function aPageForEachFile(launcher) {
  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (id) => {
    const result = await stopSession(id);
    await Promise.all((launcher.inactivePages?.splice(0) ?? []).map(({ puppeteerPage }) => puppeteerPage.close()));
    return result;
  };
  return launcher;
}
