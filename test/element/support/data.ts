/** The least that is a report; everything else is up to the test. */
export const report = (events: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) => ({
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
