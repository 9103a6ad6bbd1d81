import { resetMouse, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { zoomAbout, type Domain } from '../../src/core/viewport/domain.js';
import { attachGestures } from '../../src/view/gestures.js';
import { cdp, doubleClick, isChromium, onlyInChromium, touch, turnWheel, type Modifier } from '../support/input.js';

const box = { left: 40, top: 30 };
const plot = { left: 100, width: 400, mirrored: false };
/** A thousand units over 400 pixels. */
const whole: Domain = [0, 1000];

let target: HTMLElement;
let domain: Domain;
let mirrored: boolean;
let log: string[];
let detach: () => void;

beforeEach(async () => {
  // So tall that the page can scroll.
  document.body.style.height = '3000px';
  target = document.body.appendChild(document.createElement('div'));
  target.style.cssText = `position: absolute; left: ${box.left}px; top: ${box.top}px; width: 600px; height: 300px; touch-action: pan-y`;
  domain = whole;
  mirrored = false;
  log = [];
  detach = attachGestures(target, {
    plot: () => ({ ...plot, mirrored }),
    domain: () => domain,
    onDomain: (next, phase) => {
      domain = next;
      log.push(phase);
    },
    onZoomAbout: (factor, x, animated) => {
      log.push(`zoom ${factor.toFixed(2)} ${x} ${animated}`);
      domain = zoomAbout(domain, factor, timeAt(x));
    },
    onPlainWheel: () => log.push('plain'),
  });
  await resetMouse();
});

afterEach(async () => {
  detach();
  target.remove();
  document.body.style.height = '';
  scrollTo(0, 0);
  await resetMouse();
});

/** The time at `x` pixels from the plot's left edge. */
const timeAt = (x: number): number => {
  const share = (mirrored ? plot.width - x : x) / plot.width;
  return domain[0] + share * (domain[1] - domain[0]);
};
/** A position on the page from one in the plot. */
const at = (x: number, y = 100): [number, number] => [box.left + plot.left + x, box.top + y];

/** Turns the wheel and tells whether the page's own answer was cancelled. */
async function wheel(x: number, deltaX: number, deltaY: number, modifier?: Modifier) {
  return (await turnWheel(...at(x), deltaX, deltaY, modifier)).defaultPrevented;
}

const ended = () => until(() => log.at(-1) === 'end');
async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => requestAnimationFrame(resolve));
}

const expectDomain = (start: number, end: number, tolerance = 0.01) => {
  expect(domain[0]).to.be.closeTo(start, tolerance);
  expect(domain[1]).to.be.closeTo(end, tolerance);
};

