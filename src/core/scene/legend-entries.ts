import type { Dataset } from '../dataset/dataset.js';
import type { LegendKey } from '../i18n/messages.js';
import { holds, type Lane, type LaneEvents } from '../layout/lanes.js';
import { dateKinds, type DateKind } from '../temporal/temporal.js';
import type { SampleMore } from './draw-sample.js';

export interface LegendEntry {
  readonly key: LegendKey;
  /** How many of the shown events are drawn so; null where counting says nothing. */
  readonly count: number | null;
  /** A kind of date, or two lanes by their hues, for an event that stands in both. */
  readonly sample: { readonly kind: DateKind; readonly more: SampleMore } | readonly [upper: number, lower: number];
}

/** Above so many events only those that are not plain are looked at one by one, and no more than so many. */
const mostLookedAt = 5000;

/** Without a list of all: there may be a million. */
function firstOf<T>(all: Iterable<T>, most: number): T[] {
  const found: T[] = [];
  for (const one of all) if (found.push(one) >= most) break;
  return found;
}

/**
 * Every kind of mark that is on the chart, with how often, and nothing that is not.
 *
 * @param isReport the data are in the format of this element, in which what is symmetric is a fight
 */
export function legendEntries(
  dataset: Dataset,
  shown: LaneEvents,
  lanes: readonly Lane[],
  isReport: boolean,
): readonly LegendEntry[] {
  const { kinds, rest } = dataset;
  const counts = new Uint32Array(dateKinds.length);
  for (const list of [shown.time.byEarliest, shown.undated]) {
    for (let i = 0; i < list.length; i++) counts[kinds[list[i]!]!]!++;
  }
  const isSmall = shown.count <= mostLookedAt;
  const special = isSmall ? shown.events : firstOf(rest.keys(), mostLookedAt).filter((event) => holds(shown, event));
  const dates = special.map((index) => dataset.date(index));
  const entries = dateKinds.flatMap((kind, code): LegendEntry[] => {
    const count = counts[code]!;
    if (count === 0) return [];
    const isApproximate =
      isSmall &&
      kind === 'lasted-fuzzy' &&
      dates.every((date) => date.kind !== kind || date.temporal?.uncertain === false);
    const key: LegendKey = isApproximate ? 'fuzzy-approximate' : kind;
    return [{ key, count, sample: { kind, more: { approximate: isApproximate } } }];
  });
  const likely = dates.filter((date) => date.likely !== null).length;
  if (likely > 0) {
    const place = entries.findIndex(({ key }) => key === 'within') + 1;
    entries.splice(place, 0, {
      key: 'likely',
      count: likely,
      sample: { kind: 'within', more: { likely: true } },
    });
  }
  const clashes = special.filter((index) => dataset.event(index).symmetric);
  const [clash] = clashes;
  if (clash !== undefined) {
    const hues = lanes.filter((lane) => holds(lane, clash)).map(({ hue }) => hue);
    const key = isReport ? 'symmetric' : 'sides';
    entries.push({ key, count: clashes.length, sample: [hues[0] ?? 0, hues[1] ?? 1] });
  }
  if (dates.some(({ startBasis, endBasis }) => startBasis === 'inferred' || endBasis === 'inferred')) {
    entries.push({ key: 'walls', count: null, sample: { kind: 'within', more: { halfInferred: true } } });
  }
  return entries;
}
