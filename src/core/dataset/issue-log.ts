import type { Issue, IssueCode } from './issue.js';

/** A list of a million problems helps nobody, and costs memory; the count goes on. */
const mostIssues = 1000;

/** Why the rest of a file is not shown; said however much else was wrong. */
const endings: ReadonlySet<IssueCode> = new Set(['stopped', 'too-many-events', 'out-of-memory', 'not-json']);

/** Collects the problems of one reading. */
export interface IssueLog {
  readonly issues: readonly Issue[];
  add(code: IssueCode, path: string, message: string, events?: readonly string[]): void;
}

export function createIssueLog(): IssueLog {
  const issues: Issue[] = [];
  let left = 0;
  return {
    get issues() {
      const more: Issue = {
        code: 'too-many-issues',
        path: '',
        message: `${left} more problems are not listed one by one.`,
      };
      return left > 0 ? [...issues, more] : issues;
    },
    add(code, path, message, events) {
      if (issues.length < mostIssues || endings.has(code))
        issues.push({ code, path, message, ...(events && { events }) });
      else left++;
    },
  };
}
