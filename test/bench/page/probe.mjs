/**
 * Runs in the measured page. It holds nothing of the data but the text, and that only until it has been handed over, so
 * that what the heap has gained belongs to what is measured.
 */
const peer = await import(new URL(`../peers/${new URLSearchParams(location.search).get('peer')}.mjs`, import.meta.url));
const place = document.getElementById('place');
const nextFrame = () => new Promise(requestAnimationFrame);
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** While the page still changes, the picture is not complete; but it is not waited for longer than this. */
const settleMs = 3000;
const quietFrames = 3;

const longTasks = [];
new PerformanceObserver((list) => {
  for (const { startTime, duration } of list.getEntries()) longTasks.push({ start: startTime, ms: duration });
}).observe({ type: 'longtask' });

let text;

async function loadText(url) {
  text = await (await fetch(url)).text();
  return text.length;
}

/**
 * Gives the data to the peer and waits for its picture. Times are in milliseconds from just before.
 * `parsed`: the peer has its object, where it parses by itself in a task of its own. `ready`: it says that it is done.
 * `first`: the frame after that is painted, and the page no longer changes. `longestTask`: without what the harness does.
 */
async function mount(given) {
  await nextFrame();
  await nextFrame();
  const handed = given.by === 'src' ? given : { ...given, text };
  text = undefined;
  const start = performance.now();
  const parsed = await peer.mount(place, handed);
  const ready = performance.now();
  delete handed.text;
  const first = await settled();
  await wait(100);
  const parsedAt = parsed ?? start;
  // The parse of a page's own is a task that the peer cannot help.
  const own = longTasks.filter((task) => task.start >= parsedAt - 1 && task.start <= first).map(({ ms }) => ms);
  return { parsed: parsedAt - start, ready: ready - start, first: first - start, longestTask: Math.max(0, ...own) };
}

/** A first callback comes before its frame is painted; a second one proves that the frame before it was. */
async function settled() {
  let isChanged = false;
  const observer = new MutationObserver(() => (isChanged = true));
  for (const root of roots(place)) observer.observe(root, { subtree: true, childList: true, attributes: true });
  await nextFrame();
  await nextFrame();
  let last = performance.now();
  const limit = last + settleMs;
  for (let quiet = isChanged ? 0 : quietFrames; quiet < quietFrames && performance.now() < limit; quiet++) {
    isChanged = false;
    await nextFrame();
    if (!isChanged) continue;
    quiet = -1;
    await nextFrame();
    last = performance.now();
  }
  observer.disconnect();
  return last;
}

/** `node` and every open shadow root below it. */
function roots(node) {
  const inside = [...node.querySelectorAll('*')].filter(({ shadowRoot }) => shadowRoot);
  return [node, ...inside.flatMap(({ shadowRoot }) => roots(shadowRoot))];
}

const countNodes = () => roots(place).reduce((sum, root) => sum + root.querySelectorAll('*').length, 0);

/** Where a hand would be: the middle of what the peer says is its chart, in pixels of the window. */
function chartMiddle() {
  const { left, top, width, height } = (peer.chart?.(place) ?? place).getBoundingClientRect();
  const [share, down] = peer.about.at ?? [0.55, 0.5];
  const bottom = Math.min(top + height, innerHeight);
  return { x: Math.round(left + width * share), y: Math.round(top + (bottom - top) * down) };
}

let frames;

/** Notes the time of every frame, and marks it in a trace. */
async function startRecording() {
  frames = [];
  const own = frames;
  const note = (time) => {
    if (frames !== own) return;
    performance.mark('bench-frame');
    own.push(time);
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
  await nextFrame();
  await nextFrame();
}

async function stopRecording() {
  await nextFrame();
  await nextFrame();
  const times = frames;
  frames = undefined;
  return times.slice(1).map((time, i) => time - times[i]);
}

/** For peers that no wheel zooms: one step a frame, in to the middle step and out again. */
async function zoomByApi(from, to, steps) {
  for (let i = from; i < to; i++) {
    peer.zoomStep(i, steps);
    await nextFrame();
  }
}

/** Puts a view up and takes it away, with everything that a frame does. */
async function cycle(given, times) {
  for (let i = 0; i < times; i++) {
    await peer.mount(place, given.by === 'src' ? given : { ...given, text });
    await nextFrame();
    await nextFrame();
    peer.unmount(place);
    await nextFrame();
    await nextFrame();
  }
}

window.probe = {
  about: peer.about,
  loadText,
  mount,
  // What a peer puts off until after its first picture is done by then.
  rest: () => wait(1000),
  unmount: () => peer.unmount(place),
  countNodes,
  chartMiddle,
  startRecording,
  stopRecording,
  zoomByApi,
  cycle,
  reset: () => peer.reset?.(place),
  figures: () => peer.figures?.(place),
};
