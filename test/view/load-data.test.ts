import { expect } from 'chai';
import { isBlob, loadFrom, loadGiven, type LoadJob, type Loaded, type Progress } from '../../src/view/load-data.js';

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
      expect(reading?.issues.map(({ code, message }) => [code, message])).to.deep.equal([
        [
          'stopped',
          `The file broke off after ${reading!.parts!.count.toLocaleString('en')} events; the rest of it is not shown.`,
        ],
      ]);
    }
  });

  it('keeps no half of a row, and says that a table broke off, which looks whole', async () => {
    const text = `date,title\n2016-05-14,First\n2016-05-16,Second\n2016-05-1`;
    answer(bodyOf(text, new TypeError('the connection broke')));
    const loaded = await loadFrom('/x', jobOf());
    expect(countOf(loaded)).to.equal(2);
    expect(loaded.ok && loaded.reading.issues.map(({ message }) => message)).to.deep.equal([
      'The file broke off after 2 events; the rest of it is not shown.',
    ]);
  });

  it('takes the encoding that the server names', async () => {
    // "id,title", a line end, "1," and "دير" in windows-1256.
    const bytes = Uint8Array.of(...new TextEncoder().encode('id,title\n1,'), 0xcf, 0xed, 0xd1, 0x0a);
    const titles = async () => {
      const loaded = await loadFrom('/x', jobOf());
      return loaded.ok && loaded.reading.parts?.titles.blocks;
    };
    answer(bytes, { 'content-type': 'text/csv; charset=windows-1256' });
    expect(await titles()).to.deep.equal(['دير']);
    answer(bytes, { 'content-type': 'text/csv' });
    expect(await titles()).to.deep.equal(['\ufffd\ufffd\ufffd']);
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

describe('loadFrom(blob, job)', () => {
  const csvOf = (count: number) =>
    `id,date,actor,title\n${Array.from({ length: count }, (_, i) => `e${i},2016-05-14,A${i % 8},"Event ${i}"`).join('\n')}\n`;

  it('reads a file of the page without a request, and counts its bytes', async () => {
    window.fetch = () => Promise.reject(new Error('a file is no request'));
    const job = jobOf();
    const file = new File([csvOf(40_000)], 'x.csv');
    expect(countOf(await loadFrom(file, job))).to.equal(40_000);
    const { bytes, total, share } = job.heard.at(-1)!;
    expect([bytes, total, share]).to.deep.equal([file.size, file.size, 1]);
    const short = jobOf();
    expect(countOf(await loadFrom(new Blob([csvOf(3)]), short))).to.equal(3);
    expect(short.heard.at(-1)).to.include({ total: csvOf(3).length, share: 1 });
  });

  it('stops on request, and rejects when aborted', async () => {
    const stopped = jobOf(({ events }, { stopping }) => events > 0 && stopping.abort());
    const loaded = await loadFrom(new Blob([csvOf(200_000)]), stopped);
    expect(countOf(loaded)).to.be.within(100, 199_000);
    expect(loaded.ok && loaded.reading.issues.map(({ code }) => code)).to.include('stopped');
    const aborted = jobOf((_, { abort }) => abort.abort());
    expect(await outcome(loadFrom(new Blob([csvOf(3)]), aborted))).to.equal('AbortError');
  });

  it('tells a file that cannot be read from an address that does not answer', async () => {
    const file = new File([''], 'x.csv');
    file.stream = () =>
      bodyOf(new DOMException('moved', 'NotReadableError')) as ReadableStream<Uint8Array<ArrayBuffer>>;
    expect(await loadFrom(file, jobOf())).to.deep.equal({ ok: false, reason: 'file' });
  });

  it('has nothing to say of an empty file but that it is', async () => {
    const loaded = await loadFrom(new Blob([]), jobOf());
    expect(loaded.ok && loaded.reading.parts).to.equal(null);
    expect(loaded.ok && loaded.reading.issues).to.have.length(1);
  });

  it('reads as it is told', async () => {
    const file = new Blob(['id,date\nx,04/05/2016\n']);
    const earliest = async (dateOrder: 'dmy' | 'mdy') => {
      const loaded = await loadFrom(file, jobOf(), { dateOrder });
      return loaded.ok && [...loaded.reading.parts!.earliest];
    };
    expect(await earliest('dmy')).to.deep.equal([Date.UTC(2016, 4, 4)]);
    expect(await earliest('mdy')).to.deep.equal([Date.UTC(2016, 3, 5)]);
  });

  describe('of more than a megabyte', () => {
    const realWorker = window.Worker;
    const scope = window as { reportTimelineScript?: unknown };
    let started: Worker[] = [];

    /** A script such as the build makes: in a worker it does nothing but read. */
    beforeEach(() => {
      const module = JSON.stringify(new URL('../../src/view/serve-reading.ts', import.meta.url).href);
      const codeOf = (size: string) => `() => import(${module}).then((own) => own.serveReading(+'${size}'))`;
      const code = codeOf(String(codeOf('0000').length).padStart(4, '0'));
      scope.reportTimelineScript = Object.assign(() => {}, { toString: () => code });
      started = [];
      window.Worker = class extends Worker {
        constructor(...args: ConstructorParameters<typeof Worker>) {
          super(...args);
          started.push(this);
        }
      };
    });
    const withoutWorker = () => void delete scope.reportTimelineScript;
    afterEach(() => {
      withoutWorker();
      window.Worker = realWorker;
    });

    const report = (count: number) =>
      JSON.stringify({
        format: 'report-timeline',
        events: Array.from({ length: count }, (_, i) => ({
          id: `r${i}`,
          when: i % 3 ? '2016-05' : '[2016-05-14..2016-05-18]',
          title: { en: `Event ${i}`, ar: `حدث ${i}` },
          actors: [`a${i % 5}`],
          killed: { low: i % 7, high: null },
          claims: [{ by: 'A', quote: `Quote ${i}` }],
        })),
      });
    const files = {
      'a table': () => new File([csvOf(60_000)], 'x.csv'),
      'a table in windows-1256': () =>
        new File([csvOf(60_000), Uint8Array.of(0x78, 0x2c, 0x2c, 0x2c, 0xcf, 0xed, 0xd1)], 'x.csv', {
          type: 'text/csv;charset=windows-1256',
        }),
      'dates whose order is given': () => new File([csvOf(60_000).replaceAll('2016-05-14', '04/05/2016')], 'x.csv'),
      'a report, whose events do not fit into columns': () => new File([report(12_000)], 'x.json'),
    };
    for (const [name, make] of Object.entries(files)) {
      it(`reads ${name} in a worker as on the page`, async () => {
        const file = make();
        expect(file.size).to.be.above(1_900_000);
        const options = { dateOrder: 'dmy' } as const;
        const inWorker = await loadFrom(file, jobOf(), options);
        expect(started).to.have.length(1);
        withoutWorker();
        const here = await loadFrom(file, jobOf(), options);
        expect(started).to.have.length(1);
        expect(countOf(here)).to.be.at.least(12_000);
        expect(inWorker).to.deep.equal(here);
      }).timeout(20_000);
    }

    it('leaves no address behind where a worker cannot be made', async () => {
      const open = new Set<string>();
      const realURL = window.URL;
      window.URL = class extends URL {
        static override createObjectURL(blob: Blob): string {
          const url = super.createObjectURL(blob);
          open.add(url);
          return url;
        }
        static override revokeObjectURL(url: string): void {
          open.delete(url);
        }
      };
      let asked = 0;
      window.Worker = class {
        constructor() {
          asked++;
          throw new DOMException('refused', 'SecurityError');
        }
      } as unknown as typeof Worker;
      const loaded = await loadFrom(files['a table'](), jobOf());
      window.URL = realURL;
      expect(countOf(loaded)).to.equal(60_000);
      expect([asked, open.size]).to.deep.equal([1, 0]);
    });
  });
});

describe('isBlob(value)', () => {
  it('knows files, and asks nothing of other values', () => {
    expect([new Blob(), new File([], 'x')].map(isBlob)).to.deep.equal([true, true]);
    const shy = new Proxy({}, { get: () => expect.fail('it was asked') });
    for (const value of [null, undefined, '', 5, {}, [], { size: 5 }, Object.create(Blob.prototype), shy]) {
      expect(isBlob(value)).to.equal(false);
    }
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
      const shares = job.heard.map(({ share }) => share!);
      if (kind === 'an object') expect(shares).to.deep.equal(counts.map((count) => count / 200_000));
      // How many events a text has is not known before its end; how much of it is read is.
      expect(shares).to.deep.equal([...shares].sort((a, b) => a - b));
      expect(shares[0]).to.be.within(0.001, 0.8);
      expect(shares.at(-1)).to.be.within(0.3, 1);
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
