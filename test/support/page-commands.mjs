import fs from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const outputFolder = fileURLToPath(new URL('../.output', import.meta.url));

/**
 * What the runner's own commands lack: a real wheel, real touch, the DevTools protocol, and a look at the page.
 * In a test: `await executeServerCommand('wheel', { position: [100, 50], deltaY: -120 })`.
 */
export function pageCommands() {
  // One session a page: what a session emulates ends with it.
  const cdpSessions = new WeakMap();

  const commands = {
    async wheel(page, { position: [x, y], deltaX = 0, deltaY = 0, key }) {
      await page.mouse.move(x, y);
      await holding(page, key, () => page.mouse.wheel({ deltaX, deltaY }));
    },

    async 'double-click'(page, { position: [x, y], key }) {
      await holding(page, key, () => page.mouse.click(x, y, { count: 2 }));
    },

    /** One finger down, along all points, and up. */
    async touch(page, { path: [start, ...rest] }) {
      const touch = await page.touchscreen.touchStart(...start);
      for (const point of rest) await touch.move(...point);
      await touch.end();
    },

    async cdp(page, { method, params }) {
      if (!cdpSessions.has(page)) cdpSessions.set(page, await page.createCDPSession());
      return cdpSessions.get(page).send(method, params);
    },

    /** The window as it is painted: a PNG in base64. */
    capture(page) {
      return page.screenshot({ encoding: 'base64' });
    },

    /** For people: saves the page, or `clip` of it, to test/.output/NAME.png. Nothing is compared. */
    async screenshot(page, { name, clip, fullPage = false }) {
      const file = path.join(outputFolder, `${name}.png`);
      await fs.mkdir(path.dirname(file), { recursive: true });
      await page.screenshot({ path: file, ...(clip ? { clip } : { fullPage }) });
      return file;
    },
  };

  async function holding(page, key, act) {
    if (key) await page.keyboard.down(key);
    await act();
    if (key) await page.keyboard.up(key);
  }

  return {
    name: 'page-commands',
    async executeCommand({ command, payload, session }) {
      if (!Object.hasOwn(commands, command)) return undefined;
      const page = session.browser.getPage(session.id);
      // The runner takes undefined for "not my command".
      return (await commands[command](page, payload)) ?? true;
    },
  };
}
