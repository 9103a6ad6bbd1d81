import { expect } from 'chai';
import type { RelationType } from '../../../src/core/dataset/event.js';
import { dayMs, utcDate } from '../../../src/core/temporal/calendar.js';
import { narrowBounds, type NarrowedBounds } from '../../../src/core/temporal/narrow-bounds.js';
import type { OrderRelation } from '../../../src/core/temporal/order-graph.js';
import { startEndSpanOf, type StartEndSpan } from '../../../src/core/temporal/start-end-span.js';
import { fc, iso, temporal } from './support.js';

/** Dates by id, and relations such as `E18 before E17`, where `maybe` marks a possible one. */
function narrow(dates: Readonly<Record<string, string | null>>, relations: readonly string[]): string[] {
  const ids = Object.keys(dates);
  const parsed = relations.map((line): OrderRelation => {
    const [from = '', type, to = '', maybe] = line.split(' ');
    return { from: ids.indexOf(from), type: type as RelationType, to: ids.indexOf(to), possible: maybe === 'maybe' };
  });
  const spanOf = (event: number): StartEndSpan => {
    const text = dates[ids[event] ?? ''];
    return startEndSpanOf(text ? temporal(text) : null);
  };
  const result = narrowBounds(spanOf, parsed);
  return [
    ...result.narrowings.map(({ event, earliest, latest, earliestReason, latestReason }) => {
      const reasons = [earliestReason, latestReason].map((reason) =>
        reason ? `${reason.type} ${ids[reason.event]}` : 'as written',
      );
      const from = earliest === -Infinity ? '…' : iso(earliest);
      const to = latest === Infinity ? '…' : iso(latest - dayMs);
      return `${ids[event]}: ${from} (${reasons[0]}) – ${to} (${reasons[1]})`;
    }),
    ...result.contradictions.map(({ events, because }) => `${events.map((event) => ids[event]).join()}: ${because}`),
  ];
}

const window = '[2016-05-14..2016-05-19]';

describe('narrowBounds in the report', () => {
  it('narrows E18, before E17 and after E20, no further than its own window', () => {
    expect(
      narrow({ E17: window, E18: window, E20: '2016-05-14' }, ['E18 before E17', 'E18 after E20', 'E17 after E20']),
    ).to.deep.equal([]);
  });

  it('gives an undated E18 both of its neighbours’ bounds', () => {
    expect(narrow({ E17: window, E18: null, E20: '2016-05-14' }, ['E18 before E17', 'E18 after E20'])).to.deep.equal([
      'E18: 2016-05-14 (after E20) – 2016-05-19 (before E17)',
    ]);
  });

  it('puts E05 on 18 May, because the stop E06 that follows began that day', () => {
    expect(narrow({ E05: '[2016-05-18..2016-05-19]', E06: '2016-05-18/' }, ['E06 after E05'])).to.deep.equal([
      'E05: 2016-05-18 (as written) – 2016-05-18 (before E06)',
    ]);
  });

  it('puts E34 after E33 only where E33 has a first day', () => {
    const before = '[..2016-05-19]';
    expect(narrow({ E33: before, E34: before }, ['E33 before E34', 'E34 after E33'])).to.deep.equal([]);
    expect(narrow({ E33: '2016-05-12', E34: before }, ['E33 before E34', 'E34 after E33'])).to.deep.equal([
      'E34: 2016-05-12 (after E33) – 2016-05-19 (as written)',
    ]);
  });

  it('does not put forty air strikes on the day of one of them', () => {
    expect(narrow({ E07: window, E08: '2016-05-18' }, ['E08 during E07'])).to.deep.equal([]);
  });
});

