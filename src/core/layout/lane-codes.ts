import type { Dataset } from '../dataset/dataset.js';
import { certainties } from '../dataset/event.js';
import { notStatedActor } from '../dataset/readers/report-event.js';
import type { LaneCodes } from '../dataset/time-index.js';
import type { LocalizedText } from '../i18n/localized-text.js';
import type { Messages } from '../i18n/messages.js';
import type { GroupBy } from './lanes.js';

/** What one lane is called. */
export interface LaneKey {
  /** Empty for "not stated". */
  readonly key: string;
  readonly name: LocalizedText;
}

/** Which lanes each event stands in, as numbers: entry `c` of `keys` is what code `c` stands for. */
export interface LaneCodeColumn extends LaneCodes {
  readonly keys: readonly LaneKey[];
}

/** The codes of a grouping; what nobody states has a code too, whose key is empty. */
export function laneCodes(
  { groups, certainties: codes, count }: Dataset,
  groupBy: GroupBy,
  messages: Messages,
): LaneCodeColumn {
  if (groupBy === 'certainty') {
    const keys = certainties.map((key) => ({ key, name: messages.certainty[key] || messages.reportedLane }));
    return { keys, codes, offsets: null };
  }
  if (groupBy === 'none') {
    return { keys: [{ key: 'all', name: messages.lanes.everything }], codes: new Uint16Array(count), offsets: null };
  }
  const notStated = { key: '', name: groupBy === 'actor' ? notStatedActor.name : messages.groups[groupBy] };
  const column = groups[groupBy];
  if (column.keys.length === 0) return { keys: [notStated], codes: new Uint16Array(count), offsets: null };
  return { ...column, keys: column.keys.map((laneKey) => (laneKey.key === '' ? notStated : laneKey)) };
}
