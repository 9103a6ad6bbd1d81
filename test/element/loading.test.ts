import { expect } from 'chai';
import { report, event } from './support/data.js';
import {
  all,
  button,
  cdp,
  drawn,
  frame,
  has,
  laneNames,
  mount,
  nameOf,
  next,
  one,
  place,
  record,
  textOf,
  until,
} from './support/element.js';

const server = (name: string) => `/test-server/${name}`;

interface Request {
  readonly url: string;
  readonly signal: AbortSignal;
  readonly answer: (response: Response) => void;
}

const realFetch = window.fetch.bind(window);
let requests: Request[] = [];

/** Requests wait until the test answers them, and do not care for being aborted: the latest possible answer. */
function holdRequests(): void {
  window.fetch = (input, options) =>
    new Promise<Response>((answer) => {
      const url = input instanceof Request ? input.url : String(input);
      requests.push({ url: url.replace(location.origin, ''), signal: options!.signal!, answer });
    });
}

afterEach(() => {
  window.fetch = realFetch;
  requests = [];
});

const json = (value: unknown) => new Response(JSON.stringify(value));
const named = (title: string) => report([event('x', '2016-05-14')], { title });

const failures = [
  ['404.json', 'The server answered “404 Not Found” for 404.json. Nothing is wrong with your device.', 'load-failed'],
  ['500.json', 'The server answered “500 Internal Server Error” for 500.json.', 'load-failed'],
  ['missing.json', 'The server answered “404 Not Found” for missing.json.', 'load-failed'],
  ['html.json', 'html.json was read, but it holds no events in a known form.', 'load-failed'],
  ['truncated.json', 'truncated.json was read, but it holds no events in a known form.', 'load-failed'],
  ['broken.json', 'No answer came for broken.json. The connection may be down', 'load-failed'],
] as const;

describe('data that cannot be loaded', () => {
  for (const [name, sentence, code] of failures) {
    it(`are a plain sentence, an event and an issue: ${name}`, async () => {
      const element = place({ src: server(name) });
      const failed = next(element, 'timeline-error');
      const log = record(element);
      await element.ready;
      await drawn(element);

      const message = one(element, '.message');
      expect(message.getAttribute('role')).to.equal('alert');
      expect(textOf(message)).to.contain('The events could not be loaded').and.to.contain(sentence);
      expect(message.getBoundingClientRect().height).to.be.above(40);
      expect(all(element, '.cell, .loading')).to.deep.equal([]);

      const { code: told, message: said, source, bubbles, composed } = await failed;
      expect({ told, source, bubbles, composed }).to.deep.equal({
        told: code,
        source: 'api',
        bubbles: true,
        composed: true,
      });
      expect(log).to.deep.equal([`error api ${code}`]);
      const [issue] = element.issues;
      expect(issue!.code).to.equal(code);
      expect(issue!.message).to.equal(said);
      expect(issue!.path).to.match(new RegExp(`/test-server/${name}$`));
      expect(element.events).to.deep.equal([]);
      expect(element.range).to.equal(null);
    });
  }

  it('say in the issues what was wrong with the text', async () => {
    const codes = async (name: string) =>
      (await mount({ src: server(name) })).issues.map(({ message }) => message).join(' ');
    expect(await codes('html.json')).to.contain('The answer is a web page (HTML), not');
    expect(await codes('truncated.json')).to.contain('ends too early, as if it were cut off');
  });

  it('may also be at an address that is none', async () => {
    const element = await mount({ src: 'http://[' });
    expect(textOf(one(element, '.message'))).to.contain('The events could not be loaded');
    expect(element.issues[0]!.code).to.equal('load-failed');
  });

  it('show what the page put between the tags, and only then', async () => {
    const fallback = () => {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'The same as a table';
      return paragraph;
    };
    const failing = fallback();
    await mount({ src: server('404.json') }, { children: [failing] });
    expect(failing.getBoundingClientRect().height).to.be.above(5);
    const working = fallback();
    await mount({}, { children: [working] });
    expect(working.getBoundingClientRect().height).to.equal(0);
  });

  it('can be tried again by the reader', async () => {
    holdRequests();
    const element = place({ src: '/data.json' });
    const log = record(element);
    await frame();
    requests[0]!.answer(new Response('out of order', { status: 503 }));
    await element.ready;
    await drawn(element);
    button(element, 'Try again').click();
    const again = element.ready;
    await drawn(element);
    expect(has(element, '.message'), 'the message goes').to.equal(false);
    expect(textOf(one(element, '.loading .count'))).to.equal('Loading the events…');
    requests[1]!.answer(json(named('Second try')));
    await again;
    await drawn(element);
    expect(textOf(one(element, '.title'))).to.equal('Second try');
    expect(element.issues).to.deep.equal([]);
    expect(log).to.deep.equal(['error api load-failed', 'load api 1']);
  });

  it('leave a link to the file only where it is one that a browser may follow', async () => {
    const element = await mount({ src: 'javascript:window.ran=1' });
    expect(has(element, '.message a')).to.equal(false);
    expect(textOf(one(element, '.message'))).to.contain('could not be loaded');
  });
});

