import { expect } from 'chai';
import { sizes } from '../../../src/core/layout/sizes.js';
import { createAxisWords } from '../../../src/core/scene/axis-words.js';
import { drawAxis } from '../../../src/core/scene/draw-axis.js';
import { drawOverview } from '../../../src/core/scene/draw-overview.js';
import { drawScene } from '../../../src/core/scene/draw-scene.js';
import { createLanguage } from '../../../src/core/scene/language.js';
import type { Scene } from '../../../src/core/scene/scene.js';
import { createTimeScale } from '../../../src/core/viewport/time-scale.js';
import { denseChart, denseYears, denseYearsChart } from '../support/dense.js';
import { measure } from '../support/measure.js';
import { recordingPen, type PenCall } from '../support/recording-pen.js';

const en = createLanguage('en');
const signs = { question: '?', lang: 'en', dir: 'ltr' } as const;
const { dense, all, lanes } = denseYearsChart();
const april = { start: Date.UTC(2016, 3), end: Date.UTC(2016, 4), laneIndex: 0 };

function draw(scene: Scene): ReturnType<typeof recordingPen> {
  const pen = recordingPen();
  drawScene(scene, pen, signs);
  return pen;
}

const boxesOf = ({ args }: PenCall): number[][] => {
  const values = args[0] as readonly number[];
  return Array.from({ length: values.length / 4 }, (_, i) => values.slice(4 * i, 4 * i + 4));
};
const textsOf = (pen: ReturnType<typeof recordingPen>): string[] => pen.of('text').map(({ args }) => String(args[0]));

describe('a lane of counts', () => {
  const day = 86_400_000;
  const may = Date.UTC(2016, 4);
  /** Ten on their days in the first week, four of them perhaps in the second: columns of weeks at this width. */
  const bounds = {
    earliest: Float64Array.from([0, 1, 2, 3, 4, 5, 5, 5, 5, 5], (n) => may + n * day),
    latest: Float64Array.from([1, 2, 3, 4, 5, 6, 9, 9, 9, 9], (n) => may + n * day),
  };
  const scene = denseChart(bounds, [{ events: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] }]).dense({
    domain: [may, Date.UTC(2016, 7)],
    width: 280 + 130,
  });
  const [{ baseY, tallest, top, columns }] = scene.densities as [Scene['densities'][0]];

  it('is solid as high as events are certain, and hatched above as far as they are possible', () => {
    const [hatched, solid] = draw(scene).of('bars');
    expect(columns.slice(0, 3).map(({ least, most }) => [least, most])).to.deep.equal([
      [6, 10],
      [0, 4],
      [0, 0],
    ]);
    const height = (n: number): number => (n / top) * tallest;
    const [first, , second, ...more] = boxesOf(solid!);
    expect(first!.slice(1)).to.deep.equal([baseY - height(6), columns[0]!.x1 - 1, height(6)]);
    // Its upper edge, and that of the next one, which has nothing certain.
    expect([second![1], second![3]]).to.deep.equal([baseY - height(4), 1]);
    expect(more).to.deep.equal([]);
    expect(boxesOf(hatched!).map(([, y, , h]) => [y, h])).to.deep.equal([
      [baseY - height(10), height(4)],
      [baseY - height(4), height(4)],
    ]);
    expect([hatched!.args.slice(1), solid!.args.slice(1)]).to.deep.equal([
      ['actor-0', 'hatched'],
      ['actor-0', 'solid'],
    ]);
  });

  it('stays visible where its count is small, and is nothing where there is none', () => {
    const scaled = draw(dense({ domain: denseYears, more: { oneScale: true } }));
    const heights = scaled.of('bars').flatMap((call) => boxesOf(call).map(([, , , height]) => height!));
    expect(Math.min(...heights)).to.be.at.least(1);
    const empty = draw(dense({ domain: [Date.UTC(1990, 0), Date.UTC(1991, 0)] }));
    expect([empty.of('bars').length, empty.of('dots').length]).to.deep.equal([0, 0]);
  });

  it('is one path for what is solid and one for what is hatched', () => {
    const pen = draw(dense({ domain: denseYears }));
    expect(pen.of('bars').length).to.be.at.most(2 * lanes.length);
    expect(pen.of('dots').length).to.be.at.most(2 * lanes.length);
  });

  it('says its numbers and those without a date, beside the plot', () => {
    const view = dense({ domain: denseYears, width: 1184 });
    const pen = draw(view);
    const { labelled, peak } = view.densities[0]!;
    expect(textsOf(pen)).to.include.members(['0', 'each', labelled!.text, peak!.text, '212', '87', '–']);
    const at = pen.of('text').find(({ args }) => args[0] === labelled!.text)!;
    expect(at.from).to.be.below(view.plot.left);
    expect(textsOf(draw(dense({ domain: denseYears, width: 600, shape: 'medium' })))).to.include.members([
      '212 without a date',
      '1 without a date',
    ]);
  });
});

