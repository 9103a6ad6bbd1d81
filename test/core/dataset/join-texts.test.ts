import { expect } from 'chai';
import { hasTextsApart, joiningTexts } from '../../../src/core/dataset/join-texts.js';
import { readDataset } from '../../../src/core/dataset/read-dataset.js';
import { textsPerBlock } from '../../../src/core/dataset/text-column.js';

describe('texts of an object that the page gave', () => {
  const count = 2 * textsPerBlock + 7;
  const records = Array.from({ length: count }, (_, i) => ({ id: `e${i}`, date: '2016-05-18', title: `Event ${i}` }));

  it('are joined when somebody has the time, and stay the same', () => {
    const { dataset } = readDataset(records);
    const { titles } = dataset!;
    const before = dataset!.events.map(({ id, title }) => [id, title]);
    expect(titles.blocks.map((block) => typeof block)).to.deep.equal(['object', 'object', 'object']);
    expect(hasTextsApart(dataset!)).to.equal(true);
    Array.from(joiningTexts(dataset!));
    expect(hasTextsApart(dataset!)).to.equal(false);
    expect(titles.blocks.map((block) => typeof block)).to.deep.equal(['string', 'string', 'string']);
    expect(readDataset(records).dataset!.events.map(({ id, title }) => [id, title])).to.deep.equal(before);
    expect([0, textsPerBlock, count - 1].map((i) => dataset!.titleOf(i))).to.deep.equal([
      'Event 0',
      `Event ${textsPerBlock}`,
      `Event ${count - 1}`,
    ]);
  });

  it('are joined at once where they fill no block', () => {
    expect(hasTextsApart(readDataset(records.slice(0, textsPerBlock)).dataset!)).to.equal(false);
  });

  it('of a text are joined at once', () => {
    const { dataset } = readDataset(JSON.stringify({ events: records, padding: 'x'.repeat(300_000) }));
    expect(dataset!.titles.blocks.every((block) => typeof block === 'string')).to.equal(true);
  });
});
