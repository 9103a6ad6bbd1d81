import { sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { event, report } from './support/data.js';
import { all, drawn, has, mount, namePoint, one, until } from './support/element.js';
import { pressed } from './support/states.js';

const arabic = /\p{Script=Arabic}/gu;
const latin = /\p{Script=Latin}/gu;
/** Dates in the notation of the data, coordinates, addresses: they run to the right in any language. */
const code = /\d{4}-\d{2}|\d+\.\d{3,}, ?-?\d|https?:|\.\.\//;

interface Place {
  readonly lang: string;
  readonly dir: string;
}

const placeOf = (node: Element): Place => ({
  lang: node.closest('[lang]')!.getAttribute('lang')!,
  // As the browser has it: keys have dir="auto".
  dir: getComputedStyle(node).direction,
});

/** Each text that stands under another language or direction than that of its letters. */
function misplaced(element: ReportTimelineElement): string[] {
  const walker = document.createTreeWalker(one(element, '.root'), NodeFilter.SHOW_TEXT);
  const found: string[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue!.trim();
    const parent = walker.currentNode.parentElement!;
    if (parent.closest('style, .probe')) continue;
    const { lang, dir } = placeOf(parent);
    const isArabic = lang.startsWith('ar');
    const letters = { arabic: text.match(arabic)?.length ?? 0, latin: text.match(latin)?.length ?? 0 };
    const where = `${parent.tagName.toLowerCase()}.${parent.className.toString()} in ${parent.parentElement?.className} [${lang} ${dir}] “${text.slice(0, 70)}”`;
    if (code.test(text) && letters.arabic === 0) {
      if (dir !== 'ltr') found.push(`code: ${where}`);
    } else if (letters.arabic > letters.latin) {
      if (!isArabic || dir !== 'rtl') found.push(`Arabic: ${where}`);
    } else if (letters.latin > letters.arabic) {
      if (isArabic || dir !== 'ltr') found.push(`Latin: ${where}`);
    }
  }
  return found;
}

/** A report whose every text is in one language, whichever the page speaks. */
const only = {
  ar: report(
    [
      event('x', '2016-05-14', {
        actors: ['a', 'b'],
        targets: [{ name: 'مدنيون' }],
        title: 'قصف على الحي',
        summary: 'سقطت قذائف على الحي.',
        places: [{ name: 'حي الجورة' }, { name: 'دير الزور' }],
        killed: { best: 2, who: 'طفلان' },
        means: ['مدفعية'],
        claims: [{ by: 'أخبار الآن', quote: 'سقطت قذائف', source: 's' }],
        basis: { text: 'يذكر التقرير اليوم.', start: 'sourced' },
      }),
      event('y', '[2016-05-14..2016-05-18]', { actors: ['b'], title: 'اعتقال شبان', places: [{ name: 'الميادين' }] }),
      event('z', null, { actors: [], title: 'حصار المدينة', relations: [{ type: 'before', to: 'x' }] }),
    ],
    {
      language: 'ar',
      title: 'دير الزور',
      note: 'ملاحظة عن المصادر.',
      actors: [
        { id: 'a', name: 'الجيش', note: 'كما في التقرير' },
        { id: 'b', name: 'داعش' },
      ],
      sources: [{ id: 's', title: 'أخبار الآن', url: 'https://example.org/a' }],
    },
  ),
  en: report([
    event('x', '2016-05-14', {
      actors: ['a', 'b'],
      targets: [{ name: 'civilians' }],
      title: 'Shelling of the district',
      places: [{ name: 'al-Joura' }, { name: 'Deir ez-Zor' }],
      killed: { best: 2, who: 'two children' },
      means: ['artillery'],
      claims: [{ by: 'Akhbar', quote: 'shells fell' }],
    }),
    event('y', '[2016-05-14..2016-05-18]', { actors: ['b'], title: 'Arrests' }),
    event('z', null, { actors: [], title: 'Siege', relations: [{ type: 'before', to: 'x' }] }),
  ]),
};

const cases: Readonly<Record<string, { readonly lang: string; readonly data?: unknown }>> = {
  'the bundled report in English': { lang: 'en' },
  'the bundled report in Arabic': { lang: 'ar-SY' },
  'Arabic data on an English page': { lang: 'en', data: only.ar },
  'English data on an Arabic page': { lang: 'ar-SY', data: only.en },
};

const opened = (lang: string, data: unknown, more: Readonly<Record<string, string>> = {}, width = 1200) =>
  mount({ lang, ...more }, { ...(data !== undefined && { data }), width });

for (const [name, { lang, data }] of Object.entries(cases)) {
  describe(`each text stands under its own language and direction: ${name}`, () => {
    it('in the chart, and in the details of each event', async () => {
      const element = await opened(lang, data);
      expect(misplaced(element)).to.deep.equal([]);
      const found = new Set<string>();
      for (const { id } of element.events) {
        element.event = id;
        await drawn(element);
        expect(has(element, '.event')).to.equal(true);
        for (const fault of misplaced(element)) found.add(fault);
      }
      expect([...found]).to.deep.equal([]);
    }).timeout(30_000);

    it('in the list, and in each item that is opened', async () => {
      const element = await opened(lang, data, { view: 'list' }, 700);
      const found = new Set(misplaced(element));
      for (const { id } of element.events) {
        element.event = id;
        await drawn(element);
        for (const fault of misplaced(element)) found.add(fault);
      }
      expect([...found]).to.deep.equal([]);
    }).timeout(30_000);

    it('in the table', async () => {
      const element = await opened(lang, data, { view: 'table' });
      expect(all(element, 'td').length).to.be.above(2);
      expect(misplaced(element)).to.deep.equal([]);
    });

    it('in the filters and the help', async () => {
      const element = await pressed(await opened(lang, data), '.facet-menu > button');
      all<HTMLInputElement>(element, '.facet input[type=checkbox]')[0]!.click();
      await drawn(element);
      expect(misplaced(element)).to.deep.equal([]);
      const other = await pressed(await opened(lang, data), '.help-button');
      expect(misplaced(other)).to.deep.equal([]);
    });

    it('on the card', async () => {
      const element = await opened(lang, data);
      const found = new Set<string>();
      for (const { id } of element.events.slice(0, 12)) {
        if (!has(element, `.cell[data-event="${element.events.findIndex((own) => own.id === id)}"]`)) continue;
        await sendMouse({ type: 'move', position: [...namePoint(element, id)] });
        await until(() => has(element, '.card'));
        await drawn(element);
        for (const fault of misplaced(element)) found.add(fault);
      }
      expect([...found]).to.deep.equal([]);
    }).timeout(20_000);
  });
}

describe('names in a row', () => {
  it('are each marked by themselves: a sentence of names has no language of its own', async () => {
    const element = await opened('en', only.ar, { view: 'list' });
    const who = one(element, '.item-who');
    const marked = [...who.querySelectorAll('bdi')].map(({ lang, dir, textContent }) => [textContent, lang, dir]);
    expect(marked).to.deep.equal([
      ['الجيش', 'ar', 'rtl'],
      ['داعش', 'ar', 'rtl'],
      ['حي الجورة', 'ar', 'rtl'],
      ['دير الزور', 'ar', 'rtl'],
    ]);
  });
});
