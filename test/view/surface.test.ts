import { expect } from 'chai';
import type { Domain } from '../../src/core/viewport/domain.js';
import { animateDomain } from '../../src/view/animate.js';
import { createSurface, fittingRatio } from '../../src/view/surface.js';
import { staticTheme } from '../../src/view/theme.js';

const theme = staticTheme('light');

describe('a surface', () => {
  it('is drawn on in CSS pixels and has device pixels', () => {
    const canvas = document.createElement('canvas');
    const surface = createSurface(canvas);
    expect(surface.resize(100, 50, 2)).to.equal(true);
    expect([canvas.width, canvas.height, canvas.style.width, canvas.style.height]).to.deep.equal([
      200,
      100,
      '100px',
      '50px',
    ]);
    surface.paint((pen) => pen.rect(90, 40, 10, 10, { fill: 'ink' }), theme);
    const alpha = (x: number, y: number) => canvas.getContext('2d')!.getImageData(x, y, 1, 1).data[3];
    expect([alpha(199, 99), alpha(181, 81), alpha(178, 78)]).to.deep.equal([255, 255, 0]);

    surface.paint(() => {}, theme);
    expect(alpha(199, 99)).to.equal(0);
  });

  it('keeps its pixels when its size stays', () => {
    const surface = createSurface(document.createElement('canvas'));
    surface.resize(100, 50, 1);
    expect(surface.resize(100, 50, 1)).to.equal(false);
  });

  it('gets softer rather than larger than a browser can hold', () => {
    const canvas = document.createElement('canvas');
    const surface = createSurface(canvas);
    surface.resize(1400, 9000, 3);
    expect(canvas.width * canvas.height).to.be.at.most(4096 * 4096);
    expect(canvas.width / canvas.height).to.be.closeTo(1400 / 9000, 0.001);
    expect(fittingRatio(10, 40_000, 1) * 40_000).to.be.at.most(16_384);
    expect(fittingRatio(1200, 800, 2)).to.equal(2);
    expect(fittingRatio(0, 0, 2)).to.equal(2);
  });

  it('paints nothing without a size', () => {
    let count = 0;
    const surface = createSurface(document.createElement('canvas'));
    surface.resize(0, 50, 1);
    surface.paint(() => count++, theme);
    expect(count).to.equal(0);
  });
});

describe('animateDomain(from, to, ms, onStep, reduced)', () => {
  const [from, to] = [
    [0, 1000],
    [400, 500],
  ] as const satisfies Domain[];

  it('arrives, always forward and exactly', async () => {
    const starts: number[] = [];
    const last = await new Promise<Domain>((resolve) => {
      const onStep = (domain: Domain, finished: boolean) => {
        starts.push(domain[0]);
        if (finished) resolve(domain);
      };
      animateDomain(from, to, 80, onStep, false);
    });
    expect(last).to.equal(to);
    expect(starts.length).to.be.above(1);
    expect(starts).to.deep.equal([...starts].sort((a, b) => a - b));
  });

  it('is there at once for readers who want less motion', () => {
    const steps: unknown[] = [];
    animateDomain(from, to, 160, (domain, finished) => steps.push([domain, finished]), true);
    expect(steps).to.deep.equal([[to, true]]);
  });

  it('stops where it is', async () => {
    let count = 0;
    const cancel = animateDomain(from, to, 1000, () => count++, false);
    cancel();
    for (let i = 0; i < 3; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(count).to.equal(0);
  });
});
