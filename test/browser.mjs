/**
 * Finds a Chromium to test in, and gets one where there is none:
 *
 *   1. CHROME_PATH or PUPPETEER_EXECUTABLE_PATH
 *   2. an installed Chrome, Chromium, Edge or Brave, or one that Puppeteer or Playwright downloaded before
 *   3. Linux on x64: the one inside the npm package @sparticuz/chromium (70 MB, fetched once into node_modules/.cache)
 *   4. Debian as root: apt-get install chromium-headless-shell
 *   5. @puppeteer/browsers (needs the open internet)
 *
 * TEST_BROWSER_FROM=npm, apt or download tries that one way only. `node test/browser.mjs` prints what it found.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

// The last version that declares Node 20.
const sparticuzVersion = process.env.SPARTICUZ_VERSION ?? '147.0.0';
const cache = fileURLToPath(new URL('../node_modules/.cache/test-browser', import.meta.url));
const say = (text) => console.error(`[browser] ${text}`);

/** @returns {Promise<{executablePath: string, args: string[], env: NodeJS.ProcessEnv, headless: true | 'shell'}>} */
export async function findBrowser() {
  const named = process.env.CHROME_PATH ?? process.env.PUPPETEER_EXECUTABLE_PATH;
  const only = process.env.TEST_BROWSER_FROM;
  const may = (way) => !only || only === way;

  const found =
    (named && { executablePath: named }) ||
    (!only && firstThatWorks(installedBrowsers())) ||
    (may('npm') && (await fromNpm())) ||
    (may('apt') && fromApt()) ||
    (may('download') && fromDownload());
  if (!found) throw new Error('no Chromium found or obtainable: install Chrome, Chromium or Edge, or set CHROME_PATH');

  say(found.executablePath);
  return { headless: true, ...found, env: { ...process.env, ...found.env }, args: launchArguments() };
}

/** The same page on every machine: one pixel ratio, one language, no hinting, no colour profile, no visits elsewhere. */
function launchArguments() {
  // The sandbox needs user namespaces, which root, containers and many CI machines do not give. The pages are our own.
  const noSandbox = process.platform === 'linux';
  return [
    ...(noSandbox ? ['--no-sandbox'] : []),
    '--lang=en-US',
    '--accept-lang=en-US',
    '--force-device-scale-factor=1',
    '--force-color-profile=srgb',
    '--font-render-hinting=none',
    '--disable-lcd-text',
    '--hide-scrollbars',
    '--disable-dev-shm-usage',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ];
}

function firstThatWorks(files) {
  for (const executablePath of files) if (works(executablePath)) return { executablePath };
  return undefined;
}

function works(file) {
  if (!fs.existsSync(file)) return false;
  // chrome.exe --version prints nothing and opens a window.
  if (process.platform === 'win32') return true;
  // A file alone proves nothing: Ubuntu's chromium-browser only asks to install a snap.
  const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /chrom|edge|brave/i.test(stdout);
}