describe('narrowBounds', () => {
  it('carries a bound along a chain and names the neighbour', () => {
    expect(narrow({ a: '2016-05-14', b: null, c: null }, ['a before b', 'c after b'])).to.deep.equal([
      'b: 2016-05-14 (after a) – … (as written)',
      'c: 2016-05-14 (after b) – … (as written)',
    ]);
  });

  it('keeps an event within the one during which it was', () => {
    expect(narrow({ a: '[..2016-05-19]', b: '2016-05-10/2016-05-12' }, ['a during b'])).to.deep.equal([
      'a: 2016-05-10 (during b) – 2016-05-12 (during b)',
    ]);
    expect(narrow({ a: null, b: '2016-05-10/..' }, ['a during b'])).to.deep.equal([
      'a: 2016-05-10 (during b) – … (as written)',
    ]);
  });

  it('intersects two records of one event', () => {
    expect(narrow({ a: '[2016-05-10..2016-05-16]', b: '[2016-05-14..2016-05-19]' }, ['a same-as b'])).to.deep.equal([
      'a: 2016-05-14 (same-as b) – 2016-05-16 (as written)',
      'b: 2016-05-14 (as written) – 2016-05-16 (same-as a)',
    ]);
  });

  it('takes the end of what lasted for what came after, its start for what came before', () => {
    const lasted = '2016-05-10/2016-05-12';
    expect(narrow({ a: null, b: lasted, c: null }, ['a before b', 'b before c'])).to.deep.equal([
      'a: … (as written) – 2016-05-10 (before b)',
      'c: 2016-05-12 (after b) – … (as written)',
    ]);
  });

  it('ignores what is only possible', () => {
    expect(narrow({ a: '2016-05-14', b: null }, ['a before b maybe'])).to.deep.equal([]);
    expect(narrow({ a: '2016-05-19', b: '2016-05-14' }, ['a before b maybe'])).to.deep.equal([]);
  });

  it('neither narrows by a doubtful date nor narrows it, but passes the order on', () => {
    expect(narrow({ a: null, b: '2016-05-14~' }, ['a before b'])).to.deep.equal([]);
    expect(narrow({ a: '2016-05-19', b: '2016-05-14?' }, ['a before b'])).to.deep.equal([]);
    expect(narrow({ a: '2016-05-14', b: '2016-05~', c: null }, ['a before b', 'b before c'])).to.deep.equal([
      'c: 2016-05-14 (after b) – … (as written)',
    ]);
  });

  it('lets two events of one day be in any order', () => {
    expect(narrow({ a: '2016-05-18', b: '2016-05-18' }, ['a before b'])).to.deep.equal([]);
  });

  it('reports dates that deny the order, and leaves them as written', () => {
    expect(narrow({ a: '2016-05-19', b: '2016-05-14' }, ['a before b'])).to.deep.equal(['a,b: dates']);
    expect(narrow({ a: '2016-05-19', b: '2016-05-14' }, ['b after a'])).to.deep.equal(['a,b: dates']);
    expect(narrow({ a: '2016-05-19', b: '2016-05-14' }, ['a during b'])).to.deep.equal(['a,b: dates']);
    expect(narrow({ a: '2016-05-19', b: '2016-05-14' }, ['a same-as b'])).to.deep.equal(['a,b: dates']);
  });

  it('names the events between two dates that deny the order, and spares the others', () => {
    expect(
      narrow({ a: '2016-05-19', b: null, c: '2016-05-14', d: null, e: '2016-05-20' }, [
        'a before b',
        'b before c',
        'd before c',
        'd before e',
      ]),
    ).to.deep.equal(['d: … (as written) – 2016-05-20 (before e)', 'a,b,c: dates']);
  });

  it('reports a circle without dates', () => {
    expect(narrow({ a: null, b: null }, ['a before b', 'b before a'])).to.deep.equal(['a,b: order']);
    expect(narrow({ a: null }, ['a before a'])).to.deep.equal(['a: order']);
    expect(narrow({ a: null, b: null }, ['a before b', 'a during b'])).to.deep.equal(['a,b: order']);
    expect(narrow({ a: null, b: null }, ['a before b', 'a same-as b'])).to.deep.equal(['a,b: order']);
    expect(narrow({ a: null, b: null, c: null }, ['a before b', 'b before c', 'c before a'])).to.deep.equal([
      'a,b,c: order',
    ]);
  });

  it('tells two circles apart that a relation joins', () => {
    const dates = { a: null, b: null, c: null, d: null };
    expect(narrow(dates, ['a before b', 'b before a', 'c before d', 'd before c', 'b before c'])).to.deep.equal([
      'a,b: order',
      'c,d: order',
    ]);
  });

  it('accepts circles that are no contradiction', () => {
    expect(narrow({ a: '2016-05-14', b: null }, ['a during b', 'b during a'])).to.deep.equal([
      'b: 2016-05-14 (during a) – 2016-05-14 (during a)',
    ]);
    expect(narrow({ a: null }, ['a same-as a', 'a during a'])).to.deep.equal([]);
  });

  it('takes 100,000 relations in one chain', () => {
    const count = 100_000;
    const relations = Array.from({ length: count }, (_, i): OrderRelation => {
      return { from: i, type: 'before', to: i + 1, possible: false };
    });
    const first = startEndSpanOf(temporal('2016-05-14'));
    const { narrowings, contradictions } = narrowBounds((event) => (event ? startEndSpanOf(null) : first), relations);
    expect(contradictions).to.deep.equal([]);
    expect(narrowings).to.have.length(count);
    expect(narrowings.at(-1)?.earliest).to.equal(utcDate(2016, 5, 14));
    const circle = narrowBounds(() => first, [...relations, { from: count, type: 'before', to: 0, possible: false }]);
    expect(circle.contradictions[0]?.events).to.have.length(count + 1);
  });
});

