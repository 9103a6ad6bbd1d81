import { expect } from 'chai';
import { readDataset } from '../../../src/core/dataset/read-dataset.js';
import type { DateOrder } from '../../../src/core/dataset/readers/record-reader.js';
import { readWith } from '../support/report.js';

const readDates = (dates: readonly string[], dateOrder: DateOrder | null = null) => {
  const { dataset, issues } = readDataset(['date|title', ...dates.map((date) => `${date}|T`)].join('\n'), {
    dateOrder,
  });
  return { whens: dataset!.events.map(({ when }) => when), issues };
};
/** One cell of a table; no issue is allowed. */
const whenOf = (text: string): string | null => {
  const { whens, issues } = readDates([text]);
  expect(issues).to.deep.equal([]);
  return whens[0]!;
};

describe('a date in one cell', () => {
  const dates: Readonly<Record<string, string>> = {
    '18 May 2016': '2016-05-18',
    '2016-05-18 14:30+03:00': '2016-05-18T11:30:00Z',
    '[2016-05-14..2016-05-18]': '[2016-05-14..2016-05-18]',
    '14–18 May 2016': '2016-05-14/2016-05-18',
    '14-18 May 2016': '2016-05-14/2016-05-18',
    '14 May 2016 - 18 May 2016': '2016-05-14/2016-05-18',
    '14 May–18 May 2016': '2016-05-14/2016-05-18',
    '28 April – 3 May 2016': '2016-04-28/2016-05-03',
    'May 14–18, 2016': '2016-05-14/2016-05-18',
    'May 14 – June 3, 2016': '2016-05-14/2016-06-03',
    '2016-05-14 to 2016-05-18': '2016-05-14/2016-05-18',
    'from 14 to 18 May 2016': '2016-05-14/2016-05-18',
    'من 14 إلى 18 أيار 2016': '2016-05-14/2016-05-18',
    '14-18/05/2016': '2016-05-14/2016-05-18',
    'May – June 2016': '2016-05/2016-06',
    '1914–1918': '1914/1918',
    'between 14 and 18 May 2016': '[2016-05-14..2016-05-18]',
    'بين 14 و18 أيار 2016': '[2016-05-14..2016-05-18]',
    'ما بين ١٤ و ١٨ أيار/مايو ٢٠١٦': '[2016-05-14..2016-05-18]',
    'circa 2016': '2016~',
    'c. May 2016': '2016-05~',
    'حوالي 2016': '2016~',
    '18 May 2016?': '2016-05-18?',
    '18/05/2016 (?)': '2016-05-18?',
    'ca. 18 May 2016?': '2016-05-18%',
    'before 18 May 2016': '[..2016-05-17]',
    'قبل أيار 2016': '[..2016-04-30]',
    'after 2015': '[2016-01-01..]',
    'بعد 18 أيار 2016': '[2016-05-19..]',
    'since 18 May 2016': '2016-05-18/..',
    'since c. 2015': '2015~/..',
    'منذ أيار 2016': '2016-05/..',
    '2016 – present': '2016/..',
    '2016-present': '2016/..',
    'May 2016 to the present': '2016-05/..',
    'from 18/05/2016 until now': '2016-05-18/..',
    '18 May 2016 (ongoing)': '2016-05-18/..',
    '2016 - today': '2016/..',
    'من 2016 حتى الآن': '2016/..',
    '١٨ أيار ٢٠١٦ – مستمر': '2016-05-18/..',
    'until 18 May 2016': '/2016-05-18',
    'حتى أيار 2016': '/2016-05',
    '1990s': '199X',
    "the 1990's": '199X',
    'c. 1990s': '199X~',
    'since the 1990s': '199X/..',
    '1900s': '19XX',
    '2000s': '20XX',
  };
  for (const [text, when] of Object.entries(dates)) {
    it(`“${text}” is ${when}`, () => expect(whenOf(text)).to.equal(when));
  }

  it('may have times at both its ends', () => {
    const dataset = readWith('date,title\n18 May 2016 14:30-15:45,T');
    expect(dataset.event(0)).to.deep.include({
      when: '2016-05-18/2016-05-18',
      start: '2016-05-18T14:30:00',
      end: '2016-05-18T15:45:00',
    });
  });

  it('is not guessed where it is none', () => {
    for (const text of ['soon', '42508', '2016-17', '14 to 2016', 'spring 2016', '31 April 2016', '18/5/16']) {
      const { whens, issues } = readDates([text]);
      expect(whens).to.deep.equal([null]);
      expect(issues.map(({ code, path, value, row }) => [code, path, value, row])).to.deep.equal([
        ['invalid-date', 'row 2.date', text, 2],
      ]);
    }
    for (const text of ['?', 'unknown', 'غير معروف', '-', 'NA']) {
      expect(readWith(`date,title\n${text},T`, 'missing-date row 2.date').event(0).when).to.equal(null);
    }
    for (const text of ['present', 'until further notice', 'since', 'after the 1990s', '1995s', '0000s']) {
      expect(readDates([text]).issues.map(({ code }) => code)).to.deep.equal(['invalid-date']);
    }
  });

  it('has a sentence for what people often write', () => {
    const table: Readonly<Record<string, RegExp>> = {
      '18-May-16': /Years have four digits/,
      '18/05/16': /Years have four digits/,
      '18 أيار 16': /Years have four digits/,
      '44927': /spreadsheet’s day number/,
      '44927.5': /spreadsheet’s day number/,
      '1463615999': /number of seconds/,
      '31/04/2016': /no such day\./,
      '31 April 2016': /no such day\./,
      '13/2016': /no such month\./,
      '18 May 2016 25:00': /no such day or time\./,
      soon: /no date that can be read/,
    };
    for (const [text, sentence] of Object.entries(table)) {
      expect(readDates([text]).issues.map(({ message }) => message)[0], text).to.match(sentence);
    }
  });
});

