import { expect } from 'chai';
import {
  createLabelHeight,
  notEnlarged,
  type Enlarged,
  type LabelForm,
} from '../../../src/core/layout/label-height.js';
import { createLane, eventsOf, type Lane } from '../../../src/core/layout/lanes.js';
import { sizes } from '../../../src/core/layout/sizes.js';
import { measure } from '../support/measure.js';
import { bundled } from '../support/report.js';

function laneOf(name: string, note: string | null = null, isFold = false): Lane {
  const label = { key: name, name, note, unknown: false, hue: 0, pattern: 0 };
  const none = new Uint32Array();
  return createLane(label, eventsOf(bundled, none, none, none), 0, isFold ? [] : null);
}

const long = 'Independent International Commission of Inquiry on the Syrian Arab Republic';
const heightOf = (lane: Lane, form: LabelForm, enlarged: Enlarged = notEnlarged): number =>
  createLabelHeight(bundled, [lane], 'en', enlarged, measure)(lane, form);

describe('the height of a lane’s label', () => {
  it('is that of its lines: the name, and the note or the count below it', () => {
    expect(heightOf(laneOf('ISIS'), 'rows')).to.equal(14 + 20);
    expect(heightOf(laneOf('ISIS', 'so called'), 'rows')).to.equal(14 + 20 + 17);
    expect(heightOf(laneOf('ISIS'), 'counts')).to.equal(14 + 20 + 17);
    expect(heightOf(laneOf(long), 'rows')).to.be.above(14 + 3 * 20);
  });

  it('is that of a low lane where the name has one line, and more where it has several', () => {
    expect(heightOf(laneOf('ISIS'), 'low')).to.equal(sizes.collapsed);
    expect(heightOf(laneOf('14 more actors', null, true), 'low')).to.equal(sizes.densityFold);
    expect(heightOf(laneOf(long), 'low')).to.be.above(sizes.collapsed);
    expect(heightOf(laneOf(long), 'head'), 'one line over the lane').to.equal(sizes.laneHead);
  });

  it('grows with the reader’s text: with the height of lines, and with the width of letters', () => {
    const forms = ['rows', 'counts', 'low', 'head'] as const;
    for (const form of forms) {
      const plain = heightOf(laneOf(long), form);
      expect(heightOf(laneOf(long), form, { line: 2, letters: 1 }), form).to.be.above(plain * 1.5);
      if (form !== 'head') expect(heightOf(laneOf(long), form, { line: 1, letters: 2 }), form).to.be.above(plain * 1.5);
    }
  });

  it('ends somewhere, however long the name', () => {
    expect(heightOf(laneOf('word '.repeat(5000)), 'rows')).to.be.at.most(14 + 8 * 20);
    expect(heightOf(laneOf('x'.repeat(5000)), 'rows')).to.be.at.most(14 + 8 * 20);
  });
});