describe('a wheel', () => {
  it('alone is the page’s', async () => {
    expect(await wheel(100, 0, 120)).to.equal(false);
    await until(() => scrollY > 0);
    expect(log).to.deep.equal(['plain']);
    expect(domain).to.equal(whole);
  });

  for (const modifier of ['Ctrl', 'Meta'] as const) {
    it(`with ${modifier} zooms and keeps the time under the pointer`, async () => {
      // Other browsers take emulated pixels for those of a touchpad; with Ctrl, for two fingers that spread on it.
      const notch = isChromium || modifier === 'Meta' ? 120 : 40;
      expect(await wheel(100, 0, -notch, modifier)).to.equal(true);
      expect(timeAt(100)).to.be.closeTo(250, 1e-6);
      expect(domain[1] - domain[0]).to.be.within(700, 900);
      await ended();
      expect(log.map((entry) => entry.split(' ')[0])).to.deep.equal(['start', 'zoom', 'end']);
    });
  }

  /** What several notches, or one of a coarse wheel, look like; the browser's own cannot be made so. */
  const turned = (deltaY: number, wheelDeltaY?: number): number => {
    const before = domain[1] - domain[0];
    const wheelEvent = new WheelEvent('wheel', { deltaY, ctrlKey: true, cancelable: true, clientX: at(100)[0] });
    Object.defineProperty(wheelEvent, 'wheelDeltaY', { value: wheelDeltaY });
    target.dispatchEvent(wheelEvent);
    return Math.log2((domain[1] - domain[0]) / before);
  };

  it('goes no further with one notch than half a level, however many pixels the system takes it for', () => {
    for (const pixels of [53, 100, 120, 400, 2400]) {
      expect(turned(-pixels, 120), `${pixels} pixels`).to.be.closeTo(-0.5, 1e-9);
      expect(turned(pixels, -120), `${pixels} pixels back`).to.be.closeTo(0.5, 1e-9);
      expect(turned(-pixels), 'where the browser does not say what a notch is').to.be.closeTo(-0.5, 1e-9);
    }
  });

  it('adds up several notches of one frame, in one event or in many', () => {
    expect(turned(-360, 360)).to.be.closeTo(-1.5, 1e-9);
    expect(turned(-120, 120) + turned(-120, 120) + turned(-120, 120)).to.be.closeTo(-1.5, 1e-9);
    expect(turned(-12_000, 12_000), 'a wheel that spins').to.be.closeTo(-2, 1e-9);
  });

  it('follows a pinch on a trackpad, which comes in small turns', () => {
    expect(turned(-2, 6)).to.be.closeTo(-0.04, 1e-9);
    expect(turned(3, -9)).to.be.closeTo(0.06, 1e-9);
  });

  it('to the side or with Shift pans, and never leaves the page’s history to go back in', async () => {
    expect(await wheel(100, 40, 10)).to.equal(true);
    expectDomain(100, 1100);
    expect(await wheel(100, 0, -40, 'Shift')).to.equal(true);
    expectDomain(0, 1000);
    await ended();
    expect(log).to.deep.equal(['start', 'move', 'move', 'end']);
    expect(scrollY).to.equal(0);
  });

  it('to the right shows earlier times where time runs to the left', async () => {
    mirrored = true;
    await wheel(100, 40, 0);
    expectDomain(-100, 900);
  });
});

describe('a mouse', () => {
  const drag = async (path: readonly (readonly [number, number])[], button: 'left' | 'right' = 'left') => {
    const [first, ...rest] = path;
    await sendMouse({ type: 'move', position: at(...(first as [number, number])) });
    await sendMouse({ type: 'down', button });
    for (const [x, y] of rest) await sendMouse({ type: 'move', position: at(x, y) });
    await sendMouse({ type: 'up', button });
  };

  it('drags times along, in both directions of time', async () => {
    await drag([
      [100, 100],
      [120, 100],
      [140, 150],
    ]);
    expectDomain(-100, 900);
    expect(log).to.deep.equal(['start', 'move', 'move', 'end']);

    mirrored = true;
    domain = whole;
    await drag([
      [100, 100],
      [140, 100],
    ]);
    expectDomain(100, 1100);
  });

  it('sets out from the domain of now, wherever that has been meanwhile', async () => {
    await drag([
      [100, 100],
      [140, 100],
    ]);
    domain = [5000, 5400];
    await drag([
      [100, 100],
      [110, 100],
    ]);
    expectDomain(4990, 5390);
  });

  it('clicks where it moves no more than a hand trembles', async () => {
    let clicks = 0;
    target.addEventListener('click', () => clicks++);
    await drag([
      [100, 100],
      [102, 101],
    ]);
    expect(clicks).to.equal(1);
    expect(log).to.deep.equal([]);

    await drag([
      [100, 100],
      [140, 100],
    ]);
    expect(clicks).to.equal(1);
  });

  it('drags with its first button only', async () => {
    target.addEventListener('contextmenu', (domEvent) => domEvent.preventDefault());
    await drag(
      [
        [100, 100],
        [140, 100],
      ],
      'right',
    );
    expect(log).to.deep.equal([]);
  });

  it('zooms in by two about a double click, and out with Shift or Alt', async () => {
    await doubleClick(...at(300));
    await doubleClick(...at(300), 'Shift');
    await doubleClick(...at(300), 'Alt');
    expect(log).to.deep.equal(['zoom 0.50 300 true', 'zoom 2.00 300 true', 'zoom 2.00 300 true']);
  });
});

