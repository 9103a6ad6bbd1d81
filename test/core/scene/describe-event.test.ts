import { expect } from 'chai';
import type { Count } from '../../../src/core/dataset/event.js';
import {
  describeCounts,
  describeCountsShort,
  describeDate,
  describeEvent,
  describeParties,
} from '../../../src/core/scene/describe-event.js';
import { createLanguage, fill } from '../../../src/core/scene/language.js';
import { bundled, datasetOf, eventOf, fileOf, indexOf } from '../support/report.js';

const en = createLanguage('en');
const ar = createLanguage('ar-SY');

describe('describeEvent', () => {
  const table: readonly [string, string, string][] = [
    [
      'e01',
      'On 18 May 2016. Ambulance centre raided, two ambulances seized. Ambulance centre. According to Akhbar Al Aan, in its own voice.',
      'في ١٨ أيار ٢٠١٦. مهاجمة مركز الإسعاف ومصادرة سيارتَي إسعاف. مركز الإسعاف. بحسب أخبار الآن، بصوتها.',
    ],
    [
      'e04',
      'Sometime between 14 and 18 May 2016, likely on 14 May. Mount Thardah and Panorama positions taken. Mount Thardah and Panorama. According to Activist Sumer Ibrahim, to Akhbar Al Aan. Implied.',
      'في وقت ما بين ١٤ و١٨ أيار ٢٠١٦، والأرجح في ١٤ أيار. السيطرة على مواقع في جبل الثردة والبانوراما. جبل الثردة والبانوراما. بحسب الناشط الإعلامي سومر إبراهيم، لأخبار الآن. ضمنًا.',
    ],
    [
      'e06',
      'From 18 May 2016; end not known. Ambulance service halted. Deir ez-Zor city. According to Akhbar Al Aan, in its own voice.',
      'منذ ١٨ أيار ٢٠١٦؛ نهايته غير معروفة. توقف عمليات الإسعاف. مدينة دير الزور. بحسب أخبار الآن، بصوتها.',
    ],
    [
      'e08',
      'Possibly on 18 May 2016. Air strikes on al-Takaya Street: at least 5 killed. al-Takaya Street. At least 5 killed. Injured: number not stated (the source says “many”). According to Akhbar Al Aan, in its own voice.',
      'ربما في ١٨ أيار ٢٠١٦. غارات على شارع التكايا: خمسة قتلى على الأقل. شارع التكايا. مقتل ٥ أشخاص على الأقل. عدد الجرحى غير مذكور (بعبارة المصدر: «العديد»). بحسب أخبار الآن، بصوتها.',
    ],
    [
      'e15',
      'Date not stated; going on when the report was written. Critically injured civilians barred from leaving. Deir ez-Zor city. According to Akhbar Al Aan, in its own voice.',
      'التاريخ غير مذكور؛ كان مستمرًا وقت كتابة التقرير. منع المدنيين ذوي الإصابات الحرجة من الخروج للعلاج. مدينة دير الزور. بحسب أخبار الآن، بصوتها.',
    ],
    [
      'e17',
      'Sometime between 14 and 19 May 2016, perhaps on 16 May. Photographs of ISIS dead published. Deir ez-Zor city. According to Akhbar Al Aan, in its own voice.',
      'في وقت ما بين ١٤ و١٩ أيار ٢٠١٦، وربما في ١٦ أيار. نشر صور لقتلى داعش. مدينة دير الزور. بحسب أخبار الآن، بصوتها.',
    ],
    [
      'e18',
      'Sometime between 14 and 19 May 2016. Bodies taken from hospital fridges to be photographed. Military hospital. According to Akhbar Al Aan, in its own voice. Alleged.',
      'في وقت ما بين ١٤ و١٩ أيار ٢٠١٦. إخراج جثث من برادات المشفى لتصويرها. المشفى العسكري. بحسب أخبار الآن، بصوتها. ادعاء.',
    ],
    [
      'e26',
      'Sometime between 3 March and 19 May 2016, likely around May. Car bomb in the al-Tanf desert: at least 10 killed. al-Tanf desert. At least 10 killed. Injured: number not stated (the source says “others”). According to Akhbar Al Aan, in its own voice.',
      'في وقت ما بين ٣ آذار و١٩ أيار ٢٠١٦، والأرجح نحو أيار. سيارة مفخخة في بادية التنف: عشرة قتلى على الأقل. بادية التنف. مقتل ١٠ أشخاص على الأقل. عدد الجرحى غير مذكور (بعبارة المصدر: «آخرين»). بحسب أخبار الآن، بصوتها.',
    ],
    [
      'e28',
      'On or before 19 May 2016. Al-Wadi Street shelled: two children, siblings, killed. al-Wadi Street, near al-Tawba mosque. 2 killed. According to Akhbar Al Aan, in its own voice.',
      'في ١٩ أيار ٢٠١٦ أو قبله. قصف شارع الوادي: مقتل طفلين شقيقين. شارع الوادي، قرب مسجد التوبة. مقتل شخصين. بحسب أخبار الآن، بصوتها.',
    ],
    [
      'e31',
      'On or before 19 May 2016. At least 15 young men arrested. Deir ez-Zor city. Arrested: at least 15. According to Akhbar Al Aan, in its own voice.',
      'في ١٩ أيار ٢٠١٦ أو قبله. اعتقال ما لا يقل عن ١٥ شابًا. مدينة دير الزور. المعتقلون: ١٥ على الأقل. بحسب أخبار الآن، بصوتها.',
    ],
  ];
  for (const [id, english, arabic] of table) {
    it(`says of ${id}, in both languages, when, what, where, how many, who says so, how sure`, () => {
      expect(describeEvent(bundled, indexOf(bundled, id), null, en)).to.equal(english);
      expect(describeEvent(bundled, indexOf(bundled, id), null, ar)).to.equal(arabic);
    });
  }

  it('says first where in its lane the event stands', () => {
    const index = indexOf(bundled, 'e20');
    expect(describeEvent(bundled, index, { n: 2, of: 11, lane: 'ISIS' }, en)).to.match(
      /^2 of 11 in ISIS\. On 14 May 2016\./,
    );
    expect(describeEvent(bundled, index, { n: 2, of: 11, lane: 'داعش' }, ar)).to.match(
      /^٢ من ١١ في مسار داعش\. في ١٤ أيار ٢٠١٦\./,
    );
  });

  it('ends every part with one full stop, whatever its title ends with', () => {
    const said = (title: string) => describeEvent(datasetOf(fileOf({ when: '2016', title })), 0, null, en);
    expect(said('Who was it?')).to.equal('In 2016. Who was it?');
    expect(said('A raid.')).to.equal('In 2016. A raid.');
    expect(said(' A raid ')).to.equal('In 2016. A raid.');
  });
});

