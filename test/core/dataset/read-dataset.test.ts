import { expect } from 'chai';
import { readDataset } from '../../../src/core/dataset/read-dataset.js';
import { contentOf } from '../support/content.js';
import { fc } from '../support/fast-check.js';
import { bundled, codes, eventOf, fileOf, messageOf, readWith, report } from '../support/report.js';

describe('readDataset of the bundled report', () => {
  it('finds 33 events in 5 lanes, and nothing wrong', () => {
    const { dataset, issues } = readDataset(report);
    expect(issues).to.deep.equal([]);
    expect([dataset!.events.length, dataset!.actors.length, dataset!.sources.size]).to.deep.equal([33, 5, 11]);
  });

  it('gives the same from text, with or without a byte order mark, as from the parsed value', () => {
    const text = JSON.stringify(report);
    for (const data of [text, `\ufeff${text}`]) {
      const { dataset, issues } = readDataset(data);
      expect(issues).to.deep.equal([]);
      expect(contentOf(dataset)).to.deep.equal(contentOf(bundled));
    }
  });

  it('keeps "many" injured as words without a number, and leaves out what nobody mentions', () => {
    expect(eventOf(bundled, 'e08').injured).to.deep.equal({
      low: null,
      best: null,
      high: null,
      words: { en: 'many', ar: 'العديد' },
    });
    expect(eventOf(bundled, 'e01')).not.to.have.any.keys('killed', 'injured');
  });
});

describe('readDataset of what is no data set', () => {
  const messages: readonly [string, unknown, string, RegExp][] = [
    [
      'text that is no JSON and no table',
      'events: []',
      'not-a-dataset',
      /holds no list of events: JSON, NDJSON, CSV or TSV/,
    ],
    ['JSON with something wrong in it', '{"events": oops}', 'not-json', /not valid JSON\.$/],
    ['a web page', '\n<!DOCTYPE html><html></html>', 'web-page', /HTML/],
    ['a web page without a doctype', '<html lang="en">', 'web-page', /HTML/],
    ['a part of a web page', '<head>\n<title>x</title>', 'web-page', /HTML/],
    ['a feed', '<rss version="2.0"><channel>', 'web-page', /XML/],
    ['XML', '<?xml version="1.0"?><a/>', 'web-page', /XML/],
    ['a picture', '<svg xmlns="http://www.w3.org/2000/svg">', 'web-page', /XML/],
    ['JSON that ends too early', '{"events": [{"id": "e1", ', 'not-json', /cut off/],
    ['nothing', '', 'empty-file', /empty/],
    ['blanks', ' \n ', 'empty-file', /empty/],
    ['null', null, 'not-a-dataset', /no list of events/],
    ['no value at all', undefined, 'not-a-dataset', /no list of events/],
    ['a number', 7, 'not-a-dataset', /no list of events/],
    ['true', 'true', 'not-a-dataset', /no list of events/],
    ['an object without events', { title: 'x' }, 'not-a-dataset', /no list of events/],
    ['events that are no list', { events: { e1: {} } }, 'not-a-dataset', /no list of events/],
    ['events that are only inherited', Object.create({ events: 'x' }), 'not-a-dataset', /no list of events/],
  ];
  for (const [name, data, code, message] of messages) {
    it(`says of ${name} what it is`, () => {
      const { dataset, issues } = readDataset(data);
      expect(dataset).to.equal(null);
      expect(issues.map((issue) => issue.code)).to.deep.equal([code]);
      expect(issues[0]!.message).to.match(message);
    });
  }
});

describe('readDataset of a list at the top', () => {
  it('takes it for the events', () => {
    const dataset = readWith([{ id: 'x', title: 'X', when: '2016', actors: ['a'] }], 'unknown-actor events[0].actors');
    expect(dataset.events.map(({ id }) => id)).to.deep.equal(['x']);
  });

  it('finds an empty list without a fault', () => {
    expect(readWith([]).events).to.deep.equal([]);
  });
});

describe('readDataset of a version that it does not know', () => {
  it('says so, and reads what it can', () => {
    const dataset = readWith({ ...fileOf({ when: '2016' }), version: 2 }, 'unsupported-version version');
    expect(dataset.events).to.have.length(1);
    readWith({ ...fileOf({ when: '2016' }), version: 1 });
  });
});

