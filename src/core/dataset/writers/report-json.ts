import type { Dataset } from '../dataset.js';
import type { Actor, TimelineEvent } from '../event.js';

/** The shown events in the report format: reading it again gives the same events. */
export const toReport = (dataset: Dataset, shown: ArrayLike<number>): Record<string, unknown> => ({
  ...frameOf(dataset, shown),
  events: Array.from(shown, (index) => compact(dataset.event(index))),
});

/** So many events are written at once. */
const eventsPerPiece = 1000;

/** The same as JSON, an event a line, in pieces: for a file that may be longer than a text can be. */
export function* reportPieces(dataset: Dataset, shown: ArrayLike<number>): Generator<string, void> {
  yield `${JSON.stringify(frameOf(dataset, shown)).slice(0, -1)},"events":[`;
  for (let from = 0; from < shown.length; from += eventsPerPiece) {
    const lines: string[] = [];
    for (let i = from; i < Math.min(from + eventsPerPiece, shown.length); i++) {
      lines.push(`\n${JSON.stringify(compact(dataset.event(shown[i]!)))}`);
    }
    yield `${from > 0 ? ',' : ''}${lines.join(',')}`;
  }
  yield '\n]}\n';
}

/** Everything but the events. */
function frameOf(dataset: Dataset, shown: ArrayLike<number>): Record<string, unknown> {
  const { title, summary, note, attribution, licence, language, publication, primarySource, sources } = dataset;
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
      actors: orderedActors(dataset, shown),
    }).filter(isNull),
  );
}

/** What reading puts in by itself is left out: of a million events it would be half of the file. */
function compact(event: TimelineEvent): Partial<TimelineEvent> {
  const isSaid = ([key, value]: [string, unknown]): boolean =>
    key === 'when' || !(value === false || value === 'reported' || isEmpty(value));
  return Object.fromEntries(Object.entries(event).filter(isSaid));
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

/** A list of actors is an order of lanes. Where nobody chose one, it is that in which they are shown: the fullest first. */
function orderedActors({ actors, ordersActors, groups }: Dataset, shown: ArrayLike<number>): readonly Actor[] {
  if (ordersActors) return actors;
  const { keys, codes, offsets } = groups.actor;
  const counts = new Map(keys.map(({ key }) => [key, 0]));
  for (let i = 0; i < shown.length; i++) {
    const event = shown[i]!;
    const end = offsets ? offsets[event + 1]! : event + 1;
    for (let k = offsets ? offsets[event]! : event; k < end; k++) {
      const { key } = keys[codes[k]!]!;
      counts.set(key, counts.get(key)! + 1);
    }
  }
  const count = ({ id }: Actor): number => counts.get(id) ?? 0;
  const isUnknown = ({ unknown }: Actor): number => Number(unknown === true);
  return actors.filter((actor) => count(actor) > 0).sort((a, b) => isUnknown(a) - isUnknown(b) || count(b) - count(a));
}
