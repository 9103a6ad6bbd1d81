import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';
import { findBrowser } from './browser.mjs';
import { countReporter } from './support/count-reporter.mjs';
import { pageCommands } from './support/page-commands.mjs';
import { pictures } from './support/pictures.mjs';
import { testServer } from './support/test-server.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const TZ = process.env.TEST_TZ ?? 'UTC';

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
  // A page in the background gets no animation frames, and only one page has the focus.
  concurrency: 1,
  reporters: [defaultReporter(), countReporter()],
  testFramework: { config: { timeout: 10_000 } },
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
  const all = [];
  for (const name of names) {
    if (name === 'chromium') all.push(await chromium());
    else if (name === 'firefox') all.push(firefox());
    else throw new Error(`unknown browser in BROWSERS: ${name}`);
  }
  return all;
}

async function chromium() {
  const found = await findBrowser();
  return aPageForEachFile(
    chromeLauncher({ launchOptions: { ...found, env: { ...found.env, TZ, LANGUAGE: 'en_US' } } }),
  );
}

/** The launcher keeps pages for the next file. In a page that has seen two fingers Chromium sends no later touch on. */
function aPageForEachFile(launcher) {
  const stopSession = launcher.stopSession.bind(launcher);
  launcher.stopSession = async (id) => {
    const result = await stopSession(id);
    await Promise.all(launcher.inactivePages.splice(0).map(({ puppeteerPage }) => puppeteerPage.close()));
    return result;
  };
  return launcher;
}

/** Over WebDriver BiDi. Touch, forced colours and media emulation need Chromium; such tests skip themselves. */
function firefox() {
  const executablePath = [
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:/Program Files/Mozilla Firefox/firefox.exe',
  ].find((file) => file && fs.existsSync(file));
  if (!executablePath) throw new Error('no Firefox found: install it, or set FIREFOX_PATH');
  const launchOptions = { browser: 'firefox', executablePath, headless: true, env: { ...process.env, TZ } };
  return chromeLauncher({ puppeteer: puppeteerCore, launchOptions });
}
