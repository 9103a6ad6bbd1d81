import { expect } from 'chai';
import { dateKindOf, isLasting, isPoint, isWindow } from '../../../src/core/temporal/date-kind.js';
import { dateKinds, type DateKind } from '../../../src/core/temporal/temporal.js';
import { temporal } from './support.js';

const rows: readonly (readonly [string, DateKind])[] = [
  ['2016-05-18', 'exact'],
  ['2016-05-18T10:20:00Z', 'exact'],
  ['[2016-05-18]', 'exact'],
  ['{2016-05-18}', 'exact'],
  ['2016-05-18?', 'uncertain'],
  ['2016-05-18~', 'approximate'],
  ['2016-05-~18', 'approximate'],
  ['2016-05-18%', 'uncertain-approximate'],
  ['?2016-05-~18', 'uncertain-approximate'],
  ['2016-05', 'within'],
  ['2016-05~', 'within'],
  ['2016', 'within'],
  ['2016-34', 'within'],
  ['196X', 'within'],
  ['1950S2', 'within'],
  ['2016-05-XX', 'within'],
  ['2016-05-1X', 'within'],
  ['156X-12-25', 'within'],
  ['Y-17E7', 'within'],
  ['[2016-05-14..2016-05-19]', 'within'],
  ['[2016-05-14,2016-05-16]', 'within'],
  ['[2016-05-14?..2016-05-19?]', 'within'],
  ['[..2016-05-19]', 'on-or-before'],
  ['[2016-05-14..]', 'on-or-after'],
  ['{1960,1961-12}', 'repeated'],
  ['{1960..1962}', 'repeated'],
  ['{..1984}', 'repeated'],
  ['2016-05-14/2016-05-19', 'lasted'],
  ['1964/2008', 'lasted'],
  ['2016-05-14~/2016-05-19~', 'lasted-fuzzy'],
  ['2016-05-14/2016-05-19?', 'lasted-fuzzy'],
  ['2016-05-~14/2016-05-19', 'lasted-fuzzy'],
  ['2016-05-18/..', 'open-end'],
  ['2016-05-18/', 'end-unknown'],
  ['../2016-05-19', 'open-start'],
  ['/2016-05-19', 'start-unknown'],
  ['/..', 'ongoing'],
  ['../..', 'ongoing'],
  ['../', 'ongoing'],
];

describe('dateKindOf(temporal)', () => {
  for (const [text, kind] of rows) {
    it(`of ${text} is ${kind}`, () => {
      expect(dateKindOf(temporal(text))).to.equal(kind);
    });
  }

  it('of null is undated, or order-only where a relation says something', () => {
    expect(dateKindOf(null)).to.equal('undated');
    expect(dateKindOf(null, true)).to.equal('order-only');
  });
});

describe('the groups of kinds', () => {
  it('do not overlap', () => {
    expect(dateKinds.filter(isPoint)).to.deep.equal(['exact', 'uncertain', 'approximate', 'uncertain-approximate']);
    expect(dateKinds.filter(isWindow)).to.deep.equal(['within', 'on-or-before', 'on-or-after']);
    expect(dateKinds.filter(isLasting)).to.deep.equal([
      'lasted',
      'lasted-fuzzy',
      'open-end',
      'open-start',
      'end-unknown',
      'start-unknown',
    ]);
  });
});
