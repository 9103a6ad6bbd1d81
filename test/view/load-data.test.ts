import { expect } from 'chai';
import { loadFrom, loadGiven, type LoadJob, type Loaded, type Progress } from '../../src/view/load-data.js';

interface Job extends LoadJob {
  readonly abort: AbortController;
  readonly stopping: AbortController;
  readonly heard: Progress[];
}

function jobOf(onProgress: (progress: Progress, job: Job) => unknown = () => {}): Job {
  const [abort, stopping] = [new AbortController(), new AbortController()];
  const heard: Progress[] = [];
  const job: Job = {
    abort,
    stopping,
    heard,
    signal: abort.signal,
    stop: stopping.signal,
    onProgress(progress) {
      heard.push(progress);
      onProgress(progress, job);
    },
  };
  return job;
}

const outcome = (promise: Promise<Loaded>) => promise.then(String, (error: Error) => error.name);
const realFetch = window.fetch.bind(window);
const answer = (body: BodyInit | null, headers: Record<string, string> = {}) => {
  window.fetch = () => Promise.resolve(new Response(body, { headers }));
};
afterEach(() => (window.fetch = realFetch));

const event = (i: number) => ({ id: `e${i}`, start: '2016-05-14', actor: `A${i % 8}`, title: `Event ${i}` });
const fileOf = (count: number) => JSON.stringify({ events: Array.from({ length: count }, (_, i) => event(i)) });
const titleOf = (loaded: Loaded) => loaded.ok && loaded.reading.parts?.title;
const countOf = (loaded: Loaded) => loaded.ok && loaded.reading.parts?.earliest.length;

/** A body that gives its pieces one by one, when asked. */
function bodyOf(...pieces: readonly (string | Uint8Array | Error)[]): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream(
    {
      pull(controller) {
        const piece = pieces[at++];
        if (piece === undefined) controller.close();
        else if (piece instanceof Error) controller.error(piece);
        else controller.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
      },
    },
    { highWaterMark: 0 },
  );
}

