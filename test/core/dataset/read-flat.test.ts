import { expect } from 'chai';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { readDataset } from '../../../src/core/dataset/read-dataset.js';
import { toReport } from '../../../src/core/dataset/writers/report-json.js';
import { contentOf } from '../support/content.js';
import { fc } from '../support/fast-check.js';
import { codes, readWith } from '../support/report.js';
import { iso } from '../support/timeline.js';

const first = (record: object, ...issues: readonly string[]) =>
  readWith([{ id: 'x', title: 'X', ...record }], ...issues);
const boundsOf = (dataset: Dataset, index = 0): string => {
  const name = (time: number): string => (Number.isFinite(time) ? iso(time) : '…');
  return `${dataset.kindOf(index)} ${name(dataset.earliest[index]!)} ${name(dataset.latest[index]!)}`;
};

describe('a flat file', () => {
  const record = {
    id: 'e0000000',
    start: '2020-01-30T06:28:12Z',
    end: '2020-02-01T07:00:00Z',
    actor: 'Agency',
    title: 'Report plan',
    description: 'It was a long day.',
  };

  it('is read as it stands, from an object with a list of events or from the list', () => {
    for (const file of [{ events: [record] }, [record], JSON.stringify({ events: [record] })]) {
      const dataset = readWith(file);
      expect(dataset.event(0)).to.deep.equal({
        id: 'e0000000',
        when: '2020-01-30/2020-02-01',
        start: '2020-01-30T06:28:12Z',
        end: '2020-02-01T07:00:00Z',
        title: 'Report plan',
        summary: 'It was a long day.',
        actors: ['Agency'],
        ...{ means: [], targets: [], places: [], claims: [], relations: [], counts: {} },
        ...{ symmetric: false, certainty: 'reported' },
      });
      expect(boundsOf(dataset)).to.equal('lasted 2020-01-30T06:28:12.000Z 2020-02-01T07:00:01.000Z');
      expect(dataset.actors).to.deep.equal([{ id: 'Agency', name: 'Agency' }]);
      expect(dataset.ordersActors).to.equal(false);
    }
  });

  it('may say of itself what a report says', () => {
    const frame = { title: 'T', summary: { en: 'S' }, language: 'fr', licence: 'CC0', attribution: 'A' };
    expect(readWith({ ...frame, events: [record] })).to.deep.include(frame);
    const named = readWith({ actors: [{ id: 'Agency', name: 'The Agency' }], events: [record] });
    expect(named.actors).to.deep.equal([{ id: 'Agency', name: 'The Agency' }]);
  });

  it('is told from a report by its first records, unless it says that it is one', () => {
    expect(readWith({ format: 'report-timeline', events: [] }).ordersActors).to.equal(false);
    const { issues } = readDataset({ format: 'report-timeline', events: [{ id: 'x', title: 'X', actor: 'A' }] });
    expect(codes({ issues })).to.deep.equal(['missing-date events[0].when', 'missing-actor events[0].actors']);
    expect(first({ when: '2016', actor: 'A' }).event(0).actors).to.deep.equal(['A']);
  });
});

