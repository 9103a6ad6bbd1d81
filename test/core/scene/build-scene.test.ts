import { expect } from 'chai';
import { createAxisWords } from '../../../src/core/scene/axis-words.js';
import { drawAxis } from '../../../src/core/scene/draw-axis.js';
import { drawScene } from '../../../src/core/scene/draw-scene.js';
import { createLanguage } from '../../../src/core/scene/language.js';
import { mirrorPen, shiftPen } from '../../../src/core/scene/pen.js';
import type { Scene } from '../../../src/core/scene/scene.js';
import { sizes } from '../../../src/core/layout/sizes.js';
import { day } from '../../../src/core/viewport/domain.js';
import { fc } from '../support/fast-check.js';
import { measure } from '../support/measure.js';
import { randomDataset, randomDomain } from '../support/random-report.js';
import { recordingPen, type PenCall } from '../support/recording-pen.js';
import { bundled, datasetOf, fileOf, idsOf, indexOf } from '../support/report.js';
import { at, timeline, type Timeline } from '../support/timeline.js';

const e12 = indexOf(bundled, 'e12');

describe('a clash of two lanes', () => {
  it('stands in both, at the edges that face each other, joined by rungs', () => {
    const { scene } = timeline(bundled);
    const marks = scene.marks.filter(({ events }) => events.includes(e12));
    expect(marks.map(({ ink }) => ink)).to.deep.equal(['actor-0', 'actor-1']);
    const [upper, lower] = marks;
    const border = scene.lanes[1]!.top;
    expect(upper!.barY + sizes.floor).to.be.within(border - 8, border);
    expect(lower!.barY).to.be.within(border, border + 8);
    expect([lower!.x0, lower!.x1]).to.deep.equal([upper!.x0, upper!.x1]);

    expect(scene.rungs).to.have.length(1);
    const [rungs] = scene.rungs;
    expect([rungs!.y0, rungs!.y1]).to.deep.equal([upper!.barY + sizes.floor, lower!.barY]);
    expect(rungs!.xs.length).to.be.at.least(2);
    for (const x of rungs!.xs) expect(x).to.be.within(upper!.x0 + sizes.fuzzyEnd, upper!.x1 - sizes.fuzzyEnd);
    expect(scene.links).to.deep.equal([]);
  });

  it('has its name once in full ink and once in grey, and counts once', () => {
    const { scene } = timeline(bundled);
    const names = scene.names.filter(({ event }) => event === e12);
    expect(names.map(({ laneIndex, isEcho, ink }) => [laneIndex, isEcho, ink])).to.deep.equal([
      [0, false, 'ink'],
      [1, true, 'ink-2'],
    ]);
    expect(names[0]!.text).to.equal(names[1]!.text);
    expect([scene.tally.shown, scene.tally.inView.most]).to.deep.equal([33, 33]);
  });

  it('of one day is two discs and one rung from the one to the other', () => {
    const { scene } = timeline(datasetOf(fileOf({ when: '2016-05-18', actors: ['a', 'b'], symmetric: true })));
    const [upper, lower] = scene.marks;
    expect(scene.rungs).to.deep.equal([
      { xs: [(upper!.x0 + upper!.x1) / 2], y0: upper!.rows[0]! + 6, y1: lower!.rows[0]! - 6 },
    ]);
    expect(lower!.rows[0]! - upper!.rows[0]!).to.be.within(24, 40);
  });

  it('has a thin tie and no rungs where the two lanes are not neighbours', () => {
    const { scene } = timeline(bundled, { wantedLanes: ['regime', 'coalition', 'isis'] });
    expect(scene.rungs).to.deep.equal([]);
    expect(scene.links.map(({ thin, arrow }) => [thin, arrow])).to.deep.equal([[true, null]]);
    const [tie] = scene.links;
    const bars = scene.marks.filter(({ events }) => events.includes(e12)).map(({ barY }) => barY + sizes.floor / 2);
    expect([tie!.points[1], tie!.points.at(-1)]).to.deep.equal(bars);
  });

  it('has neither where only one of its lanes is shown', () => {
    const { scene } = timeline(bundled, { wantedLanes: ['isis'] });
    expect([scene.rungs, scene.links]).to.deep.equal([[], []]);
    expect(scene.names.filter(({ event }) => event === e12)).to.have.length(1);
  });

  it('is an event like any other where lanes are not actors', () => {
    const { scene } = timeline(bundled, { groupBy: 'certainty' });
    expect([scene.rungs, scene.links]).to.deep.equal([[], []]);
  });
});