describe('dates in several cells', () => {
  it('are the EDTF, else start and end, else the date', () => {
    const dataset = readWith(
      [
        'edtf,start,end,date,title',
        '2016~,2015,2017,2014,A',
        ',14 May 2016,18/05/2016,2014,B',
        ',,,18 May 2016,C',
        ',,18 May 2016,,D',
        '2016-05-14/2016-05-18,2016-05-14T10:00:00Z,,,E',
      ].join('\n'),
    );
    expect(dataset.events.map(({ when }) => when)).to.deep.equal([
      ...['2016~', '2016-05-14/2016-05-18', '2016-05-18', '/2016-05-18', '2016-05-14/2016-05-18'],
    ]);
    expect(dataset.event(4).start).to.equal('2016-05-14T10:00:00Z');
  });

  it('take a time of day that stands beside them', () => {
    const dataset = readWith(
      'date,time,title\n2016-05-18,14:30,A\n18/05/2016,2:30 pm,B\n2016-05-18,unknown,C\n2016-05-18,dawn,D\n2016-05-18,,E',
      'invalid-date row 5.time',
    );
    expect(dataset.events.map(({ when }) => when)).to.deep.equal([
      ...['2016-05-18T14:30:00', '2016-05-18T14:30:00', '2016-05-18', '2016-05-18', '2016-05-18'],
    ]);
    expect(readWith('time,title\n2016-05-18T14:30,A').event(0).when).to.equal('2016-05-18T14:30:00');
  });

  it('may have an end that has not come', () => {
    const ends = ['present', 'Ongoing', '(now)', '..', 'مستمر', 'حتى الآن'];
    const { dataset, issues } = readDataset(
      ['start|end|title', ...ends.map((end) => `18 May 2016|${end}|T`), '|ongoing|T'].join('\n'),
    );
    expect(dataset!.events.map(({ when }) => when)).to.deep.equal([
      ...['2016-05-18/..', '2016-05-18/..', '2016-05-18', '2016-05-18/..', '2016-05-18/..', '2016-05-18/..', null],
    ]);
    expect(issues.map(({ code, path }) => `${code} ${path}`)).to.deep.equal([
      ...['invalid-date row 4.end', 'missing-date row 8.date'],
    ]);
  });

  it('say when an end is before its start', () => {
    const dataset = readWith('from,to,title\n18 May 2016,14 May 2016,A', 'end-before-start row 2.to');
    expect(dataset.event(0).when).to.equal('2016-05-18');
  });
});