describe('a flat date', () => {
  const table: readonly [record: object, bounds: string, when: string | null][] = [
    [{ start: '2015-03-04' }, 'exact 2015-03-04 2015-03-05', '2015-03-04'],
    [{ date: '2015-03-04' }, 'exact 2015-03-04 2015-03-05', '2015-03-04'],
    [{ start: '2015-03' }, 'within 2015-03-01 2015-04-01', '2015-03'],
    [{ start: '2015' }, 'within 2015-01-01 2016-01-01', '2015'],
    [{ start: 2015 }, 'within 2015-01-01 2016-01-01', '2015'],
    [{ start: '2015-03-04T10:20:00Z' }, 'exact 2015-03-04T10:20Z 2015-03-04T10:20:01.000Z', '2015-03-04T10:20:00Z'],
    [{ start: '2015-03-04T10:20:00' }, 'exact 2015-03-04T10:20Z 2015-03-04T10:20:01.000Z', '2015-03-04T10:20:00'],
    [
      { start: '2015-03-04T10:20:00.5+02:00' },
      'exact 2015-03-04T08:20Z 2015-03-04T08:20:01.000Z',
      '2015-03-04T08:20:00Z',
    ],
    [
      { start: Date.UTC(2015, 2, 4, 10) + 7 },
      'exact 2015-03-04T10:00Z 2015-03-04T10:00:01.000Z',
      '2015-03-04T10:00:00Z',
    ],
    [{ start: -2e11 }, 'exact 1963-08-31T04:26:40.000Z 1963-08-31T04:26:41.000Z', '1963-08-31T04:26:40Z'],
    [{ start: 1e11 }, 'exact 1973-03-03T09:46:40.000Z 1973-03-03T09:46:41.000Z', '1973-03-03T09:46:40Z'],
    [{ start: 20160518 }, 'exact 2016-05-18 2016-05-19', '2016-05-18'],
    [{ start: 20160229, end: 20160301 }, 'lasted 2016-02-29 2016-03-02', '2016-02-29/2016-03-01'],
    [{ start: '4 March 2015' }, 'exact 2015-03-04 2015-03-05', '2015-03-04'],
    [{ start: '2015~' }, 'within 2015-01-01 2016-01-01', '2015~'],
    [{ start: '201X' }, 'within 2010-01-01 2020-01-01', '201X'],
    [{ start: '2015-03-04', end: '2015-03-06' }, 'lasted 2015-03-04 2015-03-07', '2015-03-04/2015-03-06'],
    [{ start: '2015-03-04', end: '2015-03-04' }, 'exact 2015-03-04 2015-03-05', '2015-03-04'],
    [{ start: '2015-03', end: '2015-04-06' }, 'lasted 2015-03-01 2015-04-07', '2015-03/2015-04-06'],
    [{ start: '2015', end: 2016 }, 'lasted 2015-01-01 2017-01-01', '2015/2016'],
    [{ start: '2015~', end: '2016-03-04' }, 'lasted-fuzzy 2015-01-01 2016-03-05', '2015~/2016-03-04'],
    [
      { start: '2015-03-04T10:20:00Z', end: '2015-03-04' },
      'lasted 2015-03-04T10:20Z 2015-03-05',
      '2015-03-04/2015-03-04',
    ],
    [
      { start: '2015~', end: '2016-03-04T10:20:00Z' },
      'lasted-fuzzy 2015-01-01 2016-03-04T10:20:01.000Z',
      '2015~/2016-03-04',
    ],
    [{ end: '2015-03-04' }, 'start-unknown … 2015-03-05', '/2015-03-04'],
    [{ edtf: '[2015-03-04..2015-05]' }, 'within 2015-03-04 2015-06-01', '[2015-03-04..2015-05]'],
    [
      { edtf: '[2015-03-04T10:00:00Z..2015-03-04T12:00:00Z]' },
      'exact 2015-03-04T10:00Z 2015-03-04T12:00:01.000Z',
      '[2015-03-04T10:00:00Z..2015-03-04T12:00:00Z]',
    ],
    [{ edtf: '2015-03-04/2015-05', start: '1999' }, 'lasted 2015-03-04 2015-06-01', '2015-03-04/2015-05'],
    [{ edtf: '2015-03-04/..' }, 'open-end 2015-03-04 …', '2015-03-04/..'],
    [{ when: '{2015-03-04,2015-03-08}', actor: 'A' }, 'repeated 2015-03-04 2015-03-09', '{2015-03-04,2015-03-08}'],
  ];
  for (const [record, bounds, when] of table) {
    it(`of ${JSON.stringify(record)} is ${bounds}`, () => {
      const dataset = first({ actor: 'A', ...record });
      expect(boundsOf(dataset)).to.equal(bounds);
      expect(dataset.event(0).when).to.equal(when);
      expect(dataset.kindOf(0)).to.equal(dataset.date(0).kind);
      const { temporal } = dataset.date(0);
      expect([temporal?.earliest ?? -Infinity, temporal?.latest ?? Infinity]).to.deep.equal([
        dataset.earliest[0],
        dataset.latest[0],
      ]);
    });
  }

  const wrong: readonly [record: object, issue: string, bounds: string][] = [
    [{}, 'missing-date events[0].date', 'undated … …'],
    [{ start: null, end: '' }, 'missing-date events[0].date', 'undated … …'],
    [{ when: 'n/a' }, 'missing-date events[0].date', 'undated … …'],
    [{ start: '4 Marsh 2015' }, 'invalid-date events[0].start', 'undated … …'],
    [{ start: '31 April 2015' }, 'invalid-date events[0].start', 'undated … …'],
    [{ start: '2015-02-30' }, 'invalid-date events[0].start', 'undated … …'],
    [{ date: '2015-02-30' }, 'invalid-date events[0].date', 'undated … …'],
    [{ start: true }, 'wrong-type events[0].start', 'undated … …'],
    [{ start: 1e300 }, 'invalid-date events[0].start', 'undated … …'],
    [{ start: '2015', end: 'x' }, 'invalid-date events[0].end', 'within 2015-01-01 2016-01-01'],
    [{ start: '2015', end: '2014' }, 'end-before-start events[0].end', 'within 2015-01-01 2016-01-01'],
    [
      { start: '2015-03-04T10:00:01', end: '2015-03-04T10:00:00' },
      'end-before-start events[0].end',
      'exact 2015-03-04T10:00:01.000Z 2015-03-04T10:00:02.000Z',
    ],
    [{ start: '2015~', end: '2014' }, 'end-before-start events[0].end', 'within 2015-01-01 2016-01-01'],
    [{ start: '2015/2016', end: '2017' }, 'invalid-date events[0].end', 'lasted 2015-01-01 2017-01-01'],
    [{ edtf: 'spring', start: '2015' }, 'invalid-date events[0].edtf', 'within 2015-01-01 2016-01-01'],
    [{ edtf: ['2015'] }, 'wrong-type events[0].edtf', 'undated … …'],
  ];
  for (const [record, issue, bounds] of wrong) {
    it(`says what is wrong with ${JSON.stringify(record)}, and keeps the rest`, () => {
      expect(boundsOf(first({ actor: 'A', ...record }, issue))).to.equal(bounds);
    });
  }
});