describe('loadFrom(url, job)', () => {
  it('reads a file', async () => {
    expect(titleOf(await loadFrom('/test-server/slow.json?ms=1', jobOf()))).to.equal('Slow');
  });

  it('tells a refusal from a failure', async () => {
    expect(await loadFrom('/test-server/404.json', jobOf())).to.deep.include({
      ok: false,
      reason: 'http',
      status: 404,
    });
    expect(await loadFrom('/test-server/broken.json', jobOf())).to.deep.equal({ ok: false, reason: 'network' });
    expect(await loadFrom('http://[', jobOf())).to.deep.equal({ ok: false, reason: 'network' });
    answer(bodyOf('{"events": [', new TypeError('the connection broke')));
    expect(await loadFrom('/x', jobOf()), 'before any event').to.deep.equal({ ok: false, reason: 'network' });
  });

  it('keeps what came before a connection broke', async () => {
    for (const count of [50, 20_000]) {
      const text = fileOf(count);
      answer(bodyOf(text.slice(0, text.length * 0.6), new TypeError('the connection broke')));
      const loaded = await loadFrom('/x', jobOf());
      const reading = loaded.ok ? loaded.reading : null;
      expect(reading?.parts?.count).to.be.within(count * 0.5, count * 0.65);
      expect(reading?.issues.map(({ code }) => code)).to.deep.equal(['not-json']);
    }
  });

  it('rejects when aborted, before or on the way, and only then', async () => {
    const before = jobOf();
    before.abort.abort();
    expect(await outcome(loadFrom('/test-server/slow.json', before))).to.equal('AbortError');
    const onTheWay = jobOf();
    const loading = outcome(loadFrom('/test-server/slow.json?ms=2000', onTheWay));
    onTheWay.abort.abort();
    expect(await loading).to.equal('AbortError');
    const inTheBody = jobOf((_, job) => job.abort.abort());
    answer(bodyOf('{"events": [', ']}'));
    expect(await outcome(loadFrom('/x', inTheBody))).to.equal('AbortError');
  });

  it('reads UTF-16 that says so, and a byte order mark is no text', async () => {
    const text = JSON.stringify({ title: 'دير الزور', events: [] });
    answer(Uint16Array.from([0xfeff, ...Array.from({ length: text.length }, (_, i) => text.charCodeAt(i))]));
    expect(titleOf(await loadFrom('/x', jobOf()))).to.equal('دير الزور');
    answer(`\ufeff${text}`);
    expect(titleOf(await loadFrom('/x', jobOf()))).to.equal('دير الزور');
  });

  it('reads a large file as it comes in, and counts bytes and events', async () => {
    const text = fileOf(40_000);
    const [a, b] = [text.slice(0, 1_500_000), text.slice(1_500_000)];
    answer(bodyOf(a, b), { 'content-length': String(text.length) });
    const job = jobOf();
    expect(countOf(await loadFrom('/x', job))).to.equal(40_000);
    const rising = (values: readonly number[]) =>
      expect(values).to.deep.equal([...values].sort((one, other) => one - other));
    rising(job.heard.map(({ bytes }) => bytes));
    rising(job.heard.map(({ events }) => events));
    for (const { bytes, total, share } of job.heard) {
      expect(total).to.equal(text.length);
      expect(share).to.equal(bytes / text.length);
    }
    expect(job.heard.length).to.be.above(10);
    const { bytes, events } = job.heard.at(-1)!;
    expect(bytes).to.equal(text.length);
    expect(events).to.be.within(37_000, 40_000);
  });

  it('promises no share of a whole that it does not know', async () => {
    const heard = async (headers: Record<string, string>) => {
      answer(bodyOf('{"events": [', ']}'), headers);
      const job = jobOf();
      await loadFrom('/x', job);
      return job.heard.map(({ bytes, total, share }) => [bytes, total, share]);
    };
    const unknown = [
      [12, null, null],
      [14, null, null],
    ];
    expect(await heard({}), 'no length').to.deep.equal(unknown);
    expect(await heard({ 'content-length': '9', 'content-encoding': 'gzip' }), 'compressed').to.deep.equal(unknown);
    expect(await heard({ 'content-length': 'x' }), 'no number').to.deep.equal(unknown);
    expect(await heard({ 'content-length': '13' }), 'more than was said').to.deep.equal([
      [12, 13, 12 / 13],
      unknown[1],
    ]);
  });

  it('stops on request, and keeps what was read', async () => {
    const text = fileOf(40_000);
    const job = jobOf(({ events }, { stopping }) => events > 0 && stopping.abort());
    let isCancelled = false;
    const pieces = [text.slice(0, 1_500_000)];
    answer(
      new ReadableStream({
        pull(controller) {
          // The rest never comes.
          const piece = pieces.pop();
          if (piece) controller.enqueue(new TextEncoder().encode(piece));
        },
        cancel: () => void (isCancelled = true),
      }),
    );
    const loaded = await loadFrom('/x', job);
    expect(countOf(loaded)).to.be.within(1000, 30_000);
    expect(isCancelled).to.equal(true);
    expect(loaded.ok && loaded.reading.issues.map(({ code }) => code)).to.include('stopped');
  });

  it('stops a short file that does not come to its end, too', async () => {
    const job = jobOf((_, { stopping }) => stopping.abort());
    answer(bodyOf(fileOf(1000).slice(0, 40_000), new Error('never asked for')));
    const loaded = await loadFrom('/x', job);
    expect(countOf(loaded)).to.be.within(300, 999);
    expect(loaded.ok && loaded.reading.issues.map(({ code }) => code)).to.include('stopped');
  });

  it('gives the part that was read of a file that is cut off', async () => {
    answer(fileOf(30_000).slice(0, 1_200_000));
    const loaded = await loadFrom('/x', jobOf());
    expect(countOf(loaded)).to.be.within(10_000, 29_000);
    expect(loaded.ok && loaded.reading.issues.length).to.be.above(0);
  });

  it('never holds the page for long, however it comes in', async () => {
    let longest = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
    });
    const bytes = new TextEncoder().encode(fileOf(60_000));
    // Made before: only what reading takes is to be measured.
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer.observe({ entryTypes: ['longtask'] });
    answer(bodyOf(bytes));
    expect(countOf(await loadFrom('/x', jobOf()))).to.equal(60_000);
    await new Promise((resolve) => setTimeout(resolve, 100));
    observer.disconnect();
    expect(longest).to.be.below(100);
  });
});

describe('loadGiven(data, job)', () => {
  it('has small data at once', () => {
    const object = { title: 'Object', events: [event(1)] };
    for (const data of [object, JSON.stringify(object), `\ufeff${JSON.stringify(object)}`]) {
      const loaded = loadGiven(data, jobOf());
      expect(loaded).not.to.be.instanceOf(Promise);
      expect(titleOf(loaded as Loaded)).to.equal('Object');
    }
  });

  for (const [kind, make] of [
    ['an object', (text: string) => JSON.parse(text) as unknown],
    ['a text', (text: string) => text],
  ] as const) {
    const data = () => make(fileOf(200_000));

    it(`reads ${kind} in slices where it is large, and says how far it is`, async () => {
      const job = jobOf();
      const loaded = loadGiven(data(), job);
      expect(loaded).to.be.instanceOf(Promise);
      expect(countOf(await loaded)).to.equal(200_000);
      const counts = job.heard.map(({ events }) => events);
      expect(counts.length).to.be.above(0);
      expect(counts).to.deep.equal([...counts].sort((a, b) => a - b));
      // How many events a text has is not known before its end.
      for (const { events, share } of job.heard) expect(share).to.equal(kind === 'a text' ? null : events / 200_000);
    });

    it(`stops on request in ${kind}, and keeps what was read`, async () => {
      const job = jobOf((_, { stopping }) => stopping.abort());
      const loaded = await loadGiven(data(), job);
      expect(countOf(loaded)).to.be.within(1, 199_000);
      expect(loaded.ok && loaded.reading.issues.map(({ code }) => code)).to.include('stopped');
    });

    it(`gives up ${kind} when aborted`, async () => {
      const job = jobOf((_, { abort }) => abort.abort());
      const loaded = loadGiven(data(), job);
      expect(await outcome(Promise.resolve(loaded))).to.equal('AbortError');
    });
  }
});
