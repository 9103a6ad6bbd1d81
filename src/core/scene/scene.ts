import type { EndDoubt } from '../layout/floors.js';
import type { LaneArrangement } from '../layout/arrange-lanes.js';
import type { ChartShape } from '../layout/sizes.js';
import type { TextRole } from '../layout/type-scale.js';
import type { DateKind } from '../temporal/temporal.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import type { CalendarStep } from '../viewport/calendar-steps.js';
import type { AxisTicks } from '../viewport/ticks.js';
import type { TimeScale } from '../viewport/time-scale.js';
import type { Ink } from './pen.js';
import type { Band } from './scene-band.js';

/** A rectangle on the chart, in page direction: x from the chart's left edge, y from the top of the first lane. */
export interface Box {
  readonly x: CssPixels;
  readonly y: CssPixels;
  readonly width: CssPixels;
  readonly height: CssPixels;
}

/** The part of the chart that has a time axis. Time runs to the left in it when `mirrored`. */
export interface Plot {
  readonly left: CssPixels;
  readonly width: CssPixels;
  readonly mirrored: boolean;
}

/**
 * One drawn date. Its x run along the axis from 0 at the view's start, whichever way time runs on the page; the pen
 * mirrors. Ends outside the view are kept at their place, so that what is drawn is always the scale of the date.
 */
export interface SceneMark {
  readonly kind: DateKind;
  readonly events: readonly number[];
  readonly ink: Ink;
  readonly x0: CssPixels;
  readonly x1: CssPixels;
  /** There is no bound on that side: the mark runs to the view's edge and says so by a chevron or an arrow. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** The visible stretch of the axis, for cutting at its edges. */
  readonly viewEnd: CssPixels;
  /** Top of the floor or bar. */
  readonly barY: CssPixels;
  /** How far the walls reach from the bar: up over the names, or down where the names hang below it. */
  readonly wallY: CssPixels;
  readonly startBasis: 'sourced' | 'inferred';
  readonly endBasis: 'sourced' | 'inferred';
  readonly startDoubt: EndDoubt;
  readonly endDoubt: EndDoubt;
  /** Middles of the name rows; a point is drawn in each. */
  readonly rows: readonly CssPixels[];
  /** Members of a set, `[x0, x1, …]`. */
  readonly parts: readonly CssPixels[];
  readonly likely: readonly LikelyMark[];
}

/** A likelier date inside a window: a ring in its name's row, or a closer hatch where it is a month or longer. */
export interface LikelyMark {
  readonly x0: CssPixels;
  readonly x1: CssPixels;
  readonly y: CssPixels;
  readonly doubtful: boolean;
  readonly isPoint: boolean;
  /** The name stands in the rest of the day, where the hairline would be. */
  readonly tight: boolean;
}

/** A word in a box beside a name. */
export interface SceneTag {
  readonly text: string;
  readonly width: CssPixels;
  /** `plain` has no box: a note, not a tag. */
  readonly look: 'outlined' | 'inverted' | 'plain';
}

/** One event as it can be read, hit, focused: its name, and the row that belongs to it. */
export interface SceneName {
  readonly event: number;
  readonly laneIndex: number;
  /** What is written: the whole name, its beginning with `…`, or nothing where not even that fits. */
  readonly text: string;
  readonly cut: boolean;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly role: TextRole;
  readonly ink: Ink;
  readonly tags: readonly SceneTag[];
  /** Where text and tags stand. */
  readonly box: Box;
  /** The event's own target: the full row from wall to wall, name included. */
  readonly row: Box;
  /** Its mark is on the axis; else it stands in the column of dates not stated. */
  readonly onAxis: boolean;
  /** Lines of a wrapped name; one line unless it stands in the column. */
  readonly lines: readonly string[];
  /** The second half of a clash, whose name stands in full in the other lane. */
  readonly isEcho: boolean;
  /** Words in the lines that are searched for, along x from the side that the lines hang on: the left, or from the right. */
  readonly found: readonly { readonly line: number; readonly x0: CssPixels; readonly x1: CssPixels }[];
}

/** "◂ 3 Mar": a bound that lies outside the view, and the way to it. */
export interface EdgeTag {
  readonly event: number;
  readonly side: 'start' | 'end';
  readonly time: EpochMs;
  readonly text: string;
  readonly box: Box;
}

/** Lines across all lanes: the report's own date, and today. */
export interface SceneLine {
  readonly kind: 'published' | 'today';
  readonly x: CssPixels;
  readonly label: string;
}

/** Two bars of one clash, joined across the border of their lanes. */
export interface Rungs {
  readonly xs: readonly CssPixels[];
  readonly y0: CssPixels;
  readonly y1: CssPixels;
}

/** A relation of the event that has the focus, or else is selected, as an elbow down the gutter. */
export interface SceneLink {
  readonly points: readonly CssPixels[];
  readonly possible: boolean;
  /** Which end comes later: an arrow points there; dots where order is not the point. */
  readonly arrow: 'from' | 'to' | null;
  readonly thin: boolean;
}