describe('a number as a date', () => {
  const numbers = [
    1463615999, 42508, 42508.5, 5, 0, -1, -500, 999, 10_000, 2016.5, 5.2016, 20161301, 20150229, 99_999_999,
  ];
  for (const start of [...numbers, 99_999_999_999, 1e300, NaN]) {
    it(`is none where it is ${start}, with the value and what it may be`, () => {
      const { dataset, issues } = readDataset([{ id: 'x', title: 'X', start }]);
      expect(dataset!.event(0).when).to.equal(null);
      expect(issues.map(({ code, path, value }) => [code, path, value])).to.deep.equal([
        ['invalid-date', 'events[0].start', JSON.stringify(start)],
      ]);
      expect(issues[0]!.message).to.match(/seconds.*spreadsheet.*2016-05-18/);
    });
  }
});

describe('events without a date', () => {
  it('are remarked upon, which is no repair', () => {
    const { account, issues } = readDataset('date,title\n,A\n2016,B\nsoon,C\n,D');
    expect(codes({ issues })).to.deep.equal([
      ...['missing-date row 2.date', 'invalid-date row 4.date', 'missing-date row 5.date'],
    ]);
    expect([account!.shown, account!.repaired]).to.deep.equal([4, 1]);
  });
});

describe('a file without any name that is known', () => {
  const unknownIn = (data: unknown) => readDataset(data).issues.filter(({ code }) => code === 'unknown-columns');

  it('is said once, with its names', () => {
    const [issue, ...others] = unknownIn('foo,bar\n1,2\n3,4');
    expect(others).to.deep.equal([]);
    expect(issue).to.deep.include({ path: '', value: 'foo, bar' });
    expect(issue!.message).to.contain('date').and.to.contain('actor').and.to.contain('README');
    expect(issue).not.to.have.property('row');
    expect(unknownIn([{ __x: 1 }, { y: 2 }])[0]!.value).to.equal('__x, y');
  });

  it('is none where one is known, nor where there are no names at all', () => {
    for (const data of ['foo,Datum,title\n1,2,3', [{ foo: 1 }, { name: 'N' }], [{}], []]) {
      expect(unknownIn(data)).to.deep.equal([]);
    }
  });
});

