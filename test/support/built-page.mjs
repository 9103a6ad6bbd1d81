import fs from 'node:fs';
import http from 'node:http';
import puppeteer from 'puppeteer-core';
import { findBrowser } from '../browser.mjs';
import { root } from './repository.mjs';

let browser;
let isHeld = false;

/** Opens pages one after the other without a new browser for each. */
export async function inOneBrowser(use) {
  isHeld = true;
  try {
    return await use();
  } finally {
    isHeld = false;
    const opened = await browser;
    browser = undefined;
    await opened?.close();
  }
}

/**
 * Opens a bare page with `body` and the built script, as a newsroom would have it, and hands it to `use`; afterwards
 * everything is closed. `silent`: `files` are sent without their encoding; a file that is null never comes. `requests` are
 * the paths that the page has asked for, `asked` all addresses that the browser says it asks for; `headers` are sent with
 * the page.
 */
export async function withBuiltPage(
  body,
  use,
  { headers = {}, scripts = ['/report-timeline.js'], files = {}, silent = false } = {},
) {
  const requests = [];
  const tags = scripts.map((src) => `<script src="${src}"></script>`).join('');
  const html =
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>page</title><link rel="icon" href="data:,">` +
    `${tags}</head><body>${body}</body></html>`;
  const server = http.createServer((request, response) => {
    const path = request.url.split('?')[0];
    requests.push(request.url);
    if (path === '/') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(html);
    else if (path === '/report-timeline.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
      response.end(fs.readFileSync(`${root}dist/report-timeline.js`));
    } else if (files[path] === null) {
      response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders();
    } else if (Object.hasOwn(files, path)) {
      const charset = silent ? '' : '; charset=utf-8';
      const type = path.endsWith('.html')
        ? 'text/html'
        : /\.m?js$/.test(path)
          ? 'text/javascript'
          : path.endsWith('.css')
            ? 'text/css'
            : 'application/json';
      response.writeHead(200, { 'content-type': `${type}${charset}` }).end(files[path]);
    } else response.writeHead(404).end();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

  browser ??= puppeteer.launch({ ...(await findBrowser()) });
  const opened = await browser;
  const context = await opened.createBrowserContext();
  try {
    const tab = await context.newPage();
    await tab.setViewport({ width: 1280, height: 900 });
    const faults = [];
    const asked = [];
    tab.on('request', (request) => asked.push(request.url()));
    tab.on('pageerror', (error) => faults.push(String(error?.message ?? error)));
    await tab.goto(`http://127.0.0.1:${server.address().port}/`, { waitUntil: 'load' });
    const result = await use({ tab, requests, asked, faults });
    if (faults.length > 0) throw new Error(`Errors in the page:\n${faults.join('\n')}`);
    return result;
  } finally {
    await context.close();
    server.closeAllConnections();
    server.close();
    if (!isHeld && (await opened.browserContexts()).length <= 1) {
      browser = undefined;
      await opened.close();
    }
  }
}
