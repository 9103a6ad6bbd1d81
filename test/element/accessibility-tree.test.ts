import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { crowd, event, report } from './support/data.js';
import { all, cdp, drawn, has, mount, one } from './support/element.js';

interface AxNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly ignored: boolean;
}

/** What assistive technology is given: a node with its role, its name, and those below it. */
interface Heard {
  readonly role: string;
  readonly name: string;
  readonly description: string;
  readonly children: readonly Heard[];
}

async function heard(): Promise<readonly Heard[]> {
  const { nodes } = await cdp<{ nodes: readonly AxNode[] }>('Accessibility.getFullAXTree');
  const below = new Map<string | undefined, AxNode[]>();
  for (const node of nodes) below.set(node.parentId, [...(below.get(node.parentId) ?? []), node]);
  const childrenOf = (id: string | undefined): readonly Heard[] =>
    (below.get(id) ?? []).flatMap((node) => {
      const children = childrenOf(node.nodeId);
      if (node.ignored) return children;
      const { role, name, description } = node;
      return [{ role: role?.value ?? '', name: name?.value ?? '', description: description?.value ?? '', children }];
    });
  return childrenOf(undefined);
}

const find = (nodes: readonly Heard[], role: string): readonly Heard[] =>
  nodes.flatMap((node) => (node.role === role ? [node] : find(node.children, role)));

/** The rows of the grid: the lane, what its head says, what its cells say. */
async function rowsOf(): Promise<readonly { lane: string; head: string; cells: readonly string[] }[]> {
  const grids = find(await heard(), 'grid');
  expect(grids).to.have.length(1);
  return find(grids[0]!.children, 'row').map(({ name, children }) => {
    const heads = find(children, 'rowheader');
    expect(heads, name).to.have.length(1);
    return { lane: name, head: heads[0]!.name, cells: find(children, 'gridcell').map((cell) => cell.name) };
  });
}

/**
 * Written by hand from data/deir-ez-zor-2016-05.json: the date as it is written there, title, places, numbers, who claims
 * it, certainty. Of the clash both cells.
 */
