import type { TimeBounds, TimeIndex } from '../dataset/time-index.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import type { CalendarStep } from '../viewport/calendar-steps.js';
import type { TimeScale } from '../viewport/time-scale.js';
import type { SceneSingle } from './scene.js';

/** So many in a column are drawn each by itself. */
export const mostSingles = 3;
/** The middle of a single event above the baseline. */
const rise: CssPixels = 4;
const largest: CssPixels = 2.6;
/** Smaller than this a ring would look like a disc. */
const smallest: CssPixels = 2;
/** Light between two of them. */
const light: CssPixels = 0.4;

export const noSingles: readonly SceneSingle[] = [];

interface FoundSingles {
  readonly step: CalendarStep;
  readonly byStart: Map<EpochMs, readonly number[]>;
}

/** Which events stand in the columns with few, of the step that was last looked at; panning does not ask again. */
const singlesOf = new WeakMap<TimeIndex, FoundSingles>();
const mostRemembered = 4000;

function eventsIn(time: TimeIndex, step: CalendarStep, start: EpochMs, end: EpochMs): readonly number[] {
  let found = singlesOf.get(time);
  if (!found || found.step !== step || found.byStart.size > mostRemembered)
    singlesOf.set(time, (found = { step, byStart: new Map<EpochMs, readonly number[]>() }));
  let events = found.byStart.get(start);
  if (!events) found.byStart.set(start, (events = time.touching(start, end, mostSingles) ?? []));
  return events;
}

/**
 * Each event in the middle of what of its bounds lies in the column, moved as little as needed so that none overlap. In a
 * narrow column the second of three stands above the other two.
 */
export function placeSingles(
  time: TimeIndex,
  step: CalendarStep,
  start: EpochMs,
  end: EpochMs,
  baseY: CssPixels,
  scale: TimeScale,
  { earliest, latest }: TimeBounds,
): readonly SceneSingle[] {
  const events = eventsIn(time, step, start, end);
  const count = events.length;
  if (count === 0) return noSingles;
  const [x0, width] = [scale(start), (end - start) * scale.pixelsPerMs];
  const fitting = (width / count - light) / 2;
  // Two below, one above: then there is room for as many as two.
  const radius = Math.min(
    largest,
    count > 2 ? Math.max(fitting, Math.min(smallest, (width / 2 - light) / 2)) : fitting,
  );
  const placed = events.map((event) => {
    const [from, to] = [earliest[event]!, latest[event]!];
    const x = (scale(Math.max(from, start)) + scale(Math.min(to, end))) / 2;
    return { event, x, y: baseY - rise, radius, isCertain: from >= start && to <= end };
  });
  placed.sort((a, b) => a.x - b.x);
  // From the start each one beyond the one before, then from the end back into the column.
  const apart = 2 * radius + light;
  const gap = Math.min(apart, (width - apart) / Math.max(1, count - 1));
  placed.forEach((each, i) => (each.x = Math.max(each.x, i > 0 ? placed[i - 1]!.x + gap : x0 + apart / 2)));
  for (let i = count - 1; i >= 0; i--) {
    const limit = i < count - 1 ? placed[i + 1]!.x - gap : x0 + width - apart / 2;
    placed[i]!.x = Math.min(placed[i]!.x, limit);
  }
  if (count > 2 && gap < apart) {
    const [a, b, c] = placed as [(typeof placed)[0], (typeof placed)[0], (typeof placed)[0]];
    const beside = Math.min(b.x - a.x, c.x - b.x);
    if (beside < apart) b.y -= Math.sqrt(apart ** 2 - beside ** 2);
  }
  return x0 >= 0 && x0 + width <= scale.width ? placed : placed.filter(({ x }) => x >= 0 && x <= scale.width);
}