describe('readDataset of one wrong event', () => {
  it('keeps all the others', () => {
    const file = fileOf({ when: '2016' }, { when: '2016' }) as { events: unknown[] };
    for (const wrong of [null, 'text', 7, [], true]) {
      const dataset = readWith({ ...file, events: [file.events[0], wrong, file.events[1]] }, 'wrong-type events[1]');
      expect(dataset.events.map(({ id }) => id)).to.deep.equal(['e1', 'e2']);
    }
  });

  it('gives it a name of its own where it has no id', () => {
    for (const id of [undefined, null, '', '  ', {}, true]) {
      expect(readWith(fileOf({ id }), 'missing-id events[0].id').events[0]!.id).to.equal('event-1');
    }
    expect(readWith(fileOf({ id: 7 })).events[0]!.id).to.equal('7');
  });

  it('tells equal ids apart, whatever they are called', () => {
    const dataset = readWith(
      fileOf({ id: 'x' }, { id: 'x' }, { id: 'x-2' }, { id: 'x' }),
      'duplicate-id events[1].id',
      'duplicate-id events[2].id',
      'duplicate-id events[3].id',
    );
    const ids = dataset.events.map(({ id }) => id);
    expect(ids).to.deep.equal(['x', 'x-2', 'x-2-2', 'x-3']);
    expect(ids.map((id) => dataset.indexOf(id))).to.deep.equal([0, 1, 2, 3]);
  });

  it('tells a date that is missing from one that is said to be unknown', () => {
    expect(readWith(fileOf({ when: null })).date(0).kind).to.equal('undated');
    expect(readWith(fileOf({ when: undefined }), 'missing-date events[0].when').date(0).kind).to.equal('undated');
  });

  it('puts a date that cannot be read among those not stated, and says why', () => {
    const table: readonly [unknown, string][] = [
      ['18 May 2016', 'invalid-date'],
      ['2016-02-30', 'invalid-date'],
      ['2016-5-1', 'invalid-date'],
      ['', 'invalid-date'],
      ['2016-05-19/2016-05-14', 'end-before-start'],
      ['[2016-05-19..2016-05-14]', 'end-before-start'],
      [99999999, 'invalid-date'],
    ];
    for (const [when, code] of table) {
      const { dataset, issues } = readDataset(fileOf({ when }));
      expect(codes({ issues }), String(when)).to.deep.equal([`${code} events[0].when`]);
      expect(issues[0]!.events).to.deep.equal(['e1']);
      expect(dataset!.events[0]!.when).to.equal(null);
      expect([dataset!.earliest[0], dataset!.latest[0]]).to.deep.equal([-Infinity, Infinity]);
    }
  });

  it('leaves out a likelier date that cannot be read', () => {
    const dataset = readWith(fileOf({ when: '2016', likely: 'spring' }), 'invalid-date events[0].likely');
    expect(dataset.date(0)).to.include({ kind: 'within', likely: null });
  });

  it('gives an unknown actor a lane, a missing one "not stated", and names an unknown place by its id', () => {
    const dataset = readWith(
      fileOf({ actors: ['a', 'stranger'] }, { actors: [] }, { actors: undefined }, { places: ['nowhere'] }),
      'unknown-actor events[0].actors',
      'missing-actor events[1].actors',
      'missing-actor events[2].actors',
      'unknown-place events[3].places[0]',
    );
    expect(dataset.actors.map(({ id, unknown }) => `${id} ${unknown === true}`)).to.deep.equal([
      'a false',
      'b false',
      'c false',
      'stranger false',
      'not-stated true',
    ]);
    expect(dataset.events[3]!.places).to.deep.equal([{ id: 'nowhere', name: 'nowhere' }]);
  });

  it('names an unknown source and an unknown relation, and leaves the relation out', () => {
    const dataset = readWith(
      fileOf({
        claims: [{ by: 'Ada', source: 'x' }],
        relations: [
          { type: 'before', id: 'nobody' },
          { type: 'beside', id: 'e1' },
        ],
      }),
      'unknown-source events[0].claims[0].source',
      'wrong-type events[0].relations[1].type',
      'unknown-relation events[0].relations[0]',
    );
    expect(dataset.links(0)).to.deep.equal([]);
  });

  it('refuses a relation of an event to itself', () => {
    const { dataset, issues } = readDataset(fileOf({ relations: [{ type: 'before', id: 'e1' }] }));
    expect(messageOf(issues, 'unknown-relation')).to.contain('the event itself');
    expect(dataset!.links(0)).to.deep.equal([]);
  });

  it('says that it has no title, and shows its id', () => {
    for (const title of [undefined, null, '', {}, { en: '' }, { en: 7 }]) {
      expect(readWith(fileOf({ title }), 'missing-title events[0].title').events[0]!.title).to.equal('e1');
    }
    readWith(fileOf({ title: ['x'] }), 'wrong-type events[0].title', 'missing-title events[0].title');
  });

  it('keeps markup in a title as the letters that it is', () => {
    const title = '<img src=x onerror=alert(1)>';
    expect(readWith(fileOf({ title })).events[0]!.title).to.equal(title);
  });

  it('cuts a text of 100,000 characters, never through a letter, and says so', () => {
    for (const letter of ['x', '😀', 'x😀']) {
      const title = (letter === 'x😀' ? 'x' : '') + letter.replace('x😀', '😀').repeat(100_000 / letter.length);
      const cut = readWith(fileOf({ title }), 'text-too-long events[0].title').events[0]!.title as string;
      expect(cut.length).to.be.within(19_000, 20_001);
      expect(cut.endsWith('…')).to.equal(true);
      expect(cut).not.to.match(/\p{Surrogate}/u);
    }
    readWith(fileOf({ title: 'x'.repeat(20_000) }));
  });

  it('drops links that a reader may not safely follow', () => {
    const urls = [
      'javascript:alert(1)',
      ' JAVASCRIPT:alert(1)',
      'data:text/html,x',
      '/relative',
      'https://example.org/',
    ];
    const { dataset, issues } = readDataset({
      ...fileOf({ claims: urls.map((url) => ({ by: 'Ada', url })) }),
      sources: [{ id: 's', title: 'S', url: 'javascript:alert(2)' }],
    });
    expect(codes({ issues })).to.deep.equal([
      'unsafe-link sources[0].url',
      ...[0, 1, 2, 3].map((i) => `unsafe-link events[0].claims[${i}].url`),
    ]);
    expect(dataset!.events[0]!.claims.map(({ url }) => url)).to.deep.equal([
      undefined,
      undefined,
      undefined,
      undefined,
      'https://example.org/',
    ]);
    expect(JSON.stringify([...dataset!.sources.values()])).not.to.contain('javascript');
  });
});

