import { expect } from 'chai';
import { directionOf, isLocale, languageOf, spokenLanguage } from '../../../src/core/i18n/locale.js';
import { createNumbers } from '../../../src/core/i18n/numbers.js';
import { inScripts, pickText } from '../../../src/core/i18n/text.js';

describe('pickText', () => {
  const picked = (...args: Parameters<typeof pickText>): string => {
    const { text, lang, dir } = pickText(...args);
    return `${text} (${lang} ${dir})`;
  };

  it('takes the reader’s own language, region first', () => {
    expect(picked({ en: 'colour', 'en-US': 'color' }, 'en-US', 'ar')).to.equal('color (en-US ltr)');
    expect(picked({ en: 'colour', 'en-US': 'color' }, 'en-GB', 'ar')).to.equal('colour (en ltr)');
    expect(picked({ 'ar-SY': 'أيار', en: 'May' }, 'ar', 'en')).to.equal('أيار (ar-SY rtl)');
  });

  it('falls back to the language of the data, then to English, then to whichever there is', () => {
    expect(picked({ en: 'raid', ar: 'مداهمة', fr: 'raid' }, 'de', 'ar')).to.equal('مداهمة (ar rtl)');
    expect(picked({ fr: 'raid', en: 'raid' }, 'de', 'ar')).to.equal('raid (en ltr)');
    expect(picked({ tr: 'baskın', fr: 'raid' }, 'de', 'ar')).to.equal('baskın (tr ltr)');
    expect(picked({}, 'de', 'ar')).to.equal(' (de ltr)');
  });

  it('takes a plain string for the language of the data', () => {
    expect(picked('raid', 'ar', 'en')).to.equal('raid (en ltr)');
    expect(picked('مداهمة', 'en', 'ar')).to.equal('مداهمة (ar rtl)');
  });

  it('lets the letters decide on the direction where they and the language differ', () => {
    expect(picked('مداهمة', 'en', 'en')).to.equal('مداهمة (ar rtl)');
    expect(picked('raid', 'ar', 'ar')).to.equal('raid (en ltr)');
    expect(picked('raid مداهمة', 'en', 'en')).to.equal('raid مداهمة (en ltr)');
    expect(picked('2016', 'ar', 'ar')).to.equal('2016 (ar rtl)');
  });

  it('finds no text where an object only inherits one', () => {
    expect(picked({ fr: 'raid' }, 'constructor', '__proto__')).to.equal('raid (fr ltr)');
  });
});

describe('locales', () => {
  it('have a language and a direction', () => {
    const table = ['ar-SY', 'AR', 'en_US', 'he', 'fa-IR', 'tr', 'zh-Hant', ''];
    expect(table.map((tag) => `${languageOf(tag)} ${directionOf(tag)}`)).to.deep.equal([
      'ar rtl',
      'ar rtl',
      'en ltr',
      'he rtl',
      'fa rtl',
      'tr ltr',
      'zh ltr',
      ' ltr',
    ]);
  });

  it('are what Intl accepts, and nothing else throws', () => {
    const table = { en: true, 'ar-SY': true, 'zh-Hant-TW': true, '': false, en_US: false, 'not a tag': false };
    for (const [tag, expected] of Object.entries(table)) expect(isLocale(tag), tag).to.equal(expected);
  });

  it('that the widget does not speak get its English', () => {
    expect(['ar-SY', 'en-GB', 'de', 'arz', 'x'].map(spokenLanguage)).to.deep.equal(['ar', 'en', 'en', 'en', 'en']);
  });
});

describe('createNumbers', () => {
  it('writes the digits of the locale, grouped', () => {
    expect(createNumbers('ar-SY').format(61204)).to.equal('٦١٬٢٠٤');
    expect(createNumbers('ar').format(18)).to.match(/^(18|١٨)$/);
    expect(createNumbers('en').format(61204)).to.equal('61,204');
  });

  it('chooses the form of a counted noun and puts the number into it', () => {
    const events = {
      zero: 'لا أحداث',
      one: 'حدث واحد',
      two: 'حدثان',
      few: '{n} أحداث',
      many: '{n} حدثًا',
      other: '{n} حدث',
    };
    const numbers = createNumbers('ar-SY');
    expect([0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111].map((n) => numbers.count(n, events))).to.deep.equal([
      'لا أحداث',
      'حدث واحد',
      'حدثان',
      '٣ أحداث',
      '١٠ أحداث',
      '١١ حدثًا',
      '٩٩ حدثًا',
      '١٠٠ حدث',
      '١٠٢ حدث',
      '١٠٣ أحداث',
      '١١١ حدثًا',
    ]);
  });

  it('falls back to the form "other" where one is missing', () => {
    expect(createNumbers('en').count(1, { other: '{n} hidden' })).to.equal('1 hidden');
  });

  it('joins a list in words', () => {
    expect(createNumbers('en-GB').list(['a', 'b', 'c'])).to.equal('a, b and c');
    expect(createNumbers('ar-SY').list(['أ', 'ب'])).to.equal('أ وب');
  });
});

describe('inScripts', () => {
  const pieces = (...args: Parameters<typeof inScripts>): string[] =>
    inScripts(...args).map(({ text, lang, dir }) => `${text} [${lang} ${dir}]`);

  it('gives words of another script their language and direction', () => {
    expect(pieces('2 killed (طفلان).', 'en')).to.deep.equal(['2 killed ( [en ltr]', 'طفلان [ar rtl]', '). [en ltr]']);
    expect(pieces('مقتل شخصين (two children).', 'ar')).to.deep.equal([
      'مقتل شخصين ( [ar rtl]',
      'two children [en ltr]',
      '). [ar rtl]',
    ]);
  });

  it('keeps words together, with what stands between them, up to a comma', () => {
    expect(pieces('Before قصف على الحي, after حصار', 'en')).to.deep.equal([
      'Before  [en ltr]',
      'قصف على الحي [ar rtl]',
      ', after  [en ltr]',
      'حصار [ar rtl]',
    ]);
    expect(pieces('بعد Raid of 2016 on A-1، ثم', 'ar')).to.deep.equal([
      'بعد  [ar rtl]',
      'Raid of 2016 on A [en ltr]',
      '-1، ثم [ar rtl]',
    ]);
  });

  it('leaves a sentence of one script whole, and says nothing of none', () => {
    expect(pieces('On 14 May 2016', 'en')).to.deep.equal(['On 14 May 2016 [en ltr]']);
    expect(pieces('١٤ أيار ٢٠١٦', 'ar')).to.deep.equal(['١٤ أيار ٢٠١٦ [ar rtl]']);
    expect(pieces('', 'ar')).to.deep.equal([]);
  });

  it('gives back the sentence, whatever it holds', () => {
    for (const text of ['a، b', 'قُتل Ab د cd', 'x\nد', '(«Q» د)', '1–2 – د'])
      for (const lang of ['en', 'ar'] as const)
        expect(
          inScripts(text, lang)
            .map((piece) => piece.text)
            .join(''),
        ).to.equal(text);
  });
});
