import { expect } from 'chai';
import { edtfOfFreeDate, orderShownBy } from '../../../src/core/dataset/readers/shared/free-date.js';
import { dateOrders } from '../../../src/core/dataset/readers/record-reader.js';
import { fc } from '../support/fast-check.js';

describe('edtfOfFreeDate', () => {
  const read: Readonly<Record<string, string>> = {
    '2016/05/18': '2016-05-18',
    '2016-5-8': '2016-05-08',
    '2016.05.18': '2016-05-18',
    '20160518': '2016-05-18',
    '18.5.2016': '2016-05-18',
    '18. 5. 2016': '2016-05-18',
    '18/05/2016': '2016-05-18',
    '18 05 2016': '2016-05-18',
    '5-18-2016': '2016-05-18',
    '5/5/2016': '2016-05-05',
    '29/2/2016': '2016-02-29',
    '18 May 2016': '2016-05-18',
    '18 May, 2016': '2016-05-18',
    'May 18, 2016': '2016-05-18',
    'May 18th 2016': '2016-05-18',
    'the 18th of MAY, 2016': '2016-05-18',
    '18-May-2016': '2016-05-18',
    '2016-May-18': '2016-05-18',
    ' 1 Sept. 2016 ': '2016-09-01',
    'Wednesday, 18 May 2016': '2016-05-18',
    'Wed. 18/05/2016': '2016-05-18',
    'May 2016': '2016-05',
    '05/2016': '2016-05',
    '2016/05': '2016-05',
    '٢٠١٦': '2016',
    '2016م': '2016',
    '٢٠١٦-٠٥-١٨': '2016-05-18',
    '١٨/٠٥/٢٠١٦': '2016-05-18',
    '۲۰۱۶/۰۵/۱۸': '2016-05-18',
    '١٨ أيار ٢٠١٦': '2016-05-18',
    '١٨ أيّار، ٢٠١٦': '2016-05-18',
    '18 ايار 2016': '2016-05-18',
    '18 مايو 2016': '2016-05-18',
    '18 مايو/أيار 2016': '2016-05-18',
    '18 أيار / مايو 2016': '2016-05-18',
    '1 آب (أغسطس) 2016': '2016-08-01',
    'الأربعاء ١٨ أيار ٢٠١٦': '2016-05-18',
    'يوم الاربعاء، 18 من شهر مايو عام 2016': '2016-05-18',
    'أيار 2016': '2016-05',
    'كانون الثاني/يناير ٢٠١٦': '2016-01',
    '31 كانون الأول 2016': '2016-12-31',
    '2 تشرين الثاني 2016': '2016-11-02',
    '2 تشرين أول 2016': '2016-10-02',
    '3 حزيران 2016': '2016-06-03',
    '3 يونيه 2016': '2016-06-03',
    '2016-05-18 14:30': '2016-05-18T14:30:00',
    '18 May 2016 14:30:15': '2016-05-18T14:30:15',
    '18/05/2016, 14:30:15.25': '2016-05-18T14:30:15',
    '18 May 2016 at 2:30 PM': '2016-05-18T14:30:00',
    '18 May 2016 12:05 a.m.': '2016-05-18T00:05:00',
    '18 May 2016 12:05pm': '2016-05-18T12:05:00',
    '18 May 2016 5 pm': '2016-05-18T17:00:00',
    '١٨ أيار ٢٠١٦ الساعة ٢:٣٠ م': '2016-05-18T14:30:00',
    '18 أيار 2016 - 2:30 مساءً': '2016-05-18T14:30:00',
    '18 أيار 2016 9:30 ص': '2016-05-18T09:30:00',
    '18/05/2016 14:30Z': '2016-05-18T14:30:00Z',
    '18/05/2016 02:30:15+03:00': '2016-05-17T23:30:15Z',
    '18/05/2016 22:30 -0330': '2016-05-19T02:00:00Z',
    '18 May 2016 14:30 UTC': '2016-05-18T14:30:00Z',
  };
  for (const [text, edtf] of Object.entries(read)) {
    it(`takes ${text} for ${edtf}`, () => {
      for (const order of [null, ...dateOrders]) expect(edtfOfFreeDate(text, order)).to.equal(edtf);
    });
  }

  const refused = [
    ...['', ' ', 'May', '3', '18', '18 May', 'never', 'm5 2016', '\0', '12345', '42508'],
    ...['18/5/16', '18 May 16', "May '16", '31 April 2016', '31/4/2016', '4/31/2016', '29 February 2015', '29/2/2015'],
    ...['13/2016', '2016/13', '2016-13-01', '18/18/2016', '0/5/2016', '0/0/2016', '20161301', '18/5-2016'],
    ...['14-18 May 2016', '14/18 May 2016', 'May/June 2016', '5-6/2016', '18 May or June 2016', 'أيار/حزيران 2016'],
    ...['18 May 2016 25:00', '18 May 2016 13:30 PM', '18 May 2016 0:30 am', '18 May 2016 14:60', 'May 2016 14:30'],
    ...['18 May 2016 14:30 +25:00', '١٨ شعبان ١٤٣٧ هـ', '18 May 2016 BC', 'x'.repeat(1e6), '__proto__ 2016'],
  ];
  for (const text of refused) {
    it(`does not take ${JSON.stringify(text.slice(0, 40))} for a date`, () => {
      for (const order of [null, ...dateOrders]) expect(edtfOfFreeDate(text, order)).to.equal(null);
    });
  }

  it('asks which number is the day where the numbers do not tell', () => {
    for (const text of ['5/6/2016', '05.06.2016', '٥/٦/٢٠١٦', 'Sunday 5-6-2016', '5/6/2016 14:30']) {
      const time = text.endsWith(':30') ? 'T14:30:00' : '';
      expect(edtfOfFreeDate(text, null)).to.equal('ambiguous');
      expect(edtfOfFreeDate(text, 'ymd')).to.equal('ambiguous');
      expect(edtfOfFreeDate(text, 'dmy')).to.equal(`2016-06-05${time}`);
      expect(edtfOfFreeDate(text, 'mdy')).to.equal(`2016-05-06${time}`);
    }
  });

  it('knows the order that a date shows', () => {
    expect(
      ['18/5/2016', '5/18/2016 14:30', '5/6/2016', '18 May 2016', '2016-05-18', 'x'].map(orderShownBy),
    ).to.deep.equal(['dmy', 'mdy', null, null, null, null]);
  });

  it('gives any day back, however it is written', () => {
    const english = 'January February March April May June July August September October November December'.split(' ');
    const levant = 'كانون الثاني,شباط,آذار,نيسان,أيار,حزيران,تموز,آب,أيلول,تشرين الأول,تشرين الثاني,كانون الأول'.split(
      ',',
    );
    const egypt = 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'.split(' ');
    const digits = (text: string, zero: number): string =>
      text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
    const days = fc.integer({ min: Date.UTC(1000, 0), max: Date.UTC(9999, 11, 31) }).map((time) => new Date(time));
    fc.assert(
      fc.property(days, fc.constantFrom(48, 0x660, 0x6f0), (date, zero) => {
        const iso = date.toISOString().slice(0, 10);
        const [y, mm, dd] = iso.split('-') as [string, string, string];
        const [m, d, month] = [String(Number(mm)), String(Number(dd)), Number(mm) - 1];
        const forms = [
          ...[`${y}/${mm}/${dd}`, `${y}-${m}-${d}`, `${d} ${english[month]} ${y}`, `${english[month]} ${d}, ${y}`],
          ...[`${dd}-${english[month]!.slice(0, 3)}-${y}`, `${d} ${levant[month]} ${y}`, `${d} ${egypt[month]} ${y}`],
          ...[`${d} ${levant[month]}/${egypt[month]} ${y}`, `${y} ${egypt[month]} ${d}`],
        ];
        for (const order of [null, ...dateOrders]) {
          for (const form of forms) expect(edtfOfFreeDate(digits(form, zero), order), form).to.equal(iso);
        }
        for (const by of ['/', '.', '-', ' ']) {
          expect(edtfOfFreeDate(digits([dd, mm, y].join(by), zero), 'dmy')).to.equal(Number(dd) > 0 ? iso : null);
          expect(edtfOfFreeDate(digits([m, d, y].join(by), zero), 'mdy')).to.equal(iso);
        }
      }),
    );
  });

  it('takes any text without complaint', () => {
    const part = fc.constantFrom(...['18', '2016', '/', ' ', 'May', 'أيار', ':30', '-', '(', ')', '.', 'م', '+', 'T']);
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(part).map((list) => list.join('')),
        ),
        (text) => {
          expect(edtfOfFreeDate(text, null) ?? '').to.match(
            /^$|^ambiguous$|^\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\dZ?)?)?)?$/,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });
});
