import { expect } from 'chai';
import { pickText } from '../../src/core/i18n/text.js';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { all, button, drawn, idOf, mount, next, one, textOf, until } from './support/element.js';

/**
 * One truth, seven ways to it: whatever is filtered, chart, list, table, grid, live words, SVG and CSV have the same
 * events, as many, and in the same order.
 */

type Act = (element: ReportTimelineElement) => Promise<void> | void;

const chip = (element: ReportTimelineElement, name: string): HTMLElement =>
  all(element, '.chip').find((node) => textOf(node).startsWith(name))!;

const value = (element: ReportTimelineElement, facet: string, name: string): HTMLInputElement =>
  all(element, `[data-facet="${facet}"] label`)
    .find((label) => textOf(label).startsWith(name))!
    .querySelector('input')!;

async function filter(element: ReportTimelineElement, facet: string, name: string): Promise<void> {
  one(element, '.facet-menu button').click();
  await drawn(element);
  value(element, facet, name).click();
  await drawn(element);
  one(element, '.facet-menu button').click();
  await drawn(element);
}

async function search(element: ReportTimelineElement, text: string): Promise<void> {
  const field = one<HTMLInputElement>(element, '.search input');
  const answer = next(element, 'timeline-filter-change');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await answer;
  await drawn(element);
}

/** What is filtered, and by hand how many events of the report are left of it. */
const cases: Readonly<Record<string, { readonly lang: string; readonly act: Act; readonly count: number }>> = {
  'nothing is filtered': { lang: 'en', act: () => {}, count: 33 },
  'nothing is filtered, in Arabic': { lang: 'ar-SY', act: () => {}, count: 33 },
  // 18 of the government, one of them the clash, which is in the lane of ISIS too.
  'a lane is off': { lang: 'en', act: (element) => chip(element, 'Syrian government').click(), count: 16 },
  'events must be alleged': { lang: 'en', act: (element) => filter(element, 'certainty', 'alleged'), count: 1 },
  'dates must be exact': { lang: 'en', act: (element) => filter(element, 'date', 'exact day'), count: 4 },
  'a word is searched for': { lang: 'en', act: (element) => search(element, 'ambulance'), count: 6 },
  'a word is searched for, in Arabic': { lang: 'ar-SY', act: (element) => search(element, 'اسعاف'), count: 5 },
  // All but the attack on 14 May may lie there; what has no date is not hidden by a range.
  'a range is chosen': { lang: 'en', act: (element) => element.zoomTo('2016-05-18', '2016-05-20'), count: 32 },
  'a lane is off, and a word searched for': {
    lang: 'en',
    act: async (element) => {
      chip(element, 'ISIS').click();
      await drawn(element);
      await search(element, 'strikes');
    },
    count: 8,
  },
};

/** What the canvas of the chart is told to write, in the order of its lanes. */
async function written(element: ReportTimelineElement): Promise<string> {
  const { prototype } = CanvasRenderingContext2D;
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the context that it is asked for
  const { fillText } = prototype;
  const texts: string[] = [];
  prototype.fillText = function (this: CanvasRenderingContext2D, text: string, ...rest: [number, number, number?]) {
    if (this.canvas.matches('.surface')) texts.push(text);
    fillText.call(this, text, ...rest);
  };
  element.requestUpdate();
  await drawn(element);
  prototype.fillText = fillText;
  return squeezed(texts.join(''));
}

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** The ids of the first column of a table of values separated by commas. */
const idsOfCsv = (csv: string): string[] =>
  csv
    .split('\r\n')
    .slice(1)
    .filter(Boolean)
    .map((row) => row.slice(0, row.indexOf(',')));

/** How many events the words say are shown: of those that match a search, or of all, the fewest. */
function saidCount(text: string): number {
  const latin = text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 15));
  return Math.min(...[...latin.matchAll(/(\d+) (?:of \d+ events|(?:[^\d.؛]+ )?من \d+)/g)].map(([, n]) => Number(n)));
}

/** All rows of the table from the first to the last, of which only those near the window exist. */
async function rowsOf(element: ReportTimelineElement, count: number): Promise<string[]> {
  const ids: string[] = [];
  const region = one(element, '.table [tabindex="0"]');
  while (ids.length < count) {
    const before = ids.length;
    await until(() => {
      for (const row of all(element, '.table tbody tr[aria-rowindex]')) {
        ids[Number(row.getAttribute('aria-rowindex')) - 2] ??= idOf(element, row.querySelector('[data-event]'))!;
      }
      return ids.length > before;
    });
    region.scrollTop += region.clientHeight / 2;
  }
  return ids;
}

describe('chart, list, table, grid, live words, SVG and CSV agree where', () => {
  for (const [what, { lang, act, count }] of Object.entries(cases)) {
    it(what, async () => {
      const element = await mount({ lang, dir: lang === 'en' ? 'ltr' : 'rtl' });
      await act(element);
      await drawn(element);

      const csv = idsOfCsv(element.toCSV());
      expect(csv, 'CSV').to.have.length(count);

      // A clash stands in two lanes of the grid, once in each, and each lane is in the order of all.
      const rows = all(element, '[role="row"][data-lane]').map((row) =>
        [...row.querySelectorAll('.cell')].map((cell) => idOf(element, cell)!),
      );
      for (const ids of rows) expect(ids, 'a lane of the grid').to.deep.equal(csv.filter((id) => ids.includes(id)));
      expect(new Set(rows.flat()), 'the grid').to.deep.equal(new Set(csv));

      const svg = new DOMParser().parseFromString(element.toSVG(), 'image/svg+xml');
      const drawnIds = [...svg.querySelectorAll('g[id]')].map(({ id }) => id.replace(/^rt-/, ''));
      const events = new Set(element.events.map(({ id }) => id));
      const inSvg = drawnIds.filter((id) => events.has(id));
      expect(new Set(inSvg), 'SVG').to.deep.equal(new Set(csv));
      const firstOfLanes = rows.flat().filter((id, i, ids) => ids.indexOf(id) === i);
      expect(inSvg, 'SVG, lane by lane').to.deep.equal(firstOfLanes);

      // Names may be cut, and stand one after the other in the order of the grid.
      const texts = await written(element);
      let at = 0;
      for (const id of rows.flat()) {
        const { title } = element.events.find((event) => event.id === id)!;
        const start = squeezed(pickText(title, lang, 'ar').text).slice(0, 8);
        const found = texts.indexOf(start, at);
        expect(found, `${start} on the canvas, after those before it`).to.be.at.least(at);
        at = found + 1;
      }
      for (const { id, title } of element.events) {
        const whole = squeezed(pickText(title, lang, 'ar').text);
        if (!csv.includes(id)) expect(texts, 'a filtered name').not.to.include(whole);
      }

      expect(saidCount(textOf(one(element, '.status'))), 'the words beside the tools').to.equal(count);
      button(element, lang === 'en' ? 'List' : 'قائمة').click();
      await until(() => textOf(one(element, '.announcer')) !== '');
      expect(saidCount(textOf(one(element, '.announcer'))), 'the live words').to.equal(count);
      const listed = all(element, '.list .item-title').map((title) => idOf(element, title));
      expect(listed, 'list').to.deep.equal(csv);

      element.view = 'table';
      await drawn(element);
      expect(Number(one(element, '.table table').getAttribute('aria-rowcount')), 'table').to.equal(count + 1);
      expect(await rowsOf(element, count), 'table').to.deep.equal(csv);
    });
  }
});
