/** The least that is a report; everything else is up to the test. */
export const report = <E>(events: readonly E[], more: Readonly<Record<string, unknown>> = {}) => ({
  format: 'report-timeline',
  version: 1,
  language: 'en',
  title: 'A report',
  actors: [
    { id: 'a', name: 'Side A' },
    { id: 'b', name: 'Side B' },
  ],
  events,
  ...more,
});

export const event = (id: string, when: string | null, more: Readonly<Record<string, unknown>> = {}) => ({
  id,
  when,
  title: `Title of ${id}`,
  actors: ['a'],
  ...more,
});

/** As many events as wanted, some days apart, in two lanes. */
export const manyEvents = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2010, 0, 1) + i * 86_400_000).toISOString().slice(0, 10);
    return event(`n${i}`, day, { actors: [i % 2 ? 'a' : 'b'] });
  });

const arabic = (value: number): string =>
  String(value).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));

/** Numbers that look like chance and are the same every time. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * So many events that they can only be counted: eight years of days, months and windows, a few without a date, in lanes
 * of falling size. Titles are `Shelling 17`, and every hundredth `Ceasefire 100`.
 */
export function crowd(count: number, actors = 5, more: Readonly<Record<string, unknown>> = {}) {
  const next = chance(7);
  const [first, days] = [Date.UTC(2012, 0, 1), 2922];
  const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
  const events = Array.from({ length: count }, (_, i) => {
    const time = first + Math.floor(next() * days) * 86_400_000;
    const kind = next();
    const when =
      kind < 0.01
        ? null
        : kind < 0.1
          ? iso(time).slice(0, 7)
          : kind < 0.2
            ? `[${iso(time)}..${iso(time + 4 * 86_400_000)}]`
            : iso(time);
    // Each lane has about half as many as the one before it, and every lane some.
    const lane = i < 2 * actors ? i % actors : Math.min(actors - 1, Math.floor(-Math.log2(1 - next())));
    const title =
      i % 100 === 0
        ? { en: `Ceasefire ${i}`, ar: `هدنة ${arabic(i)}` }
        : { en: `Shelling ${i}`, ar: `قصف ${arabic(i)}` };
    return event(`n${i}`, when, { actors: [`a${lane}`], title });
  });
  return report(events, {
    actors: Array.from({ length: actors }, (_, i) => ({
      id: `a${i}`,
      name: { en: `Side ${i}`, ar: `الطرف ${arabic(i)}` },
    })),
    ...more,
  });
}
