import { expect } from 'chai';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { sizes } from '../../../src/core/layout/sizes.js';
import { drawMark } from '../../../src/core/scene/draw-mark.js';
import { drawScene } from '../../../src/core/scene/draw-scene.js';
import type { Scene, SceneMark } from '../../../src/core/scene/scene.js';
import { isPoint } from '../../../src/core/temporal/date-kind.js';
import { day, domainLength, zoomAbout, type Domain } from '../../../src/core/viewport/domain.js';
import { fc } from '../support/fast-check.js';
import { randomDataset, randomDomain } from '../support/random-report.js';
import { bundled, datasetOf, fileOf, indexOf } from '../support/report.js';
import { recordingPen, type PenCall } from '../support/recording-pen.js';
import { at, timeline } from '../support/timeline.js';

const signs = { question: '?', lang: 'en', dir: 'ltr' } as const;

function callsOf(mark: SceneMark): readonly PenCall[] {
  const pen = recordingPen();
  drawMark(mark, pen, signs);
  return pen.calls;
}

/** How far the mark itself reaches: its question marks, and the whiskers and rings that say "about" and "likely", left out. */
function reachOf(mark: SceneMark): readonly [number, number] {
  const isOfMark = ({ name, top, bottom }: PenCall): boolean =>
    name !== 'text' && (mark.kind !== 'within' || bottom > top);
  const drawn = callsOf({ ...mark, likely: [] }).filter(isOfMark);
  const half = ({ name, from, to, args }: PenCall): number =>
    name === 'line' && from === to ? (args[1] as { lineWidth: number }).lineWidth / 2 : 0;
  return [
    Math.min(...drawn.map((call) => call.from - half(call))),
    Math.max(...drawn.map((call) => call.to + half(call))),
  ];
}

/** Asserts that every bound of every mark in view is drawn where the scale has its date. Returns how many there were. */
function expectBoundsAtTheirDates(dataset: Dataset, scene: Scene): number {
  const scale = scene.scale!;
  const isInView = (x: number): boolean => x >= 0 && x <= scale.width;
  let checked = 0;
  const check = (drawn: number, time: number, what: string): void => {
    expect(Math.abs(drawn - scale(time)), what).to.be.at.most(1.001);
    checked++;
  };
  for (const mark of scene.marks) {
    for (const event of mark.events) {
      const [earliest, latest] = [dataset.earliest[event]!, dataset.latest[event]!];
      const [from, to] = reachOf(mark);
      const what = `${dataset.events[event]!.when} at ${scene.scale!.domain.join()}`;
      if (isPoint(mark.kind)) {
        const discs = callsOf({ ...mark, likely: [] }).filter(({ name }) => name === 'disc');
        for (const disc of discs) check((disc.from + disc.to) / 2, (earliest + latest) / 2, what);
        continue;
      }
      const [x0, x1] = [scale(earliest), scale(latest)];
      // Of a mark without a bound on one side nothing is left at the view's edge but the sign that says so.
      if (Math.min(x1, scale.width) - Math.max(x0, 0) < sizes.smallestWindow && (mark.openStart || mark.openEnd))
        continue;
      if (x1 - x0 < sizes.smallestWindow) {
        // Widened, so that it can be read, about the middle of its date.
        expect((mark.x0 + mark.x1) / 2, what).to.be.closeTo((x0 + x1) / 2, 1);
        continue;
      }
      // Doubt without a date of its own may take some of the bar, and never more than the bar.
      if (mark.kind === 'order-only' || mark.kind.endsWith('-unknown')) {
        expect(from, what).to.be.at.least(x0 - 1);
        expect(to, what).to.be.at.most(x1 + 1);
      }
      const isKnown = { start: mark.kind !== 'start-unknown', end: mark.kind !== 'end-unknown' };
      if (mark.kind === 'order-only') continue;
      if (isKnown.start && earliest !== -Infinity && isInView(x0)) check(from, earliest, `start of ${what}`);
      if (isKnown.end && latest !== Infinity && isInView(x1)) check(to, latest, `end of ${what}`);
    }
  }
  return checked;
}

