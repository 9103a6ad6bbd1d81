import type { TimeIndex } from '../dataset/time-index.js';
import { memoizeLast } from '../util/memoize.js';
import { stepsTouching, type CalendarStep, type Tick } from '../viewport/calendar-steps.js';
import type { Domain } from '../viewport/domain.js';

/** How many events the columns of the calendar hold; entry `i` of every list belongs to column `i`. */
export interface BinCounts {
  readonly step: CalendarStep;
  readonly bins: readonly Tick[];
  /** Those that lie in the column for certain: their bounds are inside. */
  readonly least: Uint32Array;
  /** Those that may lie in it: their bounds touch it. */
  readonly most: Uint32Array;
}

export interface BinCounter {
  /** The counts of all columns that touch the domain, cut at none; the same object while the columns are the same. */
  count(step: CalendarStep, domain: Domain): BinCounts;
}

/** As many columns as the widest screen holds at 8 px. */
const mostBins = 2000;
/** Of all steps together; then all are forgotten, and counted anew when they are looked at again. */
const mostRemembered = 2 * mostBins;

/** The lanes of a frame have their columns in common. */
const binsTouching = memoizeLast((step: CalendarStep, domain: Domain) => stepsTouching(step, domain, mostBins));

type Counts = readonly [least: number, most: number];

/** Counts the events of an index by columns, each column once: a frame that shows the same ones looks them up. */
export function createBinCounter(index: TimeIndex): BinCounter {
  const remembered = new Map<string, Map<number, Counts>>();
  let size = 0;
  let last: BinCounts | undefined;

  return {
    count(step, domain) {
      const bins = binsTouching(step, domain);
      if (last && isSameBins(last, step, bins)) return last;
      if (size > mostRemembered) {
        remembered.clear();
        size = 0;
      }
      const key = step.unit + step.step;
      let known = remembered.get(key);
      if (!known) remembered.set(key, (known = new Map<number, Counts>()));
      const least = new Uint32Array(bins.length);
      const most = new Uint32Array(bins.length);
      bins.forEach(({ time, end }, i) => {
        let counts = known.get(time);
        if (!counts) {
          counts = [index.countInside(time, end), index.countTouching(time, end)];
          known.set(time, counts);
          size++;
        }
        [least[i], most[i]] = counts;
      });
      return (last = { step, bins, least, most });
    },
  };
}

/** The sums of counts of the same columns. Lanes that share events count these twice: then count an index of them all. */
export function sumBins(list: readonly BinCounts[]): BinCounts {
  const [first] = list;
  if (!first) throw new Error('There are no counts to add up.');
  const sum = (pick: (counts: BinCounts) => Uint32Array): Uint32Array =>
    first.least.map((_, i) => list.reduce((total, counts) => total + pick(counts)[i]!, 0));
  return { ...first, least: sum(({ least }) => least), most: sum(({ most }) => most) };
}

const isSameBins = (last: BinCounts, step: CalendarStep, bins: readonly Tick[]): boolean =>
  last.step.unit === step.unit &&
  last.step.step === step.step &&
  last.bins.length === bins.length &&
  last.bins[0]?.time === bins[0]?.time;
