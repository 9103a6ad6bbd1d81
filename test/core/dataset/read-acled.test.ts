import { expect } from 'chai';
import api from '../../fixtures/acled-made-up.json';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { readDataset, type Reading } from '../../../src/core/dataset/read-dataset.js';
import { toReport } from '../../../src/core/dataset/writers/report-json.js';
import { contentOf } from '../support/content.js';
import { fc } from '../support/fast-check.js';
import { fixture } from '../support/fixture.js';
import { codes, eventOf, readWith } from '../support/report.js';
import { iso } from '../support/timeline.js';

/** Of all files here, every name and number is invented. */
const current = await fixture('acled-made-up.csv');
const older = await fixture('acled-made-up-2021.csv');

const record = (more: object = {}) => ({
  event_id_cnty: 'NRV1',
  event_date: '2022-02-04',
  year: '2022',
  time_precision: '1',
  event_type: 'Battles',
  sub_event_type: 'Armed clash',
  actor1: 'A',
  actor2: 'B',
  location: 'Marwick',
  latitude: '12.5',
  longitude: '34.25',
  geo_precision: '1',
  source: 'Times',
  notes: 'Something happened.',
  fatalities: '2',
  timestamp: '1644278400',
  ...more,
});
const only = (more: object, ...issues: readonly string[]) => readWith([record(more)], ...issues).event(0);
const bounds = ({ earliest, latest }: Dataset, index = 0): string => `${iso(earliest[index]!)} ${iso(latest[index]!)}`;
const lanes = ({ actors, events }: Dataset) =>
  Object.fromEntries(actors.map(({ id }) => [id, events.filter(({ actors: own }) => own.includes(id)).length]));
const guard = 'Military Forces of Norvelia (2019-)';