/**
 * One column of the calendar in a lane of counts, cut at the view's edges. Of its events `least` lie in it for certain,
 * and `most` may.
 */
export interface SceneColumn {
  readonly start: EpochMs;
  /** Exclusive. */
  readonly end: EpochMs;
  readonly x0: CssPixels;
  readonly x1: CssPixels;
  readonly least: number;
  readonly most: number;
  /** Three or fewer: each by itself on the baseline instead of a column. Those in view. */
  readonly singles: readonly SceneSingle[];
}

/** One event on the baseline of a lane of counts. */
export interface SceneSingle {
  readonly event: number;
  readonly x: CssPixels;
  readonly y: CssPixels;
  readonly radius: CssPixels;
  /** Its bounds lie inside the column; else it only may belong there. */
  readonly isCertain: boolean;
}

/** A lane of counts: columns of the calendar, as high as there are events. */
export interface SceneDensity {
  readonly laneIndex: number;
  readonly ink: Ink;
  readonly baseY: CssPixels;
  /** The room for columns above the baseline, and the number that would fill it. */
  readonly tallest: CssPixels;
  readonly top: number;
  readonly step: CalendarStep;
  readonly columns: readonly SceneColumn[];
  /** The one line with a number; null where every event is drawn by itself, and in low lanes. */
  readonly labelled: { readonly value: number; readonly text: string; readonly width: CssPixels } | null;
  /** What stands beside the baseline: "0", or "each"; empty in low lanes. */
  readonly baseText: string;
  /** The counts of the highest column, above it; `x` is the middle of the text. */
  readonly peak: {
    readonly x: CssPixels;
    readonly y: CssPixels;
    readonly width: CssPixels;
    readonly text: string;
  } | null;
  /** As much of the selected event's bounds as is in view. */
  readonly selected: readonly [x0: CssPixels, x1: CssPixels] | null;
}

/** Events of a lane that are said as a number: those without a date, and those that reach across all that is visible. */
export interface SceneLaneNote {
  readonly kind: 'undated' | 'through';
  readonly laneIndex: number;
  readonly count: number;
  readonly text: string;
  /** The middle of the line. */
  readonly y: CssPixels;
}

/** The column under the pointer, through all lanes. */
export interface SceneHoveredBin {
  readonly start: EpochMs;
  readonly end: EpochMs;
  readonly laneIndex: number;
  readonly x0: CssPixels;
  readonly x1: CssPixels;
  /** All lanes together, each event once: "April 2016: 1,883 to 2,142 events". */
  readonly text: string;
  readonly width: CssPixels;
  /** Each lane's own number; `x0` along the axis. */
  readonly tags: readonly {
    readonly laneIndex: number;
    readonly x0: CssPixels;
    readonly y: CssPixels;
    readonly width: CssPixels;
    readonly text: string;
  }[];
}

/** Everything of one frame, in CSS pixels. Painters, hit test, words and export read this and nothing else. */
export interface Scene {
  readonly shape: ChartShape;
  readonly width: CssPixels;
  readonly height: CssPixels;
  readonly plot: Plot;
  /** Writing direction of the page around; columns and tags follow it. */
  readonly dir: 'ltr' | 'rtl';
  readonly scale: TimeScale | null;
  readonly ticks: AxisTicks | null;
  readonly lanes: readonly LaneArrangement[];
  /** The stretch of the chart that is here; of lanes outside it only the place is known. Null for all of it. */
  readonly band: Band | null;
  readonly marks: readonly SceneMark[];
  /** The lanes that are drawn as counts, as far as they touch the band that was asked for. */
  readonly densities: readonly SceneDensity[];
  readonly laneNotes: readonly SceneLaneNote[];
  readonly names: readonly SceneName[];
  readonly edgeTags: readonly EdgeTag[];
  readonly lines: readonly SceneLine[];
  readonly rungs: readonly Rungs[];
  readonly links: readonly SceneLink[];
  readonly selected: number | null;
  readonly hovered: number | null;
  readonly hoveredBin: SceneHoveredBin | null;
  /** What kind of "not stated" an event off the axis is. */
  readonly offAxisKind: (event: number) => 'ongoing' | 'undated';
  readonly tally: SceneTally;
}

/**
 * What of the shown events is in view; said in the status line. Each event once, however many lanes it stands in; those
 * without a date are in every view.
 */
export interface SceneTally {
  readonly shown: number;
  /** Those that lie in view for certain, and those that may. */
  readonly inView: { readonly least: number; readonly most: number };
  readonly startBefore: number;
  readonly endAfter: number;
  readonly outside: number;
  /** Events in view whose name could not be drawn, of the lanes that are drawn with names. */
  readonly unnamed: number;
  /** The columns by which some lane is counted; null when every event is drawn by itself. */
  readonly counted: CalendarStep | null;
}