const middleOf = ({ x0, x1, viewEnd, openStart, openEnd }: SceneMark): number =>
  ((openStart ? 0 : x0) + (openEnd ? viewEnd : x1)) / 2;

describe('the drawn bounds', () => {
  const first = timeline(bundled);
  const firstView = first.ask.domain(first.state)!;
  const views: Readonly<Record<string, Domain>> = {
    'the first view': firstView,
    'the whole extent': first.ask.whole(first.state)!,
    'three days': [at('2016-05-17'), at('2016-05-20')],
    'a view that cuts windows on both sides': zoomAbout(firstView, 0.3, at('2016-05-17')),
  };
  for (const [name, domain] of Object.entries(views)) {
    for (const [way, options] of [
      ['', {}],
      [', mirrored', { mirrored: true, dir: 'rtl', locale: 'ar-SY' }],
      [', at medium width', { width: 600 }],
    ] as const) {
      it(`of the bundled report equal the scale of their date within one pixel in ${name}${way}`, () => {
        const { scene } = timeline(bundled, options).show(domain);
        // The last view is shorter than two days: most days of the report have their middle outside it, and no disc.
        expect(expectBoundsAtTheirDates(bundled, scene)).to.be.above(name.includes('cuts') ? 1 : 10);
      });
    }
  }

  it('of any data equal the scale of their date within one pixel, at any zoom', () => {
    let checked = 0;
    fc.assert(
      fc.property(randomDataset(), randomDomain, (dataset, domain) => {
        checked += expectBoundsAtTheirDates(dataset, timeline(dataset).show(domain).scene);
      }),
      { numRuns: 150 },
    );
    expect(checked).to.be.above(1000);
  });

  it('of a mirrored chart stand on the other side, at the same distance', () => {
    const scene = timeline(bundled, { mirrored: true, dir: 'rtl' }).show(firstView).scene;
    const pen = recordingPen();
    drawScene(scene, pen, signs);
    const { left, width } = scene.plot;
    const walls = pen.of('line').filter(({ from, to, top, bottom }) => from === to && bottom > top);
    const x = left + width - scene.scale!(at('2016-05-14'));
    expect(walls.some(({ from }) => Math.abs(from - x) <= 1)).to.equal(true);
  });
});

