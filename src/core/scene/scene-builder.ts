import type { Dataset } from '../dataset/dataset.js';
import type { Messages } from '../i18n/messages.js';
import type { LaneArrangement } from '../layout/arrange-lanes.js';
import { tagWidthOf, type NameOf } from '../layout/name-info.js';
import type { NameLimits } from '../layout/place-name.js';
import type { ChartShape } from '../layout/sizes.js';
import type { MeasureText } from '../layout/type-scale.js';
import type { CssPixels, EpochMs } from '../util/units.js';
import type { TimeScale } from '../viewport/time-scale.js';
import type { EventRow } from './build-links.js';
import type { Box, EdgeTag, Plot, Scene, SceneLine, SceneMark, SceneName, SceneTag } from './scene.js';

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
  readonly messages: Messages;
  readonly selected: number | null;
  readonly hovered: number | null;
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
  count(event: number, state: 'inView' | 'startBefore' | 'endAfter' | 'outside' | 'unnamed'): void;
  tally(): Scene['tally'];
}

export function createBuilder(input: SceneInput): Builder {
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
  const links = selected === null ? [] : dataset.links(selected);
  return new Map(
    links.map(({ type, to, possible }) => {
      const text = messages.relationTag[type] + (possible ? messages.questionMark : '');
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
