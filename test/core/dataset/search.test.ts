import { expect } from 'chai';
import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { searchText } from '../../../src/core/dataset/search.js';
import { textsPerBlock } from '../../../src/core/dataset/text-column.js';
import { fc } from '../support/fast-check.js';
import { bundled, datasetOf, fileOf } from '../support/report.js';

function search(dataset: Dataset, query: string): number[] {
  const work = searchText(dataset, query);
  let step = work.next();
  while (!step.done) step = work.next();
  expect(step.value).to.have.length(dataset.count);
  return Array.from(step.value).flatMap((match, index) => (match ? [index] : []));
}

/** The same in another way: letter by letter, on copies of the texts. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
    .replace(/[ٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[٠-٩]/g, (digit) => String('٠١٢٣٤٥٦٧٨٩'.indexOf(digit)));
}

const piece = fc.constantFrom(
  ...['a', 'A', 'e', 'é', 'É', 'e\u0301', 'ê', 'o', 'ö', 'O\u0308', 'n', 'ñ', 's', 'S'],
  ...['ا', 'أ', 'إ', 'آ', 'ٱ', 'ي', 'ى', 'ه', 'ة', 'ت', 'تَ', 'تً', 'ـ', '1', '١', '2', '٢'],
  ...['.', '*', '\\', '[', ']', '(', '^', '-', '$', '|', '\0', '\n', ' ', ' ', ' '],
);
const text = fc.array(piece, { maxLength: 12 }).map((letters) => letters.join(''));
const query = fc.array(piece, { minLength: 1, maxLength: 4 }).map((letters) => letters.join(''));

describe('searchText', () => {
  it('finds what a slow search on folded copies finds', () => {
    let hits = 0;
    const events = fc.array(
      fc.record({
        title: fc.oneof(text, fc.record({ en: text, ar: text })),
        description: fc.option(text, { nil: undefined }),
      }),
      { maxLength: 3 * textsPerBlock, size: 'max' },
    );
    fc.assert(
      fc.property(events, query, (given, wanted) => {
        const dataset = datasetOf(given.map((event, i) => ({ id: `id ${i}`, actor: 'Xyz', ...event })));
        const words = fold(wanted)
          .split(/[\s\0]+/)
          .filter(Boolean);
        const expected = dataset.events.flatMap(({ title, summary }, index) => {
          const texts = [title, summary ?? ''].flatMap((each) =>
            typeof each === 'string' ? [each] : Object.values(each),
          );
          return words.every((word) => texts.some((each) => fold(each).includes(word))) ? [index] : [];
        });
        hits += expected.length;
        expect(search(dataset, wanted)).to.deep.equal(expected);
      }),
      { numRuns: 150 },
    );
    expect(hits).to.be.above(1000);
  });

  it('finds words of the bundled report in both languages, also in its quotes and places', () => {
    const ids = (wanted: string) => search(bundled, wanted).map((index) => bundled.idOf(index));
    expect(ids('hospital')).to.include('e20');
    expect(ids('مشفى')).to.include('e20');
    expect(ids('HOSPITAL مشفي')).to.include('e20');
    expect(ids('Panorama').length).to.be.above(0);
    expect(ids('xyzzy')).to.deep.equal([]);
    const { quote } = bundled.event(0).claims[0]!;
    const words = (typeof quote === 'string' ? quote : Object.values(quote!)[0]!).split(' ').slice(0, 4).join(' ');
    expect(ids(words)).to.include('e01');
  });

  it('looks at actors, places, targets, types and means', () => {
    const dataset = datasetOf([
      { id: 'p', title: 'x', actor: 'Wanted', place: 'Nowhere' },
      { id: 't', title: 'x', actor: 'A', target: ['Nobody', 'Wanted 2'] },
      { id: 'k', title: 'x', actor: 'A', type: 'wanted kind' },
      { id: 'n', title: 'x', actor: 'A' },
    ]);
    expect(search(dataset, 'nowhere')).to.deep.equal([0]);
    expect(search(dataset, 'wanted')).to.deep.equal([0, 1, 2]);
    expect(
      search(datasetOf(fileOf({ means: ['x', 'wanted'] }, { places: [{ name: { ar: 'الرقّة' } }] })), 'الرقه'),
    ).to.deep.equal([1]);
  });

  it('finds what an actor did by any of its names, and nothing by the words for one that is not stated', () => {
    const all = bundled.events.flatMap(({ actors }, index) => (actors.includes('isis') ? [index] : []));
    for (const name of ['ISIS', 'isis', 'داعش', 'دَاعِش']) expect(search(bundled, name)).to.include.members(all);
    expect(all).to.have.length(11);
    expect(search(bundled, 'actor not stated')).to.deep.equal([]);
    expect(search(bundled, 'الفاعل')).to.deep.equal([]);
  });

  it('finds who was with the actors, and the dead by their names', () => {
    const dataset = datasetOf(
      fileOf(
        { killed: { best: 1, names: [{ ar: 'سامر', en: 'Samer' }] } },
        { injured: { best: 2, names: ['Rami'] } },
        {},
      ),
    );
    expect(search(dataset, 'samer')).to.deep.equal([0]);
    expect(search(dataset, 'سامِر')).to.deep.equal([0]);
    expect(search(dataset, 'rami')).to.deep.equal([1]);
  });

  it('finds an event by its whole id, and everything where nothing is asked', () => {
    const dataset = datasetOf([
      { id: 'ab-1', title: 'x' },
      { id: 'ab-2', title: 'x' },
    ]);
    expect(search(dataset, ' ab-2 ')).to.deep.equal([1]);
    expect(search(dataset, 'ab')).to.deep.equal([]);
    for (const nothing of ['', '  ', '\u064b']) expect(search(dataset, nothing)).to.deep.equal([0, 1]);
  });

  it('takes each word in any of the texts of one event, and none across two', () => {
    const dataset = datasetOf([
      { id: 'a', title: 'first half', description: 'second part' },
      { id: 'b', title: 'part first', description: 'nothing' },
    ]);
    expect(search(dataset, 'second half')).to.deep.equal([0]);
    expect(search(dataset, 'first part')).to.deep.equal([0, 1]);
    expect(search(dataset, 'halfpart')).to.deep.equal([]);
  });
});