describe('describeDate', () => {
  it('of the clash says of each end that it is only possible', () => {
    expect(describeDate(bundled, indexOf(bundled, 'e12'), en)).to.equal(
      'From 14 May (possibly) to 19 May 2016 (possibly)',
    );
    expect(describeDate(bundled, indexOf(bundled, 'e12'), ar)).to.equal('من ١٤ أيار (ربما) إلى ١٩ أيار ٢٠١٦ (ربما)');
  });

  it('of what has no date says its order, from either end of the relation', () => {
    const dataset = datasetOf(
      fileOf(
        { when: null, title: 'Raid', relations: [{ type: 'before', id: 'e2' }] },
        { when: null, title: 'Flares', relations: [{ type: 'during', id: 'e3', possible: true }] },
        { when: '2016', title: 'Clashes' },
        { when: null, title: 'Nothing' },
      ),
    );
    const said = (locale: string) => [0, 1, 3].map((i) => describeDate(dataset, i, createLanguage(locale)));
    expect(said('en')).to.deep.equal(['Before: Flares', 'After: Raid; possibly during: Clashes', 'Date not stated']);
    expect(said('ar-SY')).to.deep.equal(['قبل: Flares', 'بعد: Raid؛ ربما خلال: Clashes', 'التاريخ غير مذكور']);
  });
});