describe('readDataset of a contradiction', () => {
  it('names the events, and leaves their dates as written', () => {
    const { dataset, issues } = readDataset(
      fileOf({ when: '2016-05-19', relations: [{ type: 'before', id: 'e2' }] }, { when: '2016-05-14' }),
    );
    expect(codes({ issues })).to.deep.equal(['contradiction events[0]']);
    expect(issues[0]!.events).to.deep.equal(['e1', 'e2']);
    expect(issues[0]!.message).to.match(/"e1", "e2".*deny the order.*as written/);
    expect(dataset!.earliest[0]).to.equal(Date.UTC(2016, 4, 19));
  });

  it('names those that go in a circle', () => {
    const before = (id: string) => ({ relations: [{ type: 'before', id }] });
    const { issues } = readDataset(fileOf(before('e2'), before('e3'), before('e1'), {}));
    expect(issues.map(({ code, events }) => [code, events])).to.deep.equal([['contradiction', ['e1', 'e2', 'e3']]]);
    expect(issues[0]!.message).to.contain('in a circle');
  });
});

describe('readDataset of counts', () => {
  const killed = (value: unknown, ...expected: readonly string[]) =>
    readWith(fileOf({ when: '2016', killed: value }), ...expected).events[0]!.killed;
  const notStated = { low: null, best: null, high: null };

  it('never takes unknown for zero, nor zero for unknown', () => {
    expect(killed(undefined)).to.equal(undefined);
    expect(killed(null)).to.equal(undefined);
    expect(killed({})).to.deep.equal(notStated);
    expect(killed(0)).to.deep.equal({ low: 0, best: 0, high: 0 });
    expect(killed({ low: 5 })).to.deep.equal({ low: 5, best: null, high: null });
  });

  it('takes what is no count for not stated, and says so', () => {
    const parts = ['low', 'best', 'high'].map((part) => `invalid-count events[0].killed.${part}`);
    for (const wrong of [-1, 1.5, NaN, Infinity]) expect(killed(wrong, ...parts)).to.deep.equal(notStated);
    expect(killed({ low: '5' }, parts[0]!)).to.deep.equal(notStated);
    expect(killed({ high: 1e300 })?.high).to.equal(1e300);
    for (const wrong of ['many', [], true]) expect(killed(wrong, 'invalid-count events[0].killed')).to.equal(undefined);
  });

  it('keeps counts of any name', () => {
    const { counts } = readWith(fileOf({ when: '2016', counts: { arrested: 15, constructor: { low: 1 } } })).events[0]!;
    expect(Object.keys(counts)).to.deep.equal(['arrested', 'constructor']);
    expect(counts['constructor']).to.deep.equal({ low: 1, best: null, high: null });
  });
});

