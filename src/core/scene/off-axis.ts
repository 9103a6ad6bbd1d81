import type { LaneArrangement } from '../layout/arrange-lanes.js';
import { fitText } from '../layout/fit-text.js';
import { sizes } from '../layout/sizes.js';
import { isArabicText, type TextRole } from '../layout/type-scale.js';
import { foundInLines } from './found-words.js';
import type { Box, SceneTag } from './scene.js';
import type { Builder } from './scene-builder.js';

/** Adds the events that have no place on the axis: in the column beside it, or in the lane's first rows. */
export function addOffAxis(lane: LaneArrangement, laneIndex: number, builder: Builder): void {
  const { input } = builder;
  const { plot, dir, shape, width } = input;
  const isWide = shape === 'wide';
  const columnX = dir === 'rtl' ? width - sizes.laneColumn - sizes.undatedColumn : sizes.laneColumn;
  for (const item of lane.offAxis) {
    const info = input.nameOf(item.event);
    const row: Box = isWide
      ? { x: columnX, y: item.y, width: sizes.undatedColumn, height: item.height }
      : { x: plot.left, y: item.y, width: plot.width, height: item.height };
    const inset = isWide ? 4 : 38;
    const isSelected = item.event === input.selected;
    const role: TextRole = isWide ? 'note' : isSelected ? 'name-selected' : 'name';
    const tags = offAxisTags(item.event, isWide, builder);
    const tagsWidth = tags.reduce((sum, tag) => sum + sizes.tagGap + tag.width, 0);
    const fitted = fitText(info.text, role, row.width - inset - tagsWidth, input.measure).text;
    const lines = isWide ? item.lines : [fitted];
    const text = lines.join(' ');
    if (text === '') builder.count(item.event, 'unnamed');
    const boxWidth = isWide
      ? row.width - 2 * inset
      : text === ''
        ? 0
        : input.measure(text, role, isArabicText(text)) + tagsWidth;
    const box = { ...row, x: dir === 'rtl' ? row.x + row.width - inset - boxWidth : row.x + inset, width: boxWidth };
    builder.names.push({
      event: item.event,
      laneIndex,
      text,
      cut: text === '' || lines.some((line) => line.endsWith('…')),
      lang: info.lang,
      dir: info.dir,
      role,
      ink: 'ink',
      tags,
      box,
      row,
      onAxis: false,
      lines,
      isEcho: false,
      found: foundInLines(lines, info, role, input),
    });
    builder.count(item.event, 'inView');
  }
}

/** Certainty and relation as everywhere; without the column, each row also says itself that its date is not stated. */
function offAxisTags(event: number, isWide: boolean, { input, relationTags }: Builder): SceneTag[] {
  const { tag, tagWidth } = input.nameOf(event);
  const relation = relationTags.get(event);
  const text = `· ${input.language.messages.axis.undated}`;
  return [
    ...(tag ? [{ text: tag, width: tagWidth, look: 'outlined' } as const] : []),
    ...(relation ? [relation] : []),
    ...(isWide ? [] : [{ text, width: input.measure(text, 'tag', isArabicText(text)), look: 'plain' } as const]),
  ];
}