describe('a window', () => {
  const windows = (scene: Scene): SceneMark[] => scene.marks.filter(({ kind }) => kind === 'within');

  it('is never drawn narrower than 14 px, however small it is', () => {
    const dataset = datasetOf(
      fileOf(
        { when: '[2016-05-14..2016-05-15]' },
        { when: '[2016-05-14T10:00:00Z..2016-05-14T11:00:00Z]' },
        { when: '2016-05' },
      ),
    );
    for (const years of [0.1, 1, 10, 1000]) {
      const half = (years * 365 * day) / 2;
      const middle = at('2016-05-15');
      const marks = windows(timeline(dataset).show([middle - half, middle + half]).scene);
      expect(marks.length).to.be.above(0);
      for (const mark of marks) {
        const [from, to] = reachOf(mark);
        expect(to - from).to.be.at.least(sizes.smallestWindow - 0.001);
      }
    }
  });

  it('is never drawn narrower than 14 px in any data, unless the edge of the view cuts it', () => {
    fc.assert(
      fc.property(randomDataset(), randomDomain, (dataset, domain) => {
        for (const mark of windows(timeline(dataset).show(domain).scene)) {
          expect(mark.x1 - mark.x0).to.be.at.least(sizes.smallestWindow - 0.001);
          if (mark.x0 < 0 || mark.x1 > mark.viewEnd) continue;
          const [from, to] = reachOf(mark);
          expect(to - from).to.be.at.least(sizes.smallestWindow - 0.001);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has no point in its middle: nothing round is drawn unless a likelier day is known', () => {
    fc.assert(
      fc.property(randomDataset(), randomDomain, (dataset, domain) => {
        for (const mark of timeline(dataset).show(domain).scene.marks) {
          const discs = callsOf(mark).filter(({ name }) => name === 'disc');
          if (!isPoint(mark.kind) && mark.likely.length === 0) expect(discs).to.deep.equal([]);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has no point in its middle on the finished chart, in any zoom of the bundled report', () => {
    const start = timeline(bundled);
    let checked = 0;
    for (const factor of [0.25, 1, 4, 20]) {
      const { scene } = start.show(zoomAbout(start.ask.domain(start.state)!, factor, at('2016-05-17')));
      const pen = recordingPen();
      drawScene(scene, pen, signs);
      for (const mark of scene.marks) {
        if (isPoint(mark.kind) || mark.likely.length > 0) continue;
        const middle = middleOf(mark) + scene.plot.left;
        const [top, bottom] = [Math.min(mark.barY, mark.wallY) - 1, mark.barY + sizes.floor + 1];
        const discs = pen
          .of('disc')
          .filter(
            (disc) => disc.from <= middle + 7 && disc.to >= middle - 7 && disc.bottom >= top && disc.top <= bottom,
          );
        expect(discs).to.deep.equal([]);
        checked++;
      }
    }
    expect(checked).to.be.above(20);
  });

  it('has its likelier day where that day is, and not in its middle', () => {
    const start = timeline(bundled);
    const { scene } = start;
    const mark = scene.marks.find(({ events }) => events.includes(indexOf(bundled, 'e24')))!;
    const discs = callsOf(mark).filter(({ name }) => name === 'disc');
    expect(discs.length).to.be.at.least(2);
    const noon = scene.scale!(at('2016-05-14') + day / 2);
    for (const disc of discs) expect((disc.from + disc.to) / 2).to.be.closeTo(noon, 1);
    expect(Math.abs(noon - middleOf(mark))).to.be.above(100);
  });

  it('has a solid wall where a source gives the bound, and a dashed one where it is inferred', () => {
    const { scene } = timeline(bundled);
    const dashes = (id: string): (readonly number[] | undefined)[] => {
      const mark = scene.marks.find(({ events }) => events.includes(indexOf(bundled, id)))!;
      const walls = callsOf(mark).filter(
        ({ name, from, to, args }) =>
          name === 'line' && from === to && (args[1] as { lineWidth: number }).lineWidth === sizes.wall,
      );
      return walls.map(({ args }) => (args[1] as { dash?: readonly number[] }).dash);
    };
    expect(dashes('e24')).to.deep.equal([undefined, undefined]);
    expect(dashes('e25')).to.deep.equal([
      [3, 2.4],
      [3, 2.4],
    ]);
    expect(dashes('e05')).to.deep.equal([undefined, [3, 2.4]]);
  });

  it('that starts before the view is cut flat: no wall at its edge, and a tag that says where it starts', () => {
    const start = timeline(bundled);
    const { scene } = start;
    const index = indexOf(bundled, 'e26');
    const mark = scene.marks.find(({ events }) => events.includes(index))!;
    expect(mark.x0).to.be.below(0);
    const calls = callsOf(mark);
    expect(Math.min(...calls.map(({ from }) => from))).to.equal(0);
    expect(
      calls.filter(({ name, from, to, top, bottom }) => name === 'line' && from === to && bottom > top),
    ).to.have.length(1);
    const tags = scene.edgeTags.map(({ event, side, text }) => [bundled.events[event]!.id, side, text]);
    expect(tags).to.deep.equal([['e26', 'start', '3 Mar']]);
    expect(domainLength(start.ask.domain(start.state)!)).to.be.below(10 * day);
  });
});