describe('the other fields of a flat event', () => {
  it('are read as one value or a list', () => {
    const event = first(
      {
        start: '2015',
        actor: ['A', 'B', 'A', ' '],
        target: 'C',
        type: 'raid',
        place: 'Raqqa',
        lat: 35.95,
        lon: 39.01,
        source: ['The Paper', 'The Radio'],
        url: 'https://example.org/',
        ...{ summary: 'What was' },
      },
      'wrong-type events[0].actor[3]',
    ).event(0);
    expect(event).to.deep.include({
      actors: ['A', 'B'],
      targets: [{ name: 'C' }],
      type: 'raid',
      places: [{ name: 'Raqqa', lat: 35.95, lon: 39.01 }],
      claims: [{ by: 'The Paper', url: 'https://example.org/' }, { by: 'The Radio' }],
      summary: 'What was',
    });
  });

  it('have what is not stated stand for itself', () => {
    const dataset = readWith(
      [{ start: '2015' }, { start: '2015', title: 'Y', actor: null }, { start: '2015', id: 7 }],
      'missing-title events[0].title',
      'missing-title events[2].title',
    );
    expect(dataset.events.map(({ id, title }) => [id, title])).to.deep.equal([
      ['event-1', 'event-1'],
      ['event-2', 'Y'],
      ['7', '7'],
    ]);
    expect(dataset.event(0).actors).to.deep.equal(['not-stated']);
    expect(dataset.actors.map(({ id, unknown }) => [id, unknown])).to.deep.equal([['not-stated', true]]);
    expect([0, 1, 2].map((i) => dataset.indexOf(dataset.idOf(i)))).to.deep.equal([0, 1, 2]);
  });

  it('take the beginning of the description for a title', () => {
    const titleOf = (description: unknown) => readWith([{ id: 'x', start: '2015', description }]).titleOf(0);
    expect(titleOf('One line.\nAnother.')).to.equal('One line.');
    const long = titleOf('word '.repeat(100)) as string;
    expect(long).to.match(/^(word )+word…$/);
    expect(long.length).to.be.within(60, 81);
    expect(titleOf('😀'.repeat(100))).not.to.match(/[\ud800-\udbff]…/);
    expect(titleOf({ en: 'English', ar: 'عربي' })).to.equal('English');
    expect(
      readWith([{ id: 'x', start: '2015', description: ' ' }], 'missing-title events[0].title').titleOf(0),
    ).to.equal('x');
  });

  it('may be in several languages', () => {
    const dataset = first({ start: '2015', title: { en: 'E', ar: 'ع' }, description: { ar: 'و' } });
    expect(dataset.event(0)).to.deep.include({ title: { en: 'E', ar: 'ع' }, summary: { ar: 'و' } });
    expect([dataset.titleOf(0), dataset.languages]).to.deep.equal([{ en: 'E', ar: 'ع' }, ['en', 'ar']]);
  });

  it('give a place to coordinates without one, and read a place that is an object', () => {
    expect(first({ start: '2015', lat: 1.5, lon: -2 }).event(0).places).to.deep.equal([
      { name: '1.5, -2', lat: 1.5, lon: -2 },
    ]);
    expect(first({ start: '2015', location: { name: 'P', lat: 1, lon: 2 } }).event(0).places).to.deep.equal([
      { name: 'P', lat: 1, lon: 2 },
    ]);
    expect(first({ start: '2015', location: 'L' }).event(0).places).to.deep.equal([{ name: 'L' }]);
  });

  it('are cut where they are too long, and lose links that are not safe', () => {
    const dataset = first(
      { start: '2015', actor: 'A', description: 'x'.repeat(100_000), url: 'javascript:alert(1)' },
      'text-too-long events[0].description',
      'unsafe-link events[0].url',
    );
    expect(dataset.event(0).summary).to.have.length(20_001);
    expect(dataset.event(0).claims).to.deep.equal([]);
  });

  it('leave out what is no event, and count the others from where they stand', () => {
    const dataset = readWith(
      [{ id: 'a', title: 'A', start: '2015' }, null, { id: 'a', title: 'A', start: '2015' }],
      'wrong-type events[1]',
      'duplicate-id events[2].id',
    );
    expect(dataset.events.map(({ id }) => id)).to.deep.equal(['a', 'a-2']);
    expect(dataset.indexOf('a-2')).to.equal(1);
  });
});

