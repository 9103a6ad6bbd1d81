import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { boundedEvents, type TimeBounds } from '../../../src/core/dataset/time-index.js';
import { sortByTime } from '../../../src/core/dataset/sort-by-time.js';
import type { LaneArrangement } from '../../../src/core/layout/arrange-lanes.js';
import { createBinCounter } from '../../../src/core/layout/count-bins.js';
import { createLane, eventsOf, type Lane, type LaneEvents } from '../../../src/core/layout/lanes.js';
import { sizes } from '../../../src/core/layout/sizes.js';
import type { MeasureText } from '../../../src/core/layout/type-scale.js';
import { buildScene } from '../../../src/core/scene/build-scene.js';
import { createLanguage } from '../../../src/core/scene/language.js';
import type { Scene } from '../../../src/core/scene/scene.js';
import type { SceneInput } from '../../../src/core/scene/scene-builder.js';
import type { Domain } from '../../../src/core/viewport/domain.js';
import { createTimeScale } from '../../../src/core/viewport/time-scale.js';
import { measure } from './measure.js';
import { dice } from './random-bounds.js';

/** The events of some indices, as a lane has them. */
export function laneEventsOf(bounds: TimeBounds, events: readonly number[]): LaneEvents {
  const own = Uint32Array.from(events);
  const isBounded = new Set(boundedEvents(bounds));
  const dated = own.filter((event) => isBounded.has(event));
  return eventsOf(
    bounds,
    sortByTime(bounds.earliest, dated),
    sortByTime(bounds.latest, dated),
    own.filter((event) => !isBounded.has(event)),
  );
}

export interface DenseLane {
  readonly events: readonly number[];
  readonly isCollapsed?: boolean;
  readonly isFold?: boolean;
}

export interface DenseOptions {
  readonly domain: Domain;
  readonly width?: number;
  readonly locale?: string;
  readonly dir?: 'ltr' | 'rtl';
  readonly mirrored?: boolean;
  readonly shape?: 'wide' | 'medium';
  readonly measure?: MeasureText;
  readonly more?: Partial<SceneInput>;
}

export interface DenseChart {
  readonly dense: (options: DenseOptions) => Scene;
  /** The events of all lanes, each once. */
  readonly all: LaneEvents;
  readonly lanes: readonly Lane[];
}

/** Lanes of counts as an element would arrange them; the events have bounds and nothing else. */
export function denseChart(bounds: TimeBounds, laneList: readonly DenseLane[]): DenseChart {
  const lanes = laneList.map(({ events, isCollapsed = false, isFold = false }, i) => {
    const label = {
      key: String(i),
      name: isFold ? '14 more actors' : `Actor ${String.fromCharCode(65 + i)}`,
      note: null,
      unknown: false,
      hue: isFold ? 7 : i % 8,
      pattern: isFold ? 7 : i % 8,
    };
    const lane = createLane(label, laneEventsOf(bounds, events), events.length, isFold ? [] : null);
    return { lane, isCollapsed, bins: createBinCounter(lane.time) };
  });
  const shown = laneEventsOf(bounds, [...new Set(laneList.flatMap(({ events }) => events))]);
  const all = { events: shown, bins: createBinCounter(shown.time) };
  const dataset = {
    ...bounds,
    count: bounds.earliest.length,
    links: () => [],
    kindOf: () => 'exact',
  } as unknown as Dataset;

  const dense: DenseChart['dense'] = ({
    domain,
    width = 1000,
    locale = 'en',
    dir = 'ltr',
    mirrored = false,
    shape = 'wide',
    more,
    ...rest
  }) => {
    let top = 0;
    const arranged = lanes.map(({ lane, isCollapsed, bins }): LaneArrangement => {
      const head = shape === 'medium' && !isCollapsed ? sizes.laneHead : 0;
      const height = isCollapsed ? sizes.collapsed : head + (lane.folded ? sizes.densityFold : sizes.densityLane);
      const arrangement = {
        lane,
        top,
        height,
        headY: top,
        form: 'density',
        bins,
        isCollapsed,
        isWhole: false,
        unlisted: lane.undated.length,
        through: 0,
        throughY: 0,
        blocks: [],
        offAxis: [],
      } as const;
      top += height;
      return arrangement;
    });
    const columns = shape === 'medium' ? sizes.keyColumn : sizes.laneColumn + sizes.undatedColumn;
    const plot = { left: dir === 'rtl' ? 0 : columns, width: width - columns, mirrored };
    return buildScene({
      dataset,
      lanes: arranged,
      scale: createTimeScale(domain, plot.width),
      plot,
      shape,
      width,
      dir,
      nameOf: () => {
        throw new Error('a lane of counts has no names');
      },
      measure: rest.measure ?? measure,
      language: createLanguage(locale),
      all,
      oneScale: false,
      band: null,
      selected: null,
      hovered: null,
      linked: null,
      sought: [],
      hoveredBin: null,
      lines: [],
      shortDate: () => '',
      ...more,
    });
  };
  return { dense, all: shown, lanes: lanes.map(({ lane }) => lane) };
}

const day = 86_400_000;
const first = Date.UTC(2012, 0, 1);
const last = Date.UTC(2020, 0, 1);
export const denseYears: Domain = [first, last];

/** How many events, and around which year (and how far from it) most of them lie; none of it: evenly. */
const actors: readonly (readonly [count: number, undated: number, middle?: number, spread?: number])[] = [
  [47_417, 212, 2014.6, 3.4],
  [23_622, 87, 2015.8, 2.2],
  [10_116, 41, 2016.1, 1.5],
  [7754, 16, 2016.7, 1.6],
  [6347, 9, 2015.2, 2.8],
  [1072, 3, 2017.2, 0.6],
  [155, 1, 2016.1, 0.7],
  [15, 0],
  [3502, 0],
];

/** A hundred thousand events of eight actors and a fold, three in five on a day, the others within days or weeks. */
export function denseYearsChart(): DenseChart {
  const next = dice(2016);
  const earliest: number[] = [];
  const latest: number[] = [];
  const lanes = actors.map(([count, undated, middle, spread = 1], i) => {
    const events: number[] = [];
    for (let n = 0; n < count; n++) {
      events.push(earliest.length);
      if (n < undated) {
        earliest.push(-Infinity);
        latest.push(Infinity);
        continue;
      }
      let year: number;
      do {
        const bell = next() + next() + next() + next() - 2;
        year = middle === undefined ? 2012 + 8 * next() : middle + bell * 1.7 * spread;
      } while (year < 2012 || year >= 2020);
      const start = first + Math.floor((year - 2012) * 365.25) * day;
      const length = next() < 0.61 ? 1 : [2, 4, 7, 14, 31][Math.floor(5 * next() ** 2)]!;
      const from = Math.min(start, last - length * day);
      earliest.push(from);
      latest.push(from + length * day);
    }
    return { events, isFold: i === actors.length - 1 };
  });
  return denseChart({ earliest: Float64Array.from(earliest), latest: Float64Array.from(latest) }, lanes);
}
