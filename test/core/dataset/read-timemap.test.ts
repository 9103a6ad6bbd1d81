import { expect } from 'chai';
import { readDataset } from '../../../src/core/dataset/read-dataset.js';
import { fc } from '../support/fast-check.js';
import { codes, readWith } from '../support/report.js';
import { iso } from '../support/timeline.js';

const bare = {
  ...{ means: [], actors: ['not-stated'], targets: [], places: [], claims: [], relations: [], counts: {} },
  ...{ symmetric: false, certainty: 'reported' },
};

/** In the form of Forensic Architecture; everything in it is invented. */
const investigation = {
  events: [
    {
      id: 'e1',
      description: 'A bell is heard at the harbour. Nobody rings it.',
      date: '02/03/2031',
      time: '08:05',
      time_precision: '',
      location: 'The Harbour',
      latitude: '0.2500',
      longitude: '-0.1250',
      type: '',
      category: 'Sound',
      category_full: 'Sound on a recording',
      associations: ['night', 'tape'],
      sources: ['log', 'film'],
      comments: 'The tape is slow.',
      time_display: 'shortly after 8',
    },
    {
      ...{ id: 'e2', description: 'The lamp goes out.', date: '2/14/2031', time: '', time_precision: 'month' },
      ...{
        location: '',
        latitude: '0.5',
        longitude: '1',
        category: 'Light',
        associations: ['day'],
        sources: ['nobody'],
      },
    },
    {
      ...{
        id: 'e3',
        description: 'The tide.',
        date: '',
        time: '',
        location: 'The Pier',
        latitude: '0.1',
        longitude: '',
      },
      ...{ category: 'Sound', associations: ['tape', 'unheard'], sources: [] },
    },
  ],
  associations: [
    { id: 'tape', title: 'On tape', desc: '', mode: 'FILTER', filter_paths: ['Evidence', 'Tape'] },
    { id: 'night', title: 'By night', desc: '', mode: 'FILTER', filter_paths: ['Light', 'Night', 'No moon'] },
    { id: 'day', title: 'By day', desc: '', mode: 'FILTER', filter_paths: ['Light', 'Day'] },
  ],
  sources: [
    { id: 'log', title: 'The log', paths: [], type: 'Document', url: '', author: 'Harbour office', date: '02/25/2031' },
    { id: 'film', title: 'A film', paths: ['https://films.org/1', '2.mp4'], url: '', author: '', date: '' },
  ],
};

/** In the form of Bellingcat's exports; everything in it is invented. */
const exported = [
  {
    id: 'B1',
    date: '02/24/2031',
    latitude: '0.25',
    longitude: '0.5',
    location: 'Old Mill',
    description: 'The roof of the mill is gone.',
    sources: [
      { id: 's1', path: 'https://www.video.org/1', description: 'A film of the roof' },
      { id: 's2', path: 'https://www.video.org/2', description: '' },
    ],
    filters: [
      { key: 'Kind of damage', value: 'Roof' },
      { key: 'Kind of place', value: 'Industrial' },
      { key: 'Kind of place', value: 'Heritage' },
    ],
  },
  {
    ...{ id: 'B2', date: '2031-02-26', latitude: '0.25', longitude: '0.5', location: 'New Mill', sources: [] },
    ...{ description: 'A wall falls.', filters: [{ key: 'Kind of place', value: 'Industrial' }] },
  },
];

