import { expect } from 'chai';
import type { ReportTimelineElement } from '../../src/element/report-timeline.js';
import { crowd, report as reportOf } from './support/data.js';
import {
  all,
  button,
  click,
  drawn,
  has,
  laneNames,
  mount,
  one,
  place,
  takeWarnings,
  textOf,
  until,
} from './support/element.js';

/** What has no Arabic form: names of data bases and licences, authors as they are cited, addresses, and two keys. */
const latinNames =
  /UCDP GED|UCDP|GED|CC BY(-SA)?( [\d.]+)?|Sundberg and Melander( 2013)?|RFE\/RL|microsyria|Refworld \w+|[\w.]+\.(net|ngo|com|tv|json|org)\b|\b(Ctrl|Enter)\b|JSON/g;

interface Spoken {
  readonly text: string;
  readonly where: string;
}

/** Every text and every name of the shadow root that is not marked as another language's, or as a quotation. */
function spoken(element: ReportTimelineElement): Spoken[] {
  const isOurs = (node: Element) =>
    /^ar\b/.test(node.closest('[lang]')!.getAttribute('lang')!) && !node.closest('blockquote');
  return all(element, '.root, .root *').flatMap((node): Spoken[] => {
    if (!isOurs(node) || node.closest('[hidden]')) return [];
    const own = [...node.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
    const texts = own.map(({ data }: { data?: string } & Node) => data ?? '');
    const names = ['aria-label', 'title', 'alt', 'placeholder'].flatMap((name) => node.getAttribute(name) ?? []);
    return [...texts, ...names]
      .map((text) => text.trim())
      .filter(Boolean)
      .map((text) => ({ text, where: node.className.toString() || node.tagName }));
  });
}

const without = (pattern: RegExp, texts: readonly Spoken[]) =>
  texts.filter(({ text }) => pattern.test(text.replace(latinNames, '').normalize()));

const expectArabic = (element: ReportTimelineElement, what: string) => {
  const texts = spoken(element);
  expect(texts.length, what).to.be.above(1);
  expect(without(/[A-Za-z]/, texts), `Latin letters: ${what}`).to.deep.equal([]);
  expect(without(/[0-9]/, texts), `Latin digits: ${what}`).to.deep.equal([]);
};

const syrian = { lang: 'ar-SY' };

describe('in Arabic as Syria writes it', () => {
  it('every word and digit of the chart is Arabic', async () => {
    const element = await mount(syrian);
    expect([one(element, '.root').lang, one(element, '.root').dir]).to.deep.equal(['ar-SY', 'rtl']);
    expectArabic(element, 'chart');
    expect(all(element, '.chip .count').map(textOf)).to.deep.equal(['١٨', '١١', '١', '١', '٣']);
    expect(textOf(one(element, '.status')))
      .to.contain('١٤')
      .and.to.contain('أيار ٢٠١٦')
      .and.to.contain('٣٣');
    // By Syria’s month names, not by Egypt’s.
    const everything = spoken(element)
      .map(({ text }) => text)
      .join(' ');
    expect(everything)
      .to.match(/أيار/)
      .and.not.to.match(/مايو|مارس/);
    expect(everything, 'the month of the earliest bound').to.match(/آذار/);
  });

  it('every word and digit of the list is', async () => {
    const element = await mount({ ...syrian, view: 'list' });
    expectArabic(element, 'list');
    expect(all(element, '.item')).to.have.length(33);
  });

  it('every word and digit of all details is', async () => {
    const element = await mount(syrian);
    for (const { id } of element.events) {
      element.select(id);
      await element.updateComplete;
      expectArabic(element, id);
      expect(has(element, '.translation'), 'who reads the quote needs no translation').to.equal(false);
    }
    expect(textOf(one(element, '.related'))).not.to.equal('');
  }).timeout(30_000);

  it('every word and digit of a narrow chart, of no chip left on, and of no date is', async () => {
    expectArabic(await mount({ ...syrian, view: 'chart' }, { width: 600 }), 'medium width');
    const element = await mount(syrian);
    for (const chip of all(element, '.chip')) chip.click();
    await drawn(element);
    expectArabic(element, 'all off');
    expectArabic(await mount({ ...syrian, 'group-by': 'certainty' }), 'by certainty');
    for (const grouping of ['place', 'type', 'means', 'target', 'source']) {
      expectArabic(await mount({ ...syrian, 'group-by': grouping }), grouping);
    }
  }).timeout(20_000);

  it('so is what many events bring: columns, heads, menu, search, and what says that nothing was found', async () => {
    const element = await mount(syrian, { data: crowd(3000, 22, { title: { en: 'Many', ar: 'أحداث كثيرة' } }) });
    expectArabic(element, 'folded');
    expect(laneNames(element).at(-1)).to.equal('١٤ فاعلًا آخر');
    expect(textOf(one(element, '.menu > button'))).to.equal('الكل: ٢٢ فاعلًا');
    button(element, /فاعلًا آخر/).click();
    await drawn(element);
    one(element, '.menu > button').click();
    await drawn(element);
    all(element, '.panel [type=checkbox]')[1]!.click();
    await drawn(element);
    expectArabic(element, 'open');
    expect(textOf(one(element, '.menu > button'))).to.equal('٢١ من ٢٢ فاعلًا');
    for (const [query, isAnswered] of [
      ['هُدنه', () => textOf(one(element, '.status')).includes('البحث')],
      ['ماء', () => has(element, '.message-title')],
    ] as const) {
      const field = one<HTMLInputElement>(element, '.search input');
      field.value = query;
      field.dispatchEvent(new InputEvent('input'));
      await until(isAnswered);
      await drawn(element);
      expectArabic(element, query);
    }
    expect(textOf(one(element, '.message-title'))).to.equal('لا حدث يطابق «ماء»');
  }).timeout(20_000);

  it('so are loading, failure, emptiness and the count of problems', async () => {
    const realFetch = window.fetch.bind(window);
    window.fetch = () => new Promise(() => {});
    const loading = place({ ...syrian, src: '/never.json' });
    await drawn(loading);
    window.fetch = realFetch;
    expectArabic(loading, 'loading');
    expectArabic(await mount({ ...syrian, src: '/test-server/404.json' }), 'failed');
    expectArabic(await mount(syrian, { data: reportOf([], { title: 'عنوان', language: 'ar' }) }), 'empty');

    const wrong = await mount({ ...syrian, view: 'grid' });
    takeWarnings();
    expect(textOf(one(wrong, '.issues-line strong'))).to.equal('خلل واحد في البيانات؛ وكل ما عداه معروض.');
    expectArabic(wrong, 'issues');
    one<HTMLButtonElement>(wrong, '.issues button').click();
    await drawn(wrong);
    expectArabic(wrong, 'issues open');
    const sentence = one(wrong, '.account p.quiet');
    expect([sentence.lang, sentence.dir]).to.deep.equal(['en', 'ltr']);
  });

  it('the failure names code and file from left to right', async () => {
    const element = await mount({ ...syrian, src: '/test-server/404.json' });
    expect(getComputedStyle(one(element, '.message code')).direction).to.equal('ltr');
    expect(textOf(one(element, '.message'))).to.contain('404.json');
  });

  it('says the date of e24 in its words', async () => {
    const element = await mount({ ...syrian, event: 'e24' });
    expect(textOf(one(element, '.event-title'))).to.equal('مهاجمة حاجز البانوراما والسيطرة عليه');
    const details = textOf(one(element, '.event'));
    expect(details).to.contain('١٤ أيار').and.to.contain('١٨ أيار ٢٠١٦').and.to.contain('الأرجح');
  });

  it('paints its words too: other pixels, mirrored time', async () => {
    const english = one<HTMLCanvasElement>(await mount({ dir: 'rtl' }), '.axis-surface').toDataURL();
    const arabic = one<HTMLCanvasElement>(await mount(syrian), '.axis-surface').toDataURL();
    expect(arabic).not.to.equal(english);
  });
});

describe('in Arabic elsewhere', () => {
  for (const lang of ['ar', 'ar-EG', 'ar-MA', 'ar-SY-u-nu-latn']) {
    it(`digits and months are those of ${lang}`, async () => {
      const element = await mount({ lang });
      const number = new Intl.NumberFormat(lang).format(18);
      expect(textOf(one(element, '.chip .count'))).to.equal(number);
      const month = new Intl.DateTimeFormat(`${lang}`, { month: 'long', calendar: 'gregory', timeZone: 'UTC' }).format(
        Date.UTC(2016, 4, 15),
      );
      expect(textOf(one(element, '.status'))).to.contain(month);
      expect(one(element, '.root').dir).to.equal('rtl');
    });
  }
});

describe('text of another language', () => {
  it('is marked with its language and direction', async () => {
    const data = reportOf([
      {
        id: 'x',
        when: '2016-05-14',
        title: { ar: 'عنوان بالعربية' },
        actors: ['a'],
        claims: [{ by: 'Someone', quote: { fr: 'En français' } }],
        places: [{ name: { ar: 'مكان' } }],
      },
    ]);
    const element = await mount({ event: 'x' }, { data });
    const title = one(element, '.event-title bdi');
    expect([title.lang, title.dir, textOf(title)]).to.deep.equal(['ar', 'rtl', 'عنوان بالعربية']);
    const quote = one(element, 'blockquote');
    expect([quote.lang, quote.dir]).to.deep.equal(['fr', 'ltr']);

    element.lang = 'ar-SY';
    await drawn(element);
    expect(has(element, '.event-title bdi')).to.equal(false);
    const by = one(element, '.event bdi');
    expect(by.lang).to.equal('en');
  });

  it('in the page’s heading keeps its own direction', async () => {
    const element = await mount({ ...syrian, heading: 'Deir ez-Zor' });
    const heading = one(element, '.title');
    const marked = heading.querySelector('[dir]') ?? heading;
    expect([textOf(heading), marked.getAttribute('dir')]).to.deep.equal(['Deir ez-Zor', 'ltr']);
  });

  it('gets our words in English where we do not speak the page’s language', async () => {
    const element = await mount({ lang: 'de' });
    expect(one(element, '.root').lang).to.match(/^en/);
    expect(textOf(one(element, '.status'))).to.match(/^From 14 to 19 May 2016\./);
  });
});

describe('the language button', () => {
  it('switches to the other language of the data and back', async () => {
    const element = await mount();
    const toArabic = one(element, '.language');
    expect([textOf(toArabic), toArabic.lang]).to.deep.equal(['العربية', 'ar-SY']);
    await click(toArabic);
    await drawn(element);
    expect([one(element, '.root').lang, one(element, '.root').dir]).to.deep.equal(['ar-SY', 'rtl']);
    expectArabic(element, 'switched');
    const toEnglish = one(element, '.language');
    expect([textOf(toEnglish), toEnglish.lang]).to.deep.equal(['English', 'en']);
    await click(toEnglish);
    await drawn(element);
    expect([one(element, '.root').lang, one(element, '.root').dir]).to.deep.equal(['en', 'ltr']);
  });

  it('yields to the page when that says another language', async () => {
    const element = await mount();
    button(element, 'العربية').click();
    await drawn(element);
    element.lang = 'en-GB';
    await drawn(element);
    expect([one(element, '.root').lang, one(element, '.root').dir]).to.deep.equal(['en-GB', 'ltr']);
  });

  it('is not there where the data speak one language', async () => {
    const element = await mount({}, { data: reportOf([{ id: 'x', when: '2016', title: 'X', actors: ['a'] }]) });
    expect(has(element, '.language')).to.equal(false);
  });
});