describe('a load in progress', () => {
  it('is said, politely', async () => {
    holdRequests();
    const element = place({ src: '/slow.json' });
    await drawn(element);
    await until(() => textOf(one(element, '.announcer')) === 'Loading the events…');
    expect(textOf(one(element, '.loading .count'))).to.equal('Loading the events…');
    // What is there within a moment does not flash first.
    await until(() => one(element, '.loading').getBoundingClientRect().height > 5);
    requests[0]!.answer(json(named('Slow')));
    await element.ready;
    await drawn(element);
    expect(has(element, '.loading')).to.equal(false);
    expect(textOf(one(element, '.title'))).to.equal('Slow');
  });

  it('keeps what was shown before', async () => {
    const element = await mount();
    holdRequests();
    element.src = '/slow.json';
    await drawn(element);
    expect(has(element, '.loading')).to.equal(true);
    expect(laneNames(element)).to.have.length(5);
    requests[0]!.answer(json(named('Slow')));
    await element.ready;
    await drawn(element);
    expect(laneNames(element)).to.deep.equal(['Side A']);
  });

  it('is aborted when src changes, and its late answer does not win', async () => {
    holdRequests();
    const element = place({ src: '/first.json' });
    const log = record(element);
    const firstReady = element.ready;
    await drawn(element);
    element.src = '/second.json';
    await drawn(element);
    expect(requests.map(({ url, signal }) => [url, signal.aborted])).to.deep.equal([
      ['/first.json', true],
      ['/second.json', false],
    ]);
    requests[1]!.answer(json(named('Second')));
    await element.ready;
    requests[0]!.answer(json(named('First')));
    // Who waited for the first load waits for the second.
    expect(await firstReady).to.equal(element);
    await drawn(element);
    expect(textOf(one(element, '.title'))).to.equal('Second');
    expect(log).to.deep.equal(['load api 1']);
  });

  it('is aborted by a real server’s late answer too', async () => {
    // The modules of the tests fill the browser's list.
    performance.clearResourceTimings();
    const element = place({ src: server('slow.json?ms=400') });
    await drawn(element);
    element.src = null;
    await element.updateComplete;
    await element.ready;
    await drawn(element);
    expect(element.events).to.have.length(33);
    const entries = () => performance.getEntriesByName(new URL(server('slow.json?ms=400'), location.href).href);
    while (entries().length === 0) await frame();
    await drawn(element);
    expect(element.events).to.have.length(33);
  });

  it('is given up when the element leaves the page, and taken up when it comes back', async () => {
    holdRequests();
    const element = place({ src: '/data.json' });
    const log = record(element);
    const box = element.parentElement!;
    await drawn(element);
    element.remove();
    await frame();
    expect(requests[0]!.signal.aborted).to.equal(true);
    requests[0]!.answer(json(named('Late')));
    await frame();
    expect(log).to.deep.equal([]);

    box.append(element);
    await drawn(element);
    expect(requests).to.have.length(2);
    requests[1]!.answer(json(named('Back')));
    await element.ready;
    await drawn(element);
    expect(textOf(one(element, '.title'))).to.equal('Back');
    expect(has(element, '.loading')).to.equal(false);
    expect(log).to.deep.equal(['load api 1']);
  });

  it('survives a move in the document', async () => {
    holdRequests();
    const element = place({ src: '/data.json' });
    await drawn(element);
    const box = document.createElement('div');
    box.className = 'place';
    document.body.append(box);
    box.append(element);
    await drawn(element);
    expect(requests).to.have.length(1);
    expect(requests[0]!.signal.aborted).to.equal(false);
    requests[0]!.answer(json(named('Moved')));
    await element.ready;
    await drawn(element);
    expect(textOf(one(element, '.title'))).to.equal('Moved');
  });
});

