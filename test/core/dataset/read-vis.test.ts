import { expect } from 'chai';
import { readDataset } from '../../../src/core/dataset/read-dataset.js';
import basic from '../../fixtures/basic.json';
import { fc } from '../support/fast-check.js';
import { codes, readWith } from '../support/report.js';
import { iso } from '../support/timeline.js';

const bare = {
  ...{ means: [], actors: ['not-stated'], targets: [], places: [], claims: [], relations: [], counts: {} },
  ...{ symmetric: false, certainty: 'reported' },
};

/** What is read of one item. */
const item = (of: object, ...issues: readonly string[]) =>
  readWith([{ id: 1, content: 'A', start: '2014-04-20', ...of }], ...issues.map((issue) => issue)).event(0);

describe('items of vis-timeline', () => {
  it('are read from an array', () => {
    const { dataset, issues, account } = readDataset(basic);
    expect(issues).to.deep.equal([]);
    expect(account).to.deep.equal({ format: 'vis', rows: 6, shown: 6, repaired: 0, kinds: [] });
    expect(dataset!.events.map(({ id, when }) => `${id} ${when}`)).to.deep.equal([
      ...['1 2014-04-20', '2 2014-04-14', '3 2014-04-18', '4 2014-04-16/2014-04-19', '5 2014-04-25', '6 2014-04-27'],
    ]);
    expect(dataset!.event(3)).to.deep.equal({ ...bare, id: '4', when: '2014-04-16/2014-04-19', title: 'item 4' });
    expect(iso(Math.min(...dataset!.earliest))).to.equal('2014-04-14');
    expect(iso(Math.max(...dataset!.latest))).to.equal('2014-04-28');
  });

  it('are read alike from text, and with groups beside them, before or behind', () => {
    const groups = [{ id: 1, content: 'First <b>group</b>' }];
    const items = [{ content: 'A', start: '2014-04-20', group: 1 }];
    for (const file of [
      { groups, items },
      { items, groups },
      { groups, events: items },
    ]) {
      for (const given of [file, JSON.stringify(file)]) {
        expect(readWith(given).event(0)).to.deep.include({ id: 'event-1', type: 'First group' });
      }
    }
  });

  it('have groups, which are types by what they are called', () => {
    const groups = [
      { id: 'eu', content: 'Europe', nestedGroups: [1, 2] },
      { id: 'as', content: 'Asia', nestedGroups: [3] },
      { id: 1, content: 'Trucks' },
      { id: 2, content: '<i>Ships</i>' },
      { id: 3, content: 'Trucks' },
      { id: 4, content: '' },
      { id: 'a', content: 'Twice' },
      { id: 'b', content: 'Twice' },
      { id: 'constructor', content: 'C' },
      null,
    ];
    const ids = ['eu', 1, 2, 3, 4, 'a', 'b', 'constructor', '__proto__', 'toString', '', undefined];
    const items = ids.map((group, id) => ({ id, content: 'A', start: '2014', group }));
    expect(readWith({ groups, events: items }).events.map(({ type }) => type)).to.deep.equal([
      ...['Europe', 'Europe: Trucks', 'Ships', 'Asia: Trucks', '4', 'Twice (a)', 'Twice (b)', 'C'],
      ...['__proto__', 'toString', undefined, undefined],
    ]);
  });

  it('may be the background, which is something that lasted, of its group or of a type of its own', () => {
    const period = { type: 'background', start: '2014-04-01', end: '2014-04-10' };
    const background = { en: 'Background', ar: 'خلفية' };
    expect(item(period)).to.deep.include({ when: '2014-04-01/2014-04-10', type: background });
    expect(item({ ...period, group: 'G' })).to.deep.include({ type: 'G' });
    const [nameless] = readWith([{ id: 'b', ...period }], 'missing-title events[0].content').events;
    expect(nameless).to.deep.equal({ ...bare, id: 'b', when: '2014-04-01/2014-04-10', title: 'b', type: background });
  });

  it('have a tooltip, which is the summary', () => {
    expect(item({ title: 'More<br>of it' })).to.deep.include({ title: 'A', summary: 'More\nof it' });
    expect(item({ title: 'A' })).not.to.have.property('summary');
    expect(item({ content: '', title: 'Tip' })).to.deep.include({ title: 'Tip', summary: 'Tip' });
    expect(item({ content: 7 }).title).to.equal('7');
  });

  it('have no markup left, and only safe links', () => {
    const content = '<div>See<br><a href="https://a.org/?x=1&amp;y=2">it</a><img src=x onerror=alert(1)></div>';
    const read = item({ content, title: '<a href=" JAVASCRIPT:alert(1)">tip' }, 'unsafe-link events[0].title');
    expect(read).to.deep.include({
      title: 'See it',
      summary: 'tip',
      claims: [{ by: 'it', url: 'https://a.org/?x=1&y=2' }],
    });
    const broken = '<<a href="data:text/html,x">script>alert(1)<</a>/script><a href=x';
    expect(item({ content: broken }, 'unsafe-link events[0].content').title).to.equal('<script>alert(1)</script>');
    const group = { id: 'g', content: '<a href="javascript:x">G</a>' };
    const file = { groups: [group], events: [{ content: 'A', start: '2014', group: 'g' }] };
    expect(readWith(file, 'unsafe-link groups[0].content').event(0).type).to.equal('G');
  });
});

