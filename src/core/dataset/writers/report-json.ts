import type { Dataset } from '../dataset.js';

/** The shown events in the report format: reading it again gives the same events. */
export function toReport(dataset: Dataset, shown: readonly number[]): Record<string, unknown> {
  const { title, summary, note, attribution, licence, language, publication, primarySource, sources, actors, events } =
    dataset;
  const isNull = ([, value]: [string, unknown]): boolean => value !== null;
  return Object.fromEntries(
    Object.entries({
      format: 'report-timeline',
      version: 1,
      language,
      title,
      summary,
      note,
      attribution,
      licence,
      published: publication && {
        when: publication.temporal.source,
        ...(publication.label && { label: publication.label }),
        ...(publication.basis && { basis: publication.basis }),
      },
      sources: [...sources.values()],
      primarySource,
      actors,
      events: shown.map((index) => events[index]),
    }).filter(isNull),
  );
}
