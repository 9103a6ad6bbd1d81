import { expect } from 'chai';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import type { Box, Scene, SceneName } from '../../../src/core/scene/scene.js';
import { panByShare, zoomAbout } from '../../../src/core/viewport/domain.js';
import { fc } from '../support/fast-check.js';
import { graphemesOf } from '../support/measure.js';
import { randomDataset, randomDomain } from '../support/random-report.js';
import { bundled, datasetOf, fileOf } from '../support/report.js';
import { at, timeline } from '../support/timeline.js';

const ways = {
  'left to right': {},
  mirrored: { mirrored: true, dir: 'rtl', locale: 'ar-SY' },
  'at medium width': { width: 560 },
  'mirrored at medium width': { width: 560, mirrored: true, dir: 'rtl' },
  'right to left with time to the right': { dir: 'rtl' },
} as const;

/** Two hundredths of a pixel are nobody's overlap. */
const slack = 0.02;

const overlap = (a: Box, b: Box): boolean =>
  a.x + a.width > b.x + slack &&
  b.x + b.width > a.x + slack &&
  a.y + a.height > b.y + slack &&
  b.y + b.height > a.y + slack;

const written = ({ names }: Scene): SceneName[] => names.filter(({ text }) => text !== '');
const label = (dataset: Dataset, { event, text, box }: SceneName): string =>
  `${dataset.events[event]!.id} ${dataset.events[event]!.when} "${text}" ${[box.x, box.y, box.width].map(Math.round).join()}`;

function expectApart(dataset: Dataset, scene: Scene): void {
  const names = written(scene);
  names.forEach((a, i) => {
    for (const b of names.slice(i + 1)) {
      if (overlap(a.box, b.box))
        expect.fail(`${label(dataset, a)} lies on ${label(dataset, b)} in ${scene.scale?.domain.join()}`);
    }
  });
}

function expectInPlot(dataset: Dataset, scene: Scene): void {
  const { left, width } = scene.plot;
  for (const name of written(scene)) {
    const { box } = name;
    const from = name.onAxis ? left : 0;
    const to = name.onAxis ? left + width : scene.width;
    expect(box.x, label(dataset, name)).to.be.at.least(from - slack);
    expect(box.x + box.width, label(dataset, name)).to.be.at.most(to + slack);
    expect(box.y, label(dataset, name)).to.be.at.least(-slack);
    expect(box.y + box.height, label(dataset, name)).to.be.at.most(scene.height + slack);
  }
}

