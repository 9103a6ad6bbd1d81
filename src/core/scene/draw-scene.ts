import { sizes } from '../layout/sizes.js';
import type { CssPixels } from '../util/units.js';
import { drawDensities, drawLaneNotes } from './draw-density.js';
import { drawKey } from './draw-key.js';
import { drawMark, sampleMark, type MarkSigns } from './draw-mark.js';
import { mirrorPen, shiftPen, type Ink, type Pen } from './pen.js';
import type { EdgeTag, Plot, Scene, SceneLink, SceneName } from './scene.js';
import { touchesBand } from './scene-band.js';

/** Draws the lanes of a scene: ground, marks, names, relations. The axis and the overview have drawings of their own. */
export function drawScene(
  scene: Scene,
  pen: Pen,
  signs: MarkSigns,
  idOf?: (event: number) => { id: string; label: string },
): void {
  const axisPen = plotPen(pen, scene.plot);
  drawGround(scene, axisPen, pen);
  drawLaneEdges(scene, pen);
  drawRowGrounds(scene, pen);
  drawLines(scene, axisPen);
  scene.marks.forEach((mark) => drawMark(mark, axisPen, signs));
  drawDensities(scene, pen, axisPen, signs);
  drawOffAxisMarks(scene, pen, signs);
  drawLaneNotes(scene, pen, axisPen, signs);
  for (const { xs, y0, y1 } of scene.rungs) {
    for (const x of xs) axisPen.line([x, y0, x, y1], { stroke: 'ink', lineWidth: 1.8 });
  }
  scene.links.forEach((link) => drawLink(link, axisPen));
  scene.edgeTags.forEach((tag) => drawEdgeTag(tag, scene.plot, pen, signs));
  const given = new Set<string>();
  for (const name of scene.names) {
    const group = idOf?.(name.event);
    // An event may have a name in several lanes, and an id stands once in a file.
    if (group) pen.begin(given.has(group.id) ? { label: group.label } : group);
    if (group) given.add(group.id);
    drawName(name, scene, pen);
    if (group) pen.end();
  }
}

/** A pen for the plot's own coordinates: x along the axis from the view's start. */
export function plotPen(pen: Pen, { left, width, mirrored }: Plot): Pen {
  const atPlot = shiftPen(pen, left, 0);
  return mirrored ? mirrorPen(atPlot, 0, width) : atPlot;
}

function drawGround({ ticks, scale, lines, lanes, band, height, width }: Scene, axisPen: Pen, pen: Pen): void {
  if (scale && ticks) {
    for (const { time, end } of ticks.shaded) {
      const x0 = Math.max(0, scale(time));
      const x1 = Math.min(scale.width, scale(end));
      if (x1 > x0) axisPen.rect(x0, 0, x1 - x0, height, { fill: 'zebra' });
    }
    const published = lines.find(({ kind }) => kind === 'published');
    // After the report's own date it cannot speak of anything: the paper says so.
    if (published) axisPen.rect(published.x, 0, scale.width - published.x, height, { fill: 'tint', opacity: 0.55 });
  }
  lanes.forEach((lane, i) => {
    if (i > 0 && touchesBand(lane, band))
      pen.line([0, lane.top, width, lane.top], { stroke: 'hairline', lineWidth: 1 });
  });
}

/** The actor's key runs down the edge of its lane. */
function drawLaneEdges({ lanes, band, dir, width }: Scene, pen: Pen): void {
  for (const arranged of lanes) {
    const { lane, top, height } = arranged;
    if (lane.folded || !touchesBand(arranged, band)) continue;
    drawKey(lane, dir === 'rtl' ? width - sizes.laneEdge : 0, top + 1.5, sizes.laneEdge, height - 3, pen);
  }
}

function drawLines({ lines, height }: Scene, axisPen: Pen): void {
  for (const { kind, x } of lines) {
    const dash = kind === 'published' ? [1.5, 2.5] : [5, 3];
    axisPen.line([x, 0, x, height], { stroke: 'ink-2', lineWidth: 1, dash });
  }
}

function drawRowGrounds({ names, selected }: Scene, pen: Pen): void {
  for (const { event, row } of names) {
    if (event === selected)
      pen.rect(row.x - 3, row.y + 0.5, row.width + 6, row.height - 1, { fill: 'tint', radius: 3 });
  }
}

