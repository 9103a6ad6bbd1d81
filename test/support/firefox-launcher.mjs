import fs from 'node:fs';
import { chromeLauncher, puppeteerCore } from '@web/test-runner-chrome';

/** A launcher for Firefox over WebDriver BiDi: Debian's firefox-esr or an installed Firefox, or the one in FIREFOX_PATH. */
export function firefoxLauncher(environment = {}) {
  const executablePath = [
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:/Program Files/Mozilla Firefox/firefox.exe',
  ].find((file) => file && fs.existsSync(file));
  if (!executablePath) throw new Error('no Firefox found: install it, or set FIREFOX_PATH');
  const launchOptions = {
    browser: 'firefox',
    executablePath,
    headless: true,
    env: { ...process.env, LANGUAGE: 'en_US', ...environment },
  };
  return chromeLauncher({ puppeteer: puppeteerCore, launchOptions, createPage });
}

async function createPage({ context }) {
  const page = await context.newPage();
  // Over BiDi it lets go of the buttons and leaves the mouse where it is.
  const reset = page.mouse.reset.bind(page.mouse);
  page.mouse.reset = async () => {
    await reset();
    await page.mouse.move(0, 0);
  };
  for (const hand of [page.keyboard, page.mouse]) {
    for (const name of ['down', 'up', 'press', 'type', 'move', 'click', 'wheel']) {
      if (typeof hand[name] === 'function') hand[name] = settling(page, hand[name].bind(hand));
    }
  }
  return page;
}

/** Firefox reports a key as pressed when it has sent it to the page's process; Chromium, when the page has seen it. */
function settling(page, act) {
  return async (...args) => {
    // WebDriver names keys by what they write, the tests by where they are.
    const result = await act(...args.map((arg) => (arg === 'Space' ? ' ' : arg)));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
    return result;
  };
}