describe('describeCounts', () => {
  const counted = (count: object | number | undefined, locale = 'en') => {
    const dataset = datasetOf(fileOf({ when: '2016', killed: count }));
    return describeCounts(dataset, dataset.events[0]!, createLanguage(locale)).join(' / ');
  };

  const table: readonly [string, object | number | undefined, string, string][] = [
    ['nothing said', undefined, '', ''],
    ['not stated', {}, 'Killed: number not stated', 'عدد القتلى غير مذكور'],
    ['none', 0, 'None killed', 'لا قتلى'],
    ['one', 1, '1 killed', 'مقتل شخص واحد'],
    ['two', 2, '2 killed', 'مقتل شخصين'],
    ['at least five', { low: 5 }, 'At least 5 killed', 'مقتل ٥ أشخاص على الأقل'],
    ['at least two', { low: 2 }, 'At least 2 killed', 'مقتل شخصين على الأقل'],
    ['at least eleven', { low: 11 }, 'At least 11 killed', 'مقتل ١١ شخصًا على الأقل'],
    ['at most a hundred', { high: 100 }, 'At most 100 killed', 'مقتل ١٠٠ شخص على الأكثر'],
    ['a range', { low: 5, high: 8 }, '5 to 8 killed', 'عدد القتلى بين ٥ و٨'],
    ['a best number', { best: 1200 }, '1,200 killed', 'مقتل ١٬٢٠٠ شخص'],
    [
      'words',
      { words: { en: 'many', ar: 'العديد' } },
      'Killed: number not stated (the source says “many”)',
      'عدد القتلى غير مذكور (بعبارة المصدر: «العديد»)',
    ],
    ['words beside a number', { low: 8, words: 'many' }, 'At least 8 killed', 'مقتل ٨ أشخاص على الأقل'],
    ['who', { low: 2, high: 2, who: { en: 'children', ar: 'طفلان' } }, '2 killed (children)', 'مقتل شخصين (طفلان)'],
    [
      'who and words',
      { words: { en: 'tens', ar: 'عشرات' }, who: { en: 'militia members', ar: 'عناصر' } },
      'Killed: number not stated (militia members; the source says “tens”)',
      'عدد القتلى غير مذكور (عناصر، بعبارة المصدر: «عشرات»)',
    ],
  ];
  for (const [name, count, english, arabic] of table) {
    it(`says ${name} in words of its own`, () => {
      expect(counted(count)).to.equal(english);
      expect(counted(count, 'ar-SY')).to.equal(arabic);
    });
  }

  it('has a different sentence for unknown, for none, and for nothing said', () => {
    const sentences = [counted({}), counted(0), counted(undefined)];
    expect(new Set(sentences).size).to.equal(3);
    for (const locale of ['en', 'ar-SY']) expect(counted({}, locale)).not.to.match(/[0٠]/);
  });

  it('counts the injured and the arrested as well, with who they were', () => {
    expect(describeCounts(bundled, eventOf(bundled, 'e08'), en)).to.deep.equal([
      'At least 5 killed (people; status not stated)',
      'Injured: number not stated (the source says “many”)',
    ]);
    expect(describeCounts(bundled, eventOf(bundled, 'e31'), en)).to.deep.equal(['Arrested: at least 15 (young men)']);
    expect(describeCounts(bundled, eventOf(bundled, 'e31'), ar)).to.deep.equal(['المعتقلون: ١٥ على الأقل (شبان)']);
  });

  it('calls other counts by their name in the data, whatever that is', () => {
    const dataset = datasetOf(
      fileOf({ counts: { constructor: 3, toString: { low: 1, high: 4 }, fled: {}, missing: { high: 2 } } }),
    );
    const said = describeCountsShort(dataset, dataset.events[0]!, en);
    expect(said).to.deep.equal(['constructor: 3', 'toString: 1 to 4', 'fled: number not stated', 'Missing: at most 2']);
  });

  it('names the side that the dead are of, as lists do not stand in the order of the file', () => {
    const both = { a: 'Army', b: 'Rebels' };
    const said = (event: Record<string, unknown>, language = en) => {
      const actors = Object.entries(both).map(([id, name]) => ({ id, name }));
      const dataset = datasetOf({ ...fileOf({ counts: { deaths_a: 2, deaths_b: 1 }, ...event }), actors });
      return describeCounts(dataset, dataset.events[0]!, language);
    };
    expect(said({ actors: ['b', 'a'], symmetric: true })).to.deep.equal([
      'of them on the side of Rebels: 2',
      'of them on the side of Army: 1',
    ]);
    expect(said({ actors: ['a'], targets: ['Guards'] }, ar)).to.deep.equal([
      'منهم من جانب Army: ٢',
      'منهم من جانب Guards: ١',
    ]);
    // Who of the two it is that is named cannot be told.
    expect(said({ actors: ['b'] })).to.deep.equal([
      'of them on the side of the first party: 2',
      'of them on the side of the second party: 1',
    ]);
  });

  it('in short leaves out who they were, never the number', () => {
    const e24 = eventOf(bundled, 'e24');
    expect(describeCountsShort(bundled, e24, en), 'said once of both').to.deep.equal([
      'Killed and injured: numbers not stated',
    ]);
    expect(describeCountsShort(bundled, e24, ar)).to.deep.equal(['عدد القتلى والجرحى غير مذكور']);
    const one = datasetOf(fileOf({ killed: { words: 'many' } }));
    expect(describeCountsShort(one, one.events[0]!, en)).to.deep.equal(['Killed: number not stated']);
    expect(describeCountsShort(bundled, e24, en, true)).to.have.length(2);
    expect(describeCountsShort(bundled, eventOf(bundled, 'e28'), ar)).to.deep.equal(['مقتل شخصين']);
    expect(describeCountsShort(bundled, eventOf(bundled, 'e01'), en)).to.deep.equal([]);
  });

  it('never says a number that is not there', () => {
    const parts: readonly (number | null)[] = [null, 0, 3, 7];
    for (const low of parts) {
      for (const best of parts) {
        for (const high of parts) {
          const count: Count = { low, best, high };
          const said = counted(count).match(/\d+/g)?.map(Number) ?? [];
          for (const n of said) expect([low, best, high], JSON.stringify(count)).to.include(n);
        }
      }
    }
  });
});