function* installedBrowsers() {
  const { platform, env } = process;
  const home = os.homedir();

  if (platform === 'win32') {
    for (const root of [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(Boolean)) {
      yield path.join(root, 'Google/Chrome/Application/chrome.exe');
      yield path.join(root, 'Microsoft/Edge/Application/msedge.exe');
      yield path.join(root, 'BraveSoftware/Brave-Browser/Application/brave.exe');
    }
  } else if (platform === 'darwin') {
    for (const root of ['/Applications', path.join(home, 'Applications')]) {
      for (const name of ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser', 'Google Chrome Canary']) {
        yield `${root}/${name}.app/Contents/MacOS/${name}`;
      }
    }
  } else {
    const names = [
      'google-chrome-stable',
      'google-chrome',
      'chromium',
      'chromium-browser',
      'microsoft-edge',
      'brave-browser',
      'chromium-headless-shell',
    ];
    const folders = [...(env.PATH ?? '').split(':').filter(Boolean), '/usr/bin', '/usr/local/bin', '/snap/bin'];
    for (const name of names) for (const folder of folders) yield path.join(folder, name);
  }

  // Puppeteer's folders are product/version/platform, ours too.
  const puppeteer = env.PUPPETEER_CACHE_DIR ?? path.join(home, '.cache/puppeteer');
  for (const [root, product] of [
    [puppeteer, 'chrome'],
    [puppeteer, 'chrome-headless-shell'],
    [cache, 'chrome-headless-shell'],
  ]) {
    yield* executablesIn(path.join(root, product), () => true, product);
  }

  const playwrightDefaults = {
    win32: path.join(env.LOCALAPPDATA ?? home, 'ms-playwright'),
    darwin: path.join(home, 'Library/Caches/ms-playwright'),
  };
  const playwright =
    env.PLAYWRIGHT_BROWSERS_PATH ?? playwrightDefaults[platform] ?? path.join(home, '.cache/ms-playwright');
  yield* executablesIn(playwright, (version) => version.startsWith('chromium-'), 'chrome');
}

function* executablesIn(folder, isWanted, name) {
  const mac = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing';
  for (const version of entries(folder).filter(isWanted)) {
    for (const build of entries(path.join(folder, version))) {
      for (const file of [name, `${name}.exe`, mac, 'Chromium.app/Contents/MacOS/Chromium']) {
        yield path.join(folder, version, build, file);
      }
    }
  }
}

/** Newest first, as far as names tell; empty where there is no such folder. */
function entries(folder) {
  try {
    return fs.readdirSync(folder).sort().reverse();
  } catch {
    return [];
  }
}

async function fromNpm() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = path.join(cache, `sparticuz-${sparticuzVersion}`);
  const executablePath = path.join(folder, 'chromium');
  const ready = path.join(folder, 'ready');

  if (!fs.existsSync(ready)) {
    const spec = `@sparticuz/chromium@${sparticuzVersion}`;
    say(`no Chrome or Chromium here: getting ${spec} from npm (70 MB, once)`);
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    const quiet = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
    if (!npm('install', '--prefix', folder, ...quiet, spec)) return undefined;

    await unpack(path.join(folder, 'node_modules/@sparticuz/chromium'), folder);
    // Its own fonts.conf names a folder under the system's temporary one.
    const fontFolders = ['/usr/share/fonts', path.join(folder, 'fonts')].map((dir) => `<dir>${dir}</dir>`).join('');
    fs.writeFileSync(
      path.join(folder, 'fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">` +
        `<fontconfig>${fontFolders}<cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
    );
    fs.rmSync(path.join(folder, 'node_modules'), { recursive: true, force: true });
    fs.writeFileSync(ready, '');
  }

  const hasFonts = fs.existsSync('/etc/fonts/fonts.conf') && entries('/usr/share/fonts').length > 0;
  const env = {
    LD_LIBRARY_PATH: [path.join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    ...(hasFonts ? {} : { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') }),
  };
  const { status, stderr } = spawnSync(executablePath, ['--version'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (status === 0) return { executablePath, env, headless: 'shell' };
  say(`the Chromium from npm does not start here: ${stderr}`);
  return undefined;
}

/** Runs the package's own unpacker, but into `folder`, and with the system libraries that a bare machine lacks. */
async function unpack(packageFolder, folder) {
  const before = { ...process.env };
  // It unpacks to the temporary folder, and the libraries only where it believes to be in AWS Lambda.
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' });
  try {
    const { exports, main } = JSON.parse(fs.readFileSync(path.join(packageFolder, 'package.json'), 'utf8'));
    const entry = exports?.['.']?.import?.default ?? exports?.['.']?.import ?? exports?.['.']?.default ?? main;
    const { default: chromium } = await import(pathToFileURL(path.join(packageFolder, entry)).href);
    await chromium.executablePath();
  } finally {
    // It also sets HOME, LD_LIBRARY_PATH and others for good.
    for (const key of Object.keys(process.env)) if (!(key in before)) delete process.env[key];
    Object.assign(process.env, before);
  }
}

function fromApt() {
  const isDebianRoot = process.platform === 'linux' && process.getuid?.() === 0 && fs.existsSync('/etc/debian_version');
  if (!isDebianRoot || !fs.existsSync('/usr/bin/apt-get')) return undefined;

  say("installing Debian's chromium-headless-shell");
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0;
  const install = (name) => apt('install', '-y', '--no-install-recommends', name);
  if (!apt('update') || !(install('chromium-headless-shell') || install('chromium'))) return undefined;
  return firstThatWorks(installedBrowsers());
}

function fromDownload() {
  say('trying the download of Chrome for Testing (needs the open internet)');
  const command = ['@puppeteer/browsers@2', 'install', 'chrome-headless-shell@stable', '--path', cache];
  if (!npm('exec', '--yes', '--', ...command)) return undefined;
  const found = firstThatWorks(installedBrowsers());
  return found && { ...found, headless: 'shell' };
}

function npm(...args) {
  // Under "npm test" this is npm's own script, which needs no shell on Windows either.
  const script = process.env.npm_execpath;
  if (script && /\.c?js$/.test(script)) {
    return spawnSync(process.execPath, [script, ...args], { stdio: ['ignore', 2, 2] }).status === 0;
  }
  const windows = process.platform === 'win32';
  return spawnSync(windows ? 'npm.cmd' : 'npm', args, { stdio: ['ignore', 2, 2], shell: windows }).status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { executablePath, args, headless } = await findBrowser();
  console.log(JSON.stringify({ executablePath, headless, args }, null, 2));
}
