import { expect } from 'chai';
import { utcDate } from '../../../src/core/temporal/calendar.js';
import { createDateFormatter } from '../../../src/core/temporal/date-formatter.js';
import { arabicDateWords } from '../../../src/core/temporal/date-words-ar.js';
import { englishDateWords } from '../../../src/core/temporal/date-words-en.js';
import {
  capitalise,
  describeNarrowing,
  shortDate,
  type DescribedNarrowing,
} from '../../../src/core/temporal/describe-temporal.js';
import { inArabic, inEnglish, temporal, validTexts } from './support.js';

const rows: readonly (readonly [string, string, string])[] = [
  // Points
  ['2016-05-18', 'on 18 May 2016', 'في ١٨ أيار ٢٠١٦'],
  ['[2016-05-18]', 'on 18 May 2016', 'في ١٨ أيار ٢٠١٦'],
  ['2016-05-18?', 'possibly on 18 May 2016', 'ربما في ١٨ أيار ٢٠١٦'],
  ['2016-05-18~', 'around 18 May 2016', 'نحو ١٨ أيار ٢٠١٦'],
  ['2016-05-18%', 'possibly around 18 May 2016', 'ربما نحو ١٨ أيار ٢٠١٦'],
  ['2016-05-18T10:20:00Z', 'on 18 May 2016, 10:20 UTC', 'في ١٨ أيار ٢٠١٦، الساعة ١٠:٢٠ بتوقيت غرينتش'],
  ['2016-05-18T10:20:30', 'on 18 May 2016, 10:20:30', 'في ١٨ أيار ٢٠١٦، الساعة ١٠:٢٠:٣٠'],
  ['2016-05-18T10:20:00+03:00', 'on 18 May 2016, 07:20 UTC', 'في ١٨ أيار ٢٠١٦، الساعة ٠٧:٢٠ بتوقيت غرينتش'],
  // Coarse dates
  ['2016-05', 'in May 2016', 'في أيار ٢٠١٦'],
  ['2016-05-XX', 'in May 2016', 'في أيار ٢٠١٦'],
  ['2016-05~', 'around May 2016', 'نحو أيار ٢٠١٦'],
  ['2016', 'in 2016', 'في عام ٢٠١٦'],
  ['1850~', 'around 1850', 'نحو عام ١٨٥٠'],
  ['1984?', 'possibly in 1984', 'ربما في عام ١٩٨٤'],
  ['196X', 'in the 1960s', 'في ستينيات القرن العشرين'],
  ['190X', 'in the years 1900 to 1909', 'في الأعوام من ١٩٠٠ إلى ١٩٠٩'],
  ['156X', 'in the 1560s', 'في الأعوام من ١٥٦٠ إلى ١٥٦٩'],
  ['19XX', 'in the years 1900 to 1999', 'في الأعوام من ١٩٠٠ إلى ١٩٩٩'],
  ['1950S2', 'in the years 1900 to 1999', 'في الأعوام من ١٩٠٠ إلى ١٩٩٩'],
  ['2016-21', 'in spring 2016', 'في ربيع ٢٠١٦'],
  ['2016-24~', 'around winter 2016', 'نحو شتاء ٢٠١٦'],
  ['2016-26', 'in northern summer 2016', 'في صيف ٢٠١٦ في نصف الكرة الشمالي'],
  ['2016-31', 'in southern autumn 2016', 'في خريف ٢٠١٦ في نصف الكرة الجنوبي'],
  ['2016-34', 'in the second quarter of 2016', 'في الربع الثاني من عام ٢٠١٦'],
  ['2016-39', 'in the third third of 2016', 'في الثلث الثالث من عام ٢٠١٦'],
  ['2016-40', 'in the first half of 2016', 'في النصف الأول من عام ٢٠١٦'],
  ['2016-05-1X', 'sometime between 10 and 19 May 2016', 'في وقت ما بين ١٠ و١٩ أيار ٢٠١٦'],
  ['1984-1X', 'sometime between October and December 1984', 'في وقت ما بين تشرين الأول وكانون الأول ١٩٨٤'],
  ['20X0', 'sometime between 2000 and 2090', 'في وقت ما بين عام ٢٠٠٠ وعام ٢٠٩٠'],
  // Windows
  ['[2016-05-14..2016-05-18]', 'sometime between 14 and 18 May 2016', 'في وقت ما بين ١٤ و١٨ أيار ٢٠١٦'],
  ['[2016-03-03..2016-05-19]', 'sometime between 3 March and 19 May 2016', 'في وقت ما بين ٣ آذار و١٩ أيار ٢٠١٦'],
  [
    '[2015-12-30..2016-01-02]',
    'sometime between 30 December 2015 and 2 January 2016',
    'في وقت ما بين ٣٠ كانون الأول ٢٠١٥ و٢ كانون الثاني ٢٠١٦',
  ],
  [
    '[2015-05-14..2016-05-19]',
    'sometime between 14 May 2015 and 19 May 2016',
    'في وقت ما بين ١٤ أيار ٢٠١٥ و١٩ أيار ٢٠١٦',
  ],
  ['[2016-03..2016-05]', 'sometime between March and May 2016', 'في وقت ما بين آذار وأيار ٢٠١٦'],
  ['[2016-03..2016-05-19]', 'sometime between March 2016 and 19 May 2016', 'في وقت ما بين آذار ٢٠١٦ و١٩ أيار ٢٠١٦'],
  [
    '[2016-05-14~..2016-05-19~]',
    'sometime between about 14 and about 19 May 2016',
    'في وقت ما بين نحو ١٤ ونحو ١٩ أيار ٢٠١٦',
  ],
  ['[..2016-05-19]', 'on or before 19 May 2016', 'في ١٩ أيار ٢٠١٦ أو قبله'],
  ['[2016-05-14..]', 'on or after 14 May 2016', 'في ١٤ أيار ٢٠١٦ أو بعده'],
  ['[..2016-05]', 'in or before May 2016', 'في أيار ٢٠١٦ أو قبله'],
  ['[2016..]', 'in or after 2016', 'في عام ٢٠١٦ أو بعده'],
  // Lasted
  ['2016-05-14/2016-05-19', 'from 14 to 19 May 2016', 'من ١٤ إلى ١٩ أيار ٢٠١٦'],
  ['2016-05-14/2016-06-19', 'from 14 May to 19 June 2016', 'من ١٤ أيار إلى ١٩ حزيران ٢٠١٦'],
  ['2004-06/2006-08', 'from June 2004 to August 2006', 'من حزيران ٢٠٠٤ إلى آب ٢٠٠٦'],
  ['1964/2008', 'from 1964 to 2008', 'من عام ١٩٦٤ إلى عام ٢٠٠٨'],
  ['198X/1999', 'from the 1980s to 1999', 'من ثمانينيات القرن العشرين إلى عام ١٩٩٩'],
  ['2016-05-14~/2016-05-19~', 'from about 14 to about 19 May 2016', 'من نحو ١٤ إلى نحو ١٩ أيار ٢٠١٦'],
  [
    '2016-05-14?/2016-05-19?',
    'from 14 May (possibly) to 19 May 2016 (possibly)',
    'من ١٤ أيار (ربما) إلى ١٩ أيار ٢٠١٦ (ربما)',
  ],
  [
    '2016-05-18/..',
    'since 18 May 2016, continuing at the time of the report',
    'منذ ١٨ أيار ٢٠١٦، ولا يزال مستمرًا وقت كتابة التقرير',
  ],
  ['2016-05-18/', 'from 18 May 2016; end not known', 'منذ ١٨ أيار ٢٠١٦؛ نهايته غير معروفة'],
  ['../2016-05-19', 'until 19 May 2016, already going on before', 'حتى ١٩ أيار ٢٠١٦، وكان مستمرًا من قبل'],
  ['/2016-05-19', 'until 19 May 2016; start not known', 'حتى ١٩ أيار ٢٠١٦؛ بدايته غير معروفة'],
  ['/..', 'date not stated; going on when the report was written', 'التاريخ غير مذكور؛ كان مستمرًا وقت كتابة التقرير'],
  [
    '1919-XX-02/1919-12-01',
    'from a time between 2 January and 2 December 1919 to 1 December 1919',
    'من وقت ما بين ٢ كانون الثاني و٢ كانون الأول ١٩١٩ إلى ١ كانون الأول ١٩١٩',
  ],
  // Sets
  [
    '[1667,1668,1670..1672]',
    'on one of: 1667, 1668, 1670 to 1672',
    'في أحد هذه التواريخ: ١٦٦٧، ١٦٦٨، من ١٦٧٠ إلى ١٦٧٢',
  ],
  [
    '[..1760-12-03,1770]',
    'on one of: 3 December 1760 or earlier, 1770',
    'في أحد هذه التواريخ: ٣ كانون الأول ١٧٦٠ أو قبله، ١٧٧٠',
  ],
  ['{1960,1961-12}', 'on each of: 1960, December 1961', 'في كل من هذه التواريخ: ١٩٦٠، كانون الأول ١٩٦١'],
  ['{1984..}', 'on each of: 1984 or later', 'في كل من هذه التواريخ: ١٩٨٤ أو بعده'],
  // Far away
  ['-0043', 'in 44 BC', 'في عام ٤٤ ق.م'],
  ['-0043-03-15', 'on 15 March 44 BC', 'في ١٥ آذار ٤٤ ق.م'],
  ['0099', 'in 99 AD', 'في عام ٩٩ م'],
  ['Y170000002', 'in 170,000,002', 'في عام ١٧٠٬٠٠٠٬٠٠٢'],
  ['Y-17E7', 'in 170,000,001 BC', 'في عام ١٧٠٬٠٠٠٬٠٠١ ق.م'],
  ['Y171010000S3', 'in the years 171,000,000 to 171,999,999', 'في الأعوام من ١٧١٬٠٠٠٬٠٠٠ إلى ١٧١٬٩٩٩٬٩٩٩'],
];

