import { sizes } from '../core/layout/sizes.js';
import { createAxisWords } from '../core/scene/axis-words.js';
import { drawAxis } from '../core/scene/draw-axis.js';
import { drawScene } from '../core/scene/draw-scene.js';
import { pageBands } from '../core/scene/page-bands.js';
import { shiftPen, type Pen } from '../core/scene/pen.js';
import { sceneBand } from '../core/scene/scene-band.js';
import type { CssPixels } from '../core/util/units.js';
import { drawLaneNames, type DrawnChart } from './svg-picture.js';
import { createSvgPen } from './svg-pen.js';
import { toSvgElement } from './svg-element.js';
import { svgNode } from './svg-tree.js';
import { variableTheme } from './theme.js';

/** A chart for paper: lines and letters that are sharp in any size, in pieces that a page can hold. */
export interface PaperPicture {
  /** Stands above the first piece on every page; null where nothing is dated. */
  readonly axis: SVGElement | null;
  /** From top to bottom, without a gap. */
  readonly pieces: readonly SVGElement[];
}

/** Half a page: what is left at the end of one is no more. */
const tallestPiece: CssPixels = 520;

/** Ids are the shadow root's: no two pictures in it share one. */
export function paperPicture(input: DrawnChart): PaperPicture {
  const { scene, language, measure } = input;
  const signs = { question: language.messages.questionMark, lang: language.lang, dir: language.dir };
  const picture = (height: CssPixels, name: string, draw: (pen: Pen) => void): SVGElement => {
    const pen = createSvgPen(variableTheme, { idPrefix: `paper-${name}-` });
    draw(pen);
    const attributes = { viewBox: `0 0 ${scene.width} ${height}`, 'aria-hidden': 'true', focusable: 'false' };
    return toSvgElement(svgNode('svg', attributes, pen.nodes), document);
  };
  const pieces = pageBands(scene.lanes, tallestPiece).map((band, i) =>
    picture(band.height, String(i), (pen) => {
      const shifted = shiftPen(pen, 0, -band.top);
      drawScene(sceneBand(scene, band), shifted, signs);
      // A lane in several pieces is named in the first.
      const named = scene.lanes.filter(({ headY }) => headY >= band.top && headY < band.top + band.height);
      drawLaneNames(input, shifted, named);
    }),
  );
  // With room for the arrow at its end.
  const axis = scene.scale
    ? picture(sizes.axis + 4, 'axis', (pen) => drawAxis(scene, pen, createAxisWords(language, measure)))
    : null;
  return { axis, pieces };
}
