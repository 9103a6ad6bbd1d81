import { expect } from 'chai';
import { createPace, pause, runInSlices } from '../../src/view/slices.js';

/** Work that takes about `ms`, in steps of 2 ms. */
function* busyFor(ms: number): Generator<number, string> {
  for (let done = 0; done < ms; done += 2) {
    const end = performance.now() + 2;
    while (performance.now() < end);
    yield done;
  }
  return 'done';
}

describe('runInSlices(work)', () => {
  it('does at once what fits into one slice, and gives no promise', () => {
    const heard: number[] = [];
    expect(runInSlices(busyFor(4), undefined, (step) => heard.push(step))).to.equal('done');
    expect(heard).to.deep.equal([]);
  });

  it('lets frames through between slices, and says how far it is', async () => {
    let frames = 0;
    let going = true;
    const count = () => {
      frames++;
      if (going) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const heard: number[] = [];
    const result = runInSlices(busyFor(300), undefined, (step) => heard.push(step));
    expect(result).to.be.instanceOf(Promise);
    expect(await result).to.equal('done');
    going = false;
    expect(frames).to.be.above(2);
    expect(heard.length).to.be.above(4);
    expect(heard).to.deep.equal([...heard].sort((a, b) => a - b));
  });

  it('stops in the middle when it is aborted', async () => {
    const abort = new AbortController();
    let last = 0;
    const result = runInSlices(busyFor(400), abort.signal, (step) => {
      last = step;
      abort.abort(new Error('enough'));
    });
    const outcome = await Promise.resolve(result).catch((error: Error) => error.message);
    expect(outcome).to.equal('enough');
    expect(last).to.be.below(200);
  });

  it('hands on what the work throws, at once or later', async () => {
    const failing = function* (after: number): Generator<number, string> {
      yield* busyFor(after);
      throw new Error('broken');
    };
    expect(() => runInSlices(failing(0))).to.throw('broken');
    const outcome = await Promise.resolve(runInSlices(failing(100))).catch((error: Error) => error.message);
    expect(outcome).to.equal('broken');
  });
});

describe('a pause', () => {
  it('is a task of its own: what was asked for before comes first', async () => {
    const order: string[] = [];
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => order.push('the page');
    port2.postMessage(null);
    await pause();
    order.push('us');
    port1.close();
    expect(order).to.deep.equal(['the page', 'us']);
  });

  it('is due when a slice is over, and not right after one', async () => {
    const pace = createPace();
    expect(pace.isDue()).to.equal(false);
    const end = performance.now() + 45;
    while (performance.now() < end);
    expect(pace.isDue()).to.equal(true);
    await pace.rest();
    expect(pace.isDue()).to.equal(false);
  });
});
