import type { IssueLog } from '../issue-log.js';
import { parseJson } from '../../util/json.js';
import { longestEntry, usualBatch, type RecordForm, type RecordSource } from './record-source.js';

/**
 * NDJSON: a record of JSON in each line. Empty lines count as lines, and are nothing else; a line that cannot be read is
 * left out.
 *
 * @param batch characters that are cut at once
 */
export function createJsonLines(log: IssueLog, batch = usualBatch): RecordSource {
  let pending = '';
  let wanted = batch;
  let isOver = false;
  log.places = { list: null, unit: 'line', first: 1 };

  const form: RecordForm = {
    read: (line) => parseJson(line as string),
    check(line, record) {
      if (record !== undefined) return true;
      if (/^\s*$/.test(line as string)) return false;
      log.add('wrong-type', log.pathOf(log.row!), 'The line is not valid JSON; it is left out.', undefined, line);
      return true;
    },
  };

  return {
    form,
    get isOver() {
      return isOver;
    },
    push(text) {
      if (!isOver) pending += text;
    },
    next() {
      if (isOver || pending.length < wanted) return null;
      const end = pending.lastIndexOf('\n');
      if (end < 0) {
        isOver = pending.length > longestEntry;
        wanted = Math.min(2 * pending.length, longestEntry + 1);
        return null;
      }
      wanted = batch;
      const lines = pending.slice(0, end).split('\n');
      pending = pending.slice(end + 1);
      return lines;
    },
    frame: () => ({}),
    end(isStopped) {
      const entries = pending.split('\n');
      const last = entries.at(-1)!.trim();
      const isCutOff = last !== '' && (isStopped || isOver || parseJson(last) === undefined);
      if (isCutOff) entries.pop();
      return { entries, frame: {}, fault: isOver ? 'broken' : isCutOff ? 'cut-off' : null };
    },
  };
}
