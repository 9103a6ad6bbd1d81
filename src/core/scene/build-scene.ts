import type { Dataset } from '../dataset/dataset.js';
import type { Messages } from '../i18n/messages.js';
import { likelyStretch, stretchOf, type Block, type LaneArrangement } from '../layout/arrange-lanes.js';
import { fitText } from '../layout/fit-text.js';
import { tagWidthOf, type NameOf } from '../layout/name-info.js';
import { placeName, placePointNames, pointReach, type NameLimits, type NamePlace } from '../layout/place-name.js';
import { sizes, type ChartShape } from '../layout/sizes.js';
import { isArabicText, type MeasureText, type TextRole } from '../layout/type-scale.js';
import { isPoint } from '../temporal/date-kind.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import { axisTicks } from '../viewport/ticks.js';
import type { TimeScale } from '../viewport/time-scale.js';
import { linkElbows, tieElbows, type EventRow } from './build-links.js';
import type {
  Box,
  EdgeTag,
  LikelyMark,
  Plot,
  Rungs,
  Scene,
  SceneLine,
  SceneMark,
  SceneName,
  SceneTag,
} from './scene.js';

export interface SceneInput {
  readonly dataset: Dataset;
  readonly lanes: readonly LaneArrangement[];
  /** Null when no event has a place on the axis. */
  readonly scale: TimeScale | null;
  readonly plot: Plot;
  readonly shape: ChartShape;
  readonly width: CssPixels;
  readonly dir: 'ltr' | 'rtl';
  readonly nameOf: NameOf;
  readonly measure: MeasureText;
  readonly messages: Messages;
  readonly selected: number | null;
  readonly hovered: number | null;
  /** The report's own date and today, where they matter. */
  readonly lines: readonly { readonly kind: SceneLine['kind']; readonly time: EpochMs; readonly label: string }[];
  /** "3 Mar", for the tags at the edges. */
  readonly shortDate: (time: EpochMs) => string;
}

/** Makes one frame: places the arranged lanes along the axis, names included. Pure; nothing outside the view is kept. */
export function buildScene(input: SceneInput): Scene {
  const { scale, lanes, plot } = input;
  const builder = createBuilder(input);
  lanes.forEach((lane, laneIndex) => {
    addOffAxis(lane, laneIndex, builder);
    if (scale) addBlocks(lane, laneIndex, scale, builder);
  });
  const bottom = lanes.length > 0 ? lanes[lanes.length - 1]! : null;
  const lines = scale
    ? input.lines
        .map(({ kind, time, label }) => ({ kind, x: scale(time), label }))
        .filter(({ x }) => x >= 0 && x <= plot.width)
    : [];
  return {
    shape: input.shape,
    width: input.width,
    height: bottom ? bottom.top + bottom.height : 0,
    plot,
    dir: input.dir,
    scale,
    ticks: scale && axisTicks(scale),
    lanes,
    marks: builder.marks,
    names: builder.names,
    edgeTags: builder.edgeTags,
    lines,
    rungs: rungsOf(builder.facing),
    links: [...tieElbows(builder.sides), ...linkElbows(input.dataset, input.selected, builder.rows, plot.width)],
    selected: input.selected,
    hovered: input.hovered,
    offAxisKind: (event) => (input.dataset.dates[event]!.kind === 'ongoing' ? 'ongoing' : 'undated'),
    tally: builder.tally(),
  };
}

interface Builder {
  readonly input: SceneInput;
  readonly limits: NameLimits;
  readonly marks: SceneMark[];
  readonly names: SceneName[];
  readonly edgeTags: EdgeTag[];
  /** Where each event's row stands along the axis, for the elbows between them. */
  readonly rows: Map<number, EventRow>;
  readonly facing: Map<number, SceneMark[]>;
  readonly sides: Map<number, EventRow[]>;
  readonly relationTags: ReadonlyMap<number, SceneTag>;
  count(event: number, state: 'inView' | 'startBefore' | 'endAfter' | 'outside' | 'unnamed'): void;
  tally(): Scene['tally'];
}

function createBuilder(input: SceneInput): Builder {
  const published = input.lines.find(({ kind }) => kind === 'published');
  const counted = {
    inView: new Set<number>(),
    startBefore: new Set<number>(),
    endAfter: new Set<number>(),
    outside: new Set<number>(),
    unnamed: new Set<number>(),
  };
  return {
    input,
    limits: {
      left: 2,
      right: input.plot.width - 2,
      line: published && input.scale ? input.scale(published.time) : null,
    },
    marks: [],
    names: [],
    edgeTags: [],
    rows: new Map(),
    facing: new Map(),
    sides: new Map(),
    relationTags: relationTagsOf(input),
    count: (event, state) => counted[state].add(event),
    tally() {
      const shown = new Set([...counted.inView, ...counted.outside]).size;
      return {
        shown,
        inView: counted.inView.size,
        startBefore: counted.startBefore.size,
        endAfter: counted.endAfter.size,
        outside: counted.outside.size,
        unnamed: counted.unnamed.size,
      };
    },
  };
}

