import { containerOf } from '../core/dataset/containers/container.js';
import { createTable } from '../core/dataset/containers/table.js';
import { createIntake, type IntakeOptions } from '../core/dataset/intake.js';
import { createIssueLog } from '../core/dataset/issue-log.js';
import { readDataset, type Reading } from '../core/dataset/read-dataset.js';
import { toReport } from '../core/dataset/writers/report-json.js';
import { element, isRawText, type HtmlNode } from './html-tree.js';

export interface DataScript {
  readonly node: HtmlNode;
  /** As they were given, so that what said how to read them holds for the element too; else in the report format. */
  readonly isAsGiven: boolean;
  /** Characters. */
  readonly length: number;
}

/**
 * The data between the tags of the element, which reads the same events from them as were read here. Their text is kept
 * wherever a script can hold it: so is the form, and with it what the element says of them.
 */
export function dataScript(data: unknown, { dataset, account }: Reading, options: IntakeOptions): DataScript {
  const asGiven = typeof data === 'string' ? textScript(data, account?.format ?? null, options) : jsonScript(data);
  if (asGiven) return { node: asGiven, isAsGiven: true, length: lengthOf(asGiven) };
  const all = Uint32Array.from({ length: dataset!.count }, (_, index) => index);
  const node = jsonScript(toReport(dataset!, all))!;
  return { node, isAsGiven: false, length: lengthOf(node) };
}

const lengthOf = ({ children }: HtmlNode): number => (children[0] as string).length;

const script = (type: string, text: string): HtmlNode => element('script', { type }, text);

/** No `<` is left in it, so that nothing in it is a tag or a comment: in JSON one can only stand in a text. */
const escapedJson = (json: string): string => json.replaceAll('<', '\\u003c');

/** Null for what has no JSON, such as an object that holds itself. */
function jsonScript(data: unknown): HtmlNode | null {
  try {
    const json = JSON.stringify(data) as string | undefined;
    return json === undefined ? null : script('application/json', escapedJson(json));
  } catch {
    return null;
  }
}

function textScript(given: string, format: string | null, options: IntakeOptions): HtmlNode | null {
  const text = given.replace(/^\ufeff/, '');
  const container = containerOf(text, true, Infinity);
  if (container === 'json') return script('application/json', escapedJson(text));
  if (container === 'lines') return script('application/x-ndjson', escapedJson(text));
  // In a table there is no other way to write what would end the script: it goes as a list of its records.
  return isRawText(text) ? script('text/csv', text) : recordsScript(text, format, options);
}

/** Null where records by themselves are read otherwise than as rows of a table. */
function recordsScript(text: string, format: string | null, options: IntakeOptions): HtmlNode | null {
  const log = createIssueLog();
  const source = createTable(log, createIntake(log, options).headerOf);
  source.push(text);
  const rows = source.end(false).entries;
  const records = rows.map((row) => source.form.read(row)).filter((record) => record !== undefined);
  const [before, after] = [readDataset(text, options), readDataset(records, options)];
  const isSame =
    after.account?.format === format &&
    before.dataset?.count === after.dataset?.count &&
    before.dataset!.events.every((event, i) => JSON.stringify(event) === JSON.stringify(after.dataset!.events[i]));
  return isSame ? jsonScript(records) : null;
}