describe('a table of somebody’s own', () => {
  const table = (...rows: readonly string[]) => rows.join('\n');

  it('is read by names that people give to columns, in Arabic', () => {
    const dataset = readWith(
      table(
        'الرقم;التاريخ;الوقت;الحدث;الفاعل;الهدف;المكان;خط العرض;خط الطول;السلاح;عدد القتلى;الجرحى;المصدر;الرابط;الملخص',
        '1;١٨/٠٥/٢٠١٦;٢:٣٠ م;قصف;الجيش؛ الشرطة;غير معروف;دير الزور;35,33;٤٠٫١٤;مدفعية | طيران;٣–٥;عدد من;رويترز; https://example.org/ ;نص',
        '2;بين 14 و18 أيار 2016;;اشتباك;مجهول;مدنيون;?;;;;٠;-;;;',
      ),
    );
    expect(dataset.event(0)).to.deep.equal({
      id: '1',
      when: '2016-05-18T14:30:00',
      title: 'قصف',
      summary: 'نص',
      means: ['مدفعية', 'طيران'],
      actors: ['الجيش', 'الشرطة'],
      targets: [],
      places: [{ name: 'دير الزور', lat: 35.33, lon: 40.14 }],
      killed: { low: 3, best: null, high: 5 },
      injured: { low: null, best: null, high: null, words: 'عدد من' },
      claims: [{ by: 'رويترز', url: 'https://example.org/' }],
      ...{ counts: {}, relations: [], symmetric: false, certainty: 'reported' },
    });
    expect(dataset.event(1)).to.deep.include({ when: '[2016-05-14..2016-05-18]', actors: ['not-stated'], places: [] });
    expect(dataset.event(1)).to.deep.include({ targets: [{ name: 'مدنيون' }], killed: { low: 0, best: 0, high: 0 } });
    expect(dataset.event(1)).not.to.have.property('injured');
  });

  it('is read by names that people give to columns, in English', () => {
    const dataset = readWith(
      table(
        'Event ID,Date From,DATE_TO,Headline,Perpetrator(s),Victims,City,Latitude,lng,Weapon,Deaths,According to,Link,Nobody knows',
        'x-1,14 May 2016,18 May 2016,"Shelling, again",A; B|C,Civilians,Raqqa,35.95,39.01,mortar,at least 3,The Paper;The Radio,https://example.org/,?',
      ),
    );
    expect(dataset.event(0)).to.deep.equal({
      id: 'x-1',
      when: '2016-05-14/2016-05-18',
      title: 'Shelling, again',
      means: ['mortar'],
      actors: ['A', 'B', 'C'],
      targets: [{ name: 'Civilians' }],
      places: [{ name: 'Raqqa', lat: 35.95, lon: 39.01 }],
      killed: { low: 3, best: null, high: null },
      claims: [{ by: 'The Paper', url: 'https://example.org/' }, { by: 'The Radio' }],
      ...{ counts: {}, relations: [], symmetric: false, certainty: 'reported' },
    });
  });

  it('takes the first column that has a value, the one of the field’s own name before others', () => {
    const titles = readWith(table('name,date,headline,title', 'N,2016,H,T', 'N,2016,H,', ',2016,H,'));
    expect([0, 1, 2].map((i) => titles.titleOf(i))).to.deep.equal(['T', 'N', 'H']);
  });

  it('keeps apart what commas are in, and a type that is several words', () => {
    const dataset = readWith(table('date\tactor\ttype\ttitle', '2016\tA, B\traid; arrest\tT'));
    expect(dataset.event(0)).to.deep.include({ actors: ['A, B'], type: 'raid; arrest' });
  });

  it('takes a claim from each of several links', () => {
    const dataset = readWith(table('date,title,source,url', '2016,T,A;B,https://a.example/x;y https://b.example/'));
    expect(dataset.event(0).claims).to.deep.equal([
      { by: 'A', url: 'https://a.example/x;y' },
      { by: 'B', url: 'https://b.example/' },
    ]);
  });

  it('reads a cell that a spreadsheet was kept from running', () => {
    const dataset = readWith(table('date,title,lon,lat', "2016,'=1+1,'-2,1", "2016,''@x,,", "2016,'quoted',,"));
    expect([0, 1, 2].map((i) => dataset.titleOf(i))).to.deep.equal(['=1+1', "'@x", "'quoted'"]);
    expect(dataset.event(0).places).to.deep.equal([{ name: '1, -2', lat: 1, lon: -2 }]);
  });

  it('says what is no number, with the value and the name of the column', () => {
    const { dataset, issues } = readDataset(
      table('day,title,Killed,Killed (min),Max. killed,Latitude,Longitude', '2016,T,-5,x,,north,1', '2016,U,4,9,1,,'),
    );
    expect(issues.map(({ code, path, value }) => [code, path, value])).to.deep.equal([
      ['wrong-type', 'row 2.Latitude', 'north'],
      ['invalid-count', 'row 2.Killed', '-5'],
      ['invalid-count', 'row 2.Killed (min)', 'x'],
      ['inconsistent-count', 'row 3.Killed', '9 – 4 – 1'],
    ]);
    expect(dataset!.event(0)).not.to.have.property('killed');
    expect(dataset!.event(1).killed).to.deep.equal({ low: 9, best: 4, high: 1 });
  });

  it('reads a number of people as it is written', () => {
    const none = { low: null, best: null, high: null };
    const counts: readonly [text: string, count: object][] = [
      ['5', { low: 5, best: 5, high: 5 }],
      ['5.0', { low: 5, best: 5, high: 5 }],
      ['1,200', { low: 1200, best: 1200, high: 1200 }],
      ['٣', { low: 3, best: 3, high: 3 }],
      ['3-5', { ...none, low: 3, high: 5 }],
      ['3 – 5', { ...none, low: 3, high: 5 }],
      ['3 to 5', { ...none, low: 3, high: 5 }],
      ['من ٣ إلى ٥', { ...none, low: 3, high: 5 }],
      ['at least 3', { ...none, low: 3 }],
      ['3+', { ...none, low: 3 }],
      ['ما لا يقل عن 3', { ...none, low: 3 }],
      ['more than 3', { ...none, low: 4 }],
      ['up to 5', { ...none, high: 5 }],
      ['fewer than 5', { ...none, high: 4 }],
      ['~5', { ...none, best: 5 }],
      ['about 5', { ...none, best: 5 }],
      ['حوالي ٥', { ...none, best: 5 }],
      ['+3', { low: 3, best: 3, high: 3 }],
      ['1 234', { low: 1234, best: 1234, high: 1234 }],
      ['1\u202f234\u202f567', { low: 1_234_567, best: 1_234_567, high: 1_234_567 }],
      ['1,234,567', { low: 1_234_567, best: 1_234_567, high: 1_234_567 }],
      ['between 1 000 and 2,000', { ...none, low: 1000, high: 2000 }],
      ['none', { low: 0, best: 0, high: 0, words: 'none' }],
      ['لا أحد', { low: 0, best: 0, high: 0, words: 'لا أحد' }],
      ['لا يوجد', { ...none, words: 'لا يوجد' }],
      ['many', { ...none, words: 'many' }],
      ['12 (3 children)', { ...none, words: '12 (3 children)' }],
    ];
    const dataset = readWith(
      table('date|title|killed', ...counts.map(([text], i) => `2016|T${i}|${text}`), '2016|none|', '2016|none|n/a'),
    );
    counts.forEach(([text, count], i) => expect(dataset.event(i).killed, text).to.deep.equal(count));
    for (const i of [counts.length, counts.length + 1]) expect(dataset.event(i)).not.to.have.property('killed');
  });

  it('takes figures that are no whole number, and words for nothing, as not stated', () => {
    const wrong = ['1e20', '0x10', '1.234', '1,23', '1234,567', '12 34', '1,234 567', '3-4-5', '99999999999999999999'];
    const { dataset, issues } = readDataset(
      table(
        'date|title|killed',
        ...[...wrong, 'NA', 'NaN', 'nan', 'nil', 'null', 'Nil'].map((text) => `2016|T|${text}`),
      ),
    );
    expect(issues.map(({ code, value }) => [code, value])).to.deep.equal(wrong.map((text) => ['invalid-count', text]));
    for (const event of dataset!.events) expect(event).not.to.have.property('killed');
    expect(first({ start: '2016', killed: 1e20 }, 'invalid-count events[0].killed').event(0)).not.to.have.property(
      'killed',
    );
  });

  it('ignores a column called more that is not ours', () => {
    const dataset = readWith(table('edtf,title,more', '2016,T,see {"title": "no"}', '2017,U,[1]'));
    expect(dataset.events.map(({ when, title }) => [when, title])).to.deep.equal([
      ['2016', 'T'],
      ['2017', 'U'],
    ]);
  });

  it('reads a date of its parts, and takes what was changed in a table of ours', () => {
    const parts = readWith(table('Year,Month,Day,Title', '2016,5,18,A', '2016,May,,B', '2016,0,0,C'));
    expect(parts.events.map(({ when }) => when)).to.deep.equal(['2016-05-18', '2016-05', '2016']);
    const ours = readWith(table('id,edtf,title,actors,more', 'x,18/05/2016,T,A,"{""note"":""N""}"'));
    expect(ours.event(0)).to.deep.include({ when: '2016-05-18', title: 'T', actors: ['A'], note: 'N' });
  });
});