const sentences: readonly { readonly id: string; readonly en: string; readonly ar: string }[] = [
  {
    id: 'e01',
    en: '11 of 18 in Syrian government. On 18 May 2016. Ambulance centre raided, two ambulances seized. Ambulance centre. According to Akhbar Al Aan, in its own voice.',
    ar: '١١ من ١٨ في مسار الحكومة السورية. في ١٨ أيار ٢٠١٦. مهاجمة مركز الإسعاف ومصادرة سيارتَي إسعاف. مركز الإسعاف. بحسب أخبار الآن، بصوتها.',
  },
  {
    id: 'e04',
    en: '3 of 11 in ISIS. Sometime between 14 and 18 May 2016, likely on 14 May. Mount Thardah and Panorama positions taken. Mount Thardah and Panorama. According to Activist Sumer Ibrahim, to Akhbar Al Aan. Implied.',
    ar: '٣ من ١١ في مسار داعش. في وقت ما بين ١٤ و١٨ أيار ٢٠١٦، والأرجح في ١٤ أيار. السيطرة على مواقع في جبل الثردة والبانوراما. جبل الثردة والبانوراما. بحسب الناشط الإعلامي سومر إبراهيم، لأخبار الآن. ضمنًا.',
  },
  {
    id: 'e05',
    en: '15 of 18 in Syrian government. Sometime between 18 and 19 May 2016. Ambulance crew allowed back. Deir ez-Zor city. According to Akhbar Al Aan, in its own voice.',
    ar: '١٥ من ١٨ في مسار الحكومة السورية. في وقت ما بين ١٨ و١٩ أيار ٢٠١٦. السماح للمسعفين بالعودة. مدينة دير الزور. بحسب أخبار الآن، بصوتها.',
  },
  {
    id: 'e08',
    en: '14 of 18 in Syrian government. Possibly on 18 May 2016. Air strikes on al-Takaya Street: at least 5 killed. al-Takaya Street. At least 5 killed. Injured: number not stated (the source says “many”). According to Akhbar Al Aan, in its own voice.',
    ar: '١٤ من ١٨ في مسار الحكومة السورية. ربما في ١٨ أيار ٢٠١٦. غارات على شارع التكايا: خمسة قتلى على الأقل. شارع التكايا. مقتل ٥ أشخاص على الأقل. عدد الجرحى غير مذكور (بعبارة المصدر: «العديد»). بحسب أخبار الآن، بصوتها.',
  },
  {
    id: 'e12',
    en: '8 of 18 in Syrian government. From 14 May (possibly) to 19 May 2016 (possibly). Clashes between government forces and ISIS: at least 8 killed. al-Hawiqa, al-Muwazzafin, al-Rushdiya, Southern entrance and Deir ez-Zor military airport. At least 8 killed. Injured: number not stated (the source says “tens”). According to Akhbar Al Aan, in its own voice.',
    ar: '٨ من ١٨ في مسار الحكومة السورية. من ١٤ أيار (ربما) إلى ١٩ أيار ٢٠١٦ (ربما). اشتباكات بين القوات الحكومية وداعش: ثمانية قتلى على الأقل. الحويقة والموظفين والرشدية ومدخل المدينة الجنوبي ومطار دير الزور العسكري. مقتل ٨ أشخاص على الأقل. عدد الجرحى غير مذكور (بعبارة المصدر: «عشرات الجرحى»). بحسب أخبار الآن، بصوتها.',
  },
  {
    id: 'e12',
    en: '5 of 11 in ISIS. From 14 May (possibly) to 19 May 2016 (possibly). Clashes between government forces and ISIS: at least 8 killed. al-Hawiqa, al-Muwazzafin, al-Rushdiya, Southern entrance and Deir ez-Zor military airport. At least 8 killed. Injured: number not stated (the source says “tens”). According to Akhbar Al Aan, in its own voice.',
    ar: '٥ من ١١ في مسار داعش. من ١٤ أيار (ربما) إلى ١٩ أيار ٢٠١٦ (ربما). اشتباكات بين القوات الحكومية وداعش: ثمانية قتلى على الأقل. الحويقة والموظفين والرشدية ومدخل المدينة الجنوبي ومطار دير الزور العسكري. مقتل ٨ أشخاص على الأقل. عدد الجرحى غير مذكور (بعبارة المصدر: «عشرات الجرحى»). بحسب أخبار الآن، بصوتها.',
  },
  {
    id: 'e16',
    en: '18 of 18 in Syrian government. Date not stated; going on when the report was written. Bodies of government dead sent to families. Other governorates. According to Akhbar Al Aan, in its own voice.',
    ar: '١٨ من ١٨ في مسار الحكومة السورية. التاريخ غير مذكور؛ كان مستمرًا وقت كتابة التقرير. إرسال جثامين قتلى القوات الحكومية إلى ذويهم. محافظات أخرى. بحسب أخبار الآن، بصوتها.',
  },
  {
    id: 'e19',
    en: '1 of 3 in Actor not stated. On or before 19 May 2016. ISIS members killed “in the past days”. Deir ez-Zor city. Killed: number not stated (the source says “large numbers”). According to Akhbar Al Aan, in its own voice. Implied.',
    ar: '١ من ٣ في مسار الفاعل غير مذكور. في ١٩ أيار ٢٠١٦ أو قبله. مقتل عناصر من داعش «في الأيام الماضية». مدينة دير الزور. عدد القتلى غير مذكور (بعبارة المصدر: «أعداد كبيرة»). بحسب أخبار الآن، بصوتها. ضمنًا.',
  },
  {
    id: 'e21',
    en: '1 of 1 in Russian air force. Sometime between 14 and 19 May 2016. Air strikes on two villages and around Panorama. al-Husayniyah, al-Junaynah and Panorama. According to Akhbar Al Aan, in its own voice.',
    ar: '١ من ١ في مسار سلاح الجو الروسي. في وقت ما بين ١٤ و١٩ أيار ٢٠١٦. غارات على الحسينية والجنينة ومحيط البانوراما. الحسينية والجنينة والبانوراما. بحسب أخبار الآن، بصوتها.',
  },
  {
    id: 'e28',
    en: '8 of 11 in ISIS. On or before 19 May 2016. Al-Wadi Street shelled: two children, siblings, killed. al-Wadi Street, near al-Tawba mosque. 2 killed. According to Akhbar Al Aan, in its own voice.',
    ar: '٨ من ١١ في مسار داعش. في ١٩ أيار ٢٠١٦ أو قبله. قصف شارع الوادي: مقتل طفلين شقيقين. شارع الوادي، قرب مسجد التوبة. مقتل شخصين. بحسب أخبار الآن، بصوتها.',
  },
  {
    id: 'e33',
    en: '2 of 3 in Actor not stated. On or before 19 May 2016. Damascus–Deir ez-Zor road opened. Damascus–Deir ez-Zor road. According to an unattributed remark (“it is noted that”). Implied.',
    ar: '٢ من ٣ في مسار الفاعل غير مذكور. في ١٩ أيار ٢٠١٦ أو قبله. فتح طريق دمشق – دير الزور. طريق دمشق – دير الزور. بحسب إشارة بلا إسناد («ويذكر أن»). ضمنًا.',
  },
];