describe('describeTemporal', () => {
  for (const [text, english, arabic] of rows) {
    it(`says ${text} as “${english}”`, () => {
      expect(inEnglish(text)).to.equal(english);
      expect(inArabic(text)).to.equal(arabic);
    });
  }

  it('says that a date is not stated', () => {
    expect(inEnglish(null)).to.equal('date not stated');
    expect(inArabic(null)).to.equal('التاريخ غير مذكور');
  });

  it('says the order where nothing else is known', () => {
    const relations = [
      { type: 'before', title: 'A', possible: false },
      { type: 'after', title: 'B', possible: true },
      { type: 'during', title: 'C', possible: false },
      { type: 'same-as', title: 'D', possible: true },
    ] as const;
    expect(inEnglish(null, { relations })).to.equal(
      'before: A; possibly after: B; during: C; possibly same event as: D',
    );
    expect(inArabic(null, { relations })).to.equal('قبل: A؛ ربما بعد: B؛ خلال: C؛ ربما الحدث نفسه: D');
    expect(inEnglish('2016-05-18', { relations })).to.equal('on 18 May 2016');
  });

  const likelies: readonly (readonly [string | null, string, string, string])[] = [
    ['[2016-05-14..2016-05-18]', '2016-05-14', ', likely on 14 May', '، والأرجح في ١٤ أيار'],
    ['[2016-05-14..2016-05-19]', '2016-05-16?', ', perhaps on 16 May', '، وربما في ١٦ أيار'],
    ['[2016-03-03..2016-05-19]', '2016-05~', ', likely around May', '، والأرجح نحو أيار'],
    ['[2016-03-03..2016-05-19]', '2016-05', ', likely in May', '، والأرجح في أيار'],
    ['[2016-03-03..2016-05-19]', '2016-05%', ', perhaps around May', '، وربما نحو أيار'],
    ['[..2016-05-19]', '2016-05-14', ', likely on 14 May', '، والأرجح في ١٤ أيار'],
    ['[2015-12-30..2016-01-02]', '2016-01-01', ', likely on 1 January 2016', '، والأرجح في ١ كانون الثاني ٢٠١٦'],
    [
      '[2016-05-01..2016-05-31]',
      '[2016-05-14..2016-05-19]',
      ', likely sometime between 14 and 19 May 2016',
      '، والأرجح في وقت ما بين ١٤ و١٩ أيار ٢٠١٦',
    ],
    [null, '2016-05-14', ', likely on 14 May 2016', '، والأرجح في ١٤ أيار ٢٠١٦'],
  ];
  for (const [text, likelyText, english, arabic] of likelies) {
    it(`adds to ${text}: “${english}”`, () => {
      const likely = temporal(likelyText);
      expect(inEnglish(text, { likely })).to.equal(inEnglish(text) + english);
      expect(inArabic(text, { likely })).to.equal(inArabic(text) + arabic);
    });
  }

  it('follows the order, digits and months of the locale', () => {
    expect(inEnglish('[2016-05-14..2016-05-18]', {}, 'en-US')).to.equal('sometime between May 14 and May 18, 2016');
    expect(inEnglish('2016-05-18', {}, 'en-GB')).to.equal('on 18 May 2016');
    expect(inArabic('2016-05-18', {}, 'ar-SY-u-nu-latn')).to.equal('في 18 أيار 2016');
    expect(inArabic('2016-05-18', {}, 'ar-EG')).to.equal('في ١٨ مايو ٢٠١٦');
  });

  it('names days only in a calendar in which EDTF’s months and years are no units', () => {
    const hijri = 'ar-SY-u-ca-islamic-umalqura';
    expect(inArabic('2016-05-18', {}, hijri)).to.equal('في ١١ شعبان ١٤٣٧ هـ');
    expect(inArabic('[2016-05-14..2016-05-18]', {}, hijri)).to.equal('في وقت ما بين ٧ و١١ شعبان ١٤٣٧ هـ');
    expect(inArabic('2016-05', {}, hijri)).to.equal('في وقت ما بين ٢٤ رجب و٢٤ شعبان ١٤٣٧ هـ');
    expect(inArabic('[2016-03..2016-05]', {}, hijri)).to.equal('في وقت ما بين ٢١ جمادى الأولى و٢٤ شعبان ١٤٣٧ هـ');
    expect(inArabic('[..2016-05]', {}, hijri)).to.equal('في ٢٤ شعبان ١٤٣٧ هـ أو قبله');
  });

  it('finds words for every valid text in every calendar, and throws for none', () => {
    const locales = ['en', 'en-US', 'ar-SY', 'ar-SY-u-ca-islamic-umalqura', 'fa-u-ca-persian', 'ja-u-ca-japanese'];
    for (const text of [...validTexts, 'Y999999999999999', 'Y-999999999999999S2', 'Y271821', 'Y-271821']) {
      for (const locale of locales) {
        expect(inEnglish(text, {}, locale), text).not.to.match(/undefined|null|NaN|Infinity/);
        expect(inArabic(text, {}, locale), text).not.to.match(/undefined|null|NaN|Infinity/);
      }
    }
  });

  it('starts a sentence', () => {
    expect(capitalise(inEnglish('[..2016-05-19]'))).to.equal('On or before 19 May 2016');
    expect(capitalise(inArabic('[..2016-05-19]'))).to.equal(inArabic('[..2016-05-19]'));
    expect(capitalise('')).to.equal('');
  });
});

