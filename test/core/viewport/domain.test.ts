import { expect } from 'chai';
import {
  betweenDomains,
  clampDomain,
  day,
  domainLength,
  minute,
  panByShare,
  zoomAbout,
  zoomWithin,
  type Domain,
} from '../../../src/core/viewport/domain.js';
import { createTimeScale } from '../../../src/core/viewport/time-scale.js';
import { between, fc } from '../support/fast-check.js';

const time = fc.integer({ min: -1e14, max: 1e14 });
const domain = fc
  .tuple(time, between(Math.log(2 * minute), Math.log(1e13)))
  .map(([start, log]): Domain => [start, start + Math.exp(log)]);
const share = between(0, 1);
const factor = between(0.05, 20);

describe('zoomAbout(domain, factor, anchor)', () => {
  it('keeps the time under the pointer in its place', () => {
    fc.assert(
      fc.property(domain, factor, share, (before, by, where) => {
        const width = 900;
        const pointer = where * width;
        const anchor = createTimeScale(before, width).invert(pointer);
        const after = createTimeScale(zoomAbout(before, by, anchor), width);
        expect(after(anchor)).to.be.closeTo(pointer, 0.01);
      }),
    );
  });

  it('shows as much more or less as the factor says, and zooming back returns', () => {
    expect(zoomAbout([0, 100], 0.5, 0)).to.deep.equal([0, 50]);
    expect(zoomAbout([0, 100], 2, 50)).to.deep.equal([-50, 150]);
    fc.assert(
      fc.property(domain, factor, share, (before, by, where) => {
        const anchor = before[0] + where * domainLength(before);
        const back = zoomAbout(zoomAbout(before, by, anchor), 1 / by, anchor);
        back.forEach((end, i) => expect(end).to.be.closeTo(before[i]!, 1 + domainLength(before) * 1e-9));
      }),
    );
  });
});

describe('panByShare(domain, share)', () => {
  it('moves by a share of what is visible; positive shows later times', () => {
    expect(panByShare([0, 100], 0.25)).to.deep.equal([25, 125]);
    expect(panByShare([0, 100], -1)).to.deep.equal([-100, 0]);
  });
});

describe('clampDomain(domain, extent)', () => {
  const extent: Domain = [0, 10 * day];

  it('gives the very domain back where nothing is wrong with it', () => {
    for (const fine of [extent, [day, 2 * day], [0, minute], [-45 * day, 55 * day]] as const) {
      expect(clampDomain(fine, extent)).to.equal(fine);
    }
  });

  it('shows no less than one minute and keeps the middle where it is', () => {
    const middle = 3 * day;
    expect(clampDomain([middle - 10, middle + 10], extent)).to.deep.equal([middle - minute / 2, middle + minute / 2]);
    expect(clampDomain([middle, middle], extent)).to.deep.equal([middle - minute / 2, middle + minute / 2]);
  });

  it('shows no more than ten times the extent', () => {
    expect(domainLength(clampDomain([-1000 * day, 1000 * day], extent))).to.equal(100 * day);
    expect(domainLength(clampDomain([-1, 1000 * day], [5, 6]))).to.equal(minute);
  });

  it('never lets less than half of the view be a place where data could be', () => {
    expect(clampDomain([100 * day, 102 * day], extent)).to.deep.equal([9 * day, 11 * day]);
    expect(clampDomain([-100 * day, -98 * day], extent)).to.deep.equal([-day, day]);
    fc.assert(
      fc.property(domain, domain, (wanted, bounds) => {
        const clamped = clampDomain(wanted, bounds);
        const length = domainLength(clamped);
        expect(clamped[0]).to.be.below(clamped[1]);
        expect(length).to.be.at.least(minute * 0.999);
        expect(length).to.be.at.most(Math.max(minute, domainLength(bounds) * 10) * 1.001);
        const shared = Math.min(clamped[1], bounds[1]) - Math.max(clamped[0], bounds[0]);
        expect(shared).to.be.at.least(Math.min(length / 2, domainLength(bounds)) - 1 - length * 1e-9);
      }),
    );
  });

  it('settles at once: clamping again changes nothing more', () => {
    fc.assert(
      fc.property(domain, domain, (wanted, bounds) => {
        const once = clampDomain(wanted, bounds);
        const twice = clampDomain(once, bounds);
        twice.forEach((end, i) => expect(end).to.be.closeTo(once[i]!, 1));
      }),
    );
  });

  it('keeps the time under the pointer while zooming between the limits', () => {
    const anchor = 4 * day;
    const before: Domain = [0, 10 * day];
    const after = clampDomain(zoomAbout(before, 0.3, anchor), extent);
    expect(createTimeScale(after, 1000)(anchor)).to.be.closeTo(createTimeScale(before, 1000)(anchor), 1e-6);
  });
});

describe('zoomWithin(domain, factor, anchor, extent)', () => {
  it('keeps the time under the pointer also where a limit stops the zoom', () => {
    const extent: Domain = [0, 10 * day];
    for (const factor of [1e-9, 0.3, 3, 1e9]) {
      const before: Domain = [0, 10 * day];
      const anchor = 5 * day;
      const after = zoomWithin(before, factor, anchor, extent);
      expect(createTimeScale(after, 1000)(anchor), String(factor)).to.be.closeTo(500, 0.01);
      expect(domainLength(after)).to.be.within(minute - 1, 100 * day + 1);
    }
    const after = zoomWithin([0, 10 * day], 1e-9, 2 * day, extent);
    expect(createTimeScale(after, 1000)(2 * day)).to.be.closeTo(200, 0.01);
  });
});

describe('betweenDomains(from, to, share)', () => {
  it('begins at the one and ends at the other', () => {
    fc.assert(
      fc.property(domain, domain, (from, to) => {
        for (const [share, expected] of [
          [0, from],
          [1, to],
        ] as const) {
          betweenDomains(from, to, share).forEach((end, i) =>
            expect(end).to.be.closeTo(
              expected[i]!,
              1 + (domainLength(from) + domainLength(to)) * 1e-6 + Math.abs(to[0] - from[0]) * 1e-10,
            ),
          );
        }
      }),
    );
  });

  it('holds a point that both show at one place at that place on the whole way', () => {
    const from: Domain = [0, 100 * day];
    const anchor = 30 * day;
    const to = zoomAbout(from, 0.1, anchor);
    for (const share of [0.1, 0.5, 0.9]) {
      expect(createTimeScale(betweenDomains(from, to, share), 1000)(anchor)).to.be.closeTo(300, 1e-6);
    }
  });

  it('zooms by equal ratios in equal times', () => {
    expect(domainLength(betweenDomains([0, 100], [0, 1], 0.5))).to.be.closeTo(10, 1e-9);
  });

  it('moves evenly where nothing is zoomed', () => {
    expect(betweenDomains([0, 10], [100, 110], 0.25)).to.deep.equal([25, 35]);
  });
});

describe('createTimeScale(domain, width)', () => {
  it('goes from 0 at the start to the width at the end, and back', () => {
    const scale = createTimeScale([1000, 2000], 500);
    expect([scale(1000), scale(1500), scale(2000), scale(0)]).to.deep.equal([0, 250, 500, -500]);
    expect([0, 250, 500].map((x) => scale.invert(x))).to.deep.equal([1000, 1500, 2000]);
    expect(scale).to.deep.include({ domain: [1000, 2000], width: 500, pixelsPerMs: 0.5 });
  });
});