describe('the progress of a load', () => {
  const text = JSON.stringify({
    events: Array.from({ length: 40_000 }, (_, i) => ({
      id: `e${i}`,
      start: '2016-05-14',
      actor: 'A',
      title: `No. ${i}`,
    })),
  });
  const bytes = new TextEncoder().encode(text);
  const shareOf = (share: number) => Math.round(bytes.length * share);

  /** A file that comes as far as it is let, with or without its length. */
  function holdBody(hasLength = true) {
    let body!: ReadableStreamDefaultController<Uint8Array>;
    const stream = new ReadableStream<Uint8Array>({ start: (controller) => void (body = controller) });
    const headers: Record<string, string> = hasLength ? { 'content-length': String(bytes.length) } : {};
    window.fetch = () => Promise.resolve(new Response(stream, { headers }));
    let sent = 0;
    return {
      async upTo(share: number, element: HTMLElement) {
        body.enqueue(bytes.slice(sent, (sent = shareOf(share))));
        // A slow machine shows shares in between.
        await until(() => {
          const bar = element.shadowRoot!.querySelector<HTMLProgressElement>('.loading progress');
          const count = element.shadowRoot!.querySelector('.loading .count')?.textContent ?? '';
          return bar ? Math.abs(bar.value - share) < 1e-4 : count.includes(` ${Math.round(sent / 1e5) / 10} MB`);
        });
      },
      end: () => body.close(),
    };
  }
  const shown = (element: Parameters<typeof one>[0]) => textOf(one(element, '.loading .count'));
  const spoken = (element: Parameters<typeof one>[0]) => textOf(one(element, '.announcer'));

  it('is a true share of the bytes, and rows', async () => {
    const file = holdBody();
    const element = place({ src: '/large.json' });
    await drawn(element);
    expect(has(element, '.loading :is(progress, button)'), 'nothing to say yet').to.equal(false);
    await file.upTo(0.6, element);
    const bar = one<HTMLProgressElement>(element, '.loading progress');
    expect(bar.value).to.be.closeTo(0.6, 1e-4);
    expect(shown(element)).to.match(/^(59|60)% 2\d,\d{3} rows read, 1\.\d of 2\.\d MB$/);
    expect(nameOf(bar)).to.equal('Loading the events…');
    expect(bar.getAttribute('aria-valuetext')).to.equal(shown(element));
    await file.upTo(1, element);
    file.end();
    await element.ready;
    await drawn(element);
    expect(has(element, '.loading')).to.equal(false);
    expect(element.events).to.have.length(40_000);
  });

  it('promises no share where the whole is not known', async () => {
    const file = holdBody(false);
    const element = place({ src: '/large.json' });
    await drawn(element);
    await file.upTo(0.6, element);
    expect(has(element, '.loading progress')).to.equal(false);
    expect(shown(element)).to.match(/^2\d,\d{3} rows read, 1\.\d MB$/);
  });

  it('is spoken at the quarters only', async () => {
    const file = holdBody();
    const element = place({ src: '/large.json' });
    await drawn(element);
    await file.upTo(0.1, element);
    await until(() => spoken(element) === 'Loading the events…');
    await file.upTo(0.55, element);
    // Where the half was first seen to be over.
    await until(() => /^5[0-5]%/.test(spoken(element)));
    const half = spoken(element);
    await file.upTo(0.7, element);
    expect(shown(element)).to.match(/^(69|70)%/);
    expect(spoken(element)).to.equal(half);
    await file.upTo(0.8, element);
    await until(() => /^(7[5-9]|80)%/.test(spoken(element)));
  });

  it('speaks Arabic', async () => {
    const file = holdBody();
    const element = place({ src: '/large.json', lang: 'ar-SY' });
    await drawn(element);
    await file.upTo(0.6, element);
    expect(shown(element)).to.match(/^(٥٩|٦٠)٪ الصفوف المقروءة: ٢[٠-٩]٬[٠-٩]{3}، ١٫[٠-٩] من ٢٫[٠-٩] ميغابايت$/);
    expect(textOf(one(element, '.loading button'))).to.equal('إيقاف');
  });

  it('does not flash, nor move what stands below, for a load that takes a moment', async () => {
    holdBody();
    const element = place({ src: '/large.json' });
    await drawn(element);
    const [late] = one(element, '.loading').getAnimations();
    late!.pause();
    const heightAt = (ms: number) => {
      late!.currentTime = ms;
      return one(element, '.loading').getBoundingClientRect().height;
    };
    expect(heightAt(0)).to.equal(0);
    expect(heightAt(250)).to.equal(0);
    expect(heightAt(310)).to.be.above(20);
  });

  it('can be stopped by the reader; what was read is shown, and the account says so', async () => {
    const element = await mount();
    const file = holdBody();
    element.src = '/large.json';
    await drawn(element);
    await file.upTo(0.6, element);
    expect(laneNames(element), 'what was shown before').to.have.length(5);
    const log = record(element);
    button(element, 'Stop').focus();
    button(element, 'Stop').click();
    await element.ready;
    await drawn(element);
    expect(has(element, '.loading')).to.equal(false);
    expect(element.shadowRoot!.activeElement, 'the focus is not lost with the button').to.equal(
      one(element, '.head [role=heading]'),
    );
    const { length } = element.events;
    expect(length).to.be.within(20_000, 30_000);
    expect(element.issues.map(({ code, message }) => [code, message])).to.deep.equal([
      [
        'stopped',
        `Reading was stopped after ${length.toLocaleString('en')} events; the rest of the file is not shown.`,
      ],
    ]);
    expect(log).to.deep.equal([`load api ${length}`]);
  });

  it('that is stopped before there are events fails with a sentence, and can be tried again', async () => {
    const file = holdBody();
    const element = place({ src: '/large.json' });
    await drawn(element);
    await file.upTo(0.000_004, element);
    button(element, 'Stop').focus();
    button(element, 'Stop').click();
    await element.ready;
    await drawn(element);
    expect(textOf(one(element, '.message p'))).to.equal('Reading large.json ended before there were events to show.');
    const focused = () => element.shadowRoot!.activeElement;
    expect(focused(), 'the focus is where the button was').to.equal(one(element, '.message-title'));
    const retry = one(element, '.message button');
    holdBody();
    retry.focus();
    retry.click();
    await drawn(element);
    expect(focused()).to.equal(one(element, '.loading'));
  });
});