describe('shortDate', () => {
  it('fits the tag at an edge', () => {
    const [english, arabic] = [createDateFormatter('en'), createDateFormatter('ar-SY')];
    const time = utcDate(2016, 3, 3);
    expect(shortDate(time, 'day', english)).to.equal('3 Mar');
    expect(shortDate(time, 'day', arabic)).to.equal('٣ آذار');
    expect(shortDate(time, 'day', english, true)).to.equal('3 Mar 2016');
    expect(shortDate(time, 'month', english)).to.equal('Mar 2016');
    expect(shortDate(time, 'year', arabic)).to.equal('٢٠١٦');
  });
});

describe('describeNarrowing', () => {
  const say = (narrowing: DescribedNarrowing, beside: string | null): readonly string[] => [
    describeNarrowing(narrowing, englishDateWords, createDateFormatter('en'), beside ? temporal(beside) : null),
    describeNarrowing(narrowing, arabicDateWords, createDateFormatter('ar-SY'), beside ? temporal(beside) : null),
  ];

  it('names the last day of an exclusive bound, and the reason', () => {
    const narrowing = { side: 'latest', time: utcDate(2016, 5, 19), type: 'before', title: 'Raid' } as const;
    expect(say(narrowing, '[2016-05-14..2016-05-19]')).to.deep.equal([
      'not after 18 May, because it was before Raid',
      'ليس بعد ١٨ أيار، لأنه وقع قبل Raid',
    ]);
    expect(say(narrowing, null)).to.deep.equal([
      'not after 18 May 2016, because it was before Raid',
      'ليس بعد ١٨ أيار ٢٠١٦، لأنه وقع قبل Raid',
    ]);
  });

  it('has a reason for every relation', () => {
    const from = { side: 'earliest', time: utcDate(2016, 5, 14), title: 'Raid' } as const;
    expect(say({ ...from, type: 'after' }, '[..2016-05-19]')).to.deep.equal([
      'not before 14 May, because it was after Raid',
      'ليس قبل ١٤ أيار، لأنه وقع بعد Raid',
    ]);
    expect(say({ ...from, type: 'during' }, '[..2016-05-19]')).to.deep.equal([
      'not before 14 May, because it was during Raid',
      'ليس قبل ١٤ أيار، لأنه وقع خلال Raid',
    ]);
    expect(say({ ...from, type: 'same-as' }, '[..2016-05-19]')).to.deep.equal([
      'not before 14 May, because it was the same event as Raid',
      'ليس قبل ١٤ أيار، لأنه الحدث نفسه: Raid',
    ]);
  });
});