const heads = {
  en: [
    'Syrian government, 18 events, 3 with an exact day',
    'ISIS, 11 events, 1 with an exact day',
    'Russian air force, 1 event, 0 with an exact day',
    'US-led coalition, 1 event, 0 with an exact day',
    'Actor not stated, 3 events, 0 with an exact day',
  ],
  ar: [
    'الحكومة السورية، ١٨ حدثًا، ٣ بيوم محدد',
    'داعش، ١١ حدثًا، واحد بيوم محدد',
    'سلاح الجو الروسي، حدث واحد، بلا يوم محدد',
    'التحالف الدولي، حدث واحد، بلا يوم محدد',
    'الفاعل غير مذكور، ٣ أحداث، بلا يوم محدد',
  ],
};

const places = { en: /^(\d+) of (\d+) in (.+?)\. /, ar: /^([٠-٩]+) من ([٠-٩]+) في مسار (.+?)\. / };
const figure = (text: string): number =>
  Number(text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).replace(/[,٬]/g, ''));

for (const lang of ['en', 'ar'] as const) {
  const locale = lang === 'ar' ? 'ar-SY' : 'en-GB';

  describe(`the accessibility tree, ${lang}`, () => {
    it('holds a grid that says what it is and how one moves in it', async () => {
      await mount({ lang: locale });
      const [grid] = find(await heard(), 'grid');
      expect(grid!.name).to.equal(
        lang === 'en' ? 'Events by lane, in the order of time' : 'الأحداث بحسب المسار وترتيب الزمن',
      );
      expect(grid!.description).to.equal(
        lang === 'en'
          ? 'Arrow keys move between events; ? lists the keys.'
          : 'مفاتيح الأسهم تنقل بين الأحداث، ومفتاح ؟ يعرض المفاتيح كلها.',
      );
    });

    it('holds a row a lane, with its name, its count, and how many of them are exact', async () => {
      const element = await mount({ lang: locale });
      const rows = await rowsOf();
      expect(rows.map(({ head }) => head)).to.deep.equal(heads[lang]);
      expect(rows.map(({ lane }) => lane)).to.deep.equal(heads[lang].map((head) => head.split(/[,،]/)[0]));
      expect(rows.map(({ cells }) => cells.length)).to.deep.equal([18, 11, 1, 1, 3]);
      expect(one(element, '.grid').getAttribute('aria-rowcount')).to.equal('5');
      expect(one(element, '.grid').getAttribute('aria-colcount')).to.equal('19');
    });

    it('holds every event, as a cell of its lane, with its place there', async () => {
      const element = await mount({ lang: locale });
      const rows = await rowsOf();
      for (const { lane, cells } of rows) {
        const said = cells.map((name) => places[lang].exec(name)!.slice(1, 4));
        expect(said.map(([n]) => figure(n!))).to.deep.equal(cells.map((_, i) => i + 1));
        expect(said.every(([, of, own]) => figure(of!) === cells.length && own === lane)).to.equal(true);
      }
      const names = rows.flatMap(({ cells }) => cells);
      for (const { id, title } of element.events) {
        const text = (title as Record<string, string>)[lang]!;
        const times = id === 'e12' ? 2 : 1;
        expect(names.filter((name) => name.includes(`. ${text}`)).length, id).to.equal(times);
      }
      expect(names).to.have.length(element.events.length + 1);
    });

    it('says ten events word for word', async () => {
      await mount({ lang: locale });
      const names = (await rowsOf()).flatMap(({ cells }) => cells);
      expect(new Set(sentences.map(({ id }) => id)).size).to.equal(10);
      for (const sentence of sentences) expect(names, sentence.id).to.include(sentence[lang]);
    });

    it('counts rows and columns as the grid would have them if all of it were there', async () => {
      const element = await mount({ lang: locale });
      all(element, '[role=row]').forEach((row, i) => {
        expect(row.getAttribute('aria-rowindex')).to.equal(String(i + 1));
        expect(row.querySelector('[role=rowheader]')!.getAttribute('aria-colindex')).to.equal('1');
        const columns = [...row.querySelectorAll('.cell')].map((node) => Number(node.getAttribute('aria-colindex')));
        expect(columns).to.deep.equal(columns.map((_, n) => n + 2));
      });
    });
  });
}

describe('what the data say in another language than the reader’s', () => {
  it('is heard in its own, within the sentence of a cell', async () => {
    const data = report(
      [event('x', '2016-05-14', { title: 'قصف الجسر', actors: ['a'], claims: [{ by: 'ناشط' }], certainty: 'alleged' })],
      { language: 'ar' },
    );
    const element = await mount({ lang: 'en-GB' }, { data });
    const [row] = await rowsOf();
    expect(row!.cells).to.deep.equal(['1 of 1 in Side A. On 14 May 2016. قصف الجسر. According to ناشط. Alleged.']);
    const marked = [...one(element, '.cell').querySelectorAll('bdi')].map((node) => [
      node.lang,
      node.dir,
      node.textContent,
    ]);
    expect(marked).to.deep.equal([
      ['ar', 'rtl', 'قصف الجسر.'],
      ['ar', 'rtl', 'ناشط.'],
    ]);
    element.lang = 'ar-SY';
    await drawn(element);
    expect(has(element, '.cell bdi')).to.equal(false);
    expect(one(element, '.cell').getAttribute('aria-label')).to.contain('قصف الجسر. بحسب ناشط. ادعاء.');
  });
});