/** What the selected event's relations say of the others, as words in their labels. */
function relationTagsOf({ dataset, selected, messages, measure }: SceneInput): ReadonlyMap<number, SceneTag> {
  const links = selected === null ? [] : (dataset.links[selected] ?? []);
  return new Map(
    links.map(({ type, to, possible }) => {
      const text = messages.relationTag[type] + (possible ? messages.questionMark : '');
      return [to, { text, width: tagWidthOf(text, measure), look: 'inverted' }];
    }),
  );
}

/** Places of one row of blocks that are taken, so that a name pushed aside by the view's edge never lies on another. */
interface Taken {
  readonly block: Block;
  readonly x0: CssPixels;
  readonly x1: CssPixels;
}

function addBlocks(lane: LaneArrangement, laneIndex: number, scale: TimeScale, builder: Builder): void {
  const takenByRow = new Map<CssPixels, Taken[]>();
  const visible: { block: Block; stretch: ReturnType<typeof visibleStretch> }[] = [];
  for (const block of lane.blocks) {
    const stretch = visibleStretch(block, scale, builder);
    if (stretch.x1 < 0 || stretch.x0 > scale.width) {
      for (const event of block.floor.events) builder.count(event, 'outside');
      continue;
    }
    visible.push({ block, stretch });
    const taken = takenByRow.get(block.y) ?? [];
    taken.push({ block, x0: stretch.x0, x1: stretch.x1 });
    takenByRow.set(block.y, taken);
  }
  for (const { block, stretch } of visible)
    addBlock(block, stretch, lane, laneIndex, scale, takenByRow.get(block.y)!, builder);
}

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
  const namesTop = block.facing === 'above' ? block.y + sizes.floor : block.y;
  const count = floor.events.length;
  const barY = block.facing === 'above' ? block.y : block.compact ? block.y + 12 : block.y + count * sizes.row;
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
    const steps = likelyStretch(dataset, event, scale.pixelsPerMs);
    const offset = scale.domain[0] * scale.pixelsPerMs;
    const mark = {
      x0: stretch.openStart ? -Infinity : stretch.x0,
      x1: stretch.openEnd ? Infinity : stretch.x1,
      likely: steps && { x0: steps.x0 - offset, x1: steps.x1 - offset },
      edgeTag,
    };
    const info = nameOf(event);
    const where = (within: NameLimits): NamePlace =>
      isPoint(floor.kind)
        ? placePointNames((stretch.x0 + stretch.x1) / 2, (stretch.x1 - stretch.x0) / 2, block.longestName, within)
        : placeName(mark, info.width, within);
    const place = settle(
      where(limits),
      where({ ...limits, left: -Infinity, right: Infinity }),
      info.width,
      block,
      taken,
      limits,
    );
    // Beside a single mark the name stands at the bar's height, inside above it; two that face each other keep their rows.
    const isBeside = count === 1 && !place.inside && !isPoint(floor.kind) && block.facing === null;
    const y = isBeside ? barY + 1 : namesTop + (i + 0.5) * sizes.row;
    rows.push(y);
    const likelyMark = likelyMarkOf(dataset, event, y, scale, place.tight === true);
    if (likelyMark) likely.push(likelyMark);
    addName(event, place, y, mark, block, laneIndex, taken, builder);
    builder.count(event, 'inView');
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
    for (const event of floor.events) {
      if (block.facing) append(builder.facing, event, mark);
      // From where its name begins, if that stands before the bar at its height.
      else
        append(builder.sides, event, {
          x0: builder.rows.get(event)?.x0 ?? Math.max(0, stretch.x0),
          y: barY + sizes.floor / 2,
        });
    }
  }
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
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
  const room = reserved.anchor === 'start' ? limits.right - reserved.x : reserved.x - limits.left;
  return { ...reserved, room: Math.max(0, Math.min(room, reserved.room)) };
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
  // A selected name grows bolder and gets tags: it may use what is free up to the view's edge.
  const room = isSelected || relation ? Math.max(place.room, roomToEdge(place, limits)) : place.room;
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
  });
  if (!isEcho) builder.rows.set(event, { x0: rowX0, y });
}

