import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import { WebDriverPage } from './webdriver-page.mjs';

/**
 * A launcher for WebKitGTK's MiniBrowser, the WebKit that Linux has: Debian's packages webkit2gtk-driver and xvfb. It
 * starts a screen that nobody sees and the driver, and speaks WebDriver to it.
 *
 * The type is that of Puppeteer's launchers because the runner's commands look for a Puppeteer page, and
 * `WebDriverPage` does what they ask of one.
 */
export function webkitLauncher(environment = {}) {
  const binary = miniBrowser();
  if (!binary) throw new Error('no WebKitGTK found: apt-get install webkit2gtk-driver xvfb, or set MINIBROWSER');
  const processes = [];
  const pages = new Map();
  const urls = new Map();
  let session;

  async function start() {
    const display = process.env.DISPLAY ?? (await startScreen(processes));
    const port = await freePort();
    const env = {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: 'x11',
      NO_AT_BRIDGE: '1',
      // Where the machine has no such locale, the language of the browser is called "C".
      LC_ALL: 'en_US.UTF-8',
      LANGUAGE: 'en_US',
      ...environment,
    };
    const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env });
    await once(driver, 'spawn');
    processes.push(driver);

    const address = `http://127.0.0.1:${port}`;
    await untilAnswers(`${address}/status`);
    const options = { binary, args: ['--automation', '--geometry=800x600'] };
    const capabilities = { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } };
    const { sessionId } = await send(address, 'POST', '/session', { capabilities });
    return (method, path, body) => send(address, method, `/session/${sessionId}${path}`, body);
  }

  /** The next file gets a browser that has not died. */
  function end() {
    session = undefined;
    for (const child of processes.splice(0).reverse()) child.kill();
  }

  return {
    name: 'WebKitGTK',
    type: 'puppeteer',
    concurrency: 1,

    async startSession(id, url) {
      session ??= start();
      try {
        const page = new WebDriverPage(await session);
        pages.set(id, page);
        urls.set(id, url);
        await page.setViewport({ width: 800, height: 600 });
        await page.goto(url);
      } catch (error) {
        end();
        throw error;
      }
    },

    async stopSession(id) {
      const page = pages.get(id);
      pages.delete(id);
      try {
        // Ends whatever runs in the page.
        await page?.goto('about:blank');
      } catch (error) {
        end();
        throw error;
      }
      return {};
    },

    isActive: (id) => pages.has(id),
    getPage: (id) => pages.get(id),
    getBrowserUrl: (id) => urls.get(id),

    startDebugSession() {
      throw new Error('WebKitGTK has no window to debug in here: run MiniBrowser by hand');
    },

    async stop() {
      const call = await session?.catch(() => undefined);
      await call?.('DELETE', '').catch(() => undefined);
      end();
    },
  };
}

function miniBrowser() {
  const folders = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].flatMap((machine) =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((version) => `/usr/lib/${machine}/${version}`),
  );
  return [process.env.MINIBROWSER, ...folders.map((folder) => `${folder}/MiniBrowser`)].find(
    (file) => file && fs.existsSync(file),
  );
}

/** @returns the name of a display of its own, as the server chose it */
async function startScreen(processes) {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'];
  const screen = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  await once(screen, 'spawn');
  processes.push(screen);
  const [number] = await once(screen.stdio[3], 'data');
  return `:${String(number).trim()}`;
}

async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function untilAnswers(url) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fetch(url);
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function send(address, method, path, body) {
  const response = await fetch(address + path, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`${value?.error}: ${value?.message} (${method} ${path})`);
  return value;
}
