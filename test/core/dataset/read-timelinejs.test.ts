import { expect } from 'chai';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { readDataset } from '../../../src/core/dataset/read-dataset.js';
import eras from '../../fixtures/eras.json';
import groups from '../../fixtures/groups_test_2.json';
import twain from '../../fixtures/marktwain.json';
import { fc } from '../support/fast-check.js';
import { fixture } from '../support/fixture.js';
import { codes, readWith } from '../support/report.js';
import { iso } from '../support/timeline.js';

/** What every event of this form has that states nothing else. */
const bare = {
  ...{ means: [], actors: ['not-stated'], targets: [], places: [], claims: [], relations: [], counts: {} },
  ...{ symmetric: false, certainty: 'reported' },
};

const typesOf = ({ events }: Dataset): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const { type = '' } of events) {
    const name = typeof type === 'string' ? type : type['en']!;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

const firstAndLast = ({ earliest, latest }: Dataset): string =>
  `${iso(Math.min(...earliest))} ${iso(Math.max(...latest))}`;

/** One slide with that text. */
const slide = (of: object) => ({ start_date: { year: 1943 }, text: { headline: 'A' }, ...of });
const event = (of: object, ...issues: readonly string[]) => readWith({ events: [slide(of)] }, ...issues).event(0);

describe('the sheet of TimelineJS', () => {
  it('is read row by row, and its title slide is the title', async () => {
    const { dataset, issues, account } = readDataset(await fixture('women_in_computing.csv'));
    expect(account).to.deep.equal({
      ...{ format: 'timelinejs', rows: 11, shown: 10, repaired: 0 },
      kinds: [{ code: 'no-event', count: 1 }],
    });
    expect(codes({ issues })).to.deep.equal(['no-event row 2']);
    expect(dataset!.title).to.equal('Women in Computing');
    expect(dataset!.summary).to.match(/^In this sample timeline, we'll walk you through what TimelineJS can do by/);
    expect(firstAndLast(dataset!)).to.equal('1815-12-10 1986-01-01');
    expect(typesOf(dataset!)).to.deep.equal({ '': 10 });
    const whens = dataset!.events.map(({ when }) => when);
    expect(whens).to.deep.equal([
      ...['1815-12-10/1852-11-27', '1948-03-14', '1943-07/1946', '1943-06-05', '1951', '1952', '1956/1962'],
      ...['1958', '1972', '1985'],
    ]);
  });

  it('has media that are claims, and text without markup', async () => {
    const { dataset } = readDataset(await fixture('women_in_computing.csv'));
    expect(dataset!.event(0)).to.deep.equal({
      ...bare,
      id: 'event-2',
      when: '1815-12-10/1852-11-27',
      title: 'Ada Lovelace',
      summary:
        "Women have been programming since before it was a thing. Take Ada Lovelace: Daughter of Lord Byron, she's " +
        "often credited as the first computer programmer. Her work on Charles Babbage's Analytical Engine contains " +
        'notes of the first machine-implemented algorithm.\nThis slide demonstrates a simple "image" media type.',
      note: 'Portrait by Alfred Edward Chalon',
      claims: [
        { by: 'Ada Lovelace', url: 'https://en.wikipedia.org/wiki/Ada_Lovelace' },
        { by: "Charles Babbage's Analytical Engine", url: 'https://en.wikipedia.org/wiki/Analytical_Engine' },
        {
          by: 'Wikimedia Commons',
          url: 'https://upload.wikimedia.org/wikipedia/commons/thumb/a/a4/Ada_Lovelace_portrait.jpg/713px-Ada_Lovelace_portrait.jpg',
        },
        {
          by: 'Portrait by Alfred Edward Chalon',
          url: 'https://en.wikipedia.org/wiki/Ada_Lovelace#/media/File:Ada_Lovelace_portrait.jpg',
        },
      ],
    });
    const [, clarke] = dataset!.events;
    expect(clarke!.claims).to.deep.equal([]);
    expect(clarke!.note).to.match(/^There is no demand for women engineers, as such, .* Edith Clarke, first female/);
  });

  it('takes its columns in any case, the first names of some, and rows that are eras', () => {
    const sheet = [
      'YEAR,month,Day,TIME,end year,End Month,End Day,End Time,Display Date,HEADLINE,Tag,type,Background',
      '2011,8,9,14:30,2011,8,9,4 pm,,A,Red,,',
      '"13,000,000",,,,,,,,,B,,,',
      '1900,,,,1910,,,,,C,,Era,',
      '1839,,,,,,,,"about 1839, doubted",D,Red,,',
      ',,,,,,,,,,,,',
      ',,,,,,,,,Its title,,title,',
      ',,,,,,,,,,,,#fff',
    ].join('\n');
    const dataset = readWith(sheet, 'no-event row 7', 'no-event row 8');
    const [a, b, c, d] = dataset.events;
    expect(a).to.deep.equal({
      ...bare,
      ...{ id: 'event-1', title: 'A', type: 'Red' },
      ...{ when: '2011-08-09/2011-08-09', start: '2011-08-09T14:30:00', end: '2011-08-09T16:00:00' },
    });
    expect(b!.when).to.equal('Y13000000');
    expect([c!.when, c!.type]).to.deep.equal(['1900/1910', { en: 'Era', ar: 'حقبة' }]);
    expect([d!.when, d!.basis!.text]).to.deep.equal(['1839~', 'about 1839, doubted']);
    expect(dataset.title).to.equal('Its title');
  });

  it('had two columns for dates at first, which are American unless it is said otherwise', () => {
    const rows = [
      'Start Date,End Date,Headline',
      '8/9/2011,,A',
      '1868,1890,B',
      '8/9/2011 14:30,,C',
      '-500,,D',
      'soon,,E',
    ];
    const sheet = rows.join('\n');
    const whens = readWith(sheet, 'invalid-date row 6.Year').events.map(({ when }) => when);
    expect(whens).to.deep.equal(['2011-08-09', '1868/1890', '2011-08-09T14:30:00', '-0499', null]);
    expect(readDataset(sheet, { dateOrder: 'dmy' }).dataset!.event(0).when).to.equal('2011-09-08');
  });
});

describe('the JSON of TimelineJS', () => {
  it('has dates that are as exact as their parts', () => {
    const dataset = readWith(
      twain,
      ...[
        'missing-title events[6].text.headline',
        'unsafe-link events[8].media.url',
        'unsafe-link events[9].media.url',
      ],
    );
    expect(dataset.count).to.equal(24);
    expect(firstAndLast(dataset)).to.equal('1900-01-05 2002-01-01');
    const [one, two, three, four, five] = dataset.events;
    expect(one!.when).to.equal('1900-01-05/1900-06-07');
    expect(two).to.deep.equal({
      ...bare,
      ...{ id: 'event-2', when: '2000-01/2001', title: 'Florida, Missouri' },
      summary: 'Born in Florida, Missouri. Halley’s comet visible from earth.',
      places: [{ name: 'Florida, Missouri', lat: 39.491711, lon: -91.79326 }],
      claims: [{ by: 'twitter.com', url: 'https://twitter.com/MarkTwainQuote/status/441928360583643136' }],
      note: "Mark Twain's birthplace, Florida, Missouri",
    });
    expect(three!.when).to.equal('1920-01-05/1928');
    expect([four!.when, four!.title]).to.deep.equal(['1910-01-05T06:45:56', 'Flickr']);
    expect([five!.when, five!.start, five!.end]).to.deep.equal(['1910-01-05/1920', '1910-01-05T06:45:56', undefined]);
    expect(dataset.event(12).claims).to.deep.equal([
      {
        by: 'Dr. Seuss',
        quote:
          'You have brains in your head. You have feet in your shoes. You can steer yourself in any direction you ' +
          "choose. You're on your own, and you know what you know. And you are the guy who'll decide where to go.",
      },
    ]);
  });

  it('has groups, which are types, and a title slide beside the list', () => {
    const reading = readDataset(groups);
    const dataset = reading.dataset!;
    expect(codes(reading)).to.deep.equal(['unsafe-link events[0].text.text']);
    expect(reading.issues[0]!.value).to.equal('#make');
    expect(reading.account).to.deep.include({ format: 'timelinejs', rows: 8, shown: 8, repaired: 1 });
    expect(typesOf(dataset)).to.deep.equal({ Hello: 3, Goodbye: 5 });
    expect(firstAndLast(dataset)).to.equal('1851-01-01 1959-01-01');
    expect(dataset.title).to.equal('Welcome to TimelineJS');
    expect(dataset.summary).to.equal(
      'TimelineJS is an open-source tool that enables you to build visually-rich interactive timelines and is available ' +
        "in 40 languages.\nYou're looking at an example of one right now.\nClick on the arrow to the right to learn more.",
    );
    expect(dataset.event(6).summary).to.equal(
      'This is an example of a blockquote.\n<blockquote>“ <p>“ Just use html blockquotes with paragraphs in the media ' +
        'field.”</p> ”</blockquote>',
    );
    expect(dataset.event(4)).to.deep.include({
      when: '1902',
      title: 'Wikipedia',
      claims: [
        { by: 'Wikipedia entry', url: 'http://en.wikipedia.org/wiki/A_Trip_to_the_Moon' },
        { by: 'en.wikipedia.org', url: 'http://en.wikipedia.org/wiki/A_Trip_to_the_Moon' },
      ],
    });
  });

  it('has eras, which are events that lasted, of a type of their own', () => {
    const { dataset, issues, account } = readDataset(eras);
    expect(issues).to.deep.equal([]);
    expect(account).to.deep.equal({ format: 'timelinejs', rows: 23, shown: 23, repaired: 0, kinds: [] });
    expect(typesOf(dataset!)).to.deep.equal({ '': 20, Era: 3 });
    expect(firstAndLast(dataset!)).to.equal('0600-01-01 0721-01-01');
    expect(dataset!.event(21)).to.deep.equal({
      ...bare,
      ...{ id: 'era-2', when: '0600/0650', title: 'Era Test 600-650', type: { en: 'Era', ar: 'حقبة' } },
    });
    expect(dataset!.event(2)).to.deep.include({
      when: '0622-08-09/0622-08-23',
      title: 'Muhammad Migrates from Mecca to Medina',
    });
  });

  it('is read alike from its text', () => {
    for (const file of [groups, eras]) {
      const fromText = readDataset(JSON.stringify(file, null, 1));
      const { dataset, account } = readDataset(file);
      expect([...fromText.dataset!.events]).to.deep.equal([...dataset!.events]);
      expect(fromText.account).to.deep.equal(account);
      expect(fromText.dataset!.title).to.equal(dataset!.title);
    }
  });
});

describe('a date of TimelineJS', () => {
  const table: readonly [start: object, end: object | null, when: string | null, ...issues: readonly string[]][] = [
    [{ year: '1943', month: '', day: '' }, null, '1943'],
    [{ year: 1943, month: 7 }, null, '1943-07'],
    [{ year: '1943', month: '07', day: ' 5 ' }, null, '1943-07-05'],
    [{ year: '١٩٤٣', month: '٧' }, null, '1943-07'],
    [{ year: 33 }, null, '0033'],
    // "500 BCE", "1 BCE" are shown for these.
    [{ year: '-500' }, null, '-0499'],
    [{ year: -1, month: 2, day: 29 }, null, '0000-02-29'],
    [{ year: 0 }, null, '0000'],
    [{ year: -13_800_000_001 }, null, 'Y-13800000000'],
    [{ year: '-13,800,000,001' }, null, 'Y-13800000000'],
    [{ year: 12_000, month: 5 }, null, 'Y12000', 'invalid-date events[0].start_date.month'],
    [{ year: 1943, month: 7, day: 5, hour: 6 }, null, '1943-07-05T06:00:00'],
    [{ year: 1943, month: 7, day: 5, hour: '6', minute: '45', second: '9' }, null, '1943-07-05T06:45:09'],
    [{ year: 1943, hour: 6 }, null, '1943', 'invalid-date events[0].start_date.time'],
    [{ year: 1943, day: 6 }, null, '1943', 'invalid-date events[0].start_date.day'],
    [
      { year: 1943, month: 13, day: 6 },
      null,
      '1943',
      ...['month', 'day'].map((part) => `invalid-date events[0].start_date.${part}`),
    ],
    [{ year: 1943, month: 2, day: 29 }, null, '1943-02', 'invalid-date events[0].start_date.day'],
    [{ year: 'MCM' }, null, null, 'invalid-date events[0].start_date.year'],
    [{ year: 1.5 }, null, null, 'invalid-date events[0].start_date.year'],
    [{ year: {} }, null, null, 'invalid-date events[0].start_date.year'],
    [
      { year: '', month: 5 },
      null,
      null,
      'invalid-date events[0].start_date.year',
      'missing-date events[0].start_date.year',
    ],
    [{}, null, null, 'missing-date events[0].start_date.year'],
    [{}, { year: 1950 }, '/1950', 'missing-date events[0].start_date.year'],
    [{ year: 1943 }, { year: '' }, '1943'],
    [{ year: 1943 }, { year: 1943 }, '1943'],
    [{ year: 1943 }, { year: 1942 }, '1943', 'end-before-start events[0].end_date.year'],
    [{ year: 1943, month: 5 }, { year: 1946 }, '1943-05/1946'],
    [{ year: -20_000 }, { year: 1946 }, 'Y-19999', 'invalid-date events[0].end_date.year'],
  ];
  for (const [start_date, end_date, when, ...issues] of table) {
    it(JSON.stringify([start_date, end_date]), () => {
      expect(event({ start_date, ...(end_date && { end_date }) }, ...issues).when).to.equal(when);
    });
  }

  it('tells the value that is wrong', () => {
    expect(readDataset({ events: [slide({ start_date: { year: 1943, month: '13' } })] }).issues[0]).to.deep.include({
      ...{ row: 1, value: '13', path: 'events[0].start_date.month' },
      message: 'A whole number from 1 to 12 was expected here; it is left out.',
    });
  });

  it('is not made more exact by the words that are shown for it, nor less', () => {
    expect(event({ display_date: 'Summer <b>1943</b>' })).to.deep.include({
      when: '1943',
      basis: { text: 'Summer 1943', start: 'sourced', end: 'sourced', sources: [] },
    });
    expect(event({ display_date: 'c. 1943' }).when).to.equal('1943~');
    expect(event({ display_date: 'نحو ١٩٤٣' }).when).to.equal('1943~');
    expect(event({ display_date: 'Calm 1943' }).when).to.equal('1943');
    const ends = { start_date: { year: 1, display_date: 'x' }, end_date: { year: 2, display_date: 'y' } };
    expect(event(ends).basis!.text).to.equal('x – y');
  });
});

describe('a slide of TimelineJS', () => {
  it('without a headline has the beginning of what else it says', () => {
    expect(event({ text: { text: '<p>One</p><p>Two</p>' } }).title).to.equal('One');
    expect(event({ text: {}, media: { caption: 'Caption' } }).title).to.equal('Caption');
    expect(event({ text: {}, display_date: 'Spring' }).title).to.equal('Spring');
    expect(event({ text: {} }, 'missing-title events[0].text.headline').title).to.equal('event-1');
  });

  it('has the id that the file gives it', () => {
    expect(event({ unique_id: 'x' }).id).to.equal('x');
    expect(event({ uniqueid: '' }).id).to.equal('event-1');
    const twice = readWith(
      { events: [slide({ unique_id: 'x' }), slide({ unique_id: 'x' })] },
      'duplicate-id events[1].id',
    );
    expect(twice.events.map(({ id }) => id)).to.deep.equal(['x', 'x-2']);
  });

  it('has no markup left, and only safe links', () => {
    const text = {
      headline: 'A <img src=x onerror="alert(1)">&lt;b&gt;',
      text: '<a href="javascript:alert(1)">one</a> <a href="https://a.org">two</a><script>alert(2)</script>',
    };
    const media = { url: 'data:text/html,<b>x</b>', credit: '<a href="data:x">C</a>', caption: '<<b>i>d</i>' };
    const read = event(
      { text, media, group: '<b onclick="x">G</b>' },
      ...['unsafe-link events[0].text.text', 'unsafe-link events[0].media.credit'],
    );
    expect(read).to.deep.include({ title: 'A <b>', summary: 'one two', type: 'G', note: '<i>d' });
    expect(read.claims).to.deep.equal([
      { by: 'two', url: 'https://a.org' },
      { by: 'C', quote: 'data:text/html,x' },
    ]);
  });

  it('may be a title among the others, of which the first counts', () => {
    const titles = [
      slide({ type: 'title', text: { headline: 'T' } }),
      slide({ type: 'title', text: { headline: 'U' } }),
    ];
    const dataset = readWith({ events: titles }, 'no-event events[0]');
    expect([dataset.title, dataset.count, dataset.event(0).title]).to.deep.equal(['T', 1, 'U']);
  });

  it('may be anything', () => {
    const names = [
      '__proto__',
      'constructor',
      'toString',
      'headline',
      'year',
      'start_date',
      'text',
      'media',
      'group',
      'type',
    ];
    const value = fc.oneof(fc.string(), fc.constantFrom(...names), fc.integer(), fc.constant(null), fc.double());
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        value,
        fc.array(tie('tree')),
        fc.dictionary(fc.constantFrom(...names), tie('tree')),
      ),
    }));
    const parts = fc.record(
      { start_date: tree, end_date: tree, text: tree, media: tree, group: tree },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, tree)), tree, tree, (events, list, title) => {
        const { dataset, account } = readDataset({ events, eras: list, title }, { format: 'timelinejs' });
        expect(account!.shown).to.equal(dataset!.count);
        expect(account!.rows).to.be.at.least(account!.shown);
        expect([...dataset!.events]).to.have.length(dataset!.count);
      }),
    );
  });

  it('is quoted where it has no year, or ends before it begins', () => {
    const slide = (start_date: object, end_date?: object) => ({ start_date, end_date, text: { headline: 'H' } });
    const events = [slide({ month: '5', day: 3 }), slide({ year: 1943 }, { year: 1942 })];
    const { issues } = readDataset({ title: slide({}), events });
    const valueOf = (code: string) => issues.find((issue) => issue.code === code)?.value;
    expect(valueOf('invalid-date')).to.equal('{"month":"5","day":3}');
    expect(valueOf('end-before-start')).to.equal('1943/1942');
  });
});