describe('a date whose day and month cannot be told apart', () => {
  it('is read as the other dates of the file show', () => {
    expect(readDates(['5/6/2016', '18/5/2016', '7.8.2016 14:30'])).to.deep.equal({
      whens: ['2016-06-05', '2016-05-18', '2016-08-07T14:30:00'],
      issues: [],
    });
    expect(readDates(['5/6/2016', '7/7/2016', '5/18/2016', 'c. 5/6/2016', '5/6/2016 - 5/18/2016'])).to.deep.equal({
      whens: ['2016-05-06', '2016-07-07', '2016-05-18', '2016-05-06~', '2016-05-06/2016-05-18'],
      issues: [],
    });
  });

  it('is not guessed where none shows it, nor where they contradict each other', () => {
    for (const others of [
      ['2016-05-18', '7/7/2016'],
      ['18/5/2016', '5/18/2016'],
    ]) {
      const { whens, issues } = readDates(['5/6/2016', ...others, '٥/٦/٢٠١٦']);
      expect([whens[0], whens[3]]).to.deep.equal([null, null]);
      expect(whens.slice(1, 3)).not.to.include(null);
      expect(issues.map(({ code, path, row, value, events }) => [code, path, row, value, events])).to.deep.equal([
        ['ambiguous-date', 'row 2.date', 2, '5/6/2016', ['event-1']],
        ['ambiguous-date', 'row 5.date', 5, '٥/٦/٢٠١٦', ['event-4']],
      ]);
      expect(issues[0]!.message).to.contain('2016-06-05').and.to.contain('2016-05-06').and.to.contain('date-order');
    }
  });

  it('is read as the page says, others as the only way that there is', () => {
    expect(readDates(['5/6/2016', '18/5/2016'], 'mdy')).to.deep.equal({
      whens: ['2016-05-06', '2016-05-18'],
      issues: [],
    });
    expect(readDates(['5/6/2016', '5/18/2016'], 'dmy')).to.deep.equal({
      whens: ['2016-06-05', '2016-05-18'],
      issues: [],
    });
    expect(readDates(['5/6/2016', '18/5/2016'], 'ymd').whens).to.deep.equal(['2016-06-05', '2016-05-18']);
    expect(readDates(['5/6/2016'], 'ymd').whens).to.deep.equal([null]);
  });

  it('has its place among the others, with bounds and words that agree', () => {
    const dataset = readWith(
      'start,end,title\n5/6/2016,7/6/2016,A\n,,B\n3/4/2016 10:00,3/4/2016 12:00,C\n13/4/2016,14/4/2016,D\n5/6/2016,?,E',
      'missing-date row 3.date',
    );
    expect(dataset.events.map(({ when }) => when)).to.deep.equal([
      ...['2016-06-05/2016-06-07', null, '2016-04-03/2016-04-03', '2016-04-13/2016-04-14', '2016-06-05'],
    ]);
    expect(dataset.event(2)).to.deep.include({ start: '2016-04-03T10:00:00', end: '2016-04-03T12:00:00' });
    for (let i = 0; i < dataset.count; i++) {
      const { temporal, kind } = dataset.date(i);
      expect([kind, temporal?.earliest ?? -Infinity, temporal?.latest ?? Infinity]).to.deep.equal([
        ...[dataset.kindOf(i), dataset.earliest[i], dataset.latest[i]],
      ]);
    }
    expect(Array.from(dataset.byEarliest)).to.deep.equal([2, 3, 0, 4]);
  });

  it('counts its row where others were left out before it', () => {
    const { issues } = readDataset('date,title\n\n2016,A\n\n\n5/6/2016,B\n5/6/2016,C');
    expect(issues.map(({ row, events }) => [row, events])).to.deep.equal([
      [6, ['event-5']],
      [7, ['event-6']],
    ]);
  });

  it('is one of ten thousand', () => {
    const many = Array.from({ length: 10_000 }, (_, i) => `${(i % 12) + 1}/${(i % 11) + 1}/2016`);
    const { whens, issues } = readDates([...many, '13/1/2016']);
    expect(issues).to.deep.equal([]);
    expect(whens[9_999]).to.equal('2016-01-04');
    expect(whens).not.to.include(null);
  });
});
