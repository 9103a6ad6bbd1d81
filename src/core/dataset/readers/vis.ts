import { isMissing, isObject, listIn, type JsonObject } from '../../util/json.js';
import type { Claim, TimelineEvent } from '../event.js';
import type { IssueLog } from '../issue-log.js';
import { createEventReader, idOf, nameOf, noteMissingDate, nothingStated } from './shared/event-reader.js';
import { compact, type Fields } from './shared/fields.js';
import { beginningOf } from './shared/beginning-of.js';
import { fromTo } from './shared/from-to.js';
import { readMarkup } from './shared/markup.js';
import type { RecordFormat, RecordReader, RecordReaderOptions } from './record-reader.js';
import { readDate } from './shared/read-date.js';

/**
 * Items of vis-timeline, with or without its groups:
 *
 *     items [{ id · content · title · start · end · group · type }]
 *     groups [{ id · content · nestedGroups }]
 *
 * A group is the event's type; the HTML of `content` is its title, the tooltip `title` its summary. Background items are
 * events that lasted, of their group or else of a type of their own. What only changes the look is not read: `className`,
 * `style`, `subgroup`, and the types of boxes.
 */
export const visFormat: RecordFormat = {
  name: 'vis',
  matches: (_, records) => records.some(isItem),
  createReader: createVisReader,
};

const background = 'background';

/** Others who say who did it have their own words for the rest. */
const isItem = (record: unknown): boolean =>
  isObject(record) &&
  'start' in record &&
  ('content' in record || record['type'] === background) &&
  !('actor' in record);

const backgroundType = { en: 'Background', ar: 'خلفية' };

function createVisReader(log: IssueLog, options: RecordReaderOptions): RecordReader {
  return createEventReader(log, options, (fields) => {
    const readTime = (record: JsonObject, key: 'start' | 'end', path: string, id: string): string | null => {
      const value = record[key];
      return isMissing(value) ? null : readDate(value, `${path}.${key}`, options.dateOrder, log, [id]);
    };

    return {
      read(record, path, row): TimelineEvent {
        const id = idOf(record['id'], row);
        const claims: Claim[] = [];
        const content = readMarkup(record, 'content', path, fields, claims);
        const tooltip = readMarkup(record, 'title', path, fields, claims);
        const start = readTime(record, 'start', path, id);
        const end = readTime(record, 'end', path, id);
        if (isMissing(record['start'])) noteMissingDate(`${path}.start`, id, fields);
        const group = fields.string(record, 'group', path);
        return compact<TimelineEvent>({
          ...nothingStated,
          id,
          ...fromTo(start, end, (code, message) => log.add(code, `${path}.end`, message, [id], record['end'])),
          title: nameOf(content ?? beginningOf(tooltip), id, `${path}.content`, fields),
          summary: tooltip === content ? null : tooltip,
          type: group || (record['type'] === background ? backgroundType : null),
          claims,
        });
      },

      end(file, _, { groups }) {
        // Until the groups were seen, their ids stood for them.
        const names = namesOfGroups(file['groups'], fields);
        const { keys } = groups.type;
        for (const [i, { key, name }] of keys.entries()) keys[i] = { key, name: names.get(key) ?? name };
        return file;
      },
    };
  });
}

/** What each group is called. Two of one name have their parents' before it, or are told apart by their ids. */
function namesOfGroups(groups: unknown, fields: Fields): Map<string, string> {
  const names = new Map<string, string>();
  const parents = new Map<string, string>();
  for (const [i, group] of listIn(groups).entries()) {
    const path = `groups[${i}]`;
    const id = isObject(group) ? fields.string(group, 'id', path) : null;
    if (!isObject(group) || !id) continue;
    names.set(id, readMarkup(group, 'content', path, fields)?.replace(/\n/g, ' ') ?? id);
    for (const child of fields.strings(group, 'nestedGroups', path)) parents.set(child, id);
  }
  const uses = new Map<string, number>();
  for (const name of names.values()) uses.set(name, (uses.get(name) ?? 0) + 1);
  const own = [...names].map(([id, name]): [string, string] => {
    const parent = names.get(parents.get(id) ?? '');
    return [id, uses.get(name) === 1 ? name : parent ? `${parent}: ${name}` : `${name} (${id})`];
  });
  return new Map(own);
}
