import { withBuiltPage } from '../support/built-page.mjs';

const events = JSON.stringify({
  events: [
    { id: 'x', when: '2016-05-14', title: 'A bridge', actor: 'City' },
    { id: 'y', when: '[2016-05-14..2016-05-18]', title: 'A leak', actor: 'Dyke board' },
  ],
});

export const checks = {
  /** Sizes, colours and pixels of every part, in a page with a doctype and in one without. */
  async 'a page in quirks mode'() {
    const body =
      '<meta charset="utf-8"><style>body { margin: 0 } table { color: red; font-size: 40px } </style>' +
      '<script src="/report-timeline.js"></script>' +
      '<report-timeline lang="en" event="e12" theme="light"></report-timeline>';
    const files = { '/standard.html': `<!doctype html>${body}`, '/quirks.html': body };
    return withBuiltPage(
      '',
      async ({ tab }) => {
        const address = tab.url();
        const seen = [];
        for (const path of Object.keys(files)) {
          await tab.goto(new URL(path, address).href);
          seen.push(await tab.evaluate(looks, ['chart', 'list', 'table']));
        }
        const [standard, quirks] = seen;
        if (standard.mode === quirks.mode)
          throw new Error(`Both pages are in ${quirks.mode}: this check proves nothing.`);
        // A line of smaller letters alone is a part of a pixel lower in quirks mode, as the standard of it says.
        const isOther = ({ part, look, height }, i) => {
          const { part: own, look: wanted, height: wantedHeight } = standard.parts[i] ?? {};
          return part !== own || look !== wanted || Math.abs(height - wantedHeight) > 3;
        };
        const other = quirks.parts.filter(isOther).map(({ part, look, height }) => `${part}: ${look}, ${height}`);
        if (quirks.parts.length !== standard.parts.length) throw new Error('There are other parts.');
        if (other.length > 0 || quirks.pixels !== standard.pixels) {
          const of = `${other.length} of ${quirks.parts.length}`;
          throw new Error(`${of} parts look otherwise:\n${other.slice(0, 8).join('\n')}`);
        }
        return `${quirks.parts.length} parts look as in any other page`;
      },
      { files },
    );
  },

  /** As on other screens, and as the browser's zoom and a window dragged to another screen change it. */
  async 'one, one and a half and three pixels for each'() {
    return withBuiltPage('<report-timeline lang="en"></report-timeline>', async ({ tab }) => {
      const said = [];
      for (const ratio of [1, 1.5, 3, 1]) {
        // Chromium tells a page of another ratio that is only emulated when the width changes too.
        await tab.setViewport({ width: 1201 + 2 * said.length, height: 900, deviceScaleFactor: ratio });
        const soft = await tab.evaluate(findSoft, ratio);
        if (soft.length > 0) throw new Error(`With ${ratio} pixels for each: ${soft.join('; ')}`);
        said.push(ratio);
      }
      return `${said.join(', ')}: every pixel of a canvas is one of the screen`;
    });
  },

  /**
   * A page with something between the tags, whose script comes late and whose data come later: every frame is looked at,
   * from before the script to the first picture.
   */
  async 'what stands between the tags, until the chart is there'() {
    const body =
      '<style>report-timeline:not(:defined) { display: block } body { font: 19px serif }</style><h1>Report</h1>' +
      '<report-timeline src="/held.json" view="chart"><div id="fallback"><p>In short: a bridge.</p>' +
      `<p style="height: 700px">A leak.</p></div></report-timeline><p id="after">after</p>`;
    return withBuiltPage(
      body,
      async ({ tab }) => {
        await tab.setRequestInterception(true);
        let answer;
        const asked = new Promise((resolve) => {
          tab.on('request', (request) => {
            if (!request.url().endsWith('/held.json')) return void request.continue();
            answer = () => request.respond({ contentType: 'application/json', body: events });
            resolve();
          });
        });
        await tab.evaluate(startWatching);
        await tab.evaluate(() => {
          const script = document.createElement('script');
          script.src = '/report-timeline.js';
          document.head.append(script);
        });
        await asked;
        await tab.waitForFunction(() =>
          document.querySelector('report-timeline').shadowRoot?.querySelector('.loading'),
        );
        await tab.evaluate(frames);
        await answer();
        const { seen, jumps, least } = await tab.evaluate(stopWatching);
        if (seen.join() !== 'fallback,chart') throw new Error(`One frame after the other shows: ${seen.join(', ')}.`);
        if (least < 0) throw new Error(`While it loads the element is ${-least} px lower than what stands there.`);
        if (jumps.length > 0) throw new Error(`What stands there moves: ${jumps.join(', ')}.`);
        return 'stays where it is, and is replaced in one frame';
      },
      { scripts: [] },
    );
  },
};

