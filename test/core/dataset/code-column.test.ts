import { expect } from 'chai';
import { CodeColumnBuilder, keysAt } from '../../../src/core/dataset/code-column.js';
import { fc } from '../support/fast-check.js';

const key = fc.constantFrom('a', 'b', 'c', '__proto__', 'constructor');

describe('a column of codes', () => {
  it('gives each event its values back, each once', () => {
    fc.assert(
      fc.property(fc.array(fc.array(key, { maxLength: 3 }), { maxLength: 50 }), (events) => {
        const builder = new CodeColumnBuilder();
        events.forEach((keys, event) => keys.forEach((each) => builder.add(event, each)));
        const column = builder.finish(events.length);
        events.forEach((keys, event) => {
          expect(keysAt(column, event).map((found) => found.key)).to.deep.equal([...new Set(keys)]);
        });
        const isUsed = events.some((keys) => keys.length > 0);
        expect(column.keys.length > 0).to.equal(isUsed);
        expect(column.offsets === null).to.equal(events.every((keys) => new Set(keys).size < 2));
        if (!isUsed) return;
        // Every event has a code, "not stated" if no other.
        const starts = column.offsets ?? events.map((_, event) => event);
        events.forEach((keys, event) => {
          if (keys.length === 0) expect(column.keys[column.codes[starts[event]!]!]!.key).to.equal('');
        });
        expect(column.codes.length).to.equal(column.offsets?.[events.length] ?? events.length);
      }),
    );
  });

  it('tells whether it can give a value back', () => {
    const builder = new CodeColumnBuilder();
    const named = { en: 'Ada' };
    expect(builder.add(0, 'a', named)).to.equal(true);
    expect(builder.add(0, 'a', named)).to.equal(false);
    expect(builder.add(1, 'a', 'Ada')).to.equal(false);
    expect(builder.add(2, '', '')).to.equal(false);
    expect(keysAt(builder.finish(3), 1)).to.deep.equal([{ key: 'a', name: named }]);
  });

  it('has room for more keys than two bytes can count', () => {
    const builder = new CodeColumnBuilder();
    const count = 70_000;
    for (let event = 0; event < count; event++) builder.add(event, `k${event}`);
    const column = builder.finish(count);
    expect(column.codes).to.be.instanceOf(Uint32Array);
    for (const event of [0, 65_535, 65_536, count - 1]) expect(keysAt(column, event)[0]!.key).to.equal(`k${event}`);
  });

  it('takes a list of any length', () => {
    const builder = new CodeColumnBuilder();
    const keys = Array.from({ length: 100_000 }, (_, i) => `k${i}`);
    for (const event of [0, 1]) {
      for (const each of keys) builder.add(event, each);
      expect(builder.add(event, 'k7')).to.equal(false);
    }
    const column = builder.finish(2);
    for (const event of [0, 1]) expect(keysAt(column, event).map((found) => found.key)).to.deep.equal(keys);
  });

  it('leaves out an event that did not become whole', () => {
    for (const second of [['b'], ['b', 'c']]) {
      const builder = new CodeColumnBuilder();
      builder.add(0, 'a');
      for (const each of second) builder.add(1, each);
      const column = builder.finish(1);
      expect(column.codes).to.have.length(1);
      expect(keysAt(column, 0)).to.deep.equal([{ key: 'a', name: 'a' }]);
    }
  });
});