function drawName(
  { text, lines, tags, box, role, ink, lang, dir, event, onAxis, found }: SceneName,
  scene: Scene,
  pen: Pen,
): void {
  if (text === '') return;
  const isRtl = scene.dir === 'rtl';
  const underline = event === scene.hovered;
  const style = { role, ink, lang, dir, align: isRtl ? 'right' : 'left', underline } as const;
  const startX = isRtl ? box.x + box.width : box.x;
  const isColumn = !onAxis && scene.shape === 'wide';
  const middle = (line: number): CssPixels => (isColumn ? box.y + 26 + line * 16 : box.y + box.height / 2);
  for (const { line, x0, x1 } of found) drawFound(startX + x0, middle(line), x1 - x0, pen);
  lines.forEach((each, i) => pen.text(each, startX, middle(i), style));
  if (isColumn) {
    drawTags(tags, isRtl ? startX - besideBox : startX + besideBox, box.y + 9, lang, scene.dir, pen);
    return;
  }
  const tagsWidth = tags.reduce((sum, tag) => sum + tag.width + sizes.tagGap, 0) - sizes.tagGap;
  drawTags(tags, isRtl ? box.x + tagsWidth : box.x + box.width - tagsWidth, middle(0), lang, scene.dir, pen);
}

/** A ground, on whatever ground there is, and a line below letters that are searched for. */
function drawFound(x: CssPixels, middle: CssPixels, width: CssPixels, pen: Pen): void {
  pen.rect(x, middle - 8, width, 16, { fill: 'ink', opacity: 0.09 });
  pen.rect(x, middle + 7, width, 2, { fill: 'ink-2' });
}

/** Beside the dashed box of an event without a date. */
const besideBox = 36;

/** Words in boxes, one after the other in the direction of reading. */
function drawTags(
  tags: SceneName['tags'],
  startX: CssPixels,
  y: CssPixels,
  lang: string,
  dir: 'ltr' | 'rtl',
  pen: Pen,
): void {
  let x = startX;
  for (const { text, width, look } of tags) {
    const left = dir === 'rtl' ? x - width : x;
    const outline = { stroke: 'edge', lineWidth: 1 } as const;
    if (look === 'inverted') pen.rect(left, y - 8.5, width, 17, { fill: 'ink', radius: 2 });
    if (look === 'outlined') pen.rect(left + 0.5, y - 8, width - 1, 16, { fill: 'paper', outline, radius: 2 });
    const ink: Ink = look === 'inverted' ? 'paper' : 'ink-2';
    pen.text(text, left + width / 2, y, { role: 'tag', ink, align: 'center', lang, dir });
    x += (dir === 'rtl' ? -1 : 1) * (width + sizes.tagGap);
  }
}

function drawOffAxisMarks(scene: Scene, pen: Pen, signs: MarkSigns): void {
  for (const { onAxis, row, laneIndex, event } of scene.names) {
    if (onAxis) continue;
    const kind = scene.offAxisKind(event);
    const ink: Ink = `actor-${scene.lanes[laneIndex]!.lane.hue}`;
    const width = 26;
    const x = scene.dir === 'rtl' ? row.x + row.width - width - 4 : row.x + 4;
    const sampled = sampleMark(kind, ink, width, 16);
    // The arrow of what goes on points where time goes.
    const inPlace = shiftPen(pen, x, row.y + (scene.shape === 'wide' ? 1 : 4));
    const target = scene.plot.mirrored ? mirrorPen(inPlace, 0, width) : inPlace;
    drawMark(sampled, target, signs);
  }
}

function drawLink({ points, possible, arrow, thin }: SceneLink, pen: Pen): void {
  const stroke = thin ? 'ink-2' : 'ink';
  pen.line(points, { stroke, lineWidth: thin ? 1 : 1.4, ...(possible && { dash: [4, 3] }) });
  const ends = [
    { x: points[0]!, y: points[1]!, isArrow: arrow === 'from' },
    { x: points[points.length - 2]!, y: points[points.length - 1]!, isArrow: arrow === 'to' },
  ];
  for (const { x, y, isArrow } of ends) {
    if (isArrow) pen.polygon([x + 3, y, x - 4, y - 4, x - 4, y + 4], { fill: stroke });
    else pen.disc(x, y, 2.4, { fill: stroke });
  }
}

function drawEdgeTag({ box, text, side }: EdgeTag, { mirrored }: Plot, pen: Pen, { lang, dir }: MarkSigns): void {
  pen.rect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1, {
    fill: 'paper',
    outline: { stroke: 'edge', lineWidth: 1 },
    radius: 2,
  });
  const pointsLeft = (side === 'start') !== mirrored;
  const tip: CssPixels = pointsLeft ? box.x + 6 : box.x + box.width - 6;
  const back = tip + (pointsLeft ? 5 : -5);
  const y = box.y + box.height / 2;
  pen.polygon([tip, y, back, y - 3.5, back, y + 3.5], { fill: 'ink' });
  const textX = pointsLeft ? box.x + 15 : box.x + box.width - 15;
  pen.text(text, textX, y, { role: 'note', ink: 'ink', align: pointsLeft ? 'left' : 'right', lang, dir });
}
