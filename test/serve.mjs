import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startDevServer } from '@web/dev-server';

// Serves the files of the repository as they are: the demo loads the built script, as any page would.
const server = await startDevServer({
  config: { rootDir: fileURLToPath(new URL('..', import.meta.url)), watch: false, clearTerminalOnReload: false },
  readCliArgs: false,
  readFileConfig: false,
  logStartMessage: false,
});

const address = `http://localhost:${server.config.port}/demo/`;
console.log(`\nThe demo: ${address}\nStop with Ctrl+C.`);
if (process.stdout.isTTY && !process.env.CI) open(address);

/** A machine without a desktop has the address on its terminal; that is enough. */
function open(url) {
  const [command, ...args] = { win32: ['cmd', '/c', 'start', '""', url], darwin: ['open', url] }[process.platform] ?? [
    'xdg-open',
    url,
  ];
  if (command === 'xdg-open' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return;
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
