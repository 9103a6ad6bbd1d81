import type { Dataset } from '../dataset/dataset.js';
import type { Block, LaneArrangement } from '../layout/arrange-lanes.js';
import { fitText } from '../layout/fit-text.js';
import { likelyStretch, stretchOf } from '../layout/pack-floors.js';
import { placeName, placePointNames, pointReach, type NameLimits, type NamePlace } from '../layout/place-name.js';
import { sizes } from '../layout/sizes.js';
import { isPoint } from '../temporal/date-kind.js';
import type { CssPixels } from '../util/units.js';
import type { TimeScale } from '../viewport/time-scale.js';
import { addEdgeTags } from './edge-tags.js';
import { foundInLines } from './found-words.js';
import type { LikelyMark, SceneMark, SceneTag } from './scene.js';
import { pageBox, type Builder } from './scene-builder.js';

/** Places of one row of blocks that are taken, so that a name pushed aside by the view's edge never lies on another. */
interface Taken {
  readonly block: Block;
  readonly x0: CssPixels;
  readonly x1: CssPixels;
}

/** Places a lane's blocks along the axis: marks, names, what runs out of the view. */
export function addBlocks(lane: LaneArrangement, laneIndex: number, scale: TimeScale, builder: Builder): void {
  const takenByRow = new Map<CssPixels, Taken[]>();
  const visible: { block: Block; stretch: ReturnType<typeof visibleStretch> }[] = [];
  for (const block of lane.blocks) {
    const stretch = visibleStretch(block, scale, builder);
    if (stretch.x1 <= 0 || stretch.x0 >= scale.width) {
      for (const event of block.floor.events) builder.count(event, 'outside');
      continue;
    }
    visible.push({ block, stretch });
    // Each block has its mark and the places of its names at any scroll position; what the view's edge pushes aside
    // gets what they leave.
    const taken = takenByRow.get(block.y) ?? [];
    taken.push({ block, x0: stretch.x0, x1: stretch.x1 });
    for (const event of block.floor.events) {
      const place = placeOf(event, block, stretch, 0, scale, unlimited(builder), builder);
      const [x0, x1] = extentOfName(place, builder.input.nameOf(event).width);
      taken.push({ block, x0, x1 });
    }
    takenByRow.set(block.y, taken);
  }
  for (const { block, stretch } of visible)
    addBlock(block, stretch, lane, laneIndex, scale, takenByRow.get(block.y)!, builder);
}

const unlimited = ({ limits }: Builder): NameLimits => ({ ...limits, left: -Infinity, right: Infinity });

/** A block's stretch along the visible axis, with open sides at its edges. */
function visibleStretch({ floor }: Block, scale: TimeScale, { input }: Builder) {
  const published = input.lines.find(({ kind }) => kind === 'published')?.time ?? null;
  const offset = scale.domain[0] * scale.pixelsPerMs;
  if (isPoint(floor.kind)) {
    const x0 = scale(floor.earliest);
    const x1 = scale(floor.latest);
    const middle = (x0 + x1) / 2;
    const reach = pointReach(x1 - x0, hasWhiskers(floor.kind));
    return { x0: middle - reach, x1: middle + reach, openStart: false, openEnd: false };
  }
  const { x0, x1 } = stretchOf(floor, scale.pixelsPerMs, published);
  const openStart = floor.earliest === -Infinity;
  const openEnd = floor.latest === Infinity && floor.kind !== 'end-unknown';
  return {
    x0: openStart ? Math.min(0, x1 - offset - sizes.smallestWindow) : x0 - offset,
    x1: openEnd ? Math.max(scale.width, x0 - offset + sizes.smallestWindow) : x1 - offset,
    openStart,
    openEnd,
  };
}

const hasWhiskers = (kind: string): boolean => kind === 'approximate' || kind === 'uncertain-approximate';

