import { endings, type Issue, type IssueCode } from './issue.js';

/** A list of a million problems helps nobody, and costs memory; the count goes on. */
const mostIssues = 1000;

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
        count: left,
        message: `${left} more problems are not listed one by one.`,
      };
      return left > 0 ? [...issues, more] : issues;
    },
    add(code, path, message, events) {
      // Why a file ends early is said however much else was wrong.
      if (issues.length < mostIssues || endings.has(code))
        issues.push({ code, path, message, ...(events && { events }) });
      else left++;
    },
  };
}