const day = 86_400_000;

/** From the file's own words, without the code under test. */
function boundsOf(when: string | null): readonly [number, number] | null {
  if (when === null) return null;
  const window = /^\[(.+)\.\.(.+)\]$/.exec(when);
  if (window) return [Date.parse(window[1]!), Date.parse(window[2]!) + day];
  const [year, month, date] = when.split('-').map(Number);
  if (date === undefined) return [Date.UTC(year!, month! - 1), Date.UTC(year!, month)];
  return [Date.parse(when), Date.parse(when) + day];
}

describe('the accessibility tree of a chart of counts', () => {
  const data = crowd(20_000, 2);
  const bounds = data.events.map(({ when, actors }) => ({ actor: actors[0], span: boundsOf(when) }));

  const countsOf = (actor: string, from: number, to: number) => {
    const own = bounds.filter((event) => event.actor === actor);
    const touching = own.filter(({ span }) => span && span[0] < to && span[1] > from);
    return [touching.filter(({ span }) => span![0] >= from && span![1] <= to).length, touching.length] as const;
  };
  /** Eight years in 1,200 pixels are counted by month. */
  const months = (actor: string) =>
    Array.from({ length: 100 }, (_, i) => ({ start: Date.UTC(2012, i), end: Date.UTC(2012, i + 1) })).flatMap(
      ({ start, end }, i) => {
        const [least, most] = countsOf(actor, start, end);
        return most > 0 ? [{ i, start, least, most }] : [];
      },
    );
  const columns = (element: ReportTimelineElement, lane: number) =>
    all(element, `[data-lane="${lane}"] .cell[data-bin]`);

  it('says of each column of every lane how many lie in it at least and at most', async () => {
    const element = await mount({}, { data });
    const rows = await rowsOf();
    expect(rows.map(({ lane }) => lane)).to.deep.equal(['Side 0', 'Side 1']);
    const n = (value: number) => value.toLocaleString('en');
    rows.forEach(({ cells }, lane) => {
      const expected = months(`a${lane}`);
      expect(expected.length).to.be.above(95);
      expect(columns(element, lane).map((node) => Number(node.dataset['bin']))).to.deep.equal(
        expected.map(({ start }) => start),
      );
      const said = expected.map(({ start, least, most }) => {
        const month = new Date(start).toLocaleDateString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
        const count = least === most ? n(most) : least === 0 ? `at most ${n(most)}` : `${n(least)} to ${n(most)}`;
        return `${month}: ${count} event${most === 1 ? '' : 's'}, Side ${lane}. Enter zooms in.`;
      });
      expect(cells).to.deep.equal(said);
    });
  });

  it('gives each column its place in the calendar, and the grid as many as there are', async () => {
    const element = await mount({}, { data });
    for (const lane of [0, 1]) {
      expect(columns(element, lane).map((node) => Number(node.getAttribute('aria-colindex')))).to.deep.equal(
        months(`a${lane}`).map(({ i }) => i + 2),
      );
    }
    const last = Math.max(...[0, 1].flatMap((lane) => months(`a${lane}`).map(({ i }) => i + 2)));
    expect(one(element, '.grid').getAttribute('aria-colcount')).to.equal(String(last));
  });

  it('says the same in Arabic', async () => {
    await mount({ lang: 'ar-SY' }, { data });
    const rows = await rowsOf();
    expect(rows.map(({ lane }) => lane)).to.deep.equal(['الطرف ٠', 'الطرف ١']);
    const n = (value: number) => value.toLocaleString('ar-SY');
    rows.forEach(({ cells }, lane) => {
      const expected = months(`a${lane}`);
      expect(cells).to.have.length(expected.length);
      expected.forEach(({ least, most, start }, i) => {
        const [month, rest] = cells[i]!.split(': ') as [string, string];
        const name = new Date(start).toLocaleDateString('ar-SY', { month: 'long', year: 'numeric', timeZone: 'UTC' });
        expect(month).to.equal(name);
        // One and two are words there.
        const figures = (rest.match(/[٠-٩٬]+/g) ?? []).slice(0, -1);
        expect(figures, rest).to.deep.equal(
          [least, most].filter((own, k) => own > 2 && (k > 0 || least < most)).map(n),
        );
        expect(rest).to.contain(`الطرف ${n(lane)}`);
      });
    });
  });
});
