import { findWords, merged, type Stretch } from '../i18n/highlight.js';
import type { WordPattern } from '../i18n/spelling.js';
import { isArabicText, type MeasureText, type TextRole } from '../layout/type-scale.js';
import type { NameInfo } from '../layout/name-info.js';
import type { CssPixels } from '../util/units.js';
import type { SceneName } from './scene.js';
import type { SceneInput } from './scene-builder.js';

/** Words, or numbers, that are written against the direction of the text around them. */
const againstLtr = /[\u0590-\u08ff](?:[^A-Za-z\u00c0-\u024f]*[\u0590-\u08ff])?/g;
const againstRtl = /[A-Za-z\u00c0-\u024f](?:[^\u0590-\u08ff]*[A-Za-z\d\u00c0-\u024f])?|[\d\u0660-\u0669]+/g;

/** A letter before the cut and one after it: cut apart they would have other forms. */
const joinedBefore = /[\u0620-\u064a][\u064b-\u065f\u0670]*$/;
const joinedAfter = /^[\u0620-\u064a]/;
/** A stroke that letters join. (The joiner that has no width is missing in fonts that pages cut to an alphabet.) */
const tatweel = '\u0640';

/** What is searched for in the lines of a name, from the side that they hang on. */
export const foundInLines = (
  lines: readonly string[],
  { dir }: NameInfo,
  role: TextRole,
  { sought, measure, dir: pageDir }: SceneInput,
): SceneName['found'] =>
  sought.length === 0
    ? []
    : lines.flatMap((text, line) => {
        const left = pageDir === 'rtl' ? -measure(text, role, isArabicText(text)) : 0;
        return foundExtents(text, dir, role, sought, measure).map(([x0, x1]) => ({
          line,
          x0: left + x0,
          x1: left + x1,
        }));
      });

/**
 * Where what is searched for is written in a line of text: from and to, in pixels from the left edge of the line. Beginnings
 * of the line are measured, never letters. What is written against the line's direction is taken as a whole: a part
 * of it does not stand where it is counted.
 */
export function foundExtents(
  text: string,
  dir: 'ltr' | 'rtl',
  role: TextRole,
  sought: readonly WordPattern[],
  measure: MeasureText,
): readonly (readonly [CssPixels, CssPixels])[] {
  const words = findWords(text, sought);
  if (words.length === 0) return [];
  const arabic = isArabicText(text);
  const whole = measure(text, role, arabic);
  const widthOf = (before: string, isJoined: boolean): CssPixels =>
    isJoined && joinedBefore.test(before)
      ? measure(before + tatweel, role, arabic) - measure(tatweel, role, arabic)
      : measure(before, role, arabic);
  const upTo = (index: number): CssPixels => {
    const [before, after] = [text.slice(0, index), text.slice(index)];
    const width = before === '' ? 0 : after === '' ? whole : widthOf(before, joinedAfter.test(after));
    return dir === 'rtl' ? whole - width : width;
  };
  const against = [...text.matchAll(dir === 'rtl' ? againstRtl : againstLtr)].map(({ index, 0: run }): Stretch => [
    index,
    index + run.length,
  ]);
  const grown = words.map(([start, end]): Stretch => {
    const touched = against.filter(([from, to]) => from < end && to > start).flat();
    return [Math.min(start, ...touched), Math.max(end, ...touched)];
  });
  return merged(grown).map(([start, end]) => (dir === 'rtl' ? [upTo(end), upTo(start)] : [upTo(start), upTo(end)]));
}
