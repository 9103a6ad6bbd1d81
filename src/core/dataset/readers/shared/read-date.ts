import type { IssueLog } from '../../issue-log.js';
import type { DateOrder } from '../record-reader.js';
import { ambiguousDate, wrongDate, wrongNumberDate } from './sentences.js';
import { edtfOfValue } from './written-value.js';

/** A date as EDTF or an instant; null with an issue where it cannot be read, or can be read two ways. */
export function readDate(
  value: unknown,
  path: string,
  order: DateOrder | null,
  log: IssueLog,
  events?: readonly string[],
): string | null {
  const date = edtfOfValue(value, order);
  if (date !== null && date !== 'ambiguous') return date;
  if (date === null) {
    log.add('invalid-date', path, typeof value === 'number' ? wrongNumberDate : wrongDate, events, value);
  } else log.add('ambiguous-date', path, ambiguousDate, events, value);
  return null;
}