describe('the column under the pointer', () => {
  const view = dense({ domain: denseYears, width: 1184, more: { hoveredBin: april } });
  const { hoveredBin } = view;

  it('is a band through all lanes with the number of each', () => {
    const pen = draw(view);
    const band = pen
      .of('rect')
      .find(({ top, bottom }) => top === 0 && bottom === view.height && pen.of('rect').length)!;
    expect(band).not.to.equal(undefined);
    const lines = pen.of('line').filter(({ top, bottom }) => top === 0 && bottom === view.height);
    expect(lines).to.have.length(2);
    expect(textsOf(pen)).to.include.members(hoveredBin!.tags.map(({ text }) => text));
  });

  it('hides a peak that would stand under it', () => {
    const { peak, laneIndex } = view.densities.find(({ peak: each }) => each !== null)!;
    const column = view.densities[laneIndex]!.columns.find(({ x0, x1 }) => x0 <= peak!.x && x1 > peak!.x)!;
    const hovered = dense({ domain: denseYears, width: 1184, more: { hoveredBin: { ...column, laneIndex } } });
    const style = (text: string) =>
      draw(hovered)
        .of('text')
        .filter(({ args }) => args[0] === text)
        .map(({ args }) => (args[3] as { ink: string }).ink);
    expect(style(peak!.text)).to.deep.equal(['paper']);
  });

  it('is said on the axis, within the plot', () => {
    for (const month of [0, 51, 95]) {
      const bin = { start: Date.UTC(2012, month), end: Date.UTC(2012, month + 1), laneIndex: 0 };
      const scene = dense({ domain: denseYears, width: 1184, more: { hoveredBin: bin } });
      const pen = recordingPen();
      drawAxis(scene, pen, createAxisWords(en, measure));
      const readout = pen.of('rect').at(-1)!;
      expect(readout.from).to.be.at.least(scene.plot.left);
      expect(readout.to).to.be.at.most(scene.plot.left + scene.plot.width);
      expect(textsOf(pen).at(-1)).to.equal(scene.hoveredBin!.text);
    }
  });
});

describe('lanes of counts, mirrored', () => {
  it('are the same drawing from the other side', () => {
    const more = { hoveredBin: april };
    // Keys are not mirrored: each is what it is.
    const plain = draw(dense({ domain: denseYears, width: 1184, more })).calls.filter(({ to }) => to > 8);
    const mirrored = draw(dense({ domain: denseYears, width: 1184, more, mirrored: true, dir: 'rtl' })).calls.filter(
      ({ from }) => from < 1176,
    );
    expect(mirrored.map(({ name }) => name)).to.deep.equal(plain.map(({ name }) => name));
    plain.forEach((call, i) => {
      const other = mirrored[i]!;
      if (call.name === 'text') expect(other.args[0]).to.equal(call.args[0]);
      else {
        expect(other.from, call.name).to.be.closeTo(1184 - call.to, 0.01);
        expect(other.to, call.name).to.be.closeTo(1184 - call.from, 0.01);
      }
      expect([other.top, other.bottom], call.name).to.deep.equal([call.top, call.bottom]);
    });
  });
});

describe('a lane of rows', () => {
  it('says how many events reach across all of the view', () => {
    const scene = dense({ domain: denseYears, width: 1184 });
    const note = {
      kind: 'through',
      laneIndex: 0,
      count: 40,
      text: '40 events reach across all of this view',
      y: 20,
    } as const;
    expect(textsOf(draw({ ...scene, laneNotes: [note] }))).to.include(note.text);
  });
});

describe('the overview of many events', () => {
  const words = createAxisWords(en, measure);
  const overview = (width: number) => {
    const pen = recordingPen();
    const scale = createTimeScale(denseYears, width);
    drawOverview(
      { dataset: null!, lanes, plot: { left: 0, width, mirrored: false }, scale, brush: [0, width], words, shown: all },
      pen,
    );
    return pen.of('bars');
  };

  it('is one histogram: what is certain, what is possible, and its upper edge', () => {
    const [most, least, tops] = overview(900);
    expect([most!.args[1], least!.args[1], tops!.args[1]]).to.deep.equal(['hairline', 'edge', 'edge']);
    const right = sizes.overviewLabels + sizes.overview;
    expect([most!.from, most!.to, most!.bottom]).to.deep.equal([0, 900, right]);
    expect(most!.top).to.be.closeTo(sizes.overviewLabels + 4, 1e-6);
    expect(boxesOf(most!).every(([, , width]) => width! >= 3 - 1e-6)).to.equal(true);
    expect(least!.top).to.be.above(most!.top);
  });

  it('is counted once for a width', () => {
    const { time } = all;
    const count = time.countTouching.bind(time);
    let asked = 0;
    const asking = (width: number): number => {
      asked = 0;
      overview(width);
      return asked;
    };
    time.countTouching = (from, to) => {
      asked++;
      return count(from, to);
    };
    expect([asking(700) > 90, asking(700), asking(750) > 90]).to.deep.equal([true, 0, true]);
    time.countTouching = count;
  });
});