describe('names', () => {
  for (const [way, options] of Object.entries(ways)) {
    it(`never overlap and never leave the plot, ${way}, for any data at any zoom`, () => {
      fc.assert(
        fc.property(randomDataset(), randomDomain, (dataset, domain) => {
          const { scene } = timeline(dataset, options).show(domain);
          expectApart(dataset, scene);
          expectInPlot(dataset, scene);
        }),
        { numRuns: 100 },
      );
    });
  }

  it('never overlap when one is selected and grows bolder, nor when others get tags, of it or of one that has the focus', () => {
    fc.assert(
      fc.property(randomDataset(), randomDomain, fc.nat(), (dataset, domain, n) => {
        const { id } = dataset.events[n % dataset.events.length]!;
        const selected = timeline(dataset).show(domain).dispatch({ type: 'select', id });
        const other = selected.dispatch({ type: 'focus', event: (n + 1) % dataset.events.length });
        for (const { scene } of [selected, other]) {
          expectApart(dataset, scene);
          expectInPlot(dataset, scene);
        }
      }),
      { numRuns: 100 },
    );
  });

  // Views in which a name once lay on another one or beside the plot; each is the smallest that did.
  const once: readonly (readonly [string, readonly object[], readonly [number, number], keyof typeof ways])[] = [
    [
      'pushed out of its mark by the edge of the view, onto a name that comes later',
      [
        { when: '{2016-05-03,2016-05-05}', title: 'raid' },
        { when: '{2016-05-10,2016-05-11}', title: 'incomprehensibilities' },
        { when: '/2016-04-20', title: 'raid' },
      ],
      [1462306412591.0515, 1463298080976.9485],
      'at medium width',
    ],
    [
      'left behind beyond the edge of the view',
      [
        { when: '[2016-05-01,2016-05-05]', title: 'raid', certainty: 'alleged' },
        { when: '[2016-05-07..]', title: 'raid' },
        { when: '/2016-04-20', title: 'raid' },
      ],
      [1462349087386.2393, 1463072794597.7607],
      'left to right',
    ],
    [
      'beside a bar of its height, a pixel lower than the row of its neighbour',
      [
        { when: '2016-04-20?/2016-04-20?', title: 'raid' },
        { when: '2016-04-20/', title: 'raid' },
        { when: '../2016-04-20', title: 'raid' },
      ],
      [1460993064613.4768, 1463605463386.5232],
      'left to right',
    ],
    [
      'in two lanes at the edges that face each other, where the bars are too short for it',
      [
        { when: '2016-04-20?/2016-04-20?', title: 'raid' },
        { when: '2016-04-20/2016-04-20', title: 'raid', actors: ['a', 'c'], symmetric: true },
      ],
      [1460535780351.9998, 1461685019648.0002],
      'at medium width',
    ],
    [
      'without a date, beside a word that says so',
      [{ when: '/..', title: 'raid raid raid incomprehensibilities raid raid', certainty: 'presupposed' }],
      [1460233440000, 1460259360000],
      'at medium width',
    ],
    [
      'after the ring of a likelier day that is itself out of view',
      [
        { when: '{2016-04-20,2016-04-24}', likely: '2016-04-24', title: 'raid' },
        { when: '2016-04-20/..', title: 'raid' },
      ],
      [1461499769376, 1461525689376],
      'at medium width',
    ],
    [
      'with an order but no date, for which there was no column',
      [
        { when: null, title: 'raid' },
        { when: '2016-04-20~', relations: [{ type: 'before', id: 'e1' }] },
        { when: '2016', title: 'raid' },
      ],
      [1460233440000, 1460259360000],
      'left to right',
    ],
  ];
  for (const [what, events, domain, way] of once) {
    it(`stay apart and inside: one ${what}`, () => {
      const dataset = datasetOf(fileOf(...events));
      const view = timeline(dataset, ways[way]).show(domain);
      for (const id of [null, ...dataset.events.map((event) => event.id)]) {
        const { scene } = view.dispatch({ type: 'select', id });
        expectApart(dataset, scene);
        expectInPlot(dataset, scene);
      }
    });
  }

  it('of the bundled report are all there in the first view, none of them cut', () => {
    const { scene } = timeline(bundled, { width: 1100 });
    expect(scene.names.filter(({ text, cut, onAxis }) => onAxis && (text === '' || cut))).to.deep.equal([]);
    expect(scene.names.filter(({ isEcho }) => !isEcho)).to.have.length(33);
    expectApart(bundled, scene);
  });

  it('of the bundled report never overlap, whichever event is selected, at any of forty zooms', () => {
    for (const options of Object.values(ways)) {
      const start = timeline(bundled, options);
      const domain = start.ask.domain(start.state)!;
      for (let step = -20; step < 20; step++) {
        const view = start.show(zoomAbout(domain, 1.2 ** step, at('2016-05-17')));
        const { id } = bundled.events[(step + 20) % 33]!;
        for (const shown of [view, view.dispatch({ type: 'select', id })]) {
          expectApart(bundled, shown.scene);
          expectInPlot(bundled, shown.scene);
        }
      }
    }
  });

  it('are cut between letters, and a cut one ends with …', () => {
    let cuts = 0;
    fc.assert(
      fc.property(randomDataset(), randomDomain, (dataset, domain) => {
        for (const { text, cut, event, lines, onAxis } of written(timeline(dataset).show(domain).scene)) {
          const whole = (dataset.events[event]!.title as string).replace(/\s+/g, ' ').trim();
          if (!cut) {
            expect(text).to.equal(whole);
            continue;
          }
          cuts++;
          // In the column a line may be cut by itself, where a word is longer than it.
          const pieces = onAxis ? [text] : lines;
          expect(pieces.some((line) => line.endsWith('…'))).to.equal(true);
          const letters = new Set(graphemesOf(whole));
          for (const line of pieces) {
            for (const letter of graphemesOf(line.replace(/…$/, ''))) expect(letters.has(letter), line).to.equal(true);
          }
          if (onAxis) expect(whole.startsWith(text.slice(0, -1))).to.equal(true);
        }
      }),
      { numRuns: 100 },
    );
    expect(cuts).to.be.above(50);
  });

  it('that cannot be drawn are counted, and their events can still be found', () => {
    fc.assert(
      fc.property(randomDataset(), randomDomain, (dataset, domain) => {
        const { names, tally } = timeline(dataset).show(domain).scene;
        // A lane of counts has no names.
        fc.pre(tally.counted === null);
        const unnamed = new Set(names.flatMap(({ event, text }) => (text === '' ? [event] : [])));
        expect(tally.unnamed).to.equal(unnamed.size);
        expect(new Set(names.map(({ event }) => event)).size).to.equal(tally.inView.most);
        expect(tally.inView.most + tally.outside).to.be.at.least(tally.shown);
        expect(tally.shown).to.equal(dataset.events.length);
      }),
      { numRuns: 100 },
    );
  });

  it('carry how sure the source is as a word in a box', () => {
    const dataset = datasetOf(
      fileOf(
        { when: '2016-05-18', certainty: 'alleged' },
        { when: '2016-05-18', certainty: 'presupposed' },
        { when: '2016-05-18' },
      ),
    );
    const tags = (locale: string) =>
      timeline(dataset, { locale }).scene.names.map((name) => name.tags.map(({ text }) => text).join());
    expect(tags('en')).to.deep.equal(['alleged', 'implied', '']);
    expect(tags('ar-SY')).to.deep.equal(['ادعاء', 'ضمنًا', '']);
  });

  it('of days are written in the stronger weight, as far as the day is known', () => {
    const dataset = datasetOf(
      fileOf({ when: '2016-05-18' }, { when: '2016-05-18?' }, { when: '[2016-05-14..2016-05-18]' }),
    );
    expect(timeline(dataset).scene.names.map(({ role }) => role)).to.have.members([
      'name-strong',
      'name-strong',
      'name',
    ]);
  });

  it('of one day stand on one side of it', () => {
    const dataset = datasetOf(
      fileOf(
        ...['Raid', 'A very much longer name of an event', 'Flares'].map((title) => ({ title, when: '2016-05-18' })),
      ),
    );
    for (const share of [-0.4, 0, 0.3, 0.4]) {
      const start = timeline(dataset);
      const { names } = start.show(panByShare(start.ask.domain(start.state)!, share)).scene;
      expect(
        new Set(names.map(({ box }) => Math.round(box.x))).size === 1 ||
          new Set(names.map(({ box }) => Math.round(box.x + box.width))).size === 1,
      ).to.equal(true);
    }
  });

  it('do not cross the line of the report’s own date', () => {
    const start = timeline(bundled, { width: 1100 });
    for (const factor of [0.5, 1, 2, 4]) {
      const { scene } = start.show(zoomAbout(start.ask.domain(start.state)!, factor, at('2016-05-17')));
      const line = scene.lines.find(({ kind }) => kind === 'published');
      if (!line) continue;
      const x = scene.plot.left + line.x;
      for (const name of written(scene).filter(({ onAxis }) => onAxis)) {
        const crosses = name.box.x < x - 1 && name.box.x + name.box.width > x + 1;
        expect(crosses, label(bundled, name)).to.equal(false);
      }
    }
  });
});
