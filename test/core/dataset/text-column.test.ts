import { expect } from 'chai';
import {
  blockAt,
  replaceTexts,
  textAt,
  TextColumnBuilder,
  textsPerBlock,
} from '../../../src/core/dataset/text-column.js';
import { fc } from '../support/fast-check.js';

/** Undefined: the event is passed over. */
const texts = fc.array(fc.option(fc.oneof(fc.string(), fc.constantFrom('', '\0', 'é\0\n', '😀')), { nil: undefined }), {
  maxLength: 3 * textsPerBlock,
  size: 'max',
});

function columnOf(list: readonly (string | undefined)[], count = list.length, held = 0) {
  const builder = new TextColumnBuilder(held);
  list.forEach((text, event) => {
    if (text !== undefined) builder.set(event, text);
  });
  return { column: builder.finish(count), builder };
}

describe('a column of texts', () => {
  it('gives each event its text back, and nothing to the others', () => {
    fc.assert(
      fc.property(texts, (list) => {
        const { column, builder } = columnOf(list);
        expect(list.map((_, event) => textAt(column, event))).to.deep.equal(list.map((text) => text ?? ''));
        expect(builder.characters).to.equal(list.join('').length);
        expect(column.blocks.length).to.be.at.most(Math.ceil(list.length / textsPerBlock));
      }),
    );
  });

  it('leaves texts apart that are in memory anyway, and gives the same before and after they are joined', () => {
    fc.assert(
      fc.property(texts, fc.nat(2000), (list, held) => {
        const joined = columnOf(list).column;
        const { column } = columnOf(list, list.length, held + 1);
        expect(column.blocks.every((block) => typeof block === 'object')).to.equal(true);
        expect(list.map((_, event) => textAt(column, event))).to.deep.equal(list.map((text) => text ?? ''));
        expect(column.blocks.map((_, i) => blockAt(column, i))).to.deep.equal(joined.blocks);
        expect(column).to.deep.equal(joined);
      }),
    );
  });

  it('has no memory of what no event has', () => {
    const { column } = columnOf([undefined, undefined]);
    expect([column.blocks.length, column.ends.length]).to.deep.equal([0, 0]);
    expect(textAt(column, 1)).to.equal('');
  });

  it('leaves out an event that did not become whole', () => {
    const { column } = columnOf(['a', 'b', 'c'], 2);
    expect([0, 1, 2].map((event) => textAt(column, event))).to.deep.equal(['a', 'b', '']);
  });

  it('can be given other texts here and there', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.tuple(fc.nat(3 * textsPerBlock), fc.string())), (list, changes) => {
        const { column } = columnOf(list.map((text) => text ?? ''));
        const map = new Map(changes.filter(([event]) => event < list.length));
        const changed = replaceTexts(column, map);
        list.forEach((text, event) => expect(textAt(changed, event)).to.equal(map.get(event) ?? text ?? ''));
        list.forEach((text, event) => expect(textAt(column, event)).to.equal(text ?? ''));
      }),
    );
  });
});
