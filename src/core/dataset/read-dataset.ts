import type { Dataset } from './dataset.js';
import type { Issue } from './issue.js';
import { createIssueLog } from './issue-log.js';
import { readReport } from './readers/report.js';

/** What reading gives: always a list of issues, and a data set unless nothing at all could be read. */
export interface Reading {
  readonly dataset: Dataset | null;
  readonly issues: readonly Issue[];
}

/**
 * Reads a data set from text or from a parsed value. Never throws for wrong data: what is wrong becomes an issue, and
 * everything else is kept.
 */
export function readDataset(data: unknown): Reading {
  const log = createIssueLog();
  // No JSON text means undefined: it stands for a text that could not be parsed, and whose issue is noted already.
  const value = typeof data === 'string' ? parseJson(data, log) : (data ?? null);
  const dataset = value === undefined ? null : readReport(value, log);
  return { dataset, issues: log.issues };
}

function parseJson(text: string, log: ReturnType<typeof createIssueLog>): unknown {
  try {
    return JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text) as unknown;
  } catch {
    const start = text.trimStart().slice(0, 15).toLowerCase();
    const isPage = start.startsWith('<!doctype') || start.startsWith('<html');
    const message = isPage
      ? 'The answer is a web page (HTML), not JSON. Check the address of the data.'
      : text.trim() === ''
        ? 'The file is empty; JSON was expected.'
        : `The text is not valid JSON${looksCutOff(text) ? '; it ends too early, as if it were cut off' : ''}.`;
    log.add('not-json', '', message);
    return undefined;
  }
}

const looksCutOff = (text: string): boolean => /^\s*[[{]/.test(text) && !/[\]}]\s*$/.test(text);
