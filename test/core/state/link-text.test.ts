import { expect } from 'chai';
import { facetNames } from '../../../src/core/layout/facets.js';
import {
  fromLinkText,
  linkTextIn,
  roundedRange,
  toLinkText,
  withLinkText,
  type LinkedView,
} from '../../../src/core/state/link-text.js';
import { utcDate } from '../../../src/core/temporal/calendar.js';
import { fc } from '../support/fast-check.js';

/** Any string there can be, also what no file can hold; the signs that mean something to us and to addresses more often. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 8 }).map((codes) => String.fromCharCode(...codes)),
  fc.string({
    unit: fc.constantFrom(
      ';',
      ':',
      ',',
      '&',
      '#',
      '%',
      '=',
      '%u',
      '%20',
      '+',
      ' ',
      'إ',
      '😀',
      '\ud83d',
      '\ude00',
      "'",
      'd8',
    ),
  }),
);
const word = anyText.filter((text) => text !== '');
const time = fc.oneof(
  fc.integer({ min: -8.64e15, max: 8.64e15 }),
  fc.integer({ min: -1e8, max: 1e8 }).map((days) => days * 86_400_000),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value || 0),
);
const keys = fc.array(anyText, { maxLength: 4 });
const filters = fc
  .dictionary(
    fc.constantFrom(...facetNames),
    fc.array(anyText, { minLength: 1, maxLength: 4 }).map((list) => new Set(list)),
    { noNullPrototype: true },
  )
  .filter((all) => Object.keys(all).length > 0);
const linkedView: fc.Arbitrary<LinkedView> = fc.record(
  {
    event: fc.oneof(word, fc.constant(null)),
    view: word,
    order: word,
    from: time,
    to: time,
    off: keys,
    on: keys,
    filters: filters,
    query: word,
  },
  { requiredKeys: [] },
);

describe('toLinkText and fromLinkText', () => {
  it('say a view in words that a reader can read', () => {
    const view: LinkedView = {
      event: 'e24',
      view: 'list',
      order: 'report',
      from: Date.UTC(2016, 4, 14),
      to: Date.UTC(2016, 4, 20),
      off: ['isis', 'coalition'],
      filters: { date: new Set(['within']), place: new Set(['deir-ez-zor', '']) },
      query: 'Panorama checkpoint',
    };
    const text =
      'event:e24;view:list;order:report;from:2016-05-14;to:2016-05-19;off:isis,coalition;' +
      'place:deir-ez-zor,;date:within;q:Panorama%20checkpoint';
    expect(toLinkText(view)).to.equal(text);
    expect(fromLinkText(text)).to.deep.equal(view);
  });

  it('say nothing of a view as the page has it', () => {
    expect(toLinkText({})).to.equal('');
    expect(toLinkText({ filters: {} })).to.equal('');
    expect(fromLinkText('')).to.deep.equal({});
  });

  it('tell no event from none said, and no lane from one whose key is empty', () => {
    expect(toLinkText({ event: null })).to.equal('event:');
    expect(toLinkText({ on: [] })).to.equal('on');
    expect(toLinkText({ off: [''] })).to.equal('off:');
    expect(fromLinkText('event:;on;off:')).to.deep.equal({ event: null, on: [], off: [''] });
  });

  it('say times no more exactly than they are, in all ages', () => {
    const said = (from: number, to: number) => toLinkText({ from, to });
    expect(said(utcDate(2016, 5, 18), utcDate(2016, 5, 19))).to.equal('from:2016-05-18;to:2016-05-18');
    expect(said(Date.UTC(2016, 4, 18, 9, 30), Date.UTC(2016, 4, 18, 10, 0, 5))).to.equal(
      'from:2016-05-18T09:30Z;to:2016-05-18T10:00:05Z',
    );
    expect(said(utcDate(-43, 3, 15), utcDate(12_000, 1, 1))).to.equal('from:-000043-03-15;to:+011999-12-31');
    expect(fromLinkText('from:-000043-03-15;to:+011999-12-31')).to.deep.equal({
      from: utcDate(-43, 3, 15),
      to: utcDate(12_000, 1, 1),
    });
    expect(fromLinkText(said(-4e17, 4e17))).to.deep.equal({ from: -4e17, to: 4e17 });
  });

  it('take dates as they are written by hand, and the whole of a month as the end', () => {
    expect(fromLinkText('from:2016-04;to:2016-05')).to.deep.equal({
      from: utcDate(2016, 4, 1),
      to: utcDate(2016, 6, 1),
    });
  });

  it('give back what they were given, whatever ids and keys hold', () => {
    fc.assert(
      fc.property(linkedView, (view) => {
        expect(fromLinkText(toLinkText(view))).to.deep.equal(view);
      }),
    );
  });

  it('outlive the address bar, as it is and among other parts', () => {
    fc.assert(
      fc.property(linkedView, word, word, (view, key, other) => {
        const text = toLinkText(view);
        const hash = withLinkText(withLinkText('#section-2', other, 'x'), key, text);
        const seen = new URL(`https://example.org/${hash}`).hash;
        expect(linkTextIn(seen, key)).to.equal(text === '' ? null : text);
        expect(fromLinkText(linkTextIn(seen, key) ?? '')).to.deep.equal(view);
      }),
    );
  });

  it('read what is left of a damaged text, and never throw', () => {
    expect(fromLinkText('event:e24;nonsense;size:7;place:%E0%A4,b;from:yesterday;to:2016-05-19')).to.deep.equal({
      event: 'e24',
      filters: { place: new Set(['%E0%A4', 'b']) },
      to: utcDate(2016, 5, 20),
    });
    expect(fromLinkText('view:list;view:table;__proto__:x;constructor:y')).to.deep.equal({ view: 'list' });
    fc.assert(fc.property(anyText, (text) => void fromLinkText(text)));
    fc.assert(
      fc.property(linkedView, fc.nat(), (view, at) => {
        const text = toLinkText(view);
        fromLinkText(text.slice(at % (text.length + 1)));
        fromLinkText(text.slice(0, at % (text.length + 1)));
      }),
    );
  });

  it('read a text that a program escaped once more', () => {
    const text = toLinkText({ event: 'e24', query: 'دير' });
    expect(fromLinkText(encodeURIComponent(text))).to.deep.equal({ event: 'e24', query: 'دير' });
  });
});

describe('linkTextIn and withLinkText', () => {
  it('touch their own part alone', () => {
    expect(withLinkText('', 't', 'a:b')).to.equal('#t=a:b');
    expect(withLinkText('#', 't', 'a:b')).to.equal('#t=a:b');
    expect(withLinkText('#section-2', 't', 'a:b')).to.equal('#section-2&t=a:b');
    expect(withLinkText('#x=1&t=a:b&tt=2', 't', 'c:d')).to.equal('#x=1&t=c:d&tt=2');
    expect(withLinkText('#x=1&t=a:b&tt=2', 't', '')).to.equal('#x=1&tt=2');
    expect(withLinkText('#t=a:b', 't', '')).to.equal('');
    expect(linkTextIn('#x=1&t=a:b&tt=2', 't')).to.equal('a:b');
    expect(linkTextIn('#x=1&tt=2', 't')).to.equal(null);
    expect(linkTextIn('', 't')).to.equal(null);
  });
});

describe('roundedRange', () => {
  it('is as exact as can be seen', () => {
    const day = 86_400_000;
    expect(roundedRange([0.4, 5 * day + 0.6])).to.deep.equal([0, 5 * day]);
    expect(roundedRange([day + 31_000, 7 * day + 10])).to.deep.equal([day + 60_000, 7 * day]);
    expect(roundedRange([1e6 + 400, 5e6 + 700])).to.deep.equal([1e6, 5e6 + 1000]);
    expect(roundedRange([-4e15, 4e15 + 1])).to.deep.equal([-46_296_296 * day, 46_296_296 * day]);
  });

  it('moves no edge by more than a quarter of a thousandth of the view', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e15, max: 1e15 }), fc.integer({ min: 60_000, max: 1e15 }), (from, length) => {
        const [start, end] = roundedRange([from, from + length]);
        expect(Math.abs(start - from)).to.be.at.most(length / 4000);
        expect(Math.abs(end - from - length)).to.be.at.most(length / 4000);
        expect(start).to.be.below(end);
      }),
    );
  });
});
