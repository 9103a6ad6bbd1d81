import puppeteer from 'puppeteer-core';
import { findBrowser } from '../../browser.mjs';

const found = await findBrowser();

/**
 * Opens a tab of a browser of its own, hands it to `use` and ends the browser, whatever happens: nothing that one
 * sample leaves behind (compiled code, a grown heap, a stuck page) reaches the next. Only what was started here is ended.
 */
export async function withTab(use, { gpu = false, protocolTimeout = 240_000 } = {}) {
  const browser = await puppeteer.launch({
    ...found,
    protocolTimeout,
    // Without a graphics card the processor paints, and machines can be compared.
    args: [...found.args, ...(gpu ? [] : ['--disable-gpu'])],
  });
  try {
    const [tab] = await browser.pages();
    await tab.setViewport({ width: 1280, height: 1000 });
    const crashed = new Promise((_, reject) => tab.once('error', (error) => reject(error)));
    return await Promise.race([use(tab, await browser.version()), crashed]);
  } finally {
    const child = browser.process();
    const isClosed = await Promise.race([
      browser.close().then(
        () => true,
        () => false,
      ),
      wait(5000),
    ]);
    if (!isClosed) child?.kill('SIGKILL');
  }
}

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Rejects when `promise` takes longer, and says what took so long. */
export function limited(promise, ms, what) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} took over ${ms / 1000} s`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