describe('names of fields in JSON', () => {
  it('are found in the first records, and their own names anywhere', () => {
    const dataset = readWith([
      { Date: '18 May 2016', Name: 'N', perpetrators: ['A', { name: 'B' }], latitude: '35.3', longitude: 40 },
      { Date: '2016', Name: 'M', title: 'T', actor: 'C', killed: { low: 1 } },
    ]);
    expect(dataset.event(0)).to.deep.include({ when: '2016-05-18', title: 'N', actors: ['A', 'B'] });
    expect(dataset.event(0).places).to.deep.equal([{ name: '35.3, 40', lat: 35.3, lon: 40 }]);
    expect(dataset.event(1)).to.deep.include({ title: 'T', actors: ['C'], killed: { low: 1, best: null, high: null } });
    const later = Array.from({ length: 150 }, (_, i) => ({ id: `e${1000 + i}`, title: 'T', start: '2016' }));
    expect(
      readWith([...later, { ...later[0], id: 'x', actor: 'A', means: 'gun', killed: 2 }]).event(150),
    ).to.deep.include({
      ...{ actors: ['A'], means: ['gun'], killed: { low: 2, best: 2, high: 2 } },
    });
  });

  it('leave a text with a separator whole, and a name of an object’s own alone', () => {
    const dataset = readWith('[{"date":"2016","title":"T","actor":"A; B","__proto__":{"type":"x"},"constructor":1}]');
    expect(dataset.event(0)).to.deep.include({ actors: ['A; B'] });
    expect(dataset.event(0)).not.to.have.property('type');
  });
});