const roomToEdge = ({ x, anchor }: NamePlace, { left, right }: NameLimits): CssPixels =>
  anchor === 'start' ? right - x : x - left;

function pageBox({ left, width, mirrored }: Plot, x0: CssPixels, x1: CssPixels, y: CssPixels, height: CssPixels): Box {
  return { x: mirrored ? left + width - x1 : left + x0, y, width: x1 - x0, height };
}

function likelyMarkOf(
  dataset: Dataset,
  event: number,
  y: CssPixels,
  scale: TimeScale,
  tight: boolean,
): LikelyMark | null {
  const likely = dataset.dates[event]!.likely;
  if (likely?.earliest == null || likely.latest === null) return null;
  const isPointDate = likely.precision === 'day' || likely.precision === 'second';
  const isOneDay = isPointDate && likely.type === 'date';
  const [x0, x1] = [scale(likely.earliest), scale(likely.latest)];
  return { x0, x1, y, doubtful: likely.uncertain, isPoint: isOneDay, tight };
}

/** Adds the tags of a mark that runs out of the view, and returns the room that the one at the start takes. */
function addEdgeTags(
  { floor }: Block,
  barY: CssPixels,
  cutStart: boolean,
  cutEnd: boolean,
  scale: TimeScale,
  { input, edgeTags }: Builder,
): CssPixels {
  let startWidth = 0;
  for (const side of ['start', 'end'] as const) {
    if (!(side === 'start' ? cutStart : cutEnd)) continue;
    // The last day inside, not the first day after: bounds are exclusive.
    const time = side === 'start' ? floor.earliest : floor.latest;
    if (!Number.isFinite(time)) continue;
    const text = input.shortDate(side === 'start' ? time : time - 1);
    const width = input.measure(text, 'note', isArabicText(text)) + 22;
    const x0 = side === 'start' ? 0 : scale.width - width;
    const box = pageBox(input.plot, x0, x0 + width, barY + sizes.floor / 2 - sizes.edgeTag / 2, sizes.edgeTag);
    edgeTags.push({ event: floor.events[0]!, side, time, text, box });
    if (side === 'start') startWidth = width + sizes.nameGap;
  }
  return startWidth;
}

function addOffAxis(lane: LaneArrangement, laneIndex: number, builder: Builder): void {
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
    const text = item.lines.join(' ');
    const tagsWidth = tags.reduce((sum, tag) => sum + sizes.tagGap + tag.width, 0);
    const boxWidth = isWide ? row.width - 2 * inset : input.measure(text, role, isArabicText(text)) + tagsWidth;
    const box = { ...row, x: dir === 'rtl' ? row.x + row.width - inset - boxWidth : row.x + inset, width: boxWidth };
    builder.names.push({
      event: item.event,
      laneIndex,
      text,
      cut: item.lines.some((line) => line.endsWith('…')),
      lang: info.lang,
      dir: info.dir,
      role,
      ink: 'ink',
      tags,
      box,
      row,
      onAxis: false,
      lines: item.lines,
      isEcho: false,
    });
    builder.count(item.event, 'inView');
  }
}

/** Certainty and relation as everywhere; without the column, each row also says itself that its date is not stated. */
function offAxisTags(event: number, isWide: boolean, { input, relationTags }: Builder): SceneTag[] {
  const { tag, tagWidth } = input.nameOf(event);
  const relation = relationTags.get(event);
  const text = `· ${input.messages.axis.undated}`;
  return [
    ...(tag ? [{ text: tag, width: tagWidth, look: 'outlined' } as const] : []),
    ...(relation ? [relation] : []),
    ...(isWide ? [] : [{ text, width: input.measure(text, 'tag', isArabicText(text)), look: 'plain' } as const]),
  ];
}

/** Rungs about every 90 px between the two bars, at least two, none in the uncertain ends. */
function rungsOf(facing: ReadonlyMap<number, readonly SceneMark[]>): Rungs[] {
  const rungs: Rungs[] = [];
  for (const [upper, lower] of facing.values()) {
    if (!upper || !lower) continue;
    const inset = Math.min(sizes.fuzzyEnd, (upper.x1 - upper.x0) / 4);
    const from = Math.max(0, upper.x0) + inset;
    const to = Math.min(upper.viewEnd, upper.x1) - inset;
    const count = Math.max(2, Math.round((to - from) / 90) + 1);
    const xs = Array.from({ length: count }, (_, i) => from + ((to - from) * (i + 0.5)) / count);
    rungs.push({ xs, y0: upper.barY + sizes.floor, y1: lower.barY });
  }
  return rungs;
}
