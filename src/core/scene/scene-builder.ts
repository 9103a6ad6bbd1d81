import type { Dataset } from '../dataset/dataset.js';
import type { WordPattern } from '../i18n/spelling.js';
import type { LaneArrangement } from '../layout/arrange-lanes.js';
import type { BinCounter } from '../layout/count-bins.js';
import type { LaneEvents } from '../layout/lanes.js';
import { tagWidthOf, type NameOf } from '../layout/name-info.js';
import type { NameLimits } from '../layout/place-name.js';
import type { ChartShape } from '../layout/sizes.js';
import type { MeasureText } from '../layout/type-scale.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import type { TimeScale } from '../viewport/time-scale.js';
import type { EventRow } from './build-links.js';
import type { Language } from './language.js';
import { densityStep } from './place-density.js';
import type { Box, EdgeTag, Plot, SceneLine, SceneMark, SceneName, SceneTag, SceneTally } from './scene.js';
import type { Band } from './scene-band.js';
import { tallyOf } from './tally.js';

/** All shown events, each once, however many lanes it stands in. */
export interface ShownEvents {
  readonly events: Pick<LaneEvents, 'time' | 'undated'>;
  readonly bins: BinCounter;
}

/** What a frame is made from. */
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
  readonly language: Language;
  /** Where some lane is drawn as counts, or is not built as a whole; null where counting what is built will do. */
  readonly all: ShownEvents | null;
  /** Columns of all lanes on one scale, to compare them; else each lane has its own. */
  readonly oneScale: boolean;
  /** The stretch of the chart to build, lanes that touch it as a whole; null for everything. */
  readonly band: Band | null;
  /** What is searched for; marked in the names. */
  readonly sought: readonly WordPattern[];
  readonly selected: number | null;
  readonly hovered: number | null;
  /** The event whose relations are drawn. One only: of two nobody could tell whose "before it" is. */
  readonly linked: number | null;
  /** The column under the pointer. */
  readonly hoveredBin: { readonly start: EpochMs; readonly end: EpochMs; readonly laneIndex: number } | null;
  /** The report's own date and today, where they matter. */
  readonly lines: readonly { readonly kind: SceneLine['kind']; readonly time: EpochMs; readonly label: string }[];
  /** "3 Mar", for the tags at the edges. */
  readonly shortDate: (time: EpochMs) => string;
}

/** What one frame gathers on its way through the lanes. */
export interface Builder {
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
  /** `partly`: in view, but its bounds reach beyond it. */
  count(event: number, state: 'inView' | 'partly' | 'startBefore' | 'endAfter' | 'outside' | 'unnamed'): void;
  tally(): SceneTally;
}

export function createBuilder(input: SceneInput): Builder {
  const published = input.lines.find(({ kind }) => kind === 'published');
  const counted = {
    inView: new Set<number>(),
    partly: new Set<number>(),
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
    count(event, state) {
      if (!input.all || state === 'unnamed') counted[state].add(event);
    },
    tally() {
      const { all, scale, lanes } = input;
      const step = scale && lanes.some(({ form }) => form === 'density') ? densityStep(scale, input.dataset) : null;
      // What is said as a number has no name either.
      const summed = lanes.reduce(
        (sum, { form, through, unlisted }) => sum + (form === 'rows' ? through + unlisted : 0),
        0,
      );
      const unnamed = counted.unnamed.size + summed;
      if (all) return tallyOf(all.events, scale && scale.domain, unnamed, step);
      const shown = new Set([...counted.inView, ...counted.outside]).size;
      return {
        shown,
        inView: { least: counted.inView.size - counted.partly.size, most: counted.inView.size },
        startBefore: counted.startBefore.size,
        endAfter: counted.endAfter.size,
        outside: counted.outside.size,
        unnamed,
        counted: step,
      };
    },
  };
}

/** What an event's relations say of the others, as words in their labels. */
function relationTagsOf({ dataset, linked, language, measure }: SceneInput): ReadonlyMap<number, SceneTag> {
  const links = linked === null ? [] : dataset.links(linked);
  return new Map(
    links.map(({ type, to, possible }) => {
      const { relationTag, questionMark } = language.messages;
      const text = relationTag[type] + (possible ? questionMark : '');
      return [to, { text, width: tagWidthOf(text, measure), look: 'inverted' }];
    }),
  );
}

/** A stretch of the plot as a box in page direction. */
export function pageBox(
  { left, width, mirrored }: Plot,
  x0: CssPixels,
  x1: CssPixels,
  y: CssPixels,
  height: CssPixels,
): Box {
  return { x: mirrored ? left + width - x1 : left + x0, y, width: x1 - x0, height };
}