function addBlock(
  block: Block,
  stretch: ReturnType<typeof visibleStretch>,
  lane: LaneArrangement,
  laneIndex: number,
  scale: TimeScale,
  taken: Taken[],
  builder: Builder,
): void {
  const { input, limits } = builder;
  const { floor } = block;
  const { dataset, nameOf } = input;
  const namesTop = block.facing === 'above' && !isPoint(floor.kind) ? block.y + sizes.floor : block.y;
  const count = floor.events.length;
  const barY =
    block.facing === 'above'
      ? block.y
      : block.compact
        ? block.y + (sizes.row - sizes.floor) / 2
        : block.y + count * sizes.row;
  const isTray = count > 1 && !block.compact;
  const rise = isTray ? count * sizes.row : sizes.wallRise;
  const cutStart = !stretch.openStart && stretch.x0 < 0;
  const cutEnd = !stretch.openEnd && stretch.x1 > scale.width;
  // The two bars of a clash need one tag between them.
  const hasTags = !isPoint(floor.kind) && block.facing !== 'above';
  const edgeTag = !hasTags ? 0 : addEdgeTags(block, barY, cutStart, cutEnd, scale, builder);

  const likely: LikelyMark[] = [];
  const rows: CssPixels[] = [];
  floor.events.forEach((event, i) => {
    const where = (within: NameLimits): NamePlace => placeOf(event, block, stretch, edgeTag, scale, within, builder);
    const place = settle(where(limits), where(unlimited(builder)), nameOf(event).width, block, taken, limits);
    // The row is the block's, wherever along the axis the name stands: it must not jump while the view moves.
    const y = namesTop + (i + 0.5) * sizes.row;
    rows.push(y);
    const likelyMark = likelyMarkOf(dataset, event, y, scale, place.tight === true);
    if (likelyMark) likely.push(likelyMark);
    addName(event, place, y, stretch, block, laneIndex, taken, builder);
    builder.count(event, 'inView');
    if (floor.earliest < scale.domain[0] || floor.latest > scale.domain[1]) builder.count(event, 'partly');
    if (cutStart) builder.count(event, 'startBefore');
    if (cutEnd) builder.count(event, 'endAfter');
  });

  const offsetParts = floor.parts.map((time) =>
    time === -Infinity ? 0 : time === Infinity ? scale.width : scale(time),
  );
  const mark: SceneMark = {
    kind: floor.kind,
    events: floor.events,
    ink: `actor-${lane.lane.hue}`,
    x0: stretch.x0,
    x1: stretch.x1,
    openStart: stretch.openStart,
    openEnd: stretch.openEnd,
    viewEnd: scale.width,
    barY,
    wallY: block.facing === 'above' ? barY + sizes.floor + rise : barY - rise,
    startBasis: floor.startBasis,
    endBasis: floor.endBasis,
    startDoubt: floor.startDoubt,
    endDoubt: floor.endDoubt,
    rows,
    parts: offsetParts,
    likely,
  };
  builder.marks.push(mark);
  if (floor.sides.length > 1) {
    for (const [i, event] of floor.events.entries()) {
      if (block.facing) append(builder.facing, event, mark);
      // From where its name begins, if that stands before the bar at its height.
      else
        append(builder.sides, event, {
          // An uncertain end has its sign there.
          x0: (builder.rows.get(event)?.x0 ?? Math.max(0, stretch.x0)) - (floor.startDoubt === 'uncertain' ? 8 : 0),
          y: isPoint(floor.kind) ? rows[i]! : barY + sizes.floor / 2,
        });
    }
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Where a name wants to stand within limits, whatever else is in its row. */
function placeOf(
  event: number,
  block: Block,
  stretch: ReturnType<typeof visibleStretch>,
  edgeTag: CssPixels,
  scale: TimeScale,
  within: NameLimits,
  { input }: Builder,
): NamePlace {
  if (isPoint(block.floor.kind)) {
    const middle = (stretch.x0 + stretch.x1) / 2;
    return placePointNames(middle, (stretch.x1 - stretch.x0) / 2, block.longestName, within);
  }
  const steps = likelyStretch(input.dataset, event, scale.pixelsPerMs);
  const offset = scale.domain[0] * scale.pixelsPerMs;
  const mark = {
    x0: stretch.openStart ? -Infinity : stretch.x0,
    x1: stretch.openEnd ? Infinity : stretch.x1,
    likely: steps && { x0: steps.x0 - offset, x1: steps.x1 - offset },
    edgeTag,
  };
  return placeName(mark, input.nameOf(event).width, within, block.compact);
}

/**
 * The place that was reserved when rows were packed holds at any scroll position. The view's edge may ask for another
 * one, which is taken only where it is free; else the name stays and is cut.
 */
function settle(
  wanted: NamePlace,
  reserved: NamePlace,
  width: CssPixels,
  block: Block,
  taken: readonly Taken[],
  limits: NameLimits,
): NamePlace {
  if (wanted.anchor === reserved.anchor && wanted.inside === reserved.inside) return wanted;
  const [x0, x1] = extentOfName(wanted, Math.min(width, wanted.room));
  const isFree = wanted.inside || taken.every((other) => other.block === block || other.x1 <= x0 || other.x0 >= x1);
  if (isFree) return wanted;
  const isInView = reserved.x >= limits.left && reserved.x <= limits.right;
  const room = reserved.anchor === 'start' ? limits.right - reserved.x : reserved.x - limits.left;
  return { ...reserved, room: isInView ? Math.max(0, Math.min(room, reserved.room)) : 0 };
}

const extentOfName = ({ x, anchor }: NamePlace, width: CssPixels): readonly [CssPixels, CssPixels] =>
  anchor === 'start' ? [x, x + width] : [x - width, x];

function addName(
  event: number,
  place: NamePlace,
  y: CssPixels,
  mark: { readonly x0: CssPixels; readonly x1: CssPixels },
  block: Block,
  laneIndex: number,
  taken: Taken[],
  builder: Builder,
): void {
  const { input, limits } = builder;
  const { measure, plot, scale } = input;
  const info = input.nameOf(event);
  const isSelected = event === input.selected;
  const role = isSelected ? 'name-selected' : info.role;
  const tags: SceneTag[] = info.tag ? [{ text: info.tag, width: info.tagWidth, look: 'outlined' }] : [];
  const relation = builder.relationTags.get(event);
  if (relation) tags.push(relation);
  const tagsWidth = tags.reduce((sum, tag) => sum + sizes.tagGap + tag.width, 0);
  // A selected name grows bolder and gets tags: it may use what is free, also beyond its walls.
  const free = freeRoom(place, block, taken, limits);
  const room = isSelected || relation ? free : Math.min(place.room, free);
  const isEcho = block.facing === 'above' && builder.facing.has(event);
  const fitted = fitText(info.text, role, room - tagsWidth, measure);
  const width = fitted.text === '' ? 0 : fitted.width + tagsWidth;
  if (fitted.text === '') builder.count(event, 'unnamed');
  const [x0, x1] = extentOfName(place, width);
  taken.push({ block, x0, x1 });

  const rowX0 = Math.max(0, Math.min(x0, mark.x0));
  const rowX1 = Math.min(scale!.width, Math.max(x1, mark.x1));
  const row = pageBox(plot, rowX0, rowX1, y - sizes.row / 2, sizes.row);
  builder.names.push({
    event,
    laneIndex,
    text: fitted.text,
    cut: fitted.cut,
    lang: info.lang,
    dir: info.dir,
    role,
    ink: isEcho ? 'ink-2' : 'ink',
    tags: fitted.text === '' ? [] : tags,
    box: pageBox(plot, x0, x1, y - sizes.row / 2, sizes.row),
    row,
    onAxis: true,
    lines: [fitted.text],
    isEcho,
    found: foundInLines([fitted.text], info, role, input),
  });
  if (!isEcho) builder.rows.set(event, { x0: rowX0, y });
}

/** Room up to the view's edge, or to what another block has in the row. */
function freeRoom(
  { x, anchor, room }: NamePlace,
  block: Block,
  taken: readonly Taken[],
  limits: NameLimits,
): CssPixels {
  if (room === 0) return 0;
  const others = taken.filter((other) => other.block !== block);
  if (anchor === 'start') {
    const ahead = others.filter(({ x1 }) => x1 > x).map(({ x0 }) => x0 - sizes.tagGap);
    return Math.min(limits.right, ...ahead) - x;
  }
  const behind = others.filter(({ x0 }) => x0 < x).map(({ x1 }) => x1 + sizes.tagGap);
  return x - Math.max(limits.left, ...behind);
}

function likelyMarkOf(
  dataset: Dataset,
  event: number,
  y: CssPixels,
  scale: TimeScale,
  tight: boolean,
): LikelyMark | null {
  const likely = dataset.date(event).likely;
  if (likely?.earliest == null || likely.latest === null) return null;
  const isPointDate = likely.precision === 'day' || likely.precision === 'second';
  const isOneDay = isPointDate && likely.type === 'date';
  const [x0, x1] = [scale(likely.earliest), scale(likely.latest)];
  return { x0, x1, y, doubtful: likely.uncertain, isPoint: isOneDay, tight };
}
