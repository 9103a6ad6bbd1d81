import { expect } from 'chai';
import { serveReading, workerName, type WorkerAnswer, type WorkerRequest } from '../../src/view/serve-reading.js';

const file = { events: [{ id: 'x', when: '2016-05-14', title: 'قصف' }] };

/** A worker from the module itself; in the classic script the build makes it from the script's own text. */
function open(name = workerName): { worker: Worker; answers: WorkerAnswer[]; next: () => Promise<WorkerAnswer> } {
  const module = new URL('../../src/view/serve-reading.ts', import.meta.url).href;
  const code = `import { serveReading } from ${JSON.stringify(module)}; if (!serveReading(7)) postMessage('not ours');`;
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const worker = new Worker(url, { type: 'module', name });
  const answers: WorkerAnswer[] = [];
  let wake = () => {};
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
    answers.push(data);
    wake();
  };
  const next = async () => {
    while (answers.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    return answers.shift()!;
  };
  return { worker, answers, next };
}

describe('serveReading(size)', () => {
  let worker: Worker | undefined;
  afterEach(() => worker?.terminate());

  it('greets, takes bytes, and gives the reading', async () => {
    const opened = open();
    worker = opened.worker;
    const post = (request: WorkerRequest) => worker!.postMessage(request);
    expect(await opened.next()).to.deep.equal({ size: 7 });
    const bytes = new TextEncoder().encode(JSON.stringify(file));
    // In the middle of a character.
    const cut = bytes.findIndex((byte) => byte > 0x7f) + 1;
    post({ bytes: bytes.slice(0, cut) });
    expect(await opened.next()).to.include({ bytes: cut, isFull: false });
    post({ bytes: bytes.slice(cut) });
    expect(await opened.next()).to.include({ bytes: bytes.length });
    post({ finish: { stopped: false } });
    const columns = new Map<string, readonly string[]>();
    let answer = await opened.next();
    for (; 'blocks' in answer; answer = await opened.next()) columns.set(answer.column, answer.blocks);
    if (!('reading' in answer)) throw new Error(JSON.stringify(answer));
    expect(columns.get('titles')).to.deep.equal(['قصف']);
    expect(answer.reading.parts!.titles.blocks).to.deep.equal([]);
    expect(answer.reading.parts!.earliest).to.deep.equal(Float64Array.of(Date.UTC(2016, 4, 14)));
  });

  it('reads as it is told, and gives what columns do not hold in many messages', async () => {
    const opened = open();
    worker = opened.worker;
    const post = (request: WorkerRequest) => worker!.postMessage(request);
    await opened.next();
    post({ file: { format: 'report', charset: 'windows-1256' } });
    const events = Array.from({ length: 5000 }, (_, i) => ({ id: `e${i}`, title: { en: `${i}`, fr: `n${i}` } }));
    // "دير" in windows-1256.
    const end = Uint8Array.of(...new TextEncoder().encode('],"title":"'), 0xcf, 0xed, 0xd1, 0x22, 0x7d);
    post({ bytes: new TextEncoder().encode(`{"events":[${events.map((one) => JSON.stringify(one)).join(',')}`) });
    post({ bytes: end });
    post({ finish: { stopped: false } });
    const sizes: number[] = [];
    const rest = new Map<number, unknown>();
    let answer = await opened.next();
    for (; !('reading' in answer); answer = await opened.next()) {
      if ('fault' in answer) throw new Error(answer.fault);
      if (!('rest' in answer)) continue;
      sizes.push(answer.rest.length);
      for (const [index, fields] of answer.rest) rest.set(index, fields);
    }
    expect(sizes).to.deep.equal([2000, 2000, 1000]);
    expect(rest.size).to.equal(5000);
    expect(rest.get(4999)).to.deep.include({ title: { en: '4999', fr: 'n4999' } });
    const { parts, account } = answer.reading;
    expect(parts!.rest.size, 'it is not sent twice').to.equal(0);
    expect(parts!.title).to.equal('دير');
    expect(account?.format).to.equal('report');
  });

  it('says what went wrong instead of dying', async () => {
    const opened = open();
    worker = opened.worker;
    await opened.next();
    worker.postMessage({ bytes: 'no bytes at all' });
    expect(await opened.next())
      .to.have.property('fault')
      .that.contains('TypeError');
  });

  it('leaves a worker that the page made of the script alone, and the page itself', async () => {
    const opened = open('of the page');
    worker = opened.worker;
    expect(await opened.next()).to.equal('not ours');
    expect(serveReading(7)).to.equal(false);
  });
});
