import type { Dataset } from '../../../src/core/dataset/dataset.js';
import { day } from '../../../src/core/viewport/domain.js';
import { between, fc } from './fast-check.js';
import { datasetOf, fileOf } from './report.js';

const first = Date.UTC(2016, 3, 20);
const spanDays = 60;

const isoDay = (n: number): string => new Date(first + n * day).toISOString().slice(0, 10);

const dayNumber = fc.integer({ min: 0, max: spanDays });
/** Two days in order; short stretches as likely as long ones. */
const twoDays = fc
  .tuple(dayNumber, fc.oneof(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: spanDays })))
  .map(([a, length]): [string, string] => [isoDay(a), isoDay(a + length)]);

const ofOne = (write: (a: string) => string) => dayNumber.map((a) => write(isoDay(a)));
const ofTwo = (write: (a: string, b: string) => string) => twoDays.map(([a, b]) => write(a, b));

/** One date of every kind there is. */
export const randomWhen: fc.Arbitrary<string | null> = fc.oneof(
  ofOne((a) => a),
  ofOne((a) => `${a}?`),
  ofOne((a) => `${a}~`),
  ofOne((a) => `${a}%`),
  ofOne((a) => `${a}T10:20:00Z`),
  ofTwo((a, b) => `[${a}..${b}]`),
  ofTwo((a, b) => `[${a}..${b}]`),
  ofTwo((a, b) => `[${a},${b}]`),
  ofTwo((a, b) => `{${a},${b}}`),
  ofTwo((a, b) => `${a}/${b}`),
  ofTwo((a, b) => `${a}?/${b}?`),
  ofTwo((a, b) => `${a}~/${b}~`),
  ofOne((a) => `[..${a}]`),
  ofOne((a) => `[${a}..]`),
  ofOne((a) => `${a}/..`),
  ofOne((a) => `${a}/`),
  ofOne((a) => `../${a}`),
  ofOne((a) => `/${a}`),
  fc.constantFrom('2016-05', '2016', '2016-05-1X', '/..', null),
);

const words = [
  'raid',
  'shelling',
  'of',
  'the',
  'checkpoint',
  'e\u0301te\u0301',
  '👩‍👩‍👧‍👦',
  '🇸🇾',
  'قصف',
  'مدينة',
  'a',
  'incomprehensibilities',
];
const randomTitle = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 9, size: 'max' })
  .map((list) => list.join(' '));

const randomRelation = fc.record({
  type: fc.constantFrom('before', 'after', 'during', 'same-as'),
  other: fc.nat(),
  possible: fc.boolean(),
});

const randomEvent = fc.record({
  when: randomWhen,
  likely: fc.option(
    ofOne((a) => a),
    { freq: 3, nil: null },
  ),
  title: randomTitle,
  actors: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 2 }),
  symmetric: fc.boolean(),
  certainty: fc.constantFrom('reported', 'reported', 'alleged', 'presupposed'),
  sourced: fc.boolean(),
  relations: fc.array(randomRelation, { maxLength: 2 }),
});

/** Up to sixty events of three actors, dates of every kind, relations that may well contradict each other. */
export const randomDataset = ({ relations = true } = {}): fc.Arbitrary<Dataset> =>
  randomFile.map((events) => {
    const given = relations ? events : events.map((event) => ({ ...event, relations: [] }));
    const dataset = datasetOf(fileOf(...given));
    // What failed is told as it would be written in a file.
    return Object.defineProperty(dataset, fc.toStringMethod, { value: () => JSON.stringify(given) });
  });

export const randomFile = fc.array(randomEvent, { minLength: 1, maxLength: 60, size: 'max' }).map((events) =>
  events.map(({ relations, sourced, ...event }) => ({
    ...event,
    ...(sourced && { basis: { text: 'said so', start: 'sourced', end: 'sourced' } }),
    relations: relations.map(({ other, ...relation }) => ({ ...relation, id: `e${(other % events.length) + 1}` })),
  })),
);

/** A view of anything from a few hours to a year, over or beside the events. */
export const randomDomain = fc
  .tuple(between(-10, spanDays + 20), between(Math.log2(0.3), Math.log2(400)))
  .map(([middle, log]): [number, number] => {
    const half = (2 ** log / 2) * day;
    return [first + middle * day - half, first + middle * day + half];
  });
