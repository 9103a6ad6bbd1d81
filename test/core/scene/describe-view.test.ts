import { expect } from 'chai';
import { describeRange, describeView } from '../../../src/core/scene/describe-view.js';
import { createLanguage } from '../../../src/core/scene/language.js';
import type { SceneTally } from '../../../src/core/scene/scene.js';
import type { CalendarStep } from '../../../src/core/viewport/calendar-steps.js';
import { day, type Domain } from '../../../src/core/viewport/domain.js';
import { bundled } from '../support/report.js';
import { at, timeline } from '../support/timeline.js';

const en = createLanguage('en');
const ar = createLanguage('ar-SY');

describe('describeRange', () => {
  const table: readonly [Domain, string, string][] = [
    [[at('2016-05-14'), at('2016-05-20')], 'From 14 to 19 May 2016', 'من ١٤ إلى ١٩ أيار ٢٠١٦'],
    [[at('2016-05-13') + 1, at('2016-05-21') - 1], 'From 14 to 19 May 2016', 'من ١٤ إلى ١٩ أيار ٢٠١٦'],
    [
      [at('2015-12-30'), at('2016-01-03')],
      'From 30 December 2015 to 2 January 2016',
      'من ٣٠ كانون الأول ٢٠١٥ إلى ٢ كانون الثاني ٢٠١٦',
    ],
    [
      [at('2016-05-18') + 9 * 3_600_000, at('2016-05-19')],
      'From 18 May, 09:00 to 19 May, 00:00 UTC',
      'من ١٨ أيار، الساعة ٠٩:٠٠ إلى ١٩ أيار، الساعة ٠٠:٠٠ بتوقيت غرينتش',
    ],
  ];
  for (const [domain, english, arabic] of table) {
    it(`says the whole days in view, and the times of less than two: ${english}`, () => {
      expect(describeRange(domain, en)).to.equal(english);
      expect(describeRange(domain, ar)).to.equal(arabic);
    });
  }

  it('never ends before it starts, however the view lies between midnights', () => {
    for (const shift of [0, 0.1, 0.5, 0.9]) {
      const start = at('2016-05-14') + shift * day;
      expect(describeRange([start, start + 2 * day], en)).to.match(/^(From|On) 1[45]/);
    }
  });

  it('knows years before 1, between 0 and 99 and after 9999', () => {
    const yearAt = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1);
    for (const year of [-44, 0, 50, 99, 12_000]) {
      const said = describeRange([yearAt(year), yearAt(year + 1)], en);
      expect(said, String(year)).to.match(/^(From|In) /);
    }
    expect(describeRange([yearAt(-43), yearAt(-42)], en)).to.contain('44 BC');
  });
});

describe('describeView', () => {
  const all = (n: number) => ({ least: n, most: n });
  const nothingElse = { startBefore: 0, endAfter: 0, outside: 0, unnamed: 0, counted: null };
  const tally: SceneTally = { shown: 33, inView: all(33), ...nothingElse };
  const counts = (more: Partial<SceneTally>, locale = 'en') =>
    describeView(null, { ...tally, ...more }, 33, createLanguage(locale)).counts;

  it('of the first view of the bundled report says the days, all events, and that one starts before', () => {
    const said = (locale: string) => {
      const { ask, state, scene } = timeline(bundled, { locale });
      return describeView(ask.domain(state), scene.tally, 33, createLanguage(locale));
    };
    expect(said('en')).to.deep.equal({
      range: 'From 14 to 19 May 2016.',
      counts: '33 of 33 events; 1 starts before this view.',
    });
    expect(said('ar-SY')).to.deep.equal({
      range: 'من ١٤ إلى ١٩ أيار ٢٠١٦.',
      counts: '٣٣ من ٣٣ حدثًا؛ يبدأ مدى حدث واحد قبل هذا العرض.',
    });
  });

  it('says what is cut, what is hidden, and that names are missing', () => {
    expect(counts({ inView: all(12), endAfter: 3, unnamed: 5 })).to.equal(
      '12 of 33 events; 3 end after this view; 7 of 12 names shown; zoom in.',
    );
    expect(counts({ shown: 22, inView: all(22) })).to.equal('22 of 33 events; 11 hidden by the filter.');
    expect(counts({ inView: all(2), startBefore: 2, endAfter: 1 }, 'ar-SY')).to.equal(
      '٢ من ٣٣ حدثًا؛ يبدأ مدى حدثين قبل هذا العرض؛ ينتهي مدى حدث واحد بعد هذا العرض.',
    );
  });

  it('of events that are counted says by what, and gives a range where their dates do', () => {
    const said = (least: number, most: number, counted: CalendarStep, locale = 'en', shown = 100_000) => {
      const outside = shown - most;
      return describeView(
        null,
        { shown, inView: { least, most }, startBefore: 100, endAfter: 159, outside, unnamed: 0, counted },
        100_000,
        createLanguage(locale),
      ).counts;
    };
    const month = { unit: 'month', step: 1 } as const;
    expect(said(100_000, 100_000, month)).to.equal('100,000 of 100,000 events, counted by month; zoom in for each.');
    expect(said(1883, 2142, { unit: 'day', step: 7 })).to.equal(
      '1,883 to 2,142 of 100,000 events, counted by week; zoom in for each.',
    );
    expect(said(1883, 2142, { unit: 'year', step: 5 }, 'en', 90_000)).to.equal(
      '1,883 to 2,142 of 100,000 events, counted in steps of 5 years; zoom in for each; 10,000 hidden by the filter.',
    );
    expect(said(100_000, 100_000, month, 'ar-SY')).to.equal(
      '١٠٠٬٠٠٠ من ١٠٠٬٠٠٠ حدث، معدودة بحسب الشهر؛ كبِّر لترى كلًّا منها.',
    );
    expect(said(1883, 2142, { unit: 'minute', step: 5 }, 'ar-SY')).to.equal(
      'بين ١٬٨٨٣ و٢٬١٤٢ من أصل ١٠٠٬٠٠٠ حدث، معدودة كل ٥ دقائق؛ كبِّر لترى كلًّا منها.',
    );
  });

  it('says nothing of days where nothing has one', () => {
    expect(describeView(null, tally, 33, en).range).to.equal('');
  });
});
