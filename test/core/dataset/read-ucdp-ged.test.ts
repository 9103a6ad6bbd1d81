import { expect } from 'chai';
import { readDataset, type Reading } from '../../../src/core/dataset/read-dataset.js';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { createLanguage } from '../../../src/core/scene/language.js';
import { describeCounts, describeCountsShort } from '../../../src/core/scene/describe-event.js';
import { toReport } from '../../../src/core/dataset/writers/report-json.js';
import { contentOf } from '../support/content.js';
import { fc } from '../support/fast-check.js';
import { fixture } from '../support/fixture.js';
import { eventOf, readWith } from '../support/report.js';
import { iso } from '../support/timeline.js';

const sample = await fixture('ucdp-ged-deir-ez-zor-2016-05.csv');

/** The columns of version 24, in their order. */
const columns24 =
  'id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob'.split(
    ',',
  );

const record = (more: object = {}): Record<string, unknown> => ({
  id: '1',
  relid: 'SYR-2016-1-14620-1',
  year: '2016',
  code_status: 'Clear',
  type_of_violence: '1',
  conflict_name: 'Syria: Islamic State',
  dyad_name: 'Government of Syria - IS',
  side_a: 'Government of Syria',
  side_b: 'IS',
  where_prec: '1',
  where_coordinates: 'Deir ez Zor town',
  latitude: '35.335876',
  longitude: '40.140844',
  country: 'Syria',
  event_clarity: '1',
  date_prec: '1',
  date_start: '2016-05-03',
  date_end: '2016-05-03',
  low: '1',
  best: '2',
  high: '4',
  ...more,
});
const only = (more: object, ...issues: readonly string[]) => readWith([record(more)], ...issues).event(0);
const n = (best: number) => ({ low: null, best, high: null });
const lanes = ({ actors, events }: Dataset) =>
  Object.fromEntries(actors.map(({ id }) => [id, events.filter(({ actors: own }) => own.includes(id)).length]));

/** The same events as text, as version 24 writes them. */
function asCsv(dataset: readonly Record<string, string>[], header: readonly string[]): string {
  const cell = (text = ''): string => `"${text.replaceAll('"', '""')}"`;
  return dataset.map((one) => header.map((name) => cell(one[name])).join(',')).join('\n');
}

