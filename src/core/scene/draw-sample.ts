import type { DateKind } from '../temporal/temporal.js';
import type { CssPixels } from '../util/units.js';
import { drawMark, sampleMark, type MarkSigns } from './draw-mark.js';
import type { Pen } from './pen.js';
import type { SceneMark } from './scene.js';

/** What is special about a sample, besides the kind of its date. */
export interface SampleMore {
  readonly approximate?: boolean;
  readonly likely?: boolean;
  readonly halfInferred?: boolean;
}

/** Of a sample of a mark. */
export const sampleWidth: CssPixels = 52;
export const sampleHeight: CssPixels = 22;

/** A mark as the legend shows it: in ink, so that it stands for every actor. */
export function drawSample(
  kind: DateKind,
  { approximate = false, likely = false, halfInferred = false }: SampleMore,
  pen: Pen,
  signs: MarkSigns,
): void {
  const doubt = approximate ? ({ startDoubt: 'approximate', endDoubt: 'approximate' } as const) : {};
  const ring = { x0: 16, x1: 28, y: 7, doubtful: false, isPoint: true, tight: false };
  const more: Partial<SceneMark> = {
    ...doubt,
    ...(likely && { likely: [ring], wallY: 2 }),
    ...(halfInferred && { endBasis: 'inferred', wallY: 2 }),
    ...(kind === 'within' && { barY: sampleHeight - 9 }),
    ...(kind === 'repeated' && { parts: [4, 12, 22, 30, 40, 48] }),
  };
  drawMark(sampleMark(kind, 'ink', sampleWidth, sampleHeight, more), pen, signs);
}

/** Two bars and their rungs. */
export function drawClashSample([upper, lower]: readonly [number, number], pen: Pen): void {
  pen.rect(4, 2, 44, 6, { fill: `actor-${upper}` });
  pen.rect(4, 14, 44, 6, { fill: `actor-${lower}` });
  for (const x of [12, 26, 40]) pen.line([x, 8, x, 14], { stroke: 'ink', lineWidth: 1.8 });
}