describe('a file of TimeMap', () => {
  it('is read with its associations and sources', () => {
    const { dataset, issues, account } = readDataset(investigation);
    expect(account).to.deep.include({ format: 'timemap', rows: 3, shown: 3 });
    expect(codes({ issues })).to.deep.equal([
      'unknown-source events[1].sources[0]',
      'missing-date events[2].date',
      'wrong-type events[2].longitude',
    ]);
    expect(dataset!.event(0)).to.deep.equal({
      ...bare,
      id: 'e1',
      when: '2031-02-03T08:05:00',
      basis: { text: 'shortly after 8', start: 'sourced', end: 'sourced', sources: [] },
      title: 'A bell is heard at the harbour.',
      summary: 'A bell is heard at the harbour. Nobody rings it.',
      type: 'Night / No moon',
      places: [{ name: 'The Harbour', lat: 0.25, lon: -0.125 }],
      claims: [
        { by: 'The log', source: 'log' },
        { by: 'A film', source: 'film' },
      ],
      note: 'The tape is slow.\nEvidence: Tape\ncategory: Sound\ncategory_full: Sound on a recording',
    });
    expect(dataset!.event(1)).to.deep.equal({
      ...bare,
      ...{ id: 'e2', when: '2031-02', title: 'The lamp goes out.', type: 'Day' },
      basis: { text: 'month', start: 'sourced', end: 'sourced', sources: [] },
      places: [{ name: '0.5, 1', lat: 0.5, lon: 1 }],
      claims: [{ by: 'nobody' }],
      note: 'category: Light',
    });
    expect(dataset!.event(2)).to.deep.equal({
      ...bare,
      ...{ id: 'e3', when: null, title: 'The tide.', places: [{ name: 'The Pier' }] },
      note: 'Evidence: Tape\nassociations: unheard\ncategory: Sound',
    });
    expect([...dataset!.sources.values()]).to.deep.equal([
      { id: 'log', title: 'The log', author: 'Harbour office', date: '2031-02-25' },
      { id: 'film', title: 'A film', url: 'https://films.org/1', note: '2.mp4' },
    ]);
    const times = [...dataset!.earliest, ...dataset!.latest].filter(Number.isFinite);
    expect([iso(Math.min(...times)), iso(Math.max(...times))]).to.deep.equal(['2031-02-01', '2031-03-01']);
  });

  it('is read alike from text, whatever its lists stand behind', () => {
    const { events, ...frame } = investigation;
    const whole = [...readDataset(investigation).dataset!.events];
    for (const file of [investigation, { ...frame, events }]) {
      expect([...readDataset(JSON.stringify(file)).dataset!.events]).to.deep.equal(whole);
    }
  });

  it('has the types that TimeMap has lanes for, where there are any', () => {
    const category = { id: 'c', title: 'Category', mode: 'CATEGORY', filter_paths: [] };
    const story = { id: 's', title: 'Story', mode: 'NARRATIVE' };
    const filter = { id: 'f', title: 'F', mode: 'FILTER', filter_paths: ['A', 'B'] };
    const events = [
      { id: 1, description: 'One.', date: '01/31/2031', associations: ['s', 'f', 'c'] },
      { id: 2, description: 'Two.', date: '01/31/2031', associations: ['s', 'f'] },
    ];
    const dataset = readWith({ events, associations: [category, story, filter], sources: [] });
    expect(dataset.events.map(({ type, note }) => [type, note])).to.deep.equal([
      ['Category', { en: 'Narrative: Story\nA: B', ar: 'السرد: Story\nA: B' }],
      [undefined, { en: 'Narrative: Story\nA: B', ar: 'السرد: Story\nA: B' }],
    ]);
    const plain = events.map((event) => ({ ...event, category: 'Own', associations: [] }));
    expect(readWith({ events: plain, associations: [] }).events.map(({ type }) => type)).to.deep.equal(['Own', 'Own']);
  });

  it('may be a list in the form of Bellingcat', () => {
    const dataset = readWith(exported);
    expect(dataset.event(0)).to.deep.equal({
      ...bare,
      ...{ id: 'B1', when: '2031-02-24', title: 'The roof of the mill is gone.', type: 'Industrial' },
      places: [{ name: 'Old Mill', lat: 0.25, lon: 0.5 }],
      claims: [
        { by: 'A film of the roof', url: 'https://www.video.org/1' },
        { by: 'video.org', url: 'https://www.video.org/2' },
      ],
      note: 'Kind of damage: Roof\nKind of place: Heritage',
    });
    expect(dataset.event(1)).to.deep.include({ when: '2031-02-26', type: 'Industrial', claims: [] });
    expect(readDataset(JSON.stringify(exported)).account!.format).to.equal('timemap');
  });
});

