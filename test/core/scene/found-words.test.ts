import { expect } from 'chai';
import { wordPatterns } from '../../../src/core/i18n/spelling.js';
import { drawScene } from '../../../src/core/scene/draw-scene.js';
import { foundExtents } from '../../../src/core/scene/found-words.js';
import { measure } from '../support/measure.js';
import { recordingPen } from '../support/recording-pen.js';
import { bundled } from '../support/report.js';
import { timeline, type Timeline } from '../support/timeline.js';

/** In letters of seven pixels, from the left edge of the line. */
const letters = (text: string, query: string, dir: 'ltr' | 'rtl') =>
  foundExtents(text, dir, 'name', wordPatterns(query), measure).map((extent) => extent.map((x) => x / 7));

describe('foundExtents', () => {
  it('counts from the left in a line that runs to the right', () => {
    expect(letters('Air strikes', 'air', 'ltr')).to.deep.equal([[0, 3]]);
    expect(letters('Air strikes', 'strikes', 'ltr')).to.deep.equal([[4, 11]]);
    expect(letters('Air strikes', 'k ai', 'ltr')).to.deep.equal([
      [0, 2],
      [8, 9],
    ]);
    expect(letters('Air strikes', 'x', 'ltr')).to.deep.equal([]);
  });

  it('counts from the right in a line that runs to the left', () => {
    expect(letters('قصف المشفى', 'قصف', 'rtl')).to.deep.equal([[7, 10]]);
    expect(letters('قصف المشفى', 'مشفي', 'rtl')).to.deep.equal([[0, 4]]);
  });

  it('takes what is written against the line as a whole: its letters do not stand where they are counted', () => {
    // 12 stands between the words, with its 1 on the left.
    expect(letters('مقتل 12 شخصا', '1', 'rtl')).to.deep.equal([[5, 7]]);
    expect(letters('قناة Orient News قالت', 'news', 'rtl')).to.deep.equal([[5, 16]]);
    expect(letters('TV قناة الآن says', 'الآن', 'ltr')).to.deep.equal([[3, 12]]);
    expect(letters('TV قناة الآن says', 'says', 'ltr')).to.deep.equal([[13, 17]]);
  });
});

const searched = (query: string, options: Parameters<typeof timeline>[1] = {}): Timeline =>
  timeline(bundled, options).dispatch({ type: 'search', query, matches: new Uint8Array(bundled.count).fill(1) });

describe('names on the chart', () => {
  it('are as they were where nothing is searched for', () => {
    expect(timeline(bundled).scene.names.flatMap(({ found }) => found)).to.deep.equal([]);
  });

  for (const [locale, query] of [
    ['en', 'air'],
    ['ar-SY', 'داعش'],
  ] as const) {
    it(`have a ground and a line under what is searched for, ${locale}`, () => {
      const dir = locale === 'en' ? 'ltr' : 'rtl';
      const { scene } = searched(query, { locale, dir, mirrored: dir === 'rtl' });
      const marked = scene.names.filter(({ found }) => found.length > 0);
      expect(marked.length).to.be.above(2);
      const pen = recordingPen();
      drawScene(scene, pen, { question: '?', lang: 'en', dir });
      const lines = pen
        .of('rect')
        .filter(({ args }) => args[3] === 2 && (args[4] as { fill: string }).fill === 'ink-2');
      expect(lines).to.have.length(marked.reduce((sum, { found }) => sum + found.length, 0));
      for (const { box, text, found, onAxis } of marked.filter((name) => name.onAxis)) {
        expect(onAxis && text).to.match(dir === 'ltr' ? /air/i : /داعش/);
        for (const { x0, x1 } of found) {
          const left = dir === 'rtl' ? box.x + box.width + x0 : box.x + x0;
          expect(x1 - x0).to.equal(7 * query.length);
          expect(left).to.be.at.least(box.x - 0.01);
          const line = lines.find(
            ({ from, top }) => Math.abs(from - left) < 0.01 && top > box.y && top < box.y + box.height,
          );
          expect(line, text).to.not.equal(undefined);
        }
      }
    });
  }

  it('that are cut are marked in what is left of them', () => {
    const { scene } = searched('clash', { width: 420 });
    for (const { text, found } of scene.names) {
      expect(found.length > 0, text).to.equal(/clash/i.test(text));
    }
  });

  it('keep their marks while the view moves, without being asked again', () => {
    const first = searched('air');
    expect(first.ask.scene(first.state)).to.equal(first.ask.scene(first.state));
  });
});