/** Runs in the page. */
async function looks(views) {
  const element = document.querySelector('report-timeline');
  const parts = [];
  let pixels = '';
  const properties = ['color', 'fontSize', 'fontWeight', 'lineHeight', 'textAlign', 'whiteSpace', 'width'];
  for (const view of views) {
    element.view = view;
    await element.ready;
    await element.updateComplete;
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    for (const part of element.shadowRoot.querySelectorAll('*')) {
      const style = getComputedStyle(part);
      const look = properties.map((name) => style[name]).join(', ');
      parts.push({ part: `${view}: ${part.localName}.${part.className}`, look, height: parseFloat(style.height) });
    }
    for (const canvas of element.shadowRoot.querySelectorAll('canvas')) pixels += canvas.toDataURL();
  }
  return { mode: document.compatMode, parts, pixels };
}

/** Runs in the page. */
async function findSoft(ratio) {
  const element = document.querySelector('report-timeline');
  await element.ready;
  const isRight = (canvas) => Math.abs(canvas.getBoundingClientRect().width * ratio - canvas.width) < 0.05;
  const canvases = () => [...element.shadowRoot.querySelectorAll('canvas')];
  for (let i = 0; i < 120 && !canvases().every(isRight); i++) await new Promise(requestAnimationFrame);
  if (devicePixelRatio !== ratio) return [`the window has ${devicePixelRatio}`];
  return canvases().flatMap((canvas) => {
    const { width, height } = canvas.getBoundingClientRect();
    const isSharp = Math.abs(width * ratio - canvas.width) < 0.05 && Math.abs(height * ratio - canvas.height) < 0.05;
    const marks = canvas
      .getContext('2d')
      .getImageData(0, 0, canvas.width, canvas.height)
      .data.some((value) => value > 0);
    return isSharp && marks
      ? []
      : [`${canvas.className} has ${canvas.width} × ${canvas.height} for ${width} × ${height}`];
  });
}

/** Runs in the page. */
function startWatching() {
  const element = document.querySelector('report-timeline');
  const fallback = document.querySelector('#fallback');
  const first = fallback.getBoundingClientRect();
  const watch = (window.watch = { seen: [], jumps: [], least: 0, isOver: false });
  const look = () => {
    const own = fallback.getBoundingClientRect();
    const chart = element.shadowRoot?.querySelector('.main')?.getBoundingClientRect();
    const state =
      [own.height > 0 && 'fallback', chart?.height > 0 && 'chart'].filter(Boolean).join(' and ') || 'nothing';
    if (watch.seen.at(-1) !== state) watch.seen.push(state);
    if (state === 'fallback') {
      watch.least = Math.min(watch.least, element.getBoundingClientRect().height - first.height);
      const isBelow = element.shadowRoot?.querySelector('.loading')?.offsetHeight > 0;
      if (own.height !== first.height || (!isBelow && own.top !== first.top))
        watch.jumps.push(`${first.top} → ${own.top}`);
    }
    if (!watch.isOver) requestAnimationFrame(look);
  };
  look();
}

/** Runs in the page. */
async function frames() {
  for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame);
}

/** Runs in the page. */
async function stopWatching() {
  await document.querySelector('report-timeline').ready;
  for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
  window.watch.isOver = true;
  return window.watch;
}
