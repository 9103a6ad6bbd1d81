import type { TimeBounds } from '../../../src/core/dataset/time-index.js';
import { day, minute } from '../../../src/core/viewport/domain.js';
import { fc } from './fast-check.js';
import { at } from './timeline.js';

/** What the dates of a file may look like: each makes the bounds of one event from numbers between 0 and 1. */
const shapes: Readonly<Record<string, (random: () => number) => readonly [earliest: number, latest: number]>> = {
  seconds: (random) => span(somewhere(random, 1000), 1000),
  days: (random) => span(somewhere(random, day), day),
  intervals: (random) => span(somewhere(random, minute), minute * Math.ceil(60 ** (4 * random()))),
  years: (random) => span(somewhere(random, day), 365 * day),
  'one day': () => span(at('2016-05-14'), day),
  'on one day': (random) => span(at('2016-05-14') + Math.floor(random() * 1440) * minute, minute),
  'to the millisecond': (random) => span(somewhere(random, 1), 1),
  'no end known': (random) => [somewhere(random, day), Infinity],
  'no start known': (random) => [-Infinity, somewhere(random, day)],
  'long ago': (random) => span(-6e15 * random(), 1e15 * random()),
  undated: () => [-Infinity, Infinity],
};

const span = (start: number, length: number): [number, number] => [start, start + length];

const somewhere = (random: () => number, unit: number): number =>
  Math.floor((at('2012-01-01') + random() * 3000 * day) / unit) * unit;

/** The bounds of up to `most` events of one shape, or of some together. */
export function randomBounds(most: number): fc.Arbitrary<TimeBounds> {
  return fc
    .tuple(fc.integer(), fc.integer({ min: 0, max: most }), fc.subarray(Object.values(shapes), { minLength: 1 }))
    .map(([seed, count, chosen]) => {
      const random = dice(seed);
      const list = Array.from({ length: count }, () => chosen[Math.floor(random() * chosen.length)]!(random));
      return {
        earliest: Float64Array.from(list, ([earliest]) => earliest),
        latest: Float64Array.from(list, ([, latest]) => latest),
      };
    });
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