describe('fingers', () => {
  const swipe = (...path: readonly (readonly [x: number, y: number])[]) => touch(path.map(([x, y]) => at(x, y)));

  it('pan with one to the side', async () => {
    await swipe([100, 100], [140, 102], [180, 130]);
    await ended();
    expectDomain(-200, 800);
    expect(scrollY).to.equal(0);
    expect(log[0]).to.equal('start');
  });

  it('scroll the page with one up or down', async () => {
    await swipe([100, 200], [102, 170], [110, 120], [130, 60]);
    await until(() => scrollY > 0);
    expect(log).to.deep.equal([]);
    expect(domain).to.equal(whole);
  });

  it('pinch with two, and the page keeps its size', async () => {
    const [x, y] = at(100);
    const params = { x, y, scaleFactor: 3, gestureSourceType: 'touch' };
    await cdp('Input.synthesizePinchGesture', params);
    await ended();
    expect(timeAt(100)).to.be.closeTo(250, 2);
    expect(domain[1] - domain[0]).to.be.below(600);
    expect(visualViewport!.scale).to.equal(1);
  });

  // Made in the page: emulated by the browser, a second pinch would start where a finger of the first one stayed.
  const pinch = (...path: readonly (readonly number[])[]) => {
    // Firefox and WebKit make no touches where no screen takes them.
    onlyInChromium();
    const types = ['touchstart', ...path.slice(1).map(() => 'touchmove'), 'touchend'];
    types.forEach((type, i) => {
      const fingers = (path[i] ?? path.at(-1)!).map((x, identifier) => {
        const [clientX, clientY] = at(x);
        return new Touch({ identifier, target, clientX, clientY });
      });
      const touches = type === 'touchend' ? [] : fingers;
      target.dispatchEvent(new TouchEvent(type, { touches, changedTouches: fingers, bubbles: true, cancelable: true }));
    });
  };

  for (const isMirrored of [false, true]) {
    it(`keep what is under them, also where they move on${isMirrored ? ' and time runs to the left' : ''}`, () => {
      mirrored = isMirrored;
      const [first, second] = [timeAt(150), timeAt(250)];
      pinch([150, 250], [120, 290], [110, 310]);
      expect(log).to.deep.equal(['start', 'move', 'move', 'end']);
      expect(timeAt(110)).to.be.closeTo(first, 1e-6);
      expect(timeAt(310)).to.be.closeTo(second, 1e-6);
    });
  }

  it('tap twice to zoom in once', async () => {
    for (let tap = 0; tap < 2; tap++) await swipe([200, 100]);
    await until(() => log.length > 0);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(log).to.deep.equal(['zoom 0.50 200 true']);
  });

  it('tap once to click', async () => {
    const clicked = new Promise((resolve) => target.addEventListener('click', resolve, { once: true }));
    await swipe([200, 100]);
    await clicked;
    expect(log).to.deep.equal([]);
  });
});

describe('detached gestures', () => {
  it('leave nothing behind', async () => {
    const before = Object.keys(target).length;
    expect(before).to.be.above(0);
    detach();
    expect(Object.keys(target)).to.deep.equal([]);
    expect(await wheel(100, 0, -120, 'Shift')).to.equal(false);
    expect(log).to.deep.equal([]);
  });

  it('end a drag under way, and leave nothing once the button is up', async () => {
    await sendMouse({ type: 'move', position: at(100) });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: at(140) });
    detach();
    await sendMouse({ type: 'move', position: at(180) });
    await sendMouse({ type: 'up' });
    expect(log).to.deep.equal(['start', 'move', 'end']);
    expectDomain(-100, 900);
    expect(Object.keys(target)).to.deep.equal([]);
  });
});