describe('narrowBounds, whatever the dates and the relations', () => {
  const eventCount = 8;
  const bound = fc.option(fc.integer({ min: 0, max: 20 }));
  const span = fc.tuple(bound, bound, bound, bound).map(([a, b, c, d]): StartEndSpan => {
    const known = [a, b, c, d].filter((n) => n !== null).sort((x, y) => x - y);
    const [startMin = 0, second = startMin, third = second, fourth = third] = known;
    const lasting = known.length > 2;
    return {
      startMin: a === null ? -Infinity : startMin,
      startMax: lasting ? second + 1 : d === null ? Infinity : fourth + 1,
      endMin: lasting ? third : a === null ? -Infinity : startMin,
      endMax: d === null ? Infinity : fourth + 1,
      doubtful: false,
    };
  });
  const relation = fc.record({
    from: fc.nat(eventCount - 1),
    type: fc.constantFrom<RelationType>('before', 'after', 'during', 'same-as'),
    to: fc.nat(eventCount - 1),
    possible: fc.boolean(),
  });
  const spans = fc.array(span, { minLength: eventCount, maxLength: eventCount });
  const relations = fc.array(relation, { maxLength: 14 });
  const run = (given: readonly StartEndSpan[], order: readonly OrderRelation[]): NarrowedBounds =>
    narrowBounds((event) => given[event] ?? startEndSpanOf(null), order);

  it('never widens and never empties a bound, and says why it changed', () => {
    fc.assert(
      fc.property(spans, relations, (given, order) => {
        for (const { event, earliest, latest, earliestReason, latestReason } of run(given, order).narrowings) {
          const { startMin = 0, endMax = 0 } = given[event] ?? {};
          expect(earliest).to.be.at.least(startMin);
          expect(latest).to.be.at.most(endMax);
          expect(earliest).to.be.lessThan(latest);
          expect(earliestReason !== null).to.equal(earliest !== startMin);
          expect(latestReason !== null).to.equal(latest !== endMax);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(spans, relations, (given, order) => {
        const first = run(given, order);
        const narrowed = given.slice();
        for (const { event, earliest, latest } of first.narrowings) {
          const { startMax = 0, endMin = 0 } = given[event] ?? {};
          narrowed[event] = {
            startMin: earliest,
            startMax: Math.min(startMax, latest),
            endMin: Math.max(endMin, earliest),
            endMax: latest,
            doubtful: false,
          };
        }
        const second = run(narrowed, order);
        expect(second.narrowings).to.deep.equal([]);
        expect(second.contradictions).to.deep.equal(first.contradictions);
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order of the relations, nor on the side that states them', () => {
    const turned = { before: 'after', after: 'before' } as const;
    const shuffled = relations.chain((order) =>
      fc.tuple(fc.constant(order), fc.shuffledSubarray(order, { minLength: order.length }), fc.boolean()),
    );
    fc.assert(
      fc.property(spans, shuffled, (given, [order, other, turn]) => {
        const restated = other.map((relation): OrderRelation => {
          const { from, type, to, possible } = relation;
          if (!turn || (type !== 'before' && type !== 'after')) return relation;
          return { from: to, type: turned[type], to: from, possible };
        });
        expect(run(given, restated)).to.deep.equal(run(given, order));
      }),
      { numRuns: 500 },
    );
  });

  it('names an event either as narrowed or as contradictory, not as both', () => {
    fc.assert(
      fc.property(spans, relations, (given, order) => {
        const { narrowings, contradictions } = run(given, order);
        const contradictory = new Set(contradictions.flatMap(({ events }) => events));
        return narrowings.every(({ event }) => !contradictory.has(event));
      }),
      { numRuns: 500 },
    );
  });
});