describe('any flat file', () => {
  const time = fc.oneof(
    fc.integer({ min: -1e13, max: 1e13 }),
    fc.integer({ min: 0, max: 4e12 }).map((n) => new Date(n).toISOString()),
    fc.integer({ min: 0, max: 4e12 }).map((n) => new Date(n).toISOString().slice(0, 19)),
    fc.integer({ min: 0, max: 4e12 }).map((n) => new Date(n).toISOString().slice(0, 10)),
    fc.constantFrom('2015', '2015-03', '2015~', '201X', '2015-03-04?', 'never', '', null, undefined, {}),
  );
  const name = fc.constantFrom('A', 'B', '__proto__', 'constructor', ['A', 'B'], '', null, undefined, 7);
  const record = fc.record(
    {
      id: fc.oneof(fc.constantFrom('x', 'y', '__proto__', 7, null), fc.string()),
      start: time,
      end: time,
      actor: name,
      target: name,
      type: name,
      place: name,
      source: name,
      lat: fc.integer({ min: -90, max: 90 }),
      lon: fc.double({ min: 0.5, max: 180, noNaN: true }),
      url: fc.constantFrom('https://example.org/', 'x', null),
      title: fc.oneof(fc.string(), fc.constant({ en: 'E' }), fc.constant('a\0b')),
      description: fc.oneof(fc.string(), fc.constant({ en: 'E' })),
    },
    { requiredKeys: ['actor'] },
  );

  it('is written as a report from which the same is read', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 12 }), (events) => {
        const { dataset } = readDataset({ events });
        if (events.length === 0) return;
        const all = dataset!.events.map((_, index) => index);
        const again = readDataset(JSON.stringify(toReport(dataset!, all)));
        expect(again.issues).to.deep.equal([]);
        const { actors, ordersActors, ...content } = contentOf(dataset) as { actors: object[]; ordersActors: boolean };
        const {
          actors: actorsAgain,
          ordersActors: isOrdered,
          ...contentAgain
        } = contentOf(again.dataset) as typeof content & { actors: object[]; ordersActors: boolean };
        expect(contentAgain).to.deep.equal(content);
        expect(actorsAgain).to.have.deep.members(actors);
        expect([ordersActors, isOrdered]).to.deep.equal([false, true]);
      }),
      { numRuns: 300 },
    );
  });

  it('has the kinds and bounds that its dates in words have', () => {
    fc.assert(
      fc.property(fc.array(record, { maxLength: 12 }), (events) => {
        const { dataset } = readDataset({ events });
        dataset!.events.forEach((_, index) => {
          const { temporal, kind } = dataset!.date(index);
          expect(kind).to.equal(dataset!.kindOf(index));
          expect(temporal?.earliest ?? -Infinity).to.equal(dataset!.earliest[index]);
          expect(temporal?.latest ?? Infinity).to.equal(dataset!.latest[index]);
          expect(dataset!.earliest[index]).to.be.below(dataset!.latest[index]!);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('is read without complaint from a table of any names and cells, with dates that agree', () => {
    const name = fc.constantFrom(
      ...['id', 'edtf', 'Date', 'time', 'from', 'End Date', 'year', 'month', 'day', 'التاريخ', 'إلى', 'likely', 'more'],
      ...[
        'title',
        'Actors',
        'place',
        'lat',
        'خط الطول',
        'killed',
        'min deaths',
        'injured_high',
        'certainty',
        'basis',
        'url',
      ],
      ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', ' ', 'x'],
    );
    const cell = fc.oneof(
      fc.constantFrom('18 May 2016', '5/6/2016', '18/5/2016', '14–18 May 2016', 'c. 5/6/2016', '2016-05-18T10:00:00Z'),
      fc.constantFrom(
        '2016',
        '2016~/..',
        'between 5/6/2016 and 7/6/2016',
        '14:30',
        '?',
        '',
        '5',
        '3-5',
        '-1',
        '{"a":1}',
      ),
      fc.constantFrom('{"title":7,"actors":[{}],"claims":[null,{"by":1,"source":{}}],"__proto__":1}', '{"actors":"x"}'),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const table = fc.tuple(fc.array(name, { minLength: 1, maxLength: 9 }), fc.array(fc.array(cell, { maxLength: 9 })));
    fc.assert(
      fc.property(table, ([header, rows]) => {
        const { dataset } = readDataset([header, ...rows].map((row) => row.map(quoted).join(',')).join('\n'));
        for (let i = 0; i < (dataset?.count ?? 0); i++) {
          const { temporal, kind } = dataset!.date(i);
          expect([kind, temporal?.earliest ?? -Infinity, temporal?.latest ?? Infinity]).to.deep.equal([
            ...[dataset!.kindOf(i), dataset!.earliest[i], dataset!.latest[i]],
          ]);
          expect(dataset!.event(i).actors).not.to.deep.equal([]);
        }
      }),
      { numRuns: 300 },
    );
    expect(({} as Record<string, unknown>)['a']).to.equal(undefined);
  });
});