describe('a file of ACLED', () => {
  it('is known by its columns, and read with every row accounted for', () => {
    const { dataset, account } = readDataset(current);
    expect(account).to.deep.include({ format: 'acled', rows: 5, shown: 5, repaired: 1 });
    expect(lanes(dataset!)).to.deep.equal({
      [guard]: 2,
      'Red Valley Front': 2,
      'Civilians (Norvelia)': 2,
      'Protesters (Norvelia)': 1,
      'Unidentified Armed Group (Norvelia)': 1,
    });
    expect(dataset!.ordersActors).to.equal(false);
  });

  it('has a day, two sides, those with them, and a source each', () => {
    const { dataset } = readDataset(current);
    expect(eventOf(dataset!, 'NRV101')).to.deep.equal({
      id: 'NRV101',
      when: '2022-02-04',
      title: 'Armed clash, Marwick',
      summary:
        'On 4 February 2022, forces clashed with the Red Valley Front in Marwick, "near the mill".\nThree fighters were killed.',
      type: 'Battles',
      actors: [guard, 'Red Valley Front'],
      symmetric: true,
      associated: [{ name: 'Harbour Guard' }, { name: 'Police Forces of Norvelia (2019-)' }, { name: 'Mill Brigade' }],
      places: [{ name: 'Marwick', lat: 12.5, lon: 34.25, precision: 'site' }],
      killed: { low: null, best: 3, high: null },
      claims: [{ by: 'Norvelia Times' }, { by: 'Valley Radio' }],
      certainty: 'reported',
      ...{ means: [], targets: [], relations: [], counts: {} },
    });
    expect(dataset!.kindOf(0)).to.equal('exact');
  });

  it('has, where a week is known, seven days around the date, which say that they are about', () => {
    const { dataset } = readDataset(current);
    const event = eventOf(dataset!, 'NRV102');
    expect(event.when).to.equal('[2022-02-06~..2022-02-12~]');
    expect(bounds(dataset!, 1)).to.equal('2022-02-06 2022-02-13');
    expect(dataset!.kindOf(1)).to.equal('within');
    expect(dataset!.date(1).temporal).to.deep.include({ approximate: true, uncertain: false });
    expect(event.basis).to.deep.include({ start: 'inferred', end: 'inferred', sources: [] });
    for (const language of ['en', 'ar'])
      expect((event.basis!.text as Record<string, string>)[language]).to.include('ACLED');
  });

  it('has, where a month is known, that month, across the end of a year too', () => {
    const { dataset } = readDataset(current);
    expect(eventOf(dataset!, 'NRV103')).to.deep.include({ when: '2022-03-XX', actors: ['Red Valley Front'] });
    expect(bounds(dataset!, 2)).to.equal('2022-03-01 2022-04-01');
    expect(only({ event_date: '2022-01-01', time_precision: '2' }).when).to.equal('[2021-12-29~..2022-01-04~]');
    expect(only({ event_date: '2020-02-27', time_precision: '2' }).when).to.equal('[2020-02-24~..2020-03-01~]');
    expect(only({ event_date: '2020-12-31', time_precision: '3' }).when).to.equal('2020-12-XX');
  });

  it('says nothing of the dead where it has 0, which may mean that nobody knows', () => {
    for (const id of ['NRV102', 'NRV103', 'NRV104']) {
      const event = eventOf(readDataset(current).dataset!, id);
      expect(event).not.to.have.property('killed');
      expect((event.note as Record<string, string>)['en']).to.include('0 killed');
    }
    expect(only({ fatalities: '' })).not.to.have.any.keys('killed', 'note');
    expect(only({ fatalities: '12' }).killed).to.deep.equal({ low: null, best: 12, high: null });
  });

  it('has civilians as target where they were targeted, and its tags as a note', () => {
    const { dataset } = readDataset(current);
    expect(eventOf(dataset!, 'NRV102').targets).to.deep.equal([{ name: { en: 'Civilians', ar: 'مدنيون' } }]);
    expect(eventOf(dataset!, 'NRV101').targets).to.deep.equal([]);
    expect((eventOf(dataset!, 'NRV104').note as Record<string, string>)['en']).to.include('crowd size=about 200');
  });

  it('shows what is left of a row with wrong cells, and quotes these', () => {
    const { dataset, issues } = readDataset(current);
    expect(issues.map(({ code, path, value, row }) => [code, path, value, row])).to.deep.equal([
      ['wrong-type', 'row 6.time_precision', '9', 6],
      ['invalid-date', 'row 6.event_date', '31 April 2022', 6],
      ['wrong-type', 'row 6.geo_precision', '4', 6],
      ['wrong-type', 'row 6.latitude', '123.4', 6],
      ['invalid-count', 'row 6.fatalities', 'many', 6],
    ]);
    const event = eventOf(dataset!, 'NRV105');
    expect(event).to.deep.include({ when: '2022', places: [{ name: 'Lower Tarn' }], title: 'Attack, Lower Tarn' });
    expect(event).not.to.have.any.keys('killed', 'basis');
  });

  it('may be an export from before March 2023', () => {
    const { dataset, account, issues } = readDataset(older);
    expect(issues).to.deep.equal([]);
    expect(account).to.deep.include({ format: 'acled', rows: 2, shown: 2 });
    expect(dataset!.event(0)).to.deep.include({ id: 'NRV51', when: '2021-11-02', actors: ['Red Valley Front', guard] });
    expect(dataset!.event(1)).to.deep.include({ id: '7000002', when: '2021-11-15', type: 'Riots', symmetric: false });
    // Without the column of today.
    const { event_id_cnty: _, ...without } = { ...record(), data_id: 71, event_id_no_cnty: 5 };
    expect(readWith([without]).idOf(0)).to.equal('71');
  });

  it('may come from the API, with texts or numbers', () => {
    const fromTable = readDataset(current).dataset!;
    for (const file of [api, JSON.stringify(api)]) {
      const { dataset, account, issues } = readDataset(file);
      expect(issues).to.deep.equal([]);
      expect(account).to.deep.include({ format: 'acled', rows: 2, shown: 2 });
      expect(dataset!.events).to.deep.equal([fromTable.event(0), fromTable.event(1)]);
    }
  });

  it('may have the names of its columns in capital letters, in any order, with others between', () => {
    const rows = [record()].map((one) => Object.entries({ POPULATION_1KM: '5', ...one }).reverse());
    const shouting = rows.map((entries) =>
      Object.fromEntries(entries.map(([key, value]) => [key.toUpperCase(), value])),
    );
    const { dataset, account } = readDataset(shouting);
    expect(account!.format).to.equal('acled');
    expect(dataset!.event(0)).to.deep.equal(only({}));
  });

  it('has dates of several forms; of one that may be two, only the year, until others or the page decide', () => {
    for (const event_date of ['04 February 2022', '4-February-2022', '2022-02-04 00:00:00', '2022/02/04']) {
      expect(only({ event_date }).when, event_date).to.equal('2022-02-04');
    }
    expect(only({ event_date: '04/02/2022' }, 'ambiguous-date events[0].event_date').when).to.equal('2022');
    const two = readWith([
      record({ event_date: '04/02/2022' }),
      record({ event_id_cnty: 'NRV2', event_date: '15/02/2022' }),
    ]);
    expect(two.events.map(({ when }) => when)).to.deep.equal(['2022-02-04', '2022-02-15']);
    const reading = readDataset([record({ event_date: '04/02/2022' })], { dateOrder: 'mdy' });
    expect(reading.dataset!.event(0).when).to.equal('2022-04-02');
  });

  const many = (dates: readonly string[], more: object = {}) =>
    dates.map((event_date, i) => record({ event_id_cnty: `N${i}`, event_date, ...more }));

  it('has dates that a row far below tells how to read', () => {
    const dates = [...Array<string>(150).fill('7/8/2022'), '7/28/2022'];
    const dataset = readWith(many(dates));
    expect(dataset.events.map(({ when }) => when)).to.deep.equal([
      ...Array<string>(150).fill('2022-07-08'),
      '2022-07-28',
    ]);
    const about = readWith(many(dates, { time_precision: '2' })).event(0);
    expect(about.when).to.equal('[2022-07-05~..2022-07-11~]');
    expect(about.basis).to.deep.include({ start: 'inferred', end: 'inferred' });
    expect(about.killed).to.deep.equal({ low: null, best: 2, high: null });
    expect(readWith(many(dates, { time_precision: '3' })).event(149).when).to.equal('2022-07-XX');
  });

  it('leaves out what may be two dates where other rows show both orders', () => {
    const reading = readDataset(many(['7/28/2022', '7/8/2022', '28/7/2022'], { year: '' }));
    expect(reading.dataset!.events.map(({ when }) => when)).to.deep.equal(['2022-07-28', null, '2022-07-28']);
    expect(codes(reading)).to.deep.equal(['ambiguous-date events[1].event_date']);
    expect(reading.issues[0]).to.deep.include({ value: '7/8/2022', events: ['N1'], row: 2 });
    expect(reading.issues[0]!.message).to.contain('both orders');
  });

  it('says other cells of a row once whose date waits for the end', () => {
    const reading = readDataset(many(['7/8/2022'], { time_precision: '9', fatalities: 'x' }));
    expect(codes(reading).sort()).to.deep.equal([
      'ambiguous-date events[0].event_date',
      'invalid-count events[0].fatalities',
      'wrong-type events[0].time_precision',
    ]);
  });

  it('is said not to look like one where only the page says that it is', () => {
    const reading = readDataset([{ id: 'a', date: '2022-02-04', title: 'T' }], { format: 'acled' });
    expect(reading.account!.format).to.equal('acled');
    expect(reading.issues.find(({ path }) => path === '')).to.deep.include({ code: 'wrong-type', value: 'acled' });
    expect(reading.issues.find(({ path }) => path === '')!.message).to.contain('(it has id, date, title)');
    readWith([record()]);
    expect(readDataset([record()], { format: 'acled' }).issues).to.deep.equal([]);
  });

  it('keeps what is not stated not stated', () => {
    const issues = ['missing-date events[0].event_date', 'missing-title events[0].event_type'];
    const empty = Object.fromEntries(Object.keys(record()).map((key) => [key, '']));
    for (const nothing of ['', 'NA', null]) {
      const one = { ...Object.fromEntries(Object.keys(empty).map((key) => [key, nothing])), event_id_cnty: 'x' };
      expect(readWith([one], ...issues).event(0)).to.deep.equal({
        ...{ id: 'x', when: null, title: 'x', actors: ['not-stated'], symmetric: false, certainty: 'reported' },
        ...{ means: [], targets: [], places: [], counts: {}, claims: [], relations: [] },
      });
    }
  });

  it('asks for the attribution that its terms want', () => {
    const { attribution, licence } = readDataset(current).dataset!;
    expect(attribution).to.deep.equal({
      en: 'Data: ACLED (Armed Conflict Location & Event Data), acleddata.com. Last changed on 3 May 2022.',
      ar: 'البيانات: ACLED (Armed Conflict Location & Event Data)، acleddata.com. آخر تعديل: ٣ أيار ٢٠٢٢.',
    });
    expect(licence).to.equal(null);
    const own = readDataset({ attribution: 'ACLED, fetched on 5 May 2022', data: [record()] });
    expect(own.dataset!.attribution).to.equal('ACLED, fetched on 5 May 2022');
  });

  it('comes back from the report format as it was', () => {
    const { dataset } = readDataset(current);
    const report = toReport(
      dataset!,
      dataset!.events.map((_, i) => i),
    );
    const again = readDataset(JSON.parse(JSON.stringify(report)));
    expect(again.issues).to.deep.equal([]);
    expect(again.dataset!.events).to.deep.equal(dataset!.events);
  });

  it('is not guessed from a table that only has dates and actors', () => {
    expect(readDataset([{ event_date: '2022-02-04', actor1: 'A', notes: 'x' }]).account!.format).to.equal('csv');
  });
});