describe('relations of the selected event', () => {
  const selected = (id: string, options = {}) => timeline(bundled, options).dispatch({ type: 'select', id }).scene;

  it('are words in the labels of the others', () => {
    const scene = selected('e24');
    const tags = scene.names.flatMap(({ event, tags: own }) =>
      own.filter(({ look }) => look === 'inverted').map(({ text }) => `${bundled.events[event]!.id} ${text}`),
    );
    expect(tags).to.have.members(['e25 during it', 'e04 same event?']);
    const arabic = selected('e24', { locale: 'ar-SY', dir: 'rtl' });
    const words = arabic.names.flatMap(({ tags: own }) =>
      own.filter(({ look }) => look === 'inverted').map(({ text }) => text),
    );
    expect(words).to.have.members(['خلاله', 'الحدث نفسه؟']);
  });

  it('are elbows, dashed where only possible, and none points at what came before or after by chance', () => {
    const links = selected('e24').links;
    expect(links.map(({ possible, arrow }) => [possible, arrow])).to.have.deep.members([
      [false, null],
      [true, null],
    ]);
    expect(selected('e07').links.every(({ arrow }) => arrow === null)).to.equal(true);
  });

  it('point at the later one', () => {
    // e10 was before e11: the arrow is at e11, whichever of the two is selected.
    expect(selected('e10').links.map(({ arrow }) => arrow)).to.deep.equal(['to']);
    expect(selected('e11').links.map(({ arrow }) => arrow)).to.deep.equal(['from']);
  });

  it('are those of the event that has the focus, before those of the selected one', () => {
    const words = (scene: Scene): string[] =>
      scene.names.flatMap(({ event, tags }) =>
        tags.filter(({ look }) => look === 'inverted').map(({ text }) => `${bundled.events[event]!.id} ${text}`),
      );
    const view = timeline(bundled);
    const focused = view.dispatch({ type: 'focus', event: indexOf(bundled, 'e24') });
    expect(focused.scene.links).to.deep.equal(selected('e24').links);
    expect(words(focused.scene)).to.have.members(['e25 during it', 'e04 same event?']);
    expect(focused.scene.lanes, 'no row changes').to.equal(view.scene.lanes);
    expect(focused.scene.selected).to.equal(null);
    const other = focused.dispatch({ type: 'select', id: 'e10' });
    expect(other.scene.links, 'of one event only').to.deep.equal(focused.scene.links);
    expect(words(other.scene)).to.deep.equal(words(focused.scene));
    const alone = other.dispatch({ type: 'focus', event: indexOf(bundled, 'e22') });
    expect(alone.scene.links).to.deep.equal([]);
    expect(alone.dispatch({ type: 'focus', event: null }).scene.links).to.deep.equal(selected('e10').links);
  });

  it('are none without a selection, nor for an event that has none', () => {
    expect(timeline(bundled).scene.links).to.deep.equal([]);
    expect(selected('e22').links).to.deep.equal([]);
  });
});

