import { expect } from 'chai';
import { focusBoxes } from '../../../src/core/scene/focus-boxes.js';
import type { Box, Scene } from '../../../src/core/scene/scene.js';
import { bundled, indexOf } from '../support/report.js';
import { timeline } from '../support/timeline.js';

const view = timeline(bundled);
const scene: Scene = view.ask.scene(view.state)!;

/** What the ring of an event encloses, and the row of its name; of the clash that of the n-th lane. */
function boxes(id: string, n = 0, of = scene): { ring: Box; row: Box } {
  const name = of.names.filter(({ event }) => event === indexOf(bundled, id))[n]!;
  return { ring: focusBoxes(of)(name), row: name.row };
}
const bottom = ({ y, height }: Box): number => y + height;

describe('focusBoxes', () => {
  it('enclose the name and the bar below it', () => {
    const { ring, row } = boxes('e25');
    expect(ring.y).to.equal(row.y);
    expect(bottom(ring)).to.equal(bottom(row) + 7);
    expect([ring.x, ring.width]).to.deep.equal([row.x - 2, row.width + 4]);
  });

  it('enclose the row alone where several names stand on one floor, and of days', () => {
    for (const id of ['e07', 'e17', 'e01', 'e20', 'e15']) {
      const { ring, row } = boxes(id);
      expect([ring.y, ring.height], id).to.deep.equal([row.y, row.height]);
    }
  });

  it('enclose of a clash the bar of the same lane, and no other', () => {
    const [above, below] = [boxes('e12', 0), boxes('e12', 1)];
    expect([above.ring.y, bottom(above.ring)]).to.deep.equal([above.row.y, bottom(above.row) + 7]);
    expect([below.ring.y, bottom(below.ring)]).to.deep.equal([below.row.y - 7, bottom(below.row)]);
    expect(bottom(above.ring)).to.be.below(below.ring.y);
  });

  it('enclose the tag where the bar runs out of the view', () => {
    const { ring, row } = boxes('e26');
    const tag = scene.edgeTags.find(({ event }) => event === indexOf(bundled, 'e26'))!;
    expect(bottom(ring)).to.be.at.least(bottom(tag.box));
    expect(ring.y).to.equal(row.y);
  });

  it('leave room for the ring at the edges of the chart', () => {
    const box = focusBoxes(scene);
    for (const name of scene.names) {
      const { x, width } = box(name);
      expect(x).to.be.at.least(4);
      expect(x + width).to.be.at.most(scene.width - 4);
    }
  });
});