describe('describeParties', () => {
  const names = (id: string, locale: string) => {
    const { actors, targets, symmetric } = describeParties(bundled, eventOf(bundled, id), locale);
    return [actors.map(({ text }) => text).join(' + '), targets.map(({ text }) => text).join(' + '), symmetric];
  };

  it('names the part of the actor that acted, and whom', () => {
    expect(names('e01', 'en')).to.deep.equal([
      'Government forces and allied militias',
      'Red Crescent ambulance centre',
      false,
    ]);
    expect(names('e20', 'ar')).to.deep.equal(['داعش', 'القوات الحكومية السورية والميليشيات الموالية لها', false]);
  });

  it('names both sides of a clash, and neither as the target', () => {
    expect(names('e12', 'en')).to.deep.equal(['Syrian government + ISIS', '', true]);
  });
});

describe('createLanguage', () => {
  it('keeps words, dates and digits in one language', () => {
    const german = createLanguage('de-DE');
    expect([german.lang, german.locale, german.dates.format(0, 'full')]).to.deep.equal(['en', 'en', '1 January 1970']);
    expect([ar.lang, ar.dir, ar.numbers.format(33)]).to.deep.equal(['ar', 'rtl', '٣٣']);
    expect(createLanguage('ar-SY')).to.equal(ar);
  });
});

describe('fill', () => {
  it('puts values into their places once, and leaves a place without a value', () => {
    expect(fill('{n} of {all} {x}', { n: '{all}', all: '$&' })).to.equal('{all} of $& {x}');
  });
});
