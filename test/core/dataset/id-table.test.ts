import { expect } from 'chai';
import { buildingIdTable, findId, isIdBefore } from '../../../src/core/dataset/id-table.js';
import { fc } from '../support/fast-check.js';

function tableOf(given: readonly string[]) {
  const ids = [...given];
  const work = buildingIdTable(
    ids.length,
    (index) => ids[index]!,
    (index, id) => (ids[index] = id),
  );
  let step = work.next();
  while (!step.done) step = work.next();
  return { ids, find: (id: string) => findId(id, ids.length, step.value, (index) => ids[index]!) };
}

const id = fc.oneof(fc.constantFrom('x', 'x-2', 'x-2-2', 'y', '__proto__', 'constructor', ''), fc.string());

describe('the table of ids', () => {
  it('finds each event by its id, and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id), fc.string(), (given, other) => {
        const { ids, find } = tableOf(given);
        expect(ids).to.deep.equal(given);
        expect(given.map(find)).to.deep.equal(given.map((_, index) => index));
        expect(find(other)).to.equal(given.indexOf(other));
      }),
    );
  });

  it('makes equal ids different, as if each asked what is taken by those before it', () => {
    fc.assert(
      fc.property(fc.array(id, { maxLength: 40 }), (given) => {
        const taken = new Set<string>();
        const expected = given.map((wanted) => {
          let own = wanted;
          for (let copy = 2; taken.has(own); copy++) own = `${wanted}-${copy}`;
          taken.add(own);
          return own;
        });
        const { ids, find } = tableOf(given);
        expect(ids).to.deep.equal(expected);
        expect(ids.map(find)).to.deep.equal(ids.map((_, index) => index));
      }),
    );
  });

  it('takes as long for a thousand equal ids as for others', () => {
    const { ids } = tableOf(Array.from({ length: 20_000 }, () => 'same'));
    expect(ids.at(-1)).to.equal('same-20000');
  });

  it('is not needed where ids ascend: shorter ones first', () => {
    for (const ids of [['e1', 'e2', 'e9', 'e10', 'e11', 'e100'], ['001', '002'], []]) {
      const find = (wanted: string) => findId(wanted, ids.length, null, (index) => ids[index]!);
      expect(ids.map(find)).to.deep.equal(ids.map((_, index) => index));
      for (const other of ['', 'e', 'e0', 'e12', 'e1000', '0', '003', '😀']) expect(find(other)).to.equal(-1);
      expect(ids.slice(1).every((each, index) => isIdBefore(ids[index]!, each))).to.equal(true);
    }
    expect([isIdBefore('a', 'a'), isIdBefore('b', 'a'), isIdBefore('10', '9')]).to.deep.equal([false, false, false]);
  });
});
