import { expect } from 'chai';
import {
  describeBin,
  describeBinCount,
  describeColumn,
  describeStep,
  shortCount,
} from '../../../src/core/scene/describe-bin.js';
import { createLanguage } from '../../../src/core/scene/language.js';
import { calendarSteps, floorTo, type CalendarStep } from '../../../src/core/viewport/calendar-steps.js';

const en = createLanguage('en');
const ar = createLanguage('ar-SY');
const time = Date.parse('2016-05-18T14:32:00Z');

describe('describeBin', () => {
  const table: readonly (readonly [CalendarStep, english: string, arabic: string])[] = [
    [{ unit: 'minute', step: 1 }, '18 May 2016, 14:32 to 14:33', '١٨ أيار ٢٠١٦، من الساعة ١٤:٣٢ إلى ١٤:٣٣'],
    [{ unit: 'minute', step: 15 }, '18 May 2016, 14:30 to 14:45', '١٨ أيار ٢٠١٦، من الساعة ١٤:٣٠ إلى ١٤:٤٥'],
    [{ unit: 'hour', step: 1 }, '18 May 2016, 14:00 to 15:00', '١٨ أيار ٢٠١٦، من الساعة ١٤:٠٠ إلى ١٥:٠٠'],
    [{ unit: 'day', step: 1 }, '18 May 2016', '١٨ أيار ٢٠١٦'],
    [{ unit: 'day', step: 7 }, '15 to 21 May 2016', 'من ١٥ إلى ٢١ أيار ٢٠١٦'],
    [{ unit: 'month', step: 1 }, 'May 2016', 'أيار ٢٠١٦'],
    [{ unit: 'month', step: 3 }, 'The second quarter of 2016', 'الربع الثاني من عام ٢٠١٦'],
    [{ unit: 'year', step: 1 }, '2016', 'عام ٢٠١٦'],
    [{ unit: 'year', step: 5 }, 'The years 2015 to 2019', 'الأعوام من ٢٠١٥ إلى ٢٠١٩'],
    [{ unit: 'year', step: 10 }, 'The 2010s', 'الأعوام من ٢٠١٠ إلى ٢٠١٩'],
    [{ unit: 'year', step: 100 }, 'The years 2000 to 2099', 'الأعوام من ٢٠٠٠ إلى ٢٠٩٩'],
  ];
  for (const [step, english, arabic] of table) {
    it(`names ${english}`, () => {
      const start = floorTo(step, time);
      expect(describeBin(step, start, en)).to.equal(english);
      expect(describeBin(step, start, ar)).to.equal(arabic);
    });
  }

  it('names the last, longer week of a month by its own days', () => {
    expect(describeBin({ unit: 'day', step: 7 }, Date.UTC(2016, 4, 22), en)).to.equal('22 to 31 May 2016');
  });

  it('writes months first, and names days of other calendars, where the locale does', () => {
    const week = { unit: 'day', step: 7 } as const;
    expect(describeBin(week, Date.UTC(2016, 4, 15), createLanguage('en-US'))).to.equal('May 15 to May 21, 2016');
    const islamic = createLanguage('en-u-ca-islamic-umalqura');
    expect(describeBin({ unit: 'month', step: 1 }, Date.UTC(2016, 4), islamic)).to.match(/Rajab.* to .*Sha/);
  });

  it('has words for every step, also where Intl has none', () => {
    for (const step of calendarSteps) {
      for (const far of [time, -6e13, 8.7e15]) expect(describeBin(step, floorTo(step, far), ar)).not.to.equal('');
      expect(describeStep(step, en)).to.match(/^(by|in steps of \d)/);
      expect(describeStep(step, ar)).to.match(/^(بحسب|كل)/);
    }
  });
});

describe('describeBinCount', () => {
  const table: readonly (readonly [number, number, english: string, arabic: string, short: string])[] = [
    [0, 0, 'no events', 'لا أحداث', '0'],
    [1, 1, '1 event', 'حدث واحد', '1'],
    [5, 5, '5 events', '٥ أحداث', '5'],
    [0, 1, 'at most 1 event', 'حدث واحد على الأكثر', '0–1'],
    [0, 2, 'at most 2 events', 'حدثان على الأكثر', '0–2'],
    [1, 2, '1 to 2 events', 'حدث أو حدثان', '1–2'],
    [2, 7, '2 to 7 events', 'بين ٢ و٧ أحداث', '2–7'],
    [12, 13, '12 to 13 events', 'بين ١٢ و١٣ حدثًا', '12–13'],
    [1883, 2142, '1,883 to 2,142 events', 'بين ١٬٨٨٣ و٢٬١٤٢ حدثًا', '1,883–2,142'],
    [90, 100, '90 to 100 events', 'بين ٩٠ و١٠٠ حدث', '90–100'],
  ];
  for (const [least, most, english, arabic, short] of table) {
    it(`says ${english}`, () => {
      expect(describeBinCount(least, most, en)).to.equal(english);
      expect(describeBinCount(least, most, ar)).to.equal(arabic);
      expect(shortCount(least, most, en)).to.equal(short);
    });
  }
});

describe('describeColumn', () => {
  it('says when, how many, whose, and what a key does', () => {
    const column = { start: Date.UTC(2016, 3), least: 828, most: 965 };
    const density = { step: { unit: 'month', step: 1 } } as const;
    expect(describeColumn(density, column, 'Actor A', en)).to.equal(
      'April 2016: 828 to 965 events, Actor A. Enter zooms in.',
    );
    expect(describeColumn(density, column, 'الفاعل أ', ar)).to.equal(
      'نيسان ٢٠١٦: بين ٨٢٨ و٩٦٥ حدثًا، الفاعل أ. مفتاح Enter يكبّر.',
    );
  });
});
