import type { MeasureText } from '../../../src/core/layout/type-scale.js';

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

export const graphemesOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** Every grapheme is seven pixels wide, so that no font has a say in where a name stands. */
export const measure: MeasureText = (text) => 7 * graphemesOf(text).length;
