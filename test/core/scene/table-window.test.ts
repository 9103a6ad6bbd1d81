import { expect } from 'chai';
import {
  isStuck,
  placeOfRow,
  placeShowing,
  scrolledTo,
  settledPlace,
  tableStart,
  tallest,
  windowOf,
  type TablePlace,
  type TableRoom,
} from '../../../src/core/scene/table-window.js';
import { between, fc } from '../support/fast-check.js';

const few: TableRoom = { rows: 1000, rowHeight: 50, viewport: 600, most: 40 };
const million: TableRoom = { ...few, rows: 1_000_000 };
const height = ({ rows, rowHeight }: TableRoom): number => Math.min(tallest, rows * rowHeight);

/** What is true of every window: it fills the viewport with the right rows, and the room around it is that of the others. */
function expectFilled(place: TablePlace, room: TableRoom): void {
  const { first, end, above, below } = windowOf(place, room);
  const { rows, rowHeight, viewport } = room;
  const whole = above + (end - first) * rowHeight + below;
  expect(whole, 'height').to.be.within(height(room) - 0.01, height(room) + rowHeight + 0.01);
  // Where rows are shares of the whole the first may begin a part of a row too low.
  const shift = above === 0 && rows * rowHeight > tallest ? rowHeight : 0.01;
  expect(above + (place.row - first) * rowHeight, 'the row at the edge').to.be.closeTo(place.top, shift);
  expect(first).to.be.within(0, Math.max(0, Math.floor(place.row + 1e-6)));
  expect(end).to.be.at.least(Math.min(rows, Math.ceil(place.row + viewport / rowHeight - 1e-6)));
  expect(end - first).to.be.at.most(Math.max(room.most, Math.ceil(viewport / rowHeight) + 3));
}

describe('the window of a table', () => {
  it('has the rows in view and some around them', () => {
    expect(windowOf(tableStart, few)).to.deep.equal({ first: 0, end: 39, above: 0, below: 48_050 });
    const { first, end, above } = windowOf(scrolledTo(tableStart, 10_000, few), few);
    expect([first, end, above]).to.deep.equal([187, 226, 9350]);
    expect(windowOf(placeOfRow(5, { ...few, rows: 7 }), { ...few, rows: 7 })).to.deep.equal({
      first: 0,
      end: 7,
      above: 0,
      below: 0,
    });
    expect(windowOf(tableStart, { ...few, rows: 0 })).to.deep.equal({ first: 0, end: 0, above: 0, below: 0 });
  });

  it('is right wherever it is, with as many rows as one likes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 13, max: 1_000_000 }),
        between(20, 300),
        between(100, 700),
        between(0, 1),
        (rows, rowHeight, viewport, share) => {
          const room = { rows, rowHeight, viewport, most: 40 };
          expectFilled(placeOfRow(share * rows, room), room);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('scrolling a table', () => {
  it('goes by the rows themselves on short ways, over the whole on far ones', () => {
    const near = scrolledTo(placeOfRow(500_000, million), placeOfRow(500_000, million).top + 100, million);
    expect(near.row).to.be.closeTo(500_002, 1e-6);
    const far = scrolledTo(tableStart, (height(million) - 600) / 2, million);
    expect(far.row).to.be.closeTo(499_994, 1);
    expect(far.isFar).to.equal(true);
  });

  it('reaches both ends', () => {
    const end = scrolledTo(tableStart, height(million) - 600, million);
    expect(windowOf(end, million).end).to.equal(1_000_000);
    expect(windowOf(end, million).below).to.be.closeTo(0, 0.01);
    expect(windowOf(scrolledTo(end, 0, million), million).first).to.equal(0);
  });

  it('passes over no row, however long a wheel is turned', () => {
    let place = placeOfRow(2000, million);
    const seen = new Set<number>();
    for (let turns = 0; turns < 2000; turns++) {
      const { first, end } = windowOf(place, million);
      for (let row = Math.max(first, Math.ceil(place.row)); row < Math.min(end, place.row + 11); row++) seen.add(row);
      expectFilled(place, million);
      if (place.row === 0) break;
      place = scrolledTo(place, Math.max(0, place.top - 120), million);
      if (isStuck(place, million)) place = settledPlace(place, million);
    }
    expect(place.row).to.equal(0);
    for (let row = 0; row <= 2000; row++) expect(seen.has(row), String(row)).to.equal(true);
  });

  it('puts the bar where the rows are when the hand rests', () => {
    const near = scrolledTo(placeOfRow(1000, million), placeOfRow(1000, million).top + 1000, million);
    const rest = settledPlace(near, million);
    expect(rest.row).to.equal(near.row);
    expect(rest.top).to.be.closeTo((near.row / 999_988) * (tallest - 600), 1);
    expect(settledPlace(scrolledTo(tableStart, 777, few), few).top).to.be.closeTo(777, 1e-6);
  });

  it('brings a row into view by the least way', () => {
    const place = placeOfRow(100, few);
    expect(placeShowing(105, place, few)).to.equal(place);
    expect(placeShowing(40, place, few).row).to.equal(40);
    expect(placeShowing(112, place, few).row).to.equal(101);
    expect(placeShowing(999, place, few).row).to.equal(988);
  });
});