describe('an event of TimeMap', () => {
  const read = (of: object, ...issues: readonly string[]) =>
    readWith(
      [{ id: 'x', description: 'Something happens.', date: '02/14/2031', time_display: '', ...of }],
      ...issues,
    ).event(0);

  const dates: readonly [of: object, when: string | null, ...issues: readonly string[]][] = [
    [{}, '2031-02-14'],
    [{ date: '2/3/2031' }, '2031-02-03'],
    [{ date: '2031-02-14' }, '2031-02-14'],
    [{ date: '2031-02' }, '2031-02'],
    [{ date: '2031-02-14T10:20:30Z' }, '2031-02-14T10:20:30Z'],
    [{ time: '14:30:15' }, '2031-02-14T14:30:15'],
    [{ time: 'noon' }, '2031-02-14', 'invalid-date events[0].time'],
    [{ time: '14:30', time_precision: 'exact' }, '2031-02-14T14:30:00'],
    [{ time: '14:30', time_precision: 'day' }, '2031-02-14'],
    [{ time: '14:30', time_precision: 'Approximate' }, '2031-02-14~'],
    [{ time_precision: 'year' }, '2031'],
    [{ date: '31/31/2031' }, null, 'invalid-date events[0].date'],
    [{ date: '' }, null, 'missing-date events[0].date'],
  ];
  for (const [of, when, ...issues] of dates) {
    it(`on ${JSON.stringify(of)}`, () => expect(read(of, ...issues).when).to.equal(when));
  }

  it('has its dates in the order that is declared', () => {
    const file = [{ description: 'A', date: '02/03/2031', time_display: '' }];
    expect(readDataset(file, { dateOrder: 'dmy' }).dataset!.event(0).when).to.equal('2031-03-02');
  });

  it('has coordinates, both or none', () => {
    const where = (latitude: unknown, longitude: unknown, ...issues: readonly string[]) =>
      read({ latitude, longitude, location: 'L' }, ...issues).places;
    expect(where('1.5', 2)).to.deep.equal([{ name: 'L', lat: 1.5, lon: 2 }]);
    expect(where('', '')).to.deep.equal([{ name: 'L' }]);
    expect(where('91', '2', 'wrong-type events[0].latitude')).to.deep.equal([{ name: 'L' }]);
    expect(where('1', '1e9', 'wrong-type events[0].longitude')).to.deep.equal([{ name: 'L' }]);
    expect(where('', '2', 'wrong-type events[0].latitude')).to.deep.equal([{ name: 'L' }]);
  });

  it('may have empty texts for what it has not', () => {
    expect(read({ associations: '', filters: '', sources: ['', null] })).to.deep.equal({
      ...bare,
      ...{ id: 'x', when: '2031-02-14', title: 'Something happens.' },
    });
  });

  it('has no markup left, and only safe links', () => {
    const description = '<p onclick="x">See <a href="https://a.org">this</a>, <a href="javascript:x">that</a>.</p>';
    const sources = ['https://b.org/1', { path: 'data:x', description: '<b>C</b>' }, { path: 'javascript:x' }];
    const event = read(
      { description, sources },
      ...['events[0].description', 'events[0].sources[1].path', 'events[0].sources[2].path'].map(
        (at) => `unsafe-link ${at}`,
      ),
    );
    expect(event.title).to.equal('See this, that.');
    expect(event.claims).to.deep.equal([
      { by: 'b.org', url: 'https://b.org/1' },
      { by: 'C' },
      { by: 'this', url: 'https://a.org' },
    ]);
  });

  it('may be anything', () => {
    const names = [
      '__proto__',
      'constructor',
      'id',
      'description',
      'date',
      'sources',
      'filters',
      'key',
      'value',
      'path',
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
    const keys = {
      id: tree,
      description: tree,
      date: tree,
      time: tree,
      latitude: tree,
      longitude: tree,
      location: tree,
    };
    const lists = { associations: tree, sources: tree, filters: tree };
    const record = fc.record({ ...keys, ...lists, category: tree, time_precision: tree }, { requiredKeys: [] });
    fc.assert(
      fc.property(fc.array(fc.oneof(record, tree)), tree, tree, (events, associations, sources) => {
        const { dataset, account } = readDataset({ events, associations, sources }, { format: 'timemap' });
        expect(account).to.deep.include({ rows: events.length, shown: dataset!.count });
        expect([...dataset!.events]).to.have.length(dataset!.count);
      }),
    );
  });
});