describe('a date of vis-timeline', () => {
  const moment = { valueOf: () => Date.UTC(2014, 3, 20, 10) };
  const table: readonly [name: string, start: unknown, when: string | null, ...issues: readonly string[]][] = [
    ['a day', '2014-04-20', '2014-04-20'],
    ['a month', '2014-04', '2014-04'],
    ['a year', '2014', '2014'],
    ['a year as a number', 2014, '2014'],
    ['a time', '2014-04-20 10:00', '2014-04-20T10:00:00'],
    ['a time with a zone', '2014-04-20T10:00:00.5+02:00', '2014-04-20T08:00:00Z'],
    ['milliseconds', Date.UTC(2014, 3, 20, 10) + 999, '2014-04-20T10:00:00Z'],
    ['before 1970', -1, '1969-12-31T23:59:59Z'],
    ['the beginning of 1970', 0, '1970-01-01T00:00:00Z'],
    ['a day of eight digits', 20140420, '2014-04-20'],
    ['seconds since 1970', 1397988000, null, 'invalid-date events[0].start'],
    ['a Date soon after 1970', new Date(1397988000), '1970-01-17T04:19:48Z'],
    ['a Date', new Date(Date.UTC(2014, 3, 20)), '2014-04-20T00:00:00Z'],
    ['what has the value of a Date', moment, '2014-04-20T10:00:00Z'],
    ['ASP.NET', '/Date(1397988000000)/', '2014-04-20T10:00:00Z'],
    ['EDTF', '2014-04~', '2014-04~'],
    ['words', 'Sun Apr 20 2014', '2014-04-20'],
    ['numbers', '20.4.2014', '2014-04-20'],
    ['one of two days', '5/6/2014', null, 'ambiguous-date events[0].start'],
    ['no date', 'soon', null, 'invalid-date events[0].start'],
    ['an invalid Date', new Date(NaN), null, 'invalid-date events[0].start'],
    ['an empty object', {}, null, 'invalid-date events[0].start'],
    ['an object without a value', Object.create(null), null, 'invalid-date events[0].start'],
    ['a list', [2014], null, 'invalid-date events[0].start'],
    ['beyond all years', 1e300, null, 'invalid-date events[0].start'],
    ['nothing', '', null, 'missing-date events[0].start'],
    ['null', null, null, 'missing-date events[0].start'],
  ];
  for (const [name, start, when, ...issues] of table) {
    it(name, () => expect(item({ start }, ...issues).when).to.equal(when));
  }

  it('follows the order that is declared', () => {
    const file = [{ content: 'A', start: '5/6/2014' }];
    expect(readDataset(file, { dateOrder: 'dmy' }).dataset!.event(0).when).to.equal('2014-06-05');
    expect(readDataset(file, { dateOrder: 'mdy' }).dataset!.event(0).when).to.equal('2014-05-06');
  });

  it('lasts to its end as it is written', () => {
    const end = (start: unknown, end: unknown, ...issues: readonly string[]) => {
      const { when, start: from, end: to } = item({ start, end }, ...issues);
      return [when, from, to];
    };
    expect(end('2014-04-16', '2014-04-19')).to.deep.equal(['2014-04-16/2014-04-19', undefined, undefined]);
    expect(end('2014-04-16', '2014-04-19T12:00:00Z')).to.deep.equal([
      ...['2014-04-16/2014-04-19', undefined, '2014-04-19T12:00:00Z'],
    ]);
    expect(end('2014-04-19T10:00', '2014-04-19T12:00')).to.deep.equal([
      ...['2014-04-19/2014-04-19', '2014-04-19T10:00:00', '2014-04-19T12:00:00'],
    ]);
    expect(end('2014-04-19', '2014-04-19')).to.deep.equal(['2014-04-19', undefined, undefined]);
    expect(end('2014-04-19', '2014-04-16', 'end-before-start events[0].end')[0]).to.equal('2014-04-19');
    expect(end('2014-04-19T12:00', '2014-04-19T10:00', 'end-before-start events[0].end')[0]).to.equal(
      '2014-04-19T12:00:00',
    );
    expect(end(null, '2014-04-16', 'missing-date events[0].start')[0]).to.equal('/2014-04-16');
    expect(end('2014', 'x', 'invalid-date events[0].end')[0]).to.equal('2014');
  });
});

describe('any items of vis-timeline', () => {
  it('are read, with an account', () => {
    const names = ['__proto__', 'constructor', 'content', 'start', 'end', 'group', 'title', 'type', 'id', 'background'];
    const value = fc.oneof(
      fc.string(),
      fc.constantFrom(...names),
      fc.integer(),
      fc.constant(null),
      fc.double(),
      fc.date(),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        value,
        fc.array(tie('tree')),
        fc.dictionary(fc.constantFrom(...names), tie('tree')),
      ),
    }));
    const keys = { id: tree, content: tree, start: tree, end: tree, group: tree, title: tree, type: tree };
    const record = fc.record(keys, { requiredKeys: [] });
    const group = fc.record({ id: tree, content: tree, nestedGroups: tree }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(fc.oneof(record, tree)), fc.oneof(fc.array(group), tree), (events, groups) => {
        const reading = readDataset({ events, groups }, { format: 'vis' });
        expect(reading.account).to.deep.include({ rows: events.length, shown: reading.dataset!.count });
        expect([...reading.dataset!.events]).to.have.length(reading.dataset!.count);
        expect(codes(reading)).to.be.an('array');
      }),
    );
  });

  it('are read in time in proportion to their number', () => {
    const items = Array.from({ length: 50_000 }, (_, id) => ({
      ...{ id, content: `<b>Item</b> ${id}`, group: id % 9 },
      ...{ start: Date.UTC(2014, 0, 1) + id * 3_600_000, end: Date.UTC(2014, 0, 2) + id * 3_600_000 },
    }));
    const start = performance.now();
    expect(readDataset({ items }).dataset!.count).to.equal(50_000);
    expect(performance.now() - start).to.be.below(10_000);
  });
});
