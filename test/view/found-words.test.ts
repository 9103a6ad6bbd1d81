import { expect } from 'chai';
import { findWords } from '../../src/core/i18n/highlight.js';
import { wordPatterns } from '../../src/core/i18n/spelling.js';
import { isArabicText, typeScale } from '../../src/core/layout/type-scale.js';
import { foundExtents } from '../../src/core/scene/found-words.js';
import { createMeasure } from '../../src/view/measure-text.js';
import { fontFamilies } from '../../src/view/theme-tokens.js';

const family = (arabic: boolean) => fontFamilies[arabic ? 'sans-arabic' : 'sans'];
const measure = createMeasure((_role, arabic) => family(arabic));

/** Where the browser's own layout has the letters, from the left edge of the line. */
function laidOut(text: string, dir: 'ltr' | 'rtl', query: string) {
  const line = document.createElement('span');
  const { latin, arabic, weight } = typeScale.name;
  const isArabic = isArabicText(text);
  line.style.cssText = `font: ${weight} ${isArabic ? arabic : latin}px ${family(isArabic)}; white-space: pre; position: absolute`;
  line.dir = dir;
  line.textContent = text;
  document.body.append(line);
  const { left } = line.getBoundingClientRect();
  const extents = findWords(text, wordPatterns(query)).map(([start, end]) => {
    const range = document.createRange();
    range.setStart(line.firstChild!, start);
    range.setEnd(line.firstChild!, end);
    const box = range.getBoundingClientRect();
    return [box.left - left, box.right - left];
  });
  line.remove();
  return extents.sort((a, b) => a[0]! - b[0]!);
}

describe('what is marked on the chart', () => {
  const table: readonly (readonly [text: string, dir: 'ltr' | 'rtl', query: string])[] = [
    ['Heavy air strikes on the points of clash', 'ltr', 'air'],
    ['Heavy air strikes on the points of clash', 'ltr', 'rik cla'],
    ['قصف جوي مكثف على نقاط الاشتباك', 'rtl', 'مكثف'],
    ['اشتباكات بين القوات الحكومية وداعش: ثمانية قتلى على الأقل', 'rtl', 'داعش'],
    ['اشتباكات بين القوات الحكومية وداعش: ثمانية قتلى على الأقل', 'rtl', 'حكوم'],
    ['استهداف الأحياء «المحررة» عشوائيًا', 'rtl', 'احيا'],
    ['مَقتَل ٤٠ مدنيًّا في مَدِينَة الميادين', 'rtl', 'مدينه'],
    ['مقتل 40 مدنيا في Mayadin', 'rtl', '40'],
    ['مقتل 40 مدنيا في Mayadin', 'rtl', 'mayadin'],
    ['The raid on مدينة الميادين at night', 'ltr', 'night'],
  ];
  for (const [text, dir, query] of table) {
    it(`lies under the letters: ${query} in ${text}`, () => {
      const extents = [...foundExtents(text, dir, 'name', wordPatterns(query), measure)].sort((a, b) => a[0] - b[0]);
      const expected = laidOut(text, dir, query);
      expect(extents).to.have.length(expected.length);
      extents.forEach(([x0, x1], i) => {
        expect(x0).to.be.closeTo(expected[i]![0]!, 1.5);
        expect(x1).to.be.closeTo(expected[i]![1]!, 1.5);
      });
    });
  }
});