describe('the property data', () => {
  it('takes an object or JSON text, and goes before src', async () => {
    holdRequests();
    const element = await mount({ src: '/data.json' }, { data: named('Object') });
    expect(requests).to.deep.equal([]);
    expect(textOf(one(element, '.title'))).to.equal('Object');
    element.data = JSON.stringify(named('Text'));
    await element.updateComplete;
    await element.ready;
    await drawn(element);
    expect(textOf(one(element, '.title'))).to.equal('Text');
    expect(requests).to.deep.equal([]);
  });

  it('is read in slices where it is large, and can be stopped', async () => {
    // One object many times: quick to make.
    const events = new Array<object>(1_500_000).fill({ start: '2016-05-14', title: 'T' });
    const element = place({}, { data: { events } });
    await until(() => has(element, '.loading button'));
    button(element, 'Stop').click();
    await element.ready;
    await drawn(element);
    expect(element.events.length).to.be.within(1000, 1_499_999);
    expect(element.issues.map(({ code }) => code)).to.include('stopped');
  });

  it('is what the page gave as long as the page has it, and is not kept alive', async () => {
    const object = named('Object');
    const element = await mount({}, { data: object });
    const log = record(element);
    expect(element.data).to.equal(object);
    element.data = object;
    await drawn(element);
    expect(log, 'the same again').to.deep.equal([]);

    const give = () => (element.data = named('Given away'));
    give();
    await element.updateComplete;
    await element.ready;
    await drawn(element);
    await cdp('HeapProfiler.collectGarbage');
    await frame();
    expect(element.data).to.equal(null);
    expect(textOf(one(element, '.title'))).to.equal('Given away');

    element.src = '/data.json';
    await drawn(element);
    expect(textOf(one(element, '.title')), 'what is gone goes before src too').to.equal('Given away');
    expect(log).to.deep.equal(['load api 1']);

    element.src = null;
    element.data = null;
    await element.updateComplete;
    await element.ready;
    expect(element.events, 'until it is taken away').to.have.length(33);
  });

  it('keeps a short text, and not a long one', async () => {
    const [short, long] = [
      JSON.stringify(named('Short')),
      JSON.stringify({ ...named('Long'), note: 'x'.repeat(200_000) }),
    ];
    const element = await mount({}, { data: short });
    expect(element.data).to.equal(short);
    element.data = long;
    await element.updateComplete;
    await element.ready;
    expect(element.data).to.equal(null);
    await drawn(element);
    expect(textOf(one(element, '.title'))).to.equal('Long');
  });

  it('that throws when it is looked at fails with a sentence', async () => {
    const data = new Proxy({}, { get: () => expect.fail('hands off') });
    const element = place({}, { data });
    await element.ready;
    await drawn(element);
    expect(textOf(one(element, '.message'))).to.contain('could not be loaded');
    expect(element.issues[0]!.message).to.contain('hands off');
  });

  it('gives way to src, and that to the bundled report, when it goes', async () => {
    const element = await mount({ src: server('slow.json?ms=0') }, { data: named('Object') });
    element.data = null;
    await element.updateComplete;
    await element.ready;
    await drawn(element);
    expect(textOf(one(element, '.title'))).to.equal('Slow');
    element.removeAttribute('src');
    await element.updateComplete;
    await element.ready;
    await drawn(element);
    expect(element.events).to.have.length(33);
  });

  it('that is no data set fails as a file would', async () => {
    for (const data of ['{"events": [', '<!doctype html>', 'null', 42, { title: 'No list' }]) {
      const element = place({}, { data });
      const log = record(element);
      await element.ready;
      await drawn(element);
      expect(log, JSON.stringify(data)).to.deep.equal(['error api load-failed']);
      expect(textOf(one(element, '.message'))).to.contain('could not be loaded');
      expect(has(element, '.message button'), 'nothing to try again').to.equal(false);
      expect(element.issues.length).to.be.above(0);
    }
  });
});

describe('a data set without events', () => {
  it('is not a failure, and says so', async () => {
    const element = place({}, { data: report([]) });
    const log = record(element);
    await element.ready;
    await drawn(element);
    expect(textOf(one(element, '.message'))).to.equal('This file has no events It was read without a fault.');
    expect(has(element, '.toolbar, .chart, .list, .legend')).to.equal(false);
    expect(element.issues).to.deep.equal([]);
    expect(element.range).to.equal(null);
    expect(log).to.deep.equal(['load api 0']);
  });
});