describe('the tally', () => {
  it('of the first view says that all are in view and one starts before it', () => {
    expect(timeline(bundled).scene.tally).to.deep.equal({
      shown: 33,
      inView: { least: 21, most: 33 },
      startBefore: 1,
      endAfter: 0,
      outside: 0,
      unnamed: 0,
      counted: null,
    });
  });

  it('counts as without a name what a lane of names says as a number', () => {
    const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
    const middle = at('2010-01-01');
    const long = Array.from({ length: 500 }, (_, i) => ({
      when: `${iso(middle - (800 + i) * day)}/${iso(middle + (800 + i) * day)}`,
    }));
    const days = ['2010-01-02', '2010-01-03', '2010-01-04'].map((when) => ({ when }));
    const { scene } = timeline(datasetOf(fileOf(...long, ...days))).show([middle, middle + 5 * day]);
    const through = scene.laneNotes.filter(({ kind }) => kind === 'through').reduce((sum, { count }) => sum + count, 0);
    const named = scene.names.filter(({ text }) => text !== '').length;
    expect(through).to.be.above(400);
    expect(scene.tally.counted).to.equal(null);
    expect(scene.tally.inView.most - scene.tally.unnamed).to.equal(named);
  });

  it('counts what lies outside', () => {
    const { tally } = timeline(bundled).show([at('2016-04-01'), at('2016-04-10')]).scene;
    // In April lie the car bomb, the ten that have no earlier bound, and the two that have no date.
    expect(tally.startBefore).to.equal(1);
    expect(tally.endAfter).to.be.at.least(1);
    expect(tally.inView.most + tally.outside).to.equal(33);
    expect(tally.inView).to.deep.equal({ least: 2, most: 1 + 10 + 2 });
  });

  it('always adds up to all that is shown', () => {
    fc.assert(
      fc.property(randomDataset(), randomDomain, (dataset, domain) => {
        const { tally } = timeline(dataset).show(domain).scene;
        expect(tally.shown).to.equal(dataset.events.length);
        const { least, most } = tally.inView;
        expect(most + tally.outside).to.be.at.least(tally.shown);
        for (const n of [least, tally.startBefore, tally.endAfter, tally.unnamed]) expect(n).to.be.at.most(most);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a scene', () => {
  it('has five lanes, one below the other without a gap', () => {
    const { scene } = timeline(bundled);
    const counts = scene.lanes.map(({ lane }) => lane.events.length);
    expect(counts).to.deep.equal([18, 11, 1, 1, 3]);
    scene.lanes.slice(1).forEach(({ top }, i) => expect(top).to.equal(scene.lanes[i]!.top + scene.lanes[i]!.height));
    expect(scene.height).to.equal(scene.lanes.at(-1)!.top + scene.lanes.at(-1)!.height);
  });

  it('keeps every mark and name inside its lane', () => {
    fc.assert(
      fc.property(randomDataset(), randomDomain, (dataset, domain) => {
        const { scene } = timeline(dataset).show(domain);
        for (const { laneIndex, row } of scene.names) {
          const { top, height } = scene.lanes[laneIndex]!;
          expect(row.y).to.be.at.least(top - 0.01);
          expect(row.y + row.height).to.be.at.most(top + height + 0.01);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shows what has no date in the column beside the axis, and what was going on with an arrow', () => {
    const { scene } = timeline(bundled);
    const beside = scene.names.filter(({ onAxis }) => !onAxis);
    expect(
      idsOf(
        bundled,
        beside.map(({ event }) => event),
      ),
    ).to.equal('e15 e16');
    expect(beside.map(({ event }) => scene.offAxisKind(event))).to.deep.equal(['ongoing', 'ongoing']);
    for (const { row } of beside) expect([row.x, row.width]).to.deep.equal([sizes.laneColumn, sizes.undatedColumn]);
  });

  it('has a column for whatever has no place on the axis, also for what has only an order', () => {
    const dataset = datasetOf(
      fileOf({ when: null, relations: [{ type: 'before', id: 'e2' }] }, { when: '2016-05-18~' }),
    );
    const { scene } = timeline(dataset);
    expect(scene.names.filter(({ onAxis }) => !onAxis)).to.have.length(1);
    expect(scene.plot.left).to.equal(sizes.laneColumn + sizes.undatedColumn);
  });

  it('has no column where everything is dated, and none at medium width', () => {
    expect(timeline(datasetOf(fileOf({ when: '2016' }))).scene.plot.left).to.equal(sizes.laneColumn);
    expect(timeline(bundled, { width: 560 }).scene.plot).to.deep.equal({
      left: sizes.keyColumn,
      width: 560 - sizes.keyColumn,
      mirrored: false,
    });
  });

  it('can be made of nothing that is dated, and of no width at all', () => {
    const undated = datasetOf(fileOf({ when: null }, { when: '/..' }));
    const { scene } = timeline(undated);
    expect([scene.scale, scene.ticks, scene.marks]).to.deep.equal([null, null, []]);
    expect(scene.names).to.have.length(2);
    const none = timeline(bundled, { width: 0 });
    expect(none.ask.scene(none.state)).to.equal(null);
    expect(timeline(datasetOf([])).scene).to.include({ height: 0 });
  });

  it('draws the line of the report’s date at the end of that day, and today only where the data are', () => {
    const lines = (now: number): string[] =>
      timeline(bundled, { now }).scene.lines.map(({ kind, label }) => `${kind}: ${label}`);
    expect(lines(0)).to.deep.equal(['published: report published, about 19 May']);
    expect(lines(at('2026-01-01'))).to.have.length(1);
    expect(lines(at('2016-05-18'))).to.deep.equal(['published: report published, about 19 May', 'today: today']);
    const { scene } = timeline(bundled);
    expect(scene.lines[0]!.x).to.be.closeTo(scene.scale!(at('2016-05-20')), 1e-6);
  });

  it('is the same drawing mirrored, with no letter upside down', () => {
    const draw = (options: object): readonly PenCall[] => {
      const pen = recordingPen();
      drawScene(
        timeline(
          datasetOf(fileOf({ when: '[2016-05-14..2016-05-18]', likely: '2016-05-15' }, { when: '2016-05-20/..' })),
          options,
        ).scene,
        pen,
        { question: '?', lang: 'en', dir: 'ltr' },
      );
      return pen.calls;
    };
    const plain = draw({});
    const mirrored = draw({ mirrored: true, dir: 'rtl' });
    expect(mirrored.map(({ name }) => name)).to.deep.equal(plain.map(({ name }) => name));
    plain.forEach((call, i) => {
      const other = mirrored[i]!;
      if (call.name === 'text') expect(other.args[0]).to.equal(call.args[0]);
      else {
        expect(other.from, call.name).to.be.closeTo(1000 - call.to, 0.01);
        expect(other.to, call.name).to.be.closeTo(1000 - call.from, 0.01);
      }
      expect([other.top, other.bottom], call.name).to.deep.equal([call.top, call.bottom]);
    });
  });
});

describe('the axis', () => {
  const textsOf = (view: Timeline, locale = 'en'): string[] => {
    const pen = recordingPen();
    drawAxis(view.scene, pen, createAxisWords(createLanguage(locale), measure));
    return pen.of('text').map(({ args }) => args[0] as string);
  };

  it('names the days of the first view, the month, the way of time and the report’s date', () => {
    const texts = textsOf(timeline(bundled));
    expect(texts).to.include.members(['Sat 14', 'Sun 15', 'Wed 18', 'Thu 19', 'May 2016', 'time →', 'date not stated']);
  });

  it('speaks Arabic, with Levantine months and an arrow that points left', () => {
    const texts = textsOf(timeline(bundled, { locale: 'ar-SY', dir: 'rtl', mirrored: true }), 'ar-SY');
    expect(texts).to.include.members(['أيار ٢٠١٦', 'الزمن ←', 'التاريخ غير مذكور']);
    expect(texts.some((text) => text.includes('١٨'))).to.equal(true);
    expect(texts.join(' ')).not.to.match(/[0-9A-Za-z]/);
  });

  it('says in which minute a view lies that is shorter than a minute’s steps', () => {
    const minute = day / 1440;
    const start = timeline(bundled);
    for (const offset of [0, 0.1, 0.5, 0.9, 0.99]) {
      const from = at('2016-05-17') + (612 + offset) * minute;
      const times = textsOf(start.show([from, from + minute])).filter((text) => /:/.test(text));
      expect(times.length, String(offset)).to.be.at.least(1);
      expect(['10:12', '10:13'], String(offset)).to.include(times[0]);
    }
    // Halfway through an hour nothing else could be pinned than what has begun before.
    expect(textsOf(start.show([at('2016-05-17') + 5 * minute, at('2016-05-17') + 5.5 * minute]))).to.include('00:05');
  });

  it('never writes one label on another', () => {
    const start = timeline(bundled);
    for (const days of [0.02, 0.3, 1, 3, 8, 20, 60, 200, 900, 4000, 40_000]) {
      const pen = recordingPen();
      const { scene } = start.show([at('2016-05-17') - (days / 2) * day, at('2016-05-17') + (days / 2) * day]);
      drawAxis(scene, pen, createAxisWords(createLanguage('en'), measure));
      const labels = pen.of('text').map(({ args, top }) => {
        const [text, x, , { align }] = args as [string, number, number, { align: string }];
        const width = measure(text, 'axis', false);
        const from = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
        return { text, from, to: from + width, top };
      });
      labels.forEach((a, i) =>
        labels.slice(i + 1).forEach((b) => {
          const apart = a.top !== b.top || a.to <= b.from + 0.5 || b.to <= a.from + 0.5;
          expect(apart, `"${a.text}" and "${b.text}" over ${days} days`).to.equal(true);
        }),
      );
    }
  });
});

describe('a pen', () => {
  it('that is shifted draws everything at another place', () => {
    const plain = recordingPen();
    const shifted = recordingPen();
    for (const pen of [plain, shiftPen(shifted, 10, 20)]) {
      pen.rect(1, 2, 3, 4, {});
      pen.disc(1, 2, 3, {});
      pen.polygon([1, 2, 3, 4], {});
      pen.line([1, 2, 3, 4], { stroke: 'ink', lineWidth: 1 });
      pen.hatch(1, 2, 3, 4, { stroke: 'ink', lineWidth: 1 });
      pen.fade(1, 2, 3, 4, 'ink', 0, 1);
      pen.text('x', 1, 2, { role: 'name', ink: 'ink', align: 'left', lang: 'en', dir: 'ltr' });
    }
    expect(shifted.calls.map(({ from, to, top, bottom }) => [from - 10, to - 10, top - 20, bottom - 20])).to.deep.equal(
      plain.calls.map(({ from, to, top, bottom }) => [from, to, top, bottom]),
    );
  });

  it('that is mirrored turns fades and hangs texts on the other side, at the same distance', () => {
    const pen = recordingPen();
    const mirrored = mirrorPen(pen, 100, 200);
    mirrored.fade(110, 0, 50, 5, 'ink', 0.2, 0.8);
    mirrored.text('x', 110, 0, { role: 'name', ink: 'ink', align: 'left', lang: 'en', dir: 'ltr' });
    mirrored.rect(110, 0, 50, 5, {});
    const [fade, text, rect] = pen.calls;
    expect(fade!.args).to.deep.equal([240, 0, 50, 5, 'ink', 0.8, 0.2]);
    expect([text!.args[1], (text!.args[3] as { align: string }).align]).to.deep.equal([290, 'right']);
    expect([rect!.from, rect!.to]).to.deep.equal([240, 290]);
  });
});