describe('the reader of ACLED', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      'NA',
      '0',
      '1',
      '2',
      '3',
      '9',
      '-1',
      '1e9',
      '2022-02-30',
      '04/02/2022',
      ';',
      ' ; ;x',
      '__proto__',
    ),
    fc.string({ maxLength: 30 }),
    fc.constantFrom(null, 0, 2, NaN, true, [], {}, ['x'], { en: 'x' }),
  );
  const keys = Object.keys(record());

  it('never throws, whatever stands in the cells, and accounts for every row', () => {
    const rows = fc.array(
      fc.array(cell, { minLength: keys.length, maxLength: keys.length }).map((cells) => ({
        ...Object.fromEntries(keys.map((key, i) => [key, cells[i]])),
      })),
      { maxLength: 8 },
    );
    const check = ({ dataset, account, issues }: Reading, count: number): void => {
      expect(account).to.deep.include({ format: 'acled', rows: count, shown: count });
      expect(dataset!.events.length).to.equal(count);
      expect(contentOf(dataset)).not.to.equal(null);
      for (const { path, message } of issues) expect(path && message).not.to.equal('');
    };
    fc.assert(fc.property(rows, (list) => check(readDataset(list, { format: 'acled' }), list.length)));
  });

  it('says once what is wrong with a cell, however often it is looked at', () => {
    only({ latitude: {} }, 'wrong-type events[0].latitude');
    const { issues } = readDataset([record({ location: 'x'.repeat(30_000) })]);
    expect(issues.map(({ code }) => code)).to.deep.equal(['text-too-long']);
  });

  it('leaves out entries that are no objects', () => {
    const reading = readDataset([record(), 5, null, record({ event_id_cnty: 'NRV2' })]);
    expect(codes(reading)).to.deep.equal(['wrong-type events[1]', 'wrong-type events[2]']);
    expect(reading.account).to.deep.include({ rows: 4, shown: 2, format: 'acled' });
  });
});