/** Cuts a text of which no cell has a line end or an odd number of quotation marks. */
function rowsOf(csv: string): Record<string, string>[] {
  const cut = (line: string): string[] =>
    line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((cell) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'));
  const [header = '', ...lines] = csv.trim().split('\n');
  return lines.map((line) => Object.fromEntries(cut(header).map((name, i) => [name, cut(line)[i]!])));
}

describe('the UCDP events of Deir ez-Zor, May 2016', () => {
  const reading = readDataset(sample);
  const dataset = reading.dataset!;

  it('are 40, with their sides as lanes, from 28 April to 31 May', () => {
    expect(reading.account).to.deep.include({ format: 'ucdp-ged', rows: 40, shown: 40, repaired: 0 });
    expect(lanes(dataset)).to.deep.equal({
      'Government of Syria': 29,
      IS: 40,
      SDF: 3,
      'Government of Iraq': 1,
    });
    expect(iso(Math.min(...dataset.earliest))).to.equal('2016-04-28');
    expect(iso(Math.max(...dataset.latest))).to.equal('2016-06-01');
    const types = dataset.events.map(({ type }) => (type as Record<string, string>)['en']);
    const count = (type: string): number => types.filter((one) => one === type).length;
    expect([count('state-based conflict'), count('non-state conflict'), count('one-sided violence')]).to.deep.equal([
      30, 3, 7,
    ]);
  });

  it('have violence of one side against civilians', () => {
    expect(eventOf(dataset, '219221')).to.deep.equal({
      id: '219221',
      when: '2016-04-28',
      title: 'IS - Civilians, Al Mayadin town',
      summary: 'Al Mayadin district, Deir ez Zor Governorate, Syria',
      type: { en: 'one-sided violence', ar: 'عنف من طرف واحد' },
      actors: ['IS'],
      targets: [{ name: 'Civilians' }],
      symmetric: false,
      places: [{ name: 'Al Mayadin town', lat: 35.02089, lon: 40.453455, precision: 'site' }],
      killed: { low: 1, best: 1, high: 1 },
      // Civilians are its other side, and counted by themselves.
      counts: { deaths_a: n(0), deaths_civilians: n(1), deaths_unknown: n(0) },
      claims: [
        {
          by: 'SOHR',
          quote: 'The “Islamic State” throw a man from the top of a hospital in al-Mayadin',
          date: '2016-04-28',
        },
      ],
      certainty: 'reported',
      ...{ means: [], relations: [] },
    });
  });

  it('have fighting with a state, in which both sides are actors', () => {
    const event = eventOf(dataset, '219354');
    expect(event).to.deep.include({
      when: '2016-05-15',
      title: 'Government of Syria - IS, Deir ez Zor town',
      summary: 'Syria: Islamic State · Deir ez Zor district, Deir ez Zor Governorate, Syria',
      actors: ['Government of Syria', 'IS'],
      symmetric: true,
      targets: [],
      killed: { low: 59, best: 59, high: 59 },
      counts: { deaths_a: n(35), deaths_b: n(24), deaths_civilians: n(0), deaths_unknown: n(0) },
    });
    expect(event.claims).to.have.length(1);
    expect(event.claims[0]).to.deep.include({ by: 'SOHR', date: '2016-05-15' });
  });

  it('have fighting without a state', () => {
    expect(eventOf(dataset, '318523')).to.deep.include({
      when: '2016-05-01',
      title: 'IS - SDF, Abu Khashab village',
      type: { en: 'non-state conflict', ar: 'نزاع بين أطراف غير حكومية' },
      actors: ['IS', 'SDF'],
      symmetric: true,
      killed: { low: 4, best: 4, high: 4 },
    });
  });

  it('have places of which only the surroundings are known', () => {
    expect(eventOf(dataset, '219229').places[0]).to.deep.include({ name: 'Hawijat Kati island', precision: 'near' });
    expect(eventOf(dataset, '318471').places[0]).to.deep.equal({
      name: 'Deir ez Zor Governorate',
      lat: 35.166667,
      lon: 40.283333,
      precision: 'province',
    });
  });

  it('name whom an article relies on, besides the article', () => {
    const { claims } = eventOf(dataset, '301449');
    expect(claims.map(({ by, date }) => [by, date])).to.deep.equal([
      [
        'HRW. CENTCOM, Justice for Life Observatory in Deir Ezzor, SNHR, SOHR, Raqqa is Being Slaughtered Silently',
        undefined,
      ],
      ['Amnesty International', '2016-10-26'],
    ]);
    // Where it says NA, the office alone.
    expect(eventOf(dataset, '318546').claims.map(({ by }) => by)).to.deep.equal(['SOHR']);
  });

  it('keep a best number above the highest, and say so', () => {
    expect(reading.issues.map(({ code, path, value, row }) => [code, path, value, row])).to.deep.equal([
      ['inconsistent-count', 'row 12.best', 'low 1, best 2, high 1', 12],
    ]);
    const event = eventOf(dataset, '318537');
    expect(event.killed).to.deep.equal({ low: 1, best: 2, high: 1 });
    const words = describeCountsShort(dataset, event, createLanguage('en'));
    expect(words).to.deep.equal(['1 to 2 killed', 'of them civilians: 2']);
  });

  it('do not make nobody of a number that may be two', () => {
    const event = eventOf(dataset, '219410');
    expect(event.killed).to.deep.equal({ low: 1, best: 1, high: 1 });
    expect(eventOf(dataset, '219409').killed).to.deep.equal({ low: 0, best: 0, high: 2 });
    expect(describeCountsShort(dataset, eventOf(dataset, '219409'), createLanguage('en'))).to.deep.equal([
      '0 to 2 killed',
    ]);
  });

  it('are told in Arabic too', () => {
    expect(describeCounts(dataset, eventOf(dataset, '219354'), createLanguage('ar-SY'))).to.deep.equal([
      'مقتل ٥٩ شخصًا',
      'منهم من جانب Government of Syria: ٣٥',
      'منهم من جانب IS: ٢٤',
      'منهم مدنيون: ٠',
      'منهم لا يُعرف طرفهم: ٠',
    ]);
  });

  it('are credited', () => {
    const { attribution, licence } = dataset;
    expect(licence).to.equal('CC BY 4.0');
    expect(Object.keys(attribution as object)).to.deep.equal(['en', 'ar']);
    for (const text of Object.values(attribution as Record<string, string>)) {
      expect(text).to.include('UCDP').and.to.include('CC BY 4.0').and.to.include('Sundberg and Melander 2013');
    }
  });

  it('come back from the report format as they were', () => {
    const report = toReport(
      dataset,
      dataset.events.map((_, i) => i),
    );
    expect(readDataset(JSON.parse(JSON.stringify(report))).dataset!.events).to.deep.equal(dataset.events);
  });

  it('are the same in a release without names of columns', () => {
    const rows = rowsOf(sample).map((row, i) => ({ ...row, relid: `SYR-2016-1-14620-${i}`, code_status: 'Clear' }));
    expect(rows).to.have.length(40);
    const nameless = readDataset(asCsv(rows, columns24));
    expect(nameless.account).to.deep.include({ format: 'ucdp-ged', rows: 40, shown: 40 });
    expect(nameless.dataset!.events).to.deep.equal(dataset.events);
    // Rows are counted from the first, which is an event.
    expect(nameless.issues.map(({ path }) => path)).to.deep.equal(['row 11.best']);
  });

  it('are the same with the columns and the row of tags of HDX', () => {
    const rows = rowsOf(sample).map((row) => ({ ...row, iso3: 'SYR', start_year: '2016', end_year: '2016' }));
    const header = [...columns24, 'iso3', 'start_year', 'end_year'];
    const tags = header.map((name) => (name === 'date_start' ? '#date+start' : name === 'id' ? '#event+code' : ''));
    const withTags = readDataset(`${header.join(',')}\n${tags.join(',')}\n${asCsv(rows, header)}`);
    expect(withTags.account).to.deep.include({ format: 'ucdp-ged', shown: 40 });
    expect(withTags.dataset!.events).to.deep.equal(dataset.events);
  });
});

describe('a date of UCDP', () => {
  const bounds = (more: object): string => {
    const dataset = readWith([record(more)]);
    const name = (time: number): string => (Number.isFinite(time) ? iso(time) : '…');
    return `${dataset.kindOf(0)} ${name(dataset.earliest[0]!)} ${name(dataset.latest[0]!)}`;
  };
  const range = { date_start: '2016-05-03', date_end: '2016-05-20' };

  it('may be a day, with or without a time of day that says nothing', () => {
    expect(only({}).when).to.equal('2016-05-03');
    expect(only({})).not.to.have.property('basis');
    const midnight = { date_start: '2016-05-03 00:00:00.000', date_end: '2016-05-03T00:00:00' };
    expect(only(midnight).when).to.equal('2016-05-03');
  });

  for (const precision of [2, 3, 4, 5]) {
    it(`of precision ${precision} is a window of one event, and a span of several`, () => {
      const one = only({ ...range, date_prec: precision });
      expect(one.when).to.equal('[2016-05-03..2016-05-20]');
      expect(one.basis).to.deep.include({ start: 'sourced', end: 'sourced' });
      expect((one.basis!.text as Record<string, string>)['en']).to.include(`precision ${precision}`);
      const several = only({ ...range, date_prec: precision, event_clarity: '2' });
      expect(several.when).to.equal('2016-05-03/2016-05-20');
      expect((several.note as Record<string, string>)['en']).to.include('several incidents');
    });
  }

  it('lasted where its days are exact', () => {
    for (const event_clarity of ['1', '2'])
      expect(only({ ...range, event_clarity }).when).to.equal('2016-05-03/2016-05-20');
  });

  it('is a window where nothing says how exact it is', () => {
    expect(only({ ...range, date_prec: '', event_clarity: 'NA' }).when).to.equal('[2016-05-03..2016-05-20]');
  });

  it('is never more exact than its precision, though only one day is given', () => {
    expect(bounds({ date_prec: '2' })).to.equal('within 2016-04-28 2016-05-09');
    expect(bounds({ date_prec: '3' })).to.equal('within 2016-04-27 2016-05-10');
    expect(bounds({ date_prec: '4' })).to.equal('within 2016-05-01 2016-06-01');
    expect(bounds({ date_prec: '5', event_clarity: '2' })).to.equal('within 2016-01-01 2017-01-01');
    expect(only({ date_prec: '2' }).when).to.equal('[2016-04-28~..2016-05-08~]');
    expect(only({ date_prec: '2' }).basis).to.deep.include({ start: 'inferred', end: 'inferred' });
    for (const [date_prec, unit] of [
      ['4', 'month'],
      ['5', 'year'],
    ] as const) {
      const { basis } = only({ date_prec });
      expect(basis).to.deep.include({ start: 'sourced', end: 'sourced' });
      expect((basis!.text as Record<string, string>)['en']).to.contain(`one day, which stands for its ${unit}.`);
    }
  });

  it('is read as other rows show, those of its sources too', () => {
    const date = (day: string) => ({ date_start: day, date_end: day, source_office: 'Agency', source_date: day });
    const events = [date('5/3/2016'), date('5/30/2016')].map((more, i) => record({ ...more, id: String(i) }));
    const dataset = readWith(events);
    expect(dataset.events.map(({ when }) => when)).to.deep.equal(['2016-05-03', '2016-05-30']);
    expect(dataset.event(0).claims.map((claim) => claim.date)).to.include('2016-05-03');
    const alone = readDataset([events[0]]);
    expect(alone.dataset!.event(0).when).to.equal('2016');
    expect(alone.dataset!.event(0).claims.map((claim) => claim.date)).not.to.include('5/3/2016');
    expect([...new Set(alone.issues.map(({ code }) => code))]).to.deep.equal(['ambiguous-date']);
  });

  it('may have one end only', () => {
    expect(only({ ...range, date_prec: '3', date_end: '' }).when).to.equal('[2016-05-03..]');
    expect(only({ ...range, date_prec: '3', date_start: 'NA' }).when).to.equal('[..2016-05-20]');
    expect(only({ date_end: '' }).when).to.equal('2016-05-03');
  });

  it('that is wrong leaves the year, or nothing', () => {
    const both = { date_start: '2016-02-30', date_end: 'soon' };
    const issues = ['invalid-date events[0].date_start', 'invalid-date events[0].date_end'];
    expect(only(both, ...issues).when).to.equal('2016');
    expect(only({ ...both, year: '' }, ...issues, 'missing-date events[0].date_start').when).to.equal(null);
    const reversed = { date_start: '2016-05-20', date_end: '2016-05-03' };
    expect(only(reversed, 'end-before-start events[0].date_end').when).to.equal('[2016-05-03..2016-05-20]');
    expect(only({ date_prec: '9' }, 'wrong-type events[0].date_prec').when).to.equal('2016-05-03');
  });
});

describe('a record of UCDP', () => {
  it('has a claim for each of its sources, in step over the columns', () => {
    const { claims } = only({
      source_office: 'Reuters News;Agence France Presse',
      source_date: '2016-05-04;2016-05-05',
      source_headline: 'Clashes in the east;Army says 40 dead',
      source_original: 'Agence France Presse; army spokesman',
    });
    expect(claims).to.deep.equal([
      { by: 'army spokesman' },
      { by: 'Reuters News', quote: 'Clashes in the east', date: '2016-05-04' },
      { by: 'Agence France Presse', quote: 'Army says 40 dead', date: '2016-05-05' },
    ]);
  });

  it('takes the articles where a headline has a semicolon of its own, or there are no other columns', () => {
    const source_article = '"Reuters,2016-05-04,Clashes; many dead";"AFP,2016-05-05,He said "no""';
    const expected = [
      { by: 'Reuters', quote: 'Clashes; many dead', date: '2016-05-04' },
      { by: 'AFP', quote: 'He said "no"', date: '2016-05-05' },
    ];
    expect(only({ source_article }).claims).to.deep.equal(expected);
    const apart = { source_office: 'Reuters;AFP', source_headline: 'Clashes; many dead;He said "no"' };
    expect(only({ source_article, ...apart }).claims).to.deep.equal(expected);
    expect(only({ source_article: 'Reuters, 4 May' }).claims).to.deep.equal([{ by: 'Reuters, 4 May' }]);
    expect(only({ source_original: 'police; hospital' }).claims).to.deep.equal([{ by: 'police' }, { by: 'hospital' }]);
    expect(only({ source_headline: 'H', source_original: 'police' }).claims).to.deep.equal([
      { by: 'police', quote: 'H' },
    ]);
  });

  it('keeps what is not stated not stated', () => {
    const empty = only({ low: 'NA', best: '', high: null });
    expect(empty).not.to.have.property('killed');
    expect(empty.counts).to.deep.equal({});
    expect(only({ low: '', high: '' }).killed).to.deep.equal(n(2));
    expect(only({ deaths_a: '0', deaths_b: '' }).counts).to.deep.equal({ deaths_a: n(0) });
  });

  it('keeps numbers that are out of order, and leaves out what is no number', () => {
    expect(only({ low: '5', best: '3', high: '4' }, 'inconsistent-count events[0].best').killed).to.deep.equal({
      low: 5,
      best: 3,
      high: 4,
    });
    expect(only({ best: 'several' }, 'invalid-count events[0].best').killed).to.deep.equal({
      low: 1,
      best: null,
      high: 4,
    });
    expect(only({ high: '-4' }, 'invalid-count events[0].high').killed).to.deep.equal({ low: 1, best: 2, high: null });
    expect(only({ best: '2.0' }).killed!.best).to.equal(2);
  });

  it('has a note where its coding is not settled', () => {
    expect(only({})).not.to.have.property('note');
    const { note } = only({ code_status: 'Check dyad', event_clarity: '2' });
    expect((note as Record<string, string>)['en'])
      .to.include('several incidents')
      .and.to.include('“Check dyad”');
  });

  it('is read with the names of older versions', () => {
    const { low, best, high, where_coordinates, ...older } = record({ low_est: '1', best_est: '2', high_est: '3' });
    const event = readWith([{ ...older, where_description: 'near the bridge' }]).event(0);
    expect(event.killed).to.deep.equal({ low: 1, best: 2, high: 3 });
    expect(event.places[0]!.name).to.equal('near the bridge');
  });

  it('never throws, whatever stands in its cells, and is accounted for', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'NA',
        '0',
        '1',
        '2',
        '5',
        '9',
        '-1',
        '2016-05-03',
        '2016-02-30',
        '04/02/2016',
        ';',
        '";"',
        '"a,2016-05-03,b"',
      ),
      fc.constantFrom('__proto__', 'constructor', '0000-01-01', '9999-12-31'),
      fc.string({ maxLength: 30 }),
      fc.constantFrom(null, 0, 2, NaN, true, [], {}, ['x']),
    );
    const row = fc
      .array(cell, { minLength: columns24.length, maxLength: columns24.length })
      .map((cells) => Object.fromEntries(columns24.map((name, i) => [name, cells[i]])));
    const check = ({ dataset, account }: Reading, count: number): void => {
      expect(account).to.deep.include({ format: 'ucdp-ged', rows: count, shown: count });
      expect(contentOf(dataset)).not.to.equal(null);
    };
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), (list) =>
        check(readDataset(list, { format: 'ucdp-ged' }), list.length),
      ),
    );
  });
});