describe('readDataset of anything', () => {
  const keys = [
    ...['id', 'when', 'likely', 'basis', 'title', 'type', 'means', 'actors', 'actorName', 'targets', 'symmetric'],
    ...['places', 'killed', 'injured', 'counts', 'certainty', 'claims', 'relations', 'note', 'summary', 'text'],
    ...['name', 'lat', 'url', 'by', 'quote', 'source', 'sources', 'low', 'en', 'ar', '__proto__', 'constructor'],
  ];
  const value = fc.anything({ key: fc.constantFrom(...keys), maxDepth: 4, withNullPrototype: true });
  const jsonish = fc.oneof(value, fc.jsonValue());
  const fileParts = ['title', 'published', 'sources', 'actors', 'places', 'version', 'language', 'primarySource'];
  const event = fc.dictionary(fc.constantFrom(...keys), jsonish, { noNullPrototype: false });
  const file = fc
    .tuple(fc.array(fc.oneof(event, value)), fc.dictionary(fc.constantFrom(...fileParts), jsonish))
    .map(([events, frame]) => ({ ...frame, events }));

  it('never throws, and gives a data set whenever there is a list of events', () => {
    fc.assert(
      fc.property(file, (data) => {
        const { dataset, issues } = readDataset(data);
        expect(dataset).not.to.equal(null);
        expect(dataset!.events).to.have.length(dataset!.count);
        expect(new Set(dataset!.events.map(({ id }) => id)).size).to.equal(dataset!.events.length);
        for (const { code, message } of issues) expect(`${code}: ${message}`).to.match(/^[a-z-]+: [A-Z"“].*\.$/s);
      }),
      { numRuns: 500 },
    );
  });

  it('never throws for a value of any kind, nor for a text of any kind', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.jsonValue(), fc.string(), fc.json()), (data) => {
        const { dataset, issues } = readDataset(data);
        if (dataset === null) expect(issues).not.to.have.length(0);
      }),
      { numRuns: 500 },
    );
  });

  it('is not fooled by the names that every object has', () => {
    const text = `{"__proto__": {"events": []}, "events": [{
      "id": "__proto__", "title": {"__proto__": "x", "en": "y"}, "when": null,
      "actors": ["__proto__", "constructor"], "places": ["__proto__"], "counts": {"__proto__": 3},
      "relations": [{"type": "before", "id": "constructor"}], "certainty": "constructor"
    }]}`;
    const { dataset, issues } = readDataset(text);
    expect(codes({ issues })).to.deep.equal([
      'unknown-actor events[0].actors',
      'unknown-actor events[0].actors',
      'unknown-place events[0].places[0]',
      'wrong-type events[0].certainty',
      'unknown-relation events[0].relations[0]',
    ]);
    expect(dataset!.events[0]!.title).to.have.property('en', 'y');
    expect(dataset!.events[0]!.certainty).to.equal('reported');
    expect(({} as Record<string, unknown>)['events']).to.equal(undefined);
  });

  it('lists a hundred problems of a kind, a thousand in all, and counts the rest of each kind', () => {
    const { issues } = readDataset(fileOf(...Array.from({ length: 1200 }, () => ({ when: 'x', certainty: 'y' }))));
    const listed = (code: string) => issues.filter((issue) => issue.code === code);
    expect([listed('invalid-date').length, listed('wrong-type').length]).to.deep.equal([100, 100]);
    const [first, second, ...more] = listed('too-many-issues');
    expect(issues.slice(-2)).to.deep.equal([first, second]);
    expect(more).to.deep.equal([]);
    expect([first!.value, second!.value].sort()).to.deep.equal(['invalid-date', 'wrong-type']);
    for (const { count, value, message } of [first!, second!]) {
      expect(count).to.equal(1100);
      expect(message).to.equal(`1,100 more of the kind "${value}" are not listed one by one.`);
    }
  });
});
